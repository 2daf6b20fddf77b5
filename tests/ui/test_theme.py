# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A change of theme: what it costs, and the size of projected text."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.desk import Desk


class Polishings(QObject):
    """Counts how often each widget is dressed again."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[QObject] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.times[watched] += 1
        return False


def test_a_change_of_theme_dresses_no_widget_once_for_each_of_its_parents(desk: Desk) -> None:
    """Which is what replacing a style sheet by another does, hidden pages and all."""
    outermost = widget = QWidget()
    for _ in range(12):
        column = QVBoxLayout(widget)
        widget = QWidget()
        column.addWidget(widget)
    innermost = QLabel("au fond", widget)
    outermost.show()
    counting = Polishings()
    outermost.installEventFilter(counting)
    innermost.installEventFilter(counting)
    desk.theme.set_palette("dark")
    assert 0 < counting.times[innermost] <= 4
    outermost.close()
    outermost.deleteLater()


def test_projected_text_is_half_as_large_again_and_finds_its_size_back(desk: Desk) -> None:
    theme, told = desk.theme, Counter[str]()
    theme.changed.connect(partial(told.update, ("changed",)))
    theme.set_palette("projection")
    projected = theme.font("caption").pointSizeF()
    theme.set_scale(1.25)  # chosen meanwhile: kept for later
    assert (projected, theme.scale, told["changed"]) == (10.5 * 1.5, 1.5, 1)
    theme.set_scale(2.0)
    assert theme.scale == 2.0
    theme.set_scale(1.25)
    theme.set_palette("light")
    assert theme.scale == 1.25
