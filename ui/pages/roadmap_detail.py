# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The detail of one action for the panel: why, what is decided of it, its sheet."""

from autodiag.model.dossier import evidence_of
from autodiag.model.roadmap import Action, Decision, OwnAction, PlannedAction
from autodiag.roadmap.planned_words import own_said
from autodiag.roadmap.quarter_words import span_said
from autodiag.text.typography import plain
from ui.pages.roadmap_choices import choices
from ui.pages.roadmap_parts import Ask, Content, Do, Doing, Fact, Held, Part, Say
from ui.pages.roadmap_sheet import sheet
from ui.pages.roadmap_told import Told
from ui.pages.roadmap_words import HORIZON_NAMES, PlanWords
from ui.widgets.action_face import ActionFace

LOOK = "open"
LATE = "Vous pouvez l’y retenir\u00a0: si cela dépasse vos moyens, la période le dira."
DATE = "Pour quand (15/03/2027, ou 03/2027)"
DUTY = "Obligation"
FIRST = "Retenez-la pour noter qui s’en charge, pour quand, et ce qu’il faut savoir."


def detail(told: Told, face: ActionFace, planned: PlannedAction, *, fault: str = "") -> Content:
    """All that there is to say of an action of the plan. `fault`: the date typed is not one."""
    action = told.words.action(planned.id)
    own = own_of(told, planned.id)
    parts: list[Part] = [_where(told, face, action)]
    parts += [Say(note, "warn") for note in face.notes]
    if face.late:
        parts.append(Say(f"{face.late}. {LATE}"))
    shown = (badge for badge in face.badges if badge.text != DUTY)  # told with its reference
    parts += [Say(badge.why, "warn" if badge.tone == "warn" else "note") for badge in shown]
    if planned.kind == "request":
        parts.append(Say(told.words.say("genres.request"), "warn"))
    parts.append(Say(action.why if action is not None else told.words.say("genres.own")))
    parts += _choices(told, face, planned, fault)
    if action is not None:
        parts += sheet(told, action, planned)
    elif own is not None:
        parts += _own(told, own)
    return Content(f"detail:{planned.id}", plain(planned.title), tuple(parts))


def detail_left_out(told: Told, action: Action, why: str) -> Content:
    """An action that the plan does not hold: why, and what it would be."""
    planned = PlannedAction(
        action.id, "action", action.title, action.effort, action.initial_cost, theme=action.theme
    )
    theme = told.words.naming.theme(action.theme)
    parts: list[Part] = [Say(theme, "note"), Say(why, "heading"), Say(action.why)]
    ways = [Do("keep_any", action.id, "Retenir")] if told.writable else []
    parts.append(Doing((*ways, Do("left_out", "", "Retour à la liste", "quiet"))))
    parts += sheet(told, action, planned)
    return Content(f"detail:{action.id}", action.title, tuple(parts))


def own_of(told: Told, key: str) -> OwnAction | None:
    """An action of theirs, None for one of the catalogue."""
    return next((one for one in told.words.snapshot.own_actions if one.id == key), None)


def _where(told: Told, face: ActionFace, action: Action | None) -> Say:
    """Its theme, its horizon and its months."""
    horizon = tuple(HORIZON_NAMES.values())[face.horizon][0]
    theme = f"{told.words.naming.theme(action.theme)} · " if action else ""
    slot = told.slot(face.key)
    months = "" if slot is None else f"\u00a0: {span_said(slot.first, slot.last)}"
    return Say(f"{theme}{horizon}{months}", "note")


def _own(told: Told, own: OwnAction) -> list[Part]:
    words, (time, cost) = told.words, own_said(own)
    parts: list[Part] = [
        Fact(words.say("fiches.temps"), time),
        Fact(words.say("fiches.cout"), cost),
    ]
    if own.cost.high or own.id in words.snapshot.aids:
        parts += [Say("Aide possible", "heading"), Held("aid")]
    return parts


def _choices(told: Told, face: ActionFace, planned: PlannedAction, fault: str) -> list[Part]:
    """What may be decided; then who, when and what to know of what was (contract R6)."""
    decision, own = told.words.snapshot.decisions.get(face.key), own_of(told, face.key)
    offered = [
        choice
        for choice in choices(face, decision, writable=told.writable)
        if choice.on and choice.command != LOOK
    ]
    held = decision is not None and decision.state in ("retenue", "reportee")
    noted = _noted(decision, own) if held or own else []
    proofs = told.words.snapshot.evidence.get(evidence_of(face.key))
    if not offered and not noted and not proofs:
        return []
    parts: list[Part] = [Say("Votre choix", "heading")]
    if offered:
        parts.append(Doing(tuple(Do(c.command, face.key, c.text) for c in offered)))
    if told.writable and (held or own is not None):
        parts += arrangements(face.key, decision, own, fault=fault)
    elif told.writable and planned.kind == "action":
        parts.append(Say(FIRST, "note"))
    elif not told.writable:
        parts += noted
    if proofs:
        parts += [Say("Ses pièces", "heading"), Held("evidence")]
    return parts


def _noted(decision: Decision | None, own: OwnAction | None) -> list[Part]:
    """What was decided, where it can only be read."""
    values = noted(decision, own)
    named = (("Qui\u00a0:", values[0]), ("Pour\u00a0:", values[1]), ("Note\u00a0:", values[2]))
    return [Fact(name, plain(value)) for name, value in named if value]


def noted(decision: Decision | None, own: OwnAction | None) -> tuple[str, str, str]:
    """Who, the day as it is typed, and the note."""
    day = "" if decision is None else "/".join(reversed(decision.day.split("-")))
    if own is not None:
        return own.who, day, own.note
    return ("", day, "") if decision is None else (decision.who, day, decision.note)


def arrangements(
    key: str, decision: Decision | None, own: OwnAction | None, *, date: str = DATE, fault: str = ""
) -> list[Part]:
    """Who, when, and a note, once it was decided to do it (contract R6)."""
    who, day, note = noted(decision, own)
    return [
        Ask("Qui s’en charge", Do("who", key, "Noter"), who),
        Ask(date, Do("day", key, "Noter"), day, fault=fault),
        Ask("Note", Do("note", key, "Noter"), note),
    ]


def refusal(words: PlanWords, key: str) -> Content:
    """The reason of a refusal, in place."""
    leave = Do(LOOK, key, "Annuler", "quiet")
    return Content(
        f"refuse:{key}",
        f"Ne pas retenir\u00a0: {words.title(key)}",
        (
            Say("L’action quitte la feuille de route. Vous pourrez revenir sur ce choix."),
            Ask(
                "Pourquoi (facultatif)", Do("refused", key, "Ne pas retenir", "primary"), "", leave
            ),
        ),
    )


def own_form(told: Told, key: str) -> Content | None:
    """The fields of an own action, in place."""
    if own_of(told, key) is None or not told.writable:
        return None
    return Content(f"edit:{key}", told.words.title(key), (Held("own"),))
