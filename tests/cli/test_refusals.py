# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Bad input: a French sentence, code 1, nothing on the output, nothing written and nothing lost."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from autodiag.errors import AutodiagError
from autodiag.text.typography import faults
from tests.cli.console import FIVE, Console

ANSWERS = {"str-1": 3}


def refusal(console: Console, *words: str | Path) -> str:
    """The sentence; the folder is as it was before."""
    before = console.contents()
    said = console(*words).refused
    assert console.contents() == before
    return said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--commune 99999", "Le code INSEE « 99999 » n’est celui d’aucune commune actuelle."),
        ("--commune 4233", "Vouliez-vous dire Vaumeilh (04233) ?"),
        ("--commune virigneux", "Vouliez-vous dire Virigneux (42336) ?"),
        ("--commune 42999", "Le code INSEE « 42999 »"),
        ("--siren 217003363", "un chiffre a sans doute été mal recopié"),
        ("--siren 2142", "vous en avez saisi 4"),
        ("--siren 732829320", "Le SIREN 732829320 n’est celui d’aucune commune"),
        ("--nom X", "dites aussi de quel type de collectivité"),
        ("--nom X --type comune", "Vouliez-vous dire commune ?"),
        ("--nom X --type commune --population beaucoup", "un nombre d’habitants entier et positif"),
        ("--nom X --type commune --population -3", "un nombre d’habitants entier et positif"),
        ("--commune 42336 --population 3", "vont avec « --nom » seulement"),
        ("--commune 42336 --type epci", "vont avec « --nom » seulement"),
        ("--commune 42336 --fait ecol=oui", "n’existe pas ; vouliez-vous dire « ecole » ?"),
        ("--commune 42336 --fait zzz=oui", "Le fait « zzz » n’existe pas. Ceux qui existent"),
        ("--commune 42336 --fait ecole", "Dites oui ou non pour « ecole »"),
        ("--commune 42336 --fait ecole=2", "Dites oui ou non pour « ecole »"),
        ("--commune 42336 --fait ecole=oui --fait ecole=non", "à la fois oui et non"),
        ("--commune 42336 --date 21/11/2026", "« 21/11/2026 » n’est pas une date"),
        ("--commune 42336 --date 2026-02-30", "n’est pas une date"),
        ("--commune 42336 --date 20261121", "n’est pas une date"),
        ("--commune 42336 --questionnaire maturite", "vouliez-vous dire « maturite-numerique » ?"),
        ("--commune 42336 --questionnaire ../x", "n’est pas installé. Ceux qui le sont"),
        ("--commune 42336 --reponses absent.json", "« absent.json » est introuvable"),
    ],
)
def test_a_new_dossier_that_cannot_be(console: Console, words: str, said: str) -> None:
    assert said in refusal(console, "nouveau", console.path(), *words.split())


def test_a_name_without_any_letter(console: Console) -> None:
    for name in ("", "   ", "\u202e"):
        said = refusal(console, "nouveau", console.path(), "--nom", name, "--type", "commune")
        assert "le nom de la collectivité" in said


def test_answers_that_are_faulty_are_all_listed(console: Console) -> None:
    answers = console.write("r.json", {"str-1": 9, "stt-2": 1, "edu-1": {"sans_objet": ""}})
    words = ("--commune", "42336", "--reponses", answers)
    lines = refusal(console, "nouveau", console.path(), *words).splitlines()
    assert len(lines) == 4
    assert '"nsp" ou {"sans_objet": "le motif"}' in lines[1]  # as it is typed
    assert "vouliez-vous dire « str-2 » ?" in lines[2]


def test_answers_in_a_folder_are_told(console: Console) -> None:
    words = ("--commune", "42336", "--reponses", console.folder)
    assert "ne peut pas être lu" in refusal(console, "nouveau", console.path(), *words)


@pytest.mark.skipif(os.name == "nt", reason="devices and pipes of Unix")
@pytest.mark.parametrize("name", ["/dev/zero", "tube"])
def test_answers_that_never_end_are_told(console: Console, name: str) -> None:
    os.mkfifo(console.path("tube"))
    words = ("--commune", "42336", "--reponses", console.path(name))
    assert "ne peut pas être lu" in console("nouveau", console.path(), *words).refused


def test_a_file_too_big_for_answers_is_told(console: Console) -> None:
    huge = console.write("r.json", b" " * 2_000_001)
    words = ("--commune", "42336", "--reponses", huge)
    assert "trop gros" in refusal(console, "nouveau", console.path(), *words)


def test_where_a_dossier_cannot_be(console: Console) -> None:
    console.write("fichier", "")
    (console.folder / "pris.autodiag").mkdir()
    console.write("la.autodiag", "à moi")
    for name, said in (
        ("nulle-part/x.autodiag", "n’existe pas"),
        ("fichier/x.autodiag", "n’existe pas"),
        ("pris.autodiag", "existe déjà"),
        ("la.autodiag", "existe déjà"),
        ("mairie", "par exemple « mairie.autodiag »"),
        ("mairie.pdf", "par exemple « mairie.autodiag »"),
        ("x" * 300 + ".autodiag", "est trop long"),
    ):
        assert said in refusal(console, "nouveau", console.path(name), "--commune", "42336")
    assert "ne convient pas" in refusal(console, "nouveau", "", "--commune", "42336")


def test_a_dossier_of_another_name_is_not_touched_by_nouveau(console: Console) -> None:
    path = console.new(answers=ANSWERS)
    assert "existe déjà" in refusal(console, "nouveau", path, "--commune", "75056")


def truncated(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def overwritten(whole: bytes) -> bytes:
    return whole[:4096] + b"\xff" * (len(whole) - 4096)


def foreign(_: bytes) -> bytes:
    return b"PK\x03\x04 un autre fichier"


def empty(_: bytes) -> bytes:
    return b""


SPOILED = (truncated, overwritten, foreign, empty)
READERS = (
    ("reponses", "--json"),
    ("score", "--json"),
    ("comparer", "--json"),
    ("feuille-de-route", "--json"),
    ("verifier",),
)


@pytest.mark.parametrize("spoil", SPOILED)
def test_D4_what_is_no_dossier_is_refused_by_every_verb(
    console: Console, spoil: Callable[[bytes], bytes]
) -> None:
    path = console.new(answers=ANSWERS)
    path.write_bytes(spoil(path.read_bytes()))
    for verb, *options in READERS:
        said = refusal(console, verb, path, *options)
        assert "est abîmé" in said or "est vide ou abîmé" in said
    assert "autodiag" in refusal(console, "rapport", path, "-o", console.path("r.pdf"))


def test_D4_a_database_of_another_application_is_refused(console: Console) -> None:
    path = console.path()
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE autre (x)")
    base.close()
    for verb, *options in READERS:
        assert "est vide ou abîmé" in refusal(console, verb, path, *options)


@pytest.mark.parametrize("words", READERS)
def test_what_is_not_there_or_is_a_folder(console: Console, words: tuple[str, ...]) -> None:
    verb, *options = words
    assert "est introuvable" in refusal(console, verb, console.path("absent.autodiag"), *options)
    if verb != "verifier":
        assert "n’est pas un dossier Autodiag" in refusal(console, verb, console.folder, *options)


def test_a_report_that_cannot_be_written(console: Console) -> None:
    path = console.new(answers=ANSWERS)
    console.write("pris.pdf", "à moi")
    for target, said in (
        (console.path("pris.pdf"), "existe déjà"),
        (path, "existe déjà"),
        (console.folder, "est un dossier"),
        (console.path("nulle-part/r.pdf"), "n’existe pas"),
    ):
        assert said in refusal(console, "rapport", path, "-o", target)


@pytest.mark.parametrize("name", ["b.txt", "rapport", ".pdf"])
def test_a_report_whose_name_is_not_that_of_a_pdf(console: Console, name: str) -> None:
    path = console.new(answers=ANSWERS)
    said = refusal(console, "rapport", path, "-o", console.path(name))
    assert "le nom du rapport se termine par « .pdf »" in said


def test_a_refused_example_leaves_no_folder(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise AutodiagError("dossier_disque_plein", fichier="montbrelle.autodiag")

    monkeypatch.setattr("autodiag.example.create_dossier", full)
    assert "plus de place" in refusal(console, "exemple", console.path("a") / "b" / "c")
    assert "plus de place" in refusal(console, "exemple", console.folder)
    assert console.folder.is_dir()


def test_an_example_where_there_is_a_file(console: Console) -> None:
    file = console.write("fichier", "")
    assert "Impossible d’écrire" in refusal(console, "exemple", file)
    assert "Impossible d’écrire" in refusal(console, "exemple", file / "dedans")


def test_a_faulty_questionnaire_is_refused_with_all_its_problems(console: Console) -> None:
    mine = console.folder / "mien"
    shutil.copytree(FIVE, mine)
    theme = mine / "themes" / "01-outils.toml"
    text = theme.read_text(encoding="utf-8")
    theme.write_text(text.replace('"choix"', '"chois"', 1).replace('id = "out-3"', 'id = "out-1"'))
    for words in (
        ("nouveau", console.path(), "--commune", "42336", "--questionnaire", mine),
        ("verifier", mine),
    ):
        said = refusal(console, *words)
        assert "Le questionnaire « mien » ne peut pas servir : " in said
        assert "question out-1 : cet identifiant" in said or "out-1" in said
        assert "vouliez-vous dire « choix » ?" in said
        assert "themes/01-outils.toml" in said
    assert "le dossier du questionnaire entier" in refusal(console, "verifier", theme)
    (mine / "questionnaire.toml").unlink()
    assert "questionnaire.toml : ce fichier manque" in refusal(console, "verifier", mine)


def test_what_was_typed_is_quoted_as_it_was_typed(console: Console) -> None:
    """Names are not put into French typography, and cannot play with the terminal."""
    for name, shown in (
        ("l'Etat (1 000 km).autodiag", "« l'Etat (1 000 km).autodiag » est introuvable"),
        ('"a" ...!.autodiag', '« "a" ...!.autodiag » est introuvable'),
        ("a\x1b[31m\nb.autodiag", "« a[31m b.autodiag » est introuvable"),
        ("a\u202egod.autodiag", "« agod.autodiag » est introuvable"),
    ):
        assert shown in refusal(console, "score", console.path(name), "--json")


def test_a_name_that_no_disk_can_hold(console: Console) -> None:
    name = "x" * 300
    for words in (
        ("score", name, "--json"),
        ("verifier", name),
        ("exemple", name),
        ("nouveau", console.path(), "--commune", "42336", "--questionnaire", name),
        ("nouveau", console.path(), "--commune", "42336", "--reponses", name),
        ("nouveau", f"{name}/x.autodiag", "--commune", "42336"),
    ):
        assert name in refusal(console, *words) or words[0] == "exemple"


def test_what_the_system_refuses_elsewhere_is_said_in_french(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    path = console.new()
    monkeypatch.setattr(Path, "is_dir", refuse)
    said = console("verifier", path).refused
    assert f"ne permet pas d’ouvrir ou d’écrire « {path} »" in said


def test_every_refusal_is_in_french_typography(console: Console) -> None:
    path = console.path()
    for words in (
        ("nouveau", path, "--commune", "99999"),
        ("nouveau", path, "--commune", "42336", "--fait", "ecol=oui"),
        ("nouveau", path, "--commune", "42336", "--questionnaire", "maturite"),
        ("nouveau", "mairie", "--commune", "42336"),
        ("score", path, "--json"),
        ("verifier", console.folder),
    ):
        for line in console(*words).err.splitlines():
            assert not faults(line), line
