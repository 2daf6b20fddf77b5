# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Says that an older diagnosis is looked at, or another questionnaire, and leads back to the latest
diagnosis, from any page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from ui.shown_year import of_year, when_shown

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk

NOTICE = "autre-annee"
BACK = "Revenir au diagnostic"
SAFE = "Vous pouvez le lire et l’imprimer. Il est gardé tel quel."


class Years(QObject):
    """Its message stays as long as what is shown is not the latest diagnosis."""

    turned = Signal()
    """Another diagnosis is shown: what was made for the one before is of no use."""

    def __init__(self, desk: "Desk", bridge: "Bridge", parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self._shown = bridge.snapshot.assessment_id
        bridge.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        snapshot = self._bridge.snapshot
        if snapshot.assessment_id == self._shown:
            return
        self._shown = snapshot.assessment_id
        self._desk.theme.numbered = not snapshot.is_main
        self.turned.emit()
        if not snapshot.is_main:
            self._tell_other()
        elif snapshot.is_latest:
            self._desk.notices.clear(NOTICE)
        else:
            self._tell_older()

    def _tell_other(self) -> None:
        snapshot = self._bridge.snapshot
        began = "" if snapshot.is_latest else f", {when_shown(snapshot)} (lecture seule)"
        self._desk.notices.tell(
            "info",
            f"Questionnaire : {snapshot.questionnaire.title}{began}.",
            actions=((BACK, self._go_back),),
            key=NOTICE,
        )

    def _tell_older(self) -> None:
        snapshot = self._bridge.snapshot
        there = {brief.id: brief for brief in snapshot.assessments}
        here, latest = there[snapshot.assessment_id], snapshot.years[-1]
        self._desk.notices.tell(
            "warning",
            f"Diagnostic {of_year(here, latest)} (lecture seule).",
            SAFE,
            actions=((f"Revenir au diagnostic {of_year(latest, here)}", self._go_back),),
            key=NOTICE,
        )

    @Slot()
    def _go_back(self) -> None:
        self._bridge.choose_assessment(self._bridge.snapshot.main_years[-1].id)
