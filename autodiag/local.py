# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A pack of a territory verified against what is installed (contract B6), for the commands and for
the window alike. Writes nothing."""

from datetime import date
from pathlib import Path

from autodiag.benchmarks.pack_store import Checking, checked_pack
from autodiag.benchmarks.packs import Pack
from autodiag.bundle import Bundle
from autodiag.catalogue.load import load_questionnaire
from autodiag.catalogue.packing import QUESTIONNAIRE_FILE
from autodiag.errors import AutodiagError
from autodiag.model.questionnaire import Questionnaire
from autodiag.places.naming import naming


def check_pack_file(path: Path, bundle: Bundle, today: date) -> Pack:
    """The pack of a file. Raises AutodiagError with every fault, or `paquet_questionnaire`."""

    def questionnaire(name: str) -> Questionnaire:
        folder = bundle.questionnaires / Path(name).name
        if Path(name).name != name or not (folder / QUESTIONNAIRE_FILE).is_file():
            raise AutodiagError("paquet_questionnaire", id=name)
        return load_questionnaire(folder)

    with naming(bundle.places) as is_name:
        return checked_pack(path, Checking(questionnaire, is_name, today))


def is_pack(path: Path) -> bool:
    """Whether a TOML file says that it is a pack: then it is verified as one."""
    try:
        with path.open("rb") as file:
            return b"[paquet]" in file.read(4_000)
    except OSError:
        return False
