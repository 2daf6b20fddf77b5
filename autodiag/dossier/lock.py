# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who has a dossier open: an OS lock for the truth, its text for the words (contract D5).

Where the file system knows no locks, a lease. Knows nothing of SQLite.
"""

import errno
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import cast

from autodiag.dossier.author import Holder
from autodiag.dossier.lease import FLAGS, Lease

_UNSUPPORTED = frozenset(
    (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.ENOTTY)
)
_FAR = 1 << 30  # Windows locks are mandatory: a byte beyond the text leaves it readable
_LONGEST = 4096


class HeldError(Exception):
    """Somebody else has the dossier open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


class DossierLock:
    """The side file that says a dossier is open for writing. Not reentrant."""

    def __init__(self, dossier: Path, *, beat: float = 3.0) -> None:
        """`beat`: seconds between two signs of life, where only a lease is possible."""
        self.path = dossier.with_name(f".~{dossier.name}.verrou")
        self._beat = beat
        self._handle: int | None = None
        self._lease: Lease | None = None
        self.lockless = False
        """Whether `take` found that the file system knows no locks."""

    def present(self) -> bool:
        """Whether the side file is there, held or left by a process that died."""
        return self.path.exists()

    def take(self, holder: Holder) -> None:
        """Become the one who writes. Raises HeldError, or OSError where no file can be made."""
        while True:
            handle = os.open(self.path, FLAGS, 0o666)
            try:
                locked = _lock(handle)
                if locked and self._is_named(handle):
                    _open_to_all(handle)
                    os.ftruncate(handle, 0)
                    # on a full disk the lock holds all the same, without its words
                    with suppress(OSError):
                        os.write(handle, json.dumps(holder.fields).encode())
                    self._handle = handle
                    return
            except BlockingIOError:
                found = _read(handle)
                os.close(handle)
                raise HeldError(parse_holder(found)) from None
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)
            if not locked:
                self._take_lease(holder)
                return
            # else the file was removed under us by the one who released it: once more

    def still_ours(self) -> bool:
        """False once another took a lease over because it saw no sign of life from us."""
        return self._handle is not None or (self._lease is not None and self._lease.still_ours())

    def release(self) -> None:
        """Let others write. Releasing twice does nothing."""
        if self._lease is not None:
            self._lease.release()
            self._lease = None
        if self._handle is not None:
            if sys.platform != "win32":
                self.path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None
            if sys.platform == "win32":
                # an open file has its name there: refused when somebody took the lock meanwhile
                with suppress(OSError):
                    self.path.unlink()

    def _take_lease(self, holder: Holder) -> None:
        self.lockless = True
        lease = Lease(self.path, holder.fields, self._beat)
        if not lease.take():
            raise HeldError(parse_holder(self.path.read_bytes()))
        self._lease = lease

    def _is_named(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return False


def parse_holder(text: bytes) -> Holder:
    """What a side file says, empty where it cannot be read."""
    try:
        found = json.loads(text[:_LONGEST].rstrip(b"\0 ") or b"{}")
    except (ValueError, RecursionError):
        return Holder()
    if not isinstance(found, dict):
        return Holder()
    fields = cast("dict[str, object]", found)
    return Holder(*(str(fields.get(key, "")) for key in ("qui", "poste", "depuis")))


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        """Lock, or raise BlockingIOError when held; False where locks are not supported."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None
        except OSError as error:
            if error.errno in _UNSUPPORTED:
                return False
            raise
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        """Lock, or raise BlockingIOError when held; False where locks are not supported."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _UNSUPPORTED:
                return False
            raise
        return True


def _read(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _LONGEST)


def _open_to_all(handle: int) -> None:
    """On a share, everybody who may write the dossier must be able to take the lock in turn."""
    if sys.platform != "win32":
        with suppress(OSError):
            os.fchmod(handle, 0o666)
