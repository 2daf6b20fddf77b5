# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The editable documents put in a folder: asks where, has them written, says what became of it."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from autodiag.errors import AutodiagError
from autodiag.text.numbers import count
from ui.bridge import Bridge
from ui.desk import Desk
from ui.documents_job import Known, Order, Written, write_documents
from ui.handover_job import file_place, material_of
from ui.pages.printing_documents import DocumentsPart
from ui.report_job import while_open

NOTICE = "documents"
WRITING = "Préparation des documents…"
SAID = "Relisez-les\u00a0: ce qui est surligné est à compléter."


class DocumentsOutput(QObject):
    """What the part «Documents à modifier» asks for."""

    def __init__(self, desk: Desk, bridge: Bridge, part: DocumentsPart, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._bridge, self._part = desk, bridge, part
        part.save_chosen.connect(self._on_save_chosen)
        part.signing.logo_asked.connect(self._on_logo_asked)

    @property
    def _page(self) -> QWidget:
        """What holds it: kept, the two would keep each other."""
        page = self.parent()
        assert isinstance(page, QWidget)
        return page

    @Slot()
    def _on_logo_asked(self) -> None:
        logo = self._desk.dialogs.open_picture(self._page)
        if logo is not None:
            self._part.signing.show_logo(logo)

    @Slot()
    def _on_save_chosen(self) -> None:
        try:
            seance = self._part.seance()
        except ValueError:  # the field says it
            return
        folder = self._desk.dialogs.choose_folder(self._page, self._desk.paths.dossiers)
        if folder is not None:
            signing = self._part.signing
            self._write(
                Order(
                    self._part.chosen,
                    folder,
                    seance,
                    signing.logo,
                    place=signing.place,
                    signatory=signing.signatory,
                    office=signing.office,
                )
            )

    def _write(self, order: Order) -> None:
        desk, bridge = self._desk, self._bridge
        known = Known(
            material_of(desk, bridge),
            bridge.answered_by(),
            bridge.decided_by(),
            file_place(desk, bridge),
            desk.author.clock(),
        )
        self._part.show_busy(True)
        desk.work.submit(
            while_open(bridge, partial(write_documents, known, order)),
            done=partial(self._on_written, order),
            failed=partial(self._on_failed, order),
            dropped=self._on_dropped,
            label=WRITING,
        )

    def _on_written(self, order: Order, written: Written) -> None:
        self._part.show_busy(False)
        if written.plan is not None and not self._bridge.closed and self._bridge.writable:
            self._bridge.store_plan(written.plan)
        number = count(len(written.files), "fichier enregistré", "fichiers enregistrés")
        self._desk.notices.tell(
            "success",
            f"{number} dans «\u202f{order.folder.name}\u202f».",
            SAID,
            actions=(("Ouvrir le dossier", partial(self._open, order.folder)),),
            key=NOTICE,
        )

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._desk.notices.tell(
                "warning",
                "Le dossier ne s’est pas ouvert.",
                f"Les documents sont là\u00a0: {folder}",
                key=NOTICE,
            )

    @Slot()
    def _on_dropped(self) -> None:
        self._part.show_busy(False)

    def _on_failed(self, order: Order, error: BaseException) -> None:
        self._part.show_busy(False)
        if not isinstance(error, AutodiagError):
            raise error
        if self._bridge.closed:
            return
        actions = [("Choisir un autre dossier…", self._on_save_chosen)]
        if error.code == "documents_existants":
            again = replace(order, overwrite=True)
            actions.insert(0, ("Remplacer ces fichiers", partial(self._write, again)))
        self._desk.notices.tell_error(error, actions=actions, key=NOTICE)
