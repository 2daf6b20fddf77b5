# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A dossier opened by a command, with what every reading verb needs beside it."""

from argparse import Namespace
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autodiag.catalogue.answers import fitting_all
from autodiag.catalogue.load import load_installed_knowledge, load_packed
from autodiag.cli.surroundings import Surroundings
from autodiag.dossier.fillings import latest
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.result import Result
from autodiag.scoring.change import Change
from autodiag.scoring.score import score
from autodiag.scoring.wording import actions_worded, variants_read
from autodiag.since import since

NO_COPY = "La copie datée de ce dossier n’a pas pu être faite :"
LEFT_OUT = (
    "Ces réponses enregistrées ne conviennent pas à leur question, elles comptent comme "
    "«\u202fsans réponse\u202f»\u00a0: {liste}. Pour en savoir plus\u00a0: "
    "main.py verifier, avec ce dossier."
)
NOT_INSTALLED = (
    "Le questionnaire « {id} » de ce dossier n’est pas installé ici : ses actions "
    "ne sont pas connues. Les scores n’en dépendent pas."
)


@dataclass(frozen=True)
class Opened:
    """An open dossier, its snapshot and its result; the knowledge is read when first needed."""

    dossier: Dossier
    snapshot: Snapshot
    surroundings: Surroundings
    faults: Mapping[str, str]
    """Stored values that their question cannot take, left out of the snapshot, and why."""

    @cached_property
    def result(self) -> Result:
        """What the answers amount to."""
        snapshot = self.snapshot
        return score(
            snapshot.questionnaire, snapshot.assessment, snapshot.authority, snapshot.facts
        )

    @cached_property
    def since(self) -> Change | None:
        """What changed since the assessment before; None for the first."""
        return since(self.dossier, load_packed, self.snapshot, self.result)

    @cached_property
    def knowledge(self) -> Knowledge:
        """The installed actions, obligations and words (contract D7), as they are read here."""
        name = self.snapshot.questionnaire.id
        knowledge, known = load_installed_knowledge(
            name, self.dossier.questionnaire_text, self.surroundings.bundle
        )
        if not known:
            self.surroundings.say(NOT_INSTALLED.format(id=name))
        snapshot = self.snapshot
        return actions_worded(
            knowledge, variants_read(snapshot.questionnaire, snapshot.authority, snapshot.facts)
        )

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written to it."""
        return self.dossier.access.why_read_only is not None


@contextmanager
def opened(
    path: Path,
    surroundings: Surroundings,
    *,
    questionnaire: str = "",
    tell_faults: bool = True,
) -> Generator[Opened]:
    """Opens a dossier for the time of a command, on its main questionnaire unless told. Says which
    answers it had to leave out. Raises `questionnaire_pas_commence`."""
    with open_dossier(path, surroundings.author, copies_in=surroundings.copies) as dossier:
        if dossier.copy_problem is not None:
            surroundings.say(NO_COPY)
            surroundings.say_error(dossier.copy_problem)
        if questionnaire:
            _choose(dossier, questionnaire)
        snapshot, faults = fitting_all(dossier.snapshot(load_packed))
        if faults and tell_faults:
            surroundings.say(LEFT_OUT.format(liste=", ".join(faults)))
        yield Opened(dossier, snapshot, surroundings, faults)


def chosen(options: Namespace, surroundings: Surroundings) -> AbstractContextManager[Opened]:
    """The dossier of a command that has `--questionnaire`."""
    return opened(Path(options.path), surroundings, questionnaire=options.questionnaire)


def require_scored(found: Opened) -> None:
    """Raises `questionnaire_sans_score`: a roadmap raises levels, and there is none."""
    questionnaire = found.snapshot.questionnaire
    if questionnaire.scoring is None:
        raise AutodiagError("questionnaire_sans_score", titre=questionnaire.title)


def _choose(dossier: Dossier, questionnaire: str) -> None:
    """The latest filling of a questionnaire."""
    every = dossier.assessments()
    try:
        dossier.choose(latest(every, questionnaire).id)
    except KeyError:
        ids = dict.fromkeys(info.questionnaire_id for info in every)
        raise AutodiagError(
            "questionnaire_pas_commence", id=questionnaire, liste=", ".join(ids)
        ) from None
