# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A condition as a French phrase, for whoever reads rather than writes it. Decides nothing."""

from collections.abc import Mapping

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


def describe_condition(condition: Condition, facts: Mapping[str, str]) -> str:
    """The condition as a French phrase. `facts` gives the question asked for each fact id; what
    rests on an answer names its question by its id."""
    match condition:
        case PopulationIs(comparison, value):
            inhabitants = f"{value:,} habitants".replace(",", "\u202f")
            return _SIZES[comparison].format(inhabitants)
        case KindIs(kinds):
            return " ou ".join(_KIND_NAMES[kind] for kind in kinds)
        case FactIs(fact):
            return f"oui à « {facts.get(fact, fact)} »"
        case ReplyIs(question, comparison, value):
            given = f"« {value} »" if comparison == "=" else f"{comparison} {value}"
            return f"la réponse {given} à la question {question}"
        case Not(part):
            return _denied(part, facts)
        case AllOf(parts):
            said = (
                f"({describe_condition(part, facts)})"
                if isinstance(part, AnyOf)
                else describe_condition(part, facts)
                for part in parts
            )
            return " et ".join(said)
        case AnyOf(parts):
            return " ou ".join(describe_condition(part, facts) for part in parts)


def _denied(part: Condition, facts: Mapping[str, str]) -> str:
    match part:
        case PopulationIs(comparison, value) if comparison in _OPPOSITES:
            return describe_condition(PopulationIs(_OPPOSITES[comparison], value), facts)
        case FactIs(fact):
            return f"non à « {facts.get(fact, fact)} »"
        case ReplyIs():
            return f"autre chose que {describe_condition(part, facts)}"
        case _:
            return f"sauf : {describe_condition(part, facts)}"
