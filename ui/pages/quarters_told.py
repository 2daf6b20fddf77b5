# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said of the last move, from when it is made to the next change. Moves no card."""

from autodiag.roadmap.schedule import Schedule
from ui.bridge import Bridge
from ui.pages import quarters_moves as moves
from ui.pages.plan_view import PlanReading
from ui.pages.quarters_said import Said
from ui.pages.roadmap_deciding import Decider
from ui.planning import Planner
from ui.variants_job import inputs_of


class MoveTeller:
    """Speaks at once, then where the final plan places the action elsewhere; is silent again as
    soon as something else is changed, or the move is taken back."""

    def __init__(self, bridge: Bridge, planner: Planner, decider: Decider, said: Said) -> None:
        self._bridge, self._planner = bridge, planner
        self._decider, self._said = decider, said
        self._move: moves.Move | None = None
        self._moving = False
        self._inputs: tuple[object, ...] = ()

    def say(self, text: str, tone: str = "") -> None:
        """A sentence about what there is now."""
        self._move = None
        self._said.say(text, tone)
        self._inputs = inputs_of(self._bridge)

    def make(self, reading: PlanReading, schedule: Schedule, move: moves.Move) -> None:
        """Say a move and hand it over."""
        self._said.say(*moves.done_said(reading, schedule, move))
        self._move, self._moving = move, True
        moves.carry_out(self._decider, move)
        self._moving, self._inputs = False, inputs_of(self._bridge)

    def follow(self, reading: PlanReading, schedule: Schedule) -> None:
        """Another plan is shown, or the same again."""
        if self._moving or not self._inputs:
            return
        now = inputs_of(self._bridge)
        if any(one is not before for one, before in zip(now, self._inputs, strict=True)):
            self._move, self._inputs = None, ()
            self._said.forget()
        elif self._move is not None and self._planner.current and not self._planner.computing:
            missed, self._move = moves.missed_said(reading, schedule, self._move), None
            if missed:
                self._said.say(missed, "warn")
