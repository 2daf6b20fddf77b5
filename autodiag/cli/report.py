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


def run_report(options: Namespace, surroundings: Surroundings) -> int:
    """Prints the report and says where it is."""
    target = Path(options.target)
    with opened(Path(options.path), surroundings) as found:
        pages = print_report(found, target, public=options.diffusion == "publique")
    surroundings.say(f"{pages} pages")
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


def print_report(found: Opened, target: Path, *, public: bool = False) -> int:
    """The number of pages. Whatever is missing, the report is printed and says what is missing.

    `public`: for a document that anyone may ask for.
    """
    _prepare(target, found.surroundings.data)
    from autodiag.benchmarks.compare import compare
    from autodiag.benchmarks.library import load_benchmarks
    from autodiag.report.content import ReportContent
    from autodiag.report.document import build
    from autodiag.roadmap.obligations import read_obligations
    from autodiag.scoring.doubts import with_doubts

    snapshot, bundle = found.snapshot, found.surroundings.bundle
    result = with_doubts(snapshot.questionnaire, found.result)
    library = load_benchmarks(bundle.benchmarks)
    roadmap, current = stored_or_new_roadmap(found)
    content = ReportContent(
        snapshot=snapshot,
        result=result,
        comparison=compare(
            library,
            snapshot.questionnaire,
            snapshot.assessment,
            snapshot.authority,
            snapshot.facts,
        ),
        roadmap=roadmap,
        obligations=read_obligations(
            found.knowledge.obligations.values(), result, snapshot.authority, snapshot.facts
        ),
        knowledge=found.knowledge,
        studies=tuple(library.studies.values()),
        today=found.surroundings.today,
        resources=bundle.resources,
        version=found.surroundings.version,
        plan_is_current=current,
        public=public,
    )
    return build(content, target)
