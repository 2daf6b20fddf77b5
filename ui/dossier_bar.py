# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Keeps the top bar in step with the open dossier, and carries out what its two menus ask."""

from PySide6.QtCore import QObject, Slot

from ui.desk import Desk
from ui.dossier_file import DossierFile
from ui.open_dossier import OpenDossier
from ui.widgets.place_words import inhabitants
from ui.widgets.stepper import STEPS, UNSCORED
from ui.widgets.top_bar import TopBar


class DossierBar(QObject):
    """Ends with the dossier."""

    def __init__(self, desk: Desk, bar: TopBar, dossier: OpenDossier) -> None:
        super().__init__(dossier)
        self._bar, self._dossier = bar, dossier
        self._file = DossierFile(desk, dossier.bridge, bar)
        self._writable: bool | None = None
        self._connect()
        self._on_changed()

    def _connect(self) -> None:
        bridge, bar = self._dossier.bridge, self._bar
        sign, undo = bar.saved_sign, bar.undo
        bridge.changed.connect(self._on_changed)
        bridge.saving.connect(sign.show_saving)
        bridge.saved.connect(sign.show_saved)
        bridge.save_failed.connect(sign.show_failed)
        sign.folder_chosen.connect(self._file.open_folder)
        sign.copy_chosen.connect(self._file.save_copy)
        sign.handover_chosen.connect(self._on_handover_chosen)
        undo.undo_chosen.connect(self._dossier.undo)
        undo.redo_chosen.connect(self._dossier.redo)
        undo.look_asked.connect(self._on_look_asked)

    def _show_reading(self) -> None:
        """Whether anything can be changed: not in an older diagnosis."""
        writable = self._dossier.bridge.writable
        if writable == self._writable:
            return
        self._writable = writable
        self._bar.saved_sign.clear()
        if not writable:
            self._bar.saved_sign.show_read_only()
        self._bar.undo.setEnabled(writable)

    @Slot()
    def _on_changed(self) -> None:
        self._show_reading()
        authority = self._dossier.bridge.snapshot.authority
        self._bar.set_place(authority.name, inhabitants(authority))
        scored = self._dossier.bridge.questionnaire.scoring is not None
        self._bar.stepper.show_steps(STEPS if scored else UNSCORED)
        self._bar.stepper.set_done(self._dossier.steps_done())
        self._bar.saved_sign.set_place(self._dossier.bridge.path.name, self._file.where)

    @Slot()
    def _on_handover_chosen(self) -> None:
        self._dossier.went_to.emit("passation", None)

    @Slot()
    def _on_look_asked(self) -> None:
        self._dossier.look_ahead(self._bar.undo.show_ahead)
