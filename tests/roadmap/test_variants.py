# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The two other plans: without any expense, and with obligations before the socle."""

from dataclasses import replace

import pytest

from autodiag.model.roadmap import Action, Capacity, Decision, OwnAction, Roadmap, Span
from autodiag.roadmap.anew import ADOPTED
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.stored import digest_inputs, dump_roadmap, load_roadmap
from autodiag.roadmap.variants import VARIANTS, plan_variant, variant_digest, variant_situation
from tests.support.builders import (
    DAY,
    Short,
    action,
    obligation,
    question,
    questionnaire,
    situate,
)
from tests.support.shipped import random_dossier, shipped_knowledge

ASKED = questionnaire(
    question("strategie-1"), question("usagers-1"), question("cyber-1"), question("cyber-2"),
    foundations=(("cyber-1", 3),),
)  # fmt: skip
LOW: dict[str, Short] = {"strategie-1": 1, "usagers-1": 1, "cyber-1": 1, "cyber-2": 1}


def town(*actions: Action, **how: object) -> Situation:
    return situate(ASKED, LOW, actions, **how)  # type: ignore[arg-type]


def shown(roadmap: Roadmap) -> list[list[str]]:
    return [[each.id for each in horizon.actions] for horizon in roadmap.horizons]


def codes(roadmap: Roadmap) -> dict[str, str]:
    return {each.action: each.code for each in roadmap.left_out}


# --- «sans dépense»


def test_without_expense_nothing_costs_in_any_year() -> None:
    situation = town(
        action("libre", {"usagers-1": 3}),
        action("peut-etre", {"strategie-1": 3}, cost=(0, 50)),
        action("abonnement", {"cyber-1": 3}, yearly=(0, 20), delay=18),
        action("suite", {"cyber-2": 3}, needs=["abonnement"]),
        action("acquise", {"usagers-1": 1}, cost=(9, 9)),
    )
    assert "abonnement" in shown(plan_roadmap(situation, DAY))[2]  # at no cost before its end
    found = plan_variant(situation, "sans_depense", DAY)
    assert shown(found) == [["libre"], [], []]
    assert codes(found) == {
        "peut-etre": "depense", "abonnement": "depense", "suite": "prerequis",
        "acquise": "niveau_deja_atteint",
    }  # fmt: skip
    sentences = {each.action: each.sentence for each in found.left_out}
    assert sentences["peut-etre"] == "Elle coûte de l’argent\u00a0: ce plan n’en dépense pas."
    assert found.capacity.euros_per_year == 0


def test_without_expense_own_actions_stay_when_they_cost_nothing() -> None:
    own = [
        OwnAction("a", "Le bulletin", Span(1, 2), Span(0, 0)),
        OwnAction("b", "La salle", Span(1, 2), Span(0, 500)),
    ]
    found = plan_variant(town(own=own), "sans_depense", DAY)
    assert shown(found) == [["a"], [], []]


# --- what the user decided


@pytest.mark.parametrize("name", VARIANTS)
def test_R6_done_and_refused_stay_and_the_rest_is_proposed_anew(name: str) -> None:
    decisions = [
        Decision("faite", "faite"),
        Decision("refusee", "refusee", "trop loin"),
        Decision("vaine", "retenue"),
        Decision("remise", "reportee", horizon="18-36"),
        Decision("epci", "retenue"),
        Decision("convient", "retenue", horizon="18-36"),
    ]
    situation = town(
        action("faite", {"usagers-1": 2}),
        action("refusee", {"usagers-1": 3}),
        action("vaine", {"cyber-2": 1}),
        action("remise", {"strategie-1": 3}),
        action("epci", {"cyber-2": 4}, fitness="a_laisser_a_l_epci"),
        action("convient", {"cyber-2": 3}, fitness="selon_contexte"),
        action("ailleurs", {"usagers-1": 4}, fitness="selon_contexte"),
        decisions=decisions,
    )
    ours = plan_roadmap(situation, DAY)
    assert shown(ours) == [["epci", "vaine"], [], ["remise", "convient"]]
    found = plan_variant(situation, name, DAY)
    assert shown(found) == [["epci", "remise", "convient"], [], []]
    assert codes(found) == {
        "faite": "faite", "refusee": "refusee", "vaine": "niveau_deja_atteint",
        "ailleurs": "selon_contexte",
    }  # fmt: skip
    assert not any(one.retained for one in found.horizons[0].actions if one.kind == "action")


def test_R6_adopting_a_plan_leaves_the_others_as_they_are() -> None:
    """What it refuses is proposed anew; what they refused themselves is not."""
    actions = (
        action("libre", {"usagers-1": 3}),
        action("payante", {"cyber-1": 3}, cost=(50, 50)),
        action("convient", {"cyber-2": 3}, cost=(9, 9), fitness="selon_contexte"),
        action("jamais", {"strategie-1": 3}, cost=(9, 9)),
    )
    never, fits = Decision("jamais", "refusee", "trop loin"), Decision("convient", "retenue")
    before = town(*actions, decisions=[never, fits])
    why = ADOPTED["sans_depense"]
    off = [Decision(name, "refusee", why) for name in ("payante", "convient")]
    after = town(*actions, decisions=[never, *off, Decision("libre", "retenue", horizon="0-6")])
    assert [variant_digest(after, name) for name in VARIANTS] == [
        variant_digest(before, name) for name in VARIANTS
    ]
    assert set(shown(plan_variant(after, "obligations", DAY))[0]) == {
        "libre", "payante", "convient",
    }  # fmt: skip
    assert codes(plan_variant(after, "sans_depense", DAY)) == {
        "payante": "depense", "convient": "depense", "jamais": "refusee",
    }  # fmt: skip


# --- «obligations d’abord»


def test_obligations_come_before_the_socle_and_as_early_as_possible() -> None:
    situation = town(
        action("sauvegarde", {"cyber-1": 3}, effort=(6, 6)),
        action("devoir", {"cyber-2": 2}, effort=(6, 6)),
        action("gain", {"usagers-1": 4}, effort=(6, 6)),
        obligations=[obligation("o", ("cyber-2", 2))],
        capacity=Capacity(1, 0),
    )
    assert shown(plan_roadmap(situation, DAY))[0] == ["sauvegarde"]
    assert shown(plan_variant(situation, "obligations", DAY))[0] == ["devoir"]
    ample = replace(situation, capacity=Capacity(9, 0))
    assert shown(plan_roadmap(ample, DAY)) == [["sauvegarde", "devoir", "gain"], [], []]
    first = plan_variant(ample, "obligations", DAY)
    assert shown(first) == [["devoir", "sauvegarde", "gain"], [], []]


# --- of the shipped catalogue


@pytest.mark.parametrize("seed", [2, 5, 9])
def test_shipped_plans_hold_what_their_name_says(seed: int) -> None:
    situation = random_dossier(seed, decided=True).situation()
    actions = situation.catalogue.actions
    free = plan_variant(situation, "sans_depense", DAY)
    placed = [actions[one] for names in shown(free) for one in names if one in actions]
    assert not any(a.initial_cost.high or a.yearly_cost.high for a in placed)
    in_place = sum(actions[done].yearly_cost.high for done in situation.marked_done)
    for horizon, years in zip(free.horizons, (0.5, 1, 1.5), strict=True):
        assert horizon.euros == horizon.repeated_euros
        assert horizon.euros.high == horizon.euros_available == in_place * years
    assert not any(h.over_euros for h in free.horizons)
    dear = {one.action for one in free.left_out if one.code == "depense"}
    assert all(actions[a].initial_cost.high or actions[a].yearly_cost.high for a in dear)
    bound = plan_variant(situation, "obligations", DAY)
    for roadmap in (free, bound):
        gone = {a for a, d in situation.decisions.items() if d.state in ("faite", "refusee")}
        assert gone.isdisjoint(name for names in shown(roadmap) for name in names)
        text = dump_roadmap(roadmap)
        assert load_roadmap(text, shipped_knowledge().obligations) == roadmap
    plain = plan_roadmap(variant_like_ours(situation), DAY)
    assert early(bound) >= early(plain)


def variant_like_ours(situation: Situation) -> Situation:
    """The same situation with the order of contract R3: the socle first."""
    return replace(variant_situation(situation, "obligations"), obligations_first=False)


def early(roadmap: Roadmap) -> tuple[int, int]:
    """How many obligations a plan clears, then how early."""
    counts = [len({o for one in h.actions for o in one.obligations}) for h in roadmap.horizons]
    return sum(counts), 3 * counts[0] + 2 * counts[1] + counts[2]


# --- digests


def test_the_digest_of_a_variant_is_its_own_and_follows_what_it_depends_on() -> None:
    situation = town(action("a", {"usagers-1": 3}), action("b", {"cyber-2": 3}))
    before = {name: variant_digest(situation, name) for name in VARIANTS}
    assert len({*before.values(), digest_inputs(situation)}) == 1 + len(VARIANTS)
    for name in VARIANTS:
        assert plan_variant(situation, name, DAY).inputs_sha256 == before[name]
    refused = replace(situation, decisions={"a": Decision("a", "refusee")})
    assert all(variant_digest(refused, name) != before[name] for name in VARIANTS)
    kept = replace(situation, decisions={"a": Decision("a", "retenue", horizon="6-18")})
    assert all(variant_digest(kept, name) == before[name] for name in VARIANTS)
    richer = replace(situation, capacity=replace(situation.capacity, euros_per_year=9))
    assert variant_digest(richer, "sans_depense") == before["sans_depense"]
    assert variant_digest(richer, "obligations") != before["obligations"]


def test_there_is_no_other_variant() -> None:
    with pytest.raises(ValueError, match="le_notre"):
        variant_situation(town(), "le_notre")
    assert VARIANTS == ("sans_depense", "obligations")
