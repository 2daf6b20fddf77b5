# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Beside the question: whether its note is kept, and the evidence that is attached to it.

Between the panel and the bridge; keeps nothing itself.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from autodiag.dossier.evidence import LONGEST_TITLE
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Evidence, Snapshot
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.questions_help import QuestionsHelp
from ui.widgets.saved_sign import clock_time

NOT_DONE = "ce que vous avez demandé n’a pas été fait."
REMOVED = "Pièce retirée."
SAVING, NOT_SAVED, SAVED = "Enregistrement…", "Pas enregistrée", "Enregistrée"


class QuestionsKept(QObject):
    """Belongs to the panel. `show` follows each change of the dossier and of the question."""

    def __init__(self, desk: Desk, bridge: Bridge, panel: QuestionsHelp) -> None:
        super().__init__(panel)
        self._desk, self._bridge = desk, bridge
        self._own, self._note, self._evidence = panel.own, panel.own.note, panel.own.evidence
        self._question: str | None = None
        self._known: tuple[str, ...] = ()
        """The evidence shown for that question, by id."""
        self._asked: list[str] = []
        """What was asked for and is not there yet, in words."""
        self._refused: dict[str, list[str]] = {}
        """Why what was last asked was refused, by question: it can come once one has gone on."""
        self._removed: Snapshot | None = None
        """What there was just after a removal, that an undo takes back as long as it stays so."""
        panel.files_dropped.connect(self._on_files_dropped)
        self._connect()

    def _connect(self) -> None:
        evidence, bridge = self._evidence, self._bridge
        evidence.file_asked.connect(self._on_file_asked)
        evidence.reference_written.connect(self._on_reference_written)
        evidence.copy_asked.connect(self._on_copy_asked)
        evidence.removal_asked.connect(self._on_removal_asked)
        evidence.restore_asked.connect(self._on_restore_asked)
        self._note.typed.connect(self._on_typed)
        self._note.rested.connect(self._on_rested)
        bridge.saved.connect(self._on_saved)
        bridge.save_failed.connect(self._on_save_failed)
        bridge.refused.connect(self._on_refused)

    def show(self, question: str | None) -> None:
        """Show what is kept about a question."""
        snapshot, writable = self._bridge.snapshot, self._bridge.writable
        given = snapshot.evidence.get(question or "", ())
        if question != self._question:
            self.flush()
            self._refused.pop(self._question or "", None)
            self._question = question
            self._asked, self._removed = [], None
            self._evidence.forget()
            self._on_rested()
        else:
            self._say_new(given)
        if self._removed is not None and self._removed is not snapshot:
            self._say("")
        self._known = tuple(one.id for one in given)
        self._evidence.show_evidence(given, writable=writable)
        self._own.show_count(len(given))
        panel = self.parent()
        if isinstance(panel, QuestionsHelp):
            panel.setAcceptDrops(writable and question is not None)

    def flush(self) -> None:
        """Keep the reference that is being written: nobody loses what they typed by going on."""
        self._evidence.flush()

    def _say_new(self, given: Sequence[Evidence]) -> None:
        """What was asked for is in the dossier."""
        if tuple(one.id for one in given) == self._known:
            return
        new = [one for one in given if one.id not in self._known]
        if not new or not self._asked:  # taken back or brought back: what was said is past
            self._begin(self._asked)
            return
        self._asked = self._asked[len(new) :]
        if not self._asked and self._question not in self._refused:
            self._say("Joint à cette réponse." if new[-1].file_name else "Référence notée.")

    def _say(self, text: str, *, fault: bool = False) -> None:
        """In place of what was said before, a removal included: it is no more taken back here."""
        self._removed = None
        self._evidence.say(text, fault=fault)

    def _begin(self, asked: Sequence[str], said: str = "") -> None:
        """Something else is asked for: what was refused before is past."""
        question = self._question or ""
        self._asked = list(asked)
        if self._refused.pop(question, None) is not None:
            self._desk.notices.clear(_notice(question))
        self._say(said)

    @Slot()
    def _on_file_asked(self) -> None:
        chosen = self._desk.dialogs.open_evidence(self._own.window())
        if chosen is not None:
            self._attach([chosen])

    @Slot(object)
    def _on_files_dropped(self, files: list[Path]) -> None:
        self._own.fold.set_open(True)
        self._attach(files)

    def _attach(self, files: Sequence[Path]) -> None:
        if self._question is None or not self._bridge.writable:
            return
        names = [path.name for path in files]
        self._begin(names, f"Copie dans le dossier\u00a0: {', '.join(names)}…")
        for path in files:
            self._bridge.attach_file(self._question, path, path.stem[:LONGEST_TITLE])

    @Slot(str)
    def _on_reference_written(self, title: str) -> None:
        if self._question is not None and self._bridge.writable:
            self._begin([title])
            self._bridge.attach_reference(self._question, title)

    @Slot(str)
    def _on_copy_asked(self, evidence_id: str) -> None:
        one = self._one(evidence_id)
        if one is None:
            return
        self._say("")
        suggested = self._desk.paths.documents / one.file_name
        target = self._desk.dialogs.save_evidence(self._own.window(), suggested)
        if target is not None:
            self._begin(self._asked)
            self._bridge.save_evidence(evidence_id, target, self._on_copied)

    def _on_copied(self, target: Path) -> None:
        if not self._bridge.closed:
            where = target.parent.name
            self._say(f"Copie enregistrée\u00a0: {target.name}, dans {where}.")

    @Slot(str)
    def _on_removal_asked(self, evidence_id: str) -> None:
        one = self._one(evidence_id)
        if one is not None and self._bridge.writable:
            self._bridge.remove_evidence(evidence_id)
            self._evidence.say(REMOVED, removed=True)
            self._removed = self._bridge.snapshot

    @Slot()
    def _on_restore_asked(self) -> None:
        if self._removed is self._bridge.snapshot and self._bridge.writable:
            self._bridge.undo()

    def _one(self, evidence_id: str) -> Evidence | None:
        given = self._bridge.snapshot.evidence.get(self._question or "", ())
        return next((one for one in given if one.id == evidence_id), None)

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        """Said with its question; at the top of the window when that is out of sight."""
        question = error.context.get("question") if isinstance(error, AutodiagError) else None
        if not isinstance(error, AutodiagError) or not isinstance(question, str):
            return
        why = self._refused.setdefault(question, [])
        why.append(error.sentence)
        if question == self._question:
            self._asked = self._asked[1:]
            self._say("\n".join(why), fault=True)
        if question != self._question or not self._evidence.isVisible():
            asked = self._bridge.questionnaire.questions.get(question)
            named = f"«\u202f{self._bridge.wording(asked).text}\u202f»" if asked else question
            fact = f"À la question {named}, {NOT_DONE}"
            self._desk.notices.tell("error", fact, "\n".join(why), key=_notice(question))

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


def _notice(question: str) -> str:
    """The key of what is said at the top about a question."""
    return f"refus {question}"
