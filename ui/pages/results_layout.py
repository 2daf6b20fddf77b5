# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the cards of the results share the width: three columns, two with the map below, or one."""

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

LEFT, RIGHT = 386, 436
"""Columns of the profile and of the themes at 100 %, in pixels (design section 3)."""
ROOMY_LEFT, ROOMY_RIGHT = 470, 520
THREE, ROOMY, TWO = 1150, 1500, 760
"""The width, at 100 %, from which there are as many columns."""
GAP = 16


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page of results is made of. `main`: profile, map (or what is missing alone), themes;
    `more`: what explains them, in order of use."""

    profile: QWidget
    map: QWidget | None
    themes: QWidget | None
    more: tuple[QWidget, ...]


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
        cards = (parts.profile, parts.themes, parts.map, *parts.more)
        for row, card in enumerate(card for card in cards if card is not None):
            grid.addWidget(card, row, 0)
        grid.setColumnStretch(0, 1)
    alone = parts.themes is None
    grid.setRowMinimumHeight(0, height if columns == 3 or alone else 0)


def _three(grid: QGridLayout, parts: Parts, width: int, scale: float) -> None:
    roomy = width / scale >= ROOMY
    sides = (ROOMY_LEFT, ROOMY_RIGHT) if roomy else (LEFT, RIGHT)
    left, right = (round(side * scale) for side in sides)
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
    _below(grid, parts.more)


def _below(grid: QGridLayout, more: tuple[QWidget, ...]) -> None:
    """Three in a row; a fourth stands under the first, the others being as high as both."""
    deep = 2 if len(more) > 3 else 1
    for column, card in enumerate(more[:3]):
        grid.addWidget(card, 1, column, 1 if column == 0 else deep, 1)
    for row, card in enumerate(more[3:], 2):
        grid.addWidget(card, row, 0)


def _two(grid: QGridLayout, parts: Parts) -> None:
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    grid.addWidget(parts.profile, 0, 0, 1, 1 if parts.themes else 2)
    if parts.themes is not None:
        grid.addWidget(parts.themes, 0, 1)
    row = 1
    if parts.map is not None:
        grid.addWidget(parts.map, row, 0, 1, 2)
        row += 1
    for i, card in enumerate(parts.more):
        grid.addWidget(card, row + i // 2, i % 2)


def _clear(grid: QGridLayout) -> None:
    """Take everything out, the cards being kept; forget the widths asked for."""
    while grid.takeAt(0) is not None:
        pass
    for column in range(3):
        grid.setColumnMinimumWidth(column, 0)
        grid.setColumnStretch(column, 0)
    for row in range(grid.rowCount() + 1):
        grid.setRowMinimumHeight(row, 0)
        grid.setRowStretch(row, 0)
