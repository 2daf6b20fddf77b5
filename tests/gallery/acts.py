# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is done in the window to bring about what a picture shows: clicks on what is written, and
keys."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QScrollArea,
    QWidget,
)

from tests.gallery.window import wait
from ui.main_window import MainWindow
from ui.pages.authority_others import OthersCard
from ui.pages.what_if_row import TrialRow
from ui.widgets.action_card import ActionCard
from ui.widgets.display_menu import DisplayButton
from ui.widgets.scroll import bring_into_view
from ui.widgets.words_table import WordsTable

Act = Callable[[MainWindow], None]


def press(window: MainWindow, words: str) -> None:
    """Click the first button seen whose text or name begins with these words."""
    for button in window.findChildren(QAbstractButton):
        named = (button.text(), button.accessibleName())
        if button.isVisible() and any(name.startswith(words) for name in named):
            button.click()
            return
    raise LookupError(f"no button «{words}»")


def click(words: str) -> Act:
    """The same, to come."""
    return partial(press, words=words)


def key(window: MainWindow, *keys: Qt.Key) -> None:
    """Keys, to what has the focus."""
    for one in keys:
        QTest.keyClick(QApplication.focusWidget() or window.focusWidget() or window, one)


def escape(window: MainWindow) -> None:
    """Close what was opened last."""
    key(window, Qt.Key.Key_Escape)


def word(window: MainWindow) -> None:
    """The card of the first word that is explained."""
    window.activateWindow()
    wait(30)
    key(window, Qt.Key.Key_F2)


def search(window: MainWindow, text: str) -> None:
    """A name typed in the field of the welcome page."""
    field = window.findChild(QLineEdit)
    assert field is not None
    field.clear()
    QTest.keyClicks(field, text)


def open_card(window: MainWindow, rank: int = 2) -> None:
    """The detail of an action, by its card."""
    seen = [card for card in window.findChildren(ActionCard) if card.isVisible()]
    seen[rank].setFocus(Qt.FocusReason.TabFocusReason)
    key(window, Qt.Key.Key_Return)


def periods(window: MainWindow) -> None:
    """The first view of the roadmap again."""
    window.go("feuille", "periodes")


def dates_of_aid(window: MainWindow) -> None:
    """The form of an aid; it stays open while other views are looked at."""
    with suppress(LookupError):
        press(window, "Ajouter les dates d’une aide")


def tried(window: MainWindow) -> None:
    """Some actions ticked, others not, in «Et si…»; the same again puts them back."""
    for row in [row for row in window.findChildren(TrialRow) if row.isVisible()][1:8:3]:
        row.click()


def no_longer_tried(window: MainWindow) -> None:
    """As the plan has them, and the periods again."""
    tried(window)
    window.go("feuille", "periodes")


def again(window: MainWindow) -> None:
    """The visit, as somebody asks for it again: from the help."""
    press(window, "Aide")
    wait(50)
    press(window, "Revoir la visite")
    wait(50)


def sources(window: MainWindow) -> None:
    """What the page ends with, unfolded and scrolled to."""
    press(window, "Sources")
    wait(50)
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def in_words(window: MainWindow) -> None:
    """The map as a table, scrolled to where it would not be seen."""
    press(window, "Lire en mots")
    wait(50)
    for table in window.findChildren(WordsTable):
        if table.isVisible() and table.visibleRegion().isEmpty():
            bring_into_view(table, 8)


def display(window: MainWindow) -> None:
    """The menu «Affichage», without waiting for a choice."""
    button = window.findChild(DisplayButton)
    assert button is not None
    button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))


def close_menus(window: MainWindow) -> None:
    """Nothing chosen."""
    for menu in window.findChildren(QMenu):
        menu.close()


def statement(window: MainWindow) -> None:
    """The help where it says how accessible all this is."""
    window.show_help("accessibilite")


def to_grab(window: MainWindow) -> QWidget:
    """The menu or the dialog in front, else the window."""
    over = (*window.findChildren(QMenu), *window.findChildren(QDialog))
    return next((one for one in over if one.isVisible()), window)


def unanswered(window: MainWindow) -> None:
    """The questions without an answer, listed in place of the themes."""
    press(window, "Chercher")
    wait(30)
    press(window, "Sans réponse")


def close_dialogs(window: MainWindow) -> None:
    """Échap, for those that are open."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    window.activateWindow()  # which a virtual screen does not do by itself
    wait(30)


def other(window: MainWindow, questionnaire: str, page: str, detail: str = "") -> None:
    """Another questionnaire of the dossier, on one of its pages."""
    assert window.bridge is not None
    window.bridge.begin(questionnaire, date(2026, 11, 22))
    until_shown(window, questionnaire)
    window.go(page, detail or None)


def until_shown(window: MainWindow, questionnaire: str) -> None:
    """Its pages are made by then, on a busy machine too."""
    for _ in range(100):
        wait(150)
        if window.bridge is not None and window.bridge.questionnaire.id == questionnaire:
            return
    raise TimeoutError(f"«{questionnaire}» is never shown")


def other_questionnaires(window: MainWindow) -> None:
    """Their card, scrolled to."""
    for card in window.findChildren(OthersCard):
        bring_into_view(card, 8)


def diagnosis(window: MainWindow) -> None:
    """The diagnosis again."""
    assert window.bridge is not None
    snapshot = window.bridge.snapshot
    main = snapshot.main_id or snapshot.assessment.questionnaire_id
    window.bridge.choose_assessment(snapshot.main_years[-1].id)
    until_shown(window, main)
