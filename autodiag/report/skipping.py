# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""When whoever fills in a form by hand passes a question, because of an answer given before it.
What is known of the collectivité is already settled. Prints nothing."""

from collections.abc import Callable

from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import AllOf, AnyOf, Condition, Facts, Not, ReplyIs, holds
from autodiag.model.questionnaire import Question, Questionnaire

_OPPOSITES = {"<": ">=", "<=": ">", ">=": "<", ">": "<="}
_SIZES = {"<": "moins de {}", "<=": "{} ou moins", "=": "{}", ">=": "{} ou plus", ">": "plus de {}"}


def passed_when(question: Question, authority: LocalAuthority, facts: Facts) -> Condition | None:
    """The answers that set the question aside, «non» only on what is read of one; None when no
    answer alone does. What is not known sets nothing aside (contract S1)."""
    if question.applicable is None:
        return None
    found = _left(question.applicable, authority, facts, wanted=False)
    return None if isinstance(found, bool) else found


def _left(
    condition: Condition, authority: LocalAuthority, facts: Facts, *, wanted: bool
) -> Condition | bool:
    """What is left to be so for the condition to be `wanted`."""
    match condition:
        case ReplyIs():
            return condition if wanted else Not(condition)
        case Not(part):
            return _left(part, authority, facts, wanted=not wanted)
        case AllOf(parts) | AnyOf(parts):
            every = isinstance(condition, AllOf) is wanted
            found = [_left(part, authority, facts, wanted=wanted) for part in parts]
            if (not every) in found:
                return not every
            kept = tuple(one for one in found if not isinstance(one, bool))
            if len(kept) < 2:
                return kept[0] if kept else every
            return AllOf(kept) if every else AnyOf(kept)
        case _:
            # the question is asked unless it is known not to be
            return holds(condition, authority, facts) is wanted


def passed_said(condition: Condition, asked: Questionnaire, number: Callable[[str], str]) -> str:
    """«« Non » à la question 1.1»: what `passed_when` found, after «si vous avez répondu»."""
    match condition:
        case ReplyIs(question):
            return f"{_given(condition, asked)} à la question {number(question)}"
        case Not(ReplyIs(question, comparison, value)) if comparison in _OPPOSITES:
            opposite = ReplyIs(question, _OPPOSITES[comparison], value)
            return passed_said(opposite, asked, number)
        case Not(part):
            return f"autre chose que {passed_said(part, asked, number)}"
        case AllOf(parts):
            return " et ".join(passed_said(part, asked, number) for part in parts)
        case AnyOf(parts):
            return " ou ".join(passed_said(part, asked, number) for part in parts)
        case _:
            raise ValueError(condition)


def _given(reply: ReplyIs, asked: Questionnaire) -> str:
    question = asked.questions[reply.question]
    text = next((one.text for one in question.choices if one.id == reply.value), None)
    if text is not None:
        return f"« {text} »"
    level = "niveau\u00a0" if question.type == "niveaux" else ""
    return _SIZES[reply.comparison].format(f"{level}{reply.value}")
