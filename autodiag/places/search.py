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
from autodiag.places.keys import name_key, other_keys, typed_keys

# the index holds only [a-z0-9 ] and codes [0-9AB]: nothing sorts after these
_AFTER_KEY = "{"
_AFTER_CODE = "Z"
_CODE = re.compile(r"[0-9]{1,14}|2[AB][0-9]{0,3}", re.ASCII)
_INSEE_LENGTH = 5
_SIREN_LENGTH = 9
# no name has as many words
_WORDS_MAX = 16
_TRIGRAM = 3

# ranks 0 to 4: the name, the name without its article, its start, a word of it, a former name
_BY_KEY = """
SELECT place, MIN(CASE start WHEN 3 THEN 4 WHEN 2 THEN 3 ELSE iif(text = :typed, start, 2) END)
    AS rank
FROM key WHERE text >= :typed AND text < :after GROUP BY place ORDER BY rank, place LIMIT :limit
"""
_FORMER_RANK = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """The number of a place found, and its former name when that is what was typed."""

    place: int
    former: str = ""


def find(base: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """Return at most `limit` hits for a typed name or code, best first."""
    code = compact(text[:TYPED_MAX])
    if _CODE.fullmatch(code):
        return _by_code(base, code)[:limit] if len(code) > 5 else _by_place_code(base, code, limit)
    keys = typed_keys(text)
    hits = _by_key(base, keys, limit)
    if keys and len(hits) < limit:
        known = {hit.place for hit in hits}
        more = _by_words(base, keys, limit)
        hits += [Hit(place) for place in more if place not in known]
    if keys and not hits:
        # words of the département's name too, last: half of Seine-Saint-Denis is no Saint-Denis
        hits = [Hit(place) for place in _having(base, "name area", keys, limit)]
    return hits[:limit]


def _by_key(base: sqlite3.Connection, keys: Sequence[str], limit: int) -> list[Hit]:
    """Return the places of which the name, a word or a former name starts as typed."""
    best: dict[int, int] = {}
    for key in keys:
        values = {"typed": key, "after": key + _AFTER_KEY, "limit": limit}
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
        former = base.execute(
            "SELECT place, name FROM former WHERE code = ? LIMIT ?", (code, limit)
        )
        return [Hit(*row) for row in former]
    if len(code) == _INSEE_LENGTH and limit > 1 and not set(insee) <= set(postal):
        postal = postal[: limit - len(insee)]
    return [Hit(place) for place in dict.fromkeys([*postal, *insee])][:limit]


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
