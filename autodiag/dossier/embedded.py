# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questionnaire a dossier was filled with, kept inside it (contract D7)."""

import hashlib
import sqlite3
import zlib
from typing import Protocol

from autodiag.dossier.faults import DamagedError

LARGEST_TEXT = 20_000_000
"""Bytes of a questionnaire's text; ours has half a million."""


class Packed(Protocol):
    """A questionnaire's exact text and the SHA-256 of its UTF-8, as the catalogue packs it."""

    @property
    def text(self) -> str: ...
    @property
    def sha256(self) -> str: ...


def compress(packed: Packed) -> bytes:
    """The text as the dossier keeps it. Raises ValueError when the digest is not its own."""
    data = packed.text.encode()
    if hashlib.sha256(data).hexdigest() != packed.sha256:
        raise ValueError("a packed questionnaire with another digest than its own")
    return zlib.compress(data, 9)


def text_of(connection: sqlite3.Connection, sha256: str) -> str:
    """The text of an embedded questionnaire, its digest verified. Raises DamagedError."""
    row = connection.execute(
        "SELECT text FROM questionnaires WHERE sha256 = ?", (sha256,)
    ).fetchone()
    if row is None or not isinstance(row[0], bytes):
        raise DamagedError("questionnaire")
    inflater = zlib.decompressobj()
    try:
        # a small file can hold a bomb: never more than this is inflated
        data = inflater.decompress(row[0], LARGEST_TEXT)
    except zlib.error as error:
        raise DamagedError("questionnaire") from error
    if not inflater.eof or hashlib.sha256(data).hexdigest() != sha256:
        raise DamagedError("questionnaire")
    return data.decode()


def embed(connection: sqlite3.Connection, packed: Packed, data: bytes) -> None:
    """Keep the text once, whatever the number of assessments; inside a transaction."""
    connection.execute("INSERT OR IGNORE INTO questionnaires VALUES(?, ?)", (packed.sha256, data))
