# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A failure as text that may be sent to whoever helps: no folder of this computer in it."""

import platform
from pathlib import Path
from traceback import TracebackException

from PySide6.QtCore import qVersion

from autodiag.version import VERSION
from ui.paths import Paths

ROOT = Path(__file__).resolve().parent.parent
LAST_PARTS = 3


def details_of(error: BaseException, paths: Paths) -> str:
    """The versions, then the traceback with the files of the project and no other folder."""
    versions = (
        f"Autodiag {VERSION}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}"
    )
    trace = TracebackException.from_exception(error)
    _shorten(trace)
    text = "".join(trace.format())
    for folder, name in ((paths.data, "[données]"), (paths.documents, "[documents]")):
        text = text.replace(str(folder), name)
    return f"{versions}\n\n{text}".strip()


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
