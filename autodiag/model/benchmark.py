# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Published figures: studies, benchmarks, series, and how one answer stands beside them."""

from dataclasses import dataclass
from typing import Literal

Bound = Literal["exact", "environ", "plus_de", "moins_de"]
Direction = Literal["plus_est_mieux", "moins_est_mieux", "neutre"]
Closeness = Literal["identique", "proche", "indicative"]
Stance = Literal["dans", "hors", "a_verifier", "non_compare"]


@dataclass(frozen=True, slots=True)
class Study:
    """Where figures come from. `field_year` 0 when not published; `n` None when not published.

    `local`: a pack of one territory (contract B6), not a published study.
    """

    id: str
    title: str
    publisher: str
    field_year: int
    published_year: int
    panel: str
    n: int | None
    strata: tuple[str, ...]
    link: str
    reliability: str
    warning: str
    local: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One comparison of a predicate: on the level, or on a chosen option."""

    kind: Literal["niveau", "reponse"]
    comparison: str
    value: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One published figure (`value` in percent, None when it is not a share) tied to a question.

    `terms` is the predicate, all to be true («et»); empty for a figure of context. Populations
    are in inhabitants, both bounds included, None for none. `theme` is the French heading
    under which « Sources » files it, empty when it has none.
    """

    id: str
    study: Study
    stratum: str
    population_min: int | None
    population_max: int | None
    n_base: int | None
    statement: str
    value: float | None
    bound: Bound
    direction: Direction
    comparator: bool
    question: str
    terms: tuple[Term, ...]
    closeness: Closeness | None
    justification: str
    link: str = ""
    conflicts: tuple[str, ...] = ()
    alert: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Comparator:
    """A benchmark beside one answer: the sentence, its rank (1 best to 5), whether the size suits.

    `shown` marks the two at most that a screen or a report shows (contract B2); `notes` quotes the
    published figures that disagree with it (contract B5). `margin` is in points. `done`: the answer
    says that it is in place, and not only begun; `near`: it is only near the published fact.
    """

    question: str
    benchmark: Benchmark
    rank: int
    same_size: bool
    stance: Stance
    sentence: str
    margin: float | None
    shown: bool = False
    notes: tuple[str, ...] = ()
    done: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every comparator, best first per question, and the questions that have none (contract B4)."""

    comparators: tuple[Comparator, ...]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One date of a series, in percent, with what breaks it from the point before.

    `month` is 0 when only the year is known; `note` is what the source says when nothing breaks.
    """

    year: int
    value: float
    benchmark: str
    break_note: str
    month: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """The same figure over several editions; never drawn as one line across a break. `questions`:
    those it is about, of any questionnaire; none for a figure of « Sources » alone."""

    id: str
    label: str
    points: tuple[SeriesPoint, ...]
    questions: tuple[str, ...] = ()
