# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A figure of the report shown on the screen. Loads matplotlib when it first draws, not before.

Knows nothing of what the figure shows.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import PaletteName, Theme
from ui.widgets.accessible import Picture

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from autodiag.charts.look import Look

    Build = Callable[[Look, float, float], Figure]

DEBOUNCE = 150
"""Milliseconds without a change before a figure is drawn again."""
SMALLEST = 9.0
"""The points of the smallest text of a figure: shown as a caption of the screen."""

_Key = tuple[int, int, float, str, float]


class Chart(Picture):
    """Shows what `build(look, width, height)` returns, drawn at the resolution of the screen.

    It is drawn again when it is painted after a change of size, palette, text size or figure:
    what nobody sees costs nothing. The old figure stays until then.
    """

    def __init__(self, theme: Theme, resources: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._resources = theme, resources
        self._build: Build | None = None
        self._data: object = None
        self._height = 0.0
        self._image: QImage | None = None
        self._colors = ""
        self._drawn: _Key | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_quiet)
        self._size_policy(QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)

    def show_figure(self, build: "Build", *, height: float = 0.0, data: object = None) -> None:
        """Show another figure. `build` is called with the room there is, in points, and may use
        less of it: the figure is centred. `height`: the points that it needs, where it decides.
        `data`: what it is made from; equal to the last one, nothing is drawn again."""
        if data is not None and data == self._data:
            return
        self._build, self._data, self._drawn = build, data, None
        if height != self._height:
            self._height = height
            fixed = QSizePolicy.Policy.Fixed
            self._size_policy(fixed if height else QSizePolicy.Policy.Expanding)
        self.updateGeometry()
        self.update()

    def draw_now(self) -> None:
        """Draw without waiting, for who takes a picture of the page."""
        self._timer.stop()
        if self._build is None or self._drawn == self._key():
            return
        self._drawn = self._key()  # first: a builder that fails is not asked again at each paint
        self._image, self._colors = self._draw(self._build), self._theme.palette_name
        self.update()

    @property
    def zoom(self) -> float:
        """Logical pixels for a point of the figure."""
        caption = self._theme.font("caption").pointSizeF()
        return self.logicalDpiY() / 72 * caption / SMALLEST

    @property
    def look(self) -> "Look":
        """The colours and fonts that the figure is drawn with."""
        return _look(self._resources, self._theme.palette_name)

    def figure_rect(self) -> QRectF:
        """Where the figure is, in this widget: the whole of it until something is drawn."""
        if self._image is None:
            return QRectF(self.rect())
        size = self._image.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(round(left), round(top), size.width(), size.height())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_quiet(self) -> None:
        if self.isVisible():
            self.draw_now()

    def _size_policy(self, vertical: QSizePolicy.Policy) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def _key(self) -> _Key:
        theme = self._theme
        return (
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            theme.palette_name,
            self.zoom,
        )

    def _draw(self, build: "Build") -> QImage:
        from matplotlib import rc_context
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        zoom, ratio = self.zoom, self.devicePixelRatioF()
        look = _look(self._resources, self._theme.palette_name)
        figure = build(look, self.width() / zoom, self.height() / zoom)
        figure.dpi = 72 * zoom * ratio
        canvas = FigureCanvasAgg(figure)
        with rc_context({"text.hinting": "none"}):  # else words are wider than their own measure
            canvas.draw()
        width, height = canvas.get_width_height(physical=True)
        pixels = bytes(canvas.buffer_rgba())
        drawn = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        image = drawn.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # once, and ours
        image.setDevicePixelRatio(ratio)
        return image

    def sizeHint(self) -> QSize:
        """As high as the figure asks, else little: it takes what there is."""
        zoom = self.zoom
        return QSize(round(240 * zoom), round((self._height or 180) * zoom))

    def minimumSizeHint(self) -> QSize:
        """Small enough for a column."""
        zoom = self.zoom
        return QSize(round(120 * zoom), round((self._height or 160) * zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The last figure drawn; a newer one is drawn soon, since it is seen."""
        if self._build is None or self.width() < 8 or self.height() < 8:
            return
        if self._drawn != self._key():
            wrong = self._image is None or self._colors != self._theme.palette_name
            self._timer.start(0 if wrong else DEBOUNCE)
        if self._image is not None:
            QPainter(self).drawImage(self.figure_rect(), self._image)


@lru_cache(maxsize=3)
def _look(resources: Path, palette: PaletteName) -> "Look":
    """One per palette: every chart of a page shares it."""
    from autodiag.charts.look import load_look

    return load_look(resources, palette)
