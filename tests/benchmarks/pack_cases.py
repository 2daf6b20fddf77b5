# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of packs are made from: collectivités that answered the shipped questionnaire."""

from datetime import date
from functools import cache

from autodiag.benchmarks.pack_file import write_pack
from autodiag.benchmarks.pack_making import Contribution, make_pack
from autodiag.benchmarks.packs import Pack, PackHead
from autodiag.model.authority import LocalAuthority
from tests.support.builders import assess
from tests.support.shipped import random_dossier, shipped_questionnaire

DAY = date(2026, 11, 22)
HEAD = PackHead("Pays de Montbrelle", "Syndicat Numérique", DAY, DAY, "", 0, "ecrire@exemple.fr")


def contribution(seed: int, kind: str = "", population: int | None = None) -> Contribution:
    """A collectivité drawn with a seed; of a type or a size when told."""
    drawn = random_dossier(seed)
    authority = LocalAuthority(
        f"Collectivité {seed}",
        kind="epci" if (kind or drawn.authority.kind) == "epci" else "commune",
        siren=f"{seed:09d}",
        population=population or drawn.authority.population,
    )
    return Contribution(authority, drawn.facts, assess(drawn.answers))


@cache
def territory(seed: int = 1, size: int = 23) -> Pack:
    """A pack of that many collectivités of every size."""
    given = [contribution(seed * 1_000 + one) for one in range(size)]
    return make_pack(shipped_questionnaire(), given, HEAD)


def text() -> str:
    """The file of that pack."""
    return write_pack(territory())
