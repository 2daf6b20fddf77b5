# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The bar at the top: nothing of it is lost at any width or size of text, intents only."""

from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.widgets.top_bar import TopBar

LONG = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"


@pytest.fixture
def bar(desk: Desk, qtbot: QtBot) -> TopBar:
    bar = TopBar(desk.theme)
    qtbot.addWidget(bar)
    bar.set_place("Montbrelle", "612\u00a0habitants")
    bar.stepper.set_current("feuille")
    bar.saved_sign.show_saved(datetime.fromisoformat("2026-11-22T10:42:00"))
    return bar


def parts(bar: TopBar) -> list[QWidget]:
    every: list[QWidget] = [bar.mark, bar.place, bar.stepper, bar.saved_sign]
    every += [bar.undo, bar.display, bar.help]
    return [part for part in every if part.isVisible()]


@pytest.mark.long
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("width", [1000, 1024, 1199, 1200, 1366, 1920])
@pytest.mark.parametrize("name", ["Le Bô", LONG])
def test_no_part_covers_another_nor_leaves_the_bar(
    bar: TopBar, desk: Desk, scale: float, width: int, name: str
) -> None:
    desk.theme.set_scale(scale)
    bar.set_place(name, "612\u00a0habitants")
    bar.resize(width, bar.height())
    bar.show()
    shown = parts(bar)
    assert len(shown) == 7
    assert bar.width() == width
    for left, right in pairwise(shown):
        assert left.geometry().right() < right.geometry().left()
    assert shown[-1].geometry().right() < width
    for part in (bar.mark, bar.stepper, bar.undo, bar.saved_sign, bar.display, bar.help):
        assert part.width() == part.sizeHint().width(), "only the name may be cut short"


@pytest.mark.parametrize(("width", "scale"), [(1024, 1), (1024, 2), (1366, 1), (1920, 1)])
def test_the_steps_are_in_the_middle_and_move_only_for_a_long_name(
    bar: TopBar, desk: Desk, width: int, scale: float
) -> None:
    desk.theme.set_scale(scale)
    bar.resize(width, bar.height())
    bar.set_place("Le Bô", "612\u00a0habitants")
    bar.show()
    before = bar.stepper.x()
    bar.set_place("Montbrelle (exemple)", "612\u00a0habitants")
    assert bar.stepper.x() == before or scale == 2
    assert bar.place.width() == bar.place.sizeHint().width()
    bar.set_place(LONG, "612\u00a0habitants")
    room = bar.stepper.x() - bar.place.geometry().right()
    beyond = bar.saved_sign.x() - bar.stepper.geometry().right()
    whole = bar.place.width() == bar.place.sizeHint().width()
    assert whole or max(room, beyond) < 24, "a name is cut short only where there is no room left"


def test_the_bar_is_60_high_at_100_percent_and_grows_with_the_text(bar: TopBar, desk: Desk) -> None:
    assert bar.height() == 60
    desk.theme.set_scale(2.0)
    assert bar.height() > 90


def test_below_1200_only_the_current_step_is_named(bar: TopBar) -> None:
    bar.show()
    bar.resize(1366, bar.height())
    wide = bar.stepper.width()
    bar.resize(1199, bar.height())
    assert bar.stepper.width() == bar.stepper.width_with("current") < wide


def test_a_long_name_stays_whole_for_who_listens_or_points(bar: TopBar) -> None:
    bar.set_place(LONG, "612\u00a0habitants")
    assert bar.place.accessibleName().startswith(f"{LONG}, 612\u00a0habitants")
    assert LONG in bar.place.toolTip()


@pytest.mark.parametrize(("width", "scale"), [(1024, 1), (1366, 1), (1366, 1.5), (1024, 2)])
def test_the_longest_name_of_a_commune_is_whole_on_two_lines(
    bar: TopBar, desk: Desk, width: int, scale: float
) -> None:
    desk.theme.set_scale(scale)
    bar.set_place(LONG, "612\u00a0habitants")
    bar.resize(width, bar.height())
    bar.show()
    first, second = bar.place.shown
    assert second in ("612\u00a0habitants", LONG.removeprefix(first))
    assert "…" not in first + second
    assert 2 * bar.place.fontMetrics().height() <= bar.place.height() < bar.height()


def test_a_name_of_one_word_without_room_is_cut_short(bar: TopBar) -> None:
    bar.place.show_place("Abcdefghijklmnopqrstuvwxyz", "612\u00a0habitants")
    bar.place.resize(120, 44)
    first, second = bar.place.shown
    assert first.endswith("…")
    assert second.startswith("612")


def test_each_button_says_what_was_chosen(bar: TopBar, qtbot: QtBot) -> None:
    for button, signal in (
        (bar.mark, bar.home_chosen),
        (bar.place, bar.place_chosen),
        (bar.help, bar.help_chosen),
    ):
        with qtbot.waitSignal(signal):
            button.click()
        assert button.accessibleName()
    with qtbot.waitSignal(bar.step_chosen) as chosen:
        bar.stepper.step_chosen.emit("questions")
    assert chosen.args == ["questions"]


def ticked(actions: list[QAction]) -> list[object]:
    return [action.data() for action in actions if action.isChecked()]


def test_display_ticks_what_is_preferred_and_says_what_is_chosen(
    bar: TopBar, desk: Desk, qtbot: QtBot
) -> None:
    display = bar.display
    display.follow(desk.preferences)
    desk.preferences.theme, desk.preferences.text_scale = "dark", 1.5
    display.menu().aboutToShow.emit()
    assert ticked(display.themes.actions()) == ["dark"]
    assert ticked(display.sizes.actions()) == [1.5]
    with qtbot.waitSignal(bar.theme_chosen) as theme:
        display.themes.actions()[3].trigger()
    with qtbot.waitSignal(bar.text_size_chosen) as size:
        display.sizes.actions()[3].trigger()
    assert (theme.args, size.args) == (["projection"], [2.0])
    assert desk.theme.palette_name == "light"


def test_tab_goes_through_the_bar_in_reading_order(bar: TopBar, qtbot: QtBot) -> None:
    bar.show()
    chain: list[QWidget] = []
    widget: QWidget | None = bar
    while (widget := widget.nextInFocusChain()) not in (None, bar):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            chain.append(widget)
    before = [bar.mark, bar.place, bar.stepper]
    assert chain == [*before, bar.saved_sign, bar.undo, bar.display, bar.help]
