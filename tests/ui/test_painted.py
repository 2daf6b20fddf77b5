# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is painted by hand: words too pale would be seen, and an answer card is known by its key
(the walk of the pages is in test_contrast.py)."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from autodiag.bundle import installed
from tests.ui.colours import MARK, contrast
from tests.ui.painted import Spy
from ui.theme import PaletteName, Theme
from ui.widgets.card_face import Look, paint_key
from ui.widgets.term_text import Dots, TermText

palettes = pytest.mark.parametrize("palette", ["light", "dark", "projection"])


class Pale(QWidget):
    """Writes by hand, as cards and steps do, in the pen it is given."""

    def __init__(self, pen: str) -> None:
        super().__init__()
        self._pen = QColor(pen)
        self.resize(300, 80)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._pen)
        painter.drawText(QRectF(0, 0, 300, 40), 0, "Résultats")
        laid = TermText(1.0)
        laid.set_text("Un élu est désigné.", ())
        laid.paint(painter, QPointF(0, 40), self.font(), 300, Dots(self._pen))
        painter.end()


@palettes
def test_words_painted_by_hand_in_line_would_be_seen(
    palette: PaletteName, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Theme(installed().resources, palette).tokens
    holder = QWidget()
    holder.setStyleSheet(f"background: {written['surface']};")
    holder.resize(300, 80)
    words = Pale(str(written["line"]))
    words.setParent(holder)
    holder.show()
    told = Spy(monkeypatch).pale(holder)
    assert len(told) == 2
    assert "«Résultats»" in told[0]
    assert "«Un élu est désigné.»" in told[1]


@palettes
def test_an_answer_card_is_known_by_its_key(palette: PaletteName, qapp: QApplication) -> None:
    """Its own border only separates: that of its key stands out all around."""
    theme = Theme(installed().resources, palette)
    side = 40
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(theme.color("surface"))
    painter = QPainter(picture)
    box = QRectF(0, 0, side, side)
    paint_key(painter, theme, box, Look(chosen=False, hovered=False, enabled=True), "2")
    painter.end()
    middle, last = side // 2, side - 1
    for at in ((0, middle), (last, middle), (middle, 0), (middle, last)):
        edge = picture.pixelColor(*at).name()
        assert contrast(edge, theme.color("surface").name()) >= MARK
