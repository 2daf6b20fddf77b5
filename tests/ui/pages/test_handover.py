# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Handover: typed, kept in the file, read again, undone, printed; never a secret without a word."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.dossier import HandoverNote
from autodiag.model.roadmap import Decision
from tests.report.poppler import facts_of, words_of
from tests.support.desks import ChosenFiles, open_bridge, written_by
from tests.support.plain import plain
from tests.ui.conftest import OpenBridge
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.handover import HandoverPage
from ui.pages.handover_head import ANSWERS, DECISIONS, FILE, PLACES
from ui.widgets.place_field import PlaceField

ShowPage = Callable[..., HandoverPage]
SOME = {"str-1": 2, "str-2": "nsp", "cyb-1": "so"}


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[ShowPage]:
    """Shows the page of a dossier, and keeps it until the test ends."""
    kept: list[HandoverPage] = []

    def show(bridge: Bridge, view: str = PLACES, width: int = 1366) -> HandoverPage:
        page = HandoverPage(desk, bridge)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(width, 636)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.show_detail(view)
        page.refresh()
        return page

    yield show
    kept.clear()


# --- Where things are


def test_what_is_typed_is_kept_in_the_file_after_a_pause_or_on_leaving(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    page = shown(bridge)
    row = page.places.rows["site"]
    QTest.keyClicks(row.place, "Classeur bleu")
    assert "site" not in bridge.snapshot.handover
    qtbot.waitUntil(lambda: "site" in bridge.snapshot.handover)
    QTest.keyClicks(row.who, "Karim")
    page.leave()
    wanted = HandoverNote("site", "Classeur bleu", "Karim")
    assert bridge.snapshot.handover == {"site": wanted}
    assert plain(page.places.said.text()) == "1 sujet renseigné sur 17."
    assert written_by(desk, bridge).handover == {"site": wanted}


def test_an_emptied_topic_is_no_more_and_undo_brings_it_back(
    qtbot: QtBot, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    bridge.set_handover("site", HandoverNote("site", "Classeur bleu", ""))
    page = shown(bridge)
    row = page.places.rows["site"]
    assert row.place.toPlainText() == "Classeur bleu"
    row.place.clear()
    row.place.flush()
    assert "site" not in bridge.snapshot.handover
    bridge.undo()
    qtbot.waitUntil(lambda: row.place.toPlainText() == "Classeur bleu")
    assert bridge.snapshot.handover["site"].place == "Classeur bleu"


def test_what_looks_like_a_password_is_told_gently_and_kept(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    page = shown(bridge)
    row = page.places.rows["messagerie"]
    assert not row.warning.isVisible()
    QTest.keyClicks(row.place, "mot de passe : Soleil42")
    assert row.warning.isVisible()
    assert row.place.accessibleDescription().startswith("On dirait un mot de passe")
    page.leave()
    assert bridge.snapshot.handover["messagerie"].place == "mot de passe : Soleil42"
    row.place.setPlainText("Mot de passe : au coffre, chez Sophie")
    assert not row.warning.isVisible()
    for text in ("mdp: Azerty123!", "code : 1234", "identifiant / mot de passe xyz"):
        row.place.clear()
        assert not row.warning.isVisible()
        QTest.keyClicks(row.place, text)
        assert row.warning.isVisible()
    assert "jamais de mot de passe" in page.head.no_secret.text()


def test_each_field_has_a_name_an_example_and_room_for_its_lines(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of(), width=1024)
    fields = page.places.findChildren(PlaceField)
    names = [field.accessibleName() for field in fields]
    assert len(names) == 2 * len(page.places.rows) == len(set(names))
    assert names[0] == "Où le trouver, Si tout s’arrête"
    assert all(field.placeholderText().startswith("Exemple") for field in fields)
    short = fields[0].height()
    fields[0].setPlainText("\n".join("abcd"))
    assert fields[0].height() > short


def test_tab_goes_as_one_reads_and_out_of_the_fields(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of())
    head, first = page.head, page.places.rows["urgence"]
    wanted: list[QWidget] = [head.back, head.save, head.print]
    page.setFocus()
    met: list[QWidget | None] = []
    for _ in range(6):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        met.append(page.window().focusWidget())
    assert met == [*wanted, head.view.segment(PLACES), first.place, first.who]


def test_a_dossier_that_is_only_read_shows_and_prints_and_changes_nothing(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    bridge.set_handover("site", HandoverNote("site", "Classeur bleu", ""))
    assert bridge.finish()
    second = open_bridge(desk, bridge.path)  # the first one holds it
    page = shown(second)
    assert page.head.print.isEnabled()
    row = page.places.rows["site"]
    assert row.place.isReadOnly()
    assert row.place.toPlainText() == "Classeur bleu"
    assert row.who.placeholderText() == "Non précisé"
    assert page.places.why.isVisible()
    assert "Lecture seule" in page.places.why.text()
    QTest.keyClicks(row.who, "Karim")
    page.leave()
    assert second.snapshot.handover["site"].who == ""
    second.close()


def test_a_topic_is_gone_to_by_its_name(open_dossier_of: OpenBridge, shown: ShowPage) -> None:
    page = shown(open_dossier_of(), ANSWERS)
    page.show_detail("assurance")
    assert page.places.rows["assurance"].place.hasFocus()
    assert not page.places.rows["assurance"].visibleRegion().isEmpty()


# --- Answers and decisions


def test_a_part_is_gone_to_by_its_name_and_filled(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of(answers={"str-1": 2}))
    page.show_detail("dossier")
    assert page.file.isVisible()
    assert page.file.name.text().endswith(".autodiag")
    page.show_detail("reponses")
    assert page.answers.said.text() == "1\u00a0réponse."
    assert not page.answers.empty.isVisible()


def test_answers_are_read_with_who_gave_them_and_on_what(
    qtbot: QtBot, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of(answers=SOME)
    bridge.note("str-1", "Vu avec Sophie")
    bridge.attach_reference("str-1", "Délibération de mars")
    bridge.set_to_review("str-2", to_review=True)
    qtbot.waitUntil(lambda: "str-1" in bridge.snapshot.evidence)
    page = shown(bridge, ANSWERS)
    card = page.answers.cards["strategie"]
    row = card.rows["str-1"]
    assert row.answer.text().startswith("Niveau 2. ")
    assert plain(row.note.text()) == "Note : Vu avec Sophie"
    assert plain(row.evidence.text()) == "D’après : Délibération de mars"
    assert plain(row.by.text()) == "Marie, le 21 novembre 2026"
    assert not row.to_review.isVisible()
    assert card.rows["str-2"].to_review.isVisible()
    assert plain(card.rows["str-2"].answer.text()) == "« Je ne sais pas. »"
    assert plain(page.answers.said.text()) == "3 réponses, 1 à revoir."
    assert not card.marks.isVisible()
    card.fold.button.click()
    assert card.marks.text() == "1 à revoir"
    assert card.marks.isVisible()


def test_themes_are_unfolded_when_asked_and_lead_to_their_questions(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of(answers=SOME), ANSWERS)
    cards = page.answers.cards
    assert cards["strategie"].fold.is_open
    assert not cards["cyber"].rows
    assert not cards["donnee"].isVisible()
    page.answers.all.click()
    assert list(cards["cyber"].rows) == ["cyb-1"]
    kept = cards["cyber"].rows["cyb-1"]
    page.refresh()
    assert cards["cyber"].rows["cyb-1"] is kept
    went: list[tuple[str, object]] = []
    page.went_to_main.connect(lambda page_id, detail: went.append((page_id, detail)))
    kept.go.click()
    assert went == [("questions", "cyb-1")]


def test_an_empty_dossier_says_so_and_offers_to_answer(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of(), ANSWERS)
    assert page.answers.empty.isVisible()
    page.show_detail(DECISIONS)
    page.refresh()
    assert page.decisions.empty.isVisible()
    assert page.decisions.plan.text() == "La feuille de route n’est pas encore établie."


def test_decisions_say_what_why_and_who(open_dossier_of: OpenBridge, shown: ShowPage) -> None:
    bridge = open_dossier_of(answers=SOME)
    first, second = list(bridge.knowledge.actions.actions)[:2]
    bridge.decide(Decision(first, "refusee", reason="Trop tôt"))
    bridge.decide(Decision(second, "retenue", who="Karim", day="2027-03-15"))
    assert bridge.finish()
    page = shown(bridge, DECISIONS)
    texts = [plain(one.text()) for one in texts_of(page.decisions)]
    assert "Raison : Trop tôt" in texts
    assert "Qui : Karim · Pour le : 15 mars 2027" in texts
    assert texts.count("Décidé par Marie, le 21 novembre 2026") == 2
    assert plain(page.decisions.plan.text()).startswith("2 décisions. ")


def texts_of(part: QWidget) -> list[QLabel]:
    return [one for one in part.findChildren(QLabel) if one.text()]


def test_the_file_and_its_copies_are_shown(open_dossier_of: OpenBridge, shown: ShowPage) -> None:
    bridge = open_dossier_of()
    page = shown(bridge, FILE)
    assert page.file.isVisible()
    assert page.file.name.text() == bridge.path.name


# --- Printed


def test_the_sheet_is_saved_with_what_was_just_typed(
    qtbot: QtBot, desk: Desk, tmp_path: Path, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of(answers=SOME)
    page = shown(bridge)
    target = tmp_path / "passation.pdf"
    assert isinstance(desk.dialogs, ChosenFiles)
    desk.dialogs.chosen = target
    QTest.keyClicks(page.places.rows["site"].place, "Classeur bleu du bureau")
    page.head.save.click()
    assert not page.head.print.isEnabled()
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert page.head.print.isEnabled()
    words = words_of(target)
    assert "Passation : Montbrelle" in words
    assert "Classeur bleu du bureau" in words
    assert "Ce document est interne" in words
    assert facts_of(target)["Tagged"] == "yes"
