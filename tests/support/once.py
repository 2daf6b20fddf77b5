# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Questionnaires, knowledge and figures are read once by a process of tests, as long as their files
stay as they are: what is read never changes, and a thousand tests open a dossier."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from autodiag.benchmarks import library
from autodiag.catalogue import load


def read_once() -> None:
    """From now on; before anything takes these functions under another name."""
    load.load_packed = cache(load.load_packed)
    load.load_questionnaire = _of_files(load.load_questionnaire)
    load.load_knowledge = _of_files(load.load_knowledge)
    library.load_benchmarks = _of_files(library.load_benchmarks)


def _of_files(read: Callable[..., Any]) -> Callable[..., Any]:
    """The same, read again only when a file of its folders is another one."""

    @cache
    def kept(_state: tuple[object, ...], folders: tuple[Path, ...]) -> Any:
        return read(*folders)

    def reading(*folders: Path) -> Any:
        return kept(tuple(_state(folder) for folder in folders), folders)

    return reading


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return tuple(
        sorted((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    )
