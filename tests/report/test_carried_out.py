# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the plan is carried out, on paper: quarters, closed months, aid, budget, other plans, and why
each action is on the shortest path. None of it for everyone."""

import re
from dataclasses import replace
from functools import cache

from autodiag.carried_out import execution_of
from autodiag.model.calendar import Aid, AidWindow, Calendar, Closure
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Decision, Roadmap
from autodiag.report.content import ReportContent
from autodiag.roadmap.quarter_words import quarter_name
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.side_by_side import UNPROVEN
from autodiag.roadmap.situation import Situation, situation_of
from autodiag.roadmap.stored import dump_roadmap
from autodiag.roadmap.variants import VARIANTS, plan_variant, variant_digest
from tests.report.checks import printed, sound
from tests.report.reader import Reading
from tests.report.sample import PATIENT, TODAY, content, levels

CALENDAR = Calendar(
    "2027-02",
    (
        Closure("c1", "Congés & <b>fermeture</b>", "2027-08", "2027-08", yearly=True),
        Closure("c2", "Élections", "2028-01", "2028-03"),
    ),
    (AidWindow("w1", "Fonds des villages", "2027-05-03", "2027-06-30", "Voir la préfecture"),),
)


def situation(what: ReportContent) -> Situation:
    return situation_of(what.snapshot, what.result, what.knowledge)


def late(roadmap: Roadmap) -> str:
    """The first action of the catalogue of the last period."""
    return next(one.id for one in roadmap.horizons[2].actions if one.kind == "action")


@cache
def carried() -> ReportContent:
    what = content(levels(), facts={"ecole": True, "site": True}, planned=False)
    what = replace(what, snapshot=replace(what.snapshot, calendar=CALENDAR))
    roadmap = plan_roadmap(situation(what), TODAY, PATIENT)
    costly = next(one.id for h in roadmap.horizons for one in h.actions if one.cost.high)
    inputs = situation(what)
    stored = {
        name: StoredPlan(
            dump_roadmap(plan_variant(inputs, name, TODAY, 0.1)),
            variant_digest(inputs, name) if name == VARIANTS[0] else "0" * 64,
            TODAY.isoformat(),
        )
        for name in VARIANTS
    }
    aids = {costly: Aid(costly, 123, "Le département", "demandee")}
    wanted = {late(roadmap): Decision(late(roadmap), "retenue", day="2027-04-30")}
    snapshot = replace(what.snapshot, aids=aids, variants=stored, decisions=wanted)
    execution = execution_of(inputs, snapshot, what.knowledge, roadmap)
    return replace(what, snapshot=snapshot, roadmap=roadmap, execution=execution)


@cache
def edition(*, public: bool) -> Reading:
    return printed(replace(carried(), public=public))


def test_the_internal_report_is_sound_and_not_too_long() -> None:
    sound(edition(public=False))
    assert len(edition(public=False).pages) <= 35  # a sheet for each action


def test_each_action_is_in_its_quarter_and_the_picture_says_so() -> None:
    what, reading = carried(), edition(public=False)
    assert what.execution is not None
    (picture,) = [said for said in reading.spoken if "Chaque trimestre montre" in said]
    for slot in what.execution.schedule.slots.values():
        short = f"T{slot.quarter.number} {slot.quarter.year}"
        asked = slot.action not in what.knowledge.actions.actions
        assert asked or f"fin : {short}" in reading.flat
    assert " ".join(picture.split()).count("trimestre 20") >= 4
    assert "De 0 à 6 mois · de févr. 2027 à juil. 2027" in reading.flat


def test_a_month_that_the_plan_could_not_hold_is_said_beside_its_quarter() -> None:
    what, flat = carried(), edition(public=False).flat
    assert what.execution is not None
    assert what.roadmap is not None
    quarter = quarter_name(what.execution.schedule.slots[late(what.roadmap)].quarter)
    placed = f"la feuille de route la place au {quarter}.".replace("\u00a0", " ")
    assert f"Souhaitée pour avril 2027 ; {placed}" in flat
    assert "30 avril 2027" not in flat
    assert "30 avril 2027" not in edition(public=True).flat


def test_closed_months_and_aid_windows_are_said_in_words() -> None:
    flat = edition(public=False).flat
    assert "Congés & <b>fermeture</b>, en août, chaque année." in flat
    assert "Élections, de janvier 2028 à mars 2028." in flat
    assert (
        "Fonds des villages : à demander du 3 mai 2027 au 30 juin 2027. Voir la préfecture" in flat
    )


def test_the_budget_adds_up_and_takes_aid_away() -> None:
    what, flat = carried(), edition(public=False).flat
    assert what.execution is not None
    budget = what.execution.budget
    assert all(str(year) in flat for year in budget.years)
    assert "− 123" in flat
    assert "Reste à la collectivité" in flat
    assert "Une fois toutes les actions faites, les garder en vie demande chaque année" in flat


def test_the_plans_kept_are_side_by_side_and_the_outdated_one_is_named() -> None:
    what, flat = carried(), edition(public=False).flat
    assert what.execution is not None
    assert [plan.key for plan in what.execution.plans] == ["le_notre", *VARIANTS]
    start = flat.index("Trois façons d’avancer")
    assert "Le nôtre Sans dépense Obligations d’abord" in flat[start:]
    assert "vos dernières réponses ou décisions : « Obligations d’abord »." in flat[start:]
    for plan in what.execution.plans:
        for said in (*(value for _, value in plan.rows), plan.left):
            assert " ".join(said.split()) in flat[start:], "as on the screen"
    cut = replace(what.execution.plans[1], state=UNPROVEN)
    unproven = replace(what.execution, plans=(what.execution.plans[0], cut))
    assert f"« Sans dépense » : {UNPROVEN}" in printed(replace(what, execution=unproven)).flat


def test_no_plan_is_computed_for_the_paper() -> None:
    what = carried()
    assert what.roadmap is not None
    without = replace(what.snapshot, variants={})
    execution = execution_of(situation(what), without, what.knowledge, what.roadmap)
    assert execution.plans == ()
    assert "Trois façons d’avancer" not in printed(replace(what, execution=execution)).flat


def test_R4_each_action_of_the_shortest_path_says_why_it_is_there() -> None:
    what, flat = carried(), edition(public=False).flat
    assert what.execution is not None
    assert what.execution.reasons
    start = flat.index("Le plus court chemin vers")
    part = flat[start : flat.index("Ce qui n’est pas dans", start)]
    for action, reasons in what.execution.reasons.items():
        title = " ".join(what.knowledge.actions.actions[action].title.split())
        assert title in part
        assert reasons
    assert "fait passer" in part or "amène" in part


def test_nothing_of_it_is_for_everyone() -> None:
    flat = edition(public=True).flat
    for said in (
        "Congés",
        "Élections",
        "Fonds des villages",
        "Le budget, année par année",
        "Trois façons d’avancer",
        "Ce qui revient chaque année",
        "Trimestre par trimestre",
        "fin : T",
        "Le plus court chemin vers l’étape suivante Pour",
    ):
        assert said not in flat, said
    assert "De 0 à 6 mois · de févr. 2027 à juil. 2027" in flat, "when it begins is not a secret"


def test_the_budget_says_both_totals_and_each_year_above_the_means() -> None:
    what, flat = carried(), edition(public=False).flat
    assert what.execution is not None
    assert what.roadmap is not None
    a_year = what.roadmap.capacity.euros_per_year
    over = [y for y, span in what.execution.budget.by_year().items() if span.high > a_year]
    assert over
    attention = re.search(r"Attention : cette feuille[^.]*pourrait coûter[^.]*par an\.", flat)
    assert attention is not None
    assert [int(year) for year in re.findall(r"€ en (20\d\d)", attention[0])] == over
    assert "Une année civile peut demander davantage" in flat
    assert "les abonnements y commencent une période plus tard" in flat
