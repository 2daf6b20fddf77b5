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
    r"\b(la|notre|votre|cette|toute|chaque) commune\b(?! centre)|\bsecrétaires?\b"
    r"|\bmairies?\b|\bmaires?\b|\bvillages?\b|\bhameaux?\b|\bbourg\b|\bmunicipa|\bcommuna(l|ux)",
    re.IGNORECASE,
)
COMMUNES_MEANT = {
    ("usa-7", "exemple"): "the survey on paper is laid out in the town halls of the communes",
    ("ame-2", "exemple"): "each commune is informed by the intercommunalité",
}
"""Where an intercommunalité does read of communes, and why."""

# Odd in a town of 38,000: it has many schools, many agents, and quarters.
VILLAGE_ONLY = re.compile(
    r"\bvillages?\b|\bhameaux?\b|\bbourg\b|\bsecrétaires?\b|\bmairie\b|\bl’école\b(?! et la télé)"
    r"|\bun seul ordinateur|\bcarte communale|\bmoins de 5\D000|\btrop peu d",
    re.IGNORECASE,
)
TOWN_MEANT = {
    ("edu-1", "texte"): "the usual name of a subject: « le numérique à l’école »",
    ("edu-1", "niveaux"): "the same",
}
"""Where a town does read of « l’école », and why."""

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


def for_a_town(question: Table) -> Table:
    """As a commune of more than 10,000 inhabitants reads it: the large variant, else the base."""
    return question | question.get("variantes", {}).get("grande", {})


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
        if COMMUNE_ONLY.search(text) and (question["id"], key) not in COMMUNES_MEANT
    ]
    assert wrong == []


def test_a_town_never_reads_a_sentence_meant_for_a_village() -> None:
    wrong = [
        f"{question['id']}, {key} : {text}"
        for question in questions()
        for key, text in texts(for_a_town(question))
        if VILLAGE_ONLY.search(text) and (question["id"], key) not in TOWN_MEANT
    ]
    assert wrong == []


def test_a_sentence_that_is_excused_is_still_read() -> None:
    asked = {question["id"]: question for question in questions()}
    for excused, words, read in (
        (COMMUNES_MEANT, COMMUNE_ONLY, for_an_epci),
        (TOWN_MEANT, VILLAGE_ONLY, for_a_town),
    ):
        for one, key in excused:
            said = [text for name, text in texts(read(asked[one])) if name == key]
            assert any(words.search(text) for text in said), (one, key)


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
