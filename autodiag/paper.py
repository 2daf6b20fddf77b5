# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a report is printed from, gathered for the commands and for the window alike.

Ranks with them: it may import any leaf, inside its functions. Writes nothing.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from autodiag.benchmarks.library import Library
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.result import Result
from autodiag.model.roadmap import Roadmap

if TYPE_CHECKING:
    from autodiag.documents.papers import Papers, Typed
    from autodiag.report.content import Model, ReportContent
    from autodiag.roadmap.situation import Situation
    from autodiag.scoring.change import Change
    from autodiag.scoring.handed import Writers


@dataclass(frozen=True, slots=True)
class Material:
    """One dossier at one instant, and what is installed beside it."""

    snapshot: Snapshot
    result: Result
    knowledge: Knowledge
    library: Library
    resources: Path
    today: date
    version: str
    since: "Change | None" = None


@dataclass(frozen=True, slots=True)
class Found:
    """A roadmap to print. `current`: nothing it depends on has changed since. `made`: just now,
    so that it may still be stored. `unreadable`: one was stored, and could not be read."""

    roadmap: Roadmap
    current: bool = True
    made: bool = False
    unreadable: bool = False


def find_roadmap(snapshot: Snapshot, result: Result, knowledge: Knowledge, today: date) -> Found:
    """The stored plan, or a new one where none is stored.

    What is printed is what was stored (contract R3): an outdated plan is said so, not replaced.
    """
    from autodiag.roadmap.situation import situation_of
    from autodiag.roadmap.stored import digest_inputs, load_roadmap

    situation = situation_of(snapshot, result, knowledge)
    stored = snapshot.plan
    if stored is not None:
        try:
            roadmap = load_roadmap(stored.text, knowledge.obligations)
            date.fromisoformat(roadmap.made_on)  # the timeline begins there
        except ValueError:
            return replace(_planned(situation, today), unreadable=True)
        current = stored.inputs_sha256 == digest_inputs(situation)
        # the same figures may have been given since: then nobody assumes them any more
        return Found(replace(roadmap, capacity=situation.capacity) if current else roadmap, current)
    return _planned(situation, today)


def _planned(situation: "Situation", today: date) -> Found:
    """The solver is loaded only where there is a plan to make."""
    from autodiag.roadmap.roadmap import plan_roadmap

    return Found(plan_roadmap(situation, today), made=True)


def report_content(
    material: Material, found: Found | None, *, model: "Model" = "complet", public: bool
) -> "ReportContent":
    """Everything the report prints. `found` is None for a questionnaire without a score, which
    has no roadmap and proves no obligation. `public`: for a document that anyone may ask for."""
    content = _without_plan(material, model=model, public=public)
    if found is None:
        return content
    from autodiag.carried_out import execution_of
    from autodiag.roadmap.obligations import read_obligations
    from autodiag.roadmap.situation import situation_of
    from autodiag.roadmap.steps import scores_by_horizon

    snapshot, knowledge, result = material.snapshot, material.knowledge, content.result
    situation = situation_of(snapshot, result, knowledge)
    return replace(
        content,
        roadmap=found.roadmap,
        obligations=read_obligations(
            knowledge.obligations.values(), result, snapshot.authority, snapshot.facts
        ),
        plan_is_current=found.current,
        after=scores_by_horizon(situation, found.roadmap)[1:] if found.current else (),
        execution=None if public else execution_of(situation, snapshot, knowledge, found.roadmap),
    )


def _without_plan(material: Material, *, model: "Model", public: bool) -> "ReportContent":
    """Answers, results, figures of the studies."""
    from autodiag.benchmarks.compare import compare
    from autodiag.benchmarks.readings import load_readings
    from autodiag.benchmarks.series_shown import shown_series

    snapshot = material.snapshot
    return replace(
        form_content(material, model=model, public=public),
        comparison=compare(
            material.library,
            snapshot.questionnaire,
            snapshot.assessment,
            snapshot.authority,
            snapshot.facts,
        ),
        studies=tuple(material.library.studies.values()),
        series=shown_series(material.library, snapshot.questionnaire, snapshot.authority),
        readings=load_readings(material.resources / "benchmarks"),
        since=material.since,
        figures=material.library.benchmarks,
        phrases=material.library.phrases,
        same_as={} if public else _same_as(material),
    )


def _same_as(material: Material) -> dict[str, str]:
    """By question answered, the other questionnaire of the dossier where the same was said."""
    if not material.snapshot.others:
        return {}
    from autodiag.linking.elsewhere import same_said
    from autodiag.linking.load import LINKS_FILE, load_links

    links = load_links(material.resources / "knowledge" / LINKS_FILE)
    told = {
        question: same_said(links, material.snapshot, question)
        for question in material.snapshot.assessment.answers
    }
    return {question: sources[0].questionnaire for question, sources in told.items() if sources}


@dataclass(frozen=True, slots=True)
class FilePlace:
    """Where a dossier is, in words, and its last known copy elsewhere; empty when none is."""

    name: str
    folder: str
    copy: str = ""


def handover_content(
    material: Material, answered: "Writers", decided: "Writers", place: FilePlace
) -> "ReportContent":
    """Everything the handover sheet prints: for the town hall, never for anyone who asks."""
    from autodiag.model.benchmark import Comparison
    from autodiag.report.content import Handed, ReportContent
    from autodiag.scoring.handed import handed_answers, handed_decisions

    snapshot, knowledge = material.snapshot, material.knowledge
    return ReportContent(
        snapshot=snapshot,
        result=material.result,
        comparison=Comparison((), ()),
        roadmap=None,
        obligations=(),
        knowledge=knowledge,
        studies=(),
        today=material.today,
        resources=material.resources,
        version=material.version,
        model="passation",
        handed=Handed(
            handed_answers(snapshot, answered),
            handed_decisions(snapshot, knowledge, decided),
            place.name,
            place.folder,
            place.copy,
        ),
    )


def document_papers(
    material: Material, found: Found, handover: "ReportContent", typed: "Typed"
) -> "Papers":
    """Everything the editable documents are made from; `handover` is `handover_content`."""
    from autodiag.documents.papers import Papers
    from autodiag.roadmap.schedule import schedule

    catalogue = material.knowledge.actions
    return Papers(
        content=report_content(material, found, public=False),
        handover=handover,
        schedule=schedule(material.snapshot, found.roadmap, catalogue),
        typed=typed,
    )


def attestation_content(material: Material, *, public: bool) -> "ReportContent":
    """Everything the self-declared attestation prints, read again from the answers of today. The
    public edition says as much of each criterion, without what its detail would tell."""
    from autodiag.roadmap.attestation import read_attestation

    attested = read_attestation(material.snapshot, material.result, material.knowledge)
    content = form_content(material, model="attestation", public=public)
    return replace(content, attested=attested)


def form_content(material: Material, *, model: "Model", public: bool = False) -> "ReportContent":
    """Everything that a form to fill in by hand prints: the questionnaire, or what to verify. It
    needs no roadmap."""
    from autodiag.model.benchmark import Comparison
    from autodiag.report.content import ReportContent
    from autodiag.scoring.doubts import with_doubts

    snapshot = material.snapshot
    return ReportContent(
        snapshot=snapshot,
        result=with_doubts(snapshot.questionnaire, material.result),
        comparison=Comparison((), ()),
        roadmap=None,
        obligations=(),
        knowledge=material.knowledge,
        studies=(),
        today=material.today,
        resources=material.resources,
        version=material.version,
        public=public,
        model=model,
    )
