# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One file of every format ever written is kept in tests/data/dossiers: all of them open (D4).

Its current assessment is filled with the questionnaire shipped that day.

`python -m tests.dossier.test_formats` writes that of today's format, where it is not there yet.
"""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.dossier.creation import create_dossier
from autodiag.dossier.evidence import Attachment
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.schema import FORMAT
from autodiag.dossier.store import Dossier
from autodiag.dossier.taking_over import TakenOver
from autodiag.model.assessment import Answered, NotConcerned, Unknown
from autodiag.model.calendar import Aid, AidWindow, Calendar, Closure
from autodiag.model.dossier import HandoverNote, StoredPlan, evidence_of
from autodiag.model.roadmap import Capacity, Decision, OwnAction, Span
from tests.dossier.samples import author, new, packed
from tests.sources import ROOT

KEPT = ROOT / "tests" / "data" / "dossiers"
SHIPPED = ROOT / "questionnaires" / "maturite-numerique"
ANSWERS = {
    "str-1": Answered(4, "epci"),
    "str-2": Answered(1),
    # of questions that it does not ask: every shape of an answer is in the file
    "choice": Answered("a"),
    "choices": Answered(("a", "c")),
    "number": Answered(12.5),
    "mark": Answered(7),
    "unknown": Unknown(),
    "none": NotConcerned("Pas d’école sur la commune 🏫"),
}
DECISION = Decision("str-a1", "refusee", "Pas cette année", "Mme Ba", "2026-11-21", "à revoir")
OWN = OwnAction("propre-1", "Ranger le serveur", Span(0.5, 1), Span(0, 100), "6-18", "Luc")


NOTE = HandoverNote("site", "Classeur bleu", "Mme Ba")
FILE = Attachment("Délibération n° 4.txt", "Le conseil décide.\n".encode())


SUMMER = Closure("ete", "Été", "2027-07", "2027-08", yearly=True)
WINDOW = AidWindow("detr", "DETR", "2027-01-04", "2027-03-01", "Préfecture", ("cyb-a1", "str-a1"))
CALENDAR = Calendar("2027-01", (SUMMER,), (WINDOW,))
AID = Aid("cyb-a1", 800.0, "Région", "demandee")
VARIANT = StoredPlan('{"plan": 2}', "cd" * 32, "2026-11-21")


TAKEN_BY = "Mme Ba, adjointe « numérique »"


def write(path: Path) -> None:
    """A dossier that uses every table."""
    shipped = replace(
        new(), questionnaire=pack_questionnaire(SHIPPED), questionnaire_id=SHIPPED.name
    )
    with create_dossier(path, author(), shipped) as dossier:
        dossier.set_answers(ANSWERS)
        dossier.set_note("str-1", "« vu » avec <Luc>")
        dossier.decide(DECISION)
        dossier.set_own_action(OWN)
        dossier.set_capacity(Capacity(2.5, 1500, False, False))
        dossier.set_opening_mark(6)
        dossier.store_plan(StoredPlan('{"plan": 1}', "ab" * 32, "2026-11-21"))
        dossier.set_to_review("str-2", True)
        dossier.set_handover("site", NOTE)
        dossier.attach("str-1", "La délibération", FILE)
        dossier.attach("str-1", "Le contrat, dans le classeur bleu")
        dossier.set_start(CALENDAR.start)
        dossier.set_closure(SUMMER)
        dossier.set_window(WINDOW)
        dossier.set_aid(AID.action, AID)
        dossier.store_variant("sans_depense", VARIANT)
        dossier.attach(evidence_of("cyb-a1"), "Le procès-verbal d’essai")
        dossier.set_contributor("securite", TAKEN_BY)
        dossier.create_assessment(packed("another"), "essai", date(2025, 11, 21))
        follow(dossier)


def follow(dossier: Dossier) -> None:
    """A third assessment, begun from the first one, with a note taken back."""
    again = pack_questionnaire(SHIPPED)
    taken = TakenOver(
        {"str-1": Answered(4), "str-2": Answered(1)},
        {"str-1": "str-1", "str-2": "autre"},
        {},
        {},
    )
    dossier.create_assessment(again, SHIPPED.name, date(2027, 11, 21), taken)
    dossier.confirm("str-1")
    dossier.set_note("str-1", "un an après")
    dossier.undo()


@pytest.mark.parametrize("number", range(1, FORMAT + 1))
def test_D4_each_format_ever_written_opens_with_all_it_held(number: int, tmp_path: Path) -> None:
    path = tmp_path / "a.autodiag"
    shutil.copy(KEPT / f"format-{number}.autodiag", path)
    with open_dossier(path, author()) as dossier:
        assert dossier.access.why_read_only is None
        assert (dossier.access.original is None) is (number == FORMAT)
        dossier.redo()
        assert dossier.current == (1 if number == 1 else 3)
        if number > 1:
            check_marks_and_evidence(dossier)
        if number > 2:
            check_calendar_and_aid(dossier)
        if number > 3:
            check_contributors(dossier)
        dossier.choose(1)
        found = dossier.snapshot(load_packed)
        dossier.choose(2)
        assert dossier.questionnaire_text() == "another"
    assert {"str-1", "str-2"} < found.questionnaire.questions.keys()
    assert found.authority.name == "Saint-Ouen-l’Aumône"
    assert found.authority.postal_codes == ("95310",)
    assert found.facts == {"ecole": True}
    assert found.assessment.answers == ANSWERS
    assert found.assessment.day == date(2026, 11, 21)
    assert found.notes == {"str-1": "« vu » avec <Luc>"}
    assert found.decisions == {"str-a1": DECISION}
    assert found.own_actions == (OWN,)
    assert found.capacity == Capacity(2.5, 1500, False, False)
    assert (found.opening_mark, found.plan) == (
        6,
        StoredPlan('{"plan": 1}', "ab" * 32, "2026-11-21"),
    )


def check_marks_and_evidence(dossier: Dossier) -> None:
    """What came with format 2."""
    first, last = dossier.snapshot(load_packed, 1), dossier.snapshot(load_packed)
    assert (first.assessment.to_review, last.assessment.to_review) == ({"str-2"}, frozenset())
    assert (first.assessment.to_confirm, last.assessment.to_confirm) == (frozenset(), {"str-2"})
    assert last.notes == {"str-1": "un an après"}
    assert last.handover == {"site": NOTE}
    mention, file = sorted(first.evidence["str-1"], key=lambda one: one.size)
    assert (mention.title, mention.file_name) == ("Le contrat, dans le classeur bleu", "")
    assert (file.title, file.file_name, file.kept) == ("La délibération", FILE.name, True)
    assert (
        dossier.save_evidence(file, dossier.access.path.with_name("lu")).read_bytes() == FILE.data
    )
    assert [brief.id for brief in last.assessments] == [2, 1, 3]


def check_calendar_and_aid(dossier: Dossier) -> None:
    """What came with format 3."""
    first, last = dossier.snapshot(load_packed, 1), dossier.snapshot(load_packed)
    assert (last.calendar, last.aids) == (CALENDAR, {"cyb-a1": AID})
    assert (first.variants, last.variants) == ({"sans_depense": VARIANT}, {})
    assert [one.title for one in first.evidence[evidence_of("cyb-a1")]] == [
        "Le procès-verbal d’essai"
    ]


def check_contributors(dossier: Dossier) -> None:
    """What came with format 4."""
    first, last = dossier.snapshot(load_packed, 1), dossier.snapshot(load_packed)
    assert (first.contributors, last.contributors) == ({"securite": TAKEN_BY}, {})


if __name__ == "__main__":
    if not (KEPT / f"format-{FORMAT}.autodiag").exists():
        write(KEPT / f"format-{FORMAT}.autodiag")
