# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which series stand beside a questionnaire, and what is said from one point to the next."""

import pytest

from autodiag.benchmarks.library import Library, figure_id
from autodiag.benchmarks.phrases import StudyWords
from autodiag.benchmarks.placing import ELSEWHERE, place
from autodiag.benchmarks.series_shown import ShownSeries, series_of, shown_series, steps_said
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Questionnaire
from tests.benchmarks.cases import CITY, EPCI, EVERYBODY, TOWN, VILLAGE
from tests.sources import ROOT

SHIPPED = tuple(
    load_questionnaire(file.parent)
    for file in sorted((ROOT / "questionnaires").glob("*/questionnaire.toml"))
)


def beside(library: Library, asked: str, authority: LocalAuthority) -> dict[str, ShownSeries]:
    questionnaire = next(one for one in SHIPPED if one.id == asked)
    return {one.id: one for one in shown_series(library, questionnaire, authority)}


def whole(library: Library, name: str) -> ShownSeries:
    series = next(one for one in library.series if one.id == name)
    found = series_of(library, figure_id(series.points[0].benchmark))
    assert found is not None
    return found


def test_every_question_of_a_series_is_asked_by_a_shipped_questionnaire(library: Library) -> None:
    asked = {name for one in SHIPPED for name in one.questions}
    about = {name for series in library.series for name in series.questions}
    assert about
    assert about <= asked


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda asked: asked.id)
def test_B2_only_points_of_that_size_and_two_series_at_most_a_question(
    library: Library, asked: Questionnaire
) -> None:
    for authority in EVERYBODY:
        shown = shown_series(library, asked, authority)
        questions = [one.question for one in shown]
        assert all(questions.count(name) <= 2 for name in questions)
        for one in shown:
            assert len(one.points) >= 2
            assert asked.questions[one.question].theme == one.theme
            for point in one.points:
                words = library.phrases.studies.get(point.benchmark.study.id, StudyWords("", ""))
                assert place(point.benchmark, words, authority).rank < ELSEWHERE
                assert point.benchmark.stratum != "grande_ville"


def test_a_point_of_another_size_is_left_out_with_its_break(library: Library) -> None:
    village = beside(library, "maturite-numerique", VILLAGE)["cyber-sensibilisee"]
    assert [point.joined for point in village.points] == [False, False, True]
    town = beside(library, "maturite-numerique", TOWN)["cyber-sensibilisee"]
    assert [(point.when, point.joined) for point in town.points] == [
        ("2023", False),
        ("2024", True),
    ]
    assert "cyber-sensibilisee" not in beside(library, "maturite-numerique", CITY)
    assert "dpo-communes" not in beside(library, "maturite-numerique", EPCI)


def test_B3_a_change_is_said_only_where_it_may_be_read(library: Library) -> None:
    said = {one.id: steps_said(whole(library, one.id)) for one in library.series}
    assert said["dpo-communes"][1].endswith(
        " environ 5\u00a0points de plus (47\u00a0%, puis 52,1\u00a0%)."
    )
    assert "les marges d’erreur se recouvrent" in said["cyber-procedure"][0]
    assert "la même valeur" in said["cyber-preparee"][0]
    assert "la source a arrondi" in said["cyber-sensibilisee"][1]
    assert said["arcep-fibre"][0].endswith(
        " environ 3\u00a0points de plus (90\u00a0%, puis 93\u00a0%)."
    )
    assert "la source a arrondi" in said["arcep-fibre"][1], "93 may be 93,4"
    assert said["opendata-part"][1].endswith("la même valeur, environ 16\u00a0%.")
    assert "n’est pas publié" in said["marsouin-fibre"][0]
    assert "rupture" in said["data-projet-moins-3500"][0]
    changes = {name for name, lines in said.items() if any("de plus" in one for one in lines)}
    assert changes == {"dpo-communes", "arcep-fibre"}
    assert not any("de moins (" in one for lines in said.values() for one in lines)


def test_why_a_series_breaks_is_told_in_plain_sentences(library: Library) -> None:
    told = [line for one in library.series for line in steps_said(whole(library, one.id))]
    broken = [line for line in told if "rupture" in line]
    assert len(broken) > 20
    for line in broken:
        why = line.partition("ne se comparent pas. ")[2]
        assert why[0].isupper() or why[0].isdigit(), line
        assert not set("(){}") & set(line), line
        for jargon in ("panel", "échantillon", "base", "complément", "effectif", "à l’envers"):
            assert jargon not in line, line


def test_two_dates_of_one_year_are_told_apart(library: Library) -> None:
    for name in ("dinum-sans-rssi", "dinum-sans-pca"):
        shown = whole(library, name)
        assert [point.when for point in shown.points] == ["début 2025", "oct. 2025"]
        assert steps_said(shown)[0].startswith("De début 2025 à oct. 2025\u00a0: ")


def test_a_share_published_the_other_way_round_says_so_and_keeps_its_bound(
    library: Library,
) -> None:
    first = whole(library, "dpo-communes").points[0]
    assert (first.value, first.turned, first.label) == (40, True, "40\u00a0%")
    rounded = whole(library, "cyber-sensibilisee").points[0]
    assert (rounded.turned, rounded.label, rounded.short) == (
        True, "environ 33\u00a0%", "env.\u00a033\u00a0%",
    )  # fmt: skip
    assert whole(library, "ey-evaluation").points[0].label == "> 67\u00a0%"
