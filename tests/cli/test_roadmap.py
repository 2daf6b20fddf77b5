# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«feuille-de-route»: the stored plan is given again until what it was made from changes (R3)."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from autodiag.dossier.author import Author
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered
from autodiag.model.roadmap import Decision
from tests.cli.console import NOON, Console

ANSWERS = {"str-1": 1, "str-2": 1, "str-7": "nsp", "usa-1": 0, "adm-1": 1, "cyb-1": 0, "cyb-2": 1}


@pytest.fixture
def console(console: Console) -> Console:
    """A terminal whose folder has a dossier with few answers: its plan is made at once."""
    console.new(
        "--nom", "Saint-Exemple", "--type", "commune", "--population", "612", answers=ANSWERS
    )
    return console


def opened(console: Console) -> Dossier:
    return open_dossier(console.path(), Author("Test", lambda: NOON, "TEST"))


def journal(console: Console) -> int:
    with opened(console) as dossier:
        return len(dossier.history(10_000))


def inputs(console: Console) -> str:
    """The digest of what the stored plan was made from."""
    with opened(console) as dossier:
        stored = dossier.plan()
        assert stored is not None
        return stored.inputs_sha256


def plan(console: Console, *words: str) -> str:
    heard = console("feuille-de-route", console.path(), "--json", *words)
    assert heard.code == 0, heard.err
    return heard.out


def test_R3_the_same_text_twice_and_nothing_more_in_the_journal(console: Console) -> None:
    first, written = plan(console), journal(console)
    assert plan(console) == first
    assert journal(console) == written


def test_R3_other_answers_make_another_plan(console: Console) -> None:
    first = plan(console)
    with opened(console) as dossier:
        dossier.set_answer("str-2", Answered(4))
    before = inputs(console)
    assert plan(console) != first
    assert inputs(console) != before


def test_every_planned_action_is_due_in_one_quarter_of_the_three_years(console: Console) -> None:
    shape = json.loads(plan(console))
    quarters = [one["trimestre"] for one in shape["trimestres"]]
    assert shape["debut"] == "2026-12"
    assert (len(quarters), quarters[0], quarters[-1]) == (13, "2026-T4", "2029-T4")
    due = [name for one in shape["trimestres"] for name in one["actions"]]
    assert sorted(due) == sorted(
        one["id"] for horizon in shape["horizons"] for one in horizon["actions"]
    )
    with opened(console) as dossier:
        dossier.set_start("2027-04")
    shape = json.loads(plan(console))
    quarters = [one["trimestre"] for one in shape["trimestres"]]
    assert shape["debut"] == "2027-04"
    assert (len(quarters), quarters[0]) == (12, "2027-T2")


def test_R6_a_refused_action_leaves_the_plan_and_says_so(console: Console) -> None:
    shape = json.loads(plan(console))
    placed = [one for horizon in shape["horizons"] for one in horizon["actions"]]
    refused = next(one["id"] for one in placed if one["nature"] == "action")
    with opened(console) as dossier:
        dossier.decide(Decision(refused, "refusee", reason="Pas cette année"))
    shape = json.loads(plan(console))
    assert refused not in [one["id"] for horizon in shape["horizons"] for one in horizon["actions"]]
    assert {"refusee"} == {left["motif"] for left in shape["ecartees"] if left["id"] == refused}


def test_R8_the_capacity_is_an_hypothesis_until_it_is_given_and_is_then_kept(
    console: Console,
) -> None:
    assert json.loads(plan(console))["capacite"] == {
        "jours_par_mois": 2,
        "budget_annuel": 2400,
        "hypothese": {"jours_par_mois": True, "budget_annuel": True},
    }
    given = plan(console, "--jours-par-mois", "0,5", "--budget-annuel", "1 300")
    nothing_assumed = {"jours_par_mois": False, "budget_annuel": False}
    kept = {"jours_par_mois": 0.5, "budget_annuel": 1300, "hypothese": nothing_assumed}
    assert json.loads(given)["capacite"] == kept
    assert plan(console) == given
    only_days = plan(console, "--jours-par-mois", "6")
    assert json.loads(only_days)["capacite"] == {**kept, "jours_par_mois": 6}


@pytest.mark.parametrize("days", ["2", "3"])
def test_R8_a_figure_that_nobody_gave_stays_an_hypothesis(console: Console, days: str) -> None:
    plan(console)
    for words in (("--jours-par-mois", days), ()):
        assert json.loads(plan(console, *words))["capacite"] == {
            "jours_par_mois": int(days),
            "budget_annuel": 2400,
            "hypothese": {"jours_par_mois": False, "budget_annuel": True},
        }


@pytest.mark.parametrize("day", ["", "hier", "2026-13-01"])
def test_R3_a_stored_plan_of_no_day_is_made_again(console: Console, day: str) -> None:
    first = plan(console)
    with opened(console) as dossier:
        stored = dossier.plan()
        assert stored is not None
        spoilt = json.dumps({**json.loads(stored.text), "made_on": day})
        dossier.store_plan(replace(stored, text=spoilt))
    heard = console("rapport", console.path(), "-o", console.path("r.pdf"))
    assert heard.code == 0, heard.err
    assert "illisible" in heard.said
    assert plan(console) == first


def test_R3_a_disk_without_room_for_the_plan_does_not_keep_it_from_being_read(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AutodiagError("dossier_disque_plein", fichier="mairie.autodiag")

    monkeypatch.setattr(Dossier, "store_plan", full)
    monkeypatch.setattr(Dossier, "set_capacity", full)
    words = ("feuille-de-route", console.path(), "--json", "--jours-par-mois", "3")
    heard = console(*words)
    assert heard.json["capacite"]["jours_par_mois"] == 3
    assert "Cette feuille de route n’est pas enregistrée dans le dossier :" in heard.said
    assert "Ces moyens ne servent que pour cette fois" in heard.said
    assert "Il n’y a plus de place" in heard.said
    printed = console("rapport", console.path(), "-o", console.path("r.pdf"))
    assert printed.code == 0, printed.err
    assert console.path("r.pdf").exists()
    assert "n’est pas enregistrée" in printed.said


def test_R3_no_means_at_all_still_makes_a_plan(console: Console) -> None:
    shape = json.loads(plan(console, "--jours-par-mois", "0", "--budget-annuel", "0"))
    natures = {one["nature"] for horizon in shape["horizons"] for one in horizon["actions"]}
    assert natures == {"se_renseigner"}
    assert "trop_grande" in {left["motif"] for left in shape["ecartees"]}


@pytest.mark.parametrize("number", ["-1", "mille", "nan", "inf", "1e400", "1e10", ""])
@pytest.mark.parametrize("option", ["--jours-par-mois", "--budget-annuel"])
def test_a_capacity_that_is_no_number_is_refused_and_nothing_changes(
    console: Console, option: str, number: str
) -> None:
    before = console.path().read_bytes()
    heard = console("feuille-de-route", console.path(), "--json", option, number)
    assert f"ne convient pas pour {option}" in heard.refused
    assert console.path().read_bytes() == before


def test_a_dossier_opened_by_someone_else_is_read_and_not_written(console: Console) -> None:
    first = plan(console)
    with opened(console):
        before = console.path().read_bytes()
        assert plan(console) == first
        heard = console("feuille-de-route", console.path(), "--json", "--jours-par-mois", "6")
        assert json.loads(heard.out)["capacite"]["jours_par_mois"] == 6
        assert "ne servent que pour cette fois" in heard.said
        assert "n’y est pas enregistrée" in heard.said
        assert console("score", console.path(), "--json").code == 0
        assert "est déjà ouvert" in console("verifier", console.path()).said
        assert console.path().read_bytes() == before
    assert plan(console) == first


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_dossier_where_nothing_may_be_written_is_read(console: Console) -> None:
    console.path().chmod(0o400)
    console.folder.chmod(0o500)
    try:
        assert plan(console)
    finally:
        console.folder.chmod(0o700)


def test_a_stored_plan_that_cannot_be_read_is_made_again(console: Console) -> None:
    first = plan(console)
    with opened(console) as dossier:
        stored = dossier.plan()
        assert stored is not None
        dossier.store_plan(type(stored)("{}", stored.inputs_sha256, stored.made_on))
    heard = console("feuille-de-route", console.path(), "--json")
    assert "illisible" in heard.said
    assert heard.json.keys() == json.loads(first).keys()
    again = console("feuille-de-route", console.path(), "--json")
    assert (again.out, again.err) == (heard.out, "")


def test_D7_a_dossier_whose_questionnaire_is_not_installed_has_scores_and_no_action(
    console: Console,
) -> None:
    five = Path(__file__).parent.parent / "data" / "questionnaires" / "cinq-questions"
    path = console.new("--questionnaire", five, name="cinq.autodiag", answers={"out-1": 1})
    heard = console("feuille-de-route", path, "--json")
    assert "« cinq-questions » de ce dossier n’est pas installé ici" in heard.said
    assert not [one for horizon in heard.json["horizons"] for one in horizon["actions"]]
    printed = console("rapport", path, "-o", console.path("cinq.pdf"))
    assert printed.code == 0, printed.err
