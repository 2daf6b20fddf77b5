# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is to be found out, by whom to ask: a page that a person can be handed, and so without any
score. For the town hall only: it tells what is not known there."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false

from autodiag.model.assessment import Answered, NotConcerned
from autodiag.model.questionnaire import Question
from autodiag.report.blank_form import ways, write
from autodiag.report.context import Context
from autodiag.report.large_forms import Dotted
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.scoring.handed import value_said
from autodiag.text.articles import to
from autodiag.text.numbers import count, listing
from autodiag.text.typography import capitalised

_UNKNOWN = ("nsp", "sans_reponse")


def print_verification(context: Context) -> None:
    """The questions answered «ne sait pas», without an answer, or marked «à revoir»."""
    story, words = context.story, context.words
    people = _by_whom(context)
    number = sum(len(questions) for questions in people.values())
    story.heading(1, words.raw("verification.titre" if number else "verification.rien"), "verifier")
    story.text(context.clipped(context.name, 120), "Lead")
    if context.unscored:
        story.text(context.quoted(context.content.snapshot.questionnaire.title), "Lead")
    if not number:
        story.text(words("verification.rien_texte"))
        story.text(words("verification.rien_suite"))
        return
    story.text(words("verification.intro", questions=count(number, "question")), "Intro")
    story.text(words("verification.inutile_de_deviner"), "Intro")
    story.text(words("verification.interne"))
    _people(context, people)
    for whom, questions in people.items():
        story.new_page()
        _person(context, whom, questions)


def _people(context: Context, people: dict[str, list[Question]]) -> None:
    """Who has which questions, and room to follow the pages that are handed out."""
    story, raw = context.story, context.words.raw
    head = [raw(f"verification.{key}") for key in ("qui", "questions", "remise", "rendue")]
    rows: list[list[Cell]] = []
    for whom, questions in people.items():
        name = _name(context, whom)
        numbers = [context.number(question.id) for question in questions]
        blanks: list[Cell] = []
        for key in ("remise", "rendue"):
            spoken = raw(f"verification.{key}_dit").format(qui=to(name))
            blanks.append([Dotted(spoken, story.look.control)])
        rows.append([(bold(name), "Box"), (listing(numbers), "Box"), *blanks])
    story.table(head, rows, (40, 30, 15, 15))


def _name(context: Context, whom: str) -> str:
    return capitalised(context.actor(whom) if whom else context.words.raw("verification.inconnue"))


def _by_whom(context: Context) -> dict[str, list[Question]]:
    """By the first person to ask; whoever is asked most comes first, nobody last."""
    review = context.content.snapshot.assessment.to_review
    people: dict[str, list[Question]] = {}
    for theme in context.themes:
        for question in theme.questions:
            state = context.reply(question)
            marked = question.id in review and state != "non_applicable"
            if state in _UNKNOWN or marked:
                whom = question.whom[0] if question.whom else ""
                people.setdefault(whom, []).append(question)
    return dict(sorted(people.items(), key=lambda one: (not one[0], -len(one[1]))))


def _person(context: Context, whom: str, questions: list[Question]) -> None:
    story, words = context.story, context.words
    name = context.actor(whom)
    title = words.raw("verification.pour").format(qui=to(name))
    story.heading(2, title if whom else words.raw("verification.personne"))
    number = count(len(questions), "question")
    alone = "_sans_score" if context.unscored else ""
    story.text(words(f"verification.pour_aide{alone}", questions=number))
    story.text(words("verification.interne"), "Note")
    write(context, [words.raw(f"verification.{key}") for key in ("rendre", "avant")], "P")
    for question in questions:
        with story.together():
            _question(context, question)


def _question(context: Context, question: Question) -> None:
    story, words, wording = context.story, context.words, context.wording(question)
    story.heading(3, f"{context.number(question.id)} {wording.text}", style="Asked")
    about: list[str] = [_now(context, question)]
    if wording.where:
        about.append(words("verification.regarder", ou=wording.where))
    if others := [to(context.actor(one)) for one in question.whom[1:]]:
        about.append(words("verification.sinon", qui=listing(others, "ou")))
    for text in about:
        story.text(text, "Source")
    story.space(4)
    ways(context, question, wording, ("P", "Ticked"))
    write(context, [words.raw("verification.precisions")], "P")
    write(context, [words.raw(f"verification.{key}") for key in ("reponse_par", "le")], "P")
    story.space(14)


def _now(context: Context, question: Question) -> str:
    """What is answered today."""
    words, assessment = context.words, context.content.snapshot.assessment
    state = context.reply(question)
    if state in _UNKNOWN:
        return words(f"verification.etat_{state}")
    match assessment.answers.get(question.id):
        case Answered(level) if question.type == "niveaux":
            said = words.raw("verification.niveau_actuel").format(niveau=level)
        case Answered(value):
            said = context.quoted(value_said(question, value, context.wording(question)))
        case NotConcerned():
            said = words.raw("verification.actuel_sans_objet")
        case _:
            said = words.raw("verification.actuel_autre")
    return words("verification.etat_a_revoir", reponse=said)
