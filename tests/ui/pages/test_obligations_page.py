# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Obligations »: each one’s state, why, its text, and where to go; never a legal opinion."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.roadmap.obligations import read_obligations
from tests.support.desks import Short, every, open_bridge, write_dossier
from tests.support.shipped import shipped_questionnaire
from tests.ui.pages.walks import cut, kept, nameless, overflow
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.obligations import ObligationsPage
from ui.pages.obligations_faces import DutyFace
from ui.pages.obligations_head import NOT_ADVICE
from ui.widgets.duty_card import DutyCard
from ui.widgets.link_button import LinkButton

MakePage = Callable[..., ObligationsPage]
ANSWERS: dict[str, Short] = {"don-1": 0, "don-2": 4, "cyb-5": "nsp", "ter-6": "so", "ame-2": 0}


@pytest.fixture
def make_page(desk: Desk, open_dossier_of: Callable[..., Bridge]) -> Iterator[MakePage]:
    with kept() as pages:

        def make(bridge: Bridge | None = None, **contents: Any) -> ObligationsPage:
            page = ObligationsPage(desk, bridge or open_dossier_of(**contents))
            page.resize(1366, 636)
            page.show()
            pages.append(page)
            return page

        yield make


def face(page: ObligationsPage, key: str) -> DutyFace:
    return next(f for group in page.groups.values() for f in group.faces if f.key == key)


def card(page: ObligationsPage, key: str) -> DutyCard:
    found = page.groups[face(page, key).group].open_card(key)
    assert found is not None
    return found


def said(card: DutyCard) -> str:
    return "\n".join(shown.text() for shown in card.findChildren(QLabel))


def test_R7_every_obligation_is_under_its_state(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    bridge = page.bridge
    states = read_obligations(
        bridge.knowledge.obligations.values(),
        bridge.result,
        bridge.snapshot.authority,
        bridge.snapshot.facts,
    )
    shown = {f.key: group for group, held in page.groups.items() for f in held.faces}
    assert shown.keys() == {state.obligation.id for state in states}
    for state in states:
        if state.state != "rappel":
            assert shown[state.obligation.id] == state.state
    assert shown["RGPD-DPO"] == "non_remplie"
    assert shown["RGPD-REG"] == "remplie"
    assert shown["RGPD-VIOL"] == "a_verifier"
    assert shown["FORM-ELUS"] == "droits"
    assert shown["CUIVRE"] == "progres"


def test_R7_a_text_that_may_never_come_asks_for_nothing(make_page: MakePage) -> None:
    epci = LocalAuthority("Pays", kind="epci", siren="200000000", population=38_000)
    page = make_page(authority=epci)
    assert face(page, "NIS2").group == "projets"
    assert not card(page, "NIS2").findChildren(LinkButton)


def test_R7_it_is_said_to_be_no_legal_opinion_even_far_down(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    area = page.findChildren(QScrollArea)[0]
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    notices = [shown for shown in page.findChildren(QLabel) if shown.text() == NOT_ADVICE]
    assert len(notices) == 1
    assert notices[0].isVisible()
    assert not area.isAncestorOf(notices[0])


@pytest.mark.long
def test_a_card_says_the_text_its_date_and_how_far_it_was_read(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    read = said(card(page, "RGPD-VIOL"))
    assert "art.\u00a033 et 34" in read
    assert "Date\u00a0: 25\u00a0mai 2018." in read
    assert "a été lu en novembre 2026. Le droit change" in read
    assert "a été lu. Le droit change" in said(card(page, "RGPD-DPO"))
    partly = said(card(page, "CHORUS"))
    assert "n’a été lu qu’en partie" in partly
    assert "Reste à vérifier. Nous ne savons pas" in partly


def test_no_card_writes_a_date_in_figures_or_a_bracket_within_a_bracket(
    make_page: MakePage,
) -> None:
    page = make_page()
    faces = [face for group in page.groups.values() for face in group.faces]
    assert len(faces) == len(page.bridge.knowledge.obligations)
    for one in faces:
        told = (one.what, one.because, one.reference, *one.proof, *(t for _, t in one.details))
        for text in told:
            assert not re.search(r"\d/(19|20)\d\d\b", text.replace("910/2014", "")), text
            assert not re.search(r"\([^()]*\(", text), text


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("RGPD-DPO", "vous avez répondu 0 sur 4, il faut au moins\u00a03"),
        ("RGPD-REG", "vous avez répondu 4 sur 4"),
        ("RGPD-VIOL", "vous avez répondu «\u202fje ne sais pas\u202f»"),
        ("SVE", "répondre"),
    ],
)
def test_the_answer_that_says_so_leads_to_its_question(
    make_page: MakePage, qtbot: Any, key: str, words: str
) -> None:
    page = make_page(answers=ANSWERS)
    link = card(page, key).findChildren(LinkButton)[0]
    assert link.text().endswith(f"\u00a0: {words}")
    with qtbot.waitSignal(page.went_to) as told:
        link.click()
    proof = page.bridge.knowledge.obligations[key].proof
    assert proof is not None
    assert told.args == ["questions", proof.question]


def test_what_clears_it_leads_to_the_action(make_page: MakePage, qtbot: Any) -> None:
    page = make_page(answers=ANSWERS)
    link = card(page, "RGPD-DPO").findChildren(LinkButton)[1]
    assert page.bridge.knowledge.actions.actions["data-dpo"].title in link.text()
    with qtbot.waitSignal(page.went_to) as told:
        link.click()
    assert told.args == ["feuille", "data-dpo"]
    assert len(card(page, "RGPD-REG").findChildren(LinkButton)) == 1  # done: nothing to clear


def test_an_unknown_fact_leads_to_the_page_that_asks_it(make_page: MakePage, qtbot: Any) -> None:
    page = make_page(answers=every(shipped_questionnaire(), 4))
    assert face(page, "VIDEO").asks_fact
    links = card(page, "VIDEO").findChildren(LinkButton)
    link = next(one for one in links if "page Collectivité" in one.text())
    with qtbot.waitSignal(page.went_to) as told:
        link.click()
    assert told.args == ["collectivite", None]


def test_a_duty_said_not_to_concern_them_stays_to_check(make_page: MakePage) -> None:
    page = make_page(answers={"don-1": "so"})
    assert face(page, "RGPD-DPO").group == "a_verifier"
    assert "ne vous concerne pas" in said(card(page, "RGPD-DPO"))


def test_an_answer_moves_the_card_and_keeps_the_others(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    before = card(page, "RGPD-REG")
    page.bridge.answer("don-1", Answered(4))
    assert face(page, "RGPD-DPO").group == "remplie"
    assert card(page, "RGPD-REG") is before
    assert card(page, "RGPD-DPO").isVisible()


def test_filters_by_theme_and_by_state(make_page: MakePage, qtbot: Any) -> None:
    page = make_page(answers=ANSWERS)
    page.show_detail("non_remplie")
    assert [name for name, group in page.groups.items() if group.isVisible()] == ["non_remplie"]
    page.head.theme.show_choice("education")
    page.head.theme.activated.emit(page.head.theme.currentIndex())
    assert page.empty.isVisible()
    assert page.empty.button is not None
    page.empty.button.click()
    assert page.groups["a_verifier"].isVisible()
    page.head.theme.show_choice("cyber")
    page.head.theme.activated.emit(page.head.theme.currentIndex())
    held = [f for group in page.groups.values() for f in group.faces]
    assert held
    assert all("cyber" in f.themes for f in held)


def test_what_does_not_concern_them_is_folded_with_its_reason(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    group = page.groups["sans_objet"]
    assert group.faces
    assert group.cards == []
    page.show_detail("ADS-3500")
    assert group.cards
    assert "Ne concerne pas votre collectivité." in said(card(page, "ADS-3500"))


def test_details_say_what_may_happen_only_when_asked(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    shown = card(page, "RGPD-DPO")
    assert "Mise en demeure" not in said(shown)
    shown._more.click()
    assert "Ce qui peut arriver sinon" in said(shown)
    assert "Mise en demeure" in said(shown)
    assert "Déplié" in shown._more.accessibleDescription()


def test_nothing_answered_everything_is_to_check_and_one_thing_to_do(
    make_page: MakePage, qtbot: Any
) -> None:
    page = make_page()
    assert not page.groups["non_remplie"].faces
    assert page.groups["a_verifier"].faces
    with qtbot.waitSignal(page.went_to) as told:
        page.about_answers.button.click()
    assert told.args == ["questions", None]


def test_others_than_communes_are_told(make_page: MakePage) -> None:
    epci = LocalAuthority("Pays", kind="epci", siren="200000000", population=38_000)
    region = LocalAuthority("Région", kind="region", population=2_000_000)
    assert "Pour une intercommunalité" in make_page(authority=epci).about_authority.text
    told = make_page(authority=region).about_authority.text
    assert "écrites pour les communes et les intercommunalités" in told


def test_back_to_either_page_that_leads_here(make_page: MakePage, qtbot: Any) -> None:
    page = make_page()
    ways = ((page.head.back, "resultats"), (page.head.back_to_plan, "feuille"))
    for back, where in ways:
        with qtbot.waitSignal(page.went_to) as told:
            back.click()
        assert told.args == [where, None]


def test_an_acronym_is_spelt_out_once_on_the_page(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    words = "Code général des collectivités territoriales"
    told = "\n".join(said(one) for group in page.groups.values() for one in group.cards)
    assert "CGCT" in told
    assert told.count(f"({words})") <= 1
    assert words in told


def test_read_only_it_is_all_there(make_page: MakePage, desk: Desk, tmp_path: Path) -> None:
    path = write_dossier(tmp_path / "deux.autodiag", answers=ANSWERS)
    first, second = open_bridge(desk, path), open_bridge(desk, path)
    try:
        assert second.why_read_only is not None
        page = make_page(second)
        assert face(page, "RGPD-DPO").group == "non_remplie"
        page.hide()
    finally:
        second.close()
        first.close()


@pytest.mark.long
@pytest.mark.parametrize(
    ("size", "scale"),
    [((1024, 580), 1), ((1024, 580), 1.5), ((1024, 580), 2), ((1366, 636), 1), ((1920, 940), 1)],
)
def test_no_text_is_cut_and_nothing_scrolls_sideways(
    make_page: MakePage, desk: Desk, size: tuple[int, int], scale: float
) -> None:
    desk.theme.set_scale(scale)
    page = make_page(answers=ANSWERS)
    page.resize(*size)
    assert cut(page) == []
    wider, blank = overflow(page.findChildren(QScrollArea)[0])
    assert wider <= 0
    assert blank <= 40


def test_all_that_takes_the_focus_has_a_name(make_page: MakePage) -> None:
    page = make_page(answers=ANSWERS)
    assert nameless(page) == []


def test_at_the_keyboard_arrows_go_from_card_to_card_and_enter_opens_one(
    make_page: MakePage, qtbot: Any
) -> None:
    page = make_page(answers=ANSWERS)
    cards = [one for group in page.groups.values() for one in group.cards if one.isVisible()]
    first, second = cards[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is second
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert "Déplié" in second._more.accessibleDescription()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert page.focusWidget() is first, "there is none before"
    assert first.accessibleName().endswith((", Pas encore", ", À vérifier"))
