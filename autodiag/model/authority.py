# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who is assessed: a commune, an EPCI, or another public body typed by hand."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["commune", "epci", "syndicat", "departement", "region"]
KINDS: tuple[Kind, ...] = ("commune", "epci", "syndicat", "departement", "region")


@dataclass(frozen=True, slots=True)
class LocalAuthority:
    """The identity of a collectivité. `None` and `""` mean unknown, never zero.

    `insee` is the five-character code of a commune (empty for an EPCI); `siren` has nine digits;
    `siret` fourteen, of the establishment that answers: typed, never deduced; `population` is the
    legal population (an EPCI's is the sum published for it).
    """

    name: str
    kind: Kind = "commune"
    insee: str = ""
    siren: str = ""
    population: int | None = None
    postal_codes: tuple[str, ...] = ()
    department_code: str = ""
    department: str = ""
    region: str = ""
    epci_siren: str = ""
    epci_name: str = ""
    siret: str = ""

    @property
    def written_for(self) -> bool:
        """Whether the shipped content is written for this kind (contract section 1)."""
        return self.kind in ("commune", "epci")
