# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«rapport --modele passation»: the sheet for the town hall, read back from the PDF."""

from autodiag.dossier.opening import open_dossier
from autodiag.model.dossier import HandoverNote
from autodiag.model.roadmap import Decision
from tests.cli.console import Console
from tests.report.poppler import facts_of, words_of
from tests.support.desks import write_dossier
from tests.support.unscored import GIVEN, UNSCORED

SOME = {"str-1": 2, "str-2": "nsp"}


def test_the_sheet_prints_where_things_are_what_was_decided_and_who_answered(
    console: Console,
) -> None:
    path = write_dossier(console.path(), SOME)
    with open_dossier(path, console.surroundings().author) as dossier:
        dossier.set_handover("site", HandoverNote("site", "Classeur bleu <b>", "Karim & Cie"))
        dossier.set_note("str-1", "Vu avec Sophie")
        dossier.attach("str-1", "Délibération de mars")
        dossier.decide(Decision("str-referent", "refusee", reason="Trop tôt"))
    target = console.path("fiche.pdf")
    assert console("rapport", path, "-o", target, "--modele", "passation").code == 0
    words, facts = words_of(target), facts_of(target)
    for said in (
        "Passation : Montbrelle",
        "Ce document est interne",
        "Classeur bleu <b>",
        "Karim & Cie",
        "Raison : Trop tôt",
        "D’après : Délibération de mars",
        "Note : Vu avec Sophie",
        "Marie, le 21 novembre 2026",
        "« Je ne sais pas. »",
        "mairie.autodiag",
    ):
        assert said in words
    assert facts["Tagged"] == "yes"
    assert facts["Title"] == "Montbrelle, fiche de passation"


def test_the_sheet_has_no_public_edition(console: Console) -> None:
    path, target = write_dossier(console.path(), SOME), console.path("fiche.pdf")
    asked = console(
        *("rapport", path, "-o", target, "--modele", "passation", "--diffusion", "publique")
    )
    assert "pas d’édition publique" in asked.refused
    assert not target.exists()


def test_the_sheet_is_of_the_main_diagnosis_whichever_questionnaire_is_asked_for(
    console: Console,
) -> None:
    path, target = write_dossier(console.path(), SOME), console.path("fiche.pdf")
    asked = ("--questionnaire", "perception")
    assert console("remplir", path, *asked, "--date", "2026-11-21").code == 0
    assert console("rapport", path, "-o", target, "--modele", "passation", *asked).code == 0
    words = words_of(target)
    assert "Diagnostic du 21 novembre 2026 : 2 réponses." in words
    assert "« Je ne sais pas. »" in words


def test_a_dossier_without_a_score_is_handed_over_without_a_roadmap(console: Console) -> None:
    path = write_dossier(console.path(), folder=UNSCORED)
    with open_dossier(path, console.surroundings().author) as dossier:
        dossier.set_answer("avis-note", GIVEN["avis-note"])
    target = console.path("fiche.pdf")
    assert console("rapport", path, "-o", target, "--modele", "passation").code == 0
    words = words_of(target)
    assert "« Cinq réponses sans score », le 21 novembre 2026 : 1 réponse." in words
    assert "7 sur 10" in words
    assert "il ne mène pas à une feuille de route" in words
