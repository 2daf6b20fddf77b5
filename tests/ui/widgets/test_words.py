# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Difficult words: a card explains them under the pointer or by F2, and is in nobody's way."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.terms import Terms
from ui.desk import Desk
from ui.widgets.level_card import LevelCard
from ui.widgets.term_label import TermLabel
from ui.widgets.word_guide import CLOSE_MS, OPEN_MS, WordGuide, guide_of

DPO = GlossaryEntry("DPO", "La personne qui veille sur les données.")
LONG = GlossaryEntry("Parapheur électronique", "Un outil pour signer sans papier. " * 5)
TERMS = Terms((DPO, LONG))
LEFT_OPEN = """
from PySide6.QtWidgets import QApplication, QMainWindow
from autodiag.bundle import installed
from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.terms import Found
from ui.theme import Theme
from ui.widgets.term_label import TermLabel
from ui.widgets.word_guide import guide_of
app = QApplication([])
theme = Theme(installed().resources, "light", 1.0, app)
window, text = QMainWindow(), TermLabel(theme)
text.show_text("Le DPO.", (Found(3, 6, GlossaryEntry("DPO", "Une personne.")),))
window.setCentralWidget(text)
window.show()
app.processEvents()
guide_of(window, theme).show_next()
print(guide_of(window, theme).explained)
"""
"""A process that ends with a card open, its window never closed."""


class Sheet(QWidget):
    """A window with a button, a running text and a card, that can show the whole help."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.helped: list[str] = []
        self.first = QPushButton("Avant")
        self.text = TermLabel(desk.theme, TERMS)
        self.card = LevelCard(desk.theme)
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.text)
        column.addStretch(1)
        column.addWidget(self.card)
        self.text.say("Le DPO, puis\nle parapheur électronique 🙂 et le parapheur.")
        said = "Le DPO et le parapheur électronique sont en place."
        self.card.show_level(2, said, "Formalisé", TERMS.find(said))

    def show_help(self, section: str) -> None:
        self.helped.append(section)


@pytest.fixture
def sheet(qtbot: QtBot, desk: Desk) -> Iterator[Sheet]:
    sheet = Sheet(desk)
    qtbot.addWidget(sheet)
    sheet.resize(640, 420)
    sheet.show()
    sheet.activateWindow()
    sheet.first.setFocus()
    QApplication.processEvents()
    yield sheet
    guide(sheet).close()


def guide(sheet: QWidget) -> WordGuide:
    found = sheet.findChild(WordGuide)
    assert isinstance(found, WordGuide)
    return found


def on_word(sheet: Sheet, place: int, holder: QWidget | None = None) -> QPoint:
    widget = holder or sheet.text
    return widget.word_rects()[place][0].center().toPoint()  # type: ignore[attr-defined]


def point(sheet: Sheet, place: int) -> None:
    """Come on a word from elsewhere."""
    QTest.mouseMove(sheet.first, QPoint(5, 5))
    QTest.mouseMove(sheet.text, on_word(sheet, place))


def press(sheet: Sheet, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or sheet, key, modifier)


def test_words_are_where_they_are_read_after_a_new_line_and_a_face(sheet: Sheet) -> None:
    (dpo,), (signing,) = sheet.text.word_rects()
    assert [word.entry for word in sheet.text.words] == [DPO, LONG]
    assert signing.top() > dpo.top()
    assert signing.left() < dpo.left()
    assert "DPO, Parapheur électronique" in sheet.text.accessibleDescription()
    sheet.text.say("🙂🙂 Le DPO.")
    ((after,),) = sheet.text.word_rects()
    letters = sheet.text.fontMetrics()
    assert after.width() == pytest.approx(letters.horizontalAdvance("DPO"), abs=3)
    assert after.left() == pytest.approx(letters.horizontalAdvance("🙂🙂 Le "), abs=6)


def test_the_pointer_on_a_word_opens_its_card_after_a_moment_and_takes_no_focus(
    qtbot: QtBot, sheet: Sheet
) -> None:
    point(sheet, 0)
    qtbot.wait(OPEN_MS // 3)
    assert guide(sheet).explained == ""
    qtbot.waitUntil(lambda: guide(sheet).explained == "DPO", timeout=2000)
    card = guide(sheet).card
    assert card.isVisible()
    assert card.definition.text() == DPO.definition
    assert not card.hint.isVisible(), "the keys are said to whoever used one"
    assert sheet.first.hasFocus()
    assert sheet.rect().contains(card.geometry())


def test_the_card_stays_under_the_pointer_and_goes_after_it(qtbot: QtBot, sheet: Sheet) -> None:
    point(sheet, 0)
    qtbot.waitUntil(lambda: guide(sheet).explained == "DPO", timeout=2000)
    card = guide(sheet).card
    QTest.mouseMove(card, QPoint(30, 20))
    qtbot.wait(2 * CLOSE_MS)
    assert card.isVisible(), "the pointer is on the card"
    QTest.mouseMove(sheet.first, QPoint(5, 5))
    qtbot.waitUntil(lambda: not card.isVisible(), timeout=2000)
    assert guide(sheet).explained == ""


def test_f2_goes_from_word_to_word_each_said_once(sheet: Sheet) -> None:
    words = []
    for _ in range(3):
        press(sheet, Qt.Key.Key_F2)
        words.append(guide(sheet).explained)
    assert words == ["DPO", "Parapheur électronique", "DPO"]
    press(sheet, Qt.Key.Key_F2, shift=True)
    assert guide(sheet).explained == "Parapheur électronique"
    assert guide(sheet).card.hint.isVisible()
    assert sheet.first.hasFocus(), "the keys of the page go on working"


def test_f2_on_a_card_begins_with_its_words_and_chooses_nothing(sheet: Sheet) -> None:
    sheet.text.say("Rien ici.")
    sheet.card.setFocus()
    press(sheet, Qt.Key.Key_F2)
    assert guide(sheet).explained == "DPO"
    assert not sheet.card.isChecked()
    assert sheet.card.sense.explained == 0


def test_escape_closes_the_card_and_nothing_else(sheet: Sheet) -> None:
    heard = []
    sheet.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    press(sheet, Qt.Key.Key_F2)
    press(sheet, Qt.Key.Key_Escape)
    assert not guide(sheet).card.isVisible()
    assert heard == []
    press(sheet, Qt.Key.Key_Escape)
    assert heard == [Qt.Key.Key_Escape]


def test_the_whole_list_is_reached_by_the_keyboard(sheet: Sheet) -> None:
    press(sheet, Qt.Key.Key_F2)
    press(sheet, Qt.Key.Key_Tab)
    link = guide(sheet).card.all_words
    assert link.hasFocus()
    assert link.height() >= 40
    press(sheet, Qt.Key.Key_Tab)
    assert not guide(sheet).card.isVisible()
    assert sheet.first.hasFocus(), "back where one was"
    press(sheet, Qt.Key.Key_F2)
    press(sheet, Qt.Key.Key_Tab)
    press(sheet, Qt.Key.Key_Space)
    assert sheet.helped == ["mots"]
    assert not guide(sheet).card.isVisible()


def test_going_elsewhere_closes_what_a_key_opened(sheet: Sheet) -> None:
    press(sheet, Qt.Key.Key_F2)
    sheet.card.setFocus()
    assert not guide(sheet).card.isVisible()


def test_another_text_or_a_hidden_one_closes_the_card(sheet: Sheet) -> None:
    press(sheet, Qt.Key.Key_F2)
    sheet.text.say("Le parapheur électronique.")
    assert not guide(sheet).card.isVisible()
    press(sheet, Qt.Key.Key_F2)
    assert guide(sheet).card.isVisible()
    sheet.text.hide()
    assert not guide(sheet).card.isVisible()


def test_a_click_on_a_word_explains_it_but_on_a_card_answers(qtbot: QtBot, sheet: Sheet) -> None:
    qtbot.mouseClick(sheet.text, Qt.MouseButton.LeftButton, pos=on_word(sheet, 1))
    assert guide(sheet).explained == "Parapheur électronique"
    guide(sheet).close()
    with qtbot.waitSignal(sheet.card.clicked):
        qtbot.mouseClick(sheet.card, Qt.MouseButton.LeftButton, pos=on_word(sheet, 0, sheet.card))
    assert guide(sheet).explained == ""


def test_the_card_is_announced_as_help_with_its_word_and_its_meaning(sheet: Sheet) -> None:
    press(sheet, Qt.Key.Key_F2)
    said = QAccessible.queryAccessibleInterface(guide(sheet).card)
    assert said.role() == QAccessible.Role.HelpBalloon
    assert said.text(QAccessible.Text.Name) == "DPO"
    assert said.text(QAccessible.Text.Description) == DPO.definition


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1366, 696), (520, 400)])
def test_the_card_never_leaves_the_window_nor_covers_its_word(
    qtbot: QtBot, desk: Desk, size: tuple[int, int], scale: float
) -> None:
    desk.theme.set_scale(scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    card = guide_of(window, desk.theme).card
    wide, high = size
    for x in (0, wide // 2, wide - 40):
        for y in (0, high // 2, high - 24):
            word = QRect(x, y, 40, 24)
            for entry in (DPO, LONG):
                card.explain(entry, [word], by_key=True)
                assert window.rect().contains(card.geometry())
                fits = 2 * (card.height() + 30) < high
                assert not (fits and card.geometry().intersects(word))
                for text in (card.term, card.definition, card.hint):
                    assert text.height() >= text.heightForWidth(text.width())
                    assert card.rect().contains(text.geometry())


def test_a_high_card_beside_its_word_leaves_what_is_above_to_be_read(
    qtbot: QtBot, desk: Desk
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 696)
    window.show()
    card = guide_of(window, desk.theme).card
    parts = [QRect(1250, 320, 80, 20), QRect(1070, 340, 140, 20)]
    card.explain(LONG, parts, by_key=False)
    assert card.geometry().left() >= 1070, "where it is not high, over nothing at the left"
    high = GlossaryEntry(LONG.term, "\n".join([LONG.definition] * 3))
    card.explain(high, parts, by_key=False)
    assert card.height() > 336, "neither above nor under"
    assert card.geometry().right() < 1070
    assert card.geometry().top() > 200


def test_the_card_follows_its_word_and_closes_when_it_is_out_of_sight(
    qtbot: QtBot, sheet: Sheet
) -> None:
    press(sheet, Qt.Key.Key_F2)
    card = guide(sheet).card
    before = card.geometry()
    sheet.first.setFixedHeight(120)
    qtbot.waitUntil(lambda: card.y() > before.y() and card.isVisible())
    layout = sheet.layout()
    assert layout is not None
    layout.setEnabled(False)  # or it would bring the text back
    sheet.text.move(0, 5000)
    qtbot.waitUntil(lambda: not card.isVisible())
    assert guide(sheet).explained == ""


def test_a_process_that_ends_while_a_card_is_open_ends_well() -> None:
    command = [sys.executable, "-c", LEFT_OPEN]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "DPO\n"), done.stderr


def test_one_guide_a_window_even_for_many_texts(sheet: Sheet, desk: Desk) -> None:
    assert guide_of(sheet, desk.theme) is guide_of(sheet, desk.theme)
    assert len(sheet.findChildren(WordGuide)) == 1
