# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the welcome page begins with: whose tool this is, what it gives, and what is asked first.

The first thing painted at each start: it imports next to nothing.
"""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.place_search import PlaceSearch

QUESTIONS = 62
"""In the shipped questionnaire, which is not read before it is needed: kept by a test."""
ASKED = "Pour commencer, tapez le nom de votre commune"
LINK = "Saisir à la main…"
_TITLE = "Où en est votre commune{}avec le numérique\u202f?"
_LEAD = (
    f"{QUESTIONS} questions au plus, en une ou plusieurs fois. Vous repartez avec vos résultats "
    "et une feuille de route à imprimer."
)
_LEAD_WIDTH = 640
_GAP = 12


class HomeHead(QWidget):
    """The mark, the title and the lead."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = label("", "welcome")
        self._lead = label(_LEAD, "lead", tone="ink2")
        mark = QHBoxLayout()
        mark.setSpacing(12)
        mark.addWidget(IconLabel(theme, "app-mark", "primary", 42))
        mark.addWidget(label("Autodiag", "lead", bold=True), 1)
        short = QHBoxLayout()  # alone, a label of a given width miscounts its lines
        short.addWidget(self._lead, 1000)
        short.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(mark)
        layout.addSpacing(18)
        layout.addWidget(self._title)
        layout.addSpacing(6)
        layout.addLayout(short)

    def arrange(self, width: int, *, two_columns: bool) -> None:
        """Fit a page of that width, in pixels."""
        metrics = QFontMetrics(self._theme.font("welcome"))
        long = metrics.horizontalAdvance(_TITLE.format(" ")) > width - 120
        self._lead.setMaximumWidth(round(_LEAD_WIDTH * self._theme.scale))
        self._title.setText(_TITLE.format("\n" if two_columns or long else " "))


def room_of_link(theme: Theme) -> QSpacerItem:
    """As large as the link, with the gap before it: nothing moves when it comes."""
    wide = QFontMetrics(theme.font("body", bold=True)).horizontalAdvance(LINK)
    return QSpacerItem(wide + 18 + _GAP, max(40, round(30 * theme.scale)) + 2)


def room_of_tools(theme: Theme, gap: int) -> QSpacerItem:
    """As large as the two tools of the foot, with the gap before each."""
    side = max(43, round(22 * theme.scale) + 5)
    return QSpacerItem(2 * (side + gap), side)


class AskedBox(QWidget):
    """What is asked, over the field; at right, the place of a link."""

    def __init__(self, theme: Theme, search: PlaceSearch) -> None:
        super().__init__()
        self._room = room_of_link(theme)
        self._asked = QHBoxLayout()
        self._asked.setSpacing(_GAP)
        self._asked.addWidget(label(ASKED, "lead", bold=True), 1)
        self._asked.addItem(self._room)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._asked)
        layout.addWidget(search)

    def add_link(self, link: QWidget) -> None:
        """Put a link beside what is asked, whose room stays when it is hidden."""
        self._asked.addWidget(link)
        link.show()
        self._asked.removeItem(self._room)
        keep = link.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        link.setSizePolicy(keep)
