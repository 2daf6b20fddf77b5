# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Parses the verb, then imports only what it needs: the window, or one command."""

import gc
import getpass
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from io import StringIO, TextIOWrapper
from pathlib import Path

NO_SCREEN = (
    "Il n’y a pas d’écran ici : la fenêtre ne peut pas s’ouvrir. Tout fonctionne aussi par des "
    "commandes : « main.py --help » en donne la liste."
)
INTERRUPTED = "Interrompu. Ce qui a été annoncé comme enregistré l’est."
INTERRUPTED_CODE = 130


def main(words: Sequence[str]) -> int:
    """The exit code of a verb, or of the window."""
    given = list(words)
    if given and given[0].startswith("--donnees="):
        given[:1] = given[0].split("=", 1)
    if not _opens_window(given):
        try:
            return _run_verb(given)
        except (KeyboardInterrupt, ImportError) as error:
            if not _interrupted(error):
                raise
            print(INTERRUPTED, file=sys.stderr)
            return INTERRUPTED_CODE
    if not _has_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 1
    return _run_window(given)


def _interrupted(error: BaseException | None) -> bool:
    """Also when a library that was being loaded made another error of it."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _run_window(words: Sequence[str]) -> int:
    gc.disable()  # nothing to collect while modules are read: 7 ms; the window enables it again
    from autodiag.bundle import installed
    from autodiag.dossier.author import Author
    from autodiag.version import VERSION
    from ui.app import run
    from ui.paths import Paths

    data = _data_folder()
    names = list(words)
    if names and names[0] == "--donnees":
        data, names = Path(names[1]), names[2:]
    return run(
        Path(names[0]).absolute() if names else None,
        Paths(installed(), data, _documents()),
        Author(_user(), _clock, _machine()),
        VERSION,
    )


def _opens_window(words: Sequence[str]) -> bool:
    """Whether what follows the data folder is a dossier, or nothing: a mistyped verb is told so."""
    if words and words[0] == "--donnees":
        if len(words) == 1:
            return False
        words = words[2:]
    return not words or words[0].lower().endswith(".autodiag") or os.path.isfile(words[0])


def _has_screen() -> bool:
    """Elsewhere than on Linux there is one; Qt would end the process without a word of French."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _run_verb(words: Sequence[str]) -> int:
    from autodiag.bundle import installed
    from autodiag.cli.run import run
    from autodiag.cli.surroundings import Surroundings
    from autodiag.version import VERSION

    out, err = sys.stdout or StringIO(), sys.stderr or StringIO()  # a bare window has none
    for stream in (out, err):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return run(
        words,
        Surroundings(
            bundle=installed(),
            data=_data_folder(),
            user=_user(),
            machine=_machine(),
            clock=_clock,
            out=out,
            err=err,
            version=VERSION,
        ),
    )


def _clock() -> datetime:
    return datetime.now().astimezone()


def _documents() -> Path:
    """The user's documents, where new dossiers are proposed."""
    from platformdirs import user_documents_path

    return user_documents_path()


def _data_folder() -> Path:
    """Where this system keeps what belongs to one user: no administrator right is needed."""
    from platformdirs import user_data_path

    return user_data_path("autodiag", appauthor=False)


def _machine() -> str:
    """The name of this computer, which others see when they find a dossier open."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _user() -> str:
    """The name of the account, without the bytes that cannot be written in a dossier."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "inconnu"
    return name.encode("utf-8", "replace").decode()


if __name__ == "__main__":
    code = main(sys.argv[1:])
    if "ui.app" not in sys.modules:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done, and said
        gc.freeze()  # all goes with the process: looking through what a report made takes 0.3 s
    sys.exit(code)
