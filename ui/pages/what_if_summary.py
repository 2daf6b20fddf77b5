# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a trial leads to, in figures and words: score and stage, then days, money and duties."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from autodiag.model.questionnaire import ProfileId
from ui.pages.what_if_words import NO_STAGE, Headline
from ui.theme import Theme
from ui.widgets.action_face import MeterFace
from ui.widgets.buttons import button
from ui.widgets.capacity_meter import CapacityMeter
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property
from ui.widgets.profile_tag import ProfileTag

OVER = "Trois ans"


class Step(QWidget):
    """A caption, then two things with an arrow between them; the second where it differs."""

    HEARD_AS = "Grouping"

    def __init__(self, theme: Theme, caption: str, before: QWidget, after: QWidget) -> None:
        super().__init__()
        self._arrow = IconLabel(theme, "arrow", "ink2", 18)
        self.after = after
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (before, self._arrow, after):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(2)
        column.addWidget(label(caption, "caption", tone="ink2", wrap=False))
        column.addLayout(row, 1)

    def show_after(self, *, shown: bool) -> None:
        """Whether there is a second one."""
        self._arrow.setVisible(shown)
        self.after.setVisible(shown)


class TrialHeadline(QWidget):
    """The range today and then, the stage today and then."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._today = label("", "question", bold=True, wrap=False)
        self._later = label("", "question", bold=True, wrap=False)
        for value in (self._today, self._later):
            value.setProperty("heading", False)  # figures, not a title
        self._tags = tuple(ProfileTag(theme, "retardataire", "") for _ in range(2))
        self._none = label(NO_STAGE, tone="ink2")
        self._score = Step(theme, "Score estimé, sur 4", self._today, self._later)
        self._stage = Step(theme, "Étape", *self._tags)
        self._flow = FlowRow()
        self._flow.add(self._score)
        self._flow.add(self._stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._flow)
        column.addWidget(self._none)

    def show_face(self, face: Headline) -> None:
        """Show other scores."""
        self._today.setText(face.today)
        self._later.setText(face.later)
        self._score.show_after(shown=face.later != face.today)
        self._score.setAccessibleName(face.said)
        self._show_stages(face.stages)
        self._none.setVisible(not face.stages)

    def _show_stages(self, stages: tuple[tuple[ProfileId, str], ...]) -> None:
        self._stage.setVisible(bool(stages))
        for tag, (profile, name) in zip(self._tags, stages, strict=False):
            if tag.text() != name:
                tag.show_profile(profile, name)
        self._stage.show_after(shown=len(stages) > 1)
        self._stage.setAccessibleName(f"Étape\u00a0: {', puis '.join(name for _, name in stages)}")


class TrialCosts(QWidget):
    """What the ticked actions ask beside what there is, the duties, and what may be done."""

    keep_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._meter = CapacityMeter(theme)
        self._besides = label("", "caption", tone="ink2")
        self._duties = label("", "caption", tone="ink2")
        self._waiting = label("", "caption", tone="warn")
        self._difference = label("", "caption")
        self.keep = button(theme, "Retenir ces actions", "primary", "check")
        self.back = button(theme, "Revenir à la feuille de route", "quiet", "undo")
        self._build()

    def _build(self) -> None:
        actions = FlowRow()
        actions.add(self.keep)
        actions.add(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._meter)
        for text in (self._besides, self._duties, self._waiting):
            column.addWidget(text)
        column.addSpacing(4)
        column.addWidget(self._difference)
        column.addWidget(actions)
        self.keep.clicked.connect(self.keep_asked)
        self.back.clicked.connect(self.back_asked)

    def show_costs(self, face: MeterFace, besides: str, duties: str, waiting: str) -> None:
        """Days and money, and what must be known of them."""
        self._meter.show_face(face, OVER)
        _say(self._besides, besides)
        _say(self._duties, duties)
        _say(self._waiting, waiting)

    def show_difference(self, text: str, *, differs: bool, writable: bool) -> None:
        """What «Retenir» would do. The button stays: the keyboard may be on it."""
        self._difference.setText(text)
        set_property(self._difference, "strong", "true" if differs else "")
        self.keep.setEnabled(writable)
        self.keep.setAccessibleDescription(text)


def _say(words: QLabel, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))
