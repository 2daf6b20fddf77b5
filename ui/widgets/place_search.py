# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The field where a collectivité is looked for, what it may mean, and what to do without it.

Reads the list of places while it is visible; knows nothing of what is done with the choice.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from autodiag.errors import AutodiagError
from ui.theme import Theme
from ui.widgets.labels import label

if TYPE_CHECKING:  # the field shows, and takes letters, before there is a list
    from autodiag.places.places import Match, Places

_COUNTED = 100
"""More names than this are not counted."""
_HINTS = (
    "Nom, code postal, code INSEE ou numéro SIREN",
    "Nom, code postal, INSEE ou SIREN",
    "Nom ou code postal",
)
"""The first that the field holds whole is shown in it."""
_BORDER, _BEFORE_END, _QT_MARGIN = 2, 16, 2
"""Around what is typed, in pixels at any size of text; the last is Qt’s own, on both sides."""
_NEAR = "Aucun nom ne s’écrit exactement ainsi. Vouliez-vous dire :"
_NOTHING = (
    "Nous ne trouvons pas ce nom dans la liste des communes et des intercommunalités. Essayez "
    "avec moins de lettres, ou avec le code postal. Vous pouvez aussi saisir votre collectivité "
    "à la main."
)


class SearchField(QLineEdit):
    """A high field with a magnifying glass."""

    down_pressed = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setProperty("focus_radius", 12)
        self.setMaxLength(200)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        border, scale = self._theme.color("primary").name(), self._theme.scale
        self.setStyleSheet(
            f"QLineEdit {{ font-size: {16.5 * scale:g}pt; min-height: {56 * scale:g}px;"
            f" border: {_BORDER}px solid {border}; border-radius: 12px;"
            f" padding: 0 {_BEFORE_END}px 0 {self._before:g}px;"
            f" placeholder-text-color: {self._theme.color('ink2').name()}; }}"
        )
        self._choose_hint()

    @property
    def _before(self) -> float:
        """Pixels at the left of what is typed, where the magnifying glass is."""
        return 28 + 26 * self._theme.scale

    def _choose_hint(self) -> None:
        """What may be typed, as much of it as the field holds."""
        self.ensurePolished()
        around = self._before + _BEFORE_END + 2 * (_BORDER + _QT_MARGIN)
        letters, room = self.fontMetrics(), self.width() - around
        held = [hint for hint in _HINTS if letters.horizontalAdvance(hint) <= room]
        self.setPlaceholderText(held[0] if held else _HINTS[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_hint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == QtCore.Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = round(26 * self._theme.scale)
        glass = self._theme.pixmap("search", self._theme.color("ink2"), side)
        QPainter(self).drawPixmap(QPoint(19, (self.height() - side) // 2), glass)


class PlaceSearch(QWidget):
    """The field and, under it, the rows found or a sentence, with «Saisir à la main»."""

    chosen = Signal(object)
    """A LocalAuthority."""
    by_hand_asked = Signal(str)
    """What is typed so far."""
    searched = Signal(bool)
    """Whether something is typed: the rest of the page makes room."""

    def __init__(self, theme: Theme, places: Path, name: str, *, at_once: bool = True) -> None:
        super().__init__()
        self._path = places
        self._theme = theme
        self._places: Places | None = None
        self.field = SearchField(theme, name)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addWidget(self.field)
        if at_once:
            self.grow()

    def grow(self) -> None:
        """Make what stands under the field, and look for what was typed meanwhile."""
        from ui.widgets.buttons import button
        from ui.widgets.place_list import PlaceList

        self.message = label("", "body", tone="ink2")
        self.list = PlaceList(self._theme)
        self.by_hand = button(self._theme, "Saisir à la main…", "secondary")
        foot = QHBoxLayout()
        foot.addWidget(self.by_hand)
        foot.addStretch(1)
        for widget in (self.message, self.list, self.by_hand):
            widget.hide()
        self._layout.addWidget(self.message)
        self._layout.addWidget(self.list)
        self._layout.addLayout(foot)
        self._connect()
        if self.field.text():
            self._on_text_changed(self.field.text())

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_return_pressed)
        self.field.down_pressed.connect(self._on_down_pressed)
        self.list.chosen.connect(self.chosen)
        self.list.left.connect(self._on_list_left)
        self.by_hand.clicked.connect(self._on_by_hand_clicked)

    @property
    def reading(self) -> bool:
        """Whether the list of places is open."""
        return self._places is not None

    def clear(self) -> None:
        """Back to an empty field."""
        self.field.clear()

    def _on_text_changed(self, text: str) -> None:
        typed = text.strip()
        try:
            found = self._search(typed) if typed else []
        except AutodiagError as error:
            self._show([], "", error.sentence)
        else:
            near = bool(found) and all(match.near for match in found)
            message = _NEAR if near else _NOTHING if typed and not found else ""
            most = self.list.most
            shown = found if len(found) <= most and not near else found[: most - 1]
            self._show(shown, "" if near else _more(typed, len(found) - len(shown)), message)
        self.searched.emit(bool(typed))

    def _search(self, typed: str) -> "list[Match]":
        from autodiag.places.places import Places

        if self._places is None:
            self._places = Places(self._path)
        return self._places.search(typed, _COUNTED + self.list.most)

    def _show(self, matches: "Sequence[Match]", more: str, message: str) -> None:
        self.message.setText(message)
        self.message.setVisible(bool(message))
        # what was only guessed is never one Entrée away
        self.list.show_matches(matches, more, preselect=not message)
        self.list.setVisible(bool(matches))
        self.by_hand.setVisible(bool(message) and not matches)
        one = "Un nom proposé, flèche bas pour y aller."
        many = f"{len(matches)} noms proposés, flèche bas pour les parcourir."
        told = {0: "", 1: one}.get(len(matches), many)
        self.field.setAccessibleDescription(told or message)
        if told or message:
            from ui.widgets.announce import announce

            announce(self.field, told or message)

    def _on_return_pressed(self) -> None:
        if not self.list.choose_current():
            self._on_down_pressed()

    def _on_down_pressed(self) -> None:
        if self.list.isVisible():
            self.list.enter()
        elif self.by_hand.isVisible():
            self.by_hand.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _on_list_left(self, typed: str) -> None:
        self.field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.field.end(False)
        self.field.insert(typed)

    def _on_by_hand_clicked(self) -> None:
        self.by_hand_asked.emit(self.field.text().strip())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._places is not None:
            self._places.close()
            self._places = None


def _more(typed: str, others: int) -> str:
    """What to type to find one’s own among the others."""
    if others <= 0:
        return ""
    several = "s" if others > 1 else ""
    names = f"{others} autre{several} nom{several}"
    if others > _COUNTED:
        return f"Plus de {_COUNTED} autres noms : tapez encore quelques lettres"
    if re.search(r"\d", typed):
        return f"{names} : tapez plutôt le nom, en entier"
    return f"{names} : ajoutez le numéro du département"
