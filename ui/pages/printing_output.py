# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is done with a document once it is made: saved, opened in a reader, sent to a printer.

Makes no document, and knows no dossier.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from autodiag.errors import AutodiagError
from autodiag.text.numbers import count
from ui.desk import Desk
from ui.report_job import Printed, send_to_printer
from ui.tasks import Done, Progress

NOTICE = "impression"
PRINTING = "Envoi à l’imprimante…"
FOR_READING = "impressions"
"""In the data folder: a reader needs a file."""


class PrintingOutput(QObject):
    """Tells what became of it in the banners of the window."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._printer: QPrinter | None = None
        self._dialog: QPrintDialog | None = None

    @property
    def _page(self) -> QWidget:
        """What holds it: kept, the two would keep each other."""
        page = self.parent()
        assert isinstance(page, QWidget)
        return page

    def save(self, printed: Printed, suggested: Path) -> None:
        """Ask where, and write it there."""
        target = self._desk.dialogs.save_pdf(self._page, suggested)
        if target is not None:
            again = partial(self.save, printed, suggested)
            self._write(partial(_write, printed, target), self._on_saved, again)

    def open(self, printed: Printed, suggested: Path) -> None:
        """Open it in whatever reads PDF here."""
        target = self._desk.paths.data / FOR_READING / suggested.name
        again = partial(self.save, printed, suggested)
        self._write(partial(_write_for_reading, printed, target), self._on_readable, again)

    def print(self, printed: Printed, suggested: Path) -> None:
        """Ask which printer and which pages, and send them there."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(suggested.stem)
        dialog = QPrintDialog(printer, parent=self._page)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        # the dialog borrows its printer, which must outlive it
        self._printer, self._dialog = printer, dialog
        dialog.finished.connect(partial(self._on_printer_chosen, printed, suggested))
        QDialog.open(dialog)

    def _on_printer_chosen(self, printed: Printed, suggested: Path, result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        if result != QDialog.DialogCode.Accepted or self._printer is None:
            return
        again = partial(self.save, printed, suggested)
        self._desk.work.submit(
            partial(send_to_printer, printed.data, self._printer),
            done=self._on_sent,
            failed=partial(self._on_failed, again),
            dropped=self._on_dropped,
            label=PRINTING,
        )

    def _on_sent(self, pages: int | None) -> None:
        if pages:
            said = f"{count(pages, 'page envoyée', 'pages envoyées')} à l’imprimante."
            self._desk.notices.tell("success", said, key=NOTICE)
        elif pages == 0:
            self._desk.notices.tell(
                "warning",
                "Rien n’a été imprimé.",
                "Le document n’a pas les pages demandées. Choisissez d’autres pages.",
                key=NOTICE,
            )
        else:
            self._desk.notices.tell(
                "error",
                "L’imprimante n’a pas répondu.",
                "Le document est intact. Vérifiez qu’elle est allumée, ou enregistrez le PDF.",
                key=NOTICE,
            )

    @Slot()
    def _on_dropped(self) -> None:
        self._desk.notices.tell(
            "warning",
            "L’impression a été annulée.",
            "Des pages déjà envoyées peuvent encore sortir. Le document est intact.",
            key=NOTICE,
        )

    def _write(self, work: "partial[Path]", done: Done, again: "partial[None]") -> None:
        self._desk.work.submit(work, done=done, failed=partial(self._on_failed, again))

    def _on_saved(self, target: Path) -> None:
        self._desk.notices.tell(
            "success",
            f"Document enregistré\u00a0: {target.name}",
            f"Il est dans «\u202f{target.parent.name}\u202f».",
            actions=(("Ouvrir", partial(self._on_readable, target)),),
            key=NOTICE,
        )

    def _on_readable(self, target: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            self._desk.notices.tell(
                "warning",
                "Aucun lecteur de PDF ne s’est ouvert.",
                f"Le document est là\u00a0: {target}",
                key=NOTICE,
            )

    def _on_failed(self, again: "partial[None]", error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        actions = (("Enregistrer ailleurs…", again),)
        self._desk.notices.tell_error(error, actions=actions, key=NOTICE)


def _write(printed: Printed, target: Path, _progress: Progress) -> Path:
    from autodiag.report.files import replace_file

    replace_file(target, printed.data, overwrite=True)
    return target


def _write_for_reading(printed: Printed, target: Path, progress: Progress) -> Path:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise AutodiagError("dossier_emplacement", emplacement=target.parent.name) from None
    return _write(printed, target, progress)
