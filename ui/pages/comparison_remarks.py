# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said above the comparison when it cannot be whole, and the one thing to do about it."""

from collections.abc import Sequence

from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Comparator
from ui.widgets.remark import Remark


def about_answers(remark: Remark, assessment: Assessment, shown: Sequence[Comparator]) -> None:
    """Nothing answered yet, or nothing that compares; the figures are shown all the same."""
    if not shown or any(one.stance != "non_compare" for one in shown):
        remark.clear()
    elif assessment.answers:
        remark.say(
            "Aucune de vos réponses ne se compare encore\u00a0: sans objet, ou données à d’autres "
            "questions.",
            action="questions",
            do="Répondre aux questions",
        )
    else:
        remark.say(
            "Voici ce que d’autres ont répondu. Répondez aux questions pour vous situer.",
            action="questions",
            do="Répondre aux questions",
        )


def about_authority(remark: Remark, authority: LocalAuthority, shown: Sequence[Comparator]) -> None:
    """Without a population, figures by size cannot be told from the others."""
    if authority.population is not None or not shown:
        remark.clear()
        return
    remark.say(
        "Votre population n’est pas connue\u00a0: les repères par taille sont rangés à part.",
        action="collectivite",
        do="Compléter la page Collectivité",
    )
