# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An open dossier: what it holds and every change to it. Opened and created by `opening`.

Each change is on disk when its method returns (contract D2). Knows nothing of scores or screens.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from autodiag.dossier import codec, contents, copies, journal, schema
from autodiag.dossier.access import Access
from autodiag.dossier.author import Author
from autodiag.dossier.codec import Row
from autodiag.dossier.connection import Database
from autodiag.dossier.contents import AssessmentInfo
from autodiag.dossier.copies import CopyElsewhere
from autodiag.dossier.embedded import Packed, compress, embed, text_of
from autodiag.dossier.journal import Cell, Change
from autodiag.dossier.readable import require_readable
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Snapshot, StoredPlan
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.roadmap import Capacity, Decision, OwnAction

HIGHEST_MARK = 10


class Dossier:
    """One open file. Methods may be called from any thread, one at a time is served."""

    def __init__(self, database: Database, author: Author, access: Access) -> None:
        self._database = database
        self._author = author
        self.access = access
        self.current = self.assessments()[-1].id
        """The assessment that answers, notes and plan are about: the latest, until `choose`."""
        self.copy_problem: AutodiagError | None = None
        """Why the dated copy could not be made when the file was opened."""

    # What it holds

    def assessments(self) -> tuple[AssessmentInfo, ...]:
        """Every assessment, oldest first; there is at least one."""
        with self._database.read() as connection:
            return contents.assessments(connection)

    def choose(self, number: int) -> None:
        """Work on another assessment from now on. Raises KeyError for an unknown one."""
        if all(info.id != number for info in self.assessments()):
            raise KeyError(number)
        self.current = number

    def authority(self) -> LocalAuthority:
        """Whose dossier it is."""
        with self._database.read() as connection:
            return contents.authority(connection)

    def assessment(self) -> Assessment:
        """The current assessment, with every answer ever kept (contract S2)."""
        with self._database.read() as connection:
            return contents.assessment(connection, self._info(connection))

    def plan(self) -> StoredPlan | None:
        """The stored roadmap of the current assessment."""
        with self._database.read() as connection:
            return contents.plan(connection, self.current)

    def questionnaire_text(self) -> str:
        """The exact text the current assessment is filled with (contract D7)."""
        with self._database.read() as connection:
            return text_of(connection, self._info(connection).questionnaire_sha256)

    def snapshot(self, load_packed: Callable[[str], Questionnaire]) -> Snapshot:
        """All of it at one instant; `load_packed` reads the embedded text, and may raise."""
        with self._database.read() as connection:
            info = self._info(connection)
            text = text_of(connection, info.questionnaire_sha256)
            make = partial(
                Snapshot,
                authority=contents.authority(connection),
                facts=MappingProxyType(contents.facts(connection)),
                assessment=contents.assessment(connection, info),
                decisions=MappingProxyType(contents.decisions(connection)),
                notes=MappingProxyType(contents.notes(connection, info.id)),
                own_actions=contents.own_actions(connection),
                capacity=contents.capacity(connection),
                opening_mark=info.opening_mark,
                plan=contents.plan(connection, info.id),
            )
        # outside the transaction: reading a questionnaire takes a while
        return make(questionnaire=load_packed(text))

    def history(self, limit: int = 200) -> tuple[Change, ...]:
        """The latest changes, the most recent first (contract D3)."""
        with self._database.read() as connection:
            return journal.history(connection, limit)

    # Changes. Each raises AutodiagError when nothing could be written, ValueError for what could
    # not be read back: all is then as before.

    def set_answer(self, question: str, answer: Answer | None) -> None:
        """Answer, or take an answer away with None. Raises ValueError for a value of no type."""
        self.set_answers({question: answer})

    def set_answers(self, answers: Mapping[str, Answer | None]) -> None:
        """Several answers as one change."""
        self._set(
            (self._cell(schema.ANSWERS, question), answer and codec.encode_answer(answer))
            for question, answer in answers.items()
        )

    def set_note(self, question: str, text: str) -> None:
        """Note something beside a question; an empty text takes the note away."""
        self._set([(self._cell(schema.NOTES, question), (text,) if text else None)])

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

    def decide(self, decision: Decision) -> None:
        """Decide about an action (contract R6), in place of what was decided before."""
        cell = Cell(schema.DECISIONS, None, decision.action)
        self._set([(cell, codec.encode_decision(decision))])

    def forget_decision(self, action: str) -> None:
        """Go back to no decision about an action."""
        self._set([(Cell(schema.DECISIONS, None, action), None)])

    def set_own_action(self, own: OwnAction) -> None:
        """Add an own action, or change the one of that id."""
        cell = Cell(schema.OWN_ACTIONS, None, own.id)
        self._set([(cell, codec.encode_own_action(own))])

    def remove_own_action(self, own_id: str) -> None:
        """Take an own action away."""
        self._set([(Cell(schema.OWN_ACTIONS, None, own_id), None)])

    def set_capacity(self, capacity: Capacity | None) -> None:
        """What they can give (contract R8); None goes back to the default."""
        cell = Cell(schema.CAPACITY, None, contents.THE_CAPACITY)
        self._set([(cell, capacity and codec.encode_capacity(capacity))])

    def store_plan(self, plan: StoredPlan) -> None:
        """Keep the roadmap of the current assessment; journalled, not undone."""
        cell = self._cell(schema.PLANS, "")
        self._set([(cell, (plan.text, plan.inputs_sha256, plan.made_on))], "event")

    def create_assessment(self, packed: Packed, questionnaire_id: str, day: date) -> int:
        """Begin another assessment, and choose it; not undone. Returns its number."""
        number = max(info.id for info in self.assessments()) + 1
        row = (questionnaire_id, packed.sha256, day.isoformat(), None)
        self._set([(Cell(schema.ASSESSMENTS, number, ""), row)], "event", packed)
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

    def undoable(self) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """What undo would take back and redo do again; empty where there is nothing."""
        with self._database.read() as connection:
            return journal.ahead(connection)

    def undo(self) -> tuple[Change, ...]:
        """Take the last change back, also one made before closing: what it was, or nothing."""
        self.access.require_writable()
        with self._database.write() as connection:
            return journal.undo(connection, self._author.stamp())

    def redo(self) -> tuple[Change, ...]:
        """Do again the last change taken back, unless another was made since."""
        self.access.require_writable()
        with self._database.write() as connection:
            return journal.redo(connection, self._author.stamp())

    # Copies (contract D6)

    def copy_if_due(self) -> Path | None:
        """Make the dated copy of the day, unless it is made or there is no data folder."""
        folder = self.access.copies
        if folder is None or self.access.why_read_only is not None:
            return None
        return copies.make_dated(self._database, folder, self._author.clock())

    def save_copy(self, target: Path, *, overwrite: bool = False) -> None:
        """A whole copy elsewhere, also when this disk is full. Raises AutodiagError."""
        target = target.absolute()
        copies.save_copy(self._database, target, overwrite=overwrite)
        if self.access.copies is not None and target.parent != self.access.path.parent:
            made = CopyElsewhere(self._author.stamp().at, str(target.parent))
            # a reminder too many does no harm
            with suppress(AutodiagError):
                copies.record_elsewhere(self.access.copies, made)

    @property
    def last_copy_elsewhere(self) -> CopyElsewhere | None:
        """None when a reminder is due: no copy outside the dossier's folder is known here."""
        return None if self.access.copies is None else copies.last_elsewhere(self.access.copies)

    def close(self) -> None:
        """Close the file, then let others write. Closing twice does nothing."""
        self._database.close()
        if self.access.lock is not None:
            self.access.lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _set(
        self,
        cells: Iterable[tuple[Cell, Row | None]],
        kind: journal.Kind = "change",
        packed: Packed | None = None,
    ) -> None:
        self.access.require_writable()
        encoded = list(cells)
        require_readable(encoded)
        data = None if packed is None else compress(packed)
        with self._database.write() as connection:
            if packed is not None and data is not None:
                embed(connection, packed, data)
            journal.write(connection, self._author.stamp(), encoded, kind)

    def _cell(self, table: schema.Table, item: str) -> Cell:
        return Cell(table, self.current, item)

    def _info(self, connection: sqlite3.Connection) -> AssessmentInfo:
        return next(i for i in contents.assessments(connection) if i.id == self.current)


def _moved(
    table: schema.Table, number: int, old: Iterable[str], new: Mapping[str, Row]
) -> list[tuple[Cell, Row | None]]:
    """Cells that leave an assessment with these rows and no other."""
    items = dict.fromkeys((*old, *new))
    return [(Cell(table, number, item), new.get(item)) for item in items]
