# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire without a score answered again another year, in the window: from its row to its
years, begun, seen beside what it was, taken away."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from autodiag.catalogue.load import load_questionnaire, pack_questionnaire
from autodiag.dossier.fillings import begin
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answer, Answered, Unknown
from tests.dossier.samples import author
from tests.gallery.window import window_at
from tests.sources import ROOT
from tests.support.desks import write_dossier
from tests.support.plain import plain
from tests.ui.rounds import OFFICE, calm, open_at_rest
from tests.ui.test_others import texts
from ui.pages.comparison_since import ComparisonSince

POLITICS = "politique-numerique"
FOLDER = ROOT / "questionnaires" / POLITICS
TITLE = "Orientation de la politique numérique"


def answered_before(path: Path, *, day: date = date(2025, 3, 3)) -> Path:
    """A dossier, and that questionnaire answered whole on an earlier day."""
    write_dossier(path, {"str-1": 2})
    questions = load_questionnaire(FOLDER).questions
    given: dict[str, Answer] = dict.fromkeys(questions, Unknown())
    first = next(iter(questions.values()))
    given[first.id] = Answered(first.choices[0].id)
    with open_dossier(path, author()) as dossier:
        begin(dossier, pack_questionnaire(FOLDER), POLITICS, day)
        dossier.set_answers(given)
    return path


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
def test_D7_it_is_answered_again_from_its_row_and_what_changed_is_said(tmp_path: Path) -> None:
    path = answered_before(tmp_path / "Documents" / "mairie.autodiag")
    with window_at(tmp_path, OFFICE) as (window, desk):
        open_at_rest(window, desk, path)
        window.go("collectivite")
        calm(window, desk)
        page = window._page("collectivite")
        row = page.others.rows[POLITICS]
        assert plain(page.years.head.text()) == "Vos diagnostics"
        assert plain(row.said.text()).endswith("le 3 mars 2025")
        assert plain(row.again.accessibleName()) == f"Répondre de nouveau : {TITLE}"
        row.again.setFocus()
        QTest.keyClick(row.again, Qt.Key.Key_Space)
        calm(window, desk)

        bridge, page = window.bridge, window._page("collectivite")
        years = page.years
        assert (window.dossier.shown, bridge.questionnaire.id) == ("collectivite", POLITICS)
        assert plain(years.head.text()) == f"Vos réponses à « {TITLE} »"
        assert (years.start.text(), years.start.hasFocus()) == ("Répondre de nouveau en 2026", True)
        assert page.others.rows[POLITICS].again.isHidden(), "it is just above"
        QTest.keyClick(years.start, Qt.Key.Key_Space)
        calm(window, desk)
        assert window.dossier.shown == "questions"
        asked = list(bridge.questionnaire.questions)
        assert bridge.snapshot.assessment.to_confirm == set(asked)
        said = [plain(f"{b.notice.fact} {b.notice.what_to_do}") for b in window._banners.banners]
        taken = f"{len(asked)} réponses reprises, à confirmer une à une."
        assert f"Vous répondez de nouveau, au 21 novembre 2026. {taken}" in said

        window.go("collectivite")
        calm(window, desk)
        years = window._page("collectivite").years
        rows = [plain(one.title.text()) for one in years.rows.values()]
        assert rows == ["Réponses du 21 novembre 2026", "Réponses du 3 mars 2025"]
        assert plain(years.withdraw.text()) == "Supprimer ces réponses, encore intactes"
        bridge.answer(asked[0], Answered(bridge.questionnaire.questions[asked[0]].choices[1].id))
        calm(window, desk)
        assert years.withdraw.isHidden()
        window.go("comparaison")
        calm(window, desk)
        card = window._page("comparaison").findChild(ComparisonSince)
        assert {"Depuis 2025", "En 2026 : Envisagé"} < texts(card)
        assert card.others is None
        for name in asked[1:14]:
            bridge.answer(name, Answered(bridge.questionnaire.questions[name].choices[1].id))
        calm(window, desk)
        assert card.others.button.text() == "Les 8 autres réponses qui ont changé"
        before = len(texts(card))
        QTest.keyClick(card.others.button, Qt.Key.Key_Space)
        calm(window, desk)
        assert len(texts(card)) == before + 8, "each is another question"

        window.go("collectivite")
        calm(window, desk)
        page = window._page("collectivite")
        old = list(page.years.rows)[1]
        page.years.rows[old].see.click()
        calm(window, desk)
        assert not bridge.writable
        why = plain(window._page("collectivite").why.text())
        assert why.startswith("Vous regardez les réponses du 3 mars 2025. De plus récentes")
        banner = plain(window._banners.banners[0].notice.fact)
        assert banner == f"Questionnaire : {TITLE}, en 2025 (lecture seule)."
        window._banners.banners[0].buttons[0].click()
        calm(window, desk)
        assert plain(window._page("collectivite").years.head.text()) == "Vos diagnostics"
        assert (bridge.snapshot.is_main, bridge.writable) == (True, True)


@pytest.mark.usefixtures("qapp")
def test_answered_again_by_mistake_it_is_taken_away(tmp_path: Path) -> None:
    path = answered_before(tmp_path / "Documents" / "mairie.autodiag")
    with window_at(tmp_path, OFFICE) as (window, desk):
        open_at_rest(window, desk, path)
        bridge = window.bridge
        bridge.begin(POLITICS, desk.today())
        calm(window, desk)
        bridge.start_next(desk.today())
        calm(window, desk)
        window.go("collectivite")
        calm(window, desk)
        years = window._page("collectivite").years
        assert not years.withdraw.isHidden()
        years.withdraw.click()
        calm(window, desk)
        assert bridge.snapshot.assessment.day == date(2025, 3, 3)
        assert (bridge.questionnaire.id, bridge.writable) == (POLITICS, True)
        said = [plain(f"{b.notice.fact} {b.notice.what_to_do}") for b in window._banners.banners]
        assert (
            "Les réponses du 21 novembre 2026 sont supprimées. Celles du 3 mars 2025 peuvent de "
            "nouveau être modifiées."
        ) in said
