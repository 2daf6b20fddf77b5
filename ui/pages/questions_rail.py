# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The rail of the page of the questions: how far the answers are, and where to look for one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.text.numbers import count
from ui.pages.questions_find import NAME, FindButton, QuestionsFind
from ui.pages.questions_path import QuestionPath, ThemeProgress
from ui.pages.questions_said import left_said, taken_by
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import label, set_property
from ui.widgets.progress_ring import ProgressRing
from ui.widgets.scroll import scroll_area
from ui.widgets.theme_row import ThemeRow, ThemeState
from ui.widgets.tooltip import set_tooltip

WIDTH, NARROW_WIDTH, WIDE_WIDTH, RING = 272, 72, 300, 46
SIDE, BAR = 8, 14
"""The margins at both sides; the width of a scroll bar."""


class QuestionsRail(QFrame):
    """The ring, a button that asks for the search, then one row per theme. The search takes the
    place of its button and, once something is found, that of the themes."""

    theme_chosen = Signal(str)
    find_asked = Signal()

    def __init__(self, theme: Theme, themes: int) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = theme
        self._narrow = self._opened = self._listing = False
        self._ring = ProgressRing(theme, RING)
        self._done = label("", "lead", bold=True, wrap=False)
        self._done.setProperty("heading", False)  # a number, not a title
        self._left = label("", "body", tone="ink2")
        self.search = QuestionsFind(theme)
        self.search.hide()
        self.search_button = icon_button(theme, "search", name=NAME)
        self.find_button = FindButton(theme)
        self._rows: list[ThemeRow] = []
        self._ids: list[str] = []
        self._current = ""
        self._build()
        for _ in range(themes):
            self._add_row()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._done)
        words.addWidget(self._left)
        words.addStretch(1)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(words, 1)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(0, 0, SIDE, 0)
        self._top.setSpacing(8)
        self._top.addLayout(self._head)
        self._top.addWidget(self.search_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._top.addWidget(self.find_button)
        self._top.addWidget(self.search, 1)
        themes = QWidget()
        self._list = QVBoxLayout(themes)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        self._area = scroll_area(themes)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self._column.addLayout(self._top)
        self._column.addWidget(self._area, 1)
        self.set_outside(0)
        for asked in (self.search_button, self.find_button):
            asked.clicked.connect(self.find_asked)
        self._area.verticalScrollBar().rangeChanged.connect(self._fit_rows)

    def set_narrow(self, *, narrow: bool) -> None:
        """Pictograms alone, or all."""
        self._narrow = narrow
        self._done.setVisible(not narrow)
        self._left.setVisible(not narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)
        self._narrow_ring()
        self._fit_rows()
        self._show_parts()

    def take_search(self) -> None:
        """Have the search here again."""
        self._top.addWidget(self.search, 1)
        self.search.set_apart(apart=False)
        self._show_parts()

    def open_search(self, *, opened: bool) -> None:
        """Whether the search is shown even while nothing is looked for."""
        self._opened = opened
        self._show_parts()

    def show_finding(self, *, finding: bool) -> None:
        """Whether what is found takes the place of the themes."""
        self._listing = finding
        set_property(self.search_button, "kind", "framed" if finding else "")
        told = f"Une liste est affichée\u00a0: {self.search.status.text()}" if finding else ""
        self.search_button.setAccessibleDescription(told)
        self._show_parts()

    def _show_parts(self) -> None:
        wide, searching = not self._narrow, self._opened or self._listing
        self.search_button.setVisible(self._narrow)
        self.find_button.setVisible(wide and not searching)
        if wide:  # else it is in a drawer
            self.search.setVisible(searching)
        beside = wide and self._listing
        self._area.setVisible(not beside)
        self._column.setStretchFactor(self._top, int(beside))
        policy = self.search.sizePolicy()
        vertical = policy.Policy.Expanding if beside or self._narrow else policy.Policy.Maximum
        policy.setVerticalPolicy(vertical)
        self.search.setSizePolicy(policy)

    @Slot()
    def _fit_rows(self) -> None:
        """The scroll bar is in the margin; beside it, pictograms alone stay in the middle."""
        barred = self._narrow and self._area.verticalScrollBar().maximum() > 0
        self._list.setContentsMargins(BAR - SIDE if barred else 0, 0, 0 if barred else SIDE, 0)

    def set_outside(self, outside: int) -> None:
        """Leave that much room at the left, where the window is wider than the contents."""
        self._column.setContentsMargins(SIDE + outside, 14, 0, 6)

    def show_path(self, path: QuestionPath, current_theme: str) -> None:
        """Show how far the answers are."""
        progress = path.progress
        self._ids = [p.theme.id for p in progress]
        while len(self._rows) < len(progress):  # another year may ask more
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(progress))
        for row, p in zip(self._rows, progress, strict=False):
            here = p.theme.id == current_theme
            taken = taken_by(path.snapshot, p.theme.id)
            row.show_state(_state(p, taken, current=here, express=path.express))
        self._ring.show_progress([(p.answered, p.asked) for p in progress])
        if current_theme in self._ids and current_theme != self._current:
            self._area.ensureWidgetVisible(self._rows[self._ids.index(current_theme)], 0, 24)
        self._current = current_theme
        total, left = len(path.asked), len(path.open)
        self._done.setText(_seen_said(path.answered))
        self._left.setText(_among_said(total, left, express=path.express))
        said = f"{self._done.text()} {self._left.text()}"
        set_tooltip(self._ring, said if self._narrow else "")

    def _add_row(self) -> None:
        row = ThemeRow(self._theme)
        row.set_narrow(narrow=self._narrow)
        place = len(self._rows)
        row.clicked.connect(partial(self._on_clicked, place))
        row.step_asked.connect(partial(self._on_step_asked, place))
        self._rows.append(row)
        self._list.insertWidget(place, row)

    def _on_clicked(self, place: int, _checked: bool = False) -> None:
        self.theme_chosen.emit(self._ids[place])

    def _on_step_asked(self, place: int, step: int) -> None:
        if 0 <= place + step < len(self._ids):
            row = self._rows[place + step]
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(row)

    def _narrow_ring(self) -> None:
        around = round((NARROW_WIDTH - RING) * self._theme.scale / 2) - SIDE
        self._head.setContentsMargins(around if self._narrow else 5, 0, 0, 0)

    @property
    def rows(self) -> Sequence[ThemeRow]:
        """The rows, in the order of the themes."""
        return self._rows

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def _seen_said(seen: int) -> str:
    """Seen, not answered: «je ne sais pas» and «sans objet» are among them."""
    return count(seen, "question vue", "questions vues")


def _among_said(total: int, left: int, *, express: bool) -> str:
    among = f"sur {total} express" if express else f"sur {total}"
    return f"{among}, encore {left}" if 0 < left < total else among


def _state(p: ThemeProgress, taken: str, *, current: bool, express: bool) -> ThemeState:
    """A theme whose questions do not apply says so; the short form only counts its own. `taken`:
    who takes it, written where nothing else is to be told."""
    parts = left_said(p)
    if p.skipped and not express:
        one = "non posée" if p.skipped == 1 else "non posées"
        parts.append(one if not p.asked else f"{p.skipped} {one}")
        if not p.asked:
            parts = ["Ne s’applique pas ici"]
    remark = " · ".join(parts)
    said = f"{_seen_said(p.answered)} sur {p.asked}" if p.asked else "aucune question posée"
    spoken = [p.theme.title, said, *([remark] if p.asked and remark else [])]
    if taken:
        spoken.append(taken)
    if current:
        spoken.append("thème en cours")
    counted = f"{p.answered}/{p.asked}" if p.asked else "–"
    told, left = ", ".join(spoken), left_said(p)
    # what is left to do first; cut between two remarks, not inside one
    shown = left or parts
    seen = remark if not p.asked else " · ".join(part.replace(" ", "\u00a0") for part in shown)
    seen = seen or taken
    return ThemeState(p.index, p.theme.title, counted, seen, p.done, current, told, bool(left))
