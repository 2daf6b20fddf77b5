# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A condition as a French phrase, for whoever reads rather than writes it. Decides nothing."""

from collections.abc import Callable, Mapping

from autodiag.model.condition import (
    AllOf,
    AnyOf,
    Condition,
    FactIs,
    KindIs,
    Not,
    PopulationIs,
    ReplyIs,
)

_SIZES = {
    "<": "moins de {}",
    "<=": "{} au plus",
    "=": "exactement {}",
    ">=": "{} au moins",
    ">": "plus de {}",
}
_OPPOSITES = {"<": ">=", "<=": ">", ">=": "<", ">": "<="}
_KIND_NAMES = {
    "commune": "une commune",
    "epci": "une intercommunalité",
    "syndicat": "un syndicat",
    "departement": "un département",
    "region": "une région",
}


def reply_said(reply: ReplyIs) -> str:
    """« non » to a question, both by their ids."""
    value = f"« {reply.value} »" if reply.comparison == "=" else f"{reply.comparison} {reply.value}"
    return f"réponse {value} à la question {reply.question}"


def describe_condition(
    condition: Condition,
    facts: Mapping[str, str],
    replied: Callable[[ReplyIs], str] = reply_said,
) -> str:
    """The condition as a French phrase. `facts` gives the question asked for each fact id,
    `replied` says what depends on an answer."""
    match condition:
        case PopulationIs(comparison, value):
            inhabitants = f"{value:,} habitants".replace(",", "\u202f")
            return _SIZES[comparison].format(inhabitants)
        case KindIs(kinds):
            return " ou ".join(_KIND_NAMES[kind] for kind in kinds)
        case FactIs(fact):
            return f"oui à « {facts.get(fact, fact)} »"
        case ReplyIs():
            return replied(condition)
        case Not(PopulationIs(comparison, value)) if comparison in _OPPOSITES:
            return describe_condition(PopulationIs(_OPPOSITES[comparison], value), facts)
        case Not(FactIs(fact)):
            return f"non à « {facts.get(fact, fact)} »"
        case Not(part):
            return f"sauf : {describe_condition(part, facts, replied)}"
        case AllOf(parts):
            said = (
                f"({describe_condition(part, facts, replied)})"
                if isinstance(part, AnyOf)
                else describe_condition(part, facts, replied)
                for part in parts
            )
            return " et ".join(said)
        case AnyOf(parts):
            return " ou ".join(describe_condition(part, facts, replied) for part in parts)
