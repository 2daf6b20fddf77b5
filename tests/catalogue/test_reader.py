# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""First stage: what cannot be read is said with its file and line, quickly, and nothing crashes."""

import time
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_knowledge, load_questionnaire
from autodiag.catalogue.reader import MAX_FILE, parse_texts
from autodiag.errors import AutodiagError
from tests.catalogue.files import DESK, ROOT, TOOLS, Folder
from tests.support.plain import plain


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a = 1\nb 2", 2, "il manque le signe = après le nom (la clé) (« b 2 »)"),
        ('a = "x" y', 1, "cette ligne contient quelque chose de trop"),
        ("\n\n[a", 3, "il manque le crochet fermant ]"),
        ("[[a]", 1, "il manque les deux crochets fermants ]]"),
        ("a = [1 2]", 1, "une liste n’est pas fermée"),
        ("a = {b = 1", 1, "une accolade n’est pas fermée"),
        ('a = "x\n', 1, "caractère interdit, ou texte non fermé sur sa ligne"),
        ('a = "x', 1, "un texte n’est pas fermé : il manque un guillemet"),
        ("a = 'x", 1, "un texte n’est pas fermé : il manque une apostrophe"),
        ('a = "C:\\dossier"', 1, "la barre \\ s’écrit \\\\"),
        ("a = oui", 1, "un texte s’écrit entre guillemets ; oui s’écrit true, non s’écrit false"),
        ("été = 1", 1, "une ligne commence par un nom sans accent"),
        ("a = 1\na = 2", 2, "ce nom (cette clé) est déjà écrit plus haut"),
        ("a = {b = 1, b = 2}", 1, "ce nom (cette clé) est écrit deux fois"),
        ("[a]\n[a]", 2, "ce titre entre crochets est déjà écrit plus haut"),
    ],
)
def test_a_syntax_error_is_said_in_french_with_its_line(text: str, line: int, said: str) -> None:
    problems: list = []
    assert parse_texts({"f.toml": text}, problems) == {}
    [problem] = problems
    assert (problem.file, problem.place) == ("f.toml", f"ligne {line}")
    assert said in plain(problem.sentence)


def test_each_faulty_file_is_told_at_once(folder: Folder) -> None:
    folder.write(ROOT, 'id = "x').write(TOOLS, "[[questions").write("profils.toml", "\n\nnon")
    assert [(p.file, p.place) for p in folder.problems()][:3] == [
        ("profils.toml", "ligne 3"),
        (ROOT, "ligne 1"),
        (TOOLS, "ligne 1"),
    ]


def test_a_file_not_in_utf8_is_told_with_the_line(folder: Folder) -> None:
    folder.write(TOOLS, 'id = "outils"\ntitre = "Éducation"\n'.encode("cp1252"))
    [problem] = folder.problems()
    assert (problem.file, problem.place) == (TOOLS, "ligne 2")
    assert "n’est pas en UTF-8" in problem.sentence


def test_what_windows_writes_is_the_same_file(folder: Folder) -> None:
    before = load_questionnaire(folder.path)
    text = (folder.path / TOOLS).read_bytes().replace(b"\n", b"\r\n")
    folder.write(TOOLS, b"\xef\xbb\xbf" + text)
    assert load_questionnaire(folder.path) == before


def test_a_file_of_50_megabytes_is_refused_without_being_read(folder: Folder) -> None:
    with (folder.path / TOOLS).open("wb") as file:
        file.truncate(50_000_000)
    started = time.perf_counter()
    assert folder.only() == f"{TOOLS} : ce fichier est trop gros : 500 000 octets au plus"
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("a = " + "[" * 900, id="nested lists"),
        pytest.param("\n".join(["a = " + "[" * 9000] * 50), id="many nested lists"),
        pytest.param("a = " + "{b = " * 1800, id="nested tables"),
        pytest.param(".".join("a" * 4000) + " = 1", id="a deep dotted key"),
        pytest.param(
            "\n".join(f"x{i}." + ".".join("a" * 4900) + " = 1" for i in range(45)),
            id="many deep dotted keys",
        ),
        pytest.param("a" * 450_000 + " = 1", id="a long key"),
        pytest.param("a = 1" + "0" * 9000, id="a huge number"),
        pytest.param("\n".join(f"k{i}=1" for i in range(50_000)), id="many keys"),
        pytest.param("\n".join(f"[[questions]]\nk{i}=1" for i in range(20_000)), id="many items"),
        pytest.param("[[questions]]\n" * 30_000, id="many empty items"),
        pytest.param("a = '" + "é" * 200_000 + "'", id="a long line"),
        pytest.param("\x00" * 1000, id="zeros"),
    ],
)
def test_a_hostile_file_is_refused_in_bounded_time(folder: Folder, hostile: str) -> None:
    assert len(hostile.encode()) < MAX_FILE
    folder.write(TOOLS, hostile)
    started = time.perf_counter()
    lines = folder.lines()
    assert time.perf_counter() - started < 5
    assert any(line.startswith(TOOLS) for line in lines)
    assert len(lines) < 400
    assert max(map(len, lines)) < 400


def test_missing_files_and_folders_are_told(folder: Folder, tmp_path: Path) -> None:
    (folder.path / ROOT).unlink()
    (folder.knowledge / "faits.toml").unlink()
    assert folder.lines() == [
        "questionnaire.toml : ce fichier manque",
        "faits.toml : ce fichier manque",
    ]
    with pytest.raises(AutodiagError) as caught:
        load_questionnaire(tmp_path / "rien")
    assert caught.value.code == "questionnaire_fautif"
    assert plain(caught.value.details[0]) == "rien : ce dossier n’existe pas"
    with pytest.raises(AutodiagError) as caught:
        load_knowledge(folder.path, tmp_path / "rien")
    assert caught.value.code == "donnees_fautives"


def test_a_questionnaire_without_theme_is_refused(folder: Folder) -> None:
    (folder.path / TOOLS).unlink()
    (folder.path / DESK).unlink()
    with pytest.raises(AutodiagError) as caught:
        load_questionnaire(folder.path)
    assert any("il n’y a aucun thème" in line for line in caught.value.details)


def test_a_file_that_nobody_reads_is_a_warning(folder: Folder) -> None:
    folder.write("themes/03-reste.txt", "x").write("themes/.cache", "x")
    [problem] = folder.problems()
    assert problem.severity == "avertissement"
    assert problem.file == "themes/03-reste.txt"
    load_questionnaire(folder.path)
