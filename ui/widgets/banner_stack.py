# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The messages of the window, the latest first. Shows what Notices posts, until it is cleared."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.notices import Notice, Notices
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.fade import fade_in

MOST = 3
"""Shown at once: the page must stay visible. The oldest success leaves first, an error never."""
LOW = 400
"""In a window lower than this at 100 %, a success leaves as soon as there is something else."""


class BannerStack(QWidget):
    """Takes no room when there is nothing to tell."""

    focus_left = Signal()
    """The message that has the keyboard is about to leave."""

    def __init__(self, theme: Theme, notices: Notices) -> None:
        super().__init__()
        self._theme = theme
        self.banners: tuple[Banner, ...] = ()
        """What is shown, from top to bottom."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 12)
        self._column.setSpacing(8)
        self.setProperty("passing", True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        notices.posted.connect(self._on_posted)
        notices.cleared.connect(self._on_cleared)

    def enter(self) -> None:
        """Give the focus to what the first message proposes, or to what closes it."""
        if self.banners:
            first = self.banners[0]
            target = first.buttons[0] if first.buttons else first.close_button
            target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _on_posted(self, notice: Notice) -> None:
        for banner in self.banners:
            if banner.notice == notice or (notice.key and banner.notice.key == notice.key):
                self._remove(banner)
        self._make_room()
        banner = Banner(self._theme, notice)
        banner.closed.connect(self._on_closed)
        self.banners = (banner, *self.banners)
        self._column.insertWidget(0, banner)
        self.show()
        fade_in(banner)

    @Slot(str)
    def _on_cleared(self, key: str) -> None:
        for banner in self.banners:
            if key and banner.notice.key == key:
                self._remove(banner)

    @Slot()
    def _on_closed(self) -> None:
        banner = self.sender()
        if isinstance(banner, Banner):
            self._remove(banner)

    def _make_room(self) -> None:
        """For one more: what is solved leaves, from the oldest on."""
        low = self.window().height() < LOW * self._theme.scale
        most = 1 if low else MOST
        stays = ("error", "warning", "info") if low else ("error", "info")
        leaving = [banner for banner in self.banners if banner.notice.kind not in stays]
        while len(self.banners) >= most and leaving:
            self._remove(leaving.pop())

    def _remove(self, banner: Banner) -> None:
        self.banners = tuple(b for b in self.banners if b is not banner)
        if banner.isAncestorOf(self.window().focusWidget()):
            self.focus_left.emit()
        self._column.removeWidget(banner)
        banner.hide()
        banner.deleteLater()
        self.setVisible(bool(self.banners))
