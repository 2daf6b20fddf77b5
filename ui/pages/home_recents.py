# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Vos dossiers»: all that were opened lately, each with how far it is and where its file lies.

Opens nothing: it tells which file was asked for.
"""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.authority_words import moment
from ui.pages.home_place import PlaceLine, places_said
from ui.preferences import Recent
from ui.recent_state import FileState, progress_said
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.one_line import OneLine
from ui.widgets.progress_ring import ProgressRing
from ui.widgets.row_button import RowButton

NOTICE = "dossiers-recents"


class OpenButton(RowButton):
    """Leaves ↑ and ↓ to the list, where Qt would go to the cross beside it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class RecentRow(QWidget):
    """One dossier, which is one button, and beside it the way to take it off the list."""

    def __init__(self, desk: Desk, recent: Recent) -> None:
        super().__init__()
        self.recent = recent
        path, today = Path(recent.path), desk.today()
        said = progress_said(recent, moment(recent.at, today))
        where = places_said(path, desk.paths.documents)
        named = f"{recent.name}, fichier {path.stem}"  # two may be of the same collectivité
        self.open = OpenButton(desk.theme, f"Ouvrir {named}, {said}, dans {where[0]}")
        self.remove = icon_button(desk.theme, "close", name=f"Retirer {named}, de la liste")
        self._said = f"{self.open.accessibleName()}"
        ring = ProgressRing(desk.theme, 40)
        ring.show_progress(recent.per_theme)
        self.open.add(ring)
        self.open.line.setAlignment(ring, Qt.AlignmentFlag.AlignVCenter)
        self.state = label("", "caption", tone="warn", bold=True)
        self.state.hide()
        self._add_words(recent.name, said, [f"{path.name}, dans {one}" for one in where])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.open, 1)
        row.addWidget(self.remove)

    def _add_words(self, named: str, how_far: str, where: Sequence[str]) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        name, said = OneLine(named, "body", bold=True), label(how_far, "caption")
        self.place = place = PlaceLine()
        place.show_place([*where, Path(self.recent.path).name], "")
        for line in (name, said, place, self.state):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(line)
        self.open.line.addLayout(words, 1)
        self.open.name(self.open.accessibleName(), self.recent.path)

    def show_state(self, state: FileState) -> None:
        """What has become of its file."""
        self.state.setText(state.said)
        self.state.setVisible(bool(state.said))
        said = f"{self._said}. {state.said}" if state.said else self._said
        self.open.setAccessibleName(said)


class RecentList(Card):
    """↑ and ↓ go from one to the next, Suppr takes one off the list, Échap closes it."""

    dossier_chosen = Signal(object)
    file_asked = Signal()
    closed = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, after: QWidget) -> None:
        """`after`: what the tabulation key goes to just before it."""
        super().__init__()
        self._desk, self._after = desk, after
        self.rows: tuple[RecentRow, ...] = ()
        self._taken: list[Recent] = []
        """What was taken off, the latest last."""
        self._column = QVBoxLayout()
        self.look_for = button(desk.theme, "Choisir un fichier…", "secondary", "file")
        self.close_button = button(desk.theme, "Fermer la liste", "quiet")
        self.body.setContentsMargins(12, 16, 12, 16)
        self.body.addWidget(label("Vos dossiers", "lead", bold=True))
        self.body.addLayout(self._column)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.look_for)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(buttons)
        self.look_for.clicked.connect(self.file_asked)
        self.close_button.clicked.connect(self.closed)

    def show_recent(self, recents: Sequence[Recent]) -> None:
        """List them, the latest first."""
        if tuple(row.recent for row in self.rows) == tuple(recents):
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = tuple(RecentRow(self._desk, recent) for recent in recents)
        for row in self.rows:
            self._column.addWidget(row)
            row.open.clicked.connect(partial(self._on_open_clicked, row))
            row.remove.clicked.connect(partial(self._on_remove_clicked, row))
        self._order_tabs()

    def show_states(self, states: Sequence[FileState]) -> None:
        """What has become of each file."""
        for row, state in zip(self.rows, states, strict=False):
            row.show_state(state)

    def enter(self) -> None:
        """Give the focus to the first, or to the way out of an empty list."""
        first: QWidget = self.rows[0].open if self.rows else self.look_for
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _order_tabs(self) -> None:
        """In the order of reading, wherever in it the list now is."""
        stops = [stop for row in self.rows for stop in (row.open, row.remove)]
        for before, after in pairwise([self._after, *stops, self.look_for, self.close_button]):
            QWidget.setTabOrder(before, after)

    def _on_open_clicked(self, row: RecentRow) -> None:
        self.dossier_chosen.emit(Path(row.recent.path))

    def _on_remove_clicked(self, row: RecentRow) -> None:
        place = self.rows.index(row)
        self._desk.preferences.forget(row.recent.path)
        self._desk.notices.tell(
            "success",
            f"{row.recent.name} n’est plus dans la liste.",
            "Son fichier n’est pas effacé.",
            actions=(("Remettre dans la liste", self._on_put_back_chosen),),
            key=NOTICE,
        )
        self._taken.append(row.recent)
        self.removed.emit()
        self._enter(place)

    @Slot()
    def _on_put_back_chosen(self) -> None:
        self.undo()

    def undo(self) -> bool:
        """Put back what was taken off last; False when there is nothing."""
        there = {recent.path for recent in self._desk.preferences.recent()}
        while self._taken and self._taken[-1].path in there:
            self._taken.pop()  # opened again since
        if not self._taken:
            return False
        self._desk.notices.clear(NOTICE)
        self._desk.preferences.remember(self._taken.pop())  # which puts it first
        self.removed.emit()
        if self.isVisible():
            self._enter(0)
        return True

    def _enter(self, place: int) -> None:
        """Give the focus to the dossier that has this place now, or to the last one."""
        if place < len(self.rows):
            self.rows[place].open.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.rows:
            self.rows[-1].open.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = [n for n, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget())]
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif here and event.key() in steps:
            following = max(0, min(here[0] + steps[event.key()], len(self.rows) - 1))
            self.rows[following].open.setFocus(Qt.FocusReason.TabFocusReason)
        elif here and event.key() == Qt.Key.Key_Delete:
            self._on_remove_clicked(self.rows[here[0]])
        else:
            super().keyPressEvent(event)
