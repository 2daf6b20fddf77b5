# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Says once, when a dossier is opened, that actions of its roadmap have passed their date. Away
from the thread of the screen: nobody waits for it."""

import logging
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from autodiag.model.dossier import Snapshot, StoredPlan
from autodiag.model.knowledge import Knowledge
from autodiag.model.result import Result
from ui.tasks import Progress

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk

NOTICE = "suivi"
KIND = "Les dates se changent, et ce qui est fait se note en un geste."


class FollowNotice(QObject):
    """Belongs to the open dossier. `went_to`: where the roadmap stands is wanted."""

    went_to = Signal(str, object)

    def __init__(self, desk: "Desk", bridge: "Bridge", parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        stored = bridge.stored_plan
        if stored is None or not bridge.is_latest or not bridge.writable:
            return
        read = partial(
            _late, bridge.snapshot, bridge.result, bridge.knowledge, (stored, desk.today())
        )
        desk.work.submit(read, done=self._on_read, failed=self._on_failed)

    def _on_read(self, late: int) -> None:
        if not late or not isValid(self) or self._bridge.closed:
            return
        one = late == 1
        fact = "1 action" if one else f"{late} actions"
        whose = "a dépassé sa date" if one else "ont dépassé leur date"
        self._desk.notices.tell(
            "warning",
            f"{fact} de votre feuille de route {whose}.",
            KIND,
            actions=(("Voir", self._go),),
            key=NOTICE,
        )

    def _on_failed(self, error: BaseException) -> None:
        """The page of the roadmap says the same, and more: nobody is told here."""
        logging.getLogger(__name__).error("What is late could not be read", exc_info=error)

    def _go(self) -> None:
        self._desk.notices.clear(NOTICE)
        self.went_to.emit("feuille", "follow")


def _late(
    snapshot: Snapshot,
    result: Result,
    knowledge: Knowledge,
    plan: tuple[StoredPlan, date],
    _progress: Progress,
) -> int:
    """How many actions of the stored plan have passed their date, enquiries apart; 0 where it
    cannot be read."""
    from autodiag.roadmap.follow_up import follow_up
    from autodiag.roadmap.schedule import schedule
    from autodiag.roadmap.situation import situation_of
    from ui.pages.roadmap_followed import actions_in
    from ui.plan_job import read_plan

    stored, today = plan
    roadmap = read_plan(stored, knowledge)
    if roadmap is None:
        return 0
    situation = situation_of(snapshot, result, knowledge)
    months = schedule(snapshot, roadmap, knowledge.actions)
    return len(actions_in(follow_up(snapshot, roadmap, months, situation, today).late))
