# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Actions, obligations, decisions, and the plan that places them on three horizons."""

from dataclasses import dataclass, field
from typing import Literal

from autodiag.model.action_wording import ActionWording
from autodiag.model.condition import Condition
from autodiag.model.result import ProfileResult, Range

HorizonId = Literal["0-6", "6-18", "18-36"]
HORIZONS: tuple[HorizonId, ...] = ("0-6", "6-18", "18-36")
HORIZON_MONTHS: dict[HorizonId, int] = {"0-6": 6, "6-18": 12, "18-36": 18}

Fitness = Literal["prioritaire", "adaptee", "selon_contexte", "a_laisser_a_l_epci"]
SIZES = ("moins_1000", "moins_3500", "moins_10000", "plus_10000")
"""The four sizes for which an action's fitness is given."""

Nature = Literal[
    "devoir", "devoir_si", "rappel", "conseil", "echeance", "information", "droit", "projet"
]
BINDING: tuple[Nature, ...] = ("devoir", "devoir_si")
"""The only natures that can be unmet, and that the plan works for."""
ObligationStateId = Literal["remplie", "non_remplie", "a_verifier", "rappel", "sans_objet"]
ProofStatus = Literal["vu", "mixte", "mémoire"]
Spending = Literal["fonctionnement", "investissement", ""]

TIGHT = 0.9  # from this share of what is available, a period is «rempli»
ROUNDING = 1e-6  # what sums of half-hours may differ by


@dataclass(frozen=True, slots=True)
class Span:
    """An estimate between `low` and `high`, both included (days, or euros)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Raise:
    """Done, an action brings the question at least to this level (1–4); it never lowers one."""

    question: str
    level: int


@dataclass(frozen=True, slots=True)
class Action:
    """One action of the catalogue. Effort in days of its own people in the first year; costs in
    euros before aid; `delay_months` from start to done: all expert ranges. `spending`: what the
    first cost is in a budget, "" when it depends. `wordings` by variant, if it has some."""

    id: str
    theme: str
    title: str
    why: str
    steps: tuple[str, ...]
    raises: tuple[Raise, ...]
    effort: Span
    initial_cost: Span
    yearly_cost: Span
    delay_months: int
    lead: str
    partners: tuple[str, ...]
    prerequisites: tuple[str, ...]
    fitness: dict[str, Fitness]
    indicator: str
    recurrent: bool = False
    shareable: bool = False
    applicable: Condition | None = None
    obligations: tuple[str, ...] = ()
    funding: tuple[str, ...] = ()
    syntec: tuple[int, ...] = ()
    spending: Spending = ""
    wordings: dict[str, ActionWording] = field(default_factory=dict[str, ActionWording], repr=False)


@dataclass(frozen=True, slots=True)
class Combination:
    """A level that several actions reach together (contract R2)."""

    question: str
    level: int
    actions: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ActionCatalogue:
    """Every action, in the order of the catalogue, and the combinations."""

    actions: dict[str, Action]
    combinations: tuple[Combination, ...]
    warning: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a text asks or offers. `condition` says whom; `proof` is (question, level) that shows
    it fulfilled; `cleared_by` the actions that clear it; `to_check` what is still open about it."""

    id: str
    title: str
    what: str
    who: str
    reference: str
    date: str
    themes: tuple[str, ...]
    evidence: str
    risk: str
    status: ProofStatus
    checked_on: str
    nature: Nature
    condition: Condition | None = None
    proof: Raise | None = None
    proof_note: str = ""
    cleared_by: tuple[str, ...] = ()
    to_check: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ObligationState:
    """A reading of the answers, not a legal opinion (contract R7). `because`: the French reason.
    `measured`: a question asks about it; if the state is *rappel*, the answer is below and no one
    is bound to do more. False: the questionnaire asks nothing about it."""

    obligation: Obligation
    state: ObligationStateId
    because: str
    measured: bool = True


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided about an action (contract R6). `reason` of a refusal; `day` ISO."""

    action: str
    state: Literal["retenue", "reportee", "refusee", "faite"]
    reason: str = ""
    who: str = ""
    day: str = ""
    note: str = ""
    horizon: HorizonId | None = None


@dataclass(frozen=True, slots=True)
class OwnAction:
    """An action that the user added (contract R6): it takes its place as a retained one does."""

    id: str
    title: str
    effort: Span
    cost: Span
    horizon: HorizonId = "0-6"
    who: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the collectivité can give (contract R8): days a month, all people together; euros a
    year. A figure is `…_assumed` while nobody has given it."""

    days_per_month: float
    euros_per_year: float
    days_assumed: bool = True
    euros_assumed: bool = True

    @property
    def assumed(self) -> bool:
        """Whether both figures are the default ones."""
        return self.days_assumed and self.euros_assumed


@dataclass(frozen=True, slots=True)
class PlannedAction:
    """An action on its horizon: what it costs there, why it is there, what it clears.
    `kind`: "action" of the catalogue, "enquiry" («se renseigner»), "request" (to the EPCI), "own".
    `cost` is that of its own horizon; `later_*` what it goes on asking in the following ones.
    `to_confirm`: «si confirmé», it rests on an unknown answer or fact (contract R1).
    `wish_missed`: it could not be on the horizon that the user chose. `missing`: ids of the
    prerequisites that the plan does not hold though this was retained (contract R3)."""

    id: str
    kind: Literal["action", "enquiry", "request", "own"]
    title: str
    effort: Span
    cost: Span
    reasons: tuple[str, ...] = ()
    obligations: tuple[str, ...] = ()
    to_confirm: bool = False
    retained: bool = False
    theme: str = ""
    question: str = ""
    later_effort: Span = Span(0, 0)
    later_cost: Span = Span(0, 0)
    wish_missed: bool = False
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Horizon:
    """One of the three periods: its actions in order, what is available, what is used; `repeated_…`
    is what earlier actions go on asking here. `over`: it was when the plan was made."""

    id: HorizonId
    actions: tuple[PlannedAction, ...]
    days_available: float
    euros_available: float
    days: Span
    euros: Span
    repeated_days: Span = Span(0, 0)
    repeated_euros: Span = Span(0, 0)
    over: bool = False

    @property
    def over_days(self) -> bool:
        """Whether the upper estimates ask more days than there are."""
        return not self.over and self.days.high > self.days_available + ROUNDING

    @property
    def over_euros(self) -> bool:
        """Whether the upper estimates ask more money than there is."""
        return not self.over and self.euros.high > self.euros_available + ROUNDING

    @property
    def over_capacity(self) -> bool:
        """«trop» (contract R3): by what was retained, added or done, unless `over_by_asking`."""
        return self.over_days or self.over_euros

    @property
    def over_by_asking(self) -> bool:
        """«trop» by the half-hours of asking alone, beside what is in place and holds there."""
        asking = sum(a.effort.high for a in self.actions if a.kind in ("enquiry", "request"))
        most = asking + min(self.repeated_days.high, self.days_available) + ROUNDING
        return self.over_days and not self.over_euros and self.days.high <= most

    @property
    def tight(self) -> bool:
        """«rempli»: within what is available, with less than a tenth of it to spare."""
        return not self.over_capacity and (
            self.days.high > max(0, TIGHT * self.days_available - ROUNDING)
            or self.euros.high > max(0, TIGHT * self.euros_available - ROUNDING)
        )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An action that is not in the plan, and the code and French sentence of why (contract R5)."""

    action: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Projection:
    """Where the plan leads: what-if of contract R2."""

    overall: Range | None
    themes: dict[str, Range]
    profile: ProfileResult


@dataclass(frozen=True, slots=True)
class ShortestPath:
    """The least effort to the next profile, without capacity (contract R4).
    `possible` False: «impossible avec ces actions»; `target` None: already at the top, or no
    profile yet. Months at today's capacity: None for nil, or over a century. Euros: three years."""

    target: str | None
    possible: bool
    proven: bool
    actions: tuple[str, ...] = ()
    days: Span = Span(0, 0)
    euros: Span = Span(0, 0)
    months: int | None = None
    obligations_left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The stored plan; `inputs_sha256` tells when it is outdated. `optimal` False: the best found
    in time; `wishes_kept` False: a horizon chosen by the user (`wish_missed`) or delays could not
    be held. `before`: the day and the score of the last plan made before anything was done."""

    horizons: tuple[Horizon, ...]
    left_out: tuple[LeftOut, ...]
    obligations: tuple[ObligationState, ...]
    projection: Projection
    capacity: Capacity
    shortest: ShortestPath
    optimal: bool
    wishes_kept: bool
    made_on: str
    inputs_sha256: str
    before: tuple[str, Range] | None = None
