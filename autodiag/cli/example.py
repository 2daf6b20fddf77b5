# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«exemple»: the fictional commune, filled, planned and printed."""

import os
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from autodiag.cli.opened import opened
from autodiag.cli.report import print_report
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.example import make_example


def run_example(options: Namespace, surroundings: Surroundings) -> int:
    """Writes both files in the folder; the last line is the path of the report."""
    folder = Path(options.folder)
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        dossier, report = _free(folder)
        make_example(dossier, surroundings.bundle, surroundings.author)
    except (AutodiagError, OSError) as error:
        for one in missing:  # what was made for nothing; a folder with something in it stays
            with suppress(OSError):
                one.rmdir()
        if isinstance(error, AutodiagError):
            raise
        raise AutodiagError("dossier_emplacement", emplacement=folder.name) from None
    print(dossier, file=surroundings.out)
    with opened(dossier, surroundings) as found:
        print_report(found, report)
    print(report, file=surroundings.out)
    return 0


def _free(folder: Path) -> tuple[Path, Path]:
    """Two names that are not taken: an example never replaces what is there."""
    number = 1
    while True:
        end = "" if number == 1 else f"-{number}"
        pair = folder / f"montbrelle{end}.autodiag", folder / f"montbrelle{end}.pdf"
        if not any(path.exists() for path in pair):
            return pair
        number += 1
