# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The rows of « Pourquoi 2,3 ? »: what each question brings (contract S8). No widget."""

from autodiag.model.result import QuestionTrace, ThemeResult
from autodiag.scoring.why import unknown_said
from autodiag.text.numbers import count
from ui.pages.results_reading import Reading
from ui.widgets.trace_row import TraceFace

UNKNOWN, NOTHING = "«\u202fJe ne sais pas.\u202f»", "Pas encore de réponse."
OUT = "Ne compte pas"


def question_face(reading: Reading, result: ThemeResult, trace: QuestionTrace) -> TraceFace:
    """What a row says: the question, the answer, what it brings and why."""
    wording = reading.wording(trace.question)
    answer, brings = _brings(reading, trace)
    known = trace.state == "niveau"
    return TraceFace(
        reading.naming.number(trace.question),
        wording.text,
        answer,
        brings,
        f"compte {count(trace.weight, 'fois', 'fois')}" if trace.counts else "",
        " ".join(_notes(reading, result, trace)),
        trace.low if known else None,
        trace.counts,
    )


def _brings(reading: Reading, trace: QuestionTrace) -> tuple[str, str]:
    """The answer, and what it brings."""
    match trace.state:
        case "niveau":
            levels = reading.wording(trace.question).levels
            return levels[trace.low], f"Niveau {trace.low}"
        case "nsp":
            return UNKNOWN, "De 0 à 4"
        case "sans_reponse":
            return NOTHING, "De 0 à 4"
        case "sans_objet":
            return reading.say("reponses.sans_objet", raison=trace.reason), OUT
        case _:
            return reading.say("reponses.non_applicable"), OUT


def _notes(reading: Reading, result: ThemeResult, trace: QuestionTrace) -> list[str]:
    """Why it counts more than once, what not knowing it does to both bounds, why it is left out."""
    notes: list[str] = []
    if trace.state == "non_applicable":
        notes.append(trace.reason)
    if trace.state in ("nsp", "sans_reponse"):
        notes.append(unknown_said(reading.naming, result, trace))
    if trace.state in ("sans_objet", "non_applicable"):
        notes.append(reading.say("pourquoi.sans_objet"))
    if trace.counts and trace.weight > 1:
        notes.append(reading.question(trace.question).weight_reason)
    return [note for note in notes if note]
