# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is not known yet for want of answers, and so must not be said to be nothing. No widget."""

from autodiag.roadmap.cleared import to_check
from autodiag.roadmap.situation import Situation
from autodiag.text.numbers import count

ASK = "Répondre aux questions"


def unknown_said(situation: Situation) -> str:
    """Why nothing is proposed where answers are missing, empty where none is."""
    number = to_check(situation)
    if not number:
        return ""
    duties = count(number, "obligation reste", "obligations restent")
    return f"Vos réponses ne disent pas encore ce qui serait utile\u00a0: {duties} à vérifier."
