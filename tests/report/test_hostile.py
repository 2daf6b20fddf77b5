# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whatever a person types arrives in the report as plain text."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from autodiag.model.assessment import NotConcerned
from autodiag.model.roadmap import Decision
from autodiag.report.document import render
from autodiag.report.letters import in_visual_order
from tests.report.checks import printed, sound
from tests.report.poppler import fonts_of, words_of
from tests.report.reader import read
from tests.report.sample import NOT_CONCERNED, VILLAGE, content, levels

HEBREW = "\u202e\u05e9\u05dc\u05d5\u05dd\u202c"
HOSTILE = f"Bourg-<b>Neuf & $x$ {{y}} %s 🎉 市 {HEBREW} **fin** \\foo"


def test_hostile_text_arrives_as_plain_text() -> None:
    answers = {**levels(), "str-1": NOT_CONCERNED}
    what = content(answers, replace(VILLAGE, name=HOSTILE), notes={"str-2": HOSTILE})
    decision = {
        action.id: Decision(action.id, "retenue", who=HOSTILE)
        for horizon in (what.roadmap.horizons if what.roadmap else ())
        for action in horizon.actions
    }
    what = replace(what, snapshot=replace(what.snapshot, decisions=decision))
    data, _ = render(what)
    reading = read(data)
    assert reading.faults == []
    assert "Bourg-<b>Neuf & $x$ {y} %s 🎉 · שלום" in reading.flat
    # pdfium moves the space that ends a run written from right to left
    assert "שלום**fin**\\foo" in reading.flat.replace(" ", "")
    assert reading.flat.count("ne peuvent pas être imprimés") == 1
    assert "Note : Bourg-<b>Neuf" in reading.flat


def test_hostile_text_reaches_charts_as_plain_text() -> None:
    what = content(levels())
    assert what.roadmap is not None
    first = what.roadmap.horizons[0]
    chosen = [action for action in first.actions if action.kind == "action"][:2]
    renamed = tuple(replace(action, title=HOSTILE) for action in chosen)
    horizons = (replace(first, actions=renamed), *what.roadmap.horizons[1:])
    what = replace(what, roadmap=replace(what.roadmap, horizons=horizons))
    data, _ = render(what)
    reading = read(data)
    assert reading.flat.count("Bourg-<b>Neuf & $x$ {y} %s") >= 4
    assert reading.flat.count("שלום") >= 4


@pytest.mark.long
def test_endless_notes_and_reasons_are_cut_to_hold_on_a_page() -> None:
    endless = "W" * 5_000
    answers = {**levels(), "str-1": NotConcerned(endless), "str-2": NOT_CONCERNED}
    what = content(answers, notes={"str-1": endless, "str-3": endless})
    assert what.roadmap is not None
    decisions = {
        action.id: Decision(action.id, "retenue", who=endless, note=endless)
        for horizon in what.roadmap.horizons
        for action in horizon.actions
    }
    reading = printed(replace(what, snapshot=replace(what.snapshot, decisions=decisions)))
    sound(reading)
    assert "WWW…" in reading.flat


@pytest.mark.long
def test_a_very_long_name_prints() -> None:
    for name in ("x" * 300, "Saint-Exemple-sur-Longue-Rivière " * 9):
        reading = printed(content(levels(), replace(VILLAGE, name=name), planned=False))
        sound(reading)
        assert name[:20] in reading.flat


SCRIPTS = "avant שָׁלוֹם עולם après, Привет Ελλάς ☃ ǎ مرحبا 😀 🎉"


def test_every_script_arrives_as_plain_text(tmp_path: Path) -> None:
    """Poppler puts words written from right to left back in the order they were typed."""
    what = content(
        levels(), replace(VILLAGE, name="Привет 😀"), notes={"str-2": SCRIPTS}, planned=False
    )
    data, _ = render(what)
    reading = read(data)
    sound(reading, other_scripts=True)
    assert reading.fonts >= {"DejaVuSans", "NotoEmoji-Regular"}
    assert "·" not in reading.flat.replace(" · ", "")
    assert "ne peuvent pas être imprimés" not in reading.flat
    assert reading.flat.count("Les lettres arabes sont imprimées détachées") == 1
    file = tmp_path / "rapport.pdf"
    file.write_bytes(data)
    assert all(embedded and unicode for _, embedded, unicode in fonts_of(file))
    text = words_of(file)
    for word in SCRIPTS.split():
        bare = "".join(c for c in word if not unicodedata.combining(c))
        marks_apart = "".join(c for c in text if not unicodedata.combining(c))
        assert bare in marks_apart, word
    assert "Привет 😀 · Diagnostic de maturité numérique" in text


def test_right_to_left_words_stand_on_paper_in_visual_order() -> None:
    assert in_visual_order("avant") == "avant"
    assert in_visual_order("a אבג דה b") == "a הד גבא b"
    assert in_visual_order("אָב ") == "באָ "
    assert in_visual_order("Ω א, ب") == "Ω א, ب"


def test_what_cannot_be_printed_is_said_on_the_one_page_of_the_synthesis() -> None:
    what = content({}, replace(VILLAGE, name="東京 مرحبا"), planned=False)
    reading = printed(replace(what, model="synthese"))
    assert len(reading.pages) == 1
    assert reading.flat.count("ne peuvent pas être imprimés") == 1
    assert reading.flat.count("Les lettres arabes sont imprimées détachées") == 1
