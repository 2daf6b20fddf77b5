# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The report as bytes, and its pages as images: for the thread that prints. Shows nothing.

PDFium serves one thread: everything here runs on the runner `work`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from autodiag.model.dossier import StoredPlan
from autodiag.paper import Found, Material
from ui.tasks import Progress

Model = Literal["complet", "synthese"]
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
    from autodiag.paper import find_roadmap, report_content
    from autodiag.report.document import render

    progress(0, 0, "Lecture de la feuille de route")
    found = find_roadmap(material.snapshot, material.result, material.knowledge, material.today)
    content = report_content(material, found, model=edition.model, public=edition.public)
    data, pages = render(content, progress)
    return Printed(data, pages, edition, found.current, _plan(found))


def _plan(found: Found) -> StoredPlan | None:
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


def send_to_printer(data: bytes, printer: QPrinter, progress: Progress) -> int:
    """Print the pages that the printer was asked for; their number."""
    import pypdfium2

    sharp = min(printer.resolution(), SHARPEST)
    with pypdfium2.PdfDocument(data) as document:
        first = printer.fromPage() or 1
        last = min(printer.toPage() or len(document), len(document))
        painter = QPainter()
        if not painter.begin(printer):
            return 0
        try:
            for number in range(first - 1, last):
                progress(number - first + 1, last - first + 1, f"Page {number + 1} sur {last}")
                if number > first - 1:
                    printer.newPage()
                sheet = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
                image = _image(document[number], sharp / 72)
                fit = min(sheet.width() / image.width(), sheet.height() / image.height())
                painter.drawImage(QRectF(0, 0, image.width() * fit, image.height() * fit), image)
        finally:
            painter.end()
    return last - first + 1


def _image(page: object, scale: float) -> QImage:
    bitmap = page.render(scale=scale, rev_byteorder=True)  # type: ignore[attr-defined]
    form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBA8888
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
    return image.copy()  # the bitmap's memory goes with the page
