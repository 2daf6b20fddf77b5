# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the pages may ask for about themes that several people share. No logic of its own."""

from functools import partial

from autodiag.contributing import Received
from autodiag.dossier.store import Dossier
from autodiag.scoring.wording import under_their_wording
from ui.decided import Decided


class Shared(Decided):
    """The part of the bridge that knows of contributions."""

    def set_contributor(self, theme: str, who: str) -> None:
        """Who takes a theme: a name or a role; empty, nobody yet."""
        if who != self._session.snapshot.contributors.get(theme, ""):
            self._session.set_contributor(theme, who)

    def take_contribution(self, received: Received) -> None:
        """Write what a contribution brings, as one change; shown once it is written. Who was
        already said to take the theme stays."""
        now = self._session.snapshot
        theme = received.theme.id
        answers = under_their_wording(received.answers, now.questionnaire, now.authority, now.facts)
        who = now.contributors.get(theme, "") or received.who
        self._write(partial(Dossier.take_contribution, answers=dict(answers), theme=theme, who=who))
        self._stale = True
