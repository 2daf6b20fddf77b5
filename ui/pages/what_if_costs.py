# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words of what a trial asks, settles, and would decide. No widget, no rule."""

from typing import TYPE_CHECKING, Literal

from autodiag.model.roadmap import HORIZONS, ROUNDING, TIGHT, Span
from autodiag.roadmap.capacity import ENQUIRY_DAYS
from autodiag.scoring.said import quoted
from autodiag.text.numbers import (
    count,
    day_range,
    decimal,
    euro_range,
    euros,
    integer,
    listing,
    plural,
)
from autodiag.text.typography import NARROW, capitalised
from ui.pages.roadmap_words import PlanWords, half_hours
from ui.pages.what_if_keep import Difference
from ui.widgets.action_face import MeterFace

if TYPE_CHECKING:
    from autodiag.roadmap.live import Outlook, Trial

Standing = Literal["warn", "ok", "ink"]
SAME = "Vos coches sont celles de la feuille de route."
READING = "Ce dossier est ouvert en lecture\u00a0: vous pouvez essayer, sans rien retenir."


class CostWords:
    """How the costs of a trial are said; made again with it."""

    def __init__(self, words: PlanWords, trial: "Trial") -> None:
        self._words, self._trial = words, trial

    def meter(self, outlook: "Outlook") -> MeterFace:
        """Days and euros over three years, beside what there is."""
        there, money = self._trial.available
        days, cost = outlook.days, outlook.euros
        word, tone = _standing(days, there)
        money_word, _ = _standing(cost, money)
        beside = f"\u00a0: {money_word}" if cost.high or money else ""
        spent = euro_range(cost.low, cost.high)
        return MeterFace(
            days.low,
            days.high,
            there,
            f"{day_range(days.low, days.high)} en trois ans, pour "
            f"{decimal(there)} disponible{plural(there)}",
            word,
            tone,
            f"{spent} en trois ans, pour {euros(money)}{beside}",
            "warn" if money_word == "trop" else "ink2",
        )

    def besides(self) -> str:
        """What is counted and cannot be unticked, empty where there is nothing."""
        days, cost = self._trial.besides
        if not days.high and not cost.high:
            return ""
        parts = [_time(days)] if days.high else []
        parts += [euro_range(cost.low, cost.high)] if cost.high else []
        own = bool(self._trial.situation.own_actions)
        asked = any(trace.state == "nsp" for trace in self._words.traces)
        why = ["pour vos propres actions"] if own else []
        why += ["pour ce qui est déjà en place"] if self._in_place() else []
        why += ["pour se renseigner"] if asked or not why else []
        return f"Dont {listing(parts)} {listing(why)}."

    def _in_place(self) -> bool:
        """Whether what is done goes on asking days or euros."""
        from autodiag.roadmap.in_place import days_in_place, euros_in_place

        return any(
            spent(self._trial.situation, period).high
            for spent in (days_in_place, euros_in_place)
            for period in range(len(HORIZONS))
        )

    def duties(self, outlook: "Outlook") -> str:
        """How many obligations *non remplies* are settled."""
        total = len(outlook.cleared) + len(outlook.left)
        if not total:
            return ""
        settled = len(outlook.cleared)
        if settled == total:
            return f"{count(total, 'obligation')} à faire\u00a0: tout serait réglé."
        would = count(settled, "serait réglée", "seraient réglées")
        said = would if settled else "aucune ne serait réglée"
        return f"{count(total, 'obligation')} à faire\u00a0: {said}."

    def duties_left(self, outlook: "Outlook") -> tuple[str, str]:
        """The titles of those that would be settled, and of those that would stay due."""
        known = self._words.knowledge.obligations
        both = (outlook.cleared, outlook.left)
        settled, left = (f"{NARROW}; ".join(known[one].title for one in some) for some in both)
        return settled, left

    def waiting(self, outlook: "Outlook") -> tuple[str, str]:
        """The ticked actions that wait for one that is not: how many, and which."""
        titles = [quoted(self._words.title(one)) for one in outlook.waiting]
        if not titles:
            return "", ""
        wait = "en attend" if len(titles) == 1 else "en attendent"
        number = count(len(titles), "action cochée", "actions cochées")
        return f"{number} {wait} une autre, qui ne l’est pas.", listing(titles)

    def done(self, found: Difference) -> str:
        """What «Retenir ces actions» has just done."""
        said = _decided(found, ("action retenue", "refusée"), ("actions retenues", "refusées"))
        if not found.retained:
            said = _some(len(found.refused), "action refusée", "actions refusées")
        return f"C’est fait\u00a0: {said}."

    def difference(self, found: Difference, *, writable: bool) -> str:
        """What «Retenir ces actions» would do."""
        if not found.decisions:
            return SAME
        parts = [_some(len(found.retained), "ajoutée"), _some(len(found.refused), "retirée")]
        said = listing([part for part in parts if part])
        if not writable:
            return f"{capitalised(said)}. {READING}"
        one, several = ("sera retenue", "sera refusée"), ("seront retenues", "seront refusées")
        done = _decided(found, one, several)
        asked = f" ({integer(found.asked)} à demander à l’intercommunalité)" if found.asked else ""
        return f"Si vous retenez ces choix\u00a0: {done}{asked}, puis le plan sera refait."


def _time(spent: Span) -> str:
    """In days; in hours where it is less than one, asked half an hour at a time."""
    if spent.low == spent.high < 1:
        return half_hours(round(spent.high / ENQUIRY_DAYS))
    return day_range(spent.low, spent.high)


def _decided(found: Difference, one: tuple[str, str], several: tuple[str, str]) -> str:
    """How many are retained and refused, in these words."""
    numbers = len(found.retained), len(found.refused)
    does = [_some(*each) for each in zip(numbers, one, several, strict=True)]
    return listing([part for part in does if part])


def _some(number: int, one: str, several: str = "") -> str:
    return count(number, one, several) if number else ""


def _standing(asked: Span, there: float) -> tuple[str, Standing]:
    """How an estimate stands beside what there is: a word and its tone."""
    if asked.high > there + ROUNDING:
        return "trop", "warn"
    if asked.high > TIGHT * there - ROUNDING:
        return "rempli", "ink"
    return "à l’aise", "ok"
