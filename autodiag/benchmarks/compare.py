# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One assessment beside the published figures. Pure: the same answers give the same sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from autodiag.benchmarks.library import Library, figure_id
from autodiag.benchmarks.placing import ELSEWHERE, Place, place, sort_key
from autodiag.benchmarks.predicate import done, stance
from autodiag.benchmarks.sentences import in_two_steps, margin, other_figure, sentence
from autodiag.model.assessment import Answer, Assessment
from autodiag.model.authority import Kind, LocalAuthority
from autodiag.model.benchmark import Benchmark, Comparator, Comparison, Stance
from autodiag.model.condition import Facts, holds
from autodiag.model.questionnaire import Question, Questionnaire

# At most this many per question on a screen or on paper (contract B2).
SHOWN_PER_QUESTION = 2
_OF_ANOTHER_KIND: Mapping[Kind, tuple[str, ...]] = {
    "commune": ("intercommunalite", "departement", "region"),
    "epci": ("commune", "departement", "region"),
}


def compare(
    library: Library,
    questionnaire: Questionnaire,
    assessment: Assessment,
    authority: LocalAuthority,
    facts: Facts,
) -> Comparison:
    """Every comparator of the questions that apply, in the order of the questionnaire, best first
    (contract B2–B5); a question whose condition is unknown is asked, hence compared (S1)."""
    by_question: dict[str, list[Benchmark]] = {}
    for benchmark in library.comparators():
        by_question.setdefault(benchmark.question, []).append(benchmark)
    found: list[Comparator] = []
    without: list[str] = []
    answers = assessment.answers
    for question in questionnaire.questions.values():
        condition = question.applicable
        if condition and holds(condition, authority, facts, answers) is False:
            continue
        asked = _Asked(question, answers.get(question.id), authority)
        beside = _beside(library, by_question.get(question.id, ()), asked)
        found.extend(beside)
        if not any(comparator.same_size for comparator in beside):
            without.append(question.id)
    return Comparison(tuple(found), tuple(without))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, what was answered, and by whom."""

    question: Question
    answer: Answer | None
    authority: LocalAuthority


def _beside(library: Library, benchmarks: Sequence[Benchmark], asked: _Asked) -> list[Comparator]:
    """The comparators of one question, best first, the ones to show marked."""
    studies = library.phrases.studies
    placed = [(one, place(one, studies[one.study.id], asked.authority)) for one in benchmarks]
    placed.sort(key=lambda pair: sort_key(*pair))
    shown_ids = _to_show([benchmark for benchmark, _ in placed])
    notes = _other_figures(library, benchmarks, asked.authority)
    said: list[Comparator] = []
    for benchmark, at in placed:
        one = _comparator(library, benchmark, at, asked)
        one = replace(one, shown=benchmark.id in shown_ids, notes=notes[benchmark.id])
        said.append(replace(one, notes=_once(one, said)))
    return said


def _once(one: Comparator, before: Sequence[Comparator]) -> tuple[str, ...]:
    """Its notes but those of a figure that it is shown with: two that disagree with a third stand
    together, and quote it once."""
    read = [each for each in before if each.shown and each.same_size == one.same_size]
    known = {note for each in read for note in each.notes if one.shown}
    return tuple(note for note in one.notes if note not in known)


def _comparator(library: Library, benchmark: Benchmark, at: Place, asked: _Asked) -> Comparator:
    stands = _stance(library, benchmark, at, asked)
    return Comparator(
        question=asked.question.id,
        benchmark=benchmark,
        rank=at.rank,
        same_size=at.rank < ELSEWHERE,
        stance=stands,
        sentence=sentence(benchmark, at, stands, library.phrases, asked.authority),
        margin=margin(benchmark),
        done=done(asked.question, asked.answer, library.phrases.silences),
        near=in_two_steps(benchmark, library.phrases.benchmarks[benchmark.id]),
    )


def _stance(library: Library, benchmark: Benchmark, at: Place, asked: _Asked) -> Stance:
    """Nobody is in or out of a share of another size, nor of what persons merely think."""
    if at.rank == ELSEWHERE or not library.phrases.benchmarks[benchmark.id].comparer:
        return "non_compare"
    return stance(benchmark.terms, asked.question, asked.answer, library.phrases.silences)


def at_odds(one: Benchmark, other: Benchmark) -> bool:
    """Whether two figures of a question disagree, whichever of the two says so (contract B5)."""
    return one.question == other.question and (
        figure_id(other.id) in one.conflicts or figure_id(one.id) in other.conflicts
    )


def _rivals(benchmark: Benchmark, others: Sequence[Benchmark]) -> list[str]:
    """Those of the same question that disagree with it."""
    return [o.id for o in others if o is not benchmark and at_odds(benchmark, o)]


def _to_show(ordered: Sequence[Benchmark]) -> frozenset[str]:
    """The best two, save that figures which disagree come together or not at all (contract B5), and
    that a territory’s stands beside the best of the studies rather than a second one (B6)."""
    chosen: set[str] = set()
    local = [one for one in ordered[1:] if one.study.local]
    rest = [one for one in ordered[1:] if not one.study.local]
    for benchmark in (*ordered[:1], *local, *rest):
        group = {benchmark.id, *_rivals(benchmark, ordered)}
        if len(chosen | group) <= SHOWN_PER_QUESTION:
            chosen |= group
    return frozenset(chosen)


def _other_figures(
    library: Library, benchmarks: Sequence[Benchmark], authority: LocalAuthority
) -> dict[str, tuple[str, ...]]:
    """What disagrees with a comparator and is not itself a comparator of the question; nothing of
    collectivités of another kind, which stays in « Sources »."""
    present = {figure_id(one.id) for one in benchmarks}
    wanted = {key for one in benchmarks for key in one.conflicts} - present
    known: Mapping[str, Benchmark] = {
        one.id: one
        for one in library.benchmarks
        if one.id in wanted and one.stratum not in _OF_ANOTHER_KIND.get(authority.kind, ())
    }
    return {
        one.id: tuple(
            other_figure(known[key], library.phrases) for key in one.conflicts if key in known
        )
        for one in benchmarks
    }


def shown(comparison: Comparison, question_id: str) -> tuple[Comparator, ...]:
    """The two at most that a page shows for a question; those of another size go under
    « Voir ailleurs »."""
    return tuple(one for one in comparison.comparators if one.shown and one.question == question_id)


def sources(comparison: Comparison) -> tuple[Benchmark, ...]:
    """Every figure behind the comparison, once each, whatever number of questions it serves."""
    figures: dict[str, Benchmark] = {}
    for comparator in comparison.comparators:
        figures.setdefault(figure_id(comparator.benchmark.id), comparator.benchmark)
    return tuple(figures.values())


@dataclass(frozen=True, slots=True)
class WithoutBenchmark:
    """A theme where questions have no figure of the reader’s size; `whole` when none has."""

    theme: str
    questions: tuple[str, ...]
    whole: bool
    sentence: str


def said_once_per_theme(
    library: Library, questionnaire: Questionnaire, comparison: Comparison
) -> tuple[WithoutBenchmark, ...]:
    """« Pas de repère pour votre taille », once for each theme that needs it (contract B4)."""
    missing = frozenset(comparison.without)
    having = {one.question for one in comparison.comparators if one.same_size}
    themes: list[WithoutBenchmark] = []
    for theme in questionnaire.themes:
        questions = tuple(q.id for q in theme.questions if q.id in missing)
        if questions:
            whole = not any(q.id in having for q in theme.questions)
            said = library.phrases.models["sans_repere"]
            themes.append(WithoutBenchmark(theme.id, questions, whole, said))
    return tuple(themes)
