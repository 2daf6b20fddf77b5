# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the disc of a published share says: the fact alone, without a word on the answer."""

from autodiag.benchmarks.phrases import Phrases
from autodiag.benchmarks.sentences import share
from autodiag.model.benchmark import Comparator
from autodiag.text.typography import capitalised


def disc_said(comparator: Comparator, phrases: Phrases) -> str:
    """«40 % des collectivités de moins de 25 000 habitants avaient une règle sur les mots de
    passe.» For another size, who they are comes first, and when (contract B1)."""
    benchmark = comparator.benchmark
    words, study = phrases.benchmarks[benchmark.id], phrases.studies[benchmark.study.id]
    part = share(benchmark, phrases)
    if comparator.same_size and words.qui:
        return f"{capitalised(part)} {words.qui} {words.fait}."
    panel = words.ailleurs or study.ailleurs
    return f"{panel}, {study.quand}\u00a0: {part} {words.fait}."
