# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A table whose rows stand in groups, each under its own line. Knows nothing of what it holds."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# ruff: noqa: SLF001  (a story is written part by part)

from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.figure import Figure as Chart
from reportlab.lib.colors import HexColor
from reportlab.platypus import Table

from autodiag.report.story import Cell, Story
from autodiag.report.styles import WIDTH, table_style
from autodiag.report.tags import Node


class Group(NamedTuple):
    """What the rows are, the rows, and what holds for each of them, said once."""

    title: str
    rows: Sequence[Sequence[Cell]]
    note: str = ""


def grouped_table(
    story: Story,
    head: Sequence[str],
    groups: Sequence[Group],
    widths: Sequence[float],
    axis: Chart | None = None,
) -> None:
    """One table, its head repeated on each page; a group’s line never ends a page. `axis`: what the
    charts of the last column are read on, drawn under its head."""
    top = Node("Table", story.tree)
    thead, body = Node("THead", top), Node("TBody", top)
    data: list[list[Any]] = [story._row(head, thead, ["Column"] * len(head))]
    if axis:
        data[0][-1].append(story._chart(axis))
    style = table_style(story.look)
    for group in groups:
        at = len(data)
        data.append(_title(story, group, body, len(head)))
        style.add("SPAN", (0, at), (-1, at))
        style.add("NOSPLIT", (0, at), (-1, at + 1))
        style.add("BACKGROUND", (0, at), (-1, at), HexColor(story.look.ground))
        style.add("LEFTPADDING", (0, at), (-1, at), 4)
        scopes = ["Row"] + [""] * (len(head) - 1)
        data += [story._row(cells, body, scopes) for cells in group.rows]
    total = sum(widths)
    columns = [WIDTH * width / total for width in widths]
    table = Table(data, colWidths=columns, repeatRows=1, style=style)
    table.spaceAfter = 8
    story.flow.append(table)


def _title(story: Story, group: Group, body: Node, columns: int) -> list[Any]:
    attrs = f"<< /O /Table /Scope /Row /ColSpan {columns} >>"
    node = Node("TH", Node("TR", body), attrs=attrs)
    parts = [story._p(group.title, "Group", Node("P", node))]
    if group.note:
        parts.append(story._p(group.note, "RowNote", Node("P", node)))
    return [parts, *[""] * (columns - 1)]
