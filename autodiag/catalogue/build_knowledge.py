# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of actions and knowledge that have no error, turned into the model."""

from autodiag.catalogue.drafts import KnowledgeDraft
from autodiag.catalogue.knowledge_shapes import (
    ActionShape,
    ActionWordingShape,
    ObligationShape,
    SpanShape,
)
from autodiag.catalogue.shapes import ProfilesShape
from autodiag.model.action_wording import ActionWording
from autodiag.model.knowledge import (
    Actor,
    AttestationRules,
    Criterion,
    Fact,
    GlossaryEntry,
    HandoverTopic,
    Knowledge,
    Portrait,
    Proposition,
    Propositions,
    Reading,
    Synonyms,
)
from autodiag.model.roadmap import (
    SIZES,
    Action,
    ActionCatalogue,
    Combination,
    Obligation,
    Raise,
    Span,
)


def _facts(draft: KnowledgeDraft) -> dict[str, Fact]:
    return {
        one.id: Fact(one.id, one.texte, one.texte_epci, one.texte_autre, one.demander_si)
        for one in draft.facts.faits
    }


def build_knowledge(draft: KnowledgeDraft, profiles: ProfilesShape | None) -> Knowledge:
    """Everything known beside the questions, each part in the order of its file."""
    profiles = profiles or ProfilesShape()
    obligations = draft.obligations
    return Knowledge(
        facts=_facts(draft),
        actors={
            actor.id: Actor(
                actor.id, actor.nom, actor.apporte, actor.a_qui, actor.cout, actor.statut
            )
            for actor in draft.actors.acteurs
        },
        glossary=tuple(GlossaryEntry(e.terme, e.definition) for e in draft.glossary.glossaire),
        obligations={
            one.id: _obligation(one) for one in (obligations.obligations if obligations else ())
        },
        actions=_catalogue(draft),
        portraits={
            one.id: Portrait(
                profile=one.id,
                label=one.libelle,
                kind_label=one.libelle_doux,
                portrait=one.portrait,
                strength=one.ce_qui_va_bien,
                next_step=one.prochaine_marche,
            )
            for one in profiles.profils
        },
        readings=tuple(Reading(r.theme, r.min, r.max, r.texte) for r in profiles.lectures),
        sources=dict(draft.sources.sources),
        dated=obligations.date if obligations else "",
        to_check=obligations.a_verifier if obligations else (),
        handover={
            one.id: HandoverTopic(one.id, one.titre, one.quoi, one.lieu, one.qui)
            for one in draft.handover.sujets
        },
        synonyms=tuple(Synonyms(one.mots, one.comme) for one in draft.synonyms.synonymes),
        propositions=_propositions(draft),
        attestation=_attestation(draft),
    )


def _propositions(draft: KnowledgeDraft) -> Propositions:
    told = draft.propositions
    return Propositions(
        told.auteur,
        {
            one.numero: Proposition(
                one.numero, one.titre, one.demande, one.adressee_a, one.remarque
            )
            for one in told.propositions
        },
    )


def _attestation(draft: KnowledgeDraft) -> AttestationRules:
    told = draft.attestation
    criteria = (
        Criterion(
            id=one.id,
            title=one.titre,
            text=one.texte,
            why=one.pourquoi,
            checked=one.controle,
            declared=one.preuve == "declaree",
            field=one.champ,
            hint=one.exemple,
        )
        for one in told.criteres
    )
    return AttestationRules(told.titre, told.avertissement, told.ne_prouve_pas, tuple(criteria))


def _catalogue(draft: KnowledgeDraft) -> ActionCatalogue:
    combinations = draft.combinations
    return ActionCatalogue(
        actions={
            action.id: _action(one.theme, action)
            for one in draft.actions.values()
            for action in one.actions
        },
        combinations=tuple(
            Combination(one.question, one.vers, one.actions, one.raison)
            for one in (combinations.combinaisons if combinations else ())
        ),
        warning=combinations.avertissement if combinations else "",
    )


def _action(theme: str, shape: ActionShape) -> Action:
    return Action(
        id=shape.id,
        theme=theme,
        title=shape.titre,
        why=shape.pourquoi,
        steps=shape.etapes,
        raises=tuple(Raise(one.question, one.vers) for one in shape.fait_monter),
        effort=_span(shape.effort_jours),
        initial_cost=_span(shape.cout_initial_eur),
        yearly_cost=_span(shape.cout_annuel_eur),
        delay_months=shape.delai_mois,
        lead=shape.pilote,
        partners=shape.partenaires,
        prerequisites=shape.prerequis,
        fitness={size: getattr(shape.aptitude, size) for size in SIZES},
        indicator=shape.indicateur,
        recurrent=shape.recurrent,
        shareable=shape.mutualisable,
        applicable=shape.applicable,
        obligations=shape.obligations,
        funding=shape.financements,
        syntec=shape.syntec,
        spending=shape.depense or "",
        wordings=_wordings(shape),
    )


def _wordings(shape: ActionShape) -> dict[str, ActionWording]:
    """Each complete: the base's where the variant writes nothing; none without a variant."""
    base = ActionWording(shape.titre, shape.pourquoi, shape.etapes, shape.indicateur)
    written = {name: _wording(base, one) for name, one in shape.variantes.items()}
    return {"": base, **written} if written else {}


def _wording(base: ActionWording, shape: ActionWordingShape) -> ActionWording:
    return ActionWording(
        title=shape.titre or base.title,
        why=shape.pourquoi or base.why,
        steps=shape.etapes or base.steps,
        indicator=shape.indicateur or base.indicator,
    )


def _span(shape: SpanShape) -> Span:
    return Span(shape.min, shape.max)


def _obligation(shape: ObligationShape) -> Obligation:
    proof = shape.preuve
    return Obligation(
        id=shape.id,
        title=shape.titre,
        what=shape.quoi,
        who=shape.qui,
        reference=shape.texte,
        date=shape.date,
        themes=shape.themes,
        evidence=shape.conforme,
        risk=shape.risque,
        status=shape.statut,
        checked_on=shape.verifie_le,
        nature=shape.nature,
        condition=shape.applicable,
        proof=None if proof is None else Raise(proof.question, proof.niveau),
        proof_note=shape.remarque_preuve,
        cleared_by=shape.levee_par,
        to_check=shape.a_verifier,
        sources=shape.sources,
    )
