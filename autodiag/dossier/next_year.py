# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The next assessment, begun from the answers of the latest one: each is to be confirmed.

Says what changed question and what could not follow. Knows nothing of screens.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from autodiag.catalogue.renames import Transfer, transfer
from autodiag.dossier.embedded import Packed
from autodiag.dossier.taking_over import TakenOver
from autodiag.model.dossier import OF_ACTION, Evidence, Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.roadmap import Decision

if TYPE_CHECKING:
    from autodiag.dossier.store import Dossier


@dataclass(frozen=True, slots=True)
class Started:
    """What became of everything when an assessment was begun from the one before.

    `newer`: its questionnaire is not the one of the assessment before. Notes and evidence that
    stay only in the assessment before are those of questions that are no more.
    """

    number: int
    day: date
    before: date
    newer: bool
    transfer: Transfer
    notes_left: Mapping[str, str]
    evidence_left: tuple[Evidence, ...]


def start_next(
    dossier: "Dossier",
    day: date,
    installed: Packed | None,
    load_packed: Callable[[str], Questionnaire],
    promised: Callable[[Snapshot], Mapping[str, Decision]] = lambda _: {},
) -> Started:
    """Begin it in one transaction, on the installed questionnaire of the same id, else on the one
    that the dossier embeds (contract D7). Notes and evidence follow their question, and who takes
    a theme that theme; marks «à revoir», the opening mark and the plan do not: `promised` tells the
    decisions that keep the months of that plan. Raises AutodiagError when the day is too early.
    """
    snapshot = dossier.snapshot(load_packed)
    old = snapshot.questionnaire
    packed, new = newest(dossier, installed, old, load_packed)
    moved = transfer(snapshot.assessment.answers, old, new)
    renamed = {one.old: one.new for one in moved.renamed}

    def goes_to(question: str) -> str | None:
        """Where the notes and the evidence of a question go."""
        if question in new.questions or question.startswith(OF_ACTION):
            return question
        targets = [one for one in new.renames.get(question, ()) if one in new.questions]
        return renamed.get(question) or (targets[0] if len(targets) == 1 else None)

    notes, notes_left = _moved_notes(snapshot.notes, goes_to)
    every = [one for several in snapshot.evidence.values() for one in several]
    evidence = {one: place for one in every if (place := goes_to(one.question))}
    origins = {one.new: one.old for one in moved.carried}
    who = {one.id: snapshot.contributors.get(one.id, "") for one in new.themes}
    taken = TakenOver(moved.answers, origins, notes, evidence, promised(snapshot), who)
    return Started(
        dossier.create_assessment(packed, new.id, day, taken),
        day,
        snapshot.assessment.day,
        new.sha256 != old.sha256,
        moved,
        notes_left,
        tuple(one for one in every if one not in evidence),
    )


@dataclass(frozen=True, slots=True)
class _Embedded:
    text: str
    sha256: str


def newest(
    dossier: "Dossier",
    installed: Packed | None,
    old: Questionnaire,
    load_packed: Callable[[str], Questionnaire],
) -> tuple[Packed, Questionnaire]:
    """The installed questionnaire, unless the dossier embeds the same or a later one."""
    if installed is not None and installed.sha256 != old.sha256:
        new = load_packed(installed.text)
        if new.id == old.id and new.version >= old.version:
            return installed, new
    return _Embedded(dossier.questionnaire_text(), old.sha256), old


def _moved_notes(
    notes: Mapping[str, str], goes_to: Callable[[str], str | None]
) -> tuple[dict[str, str], dict[str, str]]:
    """The notes under their new questions, and those left; two that meet are put together."""
    moved: dict[str, str] = {}
    left: dict[str, str] = {}
    for question, text in notes.items():
        place = goes_to(question)
        if place is None:
            left[question] = text
        else:
            moved[place] = f"{moved[place]}\n{text}" if place in moved else text
    return moved, left
