# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""That answers are those of the time before, which nobody confirmed yet: on the first page, in the
tables. Knows nothing of scores."""

from autodiag.report.context import Context
from autodiag.scoring.taken_over import not_asked, waiting
from autodiag.text.numbers import count


def taken_over_said(context: Context) -> str:
    """How many answers taken over nobody confirmed yet, empty where there is none."""
    number = len(waiting(context.content.snapshot))
    if not number:
        return ""
    said = count(number, "réponse reprise", "réponses reprises")
    alone = "_sans_score" if context.unscored else ""
    return context.words(f"synthese.a_confirmer{alone}", nombre=said)


def left_to_confirm(context: Context, question_id: str) -> str:
    """That this answer is one of them, empty where it is not, or where all are: that is said once,
    above."""
    snapshot = context.content.snapshot
    left = waiting(snapshot)
    some = bool(snapshot.assessment.answers.keys() - left - not_asked(snapshot))
    return context.words("reponses.a_confirmer") if some and question_id in left else ""
