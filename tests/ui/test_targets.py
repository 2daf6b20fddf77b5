# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is pressed is 40 pixels wide and high at least, on every page, for hands that shake."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

from tests.ui.eye import told
from tests.ui.rounds import PAGES, Shown, calm
from ui.dialogs.crash_dialog import CrashDialog
from ui.dialogs.help_dialog import HelpDialog
from ui.dialogs.unwritten_dialog import UnwrittenDialog
from ui.widgets.address_button import AddressButton

LEAST = 40
PRESSED = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
IN_TEXT: tuple[str, ...] = ()
"""Links in a running text, as high as its line (WCAG 2.5.8 leaves them out): their classes."""

on_a_dossier = pytest.mark.parametrize(
    "shown", ["rempli", pytest.param("vide", marks=pytest.mark.long)], indirect=True
)
on_the_welcome_page = pytest.mark.parametrize("shown", ["accueil"], indirect=True)


def small(window: QWidget) -> list[str]:
    """What can be pressed or reached in a window and is too small for it."""
    return [
        f"{told(widget)}: {widget.width()} × {widget.height()}"
        for widget in targets(window)
        if widget.width() < LEAST or widget.height() < LEAST
    ]


def targets(window: QWidget) -> Iterator[QWidget]:
    """Controls that show, and whatever else takes the focus; not the parts of a control."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, QScrollBar):
            continue
        parent = widget.parentWidget()
        if isinstance(parent, (QComboBox, QAbstractSpinBox)) or type(widget).__name__ in IN_TEXT:
            continue
        held = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView)
        if isinstance(widget, PRESSED) or (widget.focusPolicy().value and not held):
            yield widget


@on_a_dossier
@pytest.mark.parametrize("page", PAGES)
def test_everything_that_is_pressed_on_a_page_is_large_enough(shown: Shown, page: str) -> None:
    window, desk = shown
    window.go(page)
    calm(window, desk)
    assert small(window) == []


@on_a_dossier
def test_the_addresses_of_the_sources_are_large_enough(shown: Shown) -> None:
    window, desk = shown
    window.go("comparaison")
    sources = next(b for b in window.findChildren(QPushButton) if b.text().startswith("Sources"))
    sources.click()
    calm(window, desk)
    found = [one for one in window.findChildren(AddressButton) if one.isVisible()]
    too_small = small(window)
    sources.click()
    assert len(found) > 1
    assert too_small == []


@on_the_welcome_page
def test_everything_that_is_pressed_on_the_welcome_page_is_large_enough(shown: Shown) -> None:
    window, desk = shown
    for typed in ("", "champagne", "zzyx"):
        window._home.search.field.setText(typed)
        calm(window, desk)
        assert small(window) == []
    window._home.search.clear()


@on_the_welcome_page
def test_everything_that_is_pressed_in_a_dialog_is_large_enough(shown: Shown) -> None:
    window, desk = shown
    found: list[str] = []
    for dialog in (
        HelpDialog(desk, window),
        CrashDialog("Traceback", lambda: 2, window),
        UnwrittenDialog(desk.theme, 12, window),
    ):
        dialog.open()
        calm(dialog, desk)
        found += small(dialog)
        dialog.reject()
        dialog.deleteLater()
    assert found == []


@on_the_welcome_page
def test_every_line_of_a_menu_is_high_enough(shown: Shown) -> None:
    window, desk = shown
    menu = window._home.display.menu()
    menu.popup(QPoint(10, 10))
    calm(window, desk)
    lines = [menu.actionGeometry(one).height() for one in menu.actions() if not one.isSeparator()]
    menu.close()
    assert lines
    assert min(lines) >= LEAST


def test_a_small_target_would_be_seen(qapp: QApplication) -> None:
    """On purpose: a button of 39 pixels, then of 40."""
    window = QWidget()
    window.resize(QSize(300, 200))
    button = QPushButton("Trop petit", window)
    for high, found in ((LEAST - 1, ["QPushButton «Trop petit»: 120 × 39"]), (LEAST, [])):
        button.setStyleSheet(f"min-height: {high}px; max-height: {high}px; border: 0; padding: 0;")
        button.resize(120, high)
        window.show()
        assert small(window) == found
