# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""When the roadmap begins, the months when nobody can work on it, aid and when it is asked for."""

from dataclasses import dataclass
from typing import Literal

AidState = Literal["esperee", "demandee", "obtenue"]


@dataclass(frozen=True, slots=True)
class Closure:
    """Months when nobody can work on the roadmap: holidays, elections, the vote of the budget.

    `first` and `last` are months as «2027-07», both included; `yearly`: again every year, then
    only their months count.
    """

    id: str
    title: str
    first: str
    last: str
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class AidWindow:
    """When an aid can be asked for: from `opens` to `closes`, ISO days, both included. `actions`
    are the ids of those it may pay for, none when nobody has said."""

    id: str
    title: str
    opens: str
    closes: str
    note: str = ""
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aid:
    """What an aid should bring to an action, in euros: hoped for, asked for, or granted. Typed by
    the user: Autodiag never guesses an amount."""

    action: str
    euros: float
    source: str = ""
    state: AidState = "esperee"


@dataclass(frozen=True, slots=True)
class Calendar:
    """`start` is the first month of the roadmap, as «2027-01»; empty while nobody has chosen it:
    the month after that of the assessment."""

    start: str = ""
    closures: tuple[Closure, ...] = ()
    windows: tuple[AidWindow, ...] = ()


NO_CALENDAR = Calendar()
