# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A dossier changed by another hand: stored values that their question cannot take (S2, D4)."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from autodiag.dossier.opening import open_dossier
from tests.cli.console import FIVE, Console

LEVEL = "il faut un niveau (0, 1, 2, 3 ou 4)"


def edit(path: Path, question: str, value: str) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        done = base.execute("UPDATE answers SET value = ? WHERE question = ?", (value, question))
        assert done.rowcount == 1


@pytest.mark.long
@pytest.mark.parametrize("value", ["9", "-1", "2.5", "3.0", '"a"', '["a"]'])
def test_S2_a_value_that_is_no_level_counts_as_unanswered_and_is_told(
    console: Console, value: str
) -> None:
    path = console.new(answers={"str-1": 1, "str-2": 2})
    without = console.new(answers={"str-2": 2}, name="sans.autodiag")
    edit(path, "str-1", value)
    score = console("score", path, "--json")
    assert score.json == console("score", without, "--json").json
    assert "comptent comme « sans réponse » : str-1." in score.said
    assert console("reponses", path, "--json").json == {"str-2": 2}
    checked = console("verifier", path).refused
    assert "question str-1 : " in checked
    assert LEVEL in checked or "écrivez 3, sans décimale" in checked
    for words in (
        ("comparer", path, "--json"),
        ("feuille-de-route", path, "--json"),
        ("rapport", path, "-o", console.path("r.pdf")),
    ):
        heard = console(*words)
        assert heard.code == 0, heard.err
        assert heard.said.count("« sans réponse » : str-1.") == 1


def test_S2_every_unfit_answer_is_listed_and_strangers_too(console: Console) -> None:
    answers = {
        "out-1": 1,
        "out-2": {"choix": "agent"},
        "out-3": 12,
        "acc-2": {"choix": ["guichet", "courriel"]},
        "acc-3": 7,
    }
    path = console.new("--questionnaire", FIVE, answers=answers)
    assert "5\u00a0réponses, tout est lisible" in console("verifier", path).out
    for question in answers:
        edit(path, question, '"zz"')
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("INSERT INTO answers VALUES(1, 'xyz', 'nsp', '', '')")
    said = console("verifier", path).refused
    for question in answers:
        assert f"question {question} : il faut" in said
    assert "n’a pas : xyz." in said


def test_D6_verifier_recalls_that_no_copy_is_known_elsewhere(console: Console) -> None:
    path = console.new()
    for _ in range(2):
        assert console("verifier", path).said.count("aucune copie de ce dossier") == 1
    elsewhere = console.folder.parent / "usb"
    elsewhere.mkdir()
    given = console.surroundings()
    with open_dossier(path, given.author, copies_in=given.copies) as dossier:
        dossier.save_copy(elsewhere / "copie.autodiag")
    assert not console("verifier", path).err
