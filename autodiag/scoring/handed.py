# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is handed over to the next person: answers and decisions in words, with who gave them.

The same lines for the screen and for paper. Knows nothing of either.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown, Value
from autodiag.model.dossier import Evidence, Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Question, Wording
from autodiag.model.roadmap import HORIZONS, Decision
from autodiag.scoring.trace import applies
from autodiag.scoring.wording import wording_read
from autodiag.text.numbers import day_from_iso, decimal
from autodiag.text.typography import NARROW, NO_BREAK, plain

Writers = Mapping[str, tuple[str, str]]
"""By question or action: when it was last written (ISO local time), and by whom."""

DECIDED = {"retenue": "Retenue", "reportee": "Reportée", "refusee": "Refusée", "faite": "Faite"}
NOT_SAID = "Non précisé"
NOT_ASKED = "Cette question ne vous concerne pas."
KEPT = "Votre réponse est gardée, sans compter."
_ORDER = ("retenue", "reportee", "faite", "refusee")
_HORIZONS = dict(zip(HORIZONS, ("d’ici 6 mois", "d’ici 18 mois", "d’ici 36 mois"), strict=True))
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class HandedAnswer:
    """One question and what is known of its answer. `number` is «3.2»."""

    question: str
    number: str
    text: str
    answer: str
    note: str = ""
    evidence: tuple[str, ...] = ()
    by: str = ""
    to_review: bool = False
    to_confirm: bool = False
    counts: bool = True
    """Whether there is an answer, and the question is asked of this collectivité."""


@dataclass(frozen=True, slots=True)
class HandedTheme:
    """A theme, `rank` from 0, and its questions of which something is known."""

    theme: str
    rank: int
    title: str
    answers: tuple[HandedAnswer, ...]

    @property
    def to_confirm(self) -> int:
        """How many answers were taken over and not confirmed yet."""
        return sum(one.to_confirm for one in self.answers)

    @property
    def to_review(self) -> int:
        """How many are marked «à revoir»."""
        return sum(one.to_review for one in self.answers)

    @property
    def given(self) -> int:
        """How many answers count."""
        return sum(one.counts for one in self.answers)


@dataclass(frozen=True, slots=True)
class HandedDecision:
    """What was decided about an action: `said` in a word or two, then the rest if known."""

    action: str
    title: str
    state: str
    said: str
    details: tuple[str, ...] = ()
    by: str = ""


def handed_answers(snapshot: Snapshot, writers: Writers) -> tuple[HandedTheme, ...]:
    """By theme, every question that has an answer, a note, evidence or a mark."""
    themes: list[HandedTheme] = []
    for rank, theme in enumerate(snapshot.questionnaire.themes):
        answers = [
            _answer(snapshot, writers, question, f"{rank + 1}.{place}")
            for place, question in enumerate(theme.questions, 1)
            if _is_known(snapshot, question.id)
        ]
        themes.append(HandedTheme(theme.id, rank, theme.title, tuple(answers)))
    return tuple(themes)


def _is_known(snapshot: Snapshot, question: str) -> bool:
    assessment = snapshot.assessment
    return (
        question in assessment.answers
        or question in assessment.to_review
        or bool(snapshot.notes.get(question))
        or bool(snapshot.evidence.get(question))
    )


def _answer(snapshot: Snapshot, writers: Writers, question: Question, number: str) -> HandedAnswer:
    assessment, name = snapshot.assessment, question.id
    wording = wording_read(
        snapshot.questionnaire, question, assessment, snapshot.authority, snapshot.facts
    )
    given = assessment.answers.get(name)
    asked = applies(question, snapshot.authority, snapshot.facts, assessment.answers)
    said = answer_said(question, given, wording) if asked else _set_aside(question, given, wording)
    return HandedAnswer(
        question=name,
        number=number,
        text=wording.text,
        answer=said,
        note=plain(snapshot.notes.get(name, ""), _LONGEST),
        evidence=tuple(evidence_said(one) for one in snapshot.evidence.get(name, ())),
        by=written_by(writers.get(name)) if given is not None else "",
        to_review=name in assessment.to_review,
        to_confirm=asked and name in assessment.to_confirm,
        counts=asked and given is not None,
    )


def _set_aside(question: Question, answer: Answer | None, wording: Wording) -> str:
    """Why a question is not asked, and that what was answered to it stays (contract S2)."""
    reason = wording.not_applicable_reason or question.not_applicable_reason or NOT_ASKED
    return reason if answer is None else f"{reason} {KEPT}"


def answer_said(question: Question, answer: Answer | None, wording: Wording) -> str:
    """An answer in words."""
    match answer:
        case None:
            return "Pas encore de réponse."
        case Unknown():
            return "«\u202fJe ne sais pas.\u202f»"
        case NotConcerned(reason):
            return f"Sans objet\u00a0: {plain(reason)}"
        case Answered(value, _):
            said = value_said(question, value, wording)
            if question.type == "note" and question.range:
                return f"{said} sur\u00a0{decimal(question.range.maximum)}"
            return f"Niveau {value}. {said}" if question.type == "niveaux" else said


def value_said(question: Question, value: Value, wording: Wording) -> str:
    """The sentence of the level; the texts of the choices; a figure with its unit."""
    levels = wording.levels
    if question.type == "niveaux" and isinstance(value, int) and value < len(levels):
        return levels[value]
    texts = {choice.id: choice.text for choice in question.choices}
    if isinstance(value, tuple):
        return f"{NARROW}; ".join(texts.get(one, one) for one in value)
    if isinstance(value, str):
        return texts.get(value, value)
    unit = question.range.unit if question.range else ""
    between = NO_BREAK if len(unit) == 1 else " "  # a sign, as % or €, never begins a line
    return f"{decimal(value, 2)}{between}{unit}".strip()


def evidence_said(one: Evidence) -> str:
    """Its title, with the file where one is kept and the title does not already say it."""
    title = plain(one.title)
    if not one.file_name:
        return title
    name = plain(one.file_name)
    return name if title in ("", name) else f"{title} ({name})"


def written_by(writer: tuple[str, str] | None) -> str:
    """«Marie, le 21 novembre 2026»; as much of it as is known."""
    if writer is None:
        return ""
    at, who = writer
    day = day_from_iso(at[:10])
    parts = [plain(who), f"le {day}" if day else ""]
    return ", ".join(part for part in parts if part)


def handed_decisions(
    snapshot: Snapshot, knowledge: Knowledge, writers: Writers
) -> tuple[HandedDecision, ...]:
    """What was retained, put off, done and refused, then the actions of their own."""
    known, ours = snapshot.decisions, {own.id: own.title for own in snapshot.own_actions}
    titles = {**ours, **{key: action.title for key, action in knowledge.actions.actions.items()}}
    found = sorted(known.values(), key=lambda one: _ORDER.index(one.state))
    told = (one for one in found if one.action not in ours or one.state == "faite")
    decided = [_decision(one, titles.get(one.action, one.action), writers) for one in told]
    for own in snapshot.own_actions:
        dated = known.get(own.id)
        details = (
            _HORIZONS[own.horizon].capitalize(),
            own.who and f"Qui\u00a0: {plain(own.who)}",
            when_said(dated) if dated and dated.state != "faite" else "",
        )
        note = own.note and f"Note\u00a0: {plain(own.note, _LONGEST)}"
        said = tuple(text for text in (*details, note) if text)
        decided.append(
            HandedDecision(own.id, plain(own.title), "ajoutee", "Ajoutée", said, NOT_SAID)
        )
    return tuple(decided)


def when_said(one: Decision) -> str:
    """«Pour le : 15 mars 2029», «Pour : mars 2029», «Faite en : mars 2026»; nothing for no day."""
    whole = len(one.day) == len("2029-03-15")
    if one.state == "faite":
        name = f"Faite {'le' if whole else 'en'}"
    else:
        name = "Pour le" if whole else "Pour"
    return f"{name}\u00a0: {day_from_iso(one.day)}" if one.day else ""


def _decision(one: Decision, title: str, writers: Writers) -> HandedDecision:
    details = (
        one.reason and f"Raison\u00a0: {plain(one.reason, _LONGEST)}",
        _HORIZONS[one.horizon].capitalize() if one.horizon else "",
        one.who and f"Qui\u00a0: {plain(one.who)}",
        when_said(one),
        one.note and f"Note\u00a0: {plain(one.note, _LONGEST)}",
    )
    return HandedDecision(
        action=one.action,
        title=plain(title),
        state=one.state,
        said=DECIDED[one.state],
        details=tuple(text for text in details if text),
        by=written_by(writers.get(one.action)) or NOT_SAID,
    )
