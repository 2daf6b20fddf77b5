# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where questions are looked for: a field, what is left to do, and what is found.

Says what is typed and ticked; keeps neither.
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.questions_found import FoundList
from ui.pages.questions_list import FILTERS, Filter, Group, QuestionList
from ui.pages.questions_said import ABOUT, ABOUT_WORDS, ALL
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, button, icon_button
from ui.widgets.filter_chip import FilterChip
from ui.widgets.find_field import FindField
from ui.widgets.labels import label
from ui.widgets.question_row import QuestionState
from ui.widgets.tooltip import set_tooltip

NAME, CLOSE = "Chercher une question", "Fermer la recherche"
INVITED = "Quelques mots…"
GAP, INDENT = 6, 11


class QuestionsFind(QWidget):
    """In the rail or, where it is thin, in a drawer of its own."""

    typed = Signal(str)
    filter_toggled = Signal(str)
    left_asked = Signal()
    """Everything is to be shown again."""
    entered = Signal()
    """The first question found is to be opened."""
    question_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = FindField(theme, NAME)
        self.field.setPlaceholderText(INVITED)
        self.field.setAccessibleDescription("Touches Ctrl+F")
        set_tooltip(self.field, "Ctrl+F")
        self.close_search = icon_button(theme, "close", name=CLOSE)
        self.chips: dict[Filter, FilterChip] = {
            one: FilterChip(theme, said) for one, said in FILTERS
        }
        self.status = label("", "body", bold=True)
        self.everything = button(theme, ALL, "quiet")
        self.about = label(ABOUT, "caption", tone="ink2")
        self.found = FoundList(theme, self.everything)
        self._placed: list[FilterChip] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for place, chip in enumerate(self.chips.values()):
            chip.hide()
            self._grid.addWidget(chip, place // 2, place % 2)
        self._told = QWidget()
        row = QHBoxLayout(self._told)
        row.setContentsMargins(10, 0, 0, 0)
        row.addWidget(self.status, 1)
        row.addWidget(self.everything)
        typing = QHBoxLayout()
        typing.setSpacing(GAP)
        typing.addWidget(self.field, 1)
        typing.addWidget(self.close_search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(typing)
        column.addLayout(self._grid)
        column.addWidget(self.about)
        column.addWidget(self._told)
        column.addWidget(self.found, 1000)
        column.addStretch(1)  # what is found takes it all
        for widget in (self._told, self.found):
            widget.hide()

    def _connect(self) -> None:
        self.field.textEdited.connect(self.typed)
        self.field.down_pressed.connect(self.found.focus_first)
        self.field.entered.connect(self.entered)
        self.field.left.connect(self.left_asked)
        for way_out in (self.everything, self.close_search):
            way_out.clicked.connect(self.left_asked)
        self.found.question_chosen.connect(self.question_chosen)
        self.found.left_upwards.connect(self.focus_field)
        for one, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_chip_clicked, one))

    def set_apart(self, *, apart: bool) -> None:
        """Whether it is alone in a drawer, which has a button to close it."""
        self.close_search.setVisible(not apart)

    def show_list(self, looked_for: QuestionList, counts: Mapping[Filter, int]) -> None:
        """Show what is looked for, and what could be: a filter that would list nothing is hidden,
        unless it is put."""
        if self.field.text() != looked_for.typed:
            self.field.setText(looked_for.typed)
        shown: list[FilterChip] = []
        for one, chip in self.chips.items():
            ticked = one in looked_for.ticked
            chip.show_count(counts[one], ticked=ticked)
            chip.setVisible(bool(counts[one]) or ticked)
            shown += [chip] if not chip.isHidden() else []
        if shown != self._placed:
            self._placed = shown
            for place, chip in enumerate(shown):
                self._grid.addWidget(chip, place // 2, place % 2)
        self.about.setText(ABOUT if shown else ABOUT_WORDS)

    def show_found(
        self, groups: Sequence[Group], states: Mapping[str, QuestionState], said: str
    ) -> None:
        """Show what is found; an empty sentence when nothing is looked for."""
        self._told.setVisible(bool(said))
        self.found.setVisible(bool(said))
        self.about.setVisible(not said)
        self.found.show_found(groups, states)
        if said and said != self.status.text():
            announce(self.field, said)
        self.status.setText(said)

    def show_way_out(self, *, shown: bool) -> None:
        """Whether it has a button that shows everything again, or leaves that to another."""
        if not shown and self.everything.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.everything.setVisible(shown)

    @Slot()
    def focus_field(self) -> None:
        """Go to the field, what is typed selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_chip_clicked(self, one: str, _checked: bool = False) -> None:
        self.filter_toggled.emit(one)


class FindButton(Button):
    """In the place of the search until it is asked for, aligned with the themes under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Chercher, filtrer…", "quiet", "search", after=False)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(f"{NAME}, ou voir celles qui restent. Touches Ctrl+F")
        set_tooltip(self, "Ctrl+F")
        self.setStyleSheet(f"QPushButton {{ text-align: left; padding-left: {INDENT}px; }}")


class FindDrawer(QFrame):
    """Holds the search over the question, where the rail is too thin for it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.close_drawer = icon_button(theme, "close", name=CLOSE)
        self.close_drawer.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label(NAME, "lead", bold=True), 1)
        head.addWidget(self.close_drawer)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 12)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addStretch(1)
        self.hide()

    def take(self, find: QuestionsFind) -> None:
        """Show the search here."""
        self._column.insertWidget(1, find, 100)
        find.set_apart(apart=True)
        find.show()
