# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The calendar and the aid of a roadmap in a dossier: kept, undone, and refused when wrong."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.dossier.store import Dossier
from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import Aid, AidWindow, Calendar, Closure
from autodiag.model.roadmap import Decision, OwnAction, Span
from autodiag.session import Session
from tests.catalogue.files import FIVE
from tests.dossier.samples import NOON, author

SUMMER = Closure("ete", "Été", "2027-07", "2027-08", yearly=True)
WINDOW = AidWindow("detr", "DETR", "2027-01-04", "2027-03-01")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    packed = pack_questionnaire(FIVE)
    new = NewDossier(LocalAuthority("Saint-Exemple"), packed, "cinq-questions", NOON.date())
    session = Session(create_dossier(tmp_path / "a.autodiag", author(), new), load_packed)
    yield session
    session.close()


def test_D3_the_calendar_is_seen_at_once_read_again_and_undone(session: Session) -> None:
    session.set_start("2027-01")
    session.set_closure(SUMMER)
    session.set_window(WINDOW)
    wanted = Calendar("2027-01", (SUMMER,), (WINDOW,))
    assert session.snapshot.calendar == wanted
    session.reload()
    assert session.snapshot.calendar == wanted
    session.remove_date("ete")
    assert session.snapshot.calendar.closures == ()
    session.undo()
    assert session.snapshot.calendar == wanted
    session.set_start("")
    session.reload()
    assert session.snapshot.calendar.start == ""


def test_D3_an_aid_is_kept_and_taken_away(session: Session) -> None:
    aid = Aid("cyb-a1", 800.0, "Région", "obtenue")
    session.set_aid("cyb-a1", aid)
    session.reload()
    assert session.snapshot.aids == {"cyb-a1": aid}
    session.set_aid("cyb-a1", None)
    session.reload()
    assert session.snapshot.aids == {}


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.set_start("2027-13"),
        lambda d: d.set_start("janvier"),
        lambda d: d.set_closure(Closure("x", "", "2027-08", "2027-07")),
        lambda d: d.set_window(AidWindow("x", "", "2027-03-02", "2027-03-01")),
        lambda d: d.set_aid("a", Aid("a", -1.0)),
        lambda d: d.set_aid("a", Aid("a", 1.0, "", "promise")),  # type: ignore[arg-type]
    ],
)
def test_what_could_not_be_read_again_is_not_written(session: Session, change: object) -> None:
    assert callable(change)
    before = session.snapshot
    with pytest.raises(ValueError, match="would not be readable"):
        change(session.dossier)
    session.reload()
    assert session.snapshot.calendar == before.calendar
    assert isinstance(session.dossier, Dossier)


def test_R6_what_was_decided_before_it_was_done_is_read_again(session: Session) -> None:
    before = Decision("a", "reportee", "", "M. Petit", "2027-09", "", "6-18")
    done = Decision("a", "faite", day="2026-11-03")
    session.decide(before)
    session.decide(done)
    session.decide(replace(done, day="2026-11", note="Contrôlé"))
    assert session.decided_before_done("a") == before
    session.forget_decision("a")
    session.decide(done)
    assert session.decided_before_done("a") is None


def test_D3_an_own_action_and_what_is_decided_of_it_are_one_gesture(session: Session) -> None:
    own = OwnAction("a-nous-1", "Changer les écrans", Span(1, 1), Span(0, 0))
    session.set_own_action(own)
    moved, month = replace(own, horizon="6-18"), Decision(own.id, "retenue", day="2027-09")
    session.decide_all({own.id: month}, {own.id: moved})
    session.decide_all({own.id: None}, {own.id: None})
    assert not session.snapshot.own_actions
    assert session.undo()
    assert session.snapshot.own_actions == (moved,)
    assert session.snapshot.decisions == {own.id: month}
    assert session.undo()
    assert session.snapshot.own_actions == (own,)
    assert not session.snapshot.decisions
