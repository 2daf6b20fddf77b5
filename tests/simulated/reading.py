# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A plan as a mediator reads it, in French: who it is for, then each action in its quarter."""

from collections.abc import Iterator, Sequence

from autodiag.model.roadmap import Horizon, PlannedAction
from autodiag.roadmap.quarter_words import month_name, quarter_name
from autodiag.roadmap.schedule import Schedule, schedule
from autodiag.text.numbers import day_range, decimal, euro_range, integer
from autodiag.text.numbers import score as short_score
from tests.simulated.measures import Planned, Row, measure

OBLIGATION_HEAVY = (500, 750)
"""Between these sizes, the plan that is read is that of most obligations."""


def nearest(plans: Sequence[Planned], population: int) -> Planned:
    """The plan of the commune of about that size; the one with most obligations around 600."""

    def far(planned: Planned) -> tuple[int, int]:
        size = planned.situation.authority.population or 0
        low, high = OBLIGATION_HEAVY
        alike = low <= population <= high and low <= size <= high
        return (-len(planned.situation.unmet), 0) if alike else (1, abs(size - population))

    return min(plans, key=far)


def read_plan(planned: Planned) -> str:
    """The whole plan, a line for each action."""
    months = schedule(planned.commune, planned.roadmap, planned.situation.catalogue)
    lines = [*_today(planned, measure(planned))]
    for horizon in planned.roadmap.horizons:
        lines += [*_period(planned, horizon, months), ""]
    return "\n".join((*lines, *_left(planned)))


def _today(planned: Planned, row: Row) -> Iterator[str]:
    yield (
        f"## {integer(row.population)} habitants, {decimal(row.days_per_month)} jour(s) par mois, "
        f"{integer(row.euros_available / 3)} € par an"
    )
    yield "Faits : " + ", ".join(
        f"{name} {'oui' if true else 'non'}" for name, true in planned.commune.facts.items()
    )
    traces = planned.situation.traces.values()
    yield "Réponses : " + ", ".join(
        f"{t.question} {t.low if t.state == 'niveau' else t.state}" for t in traces
    )
    yield "Non remplies : " + ", ".join(o.obligation.id for o in planned.situation.unmet)
    yield (
        f"Socle {row.socle}, obligations {row.unmet} dont prévues {row.cleared}, "
        f"score {' → '.join(short_score(s) for s in row.prudent)}, {' → '.join(row.profile)}"
    )
    yield ""


def _period(planned: Planned, horizon: Horizon, months: Schedule) -> Iterator[str]:
    yield (
        f"### {horizon.id} mois : {decimal(horizon.days.high)} jours sur "
        f"{decimal(horizon.days_available)} (dont {decimal(horizon.repeated_days.high)} répétés), "
        f"{euro_range(horizon.euros.low, horizon.euros.high)} sur "
        f"{integer(horizon.euros_available)}"
    )
    here = {action.id: action for action in horizon.actions}
    for quarter in months.quarters:
        due = [here[slot.action] for slot in months.due_in(quarter) if slot.action in here]
        if due:
            yield f"{quarter_name(quarter)}"
        yield from (f"- {_action(planned, action, months)}" for action in due)


def _action(planned: Planned, action: PlannedAction, months: Schedule) -> str:
    known = planned.situation.catalogue.actions.get(action.id)
    slot = months.slots[action.id]
    again = " chaque année" if known and known.recurrent else ""
    why = [_reason(planned, reason) for reason in action.reasons]
    why += [f"obligation {name}" for name in action.obligations]
    effort = day_range(action.effort.low, action.effort.high)
    later = euro_range(action.later_cost.low, action.later_cost.high)
    return (
        f"{action.title} [{action.id}] — {effort}{again}, "
        f"{euro_range(action.cost.low, action.cost.high)} puis {later}, "
        f"{month_name(slot.first)} → {month_name(slot.last)}"
        f"{' (si confirmé)' if action.to_confirm else ''} — {' ; '.join(why)}"
    )


def _reason(planned: Planned, reason: str) -> str:
    kind, _, what = reason.partition(":")
    if kind == "question":
        question, _, level = what.partition(":")
        return f"{question} {planned.situation.level(question)}→{level}"
    return f"pour {what}"


def _left(planned: Planned) -> Iterator[str]:
    useless = ("niveau_deja_atteint", "sans_objet", "non_utile", "niveau_atteint")
    yield "Laissées de côté : " + ", ".join(
        f"{one.action} ({one.code})" for one in planned.roadmap.left_out if one.code not in useless
    )
