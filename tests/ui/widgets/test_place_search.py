# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The field where a collectivité is looked for: what may be typed is read whole, all of it seen."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.desk import Desk
from ui.widgets.place_search import SearchField
from ui.widgets.scroll import bring_into_view, scroll_area


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_what_may_be_typed_is_never_cut(desk: Desk, qtbot: QtBot, scale: float) -> None:
    field = SearchField(desk.theme, "Commune")
    qtbot.addWidget(field)
    field.show()
    desk.theme.set_scale(scale)
    said: list[str] = []
    for width in (1100, 675, 500):
        field.resize(width, field.sizeHint().height())
        said.append(field.placeholderText())
        before = 28 + 26 * scale + 2
        letters = field.fontMetrics().horizontalAdvance(said[-1])
        assert before + letters <= width - 18, said[-1]
    assert said[0] == "Nom, code postal, code INSEE ou numéro SIREN"
    assert said == sorted(said, key=len, reverse=True)


def test_a_field_with_the_keyboard_is_brought_into_view_whole(desk: Desk, qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    field = SearchField(desk.theme, "Commune")
    column.addSpacing(600)
    column.addWidget(field)
    column.addSpacing(600)
    area = scroll_area(content)
    qtbot.addWidget(area)
    area.resize(600, 400)
    area.show()
    field.setFocus()
    area.verticalScrollBar().setValue(0)
    bring_into_view(field, 8)
    top = field.mapTo(area, QPoint()).y()
    assert top > 0
    assert top + field.height() + 8 <= area.height() + 1
