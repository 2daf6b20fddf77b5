# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""First stage: files to text, and text to TOML tables, within limits. Knows no key's meaning."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

from autodiag.catalogue.problems import Problem, error, quoted, shortened, warning

MAX_FILE = 500_000
MAX_TOTAL = 3_000_000
MAX_FILES = 100
MAX_LINE = 10_000
"""Bytes of a file, bytes of a folder, files of a folder, characters of a line: ten times what
the shipped files need. A line is bounded because a long dotted key costs its square."""

Table = dict[str, Any]

# What tomli says, by its beginning, and how it is said here.
_SYNTAX: tuple[tuple[str, str], ...] = (
    ("Expected '=' after a key", "il manque le signe = après le nom (la clé)"),
    ("Expected newline or end of document", "cette ligne contient quelque chose de trop"),
    ("Expected ']' at the end of a table", "il manque le crochet fermant ]"),
    ("Expected ']]' at the end of an array", "il manque les deux crochets fermants ]]"),
    ("Unclosed array", "une liste n’est pas fermée : il manque ] ou une virgule"),
    ("Unclosed inline table", "une accolade n’est pas fermée : il manque } ou une virgule"),
    ("Unterminated string", "un texte n’est pas fermé : il manque un guillemet"),
    ("Expected \"'''\"", "un texte n’est pas fermé : il manque trois apostrophes"),
    ("Illegal character", "caractère interdit, ou texte non fermé sur sa ligne"),
    ("Unescaped '\\' in a string", "dans un texte, la barre \\ s’écrit \\\\"),
    ('Expected "\'"', "un texte n’est pas fermé : il manque une apostrophe"),
    ("Invalid statement", "une ligne commence par un nom sans accent (une clé) ou par un crochet"),
    ("Invalid hex value", "caractère spécial \\u impossible"),
    (
        "Invalid value",
        (
            "valeur non comprise : un texte s’écrit entre guillemets"
            " ; oui s’écrit true, non s’écrit false"
        ),
    ),
    (
        "Invalid initial character for a key",
        "nom (clé) non compris : lettres sans accent, chiffres, - et _",
    ),
    ("Cannot overwrite a value", "ce nom (cette clé) est déjà écrit plus haut"),
    ("Duplicate inline table key", "ce nom (cette clé) est écrit deux fois entre les accolades"),
    ("Cannot declare", "ce titre entre crochets est déjà écrit plus haut"),
    ("Cannot mutate", "ce titre entre crochets est déjà écrit plus haut, autrement"),
    ("Cannot redefine", "ce titre entre crochets est déjà écrit plus haut, autrement"),
    ("Invalid date or datetime", "date impossible"),
    ("Escaped character is not a Unicode scalar", "caractère spécial \\u impossible"),
    ("Found invalid character", "caractère spécial \\u impossible"),
)


@dataclass(slots=True)
class Texts:
    """The files read, by their name with `/`, in sorted order, and what went wrong."""

    files: dict[str, str] = field(default_factory=dict[str, str])
    problems: list[Problem] = field(default_factory=list[Problem])


def read_folder(folder: Path, required: tuple[str, ...], patterns: tuple[str, ...]) -> Texts:
    """The texts of the required files and of those that match the patterns (`themes/*.toml`)."""
    texts = Texts()
    if not folder.is_dir():
        texts.problems.append(error(folder.name, "", "ce dossier n’existe pas"))
        return texts
    for name in required:
        if not (folder / name).is_file():
            texts.problems.append(error(name, "", "ce fichier manque"))
    found = {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}
    found |= {folder / name for name in required if (folder / name).is_file()}
    names = sorted(path.relative_to(folder).as_posix() for path in found)
    if len(names) > MAX_FILES:
        texts.problems.append(error(folder.name, "", f"plus de {MAX_FILES} fichiers"))
    total = 0
    for name in names[:MAX_FILES]:
        text = _read(folder / name, name, texts.problems)
        if text is None:
            continue
        total += len(text)
        if total > MAX_TOTAL:
            texts.problems.append(error(folder.name, "", "les fichiers sont trop gros en tout"))
            break
        texts.files[name] = text
    return texts


def ignored_files(folder: Path, subfolders: tuple[str, ...]) -> list[Problem]:
    """A warning for each file that nobody reads because its name does not end in .toml."""
    return [
        warning(f"{sub}/{path.name}", "", "ce fichier est ignoré : son nom ne finit pas par .toml")
        for sub in subfolders
        for path in sorted((folder / sub).glob("*"))
        if path.is_file() and path.suffix != ".toml" and not path.name.startswith(".")
    ]


def _read(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text, its line ends as \\n and without byte order mark, or None with the problem said."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError:
        problems.append(error(name, "", "ce fichier ne peut pas être lu : vérifiez vos droits"))
        return None
    if len(content) > MAX_FILE:
        problems.append(error(name, "", "ce fichier est trop gros : 500 000 octets au plus"))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        at = content.count(b"\n", 0, fault.start) + 1
        said = (
            "certaines lettres ne se lisent pas (ce fichier n’est pas en UTF-8) : enregistrez-le"
            " de nouveau depuis votre éditeur de texte, avec le codage UTF-8"
        )
        problems.append(error(name, f"ligne {at}", said))
        return None
    return text.replace("\r\n", "\n")


def parse_texts(texts: Mapping[str, str], problems: list[Problem]) -> dict[str, Table]:
    """The table of each file that is TOML; the problem of each other one is added."""
    tables: dict[str, Table] = {}
    for name, text in texts.items():
        table = _parse(name, text, problems)
        if table is not None:
            tables[name] = table
    return tables


def _parse(name: str, text: str, problems: list[Problem]) -> Table | None:
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            problems.append(error(name, f"ligne {number}", f"plus de {MAX_LINE} caractères"))
            return None
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as fault:
        problems.append(_syntax_problem(name, text, fault))
    except (RecursionError, ValueError):  # nested too deep; a number of thousands of digits
        said = (
            "trop de crochets ou d’accolades les uns dans les autres "
            "(imbriqués), ou nombre démesuré"
        )
        problems.append(error(name, "", said))
    return None


def _syntax_problem(name: str, text: str, fault: tomli.TOMLDecodeError) -> Problem:
    said = next(
        (fr for start, fr in _SYNTAX if fault.msg.startswith(start)), "écriture non comprise"
    )
    lines = text.split("\n")
    number = min(fault.lineno, len(lines))
    shown = shortened(lines[number - 1])
    return error(name, f"ligne {number}", f"{said} ({quoted([shown])})" if shown else said)
