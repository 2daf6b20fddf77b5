# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which questions are asked, in which order, and how far one is. Knows nothing of widgets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from autodiag.model.assessment import Unknown
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Question, Theme
from autodiag.scoring.trace import applies

Left = Literal["open", "unknown", "review", "confirm"]
"""What may be left to do with a question that is asked."""


@dataclass(frozen=True, slots=True)
class ThemeProgress:
    """How far a theme is. `skipped`: its questions that do not apply, or that the short form
    leaves out when `short`."""

    index: int
    theme: Theme
    asked: int
    answered: int
    unknown: int
    to_review: int
    to_confirm: int
    skipped: int

    @property
    def done(self) -> bool:
        """Every question asked has an answer."""
        return 0 < self.asked == self.answered


@dataclass(frozen=True, slots=True)
class Position:
    """«question 5 sur 8» of a theme, or of the short form."""

    number: int
    among: int


@dataclass(frozen=True)
class QuestionPath:
    """The questions of a dossier in the order they are asked; `express`: the short form only."""

    snapshot: Snapshot
    express: bool = False

    @cached_property
    def applying(self) -> frozenset[str]:
        """The questions that apply (contract S1)."""
        authority, facts = self.snapshot.authority, self.snapshot.facts
        questions = self.snapshot.questionnaire.questions.values()
        answers = self.snapshot.assessment.answers
        return frozenset(q.id for q in questions if applies(q, authority, facts, answers))

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The questions asked, in order."""
        return tuple(
            q.id
            for q in self.snapshot.questionnaire.questions.values()
            if q.id in self.applying and (q.express or not self.express)
        )

    @cached_property
    def open(self) -> tuple[str, ...]:
        """Those asked that have no answer."""
        return tuple(q for q in self.asked if q not in self.snapshot.assessment.answers)

    @cached_property
    def _asked(self) -> frozenset[str]:
        return frozenset(self.asked)

    @cached_property
    def left(self) -> Mapping[Left, frozenset[str]]:
        """Those asked, by what is left to do with them."""
        assessment = self.snapshot.assessment
        unknown = {q for q, answer in assessment.answers.items() if isinstance(answer, Unknown)}
        return {
            "open": frozenset(self.open),
            "unknown": self._asked & unknown,
            "review": self._asked & assessment.to_review,
            "confirm": self._asked & assessment.to_confirm,
        }

    @property
    def answered(self) -> int:
        """How many of the questions asked have an answer, of any kind."""
        return len(self.asked) - len(self.open)

    @property
    def out_of(self) -> int:
        """How many of all the questions do not apply."""
        return len(self.snapshot.questionnaire.questions) - len(self.applying)

    def question(self, question_id: str) -> Question:
        """A question by its id."""
        return self.snapshot.questionnaire.questions[question_id]

    def after(self, question_id: str) -> str | None:
        """The next question asked, None after the last one."""
        return next((q for q in self._from(question_id) if q in self._asked), None)

    def before(self, question_id: str) -> str | None:
        """The one before, None at the first one."""
        earlier = [q for q in self._until(question_id) if q in self._asked]
        return earlier[-1] if earlier else None

    def position(self, question_id: str) -> Position | None:
        """Its place in its theme, or in the short form; None when it is not asked."""
        if question_id not in self._asked:
            return None
        theme = self.question(question_id).theme
        of = [q for q in self.asked if self.express or self.question(q).theme == theme]
        return Position(of.index(question_id) + 1, len(of))

    @cached_property
    def progress(self) -> tuple[ThemeProgress, ...]:
        """Theme by theme."""
        left = self.left
        found: list[ThemeProgress] = []
        for index, theme in enumerate(self.snapshot.questionnaire.themes):
            asked = [q.id for q in theme.questions if q.id in self._asked]
            found.append(
                ThemeProgress(
                    index,
                    theme,
                    len(asked),
                    sum(q not in left["open"] for q in asked),
                    sum(q in left["unknown"] for q in asked),
                    sum(q in left["review"] for q in asked),
                    sum(q in left["confirm"] for q in asked),
                    sum(q.id not in self.applying for q in theme.questions),
                )
            )
        return tuple(found)

    def resume(self) -> str | None:
        """Where to go on: at the first answer to confirm, else after the furthest answer, else at
        the first question left out."""
        short = all(self.question(q).express for q in self._given())
        furthest = -1 if short else max(map(self._order.index, self._given()), default=-1)
        later = [q for q in self.open if self._order.index(q) > furthest]
        return next(iter((*self._in_order("confirm"), *later, *self.open, *self.asked)), None)

    def entry(self, theme_id: str) -> str | None:
        """Where to enter a theme: its first question without answer, else the first one to
        confirm, to look at again or to make clear, else the first one."""
        asked = [q for q in self.asked if self.question(q).theme == theme_id]
        order: tuple[Left, ...] = ("open", "confirm", "review", "unknown")
        wanted = [q for one in order for q in asked if q in self.left[one]]
        return next(iter((*wanted, *asked)), None)

    def is_before(self, question_id: str, other: str) -> bool:
        """Whether a question comes before another one."""
        return self._order.index(question_id) < self._order.index(other)

    def _in_order(self, left: Left) -> list[str]:
        return [q for q in self.asked if q in self.left[left]]

    @cached_property
    def _order(self) -> list[str]:
        return list(self.snapshot.questionnaire.questions)

    def _given(self) -> list[str]:
        return [q for q in self.snapshot.assessment.answers if q in self.applying]

    def _from(self, question_id: str) -> Iterable[str]:
        return self._order[self._order.index(question_id) + 1 :]

    def _until(self, question_id: str) -> Iterable[str]:
        return self._order[: self._order.index(question_id)]


def short_form_under_way(snapshot: Snapshot) -> bool:
    """Whether what was answered so far is a part, not the whole, of the short form, or is all of
    it but still to be confirmed."""
    path = QuestionPath(snapshot, express=True)
    given = [q for q in snapshot.assessment.answers if q in path.applying]
    begun = bool(given) and all(path.question(q).express for q in given)
    return begun and bool(path.open or path.left["confirm"])
