# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From what someone types to the numbers of the places it may mean, best first.

Knows the tables of `schema`, not what a place is made of.
"""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from autodiag.places.identifiers import TYPED_MAX, compact
from autodiag.places.keys import name_key, other_keys, plain, typed_keys
from autodiag.places.spelling import close_places
from autodiag.places.usual import epci_of, split_department, without_office

# the index holds only [a-z0-9 ] and codes [0-9AB]: nothing sorts after these
_AFTER_KEY = "{"
_AFTER_CODE = "Z"
_CODE = re.compile(r"[0-9]{1,14}|2[AB][0-9]{0,3}", re.ASCII)
_INSEE_LENGTH = 5
_SIREN_LENGTH = 9
# no name has as many words
_WORDS_MAX = 16
_TRIGRAM = 3
# « 69000 »: no post office’s code, but written for Lyon all the same
_ROUND = re.compile(r"\b([0-9]{2})000\b", re.ASCII)
# two letters that are the whole first word of a name: Aÿ-Champagne before Aytré
_SHORT_WORD = re.compile(r"(?!ca|cc|cu|la|le)[a-z]{2}")

# ranks 0 to 5: the name, the name without its article, its first word when it is that short, its
# start, a word of it, a former name
_BY_KEY = """
SELECT place, MIN(CASE start WHEN 3 THEN 5 WHEN 2 THEN 4 ELSE
    CASE WHEN text = :typed THEN start WHEN text < :word THEN 2 ELSE 3 END END) AS rank
FROM key WHERE text >= :typed AND text < :after GROUP BY place ORDER BY rank, place LIMIT :limit
"""
_FORMER_RANK = 5
# communes are numbered first
_EPCI_WORDS = """
SELECT rowid FROM words WHERE words MATCH ?
    AND rowid > (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'communes')
ORDER BY rowid LIMIT ?
"""
_DEPARTMENT_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Hit:
    """The number of a place found, and its former name when that is what was typed.

    `near`: not what was typed, only close to it.
    """

    place: int
    former: str = ""
    near: bool = False


def find(base: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """Return at most `limit` hits for a typed name or code, best first."""
    code = compact(text[:TYPED_MAX])
    if _CODE.fullmatch(code):
        return _by_code(base, code)[:limit] if len(code) > 5 else _by_place_code(base, code, limit)
    typed = typed_keys(text)
    keys = (*typed, *(bare for key in typed for bare in without_office(key)))
    hits = _by_key(base, keys, limit)
    if keys and len(hits) < limit:
        known = {hit.place for hit in hits}
        local = _in_department(base, keys, limit) if "(" in text and not hits else []
        more = dict.fromkeys([*local, *_by_words(base, keys, limit)])
        hits += [Hit(place) for place in more if place not in known]
    return (hits or _otherwise(base, keys, limit))[:limit]


def _otherwise(base: sqlite3.Connection, keys: Sequence[str], limit: int) -> list[Hit]:
    """Return the hits for what is in no name: a département, an EPCI, a round code, a slip."""
    keys = [key for key in keys if not without_office(key)] or keys
    # words of the département's name last: half of Seine-Saint-Denis is no Saint-Denis
    found = [*_in_department(base, keys, limit), *_having(base, "name area", keys, limit)]
    found = found or [place for key in keys for place in _epcis(base, epci_of(key), limit)]
    if found:
        return [Hit(place) for place in dict.fromkeys(found)]
    rounded = [_ROUND.sub(r"\1", key) for key in keys if _ROUND.search(key)]
    near = [*_having(base, "name", rounded, limit)]
    near = near or [place for key in keys for place in close_places(base, key, limit)]
    return [Hit(place, near=True) for place in dict.fromkeys(near)]


def _in_department(base: sqlite3.Connection, keys: Sequence[str], limit: int) -> list[int]:
    """Return the places of a département named whole after their name («st germain loire»)."""
    departments = [
        (plain(name), code) for code, name in base.execute("SELECT code, name FROM department")
    ]
    found: dict[int, None] = {}
    for key in keys:
        name, code = split_department(key, departments)
        if name:
            there = _having(base, "name", (f"{name} {code.lower()}",), _DEPARTMENT_LIMIT)
            hits = _by_key(base, (name,), _DEPARTMENT_LIMIT)
            found |= dict.fromkeys(hit.place for hit in hits if hit.place in there)
            found |= there
    return list(found)[:limit]


def _epcis(base: sqlite3.Connection, name: str, limit: int) -> list[int]:
    """Return the EPCI that have these words, then those of the communes so named."""
    words = [f'"{word}"*' for word in dict.fromkeys(name.split())]
    if not words or len(words) > _WORDS_MAX:
        return []
    found = _numbers(base, _EPCI_WORDS, (f"{{name}} : ({' '.join(words)})", limit))
    for hit in _by_key(base, (name,), limit):
        row = base.execute("SELECT epci FROM place WHERE id = ?", (hit.place,)).fetchone()
        found += [row[0]] if row[0] else []
    return found


def _by_key(base: sqlite3.Connection, keys: Sequence[str], limit: int) -> list[Hit]:
    """Return the places of which the name, a word or a former name starts as typed."""
    best: dict[int, int] = {}
    for key in keys:
        word = f"{key}!" if _SHORT_WORD.fullmatch(key) else key
        values = {"typed": key, "word": word, "after": key + _AFTER_KEY, "limit": limit}
        for place, rank in base.execute(_BY_KEY, values):
            best[place] = min(rank, best.get(place, rank))
    ordered = sorted(best, key=lambda place: (best[place], place))[:limit]
    return [
        Hit(place, _former_name(base, place, keys) if best[place] == _FORMER_RANK else "")
        for place in ordered
    ]


def _former_name(base: sqlite3.Connection, place: int, keys: Sequence[str]) -> str:
    names = base.execute("SELECT name FROM former WHERE place = ? ORDER BY name", (place,))
    for (name,) in names:
        own = name_key(name)
        if any(text.startswith(key) for text in (own, *other_keys(own)) for key in keys):
            return name
    return ""


def _by_words(base: sqlite3.Connection, keys: Sequence[str], limit: int) -> list[int]:
    """Return the places that have every typed word, then those with the text inside a word.

    A word may also start a postal code or the département («saint denis 93»).
    """
    found = _having(base, "name", keys, limit)
    for key in keys:
        squeezed = key.replace(" ", "")
        if len(squeezed) >= _TRIGRAM:
            found |= dict.fromkeys(_matching(base, "inside", f'"{squeezed}"', limit))
    return list(found)


def _having(
    base: sqlite3.Connection, columns: str, keys: Sequence[str], limit: int
) -> dict[int, None]:
    """Return the places of which words of these columns start with each word typed."""
    found: dict[int, None] = {}
    for key in keys:
        words = [f'"{word}"*' for word in dict.fromkeys(key.split())]
        if len(words) <= _WORDS_MAX:
            query = f"{{{columns}}} : ({' '.join(words)})"
            found |= dict.fromkeys(_matching(base, "words", query, limit))
    return found


def _matching(base: sqlite3.Connection, index: str, query: str, limit: int) -> list[int]:
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid LIMIT ?"  # noqa: S608
    return _numbers(base, sql, (query, limit))


def _by_place_code(base: sqlite3.Connection, code: str, limit: int) -> list[Hit]:
    """Return the places whose postal or INSEE code starts so: postal codes first.

    The commune of a whole INSEE code is always among them, however many share a postal code.
    """
    span = (code, code + _AFTER_CODE, limit)
    postal = _numbers(
        base,
        "SELECT DISTINCT place FROM postal WHERE code >= ? AND code < ? ORDER BY place LIMIT ?",
        span,
    )
    insee = _numbers(
        base, "SELECT id FROM place WHERE insee >= ? AND insee < ? ORDER BY id LIMIT ?", span
    )
    if not postal and not insee:
        return _by_former_code(base, code, limit)
    if len(code) == _INSEE_LENGTH and limit > 1 and not set(insee) <= set(postal):
        postal = postal[: limit - len(insee)]
    return [Hit(place) for place in dict.fromkeys([*postal, *insee])][:limit]


def _by_former_code(base: sqlite3.Connection, code: str, limit: int) -> list[Hit]:
    """Return the places of a former INSEE code, else those a round postal code is written for."""
    rows = base.execute("SELECT place, name FROM former WHERE code = ? LIMIT ?", (code, limit))
    former = [Hit(*row) for row in rows]
    if former or not _ROUND.fullmatch(code):
        return former
    return [Hit(place, near=True) for place in _having(base, "name", (code[:2],), limit)]


def _by_code(base: sqlite3.Connection, code: str) -> list[Hit]:
    """Return the places whose SIREN starts so, or is the start of this SIRET."""
    siren = code[:_SIREN_LENGTH]
    places = _numbers(
        base,
        "SELECT id FROM place WHERE siren >= ? AND siren < ? ORDER BY id",
        (siren, siren + _AFTER_CODE),
    )
    return [Hit(place) for place in places]


def _numbers(base: sqlite3.Connection, sql: str, values: tuple[str | int, ...]) -> list[int]:
    return [row[0] for row in base.execute(sql, values)]
