# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The strip above the columns: the duties to do that the plan gives no date."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics, QResizeEvent

from ui.pages.roadmap_lists import due_said
from ui.theme import Theme
from ui.widgets.remark import Remark
from ui.widgets.tooltip import set_tooltip

BESIDE = 180
"""What the pictogram, the button and the margins take, in pixels at 100 %."""


class DueStrip(Remark):
    """One line: as many titles as hold there. Its button asks for what is left out, and why."""

    HEARD_AS = "Grouping"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._titles: tuple[str, ...] = ()
        self.setAccessibleName("Obligations sans date")
        row = self.layout()
        if row is not None:
            row.setContentsMargins(14, 0, 8, 0)  # its button is high enough

    def show_due(self, titles: Sequence[str]) -> None:
        """Say that these are left; hidden where there are none."""
        self._titles = tuple(titles)
        if not titles:
            self.clear()
            return
        self.say(self._fitting(), "scale", "warn", action="left_out", do="Voir")
        set_tooltip(self, due_said(titles, len(titles)))

    def _fitting(self) -> str:
        metrics = QFontMetrics(self._theme.font("body"))
        room = self.width() - round(BESIDE * self._theme.scale)
        for named in range(len(self._titles), 0, -1):
            said = due_said(self._titles, named)
            if metrics.horizontalAdvance(said) <= room:
                return said
        return due_said(self._titles, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._titles and self._fitting() != self.text:
            self.show_due(self._titles)
