# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the page says in every state of a dossier, and where it goes."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from tests.support.desks import FIVE, every, open_bridge, write_dossier
from tests.support.shipped import shipped_questionnaire
from tests.ui.conftest import OpenBridge
from tests.ui.pages.questions_support import answers, on_disk, press, shown, type_text
from ui.bridge import Bridge
from ui.desk import Desk

EXPRESS = [q.id for q in shipped_questionnaire().questions.values() if q.express]


def test_an_empty_dossier_offers_the_short_form(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of()
    page = shown(qtbot, desk, bridge)
    assert page.view.start.express.text() == "Commencer par les 12 questions express"
    assert not page.view.bar.isVisible()
    press(page, Qt.Key.Key_3)
    assert not answers(bridge), "nothing is asked yet"
    page.view.start.focus_first()
    press(page, Qt.Key.Key_Return)
    assert (page.express, page.current) == (True, EXPRESS[0])
    assert page.view.column.crumb.text().endswith("question express 1 sur 12")


def test_the_short_form_asks_its_questions_then_offers_the_others(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of()
    page = shown(qtbot, desk, bridge)
    page.view.start.express.click()
    for number, question in enumerate(EXPRESS, 1):
        assert page.current == question
        press(page, Qt.Key.Key_2)
        if number < len(EXPRESS):
            press(page, Qt.Key.Key_Return)
    assert list(answers(bridge)) == EXPRESS
    remark = page.view.column.remarks[0]
    assert remark.text == (
        "Vous avez vu les 12 questions express. Il reste 49\u00a0autres questions."
    )
    assert page.view.bar.next.text() == "Voir l’aperçu"
    with qtbot.waitSignal(page.went_to) as went:
        press(page, Qt.Key.Key_Return)
    assert went.args == ["resultats", None]
    remark.button.click()
    assert (page.express, page.current) == (False, "str-1")


def test_the_end_of_the_short_form_leads_to_what_is_left_of_it(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers={EXPRESS[-1]: 2}), EXPRESS[-1])
    assert page.express
    assert page.view.bar.next.text() == "Répondre aux 11 restantes"
    press(page, Qt.Key.Key_Return)
    assert page.current == EXPRESS[0]


def test_the_short_form_can_be_left_at_any_time(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    page = shown(qtbot, desk, open_dossier_of())
    page.view.start.express.click()
    page.view.bar.whole.click()
    assert (page.express, page.current) == (False, "str-1")
    assert "question 1 sur 8" in page.view.column.crumb.text()


def test_a_short_form_under_way_is_taken_up_again(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    begun = open_dossier_of(answers=dict.fromkeys(EXPRESS[:5], 2))
    page = shown(qtbot, desk, begun)
    assert (page.express, page.current) == (True, EXPRESS[5])
    done = open_dossier_of(answers=dict.fromkeys(EXPRESS, 2))
    page = shown(qtbot, desk, done)
    assert (page.express, page.current) == (False, "str-1")


def test_the_page_resumes_after_the_last_answer(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"str-1": 1, "str-3": 2, "usa-1": "nsp"})
    page = shown(qtbot, desk, bridge)
    assert page.current == "usa-2"


def test_the_rail_counts_what_is_asked_answered_and_unknown(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    row, other = page.view.rail.rows[:2]
    press(page, Qt.Key.Key_N)
    name = "Outils de la mairie, 1\u00a0question vue sur 3, 1 à préciser, thème en cours"
    assert row.accessibleName() == name
    with qtbot.waitSignal(bridge.changed):
        bridge.set_facts({"ecole": False})
    said = "Accueil des habitants, 0\u00a0question vue sur 2, 1 non posée"
    assert other.accessibleName() == said
    assert page.view.rail._done.text() == "1\u00a0question vue"
    assert page.view.rail._left.text() == "sur 5, encore 4"


def test_a_theme_opens_at_what_is_left_of_it(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"usa-1": 1, **{f"str-{n}": 2 for n in range(1, 9)}})
    page = shown(qtbot, desk, bridge)
    page.view.rail.rows[1].click()
    assert page.current == "usa-2"
    page.view.rail.rows[1].setFocus()
    press(page, Qt.Key.Key_Up)
    assert page.view.rail.rows[0].hasFocus()
    press(page, Qt.Key.Key_Return)
    assert page.current == "str-1"
    page.show_detail("cyber")
    assert page.current == "cyb-1"
    page.show_detail("don-2")
    assert page.current == "don-2"


def test_the_end_of_a_theme_is_said_gently(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={f"str-{n}": 2 for n in range(1, 9)})
    page = shown(qtbot, desk, bridge, "str-8")
    assert page.view.bar.next.text() == "Thème suivant"
    press(page, Qt.Key.Key_Return)
    assert page.current == "usa-1"
    assert page.view.column.crumb.text().endswith(
        "Stratégie et gouvernance numériques\u00a0: terminé"
    )
    press(page, Qt.Key.Key_Return)
    assert "terminé" not in page.view.column.crumb.text()


def test_the_last_question_leads_to_the_results_and_says_what_is_left(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    questionnaire = shipped_questionnaire()
    most = every(questionnaire, 2)
    del most["adm-3"]
    bridge = open_dossier_of(answers=most)
    page = shown(qtbot, desk, bridge, list(questionnaire.questions)[-1])
    remark = page.view.column.remarks[0]
    assert remark.text == "C’est la dernière. 1\u00a0question est encore sans réponse."
    assert page.view.bar.next.text() == "Voir les résultats"
    with qtbot.waitSignal(page.went_to) as went:
        press(page, Qt.Key.Key_Return)
    assert went.args == ["resultats", None]
    remark.button.click()
    assert page.current == "adm-3"
    press(page, Qt.Key.Key_2)
    page.show_detail(list(questionnaire.questions)[-1])
    assert remark.text == "Vous avez vu toutes les questions."


def test_S2_a_question_that_does_not_apply_is_shown_with_its_reason_and_not_asked(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(folder=FIVE, facts={"ecole": False}, answers={"acc-1": 3})
    page = shown(qtbot, desk, bridge, "acc-1")
    column = page.view.column
    assert column.remarks[0].text == "Cette question n’est pas posée. La commune n’a pas d’école."
    assert column.remarks[0].geometry().bottom() < column.body.y(), "read before what is shut"
    assert not any(card.isChecked() for card in column.body.levels.cards)
    press(page, Qt.Key.Key_1)
    press(page, Qt.Key.Key_N)
    assert answers(bridge) == {"acc-1": Answered(3)}, "kept, and not written to"
    with qtbot.waitSignal(page.went_to) as went:
        column.remarks[0].button.click()
    assert went.args[0] == "collectivite"
    page.show_detail("out-3")
    press(page, Qt.Key.Key_Return)
    assert page.current == "acc-2", "it is passed over"


def test_an_answer_that_no_longer_fits_is_said_and_replaced(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path / "mairie.autodiag", {"out-1": 3}, folder=FIVE)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE answers SET value = '9'")
    bridge = open_bridge(desk, path)
    assert set(bridge.faults) == {"out-1"}
    page = shown(qtbot, desk, bridge, "out-1")
    assert page.view.column.remarks[0].text.startswith("La réponse enregistrée ne convient plus")
    press(page, Qt.Key.Key_3)
    assert on_disk(bridge, qtbot) == {"out-1": Answered(3)}
    assert not page.view.column.remarks[0].isVisible()
    bridge.close()


def test_two_answers_that_sit_oddly_are_remarked_on_both_pages(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of(answers={"str-2": 0})
    page = shown(qtbot, desk, bridge, "str-6")
    remark = page.view.column.remarks[0]
    assert not remark.isVisible()
    press(page, Qt.Key.Key_3)
    assert remark.text.startswith("Des chiffres sont relevés")
    remark.button.click()
    assert page.current == "str-2"
    assert remark.text.startswith("Des chiffres sont relevés")
    press(page, Qt.Key.Key_1)
    assert not remark.isVisible()


def test_what_is_read_is_what_is_answered_when_the_wording_changes(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge
) -> None:
    """A town that grew keeps its answer, under the words it answered, until it answers again."""
    bridge = open_dossier_of(folder=FIVE, answers={"out-1": 2})
    bridge.set_authority(LocalAuthority("Montbrelle", population=12_000))
    page = shown(qtbot, desk, bridge, "out-1")
    column = page.view.column
    base = bridge.questionnaire.questions["out-1"].wording()
    grown = bridge.questionnaire.questions["out-1"].wording("grande")
    assert column.title.text() == base.text
    press(page, Qt.Key.Key_4)
    assert answers(bridge) == {"out-1": Answered(2)}
    assert column.remarks[0].text.startswith("Vous avez répondu à cette question sous une autre")
    column.remarks[0].button.click()
    assert column.title.text() == grown.text
    press(page, Qt.Key.Key_4)
    assert on_disk(bridge, qtbot) == {"out-1": Answered(4, "grande")}


# --- The other types of question


def test_a_choice_is_written_by_its_key(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-2")
    press(page, Qt.Key.Key_0)
    assert not answers(bridge)
    press(page, Qt.Key.Key_2)
    assert on_disk(bridge, qtbot) == {"out-2": Answered("prestataire")}


def test_several_choices_are_ticked_one_by_one(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "acc-2")
    cards = page.view.column.body.several.cards
    press(page, Qt.Key.Key_3)
    cards[0].click()
    assert on_disk(bridge, qtbot) == {"acc-2": Answered(("guichet", "courriel"))}
    assert [card.isChecked() for card in cards] == [True, False, True]
    press(page, Qt.Key.Key_1)
    press(page, Qt.Key.Key_3)
    assert not answers(bridge), "nothing ticked is an answer taken away"


def test_a_number_is_typed_checked_and_written(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "out-3")
    field = page.view.column.body.number
    assert field.edit.hasFocus()
    type_text(page, "12000")
    press(page, Qt.Key.Key_Return)
    assert not answers(bridge)
    assert page.current == "out-3"
    assert field._said.text() == "Un nombre de 0 à 5\u202f000."
    field.edit.selectAll()
    type_text(page, "1 204")
    press(page, Qt.Key.Key_Return)
    assert on_disk(bridge, qtbot) == {"out-3": Answered(1204)}
    assert page.current == "acc-1", "Entrée goes on, once"
    page.go_back()
    assert field.edit.text() == "1\u202f204"


def test_a_number_is_kept_when_the_question_is_left(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-3")
    type_text(page, "7")
    page.view.bar.previous.click()
    assert answers(bridge) == {"out-3": Answered(7)}


def test_a_mark_is_given_out_of_ten(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    page = shown(qtbot, desk, bridge, "acc-3")
    marks = page.view.column.body.marks
    press(page, Qt.Key.Key_7)
    assert answers(bridge) == {"acc-3": Answered(7)}
    marks.segment("10").click()
    assert on_disk(bridge, qtbot) == {"acc-3": Answered(10)}
    assert marks.choice == "10"


def test_every_question_of_the_page_is_reached_by_entree_alone(
    qtbot: QtBot, desk: Desk, bridge: Bridge
) -> None:
    page = shown(qtbot, desk, bridge, "out-1")
    seen = [page.current]
    for _ in range(5):
        press(page, Qt.Key.Key_Return)
        seen.append(page.current)
    assert seen == list(bridge.questionnaire.questions)
