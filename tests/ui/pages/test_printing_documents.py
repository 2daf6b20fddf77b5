# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Documents à modifier»: those that are ticked are put in a folder, and nothing there is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.bridge import Bridge
from ui.desk import Desk
from ui.notices import Notice
from ui.pages.printing import PrintingPage
from ui.pages.printing_documents import DocumentsPart
from ui.pages.printing_signing import field_of

OpenBridge = Callable[..., Bridge]
LONG = 30_000
ARTICLE = "5 - Article du bulletin.docx"


@pytest.fixture
def part(desk: Desk, open_dossier_of: OpenBridge, qtbot: QtBot, tmp_path: Path) -> DocumentsPart:
    """The choices, open, only the article ticked; the person would choose the folder «papiers»."""
    page = PrintingPage(desk, open_dossier_of(answers={"str-1": 2}))
    qtbot.addWidget(page)
    page.resize(1366, 636)
    page.show()
    qtbot.waitUntil(page._options.save.isEnabled, timeout=LONG)
    part = page._options.documents
    qtbot.mouseClick(part.fold.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(part.signed.button, Qt.MouseButton.LeftButton)
    for name, tick in part.ticks.items():
        tick.setChecked(name == "article")
    (tmp_path / "papiers").mkdir()
    desk.dialogs.chosen = tmp_path / "papiers"
    part.page = page  # kept as long as its part
    return part


def test_what_is_ticked_is_put_in_the_folder_with_the_day_typed(
    part: DocumentsPart, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    qtbot.keyClicks(field_of(part.signing.seance_row), "14/01/2027")
    qtbot.keyClick(part.save, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0].kind == "success"
    assert told[0].fact == "1\u00a0fichier enregistré dans «\u202fpapiers\u202f»."
    assert [text for text, _ in told[0].actions] == ["Ouvrir le dossier"]
    assert [one.name for one in (tmp_path / "papiers").iterdir()] == [ARTICLE]
    said = [one.text for one in Document(str(tmp_path / "papiers" / ARTICLE)).paragraphs]
    assert any("en séance le 14\u00a0janvier 2027" in text for text in said)
    assert part.save.isEnabled()


def test_place_name_and_office_typed_are_in_the_signature_and_come_back_at_the_next_folder(
    part: DocumentsPart, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    for name, tick in part.ticks.items():
        tick.setChecked(name == "partage")
    typed = {"place_row": "Montbrelle", "signatory_row": "Anne Martin", "office_row": "Maire"}
    for row, text in typed.items():
        qtbot.keyClicks(field_of(getattr(part.signing, row)), text)
    part.save.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    (letter,) = (tmp_path / "papiers").iterdir()
    said = [one.text for one in Document(str(letter)).paragraphs if one.text]
    assert said[-2:] == ["Maire", "Anne Martin"]
    assert "À Montbrelle, le [à compléter\u00a0: date]" in said
    assert part.signing.place == "Montbrelle"


def test_a_day_that_is_none_is_shown_though_what_is_typed_was_folded(
    part: DocumentsPart, qtbot: QtBot
) -> None:
    field = field_of(part.signing.seance_row)
    qtbot.keyClicks(field, "demain")
    part.signed.set_open(wanted=False)
    assert not field.isVisible()
    part.save.click()
    assert field.isVisible()
    assert field.hasFocus()


def test_what_is_there_is_replaced_only_by_somebody_who_says_so(
    part: DocumentsPart, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    mine = tmp_path / "papiers" / ARTICLE
    mine.write_text("à moi", encoding="utf-8")
    part.save.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told[0].kind == "error"
    assert ARTICLE in told[0].fact
    assert mine.read_text(encoding="utf-8") == "à moi"
    assert [text for text, _ in told[0].actions] == [
        "Remplacer ces fichiers",
        "Choisir un autre dossier…",
    ]
    told[0].actions[0][1]()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=LONG)
    assert told[1].kind == "success"
    assert Document(str(mine)).paragraphs


def test_a_day_that_is_none_is_said_under_its_field_and_nothing_is_asked(
    part: DocumentsPart, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field_of(part.signing.seance_row), "31/02/2027")
    part.save.click()
    assert part.signing.seance_row.fault == "Écrivez-la ainsi\u00a0: 14/01/2027."
    assert desk.dialogs.asked == []
    field_of(part.signing.seance_row).clear()
    qtbot.keyClicks(field_of(part.signing.seance_row), "14 1 2027")
    assert part.signing.seance_row.fault == ""
    assert part.seance().isoformat() == "2027-01-14"


def test_without_a_document_nothing_can_be_saved_and_it_says_why(part: DocumentsPart) -> None:
    part.ticks["article"].setChecked(False)
    assert not part.save.isEnabled()
    assert part._state.text() == "Cochez au moins un document."
    part.ticks["note"].setChecked(True)
    assert part.save.isEnabled()
    assert not part._state.isVisible()


def test_a_picture_that_is_none_is_refused_and_can_be_taken_away(
    part: DocumentsPart, desk: Desk, qtbot: QtBot, tmp_path: Path, told: list[Notice]
) -> None:
    false = tmp_path / "blason.png"
    false.write_bytes(b"rien")
    folder, desk.dialogs.chosen = desk.dialogs.chosen, false
    part.signing.ask_logo.click()
    assert part.signing.logo_said.text() == "Logo\u00a0: blason.png"
    desk.dialogs.chosen = folder
    part.save.click()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert "ne peut pas servir de logo" in told[0].fact
    assert list((tmp_path / "papiers").iterdir()) == []
    part.signing.no_logo.click()
    assert part.signing.logo_said.text() == "Sans logo."
