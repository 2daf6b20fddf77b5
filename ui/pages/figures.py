# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Toutes les sources »: every published figure, looked for and filtered, with its study beside
it. Compares nothing (contract B1, B5)."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.benchmarks.browse import (
    Figure,
    counts,
    figures,
    found,
    remarks,
    study_card,
    study_names,
)
from autodiag.benchmarks.library import Library
from autodiag.benchmarks.series_shown import series_of
from autodiag.text.numbers import count
from autodiag.text.sentences import read_sentences
from autodiag.text.typography import capitalised
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_faces import citing_words
from ui.pages.figures_card import FiguresCard
from ui.pages.figures_head import STRATA, STUDIES, THEMES, FiguresHead, options
from ui.pages.figures_packs import PacksCard
from ui.pages.figures_row import FigureRow
from ui.pages.page import NARROW, Page, side_margin
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import bring_into_view, scroll_area
from ui.widgets.scrolled import Scrolled
from ui.widgets.tab_order import chain, stops

AT_ONCE = 40
"""Rows shown before more are asked for."""
SIDE = 400
"""Pixels at 100 %: the width of the study beside the list."""
THIN = 640
"""Pixels at 100 %: in a page less wide, the buttons of the packs go under their texts."""
LOW = 600
"""Pixels at 100 %: a page less high scrolls with its head."""


class FiguresPage(Page):
    """The list, the most recent first, and the study of the figure chosen: at the side or, where
    there is no room, under its row."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        theme = desk.theme
        self._words = citing_words(read_sentences(desk.paths.bundle.resources))
        self._library: Library | None = None
        self._names: Mapping[str, str] = {}
        self._every: tuple[Figure, ...] = ()
        self._found: tuple[Figure, ...] = ()
        self._chosen: Figure | None = None
        self._room, self._narrow = AT_ONCE, False
        self.rows: list[FigureRow] = []
        self.head = FiguresHead(theme)
        self.card = FiguresCard(theme, desk.paths.bundle.resources, self._words)
        self.packs = PacksCard(desk, bridge)
        self.more = button(theme, "")
        self.empty = EmptyState(
            theme, "search", "Aucun chiffre trouvé", "Essayez un autre mot.", "Tout montrer"
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        block = QWidget()
        self._list = QVBoxLayout(block)
        self._list.setContentsMargins(0, 0, 8, 24)
        self._list.setSpacing(2)
        self._list.addWidget(self.packs)
        self._list.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._list.addWidget(self.empty, 1)
        self._list.addStretch(1)
        self._area = scroll_area(Scrolled(block))
        beside = QWidget()
        self._beside = QVBoxLayout(beside)
        self._beside.setContentsMargins(0, 0, 8, 24)
        self._beside.addWidget(self.card)
        self._beside.addStretch(1)
        self._side = scroll_area(Scrolled(beside))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._area, 1)
        row.addWidget(self._side)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self.head)
        self._column.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.back_asked.connect(self._on_page_asked)
        self.head.changed.connect(self._on_wanted)
        self.head.everything.clicked.connect(self._on_everything_asked)
        self.head.field.down_pressed.connect(self._on_down)
        self.head.field.left.connect(self._on_everything_asked)
        self.empty.action_chosen.connect(self._on_everything_asked)
        self.card.study_asked.connect(self._on_study_asked)
        self.more.clicked.connect(self._on_more_asked)
        self.packs.remade.connect(self._on_packs_remade)
        self.desk.theme.changed.connect(self._fit)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._on_find)

    def refresh(self) -> None:
        """List the figures; nothing is made again as long as they are the same ones."""
        self.packs.show_packs()
        if self.bridge.library is self._library:
            return
        self._library = self.bridge.library
        self._every = figures(self._library, self._words)
        self._names = study_names(self._library, self._words)
        self._on_wanted()

    def _show(self) -> None:
        wanted = self.head.wanted
        themes = {one.theme: one.theme for one in self._every}
        strata = {key: capitalised(name) for key, name in self._words.strata.items()}
        for box, text, names, of in (
            (self.head.study, STUDIES, self._names, counts(self._every, wanted, "study")),
            (self.head.theme, THEMES, themes, counts(self._every, wanted, "theme")),
            (self.head.stratum, STRATA, strata, counts(self._every, wanted, "stratum")),
        ):
            box.show_options(options(text, names, of, box.choice))
        total = count(len(self._every), "chiffre")
        some = len(self._found) < len(self._every)
        said = f"{count(len(self._found), 'chiffre')} sur {len(self._every)}" if some else total
        self.head.status.setText(said)
        self.head.everything.setVisible(some)
        self.packs.setVisible(not some)  # what is found comes first
        self._show_rows()

    def _show_rows(self) -> None:
        shown = self._found[: self._room]
        while len(self.rows) < len(shown):
            self.rows.append(self._row())
        for row, figure in zip(self.rows, shown, strict=False):
            row.show_figure(figure)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
        left = len(self._found) - len(shown)
        self.more.setText(
            f"Montrer {count(min(left, AT_ONCE), 'autre chiffre', 'autres chiffres')}"
        )
        self.more.setVisible(left > 0)
        self.empty.setVisible(not self._found)
        if self._chosen not in shown:
            self._chosen = None
        self._show_chosen()

    def _row(self) -> FigureRow:
        row = FigureRow(self.desk.theme)
        row.clicked.connect(partial(self._on_row_clicked, row))
        row.step_asked.connect(partial(self._on_step_asked, row))
        self._list.insertWidget(self._list.indexOf(self.more), row)
        return row

    def _show_chosen(self) -> None:
        """The study of the figure chosen, at the side or under its row; at the side, that of the
        first figure until one is chosen."""
        if self._chosen is None and not self._narrow and self._found:
            self._chosen = self._found[0]
        figure = self._chosen
        for row in self.rows:
            row.set_current(figure is not None and row.figure is figure and not row.isHidden())
        if figure is not None and self._library is not None:
            study, link = study_card(figure.benchmark.study, self._words), figure.benchmark.link
            said = remarks(figure, self._every, self._library.phrases)
            self.card.show_study(study, said, link)
            self.card.show_series(series_of(self._library, figure.key))
            self.card.only.setVisible(not self.head.wanted.study)
        current = next((place for place, row in enumerate(self.rows) if row.current), -1)
        if self._narrow and current >= 0:
            self._list.removeWidget(self.card)
            self._list.insertWidget(self._list.indexOf(self.rows[current]) + 1, self.card)
        elif not self._narrow:
            self._beside.insertWidget(0, self.card)
        self.card.setVisible(figure is not None)  # now: what gets another parent is hidden
        self._tab_in_order(current)

    def _tab_in_order(self, current: int) -> None:
        """What is read first is reached first."""
        rows: list[QWidget] = [*self.rows]
        card, more = stops(self.card), [self.more]
        after = [*more, *card] if not self._narrow else more
        if self._narrow:
            rows[current + 1 : current + 1] = card
        chain([*self.head.stops, *self.packs.buttons, *rows, *after])

    def begin(self) -> None:
        """In the search field: there is nothing to answer here."""
        self.head.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _fit(self) -> None:
        scale = self.desk.theme.scale
        width, margin = self.width(), side_margin(self.width())
        narrow, low = width / scale < NARROW, self.height() / scale < LOW
        self._column.setContentsMargins(margin, 16, margin - 8, 0)
        self._side.setFixedWidth(round(SIDE * scale))
        self._side.setVisible(not narrow)
        self.head.fit(narrow=narrow, aside=0 if low else 8)
        self.packs.fit(narrow=width / scale < THIN)
        if low != (self.head.parentWidget() is not self):
            (self._list if low else self._column).insertWidget(0, self.head)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_chosen()

    @Slot()
    def _on_packs_remade(self) -> None:
        self._fit()
        self._tab_in_order(next((at for at, row in enumerate(self.rows) if row.current), -1))

    @Slot()
    def _on_wanted(self) -> None:
        self._found = found(self._every, self.head.wanted)
        self._room = AT_ONCE
        self._show()
        self._area.verticalScrollBar().setValue(0)
        announce(self.head.field, self.head.status.text())

    @Slot()
    def _on_everything_asked(self) -> None:
        self.head.clear()
        self._on_wanted()
        self.head.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_study_asked(self) -> None:
        if self._chosen is None:
            return
        study = self._chosen.study
        self.head.clear()
        self.head.study.show_choice(study)
        self._on_wanted()
        self.head.study.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_more_asked(self) -> None:
        first = self._room
        self._room += AT_ONCE
        self._show_rows()
        self.rows[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_clicked(self, row: FigureRow, _checked: bool = False) -> None:
        self._chosen = None if row.current and self._narrow else row.figure
        self._show_chosen()
        if row.figure is not None and row.current:
            announce(row, f"Étude\u00a0: {row.figure.benchmark.study.title}")

    def _on_step_asked(self, row: FigureRow, by: int) -> None:
        place = self.rows.index(row) + by
        if place < 0:
            self.head.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place < len(self.rows) and not self.rows[place].isHidden():
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.rows[place], 8)

    @Slot()
    def _on_down(self) -> None:
        if self._found:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_find(self) -> None:
        self.head.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.head.field.selectAll()

    @Slot(str)
    def _on_page_asked(self, page: str) -> None:
        self.went_to.emit(page, None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
