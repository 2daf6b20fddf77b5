# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What must be said to matplotlib before its first import. Imports nothing of it."""

import logging
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path


def quiet_matplotlib(folder: Path, environment: MutableMapping[str, str]) -> None:
    """Its cache goes to `folder`, unless the environment already says where, and not a word of it
    is in English. `environment`: that of the process."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    with suppress(OSError):  # then it uses a temporary folder
        folder.mkdir(parents=True, exist_ok=True)
        environment.setdefault("MPLCONFIGDIR", str(folder.absolute()))
