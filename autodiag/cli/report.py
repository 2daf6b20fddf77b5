# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«rapport»: the stored roadmap and everything else, printed to a PDF."""

import os
from argparse import Namespace
from pathlib import Path

from autodiag.cli.opened import Opened, opened
from autodiag.cli.roadmap import stored_or_new_roadmap
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.text.numbers import count


def run_report(options: Namespace, surroundings: Surroundings) -> int:
    """Prints the report and says where it is."""
    target = Path(options.target)
    with opened(Path(options.path), surroundings) as found:
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

    `public`: for a document that anyone may ask for. `model`: complet, or synthese.
    """
    _prepare(target, found.surroundings.data)
    from autodiag.benchmarks.library import load_benchmarks
    from autodiag.paper import Found, Material, report_content
    from autodiag.report.document import build

    around = found.surroundings
    material = Material(
        snapshot=found.snapshot,
        result=found.result,
        knowledge=found.knowledge,
        library=load_benchmarks(around.bundle.benchmarks),
        resources=around.bundle.resources,
        today=around.today,
        version=around.version,
    )
    plan = Found(*stored_or_new_roadmap(found))
    kind = "synthese" if model == "synthese" else "complet"
    content = report_content(material, plan, model=kind, public=public)
    return build(content, target)
