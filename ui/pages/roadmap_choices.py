# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the user may decide about an action (contract R6), and the decision that comes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from autodiag.model.roadmap import HORIZONS, Decision, OwnAction, Span
from autodiag.roadmap.calendar import Quarter, horizon_of, quarter_of, shifted
from autodiag.roadmap.schedule import Slot
from ui.widgets.action_face import ActionFace
from ui.widgets.own_action_form import TypedAction

if TYPE_CHECKING:
    from ui.bridge import Bridge

Command = Literal[
    "open", "keep", "first", "earlier", "later", "refuse", "done", "forget", "edit", "remove"
]
STEP = {"earlier": -1, "later": 1}
OWN = "a-nous-"
NONE = Span(0, 0)
UNDONE = "Vos choix d’avant sont revenus."
"""Said once many decisions were taken back together."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of the menu of a card, or a button of its detail."""

    command: Command
    text: str
    on: bool = True


def entries(face: ActionFace, bridge: "Bridge") -> list[tuple[str, str, bool]]:
    """The menu of a card: command, words, whether it can be chosen."""
    decision = bridge.snapshot.decisions.get(face.key)
    offered = choices(face, decision, writable=bridge.writable)
    return [(choice.command, choice.text, choice.on) for choice in offered]


def choices(face: ActionFace, decision: Decision | None, *, writable: bool) -> tuple[Choice, ...]:
    """What may be decided about a card; only looking where the dossier cannot be written."""
    if face.kind == "enquiry":
        return (Choice("open", "Voir les questions"),)
    if not writable:
        return (Choice("open", "Voir le détail"),)
    earlier = Choice("earlier", "Plus tôt", face.horizon > 0)
    later = Choice("later", "Plus tard", face.horizon < len(HORIZONS) - 1)
    if face.kind == "own":
        ends = (Choice("edit", "Modifier…"), Choice("done", "Déjà fait"))
        look = Choice("open", "Voir le détail")
        return (look, earlier, later, *ends, Choice("remove", "Supprimer"))
    undecide = Choice("forget", "Revenir à la proposition", decision is not None)
    ends = (Choice("refuse", "Refuser…"), Choice("done", "Déjà fait"), undecide)
    if face.kind == "request":
        return (Choice("open", "Voir le détail"), *ends)
    held = decision.horizon if decision is not None and decision.state == "retenue" else None
    keep = Choice("keep", "Retenir ici", held != HORIZONS[face.horizon])
    first = (Choice("first", "Retenir dans les 6 premiers mois"),) if face.late else ()
    return (Choice("open", "Voir le détail"), keep, *first, earlier, later, *ends)


def kept(action: str, period: int | None, before: Decision | None) -> Decision:
    """Retained, on that horizon (None: wherever the plan finds best)."""
    horizon = None if period is None else HORIZONS[period]
    return _like(before, Decision(action, "retenue", horizon=horizon))


def moved(action: str, period: int, step: int, before: Decision | None) -> Decision:
    """Earlier is a choice to do it then; later is only a wish to wait, unless it was retained."""
    horizon = HORIZONS[max(0, min(period + step, len(HORIZONS) - 1))]
    retained = step < 0 or (before is not None and before.state == "retenue")
    return _like(before, Decision(action, "retenue" if retained else "reportee", horizon=horizon))


def refused(action: str, reason: str, before: Decision | None) -> Decision:
    """Refused, with the reason given, if any."""
    return _like(before, Decision(action, "refusee", reason))


def done(action: str, today: date, before: Decision | None) -> Decision:
    """Already done: since that day, until another one is typed."""
    return replace(_like(before, Decision(action, "faite")), day=today.isoformat())


def undone(said: Decision, before: Decision | None) -> Decision | None:
    """Not done after all: what was decided before it was said to be, with the name and the note of
    today; None for no decision."""
    if before is not None:
        return replace(before, who=said.who, note=said.note)
    return replace(said, state="retenue", day="") if said.who or said.note else None


def due(action: str, day: str, horizon: int, before: Decision | None) -> Decision:
    """Retained, and due on that ISO day or month, which is in that horizon (0–2)."""
    return replace(kept(action, horizon, before), day=day)


def next_quarter(slot: Slot, start: date, today: date) -> tuple[Quarter, date, int] | None:
    """The quarter after that of an action, or today’s where that is over too: with its last month
    in the three years, and the horizon of this. None where the three years end before."""
    after = max(quarter_of(shifted(slot.quarter.last, 1)), quarter_of(today))
    for month in (shifted(after.first, step) for step in (2, 1, 0)):
        horizon = horizon_of(start, month)
        if horizon is not None:
            return after, month, horizon
    return None


def _like(before: Decision | None, decision: Decision) -> Decision:
    """With the name and the note that were there; with the date where it still means the same: of
    what is to be done, in the period that it was for."""
    if before is None:
        return decision
    dated = "refusee" not in (decision.state, before.state) and before.state != "faite"
    day = before.day if dated and before.horizon == decision.horizon else ""
    return replace(decision, who=before.who, day=day, note=before.note)


def own_action(typed: TypedAction, period: int, taken: Iterable[str]) -> OwnAction:
    """An own action under the first free id."""
    used = set(taken)
    number = next(n for n in range(1, len(used) + 2) if f"{OWN}{n}" not in used)
    return changed_own(OwnAction(f"{OWN}{number}", "", NONE, NONE, HORIZONS[period]), typed)


def changed_own(own: OwnAction, typed: TypedAction) -> OwnAction:
    """The same, as it was just typed."""
    effort, cost = Span(typed.days, typed.days), Span(typed.euros, typed.euros)
    return replace(own, title=typed.title, effort=effort, cost=cost, who=typed.who)


def refusals(decisions: Mapping[str, Decision]) -> list[Decision]:
    """What was refused or said to be done: it can be taken back."""
    return [d for d in decisions.values() if d.state in ("refusee", "faite")]
