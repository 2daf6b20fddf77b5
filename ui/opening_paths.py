# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The name and place proposed for a new dossier. Makes nothing."""

import re
from pathlib import Path

from autodiag.model.authority import LocalAuthority

EXTENSION = ".autodiag"
LONGEST_NAME = 80
LONGEST_FILE = 200
"""Bytes of a file name in UTF-8: disks take 255, and the lock, the journal, a number or the title
of a report are added to it."""


def proposed_path(authority: LocalAuthority, folder: Path) -> Path:
    """Where the dossier of a collectivité is proposed: its name, and no character that a disk
    refuses."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", authority.name)
    name = " ".join(name.split()).strip(" .")[:LONGEST_NAME]
    where = f" ({authority.department_code})" if authority.department_code else ""
    room = LONGEST_FILE - len(f"{where}{EXTENSION}".encode())
    name = name.encode(errors="ignore")[:room].decode(errors="ignore").strip(" .")
    return folder / f"{name or 'Collectivité'}{where}{EXTENSION}"


def free_path(path: Path) -> Path:
    """The same, or the first name with a number that nobody has taken."""
    number = 2
    found = path
    while found.exists():
        found = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return found
