# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The long work under way: what, which step, how far, and « Annuler ». Never in the way.

It appears after 0.3 s, so that short work does not flash, and leaves when nobody waits any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.motion import motion_reduced
from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.tooltip import set_tooltip

APPEARS_AFTER = 300
"""Milliseconds."""
STOPPING = "Arrêt en cours…"
UNDER_WAY = "En cours…"
"""Of a job that does not say how far it is, where no bar may move."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is known of one job that has a label."""

    name: str
    step: str = ""
    done: int = 0
    total: int = 0


class Watch(QObject):
    """The jobs of one runner that have a label, in the order they were submitted.

    A QObject of the screen’s thread: `progressed` comes from the runner’s.
    """

    changed = Signal()

    def __init__(self, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._jobs: dict[int, Job] = {}
        runner.started.connect(self._on_started)
        runner.progressed.connect(self._on_progressed)
        runner.ended.connect(self._on_ended)

    @property
    def job(self) -> Job | None:
        """The one that was submitted first."""
        return next(iter(self._jobs.values()), None)

    def cancel(self) -> None:
        """Ask that one to stop."""
        key = next(iter(self._jobs), None)
        if key is not None:
            self._runner.cancel(key)
            self._jobs[key] = replace(self._jobs[key], step=STOPPING)
            self.changed.emit()

    @Slot(int, str)
    def _on_started(self, key: int, name: str) -> None:
        if name:
            self._jobs[key] = Job(name)
            self.changed.emit()

    @Slot(int, int, int, str)
    def _on_progressed(self, key: int, done: int, total: int, step: str) -> None:
        job = self._jobs.get(key)
        if job is not None and job.step != STOPPING:
            self._jobs[key] = Job(job.name, step, done, total)
            self.changed.emit()

    @Slot(int)
    def _on_ended(self, key: int) -> None:
        if self._jobs.pop(key, None) is not None:
            self.changed.emit()


class ProgressStrip(QWidget):
    """Shows one job at a time: the first of the first runner that works."""

    def __init__(self, theme: Theme, runners: Sequence[TaskRunner]) -> None:
        super().__init__()
        self._watches = tuple(Watch(runner, self) for runner in runners)
        self._name = label("", bold=True, wrap=False)
        self._step = label("", tone="ink2", wrap=False)
        self.bar = QProgressBar()
        self.cancel_button = button(theme, "Annuler")
        self._waiting = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(APPEARS_AFTER)
        self.bar.setTextVisible(False)
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar.setMinimumWidth(120)
        self._step.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setContentsMargins(20, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self._name)
        row.addWidget(self._step, 2)
        row.addWidget(self.bar, 3)
        row.addWidget(self.cancel_button)
        card = Card(margin=0)
        card.body.addLayout(row)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 8, 24, 8)
        around.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def _connect(self) -> None:
        for watch in self._watches:
            watch.changed.connect(self._on_changed)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self._waiting.timeout.connect(self._on_waited)

    @property
    def words(self) -> tuple[str, str]:
        """What is said: the name of the job, and its step."""
        return self._name.text(), self._step.text()

    @Slot()
    def _on_changed(self) -> None:
        watch = self._working()
        job = watch.job if watch is not None else None
        if job is None:
            self._waiting.stop()
            self.hide()
            return
        self._show(job)
        if self.isHidden() and not self._waiting.isActive():
            self._waiting.start()

    @Slot()
    def _on_waited(self) -> None:
        if self._working() is not None:
            self.show()
            announce(self, self._name.text())

    @Slot()
    def _on_cancel_clicked(self) -> None:
        watch = self._working()
        if watch is not None:
            watch.cancel()

    def _working(self) -> Watch | None:
        return next((watch for watch in self._watches if watch.job is not None), None)

    def _show(self, job: Job) -> None:
        self._name.setText(job.name)
        still = job.total == 0 and motion_reduced()
        step = job.step or (UNDER_WAY if still else "")
        self._step.setText(step)
        set_tooltip(self._step, step)
        self.bar.setVisible(not still)  # words alone: a full bar or an empty one would be false
        self.bar.setAccessibleName(job.name)
        self.bar.setRange(0, job.total)  # 0 to 0: how far is not known, the bar moves
        self.bar.setValue(job.done)
        self.cancel_button.setEnabled(job.step != STOPPING)
