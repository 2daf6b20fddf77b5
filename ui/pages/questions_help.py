# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Beside the question: what helps to answer it, and under it what one keeps about the answer."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from autodiag.model.knowledge import Actor, GlossaryEntry
from autodiag.model.questionnaire import Question, Wording
from ui.pages.questions_help_texts import QuestionsHelpTexts
from ui.pages.questions_own import QuestionsOwn
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import rule
from ui.widgets.scroll import scroll_area
from ui.widgets.whole_lines import WholeLines

WIDTH, DRAWER_WIDTH, WIDE_WIDTH = 316, 320, 380
MARGIN, BAR = 20, 14
MOST_OWN = 0.62
"""Of the height, for what one keeps: the texts above stay in sight."""


class QuestionsHelp(QFrame):
    """The panel; as a drawer it has a button that closes it. Placed by hand: the texts take the
    height that they need, what one keeps what remains; each scrolls when it must."""

    closed = Signal()
    files_dropped = Signal(object)
    """Paths of files dropped anywhere on the panel."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = theme
        self._outside = 0
        self._over = False
        self.close_drawer = icon_button(theme, "close", name="Fermer l’aide")
        self.close_drawer.setParent(self)
        self.texts = QuestionsHelpTexts(theme)
        self._rule = rule()
        self._rule.setParent(self)
        self.own = QuestionsOwn(theme)
        self.note = self.own.note
        self._area, self._own_area = self._scrolled(self.texts), self._scrolled(self.own)
        self._whole = WholeLines(theme, self._area, self.texts.lines, "surface")
        self.close_drawer.hide()
        self.close_drawer.clicked.connect(self.closed)
        self.own.resized.connect(self.fit)
        self.own.evidence.told.connect(self._on_told)
        theme.changed.connect(self.fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _scrolled(self, widget: QWidget) -> QScrollArea:
        area = scroll_area(widget)
        area.setWidgetResizable(False)
        area.setParent(self)
        return area

    def set_drawer(self, *, drawer: bool) -> None:
        """Show the button that closes the drawer."""
        self.close_drawer.setVisible(drawer)

    def set_outside(self, outside: int) -> None:
        """Leave that much room at the right, where the window is wider than the contents."""
        self._outside = outside

    def show_question(
        self,
        question: Question,
        wording: Wording,
        words: Sequence[GlossaryEntry],
        whom: Sequence[Actor],
        glossary: tuple[GlossaryEntry, ...],
    ) -> None:
        """Show what helps to answer that question."""
        self.texts.show_question(question, wording, words, whom, glossary)
        for area in (self._area, self._own_area):
            area.verticalScrollBar().setValue(0)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Place everything again."""
        margin = round(MARGIN * self._theme.scale)
        width = self.width() - 2 * margin - self._outside
        top = margin
        if not self.close_drawer.isHidden():
            size = self.close_drawer.sizeHint()
            self.close_drawer.setGeometry(QRect(margin + width - size.width(), 8, *size.toTuple()))
            top = 8 + size.height()
        room = max(0, self.height() - top - margin)
        inner = width - round(4 * self._theme.scale)
        own = self.own.least_height(width) + 1
        held = min(own, round(MOST_OWN * room))
        wanted = self.texts.height_at(width)
        scrolls = wanted > room - held
        self.texts.place(inner if scrolls else width)
        shown = min(wanted, room - held)
        # a scroll bar, where there is one, is in the margin
        self._area.setGeometry(QRect(margin, top, width + BAR, shown))
        self.texts.scroll_with(self._area.verticalScrollBar() if scrolls else None)
        self._whole.fit()
        top, held = top + shown, room - shown
        self._rule.setGeometry(QRect(margin, top, width, 1))
        self._own_area.setGeometry(QRect(margin, top + 1, width + BAR, held - 1))
        if own > held:
            self.own.place(inner, max(held - 1, self.own.least_height(inner)))
        else:
            self.own.place(width, held - 1)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.own.isAncestorOf(new):
            self._own_area.ensureWidgetVisible(new, 0, 12)

    @Slot(QWidget)
    def _on_told(self, said: QWidget) -> None:
        QTimer.singleShot(0, self, partial(self._show_told, said))  # once it has its place

    def _show_told(self, said: QWidget) -> None:
        self.fit()
        self._own_area.ensureWidgetVisible(said, 0, 12)

    def _mark_drop(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()
            self._mark_drop(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._mark_drop(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(over=False)
        files = _files(event.mimeData())
        if files:
            event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it was
            event.accept()
            self.files_dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:  # a file that is let go here will be attached
            painter = QPainter(self)
            painter.setPen(QPen(self._theme.color("primary"), 3))
            painter.setBrush(self._theme.color("primaryPale"))
            painter.drawRect(self.rect().adjusted(2, 2, -2, -2))
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _files(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
