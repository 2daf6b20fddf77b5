# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A plan as the panel tells it: with its real months and where it stands today, read only when
they are asked for. Shows nothing."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from autodiag.model.roadmap import PlannedAction, Roadmap
from autodiag.roadmap.follow_up import FollowUp, follow_up
from autodiag.roadmap.schedule import Schedule, Slot, schedule
from autodiag.roadmap.situation import Situation
from ui.pages.roadmap_words import PlanWords, find_planned


@dataclass(frozen=True)
class Told:
    """One plan at one instant, and how things are called."""

    words: PlanWords
    roadmap: Roadmap
    situation: Situation
    today: date
    writable: bool = True

    @cached_property
    def schedule(self) -> Schedule:
        """The real months of the plan."""
        return schedule(self.words.snapshot, self.roadmap, self.words.knowledge.actions)

    @cached_property
    def follow(self) -> FollowUp:
        """What is late, due and done."""
        return follow_up(
            self.words.snapshot, self.roadmap, self.schedule, self.situation, self.today
        )

    def slot(self, action: str) -> Slot | None:
        """When an action is worked on, None where the plan does not hold it."""
        return self.schedule.slots.get(action)

    def planned(self, action: str) -> PlannedAction | None:
        """Its place in the plan, None where it has none."""
        found = find_planned(self.roadmap, action)
        return found[1] if found else None
