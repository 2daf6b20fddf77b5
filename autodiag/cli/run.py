# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Runs one verb: from words to an exit code. Imports only what the verb needs."""

import errno
import gc
import os
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from autodiag.cli.arguments import build_parser
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError

DONE, REFUSED = 0, 1
BRIEF = frozenset(("rapport",))
"""Verbs that make many objects in a second and end: a tenth of their time is the collector's."""
DISK_FULL = (
    "Il n’y a plus de place sur le disque : le résultat n’a pas été écrit en entier. Ce que le "
    "dossier contient n’a pas changé. Libérez de la place, puis recommencez."
)


def run(words: Sequence[str], surroundings: Surroundings) -> int:
    """The exit code: 0 done, 1 refused or problems found. Raises SystemExit(2) for wrong usage."""
    try:
        options = build_parser().parse_args(list(words))
        if options.donnees:
            surroundings = replace(surroundings, data=Path(options.donnees))
        with _collector(paused=options.verb in BRIEF):
            code = _verb(options.verb)(options, surroundings)
        surroundings.out.flush()
    except AutodiagError as error:
        surroundings.say_error(error)
        return REFUSED
    except BrokenPipeError:
        # whoever was reading has gone, as with «| head»: nothing is left to say
        _silence(surroundings.out)
        return REFUSED
    except OSError as error:
        _tell(error, surroundings)
        return REFUSED
    return code


@contextmanager
def _collector(*, paused: bool) -> Generator[None]:
    """What a brief verb makes lives until its end: looking among it for what does not takes time
    and finds next to nothing."""
    paused = paused and gc.isenabled()
    if paused:
        gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def _tell(error: OSError, surroundings: Surroundings) -> None:
    """What the disk refused, where nothing closer to it has said so."""
    if error.errno == errno.ENOSPC:
        _silence(surroundings.out)
        surroundings.say(DISK_FULL)
    else:
        file = error.filename or error.strerror or error
        surroundings.say_error(AutodiagError("systeme_refus", fichier=file))


def _silence(out: TextIO) -> None:
    """What could not be written is let go, else Python would try again when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _verb(name: str) -> Callable[..., int]:
    match name:
        case "nouveau":
            from autodiag.cli.new import run_new as verb
        case "remplir":
            from autodiag.cli.fill import run_fill as verb
        case "reponses" | "score" | "comparer":
            from autodiag.cli.read import READING

            verb = READING[name]
        case "feuille-de-route":
            from autodiag.cli.roadmap import run_roadmap as verb
        case "rapport":
            from autodiag.cli.report import run_report as verb
        case "documents":
            from autodiag.cli.documents import run_documents as verb
        case "verifier":
            from autodiag.cli.verify import run_verify as verb
        case "exemple":
            from autodiag.cli.example import run_example as verb
        case _:
            from autodiag.cli.self_test import run_self_test as verb
    return verb
