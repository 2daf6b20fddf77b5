# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The actions to try, theme by theme, with a search: says what is ticked, remembers nothing."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from autodiag.places.keys import plain
from autodiag.text.numbers import integer
from ui.pages.what_if_row import TrialRow
from ui.pages.what_if_words import Group
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.find_field import FindField
from ui.widgets.labels import label
from ui.widgets.scroll import scroll_area
from ui.widgets.theme_icon import ThemeIcon

EVERY = ("", "Tous les thèmes")
TITLE = "Et si vous faisiez d’autres choix\u202f?"
TRIAL = "Cochez, décochez\u00a0: c’est un essai. Rien n’est enregistré."
NONE = "Aucune action de cette liste ne porte ces mots."


class TickCount(QWidget):
    """«6 sur 12», painted: a label would have the whole list laid out again at each tick."""

    HEARD_AS = "StaticText"

    def __init__(self, theme: Theme, total: int) -> None:
        super().__init__()
        self._theme, self._total, self._ticked = theme, total, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_count(self, ticked: int) -> None:
        """So many of them."""
        self._ticked = ticked
        self.setAccessibleName(self._said(ticked))
        self.update()

    def _said(self, ticked: int) -> str:
        return f"{integer(ticked)} sur {integer(self._total)}"

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font("caption"))
        return QSize(metrics.horizontalAdvance(self._said(self._total)) + 4, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight, self._said(self._ticked))
        painter.end()


class GroupPart(QWidget):
    """A theme, how many of its actions are ticked, and its rows."""

    def __init__(self, theme: Theme, group: Group) -> None:
        super().__init__()
        self.theme_id, self.rows = group.theme, list[TrialRow]()
        self._count = TickCount(theme, len(group.faces))
        head = QHBoxLayout()
        head.setContentsMargins(8, 10, 8, 2)
        head.setSpacing(10)
        head.addWidget(ThemeIcon(theme, group.rank, 20), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(group.title, bold=True, heading=True), 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        for face in group.faces:
            row = TrialRow(theme, face)
            self.rows.append(row)
            column.addWidget(row)

    def count_again(self) -> None:
        """Say how many are ticked."""
        self._count.show_count(sum(row.isChecked() for row in self.rows))


class TrialList(QWidget):
    """What is searched hides rows; a hidden row keeps its tick."""

    ticked = Signal(str, bool)
    none_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._groups: list[GroupPart] = []
        self._shown: tuple[Group, ...] = ()
        self.search = FindField(theme, "Chercher une action")
        self.theme_box = ChoiceBox(theme, "Thème des actions", (EVERY,))
        self.none_button = button(theme, "Tout décocher", "quiet")
        self._nothing = label(NONE, tone="ink2")
        self._head, self._words, self._more = QWidget(), QWidget(), QWidget()
        self._tools, self._tight = QVBoxLayout(self._head), False
        self._outside, self._inside = QVBoxLayout(self), QVBoxLayout()
        self._build()

    def _build(self) -> None:
        tools = QHBoxLayout(self._more)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        tools.addWidget(self.theme_box, 1)
        tools.addWidget(self.none_button)
        head = self._tools
        head.setContentsMargins(0, 0, 0, 6)
        head.setSpacing(8)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(label(TITLE, "lead", bold=True))
        words.addWidget(label(TRIAL, tone="ink2"))
        for part in (self._words, self.search, self._more):
            head.addWidget(part)
        content = QWidget()
        content.setLayout(self._inside)
        self._inside.setContentsMargins(0, 0, 8, 8)
        self._inside.setSpacing(0)
        self._inside.addWidget(self._nothing)
        self._inside.addStretch(1)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(0)
        self._outside.addWidget(self._head)
        self._outside.addWidget(scroll_area(content), 1)
        self._nothing.hide()
        self.search.textChanged.connect(self._filter)
        self.search.down_pressed.connect(self.focus_first)
        self.search.left.connect(self.search.clear)
        self.theme_box.chosen.connect(self._filter)
        self.none_button.clicked.connect(self.none_asked)

    def lay(self, *, whole: bool, tight: bool = False) -> bool:
        """`whole`: the search scrolls with the rest, where there is little height; `tight`: where
        there is very little, the actions follow it at once, the rest is below them. Whether
        anything moved, so that Tab goes otherwise."""
        focus = self.window().focusWidget()
        where = self._inside if whole else self._outside
        if tight == self._tight and where.indexOf(self._head) >= 0:
            return False
        self._tight = tight
        where.insertWidget(0, self._head)
        for place, part in ((0, self._words), (2, self._more)):
            if tight:
                self._inside.addWidget(part)
            else:
                self._tools.insertWidget(place, part)
        if focus is not None and self.isAncestorOf(focus):  # it left with the move
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab may go to, in order."""
        tools = (self.theme_box, self.none_button)
        ends = (*self.rows(), *tools) if self._tight else (*tools, *self.rows())
        return (self.search, *ends)

    def show_groups(self, groups: tuple[Group, ...], planned: Collection[str]) -> bool:
        """Show these actions; whether rows had to be made again."""
        made = _keys(groups) != _keys(self._shown)
        if made:
            self._make(groups)
        self._shown = groups
        faces = (face for group in groups for face in group.faces)
        for row, face in zip(self.rows(), faces, strict=True):
            row.show_face(face, planned=face.key in planned)
        return made

    def show_ticked(self, ticked: Collection[str]) -> None:
        """Tick these and no other."""
        for row in self.rows():
            row.show_ticked(ticked=row.face.key in ticked)
        for group in self._groups:
            group.count_again()

    def rows(self) -> Iterator[TrialRow]:
        """Every row, seen or not, in their order."""
        return (row for group in self._groups for row in group.rows)

    def _make(self, groups: Sequence[Group]) -> None:
        had = next((row.face.key for row in self.rows() if row.hasFocus()), "")
        for part in self._groups:
            self._inside.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._groups = [GroupPart(self._theme, group) for group in groups]
        first = self._inside.indexOf(self._nothing) + 1
        for rank, part in enumerate(self._groups):
            self._inside.insertWidget(first + rank, part)
        for row in self.rows():
            row.ticked.connect(self._on_ticked)
            row.step_asked.connect(partial(self._step, row))
        self.theme_box.show_options((EVERY, *((g.theme, g.title) for g in groups)))
        self._filter()
        if had:
            same = next((row for row in self._seen() if row.face.key == had), None)
            self._focus_on(same)

    @Slot(str, bool)
    def _on_ticked(self, key: str, on: bool) -> None:
        for group in self._groups:
            if any(row.face.key == key for row in group.rows):
                group.count_again()
        self.ticked.emit(key, on)

    @Slot()
    def _filter(self) -> None:
        """Show the rows of the theme chosen that have every word typed."""
        words, chosen, found = plain(self.search.text()).split(), self.theme_box.choice, 0
        for group in self._groups:
            here = 0
            for row in group.rows:
                title = plain(row.face.title)
                fits = chosen in ("", group.theme_id) and all(word in title for word in words)
                row.setVisible(fits)
                here += fits
            group.setVisible(here > 0)
            found += here
        self._nothing.setVisible(not found)
        self._keep_one_stop()

    def _seen(self) -> list[TrialRow]:
        return [row for row in self.rows() if not row.isHidden()]

    def _step(self, row: TrialRow, step: int) -> None:
        seen = self._seen()
        place = seen.index(row) + step if row in seen else -1
        if 0 <= place < len(seen):
            self._focus_on(seen[place])

    @Slot()
    def focus_first(self) -> None:
        """The keyboard to the first action in sight."""
        self._focus_on(None)

    def _focus_on(self, row: TrialRow | None) -> None:
        """To that row, else to the first one."""
        chosen = row or next(iter(self._seen()), None)
        if chosen is not None:
            self._keep_one_stop(chosen)
            chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_one_stop(self, chosen: TrialRow | None = None) -> None:
        """Tab goes to one row, the arrows to the others."""
        seen = self._seen()
        focused = next((row for row in seen if row.hasFocus()), None)
        stop = chosen or focused or (seen[0] if seen else None)
        for row in self.rows():
            policy = Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus
            if row.focusPolicy() != policy:
                row.setFocusPolicy(policy)


def _keys(groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    return [(group.theme, [face.key for face in group.faces]) for group in groups]
