# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answers taken over are counted once, of what concerns the collectivité."""

from dataclasses import replace
from datetime import date

from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Assessment, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import AssessmentBrief, Snapshot
from autodiag.scoring.contributions import complete_said, contributions, said
from autodiag.scoring.taken_over import held_said, not_asked, waiting
from tests.sources import ROOT
from tests.support.plain import plain
from tests.support.shipped import shipped_questionnaire

VILLAGE = LocalAuthority("Montbrelle", "commune", population=612)
BEFORE, NOW = date(2025, 11, 21), date(2026, 11, 22)
NONE: frozenset[str] = frozenset()
BAROMETER = load_questionnaire(ROOT / "questionnaires" / "numerique-et-collectivites")


def second_year(confirmed: int, before: date = BEFORE) -> Snapshot:
    """The barometer answered whole then, and the first answers confirmed since."""
    names = list(BAROMETER.questions)
    every: dict[str, Answer] = dict.fromkeys(names, Unknown())
    here = Assessment(BAROMETER.id, NOW, every, to_confirm=frozenset(names[confirmed:]))
    years = (
        AssessmentBrief(1, BAROMETER.id, before, frozenset(names), NONE),
        AssessmentBrief(2, BAROMETER.id, NOW, frozenset(names), here.to_confirm),
    )
    return Snapshot(VILLAGE, {}, BAROMETER, here, {}, {}, assessments=years, assessment_id=2)


def test_S1_what_is_not_asked_is_in_neither_count() -> None:
    asked = shipped_questionnaire()
    every: dict[str, Answer] = dict.fromkeys(asked.questions, Unknown())
    here = Assessment(asked.id, NOW, every, to_confirm=frozenset(every))
    brief = AssessmentBrief(2, asked.id, NOW, frozenset(every), here.to_confirm)
    it = Snapshot(VILLAGE, {"ecole": False}, asked, here, {}, {}, assessments=(brief,))
    aside = not_asked(it)
    assert aside, "a village has no part of some questions"
    left = len(every) - len(aside)
    assert plain(held_said(brief, aside)) == f"{left} réponses, dont {left} à confirmer"
    assert len(waiting(it)) == left


def test_a_contribution_taken_over_is_neither_complete_nor_never_begun() -> None:
    whole = contributions(second_year(0))
    assert {said(one) for one in whole} == {"Reprise de 2025, à confirmer"}
    assert plain(complete_said(whole)) == "0 contribution complète sur 9, 9 reprises à confirmer"
    first = contributions(second_year(1))[0]
    assert plain(said(first)) == f"En cours : 1 sur {first.asked}, et {first.asked - 1} à confirmer"
    assert said(contributions(second_year(len(first.theme.questions)))[0]) == "Complète"


def test_a_contribution_taken_over_in_part_says_how_much() -> None:
    it = second_year(0, date(2026, 3, 3))
    assert plain(said(contributions(it)[0])) == "Reprise du 3 mars, à confirmer"
    first = next(iter(it.assessment.answers))
    part = replace(it.assessment, answers={first: Unknown()}, to_confirm=frozenset((first,)))
    one = contributions(it.with_assessment(part))[0]
    assert plain(said(one)) == f"Reprise : 1 sur {one.asked}, à confirmer"
