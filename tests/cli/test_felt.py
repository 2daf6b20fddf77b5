# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«score --json» says what is felt, from either questionnaire, where something was said."""

from tests.cli.console import FIVE, Console
from tests.sources import ROOT

ASKS = ROOT / "questionnaires" / "perception"
TWO = {"per-note": 8, "per-note-agent": 5, "per-admin": {"choix": "satisfait"}}


def test_what_is_felt_is_said_from_either_questionnaire(console: Console) -> None:
    path = console.new("--questionnaire", FIVE, answers={"out-1": 3})
    assert "ressenti" not in console("score", path, "--json").json
    given = ("--reponses", console.write("r.json", TWO))
    assert console("remplir", path, "--questionnaire", ASKS, *given).code == 0
    felt = console("score", path, "--json").json["ressenti"]
    assert felt == {
        "depart": None,
        "elu": 8,
        "agent": 5,
        "mesure_sur_10": {"bas": 3.75, "haut": 8.75},
        "depart_avant": [],
        "domaines": [
            {
                "domaine": "Travail courant",
                "elu": "Satisfait",
                "agent": None,
                "accord": "un_seul",
            }
        ],
    }
    other = console("score", path, "--json", "--questionnaire", "perception").json
    assert other["ressenti"] == felt
