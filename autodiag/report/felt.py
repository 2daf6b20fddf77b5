# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is felt beside what is measured: a line for the synthesis, and the end of the comparison.
For the town hall only: an opinion is somebody’s."""

from autodiag.benchmarks.placing import year_of
from autodiag.benchmarks.sentences import RECENT_FROM
from autodiag.charts.felt_scale import felt_scale, scale_height
from autodiag.report.comparison import source_line
from autodiag.report.context import Context
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.scoring import felt_words as words_of
from autodiag.scoring.felt import Felt, asked, felt
from autodiag.text.sentences import unstarred

_SCALE = 380.0
"""Points: the width of the scale, which needs no more to be read."""
_SHARES = (34, 22, 22, 22)
_TITLE, _WORDS = 40.0, 70.0
"""Points that the title and the first sentences take, for the scale not to stand alone."""


def felt_line(context: Context) -> str:
    """The mark given before the questions, beside the measure; empty where there is none."""
    one = _read(context)
    return words_of.one_line(one, _words(context)) if one else ""


def print_felt(context: Context) -> None:
    """The marks on their scale, what others said of themselves, the opinions two by two. Nothing
    where nobody said anything, and in the public edition."""
    one = _read(context)
    if one is None:
        return
    if one.marks:
        _marks(context, one)
    if one.opinions and context.unscored:
        _opinions(context, one)


def _read(context: Context) -> Felt | None:
    content = context.content
    if content.public:
        return None
    where = asked(_words(context), context.words.section("ressenti_domaines"))
    return felt(content.snapshot, content.result, where, content.figures)


def _words(context: Context) -> words_of.Words:
    return context.words.section("ressenti")


def _marks(context: Context, one: Felt) -> None:
    story, words = context.story, _words(context)
    lines = words_of.lines(one, words)
    story.need(_TITLE + scale_height(lines) + _WORDS)
    story.heading(2, words_of.title(one, words))
    story.figure(felt_scale(context.look, lines, _SCALE), words_of.heard(one, words))
    if measure := words_of.measure(one, words):
        story.text(unstarred(measure), "Note")
    for said in words_of.gaps(one, words):
        story.text(said, "Entry")
    story.text(words["personne"], "Entry")
    if years := words_of.years(one, words):
        story.text(unstarred(" ".join([words["annees"], *years])), "Entry")
    if one.figures and not context.unscored:  # else they stand beside the answers, above
        _others(context, one)


def _others(context: Context, one: Felt) -> None:
    """Each figure as it was published, then their study, once."""
    story, words = context.story, _words(context)
    story.heading(3, words["autres"])
    for figure in one.figures:
        story.text(figure.statement, "Entry")
    source = source_line(context, one.figures[0])
    if year_of(one.figures[0].study) < RECENT_FROM:
        source = f"{source} · {words['ancien']}"
    story.text(f"{source}. {one.figures[0].study.warning}", "Note")


def _opinions(context: Context, one: Felt) -> None:
    """One row a field: those that differ first."""
    story, words = context.story, _words(context)
    head = [words[key] for key in ("domaine", "nom_elu", "nom_agent", "entre_vous")]
    rows = [_row(words_of.opinion_row(two, words)) for two in one.opinions]
    with story.together():
        story.heading(2, words["deux_avis"])
        story.text(words["deux_avis_quoi"], "Note")
        story.table(head, rows, _SHARES)


def _row(said: tuple[str, ...]) -> list[Cell]:
    title, *opinions = said
    return [(bold(title), "Row"), *((one, "Row") for one in opinions)]
