# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The two other plans of the open dossier, computed beside the screen and kept in it. Shows
nothing."""

import logging
import time
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.situation import Situation
from ui.bridge import Bridge
from ui.desk import Desk
from ui.plan_job import Made, read_plan
from ui.planning import PAUSE_MS, Planner
from ui.tasks import Progress

LABEL = "Calcul des autres plans…"


def make_variant(
    situation: Situation, name: str, today: date, seconds: float, progress: Progress
) -> Made:
    """A variant and its text, off the screen's thread. Stops between two goals once cancelled."""
    from autodiag.roadmap.stored import dump_roadmap
    from autodiag.roadmap.variants import plan_variant

    begun = time.monotonic()

    def clock() -> float:
        now = time.monotonic()
        progress(min(99, round(100 * (now - begun) / seconds)), 100, "")
        return now

    roadmap = plan_variant(situation, name, today, seconds, clock)
    return Made(roadmap, dump_roadmap(roadmap))


class VariantPlanner(QObject):
    """Shows each variant that is stored, and makes again those that are outdated, one at a time,
    once the planner of their own plan is at rest. What changes meanwhile stops it."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        planner: Planner,
        parent: QObject | None = None,
        *,
        seconds: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._planner = desk, bridge, planner
        self._seconds = seconds
        self._plans: dict[str, Roadmap] = {}
        self._read: dict[str, StoredPlan] = {}
        self._digests: dict[str, str] = {}
        self._inputs: tuple[object, ...] = ()
        self._failed: dict[str, str] = {}
        self._job: tuple[int, str] | None = None
        self._followed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        planner.changed.connect(self._on_planner_changed)
        bridge.changed.connect(self._on_dossier_changed)

    def plan(self, name: str) -> Roadmap | None:
        """The variant to show, perhaps outdated; None while there is none."""
        return self._plans.get(name)

    def current(self, name: str) -> bool:
        """Whether it was made from today's answers and means."""
        shown = self._plans.get(name)
        return shown is not None and shown.inputs_sha256 == self._digests.get(name, "")

    def failed(self, name: str) -> bool:
        """Whether it could not be made from today's answers and means."""
        return bool(self._failed) and self._failed.get(name) == self._digests.get(name)

    @property
    def computing(self) -> bool:
        """Whether a variant is being made, or will be in an instant."""
        return self._job is not None or self._pause.isActive()

    def follow(self) -> None:
        """Keep the variants current from now on: somebody looks at them."""
        self._followed = True
        self._look()

    def rest(self) -> None:
        """Nobody looks any more; what is being made goes to its end."""
        self._followed = False
        self._pause.stop()

    @Slot()
    def again(self) -> None:
        """Try once more what could not be made."""
        self._failed.clear()
        self._look()

    @Slot()
    def _on_planner_changed(self) -> None:
        """The dossier may be another one, or its own plan is made: the others follow."""
        if self._job is not None or self._followed:
            before = self._digests
            self._digest()
            self._drop_outdated()
            if self._digests != before:
                self.changed.emit()
        if self._followed and self._job is None:
            self._pause.start()

    @Slot()
    def _on_dossier_changed(self) -> None:
        """While nobody looks, the planner says nothing of it."""
        if self._job is not None and not self._followed:
            self._digest()
            self._drop_outdated()

    @Slot()
    def _look(self) -> None:
        """Read what is stored; make what is outdated."""
        self._pause.stop()
        if self._bridge.closed:
            return
        situation = self._digest()
        self._drop_outdated()
        for name, digest in self._digests.items():
            self._take_stored(name, digest)
        if self._job is None and not self._planner.computing and self._may_plan(situation):
            self._begin(situation)
        self.changed.emit()

    def _digest(self) -> Situation:
        """What each variant would be made from now."""
        from autodiag.roadmap.variants import VARIANTS, variant_digest

        situation, inputs = self._planner.situation(), inputs_of(self._bridge)
        known = len(inputs) == len(self._inputs)
        if not known or any(a is not b for a, b in zip(inputs, self._inputs, strict=True)):
            self._inputs = inputs
            self._digests = {name: variant_digest(situation, name) for name in VARIANTS}
        return situation

    def _may_plan(self, situation: Situation) -> bool:
        return bool(self._bridge.snapshot.assessment.answers or situation.own_actions)

    def _take_stored(self, name: str, digest: str) -> None:
        """What the dossier holds, unless something better is shown."""
        stored = self._bridge.snapshot.variants.get(name)
        known = self._plans.get(name)
        better = known is None or (stored is not None and stored.inputs_sha256 == digest)
        if stored is None or not better or stored == self._read.get(name) or self.current(name):
            return
        self._read[name] = stored
        roadmap = read_plan(stored, self._bridge.knowledge)
        if roadmap is not None:
            self._plans[name] = roadmap

    def _begin(self, situation: Situation) -> None:
        """Make the first variant that is not current."""
        from autodiag.roadmap.plan import FINAL_SECONDS

        wanted = (n for n in self._digests if not self.current(n) and not self.failed(n))
        name = next(wanted, "")
        if not name:
            return
        digest, today = self._digests[name], self._desk.today()
        key = self._desk.work.submit(
            partial(make_variant, situation, name, today, self._seconds or FINAL_SECONDS),
            done=partial(self._on_made, name, digest),
            failed=partial(self._on_failed, name, digest),
            dropped=partial(self._on_dropped, name, digest),
            label=LABEL,
        )
        self._job = key, digest

    def _drop_outdated(self) -> None:
        """Stop what is no longer wanted."""
        if self._job is not None and self._job[1] not in self._digests.values():
            key, self._job = self._job[0], None
            self._desk.work.cancel(key)

    def _on_made(self, name: str, digest: str, made: Made) -> None:
        if not self._awaits(digest):
            return
        self._job = None
        roadmap = replace(made.roadmap, inputs_sha256=digest)
        self._plans[name] = roadmap
        if self._bridge.writable:
            plan = StoredPlan(made.text, digest, roadmap.made_on)
            self._read[name] = plan
            self._bridge.store_variant(name, plan)
        self._go_on()

    def _on_failed(self, name: str, digest: str, error: BaseException) -> None:
        logging.getLogger(__name__).error("No variant could be made", exc_info=error)
        self._on_dropped(name, digest)

    def _on_dropped(self, name: str, digest: str) -> None:
        """Cancelled by somebody, or failed: not tried again before something changes."""
        if self._awaits(digest):
            self._job = None
            self._failed[name] = digest
            self._go_on()

    def _awaits(self, digest: str) -> bool:
        """Whether a job's end still matters."""
        mine = isValid(self) and self._job is not None and self._job[1] == digest
        return mine and not self._bridge.closed

    def _go_on(self) -> None:
        if self._followed:
            self._look()
        else:
            self.changed.emit()


def inputs_of(bridge: Bridge) -> tuple[object, ...]:
    """All that a plan may depend on: while each is the very same object, so are the digests, which
    take some milliseconds. A plan that is stored changes none of them."""
    now = bridge.snapshot
    means = (now.capacity, now.calendar, now.own_actions, now.decisions)
    return (now.authority, now.facts, now.questionnaire, now.assessment, bridge.knowledge, *means)
