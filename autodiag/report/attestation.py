# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The self-declared attestation on one page: what it is not, in large letters, then each published
criterion and where it stands. No seal, no mark of any authority, whatever is met."""

from functools import partial

from autodiag.report.context import Context
from autodiag.report.cover import identity
from autodiag.report.flow import fitted
from autodiag.report.markup import bold, join
from autodiag.report.story import Cell
from autodiag.report.styles import FRAME_HEIGHT
from autodiag.roadmap.attestation import STATES, Attestation, CriterionRead
from autodiag.text.numbers import day

_LONGEST_NAME = 90
_DETAILS = (20, 3, 2, 1, 0)
"""How many lines of detail a criterion may have, from the fullest page to the shortest."""
_PROPOSITION = 10
"""The proposition of 2017 that asked for a label."""
_MET = "✓ "


def print_attestation(context: Context) -> None:
    """One page, whatever there is to say; nothing without criteria read."""
    attested = context.content.attested
    if attested is None:
        return
    sizes = [partial(_page, context, attested, most) for most in _DETAILS]
    fitted(context.story, FRAME_HEIGHT, sizes)


def _page(context: Context, attested: Attestation, most: int) -> None:
    story, words, rules = context.story, context.words, attested.rules
    story.heading(1, rules.title, "attestation")
    story.text(bold(context.clipped(context.name, _LONGEST_NAME)), "Lead")
    edition = "" if context.content.public else words.raw("attestation.interne")
    if known := " · ".join(filter(None, (identity(context), edition))):
        story.text(known, "Intro")
    with story.box(context.look.warn[1], context.look.warn[0]):
        story.text(rules.warning, "Lead")
    story.text(attested.said, "Kind")
    story.text(words("attestation.criteres"), "Entry")
    head = [words.raw(f"attestation.{key}") for key in ("etat", "critere", "aujourdhui")]
    rows = [_row(context, one, most) for one in attested.criteria]
    story.table(head, rows, (13, 55, 32), tight=True)
    story.heading(2, words.raw("attestation.ne_prouve_pas"), style="H3")
    story.items(rules.limits, "Step")
    story.space(4)
    _foot(context, attested)


def _row(context: Context, one: CriterionRead, most: int) -> list[Cell]:
    """Its state in words, what is published of it, what it rests on today."""
    story, words, told = context.story, context.words, one.criterion
    state = bold(f"{_MET}{STATES[one.state]}") if one.met else STATES[one.state]
    why, how = (bold(words.raw(f"attestation.{key}")) for key in ("pourquoi", "controle"))
    published = [
        story.cell_text(bold(told.title), "Row"),
        story.cell_text(join([told.text, why, told.why, how, told.checked]), "RowNote"),
    ]
    now = [story.cell_text(line, "RowNote") for line in one.said]
    now += [story.cell_text(f"– {line}", "RowNote") for line in one.detail[:most]]
    return [(state, "Row"), published, now]


def _foot(context: Context, attested: Attestation) -> None:
    """From what it was made, how to know that it is out of date, where the idea comes from."""
    story, words, content = context.story, context.words, context.content
    asked = content.snapshot.questionnaire
    made = words(
        "attestation.etablie",
        jour=day(content.today),
        version=content.version,
        titre=asked.title,
        numero=str(asked.version),
        debut=day(content.snapshot.assessment.day),
    )
    story.text(join([made, words("attestation.empreinte", empreinte=attested.mark)]), "Note")
    told = content.knowledge.propositions
    if _PROPOSITION in told.told:
        title = told.told[_PROPOSITION].title
        idea = words("attestation.idee", auteur=told.author, titre=title)
        story.text(idea, "Note")
