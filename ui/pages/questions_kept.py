# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Beside the question: whether its note is kept, and the evidence that is attached to it.

Between the panel and the bridge; keeps nothing itself.
"""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from autodiag.model.dossier import OF_ACTION
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.kept_evidence import KeptEvidence
from ui.pages.questions_help import QuestionsHelp
from ui.widgets.saved_sign import clock_time

JOINED = "Joint à cette réponse."
SAVING, NOT_SAVED, SAVED = "Enregistrement…", "Pas enregistrée", "Enregistrée"


class QuestionsKept(QObject):
    """Belongs to the panel. `show` follows each change of the dossier and of the question."""

    def __init__(self, desk: Desk, bridge: Bridge, panel: QuestionsHelp) -> None:
        super().__init__(panel)
        self._bridge = bridge
        self._own, self._note = panel.own, panel.own.note
        self._question: str | None = None
        self._evidence = KeptEvidence(
            desk, bridge, panel.own.evidence, joined=JOINED, place=partial(_place, bridge)
        )
        self._evidence.counted.connect(self._own.show_count)
        panel.files_dropped.connect(self._on_files_dropped)
        self._note.typed.connect(self._on_typed)
        self._note.rested.connect(self._on_rested)
        bridge.saved.connect(self._on_saved)
        bridge.save_failed.connect(self._on_save_failed)

    def show(self, question: str | None) -> None:
        """Show what is kept about a question."""
        self._evidence.show(question)
        if question != self._question:
            self._question = question
            self._on_rested()
        panel = self.parent()
        if isinstance(panel, QuestionsHelp):
            panel.setAcceptDrops(self._bridge.writable and question is not None)

    def flush(self) -> None:
        """Keep the reference that is being written: nobody loses what they typed by going on."""
        self._evidence.flush()

    @Slot(object)
    def _on_files_dropped(self, files: list[Path]) -> None:
        self._own.fold.set_open(True)
        self._evidence.attach(files)

    @Slot()
    def _on_typed(self) -> None:
        self._own.show_state(SAVING)

    @Slot()
    def _on_rested(self) -> None:
        """Nothing is being typed; what was may be on its way to the disk."""
        if not self._bridge.pending:
            kept = self._bridge.snapshot.notes.get(self._question or "")
            self._own.show_state(SAVED if kept else "")

    @Slot(object)
    def _on_saved(self, at: object) -> None:
        if self._note.waiting or self._own.state.text() not in (SAVING, NOT_SAVED):
            return
        kept = isinstance(at, datetime) and self._note.toPlainText().strip()
        self._own.show_state(f"{SAVED} à {clock_time(at)}" if kept else "")  # type: ignore[arg-type]

    @Slot(object)
    def _on_save_failed(self, _error: object) -> None:
        if self._own.state.text() == SAVING:
            self._own.show_state(NOT_SAVED, fault=True)


def _place(bridge: Bridge, about: str) -> str:
    """Where evidence is asked for, as in a sentence; nothing for that of an action."""
    if about.startswith(OF_ACTION):
        return ""
    asked = bridge.questionnaire.questions.get(about)
    named = f"«\u202f{bridge.wording(asked).text}\u202f»" if asked else about
    return f"À la question {named}"
