# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where a plan leads, step by step (contract R2)."""

from datetime import date

import pytest

from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.steps import scores_by_horizon
from tests.support.shipped import random_dossier


@pytest.mark.parametrize("seed", [0, 2, 6])
def test_R2_scores_never_fall_and_end_where_the_plan_leads(seed: int) -> None:
    situation = random_dossier(seed).situation()
    roadmap = plan_roadmap(situation, date(2026, 11, 21), 0.5)
    scores = scores_by_horizon(situation, roadmap)
    assert scores[0] == situation.result.overall
    assert scores[-1] == roadmap.projection.overall
    lows = [score.low for score in scores if score is not None]
    assert len(lows) == 4
    assert lows == sorted(lows)
    assert lows[-1] > lows[0]
