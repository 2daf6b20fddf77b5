# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where each thing stands in the sheets of a budget. Writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from autodiag.roadmap.budget import SECTIONS, Budget, BudgetRow, Section

LOW, HIGH = 0, 1
"""The bounds of an estimate: two columns side by side."""

HEAD = 4
"""The first of the two rows of the header; what is counted begins two rows below."""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one section: its title, its actions, then its sum."""

    section: Section
    rows: tuple[BudgetRow, ...]
    band: int

    @property
    def first(self) -> int:
        """The row of its first action."""
        return self.band + 1

    @property
    def last(self) -> int:
        """The row of its last action."""
        return self.band + len(self.rows)

    @property
    def sum(self) -> int:
        """The row of its sum."""
        return self.last + 1


@dataclass(frozen=True)
class Grid:
    """The columns are the action, two for each year, two for all, aid, and what is left."""

    budget: Budget
    blocks: tuple[Block, ...] = field(init=False)

    def __post_init__(self) -> None:
        blocks: list[Block] = []
        row = HEAD + 2
        for section in SECTIONS:
            rows = self.budget.of(section)
            if rows:
                blocks.append(Block(section, rows, row))
                row = blocks[-1].sum + 1
        object.__setattr__(self, "blocks", tuple(blocks))

    def numbered(self) -> Iterator[tuple[int, BudgetRow]]:
        """Every action with its row."""
        for block in self.blocks:
            yield from enumerate(block.rows, start=block.first)

    @property
    def after(self) -> int:
        """The row after the blocks: that of the whole."""
        return self.blocks[-1].sum + 1 if self.blocks else HEAD + 2

    def pairs(self) -> dict[str, int]:
        """What stands over two columns: each year, then all of them."""
        years = {str(year): self.year(year, LOW) for year in self.budget.years}
        return {**years, "Sur trois ans": self.total(LOW)}

    def year(self, year: int, bound: int) -> int:
        """The column of a year."""
        return 2 + 2 * self.budget.years.index(year) + bound

    def total(self, bound: int) -> int:
        """The column of all years."""
        return 2 + 2 * len(self.budget.years) + bound

    @property
    def aid(self) -> int:
        """The column of aid."""
        return self.total(HIGH) + 1

    @property
    def state(self) -> int:
        """The column of where aid stands."""
        return self.aid + 1

    def left(self, bound: int) -> int:
        """The column of what is left."""
        return self.state + 1 + bound

    @property
    def funders(self) -> int:
        """The column of who may help: the last one."""
        return self.left(HIGH) + 1


def ref(row: int, column: int) -> str:
    """«B7»."""
    return f"{get_column_letter(column)}{row}"
