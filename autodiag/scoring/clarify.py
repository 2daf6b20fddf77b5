# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The few unknown answers to find out first, and what each would change (contract P4). It writes no
sentence and guesses no answer."""

from dataclasses import dataclass
from fractions import Fraction

from autodiag.model.questionnaire import HIGHEST_LEVEL, Questionnaire
from autodiag.model.result import QuestionTrace, Range, Result, ThemeResult

MOST = 3


@dataclass(frozen=True, slots=True)
class Clarified:
    """What knowing one answer would do to its theme: today’s range, the lowest that it may become
    (answered 0) and the highest (answered 4). `whom`: the first person to ask, "" where the
    questionnaire names nobody. `settles`: it may settle the profile alone. `begins`: nothing is
    known of that theme yet."""

    question: str
    theme: str
    whom: str
    before: Range
    lowest: Range
    highest: Range
    settles: bool
    begins: bool

    @property
    def ends_doubt(self) -> bool:
        """Whether the theme would have one score and no longer a range."""
        return self.lowest.exact


@dataclass(frozen=True, slots=True)
class ToClarify:
    """The first ones, those of one person together, and how many there are in all: answered «je ne
    sais pas» (`unknown`), or not answered yet."""

    first: tuple[Clarified, ...]
    unknown: int
    unanswered: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.unknown + self.unanswered


def to_clarify(questionnaire: Questionnaire, result: Result) -> ToClarify:
    """At most three. Where the profile is uncertain they are its doubts, in their order; else the
    answers «je ne sais pas», those that weigh most on the global score first. `result` with its
    doubts."""
    themes = {trace.question: theme for theme in result.themes for trace in theme.questions}
    if result.profile.doubts:
        ranked = [doubt.question for doubt in result.profile.doubts]
    else:
        unknown = [trace for trace in result.traces().values() if trace.state == "nsp"]
        unknown.sort(key=lambda trace: -widens(themes[trace.question], trace))
        ranked = [trace.question for trace in unknown]
    settles = {doubt.question for doubt in result.profile.doubts if doubt.settles}
    found = [
        _clarified(questionnaire, themes[question], question, settles=question in settles)
        for question in ranked[:MOST]
    ]
    people = list(dict.fromkeys(one.whom for one in found))
    found.sort(key=lambda one: people.index(one.whom))  # stable: the most useful stay first
    traces = result.traces()
    unknown = sum(traces[question].state == "nsp" for question in ranked)
    return ToClarify(tuple(found), unknown, len(ranked) - unknown)


def widens(theme: ThemeResult, trace: QuestionTrace) -> Fraction:
    """By how much one unknown answer widens the range of its theme, in points of score."""
    weight = sum(other.weight for other in theme.questions if other.counts)
    return Fraction(HIGHEST_LEVEL * trace.weight, weight)


def _clarified(
    questionnaire: Questionnaire, theme: ThemeResult, question: str, *, settles: bool
) -> Clarified:
    trace = next(trace for trace in theme.questions if trace.question == question)
    assert theme.range is not None
    low, high, by = theme.range.low, theme.range.high, widens(theme, trace)
    whom = questionnaire.questions[question].whom
    return Clarified(
        question,
        theme.theme,
        whom[0] if whom else "",
        theme.range,
        Range(low, high - by),
        Range(low + by, high),
        settles,
        not theme.count("niveau"),
    )
