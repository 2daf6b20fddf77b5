# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget and the dates as files: asks where, has them written, says what became of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.budget import Budget
from autodiag.roadmap.schedule import Schedule
from autodiag.scoring.actors import actors_called
from autodiag.text.sentences import read_sentences
from ui.desk import Desk
from ui.opening_paths import proposed_path
from ui.tasks import Progress

NOTICE = "budget"
WRITING = "Écriture du fichier…"
TABLE_SAID = (
    "Avant de vous en servir, lisez sa feuille «\u202fÀ lire\u202f». Ce sont des estimations."
)
DATES_SAID = (
    "Importez-le dans votre agenda. L’importer de nouveau met à jour ses événements\u202f; ceux "
    "d’une action sortie du plan sont à retirer à la main. Il dit aussi vos actions de "
    "sécurité\u00a0: ne le publiez pas."
)
Make = Callable[[], bytes]


class BudgetOutput(QObject):
    """Each method waits only for the system's file dialog."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk

    @property
    def _page(self) -> QWidget:
        """What holds it: kept, the two would keep each other."""
        page = self.parent()
        assert isinstance(page, QWidget)
        return page

    def save_table(
        self, snapshot: Snapshot, knowledge: Knowledge, budget: Budget, *, current: bool
    ) -> None:
        """The budget as a spreadsheet. Not `current`: it says that its plan is out of date."""
        suggested = self._suggested(snapshot, "budget", "xlsx")
        target = self._desk.dialogs.save_table(self._page, suggested)
        if target is not None:
            made = partial(_table, self._desk, snapshot, knowledge, budget)
            make = partial(made, current=current)
            again = partial(self.save_table, snapshot, knowledge, budget, current=current)
            self._write(make, target, TABLE_SAID, again)

    def save_calendar(
        self,
        snapshot: Snapshot,
        knowledge: Knowledge,
        plan: tuple[Roadmap, Schedule],
        *,
        current: bool,
    ) -> None:
        """The dates, for a calendar. Not `current`: it says that its plan is out of date."""
        suggested = self._suggested(snapshot, "dates", "ics")
        target = self._desk.dialogs.save_calendar(self._page, suggested)
        if target is not None:
            made = partial(_calendar, self._desk, snapshot, knowledge, plan)
            make = partial(made, current=current)
            again = partial(self.save_calendar, snapshot, knowledge, plan, current=current)
            self._write(make, target, DATES_SAID, again)

    def _suggested(self, snapshot: Snapshot, kind: str, ending: str) -> Path:
        """«Montbrelle (42) - budget 2026-11-21.xlsx», beside the other documents."""
        folder = self._desk.paths.dossiers
        name = proposed_path(snapshot.authority, folder).stem
        return folder / f"{name} - {kind} {self._desk.today().isoformat()}.{ending}"

    def _write(self, make: Make, target: Path, said: str, again: "partial[None]") -> None:
        self._desk.work.submit(
            partial(_put, make, target),
            done=partial(self._on_saved, said),
            failed=partial(self._on_failed, again),
            label=WRITING,
        )

    def _on_saved(self, said: str, target: Path) -> None:
        where = f"Il est dans «\u202f{target.parent.name}\u202f»."
        fact = f"Fichier enregistré\u00a0: {target.name}"
        self._desk.notices.tell("success", fact, f"{where} {said}", key=NOTICE)

    def _on_failed(self, again: "partial[None]", error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        actions = (("Enregistrer ailleurs…", again),)
        self._desk.notices.tell_error(error, actions=actions, key=NOTICE)


def _put(make: Make, target: Path, progress: Progress) -> Path:
    from autodiag.report.files import replace_file

    progress(0, 0, WRITING)
    replace_file(target, make(), overwrite=True)
    return target


def _table(
    desk: Desk, snapshot: Snapshot, knowledge: Knowledge, budget: Budget, *, current: bool
) -> bytes:
    from autodiag.tables.written import budget_file

    warning = "" if current else _outdated(desk)
    return budget_file(snapshot, knowledge, budget, desk.author.clock(), warning)


def _calendar(
    desk: Desk,
    snapshot: Snapshot,
    knowledge: Knowledge,
    plan: tuple[Roadmap, Schedule],
    *,
    current: bool,
) -> bytes:
    from autodiag.dates.ics import plan_calendar

    warning = "" if current else _outdated(desk)
    at = desk.author.clock()
    section = read_sentences(desk.paths.bundle.resources).section
    told = actors_called(knowledge, snapshot.authority, section)
    return plan_calendar(snapshot, *plan, told, at, warning=warning)


def _outdated(desk: Desk) -> str:
    """What the editable documents say of a plan made before the last answers."""
    from autodiag.carried_out import outdated_said

    return outdated_said(desk.paths.bundle.resources)
