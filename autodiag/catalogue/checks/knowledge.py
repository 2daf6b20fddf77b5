# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Third stage: what actions and knowledge must mean by themselves, one function per rule."""

from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter

from autodiag.catalogue.attestation_shapes import COMPUTED
from autodiag.catalogue.checks.questions import twice, unknown
from autodiag.catalogue.drafts import (
    ACTORS_FILE,
    ATTESTATION_FILE,
    COMBINATIONS_FILE,
    FACTS_FILE,
    GLOSSARY_FILE,
    HANDOVER_FILE,
    OBLIGATIONS_FILE,
    PROPOSITIONS_FILE,
    KnowledgeDraft,
)
from autodiag.catalogue.knowledge_shapes import ActionShape, ObligationShape
from autodiag.catalogue.problems import Problem, error, quoted
from autodiag.model.condition import Condition, facts_in

Rule = Callable[[KnowledgeDraft], Iterator[Problem]]


def place_of(action: ActionShape) -> str:
    """« action cyb-sauvegarde »"""
    return f"action {action.id}"


def obligations_of(draft: KnowledgeDraft) -> tuple[ObligationShape, ...]:
    """The obligations, none when their file is absent."""
    return draft.obligations.obligations if draft.obligations else ()


def ids_are_unique(draft: KnowledgeDraft) -> Iterator[Problem]:
    """No two actions, facts, actors, obligations, words or topics share an id."""
    yield from twice(((f, place_of(a), a.id) for f, a in draft.each_action()), "actions")
    facts = draft.facts.faits
    yield from twice(((FACTS_FILE, f"fait {x.id}", x.id) for x in facts), "faits")
    actors = draft.actors.acteurs
    yield from twice(((ACTORS_FILE, f"acteur {x.id}", x.id) for x in actors), "acteurs")
    obligations = obligations_of(draft)
    listed = ((OBLIGATIONS_FILE, f"obligation {x.id}", x.id) for x in obligations)
    yield from twice(listed, "obligations")
    words = draft.glossary.glossaire
    listed = ((GLOSSARY_FILE, f"mot {x.terme}", x.terme.casefold()) for x in words)
    yield from twice(listed, "mots")
    topics = draft.handover.sujets
    yield from twice(((HANDOVER_FILE, f"sujet {x.id}", x.id) for x in topics), "sujets")


def prerequisites_exist(draft: KnowledgeDraft) -> Iterator[Problem]:
    """Each prerequisite is an action."""
    known = draft.action_ids()
    for file, action in draft.each_action():
        yield from unknown(file, place_of(action), "prérequis inconnu", action.prerequis, known)


def prerequisites_have_no_cycle(draft: KnowledgeDraft) -> Iterator[Problem]:
    """No action waits for itself. Ten cycles at most are told."""
    places = {action.id: (file, place_of(action)) for file, action in draft.each_action()}
    waits = {a.id: set(a.prerequis) & places.keys() for _, a in draft.each_action()}
    for _ in range(10):
        try:
            TopologicalSorter(waits).prepare()
        except CycleError as fault:
            cycle: list[str] = fault.args[1][::-1]  # each waits for the next
            said = f"les prérequis tournent en rond : {quoted(cycle)}"
            yield error(*places[cycle[0]], said)
            waits[cycle[0]].discard(cycle[1])
        else:
            return


def actors_exist(draft: KnowledgeDraft) -> Iterator[Problem]:
    """Who leads, helps or pays is a known actor."""
    known = draft.actor_ids()
    for file, action in draft.each_action():
        named = [action.pilote, *action.partenaires, *action.financements]
        yield from unknown(file, place_of(action), "acteur inconnu", named, known)


def obligations_exist(draft: KnowledgeDraft) -> Iterator[Problem]:
    """An action names known obligations."""
    known = draft.obligation_ids()
    for file, action in draft.each_action():
        yield from unknown(file, place_of(action), "obligation inconnue", action.obligations, known)


def propositions_exist(draft: KnowledgeDraft) -> Iterator[Problem]:
    """An action carries out known propositions, where these are told."""
    told = draft.propositions.propositions
    known = {str(one.numero) for one in told}
    for file, action in draft.each_action() if told else ():
        named = [str(number) for number in action.syntec]
        yield from unknown(file, place_of(action), "proposition inconnue", named, known)


def propositions_are_sourced(draft: KnowledgeDraft) -> Iterator[Problem]:
    """Where propositions were read is among the sources; no two share a number."""
    it = draft.propositions
    if it.propositions:
        known = set(draft.sources.sources)
        yield from unknown(PROPOSITIONS_FILE, "", "source inconnue", [it.source], known)
    listed = (
        (PROPOSITIONS_FILE, f"proposition {x.numero}", str(x.numero)) for x in it.propositions
    )
    yield from twice(listed, "propositions")


def facts_exist(draft: KnowledgeDraft) -> Iterator[Problem]:
    """Conditions read known facts."""
    known = draft.fact_ids()
    conditions: list[tuple[str, str, Condition | None]] = [
        *((f, place_of(a), a.applicable) for f, a in draft.each_action()),
        *((FACTS_FILE, f"fait {x.id}", x.demander_si) for x in draft.facts.faits),
        *((OBLIGATIONS_FILE, f"obligation {x.id}", x.applicable) for x in obligations_of(draft)),
    ]
    for file, place, condition in conditions:
        if condition is not None:
            yield from unknown(file, place, "fait inconnu", sorted(facts_in(condition)), known)


def spans_are_in_order(draft: KnowledgeDraft) -> Iterator[Problem]:
    """The least of an estimate is not above its most."""
    for file, action in draft.each_action():
        for name, span in (
            ("effort_jours", action.effort_jours),
            ("cout_initial_eur", action.cout_initial_eur),
            ("cout_annuel_eur", action.cout_annuel_eur),
        ):
            if span.min > span.max:
                said = f"« {name} » : le minimum ({span.min:g}) dépasse le maximum ({span.max:g})"
                yield error(file, place_of(action), said)


def spending_has_a_first_cost(draft: KnowledgeDraft) -> Iterator[Problem]:
    """Only a first cost is said to be running or capital: a yearly one is always running."""
    for file, action in draft.each_action():
        if action.depense is not None and not action.cout_initial_eur.max:
            said = "« depense » qualifie le coût initial, qui est nul ici : retirez « depense »"
            yield error(file, place_of(action), said)


def effects_are_single(draft: KnowledgeDraft) -> Iterator[Problem]:
    """An action raises a question once."""
    for file, action in draft.each_action():
        raised = [one.question for one in action.fait_monter]
        for question in dict.fromkeys(q for q in raised if raised.count(q) > 1):
            said = f"« fait_monter » cite deux fois la question « {question} »"
            yield error(file, place_of(action), said)


def combinations_join_actions(draft: KnowledgeDraft) -> Iterator[Problem]:
    """A combination joins at least two known actions (R2)."""
    known = draft.action_ids()
    for one in draft.combinations.combinaisons if draft.combinations else ():
        place = f"combinaison {one.question}"
        yield from unknown(COMBINATIONS_FILE, place, "action inconnue", one.actions, known)
        if len(set(one.actions)) < max(2, len(one.actions)):
            said = "une combinaison réunit au moins deux actions différentes"
            yield error(COMBINATIONS_FILE, place, said)


def sources_exist(draft: KnowledgeDraft) -> Iterator[Problem]:
    """An obligation cites known sources."""
    known = set(draft.sources.sources)
    for one in obligations_of(draft):
        place = f"obligation {one.id}"
        yield from unknown(OBLIGATIONS_FILE, place, "source inconnue", one.sources, known)


def criteria_are_known(draft: KnowledgeDraft) -> Iterator[Problem]:
    """A criterion of the attestation that is computed is one that the application can compute;
    what is declared may be any. No two share an id."""
    criteria = draft.attestation.criteres
    listed = ((ATTESTATION_FILE, f"critère {x.id}", x.id) for x in criteria)
    yield from twice(listed, "critères")
    for one in criteria:
        if one.preuve == "calculee" and one.id not in COMPUTED:
            said = f"l’application ne sait calculer que\u00a0: {quoted(list(COMPUTED))}"
            yield error(ATTESTATION_FILE, f"critère {one.id}", said)


OWN_RULES: tuple[Rule, ...] = (
    ids_are_unique,
    prerequisites_have_no_cycle,
    spans_are_in_order,
    spending_has_a_first_cost,
    effects_are_single,
    criteria_are_known,
)
"""Those that hold of each file by itself, even when another one could not be read."""

RULES: tuple[Rule, ...] = (
    prerequisites_exist,
    actors_exist,
    obligations_exist,
    propositions_exist,
    facts_exist,
    combinations_join_actions,
    sources_exist,
    propositions_are_sourced,
)
