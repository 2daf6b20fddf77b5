# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Following a roadmap in its page: late, done with evidence, postponed, aid noted (contract R6)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from autodiag.model.calendar import Aid
from autodiag.model.dossier import evidence_of
from tests.ui.pages.planned import QUICK, OpenCopy, at_rest
from tests.ui.pages.walks import cut, nameless
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages import roadmap_teller
from ui.pages.roadmap import RoadmapPage
from ui.pages.roadmap_days import NO_DAY
from ui.pages.roadmap_followed import FOLLOW
from ui.planning import Planner


@pytest.fixture
def bridge(open_copy: OpenCopy, planned_file: Path) -> Bridge:
    bridge = open_copy(planned_file)
    bridge.set_start("2026-03")  # nine months ago
    return bridge


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, bridge: Bridge) -> RoadmapPage:
    page = RoadmapPage(desk, bridge, Planner(desk, bridge, seconds=QUICK))
    qtbot.addWidget(page)
    page.resize(1366, 636)
    page.show()
    at_rest(qtbot, page)
    return page


def key_of(page: RoadmapPage) -> str:
    return next(c for c in page.board.columns[0].cards if c.face.kind == "action").face.key


def texts(page: RoadmapPage) -> str:
    return "\n".join(one.text() for one in page.board.panel.findChildren(QLabel) if one.isVisible())


def press(page: RoadmapPage, text: str) -> None:
    found = [b for b in page.findChildren(QPushButton) if b.text().startswith(text)]
    next(b for b in found if b.isVisible()).click()


def field(page: RoadmapPage, name: str) -> QLineEdit:
    fields = page.board.panel.findChildren(QLineEdit)
    return next(f for f in fields if f.isVisible() and f.accessibleName().startswith(name))


def test_R6_the_strip_says_what_is_late_and_leads_to_it(page: RoadmapPage) -> None:
    assert "dépassé leur date" in page.follow.text
    page.follow.button.click()
    content = page.board.panel.content
    assert content is not None
    assert content.key == FOLLOW
    assert "Date dépassée" in texts(page)
    assert not cut(page)
    assert not nameless(page)


@pytest.mark.long
def test_R6_done_from_the_list_the_keyboard_stays_in_it(page: RoadmapPage, qtbot: QtBot) -> None:
    page.show_detail(FOLLOW)
    ways = [b for b in page.findChildren(QPushButton) if b.text() == "Noter comme fait"]
    ways[0].setFocus(Qt.FocusReason.TabFocusReason)
    ways[0].click()
    (made,) = page.bridge.snapshot.decisions.values()
    assert (made.state, made.day) == ("faite", "2026-11-21")
    assert "Fait (1)" in texts(page)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Noter comme fait"
    at_rest(qtbot, page)
    assert "1\u00a0action faite" in page.follow.text or "réponse" in page.follow.text


@pytest.mark.long
def test_R6_postponed_it_is_due_in_a_quarter_that_is_not_over(
    page: RoadmapPage, qtbot: QtBot
) -> None:
    page.show_detail(FOLLOW)
    press(page, "Repousser")
    (made,) = page.bridge.snapshot.decisions.values()
    assert made.state == "retenue"
    assert made.day in ("2026-12", "2027-03")
    at_rest(qtbot, page)
    assert made.action not in {one.action for one in page._teller._told.follow.late}  # type: ignore[union-attr]


def test_R6_done_with_its_day_a_file_and_a_note(
    page: RoadmapPage, qtbot: QtBot, tmp_path: Path
) -> None:
    key = key_of(page)
    page._teller.on_asked("done", key)
    assert "Faite le 21\u00a0novembre 2026" in texts(page)
    page._teller.on_asked("day", key, "15/03/2027")
    assert "n’est pas encore passée" in texts(page)
    page._teller.on_asked("day", key, "03/11/2026")
    page._teller.on_asked("note", key, "Contrôlé par le syndicat")
    made = page.bridge.snapshot.decisions[key]
    assert (made.state, made.day, made.note) == ("faite", "2026-11-03", "Contrôlé par le syndicat")
    proof = tmp_path / "Rapport.pdf"
    proof.write_bytes(b"%PDF-1.4 essai")
    page._teller.held._kept.attach([proof])
    kept = evidence_of(key)
    qtbot.waitUntil(lambda: kept in page.bridge.snapshot.evidence, timeout=10_000)
    (one,) = page.bridge.snapshot.evidence[kept]
    assert one.file_name == "Rapport.pdf"
    qtbot.waitUntil(lambda: "Rapport.pdf" in texts(page), timeout=5_000)
    page.show_detail(FOLLOW)
    assert "1\u00a0pièce jointe" in texts(page)


def test_the_answer_of_what_is_done_is_brought_up_to_date_in_its_question(
    page: RoadmapPage, qtbot: QtBot
) -> None:
    page._teller.on_asked("done", key_of(page))
    with qtbot.waitSignal(page.went_to) as went:
        press(page, "Mettre à jour la réponse")
    assert went.args is not None
    assert went.args[0] == "questions"
    assert went.args[1] in page.bridge.questionnaire.questions


def test_R6_not_done_after_all_it_is_to_do_again(page: RoadmapPage, qtbot: QtBot) -> None:
    key = key_of(page)
    page._teller.on_asked("done", key)
    press(page, "Ce n’est pas fait")
    assert key not in page.bridge.snapshot.decisions
    at_rest(qtbot, page)
    assert page.board.face(key) is not None


def test_what_is_typed_in_one_field_stays_when_another_is_noted(page: RoadmapPage) -> None:
    key = key_of(page)
    page._teller.on_asked("keep", key)
    page._teller.open_action(key)
    QTest.keyClicks(field(page, "Note"), "Devis vu")
    who = field(page, "Qui")
    who.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(who, "Mme Roux")
    QTest.keyClick(who, Qt.Key.Key_Return)
    assert page.bridge.snapshot.decisions[key].who == "Mme Roux"
    assert field(page, "Note").text() == "Devis vu"
    assert field(page, "Qui").hasFocus()
    QTest.keyClick(field(page, "Note"), Qt.Key.Key_Return)
    assert page.bridge.snapshot.decisions[key].note == "Devis vu"


def test_an_aid_is_typed_with_its_state_and_never_guessed(page: RoadmapPage) -> None:
    known = page.bridge.knowledge.actions.actions
    cards = [c.face.key for column in page.board.columns for c in column.cards]
    key = next(k for k in cards if k in known and known[k].initial_cost.high)
    page._teller.open_action(key)
    form = page._teller.held.aid
    assert "n’en devine aucun" in form.said.text()
    form.begin.click()
    form.keep.click()
    assert form.fault.isVisible()
    assert key not in page.bridge.snapshot.aids
    form.euros.setText("1 800,50 €")
    form.source.setText("Département")
    form.states.segment("demandee").click()
    form.keep.click()
    assert page.bridge.snapshot.aids[key] == Aid(key, 1800.5, "Département", "demandee")
    assert "aide demandée (Département)" in form.said.text()
    form.begin.click()
    assert form.euros.text() == "1800,5"
    form.leave.click()
    form.remove.click()
    assert key not in page.bridge.snapshot.aids


@pytest.mark.long
def test_R6_an_own_action_is_changed_done_and_leaves_the_plan(
    page: RoadmapPage, qtbot: QtBot
) -> None:
    column = page.board.columns[1]
    column._add.click()
    title, _days, euros, _who = column._form.findChildren(QLineEdit)
    title.setText("Changer le standard")
    euros.setText("1 200")
    QTest.keyClick(title, Qt.Key.Key_Return)
    (own,) = page.bridge.snapshot.own_actions
    at_rest(qtbot, page)
    page._teller.on_asked("edit", own.id)
    form = page._teller.held.own
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.text() == "Changer le standard"
    focus.setText("Changer le standard et l’accueil")
    form._keep.click()
    (changed,) = page.bridge.snapshot.own_actions
    assert changed.title == "Changer le standard et l’accueil"
    assert (changed.cost.high, changed.horizon) == (1200, own.horizon)
    page._teller.on_asked("note", own.id, "Voir avec la poste")
    assert page.bridge.snapshot.own_actions[0].note == "Voir avec la poste"
    page._teller.on_asked("done", own.id)
    at_rest(qtbot, page)
    assert page.board.face(own.id) is None
    page.show_detail(FOLLOW)
    assert "Changer le standard et l’accueil" in texts(page)
    page._teller.on_asked("remove", own.id)
    assert not page.bridge.snapshot.decisions


def test_a_subject_asked_before_there_is_a_plan_is_opened_with_it(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = RoadmapPage(desk, bridge, Planner(desk, bridge, seconds=QUICK))
    qtbot.addWidget(page)
    page.resize(1366, 636)
    page.show_detail(FOLLOW)
    assert page.board.panel.isHidden()
    page.show()
    at_rest(qtbot, page)
    content = page.board.panel.content
    assert content is not None
    assert content.key == FOLLOW


def test_R6_each_decision_is_said_aloud_and_a_date_that_is_none_too(
    page: RoadmapPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        roadmap_teller, "announce", lambda _widget, text, **_how: heard.append(text)
    )
    key = key_of(page)
    steps = ("keep", "later", "who", "done", "undone", "refused", "forget")
    for command in steps:
        page._teller.on_asked(command, key, "Mme Roux" if command == "who" else "")
    title = page._teller._title(key)
    assert [one.rpartition("»")[2].lstrip("\u00a0: ") for one in heard] == [
        "vous la retenez, 0\u00a0–\u00a06\u00a0mois.",
        "vous la retenez, 6\u00a0–\u00a018\u00a0mois.",
        "c’est noté.",
        "faite le 21\u00a0novembre 2026.",
        "n’est plus notée comme faite.",
        "vous ne la retenez pas.",
        "la proposition d’Autodiag revient.",
    ]
    assert all(title in one for one in heard)
    page._teller.on_asked("keep", key)
    page._teller.on_asked("day", key, "13/2027")
    assert heard[-1] == NO_DAY


def test_R6_once_done_the_keyboard_is_on_the_action_and_comes_back_to_its_card(
    page: RoadmapPage, qtbot: QtBot
) -> None:
    key = key_of(page)
    page._teller.on_asked("done", key)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert key in str(focus.property("about")) or "question" in str(focus.property("about"))
    page._teller.on_asked("undone", key)
    at_rest(qtbot, page)
    card = next(c for column in page.board.columns for c in column.cards if c.face.key == key)
    assert QApplication.focusWidget() is card
