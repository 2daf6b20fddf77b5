# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How scores and the profile are computed, with each theme’s arithmetic (contract S8, P5)."""

from fractions import Fraction

from autodiag.model.questionnaire import Theme
from autodiag.model.result import QuestionTrace
from autodiag.report.context import Context
from autodiag.report.flow import columns
from autodiag.report.markup import bold, join
from autodiag.text.numbers import day_from_iso, decimal
from autodiag.text.typography import NARROW, NO_BREAK, plain


def print_method(context: Context) -> None:
    """The rules in words, then the trace of every theme."""
    story, words = context.story, context.words
    story.section(words.raw("titres.methode"), "methode", 150)
    with columns(story, 2):
        for key in words.section("methode"):
            story.text(words(f"methode.{key}"), "Step")
        # single answers could be read from it; without any, it is one zero after another
        if not context.content.public and context.scored:
            _arithmetic(context)
        _still_open(context)
        _version(context)


def _version(context: Context) -> None:
    content, words = context.content, context.words
    context.story.text(
        words(
            "calcul.version",
            version=content.version,
            questionnaire=content.snapshot.questionnaire.title,
            numero=str(content.snapshot.questionnaire.version),
            date=day_from_iso(content.knowledge.dated),
        ),
        "Note",
    )


def _arithmetic(context: Context) -> None:
    """Each theme’s own, then the global score’s."""
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.calcul"), style="H3")
    story.text(words("calcul.intro"), "Note")
    for theme in context.themes:
        with story.together():
            _trace(context, theme)
    _overall(context)


def _trace(context: Context, theme: Theme) -> None:
    story, words, result = context.story, context.words, context.result_of(theme)
    story.heading(3, theme.title, style="Part")
    counting = [trace for trace in result.questions if trace.counts]
    if result.range is None:
        story.text(words("calcul.theme_sans_objet"), "Row")
    else:
        weight = sum(trace.weight for trace in counting)
        low = sum(trace.weight * trace.low for trace in counting)
        high = sum(trace.weight * trace.high for trace in counting)
        lines = (
            " + ".join(_term(context, trace) for trace in counting if trace.state == "niveau")
            or "0"
        )
        terms = words("calcul.termes", termes=lines)
        key = "calcul.exact" if low == high else "calcul.fourchette"
        total = words(
            key,
            bas=str(low),
            haut=str(high),
            poids=str(weight),
            score=_exact(result.range.low),
            score_haut=_exact(result.range.high),
        )
        story.text(join([terms, total]), "Row")
    notes: list[str] = []
    for key in ("nsp", "sans_reponse", "sans_objet", "non_applicable"):
        which = [_with_reason(context, t) for t in result.questions if t.state == key]
        if which:
            notes.append(words(f"calcul.{key}", questions=f"{NARROW}; ".join(which)))
    if notes := [*notes, *_weights(context, theme)]:
        story.text(join(notes), "RowNote")


def _weights(context: Context, theme: Theme) -> list[str]:
    """Which questions count more than once, and why."""
    return [
        context.words(
            "calcul.poids",
            question=context.number(question.id),
            poids=str(question.weight),
            raison=question.weight_reason,
        )
        for question in theme.questions
        if question.weight > 1 and question.weight_reason
    ]


def _with_reason(context: Context, trace: QuestionTrace) -> str:
    """The question’s number, and why it does not count where that is known."""
    number, reason = context.number(trace.question), plain(trace.reason).rstrip(".")
    return f"{number} ({reason})" if reason else number


def _term(context: Context, trace: QuestionTrace) -> str:
    product = f"{trace.weight}{NO_BREAK}×{NO_BREAK}{trace.low}"
    return f"{product}{NO_BREAK}({context.number(trace.question)})"


def _still_open(context: Context) -> None:
    """What the contents themselves still leave open."""
    if points := context.content.knowledge.to_check:
        context.story.heading(2, context.words.raw("titres.a_verifier"), style="H3")
        context.story.items(points, "Step")


def _exact(score: Fraction) -> str:
    """Three decimals, rounded down: the trace shows more than the pages do."""
    return decimal(float(Fraction(int(score * 1000), 1000)), 3)


def _overall(context: Context) -> None:
    overall, words = context.content.result.overall, context.words
    if overall is None:
        context.story.text(words("calcul.global_absent"), "Step")
        return
    number = sum(theme.range is not None for theme in context.content.result.themes)
    text = words(
        "calcul.global", nombre=str(number), bas=_exact(overall.low), haut=_exact(overall.high)
    )
    context.story.text(join([bold(words.raw("calcul.global_titre")), text]), "Entry")
