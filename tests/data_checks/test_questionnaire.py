# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a reader meets in the shipped questionnaire, read straight from its files: nothing too
long for a card, and nothing false for an intercommunalité."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "questionnaires" / "maturite-numerique"
READ = ("texte", "texte_elus", "niveaux", "pourquoi", "ou_trouver", "exemple", "sans_objet_motifs")

# Said of a commune, these are false or odd for an intercommunalité; « une commune » is not.
COMMUNE_ONLY = re.compile(
    r"\b(la|notre|cette) commune\b(?! centre)|\bmairie\b|\bau maire\b|\ble maire\b|\bdu maire\b"
    r"|\bvillages?\b|\bbourg\b|\bmunicipal|\bcommuna(l|le|ux|les)\b|\bpetite mairie\b",
    re.IGNORECASE,
)

Table = dict[str, Any]


@cache
def themes() -> tuple[Table, ...]:
    files = sorted((FOLDER / "themes").glob("*.toml"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)


def questions() -> Iterator[Table]:
    for theme in themes():
        yield from theme["questions"]


def texts(table: Table) -> Iterator[tuple[str, str]]:
    for key in READ:
        value = table.get(key, "")
        for text in [value] if isinstance(value, str) else value:
            yield key, text


def for_an_epci(question: Table) -> Table:
    """As an intercommunalité reads it: its variant, else the large one, else the base."""
    variants = question.get("variantes", {})
    return question | (variants.get("epci") or variants.get("grande") or {})


def test_every_level_fits_two_lines_of_a_card() -> None:
    wordings = [w for q in questions() for w in (q, *q.get("variantes", {}).values())]
    levels = [level for wording in wordings for level in wording.get("niveaux", [])]
    assert len(levels) > 400
    assert [level for level in levels if len(level) > 110] == []


def test_an_epci_never_reads_a_sentence_meant_for_a_commune() -> None:
    asked = [q for q in questions() if q.get("applicable") != "type = commune"]
    assert len(asked) == 59
    wrong = [
        f"{question['id']}, {key} : {text}"
        for question in asked
        for key, text in texts(for_an_epci(question))
        if COMMUNE_ONLY.search(text)
    ]
    assert wrong == []


def test_what_has_no_variant_suits_every_collectivite() -> None:
    shared = [theme["sous_titre"] for theme in themes()]
    for question in questions():
        shared += [rule["message"] for rule in question.get("coherence", [])]
        shared.append(question.get("poids_raison", ""))
        if question.get("applicable") not in (None, "type = commune"):
            shared.append(question["motif_non_applicable"])
    profiles = tomllib.loads((FOLDER / "profils.toml").read_text(encoding="utf-8"))
    shared += [reading["texte"] for reading in profiles["lectures"]]
    shared += [portrait["portrait"] for portrait in profiles["profils"]]
    assert [text for text in shared if COMMUNE_ONLY.search(text)] == []


def test_S10_twelve_express_questions_at_least_one_a_theme() -> None:
    express = [[q["id"] for q in theme["questions"] if q.get("express")] for theme in themes()]
    assert sum(map(len, express)) == 12
    assert all(express)
