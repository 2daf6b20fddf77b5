# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a picture of the gallery is of. Knows no page."""

from dataclasses import dataclass
from typing import Literal

from tests.gallery.acts import Act

Where = Literal[
    "premier", "rempli", "vide", "annee-suivante", "epci", "autres", "propositions", "reprendre"
]
"""No dossier yet; the example, filled in; a dossier without an answer; the example of last year, a
new diagnosis begun in it; an intercommunalité; the example with its other questionnaires filled in;
the example with another one where answers are proposed; the welcome page after."""
SHORT = 1200
"""Below, in pixels at 100 %, the help of a question waits behind its button (design section 3)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of each variant. `page` is gone to, then `detail` and `act`; `undo` puts back.

    `drawing` begins the name of the design's drawing of it; `widths`: the least and the most, in
    pixels at 100 %, of the windows where there is such a thing to see.
    """

    id: str
    where: Where
    page: str = ""
    detail: str = ""
    act: Act | None = None
    undo: Act | None = None
    drawing: str = ""
    widths: tuple[int, int] = (0, 100_000)
