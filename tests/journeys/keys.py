# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who has no mouse: keys, and after each of them the keyboard is seen and has a name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.gallery.window import wait
from tests.support.plain import plain
from tests.ui.rounds import calm
from tests.ui.test_keyboard_walk import MOST, SETTLED, lost_now
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.plan import PlanPage
from ui.pages.plan_view import PlanView
from ui.pages.plan_views import VIEWS

KEY = Qt.Key
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MOST_LOOKS, LOOK = 1_500, 20
"""How often, and after how many milliseconds, one looks whether a plan is made."""
SHORT = 4
"""«Note» is also how «Noter» begins."""
MOST_TABS = 25
"""Nobody presses Tab more often than that for one thing."""


class Keys:
    """Presses keys in the window, where the keyboard is."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self.window, self._desk = window, desk
        self.pressed = 0

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    @property
    def said(self) -> str:
        """What is said of it, its spaces plain."""
        return plain(heard(self.focus))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """A key, until all is at rest; then the keyboard is somewhere that is seen."""
        for _ in range(times):
            self.pressed += 1
            QTest.keyClick(QApplication.activePopupWidget() or self.focus, key, held)
            calm(self.window, self._desk)
            if QApplication.activePopupWidget() is None:
                assert self._lost() == "", f"{key.name}: {self._lost()}"

    def type(self, text: str) -> None:
        """A text, in a field that is empty or all chosen."""
        self.pressed += len(text)
        QTest.keyClicks(self.focus, text)

    def tab_to(self, said: str, *, back: bool = False) -> None:
        """Tab until the keyboard is on what is called so, or begins so where it is long."""
        met: list[str] = []
        for _ in range(MOST_TABS):
            if self.said == said or (len(said) > SHORT and self.said.startswith(said)):
                return
            self.press(KEY.Key_Backtab if back else KEY.Key_Tab, SHIFT if back else NONE)
            met.append(self.said[:40])
        raise AssertionError(f"«{said}» is too far: {met}")

    def choose(self, said: str) -> None:
        """An entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"no menu on {self.said}"
        entries = [entry for entry in menu.actions() if entry.isEnabled()]
        names = [plain(entry.text()) for entry in entries]
        self.press(KEY.Key_Down, times=names.index(said) + 1)
        self.press(KEY.Key_Return)

    def view(self, name: str) -> None:
        """To another view of the roadmap, from what is done in the one that is seen."""
        self.press(KEY.Key_F6)
        names = [shown for _, shown in VIEWS]
        here = next(n for n, shown in enumerate(names) if self.said.startswith(shown))
        by = names.index(name) - here
        self.press(KEY.Key_Right if by > 0 else KEY.Key_Left, times=abs(by))
        self.press(KEY.Key_Space)

    @property
    def page(self) -> PlanPage:
        """The page «feuille»."""
        found = self.window.findChild(PlanPage)
        assert found is not None
        return found

    def planned(self) -> None:
        """Until the plan is made again and shown."""
        planner = self.page.planner
        self.until(lambda: planner.current and not planner.computing)

    def until(self, done: Callable[[], object]) -> None:
        """Until something is true; then the keyboard is still somewhere that is seen."""
        for _ in range(MOST_LOOKS):
            if done():
                break
            wait(LOOK)
        assert done()
        calm(self.window, self._desk)
        assert self._lost() == "", self._lost()

    def _lost(self) -> str:
        """What is wrong with where the keyboard is, once what scrolls has its place."""
        for _ in range(MOST):
            if not self._lost_now():
                break
            wait(SETTLED)
        return self._lost_now()

    def _lost_now(self) -> str:
        """Of what is taller than the window, only the part that the keys act on must be seen."""
        if isinstance(self.focus, PlanView):
            return ""  # entered at its top: the view says its name, and Tab goes to what it holds
        part = getattr(self.focus, "focus_rect", None)
        if part is not None:
            seen = self.focus.visibleRegion().contains(part().center())
            return "" if seen else f"{self.said}: out of sight"
        return lost_now(self.window)


def heard(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
