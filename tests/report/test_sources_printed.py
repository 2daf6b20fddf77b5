# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What paper says of where a figure comes from: its reserves in the edition whose sentences have
no brackets, the months and the tie of two that disagree."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from autodiag.benchmarks.compare import at_odds
from autodiag.benchmarks.sentences import reserves
from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Comparator
from autodiag.report.comparison import shown
from autodiag.report.content import ReportContent
from autodiag.report.document import build
from tests.report.poppler import words_of
from tests.report.sample import content, everything, library

TOWN = LocalAuthority("Ville", population=38_000)
BEGINS, ENDS = "Voici ce que d’autres ont répondu", "Aucune moyenne n’est faite entre études"


@cache
def town() -> ReportContent:
    return content(everything(Answered(1)), TOWN, planned=False)


@cache
def section(*, public: bool) -> str:
    """The comparison, as poppler reads it."""
    with TemporaryDirectory() as folder:
        pdf = Path(folder) / "rapport.pdf"
        build(replace(town(), public=public), pdf)
        words = words_of(pdf)
    start = words.rindex(BEGINS)
    return words[start : words.index(ENDS, start)]


def printed(question: str) -> Sequence[Comparator]:
    return [one for one in shown(town().comparison.comparators) if one.question == question]


def flat(text: str) -> str:
    return " ".join(text.split())


def test_B1_the_public_edition_keeps_every_reserve_of_the_figures_it_prints() -> None:
    said = section(public=True)
    kept: set[str] = set()
    for one in shown(town().comparison.comparators):
        if flat(one.benchmark.statement) in said:
            kept |= {*reserves(one.benchmark, library().phrases)}
    assert {"surtout de petites communes", "repère ancien", "à titre indicatif"} <= kept
    assert all(reserve in said for reserve in kept)
    assert "début 2025 · toutes collectivités · surtout de petites communes" in said


def test_B1_the_internal_edition_says_them_in_its_sentences_alone() -> None:
    said = section(public=False)
    assert "surtout de petites communes)" in said
    assert "· surtout de petites communes" not in said


def test_B5_of_two_figures_that_disagree_the_second_says_so_and_each_has_its_month() -> None:
    pairs = {"cyb-5": ("début 2025", "octobre 2025"), "don-4": ("octobre 2025", "avril 2024")}
    tie = flat(library().phrases.models["chiffre_precedent"])
    said = section(public=False)
    for question, months in pairs.items():
        first, second = printed(question)
        assert at_odds(first.benchmark, second.benchmark)
        assert tie in said[said.index(flat(second.sentence)) :], question
        assert all(f", {month} ·" in said for month in months)
    assert said.count(tie) == len(pairs)
    assert "publié en 2025" not in said
    assert section(public=True).count(tie) == 1, "that of security is kept back whole"
