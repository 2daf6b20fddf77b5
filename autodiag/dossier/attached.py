# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The content of attached files inside a dossier: kept once, checked when given back, erased when
nothing refers to it any more. Not journalled: an undo needs it only while the dossier is open."""

import hashlib
import sqlite3

from autodiag.dossier.evidence import EVIDENCE_LIMIT, EVIDENCE_TOTAL, Attachment, megabytes
from autodiag.dossier.faults import DamagedError
from autodiag.errors import AutodiagError

_USED = "sha256 IN (SELECT sha256 FROM evidence)"
# the content too: one that a disk has damaged is mended by attaching the file again
_KNOWN = f"SELECT 1 FROM attached WHERE sha256 = ? AND data = ? AND {_USED}"  # noqa: S608
_SIZES = f"SELECT ifnull(sum(length(data)), 0) FROM attached WHERE {_USED} OR ?"  # noqa: S608
_UNUSED = f"SELECT EXISTS(SELECT 1 FROM attached WHERE NOT {_USED})"  # noqa: S608
_ERASE = f"DELETE FROM attached WHERE NOT {_USED}"  # noqa: S608
_SPARE = 2
"""How many times the total may wait to be erased: what was taken away can come back until then."""


def keep(connection: sqlite3.Connection, attachment: Attachment) -> None:
    """Keep a content, inside a transaction. Raises AutodiagError when the dossier has no room."""
    sha256, size = attachment.sha256, len(attachment.data)
    if known(connection, attachment):
        return
    used = connection.execute(_SIZES, (0,)).fetchone()[0]
    if used + size > EVIDENCE_TOTAL:
        raise AutodiagError(
            "piece_total",
            fichier=attachment.name,
            poids=megabytes(size),
            total=megabytes(EVIDENCE_TOTAL),
            reste=megabytes(max(0, EVIDENCE_TOTAL - used)),
        )
    if connection.execute(_SIZES, (1,)).fetchone()[0] + size > _SPARE * EVIDENCE_TOTAL:
        connection.execute(_ERASE)
    connection.execute("INSERT OR REPLACE INTO attached VALUES(?, ?)", (sha256, attachment.data))


def known(connection: sqlite3.Connection, attachment: Attachment) -> bool:
    """Whether a content is there already, undamaged, and something refers to it."""
    found = connection.execute(_KNOWN, (attachment.sha256, attachment.data)).fetchone()
    return found is not None


def content(connection: sqlite3.Connection, sha256: str) -> bytes | None:
    """The content of that digest, verified; None when it was erased. Raises DamagedError."""
    row = connection.execute("SELECT data FROM attached WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        return None
    if not isinstance(row[0], bytes) or hashlib.sha256(row[0]).hexdigest() != sha256:
        raise DamagedError("attached")
    return row[0]


def damaged(connection: sqlite3.Connection) -> frozenset[str]:
    """The digests of the contents that are no longer what they were."""
    found: set[str] = set()
    for sha256 in sizes(connection):
        try:
            content(connection, sha256)
        except DamagedError:
            found.add(sha256)
    return frozenset(found)


def sizes(connection: sqlite3.Connection) -> dict[str, int]:
    """The size of each content by digest, none of them loaded. Raises DamagedError."""
    found = dict(connection.execute("SELECT sha256, length(data) FROM attached"))
    if any(not 0 < size <= EVIDENCE_LIMIT for size in found.values()):
        raise DamagedError("attached")
    return found


def has_unused(connection: sqlite3.Connection) -> bool:
    """Whether a content is kept that nothing refers to."""
    return bool(connection.execute(_UNUSED).fetchone()[0])


def erase_unused(connection: sqlite3.Connection) -> None:
    """Erase them, inside a transaction. The connection overwrites what it erases."""
    connection.execute(_ERASE)


def shrink(connection: sqlite3.Connection) -> None:
    """Give back to the disk the pages left empty, outside a transaction."""
    # `execute` would stop after one page: this statement has a step for each, and no column
    connection.executescript("PRAGMA incremental_vacuum")
