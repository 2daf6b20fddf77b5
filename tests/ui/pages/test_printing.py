# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Imprimer»: the pages previewed are those saved; the edition to share is the one proposed."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from tests.support.desks import every
from ui.bridge import Bridge
from ui.desk import Desk
from ui.notices import Notice
from ui.pages.printing import PrintingPage
from ui.report_job import page_images, send_to_printer

OpenBridge = Callable[..., Bridge]
LONG = 30_000


@pytest.fixture
def page(desk: Desk, open_dossier_of: OpenBridge, qtbot: QtBot) -> PrintingPage:
    """The page of a dossier whose security answers are all at the lowest level."""
    bridge = open_dossier_of()
    page = PrintingPage(desk, open_dossier_of(answers=every(bridge.questionnaire, 0)))
    qtbot.addWidget(page)
    page.resize(1366, 636)
    page.show()
    ready(page, qtbot)
    return page


def ready(page: PrintingPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page._options.save.isEnabled, timeout=LONG)


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def choose(page: PrintingPage, name: str, qtbot: QtBot) -> None:
    found = next(one for one in page.findChildren(QRadioButton) if one.text() == name)
    found.click()
    ready(page, qtbot)


def test_the_edition_to_share_is_proposed_and_saved_as_it_is_previewed(
    page: PrintingPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    posted: list[Notice] = []
    desk.notices.posted.connect(posted.append)
    desk.dialogs.chosen = tmp_path / "rapport.pdf"
    page._options.save.click()
    qtbot.waitUntil(lambda: bool(posted))
    assert posted[0].fact == "Document enregistré\u00a0: rapport.pdf"
    assert desk.dialogs.chosen.read_bytes() == page._printed.data
    assert page._printed.edition.public
    assert "Montbrelle" in text_of(desk.dialogs.chosen)


def test_the_synthesis_is_one_page(page: PrintingPage, qtbot: QtBot) -> None:
    choose(page, "Synthèse", qtbot)
    assert page._printed.pages == 1
    assert page._where.text() == "Page 1 sur 1"


def test_the_edition_of_the_mairie_says_more(page: PrintingPage, qtbot: QtBot) -> None:
    shared = page._printed.pages
    choose(page, "Pour la mairie seulement", qtbot)
    assert not page._printed.edition.public
    assert page._printed.pages > shared


def test_pages_are_drawn_when_they_are_seen(page: PrintingPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page._preview._images) >= 2, timeout=LONG)
    first = page._preview._images[0]
    assert len(first.convertToFormat(first.Format.Format_RGB888).constBits()) > 100_000
    assert len(page._preview._images) < page._printed.pages
    page._preview.go_to(page._printed.pages - 1)
    qtbot.waitUntil(lambda: page._printed.pages - 1 in page._preview._images, timeout=LONG)


def test_a_plan_made_for_the_document_is_stored(page: PrintingPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.bridge.pending == 0, timeout=LONG)
    plan = page.bridge.dossier.plan()
    assert plan is not None
    assert plan == page.bridge.stored_plan


def test_every_page_goes_to_the_printer(page: PrintingPage, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "imprime.pdf"))
    printer.setResolution(40)
    sent = send_to_printer(page._printed.data, printer, lambda *_: None)
    assert sent == page._printed.pages
    images = page_images(
        (tmp_path / "imprime.pdf").read_bytes(), [sent - 1], 80, 1.0, lambda *_: None
    )
    assert images[sent - 1].width() == 80
