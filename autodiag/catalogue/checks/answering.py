# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Third stage: which choices go together, and what a question may rest on of the answers before."""

from collections.abc import Iterator

from autodiag.catalogue.checks.questions import Rule, place_of, unknown
from autodiag.catalogue.drafts import QuestionnaireDraft
from autodiag.catalogue.problems import Problem, did_you_mean, error
from autodiag.catalogue.shapes import QuestionShape
from autodiag.model.condition import ReplyIs, replies_in

MAX_FOLLOWED = 500
"""Answers that a condition may rest on, those that they rest on included: a hostile file could make
each rest twice on the one before."""


def choices_can_go_together(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """« seul » and « choix_au_plus » are for several choices, and leave something to choose."""
    for file, question in draft.questions():
        place, most = place_of(question), question.choix_au_plus
        if question.type != "choix_multiples":
            if most is not None or any(one.seul for one in question.choix):
                said = "« seul » et « choix_au_plus » ne servent qu’au type « choix_multiples »"
                yield error(file, place, said)
            continue
        together = sum(not one.seul for one in question.choix)
        if together < 2 <= len(question.choix):
            said = "il faut au moins deux choix qui ne soient pas « seul »"
            yield error(file, place, said)
        elif most is not None and most >= together:
            said = f"choix_au_plus : {most} pour {together} choix, cela n’arrête personne"
            yield error(file, place, said)


def replies_are_given_before(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A condition reads answers to questions that come before, and that may be given (S1)."""
    known, before = draft.question_ids(), dict[str, QuestionShape]()
    for file, question in draft.questions():
        place = f"{place_of(question)}, applicable"
        for reply in _replies(question):
            other = before.get(reply.question)
            if other is not None:
                said = _cannot_be(reply, other)
                yield from [error(file, place, said)] if said else []
            elif reply.question not in known:
                what = "question inconnue"
                yield from unknown(file, place, what, [reply.question], known)
            elif reply.question not in draft.lost:
                said = f"« {reply.question} » ne vient pas avant : on n’y a pas encore répondu"
                yield error(file, place, said)
        before[question.id] = question


def _cannot_be(reply: ReplyIs, other: QuestionShape) -> str:
    """Why this is never the answer to that question, in French; "" when it may be."""
    choices = [choice.id for choice in other.choix]
    if choices:
        if reply.comparison != "=":
            return f"« {other.id} » se répond par un choix : il faut « = » et un choix"
        if reply.value not in choices:
            near = did_you_mean(reply.value, choices)
            return f"« {reply.value} » n’est pas un choix de « {other.id} »{near}"
        return ""
    low, high = {"niveaux": (0.0, 4.0), "note": (0.0, 10.0)}.get(
        other.type, (other.minimum or 0.0, other.maximum or 0.0)
    )
    if not reply.value.isdigit() or not low <= int(reply.value) <= high:
        return f"« {other.id} » se répond par un nombre de {low:g} à {high:g}"
    return ""


def conditions_stay_short(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """What a condition rests on, followed to its end, is bounded."""
    followed: dict[str, int] = {}
    for file, question in draft.questions():
        replies = _replies(question)
        followed[question.id] = sum(1 + followed.get(one.question, 0) for one in replies)
        if followed[question.id] > MAX_FOLLOWED:
            said = f"cette condition dépend de plus de {MAX_FOLLOWED} réponses, de proche en proche"
            yield error(file, f"{place_of(question)}, applicable", said)
            return


def scores_rest_on_no_reply(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """A better answer never lowers a score by letting another question count (S7)."""
    if draft.root is None or draft.root.notation is None:
        return
    for file, question in draft.questions():
        if question.type == "niveaux" and _replies(question):
            said = (
                "dans un questionnaire noté, une question à niveaux ne dépend pas d’une réponse :"
                " une meilleure réponse pourrait faire baisser la note"
            )
            yield error(file, f"{place_of(question)}, applicable", said)


def shared_themes_stand_alone(draft: QuestionnaireDraft) -> Iterator[Problem]:
    """Where each theme is filled in by itself, perhaps elsewhere, its answers are all it rests
    on."""
    if draft.root is None or not draft.root.par_theme:
        return
    theme_of = {question.id: file for file, question in draft.questions()}
    for file, question in draft.questions():
        for reply in _replies(question):
            if theme_of.get(reply.question, file) != file:
                said = (
                    f"« {reply.question} » est d’un autre thème : quand les thèmes se partagent"
                    " (« par_theme »), chacun se remplit seul"
                )
                yield error(file, f"{place_of(question)}, applicable", said)


def _replies(question: QuestionShape) -> tuple[ReplyIs, ...]:
    return replies_in(question.applicable) if question.applicable is not None else ()


OWN_RULES: tuple[Rule, ...] = (choices_can_go_together,)
RULES: tuple[Rule, ...] = (
    replies_are_given_before,
    conditions_stay_short,
    scores_rest_on_no_reply,
    shared_themes_stand_alone,
)
