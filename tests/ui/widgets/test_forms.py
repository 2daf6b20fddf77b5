# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Fields with their label and their fault, the wheel that changes nothing, and empty pages."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_row import FormRow, form_row
from ui.widgets.scroll import scroll_area
from ui.widgets.wheel_guard import guard_wheel

FAULT = "Un nombre, par exemple 70"


@pytest.fixture
def row(desk: Desk, qtbot: QtBot) -> FormRow:
    row = form_row(desk.theme, "Écoliers", QLineEdit(), hint="Maternelle et élémentaire")
    qtbot.addWidget(row)
    row.show()
    return row


def seen(widget: QWidget) -> list[str]:
    return [text.text() for text in widget.findChildren(QLabel) if text.isVisible() and text.text()]


def test_a_field_has_the_name_of_its_label_and_its_hint(row: FormRow) -> None:
    spoken = QAccessible.queryAccessibleInterface(row.field)
    assert spoken.text(QAccessible.Text.Name) == "Écoliers"
    row.clear_fault()
    assert row.field.accessibleDescription() == "Maternelle et élémentaire"
    assert seen(row) == ["Écoliers", "Maternelle et élémentaire"]


def test_a_fault_is_seen_and_heard_then_leaves(row: FormRow) -> None:
    row.show_fault(FAULT)
    assert seen(row) == ["Écoliers", FAULT]
    assert row.field.accessibleDescription() == FAULT
    assert row.field.property("fault") == "true"
    row.clear_fault()
    assert row.fault == ""
    assert row.field.property("fault") == "false"
    assert row.field.accessibleDescription() == "Maternelle et élémentaire"


def test_a_field_is_48_high_with_a_fault_or_without(row: FormRow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: row.field.height() == 48)
    row.show_fault(FAULT)
    qtbot.wait(10)
    assert row.field.height() == 48


def test_a_fault_is_drawn_in_the_colour_of_errors(row: FormRow, desk: Desk, qtbot: QtBot) -> None:
    row.show_fault(FAULT)
    qtbot.wait(10)
    edge = row.field.grab().toImage().pixelColor(row.field.width() // 2, 1)
    assert edge == desk.theme.color("errInk")


def turn(widget: QWidget) -> None:
    """One notch down, as the mouse gives it to the window."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(place), QPoint(0, -120))


@pytest.mark.parametrize("guarded", [True, False])
@pytest.mark.parametrize("make", [QComboBox, QSpinBox])
def test_the_wheel_over_a_field_scrolls_the_page(
    qtbot: QtBot, guarded: bool, make: type[QComboBox | QSpinBox]
) -> None:
    page, elsewhere, field = QWidget(), QLineEdit(), make()
    if isinstance(field, QComboBox):
        field.addItems(["un", "deux", "trois"])
    else:
        field.setRange(-5, 5)
    column = QVBoxLayout(page)
    column.addWidget(elsewhere)
    column.addWidget(field)
    column.addSpacing(2000)
    if guarded:
        guard_wheel(field)
    area = scroll_area(page)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.activateWindow()
    elsewhere.setFocus()
    qtbot.waitUntil(elsewhere.hasFocus)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 1000)
    turn(field)
    value = field.currentIndex() if isinstance(field, QComboBox) else field.value()
    assert (value == 0) is guarded, "without the guard, Qt changes the value"
    assert (area.verticalScrollBar().value() > 0) is guarded
    assert elsewhere.hasFocus() or not guarded


def test_a_guarded_field_that_has_the_focus_turns(qtbot: QtBot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.addItems(["un", "deux"])
    guard_wheel(combo)
    combo.show()
    combo.activateWindow()
    combo.setFocus()
    qtbot.waitUntil(combo.hasFocus)
    turn(combo)
    assert combo.currentIndex() == 1


def test_an_empty_page_says_why_and_has_one_button(desk: Desk, qtbot: QtBot) -> None:
    state = EmptyState(
        desk.theme, "map", "Aucune commune", "Demandez à chaque mairie son fichier.", "Ajouter"
    )
    qtbot.addWidget(state)
    state.resize(900, 500)
    state.show()
    assert seen(state) == ["Aucune commune", "Demandez à chaque mairie son fichier."]
    assert state.button is not None
    with qtbot.waitSignal(state.action_chosen):
        state.button.click()


def test_an_empty_page_may_have_nothing_to_do(desk: Desk, qtbot: QtBot) -> None:
    state = EmptyState(desk.theme, "map", "", "Rien à montrer pour l’instant.")
    qtbot.addWidget(state)
    state.show()
    assert state.button is None
    assert seen(state) == ["Rien à montrer pour l’instant."]
