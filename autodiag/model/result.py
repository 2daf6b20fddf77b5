# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the answers amount to: ranges, profile, and the trace they can be explained from."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from autodiag.model.questionnaire import ProfileId, Threshold

State = Literal["niveau", "nsp", "sans_objet", "sans_reponse", "non_applicable"]
"""What a question brings: a level, or why it brings none."""


@dataclass(frozen=True, slots=True)
class Range:
    """A score between 0 and 4: `low` is the prudent score, `high` the most that can be true."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        """Whether nothing is unknown."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class QuestionTrace:
    """Why a question counts or not, and between which levels (contract S8).

    `low` and `high` are levels 0–4, meaningful only when `counts`. `reason` is the reason of a
    *sans objet* or of a question that does not apply.
    """

    question: str
    weight: int
    state: State
    low: int = 0
    high: int = 0
    reason: str = ""

    @property
    def counts(self) -> bool:
        """Contract S2."""
        return self.state in ("niveau", "nsp", "sans_reponse")


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """A theme's range (None when no question counts), whether it is documented, and its trace."""

    theme: str
    range: Range | None
    documented: bool
    questions: tuple[QuestionTrace, ...]

    def count(self, state: State) -> int:
        """How many questions of the theme are in this state."""
        return sum(trace.state == state for trace in self.questions)


@dataclass(frozen=True, slots=True)
class ThresholdReading:
    """One condition of a profile, read on the low and high bounds (contract P6).

    `measured` is None when none of its themes is evaluable: `met_*` then follows P1 (a mean of
    nothing is taken as met, a lone theme is not). `distance` is what is missing at the low bound.
    """

    profile: ProfileId
    threshold: Threshold
    measured: Range | None
    met_low: bool
    met_high: bool
    distance: Fraction


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is no profile yet: whether the pilot theme lacks, the themes to document, and how
    many documented themes are needed in all."""

    pilot: bool
    themes: tuple[str, ...]
    needed: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """An unknown answer worth clarifying: how far it narrows the global range, and whether it
    can settle the profile alone (contract P4)."""

    question: str
    narrows: Fraction
    settles: bool
    whom: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileResult:
    """The profile at both bounds; both None when not classable (then `missing` says what is).

    `doubts` is empty until `scoring.doubts.with_doubts` has looked for them.
    """

    low: ProfileId | None
    high: ProfileId | None
    readings: tuple[ThresholdReading, ...]
    missing: Missing | None = None
    doubts: tuple[Doubt, ...] = ()
    pilot_not_concerned: bool = False

    @property
    def classable(self) -> bool:
        """Contract S6."""
        return self.low is not None

    @property
    def certain(self) -> bool:
        """The same profile at both bounds (contract P4)."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Result:
    """Everything computed from one assessment. `overall` is None when no theme is evaluable.

    `preview` is the *aperçu express* (contract S10), None where it is not due.
    """

    themes: tuple[ThemeResult, ...]
    overall: Range | None
    profile: ProfileResult
    preview: "Result | None" = None

    def theme(self, theme_id: str) -> ThemeResult:
        """The result of one theme. Raises KeyError for an unknown id."""
        for theme in self.themes:
            if theme.theme == theme_id:
                return theme
        raise KeyError(theme_id)

    def traces(self) -> dict[str, QuestionTrace]:
        """Every question's trace by id."""
        return {trace.question: trace for theme in self.themes for trace in theme.questions}
