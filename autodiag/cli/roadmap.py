# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«feuille-de-route»: the stored plan, made again when what it was made from has changed."""

from argparse import Namespace
from pathlib import Path

from autodiag.cli.opened import Opened, opened, require_scored
from autodiag.cli.shapes import Json, print_json, shape_profile, shape_range
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Capacity, Horizon, PlannedAction, Roadmap, ShortestPath, Span
from autodiag.text.numbers import integer

UNREADABLE = "La feuille de route enregistrée est illisible\u00a0: la voici refaite."
NOT_STORED = "Cette feuille de route n’est pas enregistrée dans le dossier\u00a0:"
MEANS_NOT_KEPT = "Ces moyens ne servent que pour cette fois, ils ne sont pas enregistrés\u00a0:"
NOT_KEPT = "Ce dossier ne peut pas être modifié : cette feuille de route n’y est pas enregistrée."
MOST_DAYS, MOST_EUROS = 10_000, 1_000_000_000
"""A month and a year of the largest ville; beyond, a figure too many was typed."""


def run_roadmap(options: Namespace, surroundings: Surroundings) -> int:
    """The plan as JSON. A capacity given here is kept in the dossier."""
    with opened(Path(options.path), surroundings) as found:
        require_scored(found)
        asked = options.jours_par_mois is not None or options.budget_annuel is not None
        able = _with_capacity(found, options) if asked else found
        roadmap = current_roadmap(able)
        rest = {**_shape_months(able, roadmap), **_shape_propositions(able, roadmap)}
        print_json({**shape_roadmap(roadmap), **rest}, surroundings.out)
    return 0


def current_roadmap(found: Opened) -> Roadmap:
    """The stored plan if nothing changed since, else a new one, stored where that is possible."""
    roadmap, current = stored_or_new_roadmap(found)
    return roadmap if current else _made_again(found, roadmap)


def stored_or_new_roadmap(found: Opened) -> tuple[Roadmap, bool]:
    """The stored plan, and whether it still matches the answers; a new one where none is stored.

    What is printed is what was stored (contract R3): an outdated plan is said so, not replaced.
    """
    from autodiag.paper import find_roadmap

    plan = find_roadmap(found.snapshot, found.result, found.knowledge, found.surroundings.today)
    if plan.unreadable:
        found.surroundings.say(UNREADABLE)
    if plan.made:
        _store(found, plan.roadmap)
    return plan.roadmap, plan.current


def _made_again(found: Opened, before: Roadmap) -> Roadmap:
    from autodiag.roadmap.roadmap import plan_roadmap
    from autodiag.roadmap.situation import situation_of

    situation = situation_of(found.snapshot, found.result, found.knowledge)
    roadmap = plan_roadmap(situation, found.surroundings.today, previous=before)
    _store(found, roadmap)
    return roadmap


def _store(found: Opened, roadmap: Roadmap) -> None:
    """Keeps a plan in the dossier, or says that it is not kept."""
    from autodiag.roadmap.stored import dump_roadmap

    if found.read_only:
        found.surroundings.say(NOT_KEPT)
        return
    plan = StoredPlan(dump_roadmap(roadmap), roadmap.inputs_sha256, roadmap.made_on)
    try:
        found.dossier.store_plan(plan)
    except AutodiagError as error:  # a full disk keeps nobody from reading the plan
        found.surroundings.say(NOT_STORED)
        found.surroundings.say_error(error)


def _with_capacity(found: Opened, options: Namespace) -> Opened:
    from dataclasses import replace

    from autodiag.roadmap.capacity import default_capacity

    before = found.snapshot.capacity or default_capacity(found.snapshot.authority.population)
    capacity = Capacity(
        _number(options, "--jours-par-mois", MOST_DAYS, before.days_per_month),
        _number(options, "--budget-annuel", MOST_EUROS, before.euros_per_year),
        before.days_assumed and options.jours_par_mois is None,
        before.euros_assumed and options.budget_annuel is None,
    )
    if found.read_only:
        found.surroundings.say(
            "Ce dossier ne peut pas être modifié\u00a0: ces moyens ne servent que pour cette fois."
        )
    else:
        try:
            found.dossier.set_capacity(capacity)
        except AutodiagError as error:
            found.surroundings.say(MEANS_NOT_KEPT)
            found.surroundings.say_error(error)
    return replace(found, snapshot=replace(found.snapshot, capacity=capacity))


def _number(options: Namespace, option: str, most: int, default: float) -> float:
    text: str | None = getattr(options, option.strip("-").replace("-", "_"))
    if text is None:
        return default
    try:
        number = float("".join(text.split()).replace(",", "."))
    except ValueError:
        number = -1.0
    if not 0 <= number <= most:
        raise AutodiagError("nombre_invalide", option=option, texte=text, plus=integer(most))
    return number


def shape_roadmap(roadmap: Roadmap) -> Json:
    """The `feuille-de-route --json` of the contract, the capacity and the shortest path."""
    return {
        "horizons": [_horizon(horizon) for horizon in roadmap.horizons],
        "ecartees": [
            {"id": left.action, "motif": left.code, "phrase": left.sentence}
            for left in roadmap.left_out
        ],
        "obligations": [
            {"id": state.obligation.id, "etat": state.state} for state in roadmap.obligations
        ],
        "projection": {
            "global": shape_range(roadmap.projection.overall),
            "profil": shape_profile(roadmap.projection.profile),
        },
        "optimal": roadmap.optimal,
        "capacite": {
            "jours_par_mois": float(roadmap.capacity.days_per_month),
            "budget_annuel": float(roadmap.capacity.euros_per_year),
            "hypothese": {
                "jours_par_mois": roadmap.capacity.days_assumed,
                "budget_annuel": roadmap.capacity.euros_assumed,
            },
        },
        "plus_court_chemin": _path(roadmap.shortest),
    }


def _shape_months(found: Opened, roadmap: Roadmap) -> Json:
    """The first month, and by civil quarter what is due in it, in the order of the plan."""
    from autodiag.roadmap.schedule import schedule

    timed = schedule(found.snapshot, roadmap, found.knowledge.actions)
    return {
        "debut": f"{timed.start:%Y-%m}",
        "trimestres": [
            {
                "trimestre": f"{quarter.year}-T{quarter.number}",
                "actions": [slot.action for slot in timed.due_in(quarter)],
            }
            for quarter in timed.quarters
        ],
    }


def _shape_propositions(found: Opened, roadmap: Roadmap) -> Json:
    """What was proposed in 2017, and the actions of the plan, or done, that answer it."""
    from autodiag.roadmap.propositions import read_propositions

    told = read_propositions(found.knowledge, roadmap, found.snapshot.decisions)
    return {
        "propositions": [
            {
                "numero": one.proposition.number,
                "titre": one.proposition.title,
                "adressee_a": one.proposition.addressee,
                "prevues": list(one.planned),
                "faites": list(one.done),
            }
            for one in told
        ]
    }


def _horizon(horizon: Horizon) -> Json:
    return {
        "id": horizon.id,
        "actions": [_action(action) for action in horizon.actions],
        "jours": {"disponibles": float(horizon.days_available), "demandes": _span(horizon.days)},
        "euros": {"disponibles": float(horizon.euros_available), "demandes": _span(horizon.euros)},
        "trop": horizon.over_capacity,
    }


def _action(action: PlannedAction) -> Json:
    return {
        "id": action.id,
        "nature": KINDS[action.kind],
        "titre": action.title,
        "effort_jours": _span(action.effort),
        "cout_eur": _span(action.cost),
        "obligation": bool(action.obligations),
        "si_confirme": action.to_confirm,
        "retenue": action.retained,
    }


KINDS = {"action": "action", "enquiry": "se_renseigner", "request": "demande_epci", "own": "libre"}


def _path(path: ShortestPath) -> Json:
    return {
        "vers": path.target,
        "possible": path.possible,
        "prouve": path.proven,
        "actions": list(path.actions),
        "jours": _span(path.days),
        "euros_sur_trois_ans": _span(path.euros),
        "mois": path.months,
        "obligations_restantes": list(path.obligations_left),
    }


def _span(span: Span) -> list[float]:
    # as floats: a plan just made and the same one read back print the same
    return [round(float(span.low), 2), round(float(span.high), 2)]
