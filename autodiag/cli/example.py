# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«exemple»: the fictional commune, filled, planned and printed."""

import json
import os
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

import tomli

from autodiag.catalogue.answers import read_answers
from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.cli.new import questionnaire_folder, under_their_wording
from autodiag.cli.opened import opened
from autodiag.cli.report import print_report
from autodiag.cli.surroundings import Surroundings
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.errors import AutodiagError
from autodiag.places.typed import typed_authority


def run_example(options: Namespace, surroundings: Surroundings) -> int:
    """Writes both files in the folder; the last line is the path of the report."""
    folder = Path(options.folder)
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        dossier, report = _free(folder)
        make_example(dossier, surroundings)
    except (AutodiagError, OSError) as error:
        for one in missing:  # what was made for nothing; a folder with something in it stays
            with suppress(OSError):
                one.rmdir()
        if isinstance(error, AutodiagError):
            raise
        raise AutodiagError("dossier_emplacement", emplacement=folder.name) from None
    print(dossier, file=surroundings.out)
    with opened(dossier, surroundings) as found:
        print_report(found, report)
    print(report, file=surroundings.out)
    return 0


def make_example(path: Path, surroundings: Surroundings) -> None:
    """The dossier of the example commune."""
    source = surroundings.bundle.example
    example = tomli.loads(source.read_text(encoding="utf-8"))
    folder = questionnaire_folder(surroundings, example["questionnaire"])
    packed = pack_questionnaire(folder)
    questionnaire = load_packed(packed.text)
    who = example["collectivite"]
    authority = typed_authority(who["nom"], who["type"], who["population"])
    facts: dict[str, bool] = example["faits"]
    answers = read_answers(json.dumps(example["reponses"]).encode(), source.name, questionnaire)
    new = NewDossier(
        authority,
        packed,
        questionnaire.id,
        surroundings.today,
        facts,
        under_their_wording(answers, questionnaire, authority, facts),
    )
    with create_dossier(path, surroundings.author, new) as dossier:
        for question, note in example["notes"].items():
            dossier.set_note(question, note)


def _free(folder: Path) -> tuple[Path, Path]:
    """Two names that are not taken: an example never replaces what is there."""
    number = 1
    while True:
        end = "" if number == 1 else f"-{number}"
        pair = folder / f"montbrelle{end}.autodiag", folder / f"montbrelle{end}.pdf"
        if not any(path.exists() for path in pair):
            return pair
        number += 1
