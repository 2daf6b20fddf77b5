# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The report as bytes, and its pages as images: for the thread that prints. Shows nothing.

PDFium serves one thread: everything here runs on the runner `work`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from autodiag.model.dossier import StoredPlan
from autodiag.paper import Found, Material
from ui.tasks import CancelledError, Progress, Work

if TYPE_CHECKING:
    from ui.bridge import Bridge

Model = Literal[
    "complet",
    "synthese",
    "passation",
    "questionnaire-vierge",
    "fiche-verification",
    "attestation",
]
WITHOUT_PLAN: tuple[Model, ...] = ("questionnaire-vierge", "fiche-verification")
"""What is filled in by hand: printed without a roadmap."""
SHARPEST = 300
"""Dots per inch sent to a printer: more is not seen, and takes the memory of old computers."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which document. `public`: anyone may ask for it."""

    model: Model = "complet"
    public: bool = True


@dataclass(frozen=True, slots=True)
class Printed:
    """A document in memory. `current`: its roadmap matches the answers. `plan`: the roadmap made
    for it, to store, when none was."""

    data: bytes
    pages: int
    edition: Edition
    current: bool
    plan: StoredPlan | None


def print_document(material: Material, edition: Edition, progress: Progress) -> Printed:
    """Print the report in memory. Raises AutodiagError, Cancelled."""
    from autodiag.paper import attestation_content, find_roadmap, form_content, report_content
    from autodiag.report.document import render

    if edition.model == "attestation":
        data, pages = render(attestation_content(material, public=edition.public), progress)
        return Printed(data, pages, edition, current=True, plan=None)
    if edition.model in WITHOUT_PLAN:
        content = form_content(material, model=edition.model, public=edition.public)
        data, pages = render(content, progress)
        return Printed(data, pages, edition, current=True, plan=None)
    if material.snapshot.questionnaire.scoring is None:
        content = report_content(material, None, model=edition.model, public=edition.public)
        data, pages = render(content, progress)
        return Printed(data, pages, edition, current=True, plan=None)
    progress(0, 0, "Lecture de la feuille de route")
    found = find_roadmap(material.snapshot, material.result, material.knowledge, material.today)
    content = report_content(material, found, model=edition.model, public=edition.public)
    data, pages = render(content, progress)
    return Printed(data, pages, edition, found.current, made_plan(found))


def made_plan(found: Found) -> StoredPlan | None:
    """The roadmap made just now, to store; None where one was."""
    from autodiag.roadmap.stored import dump_roadmap

    roadmap = found.roadmap
    if not found.made:
        return None
    return StoredPlan(dump_roadmap(roadmap), roadmap.inputs_sha256, roadmap.made_on)


def page_images(
    data: bytes, pages: Sequence[int], width: int, ratio: float, progress: Progress
) -> dict[int, QImage]:
    """Some pages, `width` logical pixels wide on a screen of that pixel ratio."""
    import pypdfium2

    out: dict[int, QImage] = {}
    with pypdfium2.PdfDocument(data) as document:
        for number in pages:
            progress(0, 0, "")
            page = document[number]
            image = _image(page, width * ratio / page.get_width())
            image.setDevicePixelRatio(ratio)
            out[number] = image
    return out


def send_to_printer(data: bytes, printer: QPrinter, progress: Progress) -> int | None:
    """Print the pages that the printer was asked for; their number, None when it did not answer.

    The printer drops what it was sent when this is cancelled.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        last = min(printer.toPage() or len(document), len(document))
        asked = range(max(printer.fromPage(), 1), last + 1)
        if not asked:
            return 0
        painter = QPainter()
        if not painter.begin(printer):
            return None
        try:
            for number in asked:
                progress(number - asked.start, len(asked), f"Page {number} sur {last}")
                if number > asked.start:
                    printer.newPage()
                _paint(painter, printer, document[number - 1])
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
    return len(asked)


def _paint(painter: QPainter, printer: QPrinter, page: object) -> None:
    """One page, as large as the paper lets it."""
    image = _image(page, min(printer.resolution(), SHARPEST) / 72)
    sheet = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
    fit = min(sheet.width() / image.width(), sheet.height() / image.height())
    painter.drawImage(QRectF(0, 0, image.width() * fit, image.height() * fit), image)


def while_open(bridge: "Bridge", work: Work) -> Work:
    """The same work, given up at its next progress once the dossier is closed."""

    def until_closed(progress: Progress) -> object:
        def checked(done: int, total: int, label: str) -> None:
            if bridge.closed:
                raise CancelledError
            progress(done, total, label)

        return work(checked)

    return until_closed


def _image(page: object, scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True)  # type: ignore[attr-defined]
    form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBA8888
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
    return image.copy()  # the bitmap's memory goes with the page
