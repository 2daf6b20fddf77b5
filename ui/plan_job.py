# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One plan and its text: for the thread that plans. Shows and stores nothing."""

import logging
import time
from dataclasses import dataclass, replace
from datetime import date

from autodiag.model.dossier import StoredPlan
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.situation import Situation
from ui.tasks import Progress


@dataclass(frozen=True, slots=True)
class Made:
    """A plan just computed, and its text for the dossier."""

    roadmap: Roadmap
    text: str


def make_plan(
    situation: Situation,
    today: date,
    seconds: float,
    previous: Roadmap | None,
    progress: Progress,
) -> Made:
    """A plan and its text, off the screen's thread. Stops between two goals once cancelled."""
    from autodiag.roadmap.roadmap import plan_roadmap
    from autodiag.roadmap.stored import dump_roadmap

    begun = time.monotonic()

    def clock() -> float:
        now = time.monotonic()
        progress(min(99, round(100 * (now - begun) / seconds)), 100, "")
        return now

    roadmap = plan_roadmap(situation, today, seconds, clock, previous)
    return Made(roadmap, dump_roadmap(roadmap))


def read_plan(stored: StoredPlan, knowledge: Knowledge) -> Roadmap | None:
    """A stored plan, None where it cannot be read."""
    from autodiag.roadmap.stored import load_roadmap

    try:
        roadmap = load_roadmap(stored.text, knowledge.obligations)
        date.fromisoformat(roadmap.made_on)
    except ValueError:
        logging.getLogger(__name__).info("The stored plan cannot be read: made again")
        return None
    return replace(roadmap, inputs_sha256=stored.inputs_sha256)
