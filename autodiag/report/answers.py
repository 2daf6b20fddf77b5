# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The answers of a theme, one line each: number, level, where the plan leads it, the sentence."""

from collections.abc import Sequence

from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.questionnaire import Question, Theme
from autodiag.model.result import QuestionTrace, ThemeResult
from autodiag.report.context import Context
from autodiag.report.levelled import Levelled
from autodiag.report.markup import bold
from autodiag.report.story import Cell, Flowable
from autodiag.report.taken_over import left_to_confirm
from autodiag.scoring.handed import value_said
from autodiag.text.typography import plain

_FIRM, _WEAK = 3, 1
_MARKED = 2
"""How many answers are marked as a strength, and how many as the first to strengthen."""


def print_answers(context: Context, theme: Theme, result: ThemeResult) -> None:
    """The table of a theme, in the order of its questions."""
    words, traces = context.words, {trace.question: trace for trace in result.questions}
    firm, weak = _marked(result.questions)
    targets = _targets(context)
    rows: list[list[Cell]] = []
    for question in theme.questions:
        trace = traces.get(question.id)  # none for a question that is not of levels
        sign = "check" if trace in firm else "flag" if trace in weak else ""
        level = _level(context, trace, targets.get(question.id, 0), sign)
        number = bold(context.number(question.id))
        rows.append([(number, "Row"), [level], _sentence(context, question, trace)])
    head = [words.raw(f"colonnes.{key}") for key in ("numero", "niveau", "reponse")]
    context.story.table(head, rows, (24, 70, 402), tight=True)


def _marked(
    traces: Sequence[QuestionTrace],
) -> tuple[list[QuestionTrace], list[QuestionTrace]]:
    """The highest and the lowest levels answered, heaviest questions first."""
    levels = [trace for trace in traces if trace.state == "niveau"]
    firm = sorted((t for t in levels if t.low >= _FIRM), key=lambda t: (-t.low, -t.weight))
    weak = sorted((t for t in levels if t.low <= _WEAK), key=lambda t: (t.low, -t.weight))
    return firm[:_MARKED], weak[:_MARKED]


def _targets(context: Context) -> dict[str, int]:
    """The level that the plan leads each question to."""
    targets: dict[str, int] = {}
    roadmap = context.content.roadmap
    for horizon in roadmap.horizons if roadmap else ():
        for action in horizon.actions:
            for reason in action.reasons:
                kind, _, rest = reason.partition(":")
                question, _, level = rest.rpartition(":")
                if kind == "question" and level.isdigit():
                    targets[question] = max(targets.get(question, 0), int(level))
    return targets


def _level(context: Context, trace: QuestionTrace | None, target: int, sign: str) -> Levelled:
    """The pips and the figure; «→ 3» where the plan raises it; the sign of a strength or of what
    to strengthen first."""
    story, look = context.story, context.look
    if trace is None or trace.state != "niveau":
        return Levelled(story.cell_text("–", "RowNote"), None, look)
    said = bold(str(trace.low))
    if target > trace.low:
        said = context.words("reponses.vise", niveau=said, vise=str(target))
    colors = {"check": look.ok[0], "flag": look.warn[0]}
    icon = look.icons.named(sign) if sign else None
    return Levelled(
        story.cell_text(said, "Row"), trace.low, look, (icon, colors[sign]) if icon else None
    )


def _sentence(context: Context, question: Question, trace: QuestionTrace | None) -> list[Flowable]:
    story, words = context.story, context.words
    answer = context.content.snapshot.assessment.answers.get(question.id)
    if trace is not None and trace.state == "non_applicable":
        reason = trace.reason or words.raw("reponses.non_applicable")
        kept = f" {words.raw('reponses.gardee')}" if answer is not None else ""
        out: list[Flowable] = [story.cell_text(reason + kept, "RowNote")]
    elif isinstance(answer, Answered):
        out = [story.cell_text(said(context, question, answer), "Row")]
    else:
        out = [story.cell_text(said(context, question, answer), "RowUnknown")]
    if left := left_to_confirm(context, question.id):
        out.append(story.cell_text(left, "RowNote"))
    if same := context.same_as(question.id):
        out.append(story.cell_text(same, "RowNote"))
    if note := context.note(question.id):
        out.append(story.cell_text(words("reponses.note", texte=note), "RowNote"))
    return out


def said(context: Context, question: Question, answer: Answer | None) -> str:
    """An answer in words; the question itself where the answer says nothing of it."""
    words, asked = context.words, context.wording(question).text
    match answer:
        case None:
            return words("reponses.aucune", question=asked)
        case Unknown():
            return words("reponses.nsp", question=asked)
        case NotConcerned(reason):
            return words("reponses.sans_objet", raison=plain(reason))
        case Answered(value, variant):
            return value_said(question, value, question.wording(variant))
