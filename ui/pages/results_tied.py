# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said under a theme of the results: where another questionnaire asks about the same."""

from functools import cached_property
from pathlib import Path

from autodiag.linking.links import Ties
from autodiag.linking.themes import beside, tied_said
from ui.bridge import Bridge


class Tied:
    """Reads the ties the first time that they are of use."""

    def __init__(self, bridge: Bridge, knowledge: Path) -> None:
        self._bridge, self._knowledge = bridge, knowledge

    @cached_property
    def _ties(self) -> Ties:
        from autodiag.linking.load import LINKS_FILE, load_ties

        return load_ties(self._knowledge / LINKS_FILE)

    def said(self, theme: str) -> str:
        """Empty while no other questionnaire is begun that is about this theme."""
        snapshot = self._bridge.snapshot
        found = beside(self._ties, snapshot, theme) if snapshot.others else None
        return "" if found is None else tied_said(found)
