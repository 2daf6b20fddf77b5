# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Imports what draws figures beside the screen, before the first figure is asked for."""

import logging
import os

from PySide6.QtCore import QObject, QTimer, Slot

from autodiag.charts.quiet import quiet_matplotlib
from ui.desk import Desk
from ui.tasks import Progress

PAUSE_MS = 1500
"""After a dossier is opened: its first page is shown by then."""


class Warming(QObject):
    """Once in a session, on the thread that plans and prints."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        quiet_matplotlib(desk.paths.data / "matplotlib", os.environ)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self._pause.start()

    @Slot()
    def _on_paused(self) -> None:
        self._desk.work.submit(import_charts, done=self._on_done, failed=self._on_failed)

    def _on_done(self, _outcome: object) -> None:
        self._pause.stop()

    def _on_failed(self, error: BaseException) -> None:
        """The first figure will say it: nothing is asked for yet."""
        logging.getLogger(__name__).info("Figures could not be made ready", exc_info=error)


def import_charts(_progress: Progress) -> None:
    """What the first figure would wait for."""
    from matplotlib.backends import backend_agg  # noqa: F401

    from autodiag.charts import look, profile_map  # noqa: F401
