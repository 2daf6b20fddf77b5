# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«documents»: the editable documents of a dossier, put in a folder."""

import os
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from autodiag.cli.opened import Opened, opened, require_scored
from autodiag.cli.report import handover_of
from autodiag.cli.roadmap import stored_or_new_roadmap
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.text.numbers import count

if TYPE_CHECKING:
    from autodiag.documents.papers import DocumentId, ExtraId, Typed

    Chosen = tuple[DocumentId | ExtraId, ...]


def run_documents(options: Namespace, surroundings: Surroundings) -> int:
    """Writes them and says where each is. What is there already is not replaced unless asked."""
    from autodiag.charts.quiet import quiet_matplotlib
    from autodiag.documents.folder import check_folder, names_of, put_in
    from autodiag.documents.papers import DOCUMENTS, EXTRAS

    folder, again = Path(options.target), bool(options.remplacer)
    chosen: Chosen = tuple(options.document) or (*DOCUMENTS, *EXTRAS)
    typed = _typed(options)
    names = names_of(surroundings.bundle.resources, chosen)
    check_folder(folder, names, overwrite=again)
    quiet_matplotlib(surroundings.data / "matplotlib", os.environ)
    with opened(Path(options.path), surroundings) as found:
        require_scored(found)
        made = _make(found, typed, chosen)
    written = put_in(folder, made, overwrite=again)
    surroundings.say(count(len(written), "fichier"))
    for path in written:
        print(path, file=surroundings.out)
    return 0


def _typed(options: Namespace) -> "Typed":
    from autodiag.documents.logo import read_logo
    from autodiag.documents.papers import Typed

    return Typed(
        seance=_day(options.seance) if options.seance else None,
        place=options.lieu or "",
        signatory=options.signataire or "",
        office=options.fonction or "",
        logo=read_logo(Path(options.logo)) if options.logo else b"",
    )


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python also reads 20261121
        raise AutodiagError("date_invalide", texte=text)
    return day


def _make(found: Opened, typed: "Typed", chosen: "Chosen") -> dict[str, bytes]:
    from autodiag.carried_out import plan_files
    from autodiag.cli.figures import library_of
    from autodiag.documents.folder import make_documents, named
    from autodiag.paper import Found, Material, document_papers

    around = found.surroundings
    material = Material(
        snapshot=found.snapshot,
        result=found.result,
        knowledge=found.knowledge,
        library=library_of(found),
        resources=around.bundle.resources,
        today=around.today,
        version=around.version,
    )
    plan = Found(*stored_or_new_roadmap(found))
    papers = document_papers(material, plan, handover_of(found, material), typed)
    extras = plan_files(material, plan.roadmap, around.clock(), current=plan.current)
    wanted: dict[ExtraId, bytes] = {one: data for one, data in extras.items() if one in chosen}
    return make_documents(papers, chosen) | named(around.bundle.resources, wanted)
