# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One period of the plan in words: how full it is, and what is said of each of its actions."""

from math import ceil, floor

from autodiag.model.roadmap import Horizon, PlannedAction, Roadmap, Span
from autodiag.report.context import Context
from autodiag.roadmap.planned_words import first_cost_said, time_said
from autodiag.text.numbers import count, euro_range, listing, short_day_range
from autodiag.text.typography import capitalised

_DUST = 1e-9
"""What adding up fractions of days may leave."""


def plan_size(context: Context, roadmap: Roadmap) -> str:
    """«27 actions et 4 réponses à préciser»: asking is no action."""
    kinds = [planned.kind for horizon in roadmap.horizons for planned in horizon.actions]
    enquiries = kinds.count("enquiry")
    parts: list[str] = []
    if actions := len(kinds) - enquiries:
        parts.append(count(actions, "action"))
    if enquiries:
        one = context.words.raw("feuille_de_route.point")
        parts.append(count(enquiries, one, context.words.raw("feuille_de_route.points")))
    return listing(parts)


def plan_euros(roadmap: Roadmap) -> Span:
    """What the periods cost together, as the plan counts (contract R3)."""
    low = sum(horizon.euros.low for horizon in roadmap.horizons)
    return Span(low, sum(horizon.euros.high for horizon in roadmap.horizons))


def reserved_said(context: Context) -> str:
    """One sentence for all the measures that this edition keeps back, whether there are any or
    not; nothing where it keeps none."""
    return context.words("diffusion.mesures") if context.kept_back.themes else ""


def half_days(span: Span) -> tuple[float, float]:
    """Totals of estimates, in half days: the low one rounded down, the high one up, so that what is
    too much still reads so."""
    return floor(span.low * 2 + _DUST) / 2, ceil(span.high * 2 - _DUST) / 2


def placed(horizon: Horizon) -> list[PlannedAction]:
    """Everything of a period but what is only asked."""
    return [planned for planned in horizon.actions if planned.kind != "enquiry"]


def short_who(context: Context, action_id: str) -> str:
    """Who does it, without the articles that a sentence needs."""
    who = context.who(action_id)
    return capitalised(who.removeprefix(context.words.raw("feuille_de_route.articles")))


def state_key(horizon: Horizon) -> str:
    """In one word, how the period stands beside its capacity; asking is never too much."""
    if horizon.over:
        return "passee"
    if horizon.over_capacity:
        return "aise_demander" if horizon.over_by_asking else "trop"
    if not horizon.days_available:
        return "sans"
    return "serre" if horizon.tight else "aise"


def measure_key(horizon: Horizon) -> str:
    """The sentence that goes with the word."""
    if horizon.over_capacity:
        if horizon.over_by_asking:
            return "renseigner_d_abord"
        both = horizon.over_days and horizon.over_euros
        return "trop" if both else "trop_temps" if horizon.over_days else "trop_argent"
    return "" if horizon.days_available or horizon.over else "sans_temps"


def meta_line(context: Context, planned: PlannedAction) -> str:
    """«Secrétaire de mairie · 1 à 3 j · 200 à 1 000 €, puis 100 à 800 € par an»."""
    effort = time_said(planned, short_day_range)
    parts = [short_who(context, planned.id), effort, _cost(context, planned)]
    return " · ".join(part for part in parts if part)


def _cost(context: Context, planned: PlannedAction) -> str:
    """What it costs in its period, then every year where it goes on costing."""
    first = first_cost_said(planned)
    action = context.action(planned.id)
    if action is None or not action.yearly_cost.high:
        return first
    yearly = euro_range(action.yearly_cost.low, action.yearly_cost.high)
    return f"{first}, {context.words('feuille_de_route.puis_par_an', annuel=yearly)}"


def remarks(context: Context, planned: PlannedAction) -> list[str]:
    """What the council must know of it beside its cost."""
    words, said = context.words, list[str]()
    if planned.kind != "action":
        said.append(words.raw(f"genres.{planned.kind}"))
    if planned.to_confirm:
        said.append(words.raw("feuille_de_route.a_confirmer"))
    if planned.retained:
        said.append(words.raw("feuille_de_route.retenue"))
    if planned.wish_missed:
        said.append(words.raw("feuille_de_route.souhait_non_tenu"))
    if before := [a.title for i in planned.missing if (a := context.action(i))]:
        said.append(words("feuille_de_route.sans_prealable", titres=listing(before)))
    return said
