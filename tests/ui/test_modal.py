# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What stops the window until it is answered: three things, and no more without a thought."""

import re
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"
STOPPING = re.compile(
    r"Modal\b|setModal\(|QMessageBox|QInputDialog|\bdialog\.(?:open|exec)\(|\)\.(?:open|exec)\(\)"
)
MUST = {
    "dialogs/crash_dialog.py": "the application may be broken",
    "failures.py": "the same, shown",
    "main_window.py": "leaving would lose what could not be written",
    "dialogs/file_dialogs.py": "the system’s own dialogs",
}


def test_only_what_would_lose_something_stops_the_window() -> None:
    stopping = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if STOPPING.search(path.read_text(encoding="utf-8"))
    }
    assert stopping == set(MUST)
