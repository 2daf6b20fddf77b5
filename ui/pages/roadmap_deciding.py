# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From a command of the roadmap page to the intent that the bridge is handed. Shows nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from autodiag.model.calendar import Aid
from autodiag.model.dossier import OF_ACTION
from autodiag.model.roadmap import Capacity, Decision, HorizonId, OwnAction
from autodiag.roadmap.calendar import first_month
from ui.bridge import Bridge
from ui.pages import roadmap_choices as choices
from ui.pages.roadmap_days import horizon_on, read_day
from ui.widgets.own_action_form import TypedAction


class Decider:
    """Hands decisions over; where the dossier cannot be written it hands nothing. `today`: since
    when what is said to be done is done, until another day is typed."""

    def __init__(self, bridge: Bridge, today: Callable[[], date]) -> None:
        self.bridge, self._today = bridge, today

    def decide(self, command: str, key: str, period: int | None, typed: str = "") -> bool:
        """Carry a command out on an action of that horizon (None: not in the plan). Return
        whether it was one of these; an own action is never «retained»: it is there."""
        if not self.bridge.writable:
            return False
        own = self.own(key)
        if command in choices.STEP:
            self.move(key, period or 0, choices.STEP[command])
        elif command == "forget":
            self.bridge.forget_decision(key)
        elif command == "undone":
            self._undo(key)
        elif command == "remove":
            self._remove(key)
        elif own is not None and command in ("who", "note"):
            changed = replace(own, who=typed) if command == "who" else replace(own, note=typed)
            self.bridge.set_own_action(changed)
        elif command == "day":
            return self._date(key, read_day(typed))
        else:
            decision = self._decision(command, key, period, typed)
            if decision is None:
                return False
            self.bridge.decide(decision)
        return True

    def _decision(self, command: str, key: str, period: int | None, typed: str) -> Decision | None:
        """What is decided, None for an unknown command."""
        before = self.bridge.snapshot.decisions.get(key)
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
            case _:
                return None

    def _date(self, key: str, day: str | None) -> bool:
        """The day when it was done, or is to be: its horizon follows. Whether it is such a day."""
        before = self.bridge.snapshot.decisions.get(key)
        if day is None or (before is None and self.own(key) is None):
            return False
        if before is not None and (before.state == "faite" or not day):
            own = self.own(key) is not None and before.state != "faite"
            self.bridge.decide_all({key: None if own else replace(before, day=day)})
        elif day:
            start = first_month(self.bridge.snapshot)
            horizon = horizon_on(start, day) if len(day) > len("2027") else None
            if horizon is None:
                return False
            self.plan(key, day, horizon)
        return True

    def _remove(self, key: str) -> None:
        """An own action, and what was decided of it."""
        known = self.bridge.snapshot.decisions
        self.bridge.decide_all(dict.fromkeys({key} & known.keys()), {key: None})

    def _undo(self, key: str) -> None:
        """It is not done after all."""
        said = self.bridge.snapshot.decisions.get(key)
        if said is not None:
            before = self.bridge.decided_before_done(key)
            self.bridge.decide_all({key: choices.undone(said, before)})

    def own(self, key: str) -> OwnAction | None:
        """The own action of that id, None for one of the catalogue."""
        owns = self.bridge.snapshot.own_actions
        return next((one for one in owns if one.id == key), None)

    def move(self, key: str, period: int, step: int) -> None:
        """An action, of the catalogue or their own, to the horizon before or after."""
        before = self.bridge.snapshot.decisions.get(key)
        decision = choices.moved(key, period, step, before)
        if self.own(key) is None:
            self.bridge.decide(decision)
        else:  # it is there without a decision, which may only hold the month of where it was
            forgotten = {key: None} if before is not None else {}
            self.bridge.decide_all(forgotten, self._own_at(key, decision.horizon))

    def plan(self, key: str, day: str, horizon: int) -> None:
        """An action is to be done by that ISO day or month, which is in that horizon (0–2)."""
        if self.bridge.writable:
            before = self.bridge.snapshot.decisions.get(key)
            decision = choices.due(key, day, horizon, before)
            self.bridge.decide_all({key: decision}, self._own_at(key, decision.horizon))

    def _own_at(self, key: str, horizon: HorizonId | None) -> dict[str, OwnAction]:
        """An own action on that horizon, where it is one and this changes it."""
        own = self.own(key)
        if own is None or horizon in (None, own.horizon):
            return {}
        return {key: replace(own, horizon=horizon)}

    def add(self, typed: TypedAction, period: int) -> str:
        """A new own action; its id."""
        it = self.bridge.snapshot
        known = (one.id for one in it.own_actions)
        kept = (key.removeprefix(OF_ACTION) for key in it.evidence)  # of one that was taken away
        taken = {*known, *kept, *it.aids, *it.decisions}
        own = choices.own_action(typed, period, taken)
        self.bridge.set_own_action(own)
        return own.id

    def change(self, key: str, typed: TypedAction) -> None:
        """An own action is as it was just typed."""
        own = self.own(key)
        if own is not None and self.bridge.writable:
            self.bridge.set_own_action(choices.changed_own(own, typed))

    def give_aid(self, action: str, aid: Aid | None) -> None:
        """What an aid should bring to an action; None takes it away."""
        if self.bridge.writable and aid != self.bridge.snapshot.aids.get(action):
            self.bridge.set_aid(action, aid)

    def capacity(self) -> Capacity:
        """What they gave, else the hypothesis of contract R8."""
        from autodiag.roadmap.capacity import default_capacity

        snapshot = self.bridge.snapshot
        return snapshot.capacity or default_capacity(snapshot.authority.population)

    def give_days(self, days: float) -> None:
        """So many days a month: no longer a hypothesis."""
        capacity = replace(self.capacity(), days_per_month=days, days_assumed=False)
        self.bridge.set_capacity(capacity)

    def give_euros(self, euros: float) -> None:
        """So many euros a year: no longer a hypothesis."""
        capacity = replace(self.capacity(), euros_per_year=euros, euros_assumed=False)
        self.bridge.set_capacity(capacity)

    def give_nothing(self) -> None:
        """Back to the hypotheses."""
        self.bridge.set_capacity(None)
