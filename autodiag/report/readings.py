# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the 2019 study says of its themes, and beside each of its readings the collectivité's own
themes, never ranked nor guessed (contract B1, S6)."""

from reportlab.platypus import Flowable

from autodiag.benchmarks.readings_beside import OwnReading, own_readings
from autodiag.charts.range_bars import ScoreRow, range_bars
from autodiag.report.content import ReportContent
from autodiag.report.context import Context
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.report.styles import WIDTH

_STUDY = 0.4
"""The share of the page that the study takes, at the left."""


def printed_readings(content: ReportContent) -> tuple[OwnReading, ...]:
    """None in the public edition, which is not given what the study says."""
    if content.readings is None:
        return ()
    return own_readings(content.readings, content.snapshot.questionnaire, content.result)


def print_readings(context: Context) -> None:
    """Nothing beside another questionnaire, without enough answers, nor in the public edition."""
    content, story, words = context.content, context.story, context.words
    shown = printed_readings(content)
    if content.readings is None or not shown:
        return
    story.need(240)
    story.heading(2, words.raw("lectures.titre"))
    story.text(content.readings.warning_for(content.snapshot.authority))
    head = [words.raw("lectures.etude"), words.raw("lectures.vous")]
    rows = [_row(context, one) for one in shown]
    story.table(head, rows, (_STUDY, 1 - _STUDY))
    story.text(content.readings.rule, "Note")
    story.text(words("lectures.source", source=content.readings.source), "Note")


def _row(context: Context, one: OwnReading) -> list[Cell]:
    story, reading = context.story, one.reading
    study: list[Flowable] = [
        story.cell_text(bold(reading.text), "Row"),
        story.cell_text(context.quoted(reading.quote), "RowNote"),
    ]
    own: list[Flowable] = [story.cell_text(one.said, "Row")]
    if one.rows and reading.kind != "ensemble":  # most of their bars stand above
        figures = [f"{context.theme(name)} {context.short(span)}" for name, span in one.rows]
        own.append(story.cell_text(f"Sur\u00a04\u00a0: {' · '.join(figures)}.", "RowNote"))
    elif one.rows:
        numbers = {t.id: i for i, t in enumerate(context.content.snapshot.questionnaire.themes, 1)}
        bars = [
            ScoreRow(context.theme(theme), span, theme, numbers[theme]) for theme, span in one.rows
        ]
        chart = range_bars(context.look, bars, WIDTH * (1 - _STUDY) - 16)
        alt = ". ".join(f"{context.theme(name)}, {context.said(span)}" for name, span in one.rows)
        own.append(story.cell_figure(chart, f"{alt}."))
    return [study, own]
