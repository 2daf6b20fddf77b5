# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The handover sheet as bytes, made on the thread that prints. Shows nothing."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from autodiag.paper import FilePlace, Material
from autodiag.scoring.handed import Writers
from autodiag.scoring.score import score
from ui.pages.authority_words import folder_said, moment
from ui.report_job import Edition, Printed, while_open
from ui.tasks import Progress, Work

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk

MAKING = "Préparation de la fiche de passation…"


def handover_work(desk: "Desk", bridge: "Bridge") -> Work:
    """The work of printing what is known now, for the runner `work`."""
    material, place = main_material(desk, bridge), file_place(desk, bridge)
    make = partial(_print, material, bridge.main_answered_by(), bridge.decided_by(), place)
    return while_open(bridge, make)


def main_material(desk: "Desk", bridge: "Bridge") -> Material:
    """The main diagnosis, whatever is shown, and what is installed beside it."""
    made, main = material_of(desk, bridge), bridge.main()
    if main is made.snapshot:
        return made
    result = score(main.questionnaire, main.assessment, main.authority, main.facts)
    return replace(made, snapshot=main, result=result, knowledge=bridge.main_knowledge())


def material_of(desk: "Desk", bridge: "Bridge") -> Material:
    """The dossier as it is now, and what is installed beside it."""
    return Material(
        snapshot=bridge.snapshot,
        result=bridge.result,
        knowledge=bridge.knowledge,
        library=bridge.library,
        resources=desk.paths.bundle.resources,
        today=desk.today(),
        version=desk.version,
    )


def file_place(desk: "Desk", bridge: "Bridge") -> FilePlace:
    """Where the file is, and its last known copy, in words."""
    path, documents = bridge.path, desk.paths.documents
    last = bridge.dossier.last_copy_elsewhere
    copy = ""
    if last is not None:
        folder = folder_said(Path(last.where) / path.name, documents)
        copy = f"{moment(last.at, desk.today())}, dans {folder}"
    return FilePlace(path.name, folder_said(path, documents), copy)


def _print(
    material: Material, answered: Writers, decided: Writers, place: FilePlace, progress: Progress
) -> Printed:
    from autodiag.paper import handover_content
    from autodiag.report.document import render

    progress(0, 0, MAKING)
    data, pages = render(handover_content(material, answered, decided, place), progress)
    return Printed(data, pages, Edition("passation", public=False), current=True, plan=None)
