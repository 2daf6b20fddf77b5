# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Et si…»: any action ticked or not, and what follows at once. A trial: nothing is written until
«Retenir ces actions»."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from autodiag.model.result import Result
from autodiag.model.roadmap import Decision
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.plan_view import PlanReading, PlanView
from ui.pages.roadmap_choices import UNDONE
from ui.pages.roadmap_notes import NOTHING_MORE, Note, empty_note, nothing_said, why_empty
from ui.pages.unknown_words import ASK, unknown_said
from ui.pages.what_if_costs import CostWords
from ui.pages.what_if_figures import TrialFigures
from ui.pages.what_if_frame import TrialParts, WhatIfFrame
from ui.pages.what_if_keep import NOTHING, Difference, difference
from ui.pages.what_if_list import TrialList
from ui.pages.what_if_summary import TrialCosts, TrialFoot, TrialHeadline
from ui.pages.what_if_words import TrialWords
from ui.planning import Planner
from ui.widgets.announce import announce
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from autodiag.roadmap.live import Trial

SAID_AFTER = 500
"""Milliseconds after the last tick before its effect is said aloud."""


class WhatIfView(PlanView):
    """The page keeps what differs from the plan: a plan made anew keeps the trial."""

    def __init__(self, desk: Desk, bridge: Bridge, planner: Planner) -> None:
        super().__init__(desk, bridge, planner)
        theme, resources = desk.theme, desk.paths.bundle.resources
        self.choices = TrialList(theme)
        self.headline, self.costs = TrialHeadline(theme), TrialCosts(theme)
        self.figures = TrialFigures(theme, resources)
        self.foot = TrialFoot(theme)
        parts = TrialParts(
            self.remark, self.headline, self.choices, self.costs, self.figures, self.foot
        )
        self._frame = WhatIfFrame(theme, parts)
        self._nothing = EmptyState(theme, "map", "", "", ASK)
        self._stack = QStackedLayout(self)
        self._trial: Trial | None = None
        self._words: TrialWords | None = None
        self._costs: CostWords | None = None
        self._added, self._removed = set[str](), set[str]()
        self._kept: Difference = NOTHING
        self._before: dict[str, Decision | None] = {}
        self._heard: Result | None = None
        self._soon = QTimer(self)
        self._build()

    def _build(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAID_AFTER)
        self._soon.timeout.connect(self._announce)
        for part in (self._frame, self._nothing):
            self._stack.addWidget(part)
        self.choices.ticked.connect(self._on_ticked)
        self.choices.none_asked.connect(self._on_none_asked)
        self.foot.back_asked.connect(self._on_back_asked)
        self.foot.keep_asked.connect(self._on_keep_asked)
        self._nothing.action_chosen.connect(self._on_questions_asked)

    @property
    def ticked(self) -> frozenset[str]:
        """What is tried now: the plan, with what was added and without what was taken away."""
        planned = self._trial.planned if self._trial is not None else frozenset[str]()
        return (planned | self._added) - self._removed

    def begin(self) -> None:
        """On the search, which is always in sight; the arrow down goes to the actions."""
        if self._trial is None or not self.bridge.is_latest:
            super().begin()
        else:
            self.choices.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def note_on(self, reading: PlanReading) -> Note | None:
        """Only that the diagnosis, or the plan, is an older one: the plan is where a trial begins,
        and its foot says what may be retained."""
        today = reading.words.snapshot.is_latest and reading.current
        return None if today else super().note_on(reading)

    def show_nothing(self) -> None:
        words = nothing_said(self.planner, self.bridge.snapshot)
        self._show_empty(*words, answering=not self.planner.computing)

    def show_plan(self, reading: PlanReading) -> None:
        from autodiag.roadmap.live import Trial

        trial = Trial(reading.situation, reading.roadmap)
        if not trial.offers:
            self._show_none(reading)
            return
        self._trial, self._words = trial, TrialWords(reading.words, trial)
        self._costs = CostWords(reading.words, trial)
        self._added = (self._added & trial.offers.keys()) - trial.planned
        self._removed &= trial.planned
        self._stack.setCurrentWidget(self._frame)
        if self.choices.show_groups(self._words.groups(), trial.planned):
            self._frame.follow_rows()
        self.figures.show_ground(self._words)
        self._show_trial()
        self.choices.show_ticked(self.ticked)

    def _show_none(self, reading: PlanReading) -> None:
        """Nothing can be ticked: why."""
        why = why_empty(reading.words, reading.roadmap, reading.situation)
        note = why or empty_note(reading.words)
        unknown = (
            "" if note.action or note.text == NOTHING_MORE else unknown_said(reading.situation)
        )
        asks = bool(unknown) or note.action == "questions"
        self._show_empty("Aucune action à essayer", unknown or note.text, answering=asks)

    def _show_empty(self, title: str, sentence: str, *, answering: bool) -> None:
        self._trial = None
        self._nothing.show_words(title, sentence)
        if self._nothing.button is not None:
            self._nothing.button.setVisible(answering)
        self._stack.setCurrentWidget(self._nothing)

    def _show_trial(self) -> None:
        """All that follows from what is ticked, in one go."""
        trial, words, costs = self._trial, self._words, self._costs
        if trial is None or words is None or costs is None:
            return
        outlook = trial.outlook(self.ticked)
        self.headline.show_face(words.headline(outlook.result))
        self.costs.show_costs(costs.meter(outlook), costs.besides())
        self.costs.show_remarks(costs.duties(outlook), costs.waiting(outlook))
        found, writable = self._difference(), self.bridge.writable
        may_keep, undoes = writable and bool(found.decisions), self._may_undo(found)
        said = costs.done(self._kept) if undoes else costs.difference(found, writable=writable)
        self.foot.show_difference(said, may_keep=may_keep, undoes=undoes)
        self.figures.show_result(words, outlook.result)
        self.figures.show_duties(*costs.duties_left(outlook))

    def _difference(self) -> Difference:
        if self._trial is None:
            return NOTHING
        return difference(self._trial, self.ticked, self.bridge.snapshot.decisions)

    def _may_undo(self, found: Difference) -> bool:
        """Whether what was retained last still holds, and nothing else is being tried."""
        known, kept = self.bridge.snapshot.decisions, self._kept.decisions
        if any(known.get(one.action) != one for one in kept):
            self._kept = NOTHING
        return bool(self._kept.decisions) and not found.decisions and self.bridge.writable

    # What is done

    @Slot(str, bool)
    def _on_ticked(self, key: str, on: bool) -> None:
        planned = self._trial is not None and key in self._trial.planned
        if on:
            self._removed.discard(key)
            self._added |= set[str]() if planned else {key}
        else:
            self._added.discard(key)
            self._removed |= {key} if planned else set[str]()
        self._show_trial()
        self._soon.start()

    @Slot()
    def _on_none_asked(self) -> None:
        planned = self._trial.planned if self._trial is not None else frozenset[str]()
        self._try(set(), set(planned))

    @Slot()
    def _on_back_asked(self) -> None:
        before, undoes = self._before, self._may_undo(self._difference())
        self._try(set(), set())
        if undoes:
            self._kept = NOTHING
            self.bridge.decide_all(before)
            announce(self, UNDONE)

    def _try(self, added: set[str], removed: set[str]) -> None:
        self._added, self._removed = added, removed
        self.choices.show_ticked(self.ticked)
        self._show_trial()
        self._soon.start()

    @Slot()
    def _on_keep_asked(self) -> None:
        """One decision an action, in one gesture that can be taken back."""
        found, known = self._difference(), self.bridge.snapshot.decisions
        if self.bridge.writable and found.decisions:
            self._kept = found
            self._before = {one.action: known.get(one.action) for one in found.decisions}
            self.bridge.decide_all({one.action: one for one in found.decisions})
            if self._costs is not None:
                announce(self, self._costs.done(found))

    @Slot()
    def _on_questions_asked(self) -> None:
        self.went_to.emit("questions", None)

    @Slot()
    def _announce(self) -> None:
        if self._trial is None or self._words is None or not self.isVisible():
            return
        result = self._trial.outlook(self.ticked).result
        before = self._heard or self._trial.situation.result
        self._heard = result
        was, now = before.profile, result.profile
        staged = (was.low, was.high) != (now.low, now.high)
        heard: QWidget = self.window().focusWidget() or self
        announce(heard, self._words.announced(result, staged=staged))
