# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The note de synthèse for the councillors: an internal document, with scores and all measures."""

from autodiag.documents.facts import Facts
from autodiag.documents.head import before, begin, sign
from autodiag.documents.note_plan import write_aids, write_plan
from autodiag.documents.sheet import Cell, Line, Sheet
from autodiag.documents.styles import ABOUT, BODY, CELL_NOTE
from autodiag.documents.words import Said, joined
from autodiag.model.result import ProfileResult
from autodiag.model.roadmap import BINDING, Obligation
from autodiag.report.duties_left import behind, duties_left
from autodiag.report.horizon import half_days
from autodiag.roadmap.budget import add
from autodiag.roadmap.budget_words import span
from autodiag.scoring.said import asked_first, theme_reading
from autodiag.text.numbers import count, day_range, euro_range, listing

NSP = "«\u202fje ne sais pas\u202f»"


def write_note(facts: Facts) -> bytes:
    """Each part says what is known, or that it is not."""
    words = facts.words
    sheet = begin(facts, "note")
    sheet.title(words("titres.note"), words("titre.objet", seance=facts.seance))
    sheet.box(before(facts, words("avant.interne"), law=True))
    _proposal(sheet, facts)
    _situation(sheet, facts)
    _afterwards(sheet, facts)
    _obligations(sheet, facts)
    write_plan(sheet, facts)
    write_aids(sheet, facts)
    _unknown(sheet, facts)
    # it goes with the convocation, before the séance
    sign(sheet, facts, when=words("blancs.date"))
    return sheet.data()


def _proposal(sheet: Sheet, facts: Facts) -> None:
    words = facts.words
    sheet.heading(1, words("decision.titre"))
    if facts.empty:
        sheet.text(words("decision.rien"))
        return
    sheet.text(joined(words("decision.texte"), _whole(facts), _by_year(facts)))
    sheet.text(words(f"diagnostic.{facts.progress}", date=facts.assessed_on))
    sheet.text(words("decision.annexe"))


def _whole(facts: Facts) -> Said:
    """What the three periods ask for together."""
    periods = [horizon for horizon, _ in facts.horizons()]
    euros = add(horizon.euros for horizon in periods)
    return facts.words(
        "decision.total",
        jours=day_range(*half_days(add(horizon.days for horizon in periods))),
        euros=euro_range(euros.low, euros.high),
    )


def _by_year(facts: Facts) -> Said:
    """What the budget says instead, and why: it counts from the month after an action."""
    budget = facts.budget
    if budget is None or span(budget.planned) == span(budget.total()):
        return ""
    return facts.words("decision.budget", euros=span(budget.total()))


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
            nsp=count(unknown, NSP, NSP) if unknown else words("situation.sans_nsp"),
        )
    )
    score = words("situation.score", score=facts.naming.said(result.overall))
    sheet.text(joined(score, _stage(facts, result.profile)))
    sheet.lead(words("situation.lecture"), ABOUT)
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
    sheet.table(head, rows, (26, 14, 60), words.raw("situation.tableau"))


def _obligations(sheet: Sheet, facts: Facts) -> None:
    words, states = facts.words, facts.content.obligations
    sheet.heading(1, words("obligations.titre"))
    due = [one for one in states if one.state == "non_remplie"]
    unsure = [s for s in states if s.state == "a_verifier" and s.obligation.nature in BINDING]
    told: list[Said] = []
    if due:
        told.append(words("obligations.avis"))
        if left := _left(facts):
            told.append(words("obligations.laissees", nombre=count(left, "obligation")))
    elif facts.answered:
        told.append(words("obligations.aucune"))
    if unsure:
        key = "a_verifier_aussi" if due else "a_verifier"
        told.append(words(f"obligations.{key}", nombre=count(len(unsure), "obligation")))
    if not due:
        sheet.lines(told, BODY)
        return
    sheet.lead(joined(*told), ABOUT)
    head = [words.raw(f"obligations.{key}") for key in ("demande", "colonne_texte")]
    late = behind(facts.content)
    rows = [_obligation(facts, one.obligation, late=one.obligation.id in late) for one in due]
    sheet.table(head, rows, (58, 42), words.raw("obligations.tableau"))


def _left(facts: Facts) -> int:
    """How many duties no action of the roadmap clears, nor any that is done."""
    plan = facts.content.roadmap
    return len(duties_left(facts.content, plan)[0]) if plan is not None else 0


def _obligation(facts: Facts, one: Obligation, *, late: bool) -> list[Cell]:
    """What it asks; its text, and how sure we are of it. `late`: what is done clears it, and the
    answer does not say so yet."""
    words = facts.words
    about = words("obligations.demandee", titre=one.title, quoi=one.what)
    if late:
        about = joined(about, words("obligations.a_jour"))
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
        asked = (
            words.raw(
                "inconnues.demander",
                qui=facts.naming.actor(whom),
                nombre=count(len(questions), "question"),
            )
            for whom, questions in groups.items()
        )
        said = words("inconnues.intro", nombre=count(number, "réponse"), qui=listing(list(asked)))
        sheet.text(said)
    else:
        sheet.text(words("inconnues.aucune"))
    without = sum(trace.state == "sans_reponse" for trace in traces)
    if without:
        sheet.text(words("inconnues.sans_reponse", nombre=count(without, "question")))
