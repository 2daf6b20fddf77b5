# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«verifier» of a dossier: every filling it holds, with its name. Corrects nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autodiag.catalogue.answers import fitting
from autodiag.catalogue.load import load_packed
from autodiag.cli.opened import NO_COPY
from autodiag.cli.remarks import REMARK, odd_said
from autodiag.cli.surroundings import Surroundings
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.text.numbers import count, day

NO_COPY_ELSEWHERE = (
    "Autodiag ne connaît aucune copie de ce dossier faite ailleurs. Pour en avoir une en cas de "
    "panne, copiez «\u202f{fichier}\u202f» sur une clé USB ou sur un autre ordinateur."
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A filling: `name` is empty for the only one of its dossier; `unread`, why its questionnaire
    cannot be read, in which case nothing more is known of it."""

    name: str
    answered: int = 0
    strangers: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    unread: AutodiagError | None = None


def verify_dossier(path: Path, surroundings: Surroundings) -> int:
    """0 when all of it is readable; the remarks on answers are told too. Raises AutodiagError."""
    with open_dossier(path, surroundings.author, copies_in=surroundings.copies) as dossier:
        if dossier.copy_problem is not None:
            surroundings.say(NO_COPY)
            surroundings.say_error(dossier.copy_problem)
        every = tuple(_checked(dossier))
        copied = dossier.last_copy_elsewhere is not None
        name = dossier.authority().name
        why = dossier.access.why_read_only
        damaged = dossier.damaged_evidence()
    if why is not None:
        surroundings.say_error(why)
    if not copied:
        surroundings.say(NO_COPY_ELSEWHERE.format(fichier=path.name))
    for remark in (remark for one in every for remark in one.remarks):
        surroundings.say(REMARK.format(texte=remark))
    wrong = [*_wrong(every, damaged)]
    for error in wrong[:-1]:
        surroundings.say_error(error)
    if wrong:
        raise wrong[-1]
    end = f"{count(sum(one.answered for one in every), 'réponse')}, tout est lisible"
    print(f"Dossier de {name}\u00a0: {end}.", file=surroundings.out)
    for one in every if len(every) > 1 else ():
        print(f"{one.name}\u00a0: {count(one.answered, 'réponse')}.", file=surroundings.out)
    return 0


def _wrong(every: Sequence[Checked], damaged: Sequence[str]) -> Iterator[AutodiagError]:
    """All that keeps the dossier from being read whole, the least first."""
    if strangers := [text for one in every for text in one.strangers]:
        yield AutodiagError("dossier_reponses_etrangeres", liste=", ".join(strangers))
    if faults := [text for one in every for text in one.faults]:
        yield AutodiagError("dossier_reponses_inadaptees", details=faults)
    yield from (one.unread for one in every if one.unread is not None)
    if damaged:
        yield AutodiagError("dossier_pieces_abimees", details=damaged)


def _checked(dossier: Dossier) -> Iterator[Checked]:
    """Each filling as it is stored, oldest first."""
    load = cache(load_packed)  # a snapshot reads the other questionnaires too
    infos = dossier.assessments()
    times = Counter(info.questionnaire_id for info in infos)
    for info in infos:
        try:
            snapshot = dossier.snapshot(load, info.id)
        except AutodiagError as error:
            whose = (f"Questionnaire {info.questionnaire_id}",) if len(infos) > 1 else ()
            details = (*whose, *error.details)
            unread = AutodiagError(error.code, details=details, **error.context)
            yield Checked(info.questionnaire_id, unread=unread)
            continue
        name = snapshot.questionnaire.title if len(infos) > 1 else ""
        if times[info.questionnaire_id] > 1:
            name = f"{name}, {day(info.day)}"
        yield _of(snapshot, name)


def _of(snapshot: Snapshot, name: str) -> Checked:
    """Remarks only on what can still be answered otherwise."""
    questionnaire, given = snapshot.questionnaire, snapshot.assessment
    strangers = sorted(given.answers.keys() - questionnaire.questions.keys())
    kept, faults = fitting(given, questionnaire)
    odd = odd_said(questionnaire, kept, snapshot.authority, snapshot.facts)
    before = f"{name}, " if name else ""
    return Checked(
        name,
        len(given.answers),
        tuple(f"{question} ({name})" if name else question for question in strangers),
        tuple(f"{before}question {question}\u00a0: {why}" for question, why in faults.items()),
        tuple(before + text for text in odd) if snapshot.is_latest else (),
    )
