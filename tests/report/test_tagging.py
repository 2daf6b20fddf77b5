# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every model as a tagged document: each operator that paints is tagged or an artifact, the tree
holds what a reader needs, and poppler reads it all, in order."""

import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import tomli

from autodiag.report.content import Handed, Model
from autodiag.report.document import render
from autodiag.scoring.handed import handed_answers
from tests.report import streams
from tests.report.checks import SECTIONS
from tests.report.reader import read
from tests.report.sample import RESOURCES, content, levels

MODELS: tuple[tuple[Model, bool], ...] = (
    ("complet", False),
    ("complet", True),
    ("synthese", False),
    ("synthese", True),
    ("passation", False),
    ("questionnaire-vierge", False),
    ("fiche-verification", False),
)
SHORT = (("complet", False), ("synthese", True))
models = pytest.mark.parametrize(
    ("model", "public"),
    [pytest.param(*one, marks=() if one in SHORT else pytest.mark.long) for one in MODELS],
)
"""The longest and the one that is pinned up; the others in the long run."""
ELEMENTS = {"Document", "Sect", "H1", "H2", "H3", "P", "Span", "L", "LI", "Lbl", "LBody", "Link"}
ELEMENTS |= {"Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Form"}
ELEMENTS |= {"TOC", "TOCI", "Reference"}
SHORTEST = 4
"""Letters of a word that is looked for: shorter ones are everywhere."""


@cache
def made(model: Model, *, public: bool) -> bytes:
    what = content(levels(), facts={"ecole": True, "site": True})
    handed = Handed(handed_answers(what.snapshot, {}), (), "mairie.autodiag", "vos documents")
    return render(replace(what, model=model, public=public, handed=handed))[0]


@models
def test_everything_painted_is_tagged_or_an_artifact(model: Model, public: bool) -> None:
    data = made(model, public=public)
    found = {
        number: faults
        for number, page in enumerate(streams.pages(data), 1)
        if (faults := streams.faults(page))
    }
    assert found == {}
    reading = read(data)
    assert len(streams.pages(data)) == len(reading.pages)
    assert reading.faults == []


def test_the_walk_sees_what_is_neither() -> None:
    assert streams.faults(b"/Artifact BMC 0 0 m 1 1 l S EMC") == []
    assert streams.faults(b"/P <</MCID 0>> BDC BT (S (a) S) Tj ET EMC") == []
    assert streams.faults(b"0 0 m 1 1 l S") == ["b'S' is neither tagged nor an artifact"]
    assert streams.faults(b"/P <</MCID 0>> BDC (a) Tj /Artifact BMC S EMC EMC")
    assert streams.faults(b"/P <</MCID 0>> BDC (a) Tj")


@models
def test_the_tree_has_headings_lists_tables_with_heads_and_figures_in_words(
    model: Model, public: bool
) -> None:
    data = made(model, public=public)
    reading = read(data)
    assert set(reading.kinds) <= ELEMENTS
    assert reading.kinds["H1"] >= 1
    heads = re.findall(rb"/S /TH [^\n]*", data)
    assert all(b"/Scope /Column" in one or b"/Scope /Row" in one for one in heads)
    figures = re.findall(rb"/S /Figure [^\n]*", data)
    assert all(b"/Alt <" in one and b"/BBox" in one for one in figures)
    assert b"/Lang (fr-FR)" in data
    assert b"/DisplayDocTitle true" in data
    links = re.findall(rb"/Contents \((.*?)\) /Dest", data)
    assert len(set(links)) == len(links), "each says where it leads"
    assert not [said for said in reading.spoken if "ne le font pas" in said and "échelle" in said]


def entetes() -> dict[str, str]:
    """What page headers say: artifacts, for they repeat a title."""
    return tomli.loads((RESOURCES / "report" / "textes.toml").read_text("utf-8"))["entetes"]


def poppler(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.mark.long
def test_poppler_reads_the_whole_report_in_order(tmp_path: Path) -> None:
    target = tmp_path / "rapport.pdf"
    target.write_bytes(made("complet", public=False))
    told = poppler("pdfinfo", "-struct-text", str(target))
    assert "Syntax Error" not in told
    heard = " ".join(" ".join(re.findall(r'^ *"(.*)"$', told, re.MULTILINE)).split())
    joined = heard.replace(" ", "")
    seen = poppler("pdftotext", str(target), "-").split()
    words = {word for word in seen if sum(map(str.isalpha, word)) >= SHORTEST}
    assert len(words) > 1500
    headers = {word for label in entetes().values() for word in label.split()}
    missing = {word for word in words if word not in joined}
    assert missing <= headers, "a word on the page that nobody hears, and that no header repeats"
    headed = re.findall(r'^ *H1 \(block\)\n *"(.*?) *"$', told, re.MULTILINE)
    assert [" ".join(title.split()) for title in headed] == SECTIONS
