# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The grid at the end of the blank questionnaire: one row a question, to type the answers from."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false
# ruff: noqa: SLF001  (a story is written part by part)

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Table

from autodiag.model.questionnaire import Question
from autodiag.report.blank_form import NOT_CONCERNED, UNKNOWN, asked
from autodiag.report.blocks import Block, Columns
from autodiag.report.context import Context
from autodiag.report.fonts import REGULAR
from autodiag.report.large_forms import BoxField, BoxFields, Dotted
from autodiag.report.markup import bold
from autodiag.report.styles import GUTTER, WIDTH, table_style
from autodiag.report.tags import Node
from autodiag.text.typography import for_pdf

_GAP = GUTTER * 1.5
_CODE = 38.0
_UNIT = "Ticked"
_LEVELS = ("0", "1", "2", "3", "4")


def print_grid(context: Context) -> None:
    """A table a theme, in two columns."""
    story, words = context.story, context.words
    themes = context.content.snapshot.questionnaire.themes
    blocks: list[Block] = []
    with story.apart() as head:
        story.new_page()
        story.heading(1, words.raw("questionnaire.grille"), "grille", "LargeTitle")
        alone = "_sans_score" if context.unscored else ""
        story.text(words(f"questionnaire.grille_aide{alone}"), "Large")
    for i, theme in enumerate(themes, 1):
        if questions := asked(context, theme):
            with story.apart() as block:
                story.heading(2, f"{i}. {theme.title}", style="LargeAsked")
                block.append(_table(context, questions))
            blocks.append(block)
    if blocks:
        story.flow += head
        story.flow.append(Columns(blocks, 2, _GAP))


def _table(context: Context, questions: Sequence[Question]) -> Table:
    story = context.story
    top = Node("Table", story.tree)
    codes = (*_LEVELS, UNKNOWN, NOT_CONCERNED)
    head = [(context.words.raw("colonnes.numero"), "LargeCell")]
    head += [(code, "LargeHead") for code in codes]
    if context.unscored:  # the middle columns are one, where each question has its own boxes
        answer = (context.words.raw("questionnaire.grille_reponse"), "LargeCell")
        head[1:-2] = [answer, *[("", "LargeHead")] * (len(_LEVELS) - 1)]
    data = [story._row(head, Node("THead", top), ["Column"] * len(head))]
    body = Node("TBody", top)
    scopes = ["Row"] + [""] * len(codes)
    style = table_style(story.look, tight=True)
    style.add("RIGHTPADDING", (0, 0), (-1, -1), 0)
    style.add("VALIGN", (0, 1), (-1, -1), "MIDDLE")
    if context.unscored:
        style.add("SPAN", (1, 0), (len(_LEVELS), 0))
    for row, question in enumerate(questions, 1):
        data.append(story._row(_cells(context, question), body, scopes))
        if question.type != "niveaux":
            style.add("SPAN", (1, row), (len(_LEVELS), row))
    each = ((WIDTH - _GAP) / 2 - _CODE) / len(codes)
    table = Table(data, [_CODE, *[each] * len(codes)], style=style)
    table.spaceAfter = 10
    return table


def _cells(context: Context, question: Question) -> list[Any]:
    """Its code, then a box for each answer; a question without levels has its own in one cell."""
    raw, number, color = context.words.raw, context.number(question.id), context.look.control
    levels: list[Any] = [
        [BoxField(raw("questionnaire.niveau_dit").format(numero=number, niveau=level), color)]
        for level in _LEVELS
    ]
    if question.type != "niveaux":
        levels = [_own(context, question), *[()] * (len(_LEVELS) - 1)]
    last = [
        [BoxField(raw(f"questionnaire.{key}").format(numero=number), color)]
        for key in ("nsp_dit", "sans_objet_dit")
    ]
    return [(number, "LargeCell"), *levels, *last]


def _own(context: Context, question: Question) -> list[Any]:
    """A box for each choice, under its number; or a line for a number, with its unit."""
    story, raw, number = context.story, context.words.raw, context.number(question.id)
    color = context.look.control
    if question.range is not None:
        label, unit = raw("questionnaire.nombre_dit").format(numero=number), question.range.unit
        said, size = story.cell_text(unit, _UNIT), story.size_of(_UNIT)
        long = story.letters.width(story.letters.printable(for_pdf(unit)), REGULAR, size)
        return [Dotted(label, color, (said, long) if unit else None)]
    spoken = raw("questionnaire.choix_dit")
    boxes = [
        (
            story.cell_text(bold(str(rank)), "LargeCell"),
            spoken.format(numero=number, niveau=rank),
        )
        for rank in range(1, len(question.choices) + 1)
    ]
    return [BoxFields(boxes, color)]
