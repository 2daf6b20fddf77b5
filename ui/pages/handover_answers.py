# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who answered what, when, on what evidence: one theme a card, unfolded when asked for."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.scoring.handed import HandedTheme
from autodiag.text.numbers import count
from ui.pages.handover_row import AnswerRow
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.fold import Fold
from ui.widgets.labels import label, rule
from ui.widgets.tall_flow import tall_flow

UNFOLD, FOLD = "Tout déplier", "Tout replier"


class ThemeCard(Card):
    """A theme under its title; its rows are made when it is first unfolded, and kept."""

    question_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(margin=12)
        self._theme = theme
        self._handed: HandedTheme | None = None
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(8, 0, 8, 0)
        self._column.setSpacing(0)
        self.rows: dict[str, AnswerRow] = {}
        self._rules: dict[str, QWidget] = {}
        self.fold = Fold(theme, self._unfolded)
        self.marks = label("", "body", tone="ink2")
        self.body.setSpacing(0)
        self.body.addWidget(self.fold)
        self.body.addWidget(self.marks)
        self.fold.toggled.connect(self._show_marks)
        theme.changed.connect(self._align)
        self._align()

    def show_theme(self, handed: HandedTheme) -> None:
        """Show what is known of it; a row that says the same is left as it is."""
        if handed == self._handed:
            return
        self._handed = handed
        # short: a button has one line, at 200 % too
        self.fold.say(f"{handed.title} ({len(handed.answers)})")
        self.marks.setText(marks_said(handed))
        self._show_marks()
        self.setVisible(bool(handed.answers))
        if self.fold.inside is not None:
            self._show_rows(handed)

    @Slot()
    def _align(self) -> None:
        """The marks stand under the title, whose pictogram grows with the text."""
        self.marks.setIndent(10 + round(20 * self._theme.scale))

    @Slot()
    def _show_marks(self) -> None:
        """Unfolded, each answer says its own."""
        self.marks.setVisible(bool(self.marks.text()) and not self.fold.is_open)

    def _unfolded(self) -> QWidget:
        if self._handed is not None:
            self._show_rows(self._handed)
        return self._list

    def _show_rows(self, handed: HandedTheme) -> None:
        wanted = [one.question for one in handed.answers]
        for gone in [name for name in self.rows if name not in wanted]:
            for widget in (self.rows.pop(gone), self._rules.pop(gone)):
                widget.deleteLater()
        for place, one in enumerate(handed.answers):
            if one.question not in self.rows:
                row, line = AnswerRow(self._theme), rule()
                row.asked.connect(partial(self.question_asked.emit, one.question))
                self.rows[one.question], self._rules[one.question] = row, line
                self._column.insertWidget(2 * place, line)
                self._column.insertWidget(2 * place + 1, row)
            self.rows[one.question].show_answer(one)


class AnswersPart(QWidget):
    """All the themes, and how much is known of them all."""

    went_to = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.said = label("", "body", tone="ink2", wrap=False)
        self.all = button(theme, UNFOLD, "quiet")
        self.empty = EmptyState(
            theme,
            "note",
            "Rien n’a encore été répondu",
            "Les réponses se liront ici, avec qui les a données et sur quoi elles reposent.",
            "Répondre aux questions",
        )
        self.cards: dict[str, ThemeCard] = {}
        self._head: FlowRow = tall_flow()
        self._column = QVBoxLayout(self)
        self._build()

    def _build(self) -> None:
        self._head.add(self.said)
        self._head.add(self.all, right=True)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._head)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self._column.setAlignment(self.empty, Qt.AlignmentFlag.AlignTop)
        self.all.clicked.connect(self._on_all_clicked)
        self.empty.action_chosen.connect(partial(self.went_to.emit, "questions", ""))

    def show_themes(self, themes: tuple[HandedTheme, ...]) -> None:
        """Show what was answered; the first theme is unfolded the first time."""
        first = not self.cards
        for handed in themes:
            if handed.theme not in self.cards:
                card = ThemeCard(self._theme)
                card.question_asked.connect(partial(self.went_to.emit, "questions"))
                card.fold.toggled.connect(self._on_toggled)
                self.cards[handed.theme] = card
                self._column.insertWidget(self._column.count() - 1, card)
            self.cards[handed.theme].show_theme(handed)
        known = [handed for handed in themes if handed.answers]
        self.said.setText(answers_said(themes))
        self._head.setVisible(bool(known))
        self.empty.setVisible(not known)
        if first and known:
            self.cards[known[0].theme].fold.set_open(True)
        self._name_all()

    @property
    def _shown(self) -> list[ThemeCard]:
        return [card for card in self.cards.values() if not card.isHidden()]

    @property
    def _all_open(self) -> bool:
        return all(card.fold.is_open for card in self._shown)

    @Slot()
    def _on_all_clicked(self) -> None:
        wanted = not self._all_open
        for card in self._shown:
            card.fold.set_open(wanted)

    @Slot()
    def _on_toggled(self) -> None:
        self._name_all()

    def _name_all(self) -> None:
        self.all.setText(FOLD if self._all_open else UNFOLD)


def marks_said(handed: HandedTheme) -> str:
    """«2 à confirmer · 1 à revoir», empty when there is neither."""
    parts: list[str] = []
    if handed.to_confirm:
        parts.append(f"{handed.to_confirm} à confirmer")
    if handed.to_review:
        parts.append(f"{handed.to_review} à revoir")
    return " · ".join(parts)


def answers_said(themes: tuple[HandedTheme, ...]) -> str:
    """How many answers there are, and how many ask for another look."""
    said = count(sum(one.given for one in themes), "réponse")
    to_confirm = sum(one.to_confirm for one in themes)
    to_review = sum(one.to_review for one in themes)
    if to_confirm:
        said += f", dont {to_confirm} à confirmer"
    return f"{said}, {to_review} à revoir." if to_review else f"{said}."
