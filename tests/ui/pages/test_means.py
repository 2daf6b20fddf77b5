# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Means and dates, on a real dossier and a real plan (contract R8)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.calendar import AidWindow, Closure
from autodiag.model.roadmap import Capacity, Span
from autodiag.roadmap.yearly import YearlyWork, yearly_work
from tests.support.desks import VILLAGE, written_by
from tests.ui.pages.planned import OpenCopy, at_rest, settle, show_view
from ui import planning
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages import means_dated_card
from ui.pages.means import MeansView
from ui.pages.means_effect import UPDATING
from ui.pages.means_field import SteppedField
from ui.pages.means_start import PAST
from ui.pages.means_words import (
    BUDGET,
    NO_MONTH,
    SUMMER,
    closure_said,
    days_reason,
    euros_reason,
    read_month,
)
from ui.pages.means_yearly import sum_said
from ui.pages.roadmap_notes import CHANGED

NB = "\u00a0"


@pytest.fixture
def bridge(open_copy: OpenCopy, planned_file: Path) -> Bridge:
    return open_copy(planned_file)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, bridge: Bridge) -> MeansView:
    view = show_view(qtbot, MeansView, desk, bridge)
    settle(qtbot, view)
    return view


def write(field: SteppedField, text: str) -> None:
    """As somebody types it, Entrée last."""
    field.begin()
    QTest.keyClicks(field.edit, text)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)


def read(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if not one.isHidden())


def test_R8_a_hypothesis_says_where_it_comes_from_and_is_changed_in_place(
    view: MeansView, qtbot: QtBot
) -> None:
    card = view.capacity
    assert f"Commune de moins de 2\u202f000 habitants{NB}: 2{NB}jours par mois" in read(card)
    assert card.days_back.isHidden()
    card.days.more.click()
    given = view.bridge.snapshot.capacity
    assert given == Capacity(3.0, 2_400.0, days_assumed=False)
    assert "Indiqué par vous." in read(card)
    assert view.effect.said == f"36 mois de travail{NB}: 108{NB}jours."
    write(card.euros, "1 234,5")
    assert view.bridge.snapshot.capacity == Capacity(3.0, 1_234.5, False, False)
    assert card.euros.edit.text() == "1\u202f234,5"
    settle(qtbot, view)
    card.days_back.click()
    assert view.bridge.snapshot.capacity == Capacity(2.0, 1_234.5, True, False)
    card.euros_back.click()
    assert view.bridge.snapshot.capacity is None


def test_R8_what_is_no_figure_is_said_under_its_field_and_changes_nothing(view: MeansView) -> None:
    field = view.capacity.days
    for typed in ("beaucoup", "999999"):
        write(field, typed)
        assert field.fault == "Un nombre de jours par mois, de 0 à 10\u202f000. Par exemple 1,5."
    assert view.bridge.snapshot.capacity is None
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert (field.fault, field.edit.text()) == ("", "2")


@pytest.mark.parametrize(
    ("people", "said", "money"),
    [
        (300, f"Commune de moins de 500 habitants{NB}: 1{NB}jour", f"au moins 1\u202f500{NB}€"),
        (612, f"Commune de moins de 2\u202f000 habitants{NB}: 2{NB}jours", f"2\u202f400{NB}€"),
        (10_000, f"Commune de 10\u202f000 habitants ou plus{NB}: 10{NB}jours", "arrondis"),
        (None, f"Nombre d’habitants inconnu{NB}: 1{NB}jour", f"1\u202f500{NB}€ par an"),
    ],
)
def test_R8_the_hypothesis_of_each_size(people: int | None, said: str, money: str) -> None:
    authority = replace(VILLAGE, population=people)
    assert days_reason(authority).startswith(said)
    assert money in euros_reason(authority)


def test_the_first_month_is_typed_stepped_and_proposed_again(view: MeansView, desk: Desk) -> None:
    card = view.start
    assert "Décembre" in read(card)
    assert "le mois qui suit le diagnostic" in read(card)
    write(card.field, "01/2027")
    assert view.bridge.snapshot.calendar.start == "2027-01"
    assert f"jusqu’en décembre{NB}2029" in read(card)
    assert PAST not in read(card)
    write(card.field, "01/2025")
    assert PAST in read(card)
    write(card.field, "01/2027")
    card.field.more.click()
    assert view.bridge.snapshot.calendar.start == "2027-02"
    write(card.field, "13/2027")
    assert card.field.fault == NO_MONTH
    assert view.bridge.snapshot.calendar.start == "2027-02"
    card.back.click()
    assert written_by(desk, view.bridge).calendar.start == ""
    assert card.field.fault == ""


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("07/2027", "2027-07"),
        (" 7 - 2027", "2027-07"),
        ("Août 2027", "2027-08"),
        ("0/2027", None),
        ("2027", None),
        ("07/27", None),
        ("brumaire 2027", None),
        ("", None),
    ],
)
def test_a_month_is_read_as_it_is_typed(text: str, month: str | None) -> None:
    assert read_month(text) == month


@pytest.mark.parametrize(
    ("first", "last", "yearly", "said"),
    [
        ("2027-07", "2027-08", True, "juillet et août, chaque année"),
        ("2027-11", "2027-02", True, "de novembre à février, chaque année"),
        ("2027-12", "2028-01", True, "décembre et janvier, chaque année"),
        ("2027-03", "2027-03", False, f"mars{NB}2027"),
        ("2027-04", "2027-06", False, f"d’avril à juin{NB}2027"),
        ("2027-12", "2028-02", False, f"de décembre{NB}2027 à février{NB}2028"),
    ],
)
def test_a_closure_is_said_in_months(first: str, last: str, yearly: bool, said: str) -> None:
    assert closure_said(Closure("x", "X", first, last, yearly)) == said


def test_a_proposal_says_at_once_what_it_changes_and_is_proposed_once(
    view: MeansView, qtbot: QtBot, desk: Desk
) -> None:
    card = view.closures
    card.proposals[SUMMER].click()
    assert view.effect.said == f"30 mois de travail sur 36{NB}: 60{NB}jours au lieu de 72."
    assert f"Retire 6{NB}mois sur 36." in read(card)
    assert "juillet" in view.effect.strip.accessibleDescription()
    assert card.proposals[SUMMER].isHidden()
    assert not card.proposals[BUDGET].isHidden()
    settle(qtbot, view)
    made = view.planner.roadmap
    assert made is not None
    assert [horizon.days_available for horizon in made.horizons] == [12.0, 20.0, 28.0]
    (kept,) = written_by(desk, view.bridge).calendar.closures
    assert (kept.title, kept.yearly) == ("Été", True)


def test_what_is_added_is_said_aloud(view: MeansView, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(means_dated_card, "announce", lambda _widget, text: heard.append(text))
    view.closures.proposals[SUMMER].click()
    (said,) = heard
    assert said.startswith("Été\u00a0: ")
    assert said.endswith(f"Retire 6{NB}mois sur 36.")


@pytest.mark.logs_warning
def test_after_a_failure_no_view_says_that_a_plan_is_being_made(
    view: MeansView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_inputs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(planning, "make_plan", fails)
    view.closures.proposals[SUMMER].click()
    assert view.effect.plan_said == UPDATING
    at_rest(qtbot, view)
    assert UPDATING not in read(view)
    assert view.remark.text == CHANGED
    assert view.remark.button.text() == "Recalculer"


def test_no_date_of_an_election_is_proposed(view: MeansView) -> None:
    card = view.closures
    card.elections.click()
    assert card.form.title.text() == "Élections"
    assert (card.form.first.edit.text(), card.form.last.edit.text()) == ("", "")
    card.form.keep.click()
    assert card.form.first.fault == card.form.last.fault == NO_MONTH
    card.form.first.edit.setText("06/2027")
    card.form.last.edit.setText("04/2027")
    card.form.keep.click()
    assert card.form.last.fault.startswith("Ce mois vient avant le premier.")
    assert view.bridge.snapshot.calendar.closures == ()
    card.form.last.edit.setText("07/2027")
    card.form.keep.click()
    (kept,) = view.bridge.snapshot.calendar.closures
    assert (kept.first, kept.last, kept.yearly) == ("2027-06", "2027-07", False)
    assert card.form.isHidden()
    assert card.list.rows[kept.id].change.hasFocus()


def test_a_closure_is_changed_taken_away_put_back_and_undone(view: MeansView, qtbot: QtBot) -> None:
    card, bridge = view.closures, view.bridge
    bridge.set_closure(Closure("fermeture-1", "Été", "2027-07", "2027-08", yearly=True))
    card.list.rows["fermeture-1"].change.click()
    write(card.form.last, "09/2027")
    assert closure_said(bridge.snapshot.calendar.closures[0]) == (
        "de juillet à septembre, chaque année"
    )
    card.list.rows["fermeture-1"].remove.click()
    assert bridge.snapshot.calendar.closures == ()
    assert card.gone.button.hasFocus()
    card.gone.button.click()
    assert [one.last for one in bridge.snapshot.calendar.closures] == ["2027-09"]
    assert card.gone.isHidden()
    card.list.rows["fermeture-1"].remove.click()
    bridge.undo()
    qtbot.waitUntil(lambda: "fermeture-1" in card.list.rows)
    assert card.gone.isHidden()


def test_the_dates_of_an_aid_are_typed_with_their_actions(view: MeansView, desk: Desk) -> None:
    card, bridge = view.windows, view.bridge
    card.add.click()
    card.form.keep.click()
    faults = read(card.form)
    assert "Le nom de l’aide, par exemple celui de l’appel à projets." in faults
    assert faults.count("Un jour comme 15/01/2027.") == 2
    assert card.form.title.hasFocus()
    card.form.title.setText("Appel de la région")
    card.form.opens.setText("15/01/2027")
    card.form.closes.setText("2027")
    card.form.keep.click()
    assert card.form.closes.hasFocus()
    card.form.closes.setText("31/03/2027")
    card.form.which.set_open(True)
    key, tick = next(iter(card.form.ticks.items()))
    QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert "1\u00a0action" in card.form.which.button.text()
    card.form.keep.click()
    (kept,) = written_by(desk, bridge).calendar.windows
    assert kept == AidWindow("aide-1", "Appel de la région", "2027-01-15", "2027-03-31", "", (key,))
    assert "Demande du 15/01/2027 au 31/03/2027, pour «" in read(card.list)
    card.list.rows["aide-1"].remove.click()
    assert bridge.snapshot.calendar.windows == ()
    card.gone.button.click()
    assert bridge.snapshot.calendar.windows == (kept,)


def test_what_comes_back_every_year_is_summed_and_leads_to_its_action(
    view: MeansView, qtbot: QtBot
) -> None:
    made = view.planner.roadmap
    assert made is not None
    work = yearly_work(made, view.bridge.knowledge.actions)
    assert view.yearly.said == sum_said(work)
    view.yearly.fold.set_open(True)
    with qtbot.waitSignal(view.went_to) as went:
        view.yearly.opened.emit(work[0].action)
    assert went.args == ["feuille", work[0].action]


def test_a_sum_of_yearly_work_is_said_in_days_and_euros() -> None:
    two = [
        YearlyWork("a", Span(1, 1), Span(0, 0)),
        YearlyWork("b", Span(0.5, 0.5), Span(100, 350)),
    ]
    assert sum_said(two) == f"1,5{NB}jour et 100 à 350{NB}€ par an, une fois ces 2 actions faites."
    assert "Aucune action" in sum_said([])


def test_without_a_plan_means_and_dates_can_be_told(
    qtbot: QtBot, desk: Desk, open_dossier_of: Callable[..., Bridge]
) -> None:
    bridge = open_dossier_of()
    view = show_view(qtbot, MeansView, desk, bridge)
    view.closures.proposals[BUDGET].click()
    assert view.effect.said.startswith("30 mois de travail sur 36")
    assert view.effect.plan_said == "La feuille de route est recalculée…"
    assert view.yearly.isHidden()


def test_months_that_are_all_closed_and_no_day_at_all_are_said(view: MeansView) -> None:
    view.bridge.set_capacity(Capacity(0, 1000, False, False))
    assert "aucun jour par mois" in view.effect.said
    view.bridge.set_closure(Closure("x", "Tout", "2027-01", "2027-12", yearly=True))
    assert view.effect.said.startswith("Aucun mois de travail sur 36")


def test_a_proposal_begins_with_the_first_such_month_of_the_roadmap() -> None:
    made = SUMMER.closure("x", date(2026, 12, 1))
    assert (made.first, made.last) == ("2027-07", "2027-08")
    assert SUMMER.is_in([replace(made, title="Vacances")])
