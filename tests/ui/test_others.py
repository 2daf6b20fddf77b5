# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Another questionnaire in the window: from its card to the studies, and back to the diagnosis."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from autodiag.model.assessment import Answered
from autodiag.text.numbers import day
from tests.gallery.window import window_at
from tests.support.desks import write_dossier
from tests.support.plain import plain
from tests.ui.rounds import OFFICE, SMALL, calm, open_at_rest
from tests.ui.widgets.test_stepper import said

BAROMETER, POLITICS = "numerique-et-collectivites", "politique-numerique"


def texts(page: QWidget) -> set[str]:
    return {plain(one.text()) for one in page.findChildren(QLabel) if one.isVisible()}


@pytest.mark.usefixtures("qapp")
def test_another_questionnaire_goes_from_its_card_to_the_studies_and_back(tmp_path: Path) -> None:
    path = write_dossier(tmp_path / "Documents" / "mairie.autodiag", {"str-1": 2})
    with window_at(tmp_path, OFFICE) as (window, desk):
        open_at_rest(window, desk, path)
        window.go("resultats")
        window.go("collectivite")
        calm(window, desk)
        page = window._page("collectivite")
        rows = page.others.rows
        assert sorted(rows) == ["numerique-et-collectivites", "perception", POLITICS]
        row = rows[POLITICS]
        assert (row.said.text(), row.go.text()) == ("Pas commencé", "Commencer")
        named = plain(row.go.accessibleName())
        assert named == "Commencer : Orientation de la politique numérique"
        row.go.setFocus()
        QTest.keyClick(row.go, Qt.Key.Key_Space)
        calm(window, desk)

        bridge, stepper = window.bridge, window._bar.stepper
        assert (window.dossier.shown, bridge.questionnaire.id) == ("questions", POLITICS)
        assert said(stepper) == [
            "Étape 1 sur 3, Questions, en cours",
            "Étape 2 sur 3, À côté des études",
            "Étape 3 sur 3, Imprimer",
        ]
        assert desk.theme.numbered, "its themes are not those of the pictograms"
        assert plain(window._banners.banners[0].notice.fact) == (
            "Questionnaire : Orientation de la politique numérique."
        )
        asked = bridge.questionnaire.questions
        last = list(asked)[-1]
        bridge.answer(last, Answered(asked[last].choices[0].id))
        window.go("questions", last)
        assert window._page("questions").view.bar.next.text() == "À côté des études"
        window._page("questions").view.bar.next.click()
        calm(window, desk)
        assert window.dossier.shown == "comparaison"
        beside = texts(window._page("comparaison"))
        assert "Ce que vos réponses disent à côté des études" in beside
        window.go("imprimer")
        assert not window._page("imprimer")._options.documents.isVisible(), "they need a roadmap"
        window.start_tour()
        calm(window, desk)
        window._end_tour()

        window.go("collectivite")
        calm(window, desk)
        total = len(asked)
        assert plain(row.said.text()) == f"1 réponse sur {total}, le {plain(day(desk.today()))}"
        assert not row.badge.isHidden()
        back = window._banners.banners[0].buttons[0]
        assert back.text() == "Revenir au diagnostic"
        QTest.keyClick(back, Qt.Key.Key_Space)
        calm(window, desk)
        assert (bridge.snapshot.is_main, bridge.writable) == (True, True)
        assert (window._banners.banners, desk.theme.numbered) == ((), False)
        assert len(stepper.steps) == 5
        assert row.go.text() == "Reprendre"


@pytest.mark.usefixtures("qapp")
def test_what_another_questionnaire_lets_one_take_up_is_said_where_it_can_be_seen(
    tmp_path: Path,
) -> None:
    path = write_dossier(tmp_path / "Documents" / "mairie.autodiag", {"adm-1": 3})
    with window_at(tmp_path, OFFICE) as (window, desk):
        open_at_rest(window, desk, path)
        bridge = window.bridge
        bridge.begin(BAROMETER, desk.today())
        calm(window, desk)
        window.go("questions")
        start = window._page("questions").view.start
        assert plain(start.proposed.text) == (
            "Une réponse donnée ailleurs peut être reprise. Rien ne l’est sans vous."
        )
        bridge.answer("dem-2", Answered("partie"))
        bridge.answer("dat-1", Answered("oui"))
        window.go("collectivite")
        calm(window, desk)
        told = window._page("collectivite").others.proposed
        assert plain(told.text) == (
            "Dans le diagnostic, 2 réponses données ailleurs peuvent être reprises."
        )
        told.button.setFocus()
        QTest.keyClick(told.button, Qt.Key.Key_Space)
        calm(window, desk)
        assert (window.dossier.shown, bridge.snapshot.is_main) == ("questions", True)
        assert window._page("questions").current == "adm-3"
        window.go("resultats")
        calm(window, desk)
        way = window._page("resultats").header.proposed
        assert plain(way.text()) == "Reprendre 2 réponses données ailleurs"
        bridge.answer("adm-3", Answered(3))
        bridge.answer("don-1", Answered(2))
        assert way.isHidden()


@pytest.mark.usefixtures("qapp")
def test_answers_without_a_figure_are_said_in_words(tmp_path: Path) -> None:
    path = write_dossier(tmp_path / "Documents" / "mairie.autodiag")
    with window_at(tmp_path, SMALL) as (window, desk):
        open_at_rest(window, desk, path)
        bridge = window.bridge
        bridge.begin("perception", desk.today())
        calm(window, desk)
        numbers = [one for one in bridge.questionnaire.questions.values() if one.choices]
        for question in numbers:
            several = question.type == "choix_multiples"
            first = question.choices[0].id
            bridge.answer(question.id, Answered((first,) if several else first))
        window.go("comparaison")
        calm(window, desk)
        page = window._page("comparaison")
        beside = {one.question for one in page.comparison.comparators if one.shown}
        alone = next(one for one in numbers if one.id not in beside)
        assert plain(alone.choices[0].text) in texts(page.answers)
        assert page.empty.isHidden()
        titles = [theme.title for theme in bridge.questionnaire.themes]
        for row in page.near.rows:  # a number says nothing where no pictogram is known
            assert row.face.source.startswith(f"{titles[row.face.theme]} · ")
        page.head.view.segment("themes").click()
        assert not any(row.face.source.startswith(titles[0]) for row in page.near.rows)
