# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The window: the welcome page, or the open dossier under its top bar. It only navigates."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent

from ui.desk import Desk
from ui.frame import Frame

if TYPE_CHECKING:  # what the first painting does not need is imported by what needs it
    from ui.bridge import Bridge
    from ui.dialogs.help_dialog import Section
    from ui.open_dossier import OpenDossier
    from ui.pages.page import Page


class MainWindow(Frame):
    """One window, at most one open dossier."""

    page_shown = Signal(str)
    """A page of the dossier is in front, by its id; «accueil» for the welcome page."""

    def __init__(self, desk: Desk, *, at_once: bool = True) -> None:
        """Whole, or `at_once` False: the first page and its field, then `growth`."""
        super().__init__(desk)
        self._dossier: OpenDossier | None = None
        if at_once:
            self.finish()

    # What can be asked of it

    @property
    def bridge(self) -> "Bridge | None":
        """The open dossier."""
        return self._dossier and self._dossier.bridge

    @property
    def dossier(self) -> "OpenDossier | None":
        """Its pages."""
        return self._dossier

    def open_path(self, path: Path) -> None:
        """Open the dossier of a file."""
        self.finish()
        self._opener.open_file(path)

    @Slot(str, object)
    def go(self, page_id: str, detail: object = None) -> None:
        """Show a page of the open dossier, and something there."""
        if self._dossier is None or page_id == "accueil":
            self.close_dossier()
            return
        from ui.page_maker import STEP_OF, place_for

        place = place_for(self._dossier.bridge, page_id)
        if place != page_id:
            page_id, detail = place, None
        page = self._dossier.show_page(page_id)
        self._bar.show()
        self._bar.stepper.set_current(STEP_OF.get(page_id, page_id))
        self._bar.stepper.set_done(self._dossier.steps_done())
        if detail is not None:
            page.show_detail(detail)
        self.page_shown.emit(page_id)

    @Slot()
    def close_dossier(self) -> bool:
        """Back to the welcome page; False when something could not be written, which is then
        asked about."""
        if self._dossier is None:
            self._show_home()
        elif self._dossier.all_written():
            self._leave_dossier()
        else:
            self._ask_about_unwritten(self._leave_dossier)
            return False
        return True

    @Slot()
    @Slot(str)
    def show_help(self, section: "Section" = "") -> None:
        """Open the help, or bring it to the front, at a section."""
        from ui.dialogs.help_dialog import show_help

        show_help(self._desk, self, section=section)

    @Slot()
    def start_tour(self) -> None:
        """Show the visit from its first step, also to whom has seen it."""
        from ui.tour import Tour

        self._end_tour()
        if self._desk.preferences.tour_seen:  # asked for: what was found would be in its place
            self._home.search.clear()
        tour = Tour(self._desk, self._home, self._bar, self)
        self._parts.insertWidget(self._parts.indexOf(self._bar) + 1, tour.strip)

    def _end_tour(self) -> None:
        from ui.tour import Tour

        for under_way in self.findChildren(Tour):
            under_way.end()

    @Slot()
    def ask_for_file(self) -> None:
        """Ask which dossier to open, in place of the one that is."""
        path = self._desk.dialogs.open_dossier(self)
        if path is not None:
            self.open_path(path)

    def step_beside(self, by: int) -> str:
        """The step after the one shown, or before it; empty beyond the ends."""
        return self._bar.stepper.beside(by)

    # Around the pages

    def grown(self) -> None:
        self._connect()
        self.page_shown.emit("accueil")

    def _grow(self) -> Iterator[None]:
        yield from super()._grow()
        if not self._desk.preferences.tour_seen:
            yield
            self.start_tour()

    def _connect(self) -> None:
        from ui.areas import Areas
        from ui.field_undo import FieldUndo
        from ui.focus_seen import FocusSeen
        from ui.welcome import Welcome
        from ui.window_keys import WindowKeys

        home, bar, opener = self._home, self._bar, self._opener
        self.areas = Areas(self, self._stack, bar, self._banners)
        Welcome(self._desk, home, opener)
        home.way_chosen.connect(self._on_way_chosen)
        opener.opened.connect(self._on_opened)
        bar.home_chosen.connect(self.close_dossier)
        bar.place_chosen.connect(partial(self.go, "collectivite"))
        bar.step_chosen.connect(self.go)
        bar.saved_sign.open_chosen.connect(self.ask_for_file)
        bar.saved_sign.close_chosen.connect(self.close_dossier)
        for chooser in (home, bar):
            chooser.theme_chosen.connect(self._display.choose_theme)
            chooser.text_size_chosen.connect(self._display.choose_text_size)
            chooser.help_chosen.connect(self.show_help)
            chooser.display.follow(self._desk.preferences)
        WindowKeys(self, home)
        for follower in (FieldUndo, FocusSeen):
            follower(self)

    # Welcome

    def _show_home(self) -> None:
        self._bar.hide()
        self._stack.setCurrentWidget(self._home)  # which reads what is recent when it is shown
        self.setWindowTitle("Autodiag")
        self.page_shown.emit("accueil")

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

    # The open dossier

    @Slot(object)
    def _on_opened(self, bridge: "Bridge") -> None:
        from ui.dossier_bar import DossierBar
        from ui.open_dossier import OpenDossier
        from ui.page_maker import first_page

        if self._dossier is not None and not self.close_dossier():
            bridge.close()
            return
        self._dossier = dossier = OpenDossier(self._desk, bridge, self._stack, self)
        dossier.went_to.connect(self.go)
        bridge.changed.connect(self._on_changed)
        DossierBar(self._desk, self._bar, dossier)
        self._on_changed()
        self.go(first_page(bridge))

    def _page(self, page_id: str) -> "Page":
        assert self._dossier is not None
        return self._dossier.page(page_id)

    @Slot()
    def _on_changed(self) -> None:
        if self._dossier is not None:
            name = self._dossier.bridge.snapshot.authority.name
            self.setWindowTitle(f"{name} — Autodiag")

    def _leave_dossier(self) -> None:
        dossier = self._dossier
        if dossier is None:
            return
        self._dossier = None
        self._stack.setCurrentWidget(self._home)  # first: a page that is left may still write
        try:
            dossier.close()
        finally:
            self._show_home()
            self._home.refresh()  # what it read was still open, by ourselves

    def _ask_about_unwritten(self, leave: Callable[[], None]) -> None:
        from ui.dialogs.unwritten_dialog import UnwrittenDialog

        assert self._dossier is not None
        bridge = self._dossier.bridge
        dialog = UnwrittenDialog(self._desk.theme, bridge.pending, self)
        dialog.retried.connect(bridge.retry)
        dialog.elsewhere_chosen.connect(self._dossier.trouble.save_elsewhere)
        dialog.given_up.connect(leave)
        dialog.open()

    @Slot()
    def _give_up_and_close(self) -> None:
        self._leave_dossier()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Échap, where nothing of the page takes it, ends the visit."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:
            self._end_tour()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._dossier is not None:
            if not self._dossier.all_written():
                event.ignore()
                self._ask_about_unwritten(self._give_up_and_close)
                return
            self._leave_dossier()
        self.finish()
        self._opener.stop()
        self._desk.preferences.geometry = self.saveGeometry()
        self._desk.preferences.save()
        super().closeEvent(event)
