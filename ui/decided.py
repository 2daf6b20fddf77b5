# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the pages may ask for about the roadmap: decisions, means, calendar, aid. No logic."""

from collections.abc import Mapping

from autodiag.dossier.deciding import NOTHING
from autodiag.errors import AutodiagError
from autodiag.model.calendar import Aid, AidWindow, Closure
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Capacity, Decision, OwnAction
from ui.handing import Handing


class Decided(Handing):
    """The part of the bridge that decides."""

    def decide(self, decision: Decision) -> None:
        """Retain, postpone, refuse, mark as done."""
        self._session.decide(decision)

    def forget_decision(self, action: str) -> None:
        """Back to what the plan proposes."""
        self._session.forget_decision(action)

    def decide_all(
        self,
        decisions: Mapping[str, Decision | None],
        own: Mapping[str, OwnAction | None] = NOTHING,
    ) -> None:
        """Decide about several actions, and change own ones, as one gesture, undone at once."""
        self._session.decide_all(decisions, own)

    def decided_before_done(self, action: str) -> Decision | None:
        """What was decided about an action when it was last said to be done; None for nothing.
        What waits is written first. Where it cannot be read, `refused` says why."""
        try:
            self.finish()
            return self._session.decided_before_done(action)
        except AutodiagError as error:
            self.refused.emit(error)
            return None

    def set_own_action(self, own: OwnAction) -> None:
        """Add or change an own action."""
        self._session.set_own_action(own)

    def remove_own_action(self, own_id: str) -> None:
        """Take an own action away."""
        self._session.remove_own_action(own_id)

    def set_capacity(self, capacity: Capacity | None) -> None:
        """Days and money; None goes back to the hypothesis of R8."""
        self._session.set_capacity(capacity)

    def store_plan(self, plan: StoredPlan) -> None:
        """Keep a roadmap."""
        self._session.store_plan(plan)

    def store_variant(self, name: str, plan: StoredPlan) -> None:
        """Keep another plan beside it."""
        self._session.store_variant(name, plan)

    def set_start(self, month: str) -> None:
        """The first month of the roadmap, as «2027-01»; empty: not chosen any more."""
        self._session.set_start(month)

    def set_closure(self, one: Closure) -> None:
        """Add months when nobody can work on the roadmap, or change those of that id."""
        self._session.set_closure(one)

    def set_window(self, one: AidWindow) -> None:
        """Add when an aid can be asked for, or change the one of that id."""
        self._session.set_window(one)

    def remove_date(self, key: str) -> None:
        """Take a closure or a window away."""
        self._session.remove_date(key)

    def set_aid(self, action: str, aid: Aid | None) -> None:
        """What an aid should bring to an action; None takes it away."""
        self._session.set_aid(action, aid)
