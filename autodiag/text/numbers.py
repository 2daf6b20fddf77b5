# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Numbers, money, days and dates as French text, the same on screen, in charts and on paper.

Knows nothing of locales: the result never depends on the machine.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from autodiag.text.spaces import NARROW, NO_BREAK

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
SHORT_MONTHS = (
    "janv.",
    "févr.",
    "mars",
    "avril",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)

Thresholds = Iterable[Fraction]


def integer(value: float) -> str:
    """A whole number, thousands set apart: 1 284. Rounds to the nearest."""
    return f"{round(value):,}".replace(",", NARROW).replace("-", "−")


def decimal(value: float, places: int = 1) -> str:
    """A number with at most `places` decimals, French comma, no useless zero: 0,5 and 3."""
    text = f"{value:,.{places}f}".replace(",", NARROW).replace(".", ",").replace("-", "−")
    return text.rstrip("0").rstrip(",") if "," in text else text


def _fixed(scaled: int, places: int) -> str:
    whole, part = divmod(scaled, 10**places)
    return f"{whole},{part:0{places}d}"


def score(value: Fraction, thresholds: Thresholds = ()) -> str:
    """A score rounded down to one decimal, or to as many (at most 3) as it takes to stand on the
    right side of every threshold; a threshold not reached is never shown (contract S9)."""
    limits = tuple(thresholds)
    for places in (1, 2, 3):
        scaled = floor(value * 10**places)
        shown = Fraction(scaled, 10**places)
        if all((shown >= limit) == (value >= limit) for limit in limits):
            return _fixed(scaled, places)
    return _fixed(floor(value * 1000), 3)


def shortfall(distance: Fraction) -> str:
    """What is missing to a threshold, in tenths: «0,4», «moins de 0,3». A score is shown rounded
    down, so this is rounded up: the threshold less the score shown (contract S9)."""
    tenths = ceil(distance * 10)
    return f"{'' if tenths == distance * 10 else f'moins de{NO_BREAK}'}{_fixed(tenths, 1)}"


def quotient(value: Fraction) -> str:
    """What a calculator shows of a division, cut after three decimals: «2», «2,5», «1,857…»."""
    thousandths = floor(value * 1000)
    text = _fixed(thousandths, 3)
    exact = thousandths == value * 1000
    return text.rstrip("0").rstrip(",") if exact else f"{text}…"


def score_range(low: Fraction, high: Fraction, thresholds: Thresholds = ()) -> str:
    """«entre 1,6 et 1,8 sur 4», or «1,7 sur 4» where both bounds show alike (contract S9)."""
    limits = tuple(thresholds)
    first, last = score(low, limits), score(high, limits)
    if first == last:
        return f"{first} sur{NO_BREAK}4"
    return f"entre {first} et {last} sur{NO_BREAK}4"


def short_score_range(low: Fraction, high: Fraction, thresholds: Thresholds = ()) -> str:
    """«1,9 – 2,4» for charts and tables, or one number where both bounds show alike."""
    limits = tuple(thresholds)
    first, last = score(low, limits), score(high, limits)
    return first if first == last else f"{first}{NO_BREAK}–{NO_BREAK}{last}"


def percent(value: float) -> str:
    """«22 %», «22,5 %», «1,87 %»."""
    return f"{decimal(value, 2)}{NO_BREAK}%"


def euros(value: float) -> str:
    """«1 284 €», rounded to the euro."""
    return f"{integer(value)}{NO_BREAK}€"


def euro_range(low: float, high: float) -> str:
    """«0 € », «350 €» or «100 à 300 €»."""
    if round(low) == round(high):
        return euros(high)
    return f"{integer(low)} à {euros(high)}"


def plural(value: float) -> str:
    """The «s» of what is counted, chosen on the number that `decimal` shows: «1,9 jour», «2 jours»
    for 1.96. In French the plural begins at 2."""
    return "s" if round(value, 1) >= 2 else ""


def days(value: float) -> str:
    """«0,5 jour», «1 jour», «3 jours»."""
    return f"{decimal(value)}{NO_BREAK}jour{plural(value)}"


def day_range(low: float, high: float) -> str:
    """«1 à 3 jours», «0,5 à 1 jour», or one number where both are alike."""
    if decimal(low) == decimal(high):
        return days(high)
    return f"{decimal(low)} à {days(high)}"


def short_day_range(low: float, high: float) -> str:
    """«1 à 3 j», for tables."""
    if decimal(low) == decimal(high):
        return f"{decimal(high)}{NO_BREAK}j"
    return f"{decimal(low)} à {decimal(high)}{NO_BREAK}j"


def count(number: int, one: str, several: str = "") -> str:
    """«1 action», «14 actions», «0 action»; `several` defaults to `one` with an s."""
    return f"{integer(number)}{NO_BREAK}{one if number < 2 else several or one + 's'}"


def day(when: date) -> str:
    """«21 novembre 2026», «1er août 2026»."""
    number = "1er" if when.day == 1 else str(when.day)
    return f"{number}{NO_BREAK}{MONTHS[when.month - 1]} {when.year}"


def day_from_iso(text: str) -> str:
    """A date written 2026-11-21, 2026-11 or 2026, in French; any other text as it is."""
    parts = text.split("-")
    try:
        if len(parts) == 3:
            return day(date.fromisoformat(text))
        if len(parts) == 2 and len(parts[0]) == 4:
            return f"{MONTHS[int(parts[1]) - 1]} {int(parts[0])}"
    except (ValueError, IndexError):
        return text
    return text


def between_months(first: str, last: str) -> str:
    """«de janvier à mars 2027», «d’avril 2027 à mars 2030», from the names of the two months."""
    return f"{'d’' if first[0] in 'ao' else 'de '}{first} à {last}"  # avril, août, octobre


def months_later(start: date, months: int) -> date:
    """The first day of the month that comes `months` after the month of `start`."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, 1)


def short_month(when: date) -> str:
    """«nov. 2026», for axes."""
    return f"{SHORT_MONTHS[when.month - 1]} {when.year}"


def months(value: float) -> str:
    """A duration rounded up to whole months: «11 mois»."""
    return f"{ceil(value)}{NO_BREAK}mois"


def listing(items: Sequence[str], last: str = "et") -> str:
    """«a», «a et b», «a, b et c»."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def in_groups(number: str) -> str:
    """«214 209 999», «214 209 999 00013»: a SIREN and a SIRET as they are written."""
    parts = (number[first:last] for first, last in pairwise((0, 3, 6, 9, 14)))
    return NO_BREAK.join(part for part in parts if part)
