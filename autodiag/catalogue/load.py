# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Folders and packed texts to the model, through the three stages; what the rest calls.

Imports pydantic, so imported when a questionnaire is loaded, not at start (house rule 6).
"""

from collections.abc import Callable
from pathlib import Path

from autodiag.bundle import Bundle
from autodiag.catalogue.build import build_questionnaire
from autodiag.catalogue.build_knowledge import build_knowledge
from autodiag.catalogue.checks import answering, knowledge, questions, scoring
from autodiag.catalogue.drafts import (
    ATTESTATION_FILE,
    KNOWLEDGE_FILES,
    PROPOSITIONS_FILE,
    SYNONYMS_FILE,
    KnowledgeDraft,
    QuestionnaireDraft,
    draft_knowledge,
    draft_questionnaire,
)
from autodiag.catalogue.packing import (
    PROFILES_FILE,
    QUESTIONNAIRE_FILE,
    PackedQuestionnaire,
    digest,
    pack,
    unpack,
)
from autodiag.catalogue.problems import Problem, counted, errors_in
from autodiag.catalogue.reader import Table, Texts, ignored_files, parse_texts, read_folder
from autodiag.catalogue.shapes import ProfilesShape
from autodiag.errors import AutodiagError
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Questionnaire

_QUESTIONNAIRE = ("themes/*.toml", PROFILES_FILE)


def load_questionnaire(folder: Path) -> Questionnaire:
    """The questionnaire of a folder. Raises `questionnaire_fautif`, all problems in its details."""
    texts = _read_questionnaire(folder)
    return _questionnaire(texts.files, texts.problems, pack(texts.files).sha256, folder.name)


def pack_questionnaire(folder: Path) -> PackedQuestionnaire:
    """The exact text of a folder's questionnaire, as a dossier embeds it (contract D7).

    Line ends are those of Unix, so that the same files give the same digest everywhere. Raises
    `questionnaire_fautif` when a file cannot be read; their meaning is not checked.
    """
    texts = _read_questionnaire(folder)
    _refuse(texts.problems, "questionnaire_fautif", folder.name)
    return pack(texts.files)


def load_packed(text: str) -> Questionnaire:
    """The questionnaire embedded in a dossier, checked as a stranger's (contract D7)."""
    problems: list[Problem] = []
    files = unpack(text, problems)
    return _questionnaire(files, problems, digest(text), "enregistré dans le dossier")


def load_knowledge(questionnaire_folder: Path, knowledge_folder: Path) -> Knowledge:
    """Actions, portraits and knowledge, as installed. Raises `donnees_fautives`.

    What they say of questions is for `check_folder`: the questionnaire that a dossier embeds may
    be older than they are.
    """
    texts = read_folder(questionnaire_folder, (), ("actions/*.toml", PROFILES_FILE))
    return _knowledge(texts, knowledge_folder)


def load_knowledge_beside(packed_text: str, knowledge_folder: Path) -> Knowledge:
    """The same for a questionnaire that is not installed: the portraits it embeds, no action."""
    embedded = unpack(packed_text, [])
    own = {name: text for name, text in embedded.items() if name == PROFILES_FILE}
    return _knowledge(Texts(own), knowledge_folder)


def load_installed_knowledge(
    questionnaire_id: str, packed_text: Callable[[], str], bundle: Bundle
) -> tuple[Knowledge, bool]:
    """The knowledge beside the questionnaire a dossier embeds, and whether it is installed here:
    where it is not, its actions are not known (contract D7)."""
    folder = bundle.questionnaires / questionnaire_id
    if folder.is_dir():
        return load_knowledge(folder, bundle.knowledge), True
    return load_knowledge_beside(packed_text(), bundle.knowledge), False


def _knowledge(texts: Texts, knowledge_folder: Path) -> Knowledge:
    tables, draft = _knowledge_draft(texts, knowledge_folder)
    profiles = draft.take(ProfilesShape, PROFILES_FILE, tables, texts.problems)
    _refuse(texts.problems, "donnees_fautives", knowledge_folder.name)
    return build_knowledge(draft, profiles)


def check_folder(folder: Path, knowledge_folder: Path) -> list[Problem]:
    """Every problem of a questionnaire folder with the knowledge it refers to, style included."""
    # only those who write need these, and the typography is slow to import
    from autodiag.catalogue.checks import links  # noqa: PLC0415
    from autodiag.catalogue.checks.style import style_problems  # noqa: PLC0415

    texts = _read_questionnaire(folder)
    tables, questionnaire = _questionnaire_draft(texts.files, texts.problems)
    problems = texts.problems + ignored_files(folder, ("themes", "actions"))
    others = read_folder(folder, (), ("actions/*.toml",))
    if folder.is_dir():
        other_tables, known = _knowledge_draft(others, knowledge_folder)
        problems += others.problems
        if known.whole and questionnaire.whole:
            linked = (problem for rule in links.RULES for problem in rule(questionnaire, known))
            problems += linked
        words = [entry.terme for entry in known.glossary.glossaire]
        problems += style_problems({**tables, **other_tables}, words)
    return sorted(problems, key=lambda problem: problem.severity != "erreur")


def _read_questionnaire(folder: Path) -> Texts:
    return read_folder(folder, (QUESTIONNAIRE_FILE,), _QUESTIONNAIRE)


def _questionnaire(
    files: dict[str, str], problems: list[Problem], sha256: str, source: str
) -> Questionnaire:
    _, draft = _questionnaire_draft(files, problems)
    _refuse(problems, "questionnaire_fautif", source)
    assert draft.root is not None  # its absence is a problem
    return build_questionnaire(draft.root, draft, sha256)


def _questionnaire_draft(
    files: dict[str, str], problems: list[Problem]
) -> tuple[dict[str, Table], QuestionnaireDraft]:
    tables = parse_texts(files, problems)
    draft = draft_questionnaire(tables, problems, whole=not problems)
    rules = questions.OWN_RULES + answering.OWN_RULES
    if draft.whole:
        rules += questions.RULES + answering.RULES + scoring.RULES
    problems += [problem for rule in rules for problem in rule(draft)]
    return tables, draft


def _knowledge_draft(
    texts: Texts, knowledge_folder: Path
) -> tuple[dict[str, Table], KnowledgeDraft]:
    """The knowledge's files and those already read, as shapes; problems go to `texts`."""
    optional = (SYNONYMS_FILE, PROPOSITIONS_FILE, ATTESTATION_FILE)
    installed = read_folder(knowledge_folder, KNOWLEDGE_FILES, optional)
    texts.problems += installed.problems
    tables = parse_texts({**texts.files, **installed.files}, texts.problems)
    draft = draft_knowledge(tables, texts.problems, whole=not texts.problems)
    rules = knowledge.OWN_RULES + (knowledge.RULES if draft.whole else ())
    texts.problems += [problem for rule in rules for problem in rule(draft)]
    return tables, draft


def _refuse(problems: list[Problem], code: str, source: str) -> None:
    """Raises when there is an error; warnings refuse nothing."""
    faults = errors_in(problems)
    if faults:
        lines = [problem.line for problem in faults]
        raise AutodiagError(code, details=lines, combien=counted(len(faults)), source=source)
