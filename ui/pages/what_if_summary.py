# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a trial leads to, in figures and words: score and stage, then days, money and duties."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from autodiag.model.questionnaire import ProfileId
from ui.pages.what_if_words import NO_STAGE, Headline
from ui.theme import Theme
from ui.widgets.action_face import MeterFace
from ui.widgets.buttons import button
from ui.widgets.capacity_meter import CapacityMeter
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.profile_tag import ProfileTag
from ui.widgets.tooltip import set_tooltip

OVER = "Trois ans"
BACK, UNDO = "Revenir à la feuille de route", "Revenir à mes choix d’avant"
BESIDE = 620
"""From that width, in pixels at 100 %, what is said stands beside the meter."""
BESIDE_NEXT = 12
"""Pixels at the right of a step, before the next one."""
WORDS = 300
"""The least room for the words of the foot beside its buttons, in pixels at 100 %."""


class Step(QWidget):
    """A caption, then two things with an arrow between them; the second where it differs."""

    HEARD_AS = "Grouping"

    def __init__(self, theme: Theme, caption: str, before: QWidget, after: QWidget) -> None:
        super().__init__()
        self._arrow = IconLabel(theme, "arrow", "ink2", 18)
        self._caption = label(caption, "caption", tone="ink2", wrap=False)
        self._after = after
        self._brief = self._there = False
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, BESIDE_NEXT, 0)
        row.setSpacing(6)
        row.addWidget(self._caption)
        for part in (before, self._arrow, after):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def show_after(self, *, shown: bool) -> None:
        """Whether there is a second one."""
        self._there = shown
        self._show()

    def set_brief(self, *, brief: bool) -> None:
        """Where there is little room, neither its caption nor room at its right."""
        self._brief = brief
        self._row.setContentsMargins(0, 0, 0 if brief else BESIDE_NEXT, 0)
        self._show()

    def _show(self) -> None:
        self._caption.setVisible(not self._brief)
        self._arrow.setVisible(self._there)
        self._after.setVisible(self._there)


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
        self._score = Step(theme, "Score estimé\nsur 4", self._today, self._later)
        self._stage = Step(theme, "Étape", *self._tags)
        self._flow = FlowRow()
        self._flow.add(self._score)
        self._flow.add(self._stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._flow)
        column.addWidget(self._none)

    def lay(self, *, tight: bool) -> None:
        """`tight`: on one line, where there is very little height."""
        self._stage.set_brief(brief=tight)

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
    """What the ticked actions ask beside what there is, and the duties that they settle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._meter = CapacityMeter(theme)
        self._besides = label("", "caption", tone="ink2")
        self._duties = label("", "caption", tone="ink2")
        self._waiting = label("", "caption", tone="warn")
        self._beside: bool | None = None
        self._grid = QGridLayout(self)
        self._left = _column(self._meter)
        self._right = _column(self._duties, self._besides, self._waiting)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self.lay(0)

    def lay(self, width: int) -> None:
        """Side by side where that many pixels hold it."""
        beside = width / self._theme.scale >= BESIDE
        if beside == self._beside:
            return
        self._beside = beside
        for part in (self._left, self._right):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, *((0, 1) if beside else (1, 0)))
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if beside or not column else 0)

    def show_costs(self, face: MeterFace, besides: str) -> None:
        """Days and money, and what is counted in them besides what is ticked."""
        self._meter.show_face(face, OVER)
        _say(self._besides, besides)

    def show_remarks(self, duties: str, waiting: tuple[str, str]) -> None:
        """The obligations, and how many actions wait for another (then: which)."""
        _say(self._duties, duties)
        _say(self._waiting, waiting[0])
        set_tooltip(self._waiting, waiting[1])


class TrialFoot(QWidget):
    """What would be decided, and the two ways out of the trial."""

    keep_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._difference = label("", "body", tone="ink2")
        self.keep = button(theme, "Retenir ces actions", "primary", "check")
        self.back = button(theme, BACK, "quiet", "undo")
        self._actions = FlowRow()
        self._actions.add(self.back)
        self._actions.add(self.keep)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.keep.clicked.connect(self.keep_asked)
        self.back.clicked.connect(self.back_asked)

    def lay(self, width: int, bar: int) -> None:
        """The buttons beside the words where that many pixels hold both; `bar`: what is left at
        the right, under what scrolls."""
        self._grid.setContentsMargins(0, 0, bar, 0)
        wide = self._actions.sizeHint().width()
        beside = width - wide >= WORDS * self._theme.scale
        for part in (self._difference, self._actions):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._difference, 0, 0)
        self._grid.addWidget(self._actions, *((0, 1) if beside else (1, 0)))
        self._actions.setMinimumWidth(wide if beside else 0)

    def show_difference(self, text: str, *, may_keep: bool, undoes: bool = False) -> None:
        """What «Retenir» would do, or why it does nothing. `undoes`: the other way is to take back
        what was retained. The keyboard goes to it where «Retenir» has nothing left to do."""
        self._difference.setText(text)
        self.back.setText(UNDO if undoes else BACK)
        if not may_keep and self.keep.hasFocus():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep.setEnabled(may_keep)
        self.keep.setAccessibleDescription(text)
        set_tooltip(self.keep, "" if may_keep else text)


def _column(*parts: QWidget) -> QWidget:
    """One under the other, from the top."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return made


def _say(words: QLabel, text: str) -> None:
    words.setText(text)
    words.setVisible(bool(text))
