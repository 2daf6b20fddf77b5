# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Résultats » on real dossiers: every state says what is true, and leads where it says."""

import gc
import weakref
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import StoredPlan
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import situation_of
from autodiag.roadmap.stored import dump_roadmap, load_roadmap
from autodiag.text.sentences import unstarred
from tests.support.builders import Short
from tests.support.desks import FIVE
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.walks import cut, overflow
from ui.bridge import Bridge
from ui.desk import Desk
from ui.dialogs.help_dialog import HelpDialog
from ui.pages.results import ResultsPage
from ui.pages.results_layout import Parts, arrange
from ui.pages.results_theme import WHOLE
from ui.recent import recent_of
from ui.recent_state import progress_said
from ui.widgets.callout import told_in
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.row_button import RowButton

EPCI = LocalAuthority("Agglomération d’Exemple", "epci", siren="200000000", population=82_000)
Open = Callable[..., ResultsPage]


def everywhere(level: Short, **themes: Short) -> dict[str, Short]:
    """The same short answer everywhere, but in the themes named; None answers nothing."""
    questions = shipped_questionnaire().questions.values()
    answers = {q.id: themes.get(q.theme, level) for q in questions}
    return {question: answer for question, answer in answers.items() if answer is not None}


def express(level: Short) -> dict[str, Short]:
    return {q.id: level for q in shipped_questionnaire().questions.values() if q.express}


@pytest.fixture
def open_page(qtbot: QtBot, desk: Desk, open_dossier_of: Any) -> Open:
    def make(**contents: Any) -> ResultsPage:
        page = ResultsPage(desk, open_dossier_of(**contents))
        qtbot.addWidget(page)
        page.resize(1366, 636)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return make


def seen(page: QWidget) -> str:
    """Every word on the page, in no order."""
    QApplication.processEvents()  # what was just added to a layout shows a little later
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return unstarred("\n".join(label.accessibleName() or label.text() for label in labels))


def store_a_plan(bridge: Bridge) -> None:
    situation = situation_of(bridge.snapshot, bridge.result, bridge.knowledge)
    roadmap = plan_roadmap(situation, date(2026, 11, 21), 2.0)
    plan = StoredPlan(dump_roadmap(roadmap), roadmap.inputs_sha256, roadmap.made_on)
    bridge.store_plan(plan)


# --- What there is


def test_P7_the_kind_label_comes_first_and_the_study_s_word_is_quoted(open_page: Open) -> None:
    page = open_page(answers=everywhere(1))
    assert page.profile.headline.text() == "Au début du chemin"
    assert page.profile.low.text() == "Profil «\u202fretardataire\u202f»"
    assert page.profile.source.text().endswith("Il décrit une étape, pas vos efforts.")
    assert page.profile.headline.y() < page.profile.tags.y()


def test_P4_an_uncertain_profile_names_both_and_whom_to_ask(open_page: Open) -> None:
    page = open_page(answers=everywhere(2, cyber="nsp"))
    assert page.profile.headline.text() == "Au début du chemin", "the prudent stage first"
    assert [tag.text() for tag in (page.profile.low, page.profile.high)] == [
        "«\u202fretardataire\u202f»",
        "«\u202fpragmatique\u202f»",
    ]
    assert "entre deux étapes" in page.profile.who.text()
    assert page.ask.isVisible()
    assert set(page.ask.links) <= {q for q in shipped_questionnaire().questions if "cyb" in q}


def test_P6_why_and_what_would_change_it_with_a_strength_and_the_next_step(
    open_page: Open,
) -> None:
    page = open_page(answers=everywhere(1, usagers=3))
    why, change = page.profile.why.accessibleName(), page.profile.change.accessibleName()
    assert "Score global\u00a0: 1,2 sur\u00a04" in why
    assert "Votre point d’appui\u00a0: Services aux usagers, 3,0" in why
    assert "score global d’au moins 2" in change
    assert "il manque moins de\u00a00,8" in change
    assert "La prochaine marche." in seen(page.portrait)


def test_the_header_counts_and_leads_on(qtbot: QtBot, open_page: Open) -> None:
    answers = everywhere(2, cyber="nsp") | {"usa-1": "so"}
    page = open_page(answers=answers)
    assert page.header.day.text() == "21\u00a0novembre 2026"
    unknown = sum(answer == "nsp" for answer in answers.values())
    doubts = f"{unknown}\u00a0«\u202fje ne sais pas\u202f»"
    assert page.header.facts.text() == (
        f"61\u00a0questions vues sur 61, dont {doubts} et 1\u00a0sans objet"
    )
    welcome = progress_said(recent_of(page.bridge, ""), "")
    assert page.header.facts.text().startswith(welcome)  # one way to count
    assert page.header.unknowns.text() == f"Préciser {unknown}\u00a0réponses"
    with qtbot.waitSignal(page.went_to) as asked:
        page.header.unknowns.click()
    assert asked.args == ["questions", "cyb-1"]
    with qtbot.waitSignal(page.went_to) as asked:
        page.header.roadmap.click()
    assert asked.args == ["feuille", None]


def test_S9_the_opening_mark_stands_against_the_answers(open_page: Open) -> None:
    page = open_page(answers=everywhere(2))
    assert not page.profile.mark.isVisible(), "not asked for once the result is known"
    page.bridge.set_opening_mark(7)
    part = page.profile.mark
    assert part.chart.isVisible()
    assert part.title.text() == "Vous vous étiez noté 7 sur 10"
    assert part.gap.text() == (
        "C’est environ 2\u00a0points de plus que vos réponses\u00a0: 5,0 sur\u00a010."
    )
    said = QAccessible.queryAccessibleInterface(part.chart)
    text = said.text(QAccessible.Text.Description)
    assert "Vos réponses\u00a0: 5,0" in text
    assert "Au départ\u00a0: 7" in text


def test_the_opening_mark_is_asked_for_before_the_result(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers={"str-1": 2})
    assert page.missing.mark_button is not None
    with qtbot.waitSignal(page.went_to) as asked:
        page.missing.mark_button.click()
    assert asked.args == ["collectivite", "note"]
    page.bridge.set_opening_mark(7)
    assert page.missing.mark_button is None


def test_obligations_are_counted_and_lead_to_their_page(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers=everywhere(0))
    (link,) = page.duties.findChildren(RowButton)
    assert "à faire" in link.accessibleName().casefold()
    with qtbot.waitSignal(page.went_to) as asked:
        link.click()
    assert asked.args == ["obligations", None]


def test_P6_the_next_step_is_how_the_stored_plan_begins(open_page: Open) -> None:
    page = open_page(answers=everywhere(1))
    portrait = page.bridge.knowledge.portraits["retardataire"].next_step
    assert portrait in seen(page.portrait)
    store_a_plan(page.bridge)
    words = seen(page.portrait)
    assert portrait not in words, "it could say other months than the plan"
    stored = page.bridge.stored_plan
    assert stored is not None
    roadmap = load_roadmap(stored.text, page.bridge.knowledge.obligations)
    first = next(done for done in roadmap.horizons[0].actions if done.kind == "action")
    begins = f"Votre feuille de route, de 0 à 6 mois, commence par : • {first.title}"
    assert (
        begins.split()
        == words[words.index("Votre feuille de route, de") :].split()[: len(begins.split())]
    )


def test_nothing_is_explained_that_is_not_there(open_page: Open) -> None:
    page = open_page(answers=everywhere(2))
    assert "Cadre" not in page.map.legend.text(), "every answer is known"
    assert "point d’appui" not in page.profile.why.accessibleName(), "no theme stands out"


def test_the_first_focus_is_the_first_thing_to_do(open_page: Open) -> None:
    page = open_page(answers=everywhere(2, cyber="nsp"))
    assert page.window().focusWidget() is page.header.roadmap
    nothing = open_page()
    assert nothing.window().focusWidget() is nothing.empty.button


def test_the_thresholds_lead_to_the_method(open_page: Open) -> None:
    page = open_page(answers=everywhere(2))
    (_, link) = page.steps.findChildren(RowButton)
    assert "La méthode" in link.accessibleName()
    link.click()
    (dialog,) = page.findChildren(HelpDialog)
    assert dialog.isVisible()
    dialog.close()


def test_answers_of_last_year_are_counted_and_lead_to_those_left_to_confirm(
    qtbot: QtBot, open_page: Open
) -> None:
    page = open_page(answers=everywhere(2))
    assert not page.header.taken_over.isVisible()
    year = page.bridge.snapshot.assessment.day.year
    page.bridge.start_next(date(year + 1, 11, 20))
    qtbot.waitUntil(page.header.taken_over.isVisible)
    said = page.header.taken_over.text()
    asked = sum(t.state != "non_applicable" for t in page.bridge.result.traces().values())
    assert said == f"Dont {asked}\u00a0reprises de {year}, à confirmer"
    with qtbot.waitSignal(page.went_to) as gone:
        page.header.taken_over.click()
    assert gone.args == ["questions", "filtre:a_confirmer"]
    page.bridge.confirm("str-1")
    assert f"Dont {asked - 1}\u00a0" in page.header.taken_over.text()
    page.bridge.set_to_review("str-2", True)
    assert page.header.to_review.text() == "Revoir 1\u00a0question"
    with qtbot.waitSignal(page.went_to) as gone:
        page.header.to_review.click()
    assert gone.args == ["questions", "filtre:a_revoir"]


# --- The map


def test_the_map_is_named_by_its_conclusion_and_read_as_a_table(
    qtbot: QtBot, open_page: Open
) -> None:
    page = open_page(answers=everywhere(2))
    chart = QAccessible.queryAccessibleInterface(page.map.chart)
    assert chart.role() == QAccessible.Role.Graphic
    assert chart.text(QAccessible.Text.Name) == "La carte des profils\u00a0: En route"
    assert "2,0 sur\u00a04" in chart.text(QAccessible.Text.Description)
    page.map.in_words.click()
    assert not page.map.chart.isVisible()
    table = page.map.table
    first = [table.item(0, column).text() for column in range(4)]  # type: ignore[union-attr]
    assert first == ["Montbrelle aujourd’hui", "2,0", "2,0", "En route"]
    assert table.rowCount() == 1 + 3, "the place, then one row a stage"
    assert table.item(2, 2).text().count("\n") == 1, "a region of two rectangles"
    name = "Pilotage, sur 4"
    qtbot.waitUntil(
        lambda: table.horizontalHeaderItem(1).text().split() == name.split()  # type: ignore[union-attr]
    )


def test_the_map_shows_where_the_plan_leads_only_while_it_is_today_s(open_page: Open) -> None:
    page = open_page(answers=everywhere(1))
    assert page.map.table.rowCount() == 4
    store_a_plan(page.bridge)
    assert page.map.table.rowCount() == 5
    assert "feuille de route" in page.map.chart.accessibleDescription()
    page.bridge.answer("usa-1", Answered(4))
    assert page.map.table.rowCount() == 4, "the plan was made from other answers"


def test_a_stored_plan_that_cannot_be_read_is_left_aside(open_page: Open) -> None:
    page = open_page(answers=everywhere(1))
    store_a_plan(page.bridge)
    stored = page.bridge.stored_plan
    assert stored is not None
    page.bridge.store_plan(replace(stored, text="{}"))
    assert page.map.table.rowCount() == 4


def test_the_map_is_drawn_again_only_when_it_differs(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers=everywhere(2))
    page.map.chart.draw_now()
    image = page.map.chart.grab().toImage()
    page.bridge.note("usa-1", "à revoir")
    assert not page.map.chart._timer.isActive()
    page.bridge.answer("usa-1", Answered(0))
    page.map.chart.draw_now()
    assert page.map.chart.grab().toImage() != image


# --- Before there is enough


def test_S6_nothing_answered_shows_one_button_and_no_chart(qtbot: QtBot, open_page: Open) -> None:
    page = open_page()
    for card in (page.profile, page.map, page.themes, page.missing):
        assert card.isHidden()
    assert page.empty.button is not None
    with qtbot.waitSignal(page.went_to) as asked:
        page.empty.button.click()
    assert asked.args == ["questions", None]


def test_S10_the_express_answers_give_a_preview_and_links(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers=express(2))
    words = seen(page)
    assert "Il manque 7\u00a0thèmes pour situer votre commune" in words
    assert "Aperçu sur 12 réponses\u00a0: En route, 2,0 sur\u00a04" in words
    assert "Ce n’est pas un profil" in words
    assert words.index("Aperçu sur") < words.index("Il manque 7"), "the headline comes first"
    assert page.themes.rows["strategie"]._bar._muted, "too little is known of that theme"
    assert page.map.isHidden()
    assert page.profile.isHidden()
    with qtbot.waitSignal(page.went_to) as asked:
        page.missing.links["strategie"].click()
    assert asked.args[0] == "questions"
    assert asked.args[1].startswith("str-")
    assert "indispensable" in page.missing.links["strategie"].accessibleName()


def test_S6_one_theme_answered_shows_its_score_and_what_is_missing(open_page: Open) -> None:
    page = open_page(answers=everywhere(None, usagers=2))
    assert "Il manque 6\u00a0thèmes" in seen(page.missing)
    assert "Aperçu" not in seen(page.missing)
    assert page.themes.rows["usagers"].accessibleName() == "Services aux usagers, 2,0 sur\u00a04"
    assert page.themes.rows["cyber"].accessibleName() == "Cybersécurité, à répondre"


def test_S9_all_unknown_shows_no_range_from_0_to_4(open_page: Open) -> None:
    page = open_page(answers=everywhere("nsp"))
    assert "Vous avez répondu «\u202fje ne sais pas\u202f» partout" in seen(page.missing)
    assert "4,0" not in seen(page)
    assert page.themes.rows["cyber"].accessibleName().endswith("à préciser")
    assert "À demander à la ou au maire" in seen(page.ask)


def test_S4_nothing_that_concerns_them_is_said(open_page: Open) -> None:
    page = open_page(answers=everywhere("so"))
    assert "il n’y a ni score ni profil" in seen(page)
    assert page.themes.isHidden()
    assert page.header.roadmap.isHidden()


def test_S6_without_the_pilot_theme_there_is_no_map_but_the_steps(open_page: Open) -> None:
    page = open_page(answers=everywhere(2, strategie="so"))
    assert page.map.isHidden()
    assert page.profile.headline.text() == "En route"
    assert "ne peut pas être atteinte" in page.profile.change.accessibleName()
    assert "il manque 0,0" not in seen(page)
    assert page.themes.rows["strategie"].accessibleName().endswith("sans objet")


def test_an_epci_is_called_by_its_kind(open_page: Open) -> None:
    page = open_page(answers=everywhere(2, cyber="nsp"), authority=EPCI)
    assert page.profile.who.text().startswith("Votre intercommunalité")
    assert "La ou le maire" not in seen(page)


def test_another_questionnaire_is_read_by_its_own_rules(open_page: Open) -> None:
    page = open_page(folder=FIVE)
    question = next(q for q in page.bridge.questionnaire.questions.values() if q.type == "niveaux")
    page.bridge.answer(question.id, Answered(3))
    assert page.profile.headline.text() == "Au début du chemin"
    assert list(page.themes.rows) == [theme.id for theme in page.bridge.questionnaire.themes]
    assert page.header.facts.text().endswith("1\u00a0question vue sur 2"), "those that have levels"


# --- Why this score


def test_S8_a_theme_opens_its_trace_and_escape_comes_back(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers=everywhere(2, usagers="nsp") | {"usa-1": 3, "usa-2": "so"})
    row = page.themes.rows["usagers"]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.trace.isVisible()
    assert page.window().focusWidget() is page.trace.back
    words = seen(page.trace)
    assert "Services aux usagers" in words
    for part in ("Niveau 3", "De 0 à 4", "Ne compte pas", "Sans objet\u00a0: Pas chez nous"):
        assert part in words
    assert "divisé par" in words
    assert "poids" not in words, "in plain words"
    qtbot.keyClick(page.trace.back, Qt.Key.Key_Escape)
    assert page.trace.isHidden()
    assert page.window().focusWidget() is row


def test_S8_the_trace_leads_to_the_question(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers=everywhere(2))
    page.show_detail("cyber")
    (first, *_) = page.trace.findChildren(RowButton)
    with qtbot.waitSignal(page.went_to) as asked:
        first.click()
    assert asked.args == ["questions", "cyb-1"]


def test_S8_the_weight_of_a_question_and_its_reason_are_said(open_page: Open) -> None:
    page = open_page(answers=everywhere(2))
    heavy = next(q for q in shipped_questionnaire().questions.values() if q.weight > 1)
    page.show_theme(heavy.theme)
    words = seen(page.trace)
    assert f"compte {heavy.weight}\u00a0fois" in words
    assert heavy.weight_reason in words


def test_the_arrows_go_through_the_themes(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers=everywhere(2))
    page.show_theme(WHOLE)
    assert not page.trace.previous.isEnabled()
    page.trace.next.click()
    assert page.trace.theme_id == "strategie"
    page.trace.next.click()
    assert page.trace.theme_id == "usagers"
    page.bridge.answer("usa-1", Answered(0))
    assert "Niveau 0" in seen(page.trace), "the trace follows the answers"
    page.show_theme("cyber")
    assert not page.trace.next.isEnabled()


def test_S5_the_global_score_is_explained_theme_by_theme_and_condition_by_condition(
    qtbot: QtBot, open_page: Open
) -> None:
    page = open_page(answers=everywhere(2, cyber="nsp"))
    page.profile.why_button.click()
    words = seen(page.trace)
    assert "Pourquoi entre 1,7 et 2,2 sur\u00a04\u202f?" in words
    assert "moyenne simple de vos 9 thèmes" in words
    assert "il manque moins de\u00a00,3 au score prudent" in words
    assert "C’est la moyenne de" in words
    row = next(r for r in page.trace.findChildren(RowButton) if "Cyber" in r.accessibleName())
    assert "0\u00a0réponse avec un niveau" in row.accessibleName()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.trace.theme_id == "cyber"
    qtbot.keyClick(page.trace.back, Qt.Key.Key_Escape)
    assert not page.trace.isVisible()


def test_S3_the_trace_says_what_an_unknown_answer_does_to_both_bounds(open_page: Open) -> None:
    page = open_page(answers=everywhere(2) | {"str-1": "nsp", "str-3": "so"})
    page.show_theme("strategie")
    words = seen(page.trace)
    assert "elle compte 0 pour le bas et 4 pour le haut" in words
    assert "Elle sort du calcul." in words


def test_the_bar_says_itself_and_the_key_that_presses_it_asks_why(
    qtbot: QtBot, open_page: Open
) -> None:
    page = open_page(answers=everywhere(2) | {"str-1": "nsp"})
    row = page.themes.rows["strategie"]
    assert "au moins 1,7 sur\u00a04, et jusqu’à 2,2" in row.accessibleDescription()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: (found := told_in(row)) is not None and "au moins 1,7" in found.text)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert page.trace.theme_id == "strategie"


def test_each_mark_of_the_map_is_reached_by_the_arrows(qtbot: QtBot, open_page: Open) -> None:
    page = open_page(answers=everywhere(2, cyber="nsp"))
    chart = page.map.chart
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    heard: list[str] = []
    for _ in chart.spots:
        found = told_in(chart)
        heard.append(found.text if found else "")
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert [text.split("\u00a0:")[0] for text in heard] == [
        "Aujourd’hui",
        "Ce que les réponses encore inconnues laissent possible",
        "Zone de l’étape «\u202fAu début du chemin\u202f»",
        "Zone de l’étape «\u202fEn route\u202f»",
        "Zone de l’étape «\u202fCap tenu\u202f»",
    ]
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert page.trace.isVisible()


def test_P4_three_answers_to_clarify_first_with_what_each_would_change(
    qtbot: QtBot, open_page: Open
) -> None:
    unknown = dict.fromkeys(("str-1", "cyb-6", "edu-4", "ame-4"), "nsp")
    page = open_page(answers=everywhere(3) | unknown)
    words = seen(page.ask)
    assert "Les 3 réponses à éclaircir d’abord" in words
    assert "En tout\u00a0: 4\u00a0réponses à préciser." in words
    assert len(page.ask.links) == 3
    for link in page.ask.links.values():
        assert "aujourd’hui, deviendrait un seul nombre" in link.accessibleName()
    first = next(iter(page.ask.links))
    with qtbot.waitSignal(page.went_to) as gone:
        page.ask.links[first].click()
    assert gone.args == ["questions", first]
    page.bridge.answer("str-1", Answered(3))
    assert "Les 3 réponses à éclaircir" in seen(page.ask)
    assert "Il n’y en a pas d’autre." in seen(page.ask)
    for question in unknown:
        page.bridge.answer(question, Answered(3))
    assert not page.ask.isVisible()


# --- For everybody, in any window


@pytest.mark.parametrize("answers", [{}, express(2), everywhere(2, cyber="nsp")])
def test_everything_that_takes_the_focus_has_a_name(
    open_page: Open, answers: dict[str, Short]
) -> None:
    page = open_page(answers=answers)
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert said, widget


@pytest.mark.long
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1024, 580), (1200, 640), (1366, 636), (1920, 940)])
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, desk: Desk, open_page: Open, size: tuple[int, int], scale: float
) -> None:
    page = open_page(answers=everywhere(2, cyber="nsp"))
    desk.theme.set_scale(scale)
    page.resize(*size)
    inside = page.area.widget()
    qtbot.waitUntil(lambda: inside.width() <= page.area.viewport().width())
    wider, blank = overflow(page.area)
    assert wider <= 0
    assert blank <= 24, "nothing to scroll to under the last card"
    assert cut(page) == []


@pytest.mark.parametrize("size", [(1024, 580), (1366, 636)])
@pytest.mark.parametrize("answers", [{}, express(2), everywhere("so"), everywhere("nsp")])
def test_nothing_is_cut_before_there_is_a_profile(
    open_page: Open, size: tuple[int, int], answers: dict[str, Short]
) -> None:
    page = open_page(answers=answers)
    page.resize(*size)
    assert overflow(page.area)[0] <= 0
    assert cut(page) == []


def test_the_scores_say_where_they_are_in_words_and_are(open_page: Open) -> None:
    page = open_page(answers=everywhere(2, cyber="nsp"))
    assert page.profile.why_button.text() in page.themes.accessibleDescription()
    page.profile.why_button.click()
    words = seen(page)
    assert all(name.split(",")[0] in words for name in heard(page.themes.rows.values()))


def heard(rows: Iterable[QWidget]) -> list[str]:
    return [row.accessibleName() for row in rows]


def test_words_that_grow_once_the_cards_were_placed_again_are_whole(qtbot: QtBot) -> None:
    """As when a roadmap is made while the results are hidden."""
    page, words = QWidget(), label("Un mot")
    qtbot.addWidget(page)
    card, grid = Card(), QGridLayout(page)
    card.body.addWidget(words)
    for _ in range(3):
        arrange(grid, Parts(card, None, None, ()), 400, 1.0, 0)
    page.resize(400, 600)
    with qtbot.waitExposed(page):
        page.show()
    before = grid.heightForWidth(400)
    words.setText("Une phrase bien plus longue. " * 12)
    QApplication.processEvents()
    assert grid.heightForWidth(400) > before + 4 * words.fontMetrics().lineSpacing()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_in_the_trace_of_a_theme(desk: Desk, open_page: Open, scale: float) -> None:
    page = open_page(answers=everywhere(2, usagers="nsp"))
    desk.theme.set_scale(scale)
    page.resize(1024, 580)
    page.show_theme("usagers")
    assert overflow(page.area)[0] <= 0
    assert cut(page) == []


def test_perceived_nobody_is_told_off(open_page: Open) -> None:
    page = open_page(answers=everywhere(0))
    words = seen(page).casefold()
    for word in ("mauvais", "échec", "en retard", "insuffisant", "!"):
        assert word not in words.replace("retardataire", "")


@pytest.mark.long
def test_a_page_that_is_closed_is_freed_at_once(
    qtbot: QtBot, desk: Desk, open_dossier_of: Any
) -> None:
    """With the collector off: nothing keeps it, no signal comes back to it."""
    bridge = open_dossier_of(answers=everywhere(2, cyber="nsp"))
    gc.collect()
    gc.disable()
    try:
        page = ResultsPage(desk, bridge)
        page.show()
        page.map.chart.draw_now()
        page.show_theme("usagers")
        kept = weakref.ref(page)
        with qtbot.waitSignal(page.destroyed):
            page.deleteLater()
        del page
        assert kept() is None
    finally:
        gc.enable()
    desk.theme.changed.emit()
    bridge.changed.emit()
