# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""French typography: putting a text right, saying what is wrong in it, making user text harmless.

Knows nothing of where the text comes from or is printed.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from autodiag.text.spaces import NARROW, NO_BREAK

_SPACE = "[ \u00a0\u202f]"
_UNITS = (
    "h|min|km|m²|ko|Ko|Mo|Go|To|Mbit/s|Gbit/s|j|jours?|journées?|demi-journées?|heures?|minutes?"
    "|semaines?|mois|ans?|années?|euros?|habitants?|points?|millions?|milliards?"
)
_ACUTE = (
    "tat|cole|duc|conom|quip|lue?s?\\b|lectr|tape|valu|cri[rtv]|diter|nerg|tabliss|tude|vit|ligib"
    "|ch[aé]|tre\\b|vén|quival|poque|gal|metteur"
)

_HARMFUL = ("Cc", "Cf", "Cs", "Co", "Cn")
_USUAL = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f\u20ac]*")
"""Letters, marks and spaces of French, none of which is harmful."""

# Left untouched: addresses, e-mail addresses, times, `code`.
_PROTECTED = re.compile(
    r"`[^`\n]*`|(?:https?://|www\.)[^\s»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b\d{1,2}:\d{2}\b"
)


@dataclass(frozen=True)
class _Rule:
    """One repair. `fault` says in French what the text has wrong when the repair changes it."""

    fault: str
    text: str
    repair: str | Callable[[re.Match[str]], str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when first used: the window that opens needs none."""
        return re.compile(self.text)


def _group_thousands(match: re.Match[str]) -> str:
    return re.sub(_SPACE, NARROW, match[0])


# In order: each one sees the text as the rules before it left it.
_RULES: tuple[_Rule, ...] = (
    _Rule("apostrophe droite « ' » au lieu de « ’ »", r"(?<=[^\W\d_])'", "’"),
    _Rule(
        "guillemets droits au lieu de « et »",
        rf'(?<![^\s(«])"{_SPACE}*([^"\n]*[^"\s]){_SPACE}*"(?![\w"])',
        rf"«{NARROW}\1{NARROW}»",
    ),
    _Rule("trois points au lieu du caractère …", r"\.{3,}", "…"),
    _Rule("espaces répétées", rf"(?<=\S){_SPACE}{{2,}}(?=\S)", " "),
    _Rule(
        "espace avant une virgule ou un point",
        rf"(?<=[^\W_]){_SPACE}+(?=[,.](?:[\s»]|$))",
        "",
    ),
    _Rule("espace fine insécable manquante après «", rf"«{_SPACE}*(?=\S)", f"«{NARROW}"),
    _Rule("espace fine insécable manquante avant »", rf"(?<=\S){_SPACE}*»", f"{NARROW}»"),
    _Rule(
        "espace fine insécable manquante avant ; ! ou ?",
        rf"(?<=\S){_SPACE}+(?=[;!?])|(?<=[\w)»…%€’])(?=[;!?]+(?:[\s»)…]|$))",
        NARROW,
    ),
    _Rule(
        "espace insécable manquante avant :",
        rf"(?<=[^\s«]){_SPACE}+(?=:(?:\s|$|»))|(?<=[\w)»…%€])(?=:(?:\s|$))",
        NO_BREAK,
    ),
    _Rule(
        "espace fine insécable manquante entre les milliers",
        rf"(?<![\d,.\u00a0\u202f])\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)",
        _group_thousands,
    ),
    _Rule(
        "espace insécable manquante avant %, € ou une unité",
        rf"(?<=\d){_SPACE}*(?=[kM]?[%€‰])|(?<=\d){_SPACE}+(?=(?:{_UNITS})\b)",
        NO_BREAK,
    ),
    _Rule("espace insécable manquante après n° ou ±", rf"(?<=[°±]){_SPACE}*(?=\d)", NO_BREAK),
    _Rule("capitale sans accent", rf"\bE(?={_ACUTE})", "É"),
    _Rule(
        "capitale sans accent",
        r"(?:^|(?<=[.!?…»] ))A(?= (?:partir|défaut|noter|moins|chaque|vérifier|titre|venir"
        r"|confirmer|plusieurs|compter|quoi|qui)\b)",
        "À",
    ),
    _Rule("cédille manquante", r"\bCa(?= )", "Ça"),
)


def french(text: str) -> str:
    """The text in French typography. Applying it twice changes nothing more.

    Addresses, e-mail addresses, times such as 10:30 and `code` between backticks are left alone.
    """
    kept, hidden = _hide(text)
    for rule in _RULES:
        hidden = rule.pattern.sub(rule.repair, hidden)
    return _reveal(hidden, kept)


def faults(text: str) -> list[str]:
    """What `french` would repair, one French sentence each with the place; empty when nothing."""
    kept, hidden = _hide(text)
    found: list[str] = []
    for rule in _RULES:
        repaired = rule.pattern.sub(rule.repair, hidden)
        if repaired != hidden:
            place = _reveal(_first_difference(hidden, repaired), kept)
            found.append(f"{rule.fault}{NO_BREAK}: « {place} »")
        hidden = repaired
    return found


def _first_difference(before: str, after: str, around: int = 16) -> str:
    at = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    return before[max(0, at - around) : at + around].strip()


def _hide(text: str) -> tuple[list[str], str]:
    """Each protected piece becomes one private-use character, told apart by its code."""
    kept: list[str] = []

    def hide(match: re.Match[str]) -> str:
        kept.append(match[0])
        return chr(0xF0000 + len(kept) - 1)

    return kept, _PROTECTED.sub(hide, text)


def _reveal(text: str, kept: list[str]) -> str:
    for i, piece in enumerate(kept):
        text = text.replace(chr(0xF0000 + i), piece)
    return text


def for_pdf(text: str) -> str:
    """U+202F as U+00A0: reportlab breaks lines at the first, never at the second."""
    return text.replace(NARROW, NO_BREAK)


def escape(text: str) -> str:
    """Text as reportlab paragraph markup that prints exactly that text."""
    return for_pdf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text as it is inside a sentence, unless it begins with an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def plain(user_text: str, limit: int = 300) -> str:
    """What a person typed, on one line and harmless, at most `limit` characters.

    Control, direction-changing and invisible characters go (they could reorder or hide what stands
    beside them); a longer text is cut at a word where possible and ends with …
    """
    text = unicodedata.normalize("NFC", user_text)
    if not _USUAL.fullmatch(text):
        text = _harmless(text)
    text = re.sub(" {2,}", " ", text).strip()
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    words = cut.rsplit(" ", 1)[0]
    return (words if len(words) > limit // 2 else cut).rstrip(" ,;:") + "…"


def _harmless(text: str) -> str:
    """Letter by letter, which takes ten times as long as to see that all of them are usual."""
    text = "".join(" " if c.isspace() and c not in NARROW + NO_BREAK else c for c in text)
    return "".join(c for c in text if unicodedata.category(c) not in _HARMFUL)


def printable(text: str, known: Callable[[int], bool]) -> str:
    """The text with only characters the font has. `known` tells whether a code point is in it.

    An absent letter becomes its base letter where that one is there (ǎ → a); a run of other absent
    characters becomes one middle dot, never a missing-glyph box.
    """
    if all(known(ord(c)) or c in "\n\t" for c in set(text)):
        return text
    out: list[str] = []
    for c in text:
        base = "".join(b for b in unicodedata.normalize("NFKD", c) if known(ord(b)))
        if known(ord(c)) or c in "\n\t":
            out.append(c)
        elif base.strip():
            out.append(base)
        elif unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Cf"):
            continue
        elif not out or out[-1] != "·":
            out.append("·")
    return "".join(out)
