# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The detail of one action for the panel: why, steps, days, money, who, what it answers to."""

from autodiag.model.roadmap import Action, Decision, OwnAction, PlannedAction
from autodiag.scoring.said import quoted
from autodiag.text.numbers import day_from_iso, day_range, euro_range, listing, months
from autodiag.text.typography import capitalised, plain
from ui.pages.roadmap_choices import choices
from ui.pages.roadmap_panel import Ask, Content, Do, Doing, Entry, Fact, Part, Say
from ui.pages.roadmap_words import HORIZON_NAMES, PlanWords
from ui.widgets.action_face import ActionFace

LOOK = "open"
LATE = "Vous pouvez l’y retenir\u00a0: si cela dépasse vos moyens, la période le dira."


def detail(
    words: PlanWords,
    face: ActionFace,
    planned: PlannedAction,
    *,
    writable: bool,
    fault: str = "",
) -> Content:
    """All that there is to say of an action of the plan. `fault`: the date typed is not one."""
    action = words.action(planned.id)
    decision = words.snapshot.decisions.get(planned.id)
    parts: list[Part] = [_where(words, face, action)]
    parts += [Say(note, "warn") for note in face.notes]
    if face.late:
        parts.append(Say(f"{face.late}. {LATE}"))
    parts += [Say(badge.why, "warn" if badge.tone == "warn" else "note") for badge in face.badges]
    if planned.obligations:
        parts.append(Doing((Do("obligations", planned.obligations[0], "Voir l’obligation"),)))
    if action is not None:
        parts += _sheet(words, action, planned)
    else:
        parts += _own(words, planned)
    parts += _choices(face, decision, writable=writable)
    if writable and decision is not None and decision.state in ("retenue", "reportee"):
        parts += _arrangements(decision, fault)
    return Content(f"detail:{planned.id}", plain(planned.title), tuple(parts))


def detail_left_out(words: PlanWords, action: Action, why: str, *, writable: bool) -> Content:
    """An action that the plan does not hold: why, and what it would be."""
    planned = PlannedAction(
        action.id, "action", action.title, action.effort, action.initial_cost, theme=action.theme
    )
    parts: list[Part] = [Say(words.naming.theme(action.theme), "note"), Say(why, "heading")]
    parts += _sheet(words, action, planned)
    if writable:
        parts.append(Doing((Do("keep_any", action.id, "Retenir"),)))
    parts.append(Doing((Do("left_out", "", "Retour à la liste"),)))
    return Content(f"detail:{action.id}", action.title, tuple(parts))


def _where(words: PlanWords, face: ActionFace, action: Action | None) -> Say:
    horizon = tuple(HORIZON_NAMES.values())[face.horizon][0]
    theme = f"{words.naming.theme(action.theme)} · " if action else ""
    return Say(f"{theme}{horizon}", "note")


def _sheet(words: PlanWords, action: Action, planned: PlannedAction) -> list[Part]:
    parts: list[Part] = []
    if planned.kind == "request":
        parts.append(Say(words.say("genres.request"), "heading"))
    parts += [Say(action.why), Say("Premiers pas", "heading")]
    parts += [Say(step, "step") for step in action.steps]
    parts += [Say("Repères", "heading"), *_facts(words, action, planned)]
    parts.append(Say(words.say("fiches.indicateur", texte=action.indicator)))
    parts.append(Say(words.knowledge.actions.warning, "note"))
    raised = _raised(words, planned)
    if raised:
        parts += [Say("Ce qu’elle fait monter", "heading"), *raised]
    return parts


def _facts(words: PlanWords, action: Action, planned: PlannedAction) -> list[Part]:
    """Only what there is to say, under the names that the printed sheet gives."""
    decision = words.snapshot.decisions.get(action.id)
    needed = [
        words.title(rest)
        for kind, _, rest in (reason.partition(":") for reason in planned.reasons)
        if kind == "prerequis"
    ]
    facts = {
        "qui": words.who(action.id),
        "avec": listing([words.naming.actor(p) for p in action.partners]),
        "temps": day_range(planned.effort.low, planned.effort.high),
        "cout": _cost(words, action),
        "delai": months(action.delay_months) if action.delay_months else "",
        "aide": listing([words.naming.actor(f) for f in action.funding]),
        "apres": listing([words.title(p) for p in action.prerequisites]),
        "note": plain(decision.note) if decision else "",
    }
    said: list[Part] = [
        Fact(words.say(f"fiches.{name}"), capitalised(value))
        for name, value in facts.items()
        if value
    ]
    if decision is not None and decision.day:
        said.append(Fact("Pour le\u00a0:", day_from_iso(decision.day)))
    if needed:
        titles = listing([quoted(title) for title in needed])
        said.append(Say(f"Nécessaire pour\u00a0: {titles}."))
    return said


def _cost(words: PlanWords, action: Action) -> str:
    """The first cost, then the yearly one, both before aid: as on the printed sheet."""
    initial = euro_range(action.initial_cost.low, action.initial_cost.high)
    if not action.yearly_cost.high:
        return initial
    yearly = euro_range(action.yearly_cost.low, action.yearly_cost.high)
    if not action.initial_cost.high:
        return words.say("fiches.par_an", annuel=yearly)
    return words.say("fiches.puis_par_an", initial=initial, annuel=yearly)


def _raised(words: PlanWords, planned: PlannedAction) -> list[Part]:
    questions = words.snapshot.questionnaire.questions
    parts: list[Part] = []
    for reason in planned.reasons:
        kind, _, rest = reason.partition(":")
        name, _, level = rest.rpartition(":")
        if kind != "question" or name not in questions:
            continue
        text = f"{words.naming.number(name)} {words.question(name)}"
        see = Do("question", name, "Voir", "quiet")
        parts.append(Entry(text, (see,), f"au niveau {level}"))
    return parts


def _own(words: PlanWords, planned: PlannedAction) -> list[Part]:
    own: OwnAction | None = next(
        (one for one in words.snapshot.own_actions if one.id == planned.id), None
    )
    parts: list[Part] = [Say(words.say("genres.own"))]
    facts = {
        "qui": plain(own.who) if own else "",
        "temps": day_range(planned.effort.low, planned.effort.high),
        "cout": euro_range(planned.cost.low, planned.cost.high),
        "note": plain(own.note) if own else "",
    }
    parts += [Fact(words.say(f"fiches.{name}"), value) for name, value in facts.items() if value]
    return parts


def _choices(face: ActionFace, decision: Decision | None, *, writable: bool) -> list[Part]:
    offered = [c for c in choices(face, decision, writable=writable) if c.on and c.command != LOOK]
    if not offered:
        return []
    return [
        Say("Votre choix", "heading"),
        Doing(tuple(Do(c.command, face.key, c.text) for c in offered)),
    ]


def _arrangements(decision: Decision, fault: str) -> list[Part]:
    """Who and when, once it was decided to do it (contract R6)."""
    day = decision.day
    typed = "/".join(reversed(day.split("-"))) if day else ""
    return [
        Ask("Qui s’en charge", Do("who", decision.action, "Noter"), decision.who),
        Ask(
            "Pour le (15/03/2027, ou 03/2027)",
            Do("day", decision.action, "Noter"),
            typed,
            fault=fault,
        ),
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
