# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What must hold between the figures, one function per matter. Each returns French sentences."""

from collections.abc import Mapping, Sequence

from autodiag.benchmarks.phrases import Phrases
from autodiag.benchmarks.predicate import unanswerable
from autodiag.benchmarks.sentences import in_two_steps, to_avoid
from autodiag.benchmarks.tables import suggestion
from autodiag.model.benchmark import Benchmark, SeriesPoint
from autodiag.model.questionnaire import Questionnaire

# Régions, départements, an official or an agent are never a mirror for a collectivité.
COMPARED_STRATA = ("toutes", "commune", "intercommunalite", "grande_ville")


def check_benchmark(benchmark: Benchmark, replaced_by: str) -> list[str]:
    """A comparator has a share and a question; it is not an edition that was replaced."""
    low, high = benchmark.population_min, benchmark.population_max
    faults: list[str] = []
    if low is not None and high is not None and low > high:
        faults.append("«\u202fpopulation_min\u202f» dépasse «\u202fpopulation_max\u202f».")
    if not benchmark.comparator:
        return faults
    for missing, column in (
        (benchmark.value is None, "valeur"),
        (not benchmark.question, "question_id"),
        (benchmark.closeness is None, "proximite"),
    ):
        if missing:
            faults.append(f"un comparateur a besoin de «\u202f{column}\u202f».")
    if benchmark.stratum not in COMPARED_STRATA:
        faults.append(f"la strate «\u202f{benchmark.stratum}\u202f» ne sert jamais à comparer.")
    if replaced_by:
        faults.append(f"remplacé par «\u202f{replaced_by}\u202f», il ne peut être que de contexte.")
    return faults


def check_words(benchmark: Benchmark, phrases: Phrases) -> list[str]:
    """Every comparator has the pieces that its sentences need, and its study a name."""
    if not benchmark.comparator:
        return []
    words, study = phrases.benchmarks.get(benchmark.id), phrases.studies.get(benchmark.study.id)
    if words is None or study is None:
        what = (
            f"repère «\u202f{benchmark.id}"
            if words is None
            else f"étude «\u202f{benchmark.study.id}"
        )
        return [f"phrases.toml\u00a0: {what}\u202f» absent."]
    needed = {"qui", "vous"}
    if benchmark.stratum == "grande_ville":
        needed = set[str]()
    elif not words.comparer:
        needed = {"qui"}
    elif in_two_steps(benchmark, words):
        needed = {"qui", "vous", "vous_pas"}
    elif to_avoid(benchmark):
        needed = {"qui", "cas", "vous_pas"}
    faults = [name for name in sorted(needed) if not getattr(words, name)]
    bounded = benchmark.population_min is not None or benchmark.population_max is not None
    if (bounded or benchmark.stratum != "toutes") and not (words.ailleurs or study.ailleurs):
        faults.append("ailleurs")
    place = f"phrases.toml, repère {benchmark.id}"
    return [f"{place}\u00a0: «\u202f{name}\u202f» manque." for name in faults]


def check_series(points: Sequence[SeriesPoint], benchmarks: Mapping[str, Benchmark]) -> list[str]:
    """The last point of a series: its figure exists, and it comes after the one before."""
    last = points[-1]
    faults: list[str] = []
    if last.benchmark not in benchmarks:
        known = suggestion(last.benchmark, benchmarks)
        faults.append(f"repère inconnu\u00a0: «\u202f{last.benchmark}\u202f»{known}.")
    if len(points) > 1 and (last.year, last.month) <= (points[-2].year, points[-2].month):
        faults.append("les points d’une série vont du plus ancien au plus récent.")
    return faults


def check_questions(
    comparators: Sequence[Benchmark], questionnaire: Questionnaire
) -> tuple[str, ...]:
    """The comparators of this questionnaire’s questions whose condition no answer can meet."""
    return tuple(
        f"{benchmark.id}\u00a0: «\u202f{term.value}\u202f» ne répond pas à la question"
        f" {benchmark.question}."
        for benchmark in comparators
        if (question := questionnaire.questions.get(benchmark.question))
        for term in unanswerable(benchmark.terms, question)
    )
