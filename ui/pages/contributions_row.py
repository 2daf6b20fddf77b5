# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One contribution: its theme, how far it is, and who takes it. Writes nothing itself."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from autodiag.contributing import LONGEST_WHO
from autodiag.scoring.contributions import Contribution, said
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.state_badge import Sign, StateBadge, Tone

WHO = "Qui s’en charge"
_HINT = "Un nom ou une fonction"
_BESIDE, _FORM, _FIELD = 620, 384, 250
"""Pixels at 100 %."""
_SIGNS: dict[str, tuple[Tone, Sign]] = {
    "complete": ("ok", "check"),
    "en_cours": ("plain", "half"),
    "reprise": ("warn", "half"),
    "pas_commencee": ("dashed", "ring"),
}


class ContributionRow(QWidget):
    """`given`: who takes it, once it is typed. `asked`: to go to its questions. `to_save`: as a
    file."""

    given = Signal(str)
    asked = Signal()
    to_save = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = label("", "body", bold=True)
        self.badge = StateBadge(theme)
        self.by = label("", "caption", tone="ink2")
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_WHO)
        self.field.setPlaceholderText(_HINT)
        self.field.setProperty("focus_radius", 10)
        self.go = button(theme, "", "quiet")
        self.save = button(theme, "Enregistrer la contribution…", "quiet")
        self._form = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self.field.editingFinished.connect(self._on_finished)
        self.go.clicked.connect(self.asked)
        self.save.clicked.connect(self.to_save)
        theme.changed.connect(self._lay)

    def _build(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        texts = QVBoxLayout()
        texts.setSpacing(6)
        texts.addWidget(self.title)
        texts.addWidget(self.badge, 0, left)
        texts.addWidget(self.by)
        texts.addStretch(1)
        name = label(WHO, "caption", tone="ink2")
        name.setBuddy(self.field)
        typed = QVBoxLayout()
        typed.setSpacing(4)
        typed.addWidget(name)
        typed.addWidget(self.field)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        form = QHBoxLayout()
        form.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.save, 0, left)
        form.addLayout(typed, 1)
        form.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        form.addStretch()
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(16)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._form, 0, Qt.AlignmentFlag.AlignTop)

    def show_contribution(self, rank: int, one: Contribution, at: str, writable: bool) -> None:
        """Show how far it is; `at` when its last answer was given, in words or empty."""
        title = one.theme.title
        self.title.setText(f"{rank}. {title}")
        self.badge.show_state(said(one), *_SIGNS[one.state])
        self.by.setText(f"Dernière réponse {at}, par {one.by}" if at and one.by else "")
        self.by.setVisible(bool(self.by.text()))
        if not self.field.hasFocus() or not self.field.isModified():
            self.field.setText(one.who)
        self.field.setReadOnly(not writable)
        self.field.setAccessibleName(f"{WHO}\u00a0: {title}")
        self.go.setText("Répondre" if writable and one.state != "complete" else "Voir")
        self.save.setVisible(one.answered > 0)
        self.save.setAccessibleName(f"Enregistrer la contribution\u00a0: {title}")
        self.go.setAccessibleName(f"{self.go.text()}\u00a0: {title}")

    @Slot()
    def _on_finished(self) -> None:
        self.field.setModified(False)
        self.given.emit(self.field.text())

    @Slot()
    def _lay(self) -> None:
        scale = self._theme.scale
        beside = self.width() >= _BESIDE * scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(16 if beside else 8)
        # in line from one row to the next, whatever the button says
        for widget, wide in ((self._form, _FORM), (self.field, _FIELD)):
            widget.setMinimumWidth(round(wide * scale) if beside else 0)
            widget.setMaximumWidth(round(wide * scale) if beside else 16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()
