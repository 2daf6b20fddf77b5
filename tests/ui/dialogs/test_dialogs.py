# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""File dialogs in French, and the help: what they ask, what they say."""

import gc
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.gallery.window import wait
from tests.ui.conftest import OpenBridge
from ui.desk import Desk
from ui.dialogs import help_dialog
from ui.dialogs.file_dialogs import FileDialogs
from ui.dialogs.help_dialog import HelpDialog, Section, show_help
from ui.dialogs.help_keys import KEYS
from ui.dialogs.method_text import glossary_said, method_said
from ui.dialogs.unwritten_dialog import UnwrittenDialog
from ui.widgets.focus_ring import FocusRing


class Person:
    """Stands for the person: looks at the dialog, then accepts or gives up."""

    def __init__(self, *, accepts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        self.saw: dict[str, Any] = {}
        person = self

        def look(dialog: QFileDialog) -> QDialog.DialogCode:
            labels = QFileDialog.DialogLabel
            person.saw = {
                "title": dialog.windowTitle(),
                "folder": Path(dialog.directory().absolutePath()),
                "files": [Path(name) for name in dialog.selectedFiles()],
                "patterns": dialog.nameFilters(),
                "suffix": dialog.defaultSuffix(),
                "verb": dialog.labelText(labels.Accept),
                "give up": dialog.labelText(labels.Reject),
            }
            codes = QDialog.DialogCode
            return codes.Accepted if accepts else codes.Rejected

        monkeypatch.setattr(QFileDialog, "exec", look, raising=False)


def test_a_copy_is_proposed_where_and_as_it_was_suggested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    person = Person(accepts=True, monkeypatch=monkeypatch)
    suggested = tmp_path / "Montbrelle copie.autodiag"
    chosen = FileDialogs(tmp_path).save_dossier(None, suggested)
    assert chosen == suggested
    assert person.saw["title"] == "Enregistrer une copie du dossier"
    assert (person.saw["verb"], person.saw["give up"]) == ("Enregistrer", "Annuler")
    assert person.saw["suffix"] == "autodiag"
    assert person.saw["patterns"] == ["Dossiers Autodiag (*.autodiag)"]


def test_a_document_is_proposed_in_a_folder_that_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    person = Person(accepts=False, monkeypatch=monkeypatch)
    chosen = FileDialogs(tmp_path).save_pdf(None, tmp_path / "pas" / "là" / "rapport.pdf")
    assert chosen is None
    assert person.saw["folder"] == tmp_path
    assert [path.name for path in person.saw["files"]] == ["rapport.pdf"]
    assert person.saw["suffix"] == "pdf"


def test_a_dossier_is_asked_for_where_the_last_one_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    person = Person(accepts=True, monkeypatch=monkeypatch)
    elsewhere = tmp_path / "clé"
    elsewhere.mkdir()
    dialogs = FileDialogs(tmp_path)
    dialogs.save_dossier(None, elsewhere / "mairie.autodiag")
    dialogs.open_dossier(None)
    assert person.saw["folder"] == elsewhere
    assert person.saw["title"] == "Ouvrir un dossier"
    assert person.saw["verb"] == "Ouvrir"
    assert "*.autodiag" in person.saw["patterns"][0]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 700)
    window.show()
    return window


@pytest.fixture
def help_shown(desk: Desk, window: QWidget) -> HelpDialog:
    desk.paths.copies.mkdir()
    dialog = HelpDialog(desk, window)
    dialog.show()
    return dialog


def test_the_help_says_where_the_copies_are_and_opens_there(
    help_shown: HelpDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        help_dialog.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    assert help_shown.copies.text() == str(desk.paths.copies)
    help_shown.open_button.click()
    assert [Path(path) for path in opened] == [desk.paths.copies]


def test_without_any_copy_there_is_nothing_to_open(desk: Desk, qtbot: QtBot) -> None:
    dialog = HelpDialog(desk)
    qtbot.addWidget(dialog)
    assert not dialog.open_button.isEnabled()
    assert dialog.open_button.toolTip() == "Aucune copie pour l’instant"


def test_the_copies_are_really_there(help_shown: HelpDialog, open_dossier_of: OpenBridge) -> None:
    open_dossier_of()
    assert list(Path(help_shown.copies.text()).rglob("*.autodiag"))


def test_the_help_shows_every_key_and_is_left_by_its_button(
    help_shown: HelpDialog, qtbot: QtBot
) -> None:
    texts = {text.text() for text in help_shown.findChildren(QLabel)}
    assert {what for _, what in KEYS} <= texts
    with qtbot.waitSignal(help_shown.finished):
        help_shown.close_button.click()


def at_its_top(dialog: HelpDialog, section: Section) -> bool:
    head = dialog._heads[section]
    return 0 <= head.mapTo(dialog._area, head.rect().topLeft()).y() < 60


def test_the_help_opens_at_the_method_and_holds_every_word(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    dialog = HelpDialog(desk, window, section="methode")
    dialog.show()
    qtbot.waitUntil(lambda: dialog._statement.count() > 0 and at_its_top(dialog, "methode"))
    read = " ".join(text.accessibleName() + text.text() for text in dialog.findChildren(QLabel))
    assert "Le score d’un thème est la moyenne" in read
    assert "**" not in read
    assert "{" not in read
    assert "<b>RGPD</b>" in read
    dialog.close()


def test_the_help_stays_at_its_last_section_until_somebody_scrolls(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    desk.theme.set_scale(2.0)
    dialog = HelpDialog(desk, window, section="accessibilite")
    dialog.show()
    qtbot.waitUntil(lambda: at_its_top(dialog, "accessibilite"))  # it comes after all the others
    for wide in (620, 900):
        dialog.resize(wide, 560)
        wait(20)
        assert at_its_top(dialog, "accessibilite")
    bar = dialog._area.verticalScrollBar()
    bar.setValue(left := bar.value() - 300)
    dialog.resize(900, 540)
    wait(20)
    assert bar.value() == left
    dialog.close()


def test_the_help_opens_where_its_texts_are_spoilt(tmp_path: Path) -> None:
    assert method_said(tmp_path) == ()
    assert glossary_said(tmp_path) == ()


def test_the_help_is_one_and_in_nobodys_way(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    page = QWidget(window)
    first = show_help(desk, page)
    assert not first.isModal()
    assert window.isEnabled()
    assert first.tour_button.isHidden()  # this window has no visit
    assert show_help(desk, page, section="mots") is first
    assert first._area.verticalScrollBar().value() > 0
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(first))
    second = show_help(desk, page)
    assert window.findChildren(HelpDialog) == [second]
    second.close()


class Guided(QWidget):
    """A window that knows how to show its visit."""

    def __init__(self) -> None:
        super().__init__()
        self.toured = 0

    def start_tour(self) -> None:
        self.toured += 1


def test_the_visit_is_seen_again_from_the_help(desk: Desk, qtbot: QtBot) -> None:
    window = Guided()
    qtbot.addWidget(window)
    window.show()
    dialog = show_help(desk, window)
    assert dialog.tour_button.isVisible()
    qtbot.keyClick(dialog.tour_button, Qt.Key.Key_Space)
    assert window.toured == 1
    assert not dialog.isVisible()


def test_all_of_the_help_is_reached_at_the_keyboard(help_shown: HelpDialog, qtbot: QtBot) -> None:
    help_shown.activateWindow()
    reached: list[QWidget] = []
    for _ in range(12):
        qtbot.keyClick(help_shown.focusWidget() or help_shown, Qt.Key.Key_Tab)
        reached.append(help_shown.focusWidget())
        shown = help_shown._ring.isVisible()
        assert shown or reached[-1] is None, reached[-1]
    wanted = {help_shown.copies, help_shown.open_button, help_shown.close_button}
    assert {*wanted, help_shown._area} <= set(reached)


@pytest.mark.long
def test_the_help_leaves_nothing_behind(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    gc.disable()
    try:
        for _ in range(5):
            dialog = HelpDialog(desk, window)
            dialog.show()
            dialog.close_button.click()
            qtbot.waitUntil(partial(_gone, dialog))
    finally:
        gc.enable()
    assert window.findChildren(HelpDialog) == []


def _gone(dialog: HelpDialog) -> bool:
    return not isValid(dialog)


def test_leaving_with_something_unwritten_shows_where_the_keyboard_is(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    dialog = UnwrittenDialog(desk.theme, 2, window)
    dialog.open()
    qtbot.waitUntil(dialog.findChildren(FocusRing)[0].isVisible)
