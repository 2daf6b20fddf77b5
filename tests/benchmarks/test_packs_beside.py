# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A pack beside the published figures: placed and told as any other (contract B1, B2, B5, B6)."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from autodiag.benchmarks.browse import figures, study_card, study_names
from autodiag.benchmarks.citing import CitingWords, source_line
from autodiag.benchmarks.compare import SHOWN_PER_QUESTION, compare
from autodiag.benchmarks.drawn import disc_said
from autodiag.benchmarks.library import Library
from autodiag.benchmarks.pack_figures import with_packs
from autodiag.benchmarks.packs import Pack, PackCell, PackGroup
from autodiag.benchmarks.rules import check_benchmark, check_words
from autodiag.benchmarks.sentences import SMALL_PANEL, reserves, without_source
from autodiag.benchmarks.standing import strongest_first
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Comparison, Term
from autodiag.text.typography import faults
from tests.benchmarks.cases import EPCI, EVERYBODY, UNCOUNTED, VILLAGE
from tests.benchmarks.pack_cases import territory
from tests.sources import ROOT
from tests.support.builders import assess
from tests.support.shipped import shipped_questionnaire

WORDS = CitingWords({"commune": "communes"}, "{n}", "publié en {annee}", "année inconnue")
STUDY = "paquet-pays-de-montbrelle-syndicat-numerique-2026-maturite-numerique"


def enriched(
    library: Library, authority: LocalAuthority = VILLAGE, pack: Pack | None = None
) -> Library:
    return with_packs(library, [pack or territory()], shipped_questionnaire(), authority)


def compared(library: Library, authority: LocalAuthority, level: int = 3) -> Comparison:
    questionnaire = shipped_questionnaire()
    given = assess(dict.fromkeys(questionnaire.questions, level))
    return compare(library, questionnaire, given, authority, {})


def test_without_a_pack_of_this_questionnaire_the_library_is_the_same(library: Library) -> None:
    other = replace(territory(), head=replace(territory().head, questionnaire="perception"))
    assert with_packs(library, [], shipped_questionnaire(), VILLAGE) is library
    assert with_packs(library, [other], shipped_questionnaire(), VILLAGE) is library


def test_B1_each_local_figure_is_fit_to_be_told_and_has_its_card(library: Library) -> None:
    more = enriched(library)
    local = [one for one in more.benchmarks if one.study.id == STUDY]
    assert len(local) == len(territory().cells)
    for one in local:
        assert check_benchmark(one, "") == check_words(one, more.phrases) == []
        assert not faults(one.statement)
    assert source_line(local[0], WORDS).startswith("Territoire «\u202fPays de Montbrelle\u202f», 2")
    card = study_card(local[0].study, WORDS)
    assert "Syndicat Numérique" in card.panel
    assert "ni un échantillon ni une norme" in card.limits
    assert study_names(more, WORDS)[STUDY].endswith("2026")
    assert len(figures(more, WORDS)) == len(figures(library, WORDS)) + len(local)


def test_B2_two_at_most_a_question_and_the_local_figure_is_one_where_the_size_suits(
    library: Library,
) -> None:
    for authority in EVERYBODY:
        comparison = compared(enriched(library, authority), authority)
        shown = Counter(one.question for one in comparison.comparators if one.shown)
        assert max(shown.values()) <= SHOWN_PER_QUESTION
        for one in comparison.comparators:
            if one.benchmark.study.id == STUDY and one.same_size:
                assert one.shown or shown[one.question] == SHOWN_PER_QUESTION


def test_B1_two_authors_of_one_territory_are_told_apart(library: Library) -> None:
    head = replace(territory().head, author="Département")
    both = [territory(), replace(territory(), head=head)]
    more = with_packs(library, both, shipped_questionnaire(), VILLAGE)
    told = {one.study.id: source_line(one, WORDS) for one in more.benchmarks if one.study.local}
    assert sorted("par Département" in line for line in told.values()) == [False, True]
    assert sum("par Syndicat Numérique" in line for line in told.values()) == 1
    names = study_names(more, WORDS)
    assert len({names[key] for key in told}) == len(told) == 2


def test_how_many_answered_is_said_once_beside_a_source_and_once_in_a_sentence(
    library: Library,
) -> None:
    more, found = enriched(library), 0
    for one in compared(more, VILLAGE).comparators:
        few = one.benchmark.n_base is not None and one.benchmark.n_base < SMALL_PANEL
        beside = " · ".join(
            [source_line(one.benchmark, WORDS), *reserves(one.benchmark, more.phrases)]
        )
        if few:
            found += 1
            assert beside.count("ordre de grandeur") == 1
            assert "répondant" not in beside
            assert f"ordre de grandeur, {one.benchmark.n_base} répondants" in one.sentence
            assert "répondants" not in without_source(one, more.phrases)
    assert found


def test_B6_national_figures_of_its_size_stay_beside_the_local_one(library: Library) -> None:
    """A pack adds, it hides nothing: two that disagree keep both places (contract B5)."""
    alone, beside = compared(library, VILLAGE), compared(enriched(library), VILLAGE)
    local = {one.question for one in beside.comparators if one.benchmark.study.id == STUDY}
    before = [one for one in alone.comparators if one.shown and one.same_size]
    still = {
        one.question
        for one in beside.comparators
        if one.shown and one.same_size and one.benchmark.study.id != STUDY
    }
    assert {one.question for one in before} & local
    assert {one.question for one in before} <= still


def test_B6_the_studies_lead_and_the_local_figure_follows_that_of_its_question(
    library: Library,
) -> None:
    shown = [one for one in compared(enriched(library), VILLAGE).comparators if one.shown]
    ordered = strongest_first(shown)
    published = [one for one in ordered if not one.benchmark.study.local]
    assert published == strongest_first(published)
    asked = {one.question for one in published}
    for before, one in pairwise(ordered):
        if one.benchmark.study.local and one.question in asked:
            assert before.question == one.question
    alone = [one.question in asked for one in ordered]
    assert alone == sorted(alone, reverse=True)
    assert False in alone


def test_a_figure_of_another_size_or_type_is_of_context(library: Library) -> None:
    for authority in EVERYBODY:
        more = enriched(library, authority)
        compared_with = {
            one.stratum: (one.population_min or 0, one.population_max or 10**9)
            for one in more.comparators()
            if one.study.id == STUDY
        }
        assert compared_with.keys() <= {"commune"}
        assert bool(compared_with) == (authority not in (EPCI, UNCOUNTED))
        for low, high in compared_with.values():
            assert low <= (authority.population or -1) <= high


def test_the_sentence_says_the_share_who_when_then_you(library: Library) -> None:
    more = enriched(library)
    for level, opening in ((3, "Comme "), (0, "")):
        one = next(
            one
            for one in compared(more, VILLAGE, level).comparators
            if one.benchmark.study.id == STUDY and one.same_size
        )
        assert one.sentence.startswith(opening)
        assert (
            "de ce territoire (territoire «\u202fPays de Montbrelle\u202f», 2026," in one.sentence
        )
        assert not faults(one.sentence)
        assert not faults(disc_said(one, more.phrases))
        assert one.stance == ("dans" if level else "hors")


def test_B2_an_opinion_is_told_as_one(library: Library) -> None:
    questionnaire = load_questionnaire(ROOT / "questionnaires" / "perception")
    question = next(one for one in questionnaire.questions.values() if one.type == "choix")
    cell = PackCell(question.id, "c", Term("reponse", "==", question.choices[0].id), 9, 44)
    group = PackGroup("c", "commune", 500, 999, 9)
    head = replace(territory().head, questionnaire="perception", version=questionnaire.version)
    more = with_packs(library, [Pack(head, (group,), (cell,))], questionnaire, VILLAGE)
    given = Assessment("perception", head.last)
    found = compare(more, questionnaire, given, VILLAGE, {}).comparators
    said = next(one.sentence for one in found if one.benchmark.study.local)
    assert "44\u00a0% des réponses venues des communes de 500 à 999" in said
    assert "avis de personnes" in said
    assert not faults(said)


def test_an_intercommunalite_is_told_in_the_words_that_it_is_asked_in(library: Library) -> None:
    group = PackGroup("e", "epci", None, None, 9)
    cell = PackCell("cyb-1", "e", Term("niveau", ">=", "3"), 9, 44)
    more = enriched(library, EPCI, Pack(territory().head, (group,), (cell,)))
    said = next(one.statement for one in more.comparators() if one.study.local)
    assert "des intercommunalités du territoire" in said
    assert "hors des locaux" in said
    assert "mairie" not in said


def test_of_another_version_it_is_only_indicative(library: Library) -> None:
    older = replace(territory(), head=replace(territory().head, version=99))
    one = next(
        one
        for one in compared(enriched(library, pack=older), VILLAGE).comparators
        if one.benchmark.study.id == STUDY and one.same_size
    )
    assert "autre version du questionnaire" in one.sentence
    assert "à titre indicatif" in one.sentence
    assert not one.sentence.startswith("Comme ")
