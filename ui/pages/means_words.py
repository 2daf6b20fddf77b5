# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the means and the dates of a roadmap are called, and what is read of what is typed. Shows
nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import AidWindow, Calendar, Closure
from autodiag.model.roadmap import HORIZON_MONTHS, HORIZONS
from autodiag.roadmap.calendar import MONTHS, closed_by, shifted
from autodiag.roadmap.capacity import (
    DAYS_PER_MONTH,
    EUROS_PER_INHABITANT,
    LEAST_EUROS,
    WHOLE,
    default_capacity,
)
from autodiag.roadmap.quarter_words import is_over
from autodiag.roadmap.situation import Situation
from autodiag.text.numbers import MONTHS as NAMES
from autodiag.text.numbers import between_months, count, days, decimal, euros, integer
from ui.widgets.own_action_form import MOST_DAYS, MOST_EUROS

NO_MONTH = "Un mois comme 07/2027."
NO_DAYS = f"Un nombre de jours par mois, de 0 à {integer(MOST_DAYS)}. Par exemple 1,5."
NO_EUROS = f"Un montant par an, de 0 à {euros(MOST_EUROS)}. Par exemple 2\u202f400."
FIRST_YEAR, LAST_YEAR = 2000, 2199
"""Of what is typed: beyond, it is a slip of the finger."""
KINDS = {"commune": "Commune", "epci": "Intercommunalité"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A closure ready to be added: months of any year, the same each year."""

    title: str
    first: int
    last: int

    @property
    def text(self) -> str:
        """What its button says."""
        return f"{self.title}\u00a0: {_months(self.first, self.last)}, chaque année"

    def closure(self, key: str, start: date) -> Closure:
        """The closure under that id, from the first time that these months come."""
        year = start.year if self.first >= start.month else start.year + 1
        return Closure(key, self.title, f"{year}-{self.first:02}", f"{year}-{self.last:02}", True)

    def is_in(self, closures: Iterable[Closure]) -> bool:
        """Whether one of these says the same already."""
        wanted = (self.first, self.last)
        return any(
            one.yearly and (int(one.first[5:]), int(one.last[5:])) == wanted for one in closures
        )


SUMMER = Proposal("Été", 7, 8)
BUDGET = Proposal("Vote du budget", 3, 4)
PROPOSALS = (SUMMER, BUDGET)
"""Their months are proposals too: each can be changed once added."""
ELECTIONS = "Élections"
"""Its months are typed: which ones depends on the elections, and nothing here knows their dates."""


def read_month(text: str) -> str | None:
    """07/2027, 7-2027 or «juillet 2027» as «2027-07»; None where it is not a month."""
    typed = " ".join(text.lower().split())
    match = re.fullmatch(r"(\d{1,2}) ?[/.-] ?(\d{4})", typed)
    if match is not None:
        month, year = int(match[1]), int(match[2])
    else:
        name, _, last = typed.rpartition(" ")
        if name not in NAMES or not re.fullmatch(r"\d{4}", last):
            return None
        month, year = NAMES.index(name) + 1, int(last)
    if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return f"{year}-{month:02}"


def write_month(month: str) -> str:
    """«2027-07» as it is typed: 07/2027."""
    return f"{month[5:]}/{month[:4]}"


def beside(month: str) -> tuple[str | None, str | None]:
    """The months before and after."""
    day = date.fromisoformat(f"{month}-01")
    around = shifted(day, -1), shifted(day, 1)
    before, after = (f"{one:%Y-%m}" if _may_be(one) else None for one in around)
    return before, after


def _may_be(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def month_said(day: date) -> str:
    """«juillet 2027»."""
    return f"{NAMES[day.month - 1]}\u00a0{day.year}"


def closure_said(one: Closure) -> str:
    """«juillet et août, chaque année», «de mars à juin 2027»."""
    first, last = (date.fromisoformat(f"{month}-01") for month in (one.first, one.last))
    if one.yearly:
        return f"{_months(first.month, last.month)}, chaque année"
    if one.first == one.last:
        return month_said(first)
    if first.year == last.year:
        return f"{_months(first.month, last.month)}\u00a0{last.year}"
    return between_months(month_said(first), month_said(last))


def _months(first: int, last: int) -> str:
    """«juillet», «juillet et août», «de novembre à février»."""
    if first == last:
        return NAMES[first - 1]
    if (first % 12) + 1 == last:
        return f"{NAMES[first - 1]} et {NAMES[last - 1]}"
    return between_months(NAMES[first - 1], NAMES[last - 1])


def window_said(one: AidWindow, today: date) -> str:
    """«Demande du 15/01/2027 au 31/03/2027», and that it is over once it is."""
    opens, closes = (write_day(day) for day in (one.opens, one.closes))
    when = f"le {opens}" if opens == closes else f"du {opens} au {closes}"
    return f"Demande terminée\u00a0: c’était {when}" if is_over(one, today) else f"Demande {when}"


def write_day(day: str) -> str:
    """An ISO day as it is typed."""
    return f"{date.fromisoformat(day):%d/%m/%Y}"


def closed_months(calendar: Calendar, start: date) -> tuple[bool, ...]:
    """For each of the three years' months, whether nobody can work in it."""
    return tuple(bool(closed_by(calendar, shifted(start, month))) for month in range(MONTHS))


def closes_said(one: Closure, start: date) -> str:
    """How many of the three years' months a closure takes."""
    taken = sum(closed_months(Calendar(closures=(one,)), start))
    if not taken:
        return "aucun mois de cette feuille de route"
    return f"{taken}\u00a0mois sur {MONTHS}"


def work_said(situation: Situation) -> str:
    """«30 mois de travail sur 36 : 60 jours au lieu de 72.»"""
    opened, per_month = sum(situation.months), situation.capacity.days_per_month
    whole = sum(WHOLE)
    if not opened:
        return f"Aucun mois de travail sur {whole}\u00a0: il n’y a pas un jour à placer."
    if not per_month:
        return f"{opened} mois de travail, mais aucun jour par mois\u00a0: rien ne peut être placé."
    if opened == whole:
        return f"{whole} mois de travail\u00a0: {days(per_month * whole)}."
    there, most = days(per_month * opened), decimal(per_month * whole)
    return f"{opened} mois de travail sur {whole}\u00a0: {there} au lieu de {most}."


def periods_said(situation: Situation) -> tuple[str, ...]:
    """For each period, its open months and their days."""
    per_month = situation.capacity.days_per_month
    return tuple(
        f"{count(opened, 'mois', 'mois')} sur {HORIZON_MONTHS[period]}, {days(per_month * opened)}"
        for period, opened in zip(HORIZONS, situation.months, strict=True)
    )


def days_reason(authority: LocalAuthority) -> str:
    """Where the hypothesis of days comes from (contract R8)."""
    people = authority.population
    amount = f"{days(default_capacity(people).days_per_month)} par mois, agents et élus ensemble"
    if people is None:
        return f"Nombre d’habitants inconnu\u00a0: {amount}, la plus petite."
    below = next((limit for limit, _ in DAYS_PER_MONTH if people < limit), None)
    last = DAYS_PER_MONTH[-1][0]
    size = f"moins de {integer(below)}" if below else f"{integer(last)}"
    more = "" if below else " ou plus"
    kind = KINDS.get(authority.kind, "Collectivité")
    return f"{kind} de {size} habitants{more}\u00a0: {amount}."


def euros_reason(authority: LocalAuthority) -> str:
    """Where the hypothesis of money comes from (contract R8)."""
    people = authority.population
    amount, least = euros(default_capacity(people).euros_per_year), euros(LEAST_EUROS)
    if people is None:
        return f"Nombre d’habitants inconnu\u00a0: {amount} par an, la plus petite."
    each = f"{euros(EUROS_PER_INHABITANT)} par habitant et par an"
    if EUROS_PER_INHABITANT * people < LEAST_EUROS:
        return f"{each}, mais au moins {least}\u00a0: {amount}."
    people_said = count(people, "habitant")
    return f"{each} pour {people_said}, arrondis\u00a0: {amount}."


def free_key(lead: str, taken: Iterable[str]) -> str:
    """The first free id that begins so."""
    used = set(taken)
    return next(
        f"{lead}-{number}" for number in range(1, len(used) + 2) if f"{lead}-{number}" not in used
    )
