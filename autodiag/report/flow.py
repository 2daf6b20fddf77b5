# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Ways to set what a story holds: in columns, in cards, as a list to tick."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# ruff: noqa: SLF001  (a story is written part by part)

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from reportlab.platypus import KeepTogether

from autodiag.report.blocks import Block, Columns
from autodiag.report.flowables import P
from autodiag.report.forms import Tick
from autodiag.report.panels import Cards
from autodiag.report.story import Story
from autodiag.report.tags import Node

_GAP = 16.0


@contextmanager
def columns(story: Story, number: int) -> Iterator[None]:
    """What is written inside fills columns; a heading stays with what follows it, and what is
    written together stays together."""
    with story.apart() as inside:
        yield
    blocks: list[Block] = []
    held = False
    for flowable in inside:
        content = flowable._content if isinstance(flowable, KeepTogether) else [flowable]
        if held:
            blocks[-1] += content
        else:
            blocks.append([*content])
        last = content[-1] if content else None
        held = isinstance(last, P) and last.outline is not None
    story.flow.append(Columns(blocks, number, _GAP))


@contextmanager
def cards(story: Story) -> Iterator[list[Block]]:
    """Boxes of the same height side by side: the list takes what each holds (see `Story.take`)."""
    blocks: list[Block] = []
    with story.apart():
        yield blocks
    story.flow.append(Cards(blocks, (story.look.line, "")))


def tick_list(story: Story, lines: Sequence[str], style: str, spoken: str) -> None:
    """A list whose signs are boxes to tick; `spoken` names them for those who hear."""
    top = Node("L", story.tree, attrs="<< /O /List /ListNumbering /Disc >>")
    for line in lines:
        body = story.cell_text(line, style)
        story.flow.append(Tick(body, Node("LI", top), story.look.control, spoken))
