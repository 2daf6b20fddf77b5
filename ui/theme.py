# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Colours, type and pictograms, from the resources: the only place of `ui` that knows them.

Painted widgets ask it each time they paint; the style sheet is made from the same tokens.
"""

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.theme_qss import style_sheet

if TYPE_CHECKING:
    from autodiag.model.questionnaire import ProfileId

PaletteName = Literal["light", "dark", "projection"]
Role = Literal["caption", "body", "card", "lead", "question", "title", "welcome"]

FAMILY = "Autodiag Sans"
SIZES: dict[Role, float] = {
    "caption": 10.5,
    "body": 12,
    "card": 12.75,
    "lead": 13.5,
    "question": 18.75,
    "title": 21,
    "welcome": 25.5,
}
"""Points at 100 % (design section 1)."""
PROJECTED = 1.5
"""The least scale of projected text. The sizes of the design for projection (2.3 times) are those
of a screen that shows one question and nothing else: on pages made to work with, 1.5 is the most
that a projector of 1024×768 holds without everything being scrolled."""
MARK_INK = b"#0B5A63"
"""The colour that the mark is drawn with in its file."""
MIDDLE = 128
"""Between a dark colour and a light one, by its lightness."""
BOLD: frozenset[Role] = frozenset(("question", "title", "welcome"))
PROFILE_TOKENS: "dict[ProfileId, str]" = {
    "retardataire": "retardataires",
    "pragmatique": "pragmatiques",
    "stratege": "strateges",
}


class Theme(QObject):
    """One palette at one text size. `changed` follows a change of either."""

    changed = Signal()

    def __init__(
        self,
        resources: Path,
        palette: PaletteName = "light",
        scale: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._icons = resources / "icons"
        self._palettes: dict[str, dict[str, Any]] = json.loads(
            (resources / "theme" / "tokens.json").read_text(encoding="utf-8")
        )
        self._svg: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}
        self.palette_name: PaletteName = palette
        self._scale = scale
        self.numbered = False
        """Whether themes are told by their number alone: the pictograms and the colours are those
        of the diagnosis, and say nothing of another questionnaire."""

    @property
    def tokens(self) -> dict[str, Any]:
        """The tokens of the palette, as the file writes them."""
        return self._palettes[self.palette_name]

    @property
    def scale(self) -> float:
        """What every size of text is multiplied by, 1.0 to 2.0: what was chosen, or more where it
        is read from the back of a room."""
        return max(self._scale, PROJECTED) if self.palette_name == "projection" else self._scale

    def color(self, token: str) -> QColor:
        """A token of the design by its name."""
        return QColor(self.tokens[token])

    def level(self, level: int) -> QColor:
        """The background of a level, 0 to 4."""
        return QColor(self.tokens["level"][level])

    def theme_color(self, index: int) -> QColor:
        """The colour of the theme of that rank, from 0; beyond nine, or `numbered`, the plain
        ink."""
        colors = () if self.numbered else self.tokens["theme"]
        return QColor(colors[index] if index < len(colors) else self.tokens["ink"])

    def theme_icon_name(self, index: int) -> str:
        """The pictogram of the theme of that rank; beyond nine, a sheet of paper."""
        names = self._theme_icons
        return names[index] if index < len(names) else "file"

    @cached_property
    def _theme_icons(self) -> tuple[str, ...]:
        return tuple(path.stem for path in sorted(self._icons.glob("theme-*.svg")))

    def profile(self, profile: "ProfileId") -> tuple[QColor, QColor]:
        """The ink and the fill of a profile."""
        ink, fill = self.tokens["profil"][PROFILE_TOKENS[profile]]
        return QColor(ink), QColor(fill)

    def font(self, role: Role, *, bold: bool | None = None) -> QFont:
        """The font of a role at today's text size."""
        font = QFont(FAMILY)
        font.setPointSizeF(SIZES[role] * self.scale)
        font.setBold(role in BOLD if bold is None else bold)
        return font

    def pixmap(self, name: str, color: QColor, size: int = 20) -> QPixmap:
        """A pictogram in one colour, `size` logical pixels wide, sharp on this screen."""
        ratio = _pixel_ratio()
        key = (name, color.rgba(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(name, color, size, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, ink: str = "ink", size: int = 20) -> "QtGui.QIcon":
        """A pictogram for a button; disabled, in the colour of disabled text."""
        icon = QtGui.QIcon(self.pixmap(name, self.color(ink), size))
        icon.addPixmap(self.pixmap(name, self.color("ink3"), size), QtGui.QIcon.Mode.Disabled)
        return icon

    def set_palette(self, name: PaletteName) -> None:
        """Take another palette; the whole application is painted again."""
        if name != self.palette_name:
            self.palette_name = name
            self.apply()

    def set_scale(self, scale: float) -> None:
        """Take another size of text."""
        if scale != self._scale:
            before, self._scale = self.scale, scale
            if self.scale != before:
                self.apply()

    def apply(self) -> None:
        """Give the application its font, palette and style sheet, then tell everybody.

        The old sheet is taken away first: to replace one, Qt polishes each widget once for itself
        and once for each of its parents, some ten times here (1 700 widgets: 1.4 s, and 0.4 s so).
        """
        self._take_sheet_away()
        self.prepare()
        self.dress()
        self.changed.emit()

    def prepare(self) -> None:
        """Font and palette alone. A window built before its style sheet is set is polished once,
        not at each widget that finds its place."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.font("body"))
            app.setPalette(self._qt_palette())

    def dress(self) -> None:
        """The style sheet, for what was built since `prepare`: nobody needs to be told."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setStyleSheet(style_sheet(self.tokens, self.scale))

    def _take_sheet_away(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setStyleSheet("")

    def _drawn(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        if name not in self._svg:
            self._svg[name] = (self._icons / f"{name}.svg").read_bytes()
        svg = self._svg[name]
        for drawn in (b"currentColor", MARK_INK):
            svg = svg.replace(drawn, color.name().encode())
        renderer = QSvgRenderer(QByteArray(svg))
        side = round(size * ratio)
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _qt_palette(self) -> QPalette:
        """For what the style sheet does not reach: Qt's own dialogs, selections, links."""
        palette = QPalette()
        roles = QPalette.ColorRole
        for role, token in (
            (roles.Window, "bg"),
            (roles.WindowText, "ink"),
            (roles.Base, "surface"),
            (roles.AlternateBase, "sunken"),
            (roles.Text, "ink"),
            (roles.Button, "surface"),
            (roles.ButtonText, "ink"),
            (roles.BrightText, "errInk"),
            (roles.Highlight, "primary"),
            (roles.HighlightedText, "onPrimary"),
            (roles.Link, "primary"),
            (roles.LinkVisited, "primary"),
            (roles.ToolTipBase, "surface"),
            (roles.ToolTipText, "ink"),
            (roles.PlaceholderText, "ink2"),
            (roles.Mid, "line"),
            (roles.Dark, "control"),
            (roles.Light, "surface"),
        ):
            palette.setColor(role, self.color(token))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("ink3"))
        return palette


def system_palette() -> PaletteName:
    """What the system asks for, light when it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def starting_palette() -> PaletteName:
    """The same, before any palette is set, from what the system would have windows look like: to
    ask by name would have all of `Qt` made before the window shows (see ui/early.py)."""
    behind = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return "dark" if behind.lightness() < MIDDLE else "light"


def _pixel_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen is not None else 1.0
