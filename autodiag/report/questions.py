# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questions as they were asked, by number: the pages before give the answers alone."""

from autodiag.report.blocks import Block, Columns
from autodiag.report.context import Context
from autodiag.report.markup import bold, join
from autodiag.report.styles import GUTTER


def print_questions(context: Context) -> None:
    """Every question in the wording of this collectivité, in two columns."""
    story, words = context.story, context.words
    story.section(words.raw("titres.questions"), "questions", 150)
    public = "_publique" if context.content.public else ""
    story.text(words(f"questions.intro{public}"), "Note")
    blocks: list[Block] = []
    for theme in context.themes:
        apart = {q.id for q in theme.questions if context.reply(q) == "non_applicable"}
        asked = [q for q in theme.questions if q.id not in context.kept_back.questions | apart]
        for i, question in enumerate(asked):
            with story.apart() as block:
                if i == 0:
                    story.heading(2, theme.title, style="Part")
                number = bold(context.number(question.id))
                story.text(join([number, context.wording(question).text]), "Step")
            blocks.append(block)
    story.flow.append(Columns(blocks, 2, GUTTER))
