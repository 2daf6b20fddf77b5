# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""First things first: an order in which nothing comes before what it needs."""

from collections.abc import Callable, Iterable, Sequence


def needs_first(actions: Sequence[str], needs_of: Callable[[str], Iterable[str]]) -> list[str]:
    """The same actions in the same order, but each after those among them that it needs."""
    ordered: dict[str, None] = {}

    def append(action: str) -> None:
        for need in needs_of(action):
            if need in actions and need not in ordered:
                append(need)
        ordered[action] = None

    for action in actions:
        append(action)
    return list(ordered)
