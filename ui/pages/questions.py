# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The page of the questions at the keyboard: what each key and each remark does there."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit

from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.questions_answering import QuestionsAnswering
from ui.pages.questions_keys import BARE, Command, command, digit
from ui.widgets.announce import announce
from ui.widgets.answer_card import AnswerCard
from ui.widgets.segmented import Segment

ANSWERS = (AnswerCard, Segment)
"""Where Entrée goes to the next question: the arrows that led there chose nothing."""
LEFT_OPEN = "Question précédente sans réponse\u00a0: la touche Espace choisit la réponse encadrée."


class QuestionsPage(QuestionsAnswering):
    """One question at a time, in order; the keyboard is enough."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        # a shortcut, because buttons keep every arrow for themselves
        self._back = QShortcut(QKeySequence("Alt+Left"), self)
        self._back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.setAutoRepeat(False)
        self._back.activated.connect(self.go_back)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.activated.connect(self.view.open_find)
        for remark in self.view.column.remarks:
            remark.chosen.connect(self._on_remark_chosen)
        desk.preferences.ticked.connect(self._on_changed)

    @Slot(str)
    def _on_remark_chosen(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "question":
            self._open(name)
        elif kind == "reasons":
            self._on_reasons_asked()
        elif kind == "again":
            self._on_clear_asked()
        elif kind == "confirm":
            self._on_confirm_asked()
        elif kind == "propose":
            self._on_proposal_taken()
        elif kind == "whole":
            self._on_whole_chosen()
        else:
            self.went_to.emit(kind, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        typing = isinstance(focus, QLineEdit | QPlainTextEdit)
        wish = command(event)
        if wish is Command.BACK and self._step_back():
            return
        if typing or not self._place.begun:
            if wish is Command.NEXT and isinstance(focus, QAbstractButton):
                focus.click()
            elif wish is Command.FIND and not typing and self.desk.preferences.answer_keys:
                self.view.open_find()
            else:
                super().keyPressEvent(event)
            return
        self._typing = True
        try:
            done = self._answers(event) if wish is None else self._obey(wish, focus)
        finally:
            self._typing = False
        if not done:
            super().keyPressEvent(event)

    def _step_back(self) -> bool:
        """Échap closes what was opened last; False when nothing is."""
        view = self.view
        if view.column.body.reasons_open:
            view.column.body.close_reasons()
        elif view.drawer_open:
            view.close_drawer()
        elif self._place.list.wanted:
            self.leave_list()
        elif view.find_open:
            view.close_find()
        else:
            return False
        return True

    def _answers(self, event: QKeyEvent) -> bool:
        """Choose what a digit stands for; False when it stands for nothing."""
        number = digit(event) if self._keyed else None
        return number is not None and self._may_choose() and self.view.column.body.press(number)

    @property
    def _keyed(self) -> bool:
        """Whether one key alone answers: away from the question, it would write an answer that
        one does not look at."""
        focus, view = QApplication.focusWidget(), self.view
        here = focus in (None, self, view, view.area)
        at_question = here or view.column.isAncestorOf(focus) or view.bar.isAncestorOf(focus)
        return at_question and self.desk.preferences.answer_keys

    def _goes_on(self, focus: QAbstractButton) -> bool:
        """Whether Entrée goes to the next question instead of pressing what has the focus."""
        column = self.view.column
        if focus in (column.unknown, column.not_concerned):
            return focus.isChecked()
        return isinstance(focus, ANSWERS) and not column.body.reasons_open

    def _go_on_from(self, focus: object) -> None:
        """Entrée on a card that is not chosen goes on too; what was left without answer is said,
        for one may have thought to choose it."""
        question = self.current
        answered = question in self.bridge.snapshot.assessment.answers
        if not isinstance(focus, AnswerCard) or answered or not self._may_choose():
            self.go_on()
        elif self._go_to_next(tell=True):
            announce(self, f"{LEFT_OPEN} {self.view.column.title.text()}")
        else:
            self.go_on()

    def _obey(self, wish: Command, focus: object) -> bool:
        keyed = self.desk.preferences.answer_keys if wish is Command.FIND else self._keyed
        if wish in BARE and not keyed:
            return False
        if wish is Command.NEXT:
            if isinstance(focus, QAbstractButton) and not self._goes_on(focus):
                focus.click()
            else:
                self._go_on_from(focus)
        elif wish is Command.UNKNOWN:
            self._on_unknown_chosen()
        elif wish is Command.NOT_CONCERNED:
            self._on_reasons_asked()
        elif wish is Command.REVIEW:
            self._on_review_asked()
        elif wish is Command.FIND:
            self.view.open_find()
        else:
            return False
        return True
