# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The handover sheet: where contracts and accesses are, what was decided, what was answered and on
what evidence, where the file lies. For the town hall only."""

from autodiag.report.content import Handed
from autodiag.report.context import Context
from autodiag.report.markup import bold
from autodiag.report.story import Cell
from autodiag.scoring.handed import HandedAnswer, HandedDecision, HandedTheme
from autodiag.text.numbers import count, day, day_from_iso
from autodiag.text.typography import NARROW, plain

_LONGEST, _LONGEST_OF_SEVERAL = 1_000, 450
"""Characters of a cell, and of one of its paragraphs: a row is never cut in two."""
_ROOM = 130
"""Points: a theme’s title, the head of its table and its first row."""


def print_handover(context: Context) -> None:
    """What is most urgent to know comes first."""
    story, words, handed = context.story, context.words, context.content.handed
    name = context.clipped(context.name, 90)
    story.heading(1, words.raw("passation.titre").format(nom=name), "passation")
    story.text(words("passation.intro", date=day(context.content.today)), "Intro")
    story.text(words("passation.secret"), "Note")
    _places(context)
    if handed is not None:
        _decisions(context, handed.decisions)
        _answers(context, handed.themes)
        _file(context, handed)


def _places(context: Context) -> None:
    """Every topic, even one of which nothing is written: it is filled in by hand."""
    story, words, content = context.story, context.words, context.content
    notes = content.snapshot.handover
    story.heading(2, words.raw("passation.lieux"))
    if not any(topic in notes for topic in content.knowledge.handover):
        story.text(words("passation.lieux_vides"), "Note")
    head = [words.raw(f"passation.{key}") for key in ("sujet", "ou", "qui")]
    rows: list[list[Cell]] = []
    for topic in content.knowledge.handover.values():
        note = notes.get(topic.id)
        said = [story.cell_text(bold(topic.title), "Row")]
        if note is None:  # filled in by hand: what to write, and the room for it
            said.append(story.cell_text(topic.about, "RowNote"))
        texts = (note.place, note.who) if note else ("", "")
        rows.append([said, *(plain(text, _LONGEST) for text in texts)])
    if rows:
        story.table(head, rows, (30, 36, 34))


def _decisions(context: Context, decisions: tuple[HandedDecision, ...]) -> None:
    story, words, plan = context.story, context.words, context.content.snapshot.plan
    story.heading(2, words.raw("passation.decisions"))
    scored = context.content.snapshot.questionnaire.scoring is not None
    if plan is None:
        story.text(words(f"passation.{'plan_aucun' if scored else 'plan_sans_score'}"))
    else:
        story.text(words("passation.plan", date=day_from_iso(plan.made_on)))
    if not decisions:
        story.text(words("passation.decisions_aucune"))
        return
    head = [words.raw(f"passation.{key}") for key in ("action", "decision", "par")]
    rows: list[list[Cell]] = []
    for one in decisions:
        said = [story.cell_text(bold(one.said), "Row")]
        said += [
            story.cell_text(plain(text, _LONGEST_OF_SEVERAL), "RowNote") for text in one.details
        ]
        rows.append([(bold(one.title), "Row"), said, one.by])
    story.table(head, rows, (40, 38, 22), tight=True)


def _answers(context: Context, themes: tuple[HandedTheme, ...]) -> None:
    story, words = context.story, context.words
    story.heading(2, words.raw("passation.reponses"))
    if not any(theme.answers for theme in themes):
        story.text(words("passation.reponses_aucune"))
        return
    story.text(_counted(context, sum(theme.given for theme in themes)))
    head = [words.raw("colonnes.numero")]
    head += [words.raw(f"passation.{key}") for key in ("question", "par")]
    for theme in themes:
        if not theme.answers:
            continue
        story.need(_ROOM)
        story.heading(3, theme.title)
        rows = [_answer(context, one) for one in theme.answers]
        story.table(head, rows, (6, 72, 22), tight=True)


def _counted(context: Context, number: int) -> str:
    """Of which day, and how many: a questionnaire without a score is called by its name."""
    words, snapshot = context.words, context.content.snapshot
    told = {"date": day(snapshot.assessment.day), "nombre": count(number, "réponse")}
    if snapshot.questionnaire.scoring is not None:
        return words("passation.reponses_compte", **told)
    return words("passation.reponses_compte_sans_score", titre=snapshot.questionnaire.title, **told)


def _answer(context: Context, one: HandedAnswer) -> list[Cell]:
    """The question, the answer, then what it rests on; marks beside who gave it."""
    story, words = context.story, context.words
    said = [story.cell_text(bold(one.text), "Row"), story.cell_text(one.answer, "Row")]
    if one.note:
        said.append(story.cell_text(words("passation.note", texte=one.note), "RowNote"))
    if one.evidence:
        listed = plain(f"{NARROW}; ".join(one.evidence), _LONGEST)
        said.append(story.cell_text(words("passation.preuve", texte=listed), "RowNote"))
    by = [story.cell_text(one.by, "RowNote")]
    for key, marked in (("a_confirmer", one.to_confirm), ("a_revoir", one.to_review)):
        if marked:
            by.append(story.cell_text(bold(words.raw(f"passation.{key}")), "RowNote"))
    return [(bold(one.number), "Row"), said, by]


def _file(context: Context, handed: Handed) -> None:
    story, words = context.story, context.words
    story.heading(2, words.raw("passation.dossier"))
    story.text(words("passation.fichier", fichier=plain(handed.name), dossier=plain(handed.folder)))
    if handed.copy:
        story.text(words("passation.copie", copie=plain(handed.copy)))
    else:
        story.text(words("passation.copie_aucune"))
