# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What changed since the assessment before, in a real file, with the facts that were known then."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from autodiag.catalogue.load import pack_questionnaire
from autodiag.model.assessment import Answered, NotConcerned
from autodiag.session import Session
from tests.session.test_session import FIVE, VILLAGE, opened

PACKED = pack_questionnaire(FIVE)
YEARS = date(2027, 11, 20), date(2028, 11, 20)


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = opened(path)
    session.set_facts({"ecole": True})
    session.answer("out-1", Answered(1))
    session.answer("acc-1", Answered(3))
    session.start_next(YEARS[0], PACKED)
    yield session
    session.close()


def test_the_first_assessment_has_nothing_to_be_compared_with(path: Path) -> None:
    first = opened(path)
    assert first.since() is None
    first.close()


def test_only_what_was_answered_since_is_a_change(session: Session) -> None:
    still = session.since()
    assert still is not None
    assert still.moved == ()
    assert (still.waiting, still.unconfirmed) == (2, "all")
    session.answer("out-1", Answered(4))
    change = session.since()
    assert change is not None
    assert (change.waiting, change.unconfirmed) == (1, "some")
    assert (change.before.year, change.after, change.dated) == (2026, YEARS[0], True)
    tools, desk = change.themes
    assert tools.split is not None
    assert tools.split.low.answers == tools.split.low.whole == 3
    assert desk.split is not None
    assert desk.split.low.whole == 0
    assert change.overall is not None
    assert change.overall.split is not None
    assert change.overall.split.low.answers == Fraction(3, 2)


def test_facts_and_identity_are_those_of_then(session: Session) -> None:
    session.set_facts({"ecole": False})
    session.set_authority(replace(VILLAGE, population=700))
    session.undo()
    session.set_authority(replace(VILLAGE, population=800))
    change = session.since()
    assert change is not None
    assert change.basis is not None
    then = change.basis.earlier
    assert (then.facts["ecole"], then.authority.population) == (True, 612)
    desk = change.themes[1]
    # it no longer applies: the theme had a score, and has none to compare
    assert (desk.before is not None, desk.after, desk.split) == (True, None, None)


def test_what_was_corrected_before_the_next_one_began_is_kept(session: Session) -> None:
    session.start_next(YEARS[1], PACKED)
    session.set_facts({"ecole": None})
    first, second = (brief.id for brief in session.snapshot.assessments[:2])
    for number in (first, second):
        known = session.dossier.known_when(number)
        assert known is not None
        assert known.facts == {"ecole": True}
    third = session.dossier.known_when(session.snapshot.assessment_id)
    assert third is not None
    assert third.facts == {}
    far = session.since(first)
    assert far is not None
    assert far.before.year == 2026
    with pytest.raises(KeyError):
        session.since(session.snapshot.assessment_id)


def test_sans_objet_since_is_applicability(session: Session) -> None:
    session.answer("out-1", NotConcerned("Plus d’ordinateur"))
    change = session.since()
    assert change is not None
    assert change.themes[0].after is None
    assert change.moved == ("out-1",)


def test_a_journal_that_does_not_tell_gives_what_is_known_today_and_says_so(
    path: Path, session: Session
) -> None:
    session.set_facts({"ecole": False})
    session.close()
    with sqlite3.connect(path) as file:
        file.execute("UPDATE journal SET new = '[1]' WHERE subject = 'facts' AND new = '[0]'")
    file.close()
    again = opened(path)
    change = again.since()
    assert change is not None
    assert change.dated is False
    assert change.basis is not None
    assert change.basis.earlier.facts == {"ecole": False}
    again.close()


def test_an_older_assessment_is_shown_and_scored_with_what_was_known_then(
    session: Session,
) -> None:
    session.set_facts({"ecole": False})
    session.set_authority(replace(VILLAGE, population=800))
    latest, first = session.snapshot.assessment_id, session.snapshot.assessments[0].id
    session.turn_to(first)
    session.reload()
    older = session.snapshot
    assert (older.facts["ecole"], older.authority.population) == (True, 612)
    assert session.result.theme(older.questionnaire.themes[1].id).range is not None
    session.turn_to(latest)
    session.reload()
    assert session.snapshot.facts["ecole"] is False
    assert session.result.theme(older.questionnaire.themes[1].id).range is None
