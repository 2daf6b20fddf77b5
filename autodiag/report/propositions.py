# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The roadmap read with the ten propositions of 2017, on a page: what each asks, whom, and the
sheets that answer it."""

from collections.abc import Mapping, Sequence

from autodiag.model.roadmap import Decision
from autodiag.report.context import Context
from autodiag.report.flowables import P
from autodiag.report.markup import bold, join
from autodiag.report.story import Cell
from autodiag.roadmap.propositions import PropositionRead, read_propositions
from autodiag.text.numbers import count, listing

_NAMED = 3
"""Actions named by their title; the others by the number of their sheet."""


def print_propositions(context: Context, numbers: Mapping[str, int]) -> None:
    """Nothing where no proposition is known. `numbers`: those of the sheets, by action."""
    content, story, words = context.content, context.story, context.words
    decisions: Mapping[str, Decision] = {} if content.public else content.snapshot.decisions
    told = read_propositions(content.knowledge, content.roadmap, decisions)
    if not told:
        return
    story.new_page()
    story.heading(2, words.raw("propositions.titre"))
    author = content.knowledge.propositions.author
    story.text(words("propositions.intro", auteur=author), "Entry")
    head = [words.raw(f"propositions.{key}") for key in ("proposition", "chez_vous")]
    rows = [[_asked(context, one), _answered(context, one, numbers)] for one in told]
    story.table(head, rows, (55, 45), tight=True)


def _asked(context: Context, one: PropositionRead) -> Cell:
    """The title as published, what it asks, and whom where that is not taken for granted."""
    told, story = one.proposition, context.story
    title = join([bold(f"{told.number}."), context.quoted(told.title)])
    cells = [story.cell_text(title, "Row")]
    return [*cells, story.cell_text(one.about, "RowNote")] if one.about else cells


def _answered(context: Context, one: PropositionRead, numbers: Mapping[str, int]) -> Cell:
    story, words = context.story, context.words
    if one.empty:
        said = one.nothing_said(partial=bool(context.kept_back.themes))
        return (said, "RowNote")
    cells: list[P] = []
    if one.planned:
        said = count(len(one.planned), "action prévue", "actions prévues")
        if context.content.public:  # a number would tell how much is not shown
            said = words.raw("propositions.prevu")
        named = words("propositions.prevues", nombre=said, fiches=_sheets(context, one, numbers))
        cells.append(story.cell_text(named, "Row"))
    if one.done:
        said = count(len(one.done), "action déjà faite", "actions déjà faites")
        named = words("propositions.faites", nombre=said, titres=_titles(context, one.done))
        cells.append(story.cell_text(named, "RowNote"))
    return cells


def _sheets(context: Context, one: PropositionRead, numbers: Mapping[str, int]) -> str:
    """«Faire … (fiche 3), écrire … (fiche 5) et, fiches 7 et 9, 2 autres»."""
    named = [
        context.words.raw("propositions.fiche").format(
            titre=_title(context, key), numero=numbers[key]
        )
        for key in one.planned[:_NAMED]
    ]
    rest = [str(numbers[key]) for key in one.planned[_NAMED:]]
    if rest:
        key = "propositions.autres" if len(rest) > 1 else "propositions.autre"
        named.append(context.words.raw(key).format(numeros=listing(rest)))
    return "\u202f; ".join(named)


def _titles(context: Context, keys: Sequence[str]) -> str:
    return "\u202f; ".join(_title(context, key) for key in keys)


def _title(context: Context, key: str) -> str:
    action = context.action(key)
    return action.title if action else key
