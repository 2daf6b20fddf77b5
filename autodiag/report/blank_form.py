# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questionnaire to fill in by hand: the questions that apply, in large type. It prints no
answer, and no note."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false

from collections.abc import Sequence

from autodiag.model.questionnaire import NumberRange, Question, Theme, Wording
from autodiag.report.context import Context
from autodiag.report.contributions import taker, whose
from autodiag.report.fonts import BOLD
from autodiag.report.large_forms import Option, Writing
from autodiag.report.markup import bold, join
from autodiag.report.panels import Row
from autodiag.report.skipping import passed_said, passed_when
from autodiag.report.story import NO_SIGN
from autodiag.report.tags import Node
from autodiag.scoring.trace import applies
from autodiag.text.articles import to
from autodiag.text.numbers import count, decimal, listing
from autodiag.text.typography import NO_BREAK, for_pdf

Choices = Sequence[tuple[str, str, str]]
"""Code, words, what is told of the box."""

UNKNOWN, NOT_CONCERNED = "N", "S"
_BESIDE = 170.0
"""Points from the box N to the box S."""


def asked(context: Context, theme: Theme) -> list[Question]:
    """The questions of a theme that apply, or may (contract S1); no answer of the dossier sets one
    aside, for it is filled in anew. For anyone, also those that only a fact which is kept back
    sets aside: their absence would tell it."""
    hidden, it = context.kept_back.questions, context.content.snapshot
    return [q for q in theme.questions if applies(q, it.authority, it.facts) or q.id in hidden]


def print_blank(context: Context) -> None:
    """The first page says how; then each theme."""
    story, words = context.story, context.words
    themes = [
        (theme, asked(context, theme)) for theme in context.content.snapshot.questionnaire.themes
    ]
    number = sum(len(questions) for _, questions in themes)
    story.heading(1, words.raw("questionnaire.titre"), "questionnaire", "LargeTitle")
    story.text(bold(context.clipped(context.name, 120)), "LargeTheme")
    if context.unscored:
        about = context.content.snapshot.questionnaire
        story.text(context.quoted(about.title), "Large")
        story.text(about.instructions, "Large")
        if shared := whose(context):
            story.text(shared, "Large")
    alone = "_sans_score" if context.unscored else ""
    story.text(words(f"questionnaire.mode_emploi{alone}"), "Large")
    said = words("questionnaire.nombre", questions=count(number, "question"))
    story.text(said if number else words("questionnaire.aucune"), "Large")
    kept = [words("questionnaire.vierge")]
    if context.content.public:
        kept.append(words("questionnaire.vierge_public"))
    story.text(join(kept), "Large")
    for keys in (("rempli_par", "le"), ("rendre",)):
        write(context, [words.raw(f"questionnaire.{key}") for key in keys], "Large")
    for i, (theme, questions) in enumerate(themes, 1):
        if context.unscored and questions and i > 1:
            story.new_page()  # its themes are shared among people, who may each have theirs alone
        for j, question in enumerate(questions):
            with story.together():
                if j == 0:
                    story.heading(2, f"{i}. {theme.title}", style="LargeTheme")
                    _taken(context, theme)
                _question(context, question)


def _taken(context: Context, theme: Theme) -> None:
    """Who takes the theme, or room to write it; nothing where themes are not shared."""
    if not context.content.snapshot.questionnaire.by_theme:
        return
    if who := taker(context, theme):
        context.story.text(context.words("contributions.confie_a", qui=who), "Large")
    else:
        write(context, [context.words.raw("contributions.a_confier_a")], "Large")


def _question(context: Context, question: Question) -> None:
    story, words = context.story, context.words
    number, wording = context.number(question.id), context.wording(question)
    story.heading(3, f"{number} {wording.text}", style="LargeAsked")
    it = context.content.snapshot
    if passed := passed_when(question, it.authority, it.facts):
        given = passed_said(passed, it.questionnaire, context.number)
        story.text(words("questionnaire.passez", reponse=given), "Large")
    ways(context, question, wording, ("Large", "LargeChoice"))
    if question.whom:
        names = listing([to(context.actor(whom)) for whom in question.whom], "ou")
        story.text(words("questionnaire.demander", qui=names), "Large")
    write(context, [words.raw("questionnaire.note")], "Large")
    story.space(10)


def ways(context: Context, question: Question, wording: Wording, styles: tuple[str, str]) -> None:
    """How a question of any type is answered by hand: what is ticked, or written. `styles`: of
    what is told, and of what is ticked."""
    story, told = context.story, styles[0]
    if question.type == "choix_multiples":
        most, alone = question.most, [one.text for one in question.choices if one.alone]
        key = "au_plus" if most else "plusieurs"
        said = [context.words(f"questionnaire.{key}", nombre=str(most))]
        said += [context.words("questionnaire.seule", choix=context.quoted(one)) for one in alone]
        story.text(join(said), told)
    if question.range is not None:
        kind = "note_attendue" if question.type == "note" else "nombre_attendu"
        _write_number(context, question.range, kind, told)
    options(context, choices_of(context, question, wording), styles[1])


def _write_number(context: Context, bounds: NumberRange, kind: str, style: str) -> None:
    """Its bounds, each whole on its line: a number never leaves its unit."""
    most = f"{decimal(bounds.maximum)}{NO_BREAK}{bounds.unit}".strip()
    text = context.words.raw(f"questionnaire.{kind}")
    write(context, [text.format(minimum=decimal(bounds.minimum), maximum=most)], style)


def choices_of(context: Context, question: Question, wording: Wording) -> Choices:
    """What may be ticked: the levels, or the options by the key that chooses each on the screen;
    then N and S."""
    raw, number = context.words.raw, context.number(question.id)
    found = [(str(level), text, "niveau_dit") for level, text in enumerate(wording.levels)]
    if not found:
        choices = enumerate(question.choices, 1)
        found = [(str(rank), choice.text, "choix_dit") for rank, choice in choices]
    found.append((UNKNOWN, raw("questionnaire.nsp"), "nsp_dit"))
    found.append((NOT_CONCERNED, raw("questionnaire.sans_objet"), "sans_objet_dit"))
    return [
        (code, text, raw(f"questionnaire.{key}").format(numero=number, niveau=code))
        for code, text, key in found
    ]


def options(context: Context, choices: Choices, style: str) -> None:
    """One box a line; N and S, the last two, side by side."""
    story = context.story
    top = Node("L", story.tree, attrs=NO_SIGN)
    boxes: list[Option] = []
    for code, text, spoken in choices:
        sign = story.cell_text(bold(code), style)
        body = story.cell_text(text, style)
        boxes.append(Option(sign, body, Node("LI", top), spoken, story.look.control))
    story.flow += [*boxes[:-2], Row([[boxes[-2]], [boxes[-1]]], [_BESIDE, 0])]
    story.space(6)


def write(context: Context, labels: Sequence[str], style: str, *, lines: int = 1) -> None:
    """Labels in bold on one line, each before room for the pen."""
    story, size = context.story, context.story.size_of(style)
    cells = [
        (
            story.cell_text(bold(label), style),
            story.letters.width(story.letters.printable(for_pdf(label)), BOLD, size),
        )
        for label in labels
    ]
    node = Node("Sect", story.tree)
    story.flow.append(Writing(cells, node, story.look.control, lines=lines))
