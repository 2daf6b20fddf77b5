# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The forms to fill in by hand: the blank questionnaire, and the sheet of what to verify."""

import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from autodiag.model.assessment import Answered, NotConcerned
from autodiag.model.authority import LocalAuthority
from autodiag.report.content import ReportContent
from autodiag.report.document import render
from autodiag.text.articles import to
from tests.report.checks import printed
from tests.report.reader import Reading
from tests.report.sample import UNKNOWN, VILLAGE, content, everything, levels

SMALLEST = 14
EPCI = LocalAuthority("Communauté de communes Brelle et Coteaux", "epci", population=38_000)


def form(what: ReportContent, model: str, *, public: bool = False) -> ReportContent:
    return replace(what, model=model, public=public)  # type: ignore[arg-type]


@cache
def blank() -> tuple[ReportContent, Reading]:
    what = content(levels(), facts={"ecole": False}, planned=False)
    return what, printed(form(what, "questionnaire-vierge"))


def test_the_blank_questionnaire_asks_what_applies_and_nothing_else() -> None:
    what, reading = blank()
    states = {key: trace.state for key, trace in what.result.traces().items()}
    assert "non_applicable" in states.values()
    for question in what.snapshot.questionnaire.questions.values():
        asked = " ".join(question.wording().text.split()) in reading.flat
        assert asked is (states[question.id] != "non_applicable"), question.id


def test_the_blank_questionnaire_has_a_box_for_each_answer_twice_and_no_answer() -> None:
    what, reading = blank()
    asked = sum(t.state != "non_applicable" for t in what.result.traces().values())
    boxes = [said for said in reading.spoken if re.match(r"\d\.\d, ", said)]
    assert len(boxes) == asked * 7 * 2, "once under its question, once in the grid"
    assert reading.spoken.count("1.1, niveau 0") == 2
    assert reading.spoken.count("1.1, je ne sais pas") == 2
    assert reading.faults == []
    other = content(everything(Answered(4)), facts={"ecole": False}, planned=False)
    assert printed(form(other, "questionnaire-vierge")).flat == reading.flat


def test_the_blank_questionnaire_is_in_large_type_and_says_how_in_three_sentences(
    tmp_path: Path,
) -> None:
    what, reading = blank()
    first = " ".join(reading.pages[0].split())
    how = first[first.index("Pour chaque question") : first.index("parmi celles")]
    assert len(re.findall(r"\.\s", how)) == 3
    assert "Une fois rempli, il est interne" in first
    target = tmp_path / "vierge.pdf"
    target.write_bytes(render(form(what, "questionnaire-vierge"))[0])
    listed = subprocess.run(
        ["pdftotext", "-bbox-layout", "-l", "3", str(target), "-"], capture_output=True, check=True
    ).stdout.decode()
    heights = [
        float(b) - float(a)
        for a, b in re.findall(r'<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)"', listed)
    ]
    assert len(heights) > 200
    assert min(heights) >= SMALLEST
    assert f"1 / {len(reading.pages)}" in first


def test_a_fact_kept_back_is_not_told_by_a_question_missing_from_the_public_form() -> None:
    forms = [
        printed(
            form(
                content(levels(), facts={"videoprotection": cameras}, planned=False),
                "questionnaire-vierge",
                public=True,
            )
        ).flat
        for cameras in (True, False)
    ]
    assert forms[0] == forms[1]


@cache
def unsure() -> tuple[ReportContent, Reading]:
    answers = {**everything(Answered(2)), "str-2": UNKNOWN, "edu-4": UNKNOWN, "cyb-6": UNKNOWN}
    del answers["usa-1"]
    answers["str-5"] = NotConcerned("Tout est fait ailleurs")
    what = content(answers, planned=False, notes={"str-1": "Ne pas imprimer"})
    marked = replace(what.snapshot.assessment, to_review=frozenset({"str-1", "str-5"}))
    what = replace(what, snapshot=replace(what.snapshot, assessment=marked))
    return what, printed(form(what, "fiche-verification"))


def test_what_to_verify_is_by_whom_to_ask_each_on_their_own_page() -> None:
    what, reading = unsure()
    questions = what.snapshot.questionnaire.questions
    wanted = {"str-1", "str-2", "str-5", "edu-4", "cyb-6", "usa-1"}
    people = {questions[one].whom[0] for one in wanted}
    assert len(reading.pages) == 1 + len(people)
    assert "6 questions à éclaircir" in " ".join(reading.pages[0].split())
    for one in wanted:
        name = what.knowledge.actors[questions[one].whom[0]].name
        text = " ".join(questions[one].wording().text.split())
        (page,) = [" ".join(p.split()) for p in reading.pages if text in " ".join(p.split())]
        assert page.index(f"À demander {to(name)}") < page.index(text)
        assert "Document interne" in page
    assert reading.faults == []
    assert "Ne pas imprimer" not in reading.flat


def test_what_to_verify_says_what_is_answered_and_where_to_look_without_a_score() -> None:
    what, reading = unsure()
    for said in (
        "Réponse actuelle : « je ne sais pas ».",
        "Pas encore de réponse.",
        "Réponse actuelle : niveau 2, marquée « à revoir ».",
        "Réponse actuelle : sans objet, marquée « à revoir ».",
    ):
        assert said.lower() in reading.flat.lower(), said
    assert "score" not in reading.flat.lower(), "each page may be handed to someone else"
    where = what.snapshot.questionnaire.questions["str-2"].wording().where
    assert " ".join(where.split()) in reading.flat
    assert {"Répondu par", "Le", "Précisions"} <= set(reading.spoken)


def test_nothing_to_verify_is_said_kindly_on_one_page() -> None:
    what = content(everything(Answered(3)), planned=False)
    reading = printed(form(what, "fiche-verification"))
    assert len(reading.pages) == 1
    assert "Rien à vérifier" in reading.flat
    assert reading.faults == []


@pytest.mark.parametrize("authority", [VILLAGE, EPCI], ids=["commune", "epci"])
def test_the_forms_of_an_empty_dossier_are_whole(authority: LocalAuthority) -> None:
    what = content({}, authority, planned=False)
    sheet = printed(form(what, "fiche-verification"))
    asked = sum(t.state == "sans_reponse" for t in what.result.traces().values())
    assert sheet.flat.count("Pas encore de réponse.") == asked
    assert sheet.faults == []
