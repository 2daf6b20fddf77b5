# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said of answers taken over that nobody has confirmed yet, when two dates are compared: a
copy compared with itself is no news."""

from autodiag.scoring.change import Change
from autodiag.text.numbers import count


def nothing_yet(change: Change, *, counted: bool = True) -> str:
    """Why there is nothing to compare: all the answers still are copies. Empty where some are of
    this date. Without their number where not `counted`."""
    if change.unconfirmed != "all":
        return ""
    return f"{_waiting(change, 'Les', counted=counted)}\u00a0: rien à comparer pour l’instant."


def waiting_said(change: Change, *, counted: bool = True) -> str:
    """How some copies count beside answers of this date; empty where there is none."""
    if change.unconfirmed != "some":
        return ""
    if counted and change.waiting == 1:
        reads = "elle compte ici comme inchangée"
    else:
        reads = "elles comptent ici comme inchangées"
    return f"{_waiting(change, 'Des', counted=counted)}\u00a0: {reads}."


def _waiting(change: Change, article: str, *, counted: bool) -> str:
    if not counted:
        return f"{article} réponses reprises ne sont pas encore confirmées"
    if change.waiting == 1:
        return "1 réponse reprise n’est pas encore confirmée"
    number = count(change.waiting, "réponse reprise", "réponses reprises")
    return f"{number} ne sont pas encore confirmées"
