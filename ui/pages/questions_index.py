# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which questions have the words that one types, and where in them. Knows nothing of widgets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from autodiag.model.knowledge import Actor, GlossaryEntry
from autodiag.model.questionnaire import Question, Wording
from autodiag.text.terms import Terms, names_of, terms_of
from ui.bridge import Bridge
from ui.pages.questions_matching import (
    Looked,
    Ways,
    flat,
    looked_for,
    ways_of,
    words_in,
)
from ui.pages.questions_people import QuestionPeople

_EXPLAINS = re.compile(r"\s*[:.,;(]")
"""Where a definition has said what the letters mean, and begins to explain it."""


class Rank(IntEnum):
    """Where all the words are found, the nearest first."""

    QUESTION = 0
    LEVELS = 1
    HELP = 2
    RELATED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a question or about it; `head`: how a list calls it, empty for the question."""

    rank: Rank
    head: str
    text: str
    flat: str


@dataclass(frozen=True, slots=True)
class Match:
    """A question that has all the words; `part` is where they are, None in its own text."""

    rank: Rank
    part: Part | None


class QuestionIndex:
    """Every question by its words, its help, and what the glossary, the actions and the
    obligations say of it. Each is read when it is first asked for."""

    def __init__(self, bridge: Bridge, people: QuestionPeople) -> None:
        self._bridge, self._people = bridge, people
        self._ways: Ways | None = None
        self._spelt: Sequence[tuple[GlossaryEntry, str]] = ()
        self._parts: dict[str, tuple[Wording, tuple[Actor, ...], tuple[Part, ...]]] = {}
        self._looked: tuple[str, Looked] = ("", ())
        self._matches: dict[str, Match | None] = {}

    def looked(self, typed: str) -> Looked:
        """The words typed, each with the other ways to say it."""
        if typed != self._looked[0]:
            if self._ways is None:
                pairs = self._read_ways()
                self._ways = [way for said, meant in pairs for way in ways_of(said, meant)]
            self._looked = (typed, looked_for(typed, self._ways))
            self._matches.clear()
        return self._looked[1]

    def match(self, typed: str, question_id: str) -> Match | None:
        """Where a question has all the words typed, whatever their accents and case, each being
        the beginning of a word; None when one is missing."""
        looked = self.looked(typed)
        question = self._bridge.questionnaire.questions[question_id]
        wording, whom = self._bridge.wording(question), self._people.who(question)
        kept = self._parts.get(question_id)
        if kept is None or kept[0] is not wording or kept[1] != whom:
            parts = tuple(self._read(question, wording, whom))
            kept = self._parts[question_id] = (wording, whom, parts)
            self._matches.pop(question_id, None)
        if question_id not in self._matches:
            self._matches[question_id] = _match(kept[2], looked)
        return self._matches[question_id]

    def _read_ways(self) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
        """Every name of a word of the glossary and what its letters mean; then everyday words."""
        for entry in self._bridge.knowledge.glossary:
            said = [*names_of(entry.term), _spelt_out(entry)]
            names = [name for name in said if name]
            if len(names) > 1:
                yield names, names
        for one in self._bridge.knowledge.synonyms:
            yield one.typed, one.meant

    def _read(self, question: Question, wording: Wording, whom: Sequence[Actor]) -> Iterator[Part]:
        yield _part(Rank.QUESTION, "", wording.text)
        for level, text in enumerate(wording.levels):
            yield _part(Rank.LEVELS, f"Niveau {level}", text)
        for choice in question.choices:
            yield _part(Rank.LEVELS, "Réponse proposée", choice.text)
        for name, text in (
            ("Où trouver la réponse", wording.where),
            ("Pourquoi cette question", wording.why),
            ("Un exemple", wording.example),
            ("Qui peut aider", ", ".join(actor.name for actor in whom)),
        ):
            yield _part(Rank.HELP, f"Dans «\u202f{name}\u202f»", text)
        yield from self._related(question, wording)

    def _related(self, question: Question, wording: Wording) -> Iterator[Part]:
        knowledge = self._bridge.knowledge
        yield _part(Rank.RELATED, "Autrement dit", wording.text_for_officials)
        for entry in self._explained(question, wording):
            yield _part(Rank.RELATED, "Mot expliqué", f"{entry.term}\u00a0: {entry.definition}")
        for action in knowledge.actions.actions.values():
            if any(one.question == question.id for one in action.raises):
                yield _part(Rank.RELATED, "Action liée", f"{action.title}. {action.why}")
        for one in knowledge.obligations.values():
            proves = one.proof is not None and one.proof.question == question.id
            if proves or one.id in question.obligations:
                said = f"{one.title}. {one.what} {one.reference}"
                yield _part(Rank.RELATED, "Texte lié", said)

    def _explained(self, question: Question, wording: Wording) -> Sequence[GlossaryEntry]:
        """The words of the glossary that stand there, or whose letters are written in full."""
        glossary = self._bridge.knowledge.glossary
        parts = [wording.text, *wording.levels, wording.where, wording.why, wording.example]
        said = "\n".join([*parts, *(choice.text for choice in question.choices)])
        terms: Terms = terms_of(glossary)
        written, whole = {found.entry.term for found in terms.find(said)}, flat(said)
        if not self._spelt:
            self._spelt = [(entry, flat(_spelt_out(entry))) for entry in glossary]
        kept = self._spelt
        return [
            one for one, full in kept if one.term in written or (full.strip() and full in whole)
        ]


def _spelt_out(entry: GlossaryEntry) -> str:
    """What the letters of an acronym mean, empty for a word that is none."""
    acronym = any(name.isupper() for name in names_of(entry.term))
    return _EXPLAINS.split(entry.definition, maxsplit=1)[0] if acronym else ""


def _part(rank: Rank, head: str, text: str) -> Part:
    return Part(rank, head, text, flat(text))


def _match(parts: Sequence[Part], looked: Looked) -> Match | None:
    """The first rank by which all is found; the part that has most of what the question has not."""
    has = [{n for n, ways in enumerate(looked) if words_in(part.flat, ways)} for part in parts]
    for rank in Rank:
        near = [(part, found) for part, found in zip(parts, has, strict=True) if part.rank <= rank]
        if set(chain.from_iterable(found for _, found in near)) == set(range(len(looked))):
            title = near[0][1]
            if rank is Rank.QUESTION:
                return Match(rank, None)
            return Match(rank, max(near[1:], key=lambda one: len(one[1] - title))[0])
    return None
