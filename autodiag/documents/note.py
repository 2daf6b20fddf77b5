# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The note de synthèse for the councillors: an internal document, with scores and all measures."""

from autodiag.documents.facts import Facts
from autodiag.documents.head import before, begin, sign
from autodiag.documents.note_plan import write_aids, write_plan
from autodiag.documents.sheet import Cell, Line, Sheet
from autodiag.documents.styles import ABOUT, CELL, CELL_NOTE
from autodiag.documents.words import Said, joined
from autodiag.model.result import ProfileResult
from autodiag.model.roadmap import BINDING, Obligation
from autodiag.scoring.said import asked_first, theme_reading
from autodiag.text.numbers import count
from autodiag.text.typography import capitalised


def write_note(facts: Facts) -> bytes:
    """Each part says what is known, or that it is not."""
    words = facts.words
    sheet = begin(facts, "note")
    sheet.title(words("titres.note"), words("titre.objet", seance=facts.seance))
    listed = [] if facts.empty else [words("avant.sommaire")]
    sheet.box(before(facts, words("avant.interne"), *listed, law=True))
    if not facts.empty:
        sheet.contents(words.raw("titres.sommaire"))
    _proposal(sheet, facts)
    _situation(sheet, facts)
    _obligations(sheet, facts)
    write_plan(sheet, facts)
    write_aids(sheet, facts)
    _afterwards(sheet, facts)
    _unknown(sheet, facts)
    sign(sheet, facts, dated=True)
    return sheet.data()


def _proposal(sheet: Sheet, facts: Facts) -> None:
    words = facts.words
    sheet.heading(1, words("decision.titre"))
    if facts.empty:
        sheet.text(words("decision.rien"))
        return
    sheet.text(words("decision.texte"))
    sheet.text(words(f"diagnostic.{facts.progress}", date=facts.assessed_on))
    sheet.text(words("decision.annexe"))


def _situation(sheet: Sheet, facts: Facts) -> None:
    words, result = facts.words, facts.content.result
    sheet.heading(1, words("situation.titre"))
    if not facts.answered or result.overall is None:
        sheet.text(words("situation.sans_score"))
        return
    traces = result.traces().values()
    states = [trace.state for trace in traces if trace.counts]
    known, unknown = states.count("niveau"), states.count("nsp")
    sheet.text(
        words(
            "situation.reponses",
            connues=count(known, "réponse"),
            posees=count(len(states), "question"),
            nsp=count(unknown, "«\u202fje ne sais pas\u202f»", "«\u202fje ne sais pas\u202f»"),
        )
    )
    score = words("situation.score", score=facts.naming.said(result.overall))
    sheet.text(joined(score, _stage(facts, result.profile)))
    sheet.text(words("situation.lecture"), ABOUT)
    _themes(sheet, facts)


def _stage(facts: Facts, profile: ProfileResult) -> Said:
    words, naming = facts.words, facts.naming
    if profile.low is None or profile.high is None:
        return words("situation.sans_etape")
    if profile.certain:
        return words("situation.etape", etape=naming.kind(profile.low))
    return words("situation.etapes", bas=naming.kind(profile.low), haut=naming.kind(profile.high))


def _themes(sheet: Sheet, facts: Facts) -> None:
    words, naming = facts.words, facts.naming
    head = [words.raw(f"situation.{key}") for key in ("theme", "score_colonne", "lecture_colonne")]
    rows: list[list[Cell]] = []
    for theme in facts.content.result.themes:
        score = naming.short(theme.range) if theme.range else words.raw("situation.sans_objet")
        rows.append([naming.theme(theme.theme), score, theme_reading(naming, theme)])
    sheet.table(head, rows, (30, 16, 54), words.raw("situation.tableau"))


def _obligations(sheet: Sheet, facts: Facts) -> None:
    words, states = facts.words, facts.content.obligations
    sheet.heading(1, words("obligations.titre"))
    due = [one for one in states if one.state == "non_remplie"]
    if due:
        sheet.text(words("obligations.avis"), ABOUT)
        head = [words.raw(f"obligations.{key}") for key in ("demande", "colonne_texte")]
        rows = [_obligation(facts, one.obligation) for one in due]
        sheet.table(head, rows, (58, 42), words.raw("obligations.tableau"))
    elif facts.answered:
        sheet.text(words("obligations.aucune"))
    unsure = [s for s in states if s.state == "a_verifier" and s.obligation.nature in BINDING]
    if unsure:
        key = "a_verifier_aussi" if due else "a_verifier"
        sheet.text(words(f"obligations.{key}", nombre=count(len(unsure), "obligation")))


def _obligation(facts: Facts, one: Obligation) -> list[Cell]:
    """What it asks; its text, and how sure we are of it."""
    words = facts.words
    about: list[Line] = [(words("obligations.titre_gras", titre=one.title), CELL), (one.what, CELL)]
    key = "texte" if one.status == "vu" else "texte_a_verifier"
    said = words(f"obligations.{key}", texte=one.reference.rstrip("."), preuve=facts.proof(one))
    text: list[Line] = [(said, CELL_NOTE)]
    if one.to_check:
        text.append((words("obligations.point", point=one.to_check), CELL_NOTE))
    return [about, text]


def _afterwards(sheet: Sheet, facts: Facts) -> None:
    words, plan = facts.words, facts.content.roadmap
    if plan is None or facts.empty:
        return
    sheet.heading(1, words("apres.titre"))
    after = plan.projection
    if after.overall is None:
        sheet.text(words("apres.inconnu"))
        return
    sheet.text(words("apres.score", score=facts.naming.said(after.overall)))
    if after.profile.low:
        sheet.text(words("apres.etape", etape=facts.naming.kind(after.profile.low)))


def _unknown(sheet: Sheet, facts: Facts) -> None:
    words, it = facts.words, facts.content
    traces = tuple(it.result.traces().values())
    sheet.heading(1, words("inconnues.titre"))
    groups = asked_first(facts.snapshot.questionnaire, traces)
    number = sum(len(questions) for questions in groups.values())
    if number:
        sheet.text(words("inconnues.intro", nombre=count(number, "réponse")))
        sheet.items(
            words(
                "inconnues.demander",
                qui=capitalised(facts.naming.actor(whom)),
                nombre=count(len(questions), "question"),
            )
            for whom, questions in groups.items()
        )
    else:
        sheet.text(words("inconnues.aucune"))
    without = sum(trace.state == "sans_reponse" for trace in traces)
    if without:
        sheet.text(words("inconnues.sans_reponse", nombre=count(without, "question")))
