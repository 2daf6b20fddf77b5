# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Each questionnaire from end to end, by keys in the window; then the same answers by commands: the
same dossier, and the same comparison."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Question
from tests.cli.console import Console
from tests.gallery.window import window_at
from tests.support.desks import VILLAGE, write_dossier
from tests.ui.rounds import OFFICE, calm, open_at_rest
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page_maker import all_answered
from ui.pages.questions import QuestionsPage

MAIN = "maturite-numerique"
FOUR = (MAIN, "numerique-et-collectivites", "perception", "politique-numerique")
EPCI = LocalAuthority("Les Trois Vallées", "epci", population=18_000)


def typed(question: Question, rank: int) -> str:
    """The keys of an answer, another one from one question to the next."""
    match question.type:
        case "niveaux":
            return str(rank % 5)
        case "note":
            return str(4 + rank % 5)
        case "nombre":
            low = int(question.range.minimum) if question.range else 0
            return str(low + 1)
        case "choix" | "choix_multiples":
            return str(1 + rank % min(3, len(question.choices)))


def fill(window: MainWindow, desk: Desk) -> int:
    """Answer whatever is asked, from the first question, and go on with Entrée: how many."""
    bridge, answered = window.bridge, 0
    assert bridge is not None
    window.go("questions", next(iter(bridge.questionnaire.questions)))
    calm(window, desk)
    page = window._page("questions")
    assert isinstance(page, QuestionsPage)
    most = 2 * len(bridge.questionnaire.questions)
    while not all_answered(bridge) and answered < most:
        question = bridge.questionnaire.questions[page.current]
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, typed(question, answered))
        QTest.keyClick(QApplication.focusWidget() or focus, Qt.Key.Key_Return)
        calm(window, desk)
        answered += 1
        assert question.id in bridge.snapshot.assessment.answers, question.id
    return answered


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("authority", [VILLAGE, EPCI], ids=["commune", "epci"])
def test_the_four_are_filled_by_keys_and_by_commands_alike(
    authority: LocalAuthority, tmp_path: Path
) -> None:
    folder = tmp_path / "bureau"
    folder.mkdir()
    console = Console(folder)
    path = write_dossier(tmp_path / "Documents" / "mairie.autodiag", authority=authority)
    with window_at(tmp_path, OFFICE) as (window, desk):
        window.activateWindow()
        open_at_rest(window, desk, path)
        for name in FOUR:
            assert window.bridge is not None
            if name != MAIN:
                window.bridge.begin(name, desk.today())
                calm(window, desk)
            assert fill(window, desk) >= 20
            assert all_answered(window.bridge), name
            window.go("comparaison")
            calm(window, desk)
            beside = window._page("comparaison").comparison.comparators
            assert {"dans", "hors"} & {one.stance for one in beside}, name
        window.close_dossier()
        calm(window, desk)
    assert told(console, path) == told(console, again(console, path, authority))


def again(console: Console, path: Path, authority: LocalAuthority) -> Path:
    """Another dossier, from the answers that the first one gives as files."""
    files = {
        name: console.write(
            f"{name}.json", console("reponses", path, "--questionnaire", name, "--json").out
        )
        for name in FOUR
    }
    copy = console.path("copie.autodiag")
    who = ("--nom", authority.name, "--type", authority.kind, "--population", "612")
    if authority.kind == "epci":
        who = (*who[:-1], "18000")
    assert console("nouveau", copy, *who, "--reponses", files[MAIN]).code == 0
    for name in FOUR[1:]:
        filled = console("remplir", copy, "--questionnaire", name, "--reponses", files[name])
        assert filled.code == 0, filled.err
    assert console("verifier", copy).code == 0
    return copy


def told(console: Console, path: Path) -> list[Any]:
    """What is answered, and what is said of it beside the studies."""
    return [
        console(verb, path, "--questionnaire", name, "--json").json
        for name in FOUR
        for verb in ("reponses", "comparer")
    ]
