# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answers files: JSON to answers and back, every problem told at once (contract section 7)."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from autodiag.catalogue.choosing import refusal
from autodiag.catalogue.problems import Problem, counted, did_you_mean, error, shortened
from autodiag.errors import AutodiagError
from autodiag.model.assessment import (
    Answer,
    Answered,
    Assessment,
    NotConcerned,
    Unknown,
    Value,
)
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Questionnaire

MAX_BYTES = 2_000_000
MAX_REASON = 500
HIGHEST_MARK = 10

CHOICES = ("choix", "choix_multiples")
UNKNOWN = "nsp"
EXAMPLE = '{"str-1": 3, "str-2": "nsp"}'

# How Python's reader begins to say what it did not understand, and what we say.
SYNTAX = (
    (
        "Expecting property name",
        "il faut une question entre guillemets droits, ou une virgule de moins",
    ),
    ("Illegal trailing comma", "cette virgule est de trop"),
    ("Expecting ',' delimiter", "il manque une virgule avant ceci, ou l’accolade de la fin"),
    ("Expecting ':' delimiter", "il manque deux-points après le nom de la question"),
    ("Expecting value", "il manque une réponse, ou il lui manque des guillemets droits"),
    ("Extra data", "ce texte vient après l’accolade de la fin"),
    ("Unterminated string", "ce guillemet n’est pas refermé"),
)


def read_answers(data: bytes, name: str, questionnaire: Questionnaire) -> dict[str, Answer]:
    """The answers of a file, in base wording. Raises `reponses_fautives`, all problems in its
    details, when it is not JSON, names an unknown question, or gives a value of another type."""
    problems: list[Problem] = []
    answers: dict[str, Answer] = {}
    for question_id, raw in _parse(data, name, problems).items():
        question = questionnaire.questions.get(question_id)
        if question is None:
            near = did_you_mean(question_id, questionnaire.questions)
            sentence = f"cette question n’existe pas{near}"
            problems.append(error(name, f"question {shortened(question_id)}", sentence))
            continue
        try:
            answers[question_id] = _answer(question, raw)
        except ValueError as fault:
            problems.append(error(name, f"question {question_id}", str(fault)))
    if problems:
        raise AutodiagError(
            "reponses_fautives",
            fichier=name,
            combien=counted(len(problems)),
            details=[problem.line for problem in problems],
        )
    return answers


def fitting(
    assessment: Assessment, questionnaire: Questionnaire
) -> tuple[Assessment, dict[str, str]]:
    """The assessment without the stored values that its questionnaire cannot take, and what is
    wrong with each of these, by question. Answers to questions it does not ask are left alone."""
    faults = {
        question.id: fault
        for question in questionnaire.questions.values()
        if question.id in assessment.answers
        and (fault := fault_of(question, assessment.answers[question.id]))
    }
    if not faults:
        return assessment, faults
    kept = {k: answer for k, answer in assessment.answers.items() if k not in faults}
    return replace(assessment, answers=MappingProxyType(kept)), faults


def fitting_all(snapshot: Snapshot) -> tuple[Snapshot, dict[str, str]]:
    """The same for all that is shown: also the fillings of other questionnaires, whose faults are
    told when they are shown."""
    assessment, faults = fitting(snapshot.assessment, snapshot.questionnaire)
    others = {
        name: replace(filled, assessment=fitting(filled.assessment, filled.questionnaire)[0])
        for name, filled in snapshot.others.items()
    }
    known = replace(snapshot, others=MappingProxyType(others)) if others else snapshot
    return known.with_assessment(assessment), faults


def fault_of(question: Question, answer: Answer) -> str:
    """Why this is no answer to the question, in French; "" when it is one."""
    if not isinstance(answer, Answered):
        return ""
    value = answer.value
    try:
        if isinstance(value, str | tuple) and question.type in CHOICES:
            _choice(question, list(value) if isinstance(value, tuple) else value)
        else:
            _number(question, value)
    except ValueError as fault:
        return str(fault)
    return ""


def write_answers(answers: Mapping[str, Answer]) -> dict[str, object]:
    """The same answers in the shape of an answers file, ready for JSON."""
    return {question: _written(answer) for question, answer in answers.items()}


def _parse(data: bytes, name: str, problems: list[Problem]) -> dict[str, object]:
    if len(data) > MAX_BYTES:
        problems.append(error(name, "", "ce fichier est trop gros pour un fichier de réponses"))
        return {}
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        sentence = (
            "certaines lettres ne se lisent pas (ce fichier n’est pas en UTF-8) : enregistrez-le"
            " de nouveau depuis votre éditeur de texte, avec le codage UTF-8"
        )
        problems.append(error(name, "", sentence))
        return {}
    try:
        found: object = json.loads(text, object_pairs_hook=_Table)
    except json.JSONDecodeError as fault:
        problems.append(_badly_written(name, text, fault))
    except RecursionError:
        said = "trop d’accolades ou de crochets les uns dans les autres (imbriqués)"
        problems.append(error(name, "", said))
    except ValueError:  # more digits than Python reads
        problems.append(error(name, "", "il contient un nombre démesuré"))
    else:
        if isinstance(found, _Table):
            for question in found.twice:
                place = f"question {shortened(question)}"
                problems.append(error(name, place, "elle a deux réponses"))
            return found
        problems.append(error(name, "", f"il faut des accolades : {EXAMPLE}"))
    return {}


def _badly_written(name: str, text: str, fault: json.JSONDecodeError) -> Problem:
    if not text.strip():
        return error(name, "", f"ce fichier est vide. Il faut par exemple {EXAMPLE}")
    known = (said for start, said in SYNTAX if fault.msg.startswith(start))
    said = next(known, "ce n’est pas du JSON bien écrit")
    return error(name, f"ligne {fault.lineno}, colonne {fault.colno}", said)


class _Table(dict[str, object]):
    """An object of the file, and the keys that it gives more than once."""

    def __init__(self, pairs: Iterable[tuple[str, object]]) -> None:
        super().__init__()
        twice: list[str] = []
        for key, value in pairs:
            if key in self:
                twice.append(key)
            self[key] = value
        self.twice = tuple(dict.fromkeys(twice))


def _answer(question: Question, raw: object) -> Answer:
    """One answer. Raises ValueError with a French sentence."""
    if raw == UNKNOWN:
        return Unknown()
    if raw is None:
        raise ValueError("pour ne pas répondre, supprimez cette ligne")
    if isinstance(raw, _Table):
        table = raw
        if table.twice:
            raise ValueError(f"« {shortened(table.twice[0])} » y est écrit deux fois")
        if set(table) == {"sans_objet"}:
            return NotConcerned(_reason(table["sans_objet"]))
        if set(table) == {"choix"} and question.type in CHOICES:
            return Answered(_choice(question, table["choix"]))
        raise ValueError(_expected(question))
    return Answered(_number(question, raw))


def _reason(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError("«\u202fsans objet\u202f» demande son motif, entre guillemets")
    if len(raw) > MAX_REASON:
        raise ValueError(f"le motif dépasse {MAX_REASON} caractères")
    if any(unicodedata.category(char) == "Cs" for char in raw):
        raise ValueError("le motif contient un caractère qui ne peut pas être enregistré")
    return raw.strip()


def _choice(question: Question, raw: object) -> Value:
    known = [choice.id for choice in question.choices]
    if question.type == "choix":
        if isinstance(raw, str) and raw in known:
            return raw
        near = did_you_mean(raw, known) if isinstance(raw, str) else ""
        raise ValueError(_expected(question) + near)
    listed = cast("list[object]", raw) if isinstance(raw, list) else ()
    chosen = [item for item in listed if isinstance(item, str) and item in known]
    if not isinstance(raw, list) or len(chosen) != len(listed) or len(set(chosen)) != len(chosen):
        raise ValueError(_expected(question))
    if refused := refusal(question, chosen):
        raise ValueError(refused)
    return tuple(choice for choice in known if choice in chosen)


def _number(question: Question, raw: object) -> Value:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise ValueError(_expected(question))  # noqa: TRY004 - caught with the others
    low, high = bounds(question)
    whole = question.type == "niveaux"
    # what is not a finite number is not between its bounds
    if question.type in CHOICES or not low <= raw <= high:
        raise ValueError(_expected(question))
    if whole and not isinstance(raw, int):
        said = f"écrivez {int(raw)}, sans décimale" if raw.is_integer() else _expected(question)
        raise ValueError(said)
    return raw


def bounds(question: Question) -> tuple[float, float]:
    """The least and the most that a question answered by a level or a number takes."""
    if question.type == "niveaux":
        return 0, HIGHEST_LEVEL
    if question.range is not None:
        return question.range.minimum, question.range.maximum
    return 0, HIGHEST_MARK


def _expected(question: Question) -> str:
    """What this question takes, in French."""
    words = ", ".join(choice.id for choice in question.choices)
    if question.type == "choix":
        return f'il faut {{"choix": "…"}} avec un seul de ces mots\u00a0: {words}'
    if question.type == "choix_multiples":
        return f'il faut {{"choix": ["…"]}} avec de ces mots, une fois chacun\u00a0: {words}'
    low, high = bounds(question)
    levels = "un niveau (0, 1, 2, 3 ou 4)"
    kind = levels if question.type == "niveaux" else f"un nombre de {_plain(low)} à {_plain(high)}"
    return f'il faut {kind}, "nsp" ou {{"sans_objet": "le motif"}}'


def _plain(bound: float) -> str:
    """As it is typed in the file: 1000000, 2.5."""
    return str(int(bound)) if bound == int(bound) else str(bound)


def _written(answer: Answer) -> object:
    match answer:
        case Unknown():
            return UNKNOWN
        case NotConcerned(reason):
            return {"sans_objet": reason}
        case Answered(str() as choice):
            return {"choix": choice}
        case Answered(tuple() as choices):
            return {"choix": list(choices)}
        case Answered(value):
            return value
