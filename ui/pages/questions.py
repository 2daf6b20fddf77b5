# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The page of the questions: which one is shown, and what each act asks of the session.

It keeps where one is, never what was answered.
"""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.questions_display import QuestionsDisplay
from ui.pages.questions_keys import Command, command, digit
from ui.pages.questions_place import QuestionsPlace
from ui.pages.questions_view import QuestionsView
from ui.widgets.announce import announce
from ui.widgets.answer_button import AnswerButton
from ui.widgets.answer_card import AnswerCard
from ui.widgets.segmented import Segment

ANSWERS = (AnswerCard, AnswerButton, Segment)
"""Where Entrée goes to the next question instead of pressing what has the focus."""


class QuestionsPage(Page):
    """One question at a time, in order; the keyboard is enough."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        self.view = QuestionsView(desk.theme, len(bridge.questionnaire.themes))
        self._display = QuestionsDisplay(self.view, bridge)
        self._place = QuestionsPlace(bridge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setAccessibleName("Questions")
        # a shortcut, because buttons keep every arrow for themselves
        self._back = QShortcut(QKeySequence("Alt+Left"), self)
        self._back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.setAutoRepeat(False)
        self._connect()

    def _connect(self) -> None:
        view, column = self.view, self.view.column
        view.rail.theme_chosen.connect(self._on_theme_chosen)
        view.start.express_chosen.connect(self._on_express_chosen)
        view.start.whole_chosen.connect(self._on_whole_chosen)
        view.bar.previous_asked.connect(self.go_back)
        view.bar.next_asked.connect(self.go_on)
        view.bar.whole_asked.connect(self._on_whole_chosen)
        view.help.note.note_written.connect(self._on_note_written)
        column.body.value_chosen.connect(self._on_value_chosen)
        column.body.reason_chosen.connect(self._on_reason_chosen)
        column.body.reasons_toggled.connect(self._on_reasons_toggled)
        column.body.entered.connect(self.go_on)
        column.unknown.clicked.connect(self._on_unknown_chosen)
        column.not_concerned.clicked.connect(self._on_reasons_asked)
        column.clear.clicked.connect(self._on_clear_asked)
        self._back.activated.connect(self.go_back)
        for remark in column.remarks:
            remark.chosen.connect(self._on_remark_chosen)

    @property
    def current(self) -> str | None:
        """The question shown, None before the first one."""
        return self._place.current

    @property
    def express(self) -> bool:
        """Whether only the short form is asked."""
        return self._place.express

    def refresh(self) -> None:
        place = self._place
        place.settle()
        self._display.show(place.path, place.current if place.begun else None)

    def show_detail(self, detail: object) -> None:
        """Open at a question or a theme, by its id; at the first one it can otherwise."""
        if not isinstance(detail, str):
            return
        questionnaire = self.bridge.questionnaire
        if detail in questionnaire.questions:
            self._open(detail)
            return
        if any(theme.id == detail for theme in questionnaire.themes):
            self._on_theme_chosen(detail)

    def leave(self) -> None:
        self.view.help.note.flush()
        self.view.column.body.flush()

    @Slot()
    def go_on(self) -> None:
        """To the next question; after the last one, to what is left of the short form, else to
        the results."""
        following = self._place.following() or self._place.left_out()
        if following is None:
            self.leave()
            self.went_to.emit("resultats", None)
        else:
            self._display.moving_on(self.current)
            self._go(following)

    @Slot()
    def go_back(self) -> None:
        """To the question before."""
        before = self._place.previous()
        if before is not None:
            self._open(before)

    def _open(self, question: str) -> None:
        """Go to a question, wherever it is."""
        self._display.moving_on(None)
        self._go(question)

    def _go(self, question: str) -> None:
        self.leave()
        self._place.go(question)
        self.refresh()
        if self.isVisible():
            self.begin()
            announce(self, self.view.column.title.text())

    def _give(self, answer: Answer | None) -> None:
        """Hand an answer over, unless it is the one that is kept already."""
        question = self.current
        if question is None or not self._may_answer():
            return
        if isinstance(answer, Answered):
            answer = Answered(answer.value, self.bridge.variant(question))
        kept = self.bridge.snapshot.assessment.answers.get(question)
        if answer != kept or question in self.bridge.faults:
            self._place.undoing(undoing=False)
            self.bridge.answer(question, answer)

    def _may_answer(self) -> bool:
        return self.bridge.writable and self._place.applies()

    def _may_choose(self) -> bool:
        return self._may_answer() and self.view.column.body.isEnabled()

    @Slot(object)
    def _on_value_chosen(self, value: object) -> None:
        self._give(None if value is None else Answered(value))  # type: ignore[arg-type]

    @Slot()
    def _on_unknown_chosen(self) -> None:
        if self._may_answer():
            self._give(Unknown())
            self.view.column.body.close_reasons()
            announce(self, "Je ne sais pas, votre réponse")

    @Slot()
    def _on_reasons_asked(self) -> None:
        if self._may_answer():
            self.view.column.body.open_reasons()

    @Slot(str)
    def _on_reason_chosen(self, reason: str) -> None:
        self._give(NotConcerned(reason))
        self.view.column.body.close_reasons()
        announce(self, f"Sans objet, votre réponse : {reason}")

    @Slot()
    def _on_reasons_toggled(self) -> None:
        self.refresh()
        if not self.view.column.body.reasons_open:
            self.view.column.focus_answer()

    @Slot()
    def _on_clear_asked(self) -> None:
        self._give(None)
        self.view.column.focus_answer()
        announce(self, "Réponse effacée")

    @Slot(str)
    def _on_note_written(self, text: str) -> None:
        if self.current is not None and self.bridge.writable:
            self._place.undoing(undoing=False)
            self.bridge.note(self.current, text)

    @Slot(str)
    def _on_theme_chosen(self, theme: str) -> None:
        self._open(self._place.entry(theme))

    @Slot()
    def _on_express_chosen(self) -> None:
        self._begin(express=True)

    @Slot()
    def _on_whole_chosen(self) -> None:
        self._begin(express=False)

    def _begin(self, *, express: bool) -> None:
        entry = self._place.begin(express=express)
        if entry is not None:
            self._open(entry)
        else:
            self.refresh()

    @Slot(str)
    def _on_remark_chosen(self, action: str) -> None:
        kind, _, name = action.partition(":")
        if kind == "question":
            self._open(name)
        elif kind == "reasons":
            self._on_reasons_asked()
        elif kind == "again":
            self._on_clear_asked()
        elif kind == "whole":
            self._on_whole_chosen()
        else:
            self.went_to.emit(kind, None)

    def begin(self) -> None:
        """Give the focus to what is done next here."""
        if not self._place.begun:
            self.view.start.focus_first()
        elif self.view.column.body.isEnabled():
            self.view.column.focus_answer()
        else:
            self.view.bar.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        typing = isinstance(focus, QLineEdit | QPlainTextEdit)
        wish = command(event)
        if wish is Command.BACK and self._step_back():
            return
        if typing or not self._place.begun:
            if wish is Command.NEXT and isinstance(focus, QAbstractButton):
                focus.click()
                return
            super().keyPressEvent(event)
            return
        number = digit(event) if wish is None else None
        if number is not None and self._may_choose() and self.view.column.body.press(number):
            return
        if wish is None or not self._obey(wish, focus):
            super().keyPressEvent(event)

    def _step_back(self) -> bool:
        """Échap closes what was opened last; False when nothing is."""
        if self.view.column.body.reasons_open:
            self.view.column.body.close_reasons()
            return True
        if self.view.drawer_open:
            self.view.close_drawer()
            return True
        return False

    def _obey(self, wish: Command, focus: object) -> bool:
        if wish is Command.NEXT:
            if isinstance(focus, QAbstractButton) and not isinstance(focus, ANSWERS):
                focus.click()
            else:
                self.go_on()
        elif wish is Command.UNKNOWN:
            self._on_unknown_chosen()
        elif wish is Command.NOT_CONCERNED:
            self._on_reasons_asked()
        elif wish in (Command.UNDO, Command.REDO) and self.bridge.writable:
            self.leave()
            self._place.undoing(undoing=True)
            self.bridge.undo() if wish is Command.UNDO else self.bridge.redo()
        else:
            return False
        return True
