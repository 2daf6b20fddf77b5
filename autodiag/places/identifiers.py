# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shapes of the codes that name a collectivité. Knows nothing of which codes are in use."""

import re

from autodiag.errors import AutodiagError

# longer than any code or name: what is pasted by mistake is cut before any work is done on it
TYPED_MAX = 200

SIRET_LENGTH = 14
_SPACING = re.compile(r"[\s.\-\u00a0\u202f]+")
_DIGITS = re.compile(r"[0-9]+", re.ASCII)
# two-digit département (not 20, nor 96), Corsican 2A and 2B, three digits overseas (97x, 98x)
_INSEE = re.compile(r"(?:0[1-9]|[13-8][0-9]|2[1-9]|2[AB]|9[0-578])[0-9]{3}", re.ASCII)
_POSTAL = re.compile(r"(?:0[1-9]|[1-8][0-9]|9[0-58]|97)[0-9]{3}", re.ASCII)


def compact(text: str) -> str:
    """Return a code without its spaces, dots and hyphens, in capitals."""
    return _SPACING.sub("", text).upper()


def ascii_code(text: str) -> str:
    """Return `compact`, or nothing for what no code holds (a lone surrogate upsets SQLite)."""
    code = compact(text[:TYPED_MAX])
    return code if code.isascii() else ""


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (Luhn, ISO/IEC 7812)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def normal_siren(text: str) -> str:
    """Return the nine digits of a SIREN, or of the SIREN inside a SIRET.

    Raises `siren_invalide`. The post offices' own SIRET rule is left out on purpose: La Poste is
    no collectivité.
    """
    digits = compact(text)
    if not _DIGITS.fullmatch(digits):
        raise AutodiagError("siren_illisible")
    if len(digits) not in (9, SIRET_LENGTH):
        raise AutodiagError("siren_longueur", chiffres=len(digits))
    if not luhn(digits) or not luhn(digits[:9]) or not digits.strip("0"):
        raise AutodiagError("siren_cle")
    return digits[:9]


def normal_siret(text: str) -> str:
    """Return the fourteen digits of a SIRET, whose first nine are a SIREN. Raises as
    `normal_siren`, and `siret_longueur`."""
    digits = compact(text)
    if _DIGITS.fullmatch(digits) and len(digits) != SIRET_LENGTH:
        raise AutodiagError("siret_longueur", chiffres=len(digits))
    normal_siren(digits)
    return digits


def siret_of(text: str, siren: str) -> str:
    """Return the SIRET of a collectivité whose SIREN is that one; any where it is not known,
    nothing for no text. Raises as `normal_siret`, and `siret_autre`."""
    if not text.strip():
        return ""
    siret = normal_siret(text)
    if siren and not siret.startswith(siren):
        raise AutodiagError("siret_autre", siren=siren)
    return siret


def normal_insee(text: str) -> str:
    """Return the five characters of a commune's INSEE code. Raises `insee_invalide`."""
    code = compact(text)
    if not _INSEE.fullmatch(code):
        raise AutodiagError("insee_invalide")
    return code


def normal_postal_code(text: str) -> str:
    """Return the five digits of a postal code. Raises `code_postal_invalide`."""
    code = compact(text)
    if not _POSTAL.fullmatch(code):
        raise AutodiagError("code_postal_invalide")
    return code
