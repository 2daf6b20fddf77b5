# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The internal and the public edition, read with poppler: the second keeps to itself what would
help whoever wishes harm, and says so once."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from autodiag.model.assessment import Answered
from autodiag.model.roadmap import Decision
from autodiag.report.content import ReportContent
from autodiag.report.document import build
from tests.report.checks import printed, sound
from tests.report.poppler import facts_of, fonts_of, images_of, text_of, words_of
from tests.report.sample import UNKNOWN, content, levels
from tests.support.plain import plain

NOTE = "Le mot de passe est sous le clavier"
SAID_ONCE = "Cette édition publique ne donne ni les réponses une à une"
INVITATION = "Ce que cette édition publique ne dit pas"


@dataclass(frozen=True)
class Printed:
    """A report as poppler reads it."""

    text: str
    words: str
    facts: dict[str, str]
    fonts: list[tuple[str, bool, bool]]
    images: list[str]


@cache
def village() -> ReportContent:
    """No backup, one unknown answer of security, a note, a name, an opinion, cameras."""
    answers = {**levels(), "cyb-1": Answered(0), "cyb-5": Answered(1), "cyb-4": UNKNOWN}
    notes = {"cyb-1": NOTE, "str-1": NOTE}
    what = content(answers, facts={"videoprotection": True, "ecole": True}, notes=notes)
    assert what.roadmap is not None
    placed = [a for h in what.roadmap.horizons for a in h.actions if a.kind == "action"]
    decisions = {a.id: Decision(a.id, "retenue", who="Mme Lefort", note=NOTE) for a in placed}
    refused = replace(
        what.roadmap.left_out[0],
        code="refusee",
        sentence="Vous avez choisi de ne pas la retenir\u00a0: M. Lefort s’y oppose.",
    )
    left_out = (refused, *what.roadmap.left_out[1:])
    return replace(
        what,
        snapshot=replace(what.snapshot, decisions=decisions, opening_mark=7.0),
        roadmap=replace(what.roadmap, left_out=left_out),
    )


@cache
def edition(*, public: bool) -> Printed:
    with TemporaryDirectory() as folder:
        pdf = Path(folder) / "rapport.pdf"
        build(replace(village(), public=public), pdf)
        return Printed(text_of(pdf), words_of(pdf), facts_of(pdf), fonts_of(pdf), images_of(pdf))


def flat(text: str) -> str:
    return " ".join(text.split())


def answered_sentences(theme: str = "") -> list[str]:
    """The sentence of every level answered."""
    snapshot = village().snapshot
    return [
        flat(question.wording().levels[answer.value])
        for question in snapshot.questionnaire.questions.values()
        if isinstance(answer := snapshot.assessment.answers.get(question.id), Answered)
        and isinstance(answer.value, int)
        and question.theme.startswith(theme)
    ]


@pytest.mark.parametrize("public", [False, True])
def test_poppler_finds_a_tagged_A4_document_in_our_fonts_without_pictures(public: bool) -> None:
    found = edition(public=public)
    assert found.facts["Tagged"] == "yes"
    assert found.facts["Page size"].endswith("(A4)")
    assert found.facts["Encrypted"] == "no"
    title = "Montbrelle, diagnostic de maturité numérique et feuille de route"
    assert found.facts["Title"] == title
    assert found.images == []
    assert len(found.fonts) >= 2
    for name, embedded, readable in found.fonts:
        assert name.startswith("AutodiagSans-")
        assert embedded
        assert readable


def test_each_edition_says_which_it_is_on_its_cover() -> None:
    internal, public = edition(public=False).words, edition(public=True).words
    assert internal.index("Édition interne") < internal.index("Lire ce document")
    assert public.index("Édition publique") < public.index("Lire ce document")
    assert "Édition publique" not in internal


def test_the_public_edition_says_once_what_it_leaves_out() -> None:
    public = edition(public=True).words
    assert public.count(SAID_ONCE) == 1
    assert public.count(INVITATION) == 1
    assert SAID_ONCE not in edition(public=False).words


def test_no_answer_is_in_the_public_edition() -> None:
    internal, public = edition(public=False).words, edition(public=True).words
    said = [sentence for sentence in answered_sentences() if sentence in internal]
    assert len(said) > 25, "the test must be able to fail"
    assert [sentence for sentence in said if sentence in public] == []
    for only_inside in ("Votre réponse", "votre point d’appui", "à renforcer d’abord"):
        assert only_inside in internal
        assert only_inside not in public


def test_no_level_can_be_worked_out_from_the_public_edition() -> None:
    internal, public = edition(public=False).words, edition(public=True).words
    for trace in ("Réponses avec un niveau :", "divisé par la somme des poids", "Votre réponse"):
        assert trace in internal, trace
        assert trace not in public, trace
    for doubt in ("À demander à", "Pas vous, pour l’instant", "vous avez"):
        assert doubt not in public.replace("vous avez vous-même retenu", ""), doubt


def test_nothing_of_security_is_in_the_public_edition() -> None:
    what, public = village(), edition(public=True).words
    questions = what.snapshot.questionnaire.questions.values()
    cyber = [question for question in questions if question.theme == "cyber"]
    for question in cyber:
        wording = question.wording()
        for text in (wording.text, *wording.levels):
            assert flat(text) not in public, question.id
    for number in range(1, len(cyber) + 1):
        assert f" 9.{number} " not in public
    result = what.result.theme("cyber").range
    assert result is not None
    for comparator in what.comparison.comparators:
        if comparator.question.startswith("cyb-"):
            assert flat(comparator.benchmark.statement) not in public
            assert flat(comparator.sentence) not in public
    for state in what.obligations:
        proof = state.obligation.proof
        if proof and proof.question.startswith("cyb-"):
            assert flat(state.obligation.title) not in public, state.obligation.id
    assert "caméras filment" not in public
    assert "idéoprotection" not in public


def test_no_note_name_or_opinion_is_in_the_public_edition() -> None:
    internal, public = edition(public=False), edition(public=True)
    for secret in (NOTE, "Lefort", "7 sur 10"):
        assert secret in internal.words, secret
        assert secret not in public.words
        assert secret not in public.text


def test_the_public_edition_is_sound_and_its_contents_are_its_own() -> None:
    reading = printed(replace(village(), public=True))
    assert reading.faults == []
    assert "Vos réponses" not in [plain(title) for title in reading.bookmarks]
    assert reading.flat.count("Les fiches actions") >= 2


def test_an_empty_dossier_has_a_public_edition_too() -> None:
    for what in (content({}, planned=False), content({})):
        reading = printed(replace(what, public=True))
        assert reading.faults == []
        assert SAID_ONCE in reading.flat
    sound(printed(content({})))


def test_B2_B5_figures_that_disagree_are_both_printed_or_neither() -> None:
    what = village()
    pair = [
        comparator
        for comparator in what.comparison.comparators
        if comparator.question == "cyb-5" and comparator.benchmark.conflicts
    ]
    assert {one.benchmark.value for one in pair} == {76.0, 66.0}
    words = edition(public=False).words
    section = words[words.rindex("Et ailleurs ? Voici") : words.rindex("Une lecture de vos")]
    printed_ones = [one for one in pair if flat(one.sentence) in section]
    assert len(printed_ones) in (0, 2)
    sources = words[words.rindex("Après chaque étude viennent") :]
    for comparator in what.comparison.comparators:
        printed = comparator.shown and comparator.same_size
        assert (flat(comparator.sentence) in section) is printed, comparator.sentence
        if not printed:  # the statement, under its study, without any reading of the answer
            assert flat(comparator.benchmark.statement) in sources
        for note in comparator.notes:
            assert flat(note) in (section if printed else sources)


def test_a_prerequisite_of_security_that_was_refused_is_not_named_in_the_public_edition() -> None:
    what = village()
    assert what.roadmap is not None
    first = what.roadmap.horizons[0]
    kept = next(a for a in first.actions if a.kind == "action")
    hidden = next(a for a in what.knowledge.actions.actions.values() if a.theme == "cyber")
    alone = replace(first, actions=(replace(kept, retained=True, missing=(hidden.id,)),))
    what = replace(what, roadmap=replace(what.roadmap, horizons=(alone,)))
    said = "Placée sans l’action qui devrait la précéder"
    assert said in printed(what).flat
    assert said not in printed(replace(what, public=True)).flat
