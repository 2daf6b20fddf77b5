# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every published figure, once each, looked for and filtered (« Sources »). Knows no answer: here
nothing is compared, averaged nor ranked (contract B1)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from autodiag.benchmarks.citing import CitingWords, source_line, year
from autodiag.benchmarks.library import Library, figure_id
from autodiag.benchmarks.phrases import Phrases
from autodiag.benchmarks.placing import CENSUS, year_of
from autodiag.benchmarks.sentences import other_figure
from autodiag.model.benchmark import Benchmark, Study
from autodiag.text.bare import plain
from autodiag.text.numbers import integer
from autodiag.text.typography import capitalised

OTHER = "Autres sujets"
"""The heading of the figures that are filed under none."""
NO_SIZE = "L’effectif n’est pas publié."
ANSWERED, COUNTED = "Qui a répondu", "Ce qui est compté"
_ASKED_NOBODY = "où personne n’a été interrogé"
"""How the warning of a study says that it looked at things without asking anybody."""
LONG = 4
"""Letters: a word that long and ending in s is taken for a plural."""
Facet = Literal["study", "theme", "stratum"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, whichever number of questions it is tied to; `source` says who and when."""

    key: str
    benchmark: Benchmark
    theme: str
    source: str
    searched: str

    @property
    def study(self) -> str:
        """The id of its study."""
        return self.benchmark.study.id

    @property
    def stratum(self) -> str:
        """The id of whom it is about."""
        return self.benchmark.stratum


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; an empty string filters nothing."""

    typed: str = ""
    study: str = ""
    theme: str = ""
    stratum: str = ""


@dataclass(frozen=True, slots=True)
class StudyCard:
    """A study: who, when, how many, and what it cannot say. `about` is the heading of `panel`."""

    title: str
    made: str
    about: str
    panel: str
    size: str
    limits: str
    link: str


def figures(library: Library, words: CitingWords) -> tuple[Figure, ...]:
    """Each figure once, `x.2` being `x` tied to a second question; the most recent first. It is
    also found by the titles of its series."""
    titles: dict[str, str] = {}
    for series in library.series:
        for point in series.points:
            key = figure_id(point.benchmark)
            titles[key] = f"{titles.get(key, '')} {series.label}"
    first: dict[str, Benchmark] = {}
    for benchmark in library.benchmarks:
        first.setdefault(figure_id(benchmark.id), benchmark)
    made = [_figure(key, one, titles.get(key, ""), words) for key, one in first.items()]
    return tuple(sorted(made, key=lambda figure: -year_of(figure.benchmark.study)))


def _figure(key: str, benchmark: Benchmark, titles: str, words: CitingWords) -> Figure:
    theme, source = benchmark.theme or OTHER, source_line(benchmark, words)
    text = f"{benchmark.statement} {benchmark.study.title} {source} {theme} {titles}"
    return Figure(key, benchmark, theme, source, f" {plain(text)}")


def found(every: Sequence[Figure], wanted: Wanted) -> tuple[Figure, ...]:
    """Those that pass the three filters and hold each typed word, or one that begins like it."""
    typed = [f" {_singular(word)}" for word in plain(wanted.typed).split()]
    return tuple(
        figure
        for figure in every
        if wanted.study in ("", figure.study)
        and wanted.theme in ("", figure.theme)
        and wanted.stratum in ("", figure.stratum)
        and all(word in figure.searched for word in typed)
    )


def _singular(word: str) -> str:
    """Without the s of a plural, for words also begin like it; a short word is left as it is."""
    return word.removesuffix("s") if len(word) >= LONG else word


def counts(every: Sequence[Figure], wanted: Wanted, facet: Facet) -> Mapping[str, int]:
    """How many figures each choice of one filter would list, what else is wanted being kept."""
    match facet:
        case "study":
            return Counter(one.study for one in found(every, replace(wanted, study="")))
        case "theme":
            return Counter(one.theme for one in found(every, replace(wanted, theme="")))
        case "stratum":
            return Counter(one.stratum for one in found(every, replace(wanted, stratum="")))


def study_names(library: Library, words: CitingWords) -> Mapping[str, str]:
    """A short name for each study, by id: who and when; its title where two would be the same."""
    short = {key: _who_and_when(study) for key, study in library.studies.items()}
    twice = {name for name, times in Counter(short.values()).items() if times > 1}
    return {
        key: study.title if short[key] in twice else f"{_who(study)}, {year(study, words)}"
        for key, study in library.studies.items()
    }


def _who(study: Study) -> str:
    """The publisher, without what is said of it between brackets."""
    return study.publisher.partition(" (")[0]


def _who_and_when(study: Study) -> tuple[str, int]:
    return _who(study), year_of(study)


def study_card(study: Study, words: CitingWords) -> StudyCard:
    """What is to be known of a study before one of its figures is quoted (contract B1)."""
    nature = f"{study.reliability[:1].upper()}{study.reliability[1:]}"
    counted = study.reliability == CENSUS or _ASKED_NOBODY in study.warning
    size = f"{integer(study.n)} au total." if study.n is not None else NO_SIZE
    return StudyCard(
        title=study.title,
        made=f"{study.publisher}, {year(study, words)} · {nature}",
        about=COUNTED if counted else ANSWERED,
        panel=study.panel,
        size=size,
        limits=study.warning,
        link=study.link,
    )


def remarks(figure: Figure, every: Sequence[Figure], phrases: Phrases) -> tuple[str, ...]:
    """What to keep in mind of one figure: its alert, and those that disagree (contract B5)."""
    by_key = {one.key: one for one in every}
    others = [by_key[figure_id(key)] for key in figure.benchmark.conflicts]
    said = [other_figure(other.benchmark, phrases) for other in others]
    alert = figure.benchmark.alert.rstrip(".")
    return (f"{capitalised(alert)}.", *said) if alert else tuple(said)
