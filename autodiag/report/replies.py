# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The answers to a questionnaire that gives no score: each beside its question, and on one page
beside the figures published. Knows nothing of levels, profiles or plans."""

from collections.abc import Sequence
from functools import partial

from autodiag.model.assessment import Answered
from autodiag.model.benchmark import Comparator
from autodiag.model.questionnaire import Question, Theme
from autodiag.report.comparison import shown, source_line
from autodiag.report.context import Context
from autodiag.report.contributions import taken, whose
from autodiag.report.cover import elsewhere, identity
from autodiag.report.flow import fitted
from autodiag.report.markup import bold, join
from autodiag.report.story import Cell, Flowable
from autodiag.report.styles import FRAME_HEIGHT
from autodiag.report.taken_over import left_to_confirm, taken_over_said
from autodiag.scoring.handed import answer_said
from autodiag.text.numbers import count, day
from autodiag.text.typography import NARROW

_LONG_NAME, _LONGEST_NAME = 38, 90


def print_replies(context: Context) -> None:
    """A table a theme: the question as it was asked, the answer in words, the note."""
    story, words = context.story, context.words
    story.new_page()
    story.heading(1, words.raw("titres.reponses"), "reponses")
    for said in filter(None, (whose(context), taken_over_said(context))):
        story.text(said)
    for i, theme in enumerate(context.content.snapshot.questionnaire.themes, 1):
        story.heading(2, f"{i}. {theme.title}")
        if said := taken(context, theme):
            story.text(said, "Note")
        _print_theme(context, theme)


def _print_theme(context: Context, theme: Theme) -> None:
    words = context.words
    rows: list[list[Cell]] = [
        [[_asked(context, question)], _reply(context, question)] for question in theme.questions
    ]
    head = [words.raw(f"colonnes.{key}") for key in ("question", "reponse")]
    context.story.table(head, rows, (58, 42), tight=True)


def _asked(context: Context, question: Question) -> Flowable:
    text = join([bold(context.number(question.id)), context.wording(question).text])
    return context.story.cell_text(text, "Row")


def _reply(context: Context, question: Question) -> list[Flowable]:
    """The answer in bold; in italic what is not known; why the question is not asked."""
    story, words = context.story, context.words
    answer = context.content.snapshot.assessment.answers.get(question.id)
    if context.reply(question) == "non_applicable":
        why = context.wording(question).not_applicable_reason or question.not_applicable_reason
        kept = [words.raw("reponses.gardee")] if answer is not None else []
        said = join([why or words.raw("reponses.non_applicable"), *kept])
        out: list[Flowable] = [story.cell_text(said, "RowNote")]
    elif isinstance(answer, Answered):
        out = [story.cell_text(bold(_in_words(context, question)), "Row")]
    else:
        out = [story.cell_text(_in_words(context, question), "RowUnknown")]
    if left := left_to_confirm(context, question.id):
        out.append(story.cell_text(left, "RowNote"))
    if same := context.same_as(question.id):
        out.append(story.cell_text(same, "RowNote"))
    if note := context.note(question.id):
        out.append(story.cell_text(words("reponses.note", texte=note), "RowNote"))
    return out


def _in_words(context: Context, question: Question) -> str:
    answer = context.content.snapshot.assessment.answers.get(question.id)
    return answer_said(question, answer, context.wording(question))


def print_page_of_replies(context: Context) -> None:
    """One page, always one: first the answers that a published figure stands beside, then as many
    others as there is room for; in the public edition, the figures alone."""
    figures: dict[str, Comparator] = {}
    for one in shown(context.content.comparison.comparators):
        figures.setdefault(one.question, one)
    asked = [q for theme in context.themes for q in theme.questions]
    known = [q for q in asked if context.reply(q) not in ("non_applicable", "sans_reponse")]
    if context.content.public:  # which knows of no answer
        known = [q for q in asked if q.id in figures]
    first = sorted(known, key=lambda question: question.id not in figures)
    sizes = [
        partial(_page, context, first[:most], len(first) - most, figures)
        for most in range(len(first), -1, -1)
    ]
    fitted(context.story, FRAME_HEIGHT, sizes)


def _page(
    context: Context, chosen: Sequence[Question], left: int, figures: dict[str, Comparator]
) -> None:
    story, words, content = context.story, context.words, context.content
    asked, public = content.snapshot.questionnaire, content.public
    name = context.clipped(context.name, _LONGEST_NAME)
    story.heading(1, name, "synthese", "" if len(name) <= _LONG_NAME else "Cover18")
    story.text(asked.title, "Lead")
    made = day(content.snapshot.assessment.day)
    story.text(" · ".join(part for part in (identity(context), made) if part), "Intro")
    if (said := taken_over_said(context)) and not public:  # which knows of no answer
        story.text(said)
    order = [question.id for question in asked.questions.values()]
    rows: list[list[Cell]] = [
        [_short(context, question), _figure(context, figures.get(question.id))]
        for question in sorted(chosen, key=lambda one: order.index(one.id))
    ]
    if rows:
        keys = ("question" if public else "reponse", "repere")
        story.table([words.raw(f"colonnes.{key}") for key in keys], rows, (42, 58), tight=True)
    else:
        story.text(words(f"reponses.page_vide{'_publique' if public else ''}"))
    if left:
        number = count(left, "question" if public else "réponse")
        story.text(words("reponses.reste", nombre=number), "Note")
    for said in _studies(context, [figures[q.id] for q in chosen if q.id in figures]):
        story.text(said, "Note")
    edition = "publique" if public else "interne"
    about = [words(f"diffusion.{edition}_gras"), elsewhere(context)]
    about += [words("couverture.nature_sans_score")]
    about += [words(f"general.{key}") for key in story.letters.remarks()]
    story.text(join([part for part in about if part]), "Note")


def _short(context: Context, question: Question) -> list[Flowable]:
    """The question small, its answer under it; the public edition has no answer."""
    if context.content.public:
        return [_asked(context, question)]
    story = context.story
    text = join([bold(context.number(question.id)), context.wording(question).text])
    return [story.cell_text(text, "RowNote"), *_reply(context, question)[:1]]


def _figure(context: Context, comparator: Comparator | None) -> list[Flowable]:
    """A figure, whose sentence names its study; that there is none."""
    story = context.story
    if comparator is None:
        return [story.cell_text(context.words("reponses.sans_chiffre"), "RowNote")]
    return [story.cell_text(comparator.sentence, "Step")]


def _studies(context: Context, shown_here: Sequence[Comparator]) -> list[str]:
    """Year, panel and number of replies of each study, once (contract B3)."""
    lines = dict.fromkeys(source_line(context, one.benchmark) for one in shown_here)
    if not lines:
        return []
    return [context.words("reponses.etudes", etudes=f"{NARROW}; ".join(lines))]
