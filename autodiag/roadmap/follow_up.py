# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the roadmap stands on a day: what is late, what is due, what is done and what the answers
do not say yet. A reading: plans nothing, changes no answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from autodiag.model.dossier import Snapshot, evidence_of
from autodiag.model.result import Range
from autodiag.model.roadmap import PlannedAction, Roadmap
from autodiag.roadmap.calendar import months_between, quarter_of
from autodiag.roadmap.schedule import Schedule, chosen_month
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.whatif import target_levels, what_if

OVER = ("faite", "refusee")
"""What is decided so is not waited for, whatever the stored plan still says."""


class Behind(NamedTuple):
    """An answer that does not tell yet what a done action brings: its question, the level answered
    (None: unknown, or not answered), the level that the action brings."""

    question: str
    answered: int | None
    brings: int


@dataclass(frozen=True, slots=True)
class Due:
    """Something planned and not done, `due` in the month of that first day; `late` is in months,
    0 when its month is not over. `chosen`: the user named that month."""

    action: str
    title: str
    due: date
    late: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class DoneAction:
    """An action marked done on `day` (as it was typed, may be empty), how many pieces of evidence
    it has, how many of them `files`, and the answers that are behind it."""

    action: str
    title: str
    day: str
    evidence: int
    behind: tuple[Behind, ...] = ()
    files: int = 0


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is late (the longest first), what else is due in this quarter, and what is done, in
    the order of the days. `today` is the global score of the answers; `gain` the one that they
    give once none is behind, None when none is (or nothing is evaluable)."""

    late: tuple[Due, ...]
    due_now: tuple[Due, ...]
    done: tuple[DoneAction, ...]
    today: Range | None
    gain: Range | None

    @property
    def behind(self) -> tuple[Behind, ...]:
        """Every answer behind, once each, with the highest level that the done actions bring."""
        highest: dict[str, Behind] = {}
        for one in (each for action in self.done for each in action.behind):
            if one.question not in highest or highest[one.question].brings < one.brings:
                highest[one.question] = one
        return tuple(highest.values())


def follow_up(
    snapshot: Snapshot,
    roadmap: Roadmap,
    schedule: Schedule,
    situation: Situation,
    today: date,
) -> FollowUp:
    """Where a plan stands on a day. `situation` is that of the snapshot: answers and decisions are
    read there, and not in the plan, which may be older."""
    waited = sorted(_waited(snapshot, roadmap, schedule, situation, today), key=_when)
    done = tuple(_done(snapshot, situation))
    found = FollowUp(
        late=tuple(one for one in waited if one.late),
        due_now=tuple(
            one for one in waited if not one.late and quarter_of(one.due) == quarter_of(today)
        ),
        done=done,
        today=situation.result.overall,
        gain=None,
    )
    if not found.behind:
        return found
    levels = {one.question: one.brings for one in found.behind}
    return replace(found, gain=what_if(situation.questionnaire, situation.result, levels).overall)


def _when(one: Due) -> date:
    return one.due


def _waited(
    snapshot: Snapshot,
    roadmap: Roadmap,
    schedule: Schedule,
    situation: Situation,
    today: date,
) -> Iterator[Due]:
    """What the plan still expects, each with its month."""
    for planned in (one for horizon in roadmap.horizons for one in horizon.actions):
        decision = snapshot.decisions.get(planned.id)
        slot = schedule.slots.get(planned.id)
        if slot is None or _is_over(planned, situation):
            continue
        # a day that the user wrote is a promise, even where the plan could not follow it
        promised = chosen_month(decision) if situation.decided(planned.id) == "retenue" else None
        due = promised or slot.last
        late = max(0, months_between(due, today))
        yield Due(planned.id, planned.title, due, late, slot.chosen or promised is not None)


def _is_over(planned: PlannedAction, situation: Situation) -> bool:
    """Whether nobody waits for it any more: done, refused, or the answer has been found."""
    if planned.kind == "enquiry":
        trace = situation.traces.get(planned.question)
        return trace is None or trace.state != "nsp"
    return situation.decided(planned.id) in OVER


def _done(snapshot: Snapshot, situation: Situation) -> list[DoneAction]:
    titles = {own.id: own.title for own in situation.own_actions}
    catalogue = situation.catalogue.actions
    found: list[DoneAction] = []
    for decision in snapshot.decisions.values():
        if decision.state != "faite":
            continue
        known = catalogue.get(decision.action)
        shown = snapshot.evidence.get(evidence_of(decision.action), ())
        found.append(
            DoneAction(
                decision.action,
                known.title if known else titles.get(decision.action, decision.action),
                decision.day,
                len(shown),
                _behind(situation, decision.action) if known else (),
                sum(bool(one.file_name) for one in shown),
            )
        )
    return sorted(found, key=lambda one: one.day)


def _behind(situation: Situation, action: str) -> tuple[Behind, ...]:
    """The answers below what a done action brings, alone or with others that are settled."""
    brought = target_levels(situation.catalogue, (action,), situation.settled())
    return tuple(
        Behind(question, situation.level(question), level)
        for question, level in brought.items()
        if situation.counts(question) and (situation.level(question) or 0) < level
    )
