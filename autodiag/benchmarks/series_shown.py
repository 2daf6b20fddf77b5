# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which series stand beside one questionnaire of one collectivité, and the sentences that go with
them. Draws nothing, reads no answer (contract B1, B3)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from autodiag.benchmarks.citing import CitingWords, source_line
from autodiag.benchmarks.library import Library, figure_id
from autodiag.benchmarks.phrases import StudyWords
from autodiag.benchmarks.placing import ELSEWHERE, place, year_of
from autodiag.benchmarks.series import Step, breaks_before, step, unit
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Benchmark, Bound, Series, SeriesPoint
from autodiag.model.questionnaire import Questionnaire
from autodiag.text.numbers import SHORT_MONTHS, decimal, listing
from autodiag.text.shares import share_label
from autodiag.text.spaces import NARROW, NO_BREAK
from autodiag.text.typography import capitalised

PER_QUESTION, AT_FIRST = 2, 3
"""As many a question as comparators (contract B2); as many before others are asked for."""
_OTHER_WAY: dict[Bound, Bound] = {"plus_de": "moins_de", "moins_de": "plus_de"}
_FEWEST = 2
"""Points: a lone one is no series."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One point. `at`: its date in years. `when`: in words. `turned`: the source published those
    who do not. `joined`: a line may come to it from the point before."""

    value: float
    bound: Bound
    at: float
    when: str
    benchmark: Benchmark
    joined: bool
    turned: bool
    step: Step | None

    @property
    def label(self) -> str:
        """«47 %», «environ 33 %»."""
        return share_label(self.value, self.bound)

    @property
    def short(self) -> str:
        """The same in a small chart: «env. 33 %»."""
        return self.label.replace("environ ", f"env.{NO_BREAK}")


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """A series as it is shown: its points of that size, the theme (an id) and the question of the
    questionnaire that it is filed under, both empty beside no questionnaire."""

    id: str
    label: str
    points: tuple[Dated, ...]
    theme: str = ""
    question: str = ""

    @property
    def comparable(self) -> bool:
        """Whether a line joins two of its points."""
        return any(point.joined for point in self.points)


def series_of(library: Library, figure: str) -> ShownSeries | None:
    """The whole series that a figure of « Sources » belongs to, None for most figures."""
    known = {one.id: one for one in library.benchmarks}
    for series in library.series:
        if figure in {figure_id(point.benchmark) for point in series.points}:
            return _shown(series, known, library)
    return None


def shown_series(
    library: Library, questionnaire: Questionnaire, authority: LocalAuthority
) -> tuple[ShownSeries, ...]:
    """Those about its questions, with the points of this size and type, two at most a question:
    first those with comparable points, then the closest to the collectivité, the latest."""
    known = {one.id: one for one in library.benchmarks}
    found: list[tuple[tuple[bool, int, float], ShownSeries]] = []
    for series in library.series:
        question = next((one for one in series.questions if one in questionnaire.questions), "")
        trimmed = _of_that_size(series, known, library, authority) if question else None
        if trimmed is None:
            continue
        theme = questionnaire.questions[question].theme
        shown = replace(_shown(trimmed, known, library), theme=theme, question=question)
        last = shown.points[-1]
        rank = _rank(last.benchmark, library, authority)
        found.append(((not shown.comparable, rank, -last.at), shown))
    found.sort(key=lambda one: one[0])
    times: Counter[str] = Counter()
    kept: list[ShownSeries] = []
    for _, shown in found:
        times[shown.question] += 1
        if times[shown.question] <= PER_QUESTION:
            kept.append(shown)
    return tuple(kept)


def _of_that_size(
    series: Series,
    known: Mapping[str, Benchmark],
    library: Library,
    authority: LocalAuthority,
) -> Series | None:
    """Its last run of points that suit; None where fewer than two do."""
    run: list[SeriesPoint] = []
    for point in reversed(series.points):
        if _rank(known[point.benchmark], library, authority) < ELSEWHERE:
            run.insert(0, point)
        elif run:
            break
    if len(run) < _FEWEST:
        return None
    if run[0] != series.points[0]:  # what parted it from a point that is not shown
        run[0] = replace(run[0], break_note="")
    return replace(series, points=tuple(run))


def _rank(benchmark: Benchmark, library: Library, authority: LocalAuthority) -> int:
    words = library.phrases.studies.get(benchmark.study.id, StudyWords("", ""))
    return place(benchmark, words, authority).rank


def _shown(series: Series, known: Mapping[str, Benchmark], library: Library) -> ShownSeries:
    places = range(len(series.points))
    points = tuple(_dated(series, index, known, library) for index in places)
    return ShownSeries(series.id, series.label, points)


def _dated(series: Series, index: int, known: Mapping[str, Benchmark], library: Library) -> Dated:
    point = series.points[index]
    benchmark = known[point.benchmark]
    turned = point.value != benchmark.value
    bound = _OTHER_WAY.get(benchmark.bound, benchmark.bound) if turned else benchmark.bound
    return Dated(
        value=point.value,
        bound=bound,
        at=point.year + (max(point.month, 1) - 1) / 12,
        when=_when(point, benchmark, library),
        benchmark=benchmark,
        joined=index > 0 and not breaks_before(series, index),
        turned=turned,
        step=step(series, index, known),
    )


def _when(point: SeriesPoint, benchmark: Benchmark, library: Library) -> str:
    """«oct. 2025», «2023»; «début 2025» where the study is dated so."""
    if point.month:
        return f"{SHORT_MONTHS[point.month - 1]} {point.year}"
    words = library.phrases.studies.get(benchmark.study.id)
    said = words.quand if words is not None else ""
    return said if said.endswith(f" {point.year}") else str(point.year)


def steps_said(shown: ShownSeries) -> tuple[str, ...]:
    """One sentence from each point to the next: what changed, or why no change is to be read."""
    pairs = zip(shown.points, shown.points[1:], strict=False)
    return tuple(_said(before, after, after.step) for before, after in pairs if after.step)


def _said(before: Dated, after: Dated, found: Step) -> str:
    colon = f"{NO_BREAK}: "
    of = "D’" if before.when[0] in "ao" else "De "  # avril, août, oct.
    when = f"{of}{before.when} à {after.when}{colon}"
    match found.kind:
        case "lu":
            return f"{when}{_gap(before, after, found.gap)} ({before.label}, puis {after.label})."
        case "rupture":
            why = capitalised(found.why.rstrip("."))
            return f"{when}rupture, les deux valeurs ne se comparent pas. {why}."
        case "arrondi":
            return f"{when}la source a arrondi, l’écart ne se lit pas."
        case "identique":
            rounded = "environ" in (before.bound, after.bound)
            label = share_label(after.value, "environ" if rounded else after.bound)
            return f"{when}la même valeur, {label}."
        case "inconnue":
            return f"{when}l’écart ne se lit pas, le nombre de réponses n’est pas publié."
        case "marge":
            return f"{when}les marges d’erreur se recouvrent, aucun changement n’est établi."


def _gap(before: Dated, after: Dated, gap: float) -> str:
    """«environ 5 points de plus» where one of the two figures has no decimal."""
    size, about = abs(gap), "environ " if unit(before.value, after.value) == 1 else ""
    said = f"{decimal(size)}{NO_BREAK}point{'s' if size >= 2 else ''}"
    return f"{about}{said} de {'plus' if gap > 0 else 'moins'}"


def sources_said(shown: ShownSeries, words: CitingWords) -> str:
    """The source of each point, by its date (contract B1)."""
    dated = (
        f"{point.when}{NO_BREAK}: {source_line(point.benchmark, words)}" for point in shown.points
    )
    return capitalised(f"{f'{NARROW}; '.join(dated)}.")


def point_said(point: Dated, words: CitingWords) -> str:
    """«Oct. 2025 : 52,1 % (CNIL, 2025 · communes).»"""
    other = ""
    if point.turned and point.benchmark.value is not None:
        said = share_label(point.benchmark.value, point.benchmark.bound)
        other = f", publié à l’envers\u00a0: {said}"
    source = source_line(point.benchmark, words)
    return f"{point.when}{NO_BREAK}: {point.label} ({source}{other})."


def summary(shown: ShownSeries) -> str:
    """The whole of a chart in one sentence, for who does not see it."""
    values = [f"{point.when}, {point.label}" for point in shown.points]
    return f"{shown.label}{NO_BREAK}: {f'{NARROW}; '.join(values)}."


def rows_said(shown: Sequence[ShownSeries], words: CitingWords) -> list[tuple[str, ...]]:
    """The rows of « Lire en mots »: series, date, share, source, what may be read."""
    rows: list[tuple[str, ...]] = []
    for one in shown:
        said = ("Premier point.", *steps_said(one))
        rows += [
            (one.label, point.when, point.label, source_line(point.benchmark, words), text)
            for point, text in zip(one.points, said, strict=True)
        ]
    return rows


def first_and_others(
    shown: Sequence[ShownSeries], questionnaire: Questionnaire, number: int = AT_FIRST
) -> tuple[tuple[ShownSeries, ...], tuple[ShownSeries, ...]]:
    """The few to show at first, of as many themes as there are, then the others; each in the order
    of the themes."""
    of_theme: dict[str, ShownSeries] = {}
    for one in shown:
        of_theme.setdefault(one.theme, one)
    firsts = [*of_theme.values()]
    chosen = [*firsts, *(one for one in shown if one not in firsts)][:number]
    order = {theme.id: rank for rank, theme in enumerate(questionnaire.themes)}
    ranked = sorted(shown, key=lambda one: order[one.theme])
    return (
        tuple(one for one in ranked if one in chosen),
        tuple(one for one in ranked if one not in chosen),
    )


def publishers(shown: ShownSeries) -> str:
    """«CNIL, 2019, 2022 et 2025»: who published it and when, in short."""
    years: dict[str, list[str]] = {}
    for point in shown.points:
        study = point.benchmark.study
        given = years.setdefault(study.publisher.partition(" (")[0], [])
        if (when := str(year_of(study))) not in given:
            given.append(when)
    return f"{NARROW}; ".join(f"{name}, {listing(given)}" for name, given in years.items())
