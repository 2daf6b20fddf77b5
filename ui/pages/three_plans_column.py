# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One of the three plans: its figures, how it begins, what it leaves, and how to adopt it. Shows
what it is told."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from autodiag.roadmap.side_by_side import BASE, NAMES, OURS, PlanFace
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import label, rule
from ui.widgets.row_button import RowButton
from ui.widgets.tooltip import set_tooltip

SAME = "Il place les mêmes actions que le vôtre, aux mêmes périodes."
YOURS = "C’est votre feuille de route."


class FigureRow(QWidget):
    """A name at the left, its value at the right; `why`: what it counts, said on request."""

    def __init__(self, name: str, value: str, why: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        figure = label(value, bold=True)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(name, tone="ink2"), 5, Qt.AlignmentFlag.AlignTop)
        row.addWidget(figure, 6, Qt.AlignmentFlag.AlignTop)
        if why:
            set_tooltip(self, why)
            figure.setAccessibleDescription(why)


class FirstRow(RowButton):
    """One of the first actions: its rank and its title, on the same line whatever its length."""

    def __init__(self, theme: Theme, number: int, title: str) -> None:
        super().__init__(theme, f"{number}. {title}", "Ouvrir le détail de cette action.")
        self.line.setContentsMargins(0, 9, 8, 9)
        self.line.setSpacing(8)
        self.add(label(f"{number}.", bold=True, wrap=False), top=True)
        self.add(label(title), 1, top=True)
        self.add_arrow()


class PlanColumn(Card):
    """`adopt_asked`: what adopting would change is wanted; `adopted`: it is wanted; `opened`: an
    action is chosen."""

    HEARD_AS = "Grouping"

    adopt_asked = Signal(str)
    adopted = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self.key, self._theme = key, theme
        self.name, principle = NAMES[key]
        self._face: PlanFace | None = None
        self._principle = label(principle, tone="ink2")
        self._state = label("", "caption", tone="warn")
        self._figures, self._first = QWidget(), QWidget()
        self._left = label("")
        self._note = label("", tone="ink2")
        self.adopt = button(theme, "Adopter ce plan", "secondary")
        self.asking = QFrame()
        self._what = label("")
        self.yes = button(theme, "Adopter", "secondary", "check")
        self.no = button(theme, "Ne rien changer", "quiet")
        self.setAccessibleName(self.name)
        for text in (self._principle, self._left):
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self._connect()

    @property
    def face(self) -> PlanFace | None:
        """What is shown, None before there is a plan."""
        return self._face

    @property
    def sections(self) -> tuple[QWidget, ...]:
        """What is as high in the three columns, for their rows to stand on one line."""
        figures = self._figures.findChildren(FigureRow)
        return self._principle, self._state, *figures, self._first, self._left

    def keep_room(self, *, told: bool) -> None:
        """Whether a column beside it has something to say above its figures."""
        self._state.setVisible(told or bool(self._state.text()))

    def show_state(self, state: str) -> None:
        """There is no such plan yet: say why."""
        self._face = None
        self._state.setText(state)
        self._state.setVisible(bool(state))
        for part in (self._figures, self._first, self._left, self.adopt, self._note, *self._leads):
            part.hide()
        self.asking.hide()

    def show_face(self, face: PlanFace, *, writable: bool) -> None:
        """Show a plan."""
        before, self._face = self._face, face
        if before is None or face.rows != before.rows:
            self._fill_figures(face)
        if before is None or face.first != before.first:
            self._fill_first(face)
        self._left.setText(face.left)
        self._state.setText(face.state)
        self._state.setVisible(bool(face.state))
        for part in (self._figures, self._first, self._left, *self._leads):
            part.show()
        mine = self.key == OURS
        self._note.setText(YOURS if mine else SAME)
        self._note.setVisible(mine or face.same)
        may = writable and not mine and not face.same and face.current
        if not may:
            self.asking.hide()
        self.adopt.setVisible(may and self.asking.isHidden())

    def ask(self, sentence: str) -> None:
        """Say what adopting would change, and wait."""
        had = self.adopt.hasFocus()
        self._what.setText(sentence)
        for way in (self.yes, self.no):
            way.setAccessibleDescription(sentence)
        self.asking.show()
        self.adopt.hide()
        if had:
            self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.asking.isHidden():
            self._on_no()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.asking.setObjectName("well")
        inside = QVBoxLayout(self.asking)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(self._what)
        ways = FlowRow()
        ways.add(self.yes)
        ways.add(self.no)
        inside.addWidget(ways)
        for holder in (self._figures, self._first):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addStretch(1)
        self._leads = [_lead("Pour commencer"), _lead("Ce qu’il laisse de côté")]
        self.body.setSpacing(6)
        title = label(self.name, "lead", bold=True)
        for part in (title, self._principle, self._state, self._figures, self._leads[0]):
            self.body.addWidget(part)
        for part in (self._first, self._leads[1], self._left):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addSpacing(6)
        self.body.addWidget(self._note)
        self.body.addWidget(self.adopt, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.asking)
        self.asking.hide()

    def _connect(self) -> None:
        self.adopt.setAccessibleName(f"Adopter ce plan\u00a0: {self.name}")
        for way in (self.yes, self.no):
            way.setAccessibleName(f"{way.text()}\u00a0: {self.name}")
        self.adopt.clicked.connect(self._on_adopt)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)

    def _fill_figures(self, face: PlanFace) -> None:
        figures: list[QWidget] = []
        for name, value in face.rows:
            figures += [rule(), FigureRow(name, value, face.base if name == BASE else "")]
        _refill(self._figures, [*figures, rule()])

    def _fill_first(self, face: PlanFace) -> None:
        """The keyboard stays on the action of the same rank."""
        had = [row.hasFocus() for row in self._first.findChildren(FirstRow)]
        rows: list[QWidget] = []
        for number, (key, title) in enumerate(face.first, 1):
            row = FirstRow(self._theme, number, title)
            row.clicked.connect(partial(self._on_opened, key))
            rows.append(row)
        shown = rows or [label("Aucune action.", tone="ink2")]
        heir = rows[min(had.index(True), len(rows) - 1)] if True in had and rows else None
        _refill(self._first, shown, heir)

    def _on_opened(self, key: str, _checked: bool = False) -> None:
        self.opened.emit(key)

    @Slot()
    def _on_adopt(self) -> None:
        self.adopt_asked.emit(self.key)

    @Slot()
    def _on_yes(self) -> None:
        self.asking.hide()
        self.adopted.emit(self.key)

    @Slot()
    def _on_no(self) -> None:
        self.asking.hide()
        self.adopt.show()
        self.adopt.setFocus(Qt.FocusReason.OtherFocusReason)


def natural_height(part: QWidget) -> int:
    """What it takes at its width, whatever it was told to be."""
    layout = part.layout()
    if layout is not None:
        return layout.totalHeightForWidth(part.width())
    return part.heightForWidth(part.width()) if part.isVisible() else 0


def _lead(text: str) -> QLabel:
    made = label(text, "body", bold=True, heading=True)
    made.setContentsMargins(0, 8, 0, 0)
    return made


def _refill(holder: QWidget, parts: list[QWidget], heir: QWidget | None = None) -> None:
    """Other widgets in place of those that are there, above what stretches. `heir` has the
    keyboard before they go: else it would leave the page."""
    column = holder.layout()
    assert isinstance(column, QVBoxLayout)
    placed = (column.itemAt(at) for at in range(column.count() - 1))
    old = [item.widget() for item in placed if item is not None]
    for at, part in enumerate(parts):
        column.insertWidget(at, part)
        part.show()
    if heir is not None:
        heir.setFocus(Qt.FocusReason.OtherFocusReason)
    for widget in old:
        if widget is not None:
            column.removeWidget(widget)
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
