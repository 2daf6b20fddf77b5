# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Et si…»: what follows each tick, on a real dossier and its plan (contract R2, R6)."""

import random
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from autodiag.roadmap.whatif import what_if
from autodiag.scoring.said import Naming
from tests.support.builders import Short
from tests.support.desks import open_bridge, write_dossier
from tests.support.shipped import shipped_questionnaire
from tests.ui.eye import everything
from tests.ui.pages.planned import OpenCopy, at_rest, settle, show_view
from tests.ui.rounds import OFFICE, SMALL, Shown, calm
from tests.ui.test_accessible_walk import nameless, out_of_order
from tests.ui.test_targets import small
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages import what_if as page
from ui.pages.plan import PlanPage
from ui.pages.what_if import WhatIfView
from ui.pages.what_if_costs import SAME
from ui.pages.what_if_row import TrialRow
from ui.pages.what_if_summary import BACK, UNDO


@pytest.fixture
def bridge(open_copy: OpenCopy, dated_file: Path) -> Bridge:
    return open_copy(dated_file)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk, bridge: Bridge) -> WhatIfView:
    return seen(qtbot, desk, bridge)


def seen(qtbot: QtBot, desk: Desk, bridge: Bridge) -> WhatIfView:
    view = show_view(qtbot, WhatIfView, desk, bridge)
    view.activateWindow()
    settle(qtbot, view)
    return view


def rows(view: WhatIfView) -> list[TrialRow]:
    return list(view.choices.rows())


def ticked(view: WhatIfView) -> set[str]:
    return {row.face.key for row in rows(view) if row.isChecked()}


def said_as(view: WhatIfView) -> Naming:
    """How the scores are written there."""
    assert view._words is not None
    return view._words._naming


def written(view: WhatIfView) -> list[str]:
    """Every text of the view that is seen."""
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_R2_the_plan_is_ticked_first_and_each_theme_begins_with_its_actions(
    view: WhatIfView,
) -> None:
    roadmap = view.planner.roadmap
    assert roadmap is not None
    planned = {a.id for horizon in roadmap.horizons for a in horizon.actions if a.kind == "action"}
    assert ticked(view) == planned
    assert len(rows(view)) > len(planned)
    for group in view.choices._groups:
        marks = [row.face.key in planned for row in group.rows]
        assert marks == sorted(marks, reverse=True)
    assert all(bool(row.face.late) == (row.face.key not in planned) for row in rows(view))


def test_R2_what_is_shown_is_the_score_of_the_answers_with_what_is_ticked(
    view: WhatIfView,
) -> None:
    dice, situation, naming = random.Random(5), view.planner.situation(), said_as(view)
    for _ in range(12):
        dice.choice(rows(view)).click()
        levels = situation.levels(ticked(view))
        result = what_if(situation.questionnaire, situation.result, levels)
        assert result.overall is not None
        assert naming.short(result.overall) in written(view)
        assert [face.later for face in view.figures.bars._faces] == [t.range for t in result.themes]
        assert view.figures.radar._later == tuple(t.range for t in result.themes)


def test_a_tick_is_a_trial_that_nothing_writes(view: WhatIfView, qtbot: QtBot) -> None:
    before, file = view.bridge.snapshot, view.bridge.path.read_bytes()
    for row in rows(view)[:10]:
        row.click()
    view.choices.none_button.click()
    assert not ticked(view)
    qtbot.wait(50)
    assert view.bridge.snapshot == before
    assert view.bridge.path.read_bytes() == file
    assert "Cochez, décochez\u00a0: c’est un essai. Rien n’est enregistré." in written(view)


def test_one_comes_back_to_the_plan(view: WhatIfView) -> None:
    plan = ticked(view)
    for row in rows(view)[::3]:
        row.click()
    assert ticked(view) != plan
    view.foot.back.click()
    assert ticked(view) == plan
    assert "Vos coches sont celles de la feuille de route." in written(view)


def test_R6_retaining_decides_what_differs_and_no_more(
    view: WhatIfView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(page, "announce", lambda _widget, text: heard.append(text))
    plan = ticked(view)
    taken = next(row for row in rows(view) if row.face.key in plan)
    added = next(
        row for row in rows(view) if row.face.key not in plan and "temps" not in row.face.late
    )
    before = view.bridge.snapshot.decisions
    assert any(
        re.match(r"Dont .* pour ce qui est déjà en place et pour se", t) for t in written(view)
    )
    assert not view.foot.keep.isEnabled()
    assert view.foot.keep.accessibleDescription() == SAME
    taken.click()
    added.click()
    said = "Si vous retenez ces choix\u00a0: 1\u00a0sera retenue"
    assert any(text.startswith(said) for text in written(view))
    view.foot.keep.click()
    decided = view.bridge.snapshot.decisions
    states = {name: one.state for name, one in decided.items() if name not in before}
    assert decided.items() >= before.items()
    assert states == {taken.face.key: "refusee", added.face.key: "retenue"}
    settle(qtbot, view)
    assert taken.face.key not in ticked(view)
    assert view._difference().decisions == ()
    assert not view.foot.keep.isEnabled()
    assert "C’est fait\u00a0: 1\u00a0action retenue et 1\u00a0refusée." in written(view)
    assert "C’est fait\u00a0: 1\u00a0action retenue et 1\u00a0refusée." in heard
    assert view.foot.back.text() == UNDO
    view.foot.back.click()
    assert view.bridge.snapshot.decisions == before
    assert view.foot.back.text() == BACK
    view.bridge.undo()
    qtbot.waitUntil(lambda: view.bridge.snapshot.decisions == decided)
    view.bridge.undo()
    qtbot.waitUntil(lambda: view.bridge.snapshot.decisions == before)


def test_a_dossier_that_cannot_be_written_is_tried_all_the_same(
    view: WhatIfView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(view.bridge), "writable", property(lambda _: False))
    view.refresh()
    rows(view)[0].click()
    assert rows(view)[0].face.key not in ticked(view)
    assert not view.foot.keep.isEnabled()
    assert any("ouvert en lecture" in text for text in written(view))


def test_by_the_keyboard_one_goes_through_the_rows_and_ticks(view: WhatIfView) -> None:
    first, second = rows(view)[:2]
    view.choices.search.setFocus()
    QTest.keyClick(view.choices.search, Qt.Key.Key_Down)
    assert first.hasFocus()
    before = first.isChecked()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert first.isChecked() != before
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    stops = [row for row in rows(view) if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [second]
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_what_a_tick_changes_is_said_aloud_shortly_after(
    view: WhatIfView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(page, "announce", lambda _widget, text: heard.append(text))
    for row in rows(view)[:3]:
        row.click()
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard), timeout=3_000)
    assert len(heard) == 1
    overall = view._trial.outlook(view.ticked).result.overall if view._trial else None
    assert overall is not None
    assert heard[0].startswith(f"Score estimé\u00a0: {said_as(view).said(overall)}.")
    assert view.figures.bars.accessibleDescription()
    assert view.figures.radar.accessibleDescription()


def test_a_search_hides_rows_and_keeps_their_ticks(view: WhatIfView) -> None:
    plan = ticked(view)
    view.choices.search.setText("ELU agent")
    left = [row for row in rows(view) if row.isVisible()]
    assert 0 < len(left) < len(rows(view))
    assert all("élu" in row.face.title.casefold() for row in left)
    assert ticked(view) == plan
    view.choices.search.setText("zzyx")
    assert not any(row.isVisible() for row in rows(view))
    assert "Aucune action de cette liste ne porte ces mots." in written(view)
    view.choices.search.clear()
    theme = view.choices._groups[-1]
    view.choices.theme_box.setCurrentIndex(view.choices.theme_box.findData(theme.theme_id))
    view.choices._filter()
    assert [row for row in rows(view) if row.isVisible()] == theme.rows


def test_a_bar_says_its_whole_title_and_ranges_under_the_mouse(view: WhatIfView) -> None:
    bars = view.figures.bars
    themes = view.bridge.questionnaire.themes
    told = [bars.told_at((rank + 0.5) * bars.height() / len(themes)) for rank in range(len(themes))]
    assert [text.split("\u00a0:")[0] for text in told] == [theme.title for theme in themes]
    assert bars.told_at(-1) == bars.told_at(10_000) == ""


def test_a_trial_outlives_a_plan_made_anew(view: WhatIfView, qtbot: QtBot) -> None:
    row = next(row for row in rows(view) if not row.isChecked())
    row.click()
    view.bridge.note("cyb-1", "Demander au prestataire")
    settle(qtbot, view)
    assert row.face.key in ticked(view)


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (None, "viendra de vos réponses"),
        (4, "haut niveau"),
        ("nsp", "restent à vérifier"),
    ],
)
def test_without_anything_to_try_it_says_why_and_leads_to_the_questions(
    qtbot: QtBot, desk: Desk, tmp_path: Path, level: Short | None, said: str
) -> None:
    asked = shipped_questionnaire().questions
    answers = {} if level is None else dict.fromkeys(asked, level)
    empty = open_bridge(desk, write_dossier(tmp_path / "vide.autodiag", answers))
    view = show_view(qtbot, WhatIfView, desk, empty)
    at_rest(qtbot, view)
    assert any(said in text for text in written(view))
    assert not any(row.isVisible() for row in rows(view))
    assert view._nothing.button is not None
    assert view._nothing.button.isVisible() == (level != 4)
    empty.close()


@pytest.mark.long
@pytest.mark.parametrize("shown", ["rempli"], indirect=True)
def test_nothing_is_cut_small_nameless_or_out_of_order(shown: Shown) -> None:
    window, desk = shown
    window.go("feuille", "et_si")
    plan = window.findChild(PlanPage)
    assert plan is not None
    view = plan.shown
    assert isinstance(view, WhatIfView)
    found: list[str] = []
    for scale, size in ((1.0, OFFICE), (1.0, SMALL), (1.5, OFFICE), (2.0, SMALL)):
        desk.theme.set_scale(scale)
        window.resize(size)
        for side in ("actions", "effets"):
            view._frame.show_side(side)
            calm(window, desk)
            faults = [*everything(window), *small(window), *nameless(window), *out_of_order(plan)]
            found += [f"{scale:.0%} {size.width()} {side}: {line}" for line in faults]
    view._frame.show_side("actions")
    desk.theme.set_scale(1.0)
    assert found == []
