# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Collectivité: identity, facts and mark, read from and written to a real dossier."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.places.places import Places
from tests.support.desks import ChosenFiles, every, open_bridge, write_dossier, written_by
from tests.support.plain import plain
from tests.support.shipped import shipped_questionnaire
from tests.ui.conftest import OpenBridge
from ui.bridge import Bridge
from ui.desk import Desk
from ui.notices import Notice
from ui.pages.authority import AuthorityPage
from ui.pages.authority_facts import NO, UNKNOWN, YES
from ui.pages.authority_mark import OPENING_MARK

KEY = Qt.Key
TOWN = LocalAuthority("Grandbourg", insee="42998", population=4_200)


ShowPage = Callable[..., AuthorityPage]


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Iterator[ShowPage]:
    """Shows the page of a dossier, and keeps it until the test ends."""
    kept: list[AuthorityPage] = []

    def show(bridge: Bridge, width: int = 1366) -> AuthorityPage:
        page = AuthorityPage(desk, bridge)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(width, 636)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        return page

    yield show
    kept.clear()


def asked(page: AuthorityPage) -> list[str]:
    return [fact for fact, row in page.facts.rows.items() if row.isVisible()]


# --- Identity


def test_the_register_fills_the_identity(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    with Places(desk.paths.bundle.places) as places:
        town = places.by_insee("42218")
    page = shown(open_dossier_of(authority=town))
    identity = page.identity
    assert identity.name.text() == "Saint-Étienne"
    assert plain(identity.kind.text()) == "Commune · 173 136 habitants"
    assert {name: plain(value.text()) for name, value in identity.values.items()} == {
        "Département": "Loire (42)",
        "Région": "Auvergne-Rhône-Alpes",
        "Intercommunalité": "Saint-Étienne Métropole",
        "Code de la commune": "42218 (INSEE, Institut national de la statistique)",
        "Numéro SIREN": "214 202 186 (répertoire national des organismes)",
        "Numéro SIRET": "",
    }
    assert not identity.limits.isVisible()


def test_what_is_not_known_is_not_shown_and_other_kinds_are_told_the_limits(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    authority = LocalAuthority("Département de la Loire", "departement")
    identity = shown(open_dossier_of(authority=authority)).identity
    assert identity.kind.text() == "Département · population inconnue"
    assert not any(value.isVisible() for value in identity.values.values())
    assert identity.limits.isVisible()


def test_the_siret_is_typed_checked_against_the_siren_and_kept_in_the_file(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of(authority=LocalAuthority("Virigneux", siren="214203366"))
    identity = shown(bridge).identity
    assert not identity.values["Numéro SIRET"].isVisible()
    identity.correct.click()
    identity.siret.edit.setText("200 065 886 00018")
    identity.save.click()
    assert "commence par le SIREN de la collectivité, ici 214203366" in identity.siret.fault
    identity.siret.edit.setText("214 203 366 00015")
    identity.save.click()
    assert plain(identity.values["Numéro SIRET"].text()) == "214 203 366 00015"
    assert written_by(desk, bridge).authority.siret == "21420336600015"
    same = LocalAuthority("Virigneux", siren="214203366", population=618)
    identity.search.chosen.emit(same)
    assert bridge.snapshot.authority.siret == "21420336600015"
    identity.search.chosen.emit(LocalAuthority("Ailleurs", siren="200065886"))
    assert bridge.snapshot.authority.siret == ""


def test_name_and_population_are_corrected_in_the_file(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    identity = shown(bridge).identity
    identity.correct.click()
    identity.fields.name.clear()
    identity.fields.population.setText("douze")
    identity.save.click()
    assert all(identity.fields.faults())
    assert bridge.snapshot.authority.name == "Montbrelle"
    QTest.keyClicks(identity.fields.name, "Montbrelle-le-Haut")
    identity.fields.population.setText("1 204")
    QTest.keyClick(identity.fields.name, KEY.Key_Return)
    written = written_by(desk, bridge).authority
    assert (written.name, written.population) == ("Montbrelle-le-Haut", 1_204)
    assert written.insee == "42999"  # the rest stays
    assert identity.name.text() == "Montbrelle-le-Haut"
    assert not identity.fields.isVisible()


def test_escape_closes_what_was_opened_and_leads_back_to_its_button(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of(answers={"str-1": 2})
    page = shown(bridge)
    identity, mark = page.identity, page.mark
    identity.correct.click()
    QTest.keyClicks(identity.fields.name, "-le-Haut")
    QTest.keyClick(identity.fields.name, KEY.Key_Escape)
    assert not identity.fields.isVisible()
    assert identity.correct.hasFocus()
    identity.other.click()
    QTest.keyClick(identity.search.field, KEY.Key_Escape)
    assert not identity.search.isVisible()
    assert identity.other.hasFocus()
    identity.other.click()
    identity.search.by_hand_asked.emit("Mont")
    QTest.keyClick(identity.fields.population, KEY.Key_Escape)
    assert identity.other.hasFocus()
    mark.change.click()
    QTest.keyClick(page.window().focusWidget() or page, KEY.Key_Escape)
    assert not mark.scale.isVisible()
    assert mark.change.hasFocus()
    assert bridge.snapshot.authority.name == "Montbrelle"


def test_a_correction_left_half_way_is_handed_over_and_said(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    told: list[Notice] = []
    desk.notices.posted.connect(told.append)
    bridge = open_dossier_of()
    page = shown(bridge)
    page.identity.correct.click()
    page.hide()
    assert not told  # nothing was typed
    page.show()
    page.identity.correct.click()
    QTest.keyClicks(page.identity.fields.name, "-le-Haut")
    page.leave()
    assert written_by(desk, bridge).authority.name == "Montbrelle-le-Haut"
    assert "Montbrelle-le-Haut, 6" in plain(told[-1].fact)
    assert not page.identity.fields.isVisible()


@pytest.mark.parametrize("by_hand", [False, True])
def test_what_cannot_be_handed_over_stays_in_its_form_and_is_said_after_closing_too(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage, by_hand: bool
) -> None:
    bridge = open_dossier_of()
    page = shown(bridge)
    desk.notices.begin_dossier()
    told: list[Notice] = []
    cleared: list[str] = []
    desk.notices.posted.connect(told.append)
    desk.notices.cleared.connect(cleared.append)
    fields = page.identity.fields
    if by_hand:  # half a name must not take the place of a commune
        page.identity.other.click()
        page.identity.search.by_hand_asked.emit("Mont")
    else:
        page.identity.correct.click()
        fields.population.setText("douze")
    page.hide()
    desk.notices.end_dossier()
    assert "pas enregistrée" in told[-1].fact
    assert told[-1].what_to_do.endswith("Le dossier reste celui de Montbrelle.")
    assert told[-1].key not in cleared
    assert bridge.snapshot.authority.insee == "42999"
    page.show()
    assert (fields.isVisible(), fields.name.text()) == (True, "Mont" if by_hand else "Montbrelle")
    page.identity.cancel.click()
    assert told[-1].key in cleared


def test_another_commune_is_chosen_from_the_list(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    identity = shown(bridge).identity
    identity.other.click()
    QTest.keyClicks(identity.search.field, "16076")
    QTest.keyClick(identity.search.field, KEY.Key_Return)
    assert written_by(desk, bridge).authority.name == "Champagne-Mouton"
    assert not identity.search.isVisible()


def test_another_one_typed_by_hand_keeps_no_code_of_the_former(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    identity = shown(bridge).identity
    identity.other.click()
    QTest.keyClicks(identity.search.field, "syndicat xyzzy")
    identity.search.by_hand.click()
    QTest.mouseClick(identity.fields.kinds.segment("syndicat"), Qt.MouseButton.LeftButton)
    identity.save.click()
    assert written_by(desk, bridge).authority == LocalAuthority("syndicat xyzzy", "syndicat")


def test_a_questionnaire_that_is_not_installed_has_its_page_too(
    bridge: Bridge, shown: ShowPage
) -> None:
    page = shown(bridge)
    assert page.go_on.text() == "Commencer les questions"
    assert "questions au plus" in page.said


# --- Facts


def test_facts_are_asked_only_of_those_they_concern(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    village = shown(open_dossier_of(facts={"marche_40000": False}))
    assert "agents_50" not in asked(village)
    assert "achat_seuil" not in asked(village)
    town = shown(open_dossier_of(authority=TOWN))
    assert {"agents_50", "achat_seuil"} <= set(asked(town))  # unknown: asked (contract S1)
    unknown = LocalAuthority("Ici")
    assert "agents_50" in asked(shown(open_dossier_of(authority=unknown)))


def test_an_epci_reads_its_own_sentences(open_dossier_of: OpenBridge, shown: ShowPage) -> None:
    epci = LocalAuthority("CC du Haut", "epci", population=9_000)
    page = shown(open_dossier_of(authority=epci))
    assert plain(page.facts.rows["site"].text) == "L’intercommunalité a-t-elle un site internet ?"
    assert "maternite" not in asked(page)


def test_a_fact_is_written_at_once_changed_and_cleared(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    page = shown(bridge)
    choices = page.facts.rows["ecole"].choices
    assert choices.choice == UNKNOWN
    QTest.mouseClick(choices.segment(YES), Qt.MouseButton.LeftButton)
    assert written_by(desk, bridge).facts == {"ecole": True}
    QTest.mouseClick(choices.segment(NO), Qt.MouseButton.LeftButton)
    assert written_by(desk, bridge).facts == {"ecole": False}
    assert choices.choice == NO
    QTest.keyClick(choices.segment(NO), KEY.Key_Delete)
    assert written_by(desk, bridge).facts == {}
    assert choices.choice == UNKNOWN


def test_arrows_move_between_the_choices_and_write_nothing(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of(facts={"site": True})
    choices = shown(bridge).facts.rows["site"].choices
    choices.segment(YES).setFocus()
    QTest.keyClick(choices.segment(YES), KEY.Key_Right)
    assert choices.segment(NO).hasFocus()
    assert bridge.snapshot.facts == {"site": True}
    assert choices.choice == YES
    QTest.keyClick(choices.segment(NO), KEY.Key_Space)
    assert written_by(desk, bridge).facts == {"site": False}


def test_answering_a_fact_shows_or_hides_those_that_depend_on_it(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of())
    choices = page.facts.rows["marche_40000"].choices
    assert "achat_seuil" in asked(page)
    QTest.mouseClick(choices.segment(NO), Qt.MouseButton.LeftButton)
    assert "achat_seuil" not in asked(page)
    QTest.mouseClick(choices.segment(UNKNOWN), Qt.MouseButton.LeftButton)
    assert "achat_seuil" in asked(page)


# --- Opening mark


def test_the_mark_is_written_and_taken_away(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of()
    scale = shown(bridge).mark.scale
    assert not scale.clear.isVisible()
    QTest.mouseClick(scale.scale.segment("6"), Qt.MouseButton.LeftButton)
    assert written_by(desk, bridge).opening_mark == 6
    assert scale.scale.choice == "6"
    scale.clear.click()
    assert written_by(desk, bridge).opening_mark is None
    assert scale.scale.choice == ""


def test_the_mark_is_only_said_once_questions_are_answered_but_can_be_changed(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    bridge = open_dossier_of(answers={"str-1": 2})
    bridge.set_opening_mark(6.5)
    mark = shown(bridge).mark
    assert not mark.scale.isVisible()
    assert plain(mark.said.text()) == "Vous aviez répondu : 6,5 sur 10."
    mark.change.click()
    assert mark.scale.isVisible()
    QTest.mouseClick(mark.scale.scale.segment("7"), Qt.MouseButton.LeftButton)
    assert written_by(desk, bridge).opening_mark == 7


def test_the_mark_is_asked_for_before_the_result_and_never_after(
    desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of(answers={"str-1": 2}))
    page.show_detail(OPENING_MARK)
    assert page.mark.title.text().startswith("Avant de voir le résultat")
    assert page.mark.scale.isVisible()
    known = shown(open_dossier_of(answers=dict.fromkeys(shipped_questionnaire().questions, 2)))
    known.show_detail(OPENING_MARK)
    assert not known.mark.scale.isVisible()
    assert not known.mark.change.isVisible()


# --- The file


def test_a_copy_elsewhere_is_made_and_the_reminder_leaves(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, tmp_path: Path, shown: ShowPage
) -> None:
    assert isinstance(desk.dialogs, ChosenFiles)
    bridge = open_dossier_of()
    told: list[Notice] = []
    desk.notices.posted.connect(told.append)
    card = shown(bridge).file
    assert card.elsewhere.text().startswith("Aucune copie ailleurs")
    card.save_copy.click()  # given up
    key = tmp_path / "clé"
    key.mkdir()
    desk.dialogs.chosen = key / "copie.autodiag"
    bridge.answer("str-1", Answered(3))
    card.save_copy.click()
    qtbot.waitUntil(lambda: not desk.disk.busy)
    assert told[-1].kind == "success"
    assert card.elsewhere.text().startswith("Dernière copie ailleurs")
    copy = open_bridge(desk, key / "copie.autodiag")
    assert copy.snapshot.assessment.answers.keys() == {"str-1"}
    copy.close()


def test_a_copy_that_cannot_be_made_is_said(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    assert isinstance(desk.dialogs, ChosenFiles)
    bridge = open_dossier_of()
    told: list[Notice] = []
    desk.notices.posted.connect(told.append)
    desk.dialogs.chosen = bridge.path  # onto itself
    shown(bridge).file.save_copy.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1].kind == "error"


# --- The page


def test_the_button_leads_to_the_questions_and_says_how_far_they_are(
    qtbot: QtBot, open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of())
    assert page.go_on.text() == "Commencer les questions"
    with qtbot.waitSignal(page.went_to) as gone:
        page.go_on.click()
    assert gone.args == ["questions", None]
    begun = shown(open_dossier_of(answers={"str-1": 2}))
    assert begun.go_on.text() == "Reprendre les questions"
    full = every(shipped_questionnaire(), 2)
    facts = dict.fromkeys(begun.bridge.knowledge.facts, True)
    done = shown(open_dossier_of(answers=full, facts=facts, authority=TOWN))
    assert done.said == "62\u00a0questions vues sur 62."
    with qtbot.waitSignal(done.went_to) as gone:
        done.go_on.click()
    assert (done.go_on.text(), gone.args) == ("Voir les résultats", ["resultats", None])


def test_the_focus_is_first_on_what_is_done_first(
    open_dossier_of: OpenBridge, shown: ShowPage
) -> None:
    page = shown(open_dossier_of(), 1366)
    assert page.focusWidget() is page.facts.rows["site"].choices.segment(YES)
    begun = shown(open_dossier_of(answers={"str-1": 2}), 1366)
    assert begun.focusWidget() is begun.go_on
    narrow = shown(open_dossier_of(), 1024)
    assert narrow.focusWidget() is narrow.go_on, "the facts are under the fold"


def test_read_only_is_readable_and_changes_nothing(
    desk: Desk, tmp_path: Path, shown: ShowPage
) -> None:
    path = write_dossier(tmp_path / "a.autodiag", facts={"site": True})
    first = open_bridge(desk, path)
    second = open_bridge(desk, path)
    page = shown(second)
    assert page.why.isVisible()
    assert page.facts.rows["site"].choices.choice == YES
    for widget in (
        page.facts.rows["site"].choices.segment(NO),
        page.identity.correct,
        page.identity.other,
        page.mark.scale.scale.segment("3"),
    ):
        assert not widget.isEnabled()
    assert page.file.save_copy.isEnabled()
    assert page.go_on.text() == "Voir les questions"
    second.close()
    first.close()


@pytest.mark.long
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_any_width_and_size_of_text(
    qtbot: QtBot, desk: Desk, open_dossier_of: OpenBridge, scale: float, shown: ShowPage
) -> None:
    desk.theme.set_scale(scale)
    name = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    page = shown(open_dossier_of(authority=LocalAuthority(name)))
    for width in (1024, 1366, 1920):
        page.resize(width, 636)
        qtbot.wait(1)
        cards = (page.identity, page.mark, page.facts, page.file)
        for widget in (*cards, *page.facts.rows.values()):
            if widget.isVisible():
                right = widget.mapTo(page, widget.rect().topRight()).x()
                assert right <= width, widget
                assert widget.height() >= widget.heightForWidth(widget.width()) - 1, widget
        for row in page.facts.rows.values():
            for option in (YES, NO, UNKNOWN):
                segment = row.choices.segment(option)
                assert segment.width() >= segment.sizeHint().width() - 1


def tab_stops(page: AuthorityPage) -> list[QWidget]:
    """What Tab reaches, in order, from the top of the page."""
    stops: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not page:
        tabbed = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if tabbed and widget.isVisible() and widget.isEnabled() and page.isAncestorOf(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


@pytest.mark.parametrize("width", [1024, 1366])
def test_tab_follows_the_reading_order_one_stop_for_each_question(
    qtbot: QtBot, open_dossier_of: OpenBridge, shown: ShowPage, width: int
) -> None:
    page = shown(open_dossier_of(facts={"site": False}), width)
    stops = tab_stops(page)
    rows = page.facts.rows
    first, second = rows["site"].choices.segment(NO), rows["ecole"].choices.segment(YES)
    assert stops.index(second) == stops.index(first) + 1
    assert stops[0] is page.identity.correct
    assert stops[-1] is page.go_on
    mark, copy = page.mark.scale.scale.segment("0"), page.file.save_copy
    assert mark in stops
    assert page.mark.scale.scale.segment("1") not in stops
    placed = [stops.index(widget) for widget in (mark, copy, first)]
    assert placed == sorted(placed) if width == 1366 else placed[1] > placed[2] > placed[0]


def test_each_control_has_a_name(open_dossier_of: OpenBridge, shown: ShowPage) -> None:
    page = shown(open_dossier_of())
    segment = page.facts.rows["site"].choices.segment(YES)
    assert plain(segment.accessibleName()) == "Oui, La commune a-t-elle un site internet ?"
    mark = page.mark.scale.scale.segment("4").accessibleName()
    assert mark.startswith("4 sur 10")
