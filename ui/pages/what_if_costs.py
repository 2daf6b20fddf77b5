# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words of what a trial asks, settles, and would decide. No widget, no rule."""

from typing import TYPE_CHECKING, Literal

from autodiag.model.roadmap import ROUNDING, TIGHT, Span
from autodiag.scoring.said import quoted
from autodiag.text.numbers import (
    count,
    day_range,
    decimal,
    euro_range,
    euros,
    integer,
    listing,
)
from autodiag.text.typography import NARROW, capitalised
from ui.pages.roadmap_words import PlanWords
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
        plural = "s" if there >= 2 else ""
        spent = euro_range(cost.low, cost.high)
        return MeterFace(
            days.low,
            days.high,
            there,
            f"{day_range(days.low, days.high)} en trois ans, pour "
            f"{decimal(there)} disponible{plural}",
            word,
            tone,
            f"{spent} en trois ans, pour {euros(money)}\u00a0: {money_word}",
            "warn" if money_word == "trop" else "ink2",
        )

    def besides(self) -> str:
        """What is counted and cannot be unticked, empty where there is nothing."""
        days, cost = self._trial.besides
        if not days.high and not cost.high:
            return ""
        parts = [day_range(days.low, days.high)] if days.high else []
        parts += [euro_range(cost.low, cost.high)] if cost.high else []
        return f"Compris\u00a0: {listing(parts)} pour vos propres actions et pour se renseigner."

    def duties(self, outlook: "Outlook") -> str:
        """The obligations *non remplies*, settled and left."""
        total = len(outlook.cleared) + len(outlook.left)
        if not total:
            return ""
        titles = [self._words.knowledge.obligations[one].title for one in outlook.left]
        settled = count(len(outlook.cleared), "obligation réglée", "obligations réglées")
        said = f"{settled} sur {total}."
        return f"{said} Reste\u00a0: {f'{NARROW}; '.join(titles)}." if titles else said

    def waiting(self, outlook: "Outlook") -> str:
        """The ticked actions that wait for one that is not."""
        titles = [quoted(self._words.title(one)) for one in outlook.waiting]
        if not titles:
            return ""
        if len(titles) == 1:
            return f"{titles[0]} attend une action qui n’est pas cochée."
        return f"{count(len(titles), 'action')} attendent une action qui n’est pas cochée."

    def difference(self, found: Difference, *, writable: bool) -> str:
        """What «Retenir ces actions» would do."""
        if not found.decisions:
            return SAME
        parts = [_some(len(found.retained), "ajoutée"), _some(len(found.refused), "retirée")]
        said = listing([part for part in parts if part])
        if not writable:
            return f"{capitalised(said)}. {READING}"
        does = [
            _some(len(found.retained), "sera retenue", "seront retenues"),
            _some(len(found.refused), "sera refusée", "seront refusées"),
        ]
        done = listing([part for part in does if part])
        asked = f" ({integer(found.asked)} à demander à l’intercommunalité)" if found.asked else ""
        return f"«\u202fRetenir\u202f»\u00a0: {done}{asked}, puis le plan sera refait."


def _some(number: int, one: str, several: str = "") -> str:
    return count(number, one, several) if number else ""


def _standing(asked: Span, there: float) -> tuple[str, Standing]:
    """How an estimate stands beside what there is: a word and its tone."""
    if asked.high > there + ROUNDING:
        return "trop", "warn"
    if asked.high > TIGHT * there - ROUNDING:
        return "rempli", "ink"
    return "à l’aise", "ok"
