# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Says that something unexpected happened, what is safe, and lets one go on or quit.

Needs nothing of the theme but its style sheet: it must open when the rest does not.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from autodiag.text.numbers import count
from ui.widgets.labels import label

Unwritten = Callable[[], int | None]
"""How many changes are not on the disk yet; None when no dossier is open."""
MARGIN = 24
LOOKS_AGAIN = 500
"""Milliseconds between two looks at what waits to be written."""


class CrashDialog(QDialog):
    """Open it with `open()`; closing it is going on."""

    quit_chosen = Signal()

    def __init__(self, details: str, unwritten: Unwritten, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unwritten = unwritten
        self._safe = label("", "lead", bold=True)
        self._details = QPlainTextEdit(details)
        self.show_button = _button("Voir les détails", "quiet")
        self.copy_button = _button("Copier les détails", "quiet")
        self.quit_button = _button("Quitter Autodiag", "secondary")
        self.continue_button = _button("Continuer", "primary")
        self._timer = QTimer(self)
        self._build()
        self._connect()
        self._look()

    def _build(self) -> None:
        self.setWindowTitle("Autodiag")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName("Détails du problème")
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._details.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(label("Autodiag a rencontré un problème", "question"))
        column.addWidget(self._safe)
        column.addWidget(
            label(
                "Vous pouvez continuer. Si le problème revient, quittez Autodiag, puis rouvrez "
                "votre dossier. Les détails sont utiles à la personne qui vous aide."
            )
        )
        column.addLayout(_row(self.show_button, self.copy_button, None))
        column.addWidget(self._details, 100)
        column.addStretch(1)  # while the details are hidden
        column.addLayout(_row(None, self.quit_button, self.continue_button))
        # the least height that Qt asks for wrapped text is that of its least width
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.continue_button.setDefault(True)
        self.continue_button.setFocus()

    def _connect(self) -> None:
        self.show_button.clicked.connect(self._on_show_clicked)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.quit_button.clicked.connect(self._on_quit_clicked)
        self.continue_button.clicked.connect(self.accept)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOKS_AGAIN)

    @property
    def safe(self) -> str:
        """What it says of the answers."""
        return self._safe.text()

    @Slot()
    def _look(self) -> None:
        """Say what is true now of the answers."""
        waiting = self._unwritten()
        if waiting is None:
            text = "Aucun dossier n’est ouvert\u00a0: rien n’est perdu."
        elif waiting == 0:
            text = "Vos réponses sont enregistrées."
        else:
            one, several = "modification n’est", "modifications ne sont"
            text = f"{count(waiting, one, several)} pas encore sur le disque. Le reste l’est."
        self._safe.setText(text)

    @Slot()
    def _on_show_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())
        hidden = self._details.isHidden()
        self.show_button.setText("Voir les détails" if hidden else "Cacher les détails")
        self._fit()

    def _fit(self) -> None:
        """As high as its words need at its width, and no more."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            room = self.screen().availableGeometry().width() - 2 * MARGIN
            wanted = min(self.fontMetrics().averageCharWidth() * 80, room)
            width = max(wanted, layout.minimumSize().width())
            self.resize(width, layout.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())
        self.copy_button.setText("Détails copiés")

    @Slot()
    def _on_quit_clicked(self) -> None:
        self.accept()
        self.quit_chosen.emit()


def _row(*buttons: QPushButton | None) -> QHBoxLayout:
    """Buttons side by side, None for the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        if button is None:
            row.addStretch(1)
        else:
            row.addWidget(button)
    return row


def _button(text: str, kind: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setProperty("focus_radius", 10)
    made.setAutoDefault(False)
    return made
