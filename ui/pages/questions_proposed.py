# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The remark that tells what was answered in another questionnaire, and offers to take it up."""

from collections.abc import Sequence

from autodiag.linking.proposals import Proposal, Source
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Wording
from autodiag.scoring.handed import value_said
from autodiag.text.numbers import count, day
from ui.pages.questions_words import Said

TAKEN = "Réponse reprise"
APART = "Ces réponses ne vont pas ensemble\u00a0: rien n’est proposé."
OTHERWISE = "Votre réponse ici est différente."
LONGEST = 36
"""Characters of an answer named on a button: a longer one is named in the sentence."""


def proposed(proposal: Proposal | None, question: Question, wording: Wording) -> Said | None:
    """Where it comes from and why; a button where one answer is proved and none is given."""
    if proposal is None:
        return None
    told = " ".join((_sources_said(proposal), *_ends(proposal, question, wording)))
    if proposal.answer is None or proposal.answered:
        return Said(told, "bulb")
    said = _answer_said(proposal, question, wording)
    do = f"Reprendre «\u202f{said}\u202f»" if len(said) <= LONGEST else "Reprendre cette réponse"
    return Said(told, "bulb", action="propose", do=do)


def to_take_up(number: int) -> str:
    """«12 réponses données ailleurs peuvent être reprises»."""
    if number == 1:
        return "une réponse donnée ailleurs peut être reprise"
    return f"{count(number, 'réponse')} données ailleurs peuvent être reprises"


def same_elsewhere(sources: Sequence[Source]) -> Said | None:
    """Once answered, where the very same thing was said."""
    if not sources:
        return None
    one = sources[0]
    where = f"«\u202f{one.questionnaire}\u202f», le\u00a0{day(one.day)}"
    said = f"Comme dans {where}\u00a0: vous y avez répondu «\u202f{one.said}\u202f»."
    return Said(said, "check")


def _sources_said(proposal: Proposal) -> str:
    parts: list[str] = []
    title = question = ""
    for one in proposal.sources:
        if one.questionnaire != title:
            title, question = one.questionnaire, one.question
            parts.append(f"Dans «\u202f{title}\u202f», vous avez répondu «\u202f{one.said}\u202f».")
        elif one.question != question:
            question = one.question
            parts.append(f"Et aussi «\u202f{one.said}\u202f».")
        parts.append(one.reason)
    return " ".join(parts)


def _ends(proposal: Proposal, question: Question, wording: Wording) -> list[str]:
    """What the sources leave possible, where the button does not say it, and what is given."""
    if not proposal.agree:
        return [APART]
    said: list[str] = []
    if proposal.answered or proposal.answer is None:
        said.append(_possible(proposal, question, wording))
    elif question.type == "niveaux" and proposal.low != proposal.high:
        said.append("Lisez aussi les phrases plus hautes.")
    elif len(answer := _answer_said(proposal, question, wording)) > LONGEST:
        said.append(f"Ce serait «\u202f{answer}\u202f».")
    if proposal.answered:
        said.append(OTHERWISE)
    return said


def _possible(proposal: Proposal, question: Question, wording: Wording) -> str:
    """«Ce serait au moins le niveau 1.»"""
    low, high = proposal.low, proposal.high
    if question.type != "niveaux" or low is None or high is None or low == high:
        return f"Ce serait «\u202f{_answer_said(proposal, question, wording)}\u202f»."
    if high == HIGHEST_LEVEL:
        return f"Ce serait au moins le niveau\u00a0{low:g}."
    if low == 0:
        return f"Ce serait au plus le niveau\u00a0{high:g}."
    return f"Ce serait entre les niveaux\u00a0{low:g} et\u00a0{high:g}."


def _answer_said(proposal: Proposal, question: Question, wording: Wording) -> str:
    """«niveau 3», «Oui», «100 %»."""
    assert proposal.answer is not None  # the callers know that one is proved
    value = proposal.answer.value
    return (
        f"niveau\u00a0{value}"
        if question.type == "niveaux"
        else value_said(question, value, wording)
    )
