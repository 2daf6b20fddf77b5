# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The profile in sentences: what is missing, what it rests on, what would change it (P4–P7)."""

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from autodiag.errors import AutodiagError
from autodiag.model.authority import LocalAuthority
from autodiag.model.result import Result
from autodiag.scoring import missing, said
from autodiag.scoring.doubts import with_doubts
from autodiag.scoring.score import score
from autodiag.scoring.steps import lacking, next_stage, reached, thresholds, towards
from autodiag.text.kinds import yours
from autodiag.text.sentences import Sentences, unstarred
from tests.sources import ROOT
from tests.support.builders import Short, assess, town
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

FILE = ROOT / "resources" / "report" / "textes.toml"


@cache
def naming(kind: str = "commune") -> said.Naming:
    authority = LocalAuthority("Saint-Exemple", kind, population=612)  # type: ignore[arg-type]
    return said.Naming(Sentences(FILE), shipped_questionnaire(), shipped_knowledge(), authority)


def answered(level: Short, **themes: Short) -> Result:
    """The same answer everywhere, but in the themes named."""
    asked = shipped_questionnaire()
    answers = {q.id: themes.get(q.theme, level) for q in asked.questions.values()}
    return with_doubts(asked, score(asked, assess(answers), town(), {}))


def test_P6_each_condition_says_its_stage_and_what_it_lacks() -> None:
    result = answered(1, strategie=3)
    first, *others = said.conditions_said(naming(), result.profile)
    assert (first.stage, first.met, first.score) == ("stratege", True, "3,0")
    assert first.text.endswith("d’au moins 3")
    last = others[-1]
    assert (last.stage, last.met) == ("pragmatique", False), "«moins de 2» is a step of the next"
    assert last.state == naming().sentences("profil.manque", ecart="moins de\u00a00,8")


def test_P6_what_would_change_the_profile_names_the_next_stage_only() -> None:
    result = answered(1)
    intro, lines, doubts = said.changes_said(naming(), result.profile)
    assert "En route" in intro
    (line,) = lines
    assert line.startswith("score global d’au moins 2")
    assert "il manque 1,0" in line
    assert not doubts
    assert [towards(r) for r in lacking(result.profile)] == ["pragmatique"]


def test_P4_an_unknown_answer_that_may_change_the_profile_is_said() -> None:
    result = answered(2, cyber="nsp")
    assert not result.profile.certain
    assert said.changes_said(naming(), result.profile)[2]
    assert not all(reached(r)[0] == reached(r)[1] for r in result.profile.readings)


def test_the_highest_stage_has_no_next() -> None:
    assert said.changes_said(naming(), answered(4).profile) == (
        naming().sentences("profil.au_sommet"),
        (),
        "",
    )
    assert next_stage("stratege") is None


def test_S6_what_is_missing_is_counted() -> None:
    none = answered(None)
    assert missing.themes_needed(none) == 7
    assert "aucun ne l’est encore" in missing.missing_said(naming(), none)
    pilot = answered(2, strategie=None)
    assert missing.themes_needed(pilot) == 1
    assert "Stratégie" in missing.missing_said(naming(), pilot)
    assert missing.themes_needed(answered(2)) == 0


def test_S6_the_pilot_theme_alone_is_asked_for_where_it_alone_is_missing() -> None:
    """Enough other themes are documented: how many says nothing more."""
    asked, enough = shipped_questionnaire(), answered(2, strategie=None, cyber=None)
    assert enough.profile.missing is not None
    assert len(enough.profile.missing.themes) == 2
    assert missing.themes_needed(enough) == 1
    text = missing.missing_said(naming(), enough)
    assert text.count(".") == 1
    assert "7" not in text
    assert missing.themes_to_complete(asked, enough) == ("strategie",)
    one_less = answered(2, strategie=None, cyber=None, territoire=None)
    assert "6 le sont pour l’instant" in missing.missing_said(naming(), one_less)
    assert missing.themes_to_complete(asked, one_less) == ("strategie",), "with it there are seven"
    fewer = answered(2, strategie=None, cyber=None, territoire=None, usagers=None)
    assert missing.themes_needed(fewer) == 2
    assert len(missing.themes_to_complete(asked, fewer)) == 4
    assert missing.themes_to_complete(asked, answered(2)) == ()


def test_S4_nothing_to_assess_is_said() -> None:
    gone = answered("so")
    assert gone.overall is None
    assert missing.missing_said(naming(), gone) == naming().sentences("profil.rien_a_evaluer")


def test_S10_the_preview_is_labelled_and_never_a_profile() -> None:
    asked = shipped_questionnaire()
    express = {q.id: 2 if q.express else None for q in asked.questions.values()}
    result = score(asked, assess(express), town(), {})
    text = unstarred(said.preview_said(naming(), result))
    assert text.startswith("Aperçu sur 12 réponses")
    assert "Ce n’est pas un profil" in text
    assert said.preview_said(naming(), answered(2)) == ""
    assert "je ne sais pas" in said.preview_said(naming(), answered("nsp"))


def test_whom_to_ask_first_follows_the_questionnaire() -> None:
    result = answered("nsp")
    groups = said.asked_first(shipped_questionnaire(), list(result.traces().values()))
    assert sum(map(len, groups.values())) == sum(t.count("nsp") for t in result.themes)


def test_P7_the_study_s_word_is_quoted_and_a_person_is_named_as_elsewhere() -> None:
    assert naming().label("retardataire") == "«\u202fretardataire\u202f»"
    assert naming("epci").actor("maire") == "la présidente ou le président"
    assert naming("epci").actor("epci") != naming().actor("epci"), "nobody is told to ask itself"
    assert naming().actor("") == "la personne qui connaît le sujet"


def test_the_strength_is_the_highest_documented_theme() -> None:
    found = said.strongest(answered(1, usagers=3, cyber="nsp"))
    assert found is not None
    assert found.theme == "usagers"
    assert said.strongest(answered(None)) is None


@pytest.mark.parametrize(
    ("level", "key"), [("so", "themes.sans_objet"), ("nsp", "themes.sans_reponse"), (2, "")]
)
def test_S10_a_theme_is_read_only_when_it_is_documented(level: Short, key: str) -> None:
    text = said.theme_reading(naming(), answered(2, usagers=level).theme("usagers"))
    assert text == naming().sentences(key) if key else text.startswith("La moitié du chemin")


def test_S9_thresholds_are_those_of_the_rules() -> None:
    assert thresholds(shipped_questionnaire().scoring) == (2, Fraction("2.5"), 3)
    assert thresholds(None) == ()


def test_a_missing_sentence_is_an_error_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(AutodiagError):
        Sentences(tmp_path / "rien.toml")
    with pytest.raises(AutodiagError):
        naming().sentences("profil.nulle_part")


def test_a_collectivite_is_called_by_its_kind() -> None:
    assert yours("epci") == "votre intercommunalité"
    assert yours("syndicat") == "votre collectivité"
