# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A public document must not tell that there is no backup: what is planned for security, however
much or little it is, is one sentence that never changes."""

import re
from dataclasses import replace
from functools import cache

import pytest

from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.result import ProfileResult
from autodiag.model.roadmap import (
    Capacity,
    Horizon,
    LeftOut,
    OwnAction,
    PlannedAction,
    Roadmap,
    Span,
)
from autodiag.report.content import ReportContent
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import situation_of
from autodiag.text.typography import uncapitalised
from tests.report.checks import printed
from tests.report.reader import Reading
from tests.report.sample import PATIENT, TODAY, VILLAGE, content, levels
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

SAID = "Mesures de sécurité numérique : celles qui sont prévues, s’il y en a, sont décrites"
TOWN = LocalAuthority("Montbrelle", population=12_000)


ELSEWHERE = {"adm-6", "ame-4", "ame-5", "ame-7", "edu-2"}
"""Questions of other themes that tell of a weakness too."""


def kept_back() -> set[str]:
    """The questions that the public edition knows nothing of, but that of the cameras."""
    questions = shipped_questionnaire().questions.values()
    return {q.id for q in questions if q.theme == "cyber"} | ELSEWHERE


def with_security(
    level: int, seed: int = 1, authority: LocalAuthority = VILLAGE, *, cameras: bool = True
) -> ReportContent:
    """The same answers but for security, and the means to do everything at once."""
    facts = {"ecole": True, "site": True, "teleservice": True, "videoprotection": cameras}
    security = dict.fromkeys([*kept_back(), "ter-6"], Answered(level))
    given = {**levels(seed), **dict.fromkeys(waiting(), Answered(4)), **security}
    what = content(given, authority, facts, planned=False)
    snapshot = replace(what.snapshot, capacity=Capacity(200, 1_000_000, False, False))
    situation = situation_of(snapshot, what.result, what.knowledge)
    return replace(what, snapshot=snapshot, roadmap=plan_roadmap(situation, TODAY, PATIENT))


def hidden_actions() -> set[str]:
    """What would tell of security by being planned."""
    actions, known = shipped_knowledge().actions.actions, kept_back()
    raising = {a.id for a in actions.values() if known & {one.question for one in a.raises}}
    by_theme = {a.id for a in actions.values() if a.theme == "cyber"}
    return raising | by_theme | {"usag-messagerie"}


def waiting() -> set[str]:
    """What is raised by the actions that come after one of security, or by one of them: the period
    that the council votes for them is the only thing that may still depend on it."""
    actions, hidden = shipped_knowledge().actions.actions, hidden_actions()
    return {
        target.question
        for action in actions.values()
        if hidden.intersection((action.id, *action.prerequisites))
        for target in action.raises
    }


def public(what: ReportContent) -> Reading:
    return printed(replace(what, public=True))


def everything_in(reading: Reading) -> str:
    """Text, bookmarks, alternative texts, on one line."""
    return " ".join(" ".join([reading.text, *reading.bookmarks, *reading.spoken]).split())


def flat(text: str) -> str:
    return " ".join(text.split())


def secrets() -> list[str]:
    """Every sentence of what is told by security: actions, questions, obligations."""
    questions = shipped_questionnaire().questions.values()
    knowledge = shipped_knowledge()
    asked = kept_back() | {"ter-6"}
    found = [q.wording().text for q in questions if q.id in asked]
    shared, hidden = set[str](), hidden_actions()
    for action in knowledge.actions.actions.values():
        said = [action.title, action.why, *action.steps, uncapitalised(action.indicator)]
        if action.id in hidden or asked & {target.question for target in action.raises}:
            found += said
        else:
            shared.update(said)
    for one in knowledge.obligations.values():
        if one.proof and one.proof.question in asked:
            found += [one.title, one.what]
    return [flat(text) for text in found if text not in shared]


@cache
def weak() -> ReportContent:
    return with_security(0)


def plan(what: ReportContent) -> Roadmap:
    assert what.roadmap is not None
    return what.roadmap


@pytest.mark.parametrize(
    ("seed", "authority"),
    [(1, VILLAGE), pytest.param(2, VILLAGE, marks=pytest.mark.long), (3, TOWN)],
)
def test_nothing_of_a_measure_of_security_is_anywhere_in_the_public_edition(
    seed: int, authority: LocalAuthority
) -> None:
    what = with_security(0, seed, authority)
    internal, outside = (everything_in(printed(replace(what, public=p))) for p in (False, True))
    known = secrets()
    assert sum(text in internal for text in known) > 30, "the test must be able to fail"
    assert [text for text in known if text in outside] == []


@pytest.mark.parametrize("seed", [1, pytest.param(6, marks=pytest.mark.long)])
def test_without_backup_or_with_everything_done_the_public_edition_is_the_same(seed: int) -> None:
    """Where means are plenty, so that no other action waits because of those of security."""
    none, everything = with_security(0, seed), with_security(4, seed)
    sizes = [sum(len(h.actions) for h in plan(what).horizons) for what in (none, everything)]
    assert sizes[0] > sizes[1] + 5
    assert everything_in(public(none)) == everything_in(public(everything))
    short = [replace(what, model="synthese") for what in (none, everything)]
    assert everything_in(public(short[0])) == everything_in(public(short[1]))


@pytest.mark.parametrize("seed", [2, pytest.param(7, marks=pytest.mark.long)])
def test_scores_obligations_and_counts_do_not_follow_security_nor_cameras(seed: int) -> None:
    """Whatever the means and the plan: theme scores, stage, counts and obligations are computed
    from the other answers alone."""
    said: list[list[str]] = []
    for level, cameras in ((0, False), (4, True), (0, True)):
        what = replace(with_security(level, seed, cameras=cameras), roadmap=None)
        assert all(theme.range for theme in what.result.themes)
        said.append([everything_in(public(what)), everything_in(printed(what))])
    assert said[0][0] == said[1][0] == said[2][0]
    assert len({inside for _, inside in said}) == 3, "the test must be able to fail"


@pytest.mark.parametrize("seed", [3, pytest.param(8, marks=pytest.mark.long)])
def test_a_stage_of_the_public_edition_is_never_another_than_the_true_one(seed: int) -> None:
    for level in (0, 4):
        what = with_security(level, seed)
        true, page = what.result.profile, flat(public(what).pages[1])
        for stage in (true.low, true.high):
            assert stage is not None
            assert what.knowledge.portraits[stage].kind_label in page


@pytest.mark.long
def test_the_public_edition_does_not_read_obligations_in_the_answers() -> None:
    given, facts = levels(2), {"ecole": True, "site": True, "teleservice": True}
    every = [content({**given, "adm-3": Answered(n)}, facts=facts, planned=False) for n in (0, 4)]
    sections: list[list[str]] = [[], []]
    for what in every:
        for public_one, found in zip((False, True), sections, strict=True):
            text = printed(replace(what, public=public_one)).flat
            start = text.rindex("En cas de doute, demandez à votre préfecture")
            found.append(text[start : text.index("Votre feuille de route", start)])
    assert sections[0][0] != sections[0][1]
    assert sections[1][0] == sections[1][1]
    for state in ("d’après vos réponses", "Déjà fait", "À vérifier"):
        assert state not in sections[1][0]
        assert state in "".join(sections[0]) or state == "À vérifier"
    assert "Compte financier unique (CFU)" in sections[1][0]


@pytest.mark.long
def test_a_theme_is_said_to_be_assessed_elsewhere_on_the_cover_and_in_the_synthesis() -> None:
    said = "Le thème « Cybersécurité » est évalué dans l’édition interne."
    pages = [flat(page) for page in public(weak()).pages]
    assert [said in page for page in pages[:2]] == [True, True]
    alone = flat(public(replace(weak(), model="synthese")).pages[0])
    assert alone.count(said) == 1
    assert said not in printed(weak()).flat


@pytest.mark.long
def test_what_is_planned_for_security_is_one_sentence_that_never_changes() -> None:
    for level in (0, 2, 4):
        reading = public(with_security(level))
        assert reading.flat.count(SAID) == 2  # the synthesis, the calendar
        assert SAID in flat(reading.pages[1])
    empty = Horizon("0-6", (), 100, 1000, Span(0, 0), Span(0, 0))
    nothing = replace(plan(weak()), horizons=(empty,))
    text = public(replace(weak(), roadmap=nothing)).flat
    assert text.count("Hors sécurité numérique, la feuille de route ne contient pas d’action") == 2
    assert text.count(SAID) == 2
    assert SAID not in printed(weak()).flat


@pytest.mark.long
def test_where_to_begin_proposes_other_actions_in_the_public_edition() -> None:
    what = weak()
    catalogue = what.knowledge.actions.actions
    inside, outside = (printed(replace(what, public=p)) for p in (False, True))
    foundation = flat(catalogue["cyber-sauvegarde"].title)
    assert foundation in flat(inside.pages[1])
    page = flat(outside.pages[1])
    cards = page[page.index("Par où commencer") :]
    visible = [
        flat(planned.title)
        for horizon in plan(what).horizons
        for planned in horizon.actions
        if planned.kind == "action" and planned.theme not in ("cyber",)
    ]
    assert sum(title in cards for title in visible) >= 2


def test_the_public_edition_gives_no_total_no_count_and_no_means() -> None:
    """Beside the means, which follow from the population, they tell how much is not shown."""
    shown = PlannedAction(
        "own", "own", "Réparer le préau", Span(2, 3), Span(10, 20), later_cost=Span(25, 50)
    )
    what = weak()
    first = replace(plan(what).horizons[0], actions=(shown, *plan(what).horizons[0].actions))
    what = replace(what, roadmap=replace(plan(what), horizons=(first, *plan(what).horizons[1:])))
    inside, outside = printed(what).flat, public(what).flat
    assert "Réparer le préau" in outside
    for total in (
        "sur trois ans, avant aides",
        "Argent : ",
        "Vos moyens",
        "Suite des actions déjà lancées",
        "Le temps nécessaire, et ce qu’il apporte",
    ):
        assert total in inside, total
        assert total not in outside, total
    assert re.search(r"\d+ actions", inside)
    assert re.findall(r"\d+ actions", outside) == []


def test_what_the_user_added_stays_even_about_security() -> None:
    own = OwnAction("a-nous", "Acheter un disque", Span(1, 1), Span(90, 90))
    what = weak()
    first = plan(what).horizons[0]
    added = PlannedAction(own.id, "own", own.title, own.effort, own.cost, retained=True)
    horizons = (replace(first, actions=(added, *first.actions)), *plan(what).horizons[1:])
    text = public(replace(what, roadmap=replace(plan(what), horizons=horizons))).flat
    assert "Acheter un disque" in text


def test_an_action_that_waits_never_says_for_which_of_security() -> None:
    what = weak()
    sentence = "Il faudrait d’abord\u00a0: «\u202fMettre en place trois copies\u202f»."
    left = (LeftOut("ame-fibre", "prerequis", sentence), LeftOut("data-dpo", "faite", "Faite."))
    text = public(replace(what, roadmap=replace(plan(what), left_out=left))).flat
    assert "trois copies" not in text
    catalogue = what.knowledge.actions.actions
    reason = "ou elle attend du temps, de l’argent, une réponse ou une autre action"
    assert text.count(reason) == 1
    after = text[text.index(reason) :]
    assert all(flat(catalogue[one.action].title) in after for one in left)


def test_a_request_about_security_is_not_told_either() -> None:
    what = weak()
    catalogue = what.knowledge.actions.actions
    title = f"Demander à l’intercommunalité\u00a0: {catalogue['cyber-pca'].title}"
    asked = PlannedAction("cyber-pca", "request", title, Span(0.5, 0.5), Span(0, 0), theme="cyber")
    first = replace(plan(what).horizons[0], actions=(asked,))
    text = public(replace(what, roadmap=replace(plan(what), horizons=(first,)))).flat
    assert flat(catalogue["cyber-pca"].title) not in text


def test_near_a_cut_off_both_stages_are_said_whatever_the_true_one() -> None:
    """The stage would tell on which side of a score the theme kept back is."""
    given = {q: Answered(2) for q in shipped_questionnaire().questions}
    cyber = [q for q in given if q.startswith("cyb-")]
    pages: list[str] = []
    stages: list[ProfileResult] = []
    for level in (0, 4):
        what = content({**given, **dict.fromkeys(cyber, Answered(level))}, planned=False)
        stages.append(what.result.profile)
        pages.append(everything_in(public(what)))
    assert stages[0].low != stages[1].low
    assert pages[0] == pages[1]
    assert "Au début du chemin ou En route" in pages[0]
