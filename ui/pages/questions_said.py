# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said of questions looked for, taken over from the year before, or just answered."""

from dataclasses import replace
from typing import Any

from autodiag.catalogue.answers import HIGHEST_MARK
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Question
from autodiag.scoring.handed import value_said
from autodiag.text.numbers import count, decimal
from autodiag.text.typography import capitalised
from ui.pages.questions_list import QuestionList
from ui.pages.questions_matching import excerpt, where_found
from ui.pages.questions_path import QuestionPath, ThemeProgress
from ui.pages.questions_words import Said
from ui.widgets.question_row import QuestionState

ALL = "Tout afficher"
NO_MORE = "Il n’y a plus d’autre question dans cette liste. Toutes sont de nouveau affichées."
NONE_LEFT = "C’est fait\u00a0: il n’en reste aucune"
ABOUT = "Tapez un ou plusieurs mots, ou choisissez une liste."
ABOUT_WORDS = "Tapez un ou plusieurs mots de la question."


def found_said(looked_for: QuestionList, found: int) -> str:
    """«3 questions», or that there is none."""
    if found:
        return count(found, "question")
    if looked_for.typed.strip():
        return "Aucune question avec ces mots"
    return NONE_LEFT


def next_of_list(looked_for: QuestionList, path: QuestionPath, question_id: str) -> str:
    """What the button that goes on is called while a list is shown."""
    following = looked_for.after(path, question_id)
    if following is None:
        return ALL
    again = looked_for.is_before(path, following, question_id)
    return "Début de la liste" if again else "Suivante de la liste"


def state_of(
    path: QuestionPath, question_id: str, text: str, listed: QuestionList, *, current: bool
) -> QuestionState:
    """How a question is answered, what is left to do with it, and where its words were found."""
    answer = path.snapshot.assessment.answers.get(question_id)
    icon, said, tone = _answer_said(path.question(question_id), answer)
    parts = [said]
    if question_id in path.snapshot.assessment.to_confirm:
        icon, tone = "clock", "warn"
        parts.append("à confirmer")
    if question_id in path.snapshot.assessment.to_review:
        icon, tone = "flag", "warn"
        parts.append("à revoir")
    state = QuestionState(text, icon, " · ".join(parts), tone, current)
    return replace(state, **_found_in(text, question_id, listed))


def _found_in(text: str, question_id: str, listed: QuestionList) -> dict[str, Any]:
    """What stands out in a question, and the line of its help where the rest was found."""
    match, looked = listed.match(question_id), listed.index.looked(listed.typed)
    found: dict[str, Any] = {"looked_for": where_found(listed.typed, text, looked)}
    if listed.by_words and match is not None and match.part is not None:
        head = f"{match.part.head}\u00a0: "
        said = excerpt(listed.typed, match.part.text, looked)
        places = where_found(listed.typed, said, looked)
        found |= {"line": head + said, "in_line": tuple((len(head) + a, n) for a, n in places)}
    return found


def _answer_said(question: Question, answer: Answer | None) -> tuple[str, str, str]:
    """Pictogram, words and tone."""
    if answer is None:
        return "dots", "Sans réponse", ""
    if isinstance(answer, Unknown):
        return "help", "Ne sait pas", "warn"
    if isinstance(answer, NotConcerned):
        return "minus", "Sans objet", ""
    return "check", capitalised(_figure_said(question, answer)) or "Répondu", ""


def _figure_said(question: Question, answer: Answered) -> str:
    """«niveau 2», «note 7 sur 10», «12 ordinateurs»; nothing for choices, which may be long."""
    if question.type == "niveaux":
        return f"niveau {answer.value}"
    if question.type not in ("note", "nombre"):
        return ""
    said = value_said(question, answer.value, question.wording(answer.variant))
    if question.type == "nombre":
        return said
    most = question.range.maximum if question.range else HIGHEST_MARK
    return f"note {said} sur\u00a0{decimal(most)}"


def left_said(progress: ThemeProgress) -> list[str]:
    """«1 à préciser», «2 à revoir», «3 à confirmer»: what is left to do in a theme."""
    left = (
        (progress.unknown, "à préciser"),
        (progress.to_review, "à revoir"),
        (progress.to_confirm, "à confirmer"),
    )
    return [f"{number} {what}" for number, what in left if number]


def taken_by(snapshot: Snapshot, theme_id: str) -> str:
    """«Mme Ba s’en charge», where themes are shared out and that is known; else nothing."""
    shared = snapshot.questionnaire.by_theme
    who = snapshot.contributors.get(theme_id, "") if shared else ""
    return f"{who} s’en charge" if who else ""


def before_said(question: Question, answer: Answer | None) -> str:
    """«Précédente : niveau 2», on the question that comes after it."""
    if answer is None:
        said = "sans réponse"
    elif isinstance(answer, Answered):
        said = _figure_said(question, answer) or "réponse enregistrée"
    else:
        said = "je ne sais pas" if isinstance(answer, Unknown) else "sans objet"
    return f"Précédente\u00a0: {said}"


def taken_over(snapshot: Snapshot, question_id: str, *, writable: bool, keys: bool) -> Said | None:
    """That an answer comes from an earlier assessment, and the ways to say that it still holds:
    the button, and the key of that answer where keys answer."""
    if question_id not in snapshot.assessment.to_confirm:
        return None
    answer = snapshot.assessment.answers.get(question_id)
    earlier = [one for one in snapshot.years if one.id < snapshot.assessment_id]
    year = f" de {earlier[-1].day.year}" if earlier else ""
    text = f"Réponse reprise{year}. Est-elle toujours vraie\u202f?"
    if not writable:
        return Said(text, "clock")
    key = _key_of(snapshot.questionnaire.questions[question_id], answer) if keys else ""
    text += f" Si oui, touche {key}." if key else ""
    return Said(text, "clock", action="confirm", do="Oui, toujours vraie")


def _key_of(question: Question, answer: Answer | None) -> str:
    """The key that gives that answer again; nothing where there is none, or where it takes more
    than one."""
    if isinstance(answer, Unknown):
        return "N"
    if not isinstance(answer, Answered):
        return ""
    if question.type == "choix":
        place = next((n for n, c in enumerate(question.choices, 1) if c.id == answer.value), 10)
        return str(place) if place < 10 else ""
    keyed = question.type in ("niveaux", "note") and answer.value in range(10)
    return f"{answer.value:g}" if keyed and isinstance(answer.value, int | float) else ""


def to_confirm_at_end(path: QuestionPath, question_id: str) -> Said | None:
    """At the last question, when all have an answer: how many are still to be confirmed."""
    left = [q for q in path.asked if q in path.left["confirm"] and q != question_id]
    if path.after(question_id) is not None or path.open or not left:
        return None
    verb = "est" if len(left) == 1 else "sont"
    text = f"C’est la dernière. {count(len(left), 'réponse')} {verb} encore à confirmer."
    return Said(text, action=f"question:{left[0]}", do="Y aller")
