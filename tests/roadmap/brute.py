# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Small random instances, and every placement of them tried one by one (contract R3, R4)."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from autodiag.model.questionnaire import PROFILES
from autodiag.model.roadmap import HORIZONS, Capacity, Combination, Decision
from autodiag.roadmap.situation import Situation
from tests.roadmap.reading import MONTHS, Reading
from tests.scoring.second import Item, total
from tests.support import builders as make

QUESTIONS = {
    "strategie-1": 2, "strategie-2": 1, "usagers-1": 1, "territoire-1": 1,
    "administration-1": 3, "cyber-1": 2, "cyber-2": 1,
}  # fmt: skip
LEVELS = (0, 0, 1, 1, 1, 2, 3)
DELAYS = (1, 3, 3, 6, 9, 12, 18)
Placement = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Instance:
    """A situation small enough to try everything, and its second reading."""

    situation: Situation
    reading: Reading

    @cached_property
    def valued(self) -> dict[frozenset[str], tuple[Fraction, int, int, int]]:
        return {}

    def worth(self, done: frozenset[str]) -> tuple[Fraction, int, int, int]:
        """Of a set of actions: the prudent global score, the socle reached, obligations cleared,
        and the socle again, its first questions weighing more."""
        if done not in self.valued:
            reading = self.reading
            after = reading.after(done)
            overall = total(reading.items, after).overall
            scoring = self.situation.questionnaire.scoring
            socle = haste = 0
            foundations = scoring.foundations if scoring else ()
            for rank, (question, level) in enumerate(foundations):
                today, state = reading.level(question), after[question]
                if today is not None and today < level and state and state[0] >= level:
                    socle += 1
                    haste += len(foundations) - rank
            cleared = [
                reading.clears(done, state.obligation)
                for state in self.situation.obligations
                if reading.obligation_state(state.obligation) == "non_remplie"
            ]
            prudent = overall[0] if overall else Fraction(0)
            self.valued[done] = (prudent, socle, sum(cleared), haste)
        return self.valued[done]

    def key(self, placed: dict[str, int]) -> tuple[object, ...]:
        """What a plan is worth, goal after goal: the greater the better."""
        reading = self.reading
        steps = [
            self.worth(frozenset(a for a, h in placed.items() if h <= period))
            for period in range(3)
        ]
        before = self.worth(frozenset())[0]
        gains = [now - then for then, now in itertools.pairwise([before, *(s[0] for s in steps)])]
        wishes = sum(
            decision.state == "retenue"
            and decision.horizon is not None
            and placed.get(name) == HORIZONS.index(decision.horizon)
            for name, decision in reading.decisions.items()
        )
        away = sum(
            abs(placed[name] - HORIZONS.index(decision.horizon))
            for name, decision in reading.decisions.items()
            if decision.state == "retenue" and decision.horizon is not None and name in placed
        )
        over = [
            sum(max(0.0, reading.used(placed, what, p) - reading.available(what, p))
                for p in range(3))
            for what in ("days", "euros")
        ]  # fmt: skip
        effort = sum(reading.used(placed, "days", period) for period in range(3))
        return (
            wishes,
            *(-round(amount, 6) for amount in over),
            -away,
            (steps[2][1], sum(step[3] for step in steps)),
            (steps[2][2], sum(step[2] for step in steps)),
            3 * gains[0] + 2 * gains[1] + gains[2],
            -round(effort, 6),
        )

    def open_to_choice(self) -> list[str]:
        decisions = self.reading.decisions.values()
        closed = {one.action for one in decisions if one.state in ("refusee", "faite")}
        return [name for name in self.reading.catalogue if name not in closed]

    def wanted(self, chosen: frozenset[str], *, free: bool = False) -> bool:
        """Whether a set has what each of its actions needs, what was retained (unless `free`), and
        nothing that serves neither an answer nor another action."""
        reading = self.reading
        retained = {d.action for d in reading.decisions.values() if d.state == "retenue"}
        needed = {need for name in chosen for need in reading.open_needs(name)}
        return (
            (free or retained <= chosen)
            and needed <= chosen
            and all(name in needed | retained or reading.useful(name) for name in chosen)
        )

    def sets(self, *, free: bool = False) -> Iterator[frozenset[str]]:
        names = self.open_to_choice()
        for size in range(len(names) + 1):
            for chosen in map(frozenset, itertools.combinations(names, size)):
                if self.wanted(chosen, free=free):
                    yield chosen

    def plans(self) -> Iterator[dict[str, int]]:
        """Every plan that the constraints allow."""
        reading = self.reading
        retained = any(d.state == "retenue" for d in reading.decisions.values())
        for chosen in self.sets():
            for placed in reading.placings(sorted(chosen), {}):
                fits = retained or all(
                    reading.used(placed, what, p) <= reading.available(what, p) + 1e-9
                    for what in ("days", "euros")
                    for p in range(3)
                )
                if fits and all(
                    self.done_in(placed, name) <= MONTHS[placed[name]] for name in placed
                ):
                    yield placed

    def done_in(self, placed: dict[str, int], name: str) -> int:
        waits = [
            self.done_in(placed, need)
            for need in self.reading.open_needs(name)
            if placed[need] == placed[name]
        ]
        return max(waits, default=0) + self.reading.catalogue[name].delay_months

    def shortest(self, target: str) -> tuple[float, float] | None:
        """The least days, then euros, that reach a profile at the low bound; what was retained
        is not forced into it."""
        found: list[tuple[float, float]] = []
        for chosen in self.sets(free=True):
            low = total(self.reading.items, self.reading.after(chosen)).low
            if low is not None and PROFILES.index(low) >= PROFILES.index(target):  # type: ignore[arg-type]
                actions = [self.reading.catalogue[name] for name in chosen]
                days = sum(action.effort.high for action in actions)
                euros = sum(a.initial_cost.high + 3 * a.yearly_cost.high for a in actions)
                found.append((days, euros))
        return min(found, default=None)


def instance(
    seed: int,
    *,
    retained: bool = False,
    done: bool = False,
    actions: int = 7,
    levels: tuple[int, ...] = LEVELS,
) -> Instance:
    """A random instance, tight enough for goals to compete. `done`: one of its actions is marked
    so, and its answer is behind."""
    dice = random.Random(f"brute-{seed}")
    names, asked = [f"a{n}" for n in range(actions)], list(QUESTIONS)
    answers: dict[str, make.Short] = {
        name: "nsp" if dice.random() < 0.03 else dice.choice(levels) for name in QUESTIONS
    }
    catalogue = [
        make.action(
            name,
            {dice.choice(asked): dice.randint(1, 4) for _ in range(dice.choice((1, 1, 2)))},
            effort=(low := dice.choice((0.5, 1, 2)), low + dice.choice((0, 0.5, 1, 3))),
            cost=(0, dice.choice((0, 0, 200, 500, 900))),
            yearly=(0, dice.choice((0, 0, 100, 350))),
            delay=dice.choice(DELAYS),
            needs=[other for other in names[:n] if dice.random() < 0.2],
            recurrent=dice.random() < 0.35,
        )
        for n, name in enumerate(names)
    ]
    decisions = [Decision(dice.choice(names), "reportee", horizon=dice.choice((None, *HORIZONS)))]
    if retained:
        decisions += [Decision(dice.choice(names), "retenue", horizon=dice.choice((None, "0-6")))]
    elif dice.random() < 0.4:
        decisions += [Decision(dice.choice(names), "refusee")]
    if done:
        decisions += [Decision(names[0], "faite")]
    situation = make.situate(
        make.questionnaire(
            *(make.question(name, weight) for name, weight in QUESTIONS.items()),
            foundations=(("cyber-1", 3), ("cyber-2", 2)),
        ),
        answers,
        catalogue,
        combinations=[
            Combination(dice.choice(asked), dice.randint(3, 4), tuple(members), "")
            for members in (dice.sample(names, 2), dice.sample(names, 3))
        ],
        obligations=[
            make.obligation("o1", ("cyber-1", 2)),
            make.obligation("o2", ("usagers-1", dice.randint(2, 4))),
            make.obligation("o3", ("strategie-2", 3), cleared_by=(dice.choice(names),)),
        ],
        decisions=decisions,
        capacity=Capacity(dice.choice((0.4, 0.8, 1.5)), dice.choice((400, 900, 2_000))),
    )
    items = [Item(name, name.split("-")[0], weight) for name, weight in QUESTIONS.items()]
    return Instance(situation, Reading(situation, items, answers, lambda condition: {True}))
