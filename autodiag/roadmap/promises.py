# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was retained keeps its month when the next diagnosis begins, and with it the roadmap."""

from dataclasses import replace
from datetime import date

from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import HORIZONS, Decision
from autodiag.roadmap.calendar import first_month, horizon_of
from autodiag.roadmap.schedule import chosen_month, schedule
from autodiag.roadmap.stored import load_roadmap


def promises(snapshot: Snapshot, knowledge: Knowledge, day: date) -> dict[str, Decision]:
    """The decisions that name the month which the stored plan gives to what was retained, and its
    horizon (the nearest) in the roadmap of a diagnosis begun on that day; only those that change.
    """
    if snapshot.plan is None:
        return {}
    try:
        roadmap = load_roadmap(snapshot.plan.text, knowledge.obligations)
        slots = schedule(snapshot, roadmap, knowledge.actions).slots
    except ValueError:  # a plan that cannot be read promises nothing
        return {}
    start = first_month(replace(snapshot, assessment=replace(snapshot.assessment, day=day)))
    found: dict[str, Decision] = {}
    for name, decision in snapshot.decisions.items():
        if decision.state != "retenue" or name not in slots:
            continue
        chosen = chosen_month(decision)
        month = chosen or slots[name].last
        horizon = horizon_of(start, month)
        if horizon is None:
            horizon = 0 if month < start else len(HORIZONS) - 1
        named = decision.day if chosen else f"{month:%Y-%m}"
        kept = replace(decision, day=named, horizon=HORIZONS[horizon])
        if kept != decision:
            found[name] = kept
    return found
