# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questions looked for: by their words, or by what is left to do. Knows nothing of widgets."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Question, Wording
from autodiag.places.keys import plain
from autodiag.text.terms import Terms
from ui.bridge import Bridge
from ui.pages.questions_path import Left, QuestionPath

LEFTS: tuple[tuple[Left, str], ...] = (
    ("open", "Sans réponse"),
    ("unknown", "Ne sait pas"),
    ("review", "À revoir"),
    ("confirm", "À confirmer"),
)
"""What may be left to do with a question, as the filters say it."""
ASKED: Mapping[str, Left] = MappingProxyType(
    {
        "filtre:sans_reponse": "open",
        "filtre:ne_sait_pas": "unknown",
        "filtre:a_revoir": "review",
        "filtre:a_confirmer": "confirm",
    }
)
"""How another page asks for a filter, as a detail."""
_WORD = re.compile(r"\w+")
LONG = 4
"""Letters: a longer word that ends in s is taken for a plural."""


class QuestionIndex:
    """Every question by its words, with what the glossary says of them. Made when first asked."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._terms: Terms | None = None
        self._texts: dict[str, tuple[Wording, str]] = {}

    def find(self, typed: str, among: Collection[str]) -> tuple[str, ...]:
        """The questions that have all the words typed, whatever their accents and case: each is
        the beginning of a word of theirs."""
        words = [f" {_singular(word)}" for word in plain(typed).split()]
        return tuple(
            question.id
            for question in self._bridge.questionnaire.questions.values()
            if question.id in among and _has(self._text(question), words)
        )

    def _text(self, question: Question) -> str:
        wording = self._bridge.wording(question)
        kept = self._texts.get(question.id)
        if kept is None or kept[0] is not wording:
            kept = self._texts[question.id] = (wording, self._read(question, wording))
        return kept[1]

    def _read(self, question: Question, wording: Wording) -> str:
        if self._terms is None:
            self._terms = Terms(self._bridge.knowledge.glossary)
        parts = [wording.text, *wording.levels, wording.where, wording.why, wording.example]
        parts += [choice.text for choice in question.choices]
        said = "\n".join(parts)
        entries = [found.entry for found in self._terms.find(said)]
        explained = [part for entry in entries for part in (entry.term, entry.definition)]
        whom = [_name(actor, self._bridge.knowledge) for actor in question.whom]
        return f" {plain(' '.join((said, *explained, *whom)))}"


def where_found(typed: str, text: str) -> tuple[tuple[int, int], ...]:
    """The words of a text that are looked for: where each begins, and its length."""
    words = tuple(_singular(word) for word in plain(typed).split() if len(word) > 1)
    if not words:
        return ()
    return tuple(
        (word.start(), len(word.group()))
        for word in _WORD.finditer(text)
        if plain(word.group()).startswith(words)
    )


def _name(actor: str, knowledge: Knowledge) -> str:
    known = knowledge.actors.get(actor)
    return known.name if known is not None else ""


def _singular(word: str) -> str:
    """«Sauvegardes» looks for «sauvegarde» too; «sms» stays."""
    return word.removesuffix("s") if len(word) > LONG else word


def _has(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


@dataclass(slots=True)
class QuestionList:
    """What is typed and ticked now; nothing at first, which lists nothing."""

    index: QuestionIndex
    typed: str = ""
    ticked: set[Left] = field(default_factory=set[Left])

    @property
    def wanted(self) -> bool:
        """Whether something is looked for."""
        return bool(self.ticked or plain(self.typed))

    def toggle(self, one: Left) -> None:
        """Tick one, or take its tick away."""
        self.ticked.symmetric_difference_update((one,))

    def only(self, one: Left) -> None:
        """Look for what is left to do that way, and nothing else."""
        self.typed, self.ticked = "", {one}

    def clear(self) -> None:
        """Look for nothing."""
        self.typed, self.ticked = "", set()

    def questions(self, path: QuestionPath) -> tuple[str, ...]:
        """Those that are looked for, in order. Several ticks list what has one or the other;
        words are looked for in every question that applies, be it in the short form or not."""
        among: Collection[str] = path.applying
        if self.ticked:
            among = frozenset[str]().union(*(path.left[one] for one in self.ticked))
        return self.index.find(self.typed, among)

    def before(self, path: QuestionPath, question_id: str) -> str | None:
        """The one before in the list, None at the first one."""
        earlier = [q for q in self.questions(path) if path.is_before(q, question_id)]
        return earlier[-1] if earlier else None

    def after(self, path: QuestionPath, question_id: str) -> str | None:
        """The next one of the list, then the first one again; None when there is no other."""
        listed = [q for q in self.questions(path) if q != question_id]
        return next((q for q in listed if path.is_before(question_id, q)), next(iter(listed), None))
