# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How comparators are listed and told in a word: their order, «Oui» or «Pas encore», their margin.

It ranks figures, never collectivités.
"""

from collections.abc import Iterable
from typing import Literal

from autodiag.benchmarks.compare import at_odds
from autodiag.benchmarks.interval import wilson
from autodiag.benchmarks.library import figure_id
from autodiag.benchmarks.placing import Place, sort_key
from autodiag.benchmarks.sentences import SMALL_PANEL, to_avoid
from autodiag.model.benchmark import Benchmark, Comparator, Stance

Verdict = Literal[
    "oui",
    "engage",
    "pas_encore",
    "meme_avis",
    "autre_avis",
    "meme_cas",
    "autre_cas",
    "a_verifier",
    "non_compare",
]
_ANSWERED: tuple[Stance, ...] = ("dans", "hors")


def verdict(comparator: Comparator, *, opinion: bool = False) -> Verdict:
    """Whether *they* do it, in a word. Out of the share of those who do nothing, something is at
    least begun: «oui» only where their answer says that it is done, and so too where it is only
    near the published fact. Where nothing is better, whether they are of that opinion, or in that
    case."""
    stance, benchmark = comparator.stance, comparator.benchmark
    if stance not in _ANSWERED:
        return "a_verifier" if stance == "a_verifier" else "non_compare"
    inside = stance == "dans"
    if opinion:
        return "meme_avis" if inside else "autre_avis"
    if to_avoid(benchmark):
        return "pas_encore" if inside else "oui" if comparator.done else "engage"
    if benchmark.direction == "plus_est_mieux":
        begun = comparator.near and not comparator.done
        return "pas_encore" if not inside else "engage" if begun else "oui"
    return "meme_cas" if inside else "autre_cas"


def strongest_first(comparators: Iterable[Comparator]) -> list[Comparator]:
    """Those that an answer stands beside first, then as figures are placed (contract B2). Two that
    disagree stand together (B5), as the same figure beside two questions.

    The figures of a territory stand after the published one of their question, and those of the
    other questions come last: sixty of them do not hide what the studies say (contract B6).
    """
    every = sorted(comparators, key=_strength)
    local = [one for one in every if one.benchmark.study.local]
    ordered = _together([one for one in every if not one.benchmark.study.local])
    for one in local:
        same = [at for at, other in enumerate(ordered) if other.question == one.question]
        ordered.insert(same[-1] + 1 if same else len(ordered), one)
    return ordered


def _together(ordered: list[Comparator]) -> list[Comparator]:
    """Each followed by those that are read with it."""
    left, placed = list(ordered), list[Comparator]()
    while left:
        first, *left = left
        kin = [one for one in left if _read_with(one.benchmark, first.benchmark)]
        placed += [first, *kin]
        left = [one for one in left if one not in kin]
    return placed


def _read_with(one: Benchmark, other: Benchmark) -> bool:
    return figure_id(one.id) == figure_id(other.id) or at_odds(one, other)


def _strength(comparator: Comparator) -> tuple[bool, bool, tuple[int, bool, int, int]]:
    stands = comparator.stance in _ANSWERED
    placed = sort_key(comparator.benchmark, Place(comparator.rank))
    return not stands, comparator.stance != "a_verifier", placed


def interval(comparator: Comparator) -> tuple[float, float] | None:
    """Wilson’s bounds, in percent, where a margin may be given on request (contract B3); none for
    a panel so small that its size is said instead."""
    benchmark = comparator.benchmark
    if comparator.margin is None or benchmark.value is None or not benchmark.n_base:
        return None
    if benchmark.n_base < SMALL_PANEL:
        return None
    return wilson(benchmark.value, benchmark.n_base)
