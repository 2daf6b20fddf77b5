# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Everything that a plan is made from, and the lookups its parts share. Solves nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import NO_CALENDAR, Calendar
from autodiag.model.condition import Facts, holds
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import QuestionTrace, Result
from autodiag.model.roadmap import (
    HORIZONS,
    SIZES,
    Action,
    ActionCatalogue,
    Capacity,
    Decision,
    Fitness,
    ObligationState,
    OwnAction,
)
from autodiag.roadmap.calendar import LATEST, first_month, left_of, open_months
from autodiag.roadmap.capacity import days_available, default_capacity, euros_available
from autodiag.roadmap.obligations import read_obligations
from autodiag.roadmap.whatif import target_levels, what_if

SIZE_BELOW = (1_000, 3_500, 10_000)


@dataclass(frozen=True)
class Situation:
    """The inputs of a plan, none of them changed by planning."""

    authority: LocalAuthority
    facts: Facts
    questionnaire: Questionnaire
    result: Result
    catalogue: ActionCatalogue
    obligations: tuple[ObligationState, ...]
    decisions: Mapping[str, Decision]
    own_actions: tuple[OwnAction, ...]
    capacity: Capacity
    start: date = LATEST
    """The first day of the first month; far ahead unless told."""
    calendar: Calendar = NO_CALENDAR
    obligations_first: bool = False
    """Whether obligations come before the *socle*: only in the variant of that name."""
    today: date = date.min
    """The day when the plan is made: it uses no month that was over then. Not one of its inputs:
    a plan does not become outdated because a month passes."""

    @cached_property
    def months(self) -> tuple[int, ...]:
        """How many months of each horizon are left in which somebody can work."""
        return open_months(self.calendar, self.start, self.today)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many months of each horizon are left, closed ones included."""
        return tuple(len(left_of(self.start, h, self.today)) for h in range(len(HORIZONS)))

    @cached_property
    def now(self) -> int:
        """The first horizon (0–2) that is not over; 3 when all are."""
        return next((h for h, months in enumerate(self.lengths) if months), len(HORIZONS))

    @property
    def days(self) -> tuple[float, ...]:
        """The days of each horizon that are left."""
        return days_available(self.capacity, self.months)

    @property
    def euros(self) -> tuple[float, ...]:
        """The euros of each horizon: a budget is voted for years, no month takes some away."""
        return euros_available(self.capacity)

    @cached_property
    def traces(self) -> dict[str, QuestionTrace]:
        """Every question's trace."""
        return self.result.traces()

    @property
    def waiting_own(self) -> tuple[OwnAction, ...]:
        """The own actions that are still to do."""
        return tuple(own for own in self.own_actions if self.decided(own.id) != "faite")

    def counts(self, question: str) -> bool:
        """Whether the question weighs in the score."""
        return question in self.traces and self.traces[question].counts

    def level(self, question: str) -> int | None:
        """The level answered to a counting question; None when unknown or not counting."""
        trace = self.traces.get(question)
        return trace.low if trace and trace.state == "niveau" else None

    def reached(self, question: str) -> int:
        """The level that a plan starts from: the one answered, or the one that actions marked done
        bring where the answer does not say it yet; 0 where neither is known."""
        return max(self.level(question) or 0, self.brought.get(question, 0))

    @cached_property
    def brought(self) -> dict[str, int]:
        """The levels that actions marked done bring, whatever the answers say."""
        return self.levels(()) if self.marked_done else {}

    @cached_property
    def started(self) -> Result:
        """What the answers will say once up to date with what is marked done: where a plan starts.
        The result itself stays the reading of the answers."""
        if not self.brought:
            return self.result
        return what_if(self.questionnaire, self.result, self.brought)

    def decided(self, action_id: str) -> str:
        """What the user decided, "" when nothing."""
        decision = self.decisions.get(action_id)
        return decision.state if decision else ""

    def concerns(self, action: Action) -> bool | None:
        """Whether the action applies to this collectivité; None when a fact is unknown."""
        if action.applicable is None:
            return True
        return holds(action.applicable, self.authority, self.facts)

    def fitness(self, action: Action) -> Fitness:
        """How the action suits this size. An EPCI is not told to leave an action to the EPCI."""
        inhabitants = self.authority.population or 0
        size = SIZES[sum(inhabitants >= below for below in SIZE_BELOW)]
        fitness = action.fitness[size]
        if fitness == "a_laisser_a_l_epci" and self.authority.kind == "epci":
            return "adaptee"
        return fitness

    def satisfied(self, action_id: str) -> bool:
        """Whether a prerequisite is deemed met: done, not applying, or reached already."""
        action = self.catalogue.actions[action_id]
        if self.decided(action_id) == "faite" or self.concerns(action) is False:
            return True
        return bool(action.raises) and all(
            not self.counts(target.question) or self.reached(target.question) >= target.level
            for target in action.raises
        )

    def settled(self) -> frozenset[str]:
        """The actions that count as done in a combination: done, or not applying."""
        return self._settled

    @cached_property
    def _settled(self) -> frozenset[str]:
        return frozenset(
            action.id
            for action in self.catalogue.actions.values()
            if self.decided(action.id) == "faite" or self.concerns(action) is False
        )

    def open_prerequisites(self, action_id: str) -> tuple[str, ...]:
        """The prerequisites that are not met."""
        action = self.catalogue.actions[action_id]
        return tuple(p for p in action.prerequisites if not self.satisfied(p))

    @cached_property
    def marked_done(self) -> tuple[str, ...]:
        """The actions of the catalogue that the user marked done, whatever the answers say."""
        return tuple(a for a in self.catalogue.actions if self.decided(a) == "faite")

    def levels(self, chosen: Collection[str]) -> dict[str, int]:
        """The level that these actions, and those marked done, bring each question to (R2)."""
        return target_levels(self.catalogue, (*self.marked_done, *chosen), self.settled())

    @cached_property
    def unmet(self) -> tuple[ObligationState, ...]:
        """The obligations *non remplies* that are still to work for: no action marked done clears
        them."""
        late = self.to_update
        return tuple(o for o in self.obligations if o.state == "non_remplie" and o not in late)

    @cached_property
    def to_update(self) -> tuple[ObligationState, ...]:
        """The obligations *non remplies* that actions marked done clear: what is left is to bring
        the answer up to date. Their state is a reading of the answers, and does not change (R7)."""
        due = tuple(o for o in self.obligations if o.state == "non_remplie")
        return tuple(o for o in due if self.cleared(o, ())) if self.marked_done else ()

    def cleared(self, state: ObligationState, chosen: Collection[str]) -> bool:
        """Whether these actions and those marked done clear an obligation, all together."""
        proof, named = state.obligation.proof, state.obligation.cleared_by
        if named:
            return any(action in chosen or action in self.marked_done for action in named)
        return proof is not None and self.levels(chosen).get(proof.question, 0) >= proof.level

    def clears(self, action: Action, state: ObligationState) -> bool:
        """Whether the action, alone, clears an obligation: named by it, or reaching its proof
        where it names none. Reaching the proof by other ways would tick an obligation that
        nobody has looked at."""
        obligation = state.obligation
        if obligation.cleared_by:
            return action.id in obligation.cleared_by
        proof = obligation.proof
        return proof is not None and any(
            target.question == proof.question and target.level >= proof.level
            for target in action.raises
        )


def situation_of(snapshot: Snapshot, result: Result, knowledge: Knowledge) -> Situation:
    """What a dossier's plan is made from: its snapshot and the installed actions (contract D7)."""
    return Situation(
        authority=snapshot.authority,
        facts=snapshot.facts,
        questionnaire=snapshot.questionnaire,
        result=result,
        catalogue=knowledge.actions,
        obligations=read_obligations(
            knowledge.obligations.values(), result, snapshot.authority, snapshot.facts
        ),
        decisions=snapshot.decisions,
        own_actions=snapshot.own_actions,
        capacity=snapshot.capacity or default_capacity(snapshot.authority.population),
        start=first_month(snapshot),
        calendar=snapshot.calendar,
    )
