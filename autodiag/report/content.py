# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Everything a report prints, as model objects: the report computes no score and no plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from autodiag.benchmarks.phrases import Phrases
from autodiag.benchmarks.readings import StudyReadings
from autodiag.benchmarks.series_shown import ShownSeries
from autodiag.model.benchmark import Benchmark, Comparison, Study
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.result import Range, Result
from autodiag.model.roadmap import ObligationState, Roadmap
from autodiag.roadmap.attestation import Attestation
from autodiag.roadmap.budget import Budget
from autodiag.roadmap.path_reasons import PathReason
from autodiag.roadmap.schedule import Schedule
from autodiag.roadmap.side_by_side import PlanFace
from autodiag.roadmap.yearly import YearlyWork
from autodiag.scoring.change import Change
from autodiag.scoring.handed import HandedDecision, HandedTheme

Model = Literal[
    "complet",
    "synthese",
    "passation",
    "questionnaire-vierge",
    "fiche-verification",
    "attestation",
]
"""What is printed: the whole report; its synthesis alone, on one page; the handover sheet and the
sheet of what to verify, which are for the town hall only; the questionnaire to fill in by hand; the
self-declared attestation."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What the handover sheet prints besides the topics: answers and decisions in words, and where
    the file (`name`, in `folder`) and its last known copy are; `copy` empty when none is known."""

    themes: tuple[HandedTheme, ...]
    decisions: tuple[HandedDecision, ...]
    name: str
    folder: str
    copy: str = ""


def _no_reasons() -> Mapping[str, tuple[PathReason, ...]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Execution:
    """How the plan is carried out: in which months, what it costs by year and goes on asking, the
    plans kept beside it, and why each action is on the shortest path."""

    schedule: Schedule
    budget: Budget
    yearly: tuple[YearlyWork, ...] = ()
    plans: tuple[PlanFace, ...] = ()
    reasons: Mapping[str, tuple[PathReason, ...]] = field(default_factory=_no_reasons)


@dataclass(frozen=True)
class ReportContent:
    """`roadmap` is the stored plan (None while there is none); `plan_is_current` False when the
    answers changed since. `public`: an edition without notes, names and personal opinions.
    `resources` is the folder of fonts, theme and report texts. `after`: the global score once each
    horizon is done, where that was computed. `handed`: for the handover sheet alone. `execution`:
    None where there is no plan, and in the public edition: months follow from all that is planned,
    shown or not. `since`: what changed since the assessment before, None for the first.
    `series`: figures over the years of that size; `readings`: those of the 2019 study.
    `same_as`: by question, the other questionnaire whose answer says the same.
    `attested`: the criteria of the attestation, where it is what is printed.
    `figures`: all that is published, for what stands beside no answer; `phrases`: how it is said,
    None for a form, which prints no figure."""

    snapshot: Snapshot
    result: Result
    comparison: Comparison
    roadmap: Roadmap | None
    obligations: tuple[ObligationState, ...]
    knowledge: Knowledge
    studies: tuple[Study, ...]
    today: date
    resources: Path
    version: str
    plan_is_current: bool = True
    public: bool = False
    model: Model = "complet"
    after: tuple[Range | None, ...] = ()
    handed: Handed | None = None
    execution: Execution | None = None
    since: Change | None = None
    series: tuple[ShownSeries, ...] = ()
    readings: StudyReadings | None = None
    figures: tuple[Benchmark, ...] = ()
    phrases: Phrases | None = None
    same_as: Mapping[str, str] = field(default_factory=dict[str, str])
    attested: Attestation | None = None
