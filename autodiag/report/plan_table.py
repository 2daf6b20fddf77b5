# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan as a table that is also its calendar: each action beside its bar on the three years."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: SLF001  (a story is written part by part)

from collections.abc import Mapping
from datetime import date
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Table

from autodiag.charts.timeline import LONGEST, PERIODS, plan_axis, plan_bar
from autodiag.model.roadmap import HORIZONS, Horizon, HorizonId, PlannedAction, Roadmap
from autodiag.report.context import Context
from autodiag.report.flowables import Figure
from autodiag.report.horizon import half_days, meta_line, placed, remarks, reserved_said
from autodiag.report.markup import bold, join
from autodiag.report.obligations import duties
from autodiag.report.pictograms import theme_pictogram
from autodiag.report.styles import WIDTH, table_style
from autodiag.report.tags import Node
from autodiag.roadmap.calendar import months_between
from autodiag.roadmap.schedule import Slot
from autodiag.text.numbers import (
    between_months,
    euro_range,
    months_later,
    short_day_range,
    short_month,
)
from autodiag.text.typography import NO_BREAK, plain

_ICON, _BARS, _GAP = 20.0, 156.0, 8.0


class PlanTable:
    """Written row by row, then put in the story."""

    def __init__(
        self,
        context: Context,
        start: date,
        numbers: Mapping[str, int],
        slots: Mapping[str, Slot],
    ) -> None:
        """`slots`: the months of each action; without them, a bar is the whole period."""
        self._context, self._story, self._start = context, context.story, start
        self._numbers, self._slots = numbers, slots
        table = Node("Table", self._story.tree)
        head, self._body = Node("TR", Node("THead", table)), Node("TBody", table)
        self._data: list[list[Any]] = [self._head(head)]
        look = context.look
        band = HexColor(look.sunken)
        self._style: list[tuple[Any, ...]] = [
            ("BACKGROUND", (2, 0), (2, -1), band),
            ("BACKGROUND", (4, 0), (4, -1), band),
            ("LEFTPADDING", (2, 0), (-1, -1), 0),
            ("RIGHTPADDING", (2, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (1, -1), 0),
            ("RIGHTPADDING", (1, 0), (1, -1), _GAP),
            ("VALIGN", (2, 1), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 1), (-1, -1), 1.8),
            ("BOTTOMPADDING", (0, 1), (-1, -1), 2.7),
        ]

    def _head(self, line: Node) -> list[Any]:
        words, story = self._context.words, self._story
        cells: list[Any] = [[]]
        for key in ("action", "0-6", "6-18", "18-36"):
            node = Node("TH", line, attrs="<< /O /Table /Scope /Column >>")
            period = key != "action"
            text = words.raw(f"periodes.{key}" if period else "colonnes.action")
            style = "Period" if period else "Head"
            cells.append([story._p(text, style, Node("P", node, once=True))])
        cells[2].append(story._chart(plan_axis(self._context.look, self._start, _BARS)))
        return cells

    def write(self, roadmap: Roadmap) -> None:
        """Every period that holds something, then the whole table."""
        for horizon in roadmap.horizons:
            again = self._again(horizon)
            rows = placed(horizon)
            if rows or again:
                self._group(horizon)
            for planned in rows:
                self._row(planned, self._worked(planned) or _whole(horizon.id))
            if again:
                self._line([self._story.cell_text(again, "CellNote")], [])
                last = len(self._data) - 1  # never alone on the next page
                self._style.append(("NOSPLIT", (0, last - 1), (-1, last)))
        if said := reserved_said(self._context):
            self._line([self._story.cell_text(said, "CellNote")], [])
        width = WIDTH - _ICON - _BARS
        bars = [_BARS * (last - first) / LONGEST for first, last in PERIODS]
        style = table_style(self._context.look)
        for command in self._style:
            style.add(*command)
        table = Table(self._data, [_ICON, width, *bars], repeatRows=1, style=style)
        table.spaceAfter = 6
        self._story.flow.append(table)

    def _worked(self, planned: PlannedAction) -> tuple[float, float] | None:
        """From its first month to the end of its last one, where these are known."""
        if (slot := self._slots.get(planned.id)) is None:
            return None
        first, last = (months_between(self._start, day) for day in (slot.first, slot.last))
        return first, last + 1

    def _group(self, horizon: Horizon) -> None:
        """The period’s own line, never the last of a page."""
        row = len(self._data)
        title = self._context.words.raw(f"horizons.{horizon.id}")
        line = Node("TR", self._body)
        node = Node("TH", line, attrs="<< /O /Table /Scope /Row /ColSpan 4 >>")
        dates = self._dates(*_whole(horizon.id))
        text = join([bold(title), f"· {dates}"])
        cell = [self._story._p(text, "CellNote", Node("P", node))]
        self._data.append([cell, "", "", "", ""])
        self._style += [
            ("SPAN", (0, row), (1, row)),
            ("NOSPLIT", (0, row), (-1, row + 1)),
            ("TOPPADDING", (0, row), (-1, row), 6 if row > 1 else 4),
        ]

    def _dates(self, first: float, last: float) -> str:
        """Both months included."""
        ends = (int(first), max(int(first), int(last) - 1))
        begin, end = (short_month(months_later(self._start, month)) for month in ends)
        if begin == end:
            return self._context.words("feuille_de_route.en", mois=begin)
        return between_months(begin, end)

    def _row(self, planned: PlannedAction, span: tuple[float, float]) -> None:
        context, story, words = self._context, self._story, self._context.words
        number = self._numbers.get(planned.id)
        title = plain(planned.title)
        name = bold(f"{number}. {title}" if number else title)
        about = [story.cell_text(name, "Row")]
        meta = meta_line(context, planned)
        if slot := self._slots.get(planned.id):
            quarter = slot.quarter
            due = words("calendrier.fin", trimestre=f"{quarter.number}{NO_BREAK}{quarter.year}")
            meta = f"{meta} · {due}"
        about.append(story.cell_text(meta, "RowNote"))
        if notes := remarks(context, planned):
            about.append(story.cell_text(join(notes), "RowNote"))
        due = bool(duties(context, planned.obligations))
        key = "feuille_de_route.alt_obligation" if due else "feuille_de_route.alt_barre"
        alt = words.raw(key).format(dates=self._dates(*span))
        chart = plan_bar(context.look, span, _BARS, obligation=due)
        self._line(about, [story.cell_figure(chart, alt)], planned.theme)

    def _line(self, about: list[Any], bar: list[Figure], theme: str = "") -> None:
        row = len(self._data)
        line = Node("TR", self._body)
        first = Node("TH", line, attrs="<< /O /Table /Scope /Row >>")
        second = Node("TD", line, attrs="<< /O /Table /ColSpan 3 >>")
        for flowable in about:
            self._story._adopt(flowable, first)
        for flowable in bar:
            self._story._adopt(flowable, second)
        icon = theme_pictogram(self._context, theme, 13)
        self._data.append([icon, about, bar, "", ""])
        self._style.append(("SPAN", (2, row), (4, row)))

    def _again(self, horizon: Horizon) -> str:
        """What the actions of earlier periods go on asking: the rows then add up to the total."""
        effort, cost = horizon.repeated_days, horizon.repeated_euros
        if not effort.high and not cost.high:
            return ""
        title = bold(self._context.words.raw("feuille_de_route.suite"))
        spent = short_day_range(*half_days(effort))
        return join([title, spent, euro_range(cost.low, cost.high)], " · ")


def _whole(horizon: HorizonId) -> tuple[float, float]:
    """All its months: without the others, an action’s own would tell nothing true."""
    return PERIODS[HORIZONS.index(horizon)]
