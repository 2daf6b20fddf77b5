# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who takes each theme, in the report and on the blank form; never in the public edition."""

from dataclasses import replace
from datetime import date

from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Assessment, Unknown
from autodiag.model.benchmark import Comparison
from autodiag.model.dossier import AssessmentBrief
from autodiag.report.content import ReportContent
from autodiag.scoring.score import score
from tests.report.checks import printed
from tests.report.sample import TODAY, VILLAGE, content
from tests.sources import ROOT

SIRET = "21420336600015"


def shared(model: str, *, public: bool = False) -> ReportContent:
    """The barometer by themes: one answer, one theme that somebody takes."""
    asked = load_questionnaire(ROOT / "questionnaires" / "numerique-et-collectivites")
    two = replace(asked, themes=asked.themes[:2])
    made = content({}, planned=False)
    assessment = Assessment(asked.id, TODAY, {"inc-1": Unknown()})
    snapshot = replace(
        made.snapshot,
        authority=replace(VILLAGE, siret=SIRET),
        questionnaire=two,
        assessment=assessment,
        contributors={"inclusion": "Mme Ba, <adjointe>"},
    )
    return replace(
        made,
        snapshot=snapshot,
        result=score(two, assessment, VILLAGE, {}),
        comparison=Comparison((), ()),
        obligations=(),
        model=model,  # type: ignore[arg-type]
        public=public,
    )


def test_the_report_says_who_takes_each_theme_and_how_far_it_is() -> None:
    reading = printed(shared("complet"))
    assert reading.faults == []
    assert "Une seule contribution par thème, pour Montbrelle (SIRET 214 203 366 00015)." in (
        reading.flat
    )
    assert "Thème confié à Mme Ba, <adjointe>. En cours : 1 sur 5." in reading.flat
    assert "Thème encore à confier. Pas commencée." in reading.flat


def second_year(answers: dict[str, Answer], to_confirm: frozenset[str]) -> ReportContent:
    """The same in 2026, begun from what was answered in 2025; nobody is named."""
    made = shared("complet")
    name, none = made.snapshot.questionnaire.id, frozenset[str]()
    years = (AssessmentBrief(1, name, date(2025, 11, 21), none, none),)
    assessment = Assessment(name, TODAY, answers, to_confirm=to_confirm)
    it = replace(made.snapshot, assessment=assessment, assessments=years, contributors={})
    return replace(made, snapshot=it)


def test_answers_taken_over_are_never_those_of_this_year() -> None:
    first = [q.id for q in shared("complet").snapshot.questionnaire.themes[0].questions]
    second = [q.id for q in shared("complet").snapshot.questionnaire.themes[1].questions]
    every: dict[str, Answer] = dict.fromkeys(first + second, Unknown())
    reading = printed(second_year(every, frozenset(every)))
    assert reading.flat.count("10 réponses reprises de la fois précédente, encore à confirmer") == 2
    assert reading.flat.count("Reprise de 2025, à confirmer.") == 2
    assert "encore à confier" not in reading.flat
    assert "Réponse reprise, à confirmer." not in reading.flat, "it is said of all, above"

    some = printed(second_year(every, frozenset(second[1:]))).flat
    assert "4 réponses reprises de la fois précédente, encore à confirmer" in some
    assert "1. Inclusion numérique Complète." in some
    assert "Thème encore à confier. En cours : 1 sur 5, et 4 à confirmer." in some
    assert some.count("Réponse reprise, à confirmer.") == 4


def test_the_blank_form_says_who_takes_each_theme_or_leaves_room_for_it() -> None:
    reading = printed(shared("questionnaire-vierge"))
    assert reading.faults == []
    assert "Thème confié à Mme Ba, <adjointe>." in reading.flat
    assert reading.flat.count("Thème confié à") == 2


def test_the_public_edition_names_nobody() -> None:
    for model in ("complet", "questionnaire-vierge"):
        said = printed(shared(model, public=True)).flat
        assert "Mme Ba" not in said, model
    assert said.count("Thème confié à") == 2
