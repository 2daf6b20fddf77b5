# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The letter to the software provider: the questions answered «ne sait pas» that it is the first to
be asked, and nothing of what was answered to the others."""

from collections.abc import Iterator

from autodiag.documents.facts import Facts
from autodiag.documents.head import addressed, begin_letter, sign
from autodiag.documents.sheet import Sheet
from autodiag.documents.styles import CHOICE
from autodiag.documents.words import joined
from autodiag.model.questionnaire import Question
from autodiag.scoring.wording import wording_read
from autodiag.text.numbers import count

PROVIDER = "prestataire"


def write_prestataire(facts: Facts) -> bytes:
    """Each question with its levels as boxes to tick."""
    words = facts.words
    asked = list(_asked(facts))
    own = [words("avant.securite"), words("avant.plusieurs")] if asked else [words("avant.inutile")]
    if without := _unanswered(facts):
        own.append(words("avant.sans_reponse", nombre=count(without, "question")))
    sheet = begin_letter(facts, "prestataire", *own, plan=False)
    addressed(sheet, facts, words("lettre.destinataire"), words("lettre.adresse"))
    sheet.text(words("lettre.contrat"))
    sheet.text(words("lettre.bonjour"))
    sheet.text(
        joined(words(f"diagnostic.{facts.progress}", date=facts.assessed_on), words("lettre.intro"))
    )
    if asked:
        sheet.text(words("lettre.demande"))
    for question in asked:
        _question(sheet, facts, question)
    for key in ("delai", "contact", "merci"):
        sheet.text(words(f"lettre.{key}"))
    sign(sheet, facts)
    return sheet.data()


def _asked(facts: Facts) -> Iterator[Question]:
    questions = facts.snapshot.questionnaire.questions
    for trace in facts.content.result.traces().values():
        question = questions[trace.question]
        if trace.state == "nsp" and _first_asked(question):
            yield question


def _unanswered(facts: Facts) -> int:
    """How many questions that it is the first to be asked have no answer at all."""
    questions = facts.snapshot.questionnaire.questions
    return sum(
        trace.state == "sans_reponse" and _first_asked(questions[trace.question])
        for trace in facts.content.result.traces().values()
    )


def _first_asked(question: Question) -> bool:
    """What others are asked first, it knows only in part: the sheet to hand out names it there."""
    return question.whom[:1] == (PROVIDER,)


def _question(sheet: Sheet, facts: Facts, question: Question) -> None:
    words, it = facts.words, facts.snapshot
    wording = wording_read(it.questionnaire, question, it.assessment, it.authority, it.facts)
    number = facts.naming.number(question.id)
    sheet.heading(2, words("lettre.question", numero=number, texte=wording.text))
    choices = wording.levels or tuple(choice.text for choice in question.choices)
    for text in choices:
        sheet.text(words("lettre.case", texte=text), CHOICE)
    sheet.text(words("lettre.nsp"), CHOICE)
    sheet.text(words("lettre.precisions"))
