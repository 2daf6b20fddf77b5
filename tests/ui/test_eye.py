# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The eye of the layout walk sees what is wrong: one fault of each kind, made on purpose."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from tests.ui.eye import everything
from ui.desk import Desk
from ui.widgets.link_button import LinkButton


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    """Dressed in nothing of the house, so that sizes are those given here."""
    window = QWidget()
    window.resize(400, 300)
    yield window
    window.close()
    window.deleteLater()


def seen(window: QWidget) -> list[str]:
    window.show()
    return everything(window)


def test_a_window_where_all_is_well_has_no_fault(window: QWidget) -> None:
    QLabel("Tout va bien", window).resize(300, 60)
    assert seen(window) == []


def test_a_cut_label_is_seen(window: QWidget) -> None:
    QLabel("Un texte plus long que la place qu’il a reçue", window).resize(60, 30)
    (told,) = seen(window)
    assert told.startswith("QLabel «Un texte plus long que la place")
    assert "a (60, 30), demande (" in told


def test_a_wrapped_text_without_its_last_lines_is_seen(window: QWidget) -> None:
    words = QLabel("Un texte sur plusieurs lignes, dont on ne voit que la première", window)
    words.setWordWrap(True)
    words.resize(120, 20)
    assert len(seen(window)) == 1


def test_a_cut_button_is_seen(window: QWidget) -> None:
    QPushButton("Enregistrer une copie", window).resize(30, 60)
    assert len(seen(window)) == 1


def test_a_painted_widget_lower_than_its_words_is_seen(window: QWidget, desk: Desk) -> None:
    link = LinkButton(desk.theme)
    link.setParent(window)
    link.say("Une question dont les mots vont à la ligne, et même deux fois")
    link.resize(150, 40)
    told = seen(window)
    assert "demande" in told[0]
    assert "dépasse de" in told[1]


class Proud(QWidget):
    """Writes by hand, and finds itself high and wide enough; `at`: where, in pixels."""

    def __init__(self, window: QWidget, at: QRectF | QPointF) -> None:
        super().__init__(window)
        self._at = at
        self.resize(120, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if isinstance(self._at, QPointF):
            painter.drawText(self._at, "Le maire")
        else:
            painter.drawText(self._at, int(Qt.TextFlag.TextWordWrap), "Le maire et ses adjoints")
        painter.end()


def test_words_painted_out_of_their_widget_or_of_their_place_are_seen(window: QWidget) -> None:
    """Whatever the widget says of the room that it needs."""
    well = QRectF(0, 0, 120, 40), QPointF(10, 30)
    cut = QRectF(0, 0, 40, 40), QRectF(0, 20, 120, 40), QPointF(10, 4), QPointF(100, 30)
    found: list[int] = []
    for at in (*well, *cut):
        words = Proud(window, at)
        words.show()
        found.append(len(seen(window)))
        words.setParent(None)
    assert found == [0, 0, 1, 1, 1, 1]


def test_two_texts_on_one_another_are_seen(window: QWidget) -> None:
    for left in (0, 100):
        words = QLabel("Une phrase", window)
        words.setGeometry(left, 0, 200, 60)
    (told,) = seen(window)
    assert "(100, 0, 100, 60) en commun" in told


def test_what_goes_out_of_what_holds_it_is_seen(window: QWidget) -> None:
    QWidget(window).setGeometry(350, 10, 100, 40)
    (told,) = seen(window)
    assert "dépasse de (400, 300)" in told


def test_what_is_out_of_sight_at_the_right_is_seen(window: QWidget) -> None:
    area = QScrollArea(window)
    area.setGeometry(0, 0, 200, 200)
    inside = QWidget()
    inside.resize(500, 100)
    area.setWidget(inside)
    assert any("px à droite hors de vue" in line for line in seen(window))
