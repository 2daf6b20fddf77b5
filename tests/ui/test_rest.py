# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A page that nobody touches does nothing: no layout that asks for itself again and again."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.gallery.window import wait
from tests.ui.rounds import PAGES, Shown, calm

STILL = 150
"""Milliseconds during which nobody does anything."""
A_FEW = 40
"""What is still to be placed after a page came; a page that never rests asks hundreds of times."""


class Counter(QObject):
    """How many times something asked to be laid out."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.asked += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.long
@pytest.mark.parametrize("shown", ["rempli"], indirect=True)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_at_rest_is_not_laid_out_again(shown: Shown, page: str) -> None:
    window, desk = shown
    window.go(page)
    calm(window, desk)
    counter, app = Counter(), QApplication.instance()
    assert app is not None
    app.installEventFilter(counter)
    wait(STILL)
    app.removeEventFilter(counter)
    assert counter.asked <= A_FEW
