# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which obligations *non remplies* a set of actions clears, and which it leaves, and how many
are not known to be due. Solves nothing."""

from collections.abc import Collection

from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.result import Result
from autodiag.roadmap.situation import Situation, situation_of

TO_UPDATE = "Action faite\u00a0: mettez la réponse à jour"
"""Said of an obligation that an action marked done clears, while its answer does not say so."""


def answers_behind(snapshot: Snapshot, result: Result, knowledge: Knowledge) -> frozenset[str]:
    """The ids of the obligations *non remplies* that actions marked done clear."""
    if all(decision.state != "faite" for decision in snapshot.decisions.values()):
        return frozenset()
    situation = situation_of(snapshot, result, knowledge)
    return frozenset(state.obligation.id for state in situation.to_update)


def obligations_left(situation: Situation, chosen: Collection[str]) -> tuple[str, ...]:
    """The obligations *non remplies* that neither these actions nor those marked done clear."""
    return tuple(
        state.obligation.id for state in situation.unmet if not situation.cleared(state, chosen)
    )


def to_check(situation: Situation) -> int:
    """How many obligations are *à vérifier* that an answer would tell (contract R7)."""
    states = (one for one in situation.obligations if one.state == "a_verifier")
    proofs = (one.obligation.proof for one in states)
    return sum(proof is not None and situation.level(proof.question) is None for proof in proofs)
