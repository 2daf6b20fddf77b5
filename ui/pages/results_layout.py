# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the cards of the results share the width: three columns, two with the map below, or one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

LEFT, RIGHT = 406, 436
"""Columns of the profile and of the themes at 100 %, in pixels: those of the design, the first a
little wider, for two profiles to stand on one line."""
ROOMY_LEFT, ROOMY_RIGHT = 470, 520
THREE, ROOMY, TWO = 1120, 1500, 760
"""The width, at 100 %, from which there are as many columns."""
DRAWN = 1304
"""The width of the drawing: in a narrower window the side columns shrink with it."""
GAP = 16


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page of results is made of. `main`: profile, map (or what is missing alone), themes;
    `more`: what explains them, in order of use."""

    profile: QWidget
    map: QWidget | None
    themes: QWidget | None
    more: tuple[QWidget, ...]


class Sheet(QWidget):
    """What scrolls: exactly as high as its text takes at its width. Qt would add the height that
    the same text takes in the narrowest column, and leave a blank under it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def emptied(layout: QLayout) -> QLayout:
    """The same layout without anything in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
    return layout


def columns_for(width: int, scale: float) -> int:
    """How many columns hold in a width, larger text needing more."""
    room = width / scale
    return 3 if room >= THREE else 2 if room >= TWO else 1


def in_reading_order(parts: Parts, columns: int) -> tuple[QWidget, ...]:
    """The cards as `arrange` places them: the first row, then each column from its top."""
    profile, main, themes, more = parts.profile, parts.map, parts.themes, parts.more
    first = (profile, main, themes) if columns == 3 else (profile, themes, main)
    explained = (card for column in range(columns) for card in more[column::columns])
    return (*(card for card in first if card is not None), *explained)


def arrange(grid: QGridLayout, parts: Parts, width: int, scale: float, height: int) -> None:
    """Place every part; `height` is what the first row should fill, in pixels."""
    columns = columns_for(width, scale)
    _clear(grid)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(GAP)
    if columns == 3:
        _three(grid, parts, width, scale)
    elif columns == 2:
        _two(grid, parts)
    else:
        for row, card in enumerate(in_reading_order(parts, columns)):
            grid.addWidget(card, row, 0)
        grid.setColumnStretch(0, 1)
    alone = parts.themes is None
    grid.setRowMinimumHeight(0, height if columns == 3 or alone else 0)


def _three(grid: QGridLayout, parts: Parts, width: int, scale: float) -> None:
    roomy = width / scale >= ROOMY
    sides = (ROOMY_LEFT, ROOMY_RIGHT) if roomy else (LEFT, RIGHT)
    wide = width if roomy else min(width, DRAWN * scale)
    left, right = (round(min(side * scale, wide * side / DRAWN)) for side in sides)
    middle = width - left - right - 2 * GAP
    for column, wide in enumerate((left, middle, right)):
        grid.setColumnMinimumWidth(column, wide)
        grid.setColumnStretch(column, wide)
    if parts.map is None:
        grid.addWidget(parts.profile, 0, 0, 1, 2 if parts.themes else 3)
    else:
        grid.addWidget(parts.profile, 0, 0)
        grid.addWidget(parts.map, 0, 1)
    if parts.themes is not None:
        grid.addWidget(parts.themes, 0, 2)
    more = parts.more
    if len(more) > 2:  # a fourth stands under the first
        for column in range(3):
            _column(grid, more[column::3], (1, column))
    elif more:  # fewer share the three columns as the row above does
        first = (2 if parts.map is None else 1) if len(more) > 1 else 3
        _column(grid, more[:1], (1, 0), first)
        _column(grid, more[1:], (1, first), 3 - first)


def _two(grid: QGridLayout, parts: Parts) -> None:
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    grid.addWidget(parts.profile, 0, 0, 1, 1 if parts.themes else 2)
    if parts.themes is not None:
        grid.addWidget(parts.themes, 0, 1)
    if parts.map is not None:
        grid.addWidget(parts.map, 1, 0, 1, 2)
    for column in range(2):
        _column(grid, parts.more[column::2], (2, column))


def _column(
    grid: QGridLayout, cards: Sequence[QWidget], place: tuple[int, int], span: int = 1
) -> None:
    """Cards one under another, each as high as what it says."""
    if not cards:
        return
    box = QVBoxLayout()
    box.setSpacing(GAP)
    for card in cards:
        box.addWidget(card)
    box.addStretch(1)
    grid.addLayout(box, *place, 1, span)


def _clear(grid: QGridLayout) -> None:
    """Take everything out, the cards being kept; forget the widths asked for."""
    while (item := grid.itemAt(0)) is not None:
        column, card = item.layout(), item.widget()
        if column is not None:
            _let_go(column)
            grid.removeItem(column)
            column.deleteLater()
        elif card is not None:
            grid.removeWidget(card)
    for column in range(3):
        grid.setColumnMinimumWidth(column, 0)
        grid.setColumnStretch(column, 0)
    for row in range(grid.rowCount() + 1):
        grid.setRowMinimumHeight(row, 0)
        grid.setRowStretch(row, 0)


def _let_go(column: QLayout) -> None:
    """Widgets go by `removeWidget`: what `takeAt` gives is never destroyed, and a widget tells
    its first item only that its height is another one; in any later item it would be cut."""
    for card in [item.widget() for item in map(column.itemAt, range(column.count())) if item]:
        if card is not None:
            column.removeWidget(card)
