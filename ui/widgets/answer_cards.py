# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The cards of one question, one under another. They are made once and take other texts.

Says which card was chosen by its place; knows nothing of questions.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.check_card import CheckCard
from ui.widgets.level_card import LevelCard
from ui.widgets.term_text import Spans


@dataclass(frozen=True, slots=True)
class Air:
    """How much room the cards leave: between them, inside, and their least height."""

    gap: float
    pad: float
    least: float


COMFORTABLE = Air(8, 9, 60)


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a card says. `level` is None and `name` empty where the choice is no level."""

    key: str
    text: str
    spans: Spans = ()
    level: int | None = None
    name: str = ""


class AnswerCards(QWidget):
    """As many cards as there are answers; `ready` are made at once, so that the tabulation key
    finds them in their place. `several`: they may be chosen together."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, ready: int, *, several: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._several = several
        self._cards: list[LevelCard | CheckCard] = []
        self._shown = 0
        self._air = COMFORTABLE
        # not Fixed: a layout would then never give them more than at the width of the hint
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for _ in range(ready):
            self._add_card()

    @property
    def cards(self) -> Sequence[LevelCard | CheckCard]:
        """The cards that are shown, in order."""
        return self._cards[: self._shown]

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show these answers."""
        while len(self._cards) < len(sentences):
            self._add_card()
        self._shown = len(sentences)
        for card, said in zip(self._cards, sentences, strict=False):
            if said.level is not None and isinstance(card, LevelCard):
                card.show_level(said.level, said.text, said.name, said.spans)
            else:
                card.show_choice(said.key, said.text, said.spans)
        for place, card in enumerate(self._cards):
            card.setVisible(place < self._shown)
        self._place()
        self.updateGeometry()

    def show_chosen(self, places: Collection[int]) -> None:
        """Show which are chosen; the focus of the keyboard may go to them first."""
        for place, card in enumerate(self.cards):
            card.show_chosen(chosen=place in places)

    def show_closed(self, places: Collection[int], why: str, short: str) -> None:
        """Show which cannot be chosen for now, and why: to who hears them, and to who sees them."""
        for place, card in enumerate(self.cards):
            card.show_closed(*(why, short) if place in places else ("", ""))

    def focus_card(self, place: int) -> None:
        """Give the focus to a card, or to the nearest one."""
        if self._shown:
            place = min(max(place, 0), self._shown - 1)
            self._cards[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_air(self, air: Air) -> None:
        """Leave more or less room."""
        if air != self._air:
            self._air = air
            self._place()

    def height_with(self, width: int, air: Air) -> int:
        """The height at a width with that much room."""
        gaps = round(air.gap * self._theme.scale) * max(0, self._shown - 1)
        return gaps + sum(card.height_at(width, air.pad, air.least) for card in self.cards)

    def _add_card(self) -> None:
        card = CheckCard(self._theme, self) if self._several else LevelCard(self._theme, self)
        place = len(self._cards)
        card.clicked.connect(partial(self._on_clicked, place))
        card.step_asked.connect(partial(self._on_step_asked, place))
        if self._cards:
            QWidget.setTabOrder(self._cards[-1], card)
        self._cards.append(card)

    def _on_clicked(self, place: int, _checked: bool = False) -> None:
        self.chosen.emit(place)

    def _on_step_asked(self, place: int, step: int) -> None:
        if 0 <= place + step < self._shown:
            self._cards[place + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _place(self) -> None:
        width, top = self.width(), 0
        air, gap = self._air, round(self._air.gap * self._theme.scale)
        for card in self.cards:
            height = card.height_at(width, air.pad, air.least)
            card.setGeometry(QRect(0, top, width, height))
            top += height + gap

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_with(width, self._air)

    def sizeHint(self) -> QSize:
        width = round(640 * self._theme.scale)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(320 * self._theme.scale), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
