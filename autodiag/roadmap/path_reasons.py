# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why each action is on the shortest path (contract R4): what it raises there, what waits for it.
Says nothing in words: whoever shows it names questions and actions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autodiag.model.roadmap import ShortestPath
from autodiag.roadmap.order import needs_first
from autodiag.roadmap.situation import Situation


@dataclass(frozen=True, slots=True)
class PathReason:
    """Either a question raised (`question`, `before` → `after`), or an action of the path that
    waits for this one (`waiting`).

    Levels follow one another along the path: `before` is what the actions ahead leave, None while
    the answer is unknown. `together`: the other actions of the path without which this one does
    not bring that level.
    """

    question: str = ""
    before: int | None = None
    after: int = 0
    together: tuple[str, ...] = ()
    waiting: str = ""


def path_reasons(situation: Situation, path: ShortestPath) -> Mapping[str, tuple[PathReason, ...]]:
    """The reasons by action, first things first: a prerequisite before what waits for it, else
    the order of the catalogue. Questions come before actions, each in their own order."""
    # a stored path may name an action that is no longer installed
    known = [action for action in path.actions if action in situation.catalogue.actions]
    order = needs_first(known, situation.open_prerequisites)
    raised = _raised(situation, order)
    return {
        action: (
            *raised[action],
            *(
                PathReason(waiting=other)
                for other in order
                if action in situation.open_prerequisites(other)
            ),
        )
        for action in order
    }


def _raised(situation: Situation, order: Sequence[str]) -> dict[str, list[PathReason]]:
    """What each action adds to those ahead of it, in the order of the questionnaire."""
    found: dict[str, list[PathReason]] = {action: [] for action in order}
    # what is done is reached; what nobody knows stays unknown
    reached = {
        question: situation.reached(question) or situation.level(question)
        for question in situation.traces
    }
    for rank, action in enumerate(order, 1):
        after = situation.levels(order[:rank])
        for question, before in reached.items():
            level = after.get(question, 0)
            if not situation.counts(question) or level <= (before or 0):
                continue
            reached[question] = level
            members = _members(situation, action, (question, level), order)
            for member in members:
                others = tuple(other for other in members if other != member)
                found[member].append(PathReason(question, before, level, others))
    return found


def _members(
    situation: Situation, action: str, target: tuple[str, int], order: Sequence[str]
) -> tuple[str, ...]:
    """The actions of the path that bring a level: this one alone, or those of a combination."""
    catalogue = situation.catalogue
    if any((t.question, t.level) == target for t in catalogue.actions[action].raises):
        return (action,)
    for group in catalogue.combinations:
        if (group.question, group.level) == target and action in group.actions:
            return tuple(other for other in order if other in group.actions)
    return (action,)
