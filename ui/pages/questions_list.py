# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questions looked for: by their words, or by what is left to do. Knows nothing of widgets."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from autodiag.places.keys import plain
from ui.pages.questions_index import Match, QuestionIndex
from ui.pages.questions_path import Left, QuestionPath

Filter = Left | Literal["proposed"]
"""What is left to do, or an answer that another questionnaire lets one take up."""
FILTERS: tuple[tuple[Filter, str], ...] = (
    ("open", "Sans réponse"),
    ("proposed", "Proposées"),
    ("unknown", "Ne sait pas"),
    ("review", "À revoir"),
    ("confirm", "À confirmer"),
)
"""What one may look for without a word, as the filters say it."""
PROPOSED = "filtre:proposees"
ASKED: Mapping[str, Filter] = MappingProxyType(
    {
        "filtre:sans_reponse": "open",
        PROPOSED: "proposed",
        "filtre:ne_sait_pas": "unknown",
        "filtre:a_revoir": "review",
        "filtre:a_confirmer": "confirm",
    }
)
"""How another page asks for a filter, as a detail."""
IN_RANK = (
    "Dans la question",
    "Dans les réponses proposées",
    "Dans l’aide",
    "Dans ce qui s’y rattache",
)
"""Where the words are found, the nearest first."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the questions that are looked for, under one title."""

    title: str
    questions: tuple[str, ...]


def _none() -> Collection[str]:
    return ()


@dataclass(slots=True)
class QuestionList:
    """What is typed and ticked now; nothing at first, which lists nothing. `proposed` says for
    which questions an answer may be taken up now."""

    index: QuestionIndex
    typed: str = ""
    ticked: set[Filter] = field(default_factory=set[Filter])
    proposed: Callable[[], Collection[str]] = _none

    @property
    def wanted(self) -> bool:
        """Whether something is looked for."""
        return bool(self.ticked or plain(self.typed))

    def toggle(self, one: Filter) -> None:
        """Tick one, or take its tick away."""
        self.ticked.symmetric_difference_update((one,))

    def only(self, one: Filter) -> None:
        """Look for what is left to do that way, and nothing else."""
        self.typed, self.ticked = "", {one}

    def clear(self) -> None:
        """Look for nothing."""
        self.typed, self.ticked = "", set()

    @property
    def by_words(self) -> bool:
        """Whether words are looked for: the nearest ones come first, else the order is asked."""
        return bool(plain(self.typed))

    def groups(self, path: QuestionPath) -> tuple[Group, ...]:
        """Those that are looked for: by how near the words are, else by theme."""
        found = self.questions(path)
        if self.by_words:
            kept = ((t, [q for q in found if self._rank(q) == n]) for n, t in enumerate(IN_RANK))
        else:
            themes = path.snapshot.questionnaire.themes
            kept = ((t.title, [q for q in found if path.question(q).theme == t.id]) for t in themes)
        return tuple(Group(title, tuple(questions)) for title, questions in kept if questions)

    def questions(self, path: QuestionPath) -> tuple[str, ...]:
        """Those that are looked for, in order. Several ticks list what has one or the other;
        words are looked for in every question that applies, be it in the short form or not."""
        among: Collection[str] = path.applying
        if self.ticked:
            among = frozenset[str]().union(*(self.listed(path, one) for one in self.ticked))
        order = path.snapshot.questionnaire.questions
        found = [q for q in order if q in among and self._rank(q) >= 0]
        return tuple(sorted(found, key=self._rank))  # the order of the themes within a rank

    def listed(self, path: QuestionPath, one: Filter) -> Collection[str]:
        """What a filter lists, of the questions asked."""
        if one != "proposed":
            return path.left[one]
        ready = frozenset(self.proposed())
        return frozenset(question for question in path.asked if question in ready)

    def match(self, question_id: str) -> Match | None:
        """Where a question has the words that are looked for."""
        return self.index.match(self.typed, question_id)

    def before(self, path: QuestionPath, question_id: str) -> str | None:
        """The one before in the list, None at the first one."""
        earlier = [q for q in self.questions(path) if self.is_before(path, q, question_id)]
        return earlier[-1] if earlier else None

    def after(self, path: QuestionPath, question_id: str) -> str | None:
        """The next one of the list, then the first one again; None when there is no other."""
        listed = [q for q in self.questions(path) if q != question_id]
        later = (q for q in listed if self.is_before(path, question_id, q))
        return next(later, next(iter(listed), None))

    def is_before(self, path: QuestionPath, question_id: str, other: str) -> bool:
        """Whether a question comes before another in the list, be they in it or not."""
        ranks = self._rank(question_id), self._rank(other)
        return ranks[0] < ranks[1] or (ranks[0] == ranks[1] and path.is_before(question_id, other))

    def _rank(self, question_id: str) -> int:
        """Of the words in a question, -1 when it has them not."""
        if not self.by_words:
            return 0
        match = self.match(question_id)
        return -1 if match is None else int(match.rank)
