# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The long work under way: what, which step, how far, and « Annuler ». Never in the way.

It appears after 0.3 s, so that short work does not flash, and leaves when nobody waits any more.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.tasks import TaskRunner
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label

APPEARS_AFTER = 300
"""Milliseconds."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What is known of one job that has a label."""

    name: str
    step: str = ""
    done: int = 0
    total: int = 0
    stopping: bool = False


class ProgressStrip(QWidget):
    """Shows the job that began first, among those of one runner that have a label."""

    def __init__(self, theme: Theme, runner: TaskRunner) -> None:
        super().__init__()
        self._runner = runner
        self._jobs: dict[int, _Job] = {}
        self._name = label("", bold=True, wrap=False)
        self._step = label("", tone="ink2", wrap=False)
        self._bar = QProgressBar()
        self.cancel_button = button(theme, "Annuler")
        self._waiting = QTimer(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar.setMinimumWidth(120)
        self._step.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        card = Card(margin=0)
        around = QVBoxLayout(self)
        around.setContentsMargins(24, 12, 24, 0)
        around.addWidget(card)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout()
        card.body.addLayout(row)
        row.setContentsMargins(20, 8, 8, 8)
        row.setSpacing(16)
        row.addWidget(self._name)
        row.addWidget(self._step, 2)
        row.addWidget(self._bar, 3)
        row.addWidget(self.cancel_button)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(APPEARS_AFTER)
        self.hide()

    def _connect(self) -> None:
        self._runner.started.connect(self._on_started)
        self._runner.progressed.connect(self._on_progressed)
        self._runner.ended.connect(self._on_ended)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self._waiting.timeout.connect(self._on_waited)

    @property
    def step(self) -> str:
        """What is said of the job shown."""
        return self._step.text()

    @Slot(int, str)
    def _on_started(self, key: int, name: str) -> None:
        if name:
            self._jobs[key] = _Job(name)
            if not self.isVisible():
                self._waiting.start()

    @Slot(int, int, int, str)
    def _on_progressed(self, key: int, done: int, total: int, step: str) -> None:
        job = self._jobs.get(key)
        if job is not None:
            self._jobs[key] = replace(job, step=step, done=done, total=total)
            self._refresh()

    @Slot(int)
    def _on_ended(self, key: int) -> None:
        self._jobs.pop(key, None)
        if not self._jobs:
            self._waiting.stop()
            self.hide()
        self._refresh()

    @Slot()
    def _on_cancel_clicked(self) -> None:
        key = self._shown()
        if key is not None:
            self._runner.cancel(key)
            self._jobs[key] = replace(self._jobs[key], stopping=True)
            self._refresh()

    @Slot()
    def _on_waited(self) -> None:
        if self._jobs:
            self._refresh()
            self.show()
            announce(self, self._name.text())

    def _shown(self) -> int | None:
        return next(iter(self._jobs), None)

    def _refresh(self) -> None:
        key = self._shown()
        if key is None:
            return
        job = self._jobs[key]
        self._name.setText(job.name)
        self._bar.setAccessibleName(job.name)
        self._bar.setRange(0, job.total)  # 0 to 0: how far is not known, the bar moves
        self._bar.setValue(job.done)
        self._step.setText("Arrêt en cours…" if job.stopping else job.step)
        self.cancel_button.setEnabled(not job.stopping)
