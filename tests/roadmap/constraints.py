# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every constraint of a plan, checked by code written from the contract alone (R1–R7).

`python -m tests.roadmap.constraints 200` checks the plans of 200 random dossiers.
"""

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from autodiag.model.roadmap import Action, PlannedAction, Roadmap
from autodiag.roadmap.calendar import shifted
from autodiag.roadmap.roadmap import plan_roadmap
from tests.roadmap.reading import MONTHS, ORDER, Reading
from tests.scoring.second import Item, items_in, may_be, total
from tests.support.builders import DAY
from tests.support.shipped import FOLDER, RandomDossier, random_dossier

EPSILON = 1e-6


BEGUN = date(2027, 1, 1)


def reading_of(dossier: RandomDossier, items: Sequence[Item], passed: int = 0) -> Reading:
    who = dossier.authority
    possible = partial(may_be, kind=who.kind, population=who.population, facts=dossier.facts)
    situation = replace(dossier.situation(), start=BEGUN)
    return Reading(situation, items, dossier.answers, possible, passed)


class Checks:
    """One plan beside what its dossier says. `faults` lists what is wrong."""

    def __init__(self, reading: Reading, plan: Roadmap) -> None:
        self.reading, self.plan = reading, plan
        self.catalogue = reading.catalogue
        self.placed: dict[str, int] = {}
        self.shown: dict[str, PlannedAction] = {}
        for number, horizon in enumerate(plan.horizons):
            for each in horizon.actions:
                if each.kind == "action":
                    self.placed[each.id], self.shown[each.id] = number, each
        self.left = {each.action: each.code for each in plan.left_out}
        self.retained = {
            name
            for name, decision in reading.decisions.items()
            if decision.state == "retenue" and name in self.placed
        }
        self.faults: list[str] = []

    def run(self) -> list[str]:
        for check in (
            self.each_action_once,
            self.decisions,
            self.prerequisites,
            self.delays,
            self.capacity,
            self.usefulness,
            self.enquiries,
            self.obligations,
            self.projection,
            self.left_out,
            self.order,
            self.over,
        ):
            self.faults += [f"{check.__name__}: {fault}" for fault in check()]
        return self.faults

    def forced(self) -> set[str]:
        """What was retained and, at any depth, what that needs."""
        found = list(self.retained)
        for name in found:
            found += [n for n in self.reading.open_needs(name) if n in self.placed]
        return set(found)

    def each_action_once(self) -> Iterator[str]:
        asked = {a.id for h in self.plan.horizons for a in h.actions if a.kind == "request"}
        times = Counter(a.id for h in self.plan.horizons for a in h.actions)
        yield from (f"{name} twice" for name, number in times.items() if number > 1)
        for name in self.catalogue:
            if (name in self.placed) + (name in self.left) + (name in asked) != 1:
                yield f"{name}: neither placed nor explained, or both"

    def decisions(self) -> Iterator[str]:
        for name, action in self.catalogue.items():
            decision = self.reading.decisions.get(name)
            state = decision.state if decision else ""
            where = self.placed.get(name)
            to_epci = self.reading.fitness(action) == "a_laisser_a_l_epci"
            if state in ("refusee", "faite") and where is not None:
                yield f"{name} is placed though {state}"
            if state == "retenue" and not to_epci and where is None:
                yield f"{name} is retained and not placed"
            if to_epci and where is not None:
                yield f"{name} is the EPCI's"
            waits = state != "retenue" and self.reading.fitness(action) == "selon_contexte"
            if waits and where is not None:
                yield f"{name} waits for the user"
            if decision and where is not None:
                wished = ORDER.index(decision.horizon) if decision.horizon else None
                missed = state == "retenue" and wished not in (None, where)
                if missed != self.shown[name].wish_missed:
                    yield f"{name}: the wish is said to be missed, or kept, and is not"
                if missed and self.plan.wishes_kept:
                    yield f"{name} is not where it was pinned"
                if state == "reportee" and where < (1 if wished is None else wished):
                    yield f"{name} comes before it was postponed to"

    def prerequisites(self) -> Iterator[str]:
        for name, where in self.placed.items():
            for need in self.reading.open_needs(name):
                if need in self.placed:
                    if self.placed[need] > where:
                        yield f"{name} before {need}"
                elif name not in self.retained:
                    yield f"{name} without {need}"
            lacking = [n for n in self.reading.open_needs(name) if n not in self.placed]
            if lacking != list(self.shown[name].missing):
                yield f"{name} is said to lack {self.shown[name].missing}, it lacks {lacking}"

    def delays(self) -> Iterator[str]:
        if not self.plan.wishes_kept:
            return
        for name, where in self.placed.items():
            months = MONTHS if name in self.forced() else self.reading.left
            if self.waiting(name, where) > months[where]:
                yield f"{name} and what it waits for take longer than {ORDER[where]}"

    def waiting(self, name: str, horizon: int) -> int:
        """The months of an action after those, on the same horizon, that it waits for."""
        waits = [
            self.waiting(need, horizon)
            for need in self.reading.open_needs(name)
            if self.placed.get(need) == horizon
        ]
        return max(waits, default=0) + self.catalogue[name].delay_months

    def capacity(self) -> Iterator[str]:
        for number, horizon in enumerate(self.plan.horizons):
            for what, shown, available in (
                ("days", horizon.days.high, horizon.days_available),
                ("euros", horizon.euros.high, horizon.euros_available),
            ):
                if abs(available - self.reading.available(what, number)) > EPSILON:
                    yield f"{what} available in {horizon.id}: {available}"
                used = self.reading.used(self.placed, what, number)
                if abs(used - shown) > EPSILON:
                    yield f"{what} of {horizon.id}: {shown} shown, {used} counted"
                if used > available + EPSILON and not horizon.over:
                    chosen = {a: h for a, h in self.placed.items() if a in self.forced()}
                    if self.reading.used(chosen, what, number) < used - EPSILON:
                        yield f"{what} of {horizon.id} exceeded by what nobody retained"

    def usefulness(self) -> Iterator[str]:
        needed = {need for name in self.placed for need in self.reading.open_needs(name)}
        for name in self.placed:
            if name not in self.retained | needed and not self.reading.useful(name):
                yield f"{name} is of no use"
        answered = any(isinstance(level, int) for level in self.reading.answers.values())
        if not answered and set(self.placed) - self.forced():
            yield "actions though nothing is answered"

    def enquiries(self) -> Iterator[str]:
        asked = [
            (a.question, a.effort.high, number)
            for number, horizon in enumerate(self.plan.horizons)
            for a in horizon.actions
            if a.kind == "enquiry"
        ]
        now = self.reading.now()
        expected = [(name, 1 / 14, now) for name in self.reading.to_ask() if now < len(ORDER)]
        if sorted(asked) != sorted(expected):
            yield "the enquiries are not the «ne sait pas»"

    def obligations(self) -> Iterator[str]:
        for state in self.plan.obligations:
            expected = self.reading.obligation_state(state.obligation)
            if state.state != expected:
                yield f"{state.obligation.id} is {expected}, not {state.state}"
        unmet = {s.obligation.id: s.obligation for s in self.plan.obligations
                 if s.state == "non_remplie"
                 and not self.reading.clears((), s.obligation)}  # fmt: skip
        for horizon in self.plan.horizons:
            for each in horizon.actions:
                for name in each.obligations:
                    if name not in unmet or not self.reading.clears({each.id}, unmet[name]):
                        yield f"{each.id} does not clear {name}"

    def projection(self) -> Iterator[str]:
        expected = total(self.reading.items, self.reading.after(self.placed))
        shown = self.plan.projection
        if (shown.profile.low, shown.profile.high) != (expected.low, expected.high):
            yield f"profile {shown.profile.low}, counted {expected.low}"
        pair = (shown.overall.low, shown.overall.high) if shown.overall else None
        if pair != expected.overall:
            yield f"overall {pair}, counted {expected.overall}"
        if {n: (r.low, r.high) for n, r in shown.themes.items()} != {
            name: score for name, score in expected.themes.items() if score
        }:
            yield "themes"

    def left_out(self) -> Iterator[str]:
        for name, code in self.left.items():
            if not self.true_code(self.catalogue[name], code):
                yield f"{name}: {code}, {self.lacking([name])} counted after {self.chain(name)}"

    def true_code(self, action: Action, code: str) -> bool:
        reading, decision = self.reading, self.reading.decisions.get(action.id)
        match code:
            case "faite" | "refusee":
                return decision is not None and decision.state == code
            case "sans_objet":
                if reading.concerns(action) == {False}:
                    return True
                return not reading.useful(action.id) and reading.why_useless(action.id) == code
            case "epci":
                return reading.fitness(action) == "a_laisser_a_l_epci"
            case "selon_contexte":
                return reading.fitness(action) == code
            case (
                "non_utile"
                | "niveau_deja_atteint"
                | "niveau_deja_fait"
                | "sans_reponse"
                | "a_confirmer"
            ):
                return not reading.useful(action.id) and reading.why_useless(action.id) == code
            case _:
                return self.planning_code(action, code)

    def planning_code(self, action: Action, code: str) -> bool:
        """The codes of an action that the plan could have chosen."""
        match code:
            case "prerequis":
                return any(need not in self.placed for need in self.chain(action.id)[:-1])
            case "niveau_atteint":
                return not self.adds(self.chain(action.id)) and not self.partners(action.id)
            case "combinaison":
                groups = self.partners(action.id)
                choosable = [g for g in groups if all(map(self.choosable, g))]
                return bool(groups) and not choosable and not self.adds(self.chain(action.id))
            case _:
                if self.adds(self.chain(action.id)):
                    return self.lacking([action.id]) == code
                groups = [g for g in self.partners(action.id) if all(map(self.choosable, g))]
                return bool(groups) and self.lacking(groups[0]) == code

    def partners(self, name: str) -> list[list[str]]:
        """What is missing of each combination that would raise an answer with this action."""
        now = self.reading.after(self.placed)
        found: list[list[str]] = []
        for group in self.reading.combinations:
            state = now.get(group.question)
            answered = self.reading.level(group.question) is not None
            if name in group.actions and answered and state and state[0] < group.level:
                out = [m for m in group.actions if m not in self.placed]
                found.append([m for m in out if not self.reading.done(m)])
        return found

    def choosable(self, name: str) -> bool:
        """Whether nothing but the plan keeps an action, and what it needs, out of it."""
        reading, decision = self.reading, self.reading.decisions.get(name)
        if name in self.placed:
            return True
        waits = reading.fitness(self.catalogue[name]) in ("selon_contexte", "a_laisser_a_l_epci")
        refused = decision is not None and decision.state == "refusee"
        return not waits and not refused and all(map(self.choosable, reading.open_needs(name)))

    def chain(self, name: str) -> list[str]:
        """What would have to be added to the plan, the action last."""
        before = [
            link
            for need in self.reading.open_needs(name)
            if need not in self.placed
            for link in self.chain(need)
        ]
        return [*dict.fromkeys(before), name]

    def adds(self, chain: Collection[str]) -> bool:
        """Whether they would raise a level that the plan leaves, or clear an obligation."""
        reading = self.reading
        if reading.after([*self.placed, *chain]) != reading.after(self.placed):
            return True
        return any(
            not reading.clears(self.placed, state.obligation)
            and reading.clears([*self.placed, *chain], state.obligation)
            for state in self.plan.obligations
            if state.state == "non_remplie"
        )

    def whole(self, name: str) -> list[str]:
        """An action and all that it waits for, in the plan or out of it, the action last."""
        found: list[str] = []
        for need in self.reading.open_needs(name):
            if need in self.placed or name not in self.placed:
                found += self.whole(need)
        return [*dict.fromkeys(found), name]

    def lacking(self, names: Collection[str]) -> str:
        """What forbids to add actions, tried on every horizon with what they need."""
        whole = list(dict.fromkeys(link for name in names for link in self.whole(name)))
        added = [link for link in whole if link not in self.placed]
        alone = self.tries(whole, {})
        if not alone:
            return "delai"
        for what, code in (("days", "trop_grande"), ("euros", "trop_chere")):
            if not any(self.holds(each, {}, what, bare=True) for each in alone):
                return code
        base = dict(self.placed)
        tries = self.tries(added, base)
        movable = not tries
        if movable:
            base = {name: where for name, where in base.items() if name not in whole}
            tries = self.tries(whole, base)
        tries = [each for each in tries if self.holds(each, base, "days")]
        if not tries:
            return "capacite"
        tries = [each for each in tries if self.holds(each, base, "euros")]
        if not tries:
            return "argent"
        return "calcul" if not self.plan.optimal else "capacite" if movable else "?"

    def tries(self, chain: Sequence[str], base: dict[str, int]) -> list[dict[str, int]]:
        """Every way to place actions in time beside others."""
        return [
            {**base, **places}
            for places in self.reading.placings(chain, base)
            if all(self.fit_in_time({**base, **places}, link) for link in chain)
        ]

    def fit_in_time(self, placed: dict[str, int], name: str) -> bool:
        mine, self.placed = self.placed, placed
        fits = max(1, self.waiting(name, placed[name])) <= self.reading.left[placed[name]]
        self.placed = mine
        return fits

    def holds(
        self, placed: dict[str, int], base: dict[str, int], what: str, *, bare: bool = False
    ) -> bool:
        for number in range(3):
            before = self.reading.used(base, what, number)
            added = self.reading.used(placed, what, number) - before
            used = added if bare else added + before
            if added > EPSILON and used > self.reading.available(what, number) + EPSILON:
                return False
        return True

    def over(self) -> Iterator[str]:
        """Nothing is placed in a period that is over, but what they chose to do then."""
        ended = self.reading.now() == len(ORDER)  # what was retained for no period in particular
        decisions = self.reading.decisions
        pinned = {name for name in self.retained if ended or decisions[name].horizon}
        for name in pinned.copy():
            pinned.update(self.whole(name))
        for number, horizon in enumerate(self.plan.horizons):
            if horizon.over != (not self.reading.left[number]):
                yield f"{horizon.id} is said to be over, or not"
            for each in horizon.actions if horizon.over else ():
                if each.id not in pinned and each.kind != "own":
                    yield f"{each.id} is placed in {horizon.id}, which is over"

    def order(self) -> Iterator[str]:
        for horizon in self.plan.horizons:
            rank = {each.id: number for number, each in enumerate(horizon.actions)}
            for name in rank.keys() & self.catalogue.keys():
                for need in self.reading.open_needs(name):
                    if need in rank and rank[need] > rank[name]:
                        yield f"{name} is shown before {need}"


def check_random(seed: int, *, seconds: float = 3.5, passed: int = 0) -> tuple[Roadmap, list[str]]:
    """The plan of a random dossier, made so many months after it begins, and what is wrong."""
    dossier = random_dossier(seed, decided=seed % 2 == 1)
    reading = reading_of(dossier, items_in(FOLDER), passed)
    plan = plan_roadmap(reading.situation, shifted(BEGUN, passed) if passed else DAY, seconds)
    return plan, Checks(reading, plan).run()


def main() -> int:
    number, wrong = int(sys.argv[1]), 0
    codes: Counter[str] = Counter()
    unproven = over = 0
    for seed in range(number):
        plan, faults = check_random(seed)
        codes.update(each.code for each in plan.left_out)
        unproven += not plan.optimal
        over += any(horizon.over_capacity for horizon in plan.horizons)
        wrong += bool(faults)
        for fault in faults:
            print(f"dossier {seed}: {fault}")
    print(f"{number} plans, {wrong} with faults, {unproven} not proven, {over} over capacity")
    print(", ".join(f"{code} {times}" for code, times in codes.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
