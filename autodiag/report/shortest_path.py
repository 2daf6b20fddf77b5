# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Le plus court chemin»: what it asks, each of its actions and why it is there (contract R4)."""

from collections.abc import Mapping

from autodiag.model.questionnaire import PROFILES
from autodiag.model.roadmap import Roadmap
from autodiag.report.context import Context
from autodiag.report.flow import columns
from autodiag.report.horizon import half_days
from autodiag.report.markup import bold, join
from autodiag.report.sheets import numbers_of
from autodiag.report.story import DISC
from autodiag.roadmap.path_reasons import PathReason
from autodiag.text.numbers import count, day_range, days, euro_range, listing, months
from autodiag.text.typography import NARROW, NO_BREAK

Reasons = tuple[PathReason, ...]


def print_shortest(context: Context, roadmap: Roadmap) -> None:
    """How long the path is, then its actions."""
    story, words, path = context.story, context.words, roadmap.shortest
    story.heading(2, words.raw("titres.plus_court_chemin"))
    if path.target is None:
        low = context.content.result.profile.low
        top = low is not None and low == PROFILES[-1]
        story.text(words("chemin.au_sommet" if top else "chemin.sans_profil"), "Entry")
        return
    portraits = context.content.knowledge.portraits.items()
    names: dict[str, str] = {p: context.quoted(portrait.kind_label) for p, portrait in portraits}
    target = names.get(path.target, path.target)
    if not path.possible:
        story.text(words("chemin.impossible", etape=target), "Entry")
        return
    if not path.actions:
        story.text(words("chemin.deja_fait", etape=target), "Entry")
        return
    said: list[str] = [
        words(
            "chemin.possible",
            etape=target,
            actions=count(len(path.actions), "action"),
            jours=day_range(*half_days(path.days)),
            euros=euro_range(path.euros.low, path.euros.high),
        )
    ]
    said.append(_how_long(context, roadmap))
    said.append(words("chemin.calcul"))
    story.text(join(said), "Entry")
    _actions(context, roadmap)
    _left(context, roadmap)


def _how_long(context: Context, roadmap: Roadmap) -> str:
    """The months at today’s capacity, or why there is no telling."""
    path, pace = roadmap.shortest, roadmap.capacity.days_per_month
    if path.months is None:
        return context.words("chemin.jamais" if pace else "chemin.sans_jours")
    return context.words("chemin.duree", mois=months(path.months), rythme=days(pace))


def _actions(context: Context, roadmap: Roadmap) -> None:
    """Each under its number in the plan, or a dash, with why it is on the path."""
    story, execution = context.story, context.content.execution
    known: Mapping[str, Reasons] = execution.reasons if execution else {}
    numbers = numbers_of(context)
    ordered = [*known, *(one for one in roadmap.shortest.actions if one not in known)]
    with columns(story, 2), story.inside("L", DISC):
        for action_id in ordered:
            action = context.action(action_id)
            if action is None:
                continue
            number = numbers.get(action_id)
            title = bold(f"{number}. {action.title}" if number else action.title)
            why = _why(context, known.get(action_id, ()), numbers)
            with story.together():
                story.items([join([title, why], NO_BREAK + "– ") if why else title], "Step")


def _why(context: Context, reasons: Reasons, numbers: dict[str, int]) -> str:
    """«fait passer 1.2 du niveau 1 au niveau 3 ; elle doit venir avant 4»."""
    words, said = context.words, list[str]()
    for one in reasons:
        if not one.waiting:
            key = "ensemble" if one.together else "monte"
            values = {
                "question": context.number(one.question),
                "avant": str(one.before),
                "apres": str(one.after),
                "actions": listing([_named(context, other, numbers) for other in one.together]),
            }
            if one.before is None:
                said.append(words(f"chemin_pourquoi.{key}_inconnue", **values))
            else:
                said.append(words(f"chemin_pourquoi.{key}", **values))
    if waiting := [_named(context, one.waiting, numbers) for one in reasons if one.waiting]:
        said.append(words("chemin_pourquoi.attend", actions=listing(waiting)))
    return join(said, f"{NARROW}; ") + "." if said else ""


def _named(context: Context, action_id: str, numbers: dict[str, int]) -> str:
    """«la 4», or its title where the plan does not hold it."""
    if number := numbers.get(action_id):
        return f"l’action{NO_BREAK}{number}"
    action = context.action(action_id)
    return context.quoted(action.title) if action else action_id


def _left(context: Context, roadmap: Roadmap) -> None:
    """What the path does not settle, and whether it is proven."""
    story, words, path = context.story, context.words, roadmap.shortest
    known = context.content.knowledge.obligations
    if left := [known[o].title for o in path.obligations_left if o in known]:
        story.text(words("chemin.obligations", titres=listing(left)), "Note")
    if not path.proven:
        story.text(words("chemin.non_prouve"), "Note")
