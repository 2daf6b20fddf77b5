# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What nobody expected: written to the log, then said once in a dialog that lets one go on.

The hooks may be called on any thread; the dialog belongs to the thread of the screen.
"""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from ui.log_file import LogFile
from ui.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from ui.main_window import MainWindow

LOG = logging.getLogger("autodiag.ui")
QUIET = 2_000
"""Milliseconds during which the same failure again is only logged: a page that cannot be painted
fails at each painting."""

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Failures(QObject):
    """The last resort of the window. Lives as long as the application."""

    caught = Signal(str)

    def __init__(self, app: QApplication, paths: Paths) -> None:
        super().__init__(app)
        self._app, self._paths = app, paths
        self._window: MainWindow | None = None
        self._dialog: QDialog | None = None
        self._busy = False
        self._last = ""
        self._since = QElapsedTimer()
        self._handler = _log_to(paths)
        self._dump = _dump_to(paths)
        self._hooks: tuple[Hook, Callable[[threading.ExceptHookArgs], object]]
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.handle
        threading.excepthook = self._on_thread_failed
        self.caught.connect(self._on_caught)

    def watch(self, window: "MainWindow") -> None:
        """The window over which dialogs open, and whose dossier they speak of."""
        self._window = window

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None = None,
    ) -> None:
        """Log, then have it said. Called by Python, on any thread."""
        if not issubclass(kind, Exception):
            self._hooks[0](kind, error, trace)
            return
        from ui.failure_details import details_of

        trace = trace or error.__traceback__
        LOG.critical("Erreur inattendue", exc_info=(kind, error, trace))
        self.caught.emit(details_of(error, self._paths))

    def uninstall(self) -> None:
        """Give the hooks back, close the log."""
        sys.excepthook, threading.excepthook = self._hooks
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._dump is not None:
            faulthandler.disable()
            self._dump.close()
        self._handler = self._dump = None

    def _on_thread_failed(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _on_caught(self, details: str) -> None:
        """One dialog at a time; what fails while it is made is only logged."""
        just_now = self._since.isValid() and not self._since.hasExpired(QUIET)
        if self._busy or (just_now and self._last in {details, ""}):
            return
        self._busy, self._last = True, details
        try:
            self._open_dialog(details)
        finally:
            if self._dialog is None:  # it could not be made: what comes later is said all the same
                self._last = ""
                self._on_finished()

    def _open_dialog(self, details: str) -> None:
        from ui.dialogs.crash_dialog import CrashDialog

        dialog = CrashDialog(details, self._unwritten, self._window)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.quit_chosen.connect(self._on_quit_chosen)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog  # without a window it has no other owner
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self._since.start()
        self._busy = False
        self._dialog = None

    @Slot()
    def _on_quit_chosen(self) -> None:
        """As when the window is closed: what waits is written first, or asked about."""
        self._app.quit()

    def _unwritten(self) -> int | None:
        """How many changes are not on the disk; None when no dossier is open."""
        bridge = self._window.bridge if self._window is not None else None
        return None if bridge is None else bridge.pending


def install(app: QApplication, paths: Paths) -> Failures:
    """Watch for what nobody expected, from now on."""
    return Failures(app, paths)


def _log_to(paths: Paths) -> LogFile | None:
    """The log, or None where nothing can be written: the window opens all the same."""
    try:
        handler = LogFile(paths.log)
    except OSError:
        return None
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def _dump_to(paths: Paths) -> IO[str] | None:
    """Where Python writes what it was doing when the process is killed by a fault."""
    try:
        dump = paths.log.with_name(f"{paths.log.stem}-arret.log").open("a", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(dump)
    return dump
