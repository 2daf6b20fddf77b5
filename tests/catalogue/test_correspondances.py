# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The bridges between questionnaires, as data: each end exists and can be answered so, no two links
contradict each other, and each reason can be read."""

import tomllib
from typing import Any

from autodiag.catalogue.load import load_questionnaire
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question
from autodiag.text.typography import faults
from tests.conftest import ROOT

MAIN, BAROMETER = "maturite-numerique", "numerique-et-collectivites"
TOLD: dict[str, Any] = tomllib.loads(
    (ROOT / "resources" / "knowledge" / "correspondances.toml").read_text(encoding="utf-8")
)
POLITICS, OPINIONS = "politique-numerique", "perception"
WHOLE = {
    one: load_questionnaire(ROOT / "questionnaires" / one)
    for one in (MAIN, BAROMETER, POLITICS, OPINIONS)
}
LINKS: list[dict[str, Any]] = TOLD["liens"]
BOUNDS = ("vaut", "au_moins", "au_plus")


def _question(end: dict[str, Any]) -> Question:
    return WHOLE[end["questionnaire"]].questions[end["question"]]


def _limits(question: Question) -> tuple[float, float]:
    if question.type == "niveaux":
        return 0, HIGHEST_LEVEL
    assert question.range is not None, question.id
    return question.range.minimum, question.range.maximum


def _span(end: dict[str, Any]) -> tuple[float, float]:
    low, high = _limits(_question(end))
    if "vaut" in end:
        return end["vaut"], end["vaut"]
    return end.get("au_moins", low), end.get("au_plus", high)


def _place(link: dict[str, Any]) -> str:
    return f"{link['si']['question']} → {link['propose']['question']}"


def test_each_main_theme_has_its_bridge_and_each_barometer_theme_is_reached() -> None:
    main, barometer = ([theme.id for theme in WHOLE[one].themes] for one in (MAIN, BAROMETER))
    assert [bridge["theme"] for bridge in TOLD["themes"]] == main
    reached = [
        theme
        for bridge in TOLD["themes"]
        for theme in (*filter(None, [bridge.get("principal")]), *bridge["secondaires"])
    ]
    assert set(reached) == set(barometer)


def test_each_end_of_a_link_is_a_question_that_takes_this_answer() -> None:
    wrong: list[str] = []
    for link in LINKS:
        for end in (link["si"], link["propose"]):
            question = _question(end)
            keys = set(end) - {"questionnaire", "question"}
            if question.choices:
                known = {choice.id for choice in question.choices}
                good = keys == {"choix"} and end["choix"] and known >= set(end["choix"])
            else:
                low, high = _limits(question)
                good = keys and keys <= set(BOUNDS) and not ("vaut" in keys and len(keys) > 1)
                good = good and low <= _span(end)[0] <= _span(end)[1] <= high
            if not good:
                wrong.append(f"{_place(link)} : {end}")
    assert wrong == []


def test_a_link_joins_two_questionnaires_and_both_ways_are_covered() -> None:
    ways = [(link["si"]["questionnaire"], link["propose"]["questionnaire"]) for link in LINKS]
    both = {(one, other) for one in (MAIN, BAROMETER, POLITICS) for other in (MAIN, BAROMETER)}
    both |= {(MAIN, POLITICS), (BAROMETER, POLITICS), (OPINIONS, BAROMETER)}
    assert {one for one in both if one[0] != one[1]} == set(ways)
    assert len(ways) >= 140


def test_a_bound_says_something_and_a_fact_alone_never_proves_the_highest_level() -> None:
    empty: list[str] = []
    for link in LINKS:
        end = link["propose"]
        if not _question(end).choices and _span(end) == _limits(_question(end)):
            empty.append(_place(link))
        if _question(end).type == "niveaux":
            assert _span(end)[0] < HIGHEST_LEVEL, _place(link)
    assert empty == []


def test_a_variant_named_by_a_link_is_one_of_its_question_of_levels() -> None:
    for link in LINKS:
        named = {*link.get("sauf", ()), *link.get("seulement", ())}
        ends = [_question(end) for end in (link["si"], link["propose"])]
        of_levels = [question for question in ends if question.type == "niveaux"]
        known = {name for question in of_levels for name in question.wordings}
        assert named <= known, _place(link)
        assert not ("sauf" in link and "seulement" in link), _place(link)


def test_a_level_proved_in_words_that_another_reading_changes_was_read_in_both() -> None:
    """A town or an intercommunalité may read another sentence at the level that a link proves: the
    link leaves that reading out, or is in this list of those read in each wording."""
    both = {
        _place(link)
        for link in LINKS
        for end in (link["si"], link["propose"])
        if _question(end).type == "niveaux"
        and (level := int(_span(end)[0])) >= 2
        and _read_otherwise(_question(end), link, level)
    }
    assert both == {
        *("inf-1 → ame-1", "inf-3b → ame-1", "sta-2 → str-2", "don-6 → dat-5", "cyb-e → cyb-4"),
        *("ser-3 → usa-4", "usa-3 → axe-demat", "don-4 → axe-opendata", "cyb-1 → axe-protec"),
        "str-2 → axe-plan",
    }


def _read_otherwise(question: Question, link: dict[str, Any], level: int) -> bool:
    """Whether a wording that the link covers has another sentence than the base at this level."""
    if "seulement" in link:
        return False
    read = [w for variant, w in question.wordings.items() if variant not in link.get("sauf", ())]
    return len({wording.levels[level] for wording in read}) > 1


def test_no_two_links_on_one_answer_contradict_each_other() -> None:
    wrong: list[str] = []
    for at, one in enumerate(LINKS):
        for other in LINKS[at + 1 :]:
            same = all(one[end]["question"] == other[end]["question"] for end in ("si", "propose"))
            apart = one.get("sauf") and one.get("sauf") == other.get("seulement")
            if same and not apart and _meet(one["si"], other["si"]):
                wrong += [] if _meet(one["propose"], other["propose"]) else [_place(one)]
    assert wrong == []


def _meet(one: dict[str, Any], other: dict[str, Any]) -> bool:
    if "choix" in one:
        return bool(set(one["choix"]) & set(other["choix"]))
    (low, high), (least, most) = _span(one), _span(other)
    return max(low, least) <= min(high, most)


def test_each_link_says_why_in_one_short_sentence() -> None:
    for link in LINKS:
        reason: str = link["raison"]
        assert reason.endswith("."), reason
        assert len(reason.split()) <= 25, reason
        assert faults(reason) == [], reason
    assert all(faults(bridge["remarque"]) == [] for bridge in TOLD["themes"])
