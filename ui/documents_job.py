# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The editable documents written in a folder, on the thread that prints. Shows nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from autodiag.model.dossier import StoredPlan
from autodiag.paper import FilePlace, Material
from autodiag.scoring.handed import Writers
from ui.report_job import made_plan
from ui.tasks import Progress

DocumentName = Literal[
    "deliberation",
    "note",
    "partage",
    "prestataire",
    "article",
    "passation",
    "budget",
    "calendrier",
]


@dataclass(frozen=True, slots=True)
class Order:
    """Which documents, where, and what was typed for them. `overwrite`: somebody asked to replace
    those that are there."""

    chosen: tuple[DocumentName, ...]
    folder: Path
    seance: date | None = None
    logo: Path | None = None
    overwrite: bool = False
    place: str = ""
    signatory: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The dossier as it is when they are asked for: `answered` and `decided`, who wrote what."""

    material: Material
    answered: Writers
    decided: Writers
    place: FilePlace
    at: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """The files, and the roadmap made for them, to store, when none was."""

    files: tuple[Path, ...]
    plan: StoredPlan | None


def write_documents(known: Known, order: Order, progress: Progress) -> Written:
    """Make them all, then put them in the folder. Raises AutodiagError, Cancelled."""
    from autodiag.carried_out import plan_files
    from autodiag.documents.folder import check_folder, make_documents, named, names_of, put_in
    from autodiag.documents.logo import read_logo
    from autodiag.documents.papers import ExtraId, Typed
    from autodiag.paper import document_papers, find_roadmap, handover_content

    material = known.material
    names = names_of(material.resources, order.chosen)
    check_folder(order.folder, names, overwrite=order.overwrite)
    logo = read_logo(order.logo) if order.logo else b""
    progress(0, 0, "Lecture de la feuille de route")
    found = find_roadmap(material.snapshot, material.result, material.knowledge, material.today)
    handover = handover_content(material, known.answered, known.decided, known.place)
    typed = Typed(order.seance, order.place, order.signatory, order.office, logo)
    papers = document_papers(material, found, handover, typed)
    made = make_documents(papers, order.chosen, progress)
    extras = plan_files(material, found.roadmap, known.at, current=found.current)
    kept: dict[ExtraId, bytes] = {one: data for one, data in extras.items() if one in order.chosen}
    files = put_in(order.folder, made | named(material.resources, kept), overwrite=order.overwrite)
    return Written(files, made_plan(found))
