# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Moving answers to a newer questionnaire: an explicit act that says what changes (contract D7).

Nothing is lost: what cannot be carried over is given back, with its reason.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from autodiag.catalogue.problems import quoted
from autodiag.model.assessment import Answer, Answered, Value
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Questionnaire, Wording


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer that the newer questionnaire takes; `old` and `new` differ when it is renamed.

    `reworded`: what was read when answering is no longer what is written; to be read again.
    """

    old: str
    new: str
    answer: Answer
    reworded: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """An answer kept aside, and the French sentence of why."""

    question: str
    answer: Answer
    sentence: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """What becomes of each answer, and the questions of the newer questionnaire without one."""

    carried: tuple[Carried, ...]
    aside: tuple[Aside, ...]
    unanswered: tuple[str, ...]

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The answers under the newer questionnaire."""
        return MappingProxyType({one.new: one.answer for one in self.carried})

    @property
    def renamed(self) -> tuple[Carried, ...]:
        """Those that change question."""
        return tuple(one for one in self.carried if one.old != one.new)

    @property
    def to_read_again(self) -> tuple[Carried, ...]:
        """Those whose question is written otherwise."""
        return tuple(one for one in self.carried if one.reworded)


def transfer(answers: Mapping[str, Answer], old: Questionnaire, new: Questionnaire) -> Transfer:
    """Where each answer given under `old` goes under `new`.

    An id that is still there keeps its answer; a retired one follows its renaming when that has a
    single, free target. A question split in several is asked again: nobody answered the parts.
    """
    carried: dict[str, Carried] = {}
    aside: list[Aside] = []
    kept = [name for name in answers if name in new.questions]
    for name in (*kept, *(name for name in answers if name not in new.questions)):
        answer, before = answers[name], old.questions.get(name)
        ids = (name,) if name in new.questions else new.renames.get(name, ())
        targets = tuple(new.questions[one] for one in ids if one in new.questions)
        target = _destination(answer, before, targets, carried)
        if isinstance(target, str):
            aside.append(Aside(name, answer, target))
            continue
        reworded = _reworded(answer, before, target)
        carried[target.id] = Carried(name, target.id, _fitted(answer, target), reworded)
    unanswered = tuple(name for name in new.questions if name not in carried)
    return Transfer(tuple(carried.values()), tuple(aside), unanswered)


Reading = Callable[[Question], Wording]
"""The wording of a question that a collectivité reads."""


def common_questions(
    old: Questionnaire, new: Questionnaire, then: Reading, now: Reading
) -> dict[str, str]:
    """The questions that two dates can be compared on, by the id of then → the id of now.

    A question keeps its id or has one renaming, its type, its theme, and the levels, choices or
    bounds that were read: else the same answer does not say the same.
    """
    kept = {name: name for name in old.questions if name in new.questions}
    free = {
        name: targets[0]
        for name in old.questions
        if name not in kept
        and len(targets := [one for one in new.renames.get(name, ()) if one in new.questions]) == 1
        and targets[0] not in kept
    }
    single = {one: target for one, target in free.items() if [*free.values()].count(target) == 1}

    def same(name: str, target: str) -> bool:
        before, after = old.questions[name], new.questions[target]
        was = before.type, before.theme, then(before).levels, before.choices, before.range
        return was == (after.type, after.theme, now(after).levels, after.choices, after.range)

    return {name: target for name, target in (kept | single).items() if same(name, target)}


def _destination(
    answer: Answer,
    before: Question | None,
    targets: Sequence[Question],
    taken: Container[str],
) -> Question | str:
    """The question that takes the answer, or the sentence of why none does."""
    if not targets:
        return "cette question n’existe plus"
    if len(targets) > 1:
        parts = quoted(question.id for question in targets)
        return f"cette question est remplacée par {parts} : à répondre à nouveau"
    target = targets[0]
    if target.id in taken:
        return f"la question « {target.id} » a déjà une réponse, qui est gardée"
    same_type = before is None or before.type == target.type
    if isinstance(answer, Answered) and not (same_type and _fits(answer.value, target)):
        return "la réponse ne convient plus à la question : à répondre à nouveau"
    return target


def _fits(value: Value, question: Question) -> bool:
    """Whether the value is one that the question takes."""
    choices = {choice.id for choice in question.choices}
    if question.type == "niveaux":
        return isinstance(value, int) and 0 <= value <= HIGHEST_LEVEL
    if question.range is not None:
        numeric = isinstance(value, int | float)
        return numeric and question.range.minimum <= value <= question.range.maximum
    chosen = value if isinstance(value, tuple) else (value,)
    return choices.issuperset(chosen) and isinstance(value, tuple) == (
        question.type == "choix_multiples"
    )


def _fitted(answer: Answer, question: Question) -> Answer:
    """The answer under the question's base wording where it has the variant no more."""
    if isinstance(answer, Answered) and answer.variant not in question.wordings:
        return replace(answer, variant="")
    return answer


def _reworded(answer: Answer, before: Question | None, after: Question) -> bool:
    """Whether the question, its levels or its choices as read then are written otherwise now."""
    if before is None:
        return True
    variant = answer.variant if isinstance(answer, Answered) else ""
    was, now = before.wording(variant), after.wording(variant)
    return (was.text, was.levels, before.choices, before.range) != (
        now.text,
        now.levels,
        after.choices,
        after.range,
    )
