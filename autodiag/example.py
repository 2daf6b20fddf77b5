# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The fictional commune as a dossier, from its file in the resources. Prints nothing."""

import json
from pathlib import Path

import tomli

from autodiag.bundle import Bundle
from autodiag.catalogue.answers import read_answers
from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.dossier.author import Author
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.places.typed import typed_authority
from autodiag.scoring.wording import under_their_wording


def make_example(path: Path, bundle: Bundle, author: Author) -> None:
    """Write the dossier of the example commune. Raises AutodiagError."""
    source = bundle.example
    example = tomli.loads(source.read_text(encoding="utf-8"))
    packed = pack_questionnaire(bundle.questionnaires / example["questionnaire"])
    questionnaire = load_packed(packed.text)
    who = example["collectivite"]
    authority = typed_authority(who["nom"], who["type"], who["population"])
    facts: dict[str, bool] = example["faits"]
    answers = read_answers(json.dumps(example["reponses"]).encode(), source.name, questionnaire)
    new = NewDossier(
        authority,
        packed,
        questionnaire.id,
        author.clock().date(),
        facts,
        under_their_wording(answers, questionnaire, authority, facts),
    )
    with create_dossier(path, author, new) as dossier:
        for question, note in example["notes"].items():
            dossier.set_note(question, note)
        dossier.set_opening_mark(example.get("note_ouverture"))
