# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The facts about a collectivité, asked once: yes, no, or not known. Saved at once."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts, holds
from autodiag.model.knowledge import Fact
from autodiag.text.acronyms import SpeltOut
from autodiag.text.numbers import count
from ui.bridge import Bridge
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label, rule
from ui.widgets.segmented import Segmented

YES, NO, UNKNOWN = "oui", "non", "inconnu"
_CHOICES = ((YES, "Oui"), (NO, "Non"), (UNKNOWN, "Je ne sais pas"))
_VALUES = {YES: True, NO: False, UNKNOWN: None}
_TEXT = 260
"""What a sentence needs beside its choices, in pixels at 100 %; else they go under it."""


def is_asked(fact: Fact, authority: LocalAuthority, facts: Facts) -> bool:
    """A fact is asked unless its condition is false: unknown is asked (contract S1)."""
    return fact.asked_if is None or holds(fact.asked_if, authority, facts) is not False


def fact_text(fact: Fact, authority: LocalAuthority) -> str:
    """The sentence that this collectivité reads."""
    return fact.read_by(authority.kind)


class FactRow(QWidget):
    """One sentence and its choices. Nothing looks chosen until told: not knowing is what the file
    holds meanwhile."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._text = label(text, "body")
        self.choices = Segmented(theme, text, _CHOICES, calm=(UNKNOWN, "Pas encore dit"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(16)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.choices, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def text(self) -> str:
        """What is asked."""
        return self._text.text()

    def _fit(self) -> None:
        wide = self.choices.natural_width()
        beside = self.width() >= wide + 16 + _TEXT * self._theme.scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(16 if beside else 8)
        self.choices.setFixedWidth(min(wide, max(self.width(), 120)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class FactsCard(Card):
    """The facts that concern this collectivité. What no longer concerns it is kept, unseen."""

    rows_made = Signal()
    """There are other rows: another kind of collectivité."""

    def __init__(self, theme: Theme, bridge: Bridge) -> None:
        super().__init__()
        self._theme, self._bridge = theme, bridge
        self.rows: dict[str, FactRow] = {}
        self._rules: dict[str, QWidget] = {}
        self._said = label("", "body", tone="ink2")
        self.body.addWidget(label("À dire une fois pour toutes", "lead", bold=True))
        self.body.addWidget(self._said)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self._texts: tuple[str, ...] = ()
        self._asked: list[str] = []

    @property
    def first_untold(self) -> FactRow | None:
        """The first of those asked that is not told yet, None when all are."""
        known = self._bridge.snapshot.facts
        return next((self.rows[fact] for fact in self._asked if fact not in known), None)

    def refresh(self) -> None:
        """Show the facts asked today and what is known of each."""
        snapshot = self._bridge.snapshot
        authority, known = snapshot.authority, snapshot.facts
        self._make_rows(authority)
        facts = self._bridge.knowledge.facts
        asked = [i for i, fact in facts.items() if is_asked(fact, authority, known)]
        for fact, row in self.rows.items():
            value = known.get(fact)
            row.choices.show_choice(UNKNOWN if value is None else YES if value else NO)
            row.setEnabled(self._bridge.writable)
            row.setVisible(fact in asked)
            self._rules[fact].setVisible(fact in asked and fact != asked[0])
        self._asked = asked
        told = sum(fact in known for fact in asked)
        self._said.setText(
            f"Ces réponses écartent les questions et les obligations qui ne vous concernent pas. "
            f"{count(told, 'réponse')} sur {len(asked)} pour l’instant. Si vous ne savez pas, "
            "passez\u00a0: la question reste posée."
        )

    def _make_rows(self, authority: LocalAuthority) -> None:
        """Again only when the sentences are others: another kind of collectivité."""
        facts = self._bridge.knowledge.facts
        texts = tuple(fact_text(fact, authority) for fact in facts.values())
        if texts == self._texts:
            return
        self._texts = texts
        for widget in (*self.rows.values(), *self._rules.values()):
            self._list.removeWidget(widget)
            widget.deleteLater()
        self.rows, self._rules = {}, {}
        spelt = SpeltOut(self._bridge.knowledge.glossary)
        for fact, text in zip(facts, texts, strict=True):
            row = FactRow(self._theme, spelt.read(text))
            row.choices.chosen.connect(partial(self._on_chosen, fact))
            row.choices.clear_asked.connect(partial(self._on_chosen, fact, UNKNOWN))
            self.rows[fact], self._rules[fact] = row, rule()
            self._list.addWidget(self._rules[fact])
            self._list.addWidget(row)
        self.rows_made.emit()

    def _on_chosen(self, fact: str, choice: str) -> None:
        value = _VALUES[choice]
        if self._bridge.snapshot.facts.get(fact) is not value:
            self._bridge.set_facts({fact: value})
