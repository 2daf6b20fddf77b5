# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Published figures over the years, small charts side by side, each with its breaks and sources
(contract B1, B3)."""

from matplotlib.figure import Figure

from autodiag.benchmarks.series_shown import (
    ShownSeries,
    first_and_others,
    sources_said,
    steps_said,
    summary,
)
from autodiag.charts.series import SeriesMark, series_plot
from autodiag.report.cited import citing_words
from autodiag.report.content import ReportContent
from autodiag.report.context import Context
from autodiag.report.styles import GAP, WIDTH

PRINTED, BESIDE = 4, 2
"""Charts in all, and on a row."""
_ROOM = 300
"""Points: the title, what to know of it, and the tallest row."""


def printed_series(content: ReportContent) -> tuple[ShownSeries, ...]:
    """Those that have a chart."""
    return first_and_others(content.series, content.snapshot.questionnaire, PRINTED)[0]


def print_series(context: Context) -> None:
    """Nothing where no series is about these questions and that size."""
    content, story, words = context.content, context.story, context.words
    if not content.series:
        return
    shown = printed_series(content)
    story.need(_ROOM)
    story.heading(2, words.raw("series.titre"))
    story.text(words("series.lire"), "Note")
    for start in range(0, len(shown), BESIDE):
        row = shown[start : start + BESIDE]
        with story.columns([1] * BESIDE) as cells:
            for one in row:
                _print_one(context, one)
                cells.append(story.take())
            cells += [[] for _ in range(BESIDE - len(row))]
        story.space(6)
    if len(shown) < len(content.series):
        story.text(words("series.autres"), "Note")


def _print_one(context: Context, one: ShownSeries) -> None:
    story = context.story
    story.text(one.label, "CardHead")
    said = steps_said(one)
    story.figure(_drawn(context, one), " ".join((summary(one), *said)))
    for sentence in said:
        story.text(sentence, "RowNote")
    story.text(sources_said(one, citing_words(context, to_the_month=False)), "Small")


def _drawn(context: Context, one: ShownSeries) -> Figure:
    marks = [SeriesMark(p.value, p.at, p.short, p.when, p.joined) for p in one.points]
    return series_plot(context.look, marks, WIDTH / BESIDE - GAP)
