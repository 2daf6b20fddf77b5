# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The three horizons side by side, or one at a time where the window is narrow, and the panel
that takes the place of a column. Moves the focus; decides nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from autodiag.text.terms import Terms
from ui.pages.cards_board import CardsBoard
from ui.pages.page import NARROW, WIDE
from ui.pages.roadmap_column import HorizonColumn
from ui.pages.roadmap_panel import RoadmapPanel
from ui.pages.roadmap_parts import Content
from ui.pages.roadmap_words import HORIZON_NAMES
from ui.theme import Theme
from ui.widgets.action_face import ActionFace, MeterFace
from ui.widgets.scroll import bring_into_view
from ui.widgets.segmented import Segmented
from ui.widgets.tab_order import follow

GAP = 14
LEAST_BESIDE = 860
"""Below, there is no room for a column beside the panel, in pixels at 100 %."""
MARGINS = 48
"""What the page leaves on both sides: the widths of the design are the window’s."""


class RoadmapBoard(CardsBoard[HorizonColumn]):
    """Columns and panel. The panel never moves the cards: it covers a column’s place."""

    added = Signal(int, object)
    asked = Signal(str, str, str)

    def __init__(self, theme: Theme, terms: Terms) -> None:
        super().__init__(theme, GAP)
        names = list(HORIZON_NAMES.values())
        self.columns = [HorizonColumn(theme, rank, name) for rank, name in enumerate(names)]
        self.panel = RoadmapPanel(theme, terms)
        options = [(str(rank), name[0]) for rank, name in enumerate(names)]
        self._tabs = Segmented(theme, "période", options)
        self._shown = 0
        self._least = 0
        self._about: str = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    @property
    def about(self) -> str:
        """The action that the panel is about, "" for none."""
        return self._about

    def show_horizons(
        self,
        horizons: Sequence[tuple[list[ActionFace], MeterFace | None]],
        *,
        writable: bool,
    ) -> None:
        """Show other cards and meters."""
        for column, (faces, meter) in zip(self.columns, horizons, strict=True):
            column.show_horizon(faces, meter, writable=writable)
        follow(*self.parts)
        self._mark()

    @property
    def parts(self) -> list[QWidget]:
        """What one goes through, in the order of reading: that of the plan, whenever a card was
        made; then the panel, which is made again with what it says."""
        return [self._tabs, *(part for column in self.columns for part in column.parts), self.panel]

    def open_panel(self, content: Content, about: str = "", *, focus: bool = True) -> None:
        """Show the panel; `about` is the action whose card is marked."""
        self._about = about
        self.panel.show_content(content)
        self.panel.show()
        follow(self.panel)
        self._mark()
        self.arrange()
        if focus:
            self.panel.take_focus()
            self._soon.start()  # once it has its place

    def set_room(self, least: int, *, whole: bool) -> None:
        """The least height, in pixels; and whether the page scrolls rather than each column: one
        at a time, in a low window."""
        self._least = least
        self.updateGeometry()
        for column in self.columns:
            column.set_whole(whole=whole)

    @Slot()
    def _bring_panel(self) -> None:
        if not self.panel.isHidden():
            bring_into_view(self.panel)

    @Slot()
    def close_panel(self) -> None:
        """Hide the panel, and go back to the card that it was about."""
        about, self._about = self._about, ""
        if self.panel.isHidden():
            return
        self.panel.hide()
        self._mark()
        self.arrange()
        if about and not self.focus_on(about):
            self.columns[self._shown].focus_card(0)

    def _build(self) -> None:
        for part in (*self.columns, self.panel):
            self._add_beside(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tabs)
        layout.addLayout(self._row, 1)
        self.panel.hide()
        self._tabs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tabs.hide()
        self._tabs.show_choice("0")

    def _connect(self) -> None:
        for column in self.columns:
            self._listen(column)
            column.added.connect(self._on_added)
        self._soon.timeout.connect(self._bring_panel)
        self.panel.closed.connect(self.close_panel)
        self.panel.asked.connect(self.asked)
        self._tabs.chosen.connect(self._on_tab_chosen)

    def arrange(self) -> None:
        """Which columns are seen, at this width and with or without the panel."""
        wide = (self.width() + MARGINS) / self._theme.scale  # large letters narrow the window
        open_, narrow = not self.panel.isHidden(), wide < NARROW
        self._tabs.setVisible(narrow)
        if narrow:
            seen = {self._shown}
            if open_ and wide < LEAST_BESIDE:
                seen = set()
        elif open_ and wide < WIDE:
            about = self._rank(self._about)
            seen = {1, 2} if about == 2 else {0, 1}
        else:
            seen = {0, 1, 2}
        for column in self.columns:
            column.setVisible(column.rank in seen)
            column.show_name(shown=not narrow)

    def _rank(self, key: str) -> int:
        """The horizon of an action, 0 where it has no card."""
        face = self.face(key)
        return 0 if face is None else face.horizon

    def bring(self, rank: int) -> None:
        self._shown = rank
        self._tabs.show_choice(str(rank))
        self.arrange()
        if self.columns[rank].isHidden():
            self.panel.hide()
            self._about = ""
            self._mark()
            self.arrange()

    def _mark(self) -> None:
        for card in self.cards():
            card.set_chosen(card.face.key == self._about)

    @Slot(int, object)
    def _on_added(self, rank: int, typed: object) -> None:
        self.added.emit(rank, typed)

    @Slot(str)
    def _on_tab_chosen(self, option: str) -> None:
        self._shown = int(option)
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(self._least, hint.height()))
