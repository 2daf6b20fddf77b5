# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Small file systems of their own for the tests that need one full or read-only."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def mounted(place: Path, size: str) -> Iterator[Callable[[str], None] | None]:
    """A file system of this size at `place`, and how to change its options; None without root."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        yield None
        return
    options = f"size={size}"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        yield None
        return

    def remount(option: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{option}", str(place)], check=True)

    try:
        yield remount
    finally:
        subprocess.run(["umount", str(place)], check=True)
