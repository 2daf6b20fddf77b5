# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Opens and creates dossiers, with all that the pages need beside them. No screen: for any thread.

What is heavy to import (the questionnaire's reader) waits until a dossier is asked for.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from autodiag.benchmarks.library import Library
from autodiag.benchmarks.pack_store import Kept
from autodiag.bundle import Bundle
from autodiag.dossier.author import Author
from autodiag.linking.links import Axis, Link
from autodiag.model.authority import LocalAuthority
from autodiag.model.knowledge import Knowledge
from autodiag.session import Session
from ui.paths import Paths

if TYPE_CHECKING:
    from autodiag.catalogue.packing import PackedQuestionnaire

MAIN_QUESTIONNAIRE = "maturite-numerique"


@dataclass(frozen=True, slots=True)
class Beside:
    """What is installed beside the dossiers. For the thread of the disk."""

    bundle: Bundle

    def knowledge(self, questionnaire: str, text: Callable[[], str]) -> tuple[Knowledge, bool]:
        """What goes with a questionnaire, embedded as `text`, and whether it is installed."""
        from autodiag.catalogue.load import load_installed_knowledge

        return load_installed_knowledge(questionnaire, text, self.bundle)

    def packed(self, questionnaire: str) -> "PackedQuestionnaire | None":
        """The installed questionnaire of that id, None where there is none. Raises
        AutodiagError."""
        from autodiag.catalogue.load import pack_questionnaire

        folder = self.bundle.questionnaires / questionnaire
        return pack_questionnaire(folder) if folder.is_dir() else None

    def links(self) -> tuple[Link, ...]:
        """What ties the questionnaires together. Raises AutodiagError."""
        from autodiag.linking.load import LINKS_FILE, load_links

        return load_links(self.bundle.knowledge / LINKS_FILE)

    def axes(self) -> tuple[Axis, ...]:
        """What ties where they want to go to the actions. Raises AutodiagError."""
        from autodiag.linking.load import LINKS_FILE, load_axes

        return load_axes(self.bundle.knowledge / LINKS_FILE)


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier's session, and what is installed beside it."""

    session: Session
    knowledge: Knowledge
    """As installed: what its reader calls things is for the bridge."""
    library: Library
    clock: Callable[[], datetime]
    installed: bool
    """Whether the questionnaire of the dossier is installed here: else no action is known."""
    beside: Beside
    links: tuple[Link, ...]
    """What ties the questionnaires together."""
    axes: tuple[Axis, ...]
    """What ties where they want to go to the actions of the roadmap."""
    packs: Kept
    """The figures of territories that are kept on this computer."""


def open_file(path: Path, paths: Paths, author: Author) -> Opened:
    """Open a dossier. Raises AutodiagError."""
    return _open(path, paths, author, paths.copies)


def create_file(path: Path, authority: LocalAuthority, paths: Paths, author: Author) -> Opened:
    """A new dossier for a collectivité, in a folder made if need be. Raises AutodiagError."""
    from autodiag.catalogue.load import load_questionnaire, pack_questionnaire
    from autodiag.dossier.creation import NewDossier, create_dossier

    folder = paths.bundle.questionnaires / MAIN_QUESTIONNAIRE
    questionnaire = load_questionnaire(folder)
    new = NewDossier(authority, pack_questionnaire(folder), questionnaire.id, author.clock().date())
    _make_folder(path.parent)
    dossier = create_dossier(path, author, new, copies_in=paths.copies)
    try:
        return _opened(Session(dossier, _load_packed), paths, author)
    except BaseException:
        dossier.close()
        raise


def open_example(paths: Paths, author: Author) -> Opened:
    """The fictional commune as it is shipped, roadmap included, in the data folder: made anew each
    time, unless another window has it open. No dated copy is kept of it. Raises AutodiagError."""
    from autodiag.example import make_example

    path = paths.data / "exemple" / "Montbrelle (exemple).autodiag"
    _make_folder(path.parent)
    _remove_unused(path, author)
    if path.exists():
        return _open(path, paths, author, None)
    make_example(path, paths.bundle, author)
    opened = _open(path, paths, author, None)
    try:
        _store_plan(opened)
    except BaseException:
        opened.session.close()
        raise
    return opened


def _remove_unused(path: Path, author: Author) -> None:
    """Remove a dossier that is ours to make again, and its journal, unless it is in use."""
    from autodiag.dossier.lock import DossierLock, HeldError

    lock = DossierLock(path)
    with suppress(HeldError, OSError):
        lock.take(author.holder())
        try:
            for ending in ("-journal", "-wal", ""):
                path.with_name(path.name + ending).unlink(missing_ok=True)
        finally:
            lock.release()


def _open(path: Path, paths: Paths, author: Author, copies_in: Path | None) -> Opened:
    from autodiag.dossier.opening import open_dossier

    dossier = open_dossier(path, author, copies_in=copies_in)
    try:
        return _opened(Session(dossier, _load_packed), paths, author)
    except BaseException:
        dossier.close()
        raise


def _store_plan(opened: Opened) -> None:
    """As long as a plan takes (contract R3): about a second for the example, a small commune, that
    reads the words that are installed."""
    from autodiag.model.dossier import StoredPlan
    from autodiag.roadmap.roadmap import plan_roadmap
    from autodiag.roadmap.situation import situation_of
    from autodiag.roadmap.stored import dump_roadmap

    session = opened.session
    situation = situation_of(session.snapshot, session.result, opened.knowledge)
    roadmap = plan_roadmap(situation, opened.clock().date())
    plan = StoredPlan(dump_roadmap(roadmap), roadmap.inputs_sha256, roadmap.made_on)
    session.store_plan(plan)


def _opened(session: Session, paths: Paths, author: Author) -> Opened:
    from autodiag.benchmarks.library import load_benchmarks
    from autodiag.benchmarks.pack_store import kept_packs

    beside = Beside(paths.bundle)
    knowledge, known = beside.knowledge(
        session.snapshot.questionnaire.id, session.dossier.questionnaire_text
    )
    library = load_benchmarks(paths.bundle.benchmarks)
    links, axes = beside.links(), beside.axes()
    packs = kept_packs(paths.data)
    return Opened(session, knowledge, library, author.clock, known, beside, links, axes, packs)


def _load_packed(text: str):
    from autodiag.catalogue.load import load_packed

    return load_packed(text)


def _make_folder(folder: Path) -> None:
    from autodiag.errors import AutodiagError

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise AutodiagError("dossier_emplacement", emplacement=folder.name) from None
