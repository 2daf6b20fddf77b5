# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a card of the roadmap shows and says, as words: no widget, no rule."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["warn", "ok", "plain"]
DOT = "\u00a0· "
"""Between the figures of a card."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short mark with its pictogram; `why` is its tooltip."""

    text: str
    tone: Tone
    icon: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ActionFace:
    """One card. `meta`: effort, cost, who. `theme` is the rank of its theme, −1 where it has none
    (then `icon` is drawn)."""

    key: str
    kind: Literal["action", "enquiry", "request", "own"]
    title: str
    meta: tuple[str, ...]
    horizon: int
    theme: int = -1
    icon: str = "flag"
    badges: tuple[Badge, ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    description: str = ""
    late: str = ""
    """Why it comes after the first months though it is urgent, "" where there is nothing to say."""
    moves: str = ""
    """The keys that move it, said where it can be moved."""

    @property
    def movable(self) -> bool:
        """Whether the user may place it on another horizon: asking comes first, always."""
        return self.kind in ("action", "own")


@dataclass(frozen=True, slots=True)
class MeterFace:
    """Days asked beside days available, with the word that says how they stand."""

    low: float
    high: float
    available: float
    sentence: str
    word: str
    tone: Literal["warn", "ok", "ink", "ink2"]
    money: str
    money_tone: Literal["warn", "ink2"]
    more: str = ""
    """A sentence where there is more to say than a word."""
