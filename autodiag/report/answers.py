# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every question with its answer, as given, and the facts declared."""

from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown, Value
from autodiag.model.condition import holds
from autodiag.model.questionnaire import Question, Theme
from autodiag.model.result import QuestionTrace
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.story import Cell, Flowable
from autodiag.text.numbers import decimal
from autodiag.text.typography import plain


def print_answers(context: Context) -> None:
    """One table per theme, then the facts."""
    story, words = context.story, context.words
    story.section(words.raw("titres.reponses"), "reponses")
    story.text(words("reponses.intro"), "Note")
    traces = context.content.result.traces()
    for theme in context.themes:
        story.need(150)
        story.heading(2, theme.title)
        _table(context, theme, traces)
    _facts(context)


def _table(context: Context, theme: Theme, traces: dict[str, QuestionTrace]) -> None:
    story, words = context.story, context.words
    head = [words.raw(f"colonnes.{k}") for k in ("question", "reponse", "niveau", "poids")]
    rows: list[list[Cell]] = []
    for question in theme.questions:
        text = join([bold(context.number(question.id)), context.wording(question).text])
        trace = traces.get(question.id)
        level = str(trace.low) if trace and trace.state == "niveau" else "–"
        weight = str(trace.weight) if trace and trace.counts else "–"
        rows.append([text, _answer(context, question, trace), level, weight])
    story.table(head, rows, (3.0, 3.2, 0.55, 0.5))


def _answer(context: Context, question: Question, trace: QuestionTrace | None) -> list[Flowable]:
    story, words = context.story, context.words
    answer = context.content.snapshot.assessment.answers.get(question.id)
    style = "Unknown" if not isinstance(answer, Answered) else "Cell"
    out: list[Flowable] = [story.cell_text(said(context, question, answer), style)]
    if trace and trace.state == "non_applicable":
        reason = trace.reason or words.raw("reponses.non_applicable")
        out = [story.cell_text(reason, "CellNote")]
        if answer is not None:
            out.append(story.cell_text(words("reponses.gardee"), "CellNote"))
    if note := context.note(question.id):
        out.append(story.cell_text(words("reponses.note", texte=note), "CellNote"))
    return out


def said(context: Context, question: Question, answer: Answer | None) -> str:
    """An answer in words."""
    words = context.words
    match answer:
        case None:
            return words("reponses.aucune")
        case Unknown():
            return words("reponses.nsp")
        case NotConcerned(reason):
            return words("reponses.sans_objet", raison=plain(reason))
        case Answered(value, variant):
            return _value(question, value, variant)


def _value(question: Question, value: Value, variant: str) -> str:
    levels = question.wording(variant).levels
    if question.type == "niveaux" and isinstance(value, int) and value < len(levels):
        return levels[value]
    texts = {choice.id: choice.text for choice in question.choices}
    if isinstance(value, tuple):
        return " ; ".join(texts.get(one, one) for one in value)
    if isinstance(value, str):
        return texts.get(value, value)
    unit = question.range.unit if question.range else ""
    return f"{decimal(value, 2)} {unit}".strip()


def _facts(context: Context) -> None:
    story, words, content = context.story, context.words, context.content
    if not content.knowledge.facts:
        return
    story.need(240)
    story.heading(2, words.raw("titres.faits"))
    lines: list[str] = []
    authority, facts = content.snapshot.authority, content.snapshot.facts
    epci = authority.kind == "epci"
    for fact in content.knowledge.facts.values():
        # what was not to be asked is neither known nor missing
        if fact.asked_if and holds(fact.asked_if, authority, facts) is False:
            continue
        text = fact.text_epci if epci and fact.text_epci else fact.text
        known = facts.get(fact.id)
        key = "inconnu" if known is None else "oui" if known else "non"
        lines.append(join([text, bold(words.raw(f"faits.{key}"))]))
    story.items(lines, "Step")
