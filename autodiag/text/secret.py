# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text looks as if it held a password. A guess, for a gentle warning: refuses nothing."""

import re

_NAMES = r"mot\s+de\s+passe|mdp|password|passwd|pwd"
_NAMED = re.compile(
    rf"\b(?:{_NAMES}|mots\s+de\s+passe|code\s+(?:pin|secret|d[’']acc[eè]s)|pin)\b"
    r"[^\n:=→]{0,30}?\s*(?:[:=→]|\best\b)\s*(?P<said>[^\n;,]+)",
    re.IGNORECASE,
)
"""«mot de passe de la box : …»: the name of a secret, then what is said of it."""
_CODE = re.compile(
    r"\b(?:digicode|code(?!\s+(?:postal|insee|ape|naf|client|commune|officiel|de\s+la\s+commune)))\b"
    r"(?:[^\n:=→\d,;]{0,30}[:=→])?\s*(?P<said>(?=\w*\d)\w{4,8})\b",
    re.IGNORECASE,
)
"""«code de l’alarme : 1234»: figures, unless the code is one that anybody may know."""
_BESIDE = re.compile(
    rf"(?P<before>[\w’']*)\s*\b(?:{_NAMES})[ \t]+(?P<said>[^\s:=→,;]+)[ \t]*(?P<more>\w?)",
    re.IGNORECASE,
)
"""«identifiant / mot de passe xyz»: nothing between the name and what follows."""
_OF = re.compile(
    "à|aux?|de|des|du|chez|dans|est|sont|en|pour|par|sur|sous|les?|la|l|une?|d|ce|cet|cette|mon|ma"
    "|son|sa|notre|votre|leur"
)
"""After these the password is spoken of, not given."""
_NO_PASSWORD = re.compile(
    "oui|non|perdu|oublié|inconnu|changé|provisoire|temporaire|unique|partagé|commun|personnel"
    "|maître|principal|administrateur|admin|wifi|wi-fi|messagerie|box|session|ordinateur|serveur"
    "|mairie|compte|site|logiciel|téléphone|imprimante"
)
_ENDLESS = re.compile(r"\S{200,}|\s{200,}")
"""No word and no space between words: only slow to look through."""
_ADDRESS = re.compile(r"\S+@\S+\.\w+|\S+://\S+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*[.!?]?")
_SHORTEST, _LONE = 3, 8


def looks_like_secret(text: str) -> bool:
    """True for «mdp = Soleil42», false for «mot de passe : au coffre, chez Sophie»."""
    bare = _ADDRESS.sub(" ", _ENDLESS.sub(" ", text))
    return (
        any(_is_secret(found["said"]) for found in _NAMED.finditer(bare))
        or _CODE.search(bare) is not None
        or any(_is_beside(found) for found in _BESIDE.finditer(bare))
        or any(_is_drawn(word) for word in bare.split())
    )


def _is_secret(said: str) -> bool:
    """One word alone, or a first word that no sentence would have."""
    words = said.replace("«", " ").replace("»", " ").replace('"', " ").split()
    if not words or len(words[0]) < _SHORTEST or _NO_PASSWORD.fullmatch(words[0].lower()):
        return False
    odd = _WORD.fullmatch(words[0]) is None or not words[0][1:].rstrip(".!?").islower()
    return (odd and len(words[0]) > _SHORTEST) or len(words) == 1


def _is_beside(found: re.Match[str]) -> bool:
    """Figures in the word that follows, or that word alone where no sentence goes on."""
    said = found["said"].strip("«».!?").lower()
    if any(map(str.isdigit, said)):
        return len(said) > _SHORTEST
    before = found["before"].lower().rstrip("’'")
    spoken_of = _OF.fullmatch(before) or _OF.fullmatch(said) or _NO_PASSWORD.fullmatch(said)
    return len(said) >= _SHORTEST and not (spoken_of or found["more"])


def _is_drawn(word: str) -> bool:
    """Small and capital letters, digits and signs together: nobody writes so but a password."""
    return (
        len(word) >= _LONE
        and any(map(str.islower, word))
        and any(map(str.isupper, word))
        and any(map(str.isdigit, word))
        and any(sign in "!$%&*#?+=~^" for sign in word.rstrip("!?"))
    )
