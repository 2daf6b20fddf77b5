# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where a plan leads step by step: the score today, then after each horizon. Solves nothing."""

from autodiag.model.result import Range
from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.whatif import what_if


def scores_by_horizon(situation: Situation, roadmap: Roadmap) -> tuple[Range | None, ...]:
    """The estimated global score today and at the end of each horizon (what-if of contract R2):
    actions marked done count from the first one on."""
    scores = [situation.result.overall]
    done: list[str] = []
    for horizon in roadmap.horizons:
        known = situation.catalogue.actions
        done += [a.id for a in horizon.actions if a.kind == "action" and a.id in known]
        after = what_if(situation.questionnaire, situation.result, situation.levels(done))
        scores.append(after.overall)
    return tuple(scores)
