# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How a name is written in the search index, and how typed text is brought to the same writing.

Knows nothing of SQLite: the tool that builds the base and the search share it.
"""

import re

from autodiag.places.identifiers import TYPED_MAX
from autodiag.text.bare import plain

_SHORT = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "gd": "grand"}
# INSEE files « Le Mans » under « Mans », with its article apart
_ARTICLE = re.compile(r"^(?:le|la|les|l|aux|las|los) (?=.)")
# how people say what the DGCL writes CC, CA, CU
_SPELT = {
    "cc": "communaute de communes",
    "ca": "communaute d agglomeration",
    "cu": "communaute urbaine",
}


def name_key(name: str) -> str:
    """Return the index writing of a name: `plain`, with st, ste and gd written in full."""
    return " ".join(_SHORT.get(word, word) for word in plain(name).split())


def typed_keys(text: str) -> tuple[str, ...]:
    """Return the writings a typed text may stand for, none when it holds no letter or digit.

    A last word « st » is either Saint or the start of Strasbourg: both are looked for.
    """
    words = plain(text[:TYPED_MAX]).split()
    if not words:
        return ()
    start = [_SHORT.get(word, word) for word in words[:-1]]
    lasts = (words[-1], _SHORT[words[-1]]) if words[-1] in _SHORT else (words[-1],)
    return tuple(" ".join([*start, last]) for last in lasts)


def other_keys(key: str) -> tuple[str, ...]:
    """Return the other whole writings of a name key: without its article, CC spelt out."""
    first, _, rest = key.partition(" ")
    spelt = (f"{_SPELT[first]} {rest}",) if first in _SPELT and rest else ()
    bare = _ARTICLE.sub("", key)
    return (*((bare,) if bare != key else ()), *spelt)


def word_tails(key: str) -> tuple[str, ...]:
    """Return the tails of a key that start at its second, third… word."""
    words = key.split()
    return tuple(" ".join(words[place:]) for place in range(1, len(words)))
