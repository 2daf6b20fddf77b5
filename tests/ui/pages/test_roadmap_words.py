# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Words, steps and decisions of the roadmap page, without a window."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from autodiag.bundle import installed
from autodiag.model.result import Range
from autodiag.model.roadmap import (
    Capacity,
    Decision,
    Horizon,
    OwnAction,
    PlannedAction,
    Roadmap,
    Span,
)
from autodiag.roadmap.calendar import first_month, shifted
from autodiag.roadmap.quarter_words import month_name
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.scoring.said import Naming
from autodiag.text.numbers import short_month
from autodiag.text.sentences import Sentences
from tests.sources import sources
from tests.support.shipped import (
    RandomDossier,
    random_dossier,
    shipped_knowledge,
    shipped_questionnaire,
)
from ui.pages import roadmap_choices as choices
from ui.pages import roadmap_detail, roadmap_followed, roadmap_lists, roadmap_path
from ui.pages.roadmap_days import read_day
from ui.pages.roadmap_header import day_steps, euro_steps
from ui.pages.roadmap_late import late_ones
from ui.pages.roadmap_lists import due_said
from ui.pages.roadmap_notes import empty_note, steps_said, why_empty
from ui.pages.roadmap_parts import Entry, Part, Say
from ui.pages.roadmap_told import Told
from ui.pages.roadmap_words import ENQUIRIES, PlanWords, half_hours
from ui.widgets.action_face import ActionFace
from ui.widgets.own_action_form import TypedAction, read_number

TODAY = date(2026, 11, 21)
SENTENCES = Sentences(installed().resources / "report" / "textes.toml")


def words_of(dossier: RandomDossier) -> PlanWords:
    from autodiag.model.dossier import Snapshot
    from tests.support.builders import assess

    snapshot = Snapshot(
        dossier.authority,
        dossier.facts,
        shipped_questionnaire(),
        assess(dossier.answers),
        dossier.decisions,
        {},
        dossier.own_actions,
        dossier.capacity,
    )
    naming = Naming(SENTENCES, shipped_questionnaire(), shipped_knowledge(), dossier.authority)
    return PlanWords(naming, snapshot, dossier.rated())


def planned(seed: int, *, decided: bool = True) -> tuple[PlanWords, Roadmap]:
    dossier = random_dossier(seed, decided=decided)
    return words_of(dossier), plan_roadmap(dossier.situation(), date(2026, 11, 21), 0.4)


def told_of(seed: int, *, decided: bool = True, today: date = TODAY) -> Told:
    dossier = random_dossier(seed, decided=decided)
    situation = dossier.situation()
    return Told(words_of(dossier), plan_roadmap(situation, TODAY, 0.4), situation, today)


def assert_short(parts: tuple[Part, ...]) -> None:
    """What is said by Autodiag itself, and not by the catalogue, is in short sentences."""
    told = [part.text for part in parts if isinstance(part, Say) and part.how in ("ok", "warn")]
    long = [one for text in told for one in re.split(r"(?<=[.!?]) ", text) if len(one.split()) > 25]
    assert not long, "what is a list is written as lines"


def horizon(days: tuple[float, float], available: float, euros: float = 0) -> Horizon:
    return Horizon("0-6", (), available, 1_000, Span(*days), Span(0, euros))


def test_every_shared_sentence_that_the_page_says_exists() -> None:
    said = re.compile(r'\bsay\(\s*"([a-z_]+)\.([a-z_0-9-]+)"')
    files = [s for s in sources("ui") if s.module.startswith("ui.pages.roadmap")]
    keys = {match for source in files for match in said.findall(source.text)}
    assert len(keys) > 15
    lacking = [key for key in keys if key[1] not in SENTENCES.section(key[0])]
    assert not lacking


@pytest.mark.parametrize("seed", range(6))
def test_every_plan_can_be_said_whole(seed: int) -> None:
    told = told_of(seed)
    words, roadmap = told.words, told.roadmap
    faces = [face for i, h in enumerate(roadmap.horizons) for face in words.faces(h, i)]
    assert words.summary(roadmap) or not faces
    by_key = {p.id: p for h in roadmap.horizons for p in h.actions}
    for face in faces:
        assert face.title
        assert face.name.startswith(face.title)
        assert face.description
        if face.key != ENQUIRIES:
            content = roadmap_detail.detail(told, face, by_key[face.key])
            assert content.parts
            assert_short(content.parts)
    assert [words.meter(h).sentence for h in roadmap.horizons]
    path = roadmap_path.shortest(told).parts
    assert path
    assert_short(path)
    assert_short(roadmap_followed.followed(told).parts)
    assert roadmap_lists.enquiries(words, roadmap, answerable=True).parts
    listed = roadmap_lists.left_out(told).parts
    assert sum(isinstance(part, Entry) for part in listed) == len(roadmap.left_out)


def test_R5_what_the_user_decided_comes_first_and_can_be_taken_back() -> None:
    told = told_of(3)
    roadmap = told.roadmap
    refused = replace(roadmap.left_out[-1], code="refusee", sentence="Vous avez choisi.")
    roadmap = replace(roadmap, left_out=(*roadmap.left_out[:-1], refused))
    told = replace(told, roadmap=roadmap)
    parts = roadmap_lists.left_out(told).parts
    first = next(part for part in parts if isinstance(part, Entry))
    assert [do.command for do in first.dos] == ["open", "forget"]
    looked = roadmap_lists.left_out(replace(told, writable=False)).parts
    commands = {do.command for part in looked if isinstance(part, Entry) for do in part.dos}
    assert commands <= {"open"}


@pytest.mark.parametrize(
    ("days", "available", "word"),
    [
        ((1, 5), 12, "à l’aise"),
        ((1, 11), 12, "rempli"),
        ((1, 12), 12, "rempli"),
        ((1, 13), 12, "trop"),
        ((0, 0), 0, "aucun temps"),
    ],
)
def test_the_meter_says_how_the_days_stand(
    days: tuple[float, float], available: float, word: str
) -> None:
    words = words_of(random_dossier(0))
    assert words.meter(horizon(days, available)).word == word


def test_the_meter_says_the_money_too() -> None:
    words = words_of(random_dossier(0))
    assert words.meter(horizon((0, 1), 12, 500)).money.endswith("1\u202f000\u00a0€")
    assert words.meter(horizon((0, 1), 12, 950)).money.endswith(": rempli")
    over = words.meter(horizon((0, 1), 12, 1_200))
    assert over.money.endswith(": trop")
    assert "argent" in over.more


def test_a_period_that_is_full_as_planned_raises_no_flag() -> None:
    words = words_of(random_dossier(0))
    assert words.meter(horizon((1, 12), 12)).tone == "ink"
    assert words.meter(horizon((1, 13), 12)).tone == "warn"


@pytest.mark.parametrize(
    ("short", "said"),
    [(4, "au plus haut niveau"), ("so", "Aucune question ne vous concerne")],
)
def test_an_empty_plan_says_why(short: int | str, said: str) -> None:
    questions = shipped_questionnaire().questions.values()
    levels = {q.id: short for q in questions if q.type == "niveaux"}
    words = words_of(replace(random_dossier(0), answers=levels))
    assert said in empty_note(words).text


def test_R3_a_plan_without_a_day_leads_to_the_means_and_all_refused_to_what_is_left_out() -> None:
    none = replace(random_dossier(0, decided=False), capacity=Capacity(0, 0, False, False))
    known = shipped_knowledge().actions.actions
    refused = {key: Decision(key, "refusee") for key in known}
    told = {}
    for name, dossier in (
        ("none", none),
        ("refused", replace(none, capacity=Capacity(2, 3_000), decisions=refused)),
        ("both", replace(none, decisions=refused)),
    ):
        situation = dossier.situation()
        roadmap = plan_roadmap(situation, TODAY, 0.2)
        told[name] = why_empty(words_of(dossier), roadmap, situation)
    assert told["none"] is not None
    assert told["none"].text.startswith("Aucun jour indiqué")
    assert (told["none"].action, told["none"].do) == ("moyens", "Moyens et dates")
    assert told["refused"] == told["both"]
    assert told["refused"] is not None
    assert "refusé toutes les actions" in told["refused"].text
    assert (told["refused"].action, told["refused"].do) == ("left_out", "Non retenues")


def test_R3_a_plan_with_an_action_is_not_said_to_be_empty() -> None:
    words, roadmap = planned(0, decided=False)
    situation = random_dossier(0, decided=False).situation()
    assert any(one.kind == "action" for h in roadmap.horizons for one in h.actions)
    assert why_empty(words, roadmap, situation) is None


def test_R6_scores_are_told_for_real_months_and_those_gone_by_are_said_to_be() -> None:
    words = words_of(random_dossier(0))
    scores = (Range(Fraction(1), Fraction(3, 2)),) * 4
    steps = steps_said(words, scores, date(2028, 7, 1))
    start = first_month(words.snapshot)
    ends = [shifted(start, months) for months in (5, 17, 35)]
    assert steps is not None
    shown = [name.removesuffix(" (passé)") for name in steps.names]
    assert shown == ["aujourd’hui", *(f"fin {short_month(end)}" for end in ends)]
    assert ["passé" in name for name in steps.names] == [False, True, True, False]
    gone = re.findall(r"fin (\w+ \d{4}) \(passé\)", steps.said)
    assert gone == [month_name(end) for end in ends if shifted(end, 1) <= date(2028, 7, 1)]
    assert 0 < len(gone) < len(ends)


def test_an_empty_plan_of_a_few_answers_leads_to_the_others() -> None:
    first = next(iter(shipped_questionnaire().questions))
    words = words_of(replace(random_dossier(0), answers={first: 4}))
    assert empty_note(words).do == "Répondre aux questions"


@pytest.mark.parametrize("seed", range(6))
def test_R3_what_is_urgent_and_late_says_why(seed: int) -> None:
    words, roadmap = planned(seed, decided=False)
    late = late_ones(words, roadmap)
    first = {one.id for one in roadmap.horizons[0].actions}
    assert not first & set(late)
    for period in (1, 2):
        horizon_ = roadmap.horizons[period]
        faces = {face.key: face for face in words.faces(horizon_, period, late)}
        for one in horizon_.actions:
            why = late.get(one.id, "")
            assert one.id not in faces or faces[one.id].late == why
            offered = (
                [c.command for c in choices.choices(faces[one.id], None, writable=True)]
                if (one.id in faces)
                else []
            )
            assert ("first" in offered) == bool(why)


def test_R3_a_late_duty_can_be_retained_in_the_first_months() -> None:
    face = ActionFace("x", "action", "X", (), 2, late="Dépasse les moyens des 6 premiers mois")
    assert "first" in [c.command for c in choices.choices(face, None, writable=True)]
    plain = replace(face, late="")
    assert "first" not in [c.command for c in choices.choices(plain, None, writable=True)]


def test_duties_without_a_date_are_counted_and_named() -> None:
    assert due_said(["A", "B", "C"], 3) == (
        "3\u00a0obligations restent sans date\u00a0: A\u202f; B\u202f; C."
    )
    assert due_said(["A", "B", "C"], 1).endswith("A et 2\u00a0autres.")
    assert due_said(["A"], 1) == "1\u00a0obligation reste sans date\u00a0: A."
    assert "B" not in due_said(["A", "B"], 0)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(0, 3_000, "Cela tient dans"), (0, 3_001, "l’estimation haute"), (3_001, 4_000, "C’est plus")],
)
def test_R4_the_path_is_compared_with_the_budget_of_the_same_years(
    low: float, high: float, said: str
) -> None:
    words, roadmap = planned(3)
    path = replace(
        roadmap.shortest, target="aspirant", possible=True, euros=Span(low, high), months=None
    )
    capacity = replace(roadmap.capacity, euros_per_year=1_000)
    told = roadmap_path.path_said(words, replace(roadmap, shortest=path, capacity=capacity))
    text = next(one for one in told if said in one)
    assert "3\u202f000\u00a0€" in text


def test_asking_alone_is_never_too_much() -> None:
    words = words_of(random_dossier(0))
    asks = PlannedAction("renseigner-str-1", "enquiry", "?", Span(1, 1), Span(0, 0))
    face = words.meter(replace(horizon((1, 1), 0.5), actions=(asks,)))
    assert face.word == "à votre rythme"


def test_half_hours_are_hours_then_days() -> None:
    assert half_hours(1) == "0,5\u00a0heure"
    assert half_hours(4) == "2\u00a0heures"
    assert half_hours(14) == "1\u00a0jour"
    assert half_hours(62) == "4,4\u00a0jours"


@pytest.mark.parametrize(
    ("now", "down", "up"),
    [(0, None, 0.5), (1, 0.5, 1.5), (2, 1.5, 3), (3, 2, 4), (20, 19, 25), (25, 20, 30)],
)
def test_R8_days_by_steps_that_can_be_taken_back(now: float, down: float | None, up: float) -> None:
    assert day_steps(now) == (down, up)


@pytest.mark.parametrize(
    ("now", "down", "up"),
    [(0, None, 100), (1_500, 1_400, 1_600), (2_448, 2_000, 2_500), (2_000, 1_900, 2_500)],
)
def test_R8_euros_by_round_steps(now: float, down: float | None, up: float) -> None:
    assert euro_steps(now) == (down, up)


def test_R6_a_decision_keeps_who_when_and_note() -> None:
    before = Decision("a", "retenue", who="Mme Roux", day="2027-03", note="n", horizon="0-6")
    later = choices.moved("a", 0, 1, before)
    assert later == replace(before, horizon="6-18", day=""), "its month is not in that period"
    assert choices.kept("a", 0, before) == before
    assert choices.kept("a", None, replace(before, state="faite", horizon=None)).day == ""
    no = choices.refused("a", "trop tôt", before)
    assert (no.state, no.reason, no.who, no.horizon) == ("refusee", "trop tôt", "Mme Roux", None)


def test_R6_later_only_postpones_what_was_not_retained() -> None:
    assert choices.moved("a", 1, 1, None) == Decision("a", "reportee", horizon="18-36")
    assert choices.moved("a", 1, -1, None) == Decision("a", "retenue", horizon="0-6")


def test_R6_own_actions_take_the_first_free_name() -> None:
    typed = TypedAction("Former", 1.5, 200, "")
    own = choices.own_action(typed, 2, ["a-nous-1", "a-nous-3"])
    assert own == OwnAction("a-nous-2", "Former", Span(1.5, 1.5), Span(200, 200), "18-36")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15/03/2027", "2027-03-15"),
        ("3/2027", "2027-03"),
        ("2027", "2027"),
        ("", ""),
        ("31/02/2027", None),
        ("bientôt", None),
    ],
)
def test_a_day_is_read_as_french_people_type_it(typed: str, day: str | None) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,5", 1.5),
        ("1 200 €", 1200),
        ("", 0),
        ("-3", None),
        ("nan", None),
        ("trois", None),
        ("1.500 €", 1500),
        ("1.500,50", 1500.5),
        ("1.5", 1.5),
        ("0.125", 0.125),
        ("1e3", None),
        ("1.5.0", None),
    ],
)
def test_a_number_is_read_as_french_people_type_it(typed: str, number: float | None) -> None:
    assert read_number(typed, 10_000) == number


def test_outside_communes_people_have_other_names() -> None:
    dossier = random_dossier(0)
    epci = replace(dossier, authority=replace(dossier.authority, kind="epci"), decisions={})
    action = next(a for a in shipped_knowledge().actions.actions.values() if a.lead == "secretaire")
    assert words_of(epci).who(action.id) == "La direction générale des services"


def test_a_refusal_asks_why_in_place() -> None:
    words = words_of(random_dossier(0))
    content = roadmap_detail.refusal(words, "strat-elu-referent")
    assert content.title.endswith("Désigner un élu et un agent pour suivre le numérique")
    assert isinstance(content.parts[0], Say)
