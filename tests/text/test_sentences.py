# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Pieces of text put one after another."""

from autodiag.text.joining import joined


def test_each_piece_is_a_sentence_and_none_ends_twice() -> None:
    pieces = [
        "3.2 Une copie existe-t-elle\u202f?",
        "«\u202fJe ne sais pas.\u202f»",
        "de 0 à 4",
        "",
        "compte 1\u00a0fois",
        "Parce que…",
        " (Deux fois.) ",
    ]
    assert joined(pieces) == (
        "3.2 Une copie existe-t-elle\u202f? «\u202fJe ne sais pas.\u202f» De 0 à 4. "
        "Compte 1\u00a0fois. Parce que… (Deux fois.)"
    )
    assert joined(["«\u202fRien\u202f»"]) == "«\u202fRien\u202f»."
    assert joined([]) == ""
