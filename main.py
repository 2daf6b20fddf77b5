# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Parses the verb, then imports only what it needs: the window, or one command."""

import getpass
import platform
import sys
from collections.abc import Sequence
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path


def main(words: Sequence[str]) -> int:
    """The exit code of a verb, or of the window."""
    first = _first(words)
    # a mistyped verb is told so; only what can be a dossier goes to the window
    if first and not first.endswith(".autodiag") and not Path(first).is_file():
        return _run_verb(words)
    from ui.app import run as run_window

    return run_window(list(words))


def _first(words: Sequence[str]) -> str:
    """The first word that is not the data folder or its option, "" when there is none."""
    if not words or words[0] != "--donnees":
        return words[0] if words else ""
    return words[2] if len(words) > 2 else ""


def _run_verb(words: Sequence[str]) -> int:
    from autodiag.bundle import installed
    from autodiag.cli.run import run
    from autodiag.cli.surroundings import Surroundings
    from autodiag.version import VERSION

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a bare window has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return run(
        words,
        Surroundings(
            bundle=installed(),
            data=_data_folder(),
            user=_user(),
            machine=platform.node(),
            clock=lambda: datetime.now().astimezone(),
            out=sys.stdout,
            err=sys.stderr,
            version=VERSION,
        ),
    )


def _data_folder() -> Path:
    """Where this system keeps what belongs to one user: no administrator right is needed."""
    from platformdirs import user_data_path

    return user_data_path("autodiag", appauthor=False)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "inconnu"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
