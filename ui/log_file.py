# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The log: a text file that never grows beyond a size, with a few older ones beside it.

The one of the standard library does the same, and imports sockets for it: 8 ms of each start.
"""

import logging
from contextlib import suppress
from pathlib import Path

LARGEST, KEPT = 256_000, 2
"""Bytes of one file, and how many older ones stay."""


class LogFile(logging.FileHandler):
    """Open until `close`. Raises OSError where it cannot be written."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        super().__init__(path, encoding="utf-8")
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, in a new file when the present one is full."""
        with suppress(OSError):  # another program may hold the file: it grows a little more
            if self._path.exists() and self._path.stat().st_size > LARGEST:
                self.close()
                self._turn()
        super().emit(record)

    def _turn(self) -> None:
        """The present file becomes the first older one; the oldest leaves."""
        for number in range(KEPT, 0, -1):
            newer = self._older(number - 1) if number > 1 else self._path
            if newer.exists():
                newer.replace(self._older(number))

    def _older(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")
