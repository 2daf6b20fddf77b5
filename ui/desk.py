# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What every page works with, whichever dossier is open. Built once, by the application."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from autodiag.dossier.author import Author
from ui.notices import Notices
from ui.paths import Paths
from ui.preferences import Preferences
from ui.tasks import TaskRunner
from ui.theme import Theme

if TYPE_CHECKING:  # dialogs are imported when one is asked for
    from datetime import date

    from ui.dialogs.file_dialogs import FileDialogs


@dataclass(frozen=True, slots=True)
class Desk:
    """`disk` reads and writes dossiers; `work` plans, prints and previews."""

    paths: Paths
    author: Author
    version: str
    theme: Theme
    preferences: Preferences
    notices: Notices
    dialogs: "FileDialogs"
    disk: TaskRunner
    work: TaskRunner

    def today(self) -> "date":
        """The local day."""
        return self.author.clock().date()
