# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The plan by quarter: what is due in each, the closed months, when aid is asked for, and what the
work goes on asking each year. For the internal edition alone."""

from datetime import date

from autodiag.charts.quarters import Column, quarter_map
from autodiag.model.calendar import Closure
from autodiag.model.roadmap import Span
from autodiag.report.content import Execution
from autodiag.report.context import Context
from autodiag.report.horizon import placed
from autodiag.report.markup import Markup, join
from autodiag.report.sheets import numbers_of
from autodiag.report.styles import WIDTH
from autodiag.roadmap.calendar import MONTHS, Quarter, closed_by, months_between, shifted
from autodiag.roadmap.quarter_words import quarter_months, quarter_name, window_said
from autodiag.text.numbers import MONTHS as MONTH_NAMES
from autodiag.text.numbers import between_months, day_from_iso, day_range, euro_range, listing
from autodiag.text.typography import NARROW, NO_BREAK, plain

_NO_NUMBER = "•"
_LONGEST_NAME = 42


def print_quarters(context: Context, execution: Execution) -> None:
    """The picture, its legend, then closures and aid in words."""
    story, words = context.story, context.words
    with story.together():
        story.heading(2, words.raw("calendrier.titre"))
        _picture(context, execution)
        story.text(join(_legend(context, execution)), "Note")
    calendar = context.content.snapshot.calendar
    lines = [_closure(context, one) for one in calendar.closures]
    for window in calendar.windows:
        key = "calendrier.fenetre_note" if window.note else "calendrier.fenetre"
        lines.append(words(key, texte=window_said(window), note=plain(window.note, 300)))
    if lines:
        story.items(lines, "Step")
        story.space(6)


def _legend(context: Context, execution: Execution) -> list[Markup]:
    """What its signs mean: of those alone that are in it."""
    words, calendar = context.words, context.content.snapshot.calendar
    said = [words("calendrier.legende")]
    signs = [_signs(context, execution, quarter) for quarter in execution.schedule.quarters]
    if any(_NO_NUMBER in some for some in signs):
        said.append(words("calendrier.sans_numero"))
    if calendar.closures:
        said.append(words("calendrier.hachures"))
    if calendar.windows:
        said.append(words("calendrier.barres"))
    return said


def _picture(context: Context, execution: Execution) -> None:
    start, calendar = execution.schedule.start, context.content.snapshot.calendar
    months = [shifted(start, month) for month in range(MONTHS)]
    closed = [i for i, month in enumerate(months) if closed_by(calendar, month)]
    windows: list[tuple[int, int, str]] = []
    for one in calendar.windows:
        first = months_between(start, date.fromisoformat(one.opens))
        last = months_between(start, date.fromisoformat(one.closes)) + 1
        if first < MONTHS and last > 0:
            name = context.clipped(one.title, _LONGEST_NAME)
            windows.append((max(first, 0), min(last, MONTHS), name))
    columns = [_column(context, execution, quarter) for quarter in execution.schedule.quarters]
    chart = quarter_map(context.look, columns, closed, windows, WIDTH)
    context.story.figure(chart, _spoken(context, execution))


def _signs(context: Context, execution: Execution, quarter: Quarter) -> list[str]:
    """The numbers of what is due, in their order; a dot for what has none."""
    numbers, asked = numbers_of(context), _asked(context)
    due = [slot.action for slot in execution.schedule.due_in(quarter) if slot.action not in asked]
    known = sorted(numbers[action] for action in due if action in numbers)
    return [str(number) for number in known] + [_NO_NUMBER] * (len(due) - len(known))


def _asked(context: Context) -> set[str]:
    """«Se renseigner»: half an hour each, which no quarter is needed for."""
    roadmap = context.content.roadmap
    horizons = roadmap.horizons if roadmap else ()
    return {one.id for horizon in horizons for one in horizon.actions if one.kind == "enquiry"}


def _column(context: Context, execution: Execution, quarter: Quarter) -> Column:
    start = execution.schedule.start
    months = quarter_months(quarter, start)
    first = months_between(start, months[0])
    begins = quarter.number == 1 or first == 0
    year = str(quarter.year) if begins else ""
    signs = tuple(_signs(context, execution, quarter))
    return Column(first, first + len(months), f"T{quarter.number}", year, signs)


def _spoken(context: Context, execution: Execution) -> str:
    """What the picture shows, quarter by quarter."""
    raw, said = context.words.raw, list[str]()
    for quarter in execution.schedule.quarters:
        if signs := _signs(context, execution, quarter):
            known = [sign for sign in signs if sign != _NO_NUMBER]
            if others := len(signs) - len(known):
                known.append(raw("calendrier.sans_numero_dit").format(nombre=others))
            text = raw("calendrier.trimestre_dit")
            said.append(text.format(trimestre=quarter_name(quarter), actions=listing(known)))
    return raw("calendrier.dessin").format(trimestres=f"{NARROW}; ".join(said))


def _closure(context: Context, one: Closure) -> str:
    """«Été, en août, chaque année.»"""
    words, (first, last) = context.words, (one.first, one.last)
    if one.yearly:
        names = [MONTH_NAMES[int(month[5:]) - 1] for month in (first, last)]
        alike = first[5:] == last[5:]
    else:
        names, alike = [day_from_iso(first), day_from_iso(last)], first == last
    months = words("calendrier.un_mois", mois=names[0]) if alike else between_months(*names)
    suffix = "_annuelle" if one.yearly else ""
    return words(f"calendrier.fermeture{suffix}", titre=plain(one.title), mois=months)


def print_yearly(context: Context, execution: Execution) -> None:
    """What the actions go on asking once they are done, together then by action."""
    story, words = context.story, context.words
    story.heading(2, words.raw("chaque_annee.titre"))
    if not execution.yearly:
        roadmap = context.content.roadmap
        planned = roadmap is not None and any(placed(one) for one in roadmap.horizons)
        story.text(words("chaque_annee.rien" if planned else "chaque_annee.sans_action"))
        return
    days, euros = (
        Span(sum(s.low for s in spans), sum(s.high for s in spans))
        for spans in ([o.days for o in execution.yearly], [o.euros for o in execution.yearly])
    )
    said = {"jours": day_range(days.low, days.high), "euros": euro_range(euros.low, euros.high)}
    story.text(words("chaque_annee.total", **said))
    for key in ("jours", "euros"):
        if parts := _each(context, execution, key):
            story.text(words(f"chaque_annee.{key}", actions=listing(parts)), "Note")


def _each(context: Context, execution: Execution, key: str) -> list[str]:
    """«n° 4 (1 jour)» for each action that goes on asking that; those in place by their title."""
    numbers, parts = numbers_of(context), list[str]()
    for one in execution.yearly:
        span, many = (one.days, day_range) if key == "jours" else (one.euros, euro_range)
        said, action = many(span.low, span.high), context.action(one.action)
        if span.high and one.action in numbers:
            number = f"n°{NO_BREAK}{numbers[one.action]}"
            parts.append(context.words("chaque_annee.action", numero=number, combien=said))
        elif span.high and action is not None:  # no row of the plan says its name
            titled = {"titre": context.quoted(action.title), "combien": said}
            parts.append(context.words("chaque_annee.en_place", **titled))
    return parts
