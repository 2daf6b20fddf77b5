# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is not there yet: what the workshop and the territory will bring, and how to do without.

Promises no date.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flowing import Flowing
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.scroll import scroll_area

_WIDEST = 1040
_TWO_COLUMNS = 900


@dataclass(frozen=True, slots=True)
class Coming:
    """One way that is not open yet: `later` and `now` are pairs of a title and a sentence."""

    icon: str
    title: str
    lead: str
    later: tuple[tuple[str, str], ...]
    now: tuple[tuple[str, str], ...]
    reassurance: str


WAYS = {
    "atelier": Coming(
        "people",
        "Animer un atelier",
        "Répondre à plusieurs, devant un écran\u00a0: l’écran de projection et les votes arrivent "
        "avec une prochaine version.",
        (
            ("Une question au mur", "Lisible du fond de la salle, avec ses cinq phrases."),
            ("Un vote à chaque question", "L’animateur compte les mains, puis montre le résultat."),
            ("Une réponse retenue ensemble", "Le dossier garde la réponse, et le désaccord."),
        ),
        (
            (
                "Projetez les questions telles qu’elles sont",
                (
                    "Ouvrez votre dossier, puis choisissez un texte à 150 ou 200 % avec le "
                    "bouton Aa, en haut de l’écran."
                ),
            ),
            (
                "Répondez à voix haute",
                "Lisez les cinq phrases. Gardez la plus haute qui soit vraie pour tout le monde.",
            ),
            (
                "Notez ce qui fait débat",
                (
                    "« Votre note », à côté de chaque question, garde les avis et les noms des "
                    "personnes à interroger."
                ),
            ),
        ),
        "Un dossier rempli aujourd’hui servira le jour de l’atelier\u00a0: rien ne sera à refaire.",
    ),
    "territoire": Coming(
        "map",
        "Réunir plusieurs communes",
        "Une vue de tout un territoire, à partir des dossiers des communes, arrive avec une "
        "prochaine version.",
        (
            ("Un tableau, sans classement", "Une ligne par commune, une colonne par thème."),
            ("Les actions à mener ensemble", "Celles qui aideraient plusieurs communes à la fois."),
            ("Des exports", "Pour un tableur, ou pour le rapport de l’intercommunalité."),
        ),
        (
            (
                "Demandez à chaque commune son dossier",
                (
                    "C’est un seul fichier, qui finit par .autodiag. Qu’il voyage par un moyen "
                    "protégé\u00a0: il contient vos réponses de sécurité."
                ),
            ),
            (
                "Gardez les fichiers dans un même dossier",
                "Vous pouvez ouvrir chacun d’eux, le lire et l’imprimer.",
            ),
            (
                "Faites aussi le diagnostic de l’intercommunalité",
                (
                    "Tapez son nom à l’accueil\u00a0: une partie des questions lui est adressée "
                    "autrement."
                ),
            ),
        ),
        (
            "Les fichiers remplis aujourd’hui pourront être réunis plus tard\u00a0: rien ne sera à "
            "refaire."
        ),
    ),
}


class ComingPage(QWidget):
    """Two columns: what comes, and what can be done meanwhile."""

    went_to = Signal(str, object)

    def __init__(self, desk: Desk, way: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._coming = desk, WAYS[way]
        self.back = button(desk.theme, "Retour à l’accueil", "secondary", "back")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.back.clicked.connect(self._on_back_clicked)

    def _build(self) -> None:
        coming = self._coming
        inside = QVBoxLayout()
        inside.setSpacing(16)
        inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconLabel(self._desk.theme, coming.icon, "primary", 44))
        head.addWidget(label(coming.title, "title"), 1)
        inside.addLayout(head)
        inside.addWidget(label(coming.lead, "lead", tone="ink2"))
        self._columns.setSpacing(16)
        self._columns.addWidget(self._steps("Ce qui arrive", "clock", coming.later), 1)
        now = self._steps("Ce que vous pouvez faire dès maintenant", "check", coming.now)
        self._columns.addWidget(now, 1)
        inside.addLayout(self._columns)
        inside.addWidget(label(coming.reassurance, "body", bold=True))
        inside.addStretch(1)
        page = Flowing(inside, QMargins(40, 26, 40, 26), _WIDEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll_area(page))

    def _steps(self, title: str, icon: str, steps: Sequence[tuple[str, str]]) -> Card:
        card = Card()
        card.body.setSpacing(14)
        card.body.addWidget(label(title, "lead", bold=True))
        for name, sentence in steps:
            row = QHBoxLayout()
            row.setSpacing(12)
            mark = IconLabel(self._desk.theme, icon, "primary", 22)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(label(name, "card", bold=True))
            words.addWidget(label(sentence, "body", tone="ink2"))
            row.addLayout(words, 1)
            card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def _on_back_clicked(self) -> None:
        self.went_to.emit("accueil", None)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two = event.size().width() >= _TWO_COLUMNS * self._desk.theme.scale
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(side if two else down)
