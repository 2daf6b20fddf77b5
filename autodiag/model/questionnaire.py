# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire as its data files describe it: themes, questions, levels, how it is scored."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from autodiag.model.condition import Condition

QuestionType = Literal["niveaux", "choix", "choix_multiples", "nombre", "note"]
ProfileId = Literal["retardataire", "pragmatique", "stratege"]
PROFILES: tuple[ProfileId, ...] = ("retardataire", "pragmatique", "stratege")
"""The three groups of the 2019 study, lowest first."""

HIGHEST_LEVEL = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a `choix` or `choix_multiples` question; `alone` when no other goes with it."""

    id: str
    text: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class NumberRange:
    """The bounds, both included, of a `nombre` or `note` question, and its unit as written."""

    minimum: float
    maximum: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is read: the question, its spoken form for élus, the five levels (or none), why it is
    asked, where to look, an example, the reasons offered for «sans objet», and why it may not
    apply."""

    text: str
    text_for_officials: str
    levels: tuple[str, ...] = ()
    why: str = ""
    where: str = ""
    example: str = ""
    not_concerned_reasons: tuple[str, ...] = ()
    not_applicable_reason: str = ""


@dataclass(frozen=True, slots=True)
class Coherence:
    """A gentle remark when both answers are known: this question's level and another's, or, where
    `value` is None, this question's number compared with the other's."""

    other: str
    comparison: str
    value: int | None
    other_comparison: str
    other_value: int
    message: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `wordings` maps a variant id (`""` is the base) to its wording, complete.

    `weight` is a positive integer, `weight_reason` why it is above 1 (contract S3, S8); `express`
    marks the twelve of the short form; a question without `applicable` always applies; at most
    `most` choices are given together, any number where it is 0.
    """

    id: str
    theme: str
    type: QuestionType
    wordings: dict[str, Wording]
    whom: tuple[str, ...] = ()
    weight: int = 1
    express: bool = False
    applicable: Condition | None = None
    not_applicable_reason: str = ""
    choices: tuple[Choice, ...] = ()
    range: NumberRange | None = None
    coherence: tuple[Coherence, ...] = ()
    obligations: tuple[str, ...] = ()
    weight_reason: str = ""
    most: int = 0

    def wording(self, variant: str = "") -> Wording:
        """The wording of a variant, or the base one where the question has none such."""
        return self.wordings.get(variant, self.wordings[""])


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme and its questions, in the order they are asked."""

    id: str
    title: str
    subtitle: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording used when `condition` is true: the first true one that the question has."""

    id: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Measure:
    """What a profile condition looks at: the global score, or the mean of some themes."""

    kind: Literal["global", "theme", "moyenne"]
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Threshold:
    """`measure >= bound` when `at_least`, else `measure < bound`. Bounds are exact decimals."""

    measure: Measure
    bound: str
    at_least: bool = True


@dataclass(frozen=True, slots=True)
class ProfileRule:
    """The profile given when all thresholds are met (contract P1–P3, P5)."""

    profile: ProfileId
    thresholds: tuple[Threshold, ...]


@dataclass(frozen=True, slots=True)
class Classable:
    """When a profile may be given (contract S6): the pilot theme and how many documented themes."""

    pilot_theme: str
    documented_themes: int


@dataclass(frozen=True, slots=True)
class Scoring:
    """How a questionnaire is scored; a questionnaire without it is compared and bridged only."""

    classable: Classable
    profile_rules: tuple[ProfileRule, ...]
    foundations: tuple[tuple[str, int], ...] = ()
    """The *socle*: (question, level to reach), first goal of the roadmap (contract R3)."""


@dataclass(frozen=True)
class Questionnaire:
    """A whole questionnaire, `summary` what it is in a sentence or two, perhaps empty.

    `by_theme`: each theme is a contribution of its own, which one person may take. `opinions`: it
    asks what each one thinks, not how things are.
    `sha256` is the digest of the exact text it was read from.
    """

    id: str
    version: int
    title: str
    instructions: str
    scale: tuple[str, ...]
    themes: tuple[Theme, ...]
    variants: tuple[Variant, ...] = ()
    scoring: Scoring | None = None
    renames: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    sha256: str = ""
    summary: str = ""
    by_theme: bool = False
    opinions: bool = False

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by id, in order."""
        return {q.id: q for theme in self.themes for q in theme.questions}
