# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The window: the welcome page, or the open dossier under its top bar. It only navigates."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent

from ui.desk import Desk
from ui.frame import Frame

if TYPE_CHECKING:  # what the first painting does not need is imported by what needs it
    from autodiag.model.authority import LocalAuthority
    from ui.bridge import Bridge
    from ui.pages.page import Page


class MainWindow(Frame):
    """One window, at most one open dossier."""

    page_shown = Signal(str)
    """A page of the dossier is in front, by its id; «accueil» for the welcome page."""

    def __init__(self, desk: Desk, *, at_once: bool = True) -> None:
        """Whole, or `at_once` False: the first page and its field, then `growth`."""
        super().__init__(desk)
        self._bridge: Bridge | None = None
        self._pages: dict[str, Page] = {}
        self._visited: set[str] = set()
        if at_once:
            self.finish()

    # What can be asked of it

    @property
    def bridge(self) -> "Bridge | None":
        """The open dossier."""
        return self._bridge

    def open_path(self, path: Path) -> None:
        """Open the dossier of a file."""
        self.finish()
        self._opener.open_file(path)

    @Slot(str, object)
    def go(self, page_id: str, detail: object = None) -> None:
        """Show a page of the open dossier, and something there."""
        if self._bridge is None or page_id == "accueil":
            self.close_dossier()
            return
        from ui.page_maker import STEP_OF

        page = self._page(page_id)
        self._visited.add(page_id)
        self._stack.setCurrentWidget(page)
        self._bar.show()
        self._bar.stepper.set_current(STEP_OF.get(page_id, page_id))
        self._tell_steps()
        if detail is not None:
            page.show_detail(detail)
        self.page_shown.emit(page_id)

    def close_dossier(self) -> bool:
        """Back to the welcome page; False when something could not be written, which is then
        asked about."""
        if self._bridge is None:
            self._show_home()
        elif self._all_written():
            self._leave_dossier()
        else:
            self._ask_about_unwritten(self._leave_dossier)
            return False
        return True

    # Around the pages

    def grown(self) -> None:
        self._connect()
        self.page_shown.emit("accueil")

    def _connect(self) -> None:
        home, bar, opener = self._home, self._bar, self._opener
        home.authority_chosen.connect(self._on_authority_chosen)
        home.another_chosen.connect(self._on_another_chosen)
        home.dossier_chosen.connect(opener.open_file)
        home.example_chosen.connect(opener.open_example)
        home.way_chosen.connect(self._on_way_chosen)
        opener.opened.connect(self._on_opened)
        opener.gone.connect(self._on_gone)
        bar.home_chosen.connect(self.close_dossier)
        bar.place_chosen.connect(partial(self.go, "collectivite"))
        bar.step_chosen.connect(self.go)
        for chooser in (home, bar):
            chooser.theme_chosen.connect(self._display.choose_theme)
            chooser.text_size_chosen.connect(self._display.choose_text_size)
            chooser.help_chosen.connect(self._on_help_chosen)
            chooser.display.follow(self._desk.preferences)
        self._help_key.activated.connect(self._on_help_chosen)

    # Welcome

    def _show_home(self) -> None:
        self._bar.hide()
        self._stack.setCurrentWidget(self._home)  # which reads what is recent when it is shown
        self.setWindowTitle("Autodiag")
        self.page_shown.emit("accueil")

    @Slot(object)
    def _on_authority_chosen(self, authority: "LocalAuthority") -> None:
        from ui.opening_paths import proposed_path

        path = proposed_path(authority, self._desk.paths.dossiers)
        if path.exists():
            self._home.ask_existing(authority, path)
        else:
            self._opener.create(path, authority)

    @Slot(object)
    def _on_another_chosen(self, authority: "LocalAuthority") -> None:
        from ui.opening_paths import free_path, proposed_path

        path = free_path(proposed_path(authority, self._desk.paths.dossiers))
        self._opener.create(path, authority)

    @Slot(str)
    def _on_way_chosen(self, way: str) -> None:
        from ui.pages.coming import ComingPage

        page = ComingPage(self._desk, way)
        page.went_to.connect(self._on_back_from_way)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.page_shown.emit(way)

    @Slot(str, object)
    def _on_back_from_way(self, _page_id: str, _detail: object) -> None:
        page = self._stack.currentWidget()
        self._show_home()
        if page is not None and page is not self._home:
            page.deleteLater()  # the stack lets it go

    @Slot(object)
    def _on_gone(self, path: Path) -> None:
        self._desk.preferences.forget(str(path))
        self._home.refresh()

    # The open dossier

    @Slot(object)
    def _on_opened(self, bridge: "Bridge") -> None:
        from ui.opener import bridge_notices
        from ui.page_maker import first_page
        from ui.save_trouble import SaveTrouble

        if self._bridge is not None and not self.close_dossier():
            bridge.close()
            return
        self._desk.notices.begin_dossier()
        self._bridge = bridge
        bridge.setParent(self)
        self._trouble = SaveTrouble(self._desk, bridge, self)
        bridge.changed.connect(self._on_changed)
        sign = self._bar.saved_sign
        sign.clear()
        bridge.saving.connect(sign.show_saving)
        bridge.saved.connect(sign.show_saved)
        bridge.save_failed.connect(sign.show_failed)
        if not bridge.writable:
            sign.show_read_only()
        self._on_changed()
        self._remember()
        bridge_notices(self._desk, bridge)
        self.go(first_page(bridge))

    def _page(self, page_id: str) -> "Page":
        if page_id not in self._pages:
            assert self._bridge is not None
            from ui.page_maker import make_page

            page = make_page(page_id, self._desk, self._bridge)
            page.went_to.connect(self.go)
            self._pages[page_id] = page
            self._stack.addWidget(page)
        return self._pages[page_id]

    @Slot()
    def _on_changed(self) -> None:
        if self._bridge is not None:
            from ui.widgets.place_words import inhabitants

            authority = self._bridge.snapshot.authority
            self._bar.set_place(authority.name, inhabitants(authority))
            self.setWindowTitle(f"{authority.name} — Autodiag")
            self._tell_steps()

    def _tell_steps(self) -> None:
        """The questions are done when each has an answer; a page, when it was seen after that."""
        from ui.page_maker import STEPS, all_answered

        if self._bridge is None:
            return
        answered = all_answered(self._bridge)
        seen = self._visited.intersection(STEPS[1:]) if answered else set[str]()
        self._bar.stepper.set_done({"questions"} | seen if answered else set())

    def _remember(self) -> None:
        from ui.recent import remember

        if self._bridge is not None:
            remember(self._desk, self._bridge)

    def _all_written(self) -> bool:
        for page in self._pages.values():
            page.leave()
        return self._bridge is None or self._bridge.finish()

    def _leave_dossier(self) -> None:
        bridge = self._bridge
        if bridge is None:
            return
        self._remember()
        self._bridge = None
        self._stack.setCurrentWidget(self._home)  # first: a page that is left may still write
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages, self._visited = {}, set()
        self._desk.notices.end_dossier()
        try:
            bridge.close()
        finally:
            bridge.deleteLater()
            self._show_home()

    def _ask_about_unwritten(self, leave: Callable[[], None]) -> None:
        from ui.dialogs.unwritten_dialog import UnwrittenDialog

        assert self._bridge is not None
        dialog = UnwrittenDialog(self._desk.theme, self._bridge.pending, self)
        dialog.retried.connect(self._bridge.retry)
        dialog.elsewhere_chosen.connect(self._trouble.save_elsewhere)
        dialog.given_up.connect(leave)
        dialog.open()

    @Slot()
    def _on_help_chosen(self) -> None:
        from ui.dialogs.help_dialog import show_help

        show_help(self._desk, self)

    @Slot()
    def _give_up_and_close(self) -> None:
        self._leave_dossier()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._bridge is not None:
            if not self._all_written():
                event.ignore()
                self._ask_about_unwritten(self._give_up_and_close)
                return
            self._leave_dossier()
        self.finish()
        self._opener.stop()
        self._desk.preferences.geometry = self.saveGeometry()
        self._desk.preferences.save()
        super().closeEvent(event)
