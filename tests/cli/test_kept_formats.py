# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every dossier format ever written is scored, planned and printed by the commands (D4, D7)."""

import shutil
from pathlib import Path

import pytest

from tests.cli.console import Console
from tests.sources import ROOT

KEPT = sorted((ROOT / "tests" / "data" / "dossiers").glob("format-*.autodiag"))


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.stem)
def test_D4_a_kept_dossier_is_scored_planned_and_printed(console: Console, kept: Path) -> None:
    path = console.path()
    shutil.copy(kept, path)
    score = console("score", path, "--json").json
    assert score["collectivite"]["nom"] == "Saint-Ouen-l’Aumône"
    assert score["themes"][0]["repondues"] == 2
    capacity = console("feuille-de-route", path, "--json").json["capacite"]
    assert capacity == {
        "jours_par_mois": 2.5,
        "budget_annuel": 1500,
        "hypothese": {"jours_par_mois": False, "budget_annuel": False},
    }
    printed = console("rapport", path, "-o", console.path("r.pdf"))
    assert printed.code == 0, printed.err
