# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The files as shapes, kept by file so that a check can say where; what is faulty is set apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from autodiag.catalogue.attestation_shapes import AttestationShape
from autodiag.catalogue.faults import read_shape
from autodiag.catalogue.knowledge_shapes import (
    ActionShape,
    ActionsShape,
    ActorsShape,
    CombinationsShape,
    FactsShape,
    GlossaryFileShape,
    HandoverShape,
    ObligationsShape,
    PropositionsShape,
    SourcesShape,
    SynonymsShape,
)
from autodiag.catalogue.packing import PROFILES_FILE, QUESTIONNAIRE_FILE, THEMES
from autodiag.catalogue.problems import Problem
from autodiag.catalogue.reader import Table
from autodiag.catalogue.shapes import (
    ProfilesShape,
    QuestionnaireShape,
    QuestionShape,
    ThemeShape,
)
from autodiag.catalogue.values import Shape

ACTIONS = "actions/"
COMBINATIONS_FILE = "actions/combinaisons.toml"
FACTS_FILE = "faits.toml"
OBLIGATIONS_FILE = "obligations.toml"
ACTORS_FILE = "acteurs.toml"
GLOSSARY_FILE = "glossaire.toml"
SOURCES_FILE = "sources.toml"
HANDOVER_FILE = "passation.toml"
SYNONYMS_FILE = "synonymes.toml"
"""May be absent: nobody then finds a question by another word than its own."""
PROPOSITIONS_FILE = "propositions.toml"
"""May be absent: what an action carries out is then not said."""
ATTESTATION_FILE = "attestation.toml"
"""May be absent: there is then no attestation to print."""
KNOWLEDGE_FILES = (
    *(FACTS_FILE, OBLIGATIONS_FILE, ACTORS_FILE, GLOSSARY_FILE, SOURCES_FILE),
    HANDOVER_FILE,
)

S = TypeVar("S", bound=Shape)


@dataclass(slots=True)
class Draft:
    """What stands of some files. `lost` holds the ids of faulty items; `whole` is false when a
    file could not be read at all, so that nothing can be said of what is absent."""

    lost: set[str] = field(default_factory=set[str])
    whole: bool = True

    @property
    def sound(self) -> bool:
        """Whether nothing was set apart."""
        return self.whole and not self.lost

    def take(
        self, model: type[S], file: str, tables: Mapping[str, Table], problems: list[Problem]
    ) -> S | None:
        """The shape of one file, or what stands of it, its problems added."""
        table = tables.get(file)
        if table is None:
            return None
        found = read_shape(model, file, table, problems, self.lost)
        self.whole = self.whole and found is not None
        return found


@dataclass(slots=True)
class QuestionnaireDraft(Draft):
    """A questionnaire's files."""

    root: QuestionnaireShape | None = None
    themes: dict[str, ThemeShape] = field(default_factory=dict[str, ThemeShape])
    profiles: ProfilesShape | None = None

    def questions(self) -> Iterator[tuple[str, QuestionShape]]:
        """Every question after its file."""
        for file, theme in self.themes.items():
            for question in theme.questions:
                yield file, question

    def theme_ids(self) -> set[str]:
        """The ids of the themes."""
        return {theme.id for theme in self.themes.values()}

    def question_ids(self) -> set[str]:
        """The ids of the questions, those of faulty ones included."""
        return {question.id for _, question in self.questions()} | self.lost

    def level_ids(self) -> set[str]:
        """The ids of the questions answered by a level, those of faulty ones included."""
        return {q.id for _, q in self.questions() if q.type == "niveaux"} | self.lost


@dataclass(slots=True)
class KnowledgeDraft(Draft):
    """The files of the actions and of the knowledge."""

    actions: dict[str, ActionsShape] = field(default_factory=dict[str, ActionsShape])
    combinations: CombinationsShape | None = None
    facts: FactsShape = field(default_factory=FactsShape)
    obligations: ObligationsShape | None = None
    actors: ActorsShape = field(default_factory=ActorsShape)
    glossary: GlossaryFileShape = field(default_factory=GlossaryFileShape)
    sources: SourcesShape = field(default_factory=SourcesShape)
    handover: HandoverShape = field(default_factory=HandoverShape)
    synonyms: SynonymsShape = field(default_factory=SynonymsShape)
    propositions: PropositionsShape = field(default_factory=PropositionsShape)
    attestation: AttestationShape = field(default_factory=AttestationShape)

    def each_action(self) -> Iterator[tuple[str, ActionShape]]:
        """Every action after its file."""
        for file, one in self.actions.items():
            for action in one.actions:
                yield file, action

    def action_ids(self) -> set[str]:
        """The ids of the actions, those of faulty ones included."""
        return {action.id for _, action in self.each_action()} | self.lost

    def fact_ids(self) -> set[str]:
        """The ids of the facts, those of faulty ones included."""
        return {fact.id for fact in self.facts.faits} | self.lost

    def actor_ids(self) -> set[str]:
        """The ids of the actors, those of faulty ones included."""
        return {actor.id for actor in self.actors.acteurs} | self.lost

    def obligation_ids(self) -> set[str]:
        """The ids of the obligations, those of faulty ones included."""
        shown = self.obligations.obligations if self.obligations else ()
        return {obligation.id for obligation in shown} | self.lost


def draft_questionnaire(
    tables: Mapping[str, Table], problems: list[Problem], *, whole: bool
) -> QuestionnaireDraft:
    """A questionnaire's tables as shapes. `whole` is false when a file had no table."""
    draft = QuestionnaireDraft(whole=whole)
    draft.root = draft.take(QuestionnaireShape, QUESTIONNAIRE_FILE, tables, problems)
    draft.whole = whole  # every theme can be read without it
    for file in sorted(name for name in tables if name.startswith(THEMES)):
        theme = draft.take(ThemeShape, file, tables, problems)
        if theme is not None:
            draft.themes[file] = theme
    draft.profiles = draft.take(ProfilesShape, PROFILES_FILE, tables, problems)
    return draft


def draft_knowledge(
    tables: Mapping[str, Table], problems: list[Problem], *, whole: bool
) -> KnowledgeDraft:
    """The actions' and the knowledge's tables as shapes."""
    draft = KnowledgeDraft(whole=whole)
    for file in sorted(name for name in tables if name.startswith(ACTIONS)):
        if file == COMBINATIONS_FILE:
            draft.combinations = draft.take(CombinationsShape, file, tables, problems)
        else:
            actions = draft.take(ActionsShape, file, tables, problems)
            if actions is not None:
                draft.actions[file] = actions
    draft.obligations = draft.take(ObligationsShape, OBLIGATIONS_FILE, tables, problems)
    draft.facts = draft.take(FactsShape, FACTS_FILE, tables, problems) or draft.facts
    draft.actors = draft.take(ActorsShape, ACTORS_FILE, tables, problems) or draft.actors
    draft.glossary = (
        draft.take(GlossaryFileShape, GLOSSARY_FILE, tables, problems) or draft.glossary
    )
    draft.sources = draft.take(SourcesShape, SOURCES_FILE, tables, problems) or draft.sources
    draft.handover = draft.take(HandoverShape, HANDOVER_FILE, tables, problems) or draft.handover
    draft.synonyms = draft.take(SynonymsShape, SYNONYMS_FILE, tables, problems) or draft.synonyms
    propositions = draft.take(PropositionsShape, PROPOSITIONS_FILE, tables, problems)
    draft.propositions = propositions or draft.propositions
    attestation = draft.take(AttestationShape, ATTESTATION_FILE, tables, problems)
    draft.attestation = attestation or draft.attestation
    return draft
