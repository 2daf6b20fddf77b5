# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Imprimer»: the pages previewed are those saved; the edition to share is the one proposed."""

import gc
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.support.desks import every, open_bridge, write_dossier
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


@pytest.mark.long
def test_the_synthesis_is_one_page(page: PrintingPage, qtbot: QtBot) -> None:
    choose(page, "Synthèse", qtbot)
    assert page._printed.pages == 1
    assert page._where.text() == "Page 1 sur 1"


@pytest.mark.long
def test_a_form_is_made_without_a_roadmap_and_what_is_unknown_is_never_shared(
    page: PrintingPage, qtbot: QtBot
) -> None:
    choose(page, "Questionnaire à remplir", qtbot)
    assert page._printed.edition.public
    assert page._printed.plan is None
    assert "questionnaire à remplir" in page._suggested().name
    choose(page, "Fiche de vérification", qtbot)
    assert not page._printed.edition.public
    assert not page._options._whom.button(0).isEnabled()
    choose(page, "Synthèse", qtbot)
    assert page._printed.edition.public, "what was chosen before comes back"
    assert page._options._whom.button(0).isEnabled()


def test_the_attestation_shows_its_criteria_with_it_and_only_with_it(
    page: PrintingPage, qtbot: QtBot
) -> None:
    assert page._options.attestation is None, "made when it is chosen"
    page.show_detail("attestation-partagee")
    ready(page, qtbot)
    part = page._options.attestation
    assert part is not None
    assert part.isVisible()
    assert part.count.text().endswith("sur 5")
    assert (page._printed.pages, page._printed.plan) == (1, None)
    assert "attestation autodéclarée" in page._suggested().name
    choose(page, "Synthèse", qtbot)
    assert not part.isVisible()


@pytest.mark.long
def test_the_edition_of_the_mairie_says_more(page: PrintingPage, qtbot: QtBot) -> None:
    shared = page._printed.pages
    choose(page, "À usage interne", qtbot)
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


def to_pdf(page: PrintingPage, target: Path) -> QPrintDialog:
    """Choose «Imprimer…»; the dialog that opened, its printer writing a PDF, and few dots."""
    page._options.print.click()
    gc.collect()
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setResolution(40)
    return dialog


@pytest.mark.long
def test_the_printer_outlives_the_dialog_in_which_it_was_chosen(
    page: PrintingPage, desk: Desk, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    dialog = to_pdf(page, tmp_path / "papier.pdf")
    dialog.done(1)
    gc.collect()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0].kind == "success"
    assert told[0].fact.endswith("pages envoyées à l’imprimante.")
    assert (tmp_path / "papier.pdf").read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is None)


@pytest.mark.long
def test_a_cancelled_print_says_so_and_frees_the_dialog(
    page: PrintingPage, desk: Desk, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    keys: list[int] = []
    desk.work.started.connect(lambda key, _label: keys.append(key))
    to_pdf(page, tmp_path / "papier.pdf").done(1)
    desk.work.cancel(keys[-1])
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0].fact == "L’impression a été annulée."
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is None)
    to_pdf(page, tmp_path / "papier.pdf").done(0)
    qtbot.waitUntil(lambda: page.findChild(QPrintDialog) is None)
    assert len(told) == 1


@pytest.mark.parametrize(
    ("first", "last", "sent"),
    [(2, 3, 2), (500, 600, 0), pytest.param(1, 9999, None, marks=pytest.mark.long)],
)
def test_only_the_pages_that_exist_are_counted_as_sent(
    page: PrintingPage, tmp_path: Path, first: int, last: int, sent: int | None
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "imprime.pdf"))
    printer.setResolution(20)
    printer.setFromTo(first, last)
    expected = page._printed.pages if sent is None else sent
    assert send_to_printer(page._printed.data, printer, lambda *_: None) == expected


@pytest.mark.long
def test_no_page_to_print_is_said_without_a_number(
    page: PrintingPage, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    dialog = to_pdf(page, tmp_path / "papier.pdf")
    dialog.printer().setFromTo(500, 600)
    page._output._on_sent(0)
    assert told[0].fact == "Rien n’a été imprimé."
    dialog.done(0)


def test_opening_without_a_data_folder_says_so_and_proposes_another_place(
    page: PrintingPage, desk: Desk, qtbot: QtBot, told: list[Notice]
) -> None:
    (desk.paths.data / "impressions").write_text("un fichier", encoding="utf-8")
    page._options.open.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0].kind == "error"
    assert "« impressions »" in told[0].fact.replace("\u202f", " ")
    assert [text for text, _ in told[0].actions] == ["Enregistrer ailleurs…"]


def test_a_dossier_closed_while_its_document_is_made_stops_it_in_silence(
    desk: Desk, tmp_path: Path, qtbot: QtBot, told: list[Notice]
) -> None:
    page = PrintingPage(desk, open_bridge(desk, write_dossier(tmp_path / "a.autodiag")))
    qtbot.addWidget(page)
    page.show()
    assert desk.work.busy
    page.bridge.close()
    qtbot.waitUntil(lambda: not desk.work.busy, timeout=LONG)
    assert page._printed is None
    assert told == []


def test_a_page_deleted_while_its_document_and_its_images_are_made_is_not_told(
    desk: Desk, open_dossier_of: OpenBridge, qtbot: QtBot
) -> None:
    for images in (False, True):
        page = PrintingPage(desk, open_dossier_of(answers={"str-1": 2}))
        page.show()
        if images:
            ready(page, qtbot)
            page._on_pages_wanted([0, 1], 400)
        assert desk.work.busy
        delete(page)
        qtbot.waitUntil(lambda: not desk.work.busy, timeout=LONG)
