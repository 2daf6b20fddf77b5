# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One theme’s contribution, given as JSON by «reponses» and taken back by «remplir»."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from autodiag.catalogue.load import load_packed
from autodiag.cli.new import read_bytes
from autodiag.cli.opened import Opened
from autodiag.cli.surroundings import Surroundings
from autodiag.contributing import (
    Received,
    clean_who,
    differences,
    receive,
    shape_contribution,
    theme_of,
)
from autodiag.dossier.fillings import latest
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Assessment
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.scoring.contributions import contributions, said
from autodiag.scoring.wording import under_their_wording
from autodiag.text.numbers import count


def given_out(found: Opened, theme_id: str) -> dict[str, object]:
    """The contribution to that theme. Raises AutodiagError."""
    snapshot = found.snapshot
    theme = theme_of(snapshot.questionnaire, theme_id)
    stamps = found.dossier.answered_by(snapshot.assessment_id)
    writers = {question: (stamp.at, stamp.who) for question, stamp in stamps.items()}
    one = next(one for one in contributions(snapshot, writers) if one.theme.id == theme.id)
    return shape_contribution(snapshot, one)


def read_back(options: Namespace, snapshot: Snapshot) -> Received:
    """What is to be written: the file’s answers, if there is a file, and who takes the theme.
    Raises AutodiagError, `contribution_differe` unless replacing was asked for."""
    theme = theme_of(snapshot.questionnaire, options.theme)
    received = Received(theme, "", {})
    if options.reponses:
        path = Path(options.reponses)
        received = receive(read_bytes(path), path.name, snapshot, theme.id)
        if received.differing and not options.remplacer:
            raise AutodiagError(
                "contribution_differe",
                fichier=path.name,
                combien=count(len(received.differing), "question"),
                details=differences(received, snapshot),
            )
    noted = snapshot.contributors.get(theme.id, "")
    return replace(received, who=clean_who(options.qui) or noted or received.who)


def take_back(dossier: Dossier, received: Received, surroundings: Surroundings) -> None:
    """Write it in the filling chosen, as one change; say how far the theme is then."""
    before = dossier.snapshot(load_packed)
    given = under_their_wording(
        received.answers, before.questionnaire, before.authority, before.facts
    )
    dossier.take_contribution(dict(given), received.theme.id, received.who)
    after = contributions(dossier.snapshot(load_packed))
    one = next(one for one in after if one.theme.id == received.theme.id)
    who = f" ({one.who})" if one.who else ""
    surroundings.say(f"{one.theme.title}{who}\u00a0: {said(one).lower()}.")


def as_filled(dossier: Dossier, questionnaire: Questionnaire) -> Snapshot:
    """The dossier with its latest filling of that questionnaire, or an empty one."""
    every = dossier.assessments()
    try:
        return dossier.snapshot(load_packed, latest(every, questionnaire.id).id)
    except KeyError:
        empty = Assessment(questionnaire.id, every[-1].day)
        return replace(
            dossier.snapshot(load_packed),
            questionnaire=questionnaire,
            assessment=empty,
            contributors=MappingProxyType({}),
        )
