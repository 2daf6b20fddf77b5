# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Communes that could exist, drawn by a seed: their size, their facts, their answers.

The odds are ours: no survey gives them. They are made so that a plan is read on likely ground:
levels that hang together in a commune and in a theme, and grow slowly with its size.
"""

import random
from math import log

from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import Capacity
from autodiag.roadmap.capacity import default_capacity
from tests.support.builders import Short, assess, town
from tests.support.shipped import shipped_questionnaire

SMALLEST, LARGEST = 150, 9_000
MEAN_OF_SMALLEST, MEAN_OF_LARGEST = 0.8, 2.1
"""The level that a question of middling difficulty has on average."""
SPREAD_OF_COMMUNES, SPREAD_OF_THEMES, SPREAD_OF_QUESTIONS = 0.4, 0.35, 0.8
EASIER = {"adm-1": 0.8, "adm-3": 1.0, "adm-7": 0.8, "usa-1": 0.7, "usa-5": 0.5, "don-3": 0.6}
"""What the law or the habit brought nearly everywhere; then what few have begun."""
HARDER: dict[str, float] = dict.fromkeys(
    ("str-2", "str-6", "str-8", "usa-7", "ter-7", "don-4", "cyb-5", "cyb-6"), 0.6
)
TECHNICAL = ("donnee", "amenagement", "cyber")
"""The themes of which a secretary says «ne sait pas» twice as often."""
SET_ASIDE = ("usa-7", "ter-2", "eco-1", "eco-2", "eco-6", "ame-7", "don-6", "adm-6")
"""What the smallest communes say does not concern them, whatever the questionnaire thinks."""
FACTS = {
    "site": (0.65, 1.0),
    "ecole": (0.35, 1.0),
    "periscolaire": (0.3, 1.0),
    "videoprotection": (0.05, 0.7),
    "ventes": (0.5, 1.0),
    "reseau_enterre": (0.6, 0.8),
    "document_urbanisme": (0.4, 1.0),
    "teleservice": (0.05, 0.8),
    "ia": (0.1, 0.4),
    "marche_40000": (0.3, 1.0),
    "achat_seuil": (0.2, 0.9),
    "maternite": (0.0, 0.05),
    "agents_50": (0.0, 0.7),
    "subvention_23000": (0.0, 0.6),
}
"""How often each fact is true, in the smallest and in the largest."""
ONLY_FROM = {"maternite": 3_000, "agents_50": 2_500, "subvention_23000": 1_000}
"""The inhabitants below which a fact is never true."""
UNKNOWN_FACT, UNANSWERED = 0.04, 0.01


def draw_communes(count: int, seed: int) -> tuple[Snapshot, ...]:
    """Dossiers from the smallest to the largest commune, as many small ones as there are of each
    doubling of size. The same seed gives the same dossiers."""
    dice = random.Random(seed)
    ratio = LARGEST / SMALLEST
    shares = [(rank + dice.random()) / count for rank in range(count)]
    return tuple(_draw(dice, round(SMALLEST * ratio**share)) for share in shares)


def with_days(commune: Snapshot, days_per_month: float) -> Snapshot:
    """The same commune with so many days a month, and the money of contract R8."""
    assumed = default_capacity(commune.authority.population).euros_per_year
    capacity = Capacity(days_per_month, assumed, days_assumed=False)
    return Snapshot(
        commune.authority,
        commune.facts,
        commune.questionnaire,
        commune.assessment,
        {},
        {},
        capacity=capacity,
    )


def _draw(dice: random.Random, population: int) -> Snapshot:
    size = log(population / SMALLEST) / log(LARGEST / SMALLEST)
    facts = _facts(dice, size)
    facts |= {name: False for name, most in ONLY_FROM.items() if population < most}
    answers = _answers(dice, size, facts)
    return Snapshot(town(population), facts, shipped_questionnaire(), assess(answers), {}, {})


def _facts(dice: random.Random, size: float) -> dict[str, bool]:
    """A fact that nobody knows is not there."""
    found = {name: dice.random() < low + size * (high - low) for name, (low, high) in FACTS.items()}
    found["periscolaire"] &= found["ecole"]
    found["teleservice"] &= found["site"]
    return {name: true for name, true in found.items() if dice.random() >= UNKNOWN_FACT}


def _answers(dice: random.Random, size: float, facts: dict[str, bool]) -> dict[str, Short]:
    """A level is that of the commune, moved by its theme, by the question, and by chance."""
    mean = MEAN_OF_SMALLEST + size * (MEAN_OF_LARGEST - MEAN_OF_SMALLEST)
    mean += dice.gauss(0, SPREAD_OF_COMMUNES)
    unknown = dice.choice((0.0, 0.03, 0.08))
    aside = 0.15 * (1 - size)
    answers: dict[str, Short] = {}
    for theme in shipped_questionnaire().themes:
        here = mean + dice.gauss(0, SPREAD_OF_THEMES)
        doubt = unknown * (2 if theme.id in TECHNICAL else 1)
        for asked in theme.questions:
            name = asked.id
            easy = EASIER.get(name, 0.0) - HARDER.get(name, 0.0)
            level = round(here + easy + dice.gauss(0, SPREAD_OF_QUESTIONS))
            answers[name] = max(0, min(4, level))
            if name in SET_ASIDE and dice.random() < aside:
                answers[name] = "so"
            elif (drawn := dice.random()) < doubt + UNANSWERED:
                answers[name] = "nsp" if drawn < doubt else None
    return answers | _bounded(answers, facts)


def _bounded(answers: dict[str, Short], facts: dict[str, bool]) -> dict[str, Short]:
    """What the facts leave: without a site nothing on it is kept up, without sales nothing paid."""
    most: dict[str, int] = {}
    if facts.get("site") is False:
        most |= {"usa-1": 1, "usa-6": 0}
    if facts.get("teleservice") is False:
        most["usa-3"] = 2
    bounded: dict[str, Short] = {}
    for name, level in most.items():
        given = answers[name]
        if isinstance(given, int):
            bounded[name] = min(given, level)
    if facts.get("ventes") is False:
        bounded["usa-4"] = "so"
    return bounded
