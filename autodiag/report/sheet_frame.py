# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How an action sheet looks: title, two columns, lines, follow-up. Knows nothing of the plan."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Spacer, Table, TableStyle

from autodiag.report.blocks import Block, Sheets
from autodiag.report.context import Context
from autodiag.report.flow import tick_list
from autodiag.report.fonts import REGULAR
from autodiag.report.forms import Blank, FollowUp
from autodiag.report.markup import Markup
from autodiag.report.pictograms import theme_pictogram
from autodiag.report.styles import WIDTH, layout_style
from autodiag.report.tags import Node

_LEFT = WIDTH * 0.61
_RIGHT = WIDTH - _LEFT
_ICON = 20.0
_LONG = 1_500
"""Characters of steps beyond which a sheet might not hold on a page."""


class SheetFrame:
    """Collects the sheets, then hands them all to the story as pages of three."""

    def __init__(self, context: Context) -> None:
        self._context, self._story = context, context.story
        self._blocks: list[Block] = []
        self._inside = TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), REGULAR),
                ("BOX", (0, 0), (-1, -1), 0.75, HexColor(context.look.line)),
                ("BACKGROUND", (0, 0), (-1, -1), HexColor(context.look.ground)),
                ("ROUNDEDCORNERS", [5, 5, 5, 5]),
                ("LEFTPADDING", (0, 0), (-1, -1), 8),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ]
        )

    @contextmanager
    def sheet(self, theme: str, title: str, place: str) -> Iterator[None]:
        """What is written inside is one sheet."""
        story = self._story
        with story.apart() as block:
            story.heading(2, title, style="Sheet")
            story.text(place, "CellNote")
            words = story.take()
            icon = theme_pictogram(self._context, theme, _ICON)
            table = Table(
                [[icon, words]],
                colWidths=[_ICON + 8, WIDTH - _ICON - 8],
                style=layout_style(),
            )
            story.flow += [table, Spacer(1, 3)]
            yield
        self._blocks.append([*block])

    def end(self) -> None:
        """Hands the sheets to the story."""
        self._story.flow.append(Sheets(self._blocks, self._context.look.control))

    def body(self, why: str, steps: Sequence[str], facts: Sequence[str]) -> None:
        """Why and the steps to tick at left, the facts in a box at right."""
        story, raw = self._story, self._context.words.raw
        if sum(map(len, steps)) > _LONG:
            self._in_one_column(why, steps, facts)
            return
        with story.apart():
            story.text(why, "Cell")
            story.heading(3, raw("fiches.etapes"), style="Part")
            tick_list(story, steps, "Step", raw("fiches.case"))
            left = story.take()
            for fact in facts:
                story.text(fact, "Step")
            box = Table([[story.take()]], colWidths=[_RIGHT], style=self._inside)
        both = Table([[left, box]], colWidths=[_LEFT, _RIGHT], style=layout_style())
        story.flow += [both, Spacer(1, 3)]

    def _in_one_column(self, why: str, steps: Sequence[str], facts: Sequence[str]) -> None:
        """For somebody else’s catalogue: what is longer than a page must be free to break."""
        story, raw = self._story, self._context.words.raw
        story.text(why, "Cell")
        story.heading(3, raw("fiches.etapes"), style="Part")
        tick_list(story, steps, "Step", raw("fiches.case"))
        for fact in facts:
            story.text(fact, "Step")

    def line(self, text: str) -> None:
        """One line under the columns."""
        self._story.text(text, "Step")

    def follow_up(self, due: str, *, whole: bool = True) -> None:
        """Who, for when, begun, done: a date that is known is written, the rest is for the pen.
        `whole`: there is a day in it, not a month alone."""
        raw = self._context.words.raw
        node = Node("Sect", self._story.tree)
        blanks = [
            self._blank(raw("fiches.suivi_qui"), 0.36),
            self._blank(raw(f"fiches.suivi_pour{'' if whole else '_mois'}"), 0.23, due),
            self._blank(raw("fiches.suivi_lancee"), 0.2),
            self._blank(raw("fiches.suivi_faite"), 0.21, tick=True),
        ]
        line = FollowUp(blanks, node, self._story.look.control)
        self._story.flow += [Spacer(1, 2), line]

    def _blank(self, label: str, share: float, value: str = "", *, tick: bool = False) -> Blank:
        story = self._story
        said = self._paragraph(value) if value else None
        long = story.letters.width(story.letters.printable(label), REGULAR, 9)
        return Blank(self._paragraph(label), long, share, said, tick)

    def _paragraph(self, text: str | Markup) -> Any:
        return self._story.cell_text(text, "CellNote")
