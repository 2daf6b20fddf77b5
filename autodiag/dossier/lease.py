# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A lease on a side file, where the file system knows no locks (contract D5).

Judged by whether the file changes, never by clocks: those of two machines differ.
"""

import json
import os
import threading
import time
from contextlib import suppress
from pathlib import Path

FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
"""A link in place of the side file would have another file written over."""
_SIZE = 2048
"""Bytes, always the same: a reader never meets a half-written text."""
_PATIENCE = 3.5
"""Beats without a change after which the holder is taken for dead."""
_SETTLED = 0.75
"""Seconds, at most, after which two who wrote at the same time see who was last."""


class Lease:
    """A file that its holder changes at each beat, and that others watch."""

    def __init__(self, path: Path, fields: dict[str, str], beat: float) -> None:
        self._path = path
        self._fields = {"jeton": os.urandom(8).hex(), **fields}
        self._beat = beat
        self._count = 0
        self._stop = threading.Event()
        self._lost = False
        self._thread: threading.Thread | None = None

    def take(self) -> bool:
        """Take the lease. Waits a few beats when the file says that somebody has it.

        False when somebody does. Raises OSError where the file cannot be written.
        """
        found = b""
        with suppress(FileNotFoundError):  # released since it was seen
            found = self._read()
        if found.strip(b"\0 ") and self._changes(found):
            return False
        self._write()
        # two who found nothing wrote one after the other: the last one has it
        time.sleep(min(self._beat / 4, _SETTLED))
        if not self.still_ours():
            return False
        self._thread = threading.Thread(target=self._live, name="autodiag-lease", daemon=True)
        self._thread.start()
        return True

    def still_ours(self) -> bool:
        """Whether nobody wrote their token over ours. Once lost, lost for good."""
        if not self._lost:
            # a share that went away takes nothing over: writing the dossier will say it
            with suppress(OSError):
                self._lost = self._fields["jeton"].encode() not in self._read()
        return not self._lost

    def release(self) -> None:
        """Give the lease back, unless another has taken it over."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        if self.still_ours():
            with suppress(OSError):
                self._path.unlink()
        self._lost = True

    def _changes(self, found: bytes) -> bool:
        for _ in range(8):
            time.sleep(self._beat * _PATIENCE / 8)
            try:
                if self._read() != found:
                    return True
            except FileNotFoundError:
                return False  # released while we watched
        return False

    def _live(self) -> None:
        while not self._stop.wait(self._beat) and self.still_ours():
            self._count += 1
            with suppress(OSError):  # the share went away for a moment: the next beat will tell
                self._write()

    def _read(self) -> bytes:
        return self._path.read_bytes()[:_SIZE]

    def _write(self) -> None:
        text = json.dumps({**self._fields, "battement": self._count}).encode()
        handle = os.open(self._path, FLAGS, 0o666)
        try:
            os.write(handle, text.ljust(_SIZE)[:_SIZE])
            os.fsync(handle)
        finally:
            os.close(handle)
