# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The widgets that a question is answered with: they show what they are told, and only say."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from autodiag.model.knowledge import GlossaryEntry
from autodiag.text.terms import Found
from ui.desk import Desk
from ui.theme import Theme
from ui.widgets.answer_button import AnswerButton
from ui.widgets.answer_cards import AnswerCards, Sentence
from ui.widgets.card_face import CHOSEN_TEXT, COLUMN, SIDE_PAD, CardFace
from ui.widgets.flow_row import FlowRow
from ui.widgets.note_field import NoteField
from ui.widgets.number_field import NumberField
from ui.widgets.remark import Remark
from ui.widgets.term_text import TermText

LONG = "Tous les services partagés utiles sont en place, prix et qualité revus chaque année."


def cards_of(qtbot: QtBot, desk: Desk) -> AnswerCards:
    cards = AnswerCards(desk.theme, 5)
    qtbot.addWidget(cards)
    cards.resize(640, 400)
    cards.show_sentences([Sentence(str(n), LONG, (), n, "Réflexion engagée") for n in range(5)])
    cards.show()
    return cards


def test_a_clicked_card_says_its_place_and_stays_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    cards = cards_of(qtbot, desk)
    corner = cards.cards[2].rect().topLeft() + QPoint(1, 1)
    with qtbot.waitSignal(cards.chosen) as chosen:
        qtbot.mouseClick(cards.cards[2], Qt.MouseButton.LeftButton, pos=corner)
    assert chosen.args == [2]
    assert not any(card.isChecked() for card in cards.cards)


def test_one_card_then_none_can_be_shown_as_chosen(qtbot: QtBot, desk: Desk) -> None:
    cards = cards_of(qtbot, desk)
    for places in ((1,), (4,), (), (0,)):
        cards.show_chosen(places)
        assert [n for n, card in enumerate(cards.cards) if card.isChecked()] == list(places)


def test_a_chosen_card_is_as_high_as_the_others(qtbot: QtBot, desk: Desk) -> None:
    cards = cards_of(qtbot, desk)
    before = [card.geometry() for card in cards.cards]
    cards.show_chosen((3,))
    assert [card.geometry() for card in cards.cards] == before
    assert [card.heightForWidth(640) for card in cards.cards] == [before[0].height()] * 5


@pytest.mark.parametrize("scale", [1, 1.25, 1.5, 2])
def test_what_the_chosen_card_says_holds_in_its_column(desk: Desk, scale: float) -> None:
    theme = Theme(desk.paths.bundle.resources, "light", scale)
    face = CardFace(theme)
    face.show("2", "Oui.", (), 2, "Mise en œuvre complète et effective")
    words = QFontMetricsF(theme.font("caption", bold=True)).horizontalAdvance(CHOSEN_TEXT)
    beside = face._beside_pips() + round(16 * scale) + 3
    assert beside + words <= COLUMN * scale
    face.pad, face.least = 5, 54
    width = round(640 * scale)
    assert face.height(width) - face._side_height(width) >= 2 * SIDE_PAD * scale


def test_fewer_answers_hide_the_cards_that_are_left(qtbot: QtBot, desk: Desk) -> None:
    cards = cards_of(qtbot, desk)
    cards.show_sentences([Sentence("1", "Oui"), Sentence("2", "Non")])
    assert len(cards.cards) == 2
    assert len([c for c in cards.children() if getattr(c, "isVisible", bool)()]) == 2
    cards.show_sentences([Sentence(str(n), "x") for n in range(7)])
    assert len(cards.cards) == 7


def test_where_there_is_no_room_beside_the_level_comes_under(qtbot: QtBot, desk: Desk) -> None:
    face = cards_of(qtbot, desk).cards[0].face
    assert face._text_width(559) > face._text_width(561)
    assert face.height(559) > 0


def test_an_answer_button_says_that_it_was_clicked_and_keeps_its_width(
    qtbot: QtBot, desk: Desk
) -> None:
    button = AnswerButton(desk.theme, "N", "Je ne sais pas")
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    with qtbot.waitSignal(button.clicked):
        button.click()
    assert not button.isChecked()
    button.setChecked(True)
    assert button.sizeHint().width() == width


def test_buttons_without_room_go_to_the_next_line(qtbot: QtBot) -> None:
    row = FlowRow()
    qtbot.addWidget(row)
    buttons = [QPushButton(f"Un bouton {n}") for n in range(4)]
    for button in buttons:
        row.add(button, right=button is buttons[-1])
    one = row.heightForWidth(2000)
    assert row.heightForWidth(buttons[0].sizeHint().width() + 5) > 3 * one
    row.resize(1200, 60)
    row.show()
    assert buttons[-1].geometry().right() == row.rect().right()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1 284,5", 1284.5), ("12", 12), ("-3", None), ("douze", None), ("1e3", 1000), ("nan", None)],
)
def test_a_number_is_read_as_it_is_written_in_french(
    qtbot: QtBot, desk: Desk, typed: str, kept: float | None
) -> None:
    field = NumberField(desk.theme)
    qtbot.addWidget(field)
    field.ask("Combien ?", 0, 5000, "postes")
    said: list[object] = []
    field.number_chosen.connect(said.append)
    qtbot.keyClicks(field.edit, typed)
    field.flush()
    assert said == ([] if kept is None else [kept])
    assert (field.edit.property("fault") == "true") == (kept is None)


def test_an_emptied_field_takes_the_number_away(qtbot: QtBot, desk: Desk) -> None:
    field = NumberField(desk.theme)
    qtbot.addWidget(field)
    field.ask("Combien ?", 0, 50, "")
    field.show_number(12)
    assert field.edit.text() == "12"
    field.edit.selectAll()
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(field.number_chosen) as said:
        field.flush()
    assert said.args == [None]


def test_a_note_is_said_after_a_pause_and_once(qtbot: QtBot) -> None:
    note = NoteField()
    qtbot.addWidget(note)
    said: list[str] = []
    note.note_written.connect(said.append)
    qtbot.keyClicks(note, "Bureau 2")
    assert not said
    note.show_note("ce qui est enregistré")
    assert note.toPlainText() == "Bureau 2", "what is being typed is left alone"
    qtbot.waitUntil(lambda: said == ["Bureau 2"], timeout=3000)
    note.flush()
    assert said == ["Bureau 2"]


def test_a_remark_says_what_its_button_is_for(qtbot: QtBot, desk: Desk) -> None:
    remark = Remark(desk.theme)
    qtbot.addWidget(remark)
    assert remark.text == ""
    remark.say("Une remarque.", action="question:str-2", do="Y aller")
    assert remark.text == "Une remarque."
    with qtbot.waitSignal(remark.chosen) as chosen:
        remark.button.click()
    assert chosen.args == ["question:str-2"]
    remark.say("Une autre.", "check", "ok")
    assert remark.button.isHidden()
    remark.clear()
    assert remark.text == ""


def test_becoming_bold_moves_no_word_to_another_line(desk: Desk) -> None:
    text = TermText(1.0)
    text.set_text("La liste écrite des contrats, avec prix et échéances, est établie et suivie.")
    plain, bold = desk.theme.font("card"), desk.theme.font("card", bold=True)

    def cuts(layout: QTextLayout) -> list[int]:
        return [layout.lineAt(at).textStart() for at in range(layout.lineCount())]

    for width in range(180, 640, 7):
        lines = cuts(text._layout(bold, width))
        assert cuts(text._layout(plain, width, bold)) == lines, width


def test_a_text_is_as_high_as_its_lines(desk: Desk) -> None:
    text, font = TermText(1.0), desk.theme.font("card")
    text.set_text(LONG, (Found(0, 4, GlossaryEntry("Tous", "Chacun.")),))
    one, several = text.height(font, 5000), text.height(font, 200)
    assert text.lines(font, 5000) == 1
    assert several == pytest.approx(one * text.lines(font, 200), rel=0.05)
