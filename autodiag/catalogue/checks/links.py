# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Third stage: what a questionnaire and the knowledge must mean together, one function per rule."""

from collections.abc import Callable, Iterator

from autodiag.catalogue.checks.knowledge import obligations_of
from autodiag.catalogue.checks.knowledge import place_of as place_of_action
from autodiag.catalogue.checks.questions import place_of, unknown
from autodiag.catalogue.drafts import (
    COMBINATIONS_FILE,
    OBLIGATIONS_FILE,
    KnowledgeDraft,
    QuestionnaireDraft,
)
from autodiag.catalogue.packing import QUESTIONNAIRE_FILE
from autodiag.catalogue.problems import Problem, error
from autodiag.model.condition import Condition, facts_in

Rule = Callable[[QuestionnaireDraft, KnowledgeDraft], Iterator[Problem]]

_NO_QUESTION = "aucune question à réponses de 0 à 4 (à niveaux) ne se nomme"


def effects_are_on_levels(draft: QuestionnaireDraft, known: KnowledgeDraft) -> Iterator[Problem]:
    """An action and a combination raise questions answered by levels."""
    levels = draft.level_ids()
    for file, action in known.each_action():
        raised = [one.question for one in action.fait_monter]
        yield from unknown(file, place_of_action(action), _NO_QUESTION, raised, levels)
    for one in known.combinations.combinaisons if known.combinations else ():
        place = f"combinaison {one.question}"
        yield from unknown(COMBINATIONS_FILE, place, _NO_QUESTION, [one.question], levels)


def action_themes_exist(draft: QuestionnaireDraft, known: KnowledgeDraft) -> Iterator[Problem]:
    """The actions of a file belong to a theme."""
    themes = draft.theme_ids() | draft.lost
    for file, one in known.actions.items():
        yield from unknown(file, "", "thème inconnu", [one.theme], themes)


def action_variants_are_declared(
    draft: QuestionnaireDraft, known: KnowledgeDraft
) -> Iterator[Problem]:
    """An action's variants are among the questionnaire's, and each writes something."""
    declared = {one.id for one in draft.root.variantes} if draft.root else set[str]()
    for file, action in known.each_action():
        place, variants = place_of_action(action), action.variantes
        yield from unknown(file, place, "variante inconnue", variants, declared | draft.lost)
        for name, written in variants.items():
            if not written.model_fields_set:
                said = "cette variante ne change rien : écrivez ce qui diffère, ou retirez-la"
                yield error(file, f"{place}, variante {name}", said)


def combinations_go_beyond_members(
    _: QuestionnaireDraft, known: KnowledgeDraft
) -> Iterator[Problem]:
    """Together, actions reach more than each alone, else the combination says nothing (R2)."""
    alone = {
        (action.id, one.question): one.vers
        for _, action in known.each_action()
        for one in action.fait_monter
    }
    for one in known.combinations.combinaisons if known.combinations else ():
        for action in one.actions:
            reached = alone.get((action, one.question), 0)
            if reached >= one.vers:
                said = f"l’action « {action} » atteint déjà seule le niveau {reached}"
                yield error(COMBINATIONS_FILE, f"combinaison {one.question}", said)


def every_scored_question_can_be_raised(
    draft: QuestionnaireDraft, known: KnowledgeDraft
) -> Iterator[Problem]:
    """Each question of a scored questionnaire has an action that raises it (R1)."""
    if draft.root is None or draft.root.notation is None or not (draft.sound and known.sound):
        return
    if not known.actions:
        yield error("actions", "", "il n’y a aucune action : la feuille de route serait vide")
        return
    raised = {one.question for _, action in known.each_action() for one in action.fait_monter}
    for file, question in draft.questions():
        if question.type == "niveaux" and question.id not in raised:
            yield error(file, place_of(question), "aucune action ne fait monter cette question")


def questions_name_what_exists(
    draft: QuestionnaireDraft, known: KnowledgeDraft
) -> Iterator[Problem]:
    """Whom to ask, and the obligations of a question, are known."""
    actors, obligations = known.actor_ids(), known.obligation_ids()
    for file, question in draft.questions():
        place = place_of(question)
        yield from unknown(file, place, "acteur inconnu", question.a_qui_demander, actors)
        yield from unknown(file, place, "obligation inconnue", question.obligations, obligations)


def question_facts_exist(draft: QuestionnaireDraft, known: KnowledgeDraft) -> Iterator[Problem]:
    """The conditions of questions and variants read known facts."""
    variants = draft.root.variantes if draft.root else ()
    conditions: list[tuple[str, str, Condition | None]] = [
        *((QUESTIONNAIRE_FILE, f"variante {v.id}", v.si) for v in variants),
        *((file, place_of(question), question.applicable) for file, question in draft.questions()),
    ]
    for file, place, condition in conditions:
        if condition is not None:
            facts = sorted(facts_in(condition))
            yield from unknown(file, place, "fait inconnu", facts, known.fact_ids())


def obligations_name_what_exists(
    draft: QuestionnaireDraft, known: KnowledgeDraft
) -> Iterator[Problem]:
    """An obligation's themes, proof and actions exist (R7).

    Several questionnaires share the obligations: they are held to this one when they speak of it.
    """
    themes, levels = draft.theme_ids() | draft.lost, draft.level_ids()
    actions = known.action_ids()
    told = obligations_of(known)
    proofs = [one.preuve.question for one in told if one.preuve]
    if not (set(proofs) & draft.question_ids() or actions & {a for o in told for a in o.levee_par}):
        return
    for one in told:
        place = f"obligation {one.id}"
        yield from unknown(OBLIGATIONS_FILE, place, "thème inconnu", one.themes, themes)
        yield from unknown(OBLIGATIONS_FILE, place, "action inconnue", one.levee_par, actions)
        proof = [one.preuve.question] if one.preuve else ()
        yield from unknown(OBLIGATIONS_FILE, place, _NO_QUESTION, proof, levels)


RULES: tuple[Rule, ...] = (
    effects_are_on_levels,
    action_themes_exist,
    action_variants_are_declared,
    combinations_go_beyond_members,
    every_scored_question_can_be_raised,
    questions_name_what_exists,
    question_facts_exist,
    obligations_name_what_exists,
)
