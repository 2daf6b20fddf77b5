# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The self-declared attestation on paper: one page, what it is not before anything else, and no
weakness in the edition for everybody."""

from dataclasses import replace
from functools import cache

from autodiag.model.assessment import Answer, Answered
from autodiag.model.dossier import StoredPlan
from autodiag.report.content import ReportContent
from autodiag.report.document import render
from autodiag.roadmap.attestation import read_attestation
from autodiag.roadmap.declaring import Declared, note_of
from tests.report.reader import Reading, read
from tests.report.sample import content, everything
from tests.report.test_public_security import kept_back

NAME = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson et communes déléguées de la vallée"


@cache
def attestation(*, level: int, public: bool, told: bool, begun: bool = False) -> Reading:
    """Of a long name, so that the page is at its fullest. `begun`: three answers alone, taken over
    from the year before."""
    three: dict[str, Answer] = dict.fromkeys(("str-1", "cyb-1", "cyb-2"), Answered(level))
    made = content(three if begun else everything(Answered(level)), planned=False)
    authority = replace(made.snapshot.authority, name=NAME)
    notes = (
        note_of("obligations", Declared("2026-11-21", "")),
        note_of("adoptee", Declared("2026-11-21", "2026-12 <b>")),
        note_of("partagee", Declared("2026-11-21", "bulletin municipal")),
    )
    snapshot = replace(
        made.snapshot,
        assessment=replace(made.snapshot.assessment, to_confirm=frozenset(three if begun else ())),
        authority=authority,
        plan=StoredPlan("{}", "", "2026-11-21"),
        handover={one.topic: one for one in notes} if told else {},
    )
    attested = read_attestation(snapshot, made.result, made.knowledge)
    whole: ReportContent = replace(
        made, snapshot=snapshot, model="attestation", attested=attested, public=public
    )
    return read(render(whole)[0])


def test_it_is_one_sound_page_whatever_is_met() -> None:
    for level, public, told in ((0, False, True), (3, True, True), (0, True, False)):
        found = attestation(level=level, public=public, told=told)
        assert len(found.pages) == 1
        assert found.faults == []
        assert found.images == 0, "no seal"
        assert "None" not in found.flat


def test_one_begun_anew_says_what_is_to_be_confirmed_on_the_same_single_page() -> None:
    """The fullest: every theme is to be completed, and no answer is of this year."""
    found = attestation(level=1, public=False, told=True, begun=True)
    assert len(found.pages) == 1
    assert "7 thèmes à compléter, parmi 9." in found.flat
    assert "3 réponses du diagnostic précédent restent à confirmer." in found.flat
    assert "✓ Rempli" not in found.flat


def test_it_says_first_that_nobody_delivered_it_and_last_what_it_does_not_prove() -> None:
    text = attestation(level=3, public=True, told=True).flat
    warning = text.index("Ce n’est pas un label officiel")
    assert warning < text.index("3 critères sur 4, sans celui qui n’est pas publié")
    assert text.index("ne prouve pas") < text.index("Elle ne permet pas de comparer")
    assert "Empreinte de ce qui est lu ici" in text
    assert "Cette attestation n’est pas ce label." in text


def test_what_was_declared_is_printed_as_it_was_typed() -> None:
    text = attestation(level=3, public=True, told=True).flat
    assert "Numéro de la délibération : 2026-12 <b>" in text
    assert "Fait le 21 novembre 2026." in text
    assert "la liste s’est allongée : relisez-la" in text
    assert "s’y ajoutent" not in text


def test_the_edition_for_everybody_never_says_which_protection_lacks() -> None:
    inside = attestation(level=0, public=False, told=False).flat
    shared = attestation(level=0, public=True, told=False).flat
    assert "Niveau 3 attendu, 0 aujourd’hui" in inside
    assert "attendu, 0" not in shared
    warned = "Pour l’afficher ou la donner, imprimez l’édition publique."
    assert [warned in text for text in (inside, shared)] == [True, False]


def test_the_edition_for_everybody_is_the_same_whatever_the_state_of_security() -> None:
    """Word for word: neither the sentence, nor the state, nor the count follows it."""
    inside, shared = list[str](), list[str]()
    for level in (0, 4):
        security = dict.fromkeys(kept_back(), Answered(level))
        what = content({**everything(Answered(2)), **security}, planned=False)
        attested = read_attestation(what.snapshot, what.result, what.knowledge)
        alone = replace(what, model="attestation", attested=attested)
        for public, texts in ((False, inside), (True, shared)):
            text = read(render(replace(alone, public=public))[0]).flat
            texts.append(text.replace(" ".join(attested.mark.split()), ""))
    assert inside[0] != inside[1], "the test must be able to fail"
    assert shared[0] == shared[1]
    assert "n’est jamais publié" in shared[0]
