# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""When the diagnosis that is shown was made, in words: an older one is never called today’s."""

from autodiag.model.dossier import AssessmentBrief, Snapshot
from autodiag.text.numbers import day


def when_shown(snapshot: Snapshot) -> str:
    """«aujourd’hui» for the latest, else «en 2025», or «le 3 mars 2026» where the latest is of the
    same year."""
    if snapshot.is_latest:
        return "aujourd’hui"
    there = {brief.id: brief for brief in snapshot.assessments}
    here, latest = there[snapshot.assessment_id], snapshot.years[-1]
    same = here.day.year == latest.day.year
    return f"le {day(here.day)}" if same else f"en {here.day.year}"


def of_year(one: AssessmentBrief, other: AssessmentBrief) -> str:
    """«de 2025», or «du 3 mars 2026» beside another of the same year."""
    return f"de {one.day.year}" if one.day.year != other.day.year else f"du {day(one.day)}"
