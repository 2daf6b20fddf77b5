# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Forms for questions that have no level: they leave no trace in the result."""

from dataclasses import replace

from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Assessment, Unknown
from autodiag.report.content import ReportContent
from autodiag.scoring.score import score
from tests.report.checks import printed
from tests.report.sample import TODAY, VILLAGE, content
from tests.support.unscored import GIVEN, UNSCORED

NO_SCHOOL = {"ecole": False}


def unscored(answers: dict[str, Answer], to_review: frozenset[str], model: str) -> ReportContent:
    asked = load_questionnaire(UNSCORED)
    made = content({}, planned=False)
    assessment = Assessment(asked.id, TODAY, answers, to_review)
    snapshot = replace(made.snapshot, questionnaire=asked, assessment=assessment, facts=NO_SCHOOL)
    result = score(asked, assessment, VILLAGE, NO_SCHOOL)
    return replace(made, snapshot=snapshot, result=result, model=model)  # type: ignore[arg-type]


def test_S1_the_blank_form_asks_questions_without_a_level_but_those_that_do_not_apply() -> None:
    said = printed(unscored({}, frozenset(), "questionnaire-vierge")).flat
    assert "Combien d’ordinateurs la mairie a-t-elle" in said
    assert "outils de l’école" not in said


def test_the_sheet_of_what_to_verify_tells_answers_without_a_level_in_words() -> None:
    answers = {**GIVEN, "avis-choix": Unknown()}
    said = printed(unscored(answers, frozenset({"avis-nombre"}), "fiche-verification")).flat
    assert "Le numérique vous fait-il gagner du temps" in said
    assert "Réponse actuelle : « 12 ordinateurs », marquée « à revoir »" in said
    assert "note donnez-vous" not in said, "what is answered is not to be verified"
    assert "Ce que cela change" not in said, "it changes no score"
