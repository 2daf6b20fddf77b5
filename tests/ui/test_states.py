# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every page in every state of a dossier (issue 3, line 2): it opens without a warning, alone on
the screen, and what it says is true of that dossier."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from tests.gallery.states import STATES
from tests.gallery.window import wait
from tests.support.plain import plain
from tests.ui.rounds import BY_ID, PAGES, calm, opened
from tests.ui.strangers import Strangers, watched_strangers
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.widgets.banner import Banner
from ui.widgets.chart import Chart
from ui.widgets.empty_state import EmptyState

READ = ("lecture-seule", "plus-recent")
Shown = tuple[MainWindow, Desk]
SAID = {
    ("rempli", "resultats"): ("« pragmatique »", "Montbrelle (exemple)"),
    ("vide", "questions"): ("Par où commencer ?",),
    ("vide", "resultats"): ("Vos résultats viendront avec vos réponses",),
    ("vide", "feuille"): ("Votre feuille de route viendra", "Répondre aux questions"),
    ("express", "resultats"): ("Aperçu sur 12 réponses",),
    ("un-theme", "resultats"): ("Il manque",),
    ("nsp", "resultats"): ("je ne sais pas",),
    ("haut", "resultats"): ("Cap tenu",),
    ("nom-long", "collectivite"): (
        "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson et communes déléguées de la vallée",
    ),
    ("epci", "collectivite"): ("Roannais Agglomération",),
    ("ville", "collectivite"): ("Roanne",),
    ("lecture-seule", "collectivite"): ("Paul",),
    ("plus-recent", "collectivite"): ("version plus récente",),
}
"""What somebody in that state must be able to read on a page, among the rest."""


LONG = {"nsp", "plus-recent", "epci", "ville", "nom-long", "haut", "un-theme", "sans-objet",
        "express", "lecture-seule"}  # fmt: skip
"""Those whose pages are looked at in the long run only."""


def marked(state: str) -> object:
    return pytest.param(state, marks=pytest.mark.long) if state in LONG else state


@pytest.fixture(scope="module", params=[marked(state.id) for state in STATES])
def shown(
    request: pytest.FixtureRequest, strangers: Strangers, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shown]:
    strangers.seen.clear()
    with opened(tmp_path_factory.mktemp("etat"), BY_ID[request.param]) as shown:
        yield shown


@pytest.fixture(scope="module")
def strangers(qapp: QApplication) -> Iterator[Strangers]:
    """Watches from before the dossier is opened: its first page is made then."""
    with watched_strangers(qapp) as strangers:
        yield strangers


@pytest.fixture
def state(request: pytest.FixtureRequest, shown: Shown) -> str:
    """Which one is shown."""
    return request.node.callspec.params["shown"]


def go(window: MainWindow, desk: Desk, page: str) -> None:
    """To a page at rest; the making of a document is not waited for."""
    window.go(page)
    if page == "imprimer":
        wait(60)
    else:
        calm(window, desk)


def words(window: MainWindow) -> str:
    """All that can be read or heard on the page in front."""
    said: list[str] = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
                said.append(widget.text())
            if isinstance(widget, QPlainTextEdit):
                said.append(widget.toPlainText())
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    return plain("\n".join(said))


def test_every_page_opens_and_says_what_is_true(
    shown: Shown, state: str, strangers: Strangers
) -> None:
    """Warnings of Qt, of Python and of the log fail this test by themselves."""
    window, desk = shown
    for page in PAGES:
        go(window, desk, page)
        said = words(window)
        assert len(said) > 200, page
        for wanted in SAID.get((state, page), ()):
            assert plain(wanted) in said, (page, said)
    assert not strangers.seen, "shown for an instant as windows of their own"


def test_no_chart_is_empty(shown: Shown) -> None:
    """What cannot be drawn is not shown: a sentence says why, and a button where to go."""
    window, desk = shown
    for page in ("resultats", "comparaison", "feuille"):
        go(window, desk, page)
        for chart in window.findChildren(Chart):
            if not chart.visibleRegion().isEmpty():  # drawn once it is scrolled to
                picture = chart.grab().toImage()
                seen = {
                    picture.pixel(x, y)
                    for x in range(0, picture.width(), 7)
                    for y in range(0, picture.height(), 7)
                }
                assert len(seen) > 3, (page, chart.accessibleName())
        for empty in window.findChildren(EmptyState):
            if empty.isVisible():
                assert [label for label in empty.findChildren(QLabel) if label.text()], page


@pytest.mark.parametrize("shown", ["sans-objet"], indirect=True)
def test_all_not_concerned_draws_nothing(shown: Shown) -> None:
    window, desk = shown
    go(window, desk, "resultats")
    assert not [chart for chart in window.findChildren(Chart) if chart.isVisible()]


def test_a_newer_or_held_dossier_says_so_above_every_page(shown: Shown, state: str) -> None:
    window, desk = shown
    for page in PAGES:
        go(window, desk, page)
        banners = [banner for banner in window.findChildren(Banner) if banner.isVisible()]
        assert bool(banners) == (state in READ), page
        assert window.bridge is not None
        assert window.bridge.writable == (not banners)


@pytest.mark.parametrize("shown", [marked(state) for state in READ], indirect=True)
def test_D5_nothing_that_is_pressed_changes_what_is_only_read(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every button that can be pressed is, and every field typed into."""
    window, desk = shown
    bridge = window.bridge
    assert bridge is not None
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(QDialog, "open", lambda _dialog: None)
    before, written = bridge.snapshot, bridge.path.read_bytes()
    pressed = 0
    for page in PAGES:
        go(window, desk, page)
        made = window._page(page)
        for widget in made.findChildren(QWidget):
            if not isValid(widget) or not widget.isVisible() or not widget.isEnabled():
                continue
            if isinstance(widget, QAbstractButton):
                widget.click()
                pressed += 1
            elif isinstance(widget, QLineEdit | QPlainTextEdit):
                QTest.keyClicks(widget, "7")
            _come_back(window, page)
        for key in (Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_Delete):
            QTest.keyClick(QApplication.focusWidget() or made, key)
            _come_back(window, page)
        assert bridge.snapshot == before, page
    calm(window, desk)
    assert pressed > 20
    assert bridge.pending == 0
    assert bridge.path.read_bytes() == written


def _come_back(window: MainWindow, page: str) -> None:
    """Without the menu or the page that the last press opened."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    if not window._page(page).isVisible():
        window.go(page)
