# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The head of the handover: what it is, what is never written in it, which part, what to print."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.segmented import Segmented
from ui.widgets.tall_flow import tall_flow

PLACES, ANSWERS, DECISIONS, FILE = "lieux", "reponses", "decisions", "dossier"
VIEWS = (
    (PLACES, "Où trouver quoi"),
    (ANSWERS, "Les réponses"),
    (DECISIONS, "Les décisions"),
    (FILE, "Le dossier"),
)
LEAD = "Pour la personne qui prendra votre suite."
NO_SECRET = "N’écrivez jamais de mot de passe ici, seulement où il est gardé."

_TITLE = 320
"""Pixels at 100 % that the title and its sentence need beside the buttons."""


class HandoverHead(QWidget):
    """The buttons stand at the right of the title, or under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.back = button(theme, "Collectivité", "quiet", "back")
        self.back.setAccessibleName("Retour à la collectivité")
        self.save = button(theme, "Enregistrer en PDF…", "quiet", "file")
        self.save.setAccessibleName("Enregistrer en PDF la fiche de passation")
        self.print = button(theme, "Imprimer", "primary", "print")
        self.print.setAccessibleName("Imprimer la fiche de passation")
        self.view = Segmented(theme, "Partie de la passation", VIEWS)
        self.view.show_choice(PLACES)
        self._ways = tall_flow()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        theme.changed.connect(self._fit)

    def _build(self) -> None:
        for one in (self.back, self.save, self.print):
            self._ways.add(one)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label("Passation", "title", wrap=False))
        texts.addWidget(label(LEAD, "body", tone="ink2"))
        self._row.setSpacing(8)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._ways)
        notice = QHBoxLayout()
        notice.setSpacing(8)
        icon = IconLabel(self._theme, "warning", "warnInk", 20)
        notice.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.no_secret = label(NO_SECRET, "body", tone="warn", bold=True)
        notice.addWidget(self.no_secret, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._row)
        column.addLayout(notice)
        column.addWidget(self.view)

    def show_ready(self, *, ready: bool) -> None:
        """Whether a document can be asked for: one at a time."""
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    @Slot()
    def _fit(self) -> None:
        """The buttons beside the title, or under it; the parts on one line if they hold on one."""
        wide = self._ways.sizeHint().width()
        beside = self.width() >= wide + _TITLE * self._theme.scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._ways.setMinimumWidth(wide if beside else 0)
        self._ways.setMaximumWidth(wide if beside else 16_777_215)
        self.view.setMaximumWidth(round(self.view.natural_width() * 1.2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
