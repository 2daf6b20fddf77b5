# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the public edition keeps back: everything that the reserved themes and facts lead to. Which
these are is data. Prints nothing and changes nothing."""

from dataclasses import dataclass

from autodiag.model.condition import Condition, facts_in, replies_in
from autodiag.model.questionnaire import Measure, Question, Questionnaire
from autodiag.model.roadmap import Action, Obligation
from autodiag.report.content import ReportContent


@dataclass(frozen=True)
class Reserved:
    """What would help whoever wishes harm: themes, questions, facts, actions, obligations."""

    themes: frozenset[str]
    touched: frozenset[str]
    """Themes of which a question at least is reserved: they are shown without it."""
    facts: frozenset[str]
    questions: frozenset[str]
    actions: frozenset[str]
    obligations: frozenset[str]
    supports: frozenset[str]
    """Visible actions that a reserved one needs: planned for it alone, they would tell of it."""
    before: frozenset[str] = frozenset()
    """Questions of the assessment before that tell what a reserved one tells."""


NOTHING = Reserved(*[frozenset[str]()] * 7)
"""The internal edition keeps nothing back."""


@dataclass(frozen=True)
class Named:
    """What the data names: themes, facts, and the questions and actions of other themes that tell
    of a weakness too."""

    themes: frozenset[str]
    facts: frozenset[str]
    questions: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()

    def told_by(self, condition: Condition | None) -> bool:
        """Whether one of the facts can be read from what this condition gives."""
        return condition is not None and bool(facts_in(condition) & self.facts)

    def asked_by(self, question: Question) -> bool:
        """Whether the question is named, by itself, its theme or a fact."""
        by_name = question.id in self.questions or question.theme in self.themes
        return by_name or self.told_by(question.applicable)


def reserved(content: ReportContent, named: Named) -> Reserved:
    """Everything that what is named leads to."""

    def shows(obligation: Obligation) -> bool:
        proof = obligation.proof
        return bool(proof and proof.question in questions) or named.told_by(obligation.condition)

    def does(action: Action) -> bool:
        raised = {one.question for one in action.raises}
        return (
            action.theme in named.themes
            or action.id in named.actions
            or bool(raised & questions)
            or action.id in combined
            or named.told_by(action.applicable)
        )

    questionnaire, knowledge = content.snapshot.questionnaire, content.knowledge
    questions = _reserved_questions(questionnaire, named)
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
        named.themes,
        named.themes | {questionnaire.questions[one].theme for one in questions},
        named.facts,
        questions,
        actions,
        frozenset(o.id for o in duties if shows(o)),
        frozenset(needed - actions),
        _reserved_before(content, named, questions),
    )


def _reserved_questions(questionnaire: Questionnaire, named: Named) -> frozenset[str]:
    """Those named, and those that the answer to one of them sets aside, which would tell it."""
    found: set[str] = set()
    for question in questionnaire.questions.values():
        replies = replies_in(question.applicable) if question.applicable else ()
        if named.asked_by(question) or any(one.question in found for one in replies):
            found.add(question.id)
    return frozenset(found)


def _reserved_before(
    content: ReportContent, named: Named, questions: frozenset[str]
) -> frozenset[str]:
    """Of the earlier questionnaire: the same questions, those named, those that became reserved."""
    if content.since is None or content.since.basis is None:
        return frozenset()
    earlier, today = content.since.basis.earlier.questionnaire, content.snapshot.questionnaire

    def told(question: Question) -> bool:
        became = today.renames.get(question.id, ())
        return (
            question.id in questions
            or named.asked_by(question)
            or bool(questions.intersection(became))
        )

    return frozenset(one.id for one in earlier.questions.values() if told(one))


def betrays(measure: Measure, kept_back: Reserved) -> bool:
    """Whether what is measured depends on a reserved question."""
    if measure.kind == "global":
        return bool(kept_back.touched)
    return bool(kept_back.touched.intersection(measure.themes))
