# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The welcome page: the commune's name first; resume; an example and the other ways.

No dossier is open here: it tells what was chosen, and opens nothing.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.model.authority import LocalAuthority
from ui.desk import Desk
from ui.pages.home_by_hand import ByHandForm
from ui.pages.home_existing import ExistingCard
from ui.pages.home_resume import ResumeCard
from ui.pages.home_steps import StepsPreview
from ui.pages.page import NARROW
from ui.widgets.buttons import button, icon_button
from ui.widgets.display_menu import DisplayButton
from ui.widgets.flowing import Flowing
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property
from ui.widgets.place_search import PlaceSearch
from ui.widgets.scroll import scroll_area
from ui.widgets.way_card import WayCard

QUESTIONS = 62
"""In the shipped questionnaire, which is not read before it is needed: kept by a test."""
_TITLE = "Où en est votre commune{}avec le numérique\u202f?"
_ASKED = "Pour commencer, tapez le nom de votre commune"
_LEAD = (
    f"{QUESTIONS} questions au plus, en une ou plusieurs fois. Vous repartez avec vos résultats "
    "et une feuille de route à imprimer."
)
_WIDEST = 1440
_SIDE = 452
_LEAD_WIDTH = 640
_UNLIMITED = 16_777_215
"""Qt’s own largest size."""


class HomePage(QWidget):
    """Search at left, what is already there and the other ways at right; one column if narrow."""

    authority_chosen = Signal(object)
    """A LocalAuthority whose dossier is to be begun."""
    dossier_chosen = Signal(object)
    """The Path of a dossier to open."""
    another_chosen = Signal(object)
    """A LocalAuthority that has a dossier already: begin a second one."""
    example_chosen = Signal()
    way_chosen = Signal(str)
    """atelier or territoire."""
    help_chosen = Signal()
    theme_chosen = Signal(str)
    text_size_chosen = Signal(float)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = desk
        theme = desk.theme
        self.search = PlaceSearch(theme, desk.paths.bundle.places, _ASKED)
        self.by_hand_link = button(theme, "Saisir à la main…", "quiet")
        self.by_hand = ByHandForm(theme)
        self.existing = ExistingCard(desk)
        self.steps = StepsPreview(theme)
        self.resume = ResumeCard(desk)
        self.example = WayCard(
            theme, "eye", "Voir un exemple terminé", "Une commune fictive de 612\u00a0habitants"
        )
        self.workshop = WayCard(
            theme, "people", "Animer un atelier", "Questions et votes projetés au mur"
        )
        self.territory = WayCard(
            theme,
            "map",
            "Réunir plusieurs communes",
            "Tableau d’un territoire, à partir de fichiers",
        )
        self.display = DisplayButton(theme)
        self.help = icon_button(theme, "help", name="Aide")
        self._build()
        self._connect()
        self._show_part(self._search_box)

    # --- What the window asks for

    def refresh(self) -> None:
        """The recent dossiers, and an empty search."""
        self.resume.refresh()
        self.search.clear()
        self._show_part(self._search_box)

    def ask_existing(self, authority: LocalAuthority, path: Path) -> None:
        """Ask what to do, here, about a dossier that is already at that path."""
        self._show_part(self.existing)
        self.existing.ask(authority, path)

    # --- Building

    def _build(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(self._build_left(), 1)
        self._side = self._build_side()
        self._columns.addWidget(self._side)
        self._flow = Flowing(self._columns, QMargins(40, 26, 40, 16), _WIDEST, calm=660)
        self._scroll = scroll_area(self._flow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        self._foot = self._build_foot()
        layout.addLayout(self._foot)

    def _build_left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(self._desk.theme, "app-mark", "primary", 42))
        head.addWidget(label("Autodiag", "lead", bold=True), 1)
        self._title = label("", "welcome")
        self._lead = label(_LEAD, "lead", tone="ink2")
        layout.addLayout(head)
        layout.addSpacing(18)
        layout.addWidget(self._title)
        layout.addSpacing(6)
        short = QHBoxLayout()  # alone, a label of a given width miscounts its lines
        short.addWidget(self._lead, 1000)
        short.addStretch(1)
        layout.addLayout(short)
        layout.addSpacing(12)
        layout.addWidget(self._build_search_box())
        layout.addWidget(self.by_hand)
        layout.addWidget(self.existing)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        return left

    def _build_search_box(self) -> QWidget:
        self._search_box = QWidget()
        asked = QHBoxLayout()
        asked.setSpacing(12)
        asked.addWidget(label(_ASKED, "lead", bold=True), 1)
        asked.addWidget(self.by_hand_link)
        keep = self.by_hand_link.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.by_hand_link.setSizePolicy(keep)
        layout = QVBoxLayout(self._search_box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(asked)
        layout.addWidget(self.search)
        return self._search_box

    def _build_side(self) -> QWidget:
        side = QWidget()
        self._ways = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._ways.setSpacing(16)
        for way in (self.example, self.workshop, self.territory):
            self._ways.addWidget(way, 1)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self.resume)
        layout.addLayout(self._ways, 1000)
        layout.addStretch(1)
        return side

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(40, 8, 40, 12)
        foot.setSpacing(10)
        foot.addWidget(IconLabel(self._desk.theme, "theme-9-cyber", "okInk", 20))
        safe = "Rien ne quitte cet ordinateur. Ni compte, ni connexion internet."
        foot.addWidget(label(safe, "body", tone="ink2"), 1)
        for tool in (self.display, self.help):
            set_property(tool, "kind", "framed")
            foot.addWidget(tool)
        return foot

    def _connect(self) -> None:
        self.search.chosen.connect(self.authority_chosen)
        self.search.by_hand_asked.connect(self._on_by_hand_asked)
        self.search.searched.connect(self._on_searched)
        self.by_hand_link.clicked.connect(self._on_by_hand_link_clicked)
        self.by_hand.filled.connect(self.authority_chosen)
        self.by_hand.given_up.connect(self._on_given_up)
        self.existing.dossier_chosen.connect(self.dossier_chosen)
        self.existing.another_chosen.connect(self.another_chosen)
        self.existing.given_up.connect(self._on_given_up)
        self.resume.dossier_chosen.connect(self.dossier_chosen)
        self.example.clicked.connect(partial(self.example_chosen.emit))
        self.workshop.clicked.connect(partial(self.way_chosen.emit, "atelier"))
        self.territory.clicked.connect(partial(self.way_chosen.emit, "territoire"))
        self.display.theme_chosen.connect(self.theme_chosen)
        self.display.text_size_chosen.connect(self.text_size_chosen)
        self.help.clicked.connect(partial(self.help_chosen.emit))
        self._desk.theme.changed.connect(self._arrange)

    # --- Slots

    def _on_searched(self, typed: bool) -> None:
        self.steps.setVisible(not typed and self._two_columns)
        self.by_hand_link.setVisible(not self.search.by_hand.isVisibleTo(self))
        if typed:
            QTimer.singleShot(0, self, self._reveal_found)

    def _reveal_found(self) -> None:
        """Bring what was found into sight, once it is laid out."""
        self._scroll.ensureWidgetVisible(self.search, 0, 8)

    def _on_by_hand_asked(self, typed: str) -> None:
        self._show_part(self.by_hand)
        self.by_hand.start(typed)

    def _on_by_hand_link_clicked(self) -> None:
        self._on_by_hand_asked(self.search.field.text().strip())

    def _on_given_up(self) -> None:
        self._show_part(self._search_box)
        self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.field.selectAll()

    # --- Private

    def _show_part(self, part: QWidget) -> None:
        for widget in (self._search_box, self.by_hand, self.existing):
            widget.setVisible(widget is part)
        self.resume.set_calm(part is not self._search_box)
        free = part is self._search_box and not self.search.field.text().strip()
        self.steps.setVisible(free and self._two_columns)

    @property
    def _two_columns(self) -> bool:
        scale = self._desk.theme.scale
        return self.width() >= NARROW and self.width() >= 900 * scale

    def _arrange(self) -> None:
        two, scale = self._two_columns, self._desk.theme.scale
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(side if two else down)
        beside = not two and self.width() >= 900 * scale
        self._ways.setDirection(side if beside else down)
        wide = round(_SIDE * (1 + (scale - 1) / 2))
        self._side.setFixedWidth(wide) if two else self._free_side()
        self._lead.setMaximumWidth(round(_LEAD_WIDTH * scale))
        self._title.setText(_TITLE.format("\n" if two or self._title_is_long() else " "))
        for way in (self.example, self.workshop, self.territory):
            way.setMaximumHeight(round(124 * scale) if two else _UNLIMITED)
        if self._search_box.isVisibleTo(self):
            self._show_part(self._search_box)

    def _title_is_long(self) -> bool:
        metrics = QFontMetrics(self._desk.theme.font("welcome"))
        return metrics.horizontalAdvance(_TITLE.format(" ")) > self.width() - 120

    def _free_side(self) -> None:
        self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(_WIDEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()
            side = 40 + max(0, (self.width() - _WIDEST - 80) // 2)
            self._foot.setContentsMargins(side, 8, side, 12)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():  # not when the window is only brought back
            self.refresh()
            self.search.field.setFocus(Qt.FocusReason.OtherFocusReason)
