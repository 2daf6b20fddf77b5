# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The welcome page: the commune's name first, with the real list of places and real keys."""

from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from autodiag.bundle import Bundle, installed
from autodiag.dossier.lock import DossierLock
from autodiag.model.authority import LocalAuthority
from autodiag.places.places import Match
from tests.dossier.samples import author
from tests.gallery.window import settle, window_at
from tests.support.desks import SHIPPED
from tests.support.plain import plain
from tests.support.shipped import shipped_questionnaire
from ui.desk import Desk
from ui.dialogs.accessibility_text import accessibility_link
from ui.notices import Notice
from ui.pages.authority_words import folder_said, moment
from ui.pages.home import QUESTIONS, HomePage
from ui.pages.home_foot import ACCESS, SAFE, SAFE_SHORT
from ui.pages.home_place import PlaceLine, places_said
from ui.preferences import Recent

KEY = Qt.Key


@pytest.fixture
def home(qtbot: QtBot, desk: Desk) -> HomePage:
    return shown(qtbot, desk)


def shown(qtbot: QtBot, desk: Desk) -> HomePage:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 696)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.search.field.setFocus()
    qtbot.waitUntil(page.search.field.hasFocus)
    return page


def type_in(home: HomePage, text: str) -> None:
    QTest.keyClicks(home.search.field, text)


def rows(home: HomePage) -> list[str]:
    listed = home.search.list
    shown = range(listed.count()) if listed.isVisible() else ()
    return [plain(listed.item(row).text()) for row in shown]


def authority_at(home: HomePage, row: int) -> LocalAuthority:
    match: Match = home.search.list.item(row).data(Qt.ItemDataRole.UserRole)
    return match.authority


def remember(desk: Desk, path: Path, name: str, at: str = "2026-11-20T16:40:00") -> None:
    per_theme = ((7, 7), *((0, 6),) * 8)
    desk.preferences.remember(Recent(str(path), name, 32, 62, per_theme, at))


def test_the_number_of_questions_is_the_shipped_one() -> None:
    assert SHIPPED.name == "maturite-numerique"
    assert len(shipped_questionnaire().questions) == QUESTIONS


def test_the_first_letters_list_names_that_enter_starts(home: HomePage, qtbot: QtBot) -> None:
    type_in(home, "champagne")
    listed = rows(home)
    assert len(listed) == 5
    assert listed[0] == "Champagne, Ardèche (07), 652 habitants"
    assert listed[4] == "57 autres noms : ajoutez le numéro du département"
    assert home.search.field.hasFocus()
    with qtbot.waitSignal(home.authority_chosen) as chosen:
        QTest.keyClick(home.search.field, KEY.Key_Return)
    assert chosen.args == [authority_at(home, 0)]


def test_down_enters_the_list_up_leaves_it_and_enter_chooses(home: HomePage, qtbot: QtBot) -> None:
    type_in(home, "champagne")
    listed = home.search.list
    QTest.keyClick(home.search.field, KEY.Key_Down)
    assert listed.hasFocus()
    assert listed.currentRow() == 0
    QTest.keyClick(listed, KEY.Key_Up)
    assert home.search.field.hasFocus()
    QTest.keyClick(home.search.field, KEY.Key_Down)
    QTest.keyClick(listed, KEY.Key_Down)
    with qtbot.waitSignal(home.authority_chosen) as chosen:
        QTest.keyClick(listed, KEY.Key_Return)
    assert chosen.args[0].insee == "17083"


def test_the_line_of_other_names_is_never_chosen(home: HomePage, qtbot: QtBot) -> None:
    type_in(home, "champagne")
    listed = home.search.list
    QTest.keyClick(home.search.field, KEY.Key_Down)
    for _ in range(6):
        QTest.keyClick(listed, KEY.Key_Down)
    assert listed.currentRow() == 3
    with qtbot.assertNotEmitted(home.authority_chosen):
        QTest.mouseClick(
            listed.viewport(),
            Qt.MouseButton.LeftButton,
            pos=listed.visualItemRect(listed.item(4)).center(),
        )


def test_letters_typed_in_the_list_go_on_in_the_field(home: HomePage) -> None:
    type_in(home, "champagne")
    QTest.keyClick(home.search.field, KEY.Key_Down)
    QTest.keyClick(home.search.list, KEY.Key_Space)
    QTest.keyClick(home.search.list, KEY.Key_M)
    assert home.search.field.hasFocus()
    assert home.search.field.text() == "champagnem"


def test_a_click_on_a_row_chooses_it(home: HomePage, qtbot: QtBot) -> None:
    type_in(home, "champagne 16")
    listed = home.search.list
    with qtbot.waitSignal(home.authority_chosen) as chosen:
        QTest.mouseClick(
            listed.viewport(),
            Qt.MouseButton.LeftButton,
            pos=listed.visualItemRect(listed.item(0)).center(),
        )
    assert chosen.args[0].name == "Champagne-Mouton"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("42218", "Saint-Étienne"),
        ("saint etienne 42", "Saint-Étienne"),
        ("214202186", "Saint-Étienne"),
        ("07340", "Peaugres"),
        ("loire forez", "CA Loire Forez Agglomération (LFA)"),
        ("200065886", "CA Loire Forez Agglomération (LFA)"),
    ],
)
def test_codes_accents_and_epci_are_understood(home: HomePage, typed: str, name: str) -> None:
    type_in(home, typed)
    assert any(row.startswith(f"{name},") for row in rows(home)), rows(home)


def test_an_epci_and_a_former_commune_are_labelled(home: HomePage) -> None:
    type_in(home, "loire forez")
    assert "Loire (42) · intercommunalité" in rows(home)[0]
    home.search.clear()
    type_in(home, "virieu")
    assert any("ancienne commune Virieu-le-Petit" in row for row in rows(home))


def test_a_near_spelling_is_proposed_and_never_taken_for_granted(
    home: HomePage, qtbot: QtBot
) -> None:
    type_in(home, "montbrizon")
    assert plain(home.search.message.text()).endswith("Vouliez-vous dire :")
    assert rows(home)[0].startswith("Montbrison,")
    with qtbot.assertNotEmitted(home.authority_chosen):
        QTest.keyClick(home.search.field, KEY.Key_Return)
    assert home.search.list.hasFocus()
    with qtbot.waitSignal(home.authority_chosen):
        QTest.keyClick(home.search.list, KEY.Key_Return)


def test_an_unknown_name_can_be_typed_by_hand(home: HomePage, qtbot: QtBot) -> None:
    type_in(home, "syndicat xyzzy")
    assert not rows(home)
    assert home.search.message.text().startswith("Nous ne trouvons pas")
    QTest.keyClick(home.search.field, KEY.Key_Down)
    assert home.search.by_hand.hasFocus()
    QTest.keyClick(home.search.by_hand, KEY.Key_Space)
    form = home.by_hand
    assert form.isVisible()
    assert form.fields.name.text() == "syndicat xyzzy"
    QTest.mouseClick(form.fields.kinds.segment("syndicat"), Qt.MouseButton.LeftButton)
    assert form.fields.limits.isVisible()
    form.fields.population.setFocus()
    QTest.keyClicks(form.fields.population, "12 500")
    with qtbot.waitSignal(home.authority_chosen) as chosen:
        QTest.keyClick(form.fields.population, KEY.Key_Return)
    assert chosen.args == [LocalAuthority("syndicat xyzzy", "syndicat", population=12_500)]
    QTest.keyClick(form.fields.population, KEY.Key_Escape)
    assert not form.isVisible()
    assert home.search.field.hasFocus()


def test_what_is_wrong_by_hand_is_said_under_each_field(home: HomePage, qtbot: QtBot) -> None:
    home.by_hand_link.click()
    fields = home.by_hand.fields
    QTest.keyClicks(fields.population, "beaucoup")
    with qtbot.assertNotEmitted(home.authority_chosen):
        home.by_hand.begin.click()
    name_fault, population_fault = fields.faults()
    assert name_fault == "Indiquez le nom de la collectivité."
    assert population_fault.startswith("Indiquez un nombre d’habitants")
    assert fields.name.hasFocus()
    QTest.keyClicks(fields.name, "Ici")
    assert fields.faults()[0] == ""
    home.by_hand.back.click()
    assert home.search.isVisible()
    assert not home.by_hand.isVisible()


def test_an_unreadable_list_is_said_and_hand_typing_offered(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    paths = replace(desk.paths, bundle=Bundle(tmp_path))
    home = shown(qtbot, replace(desk, paths=paths))
    type_in(home, "champagne")
    assert home.search.message.text().startswith("La liste des communes est absente ou abîmée.")
    assert home.search.by_hand.isVisible()
    assert not rows(home)


def test_a_search_takes_a_few_milliseconds(home: HomePage) -> None:
    type_in(home, "s")
    taken = []
    for text in ("sa", "sai", "saint", "champagne", "xyzzy", "42110"):
        before = perf_counter()
        home.search.field.setText(text)
        taken.append(perf_counter() - before)
    assert sorted(taken)[len(taken) // 2] < 0.05


def test_the_file_of_places_is_given_back_with_the_page(home: HomePage) -> None:
    type_in(home, "a")
    assert home.search.reading
    home.hide()
    assert not home.search.reading


# --- Resume


def test_the_latest_dossier_is_proposed_with_its_progress(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "Montbrelle.autodiag"
    file.write_bytes(b"")
    remember(desk, file, "Montbrelle")
    home = shown(qtbot, desk)
    qtbot.waitUntil(lambda: not desk.work.busy)
    assert home.resume.name.text() == "Montbrelle"
    assert plain(home.resume.said.text()) == "32 questions vues sur 62 · hier à 16 h 40"
    with qtbot.waitSignal(home.dossier_chosen) as chosen:
        home.resume.resume.click()
    assert chosen.args == [file]


def test_a_dossier_that_is_gone_is_said_kindly_and_the_next_one_proposed(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    here, gone = tmp_path / "Ici.autodiag", tmp_path / "clé" / "Loin.autodiag"
    here.write_bytes(b"")
    remember(desk, here, "Ici")
    remember(desk, gone, "Loin")
    home = shown(qtbot, desk)
    qtbot.waitUntil(home.resume.look_for.isVisible)
    assert home.resume.title.text() == "Ce dossier n’est plus à sa place"
    assert "« Loin.autodiag »" in plain(home.resume.said.text())
    assert not home.resume.resume.isVisible()
    with qtbot.waitSignal(home.dossier_chosen) as chosen:
        home.resume.next_one.click()
    assert chosen.args == [here]
    desk.dialogs.chosen = tmp_path / "Loin retrouvé.autodiag"
    with qtbot.waitSignal(home.dossier_chosen) as found:
        home.resume.look_for.click()
    assert found.args == [desk.dialogs.chosen]
    assert [recent.name for recent in desk.preferences.recent()] == ["Ici"]


def test_the_place_of_the_file_is_said_and_what_waits_to_be_confirmed(
    qtbot: QtBot, desk: Desk
) -> None:
    file = desk.paths.dossiers / "Montbrelle.autodiag"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    recent = Recent(str(file), "Montbrelle", 32, 62, ((7, 7),) * 9, "2026-11-20T16:40:00", 5)
    desk.preferences.remember(recent)
    assert desk.preferences.recent() == [recent]
    home = shown(qtbot, desk)
    assert (
        plain(home.resume.said.text())
        == "32 questions vues sur 62 · 5 à confirmer · hier à 16 h 40"
    )
    assert plain(home.resume.place.text()) == "Dans vos documents, dossier « Autodiag »"
    qtbot.waitUntil(lambda: home.resume.place.toolTip() == str(file))
    assert home.resume.place.toolTip() == str(file)


def test_the_other_dossiers_are_a_list_with_their_state(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    for name in ("Ici", "Lue", "Tenue", "Loin"):
        file = tmp_path / f"{name}.autodiag"
        if name != "Loin":
            file.write_bytes(b"")
        remember(desk, file, name)
    remember(desk, tmp_path / "Ici.autodiag", "Ici")
    lock = DossierLock(tmp_path / "Tenue.autodiag")
    lock.take(author("Paul").holder())
    home = shown(qtbot, desk)
    home.resume.others.click()
    qtbot.waitUntil(lambda: not desk.work.busy)
    listed = home._side.recents
    assert listed.rows[0].open.hasFocus()
    assert not home.example.isVisible()
    said = {row.recent.name: row.state.text() for row in listed.rows}
    lock.release()
    assert list(said) == ["Ici", "Loin", "Tenue", "Lue"]
    assert said["Loin"] == "Ce fichier n’est plus à cette place"
    assert plain(said["Tenue"]).startswith("Semble ouvert en ce moment : Paul (poste MAIRIE-2)")
    assert (said["Ici"], said["Lue"]) == ("", "")
    assert "Paul" in listed.rows[2].open.accessibleName()


def test_where_there_is_no_room_whole_folders_are_left_out(qtbot: QtBot, desk: Desk) -> None:
    documents = desk.paths.documents
    said = places_said(documents / "Mairie" / "Numérique" / "a.autodiag", documents)
    assert [plain(one) for one in said] == [
        "vos documents, dossier « Mairie/Numérique »",
        "vos documents, dossier « …/Numérique »",
        "le dossier « Numérique »",
    ]
    assert [plain(one) for one in places_said(Path("/media/cle/x/a.autodiag"), documents)] == [
        "« /media/cle/x »",
        "« /…/cle/x »",
        "« /…/x »",
        "le dossier « x »",
    ]
    line = PlaceLine()
    qtbot.addWidget(line)
    line.show_place(said, "")
    letters = line.fontMetrics()
    for one in said:
        assert line.fitted(letters.horizontalAdvance(one)) == one
    assert line.fitted(letters.horizontalAdvance(said[0]) - 1) == said[1]
    assert line.text() == said[0]  # what is heard is whole


def test_two_dossiers_of_one_collectivite_are_heard_apart(qtbot: QtBot, desk: Desk) -> None:
    for name in ("Montbrelle (42)", "Montbrelle (42) 2"):
        file = desk.paths.documents / "Autodiag" / f"{name}.autodiag"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        desk.preferences.remember(Recent(str(file), "Montbrelle", 3, 61, ((3, 61),), "", 0))
    home = shown(qtbot, desk)
    assert home.resume.resume.accessibleName() == "Reprendre Montbrelle, fichier Montbrelle (42) 2"
    home.resume.others.click()
    rows = home._side.recents.rows
    for heard in (
        {row.open.accessibleName() for row in rows},
        {row.remove.accessibleName() for row in rows},
    ):
        assert len(heard) == 2


def test_the_list_is_gone_through_shortened_and_closed_by_keys(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    posted: list[Notice] = []
    desk.notices.posted.connect(posted.append)
    for name in ("Trois", "Deux", "Un"):
        (tmp_path / f"{name}.autodiag").write_bytes(b"")
        remember(desk, tmp_path / f"{name}.autodiag", name)
    home = shown(qtbot, desk)
    home.resume.others.click()
    listed = home._side.recents
    QTest.keyClick(listed.rows[0].open, KEY.Key_Down)
    assert listed.rows[1].open.hasFocus()
    with qtbot.waitSignal(home.dossier_chosen) as chosen:
        QTest.keyClick(listed.rows[1].open, KEY.Key_Return)
    assert chosen.args == [tmp_path / "Deux.autodiag"]
    QTest.keyClick(listed.rows[1].open, KEY.Key_Delete)
    assert [row.recent.name for row in listed.rows] == ["Un", "Trois"]
    assert listed.rows[1].open.hasFocus()
    assert (tmp_path / "Deux.autodiag").exists()
    assert posted[-1].what_to_do == "Son fichier n’est pas effacé."
    posted[-1].actions[0][1]()
    assert [row.recent.name for row in listed.rows] == ["Deux", "Un", "Trois"]
    QTest.keyClick(listed.rows[0].open, KEY.Key_Escape)
    assert not listed.isVisible()
    assert home.resume.resume.hasFocus()
    qtbot.waitUntil(lambda: not desk.work.busy)


def test_a_first_visit_proposes_to_open_a_file(
    home: HomePage, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    assert home.resume.look_for.text() == "Ouvrir un dossier existant…"
    home.resume.look_for.click()
    assert desk.dialogs.asked == ["open_dossier"]  # given up: nothing opens
    desk.dialogs.chosen = tmp_path / "Saint-Véran.autodiag"
    with qtbot.waitSignal(home.dossier_chosen) as chosen:
        home.resume.look_for.click()
    assert chosen.args == [tmp_path / "Saint-Véran.autodiag"]


def test_a_dossier_that_exists_is_resumed_or_left_alone(
    home: HomePage, qtbot: QtBot, desk: Desk
) -> None:
    authority = LocalAuthority("Champagne", population=652)
    path = desk.paths.dossiers / "Champagne (07).autodiag"
    home.ask_existing(authority, path)
    assert home.existing.isVisible()
    assert not home.search.isVisible()
    assert home.existing.title.text() == "Un fichier de ce nom existe déjà"
    assert "vos documents, dossier « Autodiag »" in plain(home.existing.said.text())
    with qtbot.waitSignal(home.dossier_chosen) as resumed:
        home.existing.resume.click()
    assert resumed.args == [path]
    with qtbot.waitSignal(home.another_chosen) as another:
        home.existing.another.click()
    assert another.args == [authority]
    home.existing.back.click()
    assert home.search.field.hasFocus()


def test_the_other_ways_and_the_tools_are_told(home: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.example_chosen):
        home.example.click()
    for card, way in ((home.workshop, "atelier"), (home.territory, "territoire")):
        with qtbot.waitSignal(home.way_chosen) as chosen:
            QTest.keyClick(card, KEY.Key_Space)
        assert chosen.args == [way]
    with qtbot.waitSignal(home.help_chosen) as top:
        home.help.click()
    with qtbot.waitSignal(home.help_chosen) as statement:
        home._foot.access.click()
    assert (top.args, statement.args) == ([""], ["accessibilite"])
    with qtbot.waitSignal(home.text_size_chosen) as size:
        home.display.sizes.actions()[2].trigger()
    assert size.args == [1.5]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_any_width_and_size_of_text(
    qtbot: QtBot, desk: Desk, scale: float
) -> None:
    desk.theme.set_scale(scale)
    home = shown(qtbot, desk)
    type_in(home, "champagne")
    for width in (1024, 1366, 1920):
        home.resize(width, 640)
        qtbot.wait(1)
        for widget in (home.search, home.resume, home.example, home.territory, home.search.list):
            right = widget.mapTo(home, widget.rect().topRight()).x()
            assert right <= width, widget
            least = widget.heightForWidth(widget.width())
            assert widget.height() >= max(least, widget.minimumHeight()) - 1, widget


def test_the_foot_says_what_the_statement_says() -> None:
    assert accessibility_link(installed().resources) == ACCESS


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_statement_is_one_link_away_at_any_size(qtbot: QtBot, desk: Desk, scale: float) -> None:
    """In the foot, whose sentence is shortened first; after the ways where that is not enough."""
    desk.theme.set_scale(scale)
    home = shown(qtbot, desk)
    met: list[tuple[str, bool]] = []
    for width in range(2000, 600, -50):
        home.resize(width, 640)
        qtbot.wait(1)
        assert home._foot.access.isVisible()
        met.append((home._foot._safe.text(), home._foot.isAncestorOf(home._foot.access)))
    steps = [(SAFE, True), (SAFE_SHORT, True), (SAFE, False)]
    assert list(dict.fromkeys(met)) == (steps if scale == 1 else steps[1:])
    assert home._foot.height() < 80 * scale


def test_moments_and_folders_are_said_simply(desk: Desk) -> None:
    today = desk.today()
    assert plain(moment("2026-11-21T08:05:00", today)) == "aujourd’hui à 8 h 05"
    assert plain(moment("2026-11-03T08:05:00", today)) == "le 3 novembre 2026"
    assert moment("hier", today) == ""
    documents = desk.paths.documents
    assert folder_said(documents / "a.autodiag", documents) == "vos documents"
    said = folder_said(Path("/media/cle/a.autodiag"), documents)
    assert plain(said) == "« /media/cle »"


def test_with_large_letters_the_field_that_has_the_keyboard_is_in_sight(tmp_path: Path) -> None:
    with window_at(tmp_path, QSize(1024, 600), scale=2.0) as (window, desk):
        settle(desk)
        home = window._home
        field = home.search.field
        top = field.mapTo(home, field.rect().topLeft()).y()
        assert field.hasFocus()
        assert 0 <= top <= home._scroll.viewport().height() - field.height()
