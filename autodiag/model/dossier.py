# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier holds, as one immutable snapshot that leaves and worker threads can be given."""

from collections.abc import Mapping
from dataclasses import dataclass

from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.roadmap import Capacity, Decision, OwnAction


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A roadmap as it was stored: its JSON text, the digest of its inputs, the ISO day."""

    text: str
    inputs_sha256: str
    made_on: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One collectivité's dossier at one instant: who it is, what is known, answered, decided.

    `questionnaire` is the embedded one (contract D7). `capacity` is None while the defaults of R8
    have not been changed. `plan` is the stored roadmap, None when none was computed.
    """

    authority: LocalAuthority
    facts: Mapping[str, bool]
    questionnaire: Questionnaire
    assessment: Assessment
    decisions: Mapping[str, Decision]
    notes: Mapping[str, str]
    own_actions: tuple[OwnAction, ...] = ()
    capacity: Capacity | None = None
    opening_mark: float | None = None
    plan: StoredPlan | None = None
