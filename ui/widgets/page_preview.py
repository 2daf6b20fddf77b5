# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The pages of a document, one or two side by side, each drawn when it comes into view."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.theme import Theme

GAP = 20
A4 = 297 / 210
PAUSE_MS = 60
PAPER = QColor("#FFFFFF")
"""Paper is white in every theme: it is what the printer gives."""


class PagePreview(QAbstractScrollArea):
    """Asks for the pages it needs with `wanted`, and shows those it is given."""

    HEARD_AS = "Document"

    wanted = Signal(object, int)
    """The numbers of pages to draw, from 0, and their width in logical pixels."""
    page_changed = Signal(int)
    """The page at the top of the view, from 0."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = 0
        self._columns = 2
        self._images: dict[int, QImage] = {}
        self._top_page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_radius", 8)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self.viewport().update)

    @property
    def columns(self) -> int:
        """How many pages are side by side."""
        return self._columns

    @property
    def top_page(self) -> int:
        """The first page that is seen, from 0."""
        return self._top_page

    def show_document(self, count: int) -> None:
        """Another document, of that many pages; zero for none."""
        self._count, self._images, self._top_page = count, {}, 0
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(f"Aperçu du document, {count} pages" if count else "Aperçu")
        self._lay()
        self._ask_soon()

    def set_columns(self, columns: int) -> None:
        """One page, larger, or two."""
        if columns != self._columns:
            page = self._top_page
            self._columns, self._images = columns, {}
            self._lay()
            self.go_to(page)
            self._ask_soon()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        self.verticalScrollBar().setValue(self._rect(page).top() - GAP // 2)

    def take(self, images: dict[int, QImage]) -> None:
        """Show these pages, unless they were drawn for another width."""
        width = self._page_width()
        for number, image in images.items():
            if abs(image.deviceIndependentSize().width() - width) < 2:
                self._images[number] = image
        self.viewport().update()

    def _page_width(self) -> int:
        room = self.viewport().width() - GAP * (self._columns + 1)
        widest = 900 if self._columns == 1 else 560
        return max(120, min(room // self._columns, widest))

    def _rect(self, page: int) -> QRect:
        """Where a page lies in the whole document, in logical pixels."""
        width = self._page_width()
        height = round(width * A4)
        used = self._columns * width + (self._columns - 1) * GAP
        left = (self.viewport().width() - used) // 2
        row, column = divmod(page, self._columns)
        return QRect(left + column * (width + GAP), GAP + row * (height + GAP), width, height)

    def _lay(self) -> None:
        high = self._rect(self._count - 1).bottom() + GAP if self._count else 0
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(60)
        bar.setRange(0, max(0, high - self.viewport().height()))
        self.viewport().update()

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        view = QRect(0, top, self.viewport().width(), self.viewport().height())
        return [page for page in range(self._count) if self._rect(page).intersects(view)]

    def _ask_soon(self) -> None:
        self._pause.start()

    def _on_paused(self) -> None:
        missing = [page for page in self._seen() if page not in self._images]
        if missing:
            self.wanted.emit(missing, self._page_width())

    def _on_scrolled(self) -> None:
        self.viewport().update()
        seen = self._seen()
        if seen and seen[0] != self._top_page:
            self._top_page = seen[0]
            self.page_changed.emit(self._top_page)
        self._ask_soon()

    def sizeHint(self) -> QSize:
        return QSize(800, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._images = {}
        self._lay()
        self._ask_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        key = Qt.Key(event.key())
        if key in ends:
            bar.setValue(ends[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.color("sunken"))
        top = self.verticalScrollBar().value()
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setFont(self._theme.font("caption"))
        for page in self._seen():
            rect = self._rect(page).translated(0, -top)
            painter.fillRect(rect, PAPER)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(rect.topLeft(), image)
            painter.drawRect(rect)
        painter.end()
