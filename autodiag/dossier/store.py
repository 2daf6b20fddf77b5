# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An open dossier, and every change to it. Opened by `opening`, created by `creation`.

Each change is on disk when its method returns (contract D2). Knows nothing of scores or screens.
"""

import secrets
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from autodiag.dossier import attached, codec, contents, journal, schema, withdrawal
from autodiag.dossier.author import Stamp
from autodiag.dossier.codec import Row
from autodiag.dossier.deciding import DecidedDossier
from autodiag.dossier.embedded import Packed
from autodiag.dossier.evidence import LONGEST_TITLE, Attachment
from autodiag.dossier.faults import DamagedError
from autodiag.dossier.file_names import one_line
from autodiag.dossier.fillings import latest
from autodiag.dossier.journal import Cell, Change
from autodiag.dossier.taking_over import TakenOver
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Evidence, HandoverNote
from autodiag.text.numbers import day as spelled

HIGHEST_MARK = 10
Turn = Callable[[sqlite3.Connection, Stamp], tuple[Change, ...]]


class Dossier(DecidedDossier):
    """One open file, to read and to change."""

    # Changes. Each raises AutodiagError when nothing could be written, ValueError for what could
    # not be read back: all is then as before.

    def set_answer(self, question: str, answer: Answer | None) -> None:
        """Answer, or take an answer away with None. Raises ValueError for a value of no type."""
        self.set_answers({question: answer})

    def set_answers(self, answers: Mapping[str, Answer | None]) -> None:
        """Several answers as one change."""
        self._set(self._answered(answers))

    def take_contribution(self, answers: Mapping[str, Answer], theme: str, who: str) -> None:
        """Answers that come from elsewhere and, where it is said, who takes their theme: one
        change, undone at once."""
        cells = self._answered(answers)
        if who:
            cells.append((self._cell(schema.CONTRIBUTORS, theme), (who,)))
        self._set(cells)

    def confirm(self, question: str) -> None:
        """An answer that was taken over is still true."""
        self._set([(self._cell(schema.TO_CONFIRM, question), None)])

    def set_to_review(self, question: str, to_review: bool) -> None:
        """Mark a question «à revoir», or not any more."""
        self._set([(self._cell(schema.TO_REVIEW, question), (1,) if to_review else None)])

    def attach(self, question: str, title: str, attachment: Attachment | None = None) -> str:
        """Keep a file beside an answer, or only a mention of one. Returns its id. Raises
        AutodiagError: no room, no title, or the same is beside that answer already."""
        name = "" if attachment is None else attachment.name
        title = one_line(title, LONGEST_TITLE) or name
        if not title:
            raise AutodiagError("piece_sans_titre")
        self._refuse_twice(question, title, attachment)
        stamp, key = self._author.stamp(), secrets.token_hex(8)
        size, sha256 = (0, "") if attachment is None else (len(attachment.data), attachment.sha256)
        one = Evidence(key, question, title, name, size, sha256, stamp.at, stamp.who)
        cell = self._cell(schema.EVIDENCE, key)
        self._set([(cell, codec.encode_evidence(one))], attachment=attachment)
        return key

    def _refuse_twice(self, question: str, title: str, attachment: Attachment | None) -> None:
        """A file whose content is gone or damaged may be attached again: that mends it."""
        with self._database.read() as connection:
            if attachment is not None and not attached.known(connection, attachment):
                return
            given = contents.evidence(connection, self.current).get(question, ())
        for one in given:
            if attachment is None:
                if not one.file_name and one.title.casefold() == title.casefold():
                    raise AutodiagError("piece_deja_notee", titre=one.title)
            elif one.sha256 == attachment.sha256:
                raise AutodiagError("piece_deja_jointe", fichier=attachment.name, titre=one.title)

    def remove_evidence(self, evidence_id: str) -> None:
        """Take evidence away. A file can come back by undo until the dossier is closed."""
        self._set([(self._cell(schema.EVIDENCE, evidence_id), None)])

    def set_handover(self, topic: str, note: HandoverNote | None) -> None:
        """Where something is to be found, and whom to ask; None takes it away."""
        row = None if note is None or not (note.place or note.who) else (note.place, note.who)
        self._set([(Cell(schema.HANDOVER, None, topic), row)])

    def set_note(self, question: str, text: str) -> None:
        """Note something beside a question; an empty text takes the note away."""
        self._set([(self._cell(schema.NOTES, question), (text,) if text else None)])

    def set_contributor(self, theme: str, who: str) -> None:
        """Who takes a theme of the current assessment: a name or a role; empty, nobody yet."""
        self._set([(self._cell(schema.CONTRIBUTORS, theme), (who,) if who else None)])

    def set_opening_mark(self, mark: float | None) -> None:
        """Where they saw themselves before answering, between 0 and 10."""
        if mark is not None and not 0 <= mark <= HIGHEST_MARK:
            raise ValueError(f"not a mark: {mark!r}")
        with self._database.read() as connection:
            info = self._info(connection)
        mark = None if mark is None else float(mark)
        row = (info.questionnaire_id, info.questionnaire_sha256, info.day.isoformat(), mark)
        self._set([(self._cell(schema.ASSESSMENTS, ""), row)])

    def set_facts(self, facts: Mapping[str, bool | None]) -> None:
        """Declare facts true, false, or unknown again."""
        self._set(
            (Cell(schema.FACTS, None, fact), None if value is None else (int(value),))
            for fact, value in facts.items()
        )

    def set_authority(self, authority: LocalAuthority) -> None:
        """Correct the identity."""
        rows = codec.encode_authority(authority)
        self._set((Cell(schema.IDENTITY, None, key), row) for key, row in rows.items())

    def create_assessment(
        self, packed: Packed, questionnaire_id: str, day: date, taken: TakenOver | None = None
    ) -> int:
        """Begin another assessment, and choose it; `withdraw` takes it back. Returns its number.

        With `taken`, it follows the current one, which can only be read from then on. Raises
        AutodiagError when it would come before that. Without, it is the first filling of its
        questionnaire: an event, which stays when what was answered in it is taken back.
        """
        every = self.assessments()
        with self._database.read() as connection:
            used = withdrawal.highest_number(connection)
            before = self._info(connection)
        number = max(used, *(info.id for info in every)) + 1
        row = (questionnaire_id, packed.sha256, day.isoformat(), None)
        cells: list[tuple[Cell, Row | None]] = [(Cell(schema.ASSESSMENTS, number, ""), row)]
        kind: journal.Kind = "event"
        if taken is not None:
            if day < before.day:
                raise AutodiagError("diagnostic_date_anterieure", jour=spelled(before.day))
            kind = "start"
            cells += taken.cells(number, before.id)
        self._set(cells, kind, packed)
        self.current = number
        return number

    def replace_questionnaire(
        self,
        packed: Packed,
        questionnaire_id: str,
        answers: Mapping[str, Answer],
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Move the current assessment to another questionnaire (contract D7), as one change.

        `answers` and `notes` are all those it has from then on, as the caller moved them through
        the renames (None: the notes stay). The others stay in the journal; undo brings them back.
        """
        with self._database.read() as connection:
            info = self._info(connection)
            old_answers = contents.assessment(connection, info).answers
            old_notes = contents.notes(connection, info.id)
        row = (questionnaire_id, packed.sha256, info.day.isoformat(), info.opening_mark)
        new_answers = {q: codec.encode_answer(answer) for q, answer in answers.items()}
        new_notes = {q: (text,) for q, text in (old_notes if notes is None else notes).items()}
        cells = _moved(schema.ANSWERS, info.id, old_answers, new_answers)
        cells += _moved(schema.NOTES, info.id, old_notes, new_notes)
        self._set([(self._cell(schema.ASSESSMENTS, ""), row), *cells], "change", packed)

    def withdraw(self) -> date:
        """Take away the current assessment, begun from another and untouched since; the one before
        can be changed again. Returns the day it had. Raises AutodiagError when it was touched."""
        with self._database.read() as connection:
            gone = self._info(connection)
        if not self._turn(partial(withdrawal.withdraw, number=gone.id)):
            raise AutodiagError("diagnostic_entame", jour=spelled(gone.day))
        self.current = latest(self.assessments(), gone.questionnaire_id).id
        return gone.day

    def undo(self) -> tuple[Change, ...]:
        """Take the last change back, also one made before closing: what it was, or nothing."""
        return self._turn(journal.undo)

    def redo(self) -> tuple[Change, ...]:
        """Do again the last change taken back, unless another was made since."""
        return self._turn(journal.redo)

    def _answered(self, answers: Mapping[str, Answer | None]) -> list[tuple[Cell, Row | None]]:
        """Whoever answers confirms."""
        cells: list[tuple[Cell, Row | None]] = []
        for question, answer in answers.items():
            row = answer and codec.encode_answer(answer)
            cells += [
                (self._cell(schema.ANSWERS, question), row),
                (self._cell(schema.TO_CONFIRM, question), None),
            ]
        return cells

    def _turn(self, turn: Turn) -> tuple[Change, ...]:
        """A journal that somebody rewrote must not spoil the dossier: what it brings back is read
        before it is kept."""
        self.access.require_writable()
        with self._database.write() as connection:
            try:
                changes = turn(connection, self._author.stamp())
                if changes:
                    contents.check(connection)
            except DamagedError as error:
                raise AutodiagError("dossier_modification_impossible") from error
        return changes


def _moved(
    table: schema.Table, number: int, old: Iterable[str], new: Mapping[str, Row]
) -> list[tuple[Cell, Row | None]]:
    """Cells that leave an assessment with these rows and no other."""
    items = dict.fromkeys((*old, *new))
    return [(Cell(table, number, item), new.get(item)) for item in items]
