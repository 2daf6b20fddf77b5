# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Asked before leaving a dossier when something could not be written: never lost by surprise."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.text.numbers import count
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import label

LEAST = 560


class UnwrittenDialog(QDialog):
    """Three ways out, each with its own words. Closing it stays in the dossier."""

    retried = Signal()
    elsewhere_chosen = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, pending: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        changes = count(pending, "modification")
        self.setWindowTitle("Tout n’est pas enregistré")
        self._retry = button(theme, "Réessayer", "primary")
        self._elsewhere = button(theme, "Enregistrer ailleurs…")
        self._give_up = button(theme, f"Quitter sans enregistrer {changes}", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(label("Tout n’est pas enregistré", "lead", bold=True))
        said = label(
            f"{changes} en attente. Ce qui a été annoncé comme enregistré l’est. Réessayez, ou "
            "choisissez un autre endroit, par exemple vos documents."
        )
        layout.addWidget(said)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._elsewhere)
        row.addWidget(self._retry)
        layout.addLayout(row)
        layout.addWidget(self._give_up)  # apart: it is not what one clicks without reading
        self.setMinimumWidth(max(LEAST, layout.minimumSize().width()))
        self._retry.clicked.connect(self._on_retry_clicked)
        self._elsewhere.clicked.connect(self._on_elsewhere_clicked)
        self._give_up.clicked.connect(self._on_give_up_clicked)
        self._retry.setFocus()
        self._ring = FocusRing(self, theme)

    @Slot()
    def _on_retry_clicked(self) -> None:
        self.accept()
        self.retried.emit()

    @Slot()
    def _on_elsewhere_clicked(self) -> None:
        self.accept()
        self.elsewhere_chosen.emit()

    @Slot()
    def _on_give_up_clicked(self) -> None:
        self.reject()
        self.given_up.emit()
