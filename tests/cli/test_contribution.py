# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One contribution a theme and a collectivité: filled on another machine, given, taken back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.console import Console

QUESTIONNAIRE = ("--questionnaire", "numerique-et-collectivites")
THEME = ("--theme", "inclusion")
SIRET = "21420336600015"
GIVEN = {"inc-1": {"choix": "commune"}, "inc-5": "nsp"}


def begun(console: Console, name: str, answers: object = None, siret: str = SIRET) -> Path:
    """A dossier of Virigneux where the barometer by themes is begun."""
    path = console.path(name)
    made = console("nouveau", path, "--commune", "42336", *(("--siret", siret) if siret else ()))
    assert made.code == 0, made.err
    given = ("--reponses", console.write(f"{name}.json", answers)) if answers else ()
    heard = console("remplir", path, *QUESTIONNAIRE, *given)
    assert heard.code == 0, heard.err
    return path


def contribution(console: Console, path: Path) -> Any:
    return console("reponses", path, "--json", *QUESTIONNAIRE, *THEME).json


def test_a_contribution_goes_to_another_machine_and_comes_back(console: Console) -> None:
    there, here = begun(console, "b.autodiag", GIVEN), begun(console, "a.autodiag")
    console("remplir", there, *QUESTIONNAIRE, *THEME, "--qui", "  Mme\tBa ")
    given = contribution(console, there)
    assert given["collectivite"] == {
        "nom": "Virigneux", "siret": SIRET, "siren": "214203366", "code_insee": "42336",
    }  # fmt: skip
    assert (given["theme"], given["qui"], given["date"]) == ("inclusion", "Mme Ba", "2026-11-21")
    assert (given["reponses"], given["complete"]) == (GIVEN, False)
    file = console.write("inclusion.json", given)
    heard = console("remplir", here, *QUESTIONNAIRE, *THEME, "--reponses", file)
    assert heard.code == 0, heard.err
    assert "Inclusion numérique (Mme Ba) : en cours : 2 sur" in heard.said
    assert contribution(console, here) == given
    assert console("score", here, "--json").json["collectivite"]["siret"] == SIRET


def test_what_is_answered_otherwise_is_told_and_kept_unless_asked(console: Console) -> None:
    here = begun(console, "a.autodiag", {"inc-1": {"choix": "non"}})
    file = console.write("c.json", {**contribution(console, here), "reponses": GIVEN})
    take = ("remplir", here, *QUESTIONNAIRE, *THEME, "--reponses", file)
    refused = console(*take).refused
    assert "répond autrement que ce dossier à 1 question. Rien n’a été écrit" in refused
    assert "ici « Non" in refused
    assert contribution(console, here)["reponses"] == {"inc-1": {"choix": "non"}}
    assert console(*take, "--remplacer").code == 0
    assert contribution(console, here)["reponses"] == GIVEN


OTHERS = {
    "siret": ({"collectivite": {"siret": "21420336600023"}}, "d’une autre collectivité"),
    "siren": ({"collectivite": {"siren": "200065886"}}, "d’une autre collectivité"),
    "no number": ({"collectivite": {"nom": "Virigneux"}}, "aucun numéro en commun"),
    "version": (
        {"questionnaire": {"id": "numerique-et-collectivites", "version": 99}},
        "ne répond pas à « Numérique et collectivités, par thèmes », version 1",
    ),
    "theme": ({"theme": "strategie"}, "contribution au thème « Stratégie"),
    "question": ({"reponses": {"cyb-1": "nsp"}}, "cette question n’existe pas"),
    "shape": ({"reponses": []}, "n’est pas un fichier de contribution"),
}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> tuple[Console, Path]:
    console = Console(tmp_path_factory.mktemp("contribution") / "ici")
    console.folder.mkdir()
    return console, begun(console, "a.autodiag")


@pytest.mark.parametrize(("changed", "said"), OTHERS.values(), ids=OTHERS)
def test_a_file_that_is_not_this_contribution_is_refused(
    here: tuple[Console, Path], changed: dict[str, object], said: str
) -> None:
    console, path = here
    file = console.write("c.json", {**contribution(console, path), **changed})
    assert said in console("remplir", path, *QUESTIONNAIRE, *THEME, "--reponses", file).refused
    assert not contribution(console, path)["reponses"]


def test_a_theme_is_one_of_a_questionnaire_that_is_shared(here: tuple[Console, Path]) -> None:
    console, path = here
    unknown = console("remplir", path, *QUESTIONNAIRE, "--theme", "inclusions").refused
    assert "n’existe pas ; vouliez-vous dire « inclusion »" in unknown
    whole = ("remplir", path, "--questionnaire", "perception", "--theme", "avis")
    assert "se remplit d’un seul tenant" in console(*whole).refused
    twice = console.folder / "twice.json"
    twice.write_text('{"theme": "a", "theme": "b"}', "utf-8")
    refused = console("remplir", path, *QUESTIONNAIRE, *THEME, "--reponses", twice).refused
    assert "n’est pas un fichier de contribution" in refused


@pytest.mark.parametrize(
    ("siret", "said"),
    [
        ("21420336600016", "mal recopié"),
        ("214203366", "quatorze chiffres"),
        ("20006588600018", "commence par le SIREN de la collectivité, ici 214203366"),
    ],
)
def test_a_siret_of_somebody_else_is_refused(console: Console, siret: str, said: str) -> None:
    path = console.path()
    heard = console("nouveau", path, "--commune", "42336", "--siret", siret)
    assert said in heard.refused
    assert not path.exists()


def test_a_siret_typed_in_place_of_the_siren_is_kept_and_none_is_made_up(
    console: Console,
) -> None:
    console("nouveau", console.path("a.autodiag"), "--siren", SIRET)
    console("nouveau", console.path("b.autodiag"), "--siren", SIRET[:9])
    found = [
        console("score", console.path(name), "--json").json["collectivite"]
        for name in ("a.autodiag", "b.autodiag")
    ]
    assert found[0]["siret"] == SIRET
    assert "siret" not in found[1], json.dumps(found)


def test_a_contribution_without_its_theme_is_named_and_not_told_question_by_question(
    here: tuple[Console, Path],
) -> None:
    console, path = here
    file = console.write("c.json", contribution(console, path))
    plainly = (*QUESTIONNAIRE, "--reponses", file)
    for words in (
        ("remplir", path, *plainly),
        ("nouveau", console.path("n.autodiag"), "--commune", "42336", *plainly),
    ):
        assert console(*words).refused == (
            "« c.json » est la contribution à un thème. Rien n’a été écrit. Reprenez-la dans le "
            "dossier, avec remplir : ajoutez --theme inclusion.\n"
        )
    assert not console.path("n.autodiag").exists()


def test_the_siret_that_a_contribution_asks_for_is_given_where_it_is_taken_back(
    console: Console,
) -> None:
    there = begun(console, "b.autodiag", GIVEN)
    path = console.path()
    console("nouveau", path, "--nom", "Virigneux", "--type", "commune", "--population", "618")
    file = console.write("c.json", contribution(console, there))
    take = ("remplir", path, *QUESTIONNAIRE, *THEME, "--reponses", file)
    assert "ou option --siret" in console(*take).refused
    for siret, said in (("2142", "quatorze chiffres"), ("20006588600018", "autre collectivité")):
        assert said in console(*take, "--siret", siret).refused
    assert "siret" not in console("score", path, "--json").json["collectivite"]
    assert console(*take, "--siret", "214 203 366 00015").code == 0
    assert contribution(console, path)["reponses"] == GIVEN
    assert console("score", path, "--json").json["collectivite"]["siret"] == SIRET
