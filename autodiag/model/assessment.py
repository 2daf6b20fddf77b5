# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was answered: exactly one of a value, «ne sait pas», «sans objet», or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

Value = int | float | str | tuple[str, ...]
"""A level (0–4), a number or a mark, a choice id, several choice ids."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A value of the question's type, and the wording variant it was given under."""

    value: Value
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """«ne sait pas»"""


@dataclass(frozen=True, slots=True)
class NotConcerned:
    """«sans objet», with its reason."""

    reason: str


Answer = Answered | Unknown | NotConcerned
"""Nothing answered is the absence of the key."""


def _no_answers() -> Mapping[str, Answer]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Assessment:
    """One dated filling of one questionnaire (a *diagnostic*)."""

    questionnaire_id: str
    day: date
    answers: Mapping[str, Answer] = field(default_factory=_no_answers)
    to_review: frozenset[str] = frozenset()
    """The questions marked «à revoir»."""
    to_confirm: frozenset[str] = frozenset()
    """The questions whose answer was taken over from the assessment before, and not confirmed."""

    def level(self, question_id: str) -> int | None:
        """The level answered, None where there is no level."""
        answer = self.answers.get(question_id)
        return answer.value if isinstance(answer, Answered) and type(answer.value) is int else None

    def with_answer(self, question_id: str, answer: Answer | None) -> "Assessment":
        """The same assessment with one answer changed, or removed when `answer` is None: it is
        confirmed at the same time, since somebody gave it."""
        answers = {k: v for k, v in self.answers.items() if k != question_id}
        if answer is not None:
            answers[question_id] = answer
        to_confirm = self.to_confirm - {question_id}
        return replace(self, answers=MappingProxyType(answers), to_confirm=to_confirm)
