# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""CSV files read as text, every fault kept with its file and line. It knows no column’s meaning."""

import csv
import difflib
import io
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Word = TypeVar("Word", bound=str)


def suggestion(word: str, known: Collection[str]) -> str:
    """« vouliez-vous dire … », or nothing when no known word is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f" – vouliez-vous dire «\u202f{near[0]}\u202f»\u202f?" if near else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. Each reader returns a harmless value after it has noted a fault."""

    place: str
    cells: dict[str, str]
    faults: list[str]

    def fault(self, message: str) -> None:
        """Note what is wrong with this line."""
        self.faults.append(f"{self.place}\u00a0: {message}")

    def text(self, column: str, *, required: bool = False) -> str:
        """The cell, stripped."""
        value = self.cells.get(column, "").strip()
        if required and not value:
            self.fault(f"«\u202f{column}\u202f» est vide.")
        return value

    def whole(self, column: str) -> int | None:
        """A positive whole number, None when the cell is empty."""
        value = self.text(column)
        if not value:
            return None
        if not value.isascii() or not value.isdigit():
            self.fault(
                f"«\u202f{column}\u202f» doit être un nombre entier, pas «\u202f{value}\u202f»."
            )
            return None
        return int(value)

    def percent(self, column: str) -> float | None:
        """A number from 0 to 100 written with a point, None when the cell is empty."""
        value = self.text(column)
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            number = -1.0
        if not 0 <= number <= 100:
            self.fault(
                f"«\u202f{column}\u202f» doit être entre 0 et 100, pas «\u202f{value}\u202f»."
            )
            return None
        return number

    def one_of(self, column: str, allowed: tuple[Word, ...]) -> Word:
        """One of the allowed words."""
        value = self.text(column)
        for word in allowed:
            if word == value:
                return word
        near = suggestion(value, allowed)
        self.fault(f"«\u202f{column}\u202f» inconnu\u00a0: «\u202f{value}\u202f»{near}.")
        return allowed[0]


def read_table(path: Path, columns: Collection[str], faults: list[str]) -> list[Row]:
    """The lines of a CSV file in UTF-8 with a header; nothing when it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.append(f"{path.name}\u00a0: le fichier manque.")
        return []
    except (OSError, UnicodeDecodeError):
        faults.append(f"{path.name}\u00a0: le fichier ne se lit pas (il doit être en UTF-8).")
        return []
    reader = csv.DictReader(io.StringIO(text))
    header = reader.fieldnames or ()
    missing = [column for column in columns if column not in header]
    if missing:
        faults.extend(
            f"{path.name}\u00a0: la colonne «\u202f{name}\u202f» manque." for name in missing
        )
        return []
    rows: list[Row] = []
    for cells in reader:
        place = f"{path.name}, ligne {reader.line_num}"
        if None in cells or None in cells.values():
            faults.append(f"{place}\u00a0: le nombre de colonnes n’est pas celui de l’en-tête.")
            continue
        rows.append(Row(place, dict(cells), faults))
    return rows
