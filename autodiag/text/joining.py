# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Pieces of text made into sentences, for who hears them. Loads nothing: the window starts with
it."""

from collections.abc import Iterable

from autodiag.text.spaces import NARROW, NO_BREAK
from autodiag.text.typography import capitalised

ENDS = (".", "!", "?", "…")


def joined(parts: Iterable[str]) -> str:
    """Pieces of text read one after another, each as a sentence: a capital, and a full stop where
    nothing ends it yet, even inside quotes. Empty ones are left out."""
    return " ".join(_sentence(part.strip()) for part in parts if part.strip())


def _sentence(text: str) -> str:
    ended = text.rstrip(f" {NARROW}{NO_BREAK}»)").endswith(ENDS)
    return capitalised(text if ended else f"{text}.")
