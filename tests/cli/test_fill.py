# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«remplir»: another questionnaire in the same dossier, and the commands that then read it."""

import hashlib
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered, Unknown
from tests.cli.console import FIVE, Console
from tests.support.plain import plain
from tests.support.unscored import UNSCORED

ANSWERS = {"avis-note": 7, "avis-plusieurs": {"choix": ["agent"]}, "avis-nombre": 12}
OTHER = ("--questionnaire", "sans-score")


def filled(console: Console, answers: object = None) -> Path:
    """A dossier of the five questions, and the other questionnaire begun in it."""
    path = console.new("--questionnaire", FIVE, answers={"out-1": 3})
    given = ("--reponses", console.write("r.json", ANSWERS if answers is None else answers))
    heard = console("remplir", path, "--questionnaire", UNSCORED, *given)
    assert (heard.code, heard.out) == (0, f"{path}\n"), heard.err
    return path


def test_each_command_reads_the_questionnaire_that_it_is_told(console: Console) -> None:
    path = filled(console)
    assert console("reponses", path, "--json").json == {"out-1": 3}
    assert console("reponses", path, "--json", *OTHER).json == ANSWERS
    scored = console("score", path, "--json", *OTHER).json
    assert scored["questionnaire"]["id"] == "sans-score"
    assert (scored["global"], scored["profil"]["classable"]) == (None, False)
    (theme,) = scored["themes"]
    assert (theme["etat"], theme["repondues"], theme["sans_reponse"]) == ("sans_score", 3, 2)
    assert console("score", path, "--json").json["questionnaire"]["id"] == "cinq-questions"
    assert console("comparer", path, "--json", *OTHER).json["sans_repere"]


def test_what_is_begun_is_completed_by_the_same_command(console: Console) -> None:
    path = filled(console, {"avis-note": 7})
    again = ("remplir", path, "--questionnaire", UNSCORED)
    heard = console(*again, "--reponses", console.write("s.json", {"avis-choix": {"choix": "oui"}}))
    assert heard.said.startswith("Cinq réponses sans score : 2 réponses.\nIl n’a pas de score :")
    assert console("reponses", path, "--json", *OTHER).json == {
        "avis-note": 7,
        "avis-choix": {"choix": "oui"},
    }
    refused = console(*again, "--date", "2027-03-01").refused
    assert refused.startswith("« Cinq réponses sans score » est déjà commencé dans ce dossier, le")
    assert console(*again, "--date", "2026-11-21").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--questionnaire", "inconnu"), "Le questionnaire « inconnu » n’est pas installé"),
        (("--questionnaire", UNSCORED, "--date", "demain"), "« demain » n’est pas une date"),
        (("--questionnaire", UNSCORED, "--reponses", "rien.json"), "« rien.json » est introuvable"),
    ],
)
def test_what_cannot_be_filled_is_refused_and_nothing_is_begun(
    console: Console, words: tuple[str, ...], said: str
) -> None:
    path = console.new("--questionnaire", FIVE)
    assert said in console("remplir", path, *words).refused
    refused = console("score", path, "--json", *OTHER).refused
    assert (
        "pas de réponses au questionnaire « sans-score ». Il contient : cinq-questions." in refused
    )


def test_without_a_score_there_is_no_roadmap_and_no_document(
    console: Console, tmp_path: Path
) -> None:
    path = console.new("--questionnaire", UNSCORED, answers=ANSWERS)
    for words in (("feuille-de-route", path, "--json"), ("documents", path, "-o", tmp_path / "d")):
        refused = console(*words).refused
        assert refused.startswith("Le questionnaire « Cinq réponses sans score » n’a pas de score")
    assert not (tmp_path / "d").exists()


def test_the_report_of_a_questionnaire_without_a_score_is_printed_without_a_plan(
    console: Console,
) -> None:
    path = filled(console)
    target = console.path("avis.pdf")
    heard = console("rapport", path, "-o", target, *OTHER, "--modele", "questionnaire-vierge")
    assert heard.code == 0, heard.err
    assert target.read_bytes().startswith(b"%PDF")
    whole = console("rapport", path, "-o", console.path("entier.pdf"), *OTHER)
    assert whole.code == 0, whole.err


def test_an_answer_of_the_other_questionnaire_that_does_not_fit_is_told(console: Console) -> None:
    path = filled(console)
    assert console("verifier", path).code == 0
    with open_dossier(path, console.surroundings().author) as dossier:
        dossier.choose(2)
        dossier.set_answer("avis-note", Answered(77))
    refused = console("verifier", path).refused
    assert "Cinq réponses sans score, question avis-note : " in refused


def test_answers_that_sit_oddly_together_are_remarked_and_kept(console: Console) -> None:
    odd = {"inf-3a": 3, "inf-3b": 5}
    path = console.new("--questionnaire", FIVE)
    fill = ("remplir", path, "--questionnaire", "numerique-et-collectivites", "--reponses")
    heard = console(*fill, console.write("odd.json", odd))
    assert heard.code == 0
    assert "Remarque – questions inf-3b et inf-3a : Plus de bâtiments ont la fibre" in heard.said
    heard = console(*fill, console.write("even.json", {"inf-3a": 5}))
    assert (heard.code, "Remarque" in heard.said) == (0, False)


def test_verifier_looks_at_each_filling_of_a_dossier_and_names_it(console: Console) -> None:
    path = filled(console)
    again = ("--questionnaire", UNSCORED, "--de-nouveau", "--date", "2027-03-01")
    assert console("remplir", path, *again).code == 0
    odd = console.write("odd.json", {"acc-1": 0})
    console("remplir", path, "--questionnaire", FIVE, "--reponses", odd)
    heard = console("verifier", path)
    assert (heard.code, plain(heard.out).splitlines()) == (0, [
        "Dossier de Virigneux : 8 réponses, tout est lisible.",
        "Cinq questions : 2 réponses.",
        "Cinq réponses sans score, 21 novembre 2026 : 3 réponses.",
        "Cinq réponses sans score, 1er mars 2027 : 3 réponses.",
    ])  # fmt: skip
    assert heard.said.count("Remarque – Cinq questions, questions out-1 et acc-1 : Les copies") == 1
    with open_dossier(path, console.surroundings().author) as dossier:
        dossier.choose(2)
        dossier.set_answer("jadis-1", Unknown())
    refused = console("verifier", path).refused
    assert "n’a pas : jadis-1 (Cinq réponses sans score, 21 novembre 2026)." in refused


def test_a_filling_that_cannot_be_read_is_named_and_the_others_are_verified(
    console: Console,
) -> None:
    path = filled(console)
    with closing(sqlite3.connect(path)) as base, base:
        text = b"{}"
        row = (hashlib.sha256(text).hexdigest(), zlib.compress(text))
        base.execute("INSERT INTO questionnaires VALUES(?, ?)", row)
        base.execute("UPDATE assessments SET questionnaire = ? WHERE id = 2", row[:1])
        base.execute("INSERT INTO answers VALUES(1, 'xyz', 'nsp', '', '')")
    refused = console("verifier", path).refused
    assert "n’a pas : xyz (" in refused
    assert "« enregistré dans le dossier » ne peut pas servir" in refused
    assert "Questionnaire sans-score\n" in refused
