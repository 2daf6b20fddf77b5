# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«exemple», «auto-test», «verifier», «rapport»: the whole way, on the shipped files."""

import shutil
from pathlib import Path

import pytest

from autodiag.bundle import Bundle, installed
from tests.cli.console import FIVE, Console


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_example_is_filled_and_printed_and_never_replaces_what_is_there(
    console: Console,
) -> None:
    folder = console.folder / "sortie" / "exemple"
    folder.mkdir(parents=True)
    (folder / "montbrelle.pdf").write_text("à moi", encoding="utf-8")
    heard = console("exemple", folder)
    assert heard.code == 0, heard.err
    dossier, report = folder / "montbrelle-2.autodiag", folder / "montbrelle-2.pdf"
    assert heard.out.splitlines() == [str(dossier), str(report)]
    assert files(folder) == {dossier.name, report.name, "montbrelle.pdf"}
    assert (folder / "montbrelle.pdf").read_text(encoding="utf-8") == "à moi"
    assert report.read_bytes().startswith(b"%PDF")
    assert console("score", dossier, "--json").json["profil"]["classable"]


@pytest.mark.parametrize("audience", ["interne", "publique"])
def test_a_report_is_printed_whatever_is_missing(console: Console, audience: str) -> None:
    path = console.new()
    target = console.path("r.pdf")
    heard = console("rapport", path, "-o", target, "--diffusion", audience)
    assert heard.code == 0, heard.err
    assert heard.out == f"{target}\n"
    assert heard.said.endswith("pages\n")
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("audience", ["interne", "publique"])
def test_the_synthesis_is_printed_on_one_page(console: Console, audience: str) -> None:
    path = console.new(answers={"str-1": 3, "str-2": "nsp"})
    target = console.path("s.pdf")
    options = ("--modele", "synthese", "--diffusion", audience)
    heard = console("rapport", path, "-o", target, *options)
    assert (heard.code, heard.out) == (0, f"{target}\n"), heard.err
    assert heard.said.endswith("1 page\n")


def test_the_shipped_questionnaire_has_nothing_to_correct(console: Console) -> None:
    heard = console("verifier", installed().questionnaires / "maturite-numerique")
    assert (heard.code, heard.err) == (0, "")
    assert "rien à signaler" in heard.out


def test_a_folder_of_questionnaires_is_verified_with_the_links_between_them(
    console: Console,
) -> None:
    heard = console("verifier", installed().questionnaires)
    assert (heard.code, heard.err) == (0, "")
    assert heard.out.count("peut servir") == 5
    assert "liens entre questionnaires, rien à signaler" in heard.out


def test_one_questionnaire_at_fault_does_not_hide_the_others(console: Console) -> None:
    shutil.copytree(FIVE, console.folder / "tous" / "a")
    shutil.copytree(FIVE, console.folder / "tous" / "b")
    for name in ("a", "b"):
        (console.folder / "tous" / name / "questionnaire.toml").write_text("id =", "utf-8")
    heard = console("verifier", console.folder / "tous")
    assert heard.code == 1
    assert "«\u202fa\u202f»" in heard.err
    assert "«\u202fb\u202f»" in heard.err


def test_a_questionnaire_is_named_also_when_it_is_here(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FIVE, console.folder / "mien")
    monkeypatch.chdir(console.folder / "mien")
    assert "Le questionnaire « mien »" in console("verifier", ".").refused


def test_a_dossier_that_can_be_read_is_said_so(console: Console) -> None:
    path = console.new(answers={"str-1": 3, "str-2": "nsp"})
    assert console("verifier", path).out == (
        "Dossier de Virigneux\u00a0: 2\u00a0réponses, tout est lisible.\n"
    )


def test_the_self_test_tells_each_step_and_leaves_nothing(console: Console) -> None:
    heard = console("auto-test")
    assert heard.code == 0, heard.err
    lines = heard.out.splitlines()
    assert len(lines) == 6
    assert all(line.endswith("\u00a0: oui") for line in lines)
    assert not list(console.data.iterdir())
    assert not console.contents()


@pytest.fixture
def installation(console: Console) -> Console:
    """The terminal on a copy of the installed files, which a test spoils."""
    root = console.folder.parent / "installation"
    for part in ("questionnaires", "resources"):
        shutil.copytree(installed().root / part, root / part)
    return Console(console.folder, bundle=Bundle(root))


@pytest.mark.parametrize(
    ("absent", "step", "said"),
    [
        ("resources/places/places.sqlite", "Chercher une commune", "La liste des communes est"),
        ("resources/example/montbrelle.toml", "Créer un dossier", "montbrelle.toml"),
        ("questionnaires/maturite-numerique", "Créer un dossier", "ce dossier n’existe pas"),
        (
            "resources/knowledge/obligations.toml",
            "Préparer la feuille de route",
            "obligations.toml",
        ),
        ("resources/benchmarks/reperes.csv", "Imprimer le rapport", "reperes.csv"),
        ("resources/fonts", "Imprimer le rapport", "les polices"),
    ],
)
def test_the_self_test_says_which_step_fails_when_a_file_is_missing(
    installation: Console, absent: str, step: str, said: str
) -> None:
    path = installation.bundle.root / absent
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    heard = installation("auto-test")
    assert heard.code == 1
    assert f"{step} : ne fonctionne pas" in heard.said
    assert said in heard.said
    assert "Traceback" not in heard.err


def test_the_self_test_fails_where_nothing_can_be_written(console: Console) -> None:
    file = console.write("fichier", "")
    heard = console("--donnees", file, "auto-test")
    assert "Impossible d’écrire dans" in heard.refused
