# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire without a score: its report, its page alone, and its forms."""

from dataclasses import replace

import pytest

from autodiag.benchmarks.compare import compare
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Answered, Assessment, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Comparison
from autodiag.model.questionnaire import Questionnaire
from autodiag.report.content import ReportContent
from autodiag.report.reserved import Named, reserved
from autodiag.scoring.score import score
from tests.report.checks import printed
from tests.report.sample import TODAY, VILLAGE, content, library
from tests.sources import ROOT
from tests.support.plain import plain
from tests.support.unscored import GIVEN, UNSCORED

NO_SCHOOL = {"ecole": False}


def unscored(answers: dict[str, Answer], to_review: frozenset[str], model: str) -> ReportContent:
    asked = load_questionnaire(UNSCORED)
    made = content({}, planned=False)
    assessment = Assessment(asked.id, TODAY, answers, to_review)
    snapshot = replace(made.snapshot, questionnaire=asked, assessment=assessment, facts=NO_SCHOOL)
    result = score(asked, assessment, VILLAGE, NO_SCHOOL)
    made = replace(made, comparison=Comparison((), ()), obligations=())
    return replace(made, snapshot=snapshot, result=result, model=model)  # type: ignore[arg-type]


def perception(model: str = "complet", authority: LocalAuthority = VILLAGE) -> ReportContent:
    """The shipped questionnaire on what is thought: its first choice, a mark of 7."""
    asked = load_questionnaire(ROOT / "questionnaires" / "perception")
    answers = first_answers(asked)
    made = unscored({}, frozenset(), model)
    assessment = Assessment(asked.id, TODAY, answers)
    snapshot = replace(
        made.snapshot, authority=authority, questionnaire=asked, assessment=assessment
    )
    return replace(
        made,
        snapshot=snapshot,
        result=score(asked, assessment, authority, NO_SCHOOL),
        comparison=compare(library(), asked, assessment, authority, NO_SCHOOL),
    )


def first_answers(asked: Questionnaire) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for question in asked.questions.values():
        first = question.choices[0].id if question.choices else ""
        several = question.type == "choix_multiples"
        answers[question.id] = Answered((first,) if several else first or 7)
    return answers


def test_a_report_without_a_score_speaks_of_no_score_profile_or_plan() -> None:
    reading = printed(unscored(GIVEN, frozenset(), "complet"))
    assert reading.faults == []
    said = reading.flat
    for word in ("maturité", "Profil", "Obligation", "sans objet pour vous", "score global"):
        assert word not in said, word
    titles = ["Lire ce document", "Vos réponses", "Et ailleurs ?", "Les mots du document"]
    found = [" ".join(title.split()) for title in reading.bookmarks]
    assert [title for title in found if title in titles] == titles


def test_a_report_without_a_score_prints_every_answer_beside_its_question() -> None:
    said = printed(unscored(GIVEN, frozenset(), "complet")).flat
    for answer in ("7 sur 10", "Oui", "Un agent ; Un prestataire", "12 ordinateurs"):
        assert answer in said, answer
    assert "La commune n’a pas d’école." in said
    assert "4 sur 4 questions" in said, "the cover counts what is asked"


@pytest.mark.parametrize("model", ["complet", "synthese"])
def test_a_public_edition_without_a_score_gives_no_answer(model: str) -> None:
    content = replace(unscored(GIVEN, frozenset(), model), public=True)
    said = printed(content).flat
    assert "12 ordinateurs" not in said
    assert "7 sur 10" not in said
    assert "Vos réponses" not in said


def test_B3_perception_is_printed_whole_and_each_other_figure_once() -> None:
    content = perception()
    reading = printed(content)
    for theme in content.snapshot.questionnaire.themes:
        for question in theme.questions:
            text = question.wording("").text.replace("\u202f", " ").replace("\u00a0", " ")
            assert " ".join(text.split()) in " ".join(reading.flat.split()), question.id
    assert reading.flat.count("7 sur 10") == 4, "each of the two marks, with its question and alone"
    named = "La Gazette des communes et Orange (Infopro Digital études), 2018"
    named = f"{named} · toutes collectivités"
    shared = f"Sauf mention contraire : {named} · 302 réponses"
    assert plain(reading.flat).count(shared) == 2, "once above the figures of each part"
    alone = "part of those concerned, whose number is not known"
    assert plain(reading.flat).count(named) <= 4, alone
    sources = reading.flat[reading.flat.rindex("Les sources") :]
    for statement in {c.benchmark.statement for c in content.comparison.comparators}:
        assert sources.count(statement) <= 1, statement
    assert "diagnostic de maturité" not in reading.flat.lower()


def test_the_page_of_an_unscored_questionnaire_is_one_page_and_counts_what_it_leaves_out() -> None:
    reading = printed(perception("synthese"))
    assert len(reading.pages) == 1
    assert "Études citées" in reading.flat
    assert "dans le rapport complet" in reading.flat


def test_an_empty_page_of_an_unscored_questionnaire_says_so() -> None:
    reading = printed(unscored({}, frozenset(), "synthese"))
    assert len(reading.pages) == 1
    assert "Aucune réponse n’est encore donnée" in reading.flat


def test_the_blank_form_of_an_unscored_questionnaire_asks_for_no_highest_sentence() -> None:
    said = printed(unscored({}, frozenset(), "questionnaire-vierge")).flat
    assert "phrase la plus haute" not in said
    assert "Une note, de 0 à 10" in said
    assert "Un nombre, de 0 à 500 ordinateurs" in said
    assert "à recopier" not in said, "the grid has the boxes of each question"
    sheet = printed(unscored({}, frozenset(), "fiche-verification")).flat
    assert "phrase la plus haute" not in sheet
    assert "Un nombre, de 0 à 500 ordinateurs" in sheet, "it is written there too"


def test_each_part_of_an_unscored_blank_form_can_be_handed_alone() -> None:
    reading = printed(perception("questionnaire-vierge"))
    pages = [" ".join(page.split()) for page in reading.pages]
    assert "sans regarder l’autre" in pages[0], "what the questionnaire asks of who fills it in"
    told = " ".join(pages)
    rule = "Cochez 3 cases au plus. La case « Aucun pour l’instant » se coche seule."
    assert plain(told).count(rule) == 4, "benefits and obstacles, twice"
    passing = (
        "Passez cette question si vous avez répondu « Uniquement propriétaires » à la question"
    )
    assert f"{passing} 1.11." in plain(told)
    assert f"{passing} 2.11." in plain(told)
    parts = [(" 1.14 " in page, " 2.1 De 0" in page) for page in pages]
    assert (True, False) in parts
    assert (False, True) in parts
    assert (True, True) not in parts


def test_what_a_reserved_answer_sets_aside_is_reserved_too() -> None:
    """The public edition would tell the answer by what it leaves out."""
    made = perception()
    named = Named(frozenset(), frozenset(), frozenset({"per-libre"}))
    assert reserved(made, named).questions == {"per-libre", "per-libre-pourquoi"}


def test_a_long_name_is_whole_at_the_foot_of_the_blank_form() -> None:
    name = "CC du Pays de Saint-Aubin et de la Haute Brelle"
    agglomeration = LocalAuthority(name, kind="epci", population=20_000)
    reading = printed(perception("questionnaire-vierge", agglomeration))
    assert all(name in " ".join(page.split()) for page in reading.pages)


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
