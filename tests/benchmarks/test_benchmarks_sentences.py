# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The sentences: the templates of the notes, their figures untouched, their French."""

import re

import pytest

from autodiag.benchmarks import placing
from autodiag.benchmarks.library import Library
from autodiag.benchmarks.placing import ELSEWHERE, year_of
from autodiag.benchmarks.sentences import citation, margin_said, sentence, share
from autodiag.model.assessment import Answered, NotConcerned, Unknown
from autodiag.model.benchmark import Benchmark, Stance
from autodiag.text.typography import faults
from tests.benchmarks.cases import (
    BOTH,
    MAIN,
    STANCES,
    VILLAGE,
    beside,
    every_sentence,
    one,
    standing,
)

NARROW = "\u202f"


# --- The templates of the notes


def test_B2_in_the_share(library: Library) -> None:
    comparison = beside(library, MAIN, {"str-2": Answered(3)})
    assert one(comparison, "dinum-2025-10-feuille-route.2").sentence == (
        "Comme 22\u00a0% des collectivités ayant répondu (Dinum-Déclic, octobre 2025,"
        " surtout de petites communes), vous avez une feuille de route."
    )


def test_B2_out_of_the_share(library: Library) -> None:
    comparison = beside(library, MAIN, {"str-2": Answered(1)})
    assert one(comparison, "dinum-2025-10-feuille-route.2").sentence == (
        "22\u00a0% des collectivités ayant répondu (Dinum-Déclic, octobre 2025, surtout de"
        " petites communes) ont une feuille de route. Pas vous, pour l’instant."
    )


def test_B2_in_the_share_of_a_lack(library: Library) -> None:
    comparison = beside(library, MAIN, {"cyb-5": Answered(0)})
    assert one(comparison, "dinum2025-020.2").sentence == (
        "Vous êtes dans le même cas que 76\u00a0% des collectivités ayant répondu (Dinum-Déclic,"
        " début 2025, surtout de petites communes)\u00a0: aucun plan écrit."
        " C’est fréquent, et c’est un risque."
    )


def test_B2_unknown_and_unanswered(library: Library) -> None:
    constat = (
        "22\u00a0% des collectivités ayant répondu (Dinum-Déclic, octobre 2025, surtout de"
        " petites communes) ont une feuille de route."
    )
    unknown = beside(library, MAIN, {"str-2": Unknown()})
    assert one(unknown, "dinum-2025-10-feuille-route.2").sentence == (
        f"{constat} Pour vous, c’est à préciser."
    )
    for answers in ({}, {"str-2": NotConcerned("x")}):
        found = one(beside(library, MAIN, answers), "dinum-2025-10-feuille-route.2")
        assert found.sentence == constat


def test_B2_a_large_city_is_not_your_size(library: Library) -> None:
    found = one(beside(library, MAIN, {"usa-3": Answered(3)}), "ey2019-009")
    assert found.sentence == (
        "Grandes collectivités, 2018\u00a0: 62\u00a0% offraient des services entièrement en ligne"
        " et faciles d’accès (EY et France urbaine, ordre de grandeur, 39 répondants,"
        " repère ancien). Ce n’est pas votre taille."
    )


def test_B2_bounds_keep_their_words(library: Library) -> None:
    words = {"exact": "", "environ": "environ ", "plus_de": "plus de ", "moins_de": "moins de "}
    for benchmark in library.comparators():
        said = share(benchmark, library.phrases)
        assert said.startswith(words[benchmark.bound] or tuple("0123456789")), benchmark.id
        assert said.lower() in " ".join(
            text.lower() for b, _, text in every_sentence_of(library, benchmark) if b is benchmark
        )


def every_sentence_of(
    library: Library, benchmark: Benchmark
) -> list[tuple[Benchmark, Stance, str]]:
    authority = VILLAGE
    at = placing.place(benchmark, library.phrases.studies[benchmark.study.id], authority)
    return [(benchmark, s, sentence(benchmark, at, s, library.phrases, authority)) for s in STANCES]


def test_B2_an_indicative_or_old_figure_says_so(library: Library) -> None:
    for benchmark, _, said in every_sentence(library):
        assert ("à titre indicatif" in said) == (benchmark.closeness == "indicative")
        assert ("repère ancien" in said) == (0 < year_of(benchmark.study) < 2021)


def test_B2_fewer_than_a_hundred_answers_is_an_order_of_magnitude(library: Library) -> None:
    small = {b.id for b, _, said in every_sentence(library) if "ordre de grandeur" in said}
    assert small == {b.id for b in library.comparators() if b.stratum == "grande_ville"}
    found = {said for b, _, said in every_sentence(library) if b.id == "ey2019-010"}
    assert all("39 répondants au plus" in said for said in found)


# --- Fragments and French


def test_all_120_comparators_have_their_words_and_no_more(library: Library) -> None:
    assert set(library.phrases.benchmarks) == {b.id for b in library.comparators()}
    assert len(library.phrases.benchmarks) == 120


def test_no_fragment_is_written_for_nothing(library: Library) -> None:
    for benchmark in library.comparators():
        words = library.phrases.benchmarks[benchmark.id]
        said = " ".join(text for _, _, text in every_sentence_of(library, benchmark))
        far = benchmark.stratum == "grande_ville"
        for name in ("vous", "vous_pas", "cas", "suite", "qui"):
            piece = getattr(words, name)
            assert not (far and piece), (benchmark.id, name)
            here = placing.place(
                benchmark, library.phrases.studies[benchmark.study.id], VILLAGE
            ).misfit
            assert here or piece in said, (benchmark.id, name)


def test_every_sentence_is_well_typed(library: Library) -> None:
    for benchmark, stance, said in every_sentence(library):
        assert not faults(said), (benchmark.id, stance, said)
        assert not re.search(r"[{}_]|  | ,|\(\)|\.\.|None", said), said


def test_every_note_is_well_typed(library: Library) -> None:
    notes = [
        note
        for questionnaire in BOTH
        for comparator in beside(library, questionnaire, {}).comparators
        for note in comparator.notes
    ]
    assert notes
    for note in notes:
        assert not faults(note), note


def test_a_sentence_holds_no_number_that_its_figure_does_not(library: Library) -> None:
    """Save the threshold of what is optional, every number is that of the row or of its study."""
    for benchmark, _, said in every_sentence(library):
        study = benchmark.study
        known = f"{benchmark.statement} {study.panel} {study.title} {benchmark.n_base} {study.n}"
        known += f" {year_of(study)} {benchmark.value:g} 3{NARROW}500 50 9 10".replace(".", ",")
        allowed = {digits(number) for number in numbers(known)}
        extra = {digits(number) for number in numbers(said)} - allowed
        assert not extra, (benchmark.id, said, extra)


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[\u00a0\u202f ]\d{3})*(?:,\d+)?", text)


def digits(number: str) -> str:
    return re.sub(r"[\u00a0\u202f ]", "", number)


def test_the_share_said_is_the_share_published(library: Library) -> None:
    spelt = {"un tiers": 33.3, "deux tiers": 66.7, "la moitié": 50.0}
    for benchmark in library.comparators():
        said = share(benchmark, library.phrases).removeprefix("environ ").removeprefix("plus de ")
        said = said.removeprefix("moins de ")
        value = spelt.get(said)
        if value is None:
            value = float(said.removesuffix("\u00a0%").replace(",", "."))
        else:
            assert benchmark.bound != "exact"
        assert value == benchmark.value


def test_each_comparator_can_be_in_and_out(library: Library) -> None:
    for benchmark in library.comparators():
        at = placing.place(benchmark, library.phrases.studies[benchmark.study.id], VILLAGE)
        if at.rank == ELSEWHERE or not library.phrases.benchmarks[benchmark.id].comparer:
            continue
        assert standing(library, benchmark, "dans"), benchmark.id
        assert standing(library, benchmark, "hors"), benchmark.id


# --- B3


def test_B3_a_margin_only_for_an_exact_share_with_its_base(library: Library) -> None:
    found = [c for q in BOTH for c in beside(library, q, {}).comparators]
    for comparator in found:
        benchmark = comparator.benchmark
        known = benchmark.n_base is not None and benchmark.bound == "exact"
        assert (comparator.margin is not None) == known, benchmark.id
    assert sum(c.margin is not None for c in found) > 20


def test_B3_no_margin_where_the_base_of_the_question_is_not_published(library: Library) -> None:
    for comparator in (c for q in BOTH for c in beside(library, q, {}).comparators):
        if comparator.benchmark.study.id.startswith(("dinum", "dpo", "opendata", "cnam")):
            assert comparator.margin is None
            assert margin_said(comparator, library.phrases) == ""


def test_B3_the_margin_is_said_only_when_asked_and_never_too_small(library: Library) -> None:
    comparison = beside(library, MAIN, {"cyb-2": Answered(2)})
    found = one(comparison, "cybermalveillance-2023-mots-de-passe")
    assert found.margin == pytest.approx(2.8, abs=0.05)
    assert margin_said(found, library.phrases) == "au mieux ±\u00a03\u00a0points"
    assert "±" not in found.sentence
    undated = one(comparison, "acces-avf-complet")
    assert margin_said(undated, library.phrases) == "au mieux ±\u00a01\u00a0point"
    small = one(comparison, "ey2019-009")
    assert margin_said(small, library.phrases) == "ordre de grandeur, 39 répondants"


def test_B1_each_source_is_cited_with_its_year_its_panel_and_its_reserve(library: Library) -> None:
    for study in library.studies.values():
        said = citation(study)
        assert not faults(said), said
        assert study.title in said
        assert study.publisher in said
        assert study.warning in said
        year = year_of(study)
        assert (str(year) if year else "non daté") in said
        if study.n is not None:
            assert f"{study.n:,}".replace(",", NARROW) in said.replace("\u00a0", NARROW), study.id
