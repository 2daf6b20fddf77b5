# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The figures that a dossier stands beside: the published ones, and the packs of the data
folder."""

from autodiag.benchmarks.library import Library, load_benchmarks
from autodiag.benchmarks.pack_figures import with_packs
from autodiag.benchmarks.pack_store import kept_packs
from autodiag.cli.opened import Opened


def library_of(found: Opened) -> Library:
    """Every figure for this dossier; a pack that cannot be used is told, and left out."""
    around = found.surroundings
    kept = kept_packs(around.data)
    for error in kept.refused:
        around.say_error(error)
    snapshot = found.snapshot
    library = load_benchmarks(around.bundle.benchmarks)
    return with_packs(library, kept.packs, snapshot.questionnaire, snapshot.authority)
