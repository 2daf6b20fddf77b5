# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The way to something of the main diagnosis, from a page that shows it beside another one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from ui.bridge import Bridge


class MainWay(QObject):
    """Outlives the pages, which are made again when another questionnaire is shown."""

    went_to = Signal(str, object)

    def __init__(self, bridge: "Bridge", parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._place: tuple[str, object] | None = None
        bridge.turned.connect(self._on_turned)
        bridge.refused.connect(self._on_refused)

    @Slot(str, object)
    def go(self, page: str, detail: object) -> None:
        """To a page, and to what there, once the main diagnosis is shown."""
        snapshot = self._bridge.snapshot
        if snapshot.is_main:
            self.went_to.emit(page, detail)
            return
        self._place = page, detail
        self._bridge.choose_assessment(snapshot.main_years[-1].id)

    @Slot()
    def _on_turned(self) -> None:
        if self._place is not None:
            QTimer.singleShot(0, self, self._arrive)  # its pages are made first

    def _arrive(self) -> None:
        place, self._place = self._place, None
        if place is not None and not self._bridge.closed:
            self.went_to.emit(*place)

    @Slot()
    def _on_refused(self) -> None:
        self._place = None
