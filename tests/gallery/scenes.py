# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the gallery shows of the window, page by page, reached as its user reaches it: by clicks on
what is written, and by keys."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Literal

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
from ui.pages.what_if_row import TrialRow
from ui.widgets.action_card import ActionCard
from ui.widgets.display_menu import DisplayButton
from ui.widgets.scroll import bring_into_view
from ui.widgets.words_table import WordsTable

Where = Literal["premier", "rempli", "vide", "annee-suivante", "reprendre"]
"""No dossier yet; the example, filled in; a dossier without an answer; the example of last year, a
new diagnosis begun in it; the welcome page after."""
Act = Callable[[MainWindow], None]
SHORT = 1200
"""Below, in pixels at 100 %, the help of a question waits behind its button (design section 3)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture of each variant. `page` is gone to, then `detail` and `act`; `undo` puts back.

    `drawing` begins the name of the design's drawing of it; `widths`: the least and the most, in
    pixels at 100 %, of the windows where there is such a thing to see.
    """

    id: str
    where: Where
    page: str = ""
    detail: str = ""
    act: Act | None = None
    undo: Act | None = None
    drawing: str = ""
    widths: tuple[int, int] = (0, 100_000)


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


SCENES = (
    Scene("accueil-premier", "premier", drawing="01"),
    Scene("accueil-recherche", "premier", act=partial(search, text="champagne"), drawing="01"),
    Scene("accueil-rien", "premier", act=partial(search, text="zzyx"), drawing="01"),
    Scene(
        "a-venir-atelier",
        "premier",
        act=click("Animer un atelier"),
        undo=click("Retour à l’accueil"),
    ),
    Scene(
        "a-venir-territoire",
        "premier",
        act=click("Réunir plusieurs communes"),
        undo=click("Retour à l’accueil"),
    ),
    Scene("visite", "premier", act=again, undo=click("Passer la visite")),
    Scene("questions-debut", "vide", "questions", drawing="02"),
    Scene(
        "questions-filtre",
        "vide",
        "questions",
        "adm-5",
        act=unanswered,
        undo=escape,
        widths=(SHORT, 100_000),
    ),
    Scene("resultats-vide", "vide", "resultats", drawing="03"),
    Scene("feuille-vide", "vide", "feuille", drawing="05"),
    Scene("collectivite", "rempli", "collectivite"),
    Scene("passation", "rempli", "passation", "lieux"),
    Scene("passation-reponses", "rempli", "passation", "reponses"),
    Scene("passation-decisions", "rempli", "passation", "decisions"),
    Scene("passation-dossier", "rempli", "passation", "dossier"),
    Scene("questions", "rempli", "questions", "adm-5", drawing="02"),
    Scene(
        "questions-raisons",
        "rempli",
        "questions",
        "adm-5",
        act=click("Sans objet"),
        undo=escape,
        drawing="02",
    ),
    Scene(
        "questions-aide",
        "rempli",
        "questions",
        "adm-5",
        act=click("Aide et note"),
        undo=escape,
        drawing="09",
        widths=(0, SHORT - 1),
    ),
    Scene("questions-mot", "rempli", "questions", "str-4", act=word, undo=escape, drawing="02"),
    Scene("resultats", "rempli", "resultats", drawing="03"),
    Scene(
        "resultats-mots",
        "rempli",
        "resultats",
        act=in_words,
        undo=click("Voir la carte"),
        drawing="03",
    ),
    Scene(
        "resultats-calcul",
        "rempli",
        "resultats",
        act=click("Le calcul. "),
        undo=click("Tous les résultats"),
        drawing="03",
    ),
    Scene(
        "resultats-pourquoi",
        "rempli",
        "resultats",
        act=click("Cybersécurité, "),
        undo=click("Tous les résultats"),
        drawing="03",
    ),
    Scene("comparaison", "rempli", "comparaison", drawing="04"),
    Scene(
        "comparaison-mots",
        "rempli",
        "comparaison",
        act=click("Lire en mots"),
        undo=click("Lire en mots"),
        drawing="04",
    ),
    Scene(
        "comparaison-sources",
        "rempli",
        "comparaison",
        act=sources,
        undo=click("Sources"),
        drawing="04",
    ),
    Scene("feuille", "rempli", "feuille", drawing="05"),
    Scene("feuille-detail", "rempli", "feuille", act=open_card, undo=escape, drawing="05"),
    Scene(
        "feuille-non-retenues",
        "rempli",
        "feuille",
        act=click("Non retenues"),
        undo=escape,
        drawing="05",
    ),
    Scene(
        "feuille-chemin",
        "rempli",
        "feuille",
        act=click("Plus court chemin"),
        undo=escape,
        drawing="05",
    ),
    Scene("feuille-suivi", "rempli", "feuille", "follow", undo=escape, drawing="05"),
    Scene("feuille-budget", "rempli", "feuille", "budget", undo=periods, drawing="05"),
    Scene("feuille-plans", "rempli", "feuille", "plans", undo=periods),
    Scene("feuille-moyens", "rempli", "feuille", "moyens", act=dates_of_aid, undo=periods),
    Scene("feuille-et-si", "rempli", "feuille", "et_si", act=tried, undo=no_longer_tried),
    Scene("feuille-trimestres", "rempli", "feuille", "trimestres", undo=periods, drawing="05"),
    Scene("feuille-frise", "rempli", "feuille", "frise", undo=periods, drawing="05"),
    Scene("imprimer", "rempli", "imprimer"),
    Scene("obligations", "rempli", "obligations"),
    Scene("resultats-plan", "rempli", "resultats", drawing="03"),
    Scene("affichage", "rempli", act=display, undo=close_menus),
    Scene("aide-accessibilite", "rempli", act=statement, undo=close_dialogs),
    Scene("aide", "rempli", act=click("Aide"), undo=close_dialogs),
    Scene("annee-collectivite", "annee-suivante", "collectivite"),
    Scene("annee-questions", "annee-suivante", "questions", "filtre:a_confirmer", drawing="02"),
    Scene("annee-resultats", "annee-suivante", "resultats", drawing="03"),
    Scene("annee-passation", "annee-suivante", "passation", "reponses"),
    Scene("accueil-reprendre", "reprendre", drawing="01"),
)
"""In an order that opens each dossier once."""
