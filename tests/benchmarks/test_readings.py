# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The readings of the 2019 study: its own words, then the same themes of one collectivité."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from autodiag.benchmarks.library import Library
from autodiag.benchmarks.readings import READINGS_FILE, load_readings
from autodiag.benchmarks.readings_beside import LATER, OwnReading, own_readings
from autodiag.catalogue.load import load_questionnaire
from autodiag.errors import AutodiagError
from autodiag.model.result import ProfileResult, Range, Result, ThemeResult
from tests.benchmarks.cases import CITY, FOLDER, METROPOLIS, UNCOUNTED, VILLAGE
from tests.sources import ROOT

READINGS = load_readings(FOLDER)
ASKED = load_questionnaire(ROOT / "questionnaires" / "maturite-numerique")
SOURCE = ROOT / "tests" / "data" / "phrases_du_barometre_2019.txt"
LEVELS = {
    "strategie": 1.5, "usagers": 2, "education": 1, "territoire": 0.5, "administration": 2.75,
    "donnee": 1.25, "amenagement": 1.75, "economie": 3, "cyber": 0.75,
}  # fmt: skip


def beside(levels: Mapping[str, float], unknown: Mapping[str, float]) -> dict[str, OwnReading]:
    """`unknown`: by how much the high bound of a theme passes its low one."""
    themes = tuple(
        ThemeResult(
            theme.id,
            Range(Fraction(levels[theme.id]), Fraction(levels[theme.id] + unknown.get(theme.id, 0)))
            if theme.id in levels
            else Range(Fraction(0), Fraction(4)),
            theme.id in levels,
            (),
        )
        for theme in ASKED.themes
    )
    result = Result(themes, None, ProfileResult(None, None, ()))
    return {one.reading.id: one for one in own_readings(READINGS, ASKED, result)}


def test_every_quote_is_in_the_study_word_for_word(library: Library) -> None:
    text = " ".join(SOURCE.read_text(encoding="utf-8").split())
    for one in READINGS.readings:
        assert re.sub(r"\[.*?\]", "", one.quote) in text, one.id
        assert set(one.themes) <= {theme.id for theme in ASKED.themes}
    assert library.studies[READINGS.study].field_year == 2018
    assert str(library.studies[READINGS.study].n) in READINGS.panel


def test_B1_the_panel_is_always_said_and_is_not_of_a_village() -> None:
    for authority in (VILLAGE, CITY):
        assert "Ce n’est pas votre taille" in READINGS.warning_for(authority)
    for authority in (METROPOLIS, UNCOUNTED):
        assert "pas forcément votre cas" in READINGS.warning_for(authority)


def test_themes_within_a_level_are_together_and_others_are_not() -> None:
    levels = {**LEVELS, "territoire": 1}
    said = beside(levels, {})["strategie-et-services"].said
    together = "«\u202fServices aux usagers\u202f» et «\u202fTerritoire serviciel\u202f»"
    assert f"chez vous\u00a0: {together} sont proches." in said
    assert "«\u202fAdministration numérique\u202f» est plus avancé" in said
    exactly = beside(LEVELS, {})["strategie-et-services"].said
    assert "«\u202fTerritoire serviciel\u202f» est moins avancé d’au moins un niveau." in exactly


def test_what_the_unknown_answers_decide_is_not_said() -> None:
    said = beside(LEVELS, {"economie": 1, "amenagement": 0.5})["amenagement-et-economie"].said
    economy = "«\u202fÉcosystème et économie numériques\u202f»"
    assert said.startswith(f"Les réponses qui manquent diront si {economy} est proche de «")


@pytest.mark.parametrize(("unknown", "settled"), [({}, True), ({"territoire": 1}, False)])
def test_the_two_themes_where_most_is_left_to_do(
    unknown: Mapping[str, float], settled: bool
) -> None:
    one = beside(LEVELS, unknown)["territoire-moins-avance"]
    assert [theme for theme, _ in one.rows] == ["territoire", "cyber"]
    assert one.said.startswith("Chez vous aussi, «\u202fTerritoire serviciel\u202f»")
    assert (LATER not in one.said) is settled


def test_S6_nothing_is_said_of_a_theme_without_enough_answers() -> None:
    few = {name: LEVELS[name] for name in ("strategie", "usagers", "cyber")}
    assert list(beside(few, {})) == ["strategie-et-services"]
    assert [theme for theme, _ in beside(few, {})["strategie-et-services"].rows] == [
        "strategie",
        "usagers",
    ]
    lone = {name: level for name, level in LEVELS.items() if name != "territoire"}
    said = beside(lone, {})["territoire-moins-avance"].said
    assert "«\u202fTerritoire serviciel\u202f» n’a pas encore assez de réponses." in said
    assert not beside({}, {})


def test_equal_themes_are_not_picked_one_from_another() -> None:
    level = dict.fromkeys(LEVELS, 1.0)
    assert "aucun ne se détache" in beside(level, {})["economie-plus-avancee"].said


def test_another_questionnaire_has_other_themes() -> None:
    other = replace(ASKED, id="autre")
    result = Result((), None, ProfileResult(None, None, ()))
    assert own_readings(READINGS, other, result) == ()


def test_a_spoilt_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / READINGS_FILE).write_text("etude = 1\n[[lectures]]\n", encoding="utf-8")
    with pytest.raises(AutodiagError, match="lectures"):
        load_readings(tmp_path)
