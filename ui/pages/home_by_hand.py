# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A collectivité that the list does not have, typed by hand on the welcome page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from autodiag.places.typed import typed_authority
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.identity_fields import IdentityFields
from ui.widgets.labels import label


class ByHandForm(Card):
    """Kind, name, population; then begin."""

    filled = Signal(object)
    """A LocalAuthority."""
    given_up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.fields = IdentityFields(theme)
        self.begin = button(theme, "Commencer", "primary", icon_after="arrow")
        self.back = button(theme, "Revenir à la recherche", "quiet")
        self._build()
        self._connect()

    def _build(self) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(label("Votre collectivité, à la main", "lead", bold=True))
        self.body.addWidget(self.fields)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.begin)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._on_begin_clicked)
        self.back.clicked.connect(self.given_up)
        self.fields.name.returnPressed.connect(self._on_begin_clicked)
        self.fields.population.returnPressed.connect(self._on_begin_clicked)

    def start(self, name: str) -> None:
        """Begin with what was typed in the search."""
        self.fields.fill("" if name.isdigit() else name, None, "commune")
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap goes back to the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_begin_clicked(self) -> None:
        read = self.fields.read()
        if read is not None:
            self.filled.emit(typed_authority(read[0], self.fields.kind or "commune", read[1]))
