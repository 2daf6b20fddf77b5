# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«reponses --propositions»: what the other questionnaires let one answer, and where it is used."""

from pathlib import Path

import pytest

from autodiag.cli.arguments import build_parser
from tests.cli.console import Console
from tests.report.poppler import text_of
from tests.support.plain import plain

BAROMETER = "numerique-et-collectivites"
GIVEN = {"dem-2": {"choix": "partie"}, "dat-1": {"choix": "oui"}, "inc-4": {"choix": "oui"}}


def test_what_others_let_one_answer_is_given_with_its_reasons_and_nothing_is_written(
    console: Console,
) -> None:
    path = console.new("--questionnaire", "maturite-numerique", answers={"don-1": 1, "str-2": 0})
    given = ("--reponses", console.write("r.json", GIVEN))
    assert console("remplir", path, "--questionnaire", BAROMETER, *given).code == 0
    before = console("reponses", path, "--json").json
    told = console("reponses", path, "--propositions", "--json").json
    assert told["questionnaire"] == "maturite-numerique"
    assert told["a_reprendre"] == {"adm-3": 3}, "one answer differs, another is only bounded"
    by_question = {one["question"]: one for one in told["propositions"]}
    assert list(by_question) == ["usa-5", "adm-3", "don-1"]
    assert by_question["don-1"]["deja_repondue"] is True
    assert (by_question["usa-5"]["reponse"], by_question["usa-5"]["bas"]) == (None, 1)
    (source,) = by_question["adm-3"]["sources"]
    assert (source["questionnaire"], source["question"]) == (BAROMETER, "dem-2")
    assert source["raison"].startswith("Une partie des opérations est sans papier")
    assert console("reponses", path, "--json").json == before

    there = ("--questionnaire", BAROMETER)
    told = console("reponses", path, *there, "--propositions", "--json").json
    assert told["a_reprendre"] == {"sta-2": {"choix": "non"}}
    taken = ("--reponses", console.write("s.json", told["a_reprendre"]))
    assert console("remplir", path, *there, *taken).code == 0
    told = console("reponses", path, *there, "--propositions", "--json").json
    assert told["a_reprendre"] == {}
    assert [one["question"] for one in told["memes_reponses"]] == ["sta-2"]


def test_a_theme_and_what_is_proposed_are_not_asked_together(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(["reponses", "m", "--json", "--propositions", "--theme", "t"])
    assert ended.value.code == 2
    assert "--theme et --propositions ne vont pas ensemble" in capsys.readouterr().err


def test_an_answer_that_says_the_same_elsewhere_says_where_on_paper(
    console: Console, tmp_path: Path
) -> None:
    path = console.new("--questionnaire", "maturite-numerique", answers={"adm-3": 0, "str-2": 1})
    given = {"dem-2": {"choix": "non"}, "sta-2": {"choix": "votee"}}
    there = ("--questionnaire", BAROMETER)
    assert console("remplir", path, *there, "--reponses", console.write("r.json", given)).code == 0
    sheet = tmp_path / "rapport.pdf"
    assert console("rapport", path, *there, "-o", sheet).code == 0
    said = plain(text_of(sheet))
    assert said.count("Comme dans « Maturité") == 1, "the other answer differs"
