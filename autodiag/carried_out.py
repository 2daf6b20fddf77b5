# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How a plan is carried out, for paper: its months, its budget, the plans beside it, and the files
that go with the editable documents. Ranks with `paper`; writes nothing."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import ProfileId
from autodiag.model.roadmap import Roadmap
from autodiag.paper import Material
from autodiag.scoring.actors import actors_called
from autodiag.text.sentences import read_sentences

if TYPE_CHECKING:
    from autodiag.documents.papers import ExtraId
    from autodiag.report.content import Execution
    from autodiag.roadmap.side_by_side import PlanFace
    from autodiag.roadmap.situation import Situation


def execution_of(
    situation: "Situation", snapshot: Snapshot, knowledge: Knowledge, roadmap: Roadmap
) -> "Execution":
    """How a plan is carried out: real months, what it costs and goes on costing, the others."""
    from autodiag.report.content import Execution
    from autodiag.roadmap.budget import budget
    from autodiag.roadmap.path_reasons import path_reasons
    from autodiag.roadmap.schedule import schedule
    from autodiag.roadmap.yearly import yearly_work

    months = schedule(snapshot, roadmap, knowledge.actions)
    return Execution(
        months,
        budget(snapshot, roadmap, months, knowledge),
        yearly_work(roadmap, knowledge.actions, situation.marked_done),
        _plans_beside(situation, snapshot, knowledge, roadmap),
        path_reasons(situation, roadmap.shortest),
    )


def _plans_beside(
    situation: "Situation", snapshot: Snapshot, knowledge: Knowledge, roadmap: Roadmap
) -> "tuple[PlanFace, ...]":
    """The stored plan, then those kept beside it; nothing where none is. Never computed here."""
    if not snapshot.variants:
        return ()
    from autodiag.roadmap.side_by_side import OURS, UNPROVEN, PlanFace, face_of
    from autodiag.roadmap.stored import load_roadmap
    from autodiag.roadmap.variants import VARIANTS, variant_digest

    def stage(profile: ProfileId) -> str:
        return knowledge.portraits[profile].kind_label

    def beside(name: str, plan: Roadmap, current: bool = True) -> PlanFace:
        face = face_of(name, plan, roadmap, situation, stage)
        return replace(face, state="" if plan.optimal else UNPROVEN, current=current)

    found = [beside(OURS, roadmap)]
    for name in VARIANTS:
        stored = snapshot.variants.get(name)
        if stored is None:
            continue
        try:
            plan = load_roadmap(
                stored.text, {s.obligation.id: s.obligation for s in situation.obligations}
            )
        except ValueError:  # what cannot be read is made again on screen, and left out of paper
            continue
        current = stored.inputs_sha256 == variant_digest(situation, name)
        found.append(beside(name, plan, current))
    return tuple(found) if len(found) > 1 else ()


def plan_files(
    material: Material, plan: Roadmap, made_at: datetime, *, current: bool = True
) -> dict["ExtraId", bytes]:
    """What goes with the editable documents: the budget’s spreadsheet and the dates for a calendar.
    Nothing where nothing is planned any more. Both say so where the plan is not `current`."""
    from autodiag.dates.ics import plan_calendar
    from autodiag.roadmap.budget import budget
    from autodiag.roadmap.schedule import schedule
    from autodiag.tables.written import budget_file

    snapshot, knowledge = material.snapshot, material.knowledge
    left = _still_to_do(plan, snapshot)
    if not any(horizon.actions for horizon in left.horizons):
        return {}
    dates = schedule(snapshot, plan, knowledge.actions)  # the months that the other papers say
    figures = budget(snapshot, left, dates, knowledge)
    warning = "" if current else outdated_said(material.resources)
    section = read_sentences(material.resources).section
    told = actors_called(knowledge, snapshot.authority, section)
    return {
        "budget": budget_file(snapshot, told, figures, made_at, warning),
        "calendrier": plan_calendar(snapshot, left, dates, told, made_at, warning=warning),
    }


def outdated_said(resources: Path) -> str:
    """What a paper made from a plan older than the last answers or decisions says first."""
    from autodiag.documents.words import SHARED, Words

    return Words(resources, SHARED).raw("avant.perimee")


def _still_to_do(plan: Roadmap, snapshot: Snapshot) -> Roadmap:
    """A plan without what was refused or done since it was made."""
    decided = snapshot.decisions.values()
    gone = {one.action for one in decided if one.state in ("refusee", "faite")}
    horizons = (
        replace(h, actions=tuple(one for one in h.actions if one.id not in gone))
        for h in plan.horizons
    )
    return replace(plan, horizons=tuple(horizons))
