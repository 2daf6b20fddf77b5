# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From a command of the roadmap page to the intent that the bridge is handed. Shows nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from autodiag.model.calendar import Aid
from autodiag.model.dossier import OF_ACTION
from autodiag.model.roadmap import HORIZONS, Capacity, Decision, OwnAction
from ui.bridge import Bridge
from ui.pages import roadmap_choices as choices
from ui.widgets.own_action_form import TypedAction


class Decider:
    """Hands decisions over; where the dossier cannot be written it hands nothing. `today`: since
    when what is said to be done is done, until another day is typed."""

    def __init__(self, bridge: Bridge, today: Callable[[], date]) -> None:
        self._bridge, self._today = bridge, today

    def decide(self, command: str, key: str, period: int | None, typed: str = "") -> bool:
        """Carry a command out on an action of that horizon (None: not in the plan). Return
        whether it was one of these; an own action is never «retained»: it is there."""
        if not self._bridge.writable:
            return False
        own = self.own(key)
        if command in choices.STEP:
            self.move(key, period or 0, choices.STEP[command])
        elif command == "forget":
            self._bridge.forget_decision(key)
        elif command == "undone":
            self._undo(key)
        elif command == "remove":
            self._remove(key)
        elif own is not None and command in ("who", "note"):
            changed = replace(own, who=typed) if command == "who" else replace(own, note=typed)
            self._bridge.set_own_action(changed)
        else:
            decision = self._decision(command, key, period, typed)
            if decision is None:
                return False
            self._bridge.decide(decision)
        return True

    def _decision(self, command: str, key: str, period: int | None, typed: str) -> Decision | None:
        """What is decided, None for an unknown command or a date that is not one."""
        before = self._bridge.snapshot.decisions.get(key)
        own = self.own(key)
        if own is not None:
            before = before or Decision(key, "retenue", horizon=own.horizon)
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
                return choices.done(key, self._today(), before)
            case "who" if before is not None:
                return replace(before, who=typed)
            case "note" if before is not None:
                return replace(before, note=typed)
            case "day" if before is not None:
                day = choices.read_day(typed)
                return None if day is None else replace(before, day=day)
            case _:
                return None

    def _remove(self, key: str) -> None:
        """An own action, and what was decided of it."""
        if key in self._bridge.snapshot.decisions:
            self._bridge.forget_decision(key)
        self._bridge.remove_own_action(key)

    def _undo(self, key: str) -> None:
        """It is not done after all."""
        before = self._bridge.snapshot.decisions.get(key)
        again = None if before is None or self.own(key) else choices.undone(before)
        if again is None:
            self._bridge.forget_decision(key)
        else:
            self._bridge.decide(again)

    def own(self, key: str) -> OwnAction | None:
        """The own action of that id, None for one of the catalogue."""
        owns = self._bridge.snapshot.own_actions
        return next((one for one in owns if one.id == key), None)

    def move(self, key: str, period: int, step: int) -> None:
        """An action, of the catalogue or their own, to the horizon before or after."""
        own = self.own(key)
        if own is not None:
            self._bridge.set_own_action(choices.moved_own(own, step))
        else:
            before = self._bridge.snapshot.decisions.get(key)
            self._bridge.decide(choices.moved(key, period, step, before))

    def postpone(self, key: str, month: date, horizon: int) -> None:
        """An action is to be done by that month, which is in that horizon (0–2)."""
        if not self._bridge.writable:
            return
        own = self.own(key)
        if own is not None and own.horizon != HORIZONS[horizon]:
            self._bridge.set_own_action(replace(own, horizon=HORIZONS[horizon]))
        before = self._bridge.snapshot.decisions.get(key)
        self._bridge.decide(choices.postponed(key, month, horizon, before))

    def add(self, typed: TypedAction, period: int) -> str:
        """A new own action; its id."""
        it = self._bridge.snapshot
        known = (one.id for one in it.own_actions)
        kept = (key.removeprefix(OF_ACTION) for key in it.evidence)  # of one that was taken away
        taken = {*known, *kept, *it.aids, *it.decisions}
        own = choices.own_action(typed, period, taken)
        self._bridge.set_own_action(own)
        return own.id

    def change(self, key: str, typed: TypedAction) -> None:
        """An own action is as it was just typed."""
        own = self.own(key)
        if own is not None and self._bridge.writable:
            self._bridge.set_own_action(choices.changed_own(own, typed))

    def give_aid(self, action: str, aid: Aid | None) -> None:
        """What an aid should bring to an action; None takes it away."""
        if self._bridge.writable and aid != self._bridge.snapshot.aids.get(action):
            self._bridge.set_aid(action, aid)

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
