# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the answers of the other questionnaires let one propose in the one shown: computed, never
stored. Knows nothing of the screen, and answers nothing by itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from autodiag.catalogue.answers import bounds, fault_of
from autodiag.linking.links import Axis, End, Link
from autodiag.model.assessment import Answer, Answered, NotConcerned, Value
from autodiag.model.dossier import Filled, Snapshot
from autodiag.model.questionnaire import Question
from autodiag.scoring.handed import value_said
from autodiag.scoring.trace import applies
from autodiag.scoring.wording import variant_for, wording_read

FIRST_PROVED = 2
"""The lowest level whose own sentence a bound proves: «at least 1» only says that it is not 0."""


@dataclass(frozen=True, slots=True)
class Source:
    """The answer that lets something be proposed, in words, and why."""

    questionnaire: str
    question: str
    text: str
    said: str
    day: date
    reason: str
    origin: str = ""
    """The id of its questionnaire, whose title is said."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What may be answered to a question. `low` and `high` are the levels or numbers that the
    sources leave possible, `answer` the one that they prove, None when one must first read.

    When the sources do not go together, all are there, and nothing is proposed.
    """

    question: str
    sources: tuple[Source, ...]
    answer: Answered | None = None
    low: float | None = None
    high: float | None = None
    agree: bool = True
    answered: bool = False
    """Whether something else is answered there already."""


def proposals(links: Iterable[Link], snapshot: Snapshot) -> Mapping[str, Proposal]:
    """By question of the questionnaire shown. Nothing comes of «ne sait pas», of «sans objet» or
    of an answer still to be confirmed; nothing goes to a question that is not asked, that is said
    to be «sans objet», or that has an answer that fits already."""
    shown, questions = snapshot.assessment.questionnaire_id, snapshot.questionnaire.questions
    found: dict[str, list[tuple[End, Source]]] = {}
    for link in links:
        question = questions.get(link.offered.question)
        if link.offered.questionnaire != shown or question is None:
            continue
        source = _source(link, question, snapshot)
        if source is not None and _fits(link.offered, question):
            found.setdefault(question.id, []).append((link.offered, source))
    made = {name: _proposal(snapshot, questions[name], told) for name, told in found.items()}
    return {name: one for name, one in made.items() if one is not None}


def said_of_actions(axes: Iterable[Axis], snapshot: Snapshot) -> Mapping[str, tuple[Source, ...]]:
    """By action of the roadmap, what was said of the axes that it serves. It decides nothing."""
    found: dict[str, tuple[Source, ...]] = {}
    for axis in axes:
        filled = snapshot.others.get(axis.questionnaire)
        question = filled and filled.questionnaire.questions.get(axis.question)
        if filled is None or question is None:
            continue
        answers = filled.assessment.answers
        given = answers.get(question.id)
        asked = applies(question, snapshot.authority, snapshot.facts, answers)
        if asked and isinstance(given, Answered):
            source = _told("", filled, question, given.value, snapshot)
            found |= {name: (*found.get(name, ()), source) for name in axis.actions}
    return found


def _source(link: Link, offered: Question, snapshot: Snapshot) -> Source | None:
    """What was answered, if the link holds for it."""
    filled = snapshot.others.get(link.given.questionnaire)
    question = filled and filled.questionnaire.questions.get(link.given.question)
    if filled is None or question is None or question.id in filled.assessment.to_confirm:
        return None
    answers = filled.assessment.answers
    given = answers.get(question.id)
    asked = applies(question, snapshot.authority, snapshot.facts, answers)
    if not asked or not isinstance(given, Answered) or not link.given.holds(given.value):
        return None
    if (link.but or link.only) and not _covered(link, question, given.variant, offered, snapshot):
        return None
    return _told(link.reason, filled, question, given.value, snapshot)


def _covered(
    link: Link, asked: Question, answered_as: str, offered: Question, snapshot: Snapshot
) -> bool:
    """Whether the link holds under the wordings of its questions of levels."""
    here = variant_for(snapshot.questionnaire, offered, snapshot.authority, snapshot.facts)
    variants = [here] if offered.type == "niveaux" else []
    variants += [answered_as] if asked.type == "niveaux" else []
    return all(link.covers(variant) for variant in variants)


def _told(
    reason: str, filled: Filled, question: Question, value: Value, snapshot: Snapshot
) -> Source:
    wording = wording_read(
        filled.questionnaire, question, filled.assessment, snapshot.authority, snapshot.facts
    )
    levels = question.type == "niveaux"
    said = f"niveau\u00a0{value}" if levels else value_said(question, value, wording)
    title, day = filled.questionnaire.title, filled.assessment.day
    origin = filled.assessment.questionnaire_id
    return Source(title, question.id, wording.text, said, day, reason, origin)


def _fits(end: End, question: Question) -> bool:
    """Whether the question, perhaps older than the link, takes what is offered."""
    values: list[Value] = [one for one in (end.low, end.high) if one is not None]
    if question.type == "choix_multiples":
        values = [end.choices]
    elif question.type == "choix":
        values = list(end.choices)
    return bool(values) and not any(fault_of(question, _given(question, one)) for one in values)


def _proposal(
    snapshot: Snapshot, question: Question, told: list[tuple[End, Source]]
) -> Proposal | None:
    answers = snapshot.assessment.answers
    given = answers.get(question.id)
    asked = applies(question, snapshot.authority, snapshot.facts, answers)
    if not asked or isinstance(given, NotConcerned):
        return None
    answered = given is not None
    if question.choices:
        return _of_choices(question, given, told)
    low, high = bounds(question)
    kept: list[Source] = []
    for end, source in told:
        least = low if end.low is None else max(low, end.low)
        most = high if end.high is None else min(high, end.high)
        if (least, most) != (low, high):  # one that says no more than the others adds nothing
            low, high = least, most
            kept.append(source)
    if low > high:
        every = tuple(source for _, source in told)
        return Proposal(question.id, every, agree=False, answered=answered)
    if isinstance(given, Answered) and End("", "", (), low, high).holds(given.value):
        return None
    proved = low == high or (question.type == "niveaux" and low >= FIRST_PROVED)
    answer = _given(question, low) if proved else None
    return Proposal(question.id, tuple(kept), answer, low, high, answered=answered)


def _of_choices(
    question: Question, given: Answer | None, told: list[tuple[End, Source]]
) -> Proposal | None:
    every = tuple(source for _, source in told)
    offered = {end.choices[0] for end, _ in told}
    answered = given is not None
    if len(offered) > 1:
        return Proposal(question.id, every, agree=False, answered=answered)
    if isinstance(given, Answered) and told[0][0].holds(given.value):
        return None
    first = {source.origin: source for source in reversed(every)}  # the others say no more
    kept = tuple(source for source in every if source is first[source.origin])
    value = told[0][0].choices if question.type == "choix_multiples" else next(iter(offered))
    return Proposal(question.id, kept, _given(question, value), answered=answered)


def _given(question: Question, value: Value) -> Answered:
    """A value as an answer: what the links write as 3.0 is the level 3."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Answered(value)
