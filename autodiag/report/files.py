# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Puts a finished file in place at once, so that a failure leaves the old one whole."""

import errno
import os
import tempfile
import time
from pathlib import Path

from autodiag.errors import AutodiagError

_REASONS: dict[int, str] = {
    errno.EACCES: "vous n’avez pas le droit d’écrire à cet endroit",
    errno.EPERM: "vous n’avez pas le droit d’écrire à cet endroit",
    errno.EROFS: "cet endroit n’est pas modifiable",
    errno.ENOSPC: "il n’y a plus de place sur le disque",
    errno.EDQUOT: "la place qui vous est donnée est pleine",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.EBUSY: "un autre logiciel s’en sert",
    errno.EIO: "le disque ne répond plus",
}
_UNSAID = "l’ordinateur l’a refusé"
_TRIES, _PAUSE = 3, 0.4
"""On Windows a reader or an antivirus can hold the file for a moment."""


def check_target(target: Path, *, overwrite: bool) -> None:
    """Raises AutodiagError when nothing could be written there: said before the work, not after."""
    if target.is_dir():
        raise AutodiagError("sortie_dossier", fichier=target)
    if not target.parent.is_dir():
        raise AutodiagError("sortie_sans_dossier", dossier=target.parent)
    if target.exists() and not overwrite:
        raise AutodiagError("sortie_existante", fichier=target)


def replace_file(target: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Writes `data` beside the target, flushed to the disk, then renames it.

    Raises AutodiagError when the place cannot be written, is full, or the file is held.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _make_readable(temporary)
        check_target(target, overwrite=overwrite)
        _rename(temporary, target)
    except OSError as error:
        raise AutodiagError(
            "sortie_impossible", fichier=target, raison=_REASONS.get(error.errno or 0, _UNSAID)
        ) from error
    finally:
        if temporary and Path(temporary).exists():
            Path(temporary).unlink()


def _make_readable(path: str) -> None:
    """A temporary file is private; the report has the rights of any new file."""
    mask = os.umask(0)
    os.umask(mask)
    Path(path).chmod(0o666 & ~mask)


def _rename(source: str, target: Path) -> None:
    for left in reversed(range(_TRIES)):
        try:
            os.replace(source, target)
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)
        else:
            return
