# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Going from one question to another: in order, to a theme, in a list, after what is taken back.

It keeps where one is, never what was answered.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout

from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.questions_display import QuestionsDisplay
from ui.pages.questions_kept import QuestionsKept
from ui.pages.questions_list import ASKED, Filter
from ui.pages.questions_people import QuestionPeople
from ui.pages.questions_place import QuestionsPlace
from ui.pages.questions_said import NO_MORE
from ui.pages.questions_view import QuestionsView
from ui.widgets.announce import announce


class QuestionsGoing(Page):
    """One question at a time; which one, and how to leave it."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        self.view = QuestionsView(desk.theme, len(bridge.questionnaire.themes))
        people = QuestionPeople(desk.paths.bundle.resources, bridge)
        self._display = QuestionsDisplay(self.view, bridge, desk.preferences, people)
        self._place = QuestionsPlace(bridge, people)
        self._kept = QuestionsKept(desk, bridge, self.view.help)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setAccessibleName("Questions")
        self._connect_ways()
        for told in (bridge.undone, bridge.redone):
            told.connect(self._on_taken_back)

    def _connect_ways(self) -> None:
        view, find = self.view, self.view.rail.search
        view.rail.theme_chosen.connect(self._on_theme_chosen)
        view.start.express_chosen.connect(self._on_express_chosen)
        view.start.whole_chosen.connect(self._on_whole_chosen)
        view.start.proposed.chosen.connect(self.show_detail)
        view.bar.previous_asked.connect(self.go_back)
        view.bar.next_asked.connect(self.go_on)
        view.bar.whole_asked.connect(self._on_whole_chosen)
        view.bar.everything_asked.connect(self.leave_list)
        find.typed.connect(self._on_typed)
        find.filter_toggled.connect(self._on_filter_toggled)
        find.left_asked.connect(self.leave_list)
        find.entered.connect(self._on_first_found_asked)
        find.question_chosen.connect(self._on_found_chosen)

    @property
    def current(self) -> str | None:
        """The question shown, None before the first one."""
        return self._place.current

    @property
    def express(self) -> bool:
        """Whether only the short form is asked."""
        return self._place.express

    def refresh(self) -> None:
        self._place.settle()
        self._display.show(self._place)
        self._kept.show(self.current if self._place.begun else None)

    def show_detail(self, detail: object) -> None:
        """Open at a question or a theme, by its id, or at the first that a filter lists; where
        one was otherwise."""
        if not isinstance(detail, str):
            return
        if detail in ASKED:
            self._place.list.only(ASKED[detail])
            self.refresh()
            self._on_first_found_asked()
            return
        questionnaire = self.bridge.questionnaire
        if detail in questionnaire.questions:
            if not self._stays_at(detail):
                self._open(detail)
            return
        if any(theme.id == detail for theme in questionnaire.themes):
            self._on_theme_chosen(detail)

    def _stays_at(self, question: str) -> bool:
        """Whether one is there already, doing something beside it: the focus is left to that."""
        focus = QApplication.focusWidget()
        if focus is None or question != self.current or not self._place.begun:
            return False
        return self.isAncestorOf(focus) and not self.view.column.isAncestorOf(focus)

    def leave(self) -> None:
        self.view.help.note.flush()
        self._kept.flush()
        self.view.column.body.flush()

    def begin(self) -> None:
        """Give the focus to what is done next here."""
        if not self._place.begun:
            self.view.start.focus_first()
        elif self.view.column.body.isEnabled():
            self.view.column.focus_answer()
        else:
            self.view.bar.next.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """To the next question, of the list if there is one; after the last one, to what is left
        of the short form, else to the results."""
        if not self._go_to_next():
            self.leave()
            if self._place.list.wanted:
                self.leave_list()
                announce(self, NO_MORE)
            else:
                self.went_to.emit("resultats", None)

    def _go_to_next(self, *, tell: bool = False) -> bool:
        """False when no question is left that way."""
        following = self._place.following() or self._place.left_out()
        if following is not None:
            self._display.moving_on(self.current, tell=tell)
            self._go(following, self._place.go_on)
        return following is not None

    @Slot()
    def go_back(self) -> None:
        """To the question before."""
        before = self._place.previous()
        if before is not None:
            self._display.moving_on(None)
            self._go(before, self._place.go_back)

    @Slot()
    def leave_list(self) -> None:
        """Look for nothing any more: every theme and question is shown again."""
        self._place.leave_list()
        self.view.close_find()
        self.refresh()
        self.begin()

    def _open(self, question: str) -> None:
        """Go to a question, wherever it is."""
        self._display.moving_on(None)
        self._go(question, self._place.jump)

    def _go(self, question: str, move: Callable[[str], None]) -> None:
        self.leave()
        move(question)
        self.refresh()
        if self.isVisible():
            self.begin()
            self.view.show_top()
            announce(self, self.view.column.title.text())

    def _begin(self, *, express: bool) -> None:
        entry = self._place.begin(express=express)
        if entry is not None:
            self._open(entry)
        else:
            self.refresh()

    @Slot(object)
    def _on_taken_back(self, changes: object) -> None:
        self._place.follow(changes)

    @Slot(str)
    def _on_theme_chosen(self, theme: str) -> None:
        self._open(self._place.entry(theme))

    @Slot()
    def _on_express_chosen(self) -> None:
        self._begin(express=True)

    @Slot()
    def _on_whole_chosen(self) -> None:
        self._begin(express=False)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._place.list.typed = text
        self.view.stay_in_find()
        self.refresh()

    @Slot(str)
    def _on_filter_toggled(self, one: Filter) -> None:
        self._place.list.toggle(one)
        self.view.stay_in_find()
        self.refresh()

    @Slot()
    def _on_first_found_asked(self) -> None:
        looked_for = self._place.list
        found = looked_for.questions(self._place.path) if looked_for.wanted else ()
        if found:
            self._on_found_chosen(found[0])

    @Slot(str)
    def _on_found_chosen(self, question: str) -> None:
        self.view.close_find()
        self._open(question)
