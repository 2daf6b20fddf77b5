# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The next diagnosis keeps the months that were promised, and the score that all began with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from autodiag.model.calendar import NO_CALENDAR
from autodiag.model.dossier import Snapshot, StoredPlan
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import Decision
from autodiag.roadmap.promises import promises
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.stored import dump_roadmap, load_roadmap
from tests.roadmap.test_follow_up import Town
from tests.support.builders import DAY
from tests.support.shipped import shipped_knowledge

NEXT = date(2027, 11, 20)


def stored(town: Town) -> Snapshot:
    """Its plan kept; no first month chosen: the roadmap follows the diagnosis."""
    plan = StoredPlan(dump_roadmap(town.planned()), "", DAY.isoformat())
    return replace(town.snapshot(), plan=plan)


def kept(decisions: Sequence[Decision], *, fixed: bool = False) -> dict[str, Decision]:
    town = Town(decisions)
    snapshot = stored(town)
    knowledge: Knowledge = replace(shipped_knowledge(), actions=town.catalogue)
    calendar = snapshot.calendar if fixed else NO_CALENDAR
    return promises(replace(snapshot, calendar=calendar), knowledge, NEXT)


def test_R6_the_next_diagnosis_keeps_the_month_of_what_was_retained_and_not_done() -> None:
    found = kept([Decision("un", "retenue", horizon="0-6", who="Mme Exemple")])
    assert list(found) == ["un"]
    month = date.fromisoformat(f"{found['un'].day}-01")
    assert month < NEXT
    assert (found["un"].who, found["un"].horizon) == ("Mme Exemple", "0-6")


def test_R6_a_month_that_somebody_named_is_kept_and_falls_in_its_new_period() -> None:
    found = kept([Decision("un", "retenue", day="2028-02-03", horizon="6-18")])
    assert found == {"un": Decision("un", "retenue", day="2028-02-03", horizon="0-6")}


def test_R6_a_roadmap_that_goes_on_from_its_own_first_month_keeps_its_periods() -> None:
    decision = Decision("un", "retenue", horizon="0-6")
    (found,) = kept([decision], fixed=True).values()
    assert replace(found, day="") == decision


def test_R6_what_is_not_retained_or_was_never_planned_promises_nothing() -> None:
    assert kept([Decision("un", "reportee"), Decision("deux", "refusee")]) == {}
    assert promises(Town().snapshot(), shipped_knowledge(), NEXT) == {}
    broken = replace(Town().snapshot(), plan=StoredPlan("{", "", "2026-11-22"))
    assert promises(broken, shipped_knowledge(), NEXT) == {}


def test_R6_the_score_of_before_anything_was_done_stays_with_the_plan() -> None:
    town = Town()
    first = town.planned()
    score = town.situation(town.snapshot()).result.overall
    assert first.before == (DAY.isoformat(), score)
    after = Town([Decision("un", "faite")], {"strategie-1": 3})
    later = date(2027, 4, 1)
    situation = after.situation(after.snapshot())
    made = plan_roadmap(situation, later, previous=first)
    assert made.before == first.before
    assert load_roadmap(dump_roadmap(made), {}).before == first.before
    assert plan_roadmap(situation, later).before == (later.isoformat(), situation.result.overall)
