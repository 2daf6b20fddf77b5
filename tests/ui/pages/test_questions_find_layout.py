# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is looked for is seen whole, in every size of window and of text."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenBridge
from tests.ui.eye import everything
from tests.ui.pages.questions_support import shown, type_text
from ui.desk import Desk

BEGUN = {**{f"str-{n}": 2 for n in range(1, 8)}, "str-3": "nsp", "usa-1": "nsp"}
LEAST = 40


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1366, 636), 1.0), ((1024, 540), 1.0), ((1920, 940), 1.25), ((1024, 540), 2.0)],
)
def test_nothing_is_cut_while_one_looks_for_a_question(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int], scale: float
) -> None:
    desk.theme.set_scale(scale)
    bridge = open_dossier_of(answers=BEGUN)
    with qtbot.waitSignal(bridge.saved):
        bridge.start_next(desk.today().replace(year=2027))
    qtbot.waitUntil(lambda: bool(bridge.snapshot.assessment.to_confirm))
    bridge.set_to_review("adm-1", True)
    page = shown(qtbot, desk, bridge, "str-1", size)
    search = page.view.rail.search
    wrong: list[str] = []

    def look(state: str) -> None:
        QTest.qWait(30)
        wrong.extend(f"{state}: {line}" for line in everything(page))

    look("as it is")
    page.view.open_find()
    look("opened")
    hidden = [kind for kind, chip in search.chips.items() if not chip.isVisible()]
    assert hidden == ["proposed"], "no other questionnaire lets anything be taken up"
    search.chips["review"].click()
    search.chips["confirm"].click()
    look("filtered")
    type_text(page, "zzyx")
    look("nothing found")
    assert wrong == []
    controls = [search.field, *search.chips.values(), search.everything, *search.found.rows]
    controls += [page.view.rail.search_button, page.view.find_drawer.close_drawer]
    seen = [one for one in controls if one.isVisible()]
    assert min(one.height() for one in seen) >= LEAST
    assert QApplication.focusWidget() is search.field


@pytest.mark.parametrize("size", [(1366, 636), (1024, 540)])
def test_a_question_found_is_read_whole_its_words_in_bold(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, size: tuple[int, int]
) -> None:
    page = shown(qtbot, desk, open_dossier_of(answers=BEGUN), "str-1", size)
    page.view.open_find()
    type_text(page, "Sauvegardes donnees")
    QTest.qWait(30)
    row = page.view.rail.search.found.rows[0]
    text, ends = row.state.text, 0
    assert [text[start : start + long] for start, long in row.state.looked_for] == [
        "données",
        "sauvegardées",
    ]
    for start, long in row._lines(row.width())[0]:
        assert start == ends
        ends += long
    assert ends == len(text)
    assert row.height() == row.heightForWidth(row.width())
