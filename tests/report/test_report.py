# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The printed report, read back by another program: what it says, and how it is made."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.roadmap import Decision
from autodiag.report.chart_canvas import CanvasRenderer
from autodiag.report.content import ReportContent
from autodiag.report.document import render
from autodiag.report.letters import Letters
from tests.report.checks import SECTIONS, printed, sound
from tests.report.reader import Reading
from tests.report.sample import (
    NOT_CONCERNED,
    TODAY,
    UNKNOWN,
    content,
    everything,
    express,
    levels,
)


@cache
def village() -> tuple[ReportContent, Reading]:
    what = content(levels(), facts={"ecole": True, "site": True})
    return what, printed(what)


def test_the_report_is_tagged_vector_and_in_our_fonts() -> None:
    _, reading = village()
    sound(reading)
    kinds = reading.kinds
    assert kinds["H1"] == len(SECTIONS)
    assert min(kinds[k] for k in ("Table", "TH", "TD", "Figure", "Link", "LI", "TOCI")) > 5


def test_the_report_has_a_sensible_number_of_pages() -> None:
    _, reading = village()
    assert 20 <= len(reading.pages) <= 55


def test_each_page_has_its_footer_and_the_total() -> None:
    _, reading = village()
    total = len(reading.pages)
    assert "Diagnostic de maturité numérique ·" not in reading.pages[0]  # the cover has its own
    for number, page in enumerate(reading.pages[1:], 2):
        flat = " ".join(page.split())
        assert "Montbrelle · Diagnostic de maturité numérique · 21 novembre 2026" in flat
        assert f"{number} / {total}" in flat.replace(f"{number}/", f"{number} /")


def test_the_synthesis_holds_on_one_page() -> None:
    what, reading = village()
    assert reading.pages[1].splitlines()[0].strip() == "L’essentiel en une page"
    assert reading.pages[2].splitlines()[0].strip() == "Lire ce document"
    overall = what.result.overall
    assert overall is not None
    assert "sur 4" in " ".join(reading.pages[1].split())


def test_P5_P7_the_profile_says_whose_words_and_cut_offs_these_are() -> None:
    what, reading = village()
    assert what.result.profile.low is not None
    portrait = what.knowledge.portraits[what.result.profile.low]
    page = " ".join(reading.pages[3].split())
    assert page.index(portrait.kind_label) < page.index(portrait.label.lower())
    assert "Mot de l’étude EY et France urbaine" in reading.flat
    assert "Les seuils employés ici sont ceux de cette application" in reading.flat


def test_P6_each_condition_says_whether_it_is_met_or_what_is_missing() -> None:
    what, reading = village()
    start = reading.flat.index("Ce que demande chaque étape")
    end = reading.flat.index("Thème par thème", start)
    part = reading.flat[start:end]
    said = part.count("il manque") + part.count("atteinte")
    assert said >= len(what.result.profile.readings)


def test_P4_doubts_are_grouped_by_whom_to_ask() -> None:
    answers = {**everything(Answered(2)), "str-2": UNKNOWN, "str-3": UNKNOWN, "cyb-1": UNKNOWN}
    what = content(answers, planned=False)
    assert what.result.profile.doubts
    reading = printed(what)
    assert "À demander" in reading.flat


def test_B1_every_comparison_shown_has_its_study_and_year() -> None:
    what, reading = village()
    shown = [c for c in what.comparison.comparators if c.shown and c.same_size]
    assert shown
    per_question: dict[str, int] = {}
    for comparator in shown:
        per_question[comparator.question] = per_question.get(comparator.question, 0) + 1
        study = comparator.benchmark.study
        assert study.publisher.replace("\u202f", " ").split(" ")[0] in reading.flat
    assert max(per_question.values()) <= 2


def test_R7_obligations_are_said_to_be_a_reading_and_no_legal_opinion() -> None:
    what, reading = village()
    assert "Une lecture de vos réponses, pas un avis juridique." in reading.flat
    for state in what.obligations:
        title = " ".join(state.obligation.title.replace("\u202f", " ").split())
        assert title in reading.flat


def test_S8_the_method_prints_each_theme_arithmetic() -> None:
    what, reading = village()
    start = reading.flat.rindex("Le calcul, thème par thème")
    part = reading.flat[start:]
    theme = what.result.themes[0]
    weight = sum(t.weight for t in theme.questions if t.counts)
    low = sum(t.weight * t.low for t in theme.questions if t.counts)
    assert f"divisé par la somme des poids {weight}" in part
    assert f"Total de {low} au plus bas" in part or f"Total {low}," in part


def test_R5_every_action_left_out_has_its_reason() -> None:
    what, reading = village()
    assert what.roadmap is not None
    for left in what.roadmap.left_out:
        assert " ".join(left.sentence.replace("\u202f", " ").split()).rstrip(".") in reading.flat
    for horizon in what.roadmap.horizons:
        for action in horizon.actions:
            if action.kind == "action":
                assert " ".join(action.title.replace("\u202f", " ").split()) in reading.flat


@pytest.mark.long
@pytest.mark.parametrize(
    ("what", "said"),
    [
        (lambda: content({}), "Aucune réponse ne donne encore de niveau"),
        (lambda: content({}, planned=False), "La feuille de route n’est pas encore établie"),
        (lambda: content(express()), "Aperçu sur 12 réponses"),
        (lambda: content(everything(UNKNOWN)), "Commencez par vous renseigner"),
        (lambda: content(everything(NOT_CONCERNED)), "il n’y a ni score ni profil"),
        (lambda: content(everything(Answered(4))), "C’est l’étape la plus haute"),
        (
            lambda: content(
                levels(5),
                LocalAuthority(
                    "Communauté de communes Brelle et Coteaux", "epci", population=38_000
                ),
            ),
            "38 000 habitants",
        ),
        (
            lambda: content(levels(6), LocalAuthority("Syndicat des Eaux", "syndicat")),
            "écrites pour les communes et les intercommunalités",
        ),
    ],
    ids=["nothing", "no-plan", "express", "unknown", "not-concerned", "top", "epci", "other"],
)
def test_S6_S10_whatever_is_missing_the_report_prints_and_says_it(what: object, said: str) -> None:
    reading = printed(what())  # type: ignore[operator]
    sound(reading)
    assert said in reading.flat


def test_an_outdated_plan_is_said_so() -> None:
    what, _ = village()
    reading = printed(replace(what, plan_is_current=False))
    assert "ont changé depuis que cette feuille de route" in reading.flat


def test_the_public_edition_has_no_note_and_no_name() -> None:
    what = content(levels(), notes={"str-1": "Vu avec Mme Lefort"})
    assert what.roadmap is not None
    action = next(a for h in what.roadmap.horizons for a in h.actions if a.kind == "action")
    decided = Decision(
        action.id, "retenue", who="Mme Lefort", day="2027-01-31", note="Lefort, le jeudi"
    )
    decisions = {action.id: decided}
    snapshot = replace(what.snapshot, decisions=decisions, opening_mark=7.0)
    inside = printed(replace(what, snapshot=snapshot)).flat
    outside = printed(replace(what, snapshot=snapshot, public=True)).flat
    assert inside.count("Mme Lefort") >= 3
    assert "Lefort" not in outside
    assert "7 sur 10" in inside
    assert "Pour le 31 janvier 2027" in inside
    assert "7 sur 10" not in outside


@pytest.mark.long
def test_the_same_content_gives_the_same_bytes() -> None:
    what, _ = village()
    assert render(what) == render(what)


def test_the_date_comes_from_the_content_not_from_the_clock() -> None:
    what, _ = village()
    data, _ = render(what)
    assert b"2026-11-21T00:00:00" in data
    assert what.today == TODAY


def test_the_document_says_its_language_and_title_that_it_is_tagged_and_claims_no_norm() -> None:
    what, _ = village()
    data, _ = render(what)
    for said in (b"/Lang (fr-FR)", b"/DisplayDocTitle true", b"/Marked true"):
        assert said in data, said
    assert b"pdfua" not in data.lower(), "no validator has said so"
    title = "Montbrelle, diagnostic de maturité numérique et feuille de route"
    assert title.encode() in data
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_value("Title") == title
        assert document.get_metadata_value("CreationDate").startswith("D:20261121")


def test_a_picture_in_a_chart_is_refused() -> None:
    renderer = CanvasRenderer(None, (10, 10), ("a", "b"), Letters(frozenset(), Path()))
    with pytest.raises(TypeError):
        renderer.draw_image(None, 0, 0, None)


def test_progress_is_told_and_can_stop_the_work() -> None:
    what, _ = village()
    told: list[tuple[int, int]] = []
    render(what, lambda done, total, _label: told.append((done, total)))
    assert told == [(i, len(told)) for i in range(len(told))]

    def stop(done: int, _total: int, _label: str) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(what, stop)
