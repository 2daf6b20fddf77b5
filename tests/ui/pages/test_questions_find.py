# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Looking for a question: by its words, by what is left to do, in the rail and in its drawer."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from tests.support.desks import open_bridge
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import answers, index_of, press, shown, type_text
from ui.desk import Desk
from ui.pages.questions import QuestionsPage
from ui.pages.questions_list import QuestionList
from ui.pages.questions_path import QuestionPath
from ui.pages.questions_said import ABOUT_WORDS

SMALL = (1024, 540)
BEGUN = {**{f"str-{n}": 2 for n in range(1, 8)}, "str-3": "nsp", "usa-1": "nsp"}


def found(page: QuestionsPage) -> list[str]:
    """The questions listed, by their words."""
    return [row.state.text for row in page.view.rail.search.found.rows]


def texts(page: QuestionsPage, *questions: str) -> list[str]:
    known = page.bridge.questionnaire.questions
    return [page.bridge.wording(known[one]).text for one in questions]


def test_words_are_found_whatever_their_accents_case_and_apostrophes(
    desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of()
    path = QuestionPath(bridge.snapshot)
    index = index_of(bridge)
    for typed, wanted in (
        ("Sauvegardées", "cyb-1"),
        ("SAUVEGARDES", "cyb-1"),
        ("d’urgence", "str-1"),
        ("etat civil", "adm-7"),
        ("l'état", "adm-7"),
    ):
        assert wanted in QuestionList(index, typed).questions(path), typed
    assert QuestionList(index, "zzyx").questions(path) == ()


def test_every_word_is_needed_wherever_it_stands(desk: Desk, open_dossier_of: OpenBridge) -> None:
    """In the question, a level, where to look, why, the example, or what the glossary says."""
    bridge = open_dossier_of()
    index, path = index_of(bridge), QuestionPath(bridge.snapshot)

    def find(typed: str) -> set[str]:
        return set(QuestionList(index, typed).questions(path))

    assert find("élu conseil") == find("elu") & find("CONSEIL")
    assert find("élu conseil")
    known = bridge.questionnaire.questions
    for question in ("str-1", "cyb-3"):
        wording = bridge.wording(known[question])
        for said in (wording.levels[4], wording.where, wording.why, wording.example):
            assert question in find(said)
    (syndicat,) = [e for e in bridge.knowledge.glossary if e.term.startswith("Syndicat info")]
    assert "str-4" in find(syndicat.definition)


def test_a_question_found_elsewhere_than_in_its_text_says_where(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1")
    page.view.open_find()
    type_text(page, "sauvegarde")
    rows = page.view.rail.search.found.rows
    assert rows[0].state.line == ""
    for row in rows[1:]:
        line, marked = row.state.line, row.state.in_line
        assert re.match(r"Niveau \d|Dans «\u202f[^»]+\u202f»", line)
        assert ["sauvegard" in line[a : a + n].casefold() for a, n in marked]
        assert marked
        assert row.accessibleDescription() == line
    press(page, Qt.Key.Key_Return)
    assert page.current == "cyb-1", "Entrée opens the nearest"


def test_ctrl_f_and_slash_go_to_the_search_and_escape_comes_back(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1")
    field = page.view.rail.search.field
    for key, held in (
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier),
    ):
        press(page, key, held)
        assert field.hasFocus()
        assert field.text() == ""
        press(page, Qt.Key.Key_Escape)
        assert page.view.column.body.levels.cards[2].hasFocus()


def test_what_is_found_takes_the_place_of_the_themes_and_is_opened(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers=BEGUN)
    page = shown(qtbot, desk, bridge, "str-1")
    search, rail = page.view.rail.search, page.view.rail
    assert rail.rows[0].isVisible()
    search.focus_field()
    type_text(page, "sauvegardes")
    assert not rail.rows[0].isVisible()
    assert search.status.text() == f"{len(found(page))}\u00a0questions"
    assert texts(page, "cyb-1")[0] in found(page)
    before = dict(answers(bridge))
    press(page, Qt.Key.Key_Down)
    rows = search.found.rows
    assert rows[0].hasFocus()
    press(page, Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    assert rows[1].accessibleName() == f"{rows[1].state.text} Sans réponse"
    press(page, Qt.Key.Key_Return)
    assert texts(page, str(page.current)) == [rows[1].state.text]
    assert rows[1].state.current
    assert answers(bridge) == before, "looking for writes nothing"
    press(page, Qt.Key.Key_3)
    assert rows[1].state.said == "Niveau 3"
    press(page, Qt.Key.Key_Escape)
    assert rail.rows[0].isVisible()
    assert (search.field.text(), search.status.text()) == ("", "")


@pytest.mark.parametrize("size", [(1366, 636), SMALL])
def test_tab_goes_through_the_search_as_it_is_read(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int]
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1", size)
    search, view = page.view.rail.search, page.view
    view.open_find()
    search.chips["unknown"].click()
    drawer = [view.find_drawer.close_drawer] if view.narrow else []
    chips = [search.chips["open"], search.chips["unknown"]]
    rail = [] if view.narrow else [search.close_search]
    wanted = [*drawer, search.field, *rail, *chips, search.everything, search.found.rows[0]]
    wanted[0].setFocus()
    order = []
    for _ in wanted:
        order.append(QApplication.focusWidget())
        press(page, Qt.Key.Key_Tab)
    assert order == wanted


def test_what_is_typed_in_the_search_answers_nothing(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers=BEGUN)
    page = shown(qtbot, desk, bridge, "str-1")
    page.view.open_find()
    before = bridge.snapshot
    type_text(page, "2 N s r/4")
    assert page.view.rail.search.field.text() == "2 N s r/4"
    assert bridge.snapshot is before


def test_entree_in_the_field_opens_the_first_and_nothing_found_is_said(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1")
    search = page.view.rail.search
    search.focus_field()
    type_text(page, "zzyx")
    assert search.status.text() == "Aucune question avec ces mots"
    press(page, Qt.Key.Key_Return)
    assert page.current == "str-1"
    search.field.selectAll()
    type_text(page, "etat civil")
    press(page, Qt.Key.Key_Return)
    assert texts(page, str(page.current)) == found(page)[:1]
    press(page, Qt.Key.Key_0)
    assert answers(page.bridge)[str(page.current)] == Answered(0), "the keys answer again"


def test_filters_say_how_many_and_hide_when_they_would_list_nothing(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers=BEGUN)
    page = shown(qtbot, desk, bridge, "str-1")
    chips = page.view.rail.search.chips
    page.view.open_find()
    page.begin()
    assert [one for one in chips if chips[one].isVisible()] == ["open", "unknown"]
    assert (chips["open"].count, chips["unknown"].count) == (53, 2)
    assert chips["unknown"].accessibleName() == "Ne sait pas, 2"
    press(page, Qt.Key.Key_R)
    assert (chips["review"].isVisible(), chips["review"].count) == (True, 1)
    chips["unknown"].click()
    assert chips["unknown"].isChecked()
    assert found(page) == texts(page, "str-3", "usa-1")
    chips["review"].click()
    assert found(page) == texts(page, "str-1", "str-3", "usa-1"), "one or the other"
    chips["unknown"].click()
    press(page, Qt.Key.Key_R)
    assert chips["review"].isVisible(), "a filter that is put is never hidden"
    assert page.view.rail.search.status.text() == "C’est fait\u00a0: il n’en reste aucune"
    assert page.view.bar.next.text() == "Tout afficher"
    press(page, Qt.Key.Key_Return)
    assert not chips["review"].isVisible()
    assert page.current == "str-1"


def test_a_filter_that_would_list_nothing_is_not_shown_even_that_of_what_has_no_answer(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    known = open_dossier_of().questionnaire.questions
    bridge = open_dossier_of(answers={one: 2 for one in known if known[one].type == "niveaux"})
    page = shown(qtbot, desk, bridge, "str-1")
    search = page.view.rail.search
    page.view.open_find()
    assert not [one for one, chip in search.chips.items() if chip.isVisible()]
    assert search.about.text() == ABOUT_WORDS


def test_one_control_opens_the_search_in_its_place_and_what_closes_it_brings_it_back(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1")
    rail, search = page.view.rail, page.view.rail.search
    assert rail.find_button.text() == "Chercher, filtrer…"
    assert not search.isVisible()
    rail.find_button.setFocus()
    press(page, Qt.Key.Key_Return)
    assert search.field.hasFocus()
    assert not rail.find_button.isVisible()
    assert rail.rows[0].isVisible(), "the themes stay until something is looked for"
    search.chips["unknown"].click()
    assert not rail.rows[0].isVisible()
    search.chips["unknown"].click()
    assert search.isVisible(), "the search stays when a filter is taken away"
    assert rail.rows[0].isVisible()
    search.chips["unknown"].setFocus()
    press(page, Qt.Key.Key_Escape)
    assert rail.find_button.hasFocus()
    rail.find_button.click()
    type_text(page, "sauvegarde")
    search.close_search.click()
    assert not search.isVisible()
    assert search.field.text() == ""
    assert rail.rows[0].isVisible()


def test_going_on_goes_through_the_list_and_says_so(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1")
    page.view.rail.search.chips["unknown"].click()
    page.begin()
    assert page.view.bar.next.text() == "Suivante de la liste"
    press(page, Qt.Key.Key_Return)
    assert page.current == "str-3"
    press(page, Qt.Key.Key_Return)
    assert page.current == "usa-1"
    assert page.view.bar.next.text() == "Début de la liste"
    press(page, Qt.Key.Key_2)
    press(page, Qt.Key.Key_Return)
    assert page.current == "str-3"
    press(page, Qt.Key.Key_1)
    assert page.view.rail.search.status.text() == "C’est fait\u00a0: il n’en reste aucune"
    press(page, Qt.Key.Key_Return)
    assert not page._place.list.wanted
    assert page.view.bar.next.text() == "Question suivante"


def test_going_back_stays_in_the_list_and_comes_by_the_same_way(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers={**BEGUN, "str-6": "nsp"}), "str-5")
    back = Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier
    page.show_detail("filtre:ne_sait_pas")
    assert page.current == "str-3"
    press(page, Qt.Key.Key_2)  # it leaves the list
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return)
    assert page.current == "usa-1"
    for question in ("str-6", "str-3", "str-5"):
        press(page, *back)
        assert page.current == question
    page.view.rail.search.found.rows[1].click()
    assert page.current == "usa-1"
    press(page, *back)
    assert page.current == "str-6", "the one before in the list"
    press(page, *back)
    assert page.current == "str-5", "the list has none before: where one was"
    page.leave_list()
    press(page, *back)
    assert page.current == "str-4"


def test_what_is_taken_back_is_left_by_the_way_one_came_from_it(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    unknown = dict.fromkeys(("str-3", "str-7", "edu-4"), "nsp")
    page = shown(qtbot, desk, open_dossier_of(answers={**BEGUN, **unknown}), "str-5")
    page.show_detail("filtre:ne_sait_pas")
    back = Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier
    press(page, Qt.Key.Key_Return)
    assert page.current == "str-7"
    press(page, Qt.Key.Key_2)
    press(page, Qt.Key.Key_Return)
    assert page.current == "usa-1"
    page.bridge.undo()
    qtbot.waitUntil(lambda: page.current == "str-7")
    page.show_detail("str-7")  # as the window does once it has said so
    press(page, *back)
    assert page.current == "str-3"
    press(page, *back)
    assert page.current == "str-5"


@pytest.mark.parametrize("size", [(1366, 636), SMALL])
def test_a_list_has_one_way_out_at_a_time(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int]
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1", size)

    def ways_out() -> list[QAbstractButton]:
        buttons = page.findChildren(QAbstractButton)
        return [one for one in buttons if one.isVisible() and one.text() == "Tout afficher"]

    page.show_detail("filtre:ne_sait_pas")
    assert len(ways_out()) == 1
    press(page, Qt.Key.Key_2)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_2)
    assert page.view.rail.search.status.text() == "C’est fait\u00a0: il n’en reste aucune"
    assert ways_out() == [page.view.bar.next]
    press(page, Qt.Key.Key_Return)
    assert ways_out() == []


def test_one_key_per_answer_goes_through_a_list(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    desk.preferences.moves_on = True
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-3")
    page.view.rail.search.chips["unknown"].click()
    page.begin()
    press(page, Qt.Key.Key_2)
    assert page.current == "usa-1"
    press(page, Qt.Key.Key_2)
    assert page.current == "usa-1", "the list is empty: one stays there"


def test_where_the_rail_is_thin_a_drawer_holds_the_search(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1", SMALL)
    view = page.view
    assert view.rail.search_button.isVisible()
    assert not view.rail.search.isVisible()
    view.rail.search_button.click()
    assert view.find_drawer.isVisible()
    assert view.rail.search.field.hasFocus()
    assert view.find_drawer.geometry().left() == view.rail.geometry().right() + 1
    assert view.rail.search.about.isVisible()
    type_text(page, "sauvegarde")
    press(page, Qt.Key.Key_Return)
    assert not view.find_drawer.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.column.isAncestorOf(focus)
    assert view.bar.everything.isVisible(), "that a list is shown is still said, and left"
    assert "Une liste est affichée" in view.rail.search_button.accessibleDescription()
    view.toggle_drawer()
    view.rail.search_button.click()
    assert not view.help.isVisible(), "one drawer at a time"
    page.resize(1366, 636)
    assert not view.find_drawer.isVisible()
    assert view.rail.search.isVisible()
    view.bar.everything.click()
    assert view.rail.rows[0].isVisible()


def test_a_question_found_before_any_answer_begins_there(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of())
    assert page.view.start.isVisible()
    press(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(page, "etat civil")
    press(page, Qt.Key.Key_Return)
    assert page.current == "adm-7"
    assert not page.view.start.isVisible()


# --- The next year


def test_answers_taken_over_are_confirmed_by_the_button_or_the_same_key(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"str-1": 2, "str-2": "nsp", "str-3": 3})
    with qtbot.waitSignal(bridge.saved):
        bridge.start_next(desk.today().replace(year=2027))
    qtbot.waitUntil(lambda: len(bridge.snapshot.assessment.to_confirm) == 3)
    page = shown(qtbot, desk, bridge, "str-1")
    remark, chips = page.view.column.remarks[0], page.view.rail.search.chips
    said = "Réponse reprise de 2026. Est-elle toujours vraie\u202f?"
    assert remark.text == f"{said} Si oui, touche 2."
    assert page.view.column.crumb.text().endswith("question 1 sur 8 · à confirmer")
    assert "3 à confirmer" in page.view.rail.rows[0].accessibleName()
    assert chips["confirm"].count == 3
    assert not chips["confirm"].isHidden()
    press(page, Qt.Key.Key_Return)
    assert page.current == "str-2", "Entrée confirms nothing"
    assert remark.text == f"{said} Si oui, touche N."
    desk.preferences.answer_keys = False
    page.refresh()
    assert remark.text == said
    desk.preferences.answer_keys = True
    assert len(bridge.snapshot.assessment.to_confirm) == 3
    press(page, Qt.Key.Key_N)
    assert bridge.snapshot.assessment.to_confirm == {"str-1", "str-3"}
    page.go_back()
    remark.button.click()
    assert not remark.isVisible()
    page.show_detail("str-3")
    press(page, Qt.Key.Key_3)
    assert answers(bridge)["str-3"] == Answered(3)
    qtbot.waitUntil(lambda: bridge.pending == 0)
    again = open_bridge(desk, bridge.path)
    assert not again.snapshot.assessment.to_confirm
    again.close()
    assert chips["confirm"].isHidden()


def test_the_next_year_opens_at_the_first_answer_to_confirm(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    known = open_dossier_of().questionnaire.questions
    bridge = open_dossier_of(answers={one: 2 for one in known if known[one].type == "niveaux"})
    page = shown(qtbot, desk, bridge, "cyb-8")
    with qtbot.waitSignal(bridge.saved):
        bridge.start_next(desk.today().replace(year=2027))
    qtbot.waitUntil(lambda: bool(bridge.snapshot.assessment.to_confirm))
    qtbot.waitUntil(lambda: page.current == "str-1")
    page.show_detail("cyb-8")
    press(page, Qt.Key.Key_2)
    assert "encore à confirmer" in page.view.column.remarks[0].text
    page.view.column.remarks[0].button.click()
    assert page.current == "str-1"


def test_the_next_year_of_a_short_form_opens_at_its_first_answer(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    known = open_dossier_of().questionnaire.questions
    express = [one for one in known if known[one].express]
    bridge = open_dossier_of(answers=dict.fromkeys(express, 2))
    with qtbot.waitSignal(bridge.saved):
        bridge.start_next(desk.today().replace(year=2027))
    qtbot.waitUntil(lambda: bool(bridge.snapshot.assessment.to_confirm))
    page = shown(qtbot, desk, bridge)
    for number, question in enumerate(express, 1):
        assert (page.express, page.current) == (True, question)
        press(page, Qt.Key.Key_2)
        if number < len(express):
            press(page, Qt.Key.Key_Return)
    assert not bridge.snapshot.assessment.to_confirm


def test_the_next_year_goes_on_at_the_first_answer_still_to_confirm(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"str-1": 2, "str-3": 2})
    with qtbot.waitSignal(bridge.saved):
        bridge.start_next(desk.today().replace(year=2027))
    qtbot.waitUntil(lambda: bool(bridge.snapshot.assessment.to_confirm))
    bridge.confirm("str-1")
    assert shown(qtbot, desk, bridge).current == "str-3", "str-2 was never answered"


def test_another_page_may_ask_for_a_filter_and_the_first_of_its_list_opens(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1")
    page.show_detail("filtre:ne_sait_pas")
    assert found(page) == texts(page, "str-3", "usa-1")
    assert page.current == "str-3"
    assert page.view.rail.search.status.text() == "2\u00a0questions"
    page.show_detail("filtre:a_revoir")  # nothing is marked: one stays where one was
    assert found(page) == []
    assert page.current == "str-3"
