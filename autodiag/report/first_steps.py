# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The first three steps of the plan, as cards: what, why, whether it is due, who, by when."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false

from collections.abc import Sequence
from typing import Any

from autodiag.charts.marks import theme_picture
from autodiag.model.roadmap import HORIZONS, Horizon, Obligation, PlannedAction, Roadmap
from autodiag.report.context import Context
from autodiag.report.horizon import short_who
from autodiag.report.panels import Badge, Cards
from autodiag.report.story import DECIMAL
from autodiag.roadmap.calendar import first_month, months_of
from autodiag.roadmap.quarter_words import quarter_name
from autodiag.text.numbers import day_from_iso, listing

_MOST = 3
Step = tuple[Horizon, PlannedAction]


def first_steps(context: Context, roadmap: Roadmap) -> list[Step]:
    """The first three of the plan. Asking is no step; and «Refaire chaque année l’autodiagnostic»,
    which looks at the road rather than takes it, comes after everything else: it is among the three
    only where there are not three others. Which actions these are is data (`en_dernier`)."""
    last = context.words.raw("synthese.en_dernier").split()
    steps = [(h, one) for h in roadmap.horizons for one in h.actions if one.kind != "enquiry"]
    return sorted(steps, key=lambda step: step[1].id in last)[:_MOST]


def print_steps(context: Context, steps: Sequence[Step], *, said: int, large: bool) -> None:
    """Side by side. `said`: 2 why and which obligation, 1 why alone, 0 neither; `large`: to be read
    from a step away, with who does it."""
    story = context.story
    cards: list[list[Any]] = []
    with story.inside("L", DECIMAL):
        for i, step in enumerate(steps, 1):
            with story.apart() as card, story.inside("LI"):
                _card(context, i, step, said=said, large=large)
            cards.append(card)
    story.flow.append(Cards(cards, (context.look.line, ""), pinned=True))


def _card(context: Context, i: int, step: Step, *, said: int, large: bool) -> None:
    """Number, theme, title; why; whether it is an obligation; who, by when."""
    story, words, (_, planned) = context.story, context.words, step
    _badge(context, i, planned)
    with story.inside("LBody"):
        story.text(context.clipped(planned.title, 110), "PinStep" if large else "CardTitle")
        action = context.action(planned.id)
        if said and action is not None:
            story.text(context.clipped(action.why, 180), "Card")
        if why := _obligations(context, planned.obligations):
            titles = listing([context.clipped(one.title, 70) for one in why])
            story.tag(words("synthese.obligation"), "warn", context.look.warn)
            if said == 2:
                story.text(titles, "RowNote")
        who = context.clipped(short_who(context, planned.id), 60)
        if large and who:
            story.text(words("synthese.qui", qui=who), "Box")
        story.text(_by(context, step), "PinWhen" if large else "When")


def _badge(context: Context, i: int, planned: PlannedAction) -> None:
    story, look = context.story, context.look
    with story.apart() as number, story.inside("Lbl"):
        story.text(str(i), "Digit")
    with story.apart() as mark:
        numbers = {row.theme: row.mark(0) for row in context.rows()}
        if planned.theme in numbers:
            story.decoration(theme_picture(look, numbers[planned.theme], 18))
    colors = (look.primary, look.on_primary)
    story.flow.append(Badge(number[0], colors, mark[0] if mark else None))


def _by(context: Context, step: Step) -> str:
    """«Pour le 2e trimestre 2027»; for everyone, «D’ici mai 2027»: the end of the period."""
    words, execution, (horizon, planned) = context.words, context.content.execution, step
    if execution and (slot := execution.schedule.slots.get(planned.id)):
        return words("synthese.pour_le", trimestre=quarter_name(slot.quarter))
    months = months_of(first_month(context.content.snapshot), HORIZONS.index(horizon.id))
    return words("synthese.dici", mois=day_from_iso(f"{months[-1]:%Y-%m}"))


def _obligations(context: Context, ids: tuple[str, ...]) -> list[Obligation]:
    known = context.content.knowledge.obligations
    return [known[i] for i in ids if i in known]
