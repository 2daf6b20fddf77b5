# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shipped questionnaire and knowledge, and random dossiers filled with them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from autodiag.catalogue.load import load_knowledge, load_questionnaire
from autodiag.model.authority import LocalAuthority
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Result
from autodiag.model.roadmap import HORIZONS, Capacity, Decision, OwnAction, Span
from autodiag.roadmap.capacity import default_capacity
from autodiag.roadmap.obligations import read_obligations
from autodiag.roadmap.situation import Situation
from autodiag.scoring.score import score
from tests.sources import ROOT
from tests.support.builders import Short, assess, town

FOLDER = ROOT / "questionnaires" / "maturite-numerique"
KNOWLEDGE = ROOT / "resources" / "knowledge"
SIZES = (90, 270, 612, 1_500, 2_800, 4_200, 12_000, 38_000)
MATURITIES = ((5, 4, 3, 2, 1), (3, 3, 3, 2, 1), (1, 2, 3, 3, 2), (2, 2, 2, 2, 2), (0, 1, 2, 4, 6))


@cache
def shipped_questionnaire() -> Questionnaire:
    return load_questionnaire(FOLDER)


@cache
def shipped_knowledge() -> Knowledge:
    return load_knowledge(FOLDER, KNOWLEDGE)


@dataclass(frozen=True, slots=True)
class RandomDossier:
    """What somebody typed: answers in short, facts (absent: unknown), decisions."""

    authority: LocalAuthority
    facts: dict[str, bool]
    answers: dict[str, Short]
    decisions: dict[str, Decision] = field(default_factory=dict[str, Decision])
    own_actions: tuple[OwnAction, ...] = ()
    capacity: Capacity | None = None

    def rated(self) -> Result:
        given = assess(self.answers)
        return score(shipped_questionnaire(), given, self.authority, self.facts)

    def situation(self) -> Situation:
        result, knowledge = self.rated(), shipped_knowledge()
        return Situation(
            self.authority,
            self.facts,
            shipped_questionnaire(),
            result,
            knowledge.actions,
            read_obligations(knowledge.obligations.values(), result, self.authority, self.facts),
            self.decisions,
            self.own_actions,
            self.capacity or default_capacity(self.authority.population),
        )


def random_answers(dice: random.Random, odds: tuple[float, float, float]) -> dict[str, Short]:
    """Answers to every question; `odds`: of «ne sait pas», of «sans objet», of nothing."""
    maturity = dice.choice(MATURITIES)
    answers: dict[str, Short] = {}
    for name in shipped_questionnaire().questions:
        drawn = dice.choices(("nsp", "so", None, "niveau"), (*odds, max(0.0, 1 - sum(odds))))[0]
        answers[name] = dice.choices(range(5), maturity)[0] if drawn == "niveau" else drawn
    return answers


def random_facts(dice: random.Random) -> dict[str, bool]:
    return {name: dice.random() < 0.6 for name in shipped_knowledge().facts if dice.random() < 0.8}


def random_dossier(
    seed: int, sizes: Sequence[int | None] = SIZES, *, decided: bool = False
) -> RandomDossier:
    """A dossier that is always the same for a seed; with `decided`, the user has intervened."""
    dice = random.Random(seed)
    authority = town(dice.choice(sizes), "epci" if dice.random() < 0.1 else "commune")
    odds = dice.choice(((0.1, 0.03, 0.05), (0.0, 0.0, 0.0), (0.3, 0.05, 0.1), (0.05, 0.2, 0.0)))
    dossier = RandomDossier(authority, random_facts(dice), random_answers(dice, odds))
    return _with_decisions(dossier, dice) if decided else dossier


def _with_decisions(dossier: RandomDossier, dice: random.Random) -> RandomDossier:
    share = dice.choice((0.0, 0.05, 0.2))
    decisions: dict[str, Decision] = {}
    for name in shipped_knowledge().actions.actions:
        if dice.random() < share:
            state = dice.choice(("retenue", "reportee", "refusee", "faite"))
            horizon = dice.choice((None, None, *HORIZONS)) if state[:2] == "re" else None
            decisions[name] = Decision(name, state, horizon=None if state == "refusee" else horizon)
    own = tuple(
        OwnAction(f"a-nous-{n}", "À nous", Span(1, dice.randint(1, 9)), Span(0, 500), horizon)
        for n, horizon in enumerate(dice.sample(HORIZONS, dice.choice((0, 0, 1, 2))))
    )
    return RandomDossier(dossier.authority, dossier.facts, dossier.answers, decisions, own)
