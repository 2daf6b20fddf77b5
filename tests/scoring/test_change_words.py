# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two dates compared, in French: what is shown adds up, and is honest on ranges."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autodiag.model.result import Range
from autodiag.scoring.change import Change, Counts, Parts, Split, ThemeChange
from autodiag.scoring.change_waiting import nothing_yet, waiting_said
from autodiag.scoring.change_words import columns, notes, tenths, theme_said, title, unscored_said
from autodiag.text.numbers import score
from tests.support.plain import plain

DAYS = date(2025, 3, 12), date(2027, 11, 20)
BOUNDS = (Fraction(2), Fraction(5, 2), Fraction(3))


def moved(
    before: Fraction, parts: tuple[Fraction, Fraction], counts: Counts, *, known: bool = True
) -> ThemeChange:
    """From a score, by answers then applicability; the rest of it by the questionnaire."""
    made = Parts(*parts, Fraction(0))
    after, top = before + made.whole, Fraction(4)
    then, now = (Range(one, one if known else top) for one in (before, after))
    return ThemeChange("cyber", "Cybersécurité", then, now, Split(made, made, counts))


def test_the_sentence_says_each_cause_with_its_reason() -> None:
    left = Counts(changed=4, left=3)
    one = moved(Fraction(1), (Fraction(1, 2), Fraction(1, 10)), left)
    assert plain(theme_said(one)) == (
        "Cybersécurité : +0,6, dont +0,5 par vos réponses et +0,1 parce que trois questions ne"
        " vous concernent plus."
    )
    assert "trois" not in theme_said(one, counted=False)


BACK = "+0,3, soit +0,5 par vos réponses et −0,2 parce qu’une question ne vous concerne plus."
EVEN = (
    "le même score, avec +0,2 par vos réponses et −0,2 parce qu’une question ne vous concerne plus"
    " et que deux questions vous concernent désormais."
)


@pytest.mark.parametrize(
    ("answers", "applied", "counts", "said"),
    [
        (6, 0, Counts(changed=1), "+0,6, par vos réponses."),
        (5, -2, Counts(1, left=1), BACK),
        (2, -2, Counts(1, left=1, joined=2), EVEN),
        (0, 0, Counts(), "pas de changement."),
        (0, 0, Counts(changed=2), "le même score, avec d’autres réponses."),
    ],
)
def test_causes_that_go_the_other_way_and_none_are_said(
    answers: int, applied: int, counts: Counts, said: str
) -> None:
    one = moved(Fraction(1), (Fraction(answers, 10), Fraction(applied, 10)), counts)
    assert plain(theme_said(one)) == f"Cybersécurité : {said}"


def test_what_cannot_be_compared_is_said_so_and_why() -> None:
    span = Range(Fraction(1), Fraction(1))
    for before, after, why in (
        (None, span, "car ce thème n’était pas évalué"),
        (span, None, "car ce thème n’est plus évalué"),
        (span, span, "car aucune question commune ne comptait aux deux dates"),
    ):
        one = ThemeChange("cyber", "Cybersécurité", before, after, None)
        assert plain(theme_said(one)) == f"Cybersécurité : non comparable, {why}."
    nothing = ThemeChange("cyber", "Cybersécurité", None, None, None)
    assert plain(theme_said(nothing)) == "Cybersécurité : sans objet aux deux dates."


hundredths = st.integers(-400, 400).map(lambda n: Fraction(n, 100))


@given(st.integers(0, 400), hundredths, hundredths)
@example(199, Fraction(31, 100), Fraction(-1, 100))
@settings(max_examples=150, deadline=None)
def test_S9_the_figures_shown_add_up(before: int, answers: Fraction, applied: Fraction) -> None:
    start = Fraction(before, 100)
    if not 0 <= start + answers + applied <= 4:
        return
    one = moved(start, (answers, applied), Counts(1, left=1))
    shown = tenths(one, BOUNDS)
    assert shown is not None
    assert shown.whole == shown.answers + shown.applicability + shown.questionnaire
    assert shown.questionnaire == 0
    assert (shown.answers == 0) or answers != 0
    assert one.before is not None
    assert one.after is not None
    read = [Fraction(score(span.low, BOUNDS).replace(",", ".")) for span in (one.before, one.after)]
    assert abs(read[1] - read[0] - Fraction(shown.whole, 10)) <= Fraction(1, 20)


def change(one: ThemeChange) -> Change:
    return Change(*DAYS, (one,), None, common=60, moved=("cyb-1",))


def test_S4_the_prudent_score_is_named_only_where_something_is_unknown() -> None:
    parts, counts = (Fraction(1, 2), Fraction(0)), Counts(changed=2, clarified=2)
    known, unknown = (moved(Fraction(1), parts, counts, known=k) for k in (True, False))
    assert "prudent" not in theme_said(known)
    assert plain(theme_said(unknown)) == "Cybersécurité : +0,5 au score prudent, par vos réponses."
    assert "prudent" not in " ".join(notes(change(known)))
    said = plain(" ".join(notes(change(unknown))))
    assert "score prudent, le bas de la fourchette" in said
    assert "2 réponses inconnues alors sont connues maintenant" in said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(2, blurred=2), "2 réponses connues alors sont inconnues maintenant : une baisse"),
        (Counts(1, blurred=1), "Une réponse connue alors est inconnue maintenant : une baisse"),
        (Counts(1, clarified=1), "Une réponse inconnue alors est connue maintenant : une hausse"),
    ],
)
def test_S4_a_fall_may_come_from_what_is_no_longer_known(counts: Counts, said: str) -> None:
    one = change(moved(Fraction(2), (Fraction(-1, 2), Fraction(0)), counts, known=False))
    told = plain(" ".join(notes(one)))
    assert f"{said} peut venir de là." in told
    assert told.count("peut venir de là") == 1
    assert "peut venir de là" not in " ".join(notes(one, counted=False))


def test_the_notes_say_what_is_not_known_of_then() -> None:
    one = change(moved(Fraction(1), (Fraction(0), Fraction(0)), Counts()))
    assert "telle qu’elle est aujourd’hui" not in " ".join(notes(one))
    assert "telle qu’elle est aujourd’hui" in " ".join(notes(replace(one, dated=False)))
    assert "Sur 60 questions communes, 1 réponse a changé." in plain(" ".join(notes(one)))
    assert "60" not in " ".join(notes(one, counted=False))


def test_dates_are_named_by_as_little_as_tells_them_apart() -> None:
    one = change(moved(Fraction(1), (Fraction(0), Fraction(0)), Counts()))
    assert (title(one), columns(one)) == ("Depuis 2025", ("En 2025", "En 2027"))
    same_year = replace(one, after=date(2025, 9, 1))
    assert (title(same_year), columns(same_year)) == ("Depuis mars 2025", ("Avant", "Maintenant"))
    assert plain(title(replace(one, after=date(2025, 3, 30)))) == "Depuis le 12 mars 2025"


def test_without_scores_the_answers_that_changed_are_counted() -> None:
    none = Change(*DAYS, (), None, common=40, moved=("a", "b"))
    assert plain(unscored_said(none)) == "2 réponses ont changé sur 40 questions communes."
    assert plain(unscored_said(replace(none, moved=()))) == (
        "Aucune réponse n’a changé sur 40 questions communes."
    )
    assert "aucune question" in unscored_said(replace(none, common=0))


def test_what_is_only_taken_over_is_not_said_to_be_unchanged() -> None:
    copied = Change(*DAYS, (), None, common=40, waiting=40, unconfirmed="all")
    said = "40 réponses reprises ne sont pas encore confirmées : rien à comparer pour l’instant."
    assert plain(unscored_said(copied)) == plain(nothing_yet(copied)) == said
    assert notes(copied) == ()
    one = replace(copied, waiting=1)
    assert plain(nothing_yet(one)).startswith("1 réponse reprise n’est pas encore confirmée : ")
    assert not any(sign.isdigit() for sign in nothing_yet(copied, counted=False))


def test_how_many_are_still_to_be_confirmed_comes_first_of_the_notes() -> None:
    some = change(moved(Fraction(1), (Fraction(0), Fraction(0)), Counts()))
    assert waiting_said(some) == nothing_yet(some) == ""
    some = replace(some, waiting=12, unconfirmed="some")
    told = (
        "12 réponses reprises ne sont pas encore confirmées : elles comptent ici comme inchangées."
    )
    assert plain(notes(some)[0]) == told
    assert nothing_yet(some) == ""
    assert plain(notes(replace(some, waiting=1))[0]).endswith(": elle compte ici comme inchangée.")
    assert notes(some, counted=False)[0].startswith("Des réponses reprises ne sont")
