# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The handover sheet: sound as a tagged document, whatever length somebody typed."""

from dataclasses import replace

from autodiag.model.dossier import Evidence, HandoverNote
from autodiag.model.roadmap import Decision
from autodiag.report.content import Handed, ReportContent
from autodiag.scoring.handed import handed_answers, handed_decisions
from tests.report.checks import printed
from tests.report.sample import content, levels

BY = ("2026-11-21T10:42:00", "Marie")


def sheet(length: int) -> ReportContent:
    """Every question answered, with texts of so many words."""
    long = " ".join(["très"] * length)
    made = content(levels(), notes={"str-1": long})
    knowledge = made.knowledge
    action = next(iter(knowledge.actions.actions))
    piece = Evidence("p1", "str-1", long, "budget.pdf", 12, "0" * 64, BY[0], BY[1])
    snapshot = replace(
        made.snapshot,
        handover={"site": HandoverNote("site", long, f"{long} & <i>Karim</i>")},
        decisions={action: Decision(action, "refusee", reason=long, who=long, note=long)},
        evidence={"str-1": (piece,) * 3},
    )
    writers = dict.fromkeys((*snapshot.questionnaire.questions, action), BY)
    handed = Handed(
        handed_answers(snapshot, writers),
        handed_decisions(snapshot, knowledge, writers),
        "mairie.autodiag",
        "vos documents",
    )
    return replace(made, snapshot=snapshot, model="passation", handed=handed)


def test_the_sheet_is_a_sound_document_and_says_who_answered() -> None:
    reading = printed(sheet(3))
    assert reading.faults == []
    assert reading.images == 0
    assert reading.flat.count("Marie, le 21 novembre 2026") > 50
    assert "Aucune copie ailleurs n’est connue" in reading.flat
    assert "<i>Karim</i>" in reading.flat


def test_endless_texts_are_cut_and_no_row_is_lost() -> None:
    reading = printed(sheet(4_000))
    assert reading.faults == []
    assert reading.images == 0
    assert "Autre chose à savoir" in reading.flat
    assert "Le fichier s’appelle mairie.autodiag" in reading.flat
