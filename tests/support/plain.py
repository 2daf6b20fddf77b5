# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Texts as they are easily written in a test: with ordinary spaces."""

FINE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u200b": None})


def plain(text: str) -> str:
    """Without its no-break spaces and the places where a long word may be cut."""
    return text.translate(FINE)
