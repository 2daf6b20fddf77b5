# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Names spelt almost as typed, proposed when nothing else is found. Knows the `key` table only."""

import difflib
import sqlite3
from collections.abc import Iterator

_LETTERS = "abcdefghijklmnopqrstuvwxyz "
# shorter, everything is close to everything; longer, too many writings are one slip away
_SHORTEST, _LONGEST = 4, 32
_LIKENESS = 0.8
_NEIGHBOURS = 20

_SAME = "SELECT text, start, place FROM key WHERE text IN ({marks})"
_BEFORE = "SELECT text, start, place FROM key WHERE text < ? ORDER BY text DESC LIMIT ?"
_AFTER = "SELECT text, start, place FROM key WHERE text > ? ORDER BY text LIMIT ?"


def close_places(base: sqlite3.Connection, key: str, limit: int) -> list[int]:
    """Return the places of which a name is one slip away or starts alike, closest first."""
    if not _SHORTEST <= len(key) <= _LONGEST or key.isdigit():
        return []
    slips = list(dict.fromkeys(_slips(key)))
    rows = base.execute(_SAME.format(marks=",".join("?" * len(slips))), slips).fetchall()
    for sql in (_BEFORE, _AFTER):
        rows += base.execute(sql, (key, _NEIGHBOURS)).fetchall()
    matcher = difflib.SequenceMatcher(b=key, autojunk=False)
    ranked: list[tuple[float, int, int]] = []
    for text, start, place in rows:
        matcher.set_seq1(text)
        if matcher.quick_ratio() >= _LIKENESS and (likeness := matcher.ratio()) >= _LIKENESS:
            ranked.append((-likeness, start, place))
    return list(dict.fromkeys(place for *_, place in sorted(ranked)))[:limit]


def _slips(key: str) -> Iterator[str]:
    """Yield what the key becomes with one letter less, more or other, or two swapped."""
    for place in range(len(key) + 1):
        before, after = key[:place], key[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
