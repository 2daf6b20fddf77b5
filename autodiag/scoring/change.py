# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two dates compared: each theme's change, split exactly by what made it. Pure, and exact.

Knows neither files nor sentences: which questions are common is given.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Literal

from autodiag.model.assessment import Answered
from autodiag.model.dossier import Snapshot
from autodiag.model.result import QuestionTrace, Range, Result, ThemeResult
from autodiag.scoring.trace import applies

Pairs = Mapping[str, str]
"""The common questions: the id it had then → the id it has now."""
Side = Literal["low", "high"]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a change is made of, in points of score: their sum is the whole change."""

    answers: Fraction
    applicability: Fraction
    questionnaire: Fraction

    @property
    def whole(self) -> Fraction:
        """The change, now less then."""
        return self.answers + self.applicability + self.questionnaire


@dataclass(frozen=True, slots=True)
class Counts:
    """How many questions are behind the parts.

    `changed`: answered otherwise; of which `clarified` were unknown and `blurred` are unknown now.
    `left`, `joined`: no longer concern them, concern them now. `removed`, `added`: without an
    equal in the other questionnaire. `reweighted`: weigh otherwise.
    """

    changed: int = 0
    clarified: int = 0
    blurred: int = 0
    left: int = 0
    joined: int = 0
    removed: int = 0
    added: int = 0
    reweighted: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(getattr(self, n) + getattr(other, n) for n in Counts.__slots__))


@dataclass(frozen=True, slots=True)
class Split:
    """The parts of a change of the prudent score (`low`) and of the highest possible (`high`)."""

    low: Parts
    high: Parts
    counts: Counts


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """One theme then and now (None: not evaluable, or no such theme); `theme` is empty for the
    whole. `split` None: nothing common to compare."""

    theme: str
    title: str
    before: Range | None
    after: Range | None
    split: Split | None


@dataclass(frozen=True, slots=True)
class Basis:
    """What a change was computed from: the public edition computes it again from less."""

    before: Mapping[str, ThemeResult]
    after: Mapping[str, ThemeResult]
    pairs: Pairs
    earlier: Snapshot


@dataclass(frozen=True, slots=True)
class Change:
    """Two assessments compared.

    `overall` None: no global score may be shown. `dated` False: what the collectivité was then is
    not known, and it is taken as it is now. `moved`: the common questions, of any type and by the
    id of now, whose answer is another; `common`: how many are common, of those that concern the
    collectivité now. `waiting`: how many answers were taken over and are still to be confirmed;
    `unconfirmed`: whether that is some of them, or all. `basis` None in the public edition.
    """

    before: date
    after: date
    themes: tuple[ThemeChange, ...]
    overall: ThemeChange | None
    dated: bool = True
    moved: tuple[str, ...] = ()
    common: int = 0
    waiting: int = 0
    unconfirmed: Literal["", "some", "all"] = ""
    basis: Basis | None = field(default=None, compare=False)

    @property
    def scored(self) -> bool:
        """Whether any theme has a score to compare."""
        return any(one.before or one.after for one in self.themes)


@dataclass(frozen=True, slots=True)
class Dated:
    """An assessment and what it amounts to."""

    snapshot: Snapshot
    result: Result


def compare_dates(before: Dated, after: Dated, pairs: Pairs, *, dated: bool = True) -> Change:
    """What changed from one assessment to another of the same questionnaire.

    A theme is comparable where at least one common question counts at both dates; the whole, where
    the same themes are evaluable and all are comparable.
    """
    basis = Basis(_by_theme(before.result), _by_theme(after.result), pairs, before.snapshot)
    titles = _titles(before.snapshot) | _titles(after.snapshot)
    names = dict.fromkeys((*basis.after, *basis.before))
    themes = tuple(change_of(theme, titles[theme], basis) for theme in names)
    was, now = before.snapshot.assessment.answers, after.snapshot.assessment.answers
    asked = _asked(after.snapshot)
    common = {old: new for old, new in pairs.items() if new in asked}
    moved = (new for old, new in common.items() if _said(was.get(old)) != _said(now.get(new)))
    given = asked & now.keys()
    waiting = given & after.snapshot.assessment.to_confirm
    return Change(
        before.snapshot.assessment.day,
        after.snapshot.assessment.day,
        themes,
        _overall(themes, before.result.overall, after.result.overall),
        dated,
        tuple(moved),
        len(common),
        len(waiting),
        "" if not waiting else "all" if waiting == given else "some",
        basis,
    )


def change_of(theme: str, title: str, basis: Basis) -> ThemeChange:
    """One theme's change, as its traces make it."""
    old, new = basis.before.get(theme), basis.after.get(theme)
    before, after = (None if one is None else one.range for one in (old, new))
    if old is None or new is None or before is None or after is None:
        return ThemeChange(theme, title, before, after, None)
    return ThemeChange(theme, title, before, after, _split(old, new, basis.pairs))


def _by_theme(result: Result) -> dict[str, ThemeResult]:
    return {theme.theme: theme for theme in result.themes}


def _titles(snapshot: Snapshot) -> dict[str, str]:
    return {theme.id: theme.title for theme in snapshot.questionnaire.themes}


def _asked(it: Snapshot) -> set[str]:
    """The questions that concern the collectivité, of any type."""
    answers = it.assessment.answers
    every = it.questionnaire.questions.values()
    return {one.id for one in every if applies(one, it.authority, it.facts, answers)}


def _said(answer: object) -> object:
    """The answer without the wording that it was given under."""
    return answer.value if isinstance(answer, Answered) else answer


def _split(old: ThemeResult, new: ThemeResult, pairs: Pairs) -> Split | None:
    """The change taken in six steps, each from one thing only; None where a step has nothing to
    stand on. What a question weighs is what it weighed until the levels have changed."""
    was = {t.question: t for t in old.questions}
    now = {t.question: t for t in new.questions}
    common = [(was[a], now[b]) for a, b in pairs.items() if a in was and b in now]
    both = [(a, b) for a, b in common if a.counts and b.counts]
    if not both:
        return None
    return Split(
        _parts(old.questions, new.questions, common, both, "low"),
        _parts(old.questions, new.questions, common, both, "high"),
        _counts(old.questions, new.questions, common, both),
    )


Couples = Sequence[tuple[QuestionTrace, QuestionTrace]]


def _parts(
    old: Sequence[QuestionTrace],
    new: Sequence[QuestionTrace],
    common: Couples,
    both: Couples,
    side: Side,
) -> Parts:
    def level(trace: QuestionTrace) -> int:
        return trace.low if side == "low" else trace.high

    def counting(traces: Iterable[QuestionTrace]) -> Fraction:
        return _mean((t.weight, level(t)) for t in traces if t.counts)

    steps = (
        counting(old),
        counting(a for a, _ in common),
        counting(a for a, _ in both),
        _mean((a.weight, level(b)) for a, b in both),
        counting(b for _, b in both),
        counting(b for _, b in common),
        counting(new),
    )
    alone, applied, levels, weights, applies, whole = (b - a for a, b in pairwise(steps))
    return Parts(levels, applied + applies, alone + weights + whole)


def _mean(weighed: Iterable[tuple[int, int]]) -> Fraction:
    """The weighted mean (contract S3) of what is never empty here."""
    pairs = [*weighed]
    return Fraction(sum(w * level for w, level in pairs), sum(w for w, _ in pairs))


def _counts(
    old: Sequence[QuestionTrace], new: Sequence[QuestionTrace], common: Couples, both: Couples
) -> Counts:
    def many(test: Callable[[QuestionTrace, QuestionTrace], bool], among: Couples = both) -> int:
        return sum(test(a, b) for a, b in among)

    paired = {a.question for a, _ in common}, {b.question for _, b in common}
    return Counts(
        changed=many(lambda a, b: (a.state, a.low) != (b.state, b.low) and not _unknown(a, b)),
        clarified=many(lambda a, b: a.state != "niveau" and b.state == "niveau"),
        blurred=many(lambda a, b: a.state == "niveau" and b.state != "niveau"),
        left=many(lambda a, b: a.counts and not b.counts, common),
        joined=many(lambda a, b: not a.counts and b.counts, common),
        removed=sum(t.counts and t.question not in paired[0] for t in old),
        added=sum(t.counts and t.question not in paired[1] for t in new),
        reweighted=many(lambda a, b: a.weight != b.weight),
    )


def _unknown(one: QuestionTrace, other: QuestionTrace) -> bool:
    """«Je ne sais pas» and no answer at all count alike (contract S4)."""
    return one.state != "niveau" and other.state != "niveau"


def _overall(
    themes: Sequence[ThemeChange], before: Range | None, after: Range | None
) -> ThemeChange | None:
    """The plain mean of the themes (contract S5), hence of their parts."""
    if before is None or after is None:
        return None
    evaluable = [one for one in themes if one.before or one.after]
    splits = [one.split for one in evaluable if one.split is not None]
    if len(splits) < len(evaluable):
        return ThemeChange("", "", before, after, None)
    side = partial(_mean_parts, len(splits))
    counts = Counts()
    for one in splits:
        counts = counts.plus(one.counts)
    both = side([one.low for one in splits]), side([one.high for one in splits])
    return ThemeChange("", "", before, after, Split(*both, counts))


def _mean_parts(number: int, several: Sequence[Parts]) -> Parts:
    return Parts(
        sum((one.answers for one in several), Fraction(0)) / number,
        sum((one.applicability for one in several), Fraction(0)) / number,
        sum((one.questionnaire for one in several), Fraction(0)) / number,
    )
