# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the application knows beside questions and actions: facts, actors, words, portraits."""

from dataclasses import dataclass, field
from typing import Literal

from autodiag.model.authority import Kind
from autodiag.model.condition import Condition
from autodiag.model.questionnaire import ProfileId
from autodiag.model.roadmap import ActionCatalogue, Obligation, ProofStatus


@dataclass(frozen=True, slots=True)
class Fact:
    """A yes/no about the collectivité, asked once, and only where `asked_if` is not false."""

    id: str
    text: str
    text_epci: str = ""
    text_other: str = ""
    asked_if: Condition | None = None

    def read_by(self, kind: Kind) -> str:
        """The sentence that a collectivité of that kind reads."""
        other = self.text_epci if kind == "epci" else self.text_other if kind != "commune" else ""
        return other or self.text


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody to ask or work with: a person of the town hall, or a body and what it brings."""

    id: str
    name: str
    brings: str = ""
    to_whom: str = ""
    cost: str = ""
    status: ProofStatus | None = None


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word and its definition in one or two sentences."""

    term: str
    definition: str


Addressee = Literal["collectivites", "etat", "les_deux", "non_dit"]
"""Whom a proposition asks to act; `non_dit`: its text does not say."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """One proposition: its title as published, what it asks in our words, and whom. `remark`: what
    must be known to read it in a commune; may be empty."""

    number: int
    title: str
    asks: str = ""
    addressee: Addressee = "collectivites"
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Propositions:
    """What somebody proposed to collectivités, by number; `author` says who and when. Actions name
    those that they carry out."""

    author: str = ""
    told: dict[int, Proposition] = field(default_factory=dict[int, Proposition])

    @property
    def titles(self) -> dict[int, str]:
        """The titles alone, by number."""
        return {number: one.title for number, one in self.told.items()}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of the self-declared attestation: what it asks, why, how it is checked.

    `declared`: the collectivité says it itself, with a day; what else it says is asked under the
    name `field`, with `hint` as an example, both empty where nothing else is. Else it is computed
    from the answers."""

    id: str
    title: str
    text: str
    why: str
    checked: str
    declared: bool = False
    field: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class AttestationRules:
    """What the self-declared attestation rests on, as published: its criteria in order, what it is
    (`warning`, said in large letters), what it does not prove."""

    title: str = ""
    warning: str = ""
    limits: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Words that people type, and the words under which a question says the same."""

    typed: tuple[str, ...]
    meant: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoverTopic:
    """A contract or an access that the next person must find. `place` and `who` are examples of
    what is written: where it is, and whom to ask; never the secret."""

    id: str
    title: str
    about: str
    place: str
    who: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """A profile in words: the study's label, the kind label shown first (contract P7), a portrait,
    a strength and the next step."""

    profile: ProfileId
    label: str
    kind_label: str
    portrait: str
    strength: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a theme's prudent score means: `low` included, `high` excluded unless it is 4."""

    theme: str
    low: int
    high: int
    text: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The installed knowledge, each part by id and in the order of its file. `dated` is the day
    its contents were last reviewed (ISO); `to_check` says what is still open about them all."""

    facts: dict[str, Fact]
    actors: dict[str, Actor]
    glossary: tuple[GlossaryEntry, ...]
    obligations: dict[str, Obligation]
    actions: ActionCatalogue
    portraits: dict[ProfileId, Portrait]
    readings: tuple[Reading, ...]
    sources: dict[str, str]
    dated: str
    to_check: tuple[str, ...] = ()
    handover: dict[str, HandoverTopic] = field(default_factory=dict[str, HandoverTopic])
    synonyms: tuple[Synonyms, ...] = ()
    propositions: Propositions = field(default_factory=Propositions)
    attestation: AttestationRules = field(default_factory=AttestationRules)
