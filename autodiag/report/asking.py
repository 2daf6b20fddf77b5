# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The unknown answers that matter most, by whom to ask (contract P4)."""

from autodiag.model.result import Doubt, ProfileResult
from autodiag.report.blocks import Block, Columns
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.styles import GUTTER
from autodiag.scoring.doubts import by_whom
from autodiag.text.articles import to
from autodiag.text.numbers import count


def print_doubts(context: Context, profile: ProfileResult, most: int) -> None:
    """At most `most` of them, in two columns; how many are left."""
    if not profile.doubts:
        return
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.doutes"))
    shown = {doubt.question: doubt for doubt in profile.doubts[:most]}
    blocks: list[Block] = []
    for whom, questions in by_whom((*shown.values(),)).items():
        with story.apart() as block:
            name = context.actor(whom) if whom else words.raw("profil.personne")
            story.heading(3, words.raw("profil.demander").format(qui=to(name)), style="Part")
            story.items([_doubt(context, shown[question]) for question in questions], "Row")
        blocks.append(block)
    story.flow.append(Columns(blocks, 2, GUTTER))
    left = len(profile.doubts) - most
    if left > 0:
        story.text(words("profil.autres_doutes", nombre=count(left, "question")), "Note")


def _doubt(context: Context, doubt: Doubt) -> str:
    text = join([bold(context.number(doubt.question)), context.question(doubt.question)])
    return join([text, context.words("profil.tranche")]) if doubt.settles else text
