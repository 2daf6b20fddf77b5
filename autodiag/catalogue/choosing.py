# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which choices go together in a question of several: the same rules for a file and for the
window, which ticks one at a time. Knows nothing of either."""

from collections.abc import Collection, Sequence

from autodiag.catalogue.problems import quoted
from autodiag.model.questionnaire import Question


def refusal(question: Question, chosen: Collection[str]) -> str:
    """Why these choices are no answer together, in French; "" when they are one."""
    if not chosen:
        return "aucun choix n’est donné\u00a0: une question sans réponse ne s’écrit pas"
    alone = [one.text for one in question.choices if one.alone and one.id in chosen]
    if alone and len(chosen) > 1:
        return f"{quoted(alone)} ne va avec aucun autre choix\u00a0: gardez l’un ou les autres"
    if question.most and len(chosen) > question.most:
        return f"{len(chosen)} choix sont donnés, {question.most} au plus"
    return ""


def ticked(question: Question, chosen: Collection[str], choice: str) -> tuple[str, ...]:
    """The choices once this one is ticked, or unticked if it was: one that goes alone empties the
    others, and the others untick it. The same when there is no room for one more."""
    alone = {one.id for one in question.choices if one.alone}
    if choice in chosen:
        kept = set(chosen) - {choice}
    elif choice in closed(question, chosen):
        kept = set(chosen)
    else:
        kept = {choice} if choice in alone else (set(chosen) - alone) | {choice}
    return tuple(one.id for one in question.choices if one.id in kept)


def closed(question: Question, chosen: Collection[str]) -> frozenset[str]:
    """The choices that cannot be added while these are ticked; one that goes alone always can."""
    if not question.most or len(chosen) < question.most:
        return frozenset()
    return frozenset(c.id for c in question.choices if c.id not in chosen and not c.alone)


def unticked(question: Question, before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The texts of the choices that a tick took away."""
    gone = set(before) - set(after)
    return [one.text for one in question.choices if one.id in gone]
