# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How a collectivité is said on screen: its kind, where it is, how many live there."""

from autodiag.model.authority import Kind, LocalAuthority
from autodiag.text.numbers import count

KIND_NAMES: dict[Kind, str] = {
    "commune": "Commune",
    "epci": "Intercommunalité",
    "syndicat": "Syndicat",
    "departement": "Département",
    "region": "Région",
}

LIMITS = (
    "Les questions et les actions sont écrites pour les communes et les intercommunalités. "
    "Certaines ne vous conviendront pas : répondez alors « sans objet », avec le motif."
)
"""Told to whom the content is not written for (contract section 1)."""


def department(authority: LocalAuthority) -> str:
    """«Ardèche (07)», or nothing when the département is not known."""
    name, code = authority.department, authority.department_code
    return f"{name} ({code})" if name and code else name or code


def inhabitants(authority: LocalAuthority) -> str:
    """«652 habitants», or that nobody knows."""
    if authority.population is None:
        return "population inconnue"
    return count(authority.population, "habitant")


def where(authority: LocalAuthority, former: str = "") -> str:
    """What tells this collectivité from those of the same name."""
    kind = "" if authority.kind == "commune" else KIND_NAMES[authority.kind].lower()
    earlier = f"ancienne commune {former}" if former else ""
    return " · ".join(part for part in (department(authority), kind, earlier) if part)
