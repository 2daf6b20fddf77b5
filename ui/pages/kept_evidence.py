# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Between a panel of evidence and the bridge: the evidence of a question, or that an action is
done. Keeps nothing itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from autodiag.dossier.evidence import LONGEST_TITLE
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Evidence, Snapshot
from ui.bridge import Bridge
from ui.desk import Desk
from ui.widgets.evidence_panel import EvidencePanel

NOT_DONE = "ce que vous avez demandé n’a pas été fait."
REMOVED = "Pièce retirée."


class KeptEvidence(QObject):
    """Belongs to the panel. `show` follows each change of the dossier and of what it is about:
    a question, or `evidence_of` an action. `place` says where something is, for who was refused
    and has gone on («À la question « … »»); "" for what is another's business."""

    counted = Signal(int)
    """How many pieces there are."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        panel: EvidencePanel,
        *,
        joined: str,
        place: Callable[[str], str],
    ) -> None:
        super().__init__(panel)
        self._desk, self._bridge, self._evidence = desk, bridge, panel
        self._joined, self._place = joined, place
        self._about: str | None = None
        self._known: tuple[str, ...] = ()
        """The evidence shown, by id."""
        self._asked: list[str] = []
        """What was asked for and is not there yet, in words."""
        self._refused: dict[str, list[str]] = {}
        """Why what was last asked was refused: it can come once one has gone on."""
        self._removed: Snapshot | None = None
        """What there was just after a removal, that an undo takes back as long as it stays so."""
        panel.file_asked.connect(self._on_file_asked)
        panel.reference_written.connect(self._on_reference_written)
        panel.copy_asked.connect(self._on_copy_asked)
        panel.removal_asked.connect(self._on_removal_asked)
        panel.restore_asked.connect(self._on_restore_asked)
        bridge.refused.connect(self._on_refused)

    def show(self, about: str | None) -> None:
        """Show what is kept about a question or an action."""
        snapshot, writable = self._bridge.snapshot, self._bridge.writable
        given = snapshot.evidence.get(about or "", ())
        if about != self._about:
            self.flush()
            self._refused.pop(self._about or "", None)
            self._about = about
            self._asked, self._removed = [], None
            self._evidence.forget()
        else:
            self._say_new(given)
        if self._removed is not None and self._removed is not snapshot:
            self._say("")
        self._known = tuple(one.id for one in given)
        self._evidence.show_evidence(given, writable=writable)
        self.counted.emit(len(given))

    def flush(self) -> None:
        """Keep the reference that is being written: nobody loses what they typed by going on."""
        self._evidence.flush()

    def attach(self, files: Sequence[Path]) -> None:
        """Copy files into the dossier."""
        if self._about is None or not self._bridge.writable:
            return
        names = [path.name for path in files]
        self._begin(names, f"Copie dans le dossier\u00a0: {', '.join(names)}…")
        for path in files:
            self._bridge.attach_file(self._about, path, path.stem[:LONGEST_TITLE])

    def _say_new(self, given: Sequence[Evidence]) -> None:
        """What was asked for is in the dossier."""
        if tuple(one.id for one in given) == self._known:
            return
        new = [one for one in given if one.id not in self._known]
        if not new or not self._asked:  # taken back or brought back: what was said is past
            self._begin(self._asked)
            return
        self._asked = self._asked[len(new) :]
        if not self._asked and self._about not in self._refused:
            self._say(self._joined if new[-1].file_name else "Référence notée.")

    def _say(self, text: str, *, fault: bool = False) -> None:
        """In place of what was said before, a removal included: it is no more taken back here."""
        self._removed = None
        self._evidence.say(text, fault=fault)

    def _begin(self, asked: Sequence[str], said: str = "") -> None:
        """Something else is asked for: what was refused before is past."""
        about = self._about or ""
        self._asked = list(asked)
        if self._refused.pop(about, None) is not None:
            self._desk.notices.clear(_notice(about))
        self._say(said)

    @Slot()
    def _on_file_asked(self) -> None:
        chosen = self._desk.dialogs.open_evidence(self._evidence.window())
        if chosen is not None:
            self.attach([chosen])

    @Slot(str)
    def _on_reference_written(self, title: str) -> None:
        if self._about is not None and self._bridge.writable:
            self._begin([title])
            self._bridge.attach_reference(self._about, title)

    @Slot(str)
    def _on_copy_asked(self, evidence_id: str) -> None:
        one = self._one(evidence_id)
        if one is None:
            return
        self._say("")
        suggested = self._desk.paths.documents / one.file_name
        target = self._desk.dialogs.save_evidence(self._evidence.window(), suggested)
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
        given = self._bridge.snapshot.evidence.get(self._about or "", ())
        return next((one for one in given if one.id == evidence_id), None)

    @Slot(object)
    def _on_refused(self, error: object) -> None:
        """Said where it was asked; at the top of the window when that is out of sight."""
        about = error.context.get("question") if isinstance(error, AutodiagError) else None
        if not isinstance(error, AutodiagError) or not isinstance(about, str):
            return
        place = self._place(about)
        if not place:
            return
        why = self._refused.setdefault(about, [])
        why.append(error.sentence)
        if about == self._about:
            self._asked = self._asked[1:]
            self._say("\n".join(why), fault=True)
        if about != self._about or not self._evidence.isVisible():
            fact = f"{place}, {NOT_DONE}"
            self._desk.notices.tell("error", fact, "\n".join(why), key=_notice(about))


def _notice(about: str) -> str:
    """The key of what is said at the top about a question or an action."""
    return f"refus {about}"
