# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which obligations *non remplies* a set of actions clears, and which it leaves. Solves nothing."""

from collections.abc import Collection

from autodiag.roadmap.situation import Situation
from autodiag.roadmap.whatif import target_levels


def obligations_left(situation: Situation, chosen: Collection[str]) -> tuple[str, ...]:
    """The obligations *non remplies* that these actions do not clear."""
    levels = target_levels(situation.catalogue, chosen, situation.settled())
    left: list[str] = []
    for state in situation.unmet:
        proof = state.obligation.proof
        named = state.obligation.cleared_by
        reached = proof is not None and levels.get(proof.question, 0) >= proof.level
        cleared = any(action in chosen for action in named) if named else reached
        if not cleared:
            left.append(state.obligation.id)
    return tuple(left)
