# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The opening mark: where they see themselves before answering, out of 10."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from autodiag.text.numbers import decimal
from ui.bridge import Bridge
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.mark_scale import MarkScale

_ASKED = "Avant de commencer, où vous situez-vous\u202f?"
_GIVEN = "Votre impression de départ"
_WHY = (
    "Une note sur 10, à vue d’œil. Elle ne compte pas dans les scores\u00a0: elle sera mise à côté "
    "de vos résultats."
)
_LATE = "Cette note se donne avant de répondre. Vous pouvez encore la donner, ou vous en passer."
_NONE = "Aucune note n’a été donnée."


class OpeningMarkCard(Card):
    """Asked until questions are answered; then only said, with a way to change it."""

    def __init__(self, theme: Theme, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._opened = False
        self.said = label(_WHY, "body", tone="ink2")
        self.scale = MarkScale(theme, _ASKED, "Au tout début", "Très avancés")
        self.change = button(theme, "", "quiet")
        self.title = label(_ASKED, "lead", bold=True)
        self.body.addWidget(self.title)
        self.body.addWidget(self.said)
        self.body.addSpacing(4)
        self.body.addWidget(self.scale)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.scale.mark_chosen.connect(self._on_mark_chosen)
        self.change.clicked.connect(self._on_change_clicked)

    def refresh(self) -> None:
        """Show the mark, open to change or only said."""
        snapshot = self._bridge.snapshot
        mark, begun = snapshot.opening_mark, bool(snapshot.assessment.answers)
        asking = not begun or self._opened
        self.title.setText(_GIVEN if begun else _ASKED)
        self.scale.show_mark(mark)
        self.scale.setVisible(asking)
        self.scale.setEnabled(self._bridge.writable)
        self.change.setVisible(not asking and self._bridge.writable)
        self.change.setText("Donner une note" if mark is None else "Modifier la note")
        if asking:
            self.said.setText(_WHY)
        elif mark is None:
            self.said.setText(_LATE if self._bridge.writable else _NONE)
        else:
            self.said.setText(f"Vous aviez répondu\u00a0: {decimal(mark)} sur 10.")

    def fold(self) -> None:
        """Once questions are answered, only say the mark until told otherwise."""
        self._opened = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap folds what was opened: the mark is kept as it is."""
        if event.key() == Qt.Key.Key_Escape and not self.scale.isHidden() and self._opened:
            self.fold()
            self.refresh()
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _on_mark_chosen(self, mark: float | None) -> None:
        if mark != self._bridge.snapshot.opening_mark:
            self._bridge.set_opening_mark(mark)

    def _on_change_clicked(self) -> None:
        self._opened = True
        self.refresh()
        self.scale.scale.focus_choice()
