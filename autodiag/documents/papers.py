# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the editable documents are made from: a dossier’s report, its dates, and what was typed for
these documents alone. Makes none."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from autodiag.report.content import ReportContent
from autodiag.roadmap.schedule import Schedule

DocumentId = Literal["deliberation", "note", "partage", "prestataire", "article", "passation"]
DOCUMENTS: tuple[DocumentId, ...] = (
    "deliberation",
    "note",
    "partage",
    "prestataire",
    "article",
    "passation",
)
ExtraId = Literal["budget", "calendrier"]
EXTRAS: tuple[ExtraId, ...] = ("budget", "calendrier")
"""What goes with them in the folder, made by others: a spreadsheet, and dates for a calendar."""
ENDINGS: dict[ExtraId, str] = {"budget": "xlsx", "calendrier": "ics"}
PUBLIC: tuple[DocumentId, ...] = ("deliberation", "article")
"""Those that anyone may read: nothing reserved is in them."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for the documents, and is kept nowhere else. `logo` is the bytes of a PNG or
    JPEG picture; nothing typed leaves a blank to complete."""

    seance: date | None = None
    place: str = ""
    signatory: str = ""
    office: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class Papers:
    """`content` is the report of the town hall, `handover` the sheet of what is handed over;
    `schedule` the months of the plan."""

    content: ReportContent
    handover: ReportContent
    schedule: Schedule
    typed: Typed = field(default_factory=Typed)
