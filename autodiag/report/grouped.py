# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A table whose rows stand in groups, each under its own line. Knows nothing of what it holds."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# ruff: noqa: SLF001  (a story is written part by part)

from collections.abc import Sequence
from typing import Any

from matplotlib.figure import Figure as Chart
from reportlab.lib.colors import HexColor
from reportlab.platypus import Table

from autodiag.report.story import Cell, Story
from autodiag.report.styles import WIDTH, table_style
from autodiag.report.tags import Node

Group = tuple[str, Sequence[Sequence[Cell]]]
"""What the rows are, and the rows."""


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
    for title, rows in groups:
        at = len(data)
        data.append(_title(story, title, body, len(head)))
        style.add("SPAN", (0, at), (-1, at))
        style.add("NOSPLIT", (0, at), (-1, at + 1))
        style.add("BACKGROUND", (0, at), (-1, at), HexColor(story.look.ground))
        style.add("LEFTPADDING", (0, at), (-1, at), 4)
        scopes = ["Row"] + [""] * (len(head) - 1)
        data += [story._row(cells, body, scopes) for cells in rows]
    total = sum(widths)
    columns = [WIDTH * width / total for width in widths]
    table = Table(data, colWidths=columns, repeatRows=1, style=style)
    table.spaceAfter = 8
    story.flow.append(table)


def _title(story: Story, title: str, body: Node, columns: int) -> list[Any]:
    attrs = f"<< /O /Table /Scope /Row /ColSpan {columns} >>"
    node = Node("TH", Node("TR", body), attrs=attrs)
    return [[story._p(title, "Group", Node("P", node))], *[""] * (columns - 1)]
