# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The French pieces that sentences are made of, read from `phrases.toml`. It knows no figure."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from string import Formatter
from typing import Any, cast

import tomli

from autodiag.benchmarks.predicate import Silences, plain
from autodiag.benchmarks.tables import suggestion

# What each template may be filled with; a word outside this list is a data fault.
MODELS: dict[str, frozenset[str]] = {
    "dans": frozenset({"part", "qui", "mentions", "vous"}),
    "dans_a_eviter": frozenset({"que_part", "qui", "mentions", "cas"}),
    "constat": frozenset({"Part", "qui", "mentions", "fait"}),
    "de_votre_cote": frozenset({"vous"}),
    "pas_vous": frozenset(),
    "autre_reponse": frozenset(),
    "a_verifier": frozenset(),
    "ailleurs": frozenset({"panel", "quand", "part", "fait", "mentions"}),
    "autre_chiffre": frozenset({"enonce", "source"}),
    "chiffre_precedent": frozenset(),
    "obligation": frozenset(),
    "facultatif": frozenset({"seuil"}),
    "sans_repere": frozenset(),
}
MISFITS: dict[str, frozenset[str]] = dict.fromkeys(
    ("taille", "taille_inconnue", "communes", "intercommunalites", "grandes"), frozenset()
)
MENTIONS: dict[str, frozenset[str]] = {
    "ancien": frozenset(),
    "indicatif": frozenset(),
    "effectif_dit": frozenset(),
    "petit_effectif": frozenset({"n"}),
    "petit_effectif_au_plus": frozenset({"n"}),
    "marge": frozenset({"points"}),
}
_SECTIONS = ("reponses", "nombres", "modeles", "ecarts", "mentions", "etudes", "reperes")


@dataclass(frozen=True, slots=True)
class StudyWords:
    """How a study is named in a sentence. `dinum_declic` gives it the second rank."""

    nom: str
    quand: str
    precision: str = ""
    ailleurs: str = ""
    dinum_declic: bool = False


@dataclass(frozen=True, slots=True)
class BenchmarkWords:
    """The pieces of one benchmark’s sentences, described at the top of `phrases.toml`."""

    fait: str
    qui: str = ""
    vous: str = ""
    vous_pas: str = ""
    cas: str = ""
    suite: str = ""
    precision: str = ""
    ailleurs: str = ""
    deux_temps: bool = False
    obligation: bool = False
    facultatif_sous: int = 0
    comparer: bool = True


@dataclass(frozen=True, slots=True)
class Phrases:
    """Every piece, by study and by benchmark id."""

    silences: Silences
    numbers: Mapping[str, str]
    models: Mapping[str, str]
    misfits: Mapping[str, str]
    mentions: Mapping[str, str]
    studies: Mapping[str, StudyWords]
    benchmarks: Mapping[str, BenchmarkWords]


Section = Mapping[str, object]


def load_phrases(path: Path, faults: list[str]) -> Phrases:
    """Read the file; every fault is noted in French and leaves a harmless value."""
    data = _read(path, faults)
    name = path.name
    faults.extend(
        f"{name}\u00a0: section inconnue [{key}]{suggestion(key, _SECTIONS)}."
        for key in sorted(data.keys() - set(_SECTIONS))
    )
    answers = _section(data, "reponses")
    return Phrases(
        silences=Silences(
            frozenset(plain(text) for text in _words(answers, "a_verifier", name, faults)),
            frozenset(plain(text) for text in _words(answers, "non_compare", name, faults)),
            frozenset(plain(text) for text in _words(answers, "engage", name, faults)),
        ),
        numbers={key: str(value) for key, value in _section(data, "nombres").items()},
        models=_templates(data, "modeles", MODELS, (name, faults)),
        misfits=_templates(data, "ecarts", MISFITS, (name, faults)),
        mentions=_templates(data, "mentions", MENTIONS, (name, faults)),
        studies={
            key: StudyWords(**_fill(StudyWords, f"{name}, étude {key}", value, faults))
            for key, value in _section(data, "etudes").items()
        },
        benchmarks={
            key: BenchmarkWords(**_fill(BenchmarkWords, f"{name}, repère {key}", value, faults))
            for key, value in _section(data, "reperes").items()
        },
    )


def _read(path: Path, faults: list[str]) -> Section:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(f"{path.name}\u00a0: le fichier manque.")
    except (OSError, UnicodeDecodeError):
        faults.append(f"{path.name}\u00a0: le fichier ne se lit pas (il doit être en UTF-8).")
    except tomli.TOMLDecodeError as error:
        faults.append(f"{path.name}\u00a0: écriture incorrecte ({error}).")
    return {}


def _section(data: Section, key: str) -> Section:
    value = data.get(key)
    return cast("Section", value) if isinstance(value, dict) else {}


def _words(section: Section, key: str, name: str, faults: list[str]) -> list[str]:
    value = section.get(key)
    words = cast("list[object]", value) if isinstance(value, list) else None
    if words is None or not all(isinstance(word, str) for word in words):
        faults.append(
            f"{name}, [reponses]\u00a0: «\u202f{key}\u202f» doit être une liste de textes."
        )
        return []
    return cast("list[str]", words)


def _templates(
    data: Section, key: str, known: Mapping[str, frozenset[str]], where: tuple[str, list[str]]
) -> dict[str, str]:
    """The templates of a section: all present, none unknown, each filled only with known words."""
    name, faults = where
    section = _section(data, key)
    for extra in section.keys() - known.keys():
        faults.append(
            f"{name}, [{key}]\u00a0: «\u202f{extra}\u202f» inconnu{suggestion(extra, known)}."
        )
    templates: dict[str, str] = {}
    for model, allowed in known.items():
        text = section.get(model)
        templates[model] = text if isinstance(text, str) else ""
        if not templates[model]:
            faults.append(f"{name}, [{key}]\u00a0: «\u202f{model}\u202f» manque.")
        for word in _unknown_words(templates[model], allowed):
            faults.append(f"{name}, [{key}] {model}\u00a0: {word}.")
    return templates


def _unknown_words(template: str, allowed: frozenset[str]) -> list[str]:
    try:
        pieces = list(Formatter().parse(template))
    except ValueError:
        return ["accolade sans sa pareille"]
    found = {field for _, field, _, _ in pieces if field is not None}
    return [f"{{{word}}} inconnu{suggestion(word, allowed)}" for word in sorted(found - allowed)]


def _fill(
    shape: type[StudyWords] | type[BenchmarkWords], place: str, value: object, faults: list[str]
) -> dict[str, Any]:
    """The fields of one entry, each of the type that its shape declares."""
    entry: Section = cast("Section", value) if isinstance(value, dict) else {}
    known = {field.name: field for field in fields(shape)}
    faults.extend(
        f"{place}\u00a0: «\u202f{extra}\u202f» inconnu{suggestion(extra, known)}."
        for extra in sorted(entry.keys() - known.keys())
    )
    filled: dict[str, Any] = {}
    for name, field in known.items():
        given = entry.get(name)
        if type(given) is field.type:
            filled[name] = given
        elif given is not None:
            faults.append(f"{place}\u00a0: «\u202f{name}\u202f» n’est pas du type attendu.")
    for name in ("nom", "quand", "fait"):
        if name in known and not filled.get(name):
            faults.append(f"{place}\u00a0: «\u202f{name}\u202f» manque.")
            filled[name] = ""
    return filled
