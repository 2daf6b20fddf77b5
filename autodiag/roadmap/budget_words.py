# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The budget of a plan in sentences: what it comes to, and what must be known before using it.

The same words on screen, in the table and on paper. Computes nothing.
"""

from datetime import date

from autodiag.model.calendar import Aid, AidState
from autodiag.model.roadmap import Span
from autodiag.roadmap.budget import ALL_AID, GRANTED, Budget, Section
from autodiag.text.numbers import MONTHS, between_months, euro_range, euros, listing
from autodiag.text.typography import capitalised

SECTION_TITLES: dict[Section, str] = {
    "investissement": "Investissement",
    "fonctionnement": "Fonctionnement",
    "a_preciser": "À préciser avec votre comptable",
}
SECTION_KINDS: dict[Section, str] = {
    "investissement": "investissement",
    "fonctionnement": "fonctionnement",
    "a_preciser": "à préciser",
}
"""The same inside a sentence."""
AID_STATES: dict[AidState, str] = {
    "esperee": "espérée",
    "demandee": "demandée",
    "obtenue": "obtenue",
}

ESTIMATES = (
    "Les montants sont des estimations d’expert, en euros, avant toute aide\u00a0: pas des devis.",
    (
        "Fonctionnement ou investissement\u00a0: c’est une estimation, d’après ce que demande "
        "l’action. Le comptable public confirme l’imputation."
    ),
    (
        "«\u202fÀ préciser\u202f»\u00a0: selon ce qui sera acheté, la dépense relève de l’un ou "
        "de l’autre."
    ),
)
"""What is said wherever the table is shown."""

READING = (
    (
        "Un premier coût est compté l’année où l’action doit être terminée. Un coût annuel "
        "commence le mois suivant, par douzièmes, et relève du fonctionnement."
    ),
    (
        "Les périodes de la feuille de route comptent les coûts annuels à partir de la période "
        "suivante\u00a0: leurs sommes sont donc un peu différentes."
    ),
    "Les fourchettes ne disent pas si les taxes sont comprises\u00a0: les devis le diront.",
    "Le temps des agents et des élus n’est pas compté en euros.",
    (
        "Une action faite n’a plus de premier coût. Son coût annuel reste compté en "
        "fonctionnement\u00a0: «\u202fdéjà en place\u202f»."
    ),
    (
        "Les aides sont celles que vous avez notées\u00a0: Autodiag n’en devine aucune. Une aide "
        "se déduit de la ligne où elle est notée, dès la première dépense, sans la dépasser."
    ),
)
"""How it was made, and what it does not hold."""


PERIODS_HOLD = (
    "La feuille de route compte ensemble les moyens d’une période, jusqu’à 18\u00a0mois\u00a0: "
    "elle peut y tenir et dépasser une année civile."
)
"""Why a plan that holds may ask more than the euros of one year."""


def summary(budget: Budget) -> tuple[str, ...]:
    """What it comes to, a sentence each: the whole, the dearest year, aid and what is left."""
    if budget.free:
        return ("Rien, dans cette feuille de route, ne coûte d’argent\u00a0: seulement du temps.",)
    whole = (
        f"{period(budget)}, cette feuille de route coûterait {span(budget.total())} "
        "avant toute aide."
    )
    by_year = budget.by_year()
    dearest = max(budget.years, key=lambda year: (by_year[year].high, -year))
    year = f"La plus forte dépense serait en {dearest}\u00a0: {span(by_year[dearest])}."
    return (whole, year, *_aid(budget))


def _aid(budget: Budget) -> tuple[str, ...]:
    noted, granted = budget.aid_total(), budget.aid_total(GRANTED)
    if not noted:
        return ("Aucune aide n’est notée pour l’instant.",)
    left = f"il resterait {span(budget.total_left())} à votre charge."
    if granted == noted:
        return (f"Avec {euros(noted)} d’aides obtenues{aid_counted_said(budget, GRANTED)}, {left}",)
    surely = span(budget.total_left(GRANTED))
    granted_said = f"soit {euros(granted)}{aid_counted_said(budget, GRANTED)}"
    told = (
        f"Avec toutes les aides notées, soit {euros(noted)}{aid_counted_said(budget)}, {left}",
        f"Avec les seules aides obtenues, {granted_said}, il resterait {surely}.",
    )
    return told if granted else (told[0], "Aucune de ces aides n’est encore obtenue.")


def aid_counted_said(budget: Budget, states: tuple[AidState, ...] = ALL_AID) -> str:
    """«, dont 1 400 € comptés», "" where all the aid in these states is."""
    counted = budget.aid_counted(states)
    whole = counted.low >= budget.aid_total(states)
    return "" if whole else f", dont {span(counted)} comptés"


def over_means(budget: Budget) -> str:
    """The civil years that may cost more than the euros a year, "" where none does."""
    means = budget.capacity
    if means is None:
        return ""
    highs = {year: of.high for year, of in budget.by_year().items()}
    dear = [
        f"{euros(high)} en {year}" for year, high in highs.items() if high > means.euros_per_year
    ]
    whose = "supposé" if means.euros_assumed else "indiqué"
    if not dear:
        return ""
    return (
        f"Attention\u00a0: cette feuille de route pourrait coûter jusqu’à {listing(dear)}, pour un "
        f"budget {whose} de {euros(means.euros_per_year)} par an. {PERIODS_HOLD}"
    )


def beside_plan(budget: Budget, periods: str = "La feuille de route") -> str:
    """Why the total is not that of the periods; "" where it is. `periods`: where theirs is read."""
    if span(budget.planned) == span(budget.total()):
        return ""
    return (
        f"{periods} affiche {span(budget.planned)}\u00a0: les abonnements y commencent une période "
        "plus tard."
    )


def period(budget: Budget) -> str:
    """«De décembre 2026 à novembre 2029»."""
    return capitalised(between_months(_month(budget.start), _month(budget.end)))


def particulars(budget: Budget) -> tuple[str, ...]:
    """What holds of this budget only: years that are not whole, aid that is not counted."""
    told: list[str] = []
    partial = [
        year
        for year, whole in ((budget.start.year, budget.start.month == 1),
                            (budget.end.year, budget.end.month == 12))
        if not whole
    ]  # fmt: skip
    if partial:
        years = listing([str(year) for year in dict.fromkeys(partial)])
        verb = "n’est comptée" if len(partial) == 1 else "ne sont comptées"
        told.append(f"{years} {verb} qu’en partie\u00a0: {_lower(period(budget))}.")
    if budget.in_place.high:
        told.append(
            f"Ce total comprend {span(budget.in_place)} pour ce qui est déjà en place\u00a0: le "
            "coût annuel des actions faites."
        )
    if budget.aids_outside:
        amount = euros(sum(aid.euros for aid in budget.aids_outside))
        told.append(
            f"Une aide notée ({amount}) concerne une action hors de ce plan\u00a0: elle n’est pas "
            "comptée."
            if len(budget.aids_outside) == 1
            else f"{len(budget.aids_outside)} aides notées ({amount} en tout) concernent des "
            "actions hors de ce plan\u00a0: elles ne sont pas comptées."
        )
    beyond = [row.title for row in budget.rows if row.aid and row.aid.euros > row.total.high]
    if beyond:
        titles = listing([f"«\u202f{title}\u202f»" for title in beyond])
        told.append(f"Une aide dépasse la dépense de sa ligne\u00a0: {titles}. Vérifiez-la.")
    capped = [row.title for row in budget.rows if row.aid and row.aid.euros > row.total.low]
    low = [title for title in capped if title not in beyond]
    if low:
        titles = listing([f"«\u202f{title}\u202f»" for title in low])
        told.append(
            f"Pour {titles}, l’aide dépasse l’estimation basse\u00a0: une aide ne compte pas "
            "au-delà du coût de son action."
        )
    return tuple(told)


def span(amount: Span) -> str:
    """«1 200 à 3 000 €»."""
    return euro_range(amount.low, amount.high)


def cell(amount: Span) -> str:
    """The same in a table: nothing is a dash."""
    return span(amount) if amount.high else "–"


def aid_said(aid: Aid | None) -> str:
    """«1 500 €, demandée (le département)», empty where there is none."""
    if aid is None:
        return ""
    source = f" ({aid.source})" if aid.source else ""
    return f"{euros(aid.euros)}, {AID_STATES[aid.state]}{source}"


def _month(when: date) -> str:
    return f"{MONTHS[when.month - 1]} {when.year}"


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]
