# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The way to the handover: what the next person will need to find."""

from PySide6.QtCore import Qt

from autodiag.text.numbers import count
from ui.bridge import Bridge
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label

_WHY = (
    "Pour la personne qui vous remplacera\u00a0: où sont les contrats et les accès, qui appeler, "
    "ce qui a été répondu et décidé."
)


class HandoverCard(Card):
    """A sentence, how much is written, and a button."""

    def __init__(self, theme: Theme, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self.said = label("", "body", tone="ink2")
        self.go = button(theme, "Préparer une passation", "secondary", "people")
        self.body.addWidget(label("Passation", "lead", bold=True))
        self.body.addWidget(label(_WHY, "body"))
        self.body.addWidget(self.said)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show how many topics are written."""
        topics = self._bridge.knowledge.handover
        known = sum(topic in self._bridge.snapshot.handover for topic in topics)
        sujets = count(known, "sujet renseigné", "sujets renseignés")
        self.said.setText(f"{sujets} sur {len(topics)}." if known else "")
        self.said.setVisible(known > 0)
