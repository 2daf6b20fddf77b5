# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The source line of a published figure: who, when, about whom, how many (contract B1). Its words
are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from autodiag.benchmarks.phrases import Phrases
from autodiag.model.benchmark import Benchmark, Study
from autodiag.text.numbers import count, integer


@dataclass(frozen=True, slots=True)
class CitingWords:
    """How a source is written: strata by id, « {n} », « publié en {annee} », « année inconnue »;
    and what a study is dated with where that says more, « octobre 2025 », by its id."""

    strata: Mapping[str, str]
    n: str
    published: str
    undated: str
    dates: Mapping[str, str] = field(default_factory=dict[str, str])


def source_line(benchmark: Benchmark, words: CitingWords) -> str:
    """«source, année · panel · n»: never without its study and year (contract B1)."""
    parts = [f"{benchmark.study.publisher}, {year(benchmark.study, words)}"]
    if benchmark.stratum:
        whom = words.strata.get(benchmark.stratum, benchmark.stratum)
        parts.append(" de ".join(filter(None, (whom, _size(benchmark)))))
    if benchmark.n_base is not None:
        parts.append(words.n.format(n=count(benchmark.n_base, "réponse")))
    return " · ".join(parts)


def _size(benchmark: Benchmark) -> str:
    """The size of those that the figure is about, as studies write it; empty when it is any."""
    low, high = benchmark.population_min, benchmark.population_max
    if low is not None and high is not None:
        return f"{integer(low)} à {count(high, 'habitant')}"
    if high is not None:
        return f"moins de {count(high + 1, 'habitant')}"
    if low is None:
        return ""
    if low % 10:  # 3 501 is the first above 3 500
        return f"plus de {count(low - 1, 'habitant')}"
    return f"{count(low, 'habitant')} et plus"


def months(phrases: Phrases) -> dict[str, str]:
    """The studies that are dated with more than a year, and how: « octobre 2025 »."""
    said = {key: study.quand for key, study in phrases.studies.items()}
    return {key: when for key, when in said.items() if when[-4:].isdigit() and when[:-4]}


def year(study: Study, words: CitingWords) -> str:
    """The year of the field work; the year of publication where it is not known. Two studies of one
    year keep their months, or they would seem to contradict each other (contract B5)."""
    if study.id in words.dates:
        return words.dates[study.id]
    if study.field_year:
        return str(study.field_year)
    if study.published_year:
        return words.published.format(annee=study.published_year)
    return words.undated
