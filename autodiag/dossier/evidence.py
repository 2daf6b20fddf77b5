# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A file that somebody attaches, read once and refused when it does not suit.

Knows nothing of tables: what is read here is kept by `store`.
"""

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from autodiag.dossier.file_names import cleaned
from autodiag.errors import AutodiagError
from autodiag.text.numbers import decimal, integer

EVIDENCE_LIMIT = 5_000_000
"""Bytes of one file."""
EVIDENCE_TOTAL = 20_000_000
"""Bytes of all the files of a dossier; one that serves several times counts once."""
LONGEST_TITLE = 200
ENDINGS = (
    "pdf", "png", "jpg", "jpeg", "odt", "ods", "odp", "docx", "xlsx", "pptx", "txt", "csv",
    "eml", "ics",
)  # fmt: skip
"""Documents and pictures: nothing that runs, no macro."""
REFUSALS = frozenset(
    (
        "piece_abimee",
        "piece_absente",
        "piece_deja_jointe",
        "piece_deja_notee",
        "piece_effacee",
        "piece_illisible",
        "piece_introuvable",
        "piece_pas_un_fichier",
        "piece_sans_titre",
        "piece_total",
        "piece_trop_lourde",
        "piece_type",
        "piece_vide",
    )
)
"""The codes of errors.py about one attached file: trying again would not lift them."""
_CHUNK = 256 * 1024
# links are refused, and a pipe must not make us wait
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it was when it was read, under a name that every system takes."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Of its content, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def read_attachment(path: Path) -> Attachment:
    """Read a file to attach it. Raises AutodiagError: a kind that is not accepted, too heavy,
    empty, unreadable, or not a plain file (a link, a folder, a device)."""
    name = cleaned(path.name)
    if ending_of(name) not in ENDINGS:
        raise AutodiagError("piece_type", fichier=name)
    try:
        if path.is_symlink():  # Windows has no flag for that
            raise AutodiagError("piece_pas_un_fichier", fichier=name)
        handle = os.open(path, _FLAGS)
        try:
            data = _read(handle, name)
        finally:
            os.close(handle)
    except OSError as error:
        raise AutodiagError(_code(error), fichier=name) from error
    if not data:
        raise AutodiagError("piece_vide", fichier=name)
    return Attachment(name, data)


def ending_of(name: str) -> str:
    """«pdf» for «Devis.PDF»; empty where there is none."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def megabytes(size: int) -> str:
    """«12 Mo», «5,1 Mo», «800 Ko», for a sentence."""
    if size < 1_000_000:
        return f"{integer(max(1, -(-size // 1000)))}\u00a0Ko"
    # upwards: what is over the limit is not said to be at it
    tenths = -(-size // 100_000)
    fine = tenths < 100 and tenths % 10
    number = decimal(tenths / 10) if fine else integer(-(-tenths // 10))
    return f"{number}\u00a0Mo"


def _read(handle: int, name: str) -> bytes:
    """Never more than the limit is read, whatever the file says of its size, or becomes."""
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        raise AutodiagError("piece_pas_un_fichier", fichier=name)
    chunks: list[bytes] = []
    size = 0
    while chunk := os.read(handle, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > EVIDENCE_LIMIT:
            raise AutodiagError(
                "piece_trop_lourde",
                fichier=name,
                poids=megabytes(max(size, about.st_size)),
                limite=megabytes(EVIDENCE_LIMIT),
            )
    return b"".join(chunks)


def _code(error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "piece_introuvable"
    # ELOOP: a link that took the place of the file since it was looked at
    return "piece_pas_un_fichier" if error.errno == errno.ELOOP else "piece_illisible"
