# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What each act on a question asks of the session, and what follows it."""

from PySide6.QtCore import QElapsedTimer, Slot
from PySide6.QtWidgets import QApplication

from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.questions_going import QuestionsGoing
from ui.pages.questions_proposed import TAKEN
from ui.pages.questions_said import before_said
from ui.widgets.announce import announce

ONE_ACT = ("niveaux", "choix", "note")
"""The types of question that one act answers: several choices and a number take more."""


class QuestionsAnswering(QuestionsGoing):
    """Hands answers, notes and marks over; goes on by itself for those who prefer it."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        self._typing = False
        """Whether what is chosen is by a key, and not by the mouse."""
        self._moved = QElapsedTimer()
        column = self.view.column
        column.body.value_chosen.connect(self._on_value_chosen)
        column.body.reason_chosen.connect(self._on_reason_chosen)
        column.body.reasons_toggled.connect(self._on_reasons_toggled)
        column.body.entered.connect(self.go_on)
        column.body.told.connect(self._on_told)
        column.body.typing.settled.connect(self._on_mark_settled)
        column.unknown.clicked.connect(self._on_unknown_chosen)
        column.not_concerned.clicked.connect(self._on_reasons_asked)
        column.review.clicked.connect(self._on_review_asked)
        column.clear.clicked.connect(self._on_clear_asked)
        self.view.help.note.note_written.connect(self._on_note_written)

    def _give(self, answer: Answer | None) -> bool:
        """Hand an answer over, unless it is the one that is kept already; False when nothing can
        be answered."""
        question = self.current
        if question is None or not self._may_answer() or self._is_second_click():
            return False
        if isinstance(answer, Answered):
            answer = Answered(answer.value, self.bridge.variant(question))
        assessment = self.bridge.snapshot.assessment
        self._place.stay()
        if answer != assessment.answers.get(question) or question in self.bridge.faults:
            self.bridge.answer(question, answer)
        elif question in assessment.to_confirm:
            self.bridge.confirm(question)
        return True

    def _may_answer(self) -> bool:
        return self.bridge.writable and self._place.applies()

    def _may_choose(self) -> bool:
        return self._may_answer() and self.view.column.body.isEnabled()

    def _move_on(self) -> None:
        """Once a question is answered, if it is preferred so; never out of the page."""
        if not self.desk.preferences.moves_on or self.current is None:
            return
        answered = self.current
        if self._go_to_next(tell=True):
            self._moved.start()
            snapshot = self.bridge.snapshot
            question = snapshot.questionnaire.questions[answered]
            said = before_said(question, snapshot.assessment.answers.get(answered))
            announce(self, f"{said}. {self.view.column.title.text()}")

    def _is_second_click(self) -> bool:
        """A double click answers the question it was made on, not the next one that came."""
        if self._typing or not self._moved.isValid():
            return False
        return self._moved.elapsed() < QApplication.doubleClickInterval()

    @Slot(object)
    def _on_value_chosen(self, value: object) -> None:
        answer = None if value is None else Answered(value)  # type: ignore[arg-type]
        question = self.current
        if question is None or not self._give(answer) or answer is None:
            return
        kind = self.bridge.questionnaire.questions[question].type
        if kind in ONE_ACT and not self.view.column.body.typing.waits:
            self._move_on()

    @Slot()
    def _on_mark_settled(self) -> None:
        """A 1 that no 0 has followed, unless one does something else by now."""
        focus = QApplication.focusWidget()
        if focus is not None and self.view.column.isAncestorOf(focus):
            self._move_on()

    @Slot(str)
    def _on_told(self, text: str) -> None:
        announce(self, text)

    @Slot()
    def _on_unknown_chosen(self) -> None:
        if self._give(Unknown()):
            self.view.column.body.close_reasons()
            announce(self, "Je ne sais pas, votre réponse")
            self._move_on()

    @Slot()
    def _on_reasons_asked(self) -> None:
        if self._may_answer() and not self._is_second_click():
            self.view.column.body.open_reasons()

    @Slot(str)
    def _on_reason_chosen(self, reason: str) -> None:
        if self._give(NotConcerned(reason)):
            self.view.column.body.close_reasons()
            announce(self, f"Sans objet, votre réponse\u00a0: {reason}")
            self._move_on()

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

    @Slot()
    def _on_review_asked(self) -> None:
        question = self.current
        if question is None or not self._may_answer() or self._is_second_click():
            return
        marked = question not in self.bridge.snapshot.assessment.to_review
        self._place.stay()
        self.bridge.set_to_review(question, marked)
        announce(self, "À revoir" if marked else "N’est plus à revoir")

    @Slot()
    def _on_confirm_asked(self) -> None:
        question = self.current
        if question is not None and self._may_answer():
            self._place.stay()
            self.bridge.confirm(question)
            self.view.column.focus_answer()
            announce(self, "Réponse confirmée")
            self._move_on()

    def _on_proposal_taken(self) -> None:
        """What another questionnaire lets one answer is an answer like any other."""
        proposal = self.bridge.proposed.get(self.current or "")
        # without an answer to take up, it would take away the one that is given
        if proposal is not None and proposal.answer is not None and self._give(proposal.answer):
            self.view.column.focus_answer()
            announce(self, TAKEN)
            self._move_on()

    @Slot(str)
    def _on_note_written(self, text: str) -> None:
        if self.current is not None and self.bridge.writable:
            self._place.stay()
            self.bridge.note(self.current, text)
