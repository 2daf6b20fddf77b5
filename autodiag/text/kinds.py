# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a collectivité is called when it is spoken to."""

from autodiag.model.authority import Kind

_YOURS: dict[Kind, str] = {"commune": "votre commune", "epci": "votre intercommunalité"}


def yours(kind: Kind) -> str:
    """«votre commune», «votre intercommunalité», else «votre collectivité»."""
    return _YOURS.get(kind, "votre collectivité")
