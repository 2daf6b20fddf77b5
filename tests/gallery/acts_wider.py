# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is done to bring about the wider readings, a pack of a territory, and the answers that bear
on others: what a click alone does not reach."""

from PySide6.QtWidgets import QWidget

from autodiag.benchmarks.pack_file import write_pack
from autodiag.benchmarks.pack_making import make_pack
from autodiag.model.assessment import Answered
from tests.benchmarks.pack_cases import HEAD, contribution
from tests.gallery.acts import other, press
from tests.gallery.window import settle, wait
from tests.support.desks import ChosenFiles
from tests.support.shipped import shipped_questionnaire
from ui.main_window import MainWindow
from ui.pages.comparison_series import SeriesAside
from ui.pages.questions_list import PROPOSED
from ui.widgets.scroll import bring_into_view


def reach(window: MainWindow, kind: type[QWidget]) -> None:
    """The first that is shown of that kind, scrolled to."""
    for widget in window.findChildren(kind):
        if not widget.isHidden() and widget.isVisible():
            bring_into_view(widget, 8)
            return
    raise LookupError(f"no {kind.__name__}")


def series_in_words(window: MainWindow) -> None:
    """The series over the years as a table."""
    reach(window, SeriesAside)
    wait(50)
    next(one for one in window.findChildren(SeriesAside) if one.isVisible()).in_words.click()
    wait(50)
    reach(window, SeriesAside)


def pack_added(window: MainWindow) -> None:
    """A pack of nine communes of this size, chosen as a file."""
    desk = window._desk
    file = desk.paths.data / "paquet.toml"
    given = [contribution(seed, "commune", 600 + seed) for seed in range(9)]
    text = write_pack(make_pack(shipped_questionnaire(), given, HEAD))
    file.write_text(text, encoding="utf-8")
    assert isinstance(desk.dialogs, ChosenFiles)
    desk.dialogs.chosen = file
    press(window, "Ajouter un paquet")
    settle(desk)


def other_reached(window: MainWindow, questionnaire: str, kind: type[QWidget]) -> None:
    """Another questionnaire, compared, down to one of its readings."""
    other(window, questionnaire, "comparaison")
    settle(window._desk)
    reach(window, kind)


def given(
    window: MainWindow,
    questionnaire: str,
    question: str,
    answer: str | tuple[str, ...],
    detail: str = "",
) -> None:
    """An answer of another questionnaire, then the question that it bears on."""
    other(window, questionnaire, "questions", question)
    assert window.bridge is not None
    window.bridge.answer(question, Answered(answer))
    settle(window._desk)
    window.go("questions", detail or question)


def proposals(window: MainWindow, questionnaire: str) -> None:
    """Another questionnaire without an answer, and the list of what is proposed in it."""
    other(window, questionnaire, "questions", PROPOSED)
