# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Résultats »: where they stand, why, what would change it; each theme explains its score."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.linking.elsewhere import ready
from autodiag.text.sentences import read_sentences
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.authority_mark import OPENING_MARK
from ui.pages.page import Page
from ui.pages.results_details import AskCard, DutiesCard, PortraitCard, StepsCard
from ui.pages.results_header import ResultsHeader
from ui.pages.results_layout import Parts, Sheet, arrange, columns_for, in_reading_order
from ui.pages.results_map import MapCard
from ui.pages.results_missing import MissingCard
from ui.pages.results_profile import ProfileCard
from ui.pages.results_reading import Reader, Reading
from ui.pages.results_since import SinceCard
from ui.pages.results_theme import WHOLE, ThemeTrace
from ui.pages.results_themes import ThemesCard
from ui.pages.results_tied import Tied
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import scroll_area
from ui.widgets.tab_order import follow

MARGIN, WIDEST, PEEK = 24, 1680, 28
"""`PEEK`: what shows of the second row of cards, so that one knows that there is one."""
TALLEST = 700
"""Of the first row at 100 %, in pixels."""


class ResultsPage(Page):
    """All of it is recomputed and shown again after each change; the map only when it differs."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        theme, resources = desk.theme, desk.paths.bundle.resources
        self._reader = Reader(bridge, read_sentences(resources))
        self._reading: Reading | None = None
        self._parts: Parts | None = None
        self.header = ResultsHeader(theme)
        self.profile, self.missing = ProfileCard(theme, resources), MissingCard(theme)
        self.map = MapCard(theme, resources)
        self.themes = ThemesCard(theme)
        self.trace = ThemeTrace(theme, Tied(bridge, desk.paths.bundle.knowledge))
        self.portrait, self.steps = PortraitCard(theme), StepsCard(theme)
        self.ask, self.duties = AskCard(theme), DutiesCard(theme)
        self.since = SinceCard(theme)
        self._explaining = (self.since, self.ask, self.portrait, self.steps, self.duties)
        self.nothing = Card()
        self.empty = EmptyState(
            theme,
            "map",
            "Vos résultats viendront avec vos réponses",
            "Répondez dans l’ordre qui vous convient. Douze questions donnent déjà un aperçu.",
            "Répondre aux questions",
        )
        self._overview, self._grid = QWidget(), QGridLayout()
        self._fit_soon = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._fit_soon.setSingleShot(True)
        self.nothing.body.addWidget(self.empty)
        self._grid.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addLayout(self._grid)
        column.addStretch(1)
        for card in self._cards():
            card.setParent(self._overview)
            card.hide()
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        within = QVBoxLayout(inside)
        within.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        within.addWidget(self._overview)
        within.addWidget(self.trace)
        self.trace.hide()
        outside = Sheet()
        centre = QHBoxLayout(outside)
        centre.setContentsMargins(0, 0, 0, 0)
        centre.addStretch(1)
        centre.addWidget(inside, 100_000)  # the sides get a pixel only beyond its maximum
        centre.addStretch(1)
        self.area = scroll_area(outside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def _connect(self) -> None:
        self.header.questions_asked.connect(self._on_question_asked)
        self.header.unknowns_asked.connect(self._on_unknowns_asked)
        self.header.roadmap_asked.connect(self._on_roadmap_asked)
        self.empty.action_chosen.connect(self._on_answer_asked)
        self.missing.mark_asked.connect(self._on_mark_asked)
        self.themes.why_asked.connect(self.show_theme)
        self.trace.left.connect(self._on_trace_left)
        self.duties.asked.connect(self._on_duties_asked)
        self.steps.method_asked.connect(self._on_method_asked)
        self.missing.why_asked.connect(self._on_preview_asked)
        for why in (self.steps, self.map, self.profile):
            why.why_asked.connect(self._on_whole_asked)
        for source in (self.missing, self.ask, self.trace):
            source.question_asked.connect(self._on_question_asked)
        self._fit_soon.timeout.connect(self._fit)
        self.area.viewport().installEventFilter(self)
        self.desk.theme.changed.connect(self._on_theme_changed)

    def _cards(self) -> tuple[Card, ...]:
        first = (self.profile, self.missing, self.map, self.themes, self.nothing)
        return (*first, *self._explaining)

    def begin(self) -> None:
        """Where one was on the page, else the first thing to do."""
        last = self.focusWidget()
        first = (last, self.trace.back, self.header.roadmap, self.header.unknowns)
        for widget in (*first, self.empty.button):
            if widget is not None and widget is not self and widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        super().begin()

    def refresh(self) -> None:
        """Read the dossier again and show it."""
        self._reading = reading = self._reader.read()
        self.header.show_reading(reading)
        self.header.show_proposed(len(ready(self.bridge.proposed)))
        parts = self._shown(reading)
        kept = {parts.profile, parts.map, parts.themes, *parts.more}
        for card in self._cards():
            card.setVisible(card in kept)
        if parts != self._parts:
            self._parts = parts
            self._fit()
        else:
            self._chain()
        if not self.trace.isHidden():
            self.trace.show_theme(reading, self.trace.theme_id, preview=self.trace.preview)

    def _shown(self, reading: Reading) -> Parts:
        """Which cards have something to say."""
        if not reading.begun:
            return Parts(self.nothing, None, None, ())
        self.themes.show_reading(reading)
        classable = reading.result.profile.classable
        first = self.profile if classable else self.missing
        first.show_reading(reading)
        beside = self.map if classable and self.map.show_reading(reading) else None
        more = [card for card in self._explaining if card.show_reading(reading)]
        if classable and beside is None:  # no map where the pilot theme does not concern them
            beside = self.steps
            more.remove(self.steps)
        themes = self.themes if reading.result.overall is not None else None
        return Parts(first, beside, themes, tuple(more))

    def show_detail(self, detail: object) -> None:
        """A theme by its id, or all the results."""
        if isinstance(detail, str) and detail in self.themes.rows:
            self.show_theme(detail)

    @Slot(str)
    def show_theme(self, theme_id: str, *, preview: bool = False) -> None:
        """Why a theme has its score, or the whole, or the *aperçu*, in place of all the results."""
        if self._reading is None:
            return
        self.trace.show_theme(self._reading, theme_id, preview=preview)
        self._overview.hide()
        self.trace.show()
        self.area.verticalScrollBar().setValue(0)
        self.trace.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_whole_asked(self) -> None:
        self.show_theme(WHOLE)

    @Slot()
    def _on_preview_asked(self) -> None:
        self.show_theme(WHOLE, preview=True)

    @Slot()
    def _on_trace_left(self) -> None:
        """Back, with the keyboard where it was."""
        self.trace.hide()
        self._overview.show()
        row = self.themes.rows.get(self.trace.theme_id, self.profile.why_button)
        if self.trace.preview and self.missing.why_button is not None:
            row = self.missing.why_button
        if row.isVisible():
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(row)

    @Slot()
    def _fit(self) -> None:
        """Place the cards for the width there is."""
        if self._parts is None:
            return
        scale = self.desk.theme.scale
        width = min(self.area.viewport().width(), WIDEST) - 2 * MARGIN
        columns = columns_for(width, scale)
        self.missing.lay(1 if columns == 2 else 2)
        self.map.lay(alone=columns < 3)
        above = self.header.heightForWidth(width) + 16 + 14
        peek = PEEK if self._parts.more else 0
        high = self.area.viewport().height() - above - MARGIN - peek
        arrange(self._grid, self._parts, width, scale, min(high, round(TALLEST * scale)))
        self._chain()

    def _chain(self) -> None:
        """Have Tab go as one reads, wherever the cards are now and whatever was made last."""
        if self._parts is not None:
            width = min(self.area.viewport().width(), WIDEST) - 2 * MARGIN
            columns = columns_for(width, self.desk.theme.scale)
            follow(self.header, *in_reading_order(self._parts, columns))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._fit_soon.start(0)

    @Slot()
    def _on_unknowns_asked(self) -> None:
        if self._reading is not None:
            self.went_to.emit("questions", self._reading.first("nsp"))

    @Slot()
    def _on_roadmap_asked(self) -> None:
        self.went_to.emit("feuille", None)

    @Slot()
    def _on_answer_asked(self) -> None:
        self.went_to.emit("questions", None)

    @Slot()
    def _on_mark_asked(self) -> None:
        self.went_to.emit("collectivite", OPENING_MARK)

    @Slot()
    def _on_duties_asked(self) -> None:
        self.went_to.emit("obligations", None)

    @Slot()
    def _on_method_asked(self) -> None:
        from ui.dialogs.help_dialog import show_help

        show_help(self.desk, self, section="methode")

    @Slot(str)
    def _on_question_asked(self, question_id: str) -> None:
        self.went_to.emit("questions", question_id or None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.trace.isHidden():
            self._on_trace_left()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The room changes with the window, and with its scroll bar."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
