# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Plans of a few simulated communes, and what a mediator asks of any plan."""

from functools import cache

from autodiag.model.roadmap import ROUNDING
from autodiag.roadmap.yearly import looks_back
from tests.simulated.communes import draw_communes, with_days
from tests.simulated.measures import Planned, Row, make_plan, measure
from tests.simulated.reading import nearest, read_plan
from tests.simulated.table import summary, table

COUNT, SEED, SECONDS = 4, 5, 0.5


@cache
def plans() -> tuple[Planned, ...]:
    return tuple(make_plan(with_days(one, 2.0), SECONDS) for one in draw_communes(COUNT, SEED))


def rows() -> list[Row]:
    return [measure(planned) for planned in plans()]


def test_the_same_seed_draws_the_same_communes_another_seed_others() -> None:
    assert draw_communes(COUNT, SEED) == draw_communes(COUNT, SEED)
    assert draw_communes(COUNT, SEED) != draw_communes(COUNT, SEED + 1)


def test_communes_are_of_all_sizes_and_larger_ones_are_further_on() -> None:
    drawn = draw_communes(40, SEED)
    sizes = [one.authority.population or 0 for one in drawn]
    assert sizes == sorted(sizes)
    assert sizes[0] < 250
    assert sizes[-1] > 5_000
    levels = [
        [one.assessment.level(name) or 0 for name in one.questionnaire.questions] for one in drawn
    ]
    means = [sum(given) / len(given) for given in levels]
    assert sum(means[:20]) < sum(means[20:])


def test_R3_a_plan_stays_within_its_days_and_its_euros_repeats_included() -> None:
    for row in rows():
        assert 0 < row.days <= row.days_available + ROUNDING
        assert row.repeated_days < row.days
        assert row.euros <= row.euros_available + ROUNDING


def test_R3_the_socle_that_is_known_is_planned() -> None:
    for row in rows():
        assert row.socle[0] <= row.socle[1] <= row.socle[2]
        assert row.socle[2] + row.socle_unknown >= 3


def test_R3_the_backup_is_in_the_first_period_even_of_the_smallest_purse() -> None:
    """1 500 € a year, half of it in six months: what it costs must hold in them."""
    smallest = plans()[0]
    assert smallest.situation.capacity.euros_per_year == 1_500
    assert (smallest.situation.level("cyb-1") or 0) < 3
    assert "cyber-sauvegarde" in [a.id for a in smallest.roadmap.horizons[0].actions]


def test_a_yearly_look_back_is_never_among_the_first_steps() -> None:
    """«Refaire chaque année l’autodiagnostic» makes no sense on the morrow of the first."""
    catalogue = plans()[0].situation.catalogue.actions
    assert looks_back(catalogue["strat-diagnostic"])
    seen = 0
    for planned in plans():
        first, *later = planned.roadmap.horizons
        assert not [a for a in first.actions if a.id in catalogue and looks_back(catalogue[a.id])]
        for horizon in later:
            looks = [looks_back(catalogue[a.id]) for a in horizon.actions if a.id in catalogue]
            assert looks == sorted(looks)
            seen += sum(looks)
    assert seen


def test_nothing_is_finished_before_it_is_begun() -> None:
    """The sans-papier of the accounts is not completed before it is opened."""
    actions = plans()[0].situation.catalogue.actions
    assert "adm-pes" in actions["adm-cfu"].prerequisites
    assert "usag-site" not in actions["usag-mentions"].prerequisites


def test_the_table_has_a_line_for_each_commune_and_the_reading_every_action() -> None:
    lines = table(rows()).splitlines()
    assert len(lines) == 2 + COUNT
    assert len({line.count("|") for line in lines}) == 1
    assert "médiane" in summary(rows())
    planned = nearest(plans(), 200)
    assert planned is plans()[0]
    whole = read_plan(planned)
    for horizon in planned.roadmap.horizons:
        assert horizon.actions
        assert all(action.title in whole for action in horizon.actions)
