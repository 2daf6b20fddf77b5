# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answers files: JSON to answers and back, every problem told at once (contract section 7)."""

import json
import math
from collections.abc import Mapping
from typing import cast

from autodiag.catalogue.problems import Problem, did_you_mean, error, shortened
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown, Value
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question, Questionnaire

MAX_BYTES = 2_000_000
MAX_REASON = 500
HIGHEST_MARK = 10

UNKNOWN = "nsp"


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
            combien=len(problems),
            details=[problem.line for problem in problems],
        )
    return answers


def write_answers(answers: Mapping[str, Answer]) -> dict[str, object]:
    """The same answers in the shape of an answers file, ready for JSON."""
    return {question: _written(answer) for question, answer in answers.items()}


def _parse(data: bytes, name: str, problems: list[Problem]) -> dict[str, object]:
    if len(data) > MAX_BYTES:
        problems.append(error(name, "", "ce fichier est trop gros pour un fichier de réponses"))
        return {}
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except UnicodeDecodeError:
        problems.append(error(name, "", "ce fichier n’est pas du texte en UTF-8"))
    except json.JSONDecodeError as fault:
        place = f"ligne {fault.lineno}, colonne {fault.colno}"
        problems.append(error(name, place, "ce n’est pas du JSON bien écrit"))
    except RecursionError:
        problems.append(error(name, "", "ce fichier est trop imbriqué pour être lu"))
    except _TwiceError as fault:
        problems.append(error(name, f"question {fault}", "elle a deux réponses"))
    else:
        if isinstance(found, dict):
            return cast("dict[str, object]", found)
        sentence = 'il faut un objet\u00a0: {"str-1": 3, "str-2": "nsp"}'
        problems.append(error(name, "", sentence))
    return {}


class _TwiceError(Exception):
    """The same question twice in one file."""


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(shortened(key))
        found[key] = value
    return found


def _answer(question: Question, raw: object) -> Answer:
    """One answer. Raises ValueError with a French sentence."""
    if raw == UNKNOWN:
        return Unknown()
    if isinstance(raw, dict):
        table = cast("dict[str, object]", raw)
        if set(table) == {"sans_objet"}:
            return NotConcerned(_reason(table["sans_objet"]))
        if set(table) == {"choix"} and question.type in ("choix", "choix_multiples"):
            return Answered(_choice(question, table["choix"]))
        raise ValueError(f"cette réponse n’est pas comprise. {_expected(question)}")
    return Answered(_number(question, raw))


def _reason(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError("«\u202fsans objet\u202f» demande son motif, entre guillemets")
    if len(raw) > MAX_REASON:
        raise ValueError(f"le motif dépasse {MAX_REASON} caractères")
    return raw.strip()


def _choice(question: Question, raw: object) -> Value:
    known = [choice.id for choice in question.choices]
    if question.type == "choix":
        if isinstance(raw, str) and raw in known:
            return raw
        raise ValueError(_expected(question) + did_you_mean(str(raw), known))
    listed = cast("list[object]", raw) if isinstance(raw, list) else []
    chosen = [item for item in listed if isinstance(item, str) and item in known]
    if not isinstance(raw, list) or len(chosen) != len(listed) or len(set(chosen)) != len(chosen):
        raise ValueError(_expected(question))
    return tuple(choice for choice in known if choice in chosen)


def _number(question: Question, raw: object) -> Value:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise ValueError(_expected(question))
    low, high = _bounds(question)
    whole = question.type == "niveaux"
    if question.type in ("choix", "choix_multiples") or not low <= raw <= high:
        raise ValueError(_expected(question))
    if whole and not isinstance(raw, int):
        raise ValueError(_expected(question))
    return raw


def _bounds(question: Question) -> tuple[float, float]:
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
    low, high = _bounds(question)
    kind = "un niveau" if question.type == "niveaux" else "un nombre"
    return f'il faut {kind} de {low:g} à {high:g}, "nsp", ou {{"sans_objet": "motif"}}'


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
