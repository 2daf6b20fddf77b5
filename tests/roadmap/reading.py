# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier says about its roadmap, read a second time from the contract (R1, R2, R7, R8).

Uses the data of a situation (catalogue, decisions, capacity), none of its methods.
"""

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from autodiag.model.condition import (
    AllOf,
    AnyOf,
    Condition,
    FactIs,
    KindIs,
    Not,
    PopulationIs,
    ReplyIs,
)
from autodiag.model.roadmap import Action, Obligation
from autodiag.roadmap.situation import Situation
from tests.scoring.second import Item, State, states

ORDER = ("0-6", "6-18", "18-36")
MONTHS = (6, 12, 18)
HALF_HOUR = 1 / 14


def sentence(condition: Condition) -> str:
    """A condition as the data files write it, for the second reading of conditions."""
    match condition:
        case PopulationIs(comparison, value):
            return f"population {comparison} {value}"
        case KindIs(kinds):
            return "(" + " ou ".join(f"type = {kind}" for kind in kinds) + ")"
        case FactIs(fact):
            return f"fait {fact}"
        case Not(part):
            return f"(non {sentence(part)})"
        case AllOf(parts):
            return "(" + " et ".join(map(sentence, parts)) + ")"
        case AnyOf(parts):
            return "(" + " ou ".join(map(sentence, parts)) + ")"
        case ReplyIs():  # only a question rests on an answer, and none that is scored
            raise ValueError(condition)


class Reading:
    """The second reading of one dossier. Levels and states are those of the answers."""

    def __init__(
        self,
        situation: Situation,
        items: Sequence[Item],
        answers: Mapping[str, Any],
        possible: Callable[[str], set[bool]],
        passed: int = 0,
    ) -> None:
        """`passed`: how many months of the three years are over."""
        begun = (0, *itertools.accumulate(MONTHS))
        self.left = [
            max(0, months - max(0, passed - before))
            for months, before in zip(MONTHS, begun, strict=False)
        ]
        self.situation, self.items, self.answers = situation, items, answers
        self.possible = possible
        self.decisions = situation.decisions
        self.catalogue = situation.catalogue.actions
        self.combinations = situation.catalogue.combinations
        self.marked = {name for name, one in self.decisions.items() if one.state == "faite"}
        self.marked &= self.catalogue.keys()
        self.states = states(items, answers, possible)

    # --- what the answers say

    def level(self, question: str) -> int | None:
        """The level answered to a question that counts."""
        state = self.states.get(question)
        return state[0] if state is not None and state[2] else None

    def starts(self, question: str) -> int:
        """The level from which there is still something to do: answered, or already brought."""
        return max(self.level(question) or 0, self.targets(()).get(question, 0))

    def unknown(self) -> list[str]:
        return [n for n, s in self.states.items() if s is not None and self.answers.get(n) == "nsp"]

    def to_ask(self) -> list[str]:
        """What nobody knows, and that no action marked done tells."""
        return [name for name in self.unknown() if name not in self.targets(())]

    def concerns(self, action: Action) -> set[bool]:
        return self.possible(sentence(action.applicable)) if action.applicable else {True}

    def fitness(self, action: Action) -> str:
        inhabitants = self.situation.authority.population or 0
        sizes = ("moins_1000", "moins_3500", "moins_10000", "plus_10000")
        number = 0
        for limit in (1000, 3500, 10000):
            if inhabitants >= limit:
                number += 1
        fitness = action.fitness[sizes[number]]
        if self.situation.authority.kind == "epci" and fitness == "a_laisser_a_l_epci":
            return "adaptee"
        return fitness

    def done(self, name: str) -> bool:
        """Marked done, or not applying to the collectivité."""
        decision = self.decisions.get(name)
        marked = decision is not None and decision.state == "faite"
        return marked or self.concerns(self.catalogue[name]) == {False}

    def open_needs(self, name: str) -> list[str]:
        """The prerequisites that are neither done nor reached by today's answers."""
        found: list[str] = []
        for need in self.catalogue[name].prerequisites:
            reached = bool(self.catalogue[need].raises)
            for target in self.catalogue[need].raises:
                if self.states.get(target.question) is not None:
                    reached = reached and self.starts(target.question) >= target.level
            if not self.done(need) and not reached:
                found.append(need)
        return found

    # --- R1, R2

    def useful(self, name: str) -> bool:
        targets = [(t.question, t.level) for t in self.catalogue[name].raises]
        targets += [(g.question, g.level) for g in self.combinations if name in g.actions]
        for question, level in targets:
            if self.level(question) is not None and self.starts(question) < level:
                return True
        return any(
            self.clears({name}, state.obligation)
            for state in self.situation.obligations
            if self.obligation_state(state.obligation) == "non_remplie"
            and not self.clears((), state.obligation)
        )

    def why_useless(self, name: str) -> str:
        """What is said of an action that is not useful."""
        brings = [(t.question, t.level) for t in self.catalogue[name].raises]
        brings += [(g.question, g.level) for g in self.combinations if name in g.actions]
        asked = {question for question, _ in brings}
        counting = [q for q in asked if self.states.get(q) is not None]
        if any(q in self.unknown() for q in counting):
            return "a_confirmer"
        if any(self.level(q) is None for q in counting):
            return "sans_reponse"
        if any(q in counting and (self.level(q) or 0) < level for q, level in brings):
            return "niveau_deja_fait"
        if asked:
            return "niveau_deja_atteint" if counting else "sans_objet"
        return "non_utile"

    def targets(self, actions: Collection[str]) -> dict[str, int]:
        """The level that actions bring each question to, with those marked done."""
        actions = self.marked.union(actions)
        found: dict[str, int] = {}
        for name in actions:
            for target in self.catalogue[name].raises:
                found[target.question] = max(found.get(target.question, 0), target.level)
        for group in self.combinations:
            members = [m for m in group.actions if m not in actions]
            if len(members) < len(group.actions) and all(self.done(m) for m in members):
                found[group.question] = max(found.get(group.question, 0), group.level)
        return found

    def after(self, actions: Collection[str]) -> dict[str, State]:
        """The states once actions are done: answers ⊕ actions."""
        found = dict(self.states)
        for question, level in self.targets(actions).items():
            state = found.get(question)
            if state is not None and level > state[0]:
                found[question] = (level, max(level, state[1]), state[2])
        return found

    # --- R7

    def obligation_state(self, duty: Obligation) -> str:
        concerned = self.possible(sentence(duty.condition)) if duty.condition else {True}
        if concerned == {False}:
            return "sans_objet"
        if duty.proof is None:
            return "rappel"
        state = self.states[duty.proof.question]
        if state is None:
            (asked,) = (item for item in self.items if item.name == duty.proof.question)
            applies = self.possible(asked.condition) != {False}
            return "a_verifier" if applies else "sans_objet"
        if not state[2] or concerned != {True}:
            return "a_verifier"
        if state[0] >= duty.proof.level:
            return "remplie"
        return "non_remplie" if duty.nature in ("devoir", "devoir_si") else "rappel"

    def clears(self, actions: Collection[str], duty: Obligation) -> bool:
        if duty.cleared_by:
            return any(name in duty.cleared_by for name in self.marked.union(actions))
        proof = duty.proof
        return proof is not None and self.targets(actions).get(proof.question, 0) >= proof.level

    # --- R3, R8

    def available(self, what: str, period: int) -> float:
        capacity = self.situation.capacity
        if what == "days":
            return capacity.days_per_month * self.left[period]
        return capacity.euros_per_year * MONTHS[period] / 12

    def used(self, placed: Mapping[str, int], what: str, period: int) -> float:
        """The days or euros of a period, upper estimates, with what goes on from before."""
        amount = 0.0
        years = MONTHS[period] / 12
        for name, where in [*placed.items(), *((name, -1) for name in self.marked)]:
            action = self.catalogue[name]
            if what == "euros" and where < period:
                amount += action.yearly_cost.high * years
            if what == "euros" and where == period:
                amount += action.initial_cost.high
            if what == "days" and where == period:
                amount += action.effort.high
            if what == "days" and where < period and action.recurrent:
                left = self.left[period] if where < 0 else MONTHS[period]
                amount += action.effort.low * left / 12
        for own in self.situation.own_actions:
            if own.horizon == ORDER[period]:
                amount += own.cost.high if what == "euros" else own.effort.high
        if what == "days" and period == self.now():
            letters = [
                name
                for name, decision in self.decisions.items()
                if decision.state == "retenue"
                and self.fitness(self.catalogue[name]) == "a_laisser_a_l_epci"
            ]
            amount += HALF_HOUR * (len(self.to_ask()) + len(letters))
        return amount

    def now(self) -> int:
        """The first horizon that is not over, 3 when all are."""
        return next((number for number, months in enumerate(self.left) if months), 3)

    def earliest(self, name: str) -> int:
        decision = self.decisions.get(name)
        if decision is None or decision.state != "reportee":
            return 0
        return ORDER.index(decision.horizon) if decision.horizon else 1

    def placings(self, chain: Sequence[str], placed: Mapping[str, int]) -> Iterator[dict[str, int]]:
        """Every way to place actions, none before what it needs or before its time."""
        for horizons in itertools.product(range(3), repeat=len(chain)):
            places = {**placed, **dict(zip(chain, horizons, strict=True))}
            if all(
                places[link] >= self.earliest(link)
                and all(places.get(need, 0) <= places[link] for need in self.open_needs(link))
                for link in chain
            ):
                yield {link: places[link] for link in chain}
