# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Published figures beside the answers: at most two per question, each with its study (B1–B5)."""

from collections import Counter
from collections.abc import Sequence

from autodiag.benchmarks import citing
from autodiag.benchmarks.compare import at_odds
from autodiag.benchmarks.sentences import reserves, to_avoid
from autodiag.charts.dot_plot import Share, dot_axis, share_plot
from autodiag.model.benchmark import Benchmark, Comparator, Study
from autodiag.report.cited import citing_words
from autodiag.report.context import Context
from autodiag.report.grouped import Group, grouped_table
from autodiag.report.markup import bold, join
from autodiag.report.readings import print_readings
from autodiag.report.series import print_series
from autodiag.report.story import Cell
from autodiag.report.styles import WIDTH
from autodiag.text.numbers import listing
from autodiag.text.shares import share_label

_PLOT = 132.0
_OFTEN = 3
"""Rows of a group: as many with the same source have it said once, above them."""


def shown(comparators: Sequence[Comparator]) -> list[Comparator]:
    """The comparators that the section prints, two at most a question (contract B2); those of
    another size stand with their study, without bar (contract B4)."""
    return [comparator for comparator in comparators if comparator.shown and comparator.same_size]


def print_comparison(context: Context) -> None:
    """Themes that have figures first; the others in one sentence (contract B4)."""
    story, words = context.story, context.words
    story.section(words.raw("titres.comparaison"), "comparaison", 300)
    story.text(words("comparaison.intro"), "Note")
    by_question: dict[str, list[Comparator]] = {}
    for comparator in shown(context.content.comparison.comparators):
        by_question.setdefault(comparator.question, []).append(comparator)
    groups: list[Group] = []
    without: list[str] = []
    for theme in context.themes:
        own = [c for q in theme.questions for c in by_question.get(q.id, [])]
        if own:
            groups.append(_group(context, theme.title, own))
        else:
            without.append(context.quoted(theme.title))
    if groups:
        axis = dot_axis(context.look, _PLOT)
        head = [words.raw("colonnes.repere"), words.raw("colonnes.part")]
        grouped_table(story, head, groups, (WIDTH - _PLOT - 4, _PLOT + 4), axis)
    if without:
        story.text(words("comparaison.sans_repere", themes=listing(without)), "Entry")
    story.text(words("comparaison.regles"), "Note")
    print_readings(context)
    print_series(context)


def _group(context: Context, title: str, own: Sequence[Comparator]) -> Group:
    """The source stands under each figure; under the title, once, where it is that of most."""
    sources = [source_line(context, comparator.benchmark) for comparator in own]
    source, times = Counter(sources).most_common(1)[0]
    if times < _OFTEN or times <= len(own) / 2:
        return Group(title, _rows(context, own, sources))
    note = source
    if times < len(own):
        note = context.words("comparaison.source_de_la_plupart", source=source)
    others = ["" if one == source else one for one in sources]
    return Group(title, _rows(context, own, others), note)


def _rows(context: Context, own: Sequence[Comparator], sources: Sequence[str]) -> list[list[Cell]]:
    """Of two figures that disagree, which come one after the other, the second says so (contract
    B5)."""
    phrases = context.content.phrases
    rows: list[list[Cell]] = []
    before: Comparator | None = None
    for one, source in zip(own, sources, strict=True):
        tied = before and at_odds(before.benchmark, one.benchmark)
        notes = (phrases.models["chiffre_precedent"], *one.notes) if phrases and tied else one.notes
        rows.append(_row(context, one, notes, source))
        before = one
    return rows


def _row(context: Context, comparator: Comparator, notes: Sequence[str], source: str) -> list[Cell]:
    story, words, benchmark = context.story, context.words, comparator.benchmark
    sentence = join([bold(context.number(comparator.question)), comparator.sentence])
    left = [story.cell_text(sentence, "Row")]
    left += [story.cell_text(note, "RowNote") for note in notes]
    if source:
        left.append(story.cell_text(source, "RowNote"))
    if benchmark.value is None:
        return [left, words.raw("comparaison.pas_une_part")]
    share = Share(
        benchmark.value, benchmark.bound, same_size=comparator.same_size, lack=to_avoid(benchmark)
    )
    chart = share_plot(context.look, share, _PLOT, axis=False)
    return [left, [story.cell_figure(chart, share_alt(context, share))]]


def share_alt(context: Context, share: Share) -> str:
    """What is drawn, in words: that of those who do not has no scale."""
    label = share_label(share.value, share.bound, lack=share.lack)
    return f"{label}." if share.lack else context.words.raw("comparaison.alt").format(part=label)


def source_line(context: Context, benchmark: Benchmark) -> str:
    """«source, année · panel · n»; then, in the public edition, whose sentences are the published
    ones, what the brackets of the others say: who answered, how long ago (contract B1)."""
    line, phrases = citing.source_line(benchmark, citing_words(context)), context.content.phrases
    if phrases is None or not context.content.public:
        return line
    return " · ".join((line, *reserves(benchmark, phrases)))


def year(context: Context, study: Study) -> str:
    """The year that a study is dated with."""
    return citing.year(study, citing_words(context))
