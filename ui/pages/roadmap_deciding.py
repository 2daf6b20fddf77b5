# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From a command of the roadmap page to the intent that the bridge is handed. Shows nothing."""

from dataclasses import replace

from autodiag.model.roadmap import Capacity, Decision
from ui.bridge import Bridge
from ui.pages import roadmap_choices as choices
from ui.widgets.own_action_form import TypedAction


class Decider:
    """Hands decisions over; where the dossier cannot be written it hands nothing."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def decide(self, command: str, key: str, period: int | None, typed: str = "") -> bool:
        """Carry a command out on an action of that horizon (None: not in the plan). Return
        whether it was one of these; an own action is never «retained»: it is there."""
        if not self._bridge.writable:
            return False
        if command in choices.STEP:
            self.move(key, period or 0, choices.STEP[command])
        elif command == "forget":
            self._bridge.forget_decision(key)
        elif command == "remove":
            self._bridge.remove_own_action(key)
        else:
            decision = self._decision(command, key, period, typed)
            if decision is None:
                return False
            self._bridge.decide(decision)
        return True

    def _decision(self, command: str, key: str, period: int | None, typed: str) -> Decision | None:
        """What is decided, None for an unknown command or a date that is not one."""
        before = self._bridge.snapshot.decisions.get(key)
        match command:
            case "keep":
                return choices.kept(key, period, before)
            case "first":
                return choices.kept(key, 0, before)
            case "keep_any":
                return choices.kept(key, None, before)
            case "refused":
                return choices.refused(key, typed, before)
            case "done":
                return choices.done(key, before)
            case "who" if before is not None:
                return replace(before, who=typed)
            case "day" if before is not None:
                day = choices.read_day(typed)
                return None if day is None else replace(before, day=day)
            case _:
                return None

    def move(self, key: str, period: int, step: int) -> None:
        """An action, of the catalogue or their own, to the horizon before or after."""
        snapshot = self._bridge.snapshot
        own = next((one for one in snapshot.own_actions if one.id == key), None)
        if own is not None:
            self._bridge.set_own_action(choices.moved_own(own, step))
        else:
            before = snapshot.decisions.get(key)
            self._bridge.decide(choices.moved(key, period, step, before))

    def add(self, typed: TypedAction, period: int) -> str:
        """A new own action; its id."""
        taken = [one.id for one in self._bridge.snapshot.own_actions]
        own = choices.own_action(typed, period, taken)
        self._bridge.set_own_action(own)
        return own.id

    def capacity(self) -> Capacity:
        """What they gave, else the hypothesis of contract R8."""
        from autodiag.roadmap.capacity import default_capacity

        snapshot = self._bridge.snapshot
        return snapshot.capacity or default_capacity(snapshot.authority.population)

    def give_days(self, days: float) -> None:
        """So many days a month: no longer a hypothesis."""
        capacity = replace(self.capacity(), days_per_month=days, days_assumed=False)
        self._bridge.set_capacity(capacity)

    def give_euros(self, euros: float) -> None:
        """So many euros a year: no longer a hypothesis."""
        capacity = replace(self.capacity(), euros_per_year=euros, euros_assumed=False)
        self._bridge.set_capacity(capacity)

    def give_nothing(self) -> None:
        """Back to the hypotheses."""
        self._bridge.set_capacity(None)
