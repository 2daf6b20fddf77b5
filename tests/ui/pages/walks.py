# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What must be true of every page: names for all that takes the focus, and no cut text."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget


@contextmanager
def kept() -> Iterator[list[QWidget]]:
    """Pages to keep until the test ends, as a window would, and then really gone: what is left
    would be dressed again at each test."""
    pages: list[QWidget] = []
    yield pages
    for page in pages:
        page.close()
        page.deleteLater()
    pages.clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def nameless(page: QWidget) -> list[str]:
    """The widgets that the keyboard reaches and that say nothing."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]


def settle() -> None:
    """Let layouts inside layouts find their sizes."""
    for _ in range(3):
        QApplication.processEvents()


def cut(page: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    settle()
    return [
        f"{shown.text()[:40]}: {shown.size().toTuple()}"
        for shown in page.findChildren(QLabel)
        if shown.isVisibleTo(page)
        and shown.text()
        and (
            shown.height() < shown.heightForWidth(shown.width()) - 1
            if shown.wordWrap()
            else shown.width() < shown.sizeHint().width() - 1
        )
    ]


def overflow(area: QScrollArea) -> tuple[int, int]:
    """How much wider than its room the content is, and how much blank it ends with."""
    settle()
    content = area.widget()
    assert content is not None
    bottoms = [
        child.mapTo(content, QPoint(0, child.height())).y()
        for child in content.findChildren(QWidget)
        if child.isVisibleTo(content) and type(child) is not QWidget
    ]
    blank = content.height() - max([*bottoms, area.viewport().height()])
    return content.width() - area.viewport().width(), blank
