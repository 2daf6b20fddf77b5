# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What changed since the assessment before: one table, a theme a row, then what made it change.

The public edition gives no whole and no number of questions: `edition` has taken them out.
"""

from autodiag.report.context import Context
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.scoring import change_words as words_of
from autodiag.scoring.change import Change, ThemeChange
from autodiag.scoring.change_answers import moved_answers
from autodiag.scoring.change_waiting import nothing_yet

_WIDTHS = (186.0, 52.0, 52.0, 60.0, 50.0, 50.0, 52.0)
_ABOVE, _EACH = 130.0, 18.0
"""Points that the title and the head of the table take, and each of its rows."""
_NONE = "–"


def print_since(context: Context) -> None:
    """Nothing where no earlier assessment is known, or nothing of it may be shown."""
    change, story = context.content.since, context.story
    if change is None:
        return
    early = nothing_yet(change, counted=not context.content.public)
    rows = len(change.themes) + 1 if change.scored and not early else 0
    story.section(words_of.title(change), "depuis", _ABOVE + _EACH * rows)
    story.text(words_of.intro(change), "Intro")
    if early:
        story.text(early, "Box")
    elif change.scored:
        _scores(context, change)
    else:
        story.text(words_of.unscored_said(change), "Box")
        _answers(context, change)
    for note in words_of.notes(change, counted=not context.content.public):
        story.text(note, "Note")


def _scores(context: Context, change: Change) -> None:
    story, words, counted = context.story, context.words, not context.content.public
    if change.overall is not None:
        story.text(words_of.theme_said(change.overall, context.thresholds), "Lead")
    keys = ("changement", "reponses", "concernes", "questions")
    head = [words.raw("depuis.theme"), *words_of.columns(change)]
    head += [words.raw(f"depuis.{key}") for key in keys]
    rows = [_row(context, one) for one in change.themes]
    if change.overall is not None:
        rows.append(_row(context, change.overall))
    story.table(head, rows, _WIDTHS, tight=True)
    said = words_of.causes_said(change, context.thresholds, counted=counted)
    if said:
        story.heading(2, words.raw("depuis.pourquoi"))
        story.items(said, "Step")


def _row(context: Context, one: ThemeChange) -> list[Cell]:
    shown = words_of.tenths(one, context.thresholds)
    name = one.title or context.words.raw("depuis.tous")
    scores = [_NONE if span is None else context.short(span) for span in (one.before, one.after)]
    if shown is None:
        return [_bold(name), *scores, (words_of.NOT_COMPARABLE, "RowNote"), *[_NONE] * 3]
    return [
        _bold(name),
        *scores,
        _bold(words_of.signed(shown.whole)),
        *((words_of.signed(part), "Row" if part else "RowNote") for part in shown.parts),
    ]


def _answers(context: Context, change: Change) -> None:
    """Where there are no scores: each answer that changed, as it was and as it is."""
    moved = moved_answers(change, context.content.snapshot)
    if not moved:  # or single answers are not for everyone
        return
    rows: list[list[Cell]] = [
        [
            (f"{context.number(one.question)} {one.text}", "Row"),
            (one.before, "Row"),
            (one.after, "Row"),
        ]
        for one in moved
    ]
    head = [context.words.raw("depuis.question"), *words_of.columns(change)]
    context.story.table(head, rows, (240.0, 128.0, 128.0), tight=True)


def _bold(text: str) -> Cell:
    return bold(text), "Row"
