# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Three plans side by side, on real dossiers and with real planners (contract R3, R6)."""

import gc
import re
import shutil
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from autodiag.model.assessment import Answered
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Decision, Roadmap
from autodiag.roadmap.shortest import obligations_left
from autodiag.roadmap.side_by_side import NAMES, OURS, placed_of
from autodiag.roadmap.situation import situation_of
from autodiag.roadmap.stored import dump_roadmap
from autodiag.roadmap.variants import VARIANTS, plan_variant, variant_digest
from autodiag.text.numbers import day_range, euro_range
from tests.support.desks import NOON, every, written_by
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.planned import QUICK, OpenCopy, settle
from ui.bridge import Bridge
from ui.desk import Desk
from ui.opening import open_file
from ui.pages import three_plans
from ui.pages.three_plans import OUTDATED, ThreePlansView
from ui.pages.three_plans_column import FirstRow
from ui.paths import Paths
from ui.planning import Planner
from ui.widgets.words_table import WordsTable

OpenBridge = Callable[..., Bridge]
MakeView = Callable[..., ThreePlansView]
AUTHOR = Author("Marie", lambda: NOON, "MAIRIE-2")


@pytest.fixture(scope="module")
def compared_file(planned_file: Path) -> Path:
    """The same, with the two other plans in it."""
    path = planned_file.with_name("comparee.autodiag")
    shutil.copy(planned_file, path)
    opened = open_file(path, Paths(installed(), path.parent, path.parent), AUTHOR)
    session = opened.session
    situation = situation_of(session.snapshot, session.result, opened.knowledge)
    for name in VARIANTS:
        made = plan_variant(situation, name, NOON.date(), 3.0)
        assert made.optimal
        digest = variant_digest(situation, name)
        session.dossier.store_variant(name, StoredPlan(dump_roadmap(made), digest, made.made_on))
    session.close()
    return path


@pytest.fixture
def bridge(open_copy: OpenCopy, compared_file: Path) -> Bridge:
    """With the three plans."""
    return open_copy(compared_file)


@pytest.fixture
def bare(open_copy: OpenCopy, planned_file: Path) -> Bridge:
    """With their own plan only."""
    return open_copy(planned_file)


@pytest.fixture
def make_view(qtbot: QtBot, desk: Desk) -> MakeView:
    """A view shown at a size; its plans are not waited for."""

    def make(bridge: Bridge, width: int = 1366) -> ThreePlansView:
        planner = Planner(desk, bridge, seconds=QUICK)
        view = ThreePlansView(desk, bridge, planner, seconds=QUICK.final)
        qtbot.addWidget(view)
        view.resize(width, 580)
        view.show()
        return view

    return make


@pytest.fixture
def view(make_view: MakeView, bridge: Bridge, qtbot: QtBot) -> ThreePlansView:
    view = make_view(bridge)
    rest(qtbot, view)
    return view


def rest(qtbot: QtBot, view: ThreePlansView) -> None:
    """Until the three plans are today's."""
    settle(qtbot, view)
    done = view.variants
    qtbot.waitUntil(
        lambda: not done.computing and all(done.current(n) or done.failed(n) for n in VARIANTS),
        timeout=15_000,
    )


def variant(view: ThreePlansView, name: str) -> Roadmap:
    made = view.variants.plan(name)
    assert made is not None
    return made


def ours(view: ThreePlansView) -> Roadmap:
    assert view.planner.roadmap is not None
    return view.planner.roadmap


def read(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisibleTo(part))


def rows(view: ThreePlansView, key: str) -> dict[str, str]:
    face = view.columns[key].face
    assert face is not None
    return dict(face.rows)


def test_R6_three_plans_are_shown_with_their_figures(view: ThreePlansView) -> None:
    situation = view.planner.situation()
    for key in NAMES:
        plan = ours(view) if key == OURS else variant(view, key)
        shown, placed = rows(view, key), placed_of(plan)
        days, euros = [h.days for h in plan.horizons], [h.euros for h in plan.horizons]
        assert shown["Temps"] == day_range(sum(d.low for d in days), sum(d.high for d in days))
        assert shown["Argent sur trois ans"] == euro_range(
            sum(e.low for e in euros), sum(e.high for e in euros)
        )
        left = len(obligations_left(situation, placed))
        assert shown["Obligations"].endswith(f"{left} restante{'s' if left > 1 else ''}")
        assert shown["Protections de base en place"].endswith(" sur 3")
        first = next(one for h in plan.horizons for one in h.actions if one.kind == "action")
        assert f"{first.title}" in read(view.columns[key])
    assert rows(view, "sans_depense")["Argent sur trois ans"] == "0\u00a0€"


def test_R6_the_other_plans_are_made_and_kept_in_the_dossier_for_the_report(
    make_view: MakeView, bare: Bridge, qtbot: QtBot, desk: Desk
) -> None:
    view = make_view(bare)
    rest(qtbot, view)
    stored = written_by(desk, bare).variants
    assert set(stored) == set(VARIANTS)
    for name in VARIANTS:
        assert stored[name].inputs_sha256 == variant_digest(view.planner.situation(), name)
        assert name in NAMES


def test_what_is_stored_is_shown_without_being_made_again(
    make_view: MakeView, bridge: Bridge, qtbot: QtBot, desk: Desk
) -> None:
    started: list[object] = []
    desk.work.started.connect(started.append)
    view = make_view(bridge)
    rest(qtbot, view)
    assert all(placed_of(variant(view, name)) for name in VARIANTS)
    assert started == []


@pytest.mark.long
def test_an_older_plan_is_shown_as_such_while_it_is_made_again(
    view: ThreePlansView, qtbot: QtBot
) -> None:
    question = next(q for q in shipped_questionnaire().themes[3].questions)
    view.bridge.answer(question.id, Answered(0))
    assert OUTDATED in read(view.columns["sans_depense"])
    assert view.columns["sans_depense"].adopt.isHidden()
    rest(qtbot, view)
    assert OUTDATED not in read(view.columns["sans_depense"])
    assert not view.columns["sans_depense"].adopt.isHidden()


@pytest.mark.long
def test_a_change_stops_the_search_and_the_latest_wins(
    make_view: MakeView, bare: Bridge, qtbot: QtBot
) -> None:
    view = make_view(bare)
    qtbot.waitUntil(lambda: view.variants.computing and not view.planner.computing)
    action = next(iter(placed_of(ours(view))))
    bare.decide(Decision(action, "refusee"))
    rest(qtbot, view)
    for name in VARIANTS:
        assert action not in placed_of(variant(view, name))
        digest = variant_digest(view.planner.situation(), name)
        assert bare.snapshot.variants[name].inputs_sha256 == digest


def test_nothing_is_stored_after_the_dossier_is_closed(
    make_view: MakeView, bare: Bridge, qtbot: QtBot, desk: Desk
) -> None:
    view = make_view(bare)
    qtbot.waitUntil(lambda: view.variants.computing)
    assert bare.finish()
    bare.close()
    view.hide()
    assert desk.work.drain()
    assert not bare.snapshot.variants


@pytest.mark.long
def test_R6_adopting_a_plan_says_what_changes_then_makes_it_their_own(
    view: ThreePlansView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(three_plans, "announce", lambda _widget, text: heard.append(text))
    bridge, column = view.bridge, view.columns["sans_depense"]
    kept = next(a for a in placed_of(ours(view)) if a not in placed_of(variant(view, column.key)))
    before = Decision(kept, "retenue", who="Marie", horizon="6-18")
    bridge.decide(before)
    decided = dict(bridge.snapshot.decisions)
    rest(qtbot, view)
    wanted = placed_of(variant(view, column.key))
    other = variant(view, "obligations")
    column.adopt.click()
    said = read(column.asking)
    assert f"{len(wanted)}\u00a0actions seront retenues" in said
    assert column.no.accessibleDescription() in said
    assert "Votre choix est remplacé pour «" in said
    assert re.search(r"refusées, dont celles (de \d+\u00a0obligations|d’une obligation)", said)
    assert dict(bridge.snapshot.decisions) == decided
    column.yes.click()
    rest(qtbot, view)
    assert placed_of(ours(view)) == wanted
    assert variant(view, "obligations") is other
    assert placed_of(other) != wanted
    assert bridge.snapshot.decisions[kept].state == "refusee"
    assert bridge.snapshot.decisions[kept].who == "Marie"
    assert view.columns["sans_depense"].face is not None
    assert view.done.text.startswith("«\u202fSans dépense\u202f» est maintenant")
    assert re.search(r"\d+\u00a0actions retenues et \d+\u00a0refusées\.$", view.done.text)
    assert heard == [view.done.text]
    view.done.button.click()
    assert dict(bridge.snapshot.decisions) == decided
    assert view.done.isHidden()


def test_R6_undo_takes_an_adoption_back_at_once(view: ThreePlansView, qtbot: QtBot) -> None:
    column, decided = view.columns["sans_depense"], dict(view.bridge.snapshot.decisions)
    column.adopt.click()
    column.yes.click()
    assert len(view.bridge.snapshot.decisions) > 10
    view.bridge.undo()
    qtbot.waitUntil(lambda: dict(view.bridge.snapshot.decisions) == decided)
    assert view.done.isHidden()


@pytest.mark.long
def test_the_keyboard_stays_on_a_first_action_when_the_plan_is_another(
    view: ThreePlansView, qtbot: QtBot
) -> None:
    column = view.columns[OURS]
    row = column.findChildren(FirstRow)[0]
    row.setFocus()
    assert row.hasFocus()
    first = next(iter(placed_of(ours(view))))
    view.bridge.decide(Decision(first, "refusee"))
    settle(qtbot, view)
    now = column.findChildren(FirstRow)[0]
    assert now is not row
    assert now.hasFocus()


@pytest.mark.long
def test_a_closed_view_is_freed_at_once(bridge: Bridge, desk: Desk) -> None:
    view = ThreePlansView(desk, bridge, Planner(desk, bridge, seconds=QUICK))
    view.show()
    view.table.set_open(True)
    left = [weakref.ref(part) for part in (view, view.columns[OURS], view.variants)]
    gc.collect()
    gc.disable()
    try:
        view.close()
        view.deleteLater()
        del view
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert [ref() for ref in left] == [None] * 3
    finally:
        gc.enable()


def test_leaving_a_plan_as_it_is_changes_nothing(view: ThreePlansView) -> None:
    column, decided = view.columns["sans_depense"], dict(view.bridge.snapshot.decisions)
    column.adopt.setFocus()
    column.adopt.click()
    assert column.no.hasFocus()
    column.no.click()
    assert column.adopt.hasFocus()
    assert column.asking.isHidden()
    assert dict(view.bridge.snapshot.decisions) == decided


def test_the_same_can_be_read_as_a_table(view: ThreePlansView) -> None:
    view.table.set_open(True)
    table = view.table.inside
    assert isinstance(table, WordsTable)
    model = table.model()
    cells = [
        [str(model.index(row, column).data()) for column in range(1 + len(NAMES))]
        for row in range(table.rowCount())
    ]
    lines = {row[0]: row for row in cells}
    for at, key in enumerate(NAMES, 1):
        assert all(lines[name][at] == value for name, value in rows(view, key).items())
        assert "•" in lines["Premières actions"][at]


def test_where_it_is_narrow_one_plan_at_a_time(view: ThreePlansView, qtbot: QtBot) -> None:
    assert view.tabs.isHidden()
    view.resize(900, 580)
    assert [k for k, column in view.columns.items() if not column.isHidden()] == [OURS]
    view.tabs.segment("obligations").click()
    assert [k for k, column in view.columns.items() if not column.isHidden()] == ["obligations"]


@pytest.mark.long
def test_R7_where_there_is_nothing_to_settle_it_is_said(
    make_view: MakeView, open_dossier_of: OpenBridge, qtbot: QtBot
) -> None:
    view = make_view(open_dossier_of(answers=every(shipped_questionnaire(), 4)))
    rest(qtbot, view)
    for key in NAMES:
        assert rows(view, key)["Obligations"] == "aucune à régler"
        assert rows(view, key)["Actions"] == "0"
        assert "Aucune action." in read(view.columns[key])
        assert "Il ne laisse rien d’utile de côté." in read(view.columns[key])
    assert "Il place les mêmes actions que le vôtre" in read(view.columns["obligations"])


@pytest.mark.long
def test_R7_what_is_not_known_is_not_said_to_be_settled(
    make_view: MakeView, open_dossier_of: OpenBridge, qtbot: QtBot
) -> None:
    view = make_view(open_dossier_of(answers=every(shipped_questionnaire(), "nsp")))
    rest(qtbot, view)
    for key in NAMES:
        assert rows(view, key)["Obligations"] == "inconnues, répondez d’abord"
        assert "rien d’utile" not in read(view.columns[key])
    assert "obligations restent à vérifier" in view.retry.text
    with qtbot.waitSignal(view.went_to) as went:
        view.retry.button.click()
    assert went.args == ["questions", None]


def test_without_an_answer_the_questions_come_first(
    make_view: MakeView, open_dossier_of: OpenBridge, qtbot: QtBot, desk: Desk
) -> None:
    view = make_view(open_dossier_of())
    assert "Votre feuille de route viendra de vos réponses" in read(view)
    assert not desk.work.busy
    assert view._nothing.button is not None
    with qtbot.waitSignal(view.went_to) as went:
        view._nothing.button.click()
    assert went.args == ["questions", None]
