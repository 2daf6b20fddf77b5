# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The file proposed for a collectivité: any name typed gives a file that can be made."""

from pathlib import Path

import pytest

from autodiag.dossier.lock import DossierLock
from autodiag.model.authority import LocalAuthority
from ui.opening_paths import free_path, proposed_path

NAMES = [
    "é" * 300,
    "🏛" * 80,
    "東京" * 60,
    "Commune " + "’" * 80,
    "👩🏽‍🚒" * 40,
    "..",
    "/",
    "\ud800a",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", ["", "974"])
def test_the_file_and_those_beside_it_have_names_that_a_disk_takes(
    tmp_path: Path, name: str, code: str
) -> None:
    path = proposed_path(LocalAuthority(name, department_code=code), tmp_path)
    assert path.parent == tmp_path
    path.write_text("pris", encoding="utf-8")
    assert proposed_path(LocalAuthority(name, department_code=code), tmp_path) == path
    report = f"{path.stem} - diagnostic numérique 2026-11-21 (interne).pdf"
    beside = (DossierLock(path).path.name, f"{path.name}-journal", report, free_path(path).name)
    for other in beside:
        (tmp_path / other).write_text("", encoding="utf-8")


def test_an_ordinary_name_is_whole(tmp_path: Path) -> None:
    authority = LocalAuthority("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson")
    expected = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson.autodiag"
    assert proposed_path(authority, tmp_path).name == expected
