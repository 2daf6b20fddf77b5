# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Contract R1, R3–R8, rule after rule, on plans small enough to be read."""

from dataclasses import replace
from datetime import date

import pytest

from autodiag.model.condition import FactIs
from autodiag.model.roadmap import (
    Action,
    Capacity,
    Combination,
    Decision,
    Fitness,
    Horizon,
    OwnAction,
    Raise,
    Roadmap,
    Span,
)
from autodiag.roadmap.capacity import default_capacity
from autodiag.roadmap.roadmap import plan_roadmap
from tests.support.builders import (
    Short,
    action,
    obligation,
    question,
    questionnaire,
    rated,
    situate,
    town,
)  # fmt: skip

ASKED = questionnaire(
    question("strategie-1"), question("usagers-1"), question("cyber-1"), question("cyber-2"),
    foundations=(("cyber-1", 3),),
)  # fmt: skip
LOW: dict[str, Short] = {"strategie-1": 1, "usagers-1": 1, "cyber-1": 1, "cyber-2": 1}
DAY = date(2026, 11, 21)


def plan(answers: dict[str, Short], *actions, **situation) -> Roadmap:
    return plan_roadmap(situate(ASKED, answers, actions, **situation), DAY, 30)


def shown(roadmap: Roadmap) -> list[list[str]]:
    return [[each.id for each in horizon.actions] for horizon in roadmap.horizons]


def codes(roadmap: Roadmap) -> dict[str, str]:
    return {each.action: each.code for each in roadmap.left_out}


def sentences(roadmap: Roadmap) -> dict[str, str]:
    return {each.action: each.sentence for each in roadmap.left_out}


# --- R1


def test_R1_an_action_is_useful_when_it_raises_an_answered_question() -> None:
    found = plan(LOW, action("monte", {"usagers-1": 3}), action("stagne", {"usagers-1": 1}))
    assert shown(found) == [["monte"], [], []]
    assert codes(found) == {"stagne": "niveau_deja_atteint"}


def test_R1_an_action_of_no_use_says_whether_it_is_reached_unanswered_or_not_asked() -> None:
    answers: dict[str, Short] = {"strategie-1": "so", "usagers-1": None, "cyber-1": 3}
    found = plan(
        answers,
        action("ecartee", {"strategie-1": 3}),
        action("muette", {"usagers-1": 3, "cyber-1": 2}),
        action("haute", {"cyber-1": 2, "strategie-1": 3}),
        action("rien"),
    )
    assert codes(found) == {
        "ecartee": "sans_objet", "muette": "sans_reponse", "haute": "niveau_deja_atteint",
        "rien": "non_utile",
    }  # fmt: skip
    assert sentences(found)["ecartee"] == "Les questions qu’elle améliore ne vous concernent pas."


def test_R1_a_combination_on_an_unknown_answer_is_to_be_confirmed() -> None:
    pair = [Combination("usagers-1", 3, ("a", "b"), "")]
    found = plan(
        {**LOW, "usagers-1": "nsp"}, action("a", {"cyber-1": 1}), action("b"), combinations=pair
    )
    assert codes(found) == {"a": "a_confirmer", "b": "a_confirmer"}


def test_R1_an_action_is_useful_when_it_clears_an_unmet_obligation() -> None:
    duty = obligation("o", ("cyber-2", 2), cleared_by=("leve",))
    assert shown(plan(LOW, action("leve"), obligations=[duty])) == [["leve"], [], []]
    advice = obligation("o", ("cyber-2", 2), nature="conseil", cleared_by=("leve",))
    assert codes(plan(LOW, action("leve"), obligations=[advice])) == {"leve": "non_utile"}


def test_R1_nothing_answered_gives_no_action() -> None:
    found = plan({}, action("a", {"usagers-1": 3}), action("b", {"cyber-1": 3}))
    assert shown(found) == [[], [], []]
    assert found.projection.overall == rated(ASKED, {}).overall


def test_R1_not_knowing_gives_half_an_hour_of_asking_in_the_first_horizon() -> None:
    found = plan({**LOW, "usagers-1": "nsp"}, action("a", {"usagers-1": 3}))
    (asked,) = found.horizons[0].actions
    assert (asked.kind, asked.question) == ("enquiry", "usagers-1")
    assert asked.effort == Span(1 / 14, 1 / 14)
    assert found.projection.overall == rated(ASKED, {**LOW, "usagers-1": "nsp"}).overall
    assert codes(found) == {"a": "a_confirmer"}


def test_R1_a_retained_action_that_only_raises_unknown_answers_is_marked_after_the_asking() -> None:
    kept = Decision("a", "retenue")
    found = plan({**LOW, "usagers-1": "nsp"}, action("a", {"usagers-1": 3}), decisions=[kept])
    assert shown(found)[0] == ["renseigner-usagers-1", "a"]
    assert found.horizons[0].actions[1].to_confirm


def test_R1_a_retained_action_of_no_use_is_not_said_to_be_confirmed() -> None:
    found = plan(LOW, action("a", {"usagers-1": 1}), decisions=[Decision("a", "retenue")])
    assert shown(found) == [["a"], [], []]
    assert not found.horizons[0].actions[0].to_confirm


def test_R1_an_unknown_fact_marks_an_action_and_never_hides_it() -> None:
    doubtful = action("a", {"usagers-1": 3}, applicable=FactIs("site"))
    assert plan(LOW, doubtful).horizons[0].actions[0].to_confirm
    assert not plan(LOW, doubtful, facts={"site": True}).horizons[0].actions[0].to_confirm
    assert codes(plan(LOW, doubtful, facts={"site": False})) == {"a": "sans_objet"}


def test_R1_what_is_let_in_for_another_is_not_placed_without_it() -> None:
    answers: dict[str, Short] = {**LOW, "strategie-1": "nsp"}
    first = action("socle", {"strategie-1": 3})
    then = action("suite", {"usagers-1": 3}, needs=["socle"], effort=(9, 9))
    assert shown(plan(answers, first, then))[0] == ["renseigner-strategie-1", "socle", "suite"]
    small = plan(answers, first, then, capacity=Capacity(0.2, 1000))
    assert shown(small) == [["renseigner-strategie-1"], [], []]
    assert codes(small) == {"socle": "a_confirmer", "suite": "trop_grande"}


# --- R3


def test_R3_the_socle_comes_before_obligations_and_these_before_gain() -> None:
    actions = (
        action("gain", {"usagers-1": 4, "strategie-1": 4}, effort=(12, 12)),
        action("devoir", {"cyber-2": 2}, effort=(12, 12)),
        action("sauvegarde", {"cyber-1": 3}, effort=(6, 6)),
    )
    duty = obligation("o", ("cyber-2", 2))
    slow = plan(LOW, *actions, obligations=[duty], capacity=Capacity(1, 0))
    assert shown(slow) == [["sauvegarde"], ["devoir"], ["gain"]]
    without = plan(LOW, *actions, capacity=Capacity(1, 0))
    assert shown(without) == [["sauvegarde"], ["gain"], ["devoir"]]


def test_R3_the_socle_takes_the_first_horizon_from_obligations() -> None:
    actions = (
        action("devoirs", {"cyber-2": 2}, effort=(6, 6)),
        action("sauvegarde", {"cyber-1": 3}, effort=(6, 6)),
    )
    duties = [obligation("o1", ("cyber-2", 2)), obligation("o2", ("cyber-2", 2))]
    found = plan(LOW, *actions, obligations=duties, capacity=Capacity(1, 0))
    assert shown(found) == [["sauvegarde"], ["devoirs"], []]


def test_R3_the_first_of_the_socle_comes_first_when_only_one_fits() -> None:
    asked = questionnaire(
        question("strategie-1"), question("usagers-1"), question("cyber-1"), question("cyber-2"),
        foundations=(("cyber-1", 3), ("cyber-2", 3)),
    )  # fmt: skip
    actions = (
        action("verification", {"cyber-2": 3, "usagers-1": 4}, effort=(6, 6)),
        action("sauvegarde", {"cyber-1": 3}, effort=(6, 6)),
    )
    found = plan_roadmap(situate(asked, LOW, actions, capacity=Capacity(1, 0)), DAY, 30)
    assert shown(found) == [["sauvegarde"], ["verification"], []]


def test_R3_an_obligation_that_names_its_action_is_cleared_by_no_other() -> None:
    duty = obligation("o", ("usagers-1", 3), cleared_by=("nommee",))
    found = plan(LOW, action("nommee"), action("autre", {"usagers-1": 4}), obligations=[duty])
    cleared = {each.id: each.obligations for each in found.horizons[0].actions}
    assert cleared == {"nommee": ("o",), "autre": ()}


def test_R3_clearing_an_obligation_at_all_counts_before_clearing_another_early() -> None:
    actions = (
        action("tout-de-suite", {"cyber-2": 2}, effort=(1, 1), recurrent=True),
        action("longue", {"usagers-1": 2}, effort=(17, 17), delay=18),
    )
    duties = [obligation("o1", ("cyber-2", 2)), obligation("o2", ("usagers-1", 2))]
    # early, the first would go on asking a day and a half of the third horizon's eighteen
    found = plan(LOW, *actions, obligations=duties, capacity=Capacity(1, 0))
    assert [set(names) for names in shown(found)] == [set(), set(), {"tout-de-suite", "longue"}]


def test_R3_a_duty_whose_years_cost_waits_where_early_it_would_keep_another_out() -> None:
    yearly = action("abonnement", {"cyber-2": 2}, effort=(0.5, 1), yearly=(200, 1_000))
    once = action("achat", {"usagers-1": 2}, effort=(0.5, 1), cost=(0, 800))
    duties = [obligation("o1", ("cyber-2", 2)), obligation("o2", ("usagers-1", 2))]
    # one half-day each and nothing to wait for: what is missing is money, at its upper estimate
    poor = plan(LOW, yearly, once, obligations=duties, capacity=Capacity(2, 800))
    assert shown(poor) == [[], ["achat"], ["abonnement"]]
    able = plan(LOW, yearly, once, obligations=duties, capacity=Capacity(2, 1_600))
    assert shown(able) == [["abonnement", "achat"], [], []]


def test_R3_what_gains_more_comes_earlier() -> None:
    one = action("peu", {"usagers-1": 2}, effort=(6, 6))
    other = action("beaucoup", {"strategie-1": 4}, effort=(6, 6))
    assert shown(plan(LOW, one, other, capacity=Capacity(1, 0))) == [["beaucoup"], ["peu"], []]


def test_R3_the_least_effort_and_then_the_catalogue_part_equal_gains() -> None:
    light = action("leger", {"usagers-1": 3}, effort=(1, 1))
    heavy = action("lourd", {"usagers-1": 3}, effort=(2, 2))
    assert shown(plan(LOW, heavy, light)) == [["leger"], [], []]
    assert codes(plan(LOW, heavy, light)) == {"lourd": "niveau_atteint"}
    twin = action("jumeau", {"usagers-1": 3}, effort=(1, 1))
    assert shown(plan(LOW, twin, light)) == [["jumeau"], [], []]
    assert shown(plan(LOW, light, twin)) == [["leger"], [], []]


def test_R3_delays_along_a_chain_fit_their_horizon() -> None:
    chain = (
        action("un", {"usagers-1": 2}, delay=4),
        action("deux", {"usagers-1": 3}, delay=4, needs=["un"]),
        action("trois", {"usagers-1": 4}, delay=9, needs=["deux"]),
    )
    assert shown(plan(LOW, *chain)) == [["un"], ["deux"], ["trois"]]


def test_R3_a_prerequisite_is_met_when_done_not_concerned_or_reached_by_the_answers() -> None:
    then = action("suite", {"usagers-1": 4}, needs=["un"])
    one = action("un", {"usagers-1": 2}, applicable=FactIs("site"))
    assert shown(plan(LOW, one, then, facts={"site": True}))[0] == ["un", "suite"]
    assert shown(plan(LOW, one, then, facts={"site": False}))[0] == ["suite"]
    assert shown(plan(LOW, one, then, decisions=[Decision("un", "faite")]))[0] == ["suite"]
    assert shown(plan({**LOW, "usagers-1": 2}, one, then, facts={"site": True}))[0] == ["suite"]
    # what raises nothing is never reached by the answers alone
    assert shown(plan(LOW, action("un"), then))[0] == ["un", "suite"]


def test_R3_days_and_money_are_counted_by_horizon_at_their_upper_estimate() -> None:
    long = action("a", {"usagers-1": 3}, effort=(1, 7))
    assert shown(plan(LOW, long, capacity=Capacity(1, 0))) == [[], ["a"], []]
    dear = action("a", {"usagers-1": 3}, cost=(0, 1_000))
    assert shown(plan(LOW, dear, capacity=Capacity(9, 1_500))) == [[], ["a"], []]
    assert codes(plan(LOW, dear, capacity=Capacity(9, 500))) == {"a": "trop_chere"}


def test_R3_a_recurrent_action_weighs_on_every_later_period() -> None:
    again = action("a", {"usagers-1": 3}, effort=(2, 4), yearly=(100, 200), recurrent=True)
    found = plan(LOW, again)
    assert [h.days for h in found.horizons] == [Span(2, 4), Span(2, 2), Span(3, 3)]
    assert [h.euros for h in found.horizons] == [Span(0, 0), Span(100, 200), Span(150, 300)]
    assert [h.repeated_days.high for h in found.horizons] == [0, 2, 3]
    # room for the work of one year, none for what the next ones ask
    own = [OwnAction("x", "x", Span(11, 11), Span(0, 0), "6-18")]
    tight = plan(LOW, again, own=own, capacity=Capacity(1, 9_999))
    assert shown(tight) == [[], ["x"], ["a"]]


def test_R3_what_waits_for_the_user_enters_only_when_retained() -> None:
    maybe = action("a", {"usagers-1": 3}, fitness="selon_contexte")
    theirs = action("b", {"usagers-1": 4}, fitness="a_laisser_a_l_epci")
    assert codes(plan(LOW, maybe, theirs)) == {"a": "selon_contexte", "b": "epci"}
    kept = [Decision("a", "retenue"), Decision("b", "retenue")]
    found = plan(LOW, maybe, theirs, decisions=kept)
    assert [(each.id, each.kind) for each in found.horizons[0].actions] == [
        ("b", "request"),
        ("a", "action"),
    ]
    assert found.projection.overall == rated(ASKED, {**LOW, "usagers-1": 3}).overall
    intercommunal = plan(LOW, theirs, authority=town(9_000, "epci"))
    assert shown(intercommunal) == [["b"], [], []]


def test_R3_a_retained_action_brings_in_what_it_needs_at_any_depth() -> None:
    answers: dict[str, Short] = {**LOW, "strategie-1": "nsp"}
    chain = (
        action("un", {"strategie-1": 2}),
        action("deux", {"strategie-1": 3}, needs=["un"]),
        action("trois", {"strategie-1": 4}, fitness="selon_contexte", needs=["deux"]),
    )
    found = plan(answers, *chain, decisions=[Decision("trois", "retenue")])
    assert shown(found) == [["renseigner-strategie-1", "un", "deux"], ["trois"], []]
    assert all(each.to_confirm for each in (*found.horizons[0].actions[1:],))
    assert not found.horizons[1].actions[0].missing


@pytest.mark.parametrize("fitness", ["selon_contexte", "a_laisser_a_l_epci"])
def test_R3_a_prerequisite_that_nobody_retained_is_said_to_be_missing(fitness: Fitness) -> None:
    chain = (
        action("un", {"usagers-1": 2}, fitness=fitness),
        action("deux", {"usagers-1": 3}, needs=["un"]),
        action("trois", {"usagers-1": 4}, needs=["deux"]),
    )
    found = plan(LOW, *chain, decisions=[Decision("trois", "retenue")])
    assert shown(found) == [["trois"], [], []]
    assert found.horizons[0].actions[0].missing == ("deux",)
    assert codes(found)["deux"] == "prerequis"
    kept = [Decision("deux", "retenue"), Decision("trois", "retenue")]
    first, then = plan(LOW, *chain, decisions=kept).horizons[0].actions
    assert (first.missing, then.missing) == (("un",), ())


def test_R3_a_refused_prerequisite_is_said_to_be_missing() -> None:
    decisions = [Decision("un", "refusee"), Decision("deux", "retenue")]
    chain = action("un", {"usagers-1": 2}), action("deux", {"usagers-1": 3}, needs=["un"])
    found = plan(LOW, *chain, decisions=decisions)
    assert found.horizons[0].actions[0].missing == ("un",)


def test_R3_a_prerequisite_that_waits_for_the_user_does_not_slip_in_by_being_useless() -> None:
    first = action("un", {"strategie-1": 1}, fitness="selon_contexte")
    then = action("deux", {"usagers-1": 3}, needs=["un"])
    found = plan({**LOW, "strategie-1": "nsp"}, first, then)
    assert shown(found) == [["renseigner-strategie-1"], [], []]
    assert codes(found) == {"un": "a_confirmer", "deux": "prerequis"}


def test_R3_what_is_left_to_the_epci_never_becomes_work_of_the_commune() -> None:
    theirs = action("un", {"usagers-1": 2}, fitness="a_laisser_a_l_epci")
    ours = action("deux", {"usagers-1": 3}, needs=["un"])
    assert codes(plan(LOW, theirs, ours)) == {"un": "epci", "deux": "prerequis"}
    found = plan(LOW, theirs, ours, decisions=[Decision("deux", "retenue")])
    assert shown(found) == [["deux"], [], []]
    assert codes(found) == {"un": "epci"}


def test_R3_what_is_retained_is_placed_over_capacity_and_nothing_else_is() -> None:
    big = action("gros", {"usagers-1": 2}, effort=(99, 99))
    small = action("petit", {"cyber-2": 4}, effort=(1, 1))
    kept = [Decision("gros", "retenue", horizon="6-18")]
    found = plan(LOW, big, small, decisions=kept, capacity=Capacity(1, 0))
    assert shown(found) == [["petit"], ["gros"], []]
    assert [horizon.over_capacity for horizon in found.horizons] == [False, True, False]
    assert found.horizons[1].actions[0].retained
    assert not found.horizons[1].over_by_asking


def test_R3_a_period_says_what_is_exceeded_and_what_is_tight() -> None:
    def first(days: float, euros: float, money: float = 1_000) -> Horizon:
        own = [OwnAction("x", "x", Span(0, days), Span(0, euros), "0-6")]
        return plan(LOW, own=own, capacity=Capacity(1, money)).horizons[0]

    def said(horizon: Horizon) -> tuple[bool, ...]:
        assert horizon.over_capacity == (horizon.over_days or horizon.over_euros)
        return horizon.over_days, horizon.over_euros, horizon.tight

    assert said(first(5, 0)) == (False, False, False)
    assert said(first(5.4, 0)) == said(first(0, 450)) == (False, False, True)
    assert said(first(6.1, 450)) == (True, False, False)
    assert said(first(0, 501)) == (False, True, False)
    assert said(first(0, 0, 0)) == (False, False, False)


def test_R3_asking_alone_is_not_what_the_user_retained() -> None:
    unknown: dict[str, Short] = dict.fromkeys(LOW, "nsp")
    first = plan(unknown, capacity=Capacity(0.02, 0)).horizons[0]
    assert first.over_capacity
    assert first.over_by_asking
    own = [OwnAction("x", "x", Span(1, 1), Span(0, 0))]
    assert not plan(unknown, own=own, capacity=Capacity(0.02, 0)).horizons[0].over_by_asking
    # fourteen half-hours make a day, whatever their sum in floating point
    asked = questionnaire(*(question(f"cyber-{n}") for n in range(84)))
    answers: dict[str, Short] = {f"cyber-{n}": "nsp" for n in range(84)}
    full = plan_roadmap(situate(asked, answers, (), capacity=Capacity(1, 0)), DAY, 30).horizons[0]
    assert (full.over_capacity, full.tight) == (False, True)


# --- R4


def test_R4_the_path_ignores_capacity_and_says_its_months() -> None:
    raises = {"strategie-1": 3, "usagers-1": 2, "cyber-1": 2, "cyber-2": 2}
    duty = obligation("o", ("cyber-2", 3))
    found = plan(
        LOW,
        action("tout", raises, effort=(10, 20), cost=(0, 90_000), yearly=(10, 20), delay=5),
        action("trop", {"cyber-1": 4}),
        obligations=[duty],
        capacity=Capacity(2, 0),
    ).shortest
    assert (found.target, found.possible, found.proven) == ("pragmatique", True, True)
    assert found.actions == ("tout",)
    assert (found.days, found.euros) == (Span(10, 20), Span(30, 90_060))
    assert found.months == 10
    assert found.obligations_left == ("o",)


def test_R4_it_is_impossible_with_these_actions_or_already_at_the_top() -> None:
    found = plan(LOW, action("a", {"cyber-1": 2})).shortest
    assert (found.target, found.possible, found.proven) == ("pragmatique", False, True)
    top = plan(dict.fromkeys(LOW, 4), action("a", {"cyber-1": 2})).shortest
    assert (top.target, top.possible) == (None, False)
    assert plan({}, action("a", {"cyber-1": 2})).shortest.target is None


def test_R4_what_was_retained_is_not_forced_into_the_shortest_path() -> None:
    raises = {"strategie-1": 3, "usagers-1": 2, "cyber-1": 2, "cyber-2": 2}
    actions = (
        action("tout", raises, effort=(1, 2)),
        action("lourde", raises, effort=(9, 9)),
        action("vaine", {"cyber-1": 1}, effort=(9, 9)),
    )
    kept = [Decision("lourde", "retenue"), Decision("vaine", "retenue")]
    found = plan(LOW, *actions, decisions=kept)
    assert {"lourde", "vaine"} <= {name for names in shown(found) for name in names}
    assert found.shortest.actions == ("tout",)


def test_R4_the_months_wait_for_the_longest_chain_and_for_nobody_without_capacity() -> None:
    chain = (
        action("un", {"strategie-1": 3}, delay=9),
        action("deux", {"cyber-1": 3}, delay=9, needs=["un"]),
    )
    assert plan(LOW, *chain).shortest.months == 18
    assert plan(LOW, *chain, capacity=Capacity(0, 0)).shortest.months is None


# --- R5


def test_R5_every_action_left_out_says_why() -> None:
    actions = (
        action("faite", {"usagers-1": 2}),
        action("refusee", {"usagers-1": 4}),
        action("ailleurs", {"usagers-1": 4}, applicable=FactIs("site")),
        action("suite", {"usagers-1": 4}, needs=["refusee"]),
        action("longue", {"usagers-1": 4}, delay=19),
        action("lourde", {"usagers-1": 4}, effort=(999, 999)),
        action("chere", {"usagers-1": 4}, cost=(9_999, 9_999)),
        action("moitie", {"strategie-1": 1}, fitness="selon_contexte"),
        action("seule", {"strategie-1": 1}, effort=(1, 1)),
        action("leger", {"cyber-1": 3}),
        action("meme", {"cyber-1": 3}, effort=(9, 9)),
    )
    found = plan(
        LOW, *actions,
        combinations=[Combination("strategie-1", 4, ("moitie", "seule"), "")],
        decisions=[Decision("faite", "faite"), Decision("refusee", "refusee", "trop cher")],
        capacity=Capacity(2, 100), facts={"site": False},
    )  # fmt: skip
    assert shown(found) == [["leger"], [], []]
    assert codes(found) == {
        "faite": "faite", "refusee": "refusee", "ailleurs": "sans_objet", "suite": "prerequis",
        "longue": "delai", "lourde": "trop_grande", "chere": "trop_chere",
        "moitie": "selon_contexte", "seule": "combinaison", "meme": "niveau_atteint",
    }  # fmt: skip
    said = sentences(found)
    assert said["refusee"].endswith("\u00a0: trop cher.")
    assert "«\u202fTitre de refusee\u202f»" in said["suite"]
    assert "«\u202fTitre de moitie\u202f»" in said["seule"]
    assert said["meme"].startswith("Une autre action")
    assert said["lourde"].startswith("Elle demande plus de jours")


def test_R5_a_late_prerequisite_is_a_lack_of_days_or_money_not_of_time() -> None:
    first, then = (
        action("un", {"strategie-1": 4}, effort=(6, 6), delay=12),
        action("deux", {"usagers-1": 2}, effort=(4, 4), delay=12, needs=["un"]),
    )
    # in an empty plan: the first in 6-18, the other in 18-36; here 6-18 is already taken
    own = [OwnAction("x", "x", Span(9, 9), Span(0, 0), "6-18")]
    found = plan(LOW, first, then, own=own, capacity=Capacity(1, 0))
    assert shown(found) == [[], ["x"], ["un"]]
    assert codes(found) == {"deux": "capacite"}
    dear = replace(first, effort=Span(1, 1), initial_cost=Span(0, 900))
    own = [OwnAction("x", "x", Span(0, 0), Span(0, 900), "6-18")]
    found = plan(LOW, dear, then, own=own, capacity=Capacity(9, 1_000))
    assert shown(found) == [[], ["x"], ["un"]]
    assert codes(found) == {"deux": "argent"}
    long = replace(then, delay_months=18, prerequisites=("un", "entre"))
    between = action("entre", {"cyber-1": 2}, delay=12, needs=["un"])
    late = plan(LOW, first, between, long, capacity=Capacity(9, 0))
    assert codes(late) == {"deux": "delai"}
    assert sentences(late)["deux"].startswith("Avec les actions qui l’accompagnent")


def test_R5_days_and_money_taken_by_the_rest_of_the_plan() -> None:
    best = action("mieux", {"strategie-1": 4}, effort=(18, 18))
    less = action("moins", {"usagers-1": 2}, effort=(10, 10), delay=18)
    found = plan(LOW, best, less, capacity=Capacity(1, 0))
    assert (shown(found), codes(found)) == ([[], [], ["mieux"]], {"moins": "capacite"})
    best = action("mieux", {"strategie-1": 4}, cost=(0, 1_500))
    less = action("moins", {"usagers-1": 2}, cost=(0, 1_000), delay=18)
    found = plan(LOW, best, less, capacity=Capacity(9, 1_000))
    assert (shown(found), codes(found)) == ([[], [], ["mieux"]], {"moins": "argent"})


def test_R5_a_combination_that_could_be_chosen_lacks_days_and_not_itself() -> None:
    pair = [Combination("strategie-1", 4, ("a", "b"), "")]

    def left(*actions: Action, **situation) -> dict[str, str]:
        return codes(plan(LOW, *actions, combinations=pair, **situation))

    one, other = action("a", effort=(10, 10), delay=18), action("b", effort=(7, 7), delay=18)
    assert not left(one, other, capacity=Capacity(1, 0))
    taken = [OwnAction("x", "x", Span(5, 5), Span(0, 0), "18-36")]
    both = {"a": "capacite", "b": "capacite"}
    assert left(one, other, own=taken, capacity=Capacity(1, 0)) == both
    heavy = replace(other, effort=Span(9, 9))
    both = {"a": "trop_grande", "b": "trop_grande"}
    assert left(one, heavy, capacity=Capacity(1, 0)) == both
    said = sentences(plan(LOW, one, heavy, combinations=pair, capacity=Capacity(1, 0)))
    assert said["a"].startswith("Avec les actions qui l’accompagnent, elle demande plus de jours")
    refused = [Decision("b", "refusee")]
    assert left(one, other, decisions=refused) == {"a": "combinaison", "b": "refusee"}
    blocked = replace(other, prerequisites=("c",))
    maybe = action("c", {"cyber-1": 1}, fitness="selon_contexte")
    found = left(one, blocked, replace(maybe, raises=(Raise("cyber-1", 2),)))
    assert found == {"a": "combinaison", "b": "prerequis", "c": "selon_contexte"}


def test_R5_several_actions_that_do_instead_of_one_are_told_in_the_plural() -> None:
    actions = (
        action("a", {"cyber-1": 3}),
        action("b", {"usagers-1": 3}),
        action("c", {"cyber-1": 3, "usagers-1": 2}, effort=(30, 30)),
    )
    found = plan(LOW, *actions)
    assert codes(found) == {"c": "niveau_atteint"}
    assert sentences(found)["c"].startswith("D’autres actions du plan suffisent")


# --- R6


def test_R6_postponed_refused_and_done_are_obeyed() -> None:
    a = action("a", {"usagers-1": 3})
    assert shown(plan(LOW, a, decisions=[Decision("a", "reportee")])) == [[], ["a"], []]
    later = Decision("a", "reportee", horizon="18-36")
    assert shown(plan(LOW, a, decisions=[later])) == [[], [], ["a"]]
    for state in ("refusee", "faite"):
        assert codes(plan(LOW, a, decisions=[Decision("a", state)])) == {"a": state}


def test_R6_own_actions_take_their_place_in_days_and_money() -> None:
    own = [OwnAction("x", "Le bulletin", Span(5, 6), Span(100, 500), "0-6")]
    found = plan(LOW, action("a", {"usagers-1": 3}), own=own, capacity=Capacity(1, 9_000))
    assert shown(found) == [["x"], ["a"], []]
    assert (found.horizons[0].days, found.horizons[0].euros) == (Span(5, 6), Span(100, 500))


def test_R6_an_own_action_below_nothing_does_not_stop_the_plan() -> None:
    own = [OwnAction("x", "x", Span(-9, -9), Span(-99, -99), "0-6")]
    found = plan(LOW, action("a", {"usagers-1": 3}), own=own, capacity=Capacity(0, 0))
    assert [each.id for horizon in found.horizons for each in horizon.actions].count("x") == 1


def test_R6_the_only_wish_that_cannot_be_held_is_said() -> None:
    long = action("long", {"usagers-1": 3}, delay=18)
    found = plan(LOW, long, decisions=[Decision("long", "retenue", horizon="0-6")])
    assert shown(found) == [[], [], ["long"]]
    assert (found.wishes_kept, found.horizons[2].actions[0].wish_missed) == (False, True)
    held = plan(LOW, long, decisions=[Decision("long", "retenue", horizon="18-36")])
    assert (held.wishes_kept, held.horizons[2].actions[0].wish_missed) == (True, False)


def test_R6_a_wish_that_cannot_be_held_comes_as_near_as_there_is_room() -> None:
    long, other = action("long", {"usagers-1": 3}, delay=9), action("other", {"cyber-1": 3})
    wished = [Decision("long", "retenue", horizon="0-6"), Decision("other", "retenue")]
    assert shown(plan(LOW, long, other, decisions=wished))[1] == ["long"]
    own = [OwnAction("x", "x", Span(12, 12), Span(0, 0), horizon="6-18")]
    full = plan(LOW, long, decisions=wished[:1], own=own, capacity=Capacity(1, 9_000))
    assert shown(full) == [[], ["x"], ["long"]]  # nearer, it would be too much


def test_R3_what_is_done_takes_its_days_and_its_euros_of_each_period_again() -> None:
    again = action("again", {"usagers-1": 3}, effort=(4, 8), yearly=(0, 60), recurrent=True)
    next_one = action("next", {"cyber-1": 3}, effort=(1, 5), cost=(0, 50))
    done = [Decision("again", "faite")]
    means = Capacity(1, 120)
    found = plan({**LOW, "usagers-1": 3}, again, next_one, decisions=done, capacity=means)
    assert [(h.repeated_days.high, h.repeated_euros.high) for h in found.horizons] == [
        (2, 30), (4, 60), (6, 90),
    ]  # fmt: skip
    assert shown(found) == [[], ["next"], []]  # 4 days are left of 6, and 30 € of 60 €
    assert not any(horizon.over_capacity for horizon in found.horizons)
    alone = plan({**LOW, "usagers-1": 3}, next_one, capacity=means)
    assert shown(alone) == [["next"], [], []]


# --- R7


@pytest.mark.parametrize(
    ("nature", "level", "facts", "state"),
    [
        ("devoir", 1, {"f": True}, "non_remplie"),
        ("devoir_si", 1, {"f": True}, "non_remplie"),
        ("devoir", 2, {"f": True}, "remplie"),
        ("devoir", 1, {"f": False}, "sans_objet"),
        ("devoir", 1, {}, "a_verifier"),
        ("devoir", 4, {}, "a_verifier"),  # the answer reaches it, the fact is unknown
        ("devoir", "so", {"f": False}, "sans_objet"),
        ("devoir", "nsp", {"f": True}, "a_verifier"),
        ("devoir", None, {"f": True}, "a_verifier"),
        ("devoir", "so", {"f": True}, "a_verifier"),  # the user's word does not lift a duty
        ("devoir", "so", {}, "a_verifier"),
        *((n, 1, {"f": True}, "rappel")
          for n in ("rappel", "conseil", "echeance", "information", "droit", "projet")),
    ],
)  # fmt: skip
def test_R7_the_state_of_an_obligation_comes_from_its_proof_and_the_facts(
    nature, level, facts, state
) -> None:
    duty = obligation("o", ("cyber-2", 2), nature=nature, condition=FactIs("f"))
    found = situate(ASKED, {**LOW, "cyber-2": level}, [], obligations=[duty], facts=facts)
    assert [each.state for each in found.obligations] == [state]


def test_R7_without_a_proof_or_with_a_question_of_another_version_it_is_a_reminder() -> None:
    for duty in (obligation("o"), obligation("o", ("retiree-9", 2))):
        found = situate(ASKED, LOW, [], obligations=[duty])
        assert (found.obligations[0].state, found.obligations[0].measured) == ("rappel", False)


def test_R7_a_question_that_does_not_apply_makes_it_sans_objet() -> None:
    asked = questionnaire(question("cyber-1", applicable=FactIs("site")), question("cyber-2"))
    duty = obligation("o", ("cyber-1", 2))
    found = situate(asked, {"cyber-1": "so"}, [], obligations=[duty], facts={"site": False})
    assert found.obligations[0].state == "sans_objet"
    found = situate(asked, {"cyber-1": "so"}, [], obligations=[duty], facts={"site": True})
    assert found.obligations[0].because == (
        "Vous avez dit que la question qui la mesure ne vous concerne pas\u00a0: à vérifier."
    )


def test_R7_what_an_answer_measures_without_binding_is_told_from_what_none_measures() -> None:
    duties = [obligation("o", ("cyber-2", 2), nature="conseil"), obligation("p", nature="conseil")]
    found = situate(ASKED, LOW, [], obligations=duties)
    assert [(o.state, o.measured) for o in found.obligations] == [
        ("rappel", True), ("rappel", False)
    ]  # fmt: skip


# --- R8


@pytest.mark.parametrize(
    ("population", "days", "euros"),
    [
        (90, 1, 1_500), (499, 1, 2_000), (500, 2, 2_000), (1_999, 2, 8_000), (2_000, 3, 8_000),
        (3_499, 3, 14_000), (3_500, 6, 14_000), (9_999, 6, 40_000), (10_000, 10, 40_000),
        (38_000, 10, 150_000), (101_851, 10, 410_000), (612, 2, 2_400), (None, 1, 1_500),
    ],
)  # fmt: skip
def test_R8_the_capacity_supposed_for_each_size(
    population: int | None, days: float, euros: float
) -> None:
    assert default_capacity(population) == Capacity(days, euros)
