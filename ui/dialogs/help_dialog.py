# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""F1: the keys that work, where the copies are, how figures are made, what words mean, for whom
it is accessible. True. In nobody's way: the window behind goes on."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.dialogs.accessibility_text import accessibility_said
from ui.dialogs.help_keys import KEYS
from ui.dialogs.method_text import glossary_said, method_said
from ui.widgets.buttons import button
from ui.widgets.flow_row import FlowRow
from ui.widgets.focus_ring import FocusRing
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import label, rule
from ui.widgets.scroll import lay_out_around, scroll_area
from ui.widgets.starred import StarredLabel
from ui.widgets.tall_flow import tall_flow

COPIES = (
    "Chaque réponse est enregistrée tout de suite. Une copie datée du dossier est faite quand vous "
    "l’ouvrez, une fois par jour au plus. Les vingt dernières de chaque dossier sont ici\u00a0:"
)
ELSEWHERE = (
    "Ces copies sont sur cet ordinateur. Gardez-en une aussi ailleurs, par exemple sur une clé USB."
)


Section = Literal["", "methode", "mots", "accessibilite"]
TITLES: Mapping[Section, str] = MappingProxyType(
    {"methode": "La méthode", "mots": "Les mots", "accessibilite": "L’accessibilité"}
)


class HelpDialog(QDialog):
    """Opened with `show_help`, at its top or at a section; Échap closes it. Not modal."""

    tour_asked = Signal()
    """«Revoir la visite»: whoever listens shows it; the help has closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, section: Section = "") -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: Section = section
        self._top = 0
        self._heads: dict[str, QLabel] = {
            one: label(title, "lead", bold=True) for one, title in TITLES.items()
        }
        self.copies = QLineEdit(str(desk.paths.copies))
        self.open_button = button(desk.theme, "Ouvrir ce dossier", icon="file")
        self.tour_button = button(desk.theme, "Revoir la visite", "quiet", icon_after="arrow")
        self.tour_button.hide()
        self.close_button = button(desk.theme, "Fermer", "primary")
        self._statement = QVBoxLayout()
        self._statement.setSpacing(12)
        self._build()
        self.open_button.clicked.connect(self._on_open_clicked)
        self.tour_button.clicked.connect(self._on_tour_clicked)
        self.close_button.clicked.connect(self.accept)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep)
        self._area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._ring = FocusRing(self, desk.theme)

    def _build(self) -> None:
        self.setWindowTitle("Aide")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(32, 24, 32, 16)
        column.setSpacing(12)
        column.addWidget(label("Aide", "title"))
        column.addWidget(self._ways())
        column.addWidget(label("Au clavier", "lead", bold=True))
        column.addLayout(self._keys())
        column.addWidget(rule())
        column.addWidget(label("Vos copies", "lead", bold=True))
        column.addWidget(_flowing(COPIES))
        column.addLayout(self._place())
        column.addWidget(_flowing(ELSEWHERE, tone="ink2"))
        self._add_reading(column)
        column.addStretch(1)
        self._area = scroll_area(content)
        self._area.setAccessibleName("Aide")
        # the arrows scroll what is only read
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setProperty("focus_shown", True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(rule())
        whole.addLayout(self._foot())
        letters, room = self.fontMetrics(), self.screen().availableSize()
        wanted = QSize(letters.averageCharWidth() * 84, letters.height() * 35)
        self.resize(wanted.boundedTo(room - QSize(40, 80)))
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _ways(self) -> FlowRow:
        """To what is further down, and to the visit."""
        row = tall_flow()
        for section, title in TITLES.items():
            way = button(self._desk.theme, title, "quiet", icon_after="arrow")
            way.clicked.connect(partial(self.show_section, section))
            row.add(way)
            if section == "methode":
                way.setProperty("flush", "true")  # under the title, by its words
        row.add(self.tour_button)
        return row

    def _add_reading(self, column: QVBoxLayout) -> None:
        """The method, the difficult words, the accessibility, where they can be read."""
        bundle = self._desk.paths.bundle
        column.addWidget(rule())
        column.addWidget(self._heads["methode"])
        _read(column, "\n\n".join(method_said(bundle.resources)))
        column.addWidget(rule())
        column.addWidget(self._heads["mots"])
        words = glossary_said(bundle.knowledge)
        _read(column, "\n\n".join(f"**{term}**\n{meaning}" for term, meaning in words))
        column.addWidget(rule())
        column.addWidget(self._heads["accessibilite"])
        column.addLayout(self._statement)

    @Slot()
    def _add_statement(self) -> None:
        """Long to lay out, and last: once the rest is seen."""
        for title, said in accessibility_said(self._desk.paths.bundle.resources):
            if title:
                self._statement.addWidget(label(title, "card", bold=True, heading=True))
            _read(self._statement, said)
        if self._kept:
            self.show_section(self._kept)

    @Slot()
    def show_section(self, section: Section, _checked: bool = False) -> None:
        """Scroll to a section, and let the arrows read on from there. Heights may not be known
        yet, nor the last ones: the section is kept at the top until somebody scrolls."""
        self._kept = section
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._heads[section].installEventFilter(self)
        lay_out_around(self._heads[section])
        self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A section that moves, because a text above it took another height."""
        if event.type() == QEvent.Type.Move:
            self._keep()
        return super().eventFilter(watched, event)

    @Slot()
    def _keep(self) -> None:
        """The section that was asked for, at the top."""
        if self._kept:
            bar = self._area.verticalScrollBar()
            self._top = max(0, min(self._heads[self._kept].y() - 12, bar.maximum()))
            bar.setValue(self._top)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if value != self._top:
            self._kept = ""

    def turn_to(self, section: Section) -> None:
        """Come to the front, at a section if one is asked for."""
        if section:
            self.show_section(section)
        self.raise_()
        self.activateWindow()

    @Slot()
    def _on_tour_clicked(self) -> None:
        self.accept()
        self.tour_asked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._statement.isEmpty():
            QTimer.singleShot(0, self, self._add_statement)

    def _keys(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (keys, what) in enumerate(KEYS):
            grid.addWidget(KeyHint(self._desk.theme, keys), row, 0)
            grid.addWidget(_flowing(what), row, 1)
        return grid

    def _place(self) -> QHBoxLayout:
        self.copies.setReadOnly(True)
        self.copies.setAccessibleName("Emplacement des copies datées")
        self.copies.setProperty("focus_radius", 10)
        self.copies.setCursorPosition(0)
        self.open_button.setEnabled(self._folder() is not None)
        if self._folder() is None:
            self.open_button.setToolTip("Aucune copie pour l’instant")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.copies, 1)
        row.addWidget(self.open_button)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(32, 12, 32, 12)
        version = f"Autodiag, version {self._desk.version}. Rien ne quitte cet ordinateur."
        row.addWidget(label(version, "caption", tone="ink2"), 1)
        row.addWidget(self.close_button)
        return row

    def _folder(self) -> Path | None:
        copies = self._desk.paths.copies
        return copies if copies.is_dir() else None

    @Slot()
    def _on_open_clicked(self) -> None:
        folder = self._folder()
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def show_help(desk: Desk, asking: QWidget, *, section: Section = "") -> HelpDialog:
    """Show the help of the window that asks: the one already open there, else a new one.

    The window shows its visit again where it knows how to (`start_tour`).
    """
    window = asking.window()
    for there in window.findChildren(HelpDialog):
        if there.isVisible():
            there.turn_to(section)
            return there
    made = HelpDialog(desk, window, section=section)
    start_tour = getattr(window, "start_tour", None)
    if start_tour is not None:
        made.tour_asked.connect(start_tour)
        made.tour_button.show()
    made.show()
    return made


def _read(column: QVBoxLayout, said: str) -> None:
    """One text for a whole part, for a label each would make the help slow to open."""
    text = StarredLabel()
    column.addWidget(text)
    text.say(said)


def _flowing(text: str, tone: str = "") -> QLabel:
    """A text that asks for the height it needs at its real width, and no more."""
    made = label(text, tone=tone)
    policy = made.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    made.setSizePolicy(policy)
    return made
