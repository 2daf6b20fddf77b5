# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The rail of the page of the questions: how far the answers are, and where to look for one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.text.numbers import count
from ui.pages.questions_find import NAME, QuestionsFind
from ui.pages.questions_path import QuestionPath, ThemeProgress
from ui.pages.questions_said import left_said
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import label, set_property
from ui.widgets.progress_ring import ProgressRing
from ui.widgets.scroll import scroll_area
from ui.widgets.theme_row import ThemeRow, ThemeState
from ui.widgets.tooltip import set_tooltip

WIDTH, NARROW_WIDTH, WIDE_WIDTH, RING = 272, 72, 300, 46


class QuestionsRail(QFrame):
    """The ring, then where to look for a question, then one row per theme or what is found. Thin,
    it has a button that asks for the search."""

    theme_chosen = Signal(str)
    find_asked = Signal()

    def __init__(self, theme: Theme, themes: int) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._theme = theme
        self._narrow = self._finding = False
        self._ring = ProgressRing(theme, RING)
        self._done = label("", "lead", bold=True, wrap=False)
        self._done.setProperty("heading", False)  # a number, not a title
        self._left = label("", "body", tone="ink2")
        self.search = QuestionsFind(theme)
        self.search_button = icon_button(theme, "search", name=NAME)
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
        self._head.setContentsMargins(7, 0, 0, 0)
        self._head.setSpacing(12)
        self._head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(words, 1)
        themes = QWidget()
        self._list = QVBoxLayout(themes)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._list.addStretch(1)
        self._area = scroll_area(themes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 14, 8, 12)
        layout.setSpacing(10)
        layout.addLayout(self._head)
        layout.addWidget(self.search_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.search, 1)
        layout.addWidget(self._area, 1)
        self.search_button.hide()
        self.search_button.clicked.connect(self.find_asked)

    def set_narrow(self, *, narrow: bool) -> None:
        """Pictograms alone, or all."""
        self._narrow = narrow
        self._done.setVisible(not narrow)
        self._left.setVisible(not narrow)
        for row in self._rows:
            row.set_narrow(narrow=narrow)
        self._narrow_ring()
        self.search_button.setVisible(narrow)
        self._show_themes()

    def take_search(self) -> None:
        """Show the search here."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(2, self.search, 1)
        self.search.set_apart(apart=False)
        self.search.show()

    def show_finding(self, *, finding: bool) -> None:
        """Whether what is found takes the place of the themes."""
        self._finding = finding
        set_property(self.search_button, "kind", "framed" if finding else "")
        told = f"Une liste est affichée\u00a0: {self.search.status.text()}" if finding else ""
        self.search_button.setAccessibleDescription(told)
        self._show_themes()

    def _show_themes(self) -> None:
        beside = self._finding and not self._narrow
        self._area.setVisible(not beside)
        policy = self.search.sizePolicy()
        vertical = policy.Policy.Expanding if beside or self._narrow else policy.Policy.Maximum
        policy.setVerticalPolicy(vertical)
        self.search.setSizePolicy(policy)

    def set_outside(self, outside: int) -> None:
        """Leave that much room at the left, where the window is wider than the contents."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(8 + outside, 14, 8, 12)

    def show_path(self, path: QuestionPath, current_theme: str) -> None:
        """Show how far the answers are."""
        progress = path.progress
        self._ids = [p.theme.id for p in progress]
        while len(self._rows) < len(progress):  # another year may ask more
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(progress))
        for row, p in zip(self._rows, progress, strict=False):
            row.show_state(_state(p, current=p.theme.id == current_theme, express=path.express))
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
        around = round((NARROW_WIDTH - RING) * self._theme.scale / 2) - 8
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


def _state(p: ThemeProgress, *, current: bool, express: bool) -> ThemeState:
    """A theme whose questions do not apply says so; the short form only counts its own."""
    parts = left_said(p)
    if p.skipped and not express:
        one = "non posée" if p.skipped == 1 else "non posées"
        parts.append(one if not p.asked else f"{p.skipped} {one}")
        if not p.asked:
            parts = ["Ne s’applique pas ici"]
    remark = " · ".join(parts)
    said = f"{_seen_said(p.answered)} sur {p.asked}" if p.asked else "aucune question posée"
    spoken = [p.theme.title, said, *([remark] if p.asked and remark else [])]
    if current:
        spoken.append("thème en cours")
    counted = f"{p.answered}/{p.asked}" if p.asked else "–"
    told, left = ", ".join(spoken), bool(left_said(p))
    # cut between two remarks, not inside one
    seen = remark if not p.asked else " · ".join(part.replace(" ", "\u00a0") for part in parts)
    return ThemeState(p.index, p.theme.title, counted, seen, p.done, current, told, left)
