# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The head of the roadmap: where it leads, step by step, the time there is, and printing."""

from math import ceil

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from autodiag.model.questionnaire import ProfileId
from autodiag.model.roadmap import Capacity
from autodiag.text.numbers import days, euros
from autodiag.text.typography import capitalised
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.means_stepper import MeansStepper
from ui.widgets.profile_tag import ProfileTag
from ui.widgets.tab_order import follow
from ui.widgets.tooltip import set_tooltip

GAP = 14
STEPS = 4
"""The diagnosis, then the end of each of the three periods."""


class ScoreSteps(QWidget):
    """«Score estimé»: at the diagnosis, then after each horizon."""

    HEARD_AS = "Grouping"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._values = [label("", "body", bold=True, wrap=False) for _ in range(STEPS)]
        self._names = [label("", "caption", tone="ink2", wrap=False) for _ in range(STEPS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        lead = label("Score\nestimé", "caption", tone="ink2", wrap=False)
        lead.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(lead)
        for rank, pair in enumerate(zip(self._names, self._values, strict=True)):
            if rank:
                row.addWidget(IconLabel(theme, "arrow", "ink2", 16))
            step = QVBoxLayout()
            step.setSpacing(0)
            for part in pair:
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
                step.addWidget(part)
            row.addLayout(step)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_scores(self, shown: tuple[str, ...], names: tuple[str, ...], said: str) -> None:
        """The short ranges in order, when each is for, and the same as one sentence."""
        for part, name in zip(self._names, names, strict=True):
            part.setText(capitalised(name))
        for value, text in zip(self._values, shown, strict=True):
            value.setText(text)
        self.setAccessibleName(said)
        set_tooltip(self, said)


class RoadmapHeader(QWidget):
    """One row where it holds, else two: the title and what one does, then where it leads."""

    days_asked = Signal(float)
    euros_asked = Signal(float)
    print_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = label("Votre feuille de route", "lead", bold=True, wrap=False, heading=True)
        self.scores = ScoreSteps(theme)
        self.tag = ProfileTag(theme, "retardataire", "")
        self.days = MeansStepper(theme, "temps disponible", "Temps")
        self._print = button(theme, "Imprimer", "primary", "print")
        self._leads = FlowRow()
        self._grid = QGridLayout(self)
        self._rows = 0
        self._build()
        self._connect()

    def show_capacity(self, capacity: Capacity, *, writable: bool) -> None:
        """The days of a month, and whether they are still a hypothesis."""
        number = capacity.days_per_month
        shown = f"{days(number)}\npar mois"
        self.days.show_value(shown, day_steps(number), assumed=capacity.days_assumed, on=writable)

    def show_plan(self, *, there: bool, scored: bool) -> None:
        """Whether there is a plan, and scores that it changes."""
        self.days.setVisible(there)
        self._print.setVisible(there)
        self._leads.setVisible(there and scored)
        self.settle()

    def show_target(self, profile: ProfileId | None, text: str, said: str) -> None:
        """The profile that the plan leads to, None where there is none to tell."""
        self.tag.setVisible(profile is not None)
        if profile is not None:
            self.tag.show_profile(profile, text)
            self.tag.setAccessibleName(said)
            set_tooltip(self.tag, said)
        self.settle()

    def settle(self) -> None:
        """Lay out at once what was just written: else figures are painted cut until it is."""
        inside = (self.scores, self.days, self._leads)  # from within to without
        if self.isVisible():
            for part in inside:
                QCoreApplication.sendEvent(part, QEvent(QEvent.Type.LayoutRequest))
        self._arrange()
        if self.isVisible():
            for part in (self, *inside):
                QCoreApplication.sendEvent(part, QEvent(QEvent.Type.LayoutRequest))

    def _build(self) -> None:
        self._leads.add(self.scores)
        self._leads.add(self.tag)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._title, 0, 0)
        self.days.setParent(self)  # before what comes after it with the Tab key
        self._grid.addWidget(self._print, 0, 4)
        self._arrange()

    def _connect(self) -> None:
        self.days.asked.connect(self.days_asked)
        self._print.clicked.connect(self.print_asked)

    def _arrange(self) -> None:
        """All on one row, or where it leads on a second one, or the days on a third."""
        title, leads, days, prints = (
            part.sizeHint().width() + GAP if not part.isHidden() else 0
            for part in (self._title, self._leads, self.days, self._print)
        )
        room = self.width() - GAP  # an empty column between them has its gap too
        rows = 1 if title + leads + days + prints <= room + GAP else 2
        rows = rows if rows == 1 or title + days + prints <= room else 3
        if rows == self._rows:
            return
        self._rows = rows
        self._grid.removeWidget(self._leads)
        self._grid.removeWidget(self.days)
        if rows == 1:
            self._grid.addWidget(self._leads, 0, 1)
        else:
            self._grid.addWidget(self._leads, 1, 0, 1, 5)
        if rows == 3:
            self._grid.addWidget(self.days, 2, 0, 1, 5, Qt.AlignmentFlag.AlignLeft)
            follow(self._print, self.days)
        else:
            self._grid.addWidget(self.days, 0, 3)
            follow(self.days, self._print)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setWidth(0)  # it folds: its width never imposes that of the window
        return hint

    @Slot()
    def on_theme_changed(self) -> None:
        """The text has another size: what holds on a row too."""
        self._rows = 0
        self._arrange()


def day_steps(days: float) -> tuple[float | None, float | None]:
    """The figures before and after, by halves up to 2, then by whole days, by 5 above 20."""
    down = _step(days - 0.01)
    return (max(0.0, days - down) if days > 0 else None, min(days + _step(days), 10_000.0))


def _step(days: float) -> float:
    return 0.5 if days < 2 else 1.0 if days < 20 else 5.0


def euro_steps(amount: float) -> tuple[float | None, float | None]:
    """The round amounts before and after: by 100, 500, 5 000 or 50 000 €."""
    up = (amount // _euro_step(amount) + 1) * _euro_step(amount)
    step = _euro_step(amount - 0.01)
    down = max(0.0, (ceil(amount / step) - 1) * step) if amount > 0 else None
    return (down, min(up, 1_000_000_000.0))


def _euro_step(amount: float) -> float:
    for below, step in ((2_000, 100.0), (20_000, 500.0), (200_000, 5_000.0)):
        if amount < below:
            return step
    return 50_000.0


def euro_text(amount: float) -> str:
    """«2 448 € par an»."""
    return f"{euros(amount)} par\u00a0an"
