# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Depuis 2025» on paper: in both editions, and nothing of security in the public one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from autodiag.model.assessment import Answer, Answered, NotConcerned
from autodiag.report.content import ReportContent
from autodiag.report.edition import public_edition
from autodiag.report.reserved import NOTHING
from autodiag.scoring.change import Change, Dated, compare_dates
from tests.report.checks import printed, sound
from tests.report.reader import Reading
from tests.report.sample import content, levels
from tests.report.test_public_security import kept_back
from tests.support.plain import plain
from tests.support.shipped import shipped_questionnaire

FACTS = {"ecole": True, "site": True, "teleservice": True, "videoprotection": True}


def changed(then: Mapping[str, Answer], now: Mapping[str, Answer]) -> ReportContent:
    """The report of the answers of now, and what changed since 2025."""
    before, after = (content(dict(one), facts=FACTS, planned=False) for one in (then, now))
    assessment = replace(before.snapshot.assessment, day=date(2025, 3, 12))
    old = replace(before.snapshot, assessment=assessment)
    same = {name: name for name in shipped_questionnaire().questions}
    change = compare_dates(Dated(old, before.result), Dated(after.snapshot, after.result), same)
    return replace(after, since=change)


def usual() -> ReportContent:
    now = {**levels(2), "usa-1": NotConcerned("Pas chez nous")}
    return changed({**levels(1), "usa-1": Answered(0)}, now)


def section(reading: Reading) -> str:
    text = plain(reading.flat)
    start = text.rindex("Depuis 2025")
    return text[start : text.index("Et ailleurs ?", start)]


def test_the_section_is_sound_and_says_every_theme_and_the_whole() -> None:
    what = usual()
    reading = printed(what)
    sound(reading)
    said = section(reading)
    assert all(theme.title in said for theme in shipped_questionnaire().themes)
    assert "Score global" in said
    assert "une question ne vous concerne plus" in said
    assert "questions communes, " in said
    contents = plain(reading.pages[2])
    assert contents.index("Thème par thème") < contents.index("Depuis 2025")
    assert "Depuis 2025" not in plain(printed(replace(what, since=None)).flat)


def test_the_public_edition_says_the_themes_shown_and_no_whole_nor_number() -> None:
    reading = printed(replace(usual(), public=True))
    sound(reading)
    said = section(reading)
    assert "Services aux usagers" in said
    for kept in ("Cybersécurité", "Score global", "questions communes, ", "une question"):
        assert kept not in said
    assert "parce que ce qui vous concerne a changé" in said


def test_nothing_of_security_then_or_now_is_told_by_the_public_edition() -> None:
    secret = [*kept_back(), "ter-6"]
    said: list[tuple[str, str]] = []
    for then, now in ((0, 4), (4, 0)):
        answers = (
            {**levels(seed), **dict.fromkeys(secret, Answered(level))}
            for seed, level in ((1, then), (2, now))
        )
        what = changed(*answers)
        inside, outside = (section(printed(replace(what, public=p))) for p in (False, True))
        said.append((inside, outside))
    assert len({outside for _, outside in said}) == 1
    assert len({inside for inside, _ in said}) == 2, "the test must be able to fail"


@pytest.mark.long
def test_a_question_renamed_since_into_a_reserved_one_is_kept_back_too() -> None:
    """It was in a theme that is shown: its change would tell of the question it became."""
    said: list[str] = []
    for level in (0, 4):
        what = changed({**levels(1), "usa-1": Answered(level)}, levels(2))
        renames = {"usa-1": ("cyb-1",)}
        today = replace(what.snapshot.questionnaire, renames=renames)
        what = replace(what, snapshot=replace(what.snapshot, questionnaire=today))
        said.append(section(printed(replace(what, public=True))))
    assert said[0] == said[1]


def test_the_public_content_keeps_nothing_of_the_answers_of_then() -> None:
    public = public_edition(usual(), NOTHING, "")
    kept: Change | None = public.since
    assert kept is not None
    assert (kept.basis, kept.overall, kept.moved) == (None, None, ())
    assert all(one.split and one.split.counts.changed == 0 for one in kept.themes)


def test_what_is_only_taken_over_is_not_printed_as_unchanged() -> None:
    what = usual()
    assert what.since is not None
    copied = replace(what, since=replace(what.since, waiting=61, unconfirmed="all"))
    said = section(printed(copied))
    assert "61 réponses reprises ne sont pas encore confirmées : rien à comparer" in said
    assert "Services aux usagers" not in said, "no table of zeros"
    public = public_edition(copied, NOTHING, "").since
    assert public is not None
    assert (public.waiting, public.unconfirmed) == (0, "all"), "no number is told"


def test_without_scores_each_changed_answer_is_printed_for_the_town_hall_alone() -> None:
    what = usual()
    assert what.since is not None
    numbers = replace(what.since, themes=(), overall=None, moved=("usa-1",))
    text = section(printed(replace(what, since=numbers)))
    assert "1 réponse a changé sur" in text
    assert text.index("Niveau 0.") < text.index("Sans objet : Pas chez nous")
    assert numbers.basis is not None
    bare = replace(numbers, basis=replace(numbers.basis, before={}, after={}))
    assert public_edition(replace(what, since=bare), NOTHING, "").since is None
