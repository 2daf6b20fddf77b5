# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The source line of a published figure: who, when, about whom, how many (contract B1). Its words
are given."""

from collections.abc import Mapping
from dataclasses import dataclass

from autodiag.model.benchmark import Benchmark, Study
from autodiag.text.numbers import count


@dataclass(frozen=True, slots=True)
class CitingWords:
    """How a source is written: strata by id, « {n} », « publié en {annee} », « année inconnue »."""

    strata: Mapping[str, str]
    n: str
    published: str
    undated: str


def source_line(benchmark: Benchmark, words: CitingWords) -> str:
    """«source, année · panel · n»: never without its study and year (contract B1)."""
    parts = [f"{benchmark.study.publisher}, {year(benchmark.study, words)}"]
    if benchmark.stratum:
        parts.append(words.strata.get(benchmark.stratum, benchmark.stratum))
    if benchmark.n_base is not None:
        parts.append(words.n.format(n=count(benchmark.n_base, "réponse")))
    return " · ".join(parts)


def year(study: Study, words: CitingWords) -> str:
    """The year of the field work; the year of publication where it is not known."""
    if study.field_year:
        return str(study.field_year)
    if study.published_year:
        return words.published.format(annee=study.published_year)
    return words.undated
