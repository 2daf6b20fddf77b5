# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is about to be written, read first as it will be when the dossier is opened again.

A row that would make the dossier look damaged is refused before anything is written.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from autodiag.dossier import codec, codec_roadmap, schema
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
    name = cell.table.name
    if name in _BY_ROW:
        _BY_ROW[name](row)
    elif name in _BY_ITEM:
        _BY_ITEM[name](cell.item, row)
    elif cell.table is schema.TO_CONFIRM:
        codec.decode_origin(row, cell.assessment or 0)
    else:  # texts: contributors, handover, identity, notes, plans, variants
        for text in row:
            codec.decode_text(text)


_BY_ROW: Mapping[str, Callable[[Row], object]] = MappingProxyType(
    {
        schema.ANSWERS.name: codec.decode_answer,
        schema.ASSESSMENTS.name: codec.decode_assessment,
        schema.CAPACITY.name: codec_roadmap.decode_capacity,
        schema.FACTS.name: codec.decode_fact,
        schema.TO_REVIEW.name: codec.decode_mark,
    }
)
_BY_ITEM: Mapping[str, Callable[[str, Row], object]] = MappingProxyType(
    {
        schema.AIDS.name: codec_roadmap.decode_aid,
        schema.CALENDAR.name: codec_roadmap.decode_calendar_row,
        schema.DECISIONS.name: codec_roadmap.decode_decision,
        schema.EVIDENCE.name: codec.decode_evidence,
        schema.OWN_ACTIONS.name: codec_roadmap.decode_own_action,
    }
)
