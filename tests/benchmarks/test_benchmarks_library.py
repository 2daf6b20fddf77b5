# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Reading the figures: the shipped files as they are, and every fault of bad ones said at once."""

import csv
import shutil
from pathlib import Path

import pytest

from autodiag.benchmarks.interval import half_width, wilson
from autodiag.benchmarks.library import Library, figure_id, load_benchmarks
from autodiag.benchmarks.rules import check_questions
from autodiag.benchmarks.series import change, segments
from autodiag.catalogue.load import load_questionnaire
from autodiag.errors import AutodiagError
from autodiag.model.benchmark import Series, SeriesPoint
from autodiag.text.typography import faults
from tests.benchmarks.cases import BOTH, FOLDER, MAIN
from tests.sources import ROOT


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped files, to spoil."""
    return Path(shutil.copytree(FOLDER, tmp_path / "reperes"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path) -> str:
    with pytest.raises(AutodiagError) as caught:
        load_benchmarks(folder)
    assert caught.value.code == "donnees_fautives"
    for detail in caught.value.details:
        assert not faults(detail), detail
    return "\n".join(caught.value.lines)


def test_B1_every_row_becomes_a_figure_with_its_study(library: Library) -> None:
    assert len(library.studies) == len(rows("etudes.csv")) == 46
    assert len(library.benchmarks) == len(rows("reperes.csv")) == 406
    assert len(library.comparators()) == 120
    assert len(library.series) == 29
    assert sum(len(series.points) for series in library.series) == len(rows("series.csv")) == 64
    for benchmark in library.benchmarks:
        assert benchmark.study.title
        assert benchmark.study.panel
        assert benchmark.study.publisher


def test_a_figure_tied_to_two_questions_is_one_figure(library: Library) -> None:
    assert len({figure_id(benchmark.id) for benchmark in library.benchmarks}) == 368


def test_values_bounds_and_bases_are_those_of_the_files(library: Library) -> None:
    for row, benchmark in zip(rows("reperes.csv"), library.benchmarks, strict=True):
        assert benchmark.id == row["repere_id"]
        assert benchmark.value == (float(row["valeur"]) if row["valeur"] else None)
        assert benchmark.n_base == (int(row["n_base"]) if row["n_base"] else None)
        assert benchmark.bound == row["borne"]
        assert benchmark.statement == row["enonce"].strip()


def test_no_link_is_the_name_of_a_file(library: Library) -> None:
    links = [b.link for b in library.benchmarks] + [s.link for s in library.studies.values()]
    assert all(link == "" or link.startswith("http") for link in links)
    assert sum(link != "" for link in links) > 250


def test_a_replaced_edition_is_never_a_comparator(library: Library) -> None:
    replaced = {row["repere_id"] for row in rows("reperes_annexe.csv") if row["remplace_par"]}
    assert len(replaced) == 14
    assert not replaced & {figure_id(b.id) for b in library.comparators()}


def test_no_region_department_official_nor_agent_is_a_mirror(library: Library) -> None:
    strata = {benchmark.stratum for benchmark in library.comparators()}
    assert strata == {"toutes", "commune", "intercommunalite", "grande_ville"}


def test_syntec_and_the_axis_without_a_title_stay_in_the_sources(library: Library) -> None:
    for benchmark in library.comparators():
        assert benchmark.study.id != "syntec-2017"
        assert "intitulé" not in benchmark.statement


def test_no_comparator_speaks_of_inhabitants_or_of_premises(library: Library) -> None:
    compared = {benchmark.study.id for benchmark in library.comparators()}
    assert not [key for key in compared if key.startswith(("arcep", "insee", "credoc"))]


def test_every_condition_can_be_met_by_an_answer(library: Library) -> None:
    for questionnaire in BOTH:
        assert check_questions(library.comparators(), questionnaire) == ()
    asked = {key for questionnaire in BOTH for key in questionnaire.questions}
    assert {benchmark.question for benchmark in library.comparators()} <= asked


def test_the_shipped_questionnaire_answers_every_condition(library: Library) -> None:
    shipped = load_questionnaire(ROOT / "questionnaires" / "maturite-numerique")
    assert check_questions(library.comparators(), shipped) == ()
    assert list(shipped.questions) == list(MAIN.questions)


@pytest.mark.parametrize(
    ("name", "prefixes", "figures"),
    [("perception", ("per-",), 42), ("politique-numerique", ("axe-", "pol-"), 17)],
)
def test_no_figure_of_a_study_misses_its_question(
    library: Library, name: str, prefixes: tuple[str, ...], figures: int
) -> None:
    shipped = load_questionnaire(ROOT / "questionnaires" / name)
    told = [b for b in library.comparators() if b.question.startswith(prefixes)]
    assert len(told) == figures
    assert {benchmark.question for benchmark in told} <= set(shipped.questions)


def test_the_elected_and_the_agent_stand_beside_the_same_figures(library: Library) -> None:
    """The study of 2018 asked both: each figure of one is tied to the other, word for word."""
    apart = load_questionnaire(ROOT / "questionnaires" / "perception")
    elected, agent = ([question.id for question in theme.questions] for theme in apart.themes)
    assert agent == [f"{key}-agent" for key in elected]
    for key in elected:
        one, other = (
            [
                (figure_id(b.id), b.terms, b.value)
                for b in library.comparators()
                if b.question == asked
            ]
            for asked in (key, f"{key}-agent")
        )
        assert one == other, key
        first, second = (apart.questions[asked] for asked in (key, f"{key}-agent"))
        assert (first.type, first.choices) == (second.type, second.choices)
        assert first.wording("epci").text == second.wording("epci").text


# --- B3, margins


def test_B3_margins_are_those_computed_when_the_figures_were_read_again() -> None:
    known = [row for row in rows("reperes.csv") if row["marge_95"]]
    assert len(known) > 40
    for row in known:
        computed = half_width(float(row["valeur"]), int(row["n_base"]))
        assert computed == pytest.approx(float(row["marge_95"]), abs=0.051), row["repere_id"]


def test_B3_wilson_is_not_centred_and_stays_between_0_and_100() -> None:
    low, high = wilson(97, 39)
    assert (round(low, 1), round(high, 1)) == (86.2, 99.4)
    assert wilson(0, 39)[0] == 0
    assert wilson(100, 39)[1] == 100
    with pytest.raises(ValueError, match="positive"):
        wilson(50, 0)


# --- Series


def test_no_line_of_a_series_crosses_a_break(library: Library) -> None:
    for series in library.series:
        runs = segments(series)
        assert tuple(point for run in runs for point in run) == series.points
        for run in runs:
            assert not [point for point in run[1:] if point.break_note]
            assert len(run) == 1 or not run[0].break_note or run[0] is not series.points[0]
    breaks = sum(row["rupture_de_serie"].startswith("oui") for row in rows("series.csv"))
    assert breaks == sum(bool(p.break_note) for series in library.series for p in series.points)


def test_the_count_of_delegates_is_one_line_from_2022_on(library: Library) -> None:
    series = next(one for one in library.series if one.id == "dpo-communes")
    assert [[p.value for p in run] for run in segments(series)] == [[40], [47, 52.1]]
    assert [(p.year, p.month) for p in series.points] == [(2019, 11), (2022, 1), (2025, 10)]


def test_a_gap_within_the_margin_or_across_a_break_is_not_read(library: Library) -> None:
    known = {benchmark.id: benchmark for benchmark in library.benchmarks}
    by_id = {series.id: series for series in library.series}
    assert change(by_id["dpo-communes"], 0, known) is None
    assert change(by_id["dpo-communes"], 1, known) is None
    assert change(by_id["dpo-communes"], 2, known) == 5, "47 has no decimal"
    assert change(by_id["cyber-ne-sait-pas"], 1, known) is None
    assert change(by_id["dinum-sans-rssi"], 1, known) is None
    wide = Series("x", "x", (SeriesPoint(2020, 10, "?", ""), SeriesPoint(2021, 10.5, "?", "")))
    assert change(wide, 1, known) is None, "nobody knows the margins"


# --- Bad files


def test_every_fault_of_the_five_files_is_said_at_once(folder: Path) -> None:
    spoil(folder / "etudes.csv", "enquête volontaire", "enquête volontère")
    spoil(folder / "reperes.csv", "niveau>=3", "niveau>=9")
    spoil(folder / "reperes.csv", "comparateur", "comparatif")
    spoil(folder / "series.csv", "ey2019-006", "ey2019-06")
    spoil(folder / "phrases.toml", "{part} {qui}", "{pars} {qui}")
    said = refused(folder)
    assert "vouliez-vous dire «\u202fenquête volontaire\u202f»" in said
    assert "condition incomprise\u00a0: «\u202fniveau>=9\u202f»" in said
    assert "vouliez-vous dire «\u202fcomparateur\u202f»" in said
    assert "series.csv, ligne 2\u00a0: repère inconnu\u00a0: «\u202fey2019-06\u202f»" in said
    assert "{pars} inconnu" in said
    assert "5 points à corriger" in said


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("reperes.csv", ",50,exact", ",150,exact", "doit être entre 0 et 100"),
        ("reperes.csv", ",50,exact", ",moitié,exact", "doit être entre 0 et 100"),
        ("reperes.csv", ",50,exact", ",,exact", "un comparateur a besoin de «\u202fvaleur\u202f»"),
        ("reperes.csv", "cnam2017-001,cnam-2017", "cnam2017-001,cnam-2018", "cnam-2017"),
        ("reperes.csv", "intercommunalite,,,,", "region,,,,", "ne sert jamais à comparer"),
        ("reperes.csv", "cnam2017-002,cnam", "cnam2017-001,cnam", "est déjà décrit"),
        ("reperes.csv", "repere_id,", "repere,", "la colonne «\u202frepere_id\u202f» manque"),
        ("etudes.csv", ",2017,", ",17,", "doit être une année"),
        ("reperes_annexe.csv", "cnam2017-001,", "cnam2017-x01,", "repère inconnu"),
        ("series.csv", "ey-sans-strategie,", ",", "«\u202fserie_id\u202f» est vide"),
        ("series.csv", ",2021,33.3", ",2017,33.3", "du plus ancien au plus récent"),
        ("series.csv", "oui\u00a0:", "peut-être\u00a0:", "commence par"),
        ("phrases.toml", '[reperes."cnam2017-029.2"]', '[reperes."cnam2017-29.2"]', "absent"),
        ("phrases.toml", 'quand = "2018"', "quand = 2018", "n’est pas du type attendu"),
        ("phrases.toml", "comparer = false", "comparrer = false", "vouliez-vous dire"),
        ("phrases.toml", "[modeles]\n", "[modeles\n", "écriture incorrecte"),
        ("phrases.toml", "pas_vous =", "pas_vou =", "«\u202fpas_vous\u202f» manque"),
    ],
)
def test_a_spoilt_file_is_refused_in_french(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    spoil(folder / name, old, new)
    assert said in refused(folder)


def test_a_comparator_without_its_words_is_refused(folder: Path) -> None:
    spoil(folder / "phrases.toml", 'vous = "vous avez une feuille de route"\n', "")
    said = "phrases.toml, repère dinum-2025-10-feuille-route.2\u00a0: «\u202fvous\u202f» manque."
    assert said in refused(folder)


def test_a_replaced_edition_made_a_comparator_is_refused(folder: Path) -> None:
    path = folder / "reperes_annexe.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    row = next(n for n, line in enumerate(lines) if line.startswith("dpo-2025-communes,"))
    cells = lines[row].split(",")
    cells[3] = "dpo-2022-communes"
    lines[row] = ",".join(cells)
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "il ne peut être que de contexte" in refused(folder)


@pytest.mark.parametrize("name", ["etudes.csv", "reperes.csv", "series.csv", "phrases.toml"])
def test_a_missing_or_unreadable_file_is_said(folder: Path, name: str) -> None:
    (folder / name).write_bytes("é".encode("latin-1"))
    assert f"{name}\u00a0: le fichier ne se lit pas" in refused(folder)
    (folder / name).unlink()
    assert f"{name}\u00a0: le fichier manque." in refused(folder)


def test_a_line_with_a_column_too_many_is_said(folder: Path) -> None:
    with (folder / "series.csv").open("a", encoding="utf-8") as file:
        file.write("a,b,2020,1,ey2019-006,non,str-2,trop\n")
    assert "le nombre de colonnes n’est pas celui de l’en-tête" in refused(folder)
