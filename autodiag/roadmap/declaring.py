# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the collectivité declares of a criterion of its attestation: on which day, in which words,
and how it is kept. Judges no criterion."""

from dataclasses import dataclass
from datetime import date

from autodiag.model.dossier import HandoverNote, Snapshot
from autodiag.text.numbers import day_from_iso
from autodiag.text.typography import plain

TOPIC = "attestation-"
"""Begins the topic of a handover note that declares a criterion: where its proof is to be found
(`place`), and the day (`who`). It is kept, undone and handed over as the other notes are."""
LONGEST = 120
"""Characters of what is typed with a day."""
MOST = 4_000
"""Characters of what is kept with it: the names of the obligations that were read."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the collectivité said of a criterion: on which ISO day, and in which words."""

    day: str
    said: str


def declared(snapshot: Snapshot, criterion: str) -> Declared | None:
    """What was declared of a criterion, None where nothing was."""
    note = snapshot.handover.get(f"{TOPIC}{criterion}")
    return Declared(note.who, plain(note.place, MOST)) if note and _is_day(note.who) else None


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def note_of(criterion: str, one: Declared) -> HandoverNote:
    """The same, as it is kept."""
    return HandoverNote(f"{TOPIC}{criterion}", one.said, one.day)


def fault_of_day(day: date, snapshot: Snapshot, today: date) -> str:
    """Why a criterion cannot be declared of that day, "" where it can."""
    begun = snapshot.assessment.day
    if day > today:
        return "Cette date n’est pas encore passée. Revenez ce jour-là, ou corrigez-la."
    if day < begun:
        since = day_from_iso(begun.isoformat())
        return f"Ce diagnostic date du {since}\u00a0: indiquez une date qui le suit."
    return ""
