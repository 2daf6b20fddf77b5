# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""500 random answer files on the shipped questionnaire, scored twice."""

import random
from fractions import Fraction
from functools import partial

from autodiag.model.result import Range, Result
from tests.scoring.second import Second, items_in, may_be, preview_due, states, total
from tests.support.builders import town
from tests.support.shipped import FOLDER, RandomDossier, random_answers, random_facts

FILES = 500


def drawn(seed: int) -> RandomDossier:
    """From full to empty, and one in six with the express questions alone."""
    dice = random.Random(f"second-{seed}")
    authority = town(
        dice.choice((None, 0, 90, 999, 1_000, 3_500, 10_000, 10_001, 38_000)),
        dice.choice(("commune", "commune", "epci", "syndicat", "departement", "region")),
    )
    odds = (dice.random() ** 3, dice.random() ** 3 * dice.choice((0.2, 1)), dice.random() ** 2)
    answers = random_answers(dice, odds if sum(odds) else (0, 0, 0))
    if seed % 6 == 0:
        answers = random_answers(dice, (0.1, 0.1, 0))
        express = {item.name for item in items_in(FOLDER) if item.express}
        answers = {name: short for name, short in answers.items() if name in express}
    if dice.random() < 0.2:  # a whole theme that does not concern them
        start = dice.choice(("str-", "usa-", "ter-", "adm-", "edu-"))
        answers = {n: "so" if n.startswith(start) else short for n, short in answers.items()}
    return RandomDossier(authority, random_facts(dice), answers)


def pair(range_: Range | None) -> tuple[Fraction, Fraction] | None:
    return (range_.low, range_.high) if range_ else None


def as_second(result: Result) -> Second:
    return Second(
        {theme.theme: pair(theme.range) for theme in result.themes},
        {theme.theme for theme in result.themes if theme.documented},
        pair(result.overall),
        result.profile.classable,
        result.profile.low,
        result.profile.high,
    )


def test_S3_S4_S5_S6_S10_P1_P4_500_answer_files_are_scored_alike_by_plain_loops() -> None:
    items = items_in(FOLDER)
    seen: dict[str, int] = {}
    for seed in range(FILES):
        dossier = drawn(seed)
        who = dossier.authority
        possible = partial(may_be, kind=who.kind, population=who.population, facts=dossier.facts)
        found = states(items, dossier.answers, possible)
        expected = total(items, found)
        result = dossier.rated()
        assert as_second(result) == expected, f"dossier {seed}"
        due = preview_due(items, dossier.answers, expected, possible)
        assert (result.preview is not None) == due, f"dossier {seed}"
        if result.preview is not None:
            assert as_second(result.preview) == total(items, found, preview=True), f"dossier {seed}"
        for kind in (expected.low or "pas encore", "aperçu" if due else "sans aperçu"):
            seen[kind] = seen.get(kind, 0) + 1
    # the draw meets every case more than a few times
    kinds = ("retardataire", "pragmatique", "stratege", "pas encore", "aperçu")
    assert min(seen.get(kind, 0) for kind in kinds) >= 5, seen
