# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Blocks in columns and sheets on pages: all are placed, in order, none is cut."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import Flowable

from autodiag.report.blocks import Columns, Sheets

PAGE, WIDTH = 700.0, 490.0
HEIGHTS = st.lists(st.integers(5, 400), min_size=1, max_size=40)


class Canvas:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.drawn: list[tuple[int, float, float]] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *given, **named: None


class Mark(Flowable):
    """A box of a height, that says where it is drawn."""

    def __init__(self, number: int, height: float) -> None:
        super().__init__()
        self.number, self.tall = number, height

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        self.width, self.height = aW, self.tall
        return aW, self.tall

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N803
        canvas.drawn.append((self.number, x, y))


def pages(flowable: Any) -> list[list[tuple[int, float, float]]]:
    """What each page shows: (number, x, bottom)."""
    out: list[list[tuple[int, float, float]]] = []
    left = [flowable]
    while left:
        one = left.pop(0)
        canvas = Canvas()
        if one.wrapOn(canvas, WIDTH, PAGE)[1] > PAGE:
            parts = one.splitOn(canvas, WIDTH, PAGE)
            assert parts
            left = [*parts, *left]
            continue
        one.canv = canvas
        one.draw()
        if canvas.drawn:
            out.append(canvas.drawn)
    return out


@settings(max_examples=40, deadline=None)
@given(HEIGHTS)
def test_columns_place_every_block_once_in_order_and_inside(heights: list[int]) -> None:
    blocks = [[Mark(i, height)] for i, height in enumerate(heights)]
    shown = pages(Columns(blocks, 2, 16))
    assert [number for page in shown for number, _, _ in page] == list(range(len(heights)))
    for page in shown:
        assert all(y >= -0.1 and y + heights[number] <= PAGE + 0.1 for number, _, y in page)
        places = [(x, -y) for _, x, y in page]
        assert places == sorted(places)


def test_columns_end_at_about_the_same_height() -> None:
    columns = Columns([[Mark(i, 20)] for i in range(20)], 2, 16)
    assert 200 <= columns.wrap(WIDTH, PAGE)[1] <= 202


def test_columns_never_leave_one_block_alone_on_the_next_page() -> None:
    first, last = pages(Columns([[Mark(i, 100)] for i in range(15)], 2, 16))
    assert (len(first), len(last)) == (11, 4)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(60, 650), min_size=1, max_size=25))
def test_sheets_are_placed_whole_in_order_and_never_over_each_other(heights: list[int]) -> None:
    shown = pages(Sheets([[Mark(i, height)] for i, height in enumerate(heights)], "#000000"))
    assert [number for page in shown for number, _, _ in page] == list(range(len(heights)))
    for page in shown:
        floor = PAGE
        for number, _, y in page:
            assert y + heights[number] <= floor + 0.1
            floor = y
        assert floor >= 0
