# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The handover as a document that the two persons complete: the same as the printed sheet."""

from autodiag.documents.facts import Facts
from autodiag.documents.head import before, begin
from autodiag.documents.sheet import Cell, Line, Sheet
from autodiag.documents.styles import ABOUT, CELL, CELL_NOTE
from autodiag.documents.words import Piece, Said
from autodiag.report.content import Handed
from autodiag.scoring.handed import HandedAnswer, HandedTheme
from autodiag.text.numbers import count, day_from_iso
from autodiag.text.typography import NARROW, plain

_LONGEST = 1_000


def write_passation(facts: Facts) -> bytes:
    """What is most urgent to know comes first."""
    words, handed = facts.words, facts.content.handed
    sheet = begin(facts, "passation")
    sheet.title(words("titres.passation"), words("titre.objet"))
    sheet.box(
        before(
            facts,
            words("avant.interne"),
            words("avant.secret"),
            words("avant.sommaire"),
            plan=False,
        )
    )
    sheet.contents(words.raw("titres.sommaire"))
    sheet.heading(1, words("personnes.titre"))
    for key in ("part", "arrive", "date"):
        sheet.text(words(f"personnes.{key}"))
    _places(sheet, facts)
    if handed is not None:
        _decisions(sheet, facts, handed)
        _answers(sheet, facts, handed.themes)
        _file(sheet, facts, handed)
    sheet.heading(1, words("visa.titre"))
    for key in ("texte", "part", "arrive"):
        sheet.text(words(f"visa.{key}"))
    return sheet.data()


def _places(sheet: Sheet, facts: Facts) -> None:
    """Every topic, even one of which nothing is written: two blanks."""
    words, notes = facts.words, facts.snapshot.handover
    topics = facts.content.knowledge.handover.values()
    sheet.heading(1, words("lieux.titre"))
    if not any(topic.id in notes for topic in topics):
        sheet.text(words("lieux.vides"))
    rows: list[list[Cell]] = []
    for topic in topics:
        note = notes.get(topic.id)
        subject: list[Line] = [(topic.title, CELL), (topic.about, CELL_NOTE)]
        place, who = (note.place, note.who) if note else ("", "")
        rows.append(
            [
                subject,
                plain(place, _LONGEST) or words("lieux.blanc_ou"),
                plain(who, _LONGEST) or words("lieux.blanc_qui"),
            ]
        )
    head = [words.raw(f"lieux.{key}") for key in ("sujet", "ou", "qui")]
    sheet.table(head, rows, (38, 34, 28), words.raw("lieux.tableau"))


def _decisions(sheet: Sheet, facts: Facts, handed: Handed) -> None:
    words, plan = facts.words, facts.snapshot.plan
    sheet.heading(1, words("decisions.titre"))
    if plan is None:
        sheet.text(words("decisions.plan_aucun"))
    else:
        sheet.text(words("decisions.plan", date=day_from_iso(plan.made_on)))
    if not handed.decisions:
        sheet.text(words("decisions.aucune"))
        return
    rows: list[list[Cell]] = []
    for one in handed.decisions:
        details: list[Line] = [(plain(text, _LONGEST), CELL_NOTE) for text in one.details]
        rows.append([one.title, [(one.said, CELL), *details], one.by])
    keys = ("colonnes.action", "decisions.decision", "decisions.par")
    sheet.table(
        [words.raw(key) for key in keys], rows, (40, 38, 22), words.raw("decisions.tableau")
    )


def _answers(sheet: Sheet, facts: Facts, themes: tuple[HandedTheme, ...]) -> None:
    words = facts.words
    sheet.heading(1, words("reponses.titre"))
    if not any(theme.answers for theme in themes):
        sheet.text(words("reponses.aucune"))
        return
    number = count(sum(theme.given for theme in themes), "réponse")
    said = words("reponses.compte", date=facts.assessed_on, nombre=number)
    sheet.text(said)
    keys = ("reponses.numero", "reponses.question", "decisions.par")
    head = [words.raw(key) for key in keys]
    for theme in themes:
        if not theme.answers:
            continue
        sheet.heading(2, theme.title)
        rows = [_answer(facts, one) for one in theme.answers]
        sheet.table(head, rows, (8, 68, 24), words.raw("reponses.tableau", theme=theme.title))


def _answer(facts: Facts, one: HandedAnswer) -> list[Cell]:
    """The question, the answer, what it rests on; who gave it, and what is still to be done."""
    words = facts.words
    said: list[Line] = [((Piece(plain(one.text, _LONGEST), bold=True),), CELL), (one.answer, CELL)]
    if one.note:
        said.append((words("reponses.note", texte=one.note), CELL_NOTE))
    if one.evidence:
        listed = plain(f"{NARROW}; ".join(one.evidence), _LONGEST)
        said.append((words("reponses.preuve", texte=listed), CELL_NOTE))
    by: list[Line] = [(one.by, CELL_NOTE)]
    for key, marked in (("a_confirmer", one.to_confirm), ("a_revoir", one.to_review)):
        if marked:
            by.append((words(f"reponses.{key}"), CELL_NOTE))
    return [one.number, said, by]


def _file(sheet: Sheet, facts: Facts, handed: Handed) -> None:
    words = facts.words
    sheet.heading(1, words("dossier.titre"))
    where = words("dossier.fichier", fichier=plain(handed.name), dossier=plain(handed.folder))
    copy: Said = words("dossier.copie_aucune")
    if handed.copy:
        copy = words("dossier.copie", copie=plain(handed.copy))
    sheet.text(where)
    sheet.text(copy, ABOUT)
