# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the timeline says, and the cursor it shows, where the mouse is. Moves nothing."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from ui.pages.timeline_places import Places, Row
from ui.pages.timeline_pull import held_bar
from ui.pages.timeline_rows import lane_name
from ui.theme import Theme
from ui.widgets.callout import callout_of, hush


class Hover:
    """Each row says itself once, when the mouse enters it."""

    def __init__(self, chart: QWidget, theme: Theme) -> None:
        self._chart, self._theme = chart, theme
        self._under = -1

    def over(self, places: Places, at: QPoint, *, opens: bool) -> None:
        """The mouse is there; `opens`: a click would open something."""
        row = places.row_at(at.y())
        self._chart.setCursor(_shape(row if opens else None, at, places))
        under = at.y() if row is None else row.rect.top()
        if row is not None and under != self._under:
            said = _said(row)
            if said:
                pointer = QRect(at.x() - 8, row.rect.top(), 16, row.rect.height())
                callout_of(self._chart, self._theme).tell(self._chart, said, pointer)
            else:
                hush(self._chart)
        self._under = under

    def left(self) -> None:
        """The mouse is elsewhere."""
        self._under = -1
        hush(self._chart)


def _shape(row: Row | None, at: QPoint, places: Places) -> Qt.CursorShape:
    """A hand that takes over a bar that moves, one that points over what opens."""
    if row is None:
        return Qt.CursorShape.ArrowCursor
    bar = held_bar(row, at, places)
    takes = bar is not None and bar.movable
    return Qt.CursorShape.OpenHandCursor if takes else Qt.CursorShape.PointingHandCursor


def _said(row: Row) -> str:
    if row.bar is not None:
        return row.bar.said
    return f"{lane_name(row.lane)}. {row.lane.said}." if row.lane is not None else ""
