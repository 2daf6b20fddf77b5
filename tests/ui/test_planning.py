# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The planner on real dossiers, real threads and the real solver (contract R3)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from autodiag.model.roadmap import Capacity, Decision
from tests.support.desks import SHIPPED, every, open_bridge, write_dossier
from tests.support.shipped import shipped_questionnaire
from ui import planning
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.roadmap_notes import older_said
from ui.planning import Planner, Seconds

OpenBridge = Callable[..., Bridge]
QUICK = Seconds(0.3, 0.6)


@pytest.fixture
def half_answered(open_dossier_of: OpenBridge) -> Bridge:
    """A plan is proven in about a tenth of a second."""
    themes = shipped_questionnaire().themes[:1]
    return open_dossier_of(answers={q.id: 1 for theme in themes for q in theme.questions})


def settled(qtbot: QtBot, planner: Planner) -> None:
    qtbot.waitUntil(lambda: not planner.computing, timeout=15_000)


def runs(desk: Desk) -> list[tuple[str, int]]:
    """What the runner began and ended, in order."""
    told: list[tuple[str, int]] = []
    desk.work.started.connect(lambda key, _label: told.append(("began", key)))
    desk.work.ended.connect(lambda key: told.append(("ended", key)))
    return told


def test_a_first_plan_is_made_and_stored(qtbot: QtBot, desk: Desk, half_answered: Bridge) -> None:
    planner = Planner(desk, half_answered, seconds=QUICK)
    planner.follow()
    assert planner.roadmap is None
    assert planner.computing
    settled(qtbot, planner)
    assert planner.current
    assert planner.stored
    plan = half_answered.stored_plan
    assert plan is not None
    assert plan.made_on == "2026-11-21"
    assert planner.roadmap is not None
    assert plan.inputs_sha256 == planner.roadmap.inputs_sha256


def test_R3_the_stored_plan_is_shown_at_once_while_it_is_current(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    first = Planner(desk, half_answered, seconds=QUICK)
    first.follow()
    settled(qtbot, first)
    told = runs(desk)
    second = Planner(desk, half_answered, seconds=QUICK)
    second.follow()
    assert second.current
    assert not second.computing
    assert not told
    assert second.roadmap is not None
    assert first.roadmap is not None
    assert second.roadmap.horizons == first.roadmap.horizons


def test_a_proven_first_plan_is_not_searched_again(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    told = runs(desk)
    planner = Planner(desk, half_answered, seconds=Seconds(3.0, 3.0))
    planner.follow()
    settled(qtbot, planner)
    assert planner.roadmap is not None
    assert planner.roadmap.optimal
    assert [what for what, _ in told] == ["began", "ended"]


def test_the_final_plan_replaces_the_first_and_is_the_one_stored(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    planner = Planner(desk, half_answered, seconds=Seconds(0.001, 3.0))
    shown: list[tuple[bool, bool]] = []
    planner.changed.connect(
        lambda: shown.append((bool(planner.roadmap and planner.roadmap.optimal), planner.stored))
    )
    planner.follow()
    settled(qtbot, planner)
    assert (False, False) in shown  # the first: shown, not stored
    assert planner.roadmap is not None
    assert planner.roadmap.optimal
    assert planner.stored


def test_cancelled_the_first_plan_is_kept_and_stored(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    answers = every(shipped_questionnaire(), 1)
    planner = Planner(desk, open_dossier_of(answers=answers), seconds=Seconds(0.001, 3.0))
    planner.follow()
    qtbot.waitUntil(lambda: planner.roadmap is not None, timeout=15_000)
    first = planner.roadmap
    assert planner.computing
    planner.cancel()
    settled(qtbot, planner)
    assert planner.roadmap is first
    assert first is not None
    assert not first.optimal
    assert planner.stored


@pytest.mark.long
def test_searching_on_keeps_the_plan_shown_until_a_better_one_comes(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    answers = every(shipped_questionnaire(), 1)
    planner = Planner(desk, open_dossier_of(answers=answers), seconds=Seconds(0.001, 0.05))
    planner.follow()
    settled(qtbot, planner)
    shown = planner.roadmap
    assert shown is not None
    assert not shown.optimal
    planner.again()
    assert planner.computing
    assert planner.current
    assert planner.roadmap is shown
    planner.cancel()
    settled(qtbot, planner)
    assert planner.roadmap is shown
    planner.again()
    settled(qtbot, planner)
    assert planner.roadmap is not shown
    assert planner.stored


def test_what_changes_meanwhile_wins_and_never_two_at_once(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    told = runs(desk)
    planner = Planner(desk, half_answered, seconds=QUICK)
    planner.follow()
    for days in (3.0, 5.0, 7.0):
        half_answered.set_capacity(Capacity(days, 2_000, days_assumed=False))
        assert not planner.current
    settled(qtbot, planner)
    assert planner.roadmap is not None
    assert planner.roadmap.capacity.days_per_month == 7.0
    assert planner.current
    assert planner.stored
    # one thread: what began second ends second
    ended = [key for what, key in told if what == "ended"]
    assert ended == sorted(ended)
    assert len(ended) <= 4


@pytest.mark.long
def test_an_answer_makes_the_plan_again_only_while_somebody_looks(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    planner = Planner(desk, half_answered, seconds=QUICK)
    planner.follow()
    settled(qtbot, planner)
    planner.rest()
    before = planner.roadmap
    half_answered.answer("edu-1", Answered(0))
    qtbot.wait(planning.PAUSE_MS + 100)
    assert planner.roadmap is before
    assert not planner.current
    planner.follow()
    assert planner.roadmap is before  # the old one is shown until the new one comes
    settled(qtbot, planner)
    assert planner.roadmap is not before
    assert planner.current


def test_a_note_of_who_does_what_does_not_make_the_plan_again(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    planner = Planner(desk, half_answered, seconds=QUICK)
    planner.follow()
    settled(qtbot, planner)
    told = runs(desk)
    half_answered.note("str-1", "vu avec le conseil")
    qtbot.wait(planning.PAUSE_MS + 100)
    assert planner.current
    assert not told


def test_nothing_answered_nothing_is_computed(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    told = runs(desk)
    planner = Planner(desk, open_dossier_of(folder=SHIPPED), seconds=QUICK)
    planner.follow()
    assert planner.roadmap is None
    assert not planner.computing
    assert not told


def test_read_only_the_plan_is_shown_and_not_stored(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    second = open_bridge(desk, half_answered.path)
    assert not second.writable
    planner = Planner(desk, second, seconds=QUICK)
    planner.follow()
    settled(qtbot, planner)
    assert planner.current
    assert not planner.stored
    assert second.stored_plan is None
    second.close()


def test_a_stored_plan_that_cannot_be_read_is_made_again(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    first = Planner(desk, half_answered, seconds=QUICK)
    first.follow()
    settled(qtbot, first)
    good = half_answered.stored_plan
    assert good is not None
    half_answered.store_plan(type(good)("{}", good.inputs_sha256, good.made_on))
    planner = Planner(desk, half_answered, seconds=QUICK)
    planner.follow()
    settled(qtbot, planner)
    assert planner.current
    assert half_answered.stored_plan is not None
    assert half_answered.stored_plan.text != "{}"


@pytest.mark.logs_warning
def test_a_failure_is_told_with_what_to_do_and_trying_again_works(
    qtbot: QtBot, desk: Desk, half_answered: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    desk.notices.posted.connect(told.append)

    def fails(*_: object) -> None:
        raise MemoryError

    planner = Planner(desk, half_answered, seconds=QUICK)
    with monkeypatch.context() as patch:
        patch.setattr(planning, "make_plan", fails)
        planner.follow()
        settled(qtbot, planner)
    assert planner.roadmap is None
    assert [notice.kind for notice in told] == ["error"]
    (text, retry) = told[0].actions[0]
    assert text == "Réessayer"
    retry()
    settled(qtbot, planner)
    assert planner.current
    assert planner.stored


def test_R3_the_screen_goes_on_while_the_solver_works(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    """Held by the solver, the interpreter would not tick once before it has ended."""
    answers = every(shipped_questionnaire(), 1)
    planner = Planner(desk, open_dossier_of(answers=answers), seconds=Seconds(0.001, 1.0))
    planner.follow()
    qtbot.waitUntil(lambda: planner.roadmap is not None, timeout=15_000)
    ticks: list[int] = []
    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(lambda: ticks.append(len(ticks)))
    timer.start()
    settled(qtbot, planner)
    timer.stop()
    assert len(ticks) >= 20


def test_a_plan_that_comes_after_the_dossier_is_closed_is_dropped(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    answers = every(shipped_questionnaire(), 1)
    bridge = open_bridge(desk, write_dossier(tmp_path / "m.autodiag", answers))
    planner = Planner(desk, bridge, seconds=QUICK)
    planner.follow()
    bridge.close()
    planner.deleteLater()
    qtbot.waitUntil(lambda: not desk.work.busy, timeout=15_000)
    again = open_bridge(desk, bridge.path)
    assert again.stored_plan is None
    again.close()


def test_D3_an_older_diagnosis_shows_the_plan_it_kept_whatever_was_decided_since(
    qtbot: QtBot, desk: Desk, half_answered: Bridge
) -> None:
    bridge, first = half_answered, Planner(desk, half_answered, seconds=QUICK)
    first.follow()
    settled(qtbot, first)
    first.rest()
    kept, planned = bridge.stored_plan, first.roadmap
    assert kept is not None
    assert planned is not None
    with qtbot.waitSignal(bridge.next_started):
        bridge.start_next(date(2027, 11, 22))
    refused = next(one.id for h in planned.horizons for one in h.actions if one.kind == "action")
    bridge.decide(Decision(refused, "refusee"))
    bridge.choose_assessment(bridge.snapshot.assessments[0].id)
    qtbot.waitUntil(lambda: not bridge.is_latest)
    told = runs(desk)
    older = Planner(desk, bridge, seconds=QUICK)
    older.follow()
    assert not told
    assert older.current
    assert older.stored
    assert older.roadmap is not None
    assert older.roadmap.horizons == planned.horizons
    assert "établie le 21" in older_said(older.roadmap, kept=True)
    for said in (older_said(older.roadmap, kept=True), older_said(older.roadmap, kept=False)):
        assert said.endswith("sont ceux d’aujourd’hui.")
