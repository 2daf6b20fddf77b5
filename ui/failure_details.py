# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A failure as text that may be sent to whoever helps: no folder of this computer in it."""

import platform
import re
from pathlib import Path
from traceback import TracebackException

from PySide6.QtCore import qVersion

from autodiag.version import VERSION
from ui.paths import Paths

ROOT = Path(__file__).resolve().parent.parent
LAST_PARTS = 3
_START = r"(?:[A-Za-z]:[\\/]|\\\\|/)"
"""Of a path from the root: a drive, a share, or a slash."""
_QUOTED = re.compile(rf"""(['"]|«[ \u00a0\u202f]){_START}[^'"»\n]*[\\/]([^'"»\n]*)""")
_BARE = re.compile(rf"(?<![\w\]./\\:<-]){_START}(?:[^\s'\"\\/]+[\\/]+)*([^\s'\"\\/]*)")


def details_of(error: BaseException, paths: Paths) -> str:
    """The versions, then the traceback with the files of the project and no other folder."""
    versions = (
        f"Autodiag {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}"
    )
    trace = TracebackException.from_exception(error)
    _shorten(trace)
    text = "".join(trace.format())
    named = ((paths.data, "[données]"), (paths.documents, "[documents]"), (_home(), "[vous]"))
    for folder, name in named:
        if not folder.name:
            continue
        for written in {str(folder), str(folder).replace("\\", "\\\\"), folder.as_posix()}:
            text = text.replace(written, name)
    return f"{versions}\n\n{without_folders(text)}".strip()


def without_folders(text: str) -> str:
    """The same with the last part only of each path from the root of a disk."""
    return _BARE.sub(r"\1", _QUOTED.sub(r"\1\2", text))


def _home() -> Path:
    """The user’s folder; nothing where it is not known."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def _shorten(trace: TracebackException | None) -> None:
    if trace is None:
        return
    for frame in trace.stack:
        path = Path(frame.filename)
        if path.is_relative_to(ROOT / ".venv") or not path.is_relative_to(ROOT):
            path = Path(*path.parts[-LAST_PARTS:])
        else:
            path = path.relative_to(ROOT)
        frame.filename = path.as_posix()
    _shorten(trace.__cause__)
    _shorten(trace.__context__)
