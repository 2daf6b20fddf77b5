# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an open dossier holds, its copies and its end. The changes are `store`'s business."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from autodiag.dossier import (
    as_of,
    attached,
    contents,
    copies,
    fillings,
    journal,
    withdrawal,
    writers,
)
from autodiag.dossier.access import Access
from autodiag.dossier.as_of import Known
from autodiag.dossier.author import Author, Stamp
from autodiag.dossier.connection import Database
from autodiag.dossier.contents import AssessmentInfo
from autodiag.dossier.copies import CopyElsewhere
from autodiag.dossier.embedded import text_of
from autodiag.dossier.faults import DamagedError, placed_in_french
from autodiag.dossier.files import put_in_place, unfinished, write_bytes
from autodiag.dossier.journal import Change
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Evidence, Snapshot, StoredPlan
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.roadmap import Decision


class ReadDossier:
    """One open file, to read. Methods may be called from any thread, one at a time is served."""

    def __init__(self, database: Database, author: Author, access: Access) -> None:
        self._database = database
        self._author = author
        self.access = access
        with database.read() as connection:
            self.current = fillings.latest_of_main(connection).id
        """The assessment that answers, notes and plan are about: the latest of the main
        questionnaire, until `choose`."""
        self.copy_problem: AutodiagError | None = None
        """Why the dated copy could not be made when the file was opened."""
        self._closed = False

    # What it holds

    def assessments(self) -> tuple[AssessmentInfo, ...]:
        """Every assessment, oldest first; there is at least one."""
        with self._database.read() as connection:
            return contents.assessments(connection)

    def choose(self, number: int) -> None:
        """Work on another assessment from now on. Raises KeyError for an unknown one."""
        if number == self.current:
            return
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

    def questionnaire_text(self, number: int | None = None) -> str:
        """The exact text the current assessment, or another one, is filled with (contract D7)."""
        with self._database.read() as connection:
            return text_of(connection, self._info(connection, number).questionnaire_sha256)

    def snapshot(
        self, load_packed: Callable[[str], Questionnaire], number: int | None = None
    ) -> Snapshot:
        """All of it at one instant, with the current assessment or the one of that number.

        `load_packed` reads the embedded text, and may raise. Raises KeyError for an unknown number.
        """
        with self._database.read() as connection:
            info = self._info(connection, number)
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
                evidence=MappingProxyType(contents.evidence(connection, info.id)),
                handover=MappingProxyType(contents.handover(connection)),
                calendar=contents.calendar(connection),
                aids=MappingProxyType(contents.aids(connection)),
                variants=MappingProxyType(contents.variants(connection, info.id)),
                contributors=MappingProxyType(contents.contributors(connection, info.id)),
                assessments=contents.briefs(connection),
                assessment_id=info.id,
                main_id=fillings.main_id(connection),
            )
            others = fillings.others(connection, info)
        # outside the transaction: reading a questionnaire takes a while
        known = MappingProxyType(fillings.loaded(others, load_packed))
        return make(questionnaire=load_packed(text), others=known)

    def history(self, limit: int = 200) -> tuple[Change, ...]:
        """The latest changes, the most recent first (contract D3)."""
        with self._database.read() as connection:
            return journal.history(connection, limit)

    def undoable(self) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """What undo would take back and redo do again; empty where there is nothing."""
        with self._database.read() as connection:
            return journal.ahead(connection)

    def can_withdraw(self, number: int | None = None) -> bool:
        """Whether the current assessment, or the one of that number, is the last one begun from
        another and nothing was changed in it."""
        with self._database.read() as connection:
            number = self.current if number is None else number
            return withdrawal.can_withdraw(connection, number)

    def answered_by(self, number: int) -> Mapping[str, Stamp]:
        """When and by whom each answer of an assessment was given, or last confirmed."""
        with self._database.read() as connection:
            return MappingProxyType(writers.answered_by(connection, number))

    def known_when(self, number: int) -> Known | None:
        """Who the collectivité was when an assessment was left; None where no trace is kept."""
        with self._database.read() as connection:
            return as_of.known_when(connection, number)

    def decided_by(self) -> Mapping[str, Stamp]:
        """When and by whom the decision about each action was taken."""
        with self._database.read() as connection:
            return MappingProxyType(writers.decided_by(connection))

    def decided_before_done(self, action: str) -> Decision | None:
        """What was decided about an action when it was last said to be done, if anything."""
        with self._database.read() as connection:
            return writers.before_done(connection, action)

    def damaged_evidence(self) -> tuple[str, ...]:
        """The titles of the attached files that are no longer what they were, in any assessment:
        the only reading that goes through them all."""
        with self._database.read() as connection:
            damaged = attached.damaged(connection)
            every = [
                contents.evidence(connection, info.id) for info in contents.assessments(connection)
            ]
        found = (one for found in every for several in found.values() for one in several)
        return tuple(dict.fromkeys(one.title for one in found if one.sha256 in damaged))

    def save_evidence(self, one: Evidence, target: Path) -> Path:
        """Write an attached file at `target`, whole or not at all, over what is there: whoever
        chose the place was asked. Returns it. Raises AutodiagError."""
        target = target.absolute()
        data = self._content(one)
        with placed_in_french(target):
            ours = self.access.path
            if target.exists() and ours.exists() and target.samefile(ours):
                raise AutodiagError("dossier_copie_sur_soi", fichier=target.name)
            if target.is_dir():
                raise AutodiagError("dossier_cible_existe", fichier=target.name)
            with unfinished(target) as path:
                write_bytes(path, data)
                put_in_place(path, target, overwrite=True)
        return target

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

    def erase_unused(self) -> None:
        """Erase the attached files that nothing refers to any more: an undo cannot bring them back
        from then on. Nothing where the dossier can only be read. Raises AutodiagError."""
        if self.access.why_read_only is not None:
            return
        with self._database.read() as connection:
            if not attached.has_unused(connection):
                return
        self.access.require_writable()
        with self._database.write() as connection:
            attached.erase_unused(connection)
        with self._database.alone() as connection:
            attached.shrink(connection)

    def close(self) -> None:
        """Erase what was taken away, close the file, then let others write. Closing twice does
        nothing."""
        if not self._closed:
            self._closed = True
            # the disk may be gone: it is erased when the dossier is next opened
            with suppress(AutodiagError):
                self.erase_unused()
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

    def _content(self, one: Evidence) -> bytes:
        with self._database.read() as connection:
            try:
                data = attached.content(connection, one.sha256)
            except DamagedError as error:
                raise AutodiagError("piece_abimee", titre=one.title) from error
        if data is None:
            raise AutodiagError("piece_effacee", titre=one.title)
        return data

    def _info(self, connection: sqlite3.Connection, number: int | None = None) -> AssessmentInfo:
        number = self.current if number is None else number
        for info in contents.assessments(connection):
            if info.id == number:
                return info
        raise KeyError(number)
