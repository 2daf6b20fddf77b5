# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The fictional commune as a dossier, from its file in the resources. Prints nothing."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tomli

from autodiag.bundle import Bundle
from autodiag.catalogue.answers import read_answers
from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.dossier.author import Author
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.dossier.faults import placed_in_french
from autodiag.dossier.files import put_in_place, refuse_leftovers
from autodiag.places.typed import typed_authority
from autodiag.scoring.wording import under_their_wording


def make_example(path: Path, bundle: Bundle, author: Author) -> None:
    """Write the dossier of the example commune, whole or not at all. Raises AutodiagError when
    there is a file of that name, or none can be written."""
    example = tomli.loads(bundle.example.read_text(encoding="utf-8"))
    new = _first(example, bundle, author)
    with placed_in_french(path):
        if os.path.lexists(path):
            raise FileExistsError(path)
        refuse_leftovers(path)
        with TemporaryDirectory(prefix=".~exemple-", dir=path.parent) as folder:
            made = Path(folder) / path.name
            with create_dossier(made, author, new) as dossier:
                for question, note in example["notes"].items():
                    dossier.set_note(question, note)
                dossier.set_opening_mark(example.get("note_ouverture"))
            put_in_place(made, path, overwrite=False)


def _first(example: dict[str, Any], bundle: Bundle, author: Author) -> NewDossier:
    """Who they are, and what they answered."""
    packed = pack_questionnaire(bundle.questionnaires / example["questionnaire"])
    questionnaire = load_packed(packed.text)
    who = example["collectivite"]
    authority = typed_authority(who["nom"], who["type"], who["population"])
    facts: dict[str, bool] = example["faits"]
    given = json.dumps(example["reponses"]).encode()
    answers = read_answers(given, bundle.example.name, questionnaire)
    return NewDossier(
        authority,
        packed,
        questionnaire.id,
        author.clock().date(),
        facts,
        under_their_wording(answers, questionnaire, authority, facts),
    )
