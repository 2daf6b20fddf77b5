# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From what is chosen on the welcome page to the file that is opened or created for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.desk import Desk
from ui.opener import Opener
from ui.pages.home import HomePage

if TYPE_CHECKING:
    from autodiag.model.authority import LocalAuthority


class Welcome(QObject):
    """Never writes over a file that is there."""

    def __init__(self, desk: Desk, home: HomePage, opener: Opener) -> None:
        super().__init__(home)
        self._desk, self._home, self._opener = desk, home, opener
        home.authority_chosen.connect(self._on_authority_chosen)
        home.another_chosen.connect(self._on_another_chosen)
        home.dossier_chosen.connect(opener.open_file)
        home.example_chosen.connect(opener.open_example)
        opener.gone.connect(self._on_gone)

    @Slot(object)
    def _on_authority_chosen(self, authority: "LocalAuthority") -> None:
        from ui.opening_paths import proposed_path

        path = proposed_path(authority, self._desk.paths.dossiers)
        if path.exists():
            self._home.ask_existing(authority, path)
        else:
            self._opener.create(path, authority)

    @Slot(object)
    def _on_another_chosen(self, authority: "LocalAuthority") -> None:
        from ui.opening_paths import free_path, proposed_path

        path = free_path(proposed_path(authority, self._desk.paths.dossiers))
        self._opener.create(path, authority)

    @Slot(object)
    def _on_gone(self, path: Path) -> None:
        self._desk.preferences.forget(str(path))
        self._home.refresh()
