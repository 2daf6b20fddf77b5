# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why something urgent comes after the first six months (contract R3), in a few words. Reads the
plan; decides nothing."""

from autodiag.model.roadmap import HORIZON_MONTHS, HORIZONS, ROUNDING, PlannedAction, Roadmap
from ui.pages.roadmap_words import PlanWords
from ui.widgets.action_face import ActionFace, MeterFace

MEANS = "Dépasse les moyens des 6 premiers mois"
SLOW = "Demande plus de 6\u00a0mois"
WAITS = "Attend une action qui la prépare"
FIRST_MONTHS = HORIZON_MONTHS[HORIZONS[0]]


def late_ones(words: PlanWords, roadmap: Roadmap) -> dict[str, str]:
    """What is urgent and not in the first horizon, by id: an obligation that is not met, or the
    *socle* of the questionnaire. Nothing of what the user placed: they know why."""
    urgent = _foundations(words)
    found: dict[str, str] = {}
    after = {planned.id for horizon in roadmap.horizons[1:] for planned in horizon.actions}
    for horizon in roadmap.horizons[1:]:
        for planned in horizon.actions:
            decision = words.snapshot.decisions.get(planned.id)
            chosen = decision is not None and decision.horizon is not None
            mine = planned.kind == "action" and not chosen and not planned.retained
            if mine and (planned.obligations or planned.id in urgent):
                found[planned.id] = _why(words, roadmap, planned, after)
    return {action: why for action, why in found.items() if why}


def horizons_said(words: PlanWords, roadmap: Roadmap) -> list[tuple[list[ActionFace], MeterFace]]:
    """The cards and the meter of each horizon."""
    late = late_ones(words, roadmap)
    return [
        (words.faces(horizon, period, late), words.meter(horizon))
        for period, horizon in enumerate(roadmap.horizons)
    ]


def _foundations(words: PlanWords) -> set[str]:
    """The actions that reach the level of a question of the *socle*, or go towards it."""
    scoring = words.snapshot.questionnaire.scoring
    wanted = {question for question, _ in scoring.foundations} if scoring else set[str]()
    actions = words.knowledge.actions.actions.values()
    return {a.id for a in actions if any(target.question in wanted for target in a.raises)}


def _why(words: PlanWords, roadmap: Roadmap, planned: PlannedAction, after: set[str]) -> str:
    action = words.action(planned.id)
    if action is None:
        return ""
    if action.delay_months > FIRST_MONTHS:
        return SLOW
    if after.intersection(action.prerequisites):
        return WAITS
    first = roadmap.horizons[0]
    if first.over:
        return ""
    fits = first.days.high + planned.effort.high <= first.days_available + ROUNDING
    fits &= first.euros.high + planned.cost.high <= first.euros_available + ROUNDING
    return "" if fits else MEANS
