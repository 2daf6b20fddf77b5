# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A level in a table: pips, figure, sign. Drawn straight, for there are sixty in a report."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# ruff: noqa: N803  (reportlab’s names)

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from autodiag.charts.icons import Icon
from autodiag.charts.look import Look
from autodiag.report.flowables import P
from autodiag.report.pictograms import Pictogram


class Levelled(Flowable):
    """The pips of a level, its figure, perhaps a sign: a cell of the table of answers."""

    _HIGH = 9.0

    def __init__(
        self, figure: P, level: int | None, look: Look, sign: tuple[Icon, str] | None = None
    ) -> None:
        super().__init__()
        self._figure, self._level, self._look, self._sign = figure, level, look, sign
        self.node = figure.node

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """One line."""
        self.width = aW
        self.height = self._figure.wrap(aW - 18, aH)[1]
        return aW, self.height

    def draw(self) -> None:
        """Four bars, the filled ones up to the level; the figure; the sign at the right edge."""
        canvas, y = self.canv, self.height - self._HIGH - 1
        canvas.saveState()
        canvas.setLineWidth(0.6)
        level = self._level
        for i in range(4 if level is not None else 0):
            full = level is not None and i < level
            canvas.setFillColor(HexColor(self._look.primary if full else self._look.surface))
            canvas.setStrokeColor(HexColor(self._look.primary if full else self._look.control))
            canvas.rect(0.5 + i * 3.5, y, 2.3, self._HIGH * (0.4 + 0.2 * i), fill=1)
        canvas.restoreState()
        self._figure.drawOn(canvas, 18, self.height - self._figure.height)
        if self._sign:
            icon, color = self._sign
            name = f"signe-{color[1:]}"
            Pictogram(icon, name, 10, color).drawOn(canvas, self.width - 12, y - 0.5)
