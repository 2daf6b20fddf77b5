# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A new dossier, put in place whole. Knows nothing of the files that exist already."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from autodiag.dossier import codec, contents, journal, schema
from autodiag.dossier.author import Author
from autodiag.dossier.codec import Row
from autodiag.dossier.connection import create_tables, require_sqlite
from autodiag.dossier.embedded import Packed, compress, embed
from autodiag.dossier.faults import placed_in_french
from autodiag.dossier.files import put_in_place, refuse_leftovers, unfinished, writing
from autodiag.dossier.journal import Cell
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.readable import require_readable
from autodiag.dossier.store import Dossier
from autodiag.model.assessment import Answer
from autodiag.model.authority import LocalAuthority


def _no_facts() -> Mapping[str, bool]:
    return {}


def _no_answers() -> Mapping[str, Answer]:
    return {}


@dataclass(frozen=True, slots=True)
class NewDossier:
    """What a dossier begins with: a collectivité, a questionnaire, one assessment dated `day`."""

    authority: LocalAuthority
    questionnaire: Packed
    questionnaire_id: str
    day: date
    facts: Mapping[str, bool] = field(default_factory=_no_facts)
    answers: Mapping[str, Answer] = field(default_factory=_no_answers)


def create_dossier(
    path: Path, author: Author, new: NewDossier, *, copies_in: Path | None = None
) -> Dossier:
    """Create the file whole and open it. A kill leaves nothing, or the whole of it.

    Raises AutodiagError when it exists or cannot be written, ValueError for what could not be
    read back.
    """
    require_sqlite()
    path = path.absolute()
    cells = _first_cells(new)
    require_readable(cells)
    data = compress(new.questionnaire)
    with placed_in_french(path):
        if os.path.lexists(path):
            raise FileExistsError(path)
        refuse_leftovers(path)
        with unfinished(path) as temporary:
            with writing(temporary) as connection:
                create_tables(connection, schema.FORMAT)
                connection.execute("BEGIN")
                embed(connection, new.questionnaire, data)
                journal.write(connection, author.stamp(), cells, "event")
                connection.execute("COMMIT")
            put_in_place(temporary, path, overwrite=False)
    return open_dossier(path, author, copies_in=copies_in)


def _first_cells(new: NewDossier) -> list[tuple[Cell, Row | None]]:
    first = 1
    identity = {
        **codec.encode_authority(new.authority),
        contents.THE_DOSSIER: codec.encode_text(secrets.token_hex(16)),
    }
    row = (new.questionnaire_id, new.questionnaire.sha256, new.day.isoformat(), None)
    return [
        *((Cell(schema.IDENTITY, None, key), value) for key, value in identity.items()),
        (Cell(schema.ASSESSMENTS, first, ""), row),
        *((Cell(schema.FACTS, None, fact), (int(v),)) for fact, v in new.facts.items()),
        *(
            (Cell(schema.ANSWERS, first, question), codec.encode_answer(answer))
            for question, answer in new.answers.items()
        ),
    ]
