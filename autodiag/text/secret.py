# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text looks as if it held a password. A guess, for a gentle warning: refuses nothing."""

import re

_NAMED = re.compile(
    r"\b(?:mots?\s+de\s+passe|mdp|password|passwd|pwd|code\s+(?:pin|secret|d[’']acc[eè]s)|pin)\b"
    r"[^\n:=→]{0,30}?\s*(?:[:=→]|\best\b)\s*(?P<said>[^\n;,]+)",
    re.IGNORECASE,
)
"""«mot de passe de la box : …»: the name of a secret, then what is said of it."""
_ADDRESS = re.compile(r"\S+@\S+\.\w+|\S+://\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[.!?]?")
_SHORTEST, _LONE = 4, 8


def looks_like_secret(text: str) -> bool:
    """True for «mdp = Soleil42», false for «mot de passe : au coffre, chez Sophie»."""
    bare = _ADDRESS.sub(" ", text)
    return any(_is_secret(found["said"]) for found in _NAMED.finditer(bare)) or any(
        _is_drawn(word) for word in bare.split()
    )


def _is_secret(said: str) -> bool:
    """One word alone, or a first word that no sentence would have."""
    words = said.replace("«", " ").replace("»", " ").replace('"', " ").split()
    if not words or len(words[0]) < _SHORTEST:
        return False
    odd = _WORD.fullmatch(words[0]) is None or not words[0][1:].rstrip(".!?").islower()
    return odd or len(words) == 1


def _is_drawn(word: str) -> bool:
    """Small and capital letters, digits and signs together: nobody writes so but a password."""
    return (
        len(word) >= _LONE
        and any(map(str.islower, word))
        and any(map(str.isupper, word))
        and any(map(str.isdigit, word))
        and any(sign in "!$%&*#?+=~^" for sign in word.rstrip("!?"))
    )
