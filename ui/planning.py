# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan of the open dossier, computed beside the screen: which one to show, and how sure it is.

Measured: HiGHS lets go of the interpreter while it solves, so a thread is enough. During plans of
up to 2.9 s, a timer of 10 ms on the screen’s thread was at most 14 ms late (median 0.1 ms).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.situation import Situation
from ui.bridge import Bridge
from ui.desk import Desk
from ui.plan_job import Made, make_plan, read_plan

LABEL = "Calcul de la meilleure répartition…"
NOTICE = "planning"
PATIENT_SECONDS = 20.0
"""How long is searched when the user asks to search on."""
PAUSE_MS = 400
"""How long nothing must change before a plan is made again."""


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long the first plan and the final one may be searched for (None: contract R3)."""

    first: float | None = None
    final: float | None = None


class Planner(QObject):
    """Shows the stored plan while it is current, else makes one: a first, then the final one.

    One job at a time; what changes meanwhile stops it, and the latest inputs win. Plans made from
    today's inputs are stored, where the dossier can be written. An older diagnosis shows the plan
    that it kept, whatever was decided since; one is made if it has none."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        parent: QObject | None = None,
        *,
        seconds: Seconds | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self.today = desk.today
        self._seconds = seconds or Seconds()
        self._shown: Roadmap | None = None
        self._read: tuple[StoredPlan | None, Roadmap | None] = (None, None)  # and what it says
        self._first: Made | None = None
        self._wanted, self._job = "", 0
        self._followers = 0
        self._failed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        bridge.changed.connect(self._on_dossier_changed)

    @property
    def roadmap(self) -> Roadmap | None:
        """The plan to show, perhaps outdated; None while there is none."""
        return self._shown

    @property
    def current(self) -> bool:
        """Whether it was made from today's answers and means, or is one that a year kept."""
        return self._shown is not None and self._shown.inputs_sha256 == self._wanted

    @property
    def computing(self) -> bool:
        """Whether a plan is being searched for, or will be in an instant."""
        return bool(self._job) or self._pause.isActive()

    @property
    def stored(self) -> bool:
        """Whether the plan shown is the one that the dossier holds."""
        plan, shown = self._bridge.stored_plan, self._shown
        return plan is not None and shown is not None and plan.inputs_sha256 == shown.inputs_sha256

    def situation(self) -> Situation:
        """What a plan would be made from now."""
        from autodiag.roadmap.situation import situation_of

        bridge = self._bridge
        return situation_of(bridge.snapshot, bridge.result, bridge.knowledge)

    def follow(self) -> None:
        """Keep the plan current from now on: somebody looks at it."""
        self._followers += 1
        self._look(at_once=self._shown is None)  # else the page is painted first

    def rest(self) -> None:
        """One who looked no longer does; what is being computed goes to its end."""
        self._followers = max(0, self._followers - 1)

    @Slot()
    def again(self) -> None:
        """Search once more, after a failure; and longer, where the plan is not proven best."""
        self._desk.notices.clear(NOTICE)
        patient = self.current and self._shown is not None and not self._shown.optimal
        self._begin(self.situation(), patient=patient)

    @Slot()
    def cancel(self) -> None:
        """Stop searching: the first plan is kept, and stored."""
        if self._job:
            self._desk.work.cancel(self._job)

    @Slot()
    def _on_dossier_changed(self) -> None:
        planned = self._bridge.questionnaire.scoring is not None  # else who looks is about to go
        if planned and (self._followers or self._job):
            if _digest(self.situation()) != self._wanted:
                self._stop()
            if self._followers:
                self._pause.start()
            self.changed.emit()
        else:
            self._pause.stop()
            self._stop()  # whether the plan is still current is asked when somebody looks

    @Slot()
    def _look(self, *, at_once: bool = True) -> None:
        """Show the stored plan if it is current, else have one made."""
        self._pause.stop()
        kept = None if self._bridge.is_latest else self._stored()
        if kept is not None:  # that year’s plan: what was decided since does not make it again
            self._stop()
            self._wanted = kept.inputs_sha256
            self._show(kept)
            return
        situation = self.situation()
        digest = _digest(situation)
        if digest == self._wanted and (self._job or self.current or self._failed):
            self._with_capacity(situation)
            return
        self._stop()
        self._wanted = digest
        plan = self._bridge.stored_plan
        read = plan is not None and (self._shown is None or plan.inputs_sha256 == digest)
        stored = self._stored() if read else None  # reading one takes its time
        if stored is not None and stored.inputs_sha256 == digest:
            self._show(replace(stored, capacity=situation.capacity))
        elif self._bridge.snapshot.assessment.answers or situation.own_actions:
            self._shown = self._shown or stored
            if at_once:
                self._begin(situation)
            else:
                self._pause.start()
                self.changed.emit()
        else:
            self._shown = None
            self.changed.emit()

    def _with_capacity(self, situation: Situation) -> None:
        """The same figures may have been given since: then nobody assumes them any more."""
        shown = self._shown
        if shown is not None and self.current and shown.capacity != situation.capacity:
            self._shown = replace(shown, capacity=situation.capacity)
        self.changed.emit()

    def _begin(self, situation: Situation, *, patient: bool = False) -> None:
        """Search: a first plan, or at once a better one than that which is shown."""
        from autodiag.roadmap.plan import FIRST_SECONDS

        self._stop()
        self._wanted = _digest(situation)
        if patient:
            seconds = self._seconds.final or PATIENT_SECONDS
            self._submit(
                situation, seconds, self._on_final_made, self._on_final_dropped, label=LABEL
            )
        else:
            seconds = self._seconds.first or FIRST_SECONDS
            self._submit(situation, seconds, self._on_first_made, self._on_dropped, label="")
        self.changed.emit()

    def _submit(
        self,
        situation: Situation,
        seconds: float,
        done: Callable[[Situation, Made], None],
        dropped: Callable[[str], None],
        *,
        label: str,
    ) -> None:
        self._job = self._desk.work.submit(
            partial(make_plan, situation, self.today(), seconds, self._stored()),
            done=partial(done, situation),
            failed=partial(self._on_failed, self._wanted),
            dropped=partial(dropped, self._wanted),
            label=label,
        )

    def _on_first_made(self, situation: Situation, made: Made) -> None:
        from autodiag.roadmap.plan import FINAL_SECONDS

        if not self._awaits(made.roadmap.inputs_sha256):
            return
        self._job = 0
        if made.roadmap.optimal and made.roadmap.shortest.proven:
            self._keep(made)
            return
        self._first = made
        seconds = self._seconds.final or FINAL_SECONDS
        self._submit(situation, seconds, self._on_final_made, self._on_final_dropped, label=LABEL)
        self._show(made.roadmap)

    def _on_final_made(self, _situation: Situation, made: Made) -> None:
        if self._awaits(made.roadmap.inputs_sha256):
            self._job = 0
            self._keep(made)

    def _on_final_dropped(self, wanted: str) -> None:
        if not self._awaits(wanted):
            return
        self._job = 0
        if self._first is not None:
            self._keep(self._first)
        else:
            self.changed.emit()

    def _on_dropped(self, wanted: str) -> None:
        if self._awaits(wanted) and self._job:
            self._job, self._failed = 0, True
            self.changed.emit()

    def _on_failed(self, wanted: str, error: BaseException) -> None:
        logging.getLogger(__name__).error("No plan could be made", exc_info=error)
        if not self._awaits(wanted):
            return
        self._job = 0
        if self._first is not None:
            self._keep(self._first)
            return
        self._failed = True
        self._desk.notices.tell(
            "error",
            "La feuille de route n’a pas pu être calculée.",
            "Vos réponses et vos choix sont enregistrés. Réessayez\u00a0; si cela se reproduit, "
            "prévenez la personne qui vous aide.",
            actions=[("Réessayer", self.again)],
            key=NOTICE,
        )
        self.changed.emit()

    def _awaits(self, digest: str) -> bool:
        """Whether a job’s end still matters."""
        return isValid(self) and not self._bridge.closed and digest == self._wanted

    def _keep(self, made: Made) -> None:
        """Show a plan for good, and store it where that is possible."""
        self._first = None
        self._desk.notices.clear(NOTICE)
        self._show(made.roadmap)
        if self._bridge.writable:
            plan = StoredPlan(made.text, made.roadmap.inputs_sha256, made.roadmap.made_on)
            self._read = (plan, made.roadmap)
            self._bridge.store_plan(plan)

    def _show(self, roadmap: Roadmap) -> None:
        self._shown, self._failed = roadmap, False
        self.changed.emit()

    def _stop(self) -> None:
        """Give up the search that runs: what it was asked is no longer what is wanted."""
        self._failed, self._wanted, self._first = False, "", None
        job, self._job = self._job, 0
        if job:
            self._desk.work.cancel(job)

    def _stored(self) -> Roadmap | None:
        """The plan of the dossier, None where there is none or it cannot be read."""
        stored = self._bridge.stored_plan
        if stored is not None and stored is not self._read[0]:
            self._read = (stored, read_plan(stored, self._bridge.knowledge))
        return self._read[1] if stored else None


def _digest(situation: Situation) -> str:
    from autodiag.roadmap.stored import digest_inputs

    return digest_inputs(situation)
