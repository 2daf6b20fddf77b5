# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The opening mark: where they see themselves before answering, out of 10."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent

from autodiag.text.numbers import decimal
from ui.bridge import Bridge
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.mark_scale import MarkScale

OPENING_MARK = "note"
"""What the page is asked for, to give it."""
_ASKED = "Avant de commencer, où vous situez-vous\u202f?"
_GIVEN = "Votre impression de départ"
_WHY = (
    "Une note sur 10, à vue d’œil. Elle ne compte pas dans les scores\u00a0: elle sera mise à côté "
    "de vos résultats."
)
_BEFORE = "Avant de voir le résultat, où vous situez-vous\u202f?"
_KNOWN = (
    "Aucune note n’a été donnée. Elle ne se donne plus une fois le résultat connu\u00a0: ce ne "
    "serait plus une impression de départ."
)
_NONE = "Aucune note n’a été donnée."


class OpeningMarkCard(Card):
    """Asked until questions are answered; then only said, with a way to change it. One that was
    not given can be until the result is known: never after, as if it had come before."""

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
        self.setVisible(snapshot.questionnaire.scoring is not None)  # else nothing to set it beside
        mark, begun = snapshot.opening_mark, bool(snapshot.assessment.answers)
        late = mark is None and self._known
        asking = (not begun or self._opened) and not late
        self.title.setText(
            _ASKED if not begun else _BEFORE if mark is None and not late else _GIVEN
        )
        self.scale.show_mark(mark)
        self.scale.setVisible(asking)
        self.scale.setEnabled(self._bridge.writable)
        self.change.setVisible(not asking and not late and self._bridge.writable)
        self.change.setText("Donner une note" if mark is None else "Modifier la note")
        if asking:
            self.said.setText(_WHY)
        elif mark is None:
            self.said.setText(_NONE if not self._bridge.writable else _KNOWN if late else _WHY)
        else:
            self.said.setText(f"Vous aviez répondu\u00a0: {decimal(mark)} sur 10.")

    @property
    def _known(self) -> bool:
        """Whether there is a result to see: a profile, or the *aperçu*."""
        result = self._bridge.result
        return result.profile.classable or result.preview is not None

    def open(self) -> None:
        """Open to be given or changed, with the keyboard on it."""
        self._opened = True
        self.refresh()
        if not self.scale.isHidden():
            self.scale.scale.focus_choice()

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

    @Slot()
    def _on_change_clicked(self) -> None:
        self.open()
