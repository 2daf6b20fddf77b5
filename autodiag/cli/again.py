# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«remplir --de-nouveau»: a questionnaire that was filled is answered again, on a later day."""

from datetime import date
from functools import partial
from pathlib import Path

from autodiag.catalogue.load import load_knowledge, load_packed, pack_questionnaire
from autodiag.cli.surroundings import Surroundings
from autodiag.dossier.embedded import Packed
from autodiag.dossier.fillings import latest
from autodiag.dossier.next_year import Started, newest, start_next
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.roadmap import Decision
from autodiag.scoring.taken_over import not_asked
from autodiag.text.numbers import count
from autodiag.text.numbers import day as spelled


def filled_again(
    dossier: Dossier, installed: Questionnaire, packed: Packed, day: date
) -> Questionnaire:
    """The questionnaire that the next filling would be of; the latest one of it is chosen. Raises
    AutodiagError where there is nothing to answer again, or no later day to do it on."""
    every = dossier.assessments()
    try:
        last = latest(every, installed.id)
    except KeyError:
        begun = sorted({info.questionnaire_id for info in every})
        raise AutodiagError(
            "questionnaire_pas_commence", id=installed.id, liste=", ".join(begun)
        ) from None
    dossier.choose(last.id)
    if not dossier.assessment().answers:
        raise AutodiagError(
            "questionnaire_sans_reponse", titre=installed.title, jour=spelled(last.day)
        )
    if day <= last.day:
        raise AutodiagError("questionnaire_trop_tot", titre=installed.title, jour=spelled(last.day))
    embedded = load_packed(dossier.questionnaire_text(last.id))
    return newest(dossier, packed, embedded, load_packed)[1]


def begin_again(dossier: Dossier, folder: Path, day: date, surroundings: Surroundings) -> None:
    """Begin it from the answers of the filling chosen, each to be confirmed, and say what became
    of them. Raises AutodiagError."""
    promised = partial(_promised, folder, surroundings.bundle.knowledge, day)
    started = start_next(dossier, day, pack_questionnaire(folder), load_packed, promised)
    aside = not_asked(dossier.snapshot(load_packed))
    for sentence in _said(started, aside):
        surroundings.say(sentence)


def _promised(folder: Path, knowledge: Path, day: date, snapshot: Snapshot) -> dict[str, Decision]:
    if snapshot.plan is None:
        return {}
    from autodiag.roadmap.promises import promises

    return promises(snapshot, load_knowledge(folder, knowledge), day)


def _said(started: Started, aside: frozenset[str]) -> tuple[str, ...]:
    """How many answers are taken over, without those to what is not asked (`aside`); each that
    could not be, and why."""
    number = sum(one.new not in aside for one in started.transfer.carried)
    taken = count(number, "réponse reprise", "réponses reprises")
    before = spelled(started.before)
    said = [f"{taken} du {before}, à confirmer une à une. Celles d’alors sont gardées."]
    said += [one.sentence for one in started.transfer.aside]
    return tuple(said)
