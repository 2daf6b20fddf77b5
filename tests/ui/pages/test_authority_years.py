# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The assessments of a dossier: the next year begun in one click, the old one kept as it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.catalogue.renames import Carried, Transfer
from autodiag.dossier.next_year import Started
from autodiag.model.assessment import Answered
from autodiag.model.dossier import AssessmentBrief
from tests.report.poppler import words_of
from tests.support.desks import open_bridge, write_dossier
from tests.support.plain import plain
from ui.bridge import Bridge
from ui.desk import Desk
from ui.handover_job import handover_work
from ui.notices import Notice
from ui.pages.authority import TO_CONFIRM, AuthorityPage
from ui.pages.authority_years import NOTICE, UNDO
from ui.pages.authority_years_terms import DIAGNOSIS
from ui.pages.authority_years_words import offer, started_said

SOME = {"str-1": 2, "str-2": "nsp", "cyb-1": 1}
ShowPage = Callable[[Bridge], AuthorityPage]


@pytest.fixture
def later(desk: Desk) -> Desk:
    """The same desk a year later."""
    author = replace(desk.author, clock=lambda: datetime.fromisoformat("2027-09-03T09:00:00"))
    return replace(desk, author=author)


@pytest.fixture
def bridge(later: Desk, tmp_path: Path) -> Iterator[Bridge]:
    """A dossier answered in 2026 and opened in 2027."""
    bridge = open_bridge(later, write_dossier(tmp_path / "mairie.autodiag", SOME))
    yield bridge
    bridge.close()


@pytest.fixture
def shown(qtbot: QtBot, later: Desk) -> Iterator[ShowPage]:
    kept: list[AuthorityPage] = []

    def show(bridge: Bridge) -> AuthorityPage:
        page = AuthorityPage(later, bridge)
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1366, 636)
        with qtbot.waitExposed(page):
            page.show()
        return page

    yield show
    kept.clear()


def begun(qtbot: QtBot, page: AuthorityPage) -> list[tuple[str, object]]:
    """Begin the next year; where that leads."""
    went: list[tuple[str, object]] = []
    page.went_to.connect(lambda page_id, detail: went.append((page_id, detail)))
    page.years.start.click()
    qtbot.waitUntil(lambda: bool(went), timeout=10_000)
    return went


def test_the_next_year_takes_over_the_answers_to_confirm_and_goes_to_them(
    qtbot: QtBot, later: Desk, bridge: Bridge, shown: ShowPage
) -> None:
    page = shown(bridge)
    told: list[Notice] = []
    later.notices.posted.connect(told.append)
    years = page.years
    assert years.start.text() == "Commencer le diagnostic de 2027"
    assert "vous les confirmerez une à une" in plain(years.what.text())
    assert begun(qtbot, page) == [("questions", TO_CONFIRM)]
    snapshot = bridge.snapshot
    assert snapshot.assessment.day == date(2027, 9, 3)
    assert snapshot.assessment.to_confirm == set(SOME)
    assert [plain(notice.fact) for notice in told] == [
        "Le diagnostic du 3 septembre 2027 est commencé."
    ]
    titles = [plain(row.title.text()) for row in years.rows.values()]
    assert titles == ["Diagnostic du 3 septembre 2027", "Diagnostic du 21 novembre 2026"]
    said = [plain(row.said.text()) for row in years.rows.values()]
    assert said == ["3 réponses, dont 3 à confirmer.", "3 réponses."]
    assert not years.start.isVisible()  # today’s has just been begun
    bridge.answer("str-1", Answered(3))
    assert plain(next(iter(years.rows.values())).said.text()) == "3 réponses, dont 2 à confirmer."


def test_one_begun_by_mistake_is_undone_from_its_message(
    qtbot: QtBot, later: Desk, bridge: Bridge, shown: ShowPage
) -> None:
    page = shown(bridge)
    assert "vous pourrez supprimer le nouveau" in plain(page.years.what.text())
    told: list[Notice] = []
    later.notices.posted.connect(told.append)
    went = begun(qtbot, page)
    page.hide()
    ((said, undo),) = told[-1].actions
    assert said == UNDO
    undo()
    qtbot.waitUntil(lambda: len(bridge.snapshot.assessments) == 1)
    qtbot.waitUntil(lambda: bridge.writable)
    assert went[-1] == ("collectivite", None)
    assert plain(f"{told[-1].fact} {told[-1].what_to_do}") == (
        "Le diagnostic du 3 septembre 2027 est supprimé. Celui du 21 novembre 2026 peut de nouveau "
        "être modifié."
    )
    bridge.answer("str-1", Answered(4))
    assert bridge.snapshot.assessment.level("str-1") == 4


def test_the_page_takes_it_away_while_it_is_intact(
    qtbot: QtBot, later: Desk, bridge: Bridge, shown: ShowPage
) -> None:
    page = shown(bridge)
    assert not page.years.withdraw.isVisible()
    begun(qtbot, page)
    cleared: list[str] = []
    later.notices.cleared.connect(cleared.append)
    qtbot.waitUntil(page.years.withdraw.isVisible)
    assert not page.years.what.isVisible()
    bridge.confirm("str-1")
    assert NOTICE in cleared  # «Annuler» there would not be true any more
    assert not page.years.withdraw.isVisible()
    bridge.undo()
    qtbot.waitUntil(page.years.withdraw.isVisible)
    page.years.withdraw.click()
    assert not bridge.writable
    qtbot.waitUntil(lambda: len(page.years.rows) == 1)
    assert (bridge.writable, page.years.withdraw.isVisible()) == (True, False)
    assert page.years.start.isVisible()


def test_a_note_or_a_mark_keeps_it_and_that_is_said(
    qtbot: QtBot, later: Desk, bridge: Bridge, shown: ShowPage
) -> None:
    """Only the file knows: once it is written, no button is left that could only be refused."""
    page = shown(bridge)
    begun(qtbot, page)
    cleared: list[str] = []
    later.notices.cleared.connect(cleared.append)
    qtbot.waitUntil(page.years.withdraw.isVisible)
    bridge.set_to_review("str-1", to_review=True)
    qtbot.waitUntil(lambda: not page.years.withdraw.isVisible())
    assert NOTICE in cleared
    assert "ne peut plus être supprimé" in plain(page.years.back.text())


def test_the_older_year_is_seen_and_can_only_be_read(
    qtbot: QtBot, later: Desk, bridge: Bridge, shown: ShowPage
) -> None:
    page = shown(bridge)
    begun(qtbot, page)
    new, old = page.years.rows
    page.activateWindow()
    page.years.rows[old].see.setFocus()
    cleared: list[str] = []
    later.notices.cleared.connect(cleared.append)
    page.years.rows[old].see.click()
    qtbot.waitUntil(lambda: not bridge.is_latest)
    assert NOTICE in cleared  # no news beside another
    assert not bridge.writable
    assert page.years.rows[old].badge.isVisible()
    assert not page.years.rows[old].see.isVisible()
    assert page.years.rows[new].see.hasFocus()
    assert "Vous regardez le diagnostic du 21 novembre 2026." in plain(page.why.text())
    assert not page.years.start.isVisible()
    page.years.rows[new].see.click()
    qtbot.waitUntil(lambda: bridge.is_latest)
    assert bridge.writable
    assert not page.why.isVisible()


def test_the_handover_prints_what_is_still_to_confirm(
    qtbot: QtBot, tmp_path: Path, later: Desk, bridge: Bridge, shown: ShowPage
) -> None:
    begun(qtbot, shown(bridge))
    bridge.confirm("cyb-1")
    assert bridge.finish()
    printed = handover_work(later, bridge)(lambda *_: None)
    target = tmp_path / "fiche.pdf"
    target.write_bytes(printed.data)
    words = words_of(target)
    assert words.count("À confirmer") == 2
    assert "Marie, le 21 novembre 2026" in words
    assert "Marie, le 3 septembre 2027" in words  # confirmed then


def carried(old: str, new: str, *, reworded: bool = False) -> Carried:
    return Carried(old, new, Answered(1), reworded)


@pytest.mark.parametrize(("notes", "said"), [("a", "1 note reste"), ("ab", "2 notes restent")])
def test_what_another_questionnaire_changes_is_said_in_whole_sentences(
    notes: str, said: str
) -> None:
    moved = (carried("a-1", "a-1", reworded=True), carried("a-2", "b-2"))
    before, kept = date(2026, 11, 21), dict.fromkeys(notes, "Voir Anne")
    became = Transfer(moved, (), ("a-5",))
    started = Started(2, date(2027, 9, 3), before, True, became, kept, ())
    assert plain(" ".join(started_said(started))) == (
        "Le diagnostic du 3 septembre 2027 est commencé. 2 réponses reprises, à confirmer une à "
        "une. Le questionnaire a été mis à jour depuis. 1 réponse passe à une nouvelle question. "
        "1 question est écrite autrement : relisez-la. 1 question sans réponse. "
        f"{said} dans le diagnostic du 21 novembre 2026 seulement."
    )


def brief(day: str, answered: int = 3) -> AssessmentBrief:
    given = frozenset(f"a-{number}" for number in range(answered))
    return AssessmentBrief(1, "q", date.fromisoformat(day), given, frozenset())


def test_what_is_offered_depends_on_the_day_and_on_the_answers() -> None:
    today = date(2027, 9, 3)
    assert offer((brief("2026-11-21"),), today, writable=True).button.endswith("de 2027")
    same_year = offer((brief("2027-01-04"),), today, writable=True)
    assert same_year.button == DIAGNOSIS.new
    assert "existe déjà" in same_year.what
    for day in ("2027-09-03", "2027-10-01"):
        found = offer((brief(day),), today, writable=True)
        assert found.what
        assert not found.button
    assert not offer((brief("2026-11-21", answered=0),), today, writable=True).button
    assert not offer((brief("2026-11-21"),), today, writable=False).button


def test_the_way_to_the_handover(bridge: Bridge, shown: ShowPage) -> None:
    page = shown(bridge)
    went: list[tuple[str, object]] = []
    page.went_to.connect(lambda page_id, detail: went.append((page_id, detail)))
    page.handover.go.click()
    assert went == [("passation", None)]
