# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The actions that the plan leaves out, each under its reason (contract R5)."""

from autodiag.model.roadmap import Roadmap
from autodiag.report.context import Context
from autodiag.report.flow import columns
from autodiag.report.markup import bold
from autodiag.text.numbers import count
from autodiag.text.typography import NO_BREAK

_MOST, _HELD = 5, 3
"""Actions named under a reason; how much of that no column cuts."""


def print_left_out(context: Context, roadmap: Roadmap) -> None:
    """In two columns, a list for each reason; before any answer, they are counted."""
    if not roadmap.left_out:
        return
    story, words = context.story, context.words
    groups: dict[str, list[str]] = {}
    for left in roadmap.left_out:
        action = context.action(left.action)
        groups.setdefault(left.sentence, []).append(action.title if action else left.action)
    story.heading(2, words.raw("titres.ecartees"))
    if not context.scored:
        for sentence, titles in groups.items():
            number, why = count(len(titles), "action"), sentence.rstrip(".")
            said = words("feuille_de_route.ecartees_compte", actions=number, raison=why)
            story.text(said, "Entry")
        return
    with columns(story, 2):
        for sentence, titles in groups.items():
            with story.apart() as group:
                story.text(bold(f"{sentence.rstrip('.')}{NO_BREAK}:"), "Fact")
                story.items(_named(context, titles), "Step")
            with story.together():
                story.flow += group[:_HELD]
            story.flow += group[_HELD:]


def _named(context: Context, titles: list[str]) -> list[str]:
    """The first of them, then how many others there are."""
    if len(titles) <= _MOST + 1:
        return titles
    others = str(len(titles) - _MOST)
    return [*titles[:_MOST], context.words("feuille_de_route.ecartees_autres", nombre=others)]
