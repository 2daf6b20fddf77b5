# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«nouveau»: whose dossier, its facts, its day, its questionnaire and its answers."""

import json
from datetime import date
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_packed
from autodiag.dossier.author import Author
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered, NotConcerned, Unknown
from autodiag.model.dossier import Snapshot
from tests.cli.console import FIVE, NOON, Console


def snapshot(path: Path) -> Snapshot:
    with open_dossier(path, Author("Test", lambda: NOON, "TEST")) as dossier:
        return dossier.snapshot(load_packed)


@pytest.mark.parametrize(
    ("words", "name", "kind", "population"),
    [
        (("--commune", "42336"), "Virigneux", "commune", 618),
        (("--siren", "214203366"), "Virigneux", "commune", 618),
        (("--siren", "214 203 366 00015"), "Virigneux", "commune", 618),
        (("--siren", "200066587"), "CC des Monts du Lyonnais", "epci", None),
        (
            ("--nom", "Belle-Rive", "--type", "commune", "--population", "800"),
            "Belle-Rive",
            "commune",
            800,
        ),
        (("--nom", "Belle-Rive", "--type", "epci"), "Belle-Rive", "epci", None),
    ],
)
def test_whose_dossier_it_is(
    console: Console, words: tuple[str, ...], name: str, kind: str, population: int | None
) -> None:
    heard = console("nouveau", console.path(), *words)
    assert heard.code == 0, heard.err
    assert heard.out == f"{console.path()}\n"
    authority = snapshot(console.path()).authority
    assert (authority.name, authority.kind) == (name, kind)
    if population is not None or "--nom" in words:
        assert authority.population == population


def test_the_name_found_is_said_so_that_a_wrong_code_is_seen(console: Console) -> None:
    heard = console("nouveau", console.path(), "--commune", "42336")
    assert heard.said == "Virigneux (Loire), 618 habitants, 0 réponse.\n"


@pytest.mark.parametrize("kind", ["syndicat", "departement", "region"])
def test_another_kind_of_collectivite_is_told_for_whom_the_content_is_written(
    console: Console, kind: str
) -> None:
    heard = console("nouveau", console.path(), "--nom", "SIEL", "--type", kind)
    assert "écrites pour les communes et les intercommunalités" in heard.said
    assert (
        "communes et les"
        not in console("nouveau", console.path("b.autodiag"), "--commune", "42336").said
    )


def test_facts_day_and_answers_are_in_the_dossier(console: Console) -> None:
    answers = {"str-1": 3, "str-2": "nsp", "edu-1": {"sans_objet": " Pas d’école "}}
    path = console.new(
        "--fait", "ecole=oui", "--fait", "Site=NON", "--date", "2024-02-29", answers=answers
    )
    found = snapshot(path)
    assert found.facts == {"ecole": True, "site": False}
    assert found.assessment.day == date(2024, 2, 29)
    assert found.assessment.answers == {
        "str-1": Answered(3),
        "str-2": Unknown(),
        "edu-1": NotConcerned("Pas d’école"),
    }


def test_the_day_is_today_when_it_is_not_said(console: Console) -> None:
    assert snapshot(console.new()).assessment.day == NOON.date()


def test_each_answer_remembers_the_wording_that_was_read(console: Console) -> None:
    answers = {"acc-1": 2}
    epci = console.new("--siren", "200066587", "--questionnaire", FIVE, answers=answers)
    assert snapshot(epci).assessment.answers["acc-1"] == Answered(2, "epci")
    village = console.new("--questionnaire", FIVE, name="b.autodiag", answers=answers)
    assert snapshot(village).assessment.answers["acc-1"] == Answered(2, "")


def test_ones_own_questionnaire_is_given_by_the_path_of_its_folder(console: Console) -> None:
    path = console.new("--questionnaire", FIVE)
    assert console("score", path, "--json").json["questionnaire"]["id"] == "cinq-questions"


def test_an_installed_questionnaire_comes_before_a_folder_of_the_same_name(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    (console.folder / "maturite-numerique").mkdir()
    monkeypatch.chdir(console.folder)
    path = console.new("--questionnaire", "maturite-numerique")
    assert len(snapshot(path).questionnaire.questions) == 62


def test_the_data_folder_given_before_the_verb_receives_the_copies(console: Console) -> None:
    elsewhere = console.folder / "ailleurs"
    heard = console("--donnees", elsewhere, "nouveau", console.path(), "--commune", "42336")
    assert heard.code == 0
    copies = list(elsewhere.glob("copies/*/*.autodiag"))
    assert len(copies) == 1
    assert snapshot(copies[0]).authority.name == "Virigneux"
    assert not console.data.exists()


def test_a_data_folder_that_cannot_be_written_is_said_and_the_dossier_is_made(
    console: Console,
) -> None:
    file = console.write("fichier", "")
    heard = console("--donnees", file, "nouveau", console.path(), "--commune", "42336")
    assert heard.code == 0
    assert "La copie datée de ce dossier n’a pas pu être faite" in heard.said
    assert snapshot(console.path()).authority.insee == "42336"
    assert json.loads(console("--donnees", file, "score", console.path(), "--json").out)
