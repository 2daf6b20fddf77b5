# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Imprimer»: the pages as they will be printed; save, open, send to a printer.

What is saved and printed is, to the byte, what is previewed.
"""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.paper import Material
from autodiag.text.numbers import count, day
from ui.bridge import Bridge
from ui.desk import Desk
from ui.opening_paths import proposed_path
from ui.pages.attestation_part import AttestationDesk
from ui.pages.page import NARROW, Page, side_margin
from ui.pages.printing_folder import DocumentsOutput
from ui.pages.printing_options import PrintingOptions
from ui.pages.printing_output import PrintingOutput
from ui.report_job import Edition, Printed, page_images, print_document, while_open
from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.page_preview import PagePreview
from ui.widgets.scroll import scroll_area

MAKING = "Préparation du document…"
SIDE, NARROW_SIDE = 372, 320
LEAST_BESIDE = 900
"""Pixels at 100 % from which the choices stand beside the pages."""
PREVIEW = 560
FILE_NAMES = {
    "synthese": "synthèse",
    "questionnaire-vierge": "questionnaire à remplir",
    "fiche-verification": "fiche de vérification",
    "attestation": "attestation autodéclarée",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a document is made from."""

    snapshot: Snapshot
    edition: Edition

    def same_as(self, other: "Wanted | None") -> bool:
        """Whether another document would be the same; quick when nothing has changed."""
        return other is not None and (
            self.edition == other.edition
            and (self.snapshot is other.snapshot or self.snapshot == other.snapshot)
        )


class PrintingPage(Page):
    """Makes the chosen edition again whenever what it was made from has changed."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        self._printed: Printed | None = None
        self._wanted: Wanted | None = None
        self._job = 0
        unscored = bridge.questionnaire.scoring is None
        rules = None if unscored else bridge.knowledge.attestation
        self._options = PrintingOptions(desk.theme, rules)
        self._preview = PagePreview(desk.theme)
        self._where = label("", "body", tone="ink2", wrap=False)
        self._zoom = button(desk.theme, "Agrandir", "quiet")
        self._output = PrintingOutput(desk, self)
        self._documents = DocumentsOutput(desk, bridge, self._options.documents, self)
        self._attestation: AttestationDesk | None = None
        self._build()
        self._connect()

    def refresh(self) -> None:
        wanted = Wanted(self.bridge.snapshot, self._options.edition)
        if not wanted.same_as(self._wanted):
            self._make(wanted)
        if (part := self._options.attestation) is not None:
            if self._attestation is None:
                self._attestation = AttestationDesk(self.desk, self.bridge, part, self)
            self._attestation.refresh()

    def show_detail(self, detail: object) -> None:
        """What is declared for the attestation is shown with it."""
        if isinstance(detail, str) and detail.startswith("attestation"):
            self._options.choose("attestation")

    # Building

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._where, 1)
        head.addWidget(self._zoom)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addLayout(head)
        right.addWidget(self._preview, 1)
        inside = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._parts.setSpacing(24)
        self._parts.addWidget(self._options)
        self._parts.addLayout(right, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll_area(inside))  # one column, with large letters
        self._zoom.hide()
        QWidget.setTabOrder(self._options.print, self._zoom)

    def _connect(self) -> None:
        options = self._options
        options.edition_chosen.connect(self._on_edition_chosen)
        options.save_chosen.connect(self._on_save_chosen)
        options.open_chosen.connect(self._on_open_chosen)
        options.print_chosen.connect(self._on_print_chosen)
        options.update_plan.clicked.connect(self._on_update_plan_clicked)
        self._zoom.clicked.connect(self._on_zoom_clicked)
        self._preview.wanted.connect(self._on_pages_wanted)
        self._preview.page_changed.connect(self._say_where)
        self.desk.theme.changed.connect(self._lay)

    # Making the document

    def _make(self, wanted: "Wanted") -> None:
        self.desk.work.cancel(self._job)
        self._wanted = wanted
        self._printed = None
        self._preview.show_document(0)
        self._zoom.hide()
        self._where.setText(MAKING)
        self._options.show_ready(False, MAKING)
        material = Material(
            snapshot=wanted.snapshot,
            result=self.bridge.result,
            knowledge=self.bridge.knowledge,
            library=self.bridge.library,
            resources=self.desk.paths.bundle.resources,
            today=self.desk.today(),
            version=self.desk.version,
            since=self.bridge.since(),
        )
        self._job = self.desk.work.submit(
            while_open(self.bridge, partial(print_document, material, wanted.edition)),
            done=partial(self._on_made, wanted),
            failed=self._on_failed,
            dropped=partial(self._on_dropped, wanted),
            label=MAKING,
        )

    def _on_made(self, wanted: "Wanted", printed: Printed) -> None:
        if wanted is not self._wanted or self.bridge.closed:
            return
        self._printed = printed
        if printed.plan is not None and self.bridge.writable:
            # the document has this plan in it: once stored, it is not out of date for that
            self._wanted = Wanted(replace(wanted.snapshot, plan=printed.plan), wanted.edition)
            self.bridge.store_plan(printed.plan)
        said = f"{count(printed.pages, 'page')}, {day(self.desk.today())}."
        self._options.show_ready(True, said)
        self._options.show_outdated(not printed.current)
        self._preview.show_document(printed.pages)
        self._zoom.setVisible(printed.pages > 1)
        if printed.pages == 1:
            self._show_columns(1)
        self._say_where(0)

    def _on_dropped(self, wanted: "Wanted") -> None:
        if wanted is self._wanted and not self.bridge.closed:
            self._wanted = None
            said = "Le document n’a pas été préparé. Choisissez-le de nouveau pour l’afficher."
            self._options.show_ready(False, said)
            self._where.setText("")

    def _on_failed(self, error: BaseException) -> None:
        if self.bridge.closed and isinstance(error, AutodiagError):
            return
        self._wanted = None
        self._options.show_ready(False, "Le document n’a pas pu être préparé.")
        self._where.setText("")
        if not isinstance(error, AutodiagError):
            raise error
        self.desk.notices.tell_error(
            error, actions=(("Réessayer", self.refresh),), key="impression"
        )

    # The preview

    @Slot(object, int)
    def _on_pages_wanted(self, pages: list[int], width: int) -> None:
        if self._printed is None:
            return
        work = partial(
            page_images, self._printed.data, tuple(pages), width, self.devicePixelRatioF()
        )
        self.desk.work.submit(
            while_open(self.bridge, work), done=self._preview.take, failed=self._on_page_failed
        )

    def _on_page_failed(self, error: BaseException) -> None:
        raise error

    @Slot(int)
    def _say_where(self, page: int) -> None:
        if self._printed is None:
            return
        last = min(page + self._preview.columns, self._printed.pages)
        one = f"Page {page + 1}" if last == page + 1 else f"Pages {page + 1} et {last}"
        self._where.setText(f"{one} sur {self._printed.pages}")

    @Slot()
    def _on_zoom_clicked(self) -> None:
        self._show_columns(1 if self._preview.columns == 2 else 2)

    def _show_columns(self, columns: int) -> None:
        self._preview.set_columns(columns)
        self._zoom.setText("Deux pages" if columns == 1 else "Agrandir")
        self._say_where(self._preview.top_page)

    # What is done with it

    @Slot(object)
    def _on_edition_chosen(self, _edition: object) -> None:
        self.refresh()

    @Slot()
    def _on_update_plan_clicked(self) -> None:
        self.went_to.emit("feuille", None)

    @Slot()
    def _on_save_chosen(self) -> None:
        if self._printed is not None:
            self._output.save(self._printed, self._suggested())

    @Slot()
    def _on_open_chosen(self) -> None:
        if self._printed is not None:
            self._output.open(self._printed, self._suggested())

    @Slot()
    def _on_print_chosen(self) -> None:
        if self._printed is not None:
            self._output.print(self._printed, self._suggested())

    def _suggested(self) -> Path:
        """«Montbrelle (42) - diagnostic numérique 2026-11-21.pdf», beside the other documents."""
        edition = self._options.edition
        kind = FILE_NAMES.get(edition.model, "diagnostic numérique")
        whom = "" if edition.public else " (interne)"
        folder = self.desk.paths.dossiers
        name = proposed_path(self.bridge.snapshot.authority, folder).stem
        return folder / f"{name} - {kind} {self.desk.today().isoformat()}{whom}.pdf"

    def _lay(self) -> None:
        """Beside each other, or one above the other where letters are large; never too wide."""
        wide, scale = self.width(), self.desk.theme.scale
        above = wide / scale < LEAST_BESIDE
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(down if above else across)
        side = side_margin(wide)
        self._parts.setContentsMargins(side, 14, side, 14)
        if above:
            self._options.setMinimumWidth(0)
            self._options.setMaximumWidth(wide)
        else:
            self._options.setFixedWidth(round((NARROW_SIDE if wide < NARROW else SIDE) * scale))
        self._options.show_whole(whole=above)
        self._preview.setMinimumHeight(PREVIEW if above else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()
