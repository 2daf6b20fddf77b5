# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The themes, about two a page: score, reading, what stands firm, what to strengthen."""

from autodiag.charts.range_bars import score_bar
from autodiag.model.questionnaire import Theme
from autodiag.model.result import QuestionTrace, ThemeResult
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.text.numbers import count, listing

_FIRM, _WEAK = 3, 1
_SHOWN = 2
_STATES = ("niveau", "nsp", "sans_objet", "sans_reponse", "non_applicable")


def print_themes(context: Context) -> None:
    """Every theme in order, each kept whole."""
    story, words = context.story, context.words
    story.section(words.raw("titres.themes"), "themes", 340)
    if not context.content.public:
        story.text(words("themes.intro"), "Note")
    for i, theme in enumerate(context.themes, 1):
        with story.together():
            _theme(context, i, theme)


def _theme(context: Context, i: int, theme: Theme) -> None:
    story, words, result = context.story, context.words, context.result_of(theme)
    story.heading(2, f"{i}. {theme.title}")
    if theme.subtitle:
        story.text(theme.subtitle, "Note")
    if result.range is None:
        story.text(words("themes.sans_objet"))
        return
    if result.count("niveau"):
        said = context.said(result.range)
        with story.columns((1, 1)) as cells:
            story.text(bold(said), "Lead")
            cells.append(story.take())
            alt = words.raw("themes.score_alt").format(theme=theme.title, score=said)
            story.figure(score_bar(context.look, result.range, 240), alt)
            cells.append(story.take())
    story.text(_reading(context, theme, result))
    if not context.content.public:
        _lists(context, result)
        story.text(_counts(context, result), "Note")
    _actions(context, theme)


def _reading(context: Context, theme: Theme, result: ThemeResult) -> str:
    """The reading of the prudent score, only when the theme is documented (contract S10)."""
    if not result.count("niveau"):
        return context.words("themes.sans_reponse")
    if not result.documented or result.range is None:
        return context.words("themes.non_documente")
    low = result.range.low
    for reading in context.content.knowledge.readings:
        inside = reading.low <= low < reading.high or low == reading.high == 4
        if reading.theme == theme.id and inside:
            return reading.text
    return context.words("themes.sans_lecture")


def _lists(context: Context, result: ThemeResult) -> None:
    """The highest and the lowest levels answered, heaviest questions first."""
    story, words = context.story, context.words
    levels = [trace for trace in result.questions if trace.state == "niveau"]
    firm = sorted((t for t in levels if t.low >= _FIRM), key=lambda t: (-t.low, -t.weight))
    weak = sorted((t for t in levels if t.low <= _WEAK), key=lambda t: (t.low, -t.weight))
    for key, chosen in (("appui", firm), ("renforcer", weak)):
        if chosen:
            story.heading(3, words.raw(f"titres.{key}"))
            story.items([_line(context, trace) for trace in chosen[:_SHOWN]], "Cell")


def _line(context: Context, trace: QuestionTrace) -> str:
    question = context.content.snapshot.questionnaire.questions[trace.question]
    sentence = context.wording(question).levels[trace.low]
    number = bold(context.number(trace.question))
    level = context.words("themes.niveau", niveau=str(trace.low))
    return join([number, level, sentence])


def _counts(context: Context, result: ThemeResult) -> str:
    parts: list[str] = []
    for state in _STATES:
        if number := result.count(state):
            one = context.words.raw(f"etats.{state}")
            several = context.words.raw(f"etats.{state}_pluriel")
            parts.append(count(number, one, several))
    return context.words("themes.compte", reponses=listing(parts))


def _actions(context: Context, theme: Theme) -> None:
    roadmap = context.content.roadmap
    if roadmap is None:
        return
    titles = [
        context.quoted(action.title)
        for horizon in roadmap.horizons
        for action in horizon.actions
        if action.theme == theme.id and action.kind != "enquiry"
    ]
    if not titles:
        return
    later = roadmap.projection.themes.get(theme.id)
    key = "themes.actions_score" if later else "themes.actions"
    score = context.said(later) if later else ""
    context.story.text(context.words(key, actions=listing(titles), score=score), "Note")
