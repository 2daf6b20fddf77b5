# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is written in the events of a calendar. Plain text; knows nothing of files."""

from collections.abc import Sequence

from autodiag.model.calendar import AidWindow
from autodiag.model.knowledge import Knowledge
from autodiag.model.roadmap import Action, Decision, PlannedAction
from autodiag.text.numbers import day_from_iso, day_range

OPENS = "S’ouvre\u00a0: "
CLOSES = "Dernier jour\u00a0: "
YEARLY = "Chaque année"
AGAIN = "Revient chaque année, une fois l’action faite."
_STEPS = 3
"""How many first steps are written: the others are in the roadmap."""


def about_action(planned: PlannedAction, knowledge: Knowledge, decision: Decision | None) -> str:
    """Why, the first steps, who, how long, and the note."""
    action = knowledge.actions.actions.get(planned.id) if planned.kind == "action" else None
    parts: list[str] = []
    if action is not None:
        steps = [f"{n}. {step}" for n, step in enumerate(action.steps[:_STEPS], start=1)]
        parts += [action.why, "\n".join(("Premiers pas\u00a0:", *steps)) if steps else ""]
    parts.append(_who(action, knowledge, decision))
    days = day_range(planned.effort.low, planned.effort.high) if planned.effort.high else ""
    parts.append(f"Temps estimé\u00a0: {days}." if days and planned.kind != "request" else "")
    parts.append(f"Note\u00a0: {decision.note}" if decision is not None and decision.note else "")
    return "\n\n".join(part for part in parts if part)


def again_title(title: str) -> str:
    """«Chaque année : …», unless the title says so itself."""
    return title if YEARLY.lower() in title.lower() else f"{YEARLY}\u00a0: {title}"


def about_again(action: Action, knowledge: Knowledge, decision: Decision | None) -> str:
    """Why it comes back, and who: its first steps are behind."""
    note = f"Note\u00a0: {decision.note}" if decision is not None and decision.note else ""
    days = day_range(action.effort.low, action.effort.low)
    parts = (AGAIN, action.why, _who(action, knowledge, decision), f"Temps estimé\u00a0: {days}.")
    return "\n\n".join(part for part in (*parts, note) if part)


def _who(action: Action | None, knowledge: Knowledge, decision: Decision | None) -> str:
    who = decision.who if decision is not None else ""
    if not who and action is not None:
        lead = knowledge.actors.get(action.lead)
        who = f"{lead.name} (proposé)" if lead else ""
    return f"Qui\u00a0: {who}" if who else ""


def about_asking(titles: Sequence[str]) -> str:
    """All that is to be asked, a line each."""
    asked = [title.split("\u00a0: ", 1)[-1] for title in titles]
    lines = "\n".join(f"– {one}" for one in asked)
    return f"Les réponses que personne ne connaît encore\u00a0:\n{lines}"


def about_window(one: AidWindow, titles: Sequence[str]) -> str:
    """From when to when, for which actions, and the note."""
    said = f"Du {day_from_iso(one.opens)} au {day_from_iso(one.closes)}."
    lines = "\n".join(f"– {title}" for title in titles)
    actions = f"Pour\u00a0:\n{lines}" if titles else ""
    return "\n\n".join(part for part in (said, actions, one.note) if part)
