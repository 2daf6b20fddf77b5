# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The tool that makes the places base, on a small package of the same shape as the real one."""

import importlib.util
import json
import sys
import tarfile
from pathlib import Path
from types import ModuleType

import pytest

from autodiag.places.places import Places

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_places.py"
COMMUNES = [
    {"code": "10001", "nom": "L'Été", "type": "commune-actuelle", "departement": "10",
     "siren": "211000015", "codesPostaux": ["10100", "10000"], "population": 300,
     "anciensCodes": ["10009", "10008"]},
    {"code": "10002", "nom": "Vide", "type": "commune-actuelle", "departement": "10"},
    {"code": "11001", "nom": "Grande", "type": "commune-actuelle", "departement": "11",
     "codesPostaux": ["11000"], "population": 5000},
    {"code": "10008", "nom": "Hiver", "type": "commune-deleguee", "chefLieu": "10001"},
    {"code": "10001", "nom": "L'Été", "type": "commune-deleguee", "chefLieu": "10001"},
    {"code": "11201", "nom": "Grande 1er", "type": "arrondissement-municipal", "commune": "11001"},
]  # fmt: skip
EPCI = [{"code": "200000172", "nom": "CC du Temps", "populationMunicipale": 5301,
         "membres": [{"code": "10001"}, {"code": "11001"}]}]  # fmt: skip


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_places", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # dataclasses look their module up
    sys.modules["build_places"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "data").mkdir(parents=True)
    lists = {
        "communes": COMMUNES,
        "epci": EPCI,
        "departements": [
            {"code": "10", "nom": "Aube", "region": "44"},
            {"code": "11", "nom": "Aude", "region": "76"},
        ],
        "regions": [{"code": "44", "nom": "Grand Est"}, {"code": "76", "nom": "Occitanie"}],
    }
    for name, records in lists.items():
        (folder / "data" / f"{name}.json").write_text(json.dumps(records), encoding="utf-8")
    about = {"name": "@etalab/decoupage-administratif", "version": "6.0.0"}
    (folder / "package.json").write_text(json.dumps(about), encoding="utf-8")
    (folder / "README.md").write_text("| 2026  | 6.0.0  | `npm` |\n", encoding="utf-8")
    return folder


def test_the_same_package_gives_the_same_bytes_from_folder_or_archive(
    tool: ModuleType, package: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "package.tgz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(package, "package")
    for number, source in enumerate((package, archive, package)):
        tool.write(tmp_path / f"{number}.sqlite", tool.Package(source))
    first = (tmp_path / "0.sqlite").read_bytes()
    assert (tmp_path / "1.sqlite").read_bytes() == first
    assert (tmp_path / "2.sqlite").read_bytes() == first
    # written over an older one
    tool.write(tmp_path / "0.sqlite", tool.Package(package))
    assert (tmp_path / "0.sqlite").read_bytes() == first


def test_what_the_package_says_is_kept_and_the_rest_left_unknown(
    tool: ModuleType, package: Path, tmp_path: Path
) -> None:
    target = tmp_path / "places.sqlite"
    tool.write(target, tool.Package(package))
    with Places(target) as places:
        summer = places.by_insee("10001")
        assert summer.postal_codes == ("10000", "10100")
        assert (summer.department, summer.region) == ("Aube", "Grand Est")
        assert summer.epci_name == "CC du Temps"
        empty = places.by_insee("10002")
        assert (empty.siren, empty.population, empty.epci_siren) == ("", None, "")
        epci = places.by_siren("200000172")
        # published, though its communes sum to 5 300; placed where most of its people live
        assert (epci.population, epci.department) == (5301, "Aude")
        assert [(m.authority.name, m.former) for m in places.search("hiver")] == [
            ("L'Été", "Hiver")
        ]
        assert places.search("10009")[0].authority == summer
        assert [(m.authority.name, m.former) for m in places.search("11201")] == [
            ("Grande", "Grande 1er")
        ]
        assert places.search("l'été")[0].former == ""
        assert (places.vintage, places.meta["epci"]) == ("2026", "1")


def test_a_version_without_a_year_in_the_package_is_refused(
    tool: ModuleType, package: Path, tmp_path: Path
) -> None:
    (package / "README.md").write_text("| 2025 | 5.3.0 |\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no year"):
        tool.write(tmp_path / "places.sqlite", tool.Package(package))
    assert not (tmp_path / "places.sqlite").exists()
