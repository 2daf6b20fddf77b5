# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was probably meant by an INSEE code that is no current commune's."""

import sqlite3

from autodiag.errors import AutodiagError
from autodiag.places.identifiers import ascii_code
from autodiag.places.search import find
from autodiag.places.typed import clean_name

_SUGGESTED = 3
_SHOWN = 40
_INSEE_LENGTH = 5


def unknown_insee(base: sqlite3.Connection, typed: str) -> AutodiagError:
    """Return the error `insee_inconnu`, with « vouliez-vous dire » when something is close."""
    shown = clean_name(typed)[:_SHOWN]
    if not shown:
        return AutodiagError("insee_invalide")
    code = ascii_code(typed)
    rows = _of_codes(base, [_with_zeros(code)]) or _searched(base, typed)
    rows = rows or _of_codes(base, _slips(code))
    names = [f"{name} ({insee})" for name, insee in rows][:_SUGGESTED]
    listed = " ou ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
    near = f" Vouliez-vous dire {listed}\u202f?" if names else ""
    return AutodiagError("insee_inconnu", texte=shown, proche=near)


def _with_zeros(code: str) -> str:
    """Return the code with the zero that a spreadsheet ate, or that was typed as the letter O."""
    return code.replace("O", "0").zfill(_INSEE_LENGTH)


def _slips(code: str) -> list[str]:
    """Return the codes of the same département that have one other digit, or two swapped."""
    if len(code) != _INSEE_LENGTH:
        return []
    swapped = [code[:place] + code[place : place + 2][::-1] + code[place + 2 :] for place in (2, 3)]
    changed = [
        code[:place] + digit + code[place + 1 :] for place in (2, 3, 4) for digit in "0123456789"
    ]
    return [*swapped, *changed]


def _of_codes(base: sqlite3.Connection, codes: list[str]) -> list[tuple[str, str]]:
    """Return name and code of the communes among these codes, larger first."""
    marks = ",".join("?" * len(codes))
    sql = f"SELECT name, insee FROM place WHERE insee IN ({marks}) ORDER BY id LIMIT ?"  # noqa: S608
    return base.execute(sql, (*codes, _SUGGESTED)).fetchall()


def _searched(base: sqlite3.Connection, typed: str) -> list[tuple[str, str]]:
    """Return the first communes found for the text: a name or a postal code typed as a code."""
    found = [
        base.execute(
            "SELECT name, insee FROM place WHERE id = ? AND insee IS NOT NULL", (hit.place,)
        ).fetchone()
        for hit in find(base, typed, _SUGGESTED)
    ]
    return [row for row in found if row]
