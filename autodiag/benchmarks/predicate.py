# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The closed language of predicates (`niveau>=k`, `reponse==x`, « et »), parsed and never evaluated
as code, and what an answer makes of it (contract B2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.benchmark import Stance, Term
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question

# « et » joins two terms only before another term: a choice may hold the word itself.
_AND = re.compile(r"\s+et\s+(?=(?:niveau|reponse)\s*[<>=])")
IN_PLACE = 3
"""The first level of what is done, « mise en œuvre »."""
_LEVEL = re.compile(r"niveau\s*(>=|<=|==)\s*(\d+)")
_CHOICE = re.compile(r"reponse\s*==\s*(\S.*)", re.DOTALL)


def parse_predicate(text: str) -> tuple[Term, ...]:
    """The terms, all to be true; none for an empty text. Raises ValueError, said in French."""
    stripped = text.strip()
    return tuple(_term(part) for part in _AND.split(stripped)) if stripped else ()


def _term(text: str) -> Term:
    if (level := _LEVEL.fullmatch(text)) and int(level[2]) <= HIGHEST_LEVEL:
        return Term("niveau", level[1], level[2])
    if choice := _CHOICE.fullmatch(text):
        return Term("reponse", "==", choice[1].strip())
    raise ValueError(
        f"condition incomprise\u00a0: «\u202f{text}\u202f» (attendu\u00a0: niveau>=k, niveau<=k ou"
        f" niveau==k avec k de 0 à {HIGHEST_LEVEL}, ou reponse==choix)"
    )


@dataclass(frozen=True, slots=True)
class Silences:
    """The choices that amount to « ne sait pas » or to « sans objet », in plain form."""

    to_check: frozenset[str]
    not_compared: frozenset[str]
    begun: frozenset[str] = frozenset()
    """The choices of what is under way or thought of, and not in place yet."""


def plain(text: str) -> str:
    """A choice without what typography adds: spaces, apostrophe, capitals."""
    return " ".join(text.replace("’", "'").split()).casefold()


def stance(
    terms: tuple[Term, ...], question: Question, answer: Answer | None, silences: Silences
) -> Stance:
    """Where the answer stands: an absent answer or a « sans objet » is never compared, an unknown
    one is to be checked."""
    match answer:
        case None | NotConcerned():
            return "non_compare"
        case Unknown():
            return "a_verifier"
        case Answered():
            readings = {_read(term, question, answer, silences) for term in terms}
    # A single term that cannot be read leaves the whole unread.
    order: tuple[Stance, ...] = ("non_compare", "a_verifier", "hors", "dans")
    for one in order:
        if one in readings:
            return one
    return "non_compare"


def _read(term: Term, question: Question, answer: Answered, silences: Silences) -> Stance:
    if term.kind == "niveau":
        return _read_level(term, question, answer)
    chosen = frozenset(_chosen(question, answer))
    if not chosen or not _offers(question, term) or chosen & silences.not_compared:
        return "non_compare"
    if chosen & silences.to_check:
        return "a_verifier"
    return "dans" if plain(term.value) in chosen else "hors"


def done(question: Question, answer: Answer | None, silences: Silences) -> bool:
    """Whether the answer says that it is in place: a level « mise en œuvre » or above, or a choice
    that is neither under way nor thought of."""
    if not isinstance(answer, Answered):
        return False
    if question.type == "niveaux":
        return isinstance(answer.value, int) and answer.value >= IN_PLACE
    chosen = frozenset(_chosen(question, answer))
    return not chosen & (silences.begun | silences.to_check | silences.not_compared)


def _read_level(term: Term, question: Question, answer: Answered) -> Stance:
    level = answer.value
    if question.type != "niveaux" or type(level) is not int:
        return "non_compare"
    bound = int(term.value)
    true = {">=": level >= bound, "<=": level <= bound, "==": level == bound}[term.comparison]
    return "dans" if true else "hors"


def _chosen(question: Question, answer: Answered) -> Iterator[str]:
    texts = {choice.id: choice.text for choice in question.choices}
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    for value in values:
        written = value if isinstance(value, str) else f"{value:g}"
        yield plain(written)
        if written in texts:
            yield plain(texts[written])


def _offers(question: Question, term: Term) -> bool:
    """Whether the question has the choice of the term; a mark or a number always may."""
    known = {plain(text) for choice in question.choices for text in (choice.id, choice.text)}
    return not known or plain(term.value) in known


def unanswerable(terms: tuple[Term, ...], question: Question) -> tuple[Term, ...]:
    """The terms that no answer to this question can make true: a data fault."""
    return tuple(
        term
        for term in terms
        if (question.type != "niveaux" if term.kind == "niveau" else not _offers(question, term))
    )
