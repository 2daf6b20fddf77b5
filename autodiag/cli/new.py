# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«nouveau»: a dossier for a collectivité, empty or filled from an answers file."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from autodiag.catalogue.answers import read_answers
from autodiag.catalogue.load import load_knowledge, load_packed, pack_questionnaire
from autodiag.catalogue.problems import did_you_mean
from autodiag.cli.surroundings import Surroundings
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Questionnaire
from autodiag.places.places import Places
from autodiag.places.typed import typed_authority
from autodiag.scoring.wording import variant_for

YES_NO = {"oui": True, "non": False}


def run_new(options: Namespace, surroundings: Surroundings) -> int:
    """Creates the dossier, whole or not at all. Nothing is printed but where it is."""
    folder = questionnaire_folder(surroundings, options.questionnaire)
    authority = _authority(options, surroundings)
    known = load_knowledge(folder, surroundings.bundle.knowledge).facts
    facts = dict(_fact(text, known) for text in options.fait)
    day = _day(options.date) if options.date else surroundings.today
    packed = pack_questionnaire(folder)
    questionnaire = load_packed(packed.text)
    answers: dict[str, Answer] = {}
    if options.reponses:
        path = Path(options.reponses)
        answers = read_answers(_bytes(path), path.name, questionnaire)
    new = NewDossier(
        authority,
        packed,
        questionnaire.id,
        day,
        facts,
        under_their_wording(answers, questionnaire, authority, facts),
    )
    target = Path(options.path)
    create_dossier(target, surroundings.author, new, copies_in=surroundings.copies).close()
    print(target, file=surroundings.out)
    return 0


def questionnaire_folder(surroundings: Surroundings, questionnaire_id: str) -> Path:
    """The folder of an installed questionnaire. Raises `questionnaire_inconnu`."""
    installed = sorted(p.parent.name for p in _found(surroundings.bundle.questionnaires))
    if questionnaire_id not in installed:
        raise AutodiagError(
            "questionnaire_inconnu",
            id=questionnaire_id,
            proche=did_you_mean(questionnaire_id, installed),
            liste=", ".join(installed),
        )
    return surroundings.bundle.questionnaires / questionnaire_id


def _found(questionnaires: Path) -> Iterable[Path]:
    return questionnaires.glob("*/questionnaire.toml")


def under_their_wording(
    answers: dict[str, Answer],
    questionnaire: Questionnaire,
    authority: LocalAuthority,
    facts: dict[str, bool],
) -> dict[str, Answer]:
    """The same answers, each remembering the wording that this collectivité reads."""

    def worded(question_id: str, answer: Answer) -> Answer:
        if not isinstance(answer, Answered):
            return answer
        question = questionnaire.questions[question_id]
        variant = variant_for(questionnaire, question, authority, facts)
        return replace(answer, variant=variant)

    return {question_id: worded(question_id, answer) for question_id, answer in answers.items()}


def _authority(options: Namespace, surroundings: Surroundings) -> LocalAuthority:
    if options.nom is not None:
        if options.type is None:
            raise AutodiagError("type_manquant")
        return typed_authority(options.nom, options.type, options.population)
    if options.type is not None or options.population is not None:
        raise AutodiagError("identite_en_double")
    with Places(surroundings.bundle.places) as places:
        if options.commune is not None:
            return places.by_insee(options.commune)
        return places.by_siren(options.siren)


def _fact(text: str, known: Iterable[str]) -> tuple[str, bool]:
    fact, _, value = text.partition("=")
    ids = sorted(known)
    if fact not in ids:
        raise AutodiagError(
            "fait_inconnu", fait=fact, proche=did_you_mean(fact, ids), liste=", ".join(ids)
        )
    if value not in YES_NO:
        raise AutodiagError("fait_sans_valeur", fait=fact)
    return fact, YES_NO[value]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise AutodiagError("date_invalide", texte=text) from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise AutodiagError("reponses_introuvables", fichier=path.name) from None
    except OSError:
        raise AutodiagError("reponses_illisibles", fichier=path.name) from None
