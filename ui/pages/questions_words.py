# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The sentences of the page of the questions, and the difficult words of a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from autodiag.catalogue.choosing import closed
from autodiag.model.assessment import Answer, Answered, NotConcerned
from autodiag.model.condition import Condition, holds, replies_in
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import GlossaryEntry
from autodiag.model.questionnaire import Question, Questionnaire, Wording
from autodiag.scoring.coherence import OddPair
from autodiag.text.numbers import count, listing
from autodiag.text.terms import Terms
from ui.pages.questions_path import QuestionPath
from ui.widgets.term_text import Spans

MOST_WORDS = 3
ALL_SEEN = "Vous avez vu toutes les questions."


@dataclass(frozen=True, slots=True)
class Said:
    """A remark: its text, pictogram and tone, and what its button does."""

    text: str
    icon: str = "bulb"
    tone: str = ""
    action: str = ""
    do: str = ""


@dataclass(frozen=True, slots=True)
class DifficultWords:
    """Where they stand in the question and in each level, and what they mean."""

    title: Spans
    levels: tuple[Spans, ...]
    entries: tuple[GlossaryEntry, ...]


def difficult_words(terms: Terms, wording: Wording) -> DifficultWords:
    """Those of the question and its levels first, then those of the help, a few at most."""
    entries: dict[str, GlossaryEntry] = {}
    spans: list[Spans] = []
    for text in (wording.text, *wording.levels):
        found = terms.find(text)
        entries |= {one.entry.term: one.entry for one in found}
        spans.append(found)
    for text in (wording.where, wording.why, wording.example):
        entries |= {one.entry.term: one.entry for one in terms.find(text)}
    return DifficultWords(spans[0], tuple(spans[1:]), tuple(entries.values())[:MOST_WORDS])


def place_said(path: QuestionPath, question_id: str) -> str:
    """«question 5 sur 8», and how many of the theme are not asked."""
    position = path.position(question_id)
    if position is None:
        return "question non posée"
    kind = "question express" if path.express else "question"
    said = f"{kind} {position.number} sur {position.among}"
    theme = path.question(question_id).theme
    skipped = next(p.skipped for p in path.progress if p.theme.id == theme)
    if skipped and not path.express:
        said += f" · {skipped} non posée{'s' if skipped > 1 else ''}"
    return said


def end_of(questionnaire: Questionnaire) -> str:
    """Where the answers lead, once all are given."""
    return "Voir les résultats" if questionnaire.scoring is not None else "À côté des études"


def next_said(path: QuestionPath, question_id: str) -> str:
    """What the button that goes on is called."""
    after = path.after(question_id)
    if after is not None:
        theme = path.question(after).theme
        other = not path.express and theme != path.question(question_id).theme
        return "Thème suivant" if other else "Question suivante"
    if not path.express:
        return end_of(path.snapshot.questionnaire)
    left = len(path.open)
    if left > 1:
        return f"Répondre aux {left} restantes"
    if left and path.open[0] != question_id:
        return "Répondre à la dernière restante"
    return "Voir l’aperçu"


def left_out_said(path: QuestionPath) -> str:
    """«Une question ne vous concerne pas», nothing when all do."""
    out = path.out_of
    if not out:
        return ""
    total = len(path.asked) + out
    if out == 1:
        return f"Sur {total} questions, une ne vous concerne pas\u00a0: elle n’est pas posée."
    return f"Sur {total} questions, {out} ne vous concernent pas\u00a0: elles ne sont pas posées."


def not_asked(reason: str, deciding: str | None = None) -> Said:
    """A question that does not apply; `deciding` is the one whose answer says so, if one does."""
    text = f"Cette question n’est pas posée. {reason}".strip()
    if deciding is not None:
        return Said(text, "eye", action=f"question:{deciding}", do="Voir la réponse qui le dit")
    return Said(text, "eye", action="collectivite", do="Voir la fiche de la collectivité")


def deciding(path: QuestionPath, question_id: str) -> str | None:
    """The question asked before whose answer sets this one aside; None when the collectivité
    itself does, or when it is asked."""
    condition = path.question(question_id).applicable
    return None if condition is None else _decides(condition, path.snapshot)


def _decides(condition: Condition, it: Snapshot) -> str | None:
    if holds(condition, it.authority, it.facts) is False:
        return None
    given = it.assessment.answers
    for one in replies_in(condition):
        if one.asked_if and holds(one.asked_if, it.authority, it.facts, given) is False:
            return _decides(one.asked_if, it)
        if one.question in given:
            return one.question
    return None


def no_more(question: Question, answer: Answer | None) -> Said | None:
    """That as many choices are ticked as there may be."""
    chosen = answer.value if isinstance(answer, Answered) else ()
    if not isinstance(chosen, tuple) or not closed(question, chosen):
        return None
    return Said(most_said(question), "check")


def most_said(question: Question) -> str:
    """Why no other choice can be ticked."""
    most = question.most
    return f"{most} choix cochés, {most} au plus. Décochez-en un pour en cocher un autre."


def unticked_said(texts: Sequence[str]) -> str:
    """What a choice that goes alone, or the others, took away."""
    said = listing([f"«\u202f{text}\u202f»" for text in texts])
    return f"Décoché\u00a0: {said}" if len(texts) == 1 else f"Décochés\u00a0: {said}"


def no_longer_fits() -> Said:
    """A stored answer that its question cannot take."""
    text = (
        "La réponse enregistrée ne convient plus à cette question : elle compte comme une question"
        " sans réponse. Répondez de nouveau, elle sera remplacée."
    )
    return Said(text, "help", "warn")


def given_otherwise(answer: Answer | None, variant: str) -> bool:
    """Whether a value was given under another wording than the one read today."""
    return isinstance(answer, Answered) and answer.variant != variant


def other_wording() -> Said:
    """An answer given under a wording that this collectivité no longer reads."""
    text = (
        "Vous avez répondu à cette question sous une autre formulation : votre collectivité a"
        " changé depuis. La réponse compte toujours."
    )
    return Said(text, "eye", action="again", do="Répondre de nouveau")


def not_concerned(answer: Answer | None, *, writable: bool) -> Said | None:
    """Why the question is «sans objet», once it is said to be."""
    if not isinstance(answer, NotConcerned):
        return None
    do = "Changer le motif" if writable else ""
    return Said(f"Sans objet : {answer.reason}", "check", action="reasons", do=do)


def odd(pairs: Sequence[OddPair], question_id: str, path: QuestionPath) -> Said | None:
    """The first remark about this answer and another."""
    pair = next((p for p in pairs if question_id in (p.question, p.other)), None)
    if pair is None:
        return None
    other = pair.other if pair.question == question_id else pair.question
    if other not in path.applying:
        return None
    return Said(pair.message, "bulb", action=f"question:{other}", do="Voir l’autre réponse")


def end_said(path: QuestionPath, question_id: str) -> Said | None:
    """At the last question: what is left, or that nothing is."""
    if path.after(question_id) is not None or question_id not in path.asked:
        return None
    if question_id in path.open:
        return None
    if path.open:
        left = count(len(path.open), "question")
        verb = "est" if len(path.open) == 1 else "sont"
        text = f"C’est la dernière. {left} {verb} encore sans réponse."
        if path.express:  # the button that goes on leads there
            return Said(text)
        return Said(text, action=f"question:{path.open[0]}", do="Y aller")
    if path.express:
        whole = QuestionPath(path.snapshot)
        left = count(len(whole.open), "autre question", "autres questions")
        text = f"Vous avez vu les {len(path.asked)} questions express. Il reste {left}."
        if not whole.open:
            return Said(ALL_SEEN, "check", "ok")
        return Said(text, "check", "ok", action="whole", do="Continuer")
    return Said(ALL_SEEN, "check", "ok")
