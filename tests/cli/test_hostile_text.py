# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What people type reaches files, JSON and paper as plain text: never markup, never a traceback."""

from pathlib import Path

import pypdfium2
import pytest

from autodiag.places.typed import NAME_MAX
from tests.cli.console import Console

HOSTILE = {
    "markup": "Saint-<b>Gras</b> & Cie <script>",
    "mathematics": "Val $x^2$ $\\foo$ %s {0}",
    "emoji": "Bourg 🏛️👩‍👩‍👧 joli",
    "right to left": "بلدية Saint-Ouen עיר",
    "long": "Très-" + "Long-" * 58 + "Nom",
    "quotes": 'L\'Haÿ "des" «Roses»',
}


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_name_is_kept_as_it_was_typed(console: Console, name: str) -> None:
    path = console.new("--nom", name, "--type", "commune", "--population", "612")
    assert console("score", path, "--json").json["collectivite"]["nom"] == name
    assert name in console("verifier", path).out


def test_a_name_of_more_than_300_characters_is_cut(console: Console) -> None:
    path = console.new("--nom", "x" * 5_000, "--type", "commune")
    assert len(console("score", path, "--json").json["collectivite"]["nom"]) == NAME_MAX


def test_what_turns_a_line_around_is_taken_out_of_a_name(console: Console) -> None:
    path = console.new("--nom", "Ville\u202e\u0007\r\n d’Or", "--type", "commune")
    assert console("score", path, "--json").json["collectivite"]["nom"] == "Ville d’Or"


@pytest.mark.parametrize("reason", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_reason_is_kept_as_it_was_typed(console: Console, reason: str) -> None:
    path = console.new(answers={"edu-1": {"sans_objet": reason}})
    assert console("reponses", path, "--json").json == {"edu-1": {"sans_objet": reason}}


def test_the_report_prints_them_as_text(console: Console) -> None:
    name = f"{HOSTILE['markup']} {HOSTILE['mathematics']}"
    answers = {f"edu-{n}": {"sans_objet": text} for n, text in enumerate(HOSTILE.values(), 1)}
    path = console.new("--nom", name, "--type", "commune", "--fait", "ecole=oui", answers=answers)
    printed = console("rapport", path, "-o", console.path("r.pdf"))
    assert printed.code == 0, printed.err
    text = " ".join(text_of(console.path("r.pdf")).split())
    assert "Saint-<b>Gras</b> & Cie <script>" in text
    assert "$x^2$" in text
    assert "<script>" in text
