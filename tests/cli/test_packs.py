# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Local packs from the command line (contract B6): made from dossiers, verified, compared with."""

import subprocess
import sys
from pathlib import Path

import pytest

from autodiag.benchmarks.pack_file import read_pack
from autodiag.benchmarks.pack_store import FOLDER
from autodiag.model.authority import LocalAuthority
from tests.cli.console import Console
from tests.sources import ROOT
from tests.support.desks import write_dossier

COMMON = {"str-1": 3, "cyb-2": 4}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five communes of one size, and the pack that the tool makes of them."""
    folder = tmp_path_factory.mktemp("territoire")
    for rank in range(5):
        commune = LocalAuthority(f"Commune {rank}", insee=f"4200{rank}", population=520 + rank)
        answers = {**COMMON, "cyb-1": 4 if rank < 2 else 1}
        write_dossier(folder / f"{rank}.autodiag", answers, commune)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    tool, told = ROOT / "tools" / "make_pack.py", ["--territoire", "Pays de Test"]
    made = subprocess.run(
        [sys.executable, tool, folder, "-o", folder / "p.toml", *told, "--auteur", "Le syndicat"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert all((folder / name).read_bytes() == data for name, data in before.items())
    return folder


def test_B6_the_tool_publishes_only_what_designates_nobody(folder: Path) -> None:
    pack = read_pack(folder / "p.toml")
    assert [(cell.question, cell.n, cell.share) for cell in pack.cells] == [("cyb-1", 5, 40)]
    assert [group.number for group in pack.groups] == [5]


def test_verifier_tells_of_a_pack_what_it_tells_of_the_rest(folder: Path, console: Console) -> None:
    fine = console("verifier", folder / "p.toml")
    assert (fine.code, fine.err) == (0, "")
    assert "5\u00a0communes, 1\u00a0chiffre" in fine.out
    text = (folder / "p.toml").read_text(encoding="utf-8")
    warned = text.replace("version = 1", 'version = 1\navertissement = "Sans le bourg de Roanne."')
    said = console("verifier", console.write("p.toml", warned)).refused
    assert "« Roanne » est le nom d’une commune" in said
    said = console("verifier", console.write("p.toml", text.replace("cyb-1", "cyb-99"))).refused
    assert "question inconnue : « cyb-99 »" in said
    other = text.replace("maturite-numerique", "../maturite-numerique")
    assert "pas installé" in console("verifier", console.write("p.toml", other)).refused


def test_comparer_has_the_packs_of_the_data_folder(folder: Path, console: Console) -> None:
    file = console.new(answers={"cyb-1": 4})
    before = console("comparer", file, "--json").json["comparateurs"]
    (console.data / FOLDER).mkdir(parents=True)
    kept = console.data / FOLDER / "p.toml"
    kept.write_bytes((folder / "p.toml").read_bytes())
    after = console("comparer", file, "--json").json["comparateurs"]
    local = [one for one in after if one["etude"].startswith("paquet-")]
    assert [one for one in after if one not in local] == before
    assert [(one["question"], one["valeur"], one["n"], one["vous"]) for one in local] == [
        ("cyb-1", 40, 5, "dans")
    ]
    assert "Pays de Test" in local[0]["phrase"]
    kept.write_text("[paquet]", encoding="utf-8")
    heard = console("comparer", file, "--json")
    assert heard.json["comparateurs"] == before
    assert "ne peut pas servir" in heard.said
