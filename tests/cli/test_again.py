# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«remplir --de-nouveau»: another year of a questionnaire, and what the commands say changed."""

from pathlib import Path

import pytest

from tests.cli.console import FIVE, Console
from tests.report.poppler import words_of
from tests.support.unscored import UNSCORED

ANSWERS = {"avis-note": 7, "avis-plusieurs": {"choix": ["agent"]}, "avis-nombre": 12}
OTHER = ("--questionnaire", "sans-score")
AGAIN = ("--questionnaire", UNSCORED, "--de-nouveau")


@pytest.fixture
def path(console: Console) -> Path:
    """A dossier of the five questions, and the other questionnaire answered in it."""
    path = console.new("--questionnaire", FIVE, answers={"out-1": 3})
    given = console.write("r.json", ANSWERS)
    assert console("remplir", path, "--questionnaire", UNSCORED, "--reponses", given).code == 0
    return path


def test_D7_another_year_begins_with_the_answers_before_and_says_what_changed(
    console: Console, path: Path
) -> None:
    given = ("--reponses", console.write("s.json", {"avis-note": 4}))
    heard = console("remplir", path, *AGAIN, "--date", "2027-03-01", *given)
    assert (heard.code, heard.out) == (0, f"{path}\n"), heard.err
    assert heard.said.startswith(
        "3 réponses reprises du 21 novembre 2026, à confirmer une à une. Celles d’alors sont "
        "gardées.\nCinq réponses sans score : 3 réponses, dont 2 à confirmer.\n"
    )
    assert console("reponses", path, "--json", *OTHER).json == {**ANSWERS, "avis-note": 4}
    assert console("reponses", path, "--json").json == {"out-1": 3}, "the diagnosis is as it was"
    changed = console("score", path, "--json", *OTHER).json["depuis"]
    assert (changed["date"], changed["reponses_changees"]) == ("2026-11-21", ["avis-note"])
    assert console("comparer", path, "--json", *OTHER).json["depuis"] == changed
    assert "depuis" not in console("comparer", path, "--json").json
    report = console.path("avis.pdf")
    assert console("rapport", path, "-o", report, *OTHER).code == 0
    assert "Depuis 2026" in words_of(report)
    assert "1 réponse a changé sur" in words_of(report)


def test_D7_the_diagnosis_is_begun_again_by_the_same_command(console: Console, path: Path) -> None:
    heard = console(
        "remplir", path, "--questionnaire", FIVE, "--de-nouveau", "--date", "2027-03-01"
    )
    assert "1 réponse reprise du 21 novembre 2026" in heard.said
    assert console("score", path, "--json").json["depuis"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (AGAIN, "Les réponses à « Cinq réponses sans score » sont datées du 21 novembre 2026."),
        ((*AGAIN, "--date", "2026-01-01"), "On y répond de nouveau un autre jour, après celui-là."),
        ((*AGAIN, "--date", "2027-01-01", "--reponses", "rien.json"), "« rien.json » est introuv"),
    ],
)
def test_where_it_cannot_be_answered_again_nothing_is_written(
    console: Console, path: Path, words: tuple[str, ...], said: str
) -> None:
    before = path.read_bytes()
    assert said in console("remplir", path, *words).refused
    assert path.read_bytes() == before


def test_what_was_not_begun_or_has_no_answer_is_not_answered_again(console: Console) -> None:
    path = console.new("--questionnaire", FIVE)
    later = ("--date", "2027-01-01")
    refused = console("remplir", path, *AGAIN, *later).refused
    assert "pas de réponses au questionnaire « sans-score »" in refused
    assert console("remplir", path, "--questionnaire", UNSCORED).code == 0
    refused = console("remplir", path, *AGAIN, *later).refused
    assert "n’a pas encore de réponse : il n’y a rien à reprendre" in refused
