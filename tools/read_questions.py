# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Print a questionnaire and its actions as one kind of collectivité reads them, to read aloud.

python tools/read_questions.py questionnaires/maturite-numerique epci 12000
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from autodiag.catalogue.conditions_said import describe_condition
from autodiag.catalogue.load import load_knowledge, load_questionnaire
from autodiag.model.authority import KINDS, Kind, LocalAuthority
from autodiag.model.condition import holds
from autodiag.model.questionnaire import Question, Wording
from autodiag.scoring.wording import actions_worded, variant_for, variants_read

KNOWLEDGE = Path(__file__).resolve().parents[1] / "resources" / "knowledge"


def read(folder: Path, authority: LocalAuthority) -> Iterator[str]:
    """One paragraph a question, whichever wording this collectivité reads; facts are unknown."""
    questionnaire = load_questionnaire(folder)
    yield questionnaire.instructions
    for theme in questionnaire.themes:
        yield f"\n== {theme.title} — {theme.subtitle}"
        for question in theme.questions:
            variant = variant_for(questionnaire, question, authority, {})
            yield f"\n{question.id} [{variant or 'base'}]"
            condition = question.applicable
            if condition is not None:
                yield f"  se pose si\u00a0: {describe_condition(condition, {})}"
                if holds(condition, authority, {}) is False:
                    reason = question.wording(variant).not_applicable_reason
                    yield f"  ne se pose pas\u00a0: {reason}"
            yield from _lines(question, question.wording(variant))


def read_actions(folder: Path, authority: LocalAuthority) -> Iterator[str]:
    """One paragraph an action that concerns this collectivité, or may; facts are unknown."""
    variants = variants_read(load_questionnaire(folder), authority, {})
    known = actions_worded(load_knowledge(folder, KNOWLEDGE), variants)
    for action in known.actions.actions.values():
        if action.applicable is not None and holds(action.applicable, authority, {}) is False:
            continue
        variant = next((one for one in variants if one in action.wordings), "base")
        yield f"\n{action.id} [{variant}]\n  {action.title}\n  Pourquoi\u00a0: {action.why}"
        yield from (f"    {rank}. {step}" for rank, step in enumerate(action.steps, start=1))
        yield f"  Ce qui le montre\u00a0: {action.indicator}"


def _lines(question: Question, wording: Wording) -> Iterator[str]:
    yield f"  {wording.text}\n  Aux élus\u00a0: {wording.text_for_officials}"
    for level, text in enumerate(wording.levels):
        yield f"    {level}. {text}"
    for choice in question.choices:
        yield f"    – {choice.text}{' (seul)' if choice.alone else ''}"
    if question.most:
        yield f"    {question.most} au plus"
    for name, text in (
        ("Pourquoi", wording.why),
        ("Où", wording.where),
        ("Exemple", wording.example),
        ("Sans objet", " / ".join(wording.not_concerned_reasons)),
        ("Qui", ", ".join(question.whom)),
    ):
        if text:
            yield f"  {name}\u00a0: {text}"


def main(folder: str, kind: str, population: str) -> None:
    """Print every question, then every action. Raises ValueError for an unknown kind."""
    if kind not in KINDS:
        raise ValueError(f"{kind}\u00a0: {', '.join(KINDS)}")
    authority = LocalAuthority("", kind=cast("Kind", kind), population=int(population))
    print("\n".join((*read(Path(folder), authority), *read_actions(Path(folder), authority))))


if __name__ == "__main__":
    main(*sys.argv[1:])
