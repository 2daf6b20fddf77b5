# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a reader must be told before trusting a page: of the plan, the weights, the contents."""

from dataclasses import replace
from functools import cache

import pytest

from autodiag.model.assessment import NotConcerned
from autodiag.model.roadmap import BINDING, Capacity, Roadmap
from autodiag.report.content import ReportContent
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import situation_of
from tests.report.checks import printed, sound
from tests.report.sample import PATIENT, TODAY, UNKNOWN, content, everything, levels


@cache
def village() -> ReportContent:
    answers = {**levels(), "edu-1": NotConcerned("Pas d’école sur la commune.")}
    return content(answers, facts={"ecole": True, "site": True})


def with_plan(**changes: object) -> str:
    what = village()
    assert what.roadmap is not None
    plan: Roadmap = replace(what.roadmap, **changes)  # type: ignore[arg-type]
    return printed(replace(what, roadmap=plan)).flat


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.long
def test_R3_a_plan_not_proven_best_says_so_on_both_of_its_pages() -> None:
    said = "C’est la meilleure feuille de route trouvée dans le temps de calcul donné"
    assert with_plan(optimal=False).count(said) == 2
    assert said not in with_plan(optimal=True)


@pytest.mark.long
def test_R6_a_wish_that_could_not_be_kept_is_said() -> None:
    said = "Une période que vous aviez choisie n’a pas pu être tenue"
    assert said in with_plan(wishes_kept=False)
    assert said not in with_plan(wishes_kept=True)


def test_R4_a_path_not_proven_shortest_says_so() -> None:
    what = village()
    assert what.roadmap is not None
    path = replace(what.roadmap.shortest, target="stratege", possible=True, proven=False)
    assert "il n’est pas prouvé qu’il soit le plus court" in with_plan(shortest=path)


def test_an_outdated_plan_is_said_in_the_synthesis_and_before_the_plan() -> None:
    reading = printed(replace(village(), plan_is_current=False))
    said = "des réponses, des décisions ou des contenus ont changé"
    assert said in " ".join(reading.pages[1].split())
    assert reading.flat.count(said) == 2


def test_enquiries_without_any_capacity_are_not_called_a_choice() -> None:
    what = content(everything(UNKNOWN), planned=False)
    snapshot = replace(what.snapshot, capacity=Capacity(0, 0, False, False))
    situation = situation_of(snapshot, what.result, what.knowledge)
    roadmap = plan_roadmap(situation, TODAY, PATIENT)
    assert any(action.kind == "enquiry" for action in roadmap.horizons[0].actions)
    reading = printed(replace(what, snapshot=snapshot, roadmap=roadmap))
    sound(reading)
    assert "Se renseigner demande plus que le temps indiqué" in reading.flat
    assert "ce qui est retenu ou déjà en place dépasse" not in reading.flat


def test_S8_each_weight_above_one_has_its_reason_and_each_question_left_out_too() -> None:
    what = village()
    text = printed(what).flat
    part = text[text.rindex("Le calcul, thème par thème") :]
    heavy = [q for q in what.snapshot.questionnaire.questions.values() if q.weight > 1]
    assert heavy
    for question in heavy:
        assert question.weight_reason
        assert flat(question.weight_reason) in part, question.id
    assert "(Pas d’école sur la commune)" in part
    reasons = {t.reason for theme in what.result.themes for t in theme.questions if t.reason}
    assert len(reasons) > 1
    for reason in reasons:
        assert flat(reason).rstrip(".") in part


def test_what_the_contents_leave_open_is_printed_where_it_changes_what_to_do() -> None:
    what = village()
    text = printed(what).flat
    assert what.knowledge.to_check
    for point in what.knowledge.to_check:
        assert flat(point) in text
    concerned = [s.obligation for s in what.obligations if s.state != "sans_objet"]
    open_points = [one for one in concerned if one.to_check]
    shown = {one.id for one in open_points if flat(one.to_check).rstrip(".") in text}
    unsure = {o.id for o in open_points if o.nature in BINDING and o.status != "vu"}
    assert shown == unsure
    assert 0 < len(unsure) < len(open_points)


def test_S6_the_pilot_theme_alone_is_printed_as_missing_where_it_is_enough() -> None:
    known = {q: given for q, given in levels().items() if q[:4] not in ("str-", "cyb-")}
    text = printed(content(known, planned=False)).flat
    assert "Il faut d’abord répondre à la moitié au moins du thème" in text
    assert "À compléter : « Stratégie et gouvernance numériques »." in text
    assert "thèmes assez renseignés" not in text
