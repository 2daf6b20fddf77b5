# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The figures beside an open dossier: the published ones, and those of the packs kept on this
computer. The same library is given as long as nothing in it changed."""

from autodiag.benchmarks.library import Library
from autodiag.benchmarks.pack_store import Kept
from autodiag.model.dossier import Snapshot


class Shelf:
    """Makes one library for whoever reads it."""

    def __init__(self, published: Library, kept: Kept) -> None:
        self._published, self.kept = published, kept
        self._made: Library | None = None
        self._basis: tuple[object, ...] = ()

    def put(self, kept: Kept) -> None:
        """Other packs are kept from now on."""
        self.kept, self._made = kept, None

    def library(self, snapshot: Snapshot) -> Library:
        """Every figure for the questionnaire shown and this collectivité (contract B6)."""
        if not self.kept.packs:
            return self._published
        basis = (snapshot.questionnaire, snapshot.authority)
        same = all(new is old for new, old in zip(basis, self._basis, strict=False))
        if self._made is None or not same:
            from autodiag.benchmarks.pack_figures import with_packs

            self._made, self._basis = with_packs(self._published, self.kept.packs, *basis), basis
        return self._made
