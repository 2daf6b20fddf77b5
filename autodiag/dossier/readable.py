# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is about to be written, read first as it will be when the dossier is opened again.

A row that would make the dossier look damaged is refused before anything is written.
"""

from collections.abc import Sequence

from autodiag.dossier import codec, schema
from autodiag.dossier.codec import Row
from autodiag.dossier.faults import DamagedError
from autodiag.dossier.journal import Cell


def require_readable(cells: Sequence[tuple[Cell, Row | None]]) -> None:
    """Raises ValueError for a row that the dossier would refuse to read back."""
    rows = [(cell, row) for cell, row in cells if row is not None]
    identity = {cell.item: row for cell, row in rows if cell.table is schema.IDENTITY}
    try:
        if identity:  # its rows only mean something together
            codec.decode_authority(identity)
        for cell, row in rows:
            codec.decode_text(cell.item)
            _decode(cell, row)
    except DamagedError as error:
        raise ValueError(f"would not be readable again: {error}") from error


def _decode(cell: Cell, row: Row) -> None:
    match cell.table.name:
        case "answers":
            codec.decode_answer(row)
        case "assessments":
            codec.decode_assessment(row)
        case "capacity":
            codec.decode_capacity(row)
        case "decisions":
            codec.decode_decision(cell.item, row)
        case "facts":
            codec.decode_fact(row)
        case "own_actions":
            codec.decode_own_action(cell.item, row)
        case "evidence":
            codec.decode_evidence(cell.item, row)
        case "to_review" | "to_confirm":
            _decode_mark(cell, row)
        case _:  # texts: handover, identity, notes, plans
            for text in row:
                codec.decode_text(text)


def _decode_mark(cell: Cell, row: Row) -> None:
    if cell.table is schema.TO_REVIEW:
        codec.decode_mark(row)
    else:
        codec.decode_origin(row, cell.assessment or 0)
