# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Small questionnaires, actions and obligations built by hand, for the tests of the rules."""

from collections.abc import Mapping, Sequence
from datetime import date

from autodiag.model.assessment import Answer, Answered, Assessment, NotConcerned, Unknown
from autodiag.model.authority import Kind, LocalAuthority
from autodiag.model.condition import Condition, Facts
from autodiag.model.questionnaire import (
    Classable,
    Measure,
    ProfileRule,
    Question,
    Questionnaire,
    Scoring,
    Theme,
    Threshold,
    Wording,
)
from autodiag.model.result import Result
from autodiag.model.roadmap import (
    SIZES,
    Action,
    ActionCatalogue,
    Capacity,
    Combination,
    Decision,
    Fitness,
    Nature,
    Obligation,
    OwnAction,
    Raise,
    Span,
)
from autodiag.roadmap.obligations import read_obligations
from autodiag.roadmap.situation import Situation
from autodiag.scoring.score import score

DAY = date(2026, 11, 21)
VILLAGE = LocalAuthority("Saint-Exemple", population=612)
AMPLE = Capacity(1_000, 1_000_000)

RULES = (
    ProfileRule(
        "stratege",
        (
            Threshold(Measure("theme", ("strategie",)), "3"),
            Threshold(Measure("moyenne", ("usagers", "territoire", "administration")), "2.5"),
            Threshold(Measure("global"), "2.5"),
        ),
    ),
    ProfileRule("retardataire", (Threshold(Measure("global"), "2", at_least=False),)),
    ProfileRule("pragmatique", ()),
)
"""P1–P3, as the shipped questionnaire writes them."""

Short = int | str | None
"""An answer in short: a level, «nsp», «so» (sans objet), or None for nothing."""


def town(population: int | None = 612, kind: Kind = "commune") -> LocalAuthority:
    return LocalAuthority("Saint-Exemple", kind, population=population)


def question(
    name: str, weight: int = 1, *, express: bool = False, applicable: Condition | None = None
) -> Question:
    """A question of levels; its theme is what precedes the dash of its id."""
    wording = Wording(f"{name} ?", f"{name} ?", ("0", "1", "2", "3", "4"))
    return Question(
        name,
        name.split("-", maxsplit=1)[0],
        "niveaux",
        {"": wording},
        whom=("secretaire",),
        weight=weight,
        express=express,
        applicable=applicable,
        not_applicable_reason="ne s’applique pas" if applicable else "",
    )


def questionnaire(
    *questions: Question,
    documented: int = 7,
    foundations: tuple[tuple[str, int], ...] = (),
    rules: tuple[ProfileRule, ...] = RULES,
) -> Questionnaire:
    themes: dict[str, list[Question]] = {}
    for asked in questions:
        themes.setdefault(asked.theme, []).append(asked)
    return Questionnaire(
        "petit",
        1,
        "Petit",
        "",
        ("0", "1", "2", "3", "4"),
        tuple(Theme(name, name, "", tuple(asked)) for name, asked in themes.items()),
        scoring=Scoring(Classable("strategie", documented), rules, foundations),
    )


def answer(short: int | str) -> Answer:
    if isinstance(short, int):
        return Answered(short)
    return Unknown() if short == "nsp" else NotConcerned("pas chez nous")


def assess(answers: Mapping[str, Short]) -> Assessment:
    given = {name: answer(short) for name, short in answers.items() if short is not None}
    return Assessment("petit", DAY, given)


def rated(
    asked: Questionnaire,
    answers: Mapping[str, Short],
    authority: LocalAuthority = VILLAGE,
    facts: Facts | None = None,
) -> Result:
    return score(asked, assess(answers), authority, facts or {})


def action(
    name: str,
    raises: Mapping[str, int] | None = None,
    *,
    effort: tuple[float, float] = (1, 2),
    cost: tuple[float, float] = (0, 0),
    yearly: tuple[float, float] = (0, 0),
    delay: int = 3,
    needs: Sequence[str] = (),
    fitness: Fitness = "adaptee",
    recurrent: bool = False,
    applicable: Condition | None = None,
) -> Action:
    return Action(
        name,
        "strategie",
        f"Titre de {name}",
        "",
        (),
        tuple(Raise(asked, level) for asked, level in (raises or {}).items()),
        Span(*effort),
        Span(*cost),
        Span(*yearly),
        delay,
        "secretaire",
        (),
        tuple(needs),
        dict.fromkeys(SIZES, fitness),
        "",
        recurrent=recurrent,
        applicable=applicable,
    )


def obligation(
    name: str,
    proof: tuple[str, int] | None = None,
    *,
    nature: Nature = "devoir",
    condition: Condition | None = None,
    cleared_by: tuple[str, ...] = (),
) -> Obligation:
    return Obligation(
        name, name, "", "", "", "", (), "", "", "vu", "2026-11-21", nature,
        condition=condition, proof=Raise(*proof) if proof else None, cleared_by=cleared_by,
    )  # fmt: skip


def situate(
    asked: Questionnaire,
    answers: Mapping[str, Short],
    actions: Sequence[Action],
    *,
    combinations: Sequence[Combination] = (),
    obligations: Sequence[Obligation] = (),
    decisions: Sequence[Decision] = (),
    own: Sequence[OwnAction] = (),
    capacity: Capacity = AMPLE,
    authority: LocalAuthority = VILLAGE,
    facts: Facts | None = None,
) -> Situation:
    result = rated(asked, answers, authority, facts)
    known = facts or {}
    return Situation(
        authority,
        known,
        asked,
        result,
        ActionCatalogue({each.id: each for each in actions}, tuple(combinations), ""),
        read_obligations(obligations, result, authority, known),
        {each.action: each for each in decisions},
        tuple(own),
        capacity,
    )
