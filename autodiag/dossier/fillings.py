# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A dossier may hold fillings of several questionnaires: which one is the main one, and the latest
of each. Knows no score: only whether a questionnaire gives one."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from autodiag.dossier import contents
from autodiag.dossier.contents import AssessmentInfo
from autodiag.dossier.embedded import Packed, text_of
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Assessment
from autodiag.model.dossier import Filled
from autodiag.model.questionnaire import Questionnaire

if TYPE_CHECKING:
    from autodiag.dossier.store import Dossier


@dataclass(frozen=True, slots=True)
class Stored:
    """A filling as the file holds it, its questionnaire still a text."""

    id: int
    text: str
    assessment: Assessment


def main_id(connection: sqlite3.Connection) -> str:
    """The questionnaire that the dossier is about: the first begun of those that give a score,
    else the first begun."""
    every = contents.assessments(connection)
    begun = sorted(every, key=lambda info: info.id)
    ids = list(dict.fromkeys(info.questionnaire_id for info in begun))
    if len(ids) == 1:  # no text is read for most dossiers
        return ids[0]
    from autodiag.catalogue.packing import has_scoring  # noqa: PLC0415 - it imports a library

    for name in ids:
        if has_scoring(text_of(connection, latest(every, name).questionnaire_sha256)):
            return name
    return ids[0]


def latest_of_main(connection: sqlite3.Connection) -> AssessmentInfo:
    """The latest filling of the main questionnaire."""
    return latest(contents.assessments(connection), main_id(connection))


def latest(every: Sequence[AssessmentInfo], questionnaire_id: str) -> AssessmentInfo:
    """The latest filling of a questionnaire, `every` being oldest first. Raises KeyError."""
    for info in reversed(every):
        if info.questionnaire_id == questionnaire_id:
            return info
    raise KeyError(questionnaire_id)


def begin(dossier: "Dossier", packed: Packed, questionnaire_id: str, day: date) -> int:
    """Fill another questionnaire: its latest filling is chosen, or a first one begun that day.
    Returns its number. Raises AutodiagError."""
    try:
        number = latest(dossier.assessments(), questionnaire_id).id
    except KeyError:
        return dossier.create_assessment(packed, questionnaire_id, day)
    dossier.choose(number)
    return number


def others(connection: sqlite3.Connection, shown: AssessmentInfo) -> tuple[Stored, ...]:
    """The latest filling of each other questionnaire than that of `shown`."""
    every = contents.assessments(connection)
    ids = dict.fromkeys(info.questionnaire_id for info in every)
    found = [latest(every, name) for name in ids if name != shown.questionnaire_id]
    return tuple(
        Stored(
            info.id,
            text_of(connection, info.questionnaire_sha256),
            contents.assessment(connection, info),
        )
        for info in found
    )


def loaded(
    stored: Sequence[Stored], load_packed: Callable[[str], Questionnaire]
) -> dict[str, Filled]:
    """The same by questionnaire. One that cannot be read does not keep the rest from being shown:
    showing it says what is wrong."""
    found: dict[str, Filled] = {}
    for one in stored:
        with suppress(AutodiagError):
            filled = Filled(one.id, load_packed(one.text), one.assessment)
            found[one.assessment.questionnaire_id] = filled
    return found
