# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From a situation to a whole roadmap: the plan, what it costs, where it leads, what it leaves."""

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from autodiag.model.result import Range
from autodiag.model.roadmap import (
    HORIZONS,
    Horizon,
    HorizonId,
    PlannedAction,
    Projection,
    Roadmap,
    Span,
)
from autodiag.roadmap.capacity import (
    ENQUIRY_DAYS,
    cost_in,
    effort_in,
    total,
)
from autodiag.roadmap.filling import fill
from autodiag.roadmap.in_place import days_in_place, euros_in_place
from autodiag.roadmap.left_out import explain_left_out
from autodiag.roadmap.order import needs_first
from autodiag.roadmap.plan import FINAL_SECONDS, Clock, Placed, enquiries, place_actions, requests
from autodiag.roadmap.shortest import find_shortest_path
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.stored import digest_inputs
from autodiag.roadmap.whatif import what_if
from autodiag.roadmap.yearly import looks_back
from autodiag.scoring.wording import variant_for

NOTHING = Span(0, 0)
HALF_HOUR = Span(ENQUIRY_DAYS, ENQUIRY_DAYS)
PATH_SECONDS = 0.5


def plan_roadmap(
    situation: Situation,
    made_on: date,
    seconds: float = FINAL_SECONDS,
    clock: Clock = time.monotonic,
    previous: Roadmap | None = None,
) -> Roadmap:
    """The whole roadmap of a situation, in about the seconds given (contract R1–R5). It keeps the
    score that the `previous` one began with."""
    end = clock() + seconds + PATH_SECONDS
    situation = replace(situation, today=made_on)
    placed = place_actions(situation, seconds, clock)
    if not placed.proven:
        placed = fill(situation, placed)
    return Roadmap(
        horizons=_horizons(situation, placed),
        left_out=explain_left_out(situation, placed),
        obligations=situation.obligations,
        projection=_project(situation, placed.horizons),
        capacity=situation.capacity,
        shortest=find_shortest_path(situation, lambda: end - clock()),
        optimal=placed.proven,
        wishes_kept=placed.wishes_kept,
        made_on=made_on.isoformat(),
        inputs_sha256=digest_inputs(situation),
        before=_before(situation, previous),
    )


def _before(situation: Situation, previous: Roadmap | None) -> tuple[str, Range] | None:
    """Today’s score, until something is done; then the last one before it was."""
    done = any(one.state == "faite" for one in situation.decisions.values())
    if done and previous is not None and previous.before is not None:
        return previous.before
    score = situation.result.overall
    return None if score is None else (situation.today.isoformat(), score)


def _project(situation: Situation, placed: Iterable[str]) -> Projection:
    """With what is marked done, even where the answers do not say it yet (contract R2)."""
    levels = situation.levels(tuple(placed))
    after = what_if(situation.questionnaire, situation.result, levels)
    themes = {theme.theme: theme.range for theme in after.themes if theme.range is not None}
    return Projection(after.overall, themes, after.profile)


def _horizons(situation: Situation, placed: Placed) -> tuple[Horizon, ...]:
    return tuple(_horizon(situation, placed, period) for period in range(len(HORIZONS)))


def _horizon(situation: Situation, placed: Placed, period: int) -> Horizon:
    actions = [
        _planned(situation, placed, action)
        for action in _first_things_first(situation, placed, period)
    ]
    actions += _own(situation, HORIZONS[period])
    if period == situation.now:
        actions = [*_asked(situation), *_requested(situation), *actions]
    again = [situation.catalogue.actions[a] for a, h in placed.horizons.items() if h < period]
    start = {action.id: placed.horizons[action.id] for action in again}
    repeated_days = total(
        [days_in_place(situation, period), *(effort_in(a, start[a.id], period) for a in again)]
    )
    repeated_euros = total(
        [euros_in_place(situation, period), *(cost_in(a, start[a.id], period) for a in again)]
    )
    return Horizon(
        HORIZONS[period],
        tuple(actions),
        days_available=situation.days[period],
        euros_available=situation.euros[period],
        days=total([repeated_days, *(planned.effort for planned in actions)]),
        euros=total([repeated_euros, *(planned.cost for planned in actions)]),
        repeated_days=repeated_days,
        repeated_euros=repeated_euros,
        over=period < situation.now,
    )


def _first_things_first(situation: Situation, placed: Placed, period: int) -> list[str]:
    """The actions of a horizon: the *socle*, then those that clear an obligation (before it where
    they are to be), then by the order of the catalogue, what only comes round after a year last;
    a prerequisite always before what needs it."""
    scoring = situation.questionnaire.scoring
    foundations = {question for question, _ in scoring.foundations} if scoring else set[str]()
    catalogue = situation.catalogue.actions

    def urgency(action: str) -> tuple[bool, ...]:
        founds = any(t.question in foundations for t in catalogue[action].raises)
        clears = any(situation.clears(catalogue[action], state) for state in situation.unmet)
        first = (not founds, not clears)
        late = looks_back(catalogue[action])
        return (late, *(first[::-1] if situation.obligations_first else first))

    here = [action for action in catalogue if placed.horizons.get(action) == period]
    return needs_first(sorted(here, key=urgency), situation.open_prerequisites)


def _planned(situation: Situation, placed: Placed, action_id: str) -> PlannedAction:
    candidate = placed.candidates[action_id]
    action = candidate.action
    period = placed.horizons[action_id]
    later = range(period + 1, len(HORIZONS))
    missing = [n for n in situation.open_prerequisites(action_id) if n not in placed.horizons]
    return PlannedAction(
        action.id,
        "action",
        action.title,
        effort_in(action, period, period),
        cost_in(action, period, period),
        reasons=_reasons(situation, placed, action_id),
        obligations=tuple(
            state.obligation.id for state in situation.unmet if situation.clears(action, state)
        ),
        to_confirm=candidate.to_confirm,
        retained=candidate.standing == "retenue",
        theme=action.theme,
        later_effort=total([effort_in(action, period, p) for p in later]),
        later_cost=total([cost_in(action, period, p) for p in later]),
        wish_missed=candidate.pinned not in (None, period),
        missing=tuple(missing),
    )


def _reasons(situation: Situation, placed: Placed, action_id: str) -> tuple[str, ...]:
    """Why an action is in the plan: ids of what it raises and of what needs it."""
    action = situation.catalogue.actions[action_id]
    raised = [
        f"question:{target.question}:{target.level}"
        for target in action.raises
        if situation.counts(target.question) and situation.reached(target.question) < target.level
    ]
    needed = [
        f"prerequis:{other}"
        for other in placed.horizons
        if action_id in situation.open_prerequisites(other)
    ]
    return (*raised, *needed)


def _asked(situation: Situation) -> list[PlannedAction]:
    questionnaire = situation.questionnaire
    questions = questionnaire.questions

    def text(question: str) -> str:
        asked = questions[question]
        variant = variant_for(questionnaire, asked, situation.authority, situation.facts)
        return asked.wording(variant).text

    return [
        PlannedAction(
            f"renseigner-{question}",
            "enquiry",
            f"Se renseigner\u00a0: {text(question)}",
            HALF_HOUR,
            NOTHING,
            theme=questions[question].theme,
            question=question,
        )
        for question in enquiries(situation)
    ]


def _requested(situation: Situation) -> list[PlannedAction]:
    catalogue = situation.catalogue.actions
    return [
        PlannedAction(
            action,
            "request",
            f"Demander à l’intercommunalité\u00a0: {catalogue[action].title}",
            HALF_HOUR,
            NOTHING,
            retained=True,
            theme=catalogue[action].theme,
        )
        for action in requests(situation)
    ]


def _own(situation: Situation, horizon: HorizonId) -> list[PlannedAction]:
    return [
        PlannedAction(own.id, "own", own.title, own.effort, own.cost, retained=True)
        for own in situation.waiting_own
        if own.horizon == horizon
    ]
