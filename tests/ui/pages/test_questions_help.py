# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Beside the question: what helps, a note that is kept, evidence copied into the dossier."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel
from pytestqt.qtbot import QtBot

from autodiag.catalogue.load import load_packed
from autodiag.dossier.author import Author
from autodiag.dossier.opening import open_dossier
from autodiag.model.dossier import Evidence
from tests.support.desks import NOON, make_desk, open_bridge, write_dossier
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import press, shown, type_text
from tests.ui.rounds import BY_ID, calm
from tests.ui.rounds import opened as opened_window
from ui.bridge import Bridge
from ui.desk import Desk
from ui.dialogs.help_dialog import HelpDialog
from ui.pages.questions import QuestionsPage
from ui.pages.questions_kept import NOT_SAVED, SAVED, SAVING
from ui.widgets import note_field
from ui.widgets.evidence_panel import EvidencePanel
from ui.widgets.evidence_row import GONE
from ui.widgets.word_card import WordCard

PDF = b"%PDF-1.4\n" + bytes(range(256)) * 9
CONTRACT = "Contrat d’entretien 2025.pdf"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge) -> QuestionsPage:
    return shown(qtbot, desk, open_dossier_of(answers={"str-1": 1}), "str-2")


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / CONTRACT
    path.write_bytes(PDF)
    return path


def kept(page: QuestionsPage) -> tuple[Evidence, ...]:
    return page.bridge.snapshot.evidence.get("str-2", ())


def choose(page: QuestionsPage, path: Path | None) -> None:
    page.desk.dialogs.chosen = path  # type: ignore[attr-defined]


def settled(page: QuestionsPage, qtbot: QtBot, number: int) -> None:
    """Until that many pieces of evidence are shown."""
    evidence = page.view.help.own.evidence
    qtbot.waitUntil(lambda: len(kept(page)) == len(evidence.rows) == number, timeout=5000)


def opened(page: QuestionsPage) -> None:
    page.view.help.own.fold.set_open(True)
    QApplication.processEvents()


def test_who_can_help_is_named_and_what_they_bring_is_explained(page: QuestionsPage) -> None:
    page.show_detail("str-4")
    who = page.view.help.texts.who
    assert who.isVisible()
    assert "le syndicat informatique (OPSN)" in who.text
    assert who.text.startswith("La ou le ")
    assert who.text.endswith(".")
    assert "\n" not in who.text
    said = {word.entry.term: word.entry.definition for word in who.words}
    assert "La ou le secrétaire de mairie" not in said
    assert "Coût\u00a0: Adhésion et services" in said["Le syndicat informatique (OPSN)"]
    assert said["Le syndicat informatique (OPSN)"].startswith(
        "Opérateur public de services numériques (OPSN)\u00a0: "
    )
    for word in who.words:
        assert who.text[word.start : word.end].lower() == word.entry.term.lower()


@pytest.mark.parametrize("size", [(1366, 636), (1024, 540)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_note_and_its_evidence_are_reached_whatever_the_room(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int], scale: float
) -> None:
    desk.theme.set_scale(scale)
    page = shown(qtbot, desk, open_dossier_of(answers={"str-1": 1}), "don-1", size)
    view, own = page.view, page.view.help.own
    if view.narrow:
        view.toggle_drawer()
    QApplication.processEvents()
    panel = view.help
    two_lines = 2 * own.note.fontMetrics().lineSpacing()
    seen = own.note.visibleRegion().boundingRect()
    assert own.note.isVisible()
    assert seen.height() >= two_lines
    opened(page)
    assert own.note.visibleRegion().boundingRect().height() >= two_lines
    for button in (own.fold.button, own.evidence.attach, own.evidence.refer):
        button.setFocus()
        QApplication.processEvents()
        assert button.height() >= 40
        assert button.visibleRegion().boundingRect().size() == button.size()
        assert panel.rect().contains(button.mapTo(panel, button.rect().bottomRight()))
    for area in panel.findChildren(QAbstractScrollArea):
        assert area.horizontalScrollBar().maximum() == 0


def test_the_texts_that_do_not_fit_are_scrolled_by_the_keys(page: QuestionsPage) -> None:
    page.show_detail("don-1")
    texts = page.view.help.texts
    bar = page.view.help._area.verticalScrollBar()
    assert bar.maximum() > 0
    texts.setFocus()
    press(page, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(page, Qt.Key.Key_Home)
    assert bar.value() == 0
    page.resize(1366, 1400)
    QApplication.processEvents()
    assert texts.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("size", [(1366, 636), (1024, 540)])
def test_a_line_of_the_help_is_never_cut_where_it_scrolls(
    page: QuestionsPage, size: tuple[int, int]
) -> None:
    page.show_detail("don-1")
    page.resize(*size)
    if page.view.narrow:
        page.view.toggle_drawer()
    QTest.qWait(150)  # the drawer fades in
    panel = page.view.help
    area, bar = panel._area, panel._area.verticalScrollBar()
    paper = page.desk.theme.color("surface").lightness()
    box = area.viewport().rect().translated(area.pos())

    def plain(y: int) -> bool:
        """Whether only paper is seen on a line of the panel."""
        drawn = panel.grab().toImage()
        line = (drawn.pixelColor(x, y).lightness() for x in range(box.left(), box.right()))
        return all(abs(one - paper) < 12 for one in line)

    assert bar.maximum() > 50
    for value in range(0, bar.maximum(), 5):
        bar.setValue(value)
        assert plain(box.bottom()), value
        assert value == 0 or plain(box.top()), value


def test_a_note_says_when_it_is_kept(qtbot: QtBot, page: QuestionsPage) -> None:
    own = page.view.help.own
    assert own.state.text() == ""
    own.note.setFocus()
    type_text(page, "Bureau 2")
    assert own.state.text() == SAVING
    own.note.flush()
    qtbot.waitUntil(lambda: own.state.text().startswith(f"{SAVED} à "), timeout=3000)
    assert own.note.accessibleName() == "Votre note"
    assert SAVED in own.note.accessibleDescription()
    page.show_detail("str-3")
    assert own.state.text() == ""
    page.show_detail("str-2")
    assert own.state.text() == SAVED
    type_text(page, " ")
    page.bridge.save_failed.emit(None)
    own.note.flush()
    assert own.state.text() in (SAVED, "")


def test_a_note_is_not_said_to_be_kept_before_it_is_on_disk(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    """Neither when an earlier change is written, nor while a slow disk is writing."""
    own, slow = page.view.help.own, Event()
    said: list[object] = []

    def wait(_progress: object) -> None:
        slow.wait(5)

    page.desk.disk.submit(wait, done=said.append, failed=said.append)
    press(page, Qt.Key.Key_3)
    own.note.setFocus()
    type_text(page, "Bureau 2")
    own.note.flush()
    for _ in range(5):
        QApplication.processEvents()
        said.append((own.state.text(), page.bridge.pending))
    assert said == [(SAVING, 2)] * 5
    slow.set()
    qtbot.waitUntil(lambda: own.state.text().startswith(f"{SAVED} à "), timeout=3000)
    assert page.bridge.pending == 0
    with open_dossier(page.bridge.path, Author("Paul", lambda: NOON, "ACCUEIL")) as other:
        assert other.snapshot(load_packed).notes == {"str-2": "Bureau 2"}


def test_a_note_that_cannot_be_written_says_so(page: QuestionsPage) -> None:
    own = page.view.help.own
    own.note.setFocus()
    type_text(page, "Bureau 2")
    page.bridge.save_failed.emit(None)
    assert own.state.text() == NOT_SAVED
    assert own.state.property("tone") == "err"


def test_a_note_is_kept_when_the_page_closes_before_the_pause(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    page.view.help.note.setFocus()
    type_text(page, "Bureau 2")
    page.close()
    qtbot.waitUntil(lambda: page.bridge.pending == 0)
    with open_dossier(page.bridge.path, Author("Paul", lambda: NOON, "ACCUEIL")) as other:
        assert other.snapshot(load_packed).notes == {"str-2": "Bureau 2"}


def test_who_never_stops_typing_is_kept_too(
    qtbot: QtBot, page: QuestionsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = page.view.help.note
    note._longest.setInterval(60)
    assert note_field.LONGEST_MS == 5000
    note.setFocus()
    for letter in "abcdefgh":
        type_text(page, letter)
        qtbot.wait(20)
    assert page.bridge.snapshot.notes["str-2"].startswith("ab")
    assert note.toPlainText() == "abcdefgh"


def test_a_file_is_copied_into_the_dossier_and_out_of_it_the_same(
    qtbot: QtBot, page: QuestionsPage, contract: Path, tmp_path: Path
) -> None:
    opened(page)
    own = page.view.help.own
    choose(page, contract)
    own.evidence.attach.click()
    settled(page, qtbot, 1)
    assert own.evidence.said.text() == "Joint à cette réponse."
    assert own.fold.button.text() == "Justificatifs (1)"
    (row,) = own.evidence.rows
    assert (row.evidence.title, row.evidence.file_name) == (contract.stem, CONTRACT)
    assert (row.evidence.size, row.evidence.who) == (len(PDF), "Marie")
    contract.unlink()
    out = tmp_path / "sortie.pdf"
    choose(page, out)
    row.copy.click()
    qtbot.waitUntil(lambda: own.evidence.said.text().startswith("Copie enregistrée"))
    assert out.read_bytes() == PDF
    page.show_detail("str-3")
    assert own.evidence.rows == []
    assert own.evidence.said.text() == ""
    assert own.fold.button.text() == "Justificatifs"


def test_evidence_is_there_when_the_dossier_is_opened_again(
    qtbot: QtBot, desk: Desk, contract: Path, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path / "mairie.autodiag", {"str-1": 1})
    first = shown(qtbot, desk, open_bridge(desk, path), "str-2")
    opened(first)
    choose(first, contract)
    first.view.help.own.evidence.attach.click()
    settled(first, qtbot, 1)
    first.close()
    first.bridge.close()
    bridge = open_bridge(desk, path)
    again = shown(qtbot, desk, bridge, "str-2")
    assert [row.evidence.file_name for row in again.view.help.own.evidence.rows] == [CONTRACT]
    again.close()
    bridge.close()


def test_what_is_removed_comes_back_by_undo_and_the_focus_stays_near(
    qtbot: QtBot, page: QuestionsPage, contract: Path
) -> None:
    opened(page)
    evidence = page.view.help.own.evidence
    choose(page, contract)
    evidence.attach.click()
    settled(page, qtbot, 1)
    row = evidence.rows[0]
    assert row.remove.accessibleName() == f"Retirer {CONTRACT}"
    row.remove.setFocus()
    press(page, Qt.Key.Key_Return)
    settled(page, qtbot, 0)
    assert evidence.none.isVisible()
    assert evidence.said.text() == "Pièce retirée."
    assert evidence.restore.hasFocus()
    press(page, Qt.Key.Key_Return)
    settled(page, qtbot, 1)
    assert kept(page)[0].kept
    assert evidence.said.text() == ""
    assert not evidence.restore.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert evidence.isAncestorOf(focus)
    page.show_detail("str-2")  # as the window does, to show what was taken back
    assert QApplication.focusWidget() is focus


def test_a_removal_is_taken_back_only_while_it_is_the_last_change(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    opened(page)
    evidence = page.view.help.own.evidence
    page.bridge.attach_reference("str-2", "Classeur bleu")
    settled(page, qtbot, 1)
    evidence.rows[0].remove.click()
    settled(page, qtbot, 0)
    assert evidence.restore.isVisible()
    page.bridge.set_to_review("str-2", True)
    assert not evidence.restore.isVisible()
    assert evidence.said.text() == ""


def test_tab_goes_through_the_evidence_before_what_adds_some(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    opened(page)
    evidence = page.view.help.own.evidence
    for number in (1, 2):
        page.bridge.attach_reference("str-2", f"Classeur {number}")
        settled(page, qtbot, number)
    first, second = evidence.rows
    qtbot.waitUntil(lambda: first.remove.isVisible() and second.remove.isVisible())
    page.view.help.own.fold.button.setFocus()
    for wanted in (first.remove, second.remove, evidence.attach):
        press(page, Qt.Key.Key_Tab)
        assert wanted.hasFocus()


def test_an_old_refusal_leaves_when_the_evidence_changes(
    qtbot: QtBot, page: QuestionsPage, tmp_path: Path
) -> None:
    opened(page)
    evidence = page.view.help.own.evidence
    page.bridge.attach_reference("str-2", "Classeur bleu")
    settled(page, qtbot, 1)
    choose(page, tmp_path / "absent.pdf")
    evidence.attach.click()
    qtbot.waitUntil(lambda: evidence.said.property("tone") == "err")
    page.bridge.undo()
    settled(page, qtbot, 0)
    assert not evidence.said.isVisible()


def test_a_file_that_is_there_already_is_said_to_be_and_not_added(
    qtbot: QtBot, page: QuestionsPage, contract: Path
) -> None:
    opened(page)
    evidence = page.view.help.own.evidence
    choose(page, contract)
    evidence.attach.click()
    settled(page, qtbot, 1)
    evidence.attach.click()
    qtbot.waitUntil(lambda: "est déjà joint" in evidence.said.text())
    assert len(kept(page)) == 1


def test_evidence_whose_content_is_gone_says_so_and_can_only_be_removed(
    qtbot: QtBot, desk: Desk
) -> None:
    """Its file was erased at a closing, then an undo brought the line back."""
    one = Evidence("e1", "str-2", "Contrat", CONTRACT, 12, "0" * 64, NOON.isoformat(), "Marie")
    panel = EvidencePanel(desk.theme)
    qtbot.addWidget(panel)
    panel.show_evidence([one, replace(one, id="e2", kept=False)], writable=True)
    panel.show()
    whole, gone = panel.rows
    assert (whole.copy.isVisible(), whole.remove.isVisible()) == (True, True)
    assert (gone.copy.isVisible(), gone.remove.isVisible()) == (False, True)
    texts = [[made.text() for made in row.findChildren(QLabel)] for row in (whole, gone)]
    assert [any(GONE in text for text in said) for said in texts] == [False, True]
    assert GONE.startswith("Le fichier n’est plus dans le dossier")


@pytest.mark.parametrize(("name", "size"), [("film.pdf", 6_000_000), ("outil.exe", 10)])
def test_a_refused_file_says_why_beside_the_button(
    qtbot: QtBot, page: QuestionsPage, tmp_path: Path, name: str, size: int
) -> None:
    opened(page)
    evidence = page.view.help.own.evidence
    path = tmp_path / name
    path.write_bytes(bytes(size))
    choose(page, path)
    evidence.attach.click()
    qtbot.waitUntil(lambda: evidence.said.property("tone") == "err", timeout=5000)
    assert name in evidence.said.text()
    page.resize(1366, 480)
    evidence.attach.click()
    qtbot.waitUntil(
        lambda: evidence.said.visibleRegion().boundingRect().height() == evidence.said.height()
    )
    assert kept(page) == ()
    choose(page, None)
    evidence.refer.click()
    assert not evidence.said.isVisible(), "said no more once something else is begun"


def test_a_reference_is_noted_by_the_keyboard_alone(qtbot: QtBot, page: QuestionsPage) -> None:
    own = page.view.help.own
    own.fold.button.setFocus()
    press(page, Qt.Key.Key_Space)
    assert own.fold.is_open
    own.evidence.refer.setFocus()
    press(page, Qt.Key.Key_Return)
    assert own.evidence.field.hasFocus()
    press(page, Qt.Key.Key_Escape)
    assert own.evidence.refer.hasFocus()
    assert page.current == "str-2"
    press(page, Qt.Key.Key_Return)
    type_text(page, "Arrete du 12 mars 2025, classeur rouge")
    press(page, Qt.Key.Key_Return)
    settled(page, qtbot, 1)
    (one,) = kept(page)
    assert (one.title, one.file_name) == ("Arrete du 12 mars 2025, classeur rouge", "")
    assert own.evidence.rows[0].copy.isHidden()
    assert page.current == "str-2"


def test_a_reference_begun_is_kept_when_one_goes_on(qtbot: QtBot, page: QuestionsPage) -> None:
    opened(page)
    evidence = page.view.help.own.evidence
    evidence.refer.click()
    type_text(page, "Classeur rouge")
    page.go_on()
    assert page.current == "str-3"
    assert evidence.rows == []
    assert not evidence.writing
    qtbot.waitUntil(lambda: len(kept(page)) == 1, timeout=5000)
    assert kept(page)[0].title == "Classeur rouge"
    assert evidence.said.text() == ""


def dropped(page: QuestionsPage, data: QMimeData) -> QDropEvent:
    """What the system sends to the panel."""
    panel, copy = page.view.help, Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(30, 30), copy, data, left, none))
    event = QDropEvent(QPointF(30, 30), copy, data, left, none)
    QApplication.sendEvent(panel, event)
    return event


def test_a_file_dropped_on_the_panel_is_attached(
    qtbot: QtBot, page: QuestionsPage, contract: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(contract))])
    assert not page.view.help.note.canInsertFromMimeData(data)
    assert dropped(page, data).isAccepted()
    settled(page, qtbot, 1)
    assert page.view.help.own.fold.is_open
    assert contract.exists(), "the file stays where it was"


def test_evidence_of_a_dossier_that_is_only_read_can_be_copied_not_changed(
    qtbot: QtBot, page: QuestionsPage, contract: Path, tmp_path: Path
) -> None:
    opened(page)
    choose(page, contract)
    page.view.help.own.evidence.attach.click()
    settled(page, qtbot, 1)
    desk = make_desk(tmp_path / "autre")
    bridge: Bridge = open_bridge(desk, page.bridge.path)
    try:
        assert not bridge.writable, "it is open elsewhere"
        other = shown(qtbot, desk, bridge, "str-2")
        opened(other)
        evidence = other.view.help.own.evidence
        assert not evidence.attach.isVisible()
        assert not evidence.rows[0].remove.isVisible()
        assert evidence.rows[0].copy.isVisible()
        assert not other.view.help.acceptDrops()
        other.close()
    finally:
        bridge.close()
        desk.disk.shutdown()
        desk.work.shutdown()


def test_the_words_of_the_question_open_their_card_on_the_page(page: QuestionsPage) -> None:
    page.show_detail("don-1")
    focus = QApplication.focusWidget()
    QTest.keyClick(focus or page, Qt.Key.Key_F2)
    cards = [card for card in page.findChildren(type(page.view.column.title)) if card.words]
    assert cards[0]._sense.explained == 0
    assert QApplication.focusWidget() is focus
    press(page, Qt.Key.Key_2)
    assert page.bridge.snapshot.assessment.answers["don-1"]
    press(page, Qt.Key.Key_Escape)
    assert cards[0]._sense.explained == -1


def test_all_the_words_are_shown_by_the_help_of_the_window(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened_window(tmp_path, BY_ID["vide"]) as (window, desk):
        window.go("questions", "don-1")
        calm(window, desk)
        QTest.keyClick(window, Qt.Key.Key_F2)
        link = window.findChildren(WordCard)[0].all_words
        assert link.isVisible()
        link.click()
        (help_shown,) = [one for one in window.findChildren(HelpDialog) if one.isVisible()]
        calm(window, desk)
        heads = help_shown._heads["mots"].visibleRegion()
        assert not heads.isEmpty(), "open at the words"
        help_shown.close()
