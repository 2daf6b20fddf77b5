# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Sources »: every figure once, found by its words, by its study and by each filter."""

import csv
from collections import Counter

import pytest

from autodiag.benchmarks.browse import (
    ANSWERED,
    COUNTED,
    NO_SIZE,
    OTHER,
    Figure,
    Wanted,
    counts,
    figures,
    found,
    remarks,
    study_card,
    study_names,
)
from autodiag.benchmarks.citing import CitingWords
from autodiag.benchmarks.library import Library, figure_id
from autodiag.text.sentences import read_sentences
from tests.benchmarks.cases import FOLDER
from tests.sources import ROOT

SEEDS = ROOT / "tests" / "data" / "pourcentages_des_sources.csv"
"""Every percentage of the five documents that the application starts from."""


@pytest.fixture(scope="module")
def words() -> CitingWords:
    said = read_sentences(ROOT / "resources")
    own = said["comparaison"]
    return CitingWords(said["strates"], own["n"], own["publie"], own["sans_date"])


@pytest.fixture(scope="module")
def every(library: Library, words: CitingWords) -> tuple[Figure, ...]:
    return figures(library, words)


def test_every_row_is_one_figure_and_no_figure_comes_twice(every: tuple[Figure, ...]) -> None:
    with (FOLDER / "reperes.csv").open(encoding="utf-8") as file:
        rows = {figure_id(row["repere_id"]) for row in csv.DictReader(file)}
    keys = [figure.key for figure in every]
    assert len(rows) > 350
    assert Counter(keys) == Counter(rows)


def test_every_row_is_reached_by_its_words_and_by_its_study(
    library: Library, every: tuple[Figure, ...]
) -> None:
    for row in library.benchmarks:
        typed = found(every, Wanted(typed=row.statement.upper()))
        assert figure_id(row.id) in {figure.key for figure in typed}, row.id
        of_study = found(every, Wanted(study=row.study.id))
        assert figure_id(row.id) in {figure.key for figure in of_study}, row.id


def test_every_percentage_of_the_five_documents_is_there(every: tuple[Figure, ...]) -> None:
    values = {figure.key: figure.benchmark.value for figure in every}
    with SEEDS.open(encoding="utf-8") as file:
        seeds = list(csv.DictReader(file))
    assert len(seeds) > 150
    assert len({seed["document"] for seed in seeds}) == 5
    lost = [seed for seed in seeds if values.get(seed["chiffre"]) != float(seed["pourcentage"])]
    assert lost == []


def test_B1_every_figure_says_its_study_its_year_and_whom_it_is_about(
    every: tuple[Figure, ...],
) -> None:
    for figure in every:
        assert figure.benchmark.study.publisher in figure.source
        assert any(c.isdigit() for c in figure.source) or "non publiée" in figure.source
        assert " · " in figure.source


@pytest.mark.parametrize("typed", ["délégué à la protection", "DELEGUE protection", "protect dele"])
def test_words_are_found_without_accents_in_any_order_and_by_their_beginning(
    every: tuple[Figure, ...], typed: str
) -> None:
    keys = {figure.key for figure in found(every, Wanted(typed=typed))}
    assert "dpo-2025-communes" in keys
    assert len(keys) < 20


def test_a_plural_finds_what_is_written_in_the_singular(every: tuple[Figure, ...]) -> None:
    one, several = (
        found(every, Wanted(typed=word)) for word in ("illectronisme", "illectronismes")
    )
    assert one == several != ()
    assert found(every, Wanted(typed="zzyx")) == ()


def test_filters_add_up_and_each_choice_lists_as_many_as_it_says(
    every: tuple[Figure, ...],
) -> None:
    wanted = Wanted(typed="2025", theme="Cybersécurité")
    for stratum, number in counts(every, wanted, "stratum").items():
        both = Wanted("2025", theme="Cybersécurité", stratum=stratum)
        assert len(found(every, both)) == number > 0
    assert sum(counts(every, wanted, "stratum").values()) == len(found(every, wanted))
    assert counts(every, wanted, "theme")["Cybersécurité"] == len(found(every, wanted))
    assert sum(counts(every, Wanted(), "study").values()) == len(every)


def test_every_figure_is_filed_under_one_of_a_few_headings(every: tuple[Figure, ...]) -> None:
    themes = counts(every, Wanted(), "theme")
    assert 9 < len(themes) < 15
    assert themes[OTHER] < len(every) / 20


def test_no_two_studies_have_the_same_name(library: Library, words: CitingWords) -> None:
    names = study_names(library, words)
    assert names.keys() == library.studies.keys()
    assert len(set(names.values())) == len(names)


def test_B1_the_card_of_a_study_says_who_when_how_many_and_what_it_cannot_say(
    library: Library, words: CitingWords
) -> None:
    for study in library.studies.values():
        card = study_card(study, words)
        assert study.publisher in card.made
        assert card.panel
        assert card.limits
    assert study_card(library.studies["ey-2018"], words).size == "39 au total."
    assert study_card(library.studies["cnam-2017"], words).size == NO_SIZE


@pytest.mark.parametrize(
    ("study", "about"),
    [
        ("arcep-2025-09", COUNTED),
        ("dpo-2025", COUNTED),
        ("acces-2025-07", COUNTED),
        ("acces-avf", COUNTED),
        ("ey-2018", ANSWERED),
        ("credoc-2022", ANSWERED),
    ],
)
def test_B1_who_answered_is_not_said_of_what_was_counted(
    library: Library, words: CitingWords, study: str, about: str
) -> None:
    assert study_card(library.studies[study], words).about == about


@pytest.mark.parametrize(
    ("study", "counted"),
    [
        ("arcep-2025-09", "logements et locaux professionnels"),
        ("insee-2024", "habitants"),
        ("credoc-2022", "habitants"),
        ("senat-2024", "conseillers numériques"),
    ],
)
def test_B1_premises_and_inhabitants_are_no_collectivites(
    every: tuple[Figure, ...], study: str, counted: str
) -> None:
    sources = [one.source for one in every if one.study == study]
    assert sources
    assert all(source.endswith(f" · {counted}") for source in sources)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("raccordables", "arcep-2025-09-fibre"),
        ("habitants demarches", "credoc-2024-demarches"),
    ],
)
def test_a_figure_is_found_by_the_title_of_its_series(
    every: tuple[Figure, ...], typed: str, key: str
) -> None:
    assert key in {one.key for one in found(every, Wanted(typed=typed))}


def test_B5_a_figure_that_another_contradicts_says_it_with_its_date(
    library: Library, every: tuple[Figure, ...]
) -> None:
    figure = next(one for one in every if one.key == "dinum2025-019")
    said = remarks(figure, every, library.phrases)
    assert any("73\u00a0%" in line and "octobre 2025" in line for line in said)
    for one in every:
        for line in remarks(one, every, library.phrases):
            assert line.endswith("."), line
            assert line[0].isupper() or line[0].isdigit() or line[0] == "«", line
            assert " base" not in line, "a word of statisticians"
        assert len(remarks(one, every, library.phrases)) >= len(one.benchmark.conflicts)
