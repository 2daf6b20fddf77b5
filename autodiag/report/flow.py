# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Ways to set what a story holds: on one page, in columns, in cards, as a list to tick."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# ruff: noqa: SLF001  (a story is written part by part)

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from reportlab.platypus import KeepTogether

from autodiag.report.blocks import Block, Columns
from autodiag.report.flowables import P
from autodiag.report.forms import Tick
from autodiag.report.panels import Cards, height_of
from autodiag.report.story import DISC, Story
from autodiag.report.styles import WIDTH
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


class _Attempt(NamedTuple):
    """What was written apart, its elements, its texts, and the points it takes."""

    flow: list[Any]
    nodes: list[Any]
    seen: list[str]
    taken: float


def fitted(story: Story, room: float, *families: Sequence[Callable[[], None]]) -> None:
    """Writes the first attempt that takes at most `room` points, or the last of all; in a family,
    each takes no more than the one before. `story.left` is then what it leaves of the room."""
    tried: dict[int, _Attempt] = {}
    others = (one for one in families[:-1] if _tried(story, one[-1]).taken <= room)
    family = next(others, families[-1])

    def holds(number: int) -> bool:
        tried[number] = _tried(story, family[number])
        return tried[number].taken <= room

    chosen = bisect_left(range(len(family) - 1), True, key=holds)
    made = tried.get(chosen) or _tried(story, family[chosen])
    story.left = max(0.0, room - made.taken)
    story.tree.kids += made.nodes
    story.seen += made.seen
    story.flow += made.flow


def _tried(story: Story, attempt: Callable[[], None]) -> _Attempt:
    """What an attempt writes, as if it had not."""
    nodes, seen = story.tree.kids, story.seen
    before = len(nodes), len(seen)
    with story.apart() as flow:
        attempt()
    made = _Attempt(flow, nodes[before[0] :], seen[before[1] :], height_of(flow, WIDTH))
    del nodes[before[0] :], seen[before[1] :]
    return made


def tick_list(story: Story, lines: Sequence[str], style: str, spoken: str) -> None:
    """A list whose signs are boxes to tick; `spoken` names them for those who hear."""
    top = Node("L", story.tree, attrs=DISC)
    for line in lines:
        body = story.cell_text(line, style)
        story.flow.append(Tick(body, Node("LI", top), story.look.control, spoken))
