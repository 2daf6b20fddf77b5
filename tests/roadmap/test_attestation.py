# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The self-declared attestation: what is computed is read in the answers of today, what is declared
is dated, and neither outlives what contradicts it."""

from dataclasses import replace
from datetime import date, timedelta

from autodiag.model.assessment import Answer, Answered, Assessment, NotConcerned, Unknown
from autodiag.model.dossier import AssessmentBrief, HandoverNote, Snapshot, StoredPlan
from autodiag.model.result import Result
from autodiag.roadmap.attestation import (
    Attestation,
    CriterionRead,
    made_public,
    obligations_listed,
    read_attestation,
)
from autodiag.roadmap.declaring import Declared, declared, fault_of_day, note_of
from autodiag.scoring.score import score
from tests.support.builders import DAY, town
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

LATER = DAY + timedelta(days=60)
BASE = {"cyb-1": 3, "cyb-2": 3, "cyb-5": 2}
"""The *socle* of the shipped questionnaire."""


def filled(answers: dict[str, Answer], *notes: HandoverNote, plan: str = "") -> Snapshot:
    asked = shipped_questionnaire()
    return Snapshot(
        *(town(612), {}, asked, Assessment(asked.id, DAY, answers), {}, {}),
        plan=StoredPlan("{}", "", plan) if plan else None,
        handover={one.topic: one for one in notes},
    )


def begun_anew(to_confirm: frozenset[str], answers: dict[str, Answer] | None = None) -> Snapshot:
    """The next diagnosis, a year after: its answers are those of the one before."""
    first = filled(every(3) if answers is None else answers)
    asked, now = first.assessment, date(2026, 11, 22)
    briefs = ((1, date(2025, 11, 21)), (2, now))
    return replace(
        first,
        assessment=replace(asked, day=now, to_confirm=to_confirm),
        assessments=tuple(
            AssessmentBrief(n, asked.questionnaire_id, day, frozenset(), frozenset())
            for n, day in briefs
        ),
        assessment_id=2,
    )


def rated(snapshot: Snapshot) -> Result:
    it = snapshot
    return score(it.questionnaire, it.assessment, it.authority, it.facts)


def read(snapshot: Snapshot) -> Attestation:
    return read_attestation(snapshot, rated(snapshot), shipped_knowledge())


def criterion(snapshot: Snapshot, name: str) -> CriterionRead:
    return next(one for one in read(snapshot).criteria if one.criterion.id == name)


def every(level: int) -> dict[str, Answer]:
    return {question: Answered(level) for question in shipped_questionnaire().questions}


def said(name: str, words: str = "", day: date = LATER) -> HandoverNote:
    return note_of(name, Declared(day.isoformat(), words))


def test_S6_a_diagnosis_is_documented_once_a_profile_is_known_and_says_what_lacks() -> None:
    assert criterion(filled(every(2)), "documente").state == "rempli"
    begun = criterion(filled({"str-1": Answered(2)}), "documente")
    assert begun.state == "pas_encore"
    assert begun.said == ("7\u00a0thèmes à compléter, parmi 9.",)
    assert begun.detail == tuple(theme.title for theme in shipped_questionnaire().themes)
    assert begun.way == ("questions", None)


def test_R3_the_base_is_reached_at_the_level_that_the_questionnaire_says_and_not_below() -> None:
    levels = every(0) | {question: Answered(level) for question, level in BASE.items()}
    assert dict(shipped_questionnaire().scoring.foundations) == BASE  # type: ignore[union-attr]
    assert criterion(filled(levels), "socle").state == "rempli"
    for question, level in BASE.items():
        for lower in (Answered(level - 1), Unknown()):
            found = criterion(filled({**levels, question: lower}), "socle")
            assert found.state == "pas_encore"
            assert found.way == ("questions", question)
            assert len(found.detail) == 1
            assert found.said == ("1\u00a0protection n’est pas encore au niveau attendu.",)
    none = criterion(filled(every(0)), "socle")
    assert none.said == ("3\u00a0protections ne sont pas encore au niveau attendu.",)
    aside: dict[str, Answer] = {question: NotConcerned("Autre") for question in BASE}
    assert criterion(filled({**levels, **aside}), "socle").state == "sans_objet"


def test_S6_answers_of_the_year_before_document_nothing_until_they_are_confirmed() -> None:
    taken = begun_anew(frozenset(every(3)))
    found = criterion(taken, "documente")
    assert (found.state, found.met) == ("pas_encore", False)
    asked = sum(one.state != "non_applicable" for one in rated(taken).traces().values())
    assert asked < len(every(3)), "what is not asked is not counted"
    waiting = f"{asked}\u00a0réponses du diagnostic du 21\u00a0novembre 2025 restent à confirmer."
    assert found.said == (waiting, "Le profil en dépend encore.")
    base = criterion(taken, "socle")
    assert (base.state, len(base.detail)) == ("pas_encore", 3)
    assert base.said == ("3\u00a0protections reposent sur une réponse à confirmer.",)
    assert base.detail[0].endswith("Niveau 3 attendu, 3 à confirmer.")
    public = {one.criterion.id: one for one in made_public(read(taken)).criteria}
    assert public["documente"].said == found.said
    assert public["socle"].state == "non_publie"


def test_S6_once_enough_is_confirmed_the_criterion_is_met_and_says_what_is_left() -> None:
    left = begun_anew(frozenset({"eco-1", "cyb-1"}))
    found = criterion(left, "documente")
    assert (found.state, found.said[0]) == ("rempli", "Le profil est connu.")
    assert found.said[1].startswith(
        "2\u00a0réponses du diagnostic du 21\u00a0novembre 2025 restent"
    )
    base = criterion(left, "socle")
    assert base.said == ("1\u00a0protection repose sur une réponse à confirmer.",)
    assert criterion(begun_anew(frozenset()), "socle").state == "rempli"
    few = begun_anew(frozenset({"str-1"}), {"str-1": Answered(2)})
    assert criterion(few, "documente").said[1].startswith("1\u00a0réponse du diagnostic du 21")


def test_the_mark_tells_an_answer_confirmed_and_a_diagnosis_begun_anew() -> None:
    """The same answers as the year before: the page of that year is no more up to date."""
    before, taken = filled(every(3)), begun_anew(frozenset(every(3)))
    confirmed = begun_anew(frozenset())
    assert len({read(one).mark for one in (before, taken, confirmed)}) == 3


def test_what_is_declared_is_said_with_its_day_and_its_words() -> None:
    shared = criterion(filled(every(2), said("partagee", "bulletin de mars")), "partagee")
    assert shared.state == "declare"
    assert shared.said[0] == "Fait le 20\u00a0janvier 2027."
    assert shared.said[1].endswith("\u00a0: bulletin de mars")
    assert criterion(filled(every(2)), "partagee").state == "pas_encore"


def test_what_was_declared_before_this_diagnosis_is_to_be_said_again() -> None:
    before = said("partagee", "bulletin", DAY - timedelta(days=1))
    found = criterion(filled(every(2), before), "partagee")
    assert (found.state, found.met) == ("a_redire", False)
    assert "avant ce diagnostic" in found.said[1]


def test_obligations_read_once_are_to_be_read_again_when_the_list_grows() -> None:
    snapshot = filled(every(2))
    listed = obligations_listed(snapshot, rated(snapshot), shipped_knowledge())
    assert len(listed) > 10
    assert criterion(filled(every(2), said("obligations", " ".join(listed))), "obligations").met
    less = said("obligations", " ".join(listed[1:]))
    found = criterion(filled(every(2), less), "obligations")
    assert found.state == "a_redire"
    assert found.detail == (shipped_knowledge().obligations[listed[0]].title,)


def test_a_roadmap_is_adopted_only_where_there_is_one_and_says_when_it_changed_since() -> None:
    vote = said("adoptee", "2027-04")
    assert criterion(filled(every(2), vote), "adoptee").state == "pas_encore"
    kept = criterion(filled(every(2), vote, plan=DAY.isoformat()), "adoptee")
    assert (kept.state, len(kept.said)) == ("declare", 2)
    remade = (LATER + timedelta(days=1)).isoformat()
    changed = criterion(filled(every(2), vote, plan=remade), "adoptee")
    assert changed.state == "declare"
    assert "recalculée ensuite" in changed.said[2]


def test_the_mark_changes_with_any_answer_and_anything_declared_and_with_nothing_else() -> None:
    first = read(filled(every(2)))
    assert read(replace(filled(every(2)), notes={"str-1": "note"})).mark == first.mark
    assert read(filled(every(2) | {"str-1": Answered(3)})).mark != first.mark
    assert read(filled(every(2), said("partagee"))).mark != first.mark


def test_the_mark_changes_with_all_that_is_read_who_is_described_their_facts_and_the_plan() -> None:
    """Each changes what the page says: the question asked, the list of obligations, a criterion."""
    first = filled(every(2), said("adoptee", "2027-04"), plan=DAY.isoformat())
    others = [
        replace(first, authority=replace(first.authority, population=38_000)),
        replace(first, authority=replace(first.authority, kind="epci")),
        replace(first, facts={"ecole": True}),
        replace(first, plan=None),
    ]
    marks = {read(one).mark for one in (first, *others)}
    assert len(marks) == 5
    assert read(replace(first, decisions={})).mark == read(first).mark


def test_what_anyone_may_read_never_follows_the_foundations() -> None:
    """Reached, not reached, unknown, or said not to concern: the count neither."""
    cases: list[Answer] = [Answered(0), Answered(4), Unknown(), NotConcerned("Autre")]
    every_case = [filled(every(2) | dict.fromkeys(BASE, one), said("partagee")) for one in cases]
    inside = {read(one).said for one in every_case}
    assert len(inside) == 3, "the test must be able to fail"
    shown = [made_public(read(one)) for one in every_case]
    assert {one.said for one in shown} == {"2\u00a0critères sur 4, sans celui qui n’est pas publié"}
    assert len({tuple((c.state, c.said, c.detail) for c in one.criteria) for one in shown}) == 1


def test_what_anyone_may_read_names_no_theme_and_counts_no_obligation() -> None:
    begun = made_public(read(filled({"str-1": Answered(2)}, said("obligations"))))
    told = {one.criterion.id: one for one in begun.criteria}
    assert told["documente"].said == ("Il manque encore des réponses.",)
    assert told["obligations"].said[1] == "Depuis, la liste s’est allongée\u00a0: relisez-la."
    assert not any(one.detail or one.way for one in begun.criteria)


def test_the_published_criterion_names_the_protections_of_the_questionnaire() -> None:
    published = criterion(filled({}), "socle").criterion.text
    assert published.startswith("Trois protections\u00a0:")
    for named in ("sauvegarde", "comptes personnels", "consignes écrites"):
        assert named in published
    assert len(BASE) == 3


def test_criteria_are_counted_without_those_that_do_not_concern() -> None:
    assert read(filled({})).said == "0\u00a0critère sur 5"
    aside: dict[str, Answer] = {question: NotConcerned("Autre") for question in BASE}
    assert read(filled({**every(2), **aside}, said("partagee"))).said == "2\u00a0critères sur 4"


def test_a_day_to_come_or_before_the_diagnosis_is_refused_with_a_sentence() -> None:
    snapshot = filled({})
    assert fault_of_day(LATER, snapshot, LATER) == ""
    assert "pas encore passée" in fault_of_day(LATER + timedelta(days=1), snapshot, LATER)
    assert "indiquez une date qui le suit" in fault_of_day(DAY - timedelta(1), snapshot, LATER)


def test_a_note_that_is_no_day_declares_nothing() -> None:
    broken = HandoverNote("attestation-partagee", "bulletin", "hier")
    snapshot = filled(every(2), broken)
    assert declared(snapshot, "partagee") is None
    assert criterion(snapshot, "partagee").state == "pas_encore"
