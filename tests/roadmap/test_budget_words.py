# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget in sentences, on plans whose sums are known."""

from dataclasses import replace

from autodiag.model.calendar import Aid
from autodiag.model.roadmap import Capacity, Decision, Span
from autodiag.roadmap.budget import Budget, budget
from autodiag.roadmap.budget_words import (
    aid_said,
    beside_plan,
    cell,
    over_means,
    particulars,
    period,
    summary,
)
from autodiag.roadmap.schedule import schedule
from autodiag.text.typography import faults
from tests.support.builders import action
from tests.support.plans import Placed

FIBRE = replace(
    action("fibre", cost=(1000, 6000), yearly=(600, 1200), delay=1), spending="investissement"
)
PLACED = Placed({"fibre": (FIBRE, 0)}, {"fibre": "2027-04"})


def said(*aids: Aid) -> list[str]:
    return [one.replace("\u202f", " ").replace("\u00a0", " ") for one in summary(aided(*aids))]


def aided(*aids: Aid) -> Budget:
    return replace(PLACED, aids=aids).budget


def test_it_says_the_whole_the_dearest_year_and_that_no_aid_is_noted() -> None:
    assert said() == [
        (
            "De janvier 2027 à décembre 2029, cette feuille de route coûterait 2 600 à 9 200 € "
            "avant toute aide."
        ),
        "La plus forte dépense serait en 2027 : 1 400 à 6 800 €.",
        "Aucune aide n’est notée pour l’instant.",
    ]


def test_hoped_for_aid_is_told_from_what_is_granted() -> None:
    assert said(Aid("fibre", 1000, "", "obtenue"))[2:] == [
        "Avec 1 000 € d’aides obtenues, il resterait 1 600 à 8 200 € à votre charge."
    ]
    assert said(Aid("fibre", 1000))[2:] == [
        "Avec toutes les aides notées, soit 1 000 €, il resterait 1 600 à 8 200 € à votre charge.",
        "Aucune de ces aides n’est encore obtenue.",
    ]


def test_aid_beyond_the_cost_says_how_much_of_it_counts_so_that_the_sum_is_right() -> None:
    (told,) = said(Aid("fibre", 7000, "", "obtenue"))[2:]
    assert told.startswith("Avec 7 000 € d’aides obtenues, dont 1 000 à 6 000 € comptés, il reste")
    assert told.endswith("1 600 à 3 200 € à votre charge.")


def test_years_that_are_not_whole_and_aid_that_is_not_counted_are_told() -> None:
    assert particulars(PLACED.budget) == ()
    late = replace(PLACED, start="2027-04", aids=(Aid("ailleurs", 900),)).budget
    assert period(late) == "D’avril 2027 à mars 2030"
    told = " ".join(particulars(late))
    assert "2027 et 2030 ne sont comptées qu’en partie" in told
    assert "concerne une action hors de ce plan" in told
    two = replace(PLACED, aids=(Aid("a", 900), Aid("b", 1))).budget
    assert "2 aides notées" in particulars(two)[0]


def test_aid_beyond_the_expense_is_to_be_checked() -> None:
    assert "Titre de fibre" in particulars(aided(Aid("fibre", 7000)))[0]
    assert "Vérifiez-la" in particulars(aided(Aid("fibre", 7000)))[0]
    assert "Vérifiez-la" not in particulars(aided(Aid("fibre", 6000)))[0]


def test_aid_that_the_lowest_cost_caps_is_told() -> None:
    (told,) = particulars(aided(Aid("fibre", 1500)))
    assert "l’aide dépasse l’estimation basse" in told
    assert "une aide ne compte pas au-delà du coût de son action" in told
    assert particulars(aided(Aid("fibre", 1000))) == ()


def test_nothing_to_pay_is_said_so() -> None:
    (only,) = summary(Placed({}).budget)
    assert "seulement du temps" in only


def test_cells_and_aid_in_short() -> None:
    assert cell(Span(0, 0)) == "–"
    assert cell(Span(0, 300)) == "0 à 300\u00a0€"
    assert aid_said(Aid("x", 1500, "Le département", "demandee")).endswith(
        "€, demandée (Le département)"
    )


def test_the_sentences_are_well_spaced() -> None:
    budget = replace(PLACED, start="2027-04", aids=(Aid("z", 900), Aid("fibre", 9000))).budget
    assert not [fault for one in (*summary(budget), *particulars(budget)) for fault in faults(one)]


def test_what_is_done_goes_on_costing_and_is_told_with_the_years_beyond_and_the_other_total() -> (
    None
):
    done = replace(PLACED, decisions=[Decision("fibre", "faite")])
    plan = replace(PLACED, actions={}).roadmap
    found = budget(done.snapshot, plan, schedule(done.snapshot, plan, done.knowledge.actions),
                   done.knowledge)  # fmt: skip
    (row,) = found.rows
    assert (row.section, row.title) == ("fonctionnement", "Titre de fibre (déjà en place)")
    assert set(row.by_year.values()) == {Span(600, 1200)}
    poor = replace(found, capacity=Capacity(1, 1000, euros_assumed=False), planned=Span(0, 50))
    told = [one.replace("\u202f", " ").replace("\u00a0", " ")
            for one in (over_means(poor), beside_plan(poor))]  # fmt: skip
    assert told[0].startswith(
        "Attention : cette feuille de route pourrait coûter jusqu’à 1 200 € en 2027, 1 200 € en "
    )
    assert "pour un budget indiqué de 1 000 € par an. La feuille de route compte" in told[0]
    assert told[1].startswith("La feuille de route affiche 0 à 50 € : les abonnements")
    assert "pour ce qui est déjà en place" in particulars(poor)[0]
    assert not [
        fault
        for one in (over_means(poor), beside_plan(poor), *particulars(poor))
        for fault in faults(one)
    ]
    same = replace(found, planned=found.total(), capacity=Capacity(1, 1200))
    assert (over_means(same), beside_plan(same)) == ("", "")
