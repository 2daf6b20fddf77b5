# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Plans placed by hand, not by the solver: each sum and date of a test can be checked by eye."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from autodiag.model.calendar import Aid, AidWindow, Calendar
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Actor, Knowledge
from autodiag.model.roadmap import (
    HORIZONS,
    Action,
    ActionCatalogue,
    Capacity,
    Decision,
    Horizon,
    OwnAction,
    PlannedAction,
    Projection,
    Roadmap,
    ShortestPath,
    Span,
)
from autodiag.roadmap.budget import Budget, budget
from autodiag.roadmap.schedule import Schedule, schedule
from tests.support.builders import VILLAGE, assess, question, questionnaire, rated

ASKED = questionnaire(question("strategie-1"))


@dataclass(frozen=True)
class Placed:
    """A dossier and its plan: `actions` by horizon (0–2), due in the months named."""

    actions: Mapping[str, tuple[Action | OwnAction, int]]
    due: Mapping[str, str] = field(default_factory=dict[str, str])
    aids: Sequence[Aid] = ()
    start: str = "2027-01"
    windows: tuple[AidWindow, ...] = ()
    decisions: Sequence[Decision] = ()

    @property
    def knowledge(self) -> Knowledge:
        catalogue = {name: a for name, (a, _) in self.actions.items() if isinstance(a, Action)}
        actors = {name: Actor(name, f"Le {name}") for name in ("secretaire", "opsn")}
        known = ActionCatalogue(catalogue, (), "Des estimations d’expert.")
        return Knowledge({}, actors, (), {}, known, {}, (), {}, "2026-11-21")

    @property
    def snapshot(self) -> Snapshot:
        chosen = [Decision(name, "retenue", day=month) for name, month in self.due.items()]
        return Snapshot(
            VILLAGE,
            {},
            ASKED,
            assess({}),
            {each.action: each for each in (*chosen, *self.decisions)},
            {},
            calendar=Calendar(self.start, (), self.windows),
            aids={aid.action: aid for aid in self.aids},
        )

    @property
    def roadmap(self) -> Roadmap:
        horizons = tuple(
            Horizon(
                HORIZONS[period],
                tuple(_planned(n, a) for n, (a, p) in self.actions.items() if p == period),
                1_000,
                1_000_000,
                Span(0, 0),
                Span(0, 0),
            )
            for period in range(3)
        )
        result = rated(ASKED, {})
        nowhere = ShortestPath(None, possible=False, proven=True)
        led = Projection(None, {}, result.profile)
        means = Capacity(10, 10_000)
        return Roadmap(horizons, (), (), led, means, nowhere, True, True, "2026-11-21", "")

    @property
    def schedule(self) -> Schedule:
        return schedule(self.snapshot, self.roadmap, self.knowledge.actions)

    @property
    def budget(self) -> Budget:
        return budget(self.snapshot, self.roadmap, self.schedule, self.knowledge)


def _planned(name: str, action: Action | OwnAction) -> PlannedAction:
    if isinstance(action, OwnAction):
        return PlannedAction(name, "own", action.title, action.effort, action.cost, retained=True)
    return PlannedAction(name, "action", action.title, action.effort, action.initial_cost)
