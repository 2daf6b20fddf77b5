# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The steps of a questionnaire as tabs. Says which one was chosen; never changes page itself."""

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionTab, QTabBar, QWidget

from ui.theme import Theme

Names = Literal["all", "current", "none"]
Steps = tuple[tuple[str, str], ...]

STEPS = (
    ("questions", "Questions"),
    ("resultats", "Résultats"),
    ("comparaison", "Comparaison"),
    ("feuille", "Feuille de route"),
    ("imprimer", "Imprimer"),
)
"""Those of the diagnosis; `Stepper.show_steps` puts others in their place."""
UNSCORED = (
    ("questions", "Questions"),
    ("comparaison", "À côté des études"),
    ("imprimer", "Imprimer"),
)
"""Those of a questionnaire without a score."""
PAD, SPACE, LINE = 13, 8, 4
"""Beside a tab, between its number and its name, under the current one, in pixels."""
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def strip_height(theme: Theme) -> int:
    """The height of the top bar: 60 px at 100 %, more when the text is larger."""
    name, small = QFontMetrics(theme.font("lead")), QFontMetrics(theme.font("caption"))
    return max(60, name.height() + small.height() + 16)


class Stepper(QTabBar):
    """Tabs painted as numbered steps: role, arrows and selection are those of QTabBar."""

    step_chosen = Signal(str)
    focus_moved = Signal()
    shown = Signal()
    """Another step is the current one: its name may need another width."""
    entered = Signal()
    """Entrée, or the arrow that goes down, on the step that is shown: to what it shows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._steps = theme, STEPS
        self._shown = ""
        self._done: frozenset[str] = frozenset()
        self._names: Names = "all"
        self.setAccessibleName("Étapes du diagnostic")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # a click leads to a page, which takes the focus; the tabulation key stays on the steps
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focus_radius", 10)
        for _, name in self._steps:
            self.addTab(name)
        self._say()
        self._connect()

    def _connect(self) -> None:
        self.tabBarClicked.connect(self._on_tab_bar_clicked)
        self.currentChanged.connect(self._on_current_changed)
        self._theme.changed.connect(self._on_theme_changed)

    # --- What is shown

    @property
    def current(self) -> str:
        """The page shown, empty when it is none of the steps."""
        return self._shown

    @property
    def steps(self) -> Steps:
        """The page and the name of each step, in order."""
        return self._steps

    def show_steps(self, steps: Steps) -> None:
        """Show those steps; the page shown stays the current one where it is among them."""
        if steps == self._steps:
            return
        with QSignalBlocker(self):
            # tabs are measured as they come and go: each has its step all along
            while self.count() > len(steps):
                self.removeTab(self.count() - 1)
            self._steps = steps
            for index, (_, name) in enumerate(steps):
                if index < self.count():
                    self.setTabText(index, name)
                else:
                    self.addTab(name)
        of = "diagnostic" if steps == STEPS else "questionnaire"
        self.setAccessibleName(f"Étapes du {of}")
        page, self._shown = self._shown, ""
        self.set_current(page)
        self._refresh()
        self.shown.emit()

    def tab_of(self, page_id: str) -> QRect:
        """Where the step of that page is, in its own coordinates."""
        return self.tabRect([name for name, _ in self._steps].index(page_id))

    def beside(self, by: int) -> str:
        """The page `by` steps further than the one shown; empty beyond the ends. A page that is
        none comes before all of them."""
        index = self.currentIndex() + by if self._shown else by - 1
        return self._steps[index][0] if 0 <= index < len(self._steps) else ""

    def set_current(self, page_id: str) -> None:
        """Show that page as the current step; no step is, for another page, and the keys start
        from the first."""
        names = [name for name, _ in self._steps]
        before, self._shown = self._shown, page_id if page_id in names else ""
        with QSignalBlocker(self):
            self.setCurrentIndex(names.index(self._shown) if self._shown else 0)
        if self._shown == before:
            return
        if self._names == "all":
            self._repaint()
        else:
            self._refresh()
        self.shown.emit()

    def set_done(self, done: Iterable[str]) -> None:
        """Tick those steps."""
        ticked = frozenset(done)
        if ticked != self._done:  # told at each answer
            self._done = ticked
            self._repaint()

    def show_names(self, names: Names) -> None:
        """Write the names of all steps, of the current one only, or of none."""
        if names != self._names:
            self._names = names
            self._refresh()

    def width_with(self, names: Names) -> int:
        """The width needed to write those names, in pixels."""
        return sum(self._tab_width(index, names) for index in range(len(self._steps)))

    def focus_rect(self) -> QRect:
        """The tab that the arrows start from: the focus ring goes around it."""
        return self.tabRect(self.currentIndex()).adjusted(4, 9, -4, -12)

    # --- Slots

    @Slot(int)
    def _on_tab_bar_clicked(self, index: int) -> None:
        if index >= 0:
            self._choose(index)

    @Slot(int)
    def _on_current_changed(self, index: int) -> None:
        """By an arrow, or by assistive technologies."""
        self._choose(index)
        if self._shown and self._steps[index][0] != self._shown:
            self.set_current(self._shown)  # whoever decides did not move
        self.focus_moved.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._refresh()

    # --- Private

    def _choose(self, index: int) -> None:
        page_id = self._steps[index][0]
        if page_id != self._shown:
            self.step_chosen.emit(page_id)

    def _refresh(self) -> None:
        """The tabs may have other sizes."""
        # QTabBar keeps them: a change of one text makes it ask again for all
        self.setTabText(0, "")
        self.setTabText(0, self._steps[0][1])
        self.updateGeometry()
        self._repaint()

    def _repaint(self) -> None:
        self._say()
        self.update()
        self.focus_moved.emit()

    def _say(self) -> None:
        for index, (page_id, name) in enumerate(self._steps):
            state = ", terminée" if page_id in self._done else ""
            state = ", en cours" if page_id == self._shown else state
            said = f"Étape {index + 1} sur {len(self._steps)}, {name}{state}"
            self.setAccessibleTabName(index, said)
            place = f"Étape {index + 1} sur {len(self._steps)}, {name}"
            self.setTabToolTip(index, "" if self._names == "all" else place)

    def _circle(self) -> int:
        return max(24, QFontMetrics(self._theme.font("caption", bold=True)).height() + 6)

    def _named(self, index: int, names: Names) -> bool:
        # on a page that is no step, a name would be read as «you are here»
        here = bool(self._shown) and index == self.currentIndex()
        return names == "all" or (names == "current" and here)

    def _tab_width(self, index: int, names: Names) -> int:
        name = self._steps[index][1]
        if not self._named(index, names):
            return self._circle() + PAD
        letters = QFontMetrics(self._theme.font("body", bold=True))
        return 2 * PAD + self._circle() + SPACE + letters.horizontalAdvance(name) + 2

    def _paint_tab(self, painter: QPainter, index: int, *, hovered: bool) -> None:
        page_id, name = self._steps[index]
        rect = QRectF(self.tabRect(index))
        current, side = page_id == self._shown, self._circle()
        alone = not self._named(index, self._names)
        left = rect.center().x() - side / 2 if alone else rect.left() + PAD
        circle = QRectF(left, rect.center().y() - side / 2, side, side)
        self._paint_circle(painter, circle, index, current=current)
        if not alone:
            painter.setFont(self._theme.font("body", bold=current))
            painter.setPen(self._theme.color("ink" if current or hovered else "ink2"))
            text = rect.adjusted(PAD + side + SPACE, 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        if current or hovered:
            ink = self._theme.color("primary" if current else "line")
            painter.fillRect(QRectF(rect.left(), rect.bottom() - LINE, rect.width(), LINE), ink)

    def _paint_circle(
        self, painter: QPainter, circle: QRectF, index: int, *, current: bool
    ) -> None:
        done = self._steps[index][0] in self._done
        ink = self._theme.color("okInk" if done else "control")
        fill = self._theme.color("primary") if current else self._theme.color("surface")
        painter.setPen(QPen(fill if current else ink, 1.5))
        painter.setBrush(fill)
        painter.drawEllipse(circle.adjusted(0.75, 0.75, -0.75, -0.75))
        text = self._theme.color("onPrimary" if current else "okInk" if done else "ink2")
        if done and not current:
            side = round(circle.width() * 0.65)
            corner = circle.center() - QRectF(0, 0, side, side).center()
            painter.drawPixmap(corner, self._theme.pixmap("check", text, side))
            return
        painter.setPen(text)
        painter.setFont(self._theme.font("caption", bold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    # --- Overrides

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._tab_width(index, self._names), strip_height(self._theme) - 1)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            option = QStyleOptionTab()
            self.initStyleOption(option, index)
            over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_tab(painter, index, hovered=over)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self._steps[self.currentIndex()][0] == self._shown
        if here and event.key() in (*CHOOSING, Qt.Key.Key_Down):
            self.entered.emit()
        elif event.key() in CHOOSING:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the wheel never changes page
