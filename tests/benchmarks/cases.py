# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the comparison ask and of whom: question ids of the shipped content, choices
as the predicates of `reperes.csv` write them."""

from collections.abc import Mapping
from datetime import date
from itertools import product

from autodiag.benchmarks.compare import compare
from autodiag.benchmarks.library import Library
from autodiag.benchmarks.placing import ELSEWHERE, place
from autodiag.benchmarks.sentences import sentence
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Answered, Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Benchmark, Comparator, Comparison, Stance
from autodiag.model.questionnaire import Choice, Question, Questionnaire, Theme, Wording
from tests.sources import ROOT

FOLDER = ROOT / "resources" / "benchmarks"

VILLAGE = LocalAuthority("Village", population=612)
HAMLET = LocalAuthority("Hameau", population=90)
TOWN = LocalAuthority("Bourg", population=4_200)
CITY = LocalAuthority("Ville", population=38_000)
METROPOLIS = LocalAuthority("Métropole", population=400_000)
UNCOUNTED = LocalAuthority("Sans population")
EPCI = LocalAuthority("Communauté", kind="epci", population=15_000)
EVERYBODY = (VILLAGE, HAMLET, TOWN, CITY, METROPOLIS, UNCOUNTED, EPCI)

# The nine themes: how many questions each had, and the ids that are no longer used.
_THEMES = {
    "strategie": ("str", 8, ()),
    "usagers": ("usa", 7, ()),
    "education": ("edu", 7, ()),
    "territoire": ("ter", 7, (1,)),
    "administration": ("adm", 8, ()),
    "donnee": ("don", 6, ()),
    "amenagement": ("ame", 7, ()),
    "economie": ("eco", 6, (5,)),
    "cyber": ("cyb", 8, ()),
}
# The other nine themes: every question that a figure speaks of, and some that none does.
_CHOICES: dict[str, tuple[str, ...]] = {
    "inc-1": ("dans la commune", "à moins de 20 min", "non", "ne sait pas"),
    "inc-2": ("France services", "médiathèque"),
    "inc-3": (
        "aide aux démarches ou aux usages",
        "culture numérique",
        "évaluation des compétences",
    ),
    "inc-4": ("oui", "non", "ne sait pas"),
    "cyb-a": ("oui", "non", "ne sait pas"),
    "cyb-b": ("interne", "mutualisé", "non"),
    "cyb-c": ("les deux", "un seul", "aucun"),
    "com-1": ("site", "réseau social", "application"),
    "com-2": ("oui, régulièrement", "parfois", "non"),
    "com-3": ("oui", "non"),
    "com-5": ("oui", "non", "pas de site"),
    "out-5": ("uniquement libre", "les deux", "uniquement propriétaire", "ne sait pas"),
    "dat-1": ("oui", "en cours", "non"),
    "dat-5": ("oui", "non"),
    "sta-2": ("votée", "en préparation", "non"),
    "sta-5": ("en place", "envisagé", "non"),
}
_MULTIPLE = ("inc-3", "com-1")


def _question(question_id: str, theme: str, choices: tuple[str, ...]) -> Question:
    kind = "choix_multiples" if question_id in _MULTIPLE else "choix"
    return Question(
        id=question_id,
        theme=theme,
        type=kind,
        wordings={"": Wording("", "")},
        choices=tuple(Choice(f"c{n}", text) for n, text in enumerate(choices)),
    )


def _main() -> Questionnaire:
    themes = [
        Theme(
            theme,
            theme,
            "",
            tuple(
                Question(f"{prefix}-{n}", theme, "niveaux", {"": Wording("", "")})
                for n in range(1, last + 1)
                if n not in unused
            ),
        )
        for theme, (prefix, last, unused) in _THEMES.items()
    ]
    return Questionnaire("maturite-numerique", 1, "", "", (), tuple(themes))


def _others() -> Questionnaire:
    """Everything but the main one: what is written above, and the two that are shipped."""
    questions = tuple(_question(key, "autres", choices) for key, choices in _CHOICES.items())
    shipped = [
        theme
        for name in ("perception", "politique-numerique")
        for theme in load_questionnaire(ROOT / "questionnaires" / name).themes
    ]
    themes = (Theme("autres", "", "", questions), *shipped)
    return Questionnaire("autres", 1, "", "", (), themes)


MAIN = _main()
OTHERS = _others()
BOTH = (MAIN, OTHERS)


def beside(
    library: Library,
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    authority: LocalAuthority = VILLAGE,
) -> Comparison:
    """The comparison of these answers."""
    assessment = Assessment(questionnaire.id, date(2026, 11, 21), answers)
    return compare(library, questionnaire, assessment, authority, {})


def one(comparison: Comparison, benchmark_id: str) -> Comparator:
    """The comparator of that figure."""
    return next(c for c in comparison.comparators if c.benchmark.id == benchmark_id)


def asked_by(benchmark: Benchmark) -> Questionnaire:
    """The questionnaire of this figure’s question."""
    return MAIN if benchmark.question in MAIN.questions else OTHERS


def answers_to(question: Question) -> list[Answer]:
    """Every single value that the question takes."""
    match question.type:
        case "niveaux":
            return [Answered(level) for level in range(5)]
        case "choix_multiples":
            alone: list[Answer] = [Answered((choice.id,)) for choice in question.choices]
            return [*alone, Answered(tuple(choice.id for choice in question.choices))]
        case "choix":
            return [Answered(choice.id) for choice in question.choices]
        case _:
            return [Answered(mark) for mark in range(11)]


def standing(library: Library, benchmark: Benchmark, wanted: str) -> list[Comparator]:
    """This comparator, for a village, for each answer that stands as wanted."""
    questionnaire = asked_by(benchmark)
    question = questionnaire.questions[benchmark.question]
    found = [
        one(beside(library, questionnaire, {question.id: answer}), benchmark.id)
        for answer in answers_to(question)
    ]
    return [comparator for comparator in found if comparator.stance == wanted]


STANCES: tuple[Stance, ...] = ("dans", "hors", "a_verifier", "non_compare")


def every_sentence(library: Library) -> list[tuple[Benchmark, Stance, str]]:
    """Each comparator, in each stance that it can have, for each kind of reader."""
    found = []
    for benchmark, authority in product(library.comparators(), EVERYBODY):
        study = library.phrases.studies[benchmark.study.id]
        at = place(benchmark, study, authority)
        compared = at.rank < ELSEWHERE and library.phrases.benchmarks[benchmark.id].comparer
        for stance in STANCES if compared else STANCES[-1:]:
            said = sentence(benchmark, at, stance, library.phrases, authority)
            found.append((benchmark, stance, said))
    return found
