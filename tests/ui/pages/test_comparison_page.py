# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Comparaison »: what it shows beside the answers, and what it never says."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from tests.sources import ROOT
from tests.support.desks import Short, every, open_bridge, write_dossier
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.walks import cut, kept, nameless, overflow, settle
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison import ComparisonPage
from ui.pages.comparison_head import BY_THEME, USEFUL
from ui.pages.comparison_list import Heading
from ui.widgets.address_button import AddressButton
from ui.widgets.callout import told_in
from ui.widgets.chart import Chart
from ui.widgets.comparator_row import LOWEST, ComparatorRow
from ui.widgets.scroll import bring_into_view

MakePage = Callable[..., ComparisonPage]
ANSWERS: dict[str, Short] = {"don-1": 0, "cyb-2": 3, "str-1": 2, "cyb-4": "nsp", "str-2": "so"}
EPCI = LocalAuthority("Pays de l’Exemple", kind="epci", siren="200000000", population=38_000)


@pytest.fixture
def make_page(desk: Desk, open_dossier_of: Callable[..., Bridge]) -> Iterator[MakePage]:
    with kept() as pages:

        def make(bridge: Bridge | None = None, **contents: Any) -> ComparisonPage:
            page = ComparisonPage(desk, bridge or open_dossier_of(**contents))
            page.resize(1366, 636)
            page.show()
            pages.append(page)
            return page

        yield make


def far_rows(page: ComparisonPage) -> list[ComparatorRow]:
    page.elsewhere.set_open(True)
    assert page.elsewhere.inside is not None
    return page.elsewhere.inside.findChildren(ComparatorRow)


def states(page: ComparisonPage, question: str) -> set[str]:
    return {row.face.state for row in page.near.rows if row.face.question == question}


def test_B2_at_most_two_figures_a_question_each_with_study_and_year(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    rows = page.near.rows + far_rows(page)
    assert max(Counter(row.face.question for row in rows).values()) == 2
    assert len(rows) > 20
    for row in rows:
        assert any(c.isdigit() for c in row.face.source) or "non publiée" in row.face.source


def test_the_word_beside_each_answer(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    assert states(page, "don-1") == {"Pas encore"}
    assert states(page, "cyb-2") == {"Oui"}
    assert "Commencé" in states(page, "str-1")  # beside those who have nobody
    assert states(page, "cyb-4") == {"À préciser"}
    assert states(page, "str-2") == {"Non comparé"}
    assert page.near.rows[0].face.state in ("Oui", "Pas encore", "Commencé")


def test_an_answer_is_seen_at_once_and_its_plot_is_not_drawn_again(
    make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = make_page(answers=ANSWERS)
    drawn: list[object] = []
    monkeypatch.setattr(Chart, "show_figure", lambda *a, **k: drawn.append(a))
    page.bridge.answer("cyb-2", Answered(0))
    assert states(page, "cyb-2") == {"Pas encore"}
    assert drawn == []


def test_compared_once_per_change_of_what_is_compared(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    before = page.comparison
    page.bridge.note("cyb-2", "demander au syndicat")
    page.refresh()
    assert page.comparison is before
    page.bridge.answer("cyb-2", Answered(0))
    assert page.comparison is not before


def test_a_row_leads_to_its_question(make_page: MakePage, qtbot: Any) -> None:
    page = make_page(answers=ANSWERS)
    row = page.near.rows[0]
    with qtbot.waitSignal(page.went_to) as told:
        row.click()
    assert told.args == ["questions", row.face.question]


def test_a_click_on_a_plot_is_a_click_on_its_row(make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page(answers=ANSWERS)
    row = page.near.rows[0]
    with qtbot.waitSignal(page.went_to) as told:
        qtbot.mouseClick(row.findChild(Chart), Qt.MouseButton.LeftButton)
    assert told.args == ["questions", row.face.question]


def test_B1_a_plot_says_the_published_fact_and_its_margin_to_the_keyboard(
    make_page: MakePage, qtbot: QtBot
) -> None:
    page = make_page(answers=ANSWERS)
    page.head.margins.setChecked(True)
    row = next(row for row in page.near.rows if row.face.plot and row.face.plot.interval)
    settle()
    page._area.ensureWidgetVisible(row)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: (found := told_in(row)) is not None and bool(found.text))
    told = told_in(row)
    assert told is not None
    assert row.face.lead.casefold() in told.text.casefold()
    assert "Marge\u00a0: au mieux, la part est entre" in told.text
    assert "votre côté" not in told.text, "the fact alone"


def test_an_acronym_is_spelt_out_where_it_is_first_read(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    sentences = [row.face.sentence for row in page.near.rows if "CNIL" in row.face.sentence]
    assert sentences[0].count("(Commission nationale de l’informatique et des libertés)") == 1
    assert not any("(Commission" in sentence for sentence in sentences[1:])


def test_B4_other_sizes_are_folded_tinted_and_say_it(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    assert not page.elsewhere.is_open
    assert not any(row.face.aside for row in page.near.rows)
    rows = far_rows(page)
    assert rows
    assert all(row.face.aside and row.face.state == "Non comparé" for row in rows)
    assert not any("votre taille" in row.face.said for row in rows), "said once, not row by row"


@pytest.mark.parametrize("view", [USEFUL, BY_THEME])
def test_B4_that_nothing_suits_is_said_once_a_theme(make_page: MakePage, view: str) -> None:
    page = make_page(answers=ANSWERS)
    page.head.view.segment(view).click()
    far_rows(page)
    settle()
    for heading in page.findChildren(Heading):
        notes = [one.text() for one in heading.findChildren(QLabel) if "repère" in one.text()]
        assert len(notes) <= 1
    assert page.elsewhere.inside is not None
    below = [one.text() for one in page.elsewhere.inside.findChildren(QLabel)]
    said = [text for text in below if text.startswith("Pas de repère pour votre taille")]
    themes = len(page.elsewhere.inside.findChildren(Heading))
    assert (0 if view == BY_THEME else 1) <= len(said) <= (0 if view == BY_THEME else themes)


def test_B5_figures_that_disagree_are_rows_next_to_each_other_each_with_its_month(
    make_page: MakePage,
) -> None:
    page = make_page(answers=ANSWERS, authority=LocalAuthority("Ville", population=38_000))
    faces = [row.face for row in page.near.rows]
    first, second = (rank for rank, face in enumerate(faces) if face.question == "cyb-5")
    assert second == first + 1
    assert "À rapprocher du chiffre qui précède" in faces[second].notes[0]
    dates = {"début 2025", "octobre 2025"}
    assert all(any(d in faces[rank].source for d in dates) for rank in (first, second))
    assert "surtout de petites communes" in faces[first].source


@pytest.mark.long
@pytest.mark.parametrize("view", ["utiles", BY_THEME])
def test_B4_a_theme_without_figure_is_said_once_without_bar(make_page: MakePage, view: str) -> None:
    page = make_page(answers=ANSWERS)
    page.head.view.segment(view).click()
    said = [shown.text() for shown in page.without.findChildren(type(page._rules))]
    for title in ("Administration numérique", "Territoire serviciel"):
        assert sum(title in text for text in said) == 1
    assert not page.without.findChildren(Chart)
    shown = {shipped_questionnaire().questions[r.face.question].theme for r in page.near.rows}
    assert "administration" not in shown


def test_by_theme_rows_follow_the_questionnaire(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    page.head.view.segment(BY_THEME).click()
    ranks = [row.face.theme for row in page.near.rows]
    assert ranks == sorted(ranks)


def test_B3_margins_are_given_on_request_only(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    faces = {row.face.key: row.face for row in page.near.rows}
    assert not any("au mieux" in face.source for face in faces.values())
    assert not any(face.plot and face.plot.interval for face in faces.values())
    page.head.margins.click()
    faces = {row.face.key: row.face for row in page.near.rows}
    asked = faces["cybermalveillance-2023-mots-de-passe"]
    assert "au mieux ±\u00a03\u00a0points" in asked.source
    assert asked.plot is not None
    assert asked.plot.interval is not None
    census = faces["dpo-2025-communes"]
    assert "recensement, donc sans marge" in census.source
    assert census.plot is not None
    assert census.plot.interval is None


def test_in_words_every_row_is_in_the_table(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    count = len(page.near.rows) + len(far_rows(page))
    page.head.words.click()
    assert page.table.isVisible()
    assert not page.near.isVisible()
    assert page.table.rowCount() == count
    item = page.table.item(0, 4)
    assert item is not None
    assert item.text() in ("Oui", "Pas encore", "Commencé")


def test_B1_sources_name_every_study_and_how_it_was_made(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    page.sources.set_open(True)
    assert page.sources.inside is not None
    said = [shown.text() for shown in page.sources.inside.findChildren(type(page._rules))]
    for comparator in page.comparison.comparators:
        study = comparator.benchmark.study
        assert study.title in said
        assert any(study.panel in text for text in said)
        assert any(study.reliability[1:] in text for text in said)


def test_the_address_of_a_source_is_copied_at_the_keyboard(make_page: MakePage) -> None:
    """Reached by the tabulation key; what was done is seen and heard, until one goes on."""
    page = make_page(answers=ANSWERS)
    page.sources.set_open(True)
    assert page.sources.inside is not None
    addresses = page.sources.inside.findChildren(AddressButton)
    links = {one.benchmark.study.link for one in page.comparison.comparators} - {""}
    assert {one.text().replace("\u200b", "") for one in addresses} == links
    first = addresses[0]
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    first.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    bring_into_view(first)
    QTest.keyClick(first, Qt.Key.Key_Return)
    copied = QApplication.clipboard().text()
    assert copied in links
    assert copied in first.accessibleName()
    told = told_in(page)
    assert told is not None
    assert told.about is first
    addresses[1].setFocus(Qt.FocusReason.TabFocusReason)
    assert told.text == ""


def test_nothing_answered_shows_figures_and_the_one_thing_to_do(
    make_page: MakePage, qtbot: Any
) -> None:
    page = make_page()
    assert {row.face.state for row in page.near.rows} == {"Non comparé"}
    assert page.about_answers.isVisible()
    with qtbot.waitSignal(page.went_to) as told:
        page.about_answers.button.click()
    assert told.args == ["questions", None]


@pytest.mark.parametrize("short", ["so", "nsp"])
def test_no_answer_that_says_anything_is_compared(make_page: MakePage, short: str) -> None:
    page = make_page(answers=every(shipped_questionnaire(), short))
    wanted = {"so": "Non comparé", "nsp": "À préciser"}[short]
    assert {row.face.state for row in page.near.rows} == {wanted}
    assert page.about_answers.isVisible() == (short == "so")


def test_an_unknown_population_is_told_and_can_be_given(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS, authority=LocalAuthority("Montbrelle"))
    assert "population" in page.about_authority.text
    page.bridge.set_authority(replace(page.bridge.snapshot.authority, population=612))
    assert page.about_authority.text == ""


def test_a_region_is_told_for_whom_it_is_written(make_page: MakePage) -> None:
    region = LocalAuthority("Région", kind="region", population=2_000_000)
    assert "intercommunalités" in make_page(authority=region).about_authority.text
    assert make_page(answers=ANSWERS, authority=EPCI).about_authority.text == ""


def test_B4_a_questionnaire_without_any_figure_is_no_empty_chart(
    make_page: MakePage, bridge: Bridge, qtbot: Any
) -> None:
    page = make_page(bridge)
    assert page.empty.isVisible()
    assert not page.near.isVisible()
    assert page.empty.button is not None
    with qtbot.waitSignal(page.went_to) as told:
        page.empty.button.click()
    assert told.args == ["resultats", None]


def test_read_only_it_is_all_there(make_page: MakePage, desk: Desk, tmp_path: Path) -> None:
    path = write_dossier(tmp_path / "deux.autodiag", answers=ANSWERS)
    first, second = open_bridge(desk, path), open_bridge(desk, path)
    try:
        assert second.why_read_only is not None
        page = make_page(second)
        assert states(page, "cyb-2") == {"Oui"}
        page.hide()
    finally:
        second.close()
        first.close()


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1024, 580), 1), ((1024, 580), 1.5), ((1024, 580), 2), ((1366, 636), 1), ((1920, 940), 1)],
)
def test_no_text_is_cut_and_nothing_scrolls_sideways(
    make_page: MakePage, desk: Desk, size: tuple[int, int], scale: float
) -> None:
    page = make_page(answers=ANSWERS, authority=EPCI)
    desk.theme.set_scale(scale)
    page.resize(*size)
    far_rows(page)
    assert cut(page) == []
    area = page.findChildren(QScrollArea)[0]
    wider, blank = overflow(area)
    assert wider <= 0
    assert blank <= 40


def test_all_that_takes_the_focus_has_a_name(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    far_rows(page)
    page.sources.set_open(True)
    assert nameless(page) == []
    row = page.near.rows[0]
    assert row.face.sentence in row.accessibleName()
    assert row.face.state in row.accessibleName()


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_no_row_is_lower_than_its_words_when_the_page_first_shows(
    make_page: MakePage, desk: Desk, width: int
) -> None:
    page = make_page(answers=ANSWERS)
    page.resize(width, 900)
    settle()
    for row in page.near.rows:
        assert row.height() >= max(LOWEST, row.heightForWidth(row.width()))


def test_no_row_is_lower_than_its_words_once_the_window_is_wider(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    for width in (1024, 1366, 1920):
        page.resize(width, 900)
        settle()
        assert [
            r.face.key for r in page.near.rows if r.height() < r.heightForWidth(r.width())
        ] == []


@pytest.mark.long
def test_in_large_text_the_answer_is_under_the_sentence(make_page: MakePage, desk: Desk) -> None:
    page = make_page(answers=ANSWERS)
    page.resize(1024, 580)
    settle()
    row = page.near.rows[0]
    assert row._badge.x() > row._sentence.geometry().right()
    desk.theme.set_scale(2.0)
    settle()
    assert row._badge.x() == row._sentence.x()
    assert row._badge.y() > row._sentence.geometry().bottom()


@pytest.mark.long
def test_narrow_the_plot_is_under_the_sentence(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    row = page.near.rows[0]
    for width, under in ((1366, False), (1100, True)):
        page.resize(width, 636)
        settle()
        below = row.findChildren(Chart)[0].y() > row._badge.geometry().bottom()
        assert below == under


def test_the_page_is_made_without_matplotlib() -> None:
    code = (
        "import sys, ui.pages.comparison, ui.pages.obligations;"
        "sys.exit(any(m in sys.modules for m in ('matplotlib', 'highspy', 'reportlab')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_chooses_a_row_and_opens_what_is_folded(
    make_page: MakePage, qtbot: QtBot, key: Qt.Key
) -> None:
    page = make_page(answers=ANSWERS)
    row = page.near.rows[0]
    with qtbot.waitSignal(page.went_to) as told:
        QTest.keyClick(row, key)
    assert told.args == ["questions", row.face.question]
    QTest.keyClick(page.elsewhere.button, key)
    assert page.elsewhere.is_open
