# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said aloud once something was decided about an action (contract R6). Decides nothing."""

from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import Decision
from autodiag.scoring.said import quoted
from autodiag.text.numbers import day_from_iso
from ui.pages.roadmap_done import done_said
from ui.pages.roadmap_words import HORIZON_NAMES

NOTED = "c’est noté"
TOLD = {
    "added": " est ajoutée",
    "forget": "\u00a0: la proposition d’Autodiag revient",
    "undone": " n’est plus notée comme faite",
    "remove": " est supprimée",
}
"""What no decision says."""


def decided_said(snapshot: Snapshot, command: str, key: str, title: str) -> str:
    """«« … » : plus tard, 6 – 18 mois.», from what the dossier now holds of it."""
    decision = snapshot.decisions.get(key)
    own = next((one for one in snapshot.own_actions if one.id == key), None)
    if command in TOLD:
        return f"{quoted(title)}{TOLD[command]}."
    if command in ("who", "note"):
        said = NOTED
    elif decision is not None:
        said = _state(decision)
    else:
        said = f"placée en {HORIZON_NAMES[own.horizon][0]}" if own is not None else NOTED
    return f"{quoted(title)}\u00a0: {said}."


def _state(decision: Decision) -> str:
    """What is decided, and for when."""
    if decision.state == "faite":
        return done_said(decision.day)
    if decision.state == "refusee":
        return "vous ne la retenez pas"
    verb = "vous la retenez" if decision.state == "retenue" else "plus tard"
    where = HORIZON_NAMES[decision.horizon][0] if decision.horizon is not None else ""
    when = f"pour {day_from_iso(decision.day)}" if decision.day else ""
    return ", ".join(part for part in (verb, where, when) if part)
