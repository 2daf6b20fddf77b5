# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two other plans to lay beside the commune's own: one that spends nothing, one that puts its
obligations first. Stores and compares nothing."""

import time
from datetime import date

from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.plan import FINAL_SECONDS, Clock
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.stored import digest_inputs

VARIANTS: tuple[str, ...] = ("sans_depense", "obligations")
"""«Sans dépense», «Obligations d’abord». The third, «Le nôtre», is the stored plan itself."""


def variant_situation(situation: Situation, name: str) -> Situation:
    """The inputs of a variant: done and refused stay, the rest is proposed anew.

    Raises ValueError for another name than those of `VARIANTS`.
    """
    if name not in VARIANTS:
        raise ValueError(name)
    return situation


def plan_variant(
    situation: Situation,
    name: str,
    made_on: date,
    seconds: float = FINAL_SECONDS,
    clock: Clock = time.monotonic,
) -> Roadmap:
    """The roadmap of a variant, in about the seconds given, as `plan_roadmap` makes it."""
    return plan_roadmap(variant_situation(situation, name), made_on, seconds, clock)


def variant_digest(situation: Situation, name: str) -> str:
    """The SHA-256 of all that a variant depends on: another one means an outdated plan."""
    return digest_inputs(variant_situation(situation, name))
