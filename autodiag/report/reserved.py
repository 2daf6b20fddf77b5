# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the public edition keeps back: everything that the reserved themes and facts lead to. Which
these are is data. Prints nothing and changes nothing."""

from dataclasses import dataclass

from autodiag.model.condition import Condition, facts_in
from autodiag.model.questionnaire import Measure, Question
from autodiag.model.roadmap import Action, Obligation
from autodiag.report.content import ReportContent


@dataclass(frozen=True)
class Reserved:
    """What would help whoever wishes harm: themes, questions, facts, actions, obligations."""

    themes: frozenset[str]
    facts: frozenset[str]
    questions: frozenset[str]
    actions: frozenset[str]
    obligations: frozenset[str]
    cleared: frozenset[str]
    """Obligations that a reserved action may clear: whether one does is not said."""
    supports: frozenset[str]
    """Visible actions that a reserved one needs: planned for it alone, they would tell of it."""


NOTHING = Reserved(*[frozenset[str]()] * 7)
"""The internal edition keeps nothing back."""


def reserved(content: ReportContent, themes: frozenset[str], facts: frozenset[str]) -> Reserved:
    """Everything that these themes and these facts lead to."""

    def told_by(condition: Condition | None) -> bool:
        return condition is not None and bool(facts_in(condition) & facts)

    def asks(question: Question) -> bool:
        return question.theme in themes or told_by(question.applicable)

    def shows(obligation: Obligation) -> bool:
        proof = obligation.proof
        return bool(proof and proof.question in questions) or told_by(obligation.condition)

    def does(action: Action) -> bool:
        raised = {one.question for one in action.raises}
        return (
            action.theme in themes
            or bool(raised & questions)
            or action.id in combined
            or told_by(action.applicable)
        )

    questionnaire, knowledge = content.snapshot.questionnaire, content.knowledge
    questions = frozenset(q.id for q in questionnaire.questions.values() if asks(q))
    combined = {
        action
        for one in knowledge.actions.combinations
        if one.question in questions
        for action in one.actions
    }
    actions = frozenset(a.id for a in knowledge.actions.actions.values() if does(a))
    catalogue, duties = knowledge.actions.actions, knowledge.obligations.values()
    needed = {need for one in actions for need in catalogue[one].prerequisites}
    return Reserved(
        themes,
        facts,
        questions,
        actions,
        frozenset(o.id for o in duties if shows(o)),
        frozenset(o.id for o in duties if actions.intersection(o.cleared_by)),
        frozenset(needed - actions),
    )


def betrays(measure: Measure, kept_back: Reserved) -> bool:
    """Whether what is measured depends on a reserved theme."""
    if measure.kind == "global":
        return bool(kept_back.themes)
    return bool(kept_back.themes.intersection(measure.themes))
