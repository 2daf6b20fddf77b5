# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The French names of months and quarters of a roadmap, and what is written at their head: the
months that are closed, the aid that is asked for then. Places no action."""

from collections.abc import Sequence
from datetime import date

from autodiag.model.calendar import AidWindow, Calendar
from autodiag.roadmap.calendar import MONTHS, Quarter, closed_by, months_between, shifted
from autodiag.text.numbers import between_months, day, day_from_iso, listing
from autodiag.text.typography import NO_BREAK, plain


def quarter_name(quarter: Quarter) -> str:
    """«1er trimestre 2027»."""
    rank = "1er" if quarter.number == 1 else f"{quarter.number}e"
    return f"{rank}{NO_BREAK}trimestre {quarter.year}"


def month_name(month: date) -> str:
    """«mars 2027»."""
    return day_from_iso(f"{month:%Y-%m}")


def bare_month(month: date) -> str:
    """«mars»."""
    return month_name(month).rsplit(" ", 1)[0]


def quarter_months(quarter: Quarter, start: date) -> tuple[date, ...]:
    """The months of a quarter that are in the three years from `start`, as first days."""
    every = (shifted(quarter.first, n) for n in range(3))
    return tuple(month for month in every if 0 <= months_between(start, month) < MONTHS)


def months_said(months: Sequence[date]) -> str:
    """«janvier à mars», «décembre»; nothing for no month. Without their year."""
    if not months:
        return ""
    first, last = bare_month(months[0]), bare_month(months[-1])
    return first if len(months) == 1 else f"{first} à {last}"


def span_said(first: date, last: date) -> str:
    """«de janvier à mars 2027», «de décembre 2026 à mars 2027», «en mars 2027»."""
    if first == last:
        return f"en {month_name(last)}"
    begins = bare_month(first) if first.year == last.year else month_name(first)
    return between_months(begins, month_name(last))


def closures_said(calendar: Calendar, months: Sequence[date]) -> tuple[str, ...]:
    """«Fermé en juillet et août\u00a0: Été» for each closure of these months, in their order."""
    found: dict[str, list[str]] = {}
    for month in months:
        for one in closed_by(calendar, month):
            found.setdefault(plain(one.title), []).append(bare_month(month))
    return tuple(f"Fermé en {listing(names)}{NO_BREAK}: {title}" for title, names in found.items())


def windows_in(calendar: Calendar, months: Sequence[date]) -> tuple[AidWindow, ...]:
    """The aid that can be asked for in one of these months at least."""
    if not months:
        return ()
    first, after = months[0].isoformat(), shifted(months[-1], 1).isoformat()
    return tuple(one for one in calendar.windows if one.opens < after and one.closes >= first)


def is_over(window: AidWindow, today: date) -> bool:
    """Whether the aid can no longer be asked for."""
    return window.closes < today.isoformat()


def window_said(window: AidWindow, today: date = date.min) -> str:
    """«Dotation\u00a0: à demander du 1er janvier 2027 au 15 mars 2027», and that it is over once it
    is."""
    opens, closes = (date.fromisoformat(text) for text in (window.opens, window.closes))
    when = f"le {day(opens)}" if opens == closes else f"du {day(opens)} au {day(closes)}"
    if is_over(window, today):
        return f"{plain(window.title)}{NO_BREAK}: demande terminée, c’était {when}"
    return f"{plain(window.title)}{NO_BREAK}: à demander {when}"
