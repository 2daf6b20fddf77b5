# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«remplir»: another questionnaire in a dossier that exists, begun or completed."""

from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from autodiag.catalogue.load import load_packed, load_questionnaire, pack_questionnaire
from autodiag.cli.again import begin_again, filled_again
from autodiag.cli.contribution import as_filled, read_back, take_back
from autodiag.cli.new import answers_in, questionnaire_folder, read_day
from autodiag.cli.opened import NO_COPY
from autodiag.cli.remarks import REMARK, odd_said
from autodiag.cli.surroundings import Surroundings
from autodiag.dossier.fillings import begin, latest
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.places.identifiers import siret_of
from autodiag.scoring.taken_over import held_said, not_asked
from autodiag.scoring.wording import under_their_wording
from autodiag.text.numbers import day as spelled

UNSCORED = "Il n’a pas de score\u00a0: ses réponses se lisent à côté des études, avec comparer."


def run_fill(options: Namespace, surroundings: Surroundings) -> int:
    """Reads the answers first: nothing is begun for a file that cannot serve."""
    path = Path(options.path)
    folder = questionnaire_folder(surroundings, options.questionnaire)
    installed = load_questionnaire(folder)
    day = read_day(options.date) if options.date else None
    packed, today = pack_questionnaire(folder), day or surroundings.today
    with open_dossier(path, surroundings.author, copies_in=surroundings.copies) as dossier:
        if dossier.copy_problem is not None:
            surroundings.say(NO_COPY)
            surroundings.say_error(dossier.copy_problem)
        dossier.access.require_writable()
        authority = _with_siret(dossier.authority(), options.siret)
        if options.de_nouveau:
            questionnaire = filled_again(dossier, installed, packed, today)
        else:
            questionnaire = _filled_with(dossier, installed, day)
        given: dict[str, Answer] = {}
        received = None
        if options.theme:
            asking = replace(as_filled(dossier, questionnaire), authority=authority)
            received = read_back(options, asking)
        elif options.reponses:
            given = answers_in(Path(options.reponses), questionnaire)
        if options.de_nouveau:
            begin_again(dossier, folder, today, surroundings)
        else:
            begin(dossier, packed, installed.id, today)
        _keep(dossier, authority)
        if received is not None:
            take_back(dossier, received, surroundings)
        filled = dossier.snapshot(load_packed)
        dossier.set_answers(
            dict(under_their_wording(given, questionnaire, authority, filled.facts))
        )
        now = replace(filled, questionnaire=questionnaire).with_assessment(dossier.assessment())
    _say(now, surroundings)
    print(path, file=surroundings.out)
    return 0


def _with_siret(known: LocalAuthority, typed: str) -> LocalAuthority:
    """The SIRET that was typed takes the place of the one known, if any. Raises AutodiagError."""
    return replace(known, siret=siret_of(typed, known.siren) or known.siret)


def _keep(dossier: Dossier, authority: LocalAuthority) -> None:
    if authority != dossier.authority():
        dossier.set_authority(authority)


def _say(now: Snapshot, surroundings: Surroundings) -> None:
    """How many answers there are now, and those that sit oddly together."""
    questionnaire, given = now.questionnaire, now.assessment
    brief = next(one for one in now.assessments if one.id == now.assessment_id)
    surroundings.say(f"{questionnaire.title}\u00a0: {held_said(brief, not_asked(now))}.")
    if questionnaire.scoring is None:
        surroundings.say(UNSCORED)
    for remark in odd_said(questionnaire, given, now.authority, now.facts):
        surroundings.say(REMARK.format(texte=remark))


def _filled_with(dossier: Dossier, installed: Questionnaire, day: date | None) -> Questionnaire:
    """The questionnaire that the answers are of: the one embedded, where it was begun already.

    Raises `questionnaire_commence` for another day than that one's.
    """
    try:
        begun = latest(dossier.assessments(), installed.id)
    except KeyError:
        return installed
    if day not in (None, begun.day):
        raise AutodiagError(
            "questionnaire_commence", titre=installed.title, jour=spelled(begun.day)
        )
    return load_packed(dossier.questionnaire_text(begun.id))
