# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Published figures beside the answers: at most two per question, each with its study (B1–B5)."""

from collections.abc import Sequence

from autodiag.benchmarks import citing
from autodiag.charts.dot_plot import dot_plot
from autodiag.model.benchmark import Benchmark, Comparator, Study
from autodiag.model.questionnaire import Theme
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.story import Cell
from autodiag.text.numbers import listing, percent


def shown(comparators: Sequence[Comparator]) -> list[Comparator]:
    """The comparators that the section prints, two at most a question (contract B2)."""
    return [comparator for comparator in comparators if comparator.shown]


def print_comparison(context: Context) -> None:
    """Themes that have figures first; the others in one sentence (contract B4)."""
    story, words = context.story, context.words
    story.section(words.raw("titres.comparaison"), "comparaison", 300)
    story.text(words("comparaison.intro"))
    by_question: dict[str, list[Comparator]] = {}
    for comparator in shown(context.content.comparison.comparators):
        by_question.setdefault(comparator.question, []).append(comparator)
    without: list[str] = []
    for theme in context.themes:
        own = [c for q in theme.questions for c in by_question.get(q.id, [])]
        if any(c.same_size for c in own):
            _theme(context, theme, own)
        else:
            without.append(context.quoted(theme.title))
            if own:
                _theme(context, theme, own)
    if without:
        story.text(words("comparaison.sans_repere", themes=listing(without)))
    story.text(words("comparaison.regles"), "Note")


def _theme(context: Context, theme: Theme, comparators: list[Comparator]) -> None:
    story, words = context.story, context.words
    story.need(150)
    story.heading(2, theme.title)
    ordered = sorted(comparators, key=lambda c: not c.same_size)
    rows = [_row(context, comparator) for comparator in ordered]
    head = [words.raw("colonnes.repere"), words.raw("colonnes.part")]
    story.table(head, rows, (3.05, 1))


def _row(context: Context, comparator: Comparator) -> list[Cell]:
    story, words, benchmark = context.story, context.words, comparator.benchmark
    sentence = join([bold(context.number(comparator.question)), comparator.sentence])
    left = [story.cell_text(sentence)]
    left += [story.cell_text(note, "CellNote") for note in comparator.notes]
    left.append(story.cell_text(source_line(context, benchmark), "CellNote"))
    if benchmark.value is None:
        return [left, words.raw("comparaison.pas_une_part")]
    chart = dot_plot(
        context.look, benchmark.value, benchmark.bound, same_size=comparator.same_size, width=122
    )
    alt = words.raw("comparaison.alt").format(part=percent(benchmark.value))
    return [left, [story.cell_figure(chart, alt)]]


def source_line(context: Context, benchmark: Benchmark) -> str:
    """«source, année · panel · n»."""
    return citing.source_line(benchmark, _citing(context))


def year(context: Context, study: Study) -> str:
    """The year that a study is dated with."""
    return citing.year(study, _citing(context))


def _citing(context: Context) -> citing.CitingWords:
    words = context.words
    return citing.CitingWords(
        words.section("strates"),
        words.raw("comparaison.n"),
        words.raw("comparaison.publie"),
        words.raw("comparaison.sans_date"),
    )
