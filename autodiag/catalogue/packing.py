# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A questionnaire's exact text as one string, and its digest: what a dossier embeds (D7)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autodiag.catalogue.problems import Problem, error
from autodiag.catalogue.reader import MAX_FILE, MAX_FILES, MAX_TOTAL, parse_texts

QUESTIONNAIRE_FILE = "questionnaire.toml"
PROFILES_FILE = "profils.toml"
THEMES = "themes/"
_PLACE = "questionnaire du dossier"


@dataclass(frozen=True, slots=True)
class PackedQuestionnaire:
    """The text of every file, as a JSON object by sorted name, and the SHA-256 of its UTF-8."""

    text: str
    sha256: str


def pack(files: Mapping[str, str]) -> PackedQuestionnaire:
    """The files as one text, the same for the same files whatever the machine."""
    text = json.dumps(dict(files), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return PackedQuestionnaire(text, digest(text))


def digest(text: str) -> str:
    """The SHA-256 of a packed text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def has_scoring(text: str) -> bool:
    """Whether a packed questionnaire gives a score, without loading it; False for a damaged one."""
    head = unpack(text, []).get(QUESTIONNAIRE_FILE, "")
    tables = parse_texts({QUESTIONNAIRE_FILE: head}, [])
    return "notation" in tables.get(QUESTIONNAIRE_FILE, {})


def unpack(text: str, problems: list[Problem]) -> dict[str, str]:
    """The files of a packed text, none trusted; what is wrong is added to the problems."""
    if len(text) > 2 * MAX_TOTAL:
        problems.append(error(_PLACE, "", "il est trop gros"))
        return {}
    try:
        entries: dict[str, Any] | None = json.loads(text)
    except (ValueError, RecursionError):
        entries = None
    if not isinstance(entries, dict) or len(entries) > MAX_FILES:
        problems.append(error(_PLACE, "", "son texte est abîmé"))
        return {}
    files: dict[str, str] = {}
    for name, inside in entries.items():
        if not _is_known(name):
            problems.append(error(_PLACE, "", "il contient un fichier inattendu"))
        elif not isinstance(inside, str) or len(inside) > MAX_FILE or not _is_unicode(inside):
            problems.append(error(name, "", "le texte de ce fichier est abîmé ou trop gros"))
        else:
            files[name] = inside
    if QUESTIONNAIRE_FILE not in entries:
        problems.append(error(QUESTIONNAIRE_FILE, "", "ce fichier manque"))
    return files


def _is_known(name: str) -> bool:
    is_theme = name.startswith(THEMES) and name.endswith(".toml") and len(name) < 200
    return name in (QUESTIONNAIRE_FILE, PROFILES_FILE) or (is_theme and _is_unicode(name))


def _is_unicode(text: str) -> bool:
    """Whether the text has no lone surrogate, which JSON lets in and no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
