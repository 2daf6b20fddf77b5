# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is late, due and done on a day, and the answers that do not say it yet (contract R6)."""

import timeit
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from autodiag.model.calendar import Calendar
from autodiag.model.dossier import Evidence, Snapshot, evidence_of
from autodiag.model.result import Range
from autodiag.model.roadmap import (
    Action,
    ActionCatalogue,
    Capacity,
    Combination,
    Decision,
    OwnAction,
    Roadmap,
    Span,
)
from autodiag.roadmap.follow_up import Behind, Due, FollowUp, follow_up
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.schedule import schedule
from autodiag.roadmap.situation import Situation, situation_of
from autodiag.scoring.score import score
from tests.support.builders import DAY, VILLAGE, Short, action, assess, question, questionnaire
from tests.support.shipped import random_dossier, shipped_knowledge, shipped_questionnaire

ASKED = questionnaire(question("strategie-1"), question("usagers-1"), question("cyber-1"))
LOW: dict[str, Short] = {"strategie-1": 1, "usagers-1": 1, "cyber-1": "nsp"}
ACTIONS = (
    action("un", {"strategie-1": 3}, effort=(2, 2), delay=1),
    action("deux", {"strategie-1": 4, "usagers-1": 2}, effort=(6, 6), delay=1),
)

KEPT = [Decision("un", "retenue")]
"""Else the other one, which brings more, does alone."""


def proof(action_id: str) -> Evidence:
    return Evidence("p1", evidence_of(action_id), "La délibération", "", 0, "", "", "")


class Town:
    """A dossier that begins in January 2027 with two days a month, and what was once planned."""

    def __init__(
        self,
        decisions: Sequence[Decision] = (),
        answers: dict[str, Short] | None = None,
        *,
        actions: Sequence[Action] = ACTIONS,
        combinations: Sequence[Combination] = (),
        own: Sequence[OwnAction] = (),
        evidence: Sequence[Evidence] = (),
    ) -> None:
        self.answers = {**LOW, **(answers or {})}
        self.catalogue = ActionCatalogue({a.id: a for a in actions}, tuple(combinations), "")
        self.own, self.evidence = tuple(own), evidence
        self.decisions = {one.action: one for one in decisions}

    def snapshot(self) -> Snapshot:
        kept: dict[str, tuple[Evidence, ...]] = {}
        for one in self.evidence:
            kept[one.question] = (*kept.get(one.question, ()), one)
        return Snapshot(
            VILLAGE, {}, ASKED, assess(self.answers), self.decisions, {},
            own_actions=self.own, capacity=Capacity(2, 9_000), evidence=kept,
            calendar=Calendar("2027-01"),
        )  # fmt: skip

    def situation(self, snapshot: Snapshot) -> Situation:
        result = score(ASKED, snapshot.assessment, VILLAGE, {})
        return Situation(
            VILLAGE, {}, ASKED, result, self.catalogue, (), snapshot.decisions,
            snapshot.own_actions, Capacity(2, 9_000), date(2027, 1, 1),
        )  # fmt: skip

    def planned(self) -> Roadmap:
        return plan_roadmap(self.situation(self.snapshot()), DAY)

    def on(self, day: str, roadmap: Roadmap | None = None) -> FollowUp:
        snapshot = self.snapshot()
        plan = roadmap or self.planned()
        slots = schedule(snapshot, plan, self.catalogue)
        situation = self.situation(snapshot)
        return follow_up(snapshot, plan, slots, situation, date.fromisoformat(day))


def named(found: Sequence[Due]) -> list[tuple[str, str, int]]:
    return [(one.action, f"{one.due:%Y-%m}", one.late) for one in found]


# --- late, due


def test_R6_nothing_is_late_before_the_end_of_its_month() -> None:
    town = Town(KEPT)
    first = town.on("2027-01-31")
    assert named(first.late) == []
    # «se renseigner» and what takes the two days of January; the rest is due in May
    assert named(first.due_now) == [("renseigner-cyber-1", "2027-01", 0), ("un", "2027-02", 0)]
    before = town.on("2026-11-22")
    assert (before.late, before.due_now) == ((), ())


def test_R6_what_was_due_is_late_by_whole_months_the_longest_first() -> None:
    found = Town(KEPT).on("2027-04-01")
    assert named(found.late) == [("renseigner-cyber-1", "2027-01", 3), ("un", "2027-02", 2)]
    assert named(found.due_now) == [("deux", "2027-05", 0)]
    assert found.late[1].title == "Titre de un"
    years = Town(KEPT).on("2031-01-15")
    assert [one.late for one in years.late] == [48, 47, 44]
    assert years.due_now == ()


def test_R6_what_is_done_refused_or_found_out_is_waited_for_no_more() -> None:
    plan = Town(KEPT).planned()
    over = [Decision("un", "faite", day="2027-02-10"), Decision("deux", "refusee")]
    found = Town(over, {"cyber-1": 2}).on("2027-12-01", plan)
    assert (found.late, found.due_now) == ((), ())


def test_R6_the_month_that_somebody_named_is_the_one_that_counts() -> None:
    town = Town([Decision("deux", "retenue", day="2027-03-15")])
    assert (
        Due("deux", "Titre de deux", date(2027, 3, 1), 1, chosen=True) in town.on("2027-04-20").late
    )
    # even one that the plan could not follow: before the roadmap begins
    early = Town([Decision("deux", "retenue", day="2026-10")])
    assert ("deux", "2026-10", 2) in named(early.on("2026-12-01").late)
    only_year = Town([Decision("deux", "retenue", day="2027")])
    assert not any(one.chosen for one in only_year.on("2028-01-01").late)


def test_R6_own_actions_are_waited_for_too() -> None:
    own = [OwnAction("x", "Le bulletin", Span(1, 1), Span(0, 0))]
    assert "x" in [one.action for one in Town(own=own).on("2028-01-01").late]
    done = Town([Decision("x", "faite", day="2027-01")], own=own).on("2028-01-01")
    assert "x" not in [one.action for one in done.late]
    assert [(one.title, one.behind) for one in done.done] == [("Le bulletin", ())]


# --- done, and what the answers do not say yet


def test_R6_what_is_done_says_its_day_its_evidence_and_the_answers_behind() -> None:
    done = [Decision("deux", "faite", day="2027-03-01"), Decision("un", "faite", day="2027-02-10")]
    found = Town(done, evidence=[proof("un")]).on("2027-04-01")
    assert [(one.action, one.day, one.evidence) for one in found.done] == [
        ("un", "2027-02-10", 1), ("deux", "2027-03-01", 0)
    ]  # fmt: skip
    assert found.done[0].files == 0  # a mention is no file
    assert found.done[0].behind == (("strategie-1", 1, 3),)
    assert found.done[1].behind == (("strategie-1", 1, 4), ("usagers-1", 1, 2))
    # once each, at the highest level
    assert found.behind == (Behind("strategie-1", 1, 4), Behind("usagers-1", 1, 2))


def test_R2_the_score_once_the_answers_are_brought_up_to_date() -> None:
    found = Town([Decision("un", "faite")]).on("2027-04-01")
    # three themes: 1, 1 and between 0 and 4; then 3, 1 and the same
    assert found.today == Range(Fraction(2, 3), Fraction(2))
    assert found.gain == Range(Fraction(4, 3), Fraction(8, 3))


def test_R6_answers_that_already_say_it_leave_nothing_to_gain() -> None:
    town = Town([Decision("un", "faite")], {"strategie-1": 3})
    found = town.on("2027-04-01")
    assert (found.done[0].behind, found.behind, found.gain) == ((), (), None)
    assert found.today == town.situation(town.snapshot()).result.overall
    assert Town().on("2027-04-01").gain is None


def test_R6_an_unknown_or_missing_answer_is_behind_and_one_that_does_not_count_is_not() -> None:
    actions = (action("a", {"cyber-1": 2, "usagers-1": 2, "strategie-1": 2, "ailleurs-1": 4}),)
    answers: dict[str, Short] = {"usagers-1": None, "strategie-1": "so"}
    found = Town([Decision("a", "faite")], answers, actions=actions).on("2027-04-01")
    assert set(found.behind) == {("cyber-1", None, 2), ("usagers-1", None, 2)}


def test_R2_a_combination_counts_once_all_its_members_are_done() -> None:
    pair = [Combination("usagers-1", 4, ("a", "b"), "")]
    actions = (action("a"), action("b"))
    one = Town([Decision("a", "faite")], actions=actions, combinations=pair).on("2027-04-01")
    assert one.behind == ()
    both = [Decision("a", "faite"), Decision("b", "faite")]
    found = Town(both, actions=actions, combinations=pair).on("2027-04-01")
    assert found.behind == (("usagers-1", 1, 4),)


def test_R6_an_action_that_is_no_longer_installed_keeps_its_name() -> None:
    found = Town([Decision("retiree", "faite", day="2027-01")]).on("2027-04-01")
    assert [(one.action, one.title, one.behind) for one in found.done] == [
        ("retiree", "retiree", ())
    ]


def test_a_follow_up_of_the_shipped_catalogue_is_made_at_once() -> None:
    drawn = random_dossier(3, (2_800,))
    plan = plan_roadmap(drawn.situation(), DAY, 0.4)
    done = {one.id: Decision(one.id, "faite", day="2027-01") for one in plan.horizons[0].actions}
    snapshot = Snapshot(
        drawn.authority, drawn.facts, shipped_questionnaire(), assess(drawn.answers), done, {}
    )
    knowledge = shipped_knowledge()
    situation = situation_of(snapshot, drawn.rated(), knowledge)
    slots = schedule(snapshot, plan, knowledge.actions)
    today = date(2028, 9, 1)
    found = follow_up(snapshot, plan, slots, situation, today)
    assert found.today is not None
    assert found.gain is not None
    assert found.gain.low > found.today.low
    assert found.late
    spent = timeit.repeat(
        lambda: follow_up(snapshot, plan, slots, situation, today), number=1, repeat=7
    )
    assert min(spent) < 0.006  # 1 ms alone on its machine
