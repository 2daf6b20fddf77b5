# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""In what order figures stand beside one collectivité (contract B2): communes of that size, Dinum
and Déclic, communes, everyone, then the rest, kept under « Voir ailleurs »."""

from dataclasses import dataclass
from typing import Literal

from autodiag.benchmarks.phrases import StudyWords
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Benchmark, Study

Misfit = Literal["taille", "taille_inconnue", "communes", "intercommunalites", "grandes"]
ELSEWHERE = 5
CENSUS = "recensement"
# France urbaine gathers cities and groupings from about this size. It only chooses between two ways
# of saying that its panel is another one: it never changes the rank.
_LARGE = 100_000
_CLOSENESS = {"identique": 0, "proche": 1, "indicative": 2, None: 3}


@dataclass(frozen=True, slots=True)
class Place:
    """The rank of a figure, 1 best to 5, and why it is of another size or stratum."""

    rank: int
    misfit: Misfit | None = None


def year_of(study: Study) -> int:
    """The field year, else the year published, else 0: what a figure is dated with."""
    return study.field_year or study.published_year


def place(benchmark: Benchmark, words: StudyWords, authority: LocalAuthority) -> Place:
    """Where this figure stands for this collectivité."""
    if misfit := _misfit(benchmark, authority):
        return Place(ELSEWHERE, misfit)
    bounded = benchmark.population_min is not None or benchmark.population_max is not None
    match benchmark.stratum:
        case "commune" if not bounded and benchmark.study.reliability != CENSUS:
            return Place(3)
        case "commune" | "intercommunalite":
            return Place(1)
        case _:
            return Place(2 if words.dinum_declic else 4)


def _misfit(benchmark: Benchmark, authority: LocalAuthority) -> Misfit | None:
    if benchmark.stratum == "commune" and authority.kind != "commune":
        return "communes"
    if benchmark.stratum == "intercommunalite" and authority.kind != "epci":
        return "intercommunalites"
    population, low, high = (
        authority.population,
        benchmark.population_min,
        benchmark.population_max,
    )
    if benchmark.stratum == "grande_ville":
        return "taille" if population is not None and population < _LARGE else "grandes"
    if low is None and high is None:
        return None
    if population is None:
        return "taille_inconnue"
    inside = (low is None or population >= low) and (high is None or population <= high)
    return None if inside else "taille"


def sort_key(benchmark: Benchmark, at: Place) -> tuple[int, bool, int, int]:
    """Best first; at equal rank the studies before a territory (contract B6), then the most recent,
    the undated last, then the closest question."""
    study = benchmark.study
    return at.rank, study.local, -year_of(study), _CLOSENESS[benchmark.closeness]
