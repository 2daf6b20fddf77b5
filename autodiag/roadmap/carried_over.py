# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answers taken over from the assessment before that nobody confirmed: what stands without them.
Knows nothing of what is declared or printed."""

from dataclasses import replace

from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import HIGHEST_LEVEL
from autodiag.model.result import QuestionTrace, Result
from autodiag.scoring.score import rate
from autodiag.scoring.taken_over import waiting
from autodiag.text.numbers import count, day


def confirmed_result(snapshot: Snapshot, result: Result) -> Result:
    """The same result where what is still to be confirmed is not answered (contract S2, S3)."""
    left = waiting(snapshot)
    if not left:
        return result

    def read(trace: QuestionTrace) -> QuestionTrace:
        if trace.question not in left:
            return trace
        return replace(trace, state="sans_reponse", low=0, high=HIGHEST_LEVEL, reason="")

    traces = {one.theme: tuple(read(trace) for trace in one.questions) for one in result.themes}
    return rate(snapshot.questionnaire, traces)


def carried_said(snapshot: Snapshot) -> tuple[str, ...]:
    """«62 réponses du diagnostic du 21 mai 2025 restent à confirmer.»; no line where none is."""
    number = len(waiting(snapshot))
    if not number:
        return ()
    begun = snapshot.assessment.day
    before = [one.day for one in snapshot.years if one.day < begun]
    source = f"du diagnostic du {day(before[-1])}" if before else "du diagnostic précédent"
    verb = "reste" if number == 1 else "restent"
    return (f"{count(number, 'réponse')} {source} {verb} à confirmer.",)
