# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Names of attached files: cleaned when they come in, checked when they are read back.

Knows nothing of folders: where a file is written is always chosen by somebody.
"""

import unicodedata

LONGEST = 120
"""Characters of a name, ending included."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
# Windows takes these for devices, whatever their ending
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789"))
)
# Controls, halves of characters, and what hides or turns round what follows it. Ranges and not
# Unicode's categories: these change with Python, and what one machine wrote another must read.
_UNSEEN = (
    (0x00, 0x1F), (0x7F, 0x9F), (0x61C, 0x61C), (0x200B, 0x200F), (0x2028, 0x202E),
    (0x2060, 0x206F), (0xD800, 0xDFFF), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFF),
)  # fmt: skip


def cleaned(name: str) -> str:
    """A name that every system takes, the ending kept; never empty, never a path."""
    name = unicodedata.normalize("NFC", name)
    kept = "".join(" " if c in _FORBIDDEN else c for c in name if _seen(c))
    stem, dot, ending = _words(kept).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    stem, ending = stem.strip(" ."), ending.strip(" .")[: LONGEST // 4].rstrip(" .")
    if not stem or _reserved(stem):
        stem = f"fichier {stem}".strip()
    stem = stem[: LONGEST - len(ending) - 1].rstrip(" .")
    return f"{stem}.{ending}" if ending else stem


def is_safe(name: str) -> bool:
    """Whether a name read from a dossier is one that could have been cleaned."""
    plain = 0 < len(name) <= LONGEST and name == name.strip(" .") and not _reserved(name)
    return plain and all(_seen(c) and c not in _FORBIDDEN for c in name)


def one_line(text: str, longest: int) -> str:
    """A text of somebody's on one line, without what does not show, cut to so many characters."""
    kept = "".join(c if _seen(c) else " " for c in unicodedata.normalize("NFC", text))
    return _words(kept)[:longest].rstrip()


def is_one_line(text: str, longest: int) -> bool:
    """Whether a text read from a dossier is one, and not empty."""
    return 0 < len(text) <= longest and all(_seen(c) for c in text)


def _words(text: str) -> str:
    """One space between words; no-break ones stay."""
    return " ".join(part for part in text.split(" ") if part)


def _reserved(name: str) -> bool:
    return name.partition(".")[0].strip().lower() in _RESERVED


def _seen(character: str) -> bool:
    return not any(first <= ord(character) <= last for first, last in _UNSEEN)
