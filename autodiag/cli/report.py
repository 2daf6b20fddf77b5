# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«rapport»: the stored roadmap and everything else, printed to a PDF."""

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from autodiag.cli.opened import Opened, chosen, opened, require_scored
from autodiag.cli.roadmap import stored_or_new_roadmap
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.text.numbers import count, day_from_iso

if TYPE_CHECKING:
    from autodiag.paper import Material
    from autodiag.report.content import ReportContent


INTERNAL = {"passation": "passation_interne", "fiche-verification": "verification_interne"}
"""The models without a public edition, and how asking for one is refused."""


def run_report(options: Namespace, surroundings: Surroundings) -> int:
    """Prints the report and says where it is."""
    target = Path(options.target)
    # the handover is of the dossier, whichever questionnaire is asked for
    handed = options.modele == "passation"
    found_by = opened(Path(options.path), surroundings) if handed else chosen(options, surroundings)
    with found_by as found:
        public = options.diffusion == "publique"
        pages = print_report(found, target, public=public, model=options.modele)
    surroundings.say(count(pages, "page"))
    print(target, file=surroundings.out)
    return 0


def _prepare(target: Path, data: Path) -> None:
    """Refuses what could not be written, before the work; readies the leaf that draws."""
    from autodiag.charts.quiet import quiet_matplotlib
    from autodiag.report.files import check_target

    check_target(target, overwrite=False)
    if target.suffix.lower() != ".pdf":
        raise AutodiagError("rapport_nom", fichier=target.name)
    quiet_matplotlib(data / "matplotlib", os.environ)


def print_report(
    found: Opened, target: Path, *, public: bool = False, model: str = "complet"
) -> int:
    """The number of pages. Whatever is missing, the report is printed and says what is missing.

    `public`: for a document that anyone may ask for. `model`: complet, synthese, attestation,
    questionnaire-vierge; or passation and fiche-verification, which are for the town hall only.
    """
    if public and model in INTERNAL:
        raise AutodiagError(INTERNAL[model])
    _prepare(target, found.surroundings.data)
    from autodiag.cli.figures import library_of
    from autodiag.paper import Found, Material, attestation_content, form_content, report_content
    from autodiag.report.document import build

    around = found.surroundings
    material = Material(
        snapshot=found.snapshot,
        result=found.result,
        knowledge=found.knowledge,
        library=library_of(found),
        resources=around.bundle.resources,
        today=around.today,
        version=around.version,
        since=found.since,
    )
    if model == "passation":
        return build(handover_of(found, material), target)
    if model == "attestation":
        require_scored(found)
        return build(attestation_content(material, public=public), target)
    if model in ("questionnaire-vierge", "fiche-verification"):
        return build(form_content(material, model=model, public=public), target)
    scored = found.snapshot.questionnaire.scoring is not None
    plan = Found(*stored_or_new_roadmap(found)) if scored else None
    kind = "synthese" if model == "synthese" else "complet"
    content = report_content(material, plan, model=kind, public=public)
    return build(content, target)


def handover_of(found: Opened, material: "Material") -> "ReportContent":
    """The handover sheet: who answered and decided is read from the journal."""
    from autodiag.paper import FilePlace, handover_content

    dossier = found.dossier
    answered = dossier.answered_by(found.snapshot.assessment_id)
    last = dossier.last_copy_elsewhere
    copy = (
        "" if last is None else f"le {day_from_iso(last.at[:10])}, dans «\u202f{last.where}\u202f»"
    )
    path = dossier.access.path
    return handover_content(
        material,
        {question: (stamp.at, stamp.who) for question, stamp in answered.items()},
        {action: (stamp.at, stamp.who) for action, stamp in dossier.decided_by().items()},
        FilePlace(path.name, f"«\u202f{path.parent}\u202f»", copy),
    )
