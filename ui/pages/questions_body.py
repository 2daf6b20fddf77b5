# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where a question is answered: cards, a number, a mark, or the reasons of «sans objet».

Shows the answer that it is told; says the one that was chosen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from autodiag.catalogue.answers import HIGHEST_MARK
from autodiag.catalogue.choosing import closed, ticked, unticked
from autodiag.model.assessment import Answer, Answered, NotConcerned
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Wording
from ui.pages.questions_marks import MarkTyping
from ui.pages.questions_words import most_said, unticked_said
from ui.theme import Theme
from ui.widgets.answer_cards import COMFORTABLE, Air, AnswerCards, Sentence
from ui.widgets.number_field import NumberField
from ui.widgets.reasons_panel import ReasonsPanel
from ui.widgets.segmented import Segmented
from ui.widgets.term_text import Spans


class AnswerBody(QWidget):
    """One way to answer at a time, the others hidden."""

    HEARD_AS = "Grouping"

    value_chosen = Signal(object)
    """A value of the question's type, None to take the answer away."""
    reason_chosen = Signal(str)
    reasons_toggled = Signal()
    """The reasons were opened, or the answers are shown again."""
    entered = Signal()
    told = Signal(str)
    """Why nothing was chosen, or what was unticked by a choice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._question: Question | None = None
        self._wording: Wording | None = None
        self._answer: Answer | None = None
        self.levels = AnswerCards(theme, HIGHEST_LEVEL + 1)
        self.several = AnswerCards(theme, HIGHEST_LEVEL + 1, several=True)
        self.number = NumberField(theme)
        marks = [(str(mark), str(mark)) for mark in range(HIGHEST_MARK + 1)]
        self.marks = Segmented(theme, "Note sur 10", marks, solid=True)
        self.typing = MarkTyping(self)
        self.reasons = ReasonsPanel(theme)
        self._ways = (self.levels, self.several, self.number, self.marks, self.reasons)
        self._shown: QWidget = self.levels
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for way in self._ways:
            way.setParent(self)
            way.setVisible(way is self._shown)
        self._connect()

    def _connect(self) -> None:
        self.levels.chosen.connect(self._on_card_chosen)
        self.several.chosen.connect(self._on_card_chosen)
        self.number.number_chosen.connect(self.value_chosen)
        self.number.entered.connect(self.entered)
        self.marks.chosen.connect(self._on_mark_chosen)
        self.marks.clear_asked.connect(self._on_clear_asked)
        self.reasons.reason_chosen.connect(self.reason_chosen)
        self.reasons.closed.connect(self.close_reasons)

    @property
    def reasons_open(self) -> bool:
        """Whether the reasons are shown in place of the answers."""
        return self._shown is self.reasons

    def show_question(
        self, question: Question, wording: Wording, scale: Sequence[str], spans: Sequence[Spans]
    ) -> None:
        """Ask another question; `scale` names its levels, `spans` are their difficult words."""
        self._question, self._wording = question, wording
        self.typing.stop()
        if question.type == "niveaux":
            self.levels.show_sentences(
                [
                    Sentence(str(n), text, spans[n], n, scale[n] if n < len(scale) else "")
                    for n, text in enumerate(wording.levels)
                ]
            )
        elif question.type in ("choix", "choix_multiples"):
            said = [Sentence(_key(n), c.text) for n, c in enumerate(question.choices, 1)]
            self._cards_of(question).show_sentences(said)
        elif question.type == "nombre" and question.range is not None:
            bounds = question.range
            self.number.ask(wording.text, bounds.minimum, bounds.maximum, bounds.unit)
        self._show(self._way_of(question))

    def show_answer(self, answer: Answer | None) -> None:
        """Show the answer given, None when there is none."""
        question = self._question
        if question is None:
            return
        self._answer = answer
        value = answer.value if isinstance(answer, Answered) else None
        if question.type == "niveaux":
            self.levels.show_chosen((value,) if isinstance(value, int) else ())
        elif question.type in ("choix", "choix_multiples"):
            given = value if isinstance(value, tuple) else (value,)
            places = [n for n, choice in enumerate(question.choices) if choice.id in given]
            way = self._cards_of(question)
            way.show_chosen(places)
            shut = closed(question, value if isinstance(value, tuple) else ())
            out = [n for n, choice in enumerate(question.choices) if choice.id in shut]
            way.show_closed(out, most_said(question), f"{question.most} au plus")
        elif question.type == "nombre":
            self.number.show_number(value if isinstance(value, int | float) else None)
        else:
            whole = isinstance(value, int | float) and float(value).is_integer()
            self.marks.show_choice(str(int(float(str(value)))) if whole else "")
            if value != 1:
                self.typing.stop()

    def open_reasons(self) -> None:
        """Show the reasons in place of the answers."""
        if self._wording is None:
            return
        self.typing.stop()
        given = self._answer.reason if isinstance(self._answer, NotConcerned) else ""
        self.reasons.show_reasons(self._wording.not_concerned_reasons, given)
        self._show(self.reasons)
        self.reasons_toggled.emit()
        self.reasons.focus_first()

    @Slot()
    def close_reasons(self) -> None:
        """Show the answers again."""
        if self._question is not None and self.reasons_open:
            self._show(self._way_of(self._question))
            self.reasons_toggled.emit()

    def press(self, digit: int) -> bool:
        """Choose what this digit stands for; False when it stands for nothing."""
        question = self._question
        if question is None or digit not in self.digits:
            return False
        if self.reasons_open:
            self.reasons.choose(digit - 1)
        elif question.type == "note":
            mark = str(self.typing.meant(digit))
            self.marks.segment(mark).setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_mark_chosen(mark)
        else:  # Espace is then about the card that was just chosen
            place = digit if question.type == "niveaux" else digit - 1
            self._cards_of(question).focus_card(place)
            self._on_card_chosen(place)
        return True

    @property
    def contents(self) -> tuple[object, ...]:
        """What its height depends on: the question, its wording, and what is shown of it."""
        return (self._question, self._wording, self._shown)

    @property
    def digits(self) -> range:
        """The digits that choose something now."""
        question = self._question
        if question is None or question.type == "nombre":
            return range(0)
        if self.reasons_open:
            return range(1, len(self.reasons.cards.cards) + 1)
        if question.type == "niveaux":
            return range(len(self.levels.cards))
        if question.type == "note":
            return range(10)
        return range(1, min(len(question.choices), 9) + 1)

    def focus_answer(self) -> None:
        """Give the focus to the chosen card, else to the first one, or to the field."""
        if isinstance(self._shown, AnswerCards):
            cards = self._shown.cards
            chosen = [n for n, card in enumerate(cards) if card.isChecked()]
            self._shown.focus_card(chosen[0] if chosen else 0)
        elif self._shown is self.number:
            self.number.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._shown is self.marks:
            option = self.marks.choice or "0"
            self.marks.segment(option).setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Take the number that is being typed."""
        self.number.flush()
        self.typing.stop()

    def height_with(self, width: int, air: Air) -> int:
        """The height at a width with that much room between and inside the cards."""
        if isinstance(self._shown, AnswerCards):
            return self._shown.height_with(width, air)
        own = self._shown.heightForWidth(width) if self._shown.hasHeightForWidth() else -1
        return own if own > 0 else self._shown.sizeHint().height()

    def set_air(self, air: Air) -> None:
        """Leave that much room."""
        self.levels.set_air(air)
        self.several.set_air(air)

    def _cards_of(self, question: Question) -> AnswerCards:
        return self.several if question.type == "choix_multiples" else self.levels

    def _way_of(self, question: Question) -> QWidget:
        ways = {"nombre": self.number, "note": self.marks}
        return ways.get(question.type, self._cards_of(question))

    def _show(self, way: QWidget) -> None:
        if way is not self._shown:
            self._shown = way
            for one in self._ways:
                one.setVisible(one is way)
        self._place()
        self.updateGeometry()

    def _place(self) -> None:
        height = self.height_with(self.width(), COMFORTABLE)
        high = height if not isinstance(self._shown, AnswerCards) else self.height()
        self._shown.setGeometry(QRect(0, 0, self.width(), high))

    def _on_card_chosen(self, place: int) -> None:
        question = self._question
        if question is None or not self.isEnabled():
            return
        if question.type == "niveaux":
            self.value_chosen.emit(place)
        elif question.type == "choix":
            self.value_chosen.emit(question.choices[place].id)
        else:
            self._on_one_of_several(question.choices[place].id)

    def _on_one_of_several(self, choice: str) -> None:
        """Tick it or not. Nothing ticked is an answer taken away; what else changes is told."""
        value = self._answer.value if isinstance(self._answer, Answered) else ()
        given, question = value if isinstance(value, tuple) else (), self._question
        assert question is not None
        kept = ticked(question, given, choice)
        if kept == given:
            self.told.emit(most_said(question))
            return
        self.value_chosen.emit(kept or None)
        gone = [text for text in unticked(question, given, kept) if choice in kept]
        if gone:
            self.told.emit(unticked_said(gone))

    def _on_mark_chosen(self, option: str) -> None:
        if self.isEnabled():
            self.value_chosen.emit(int(option))

    def _on_clear_asked(self) -> None:
        self.value_chosen.emit(None)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_with(width, COMFORTABLE)

    def sizeHint(self) -> QSize:
        width = round(640 * self._theme.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(320 * self._theme.scale), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


def _key(number: int) -> str:
    """The key of a choice: there are nine digits, and more choices may follow."""
    return str(number) if number <= 9 else "·"
