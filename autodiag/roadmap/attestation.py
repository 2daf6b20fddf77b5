# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The self-declared attestation, read again each time from the answers of today and from what was
declared. It gives nothing: no label, no mark. Its criteria are data; it prints nothing."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Literal

from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import AttestationRules, Criterion, Knowledge
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import QuestionTrace, Result
from autodiag.roadmap.carried_over import carried_said, confirmed_result
from autodiag.roadmap.declaring import TOPIC, Declared, declared
from autodiag.roadmap.obligations import read_obligations
from autodiag.scoring.missing import themes_needed, themes_to_complete
from autodiag.scoring.taken_over import waiting
from autodiag.scoring.wording import wording_read
from autodiag.text.numbers import count, day_from_iso

OBLIGATIONS, ADOPTED = "obligations", "adoptee"
"""The declared criteria that something in the dossier can contradict."""
DOCUMENTED, FOUNDATIONS = "documente", "socle"
"""The criteria read in the answers."""
MARK = 8
"""Hexadecimal digits of the mark that tells one state of the answers from another."""
RESERVED = (
    "Où en sont ces protections n’est jamais publié\u00a0: le dire aiderait qui voudrait nuire. "
    "L’édition interne le dit."
)
"""Of the foundations, in public, whatever they are at."""

State = Literal["rempli", "declare", "pas_encore", "a_redire", "sans_objet", "non_publie"]
STATES: dict[State, str] = {
    "rempli": "Rempli",
    "declare": "Déclaré",
    "pas_encore": "Pas encore",
    "a_redire": "À redire",
    "sans_objet": "Sans objet",
    "non_publie": "Non publié",
}
Way = tuple[str, str | None]
"""A page of the window, and what to show there."""


@dataclass(frozen=True, slots=True)
class CriterionRead:
    """One criterion today: where it stands, what it rests on or lacks, and where to go for it.
    `detail`: what would help whoever wishes harm, for the collectivité alone. `shared`: what anyone
    may read instead of `said`, where that would tell an answer; None where it tells none."""

    criterion: Criterion
    state: State
    said: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    way: Way | None = None
    shared: tuple[str, ...] | None = None

    @property
    def met(self) -> bool:
        """Whether it counts as met."""
        return self.state in ("rempli", "declare")


@dataclass(frozen=True, slots=True)
class Attestation:
    """All criteria today. `mark`: changes with anything that is read in it, so that a printed one
    can be told from today’s."""

    rules: AttestationRules
    criteria: tuple[CriterionRead, ...]
    mark: str

    @property
    def concerned(self) -> int:
        """How many criteria are counted: those that concern the collectivité, and are told."""
        return sum(one.state not in ("sans_objet", "non_publie") for one in self.criteria)

    @property
    def said(self) -> str:
        """«3 critères sur 5»; in public, the one that is not told is not counted either."""
        met = sum(one.met for one in self.criteria)
        text = f"{count(met, 'critère')} sur {self.concerned}"
        apart = any(one.state == "non_publie" for one in self.criteria)
        return f"{text}, sans celui qui n’est pas publié" if apart else text


def read_attestation(snapshot: Snapshot, result: Result, knowledge: Knowledge) -> Attestation:
    """Every criterion as it stands today, in the order in which they are published."""
    seen = _Seen(snapshot, result, knowledge)
    computed: dict[str, Callable[[_Seen, Criterion], CriterionRead]] = {
        DOCUMENTED: _documented,
        FOUNDATIONS: _foundations,
    }
    rules = knowledge.attestation
    criteria = tuple(
        (_declared if one.declared else computed[one.id])(seen, one) for one in rules.criteria
    )
    return Attestation(rules, criteria, _mark(snapshot, criteria))


def made_public(attested: Attestation) -> Attestation:
    """The same for anyone: word for word the same whatever the state of the foundations, even of
    those that do not concern; without a number or a name that would tell an answer."""

    def shown(one: CriterionRead) -> CriterionRead:
        state = "non_publie" if one.criterion.id == FOUNDATIONS else one.state
        said = one.said if one.shared is None else one.shared
        return replace(one, state=state, said=said, detail=(), way=None)

    return replace(attested, criteria=tuple(shown(one) for one in attested.criteria))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the criteria are read in."""

    snapshot: Snapshot
    result: Result
    knowledge: Knowledge

    @property
    def questionnaire(self) -> Questionnaire:
        return self.snapshot.questionnaire


def _documented(seen: _Seen, one: Criterion) -> CriterionRead:
    """Contract S6, on the answers of this diagnosis: one taken over counts once it is confirmed."""
    unconfirmed = carried_said(seen.snapshot)
    if confirmed_result(seen.snapshot, seen.result).profile.classable:
        return CriterionRead(one, "rempli", ("Le profil est connu.", *unconfirmed))
    if seen.result.profile.classable:
        lines = (*unconfirmed, "Le profil en dépend encore.")
        return CriterionRead(one, "pas_encore", lines, way=("questions", None))
    shared = ("Il manque encore des réponses.", *unconfirmed)
    titles = {theme.id: theme.title for theme in seen.questionnaire.themes}
    wanted = tuple(titles[theme] for theme in themes_to_complete(seen.questionnaire, seen.result))
    if not wanted:
        said = "Aucun thème ne peut encore être évalué."
        return CriterionRead(one, "pas_encore", (said, *unconfirmed), shared=shared)
    needed = themes_needed(seen.result)
    number = count(needed, "thème à compléter", "thèmes à compléter")
    among = f", parmi {len(wanted)}" if len(wanted) > needed else ""
    lines = (f"{number}{among}.", *unconfirmed)
    return CriterionRead(one, "pas_encore", lines, wanted, ("questions", None), shared)


def _foundations(seen: _Seen, one: Criterion) -> CriterionRead:
    """The *socle* of the questionnaire, question by question; one sentence in public."""
    return replace(_foundations_read(seen, one), shared=(RESERVED,))


def _foundations_read(seen: _Seen, one: Criterion) -> CriterionRead:
    scoring, traces = seen.questionnaire.scoring, seen.result.traces()
    points = [
        (traces[question], level)
        for question, level in (scoring.foundations if scoring else ())
        if question in traces and traces[question].counts
    ]
    if not points:
        return CriterionRead(one, "sans_objet", ("Aucune de ces questions ne vous concerne.",))
    left = waiting(seen.snapshot)
    lacking = [
        (trace, level) for trace, level in points if _level(trace) < level or trace.question in left
    ]
    if not lacking:
        number = count(len(points), "protection demandée", "protections demandées")
        return CriterionRead(one, "rempli", (f"{number}, au niveau attendu.",))
    detail = tuple(_lack(seen, trace, level) for trace, level in lacking)
    way = ("questions", lacking[0][0].question)
    return CriterionRead(one, "pas_encore", _lacks_said(lacking), detail, way)


def _lacks_said(lacking: list[tuple[QuestionTrace, int]]) -> tuple[str, ...]:
    """How many are below, then how many would be there if their answer was confirmed."""
    below = sum(_level(trace) < level for trace, level in lacking)
    lines = list[str]()
    if below:
        verb = "n’est" if below == 1 else "ne sont"
        lines.append(f"{count(below, 'protection')} {verb} pas encore au niveau attendu.")
    if left := len(lacking) - below:
        verb = "repose" if left == 1 else "reposent"
        lines.append(f"{count(left, 'protection')} {verb} sur une réponse à confirmer.")
    return tuple(lines)


def _level(trace: QuestionTrace) -> int:
    """Below any where it is not known."""
    return trace.low if trace.state == "niveau" else -1


def _lack(seen: _Seen, trace: QuestionTrace, level: int) -> str:
    it, question = seen.snapshot, seen.questionnaire.questions[trace.question]
    wording = wording_read(it.questionnaire, question, it.assessment, it.authority, it.facts)
    when = "à confirmer" if question.id in it.assessment.to_confirm else "aujourd’hui"
    now = f"{trace.low} {when}" if trace.state == "niveau" else "réponse inconnue"
    return f"{wording.text} Niveau {level} attendu, {now}."


def _declared(seen: _Seen, one: Criterion) -> CriterionRead:
    """What was declared, unless the dossier says otherwise since."""
    told = declared(seen.snapshot, one.id)
    way = ("obligations", None) if one.id == OBLIGATIONS else None
    if one.id == ADOPTED and seen.snapshot.plan is None:
        said = "Il n’y a pas encore de feuille de route à adopter."
        return CriterionRead(one, "pas_encore", (said,), way=("feuille", None))
    if told is None:
        return CriterionRead(one, "pas_encore", ("Rien n’est déclaré.",), way=way)
    day, begun = day_from_iso(told.day), seen.snapshot.assessment.day.isoformat()
    lines = [f"Fait le {day}."]
    if told.day < begun:
        lines.append(f"C’était avant ce diagnostic, qui date du {day_from_iso(begun)}.")
        return CriterionRead(one, "a_redire", tuple(lines), way=way)
    if one.id == OBLIGATIONS:
        return _obligations_read(seen, one, told, lines[0])
    if told.said:
        lines.append(f"{one.field}\u00a0: {told.said}" if one.field else told.said)
    plan = seen.snapshot.plan
    if one.id == ADOPTED and plan is not None and plan.made_on > told.day:
        lines.append(f"Elle a été recalculée ensuite, le {day_from_iso(plan.made_on)}.")
    return CriterionRead(one, "declare", tuple(lines), way=way)


def _obligations_read(seen: _Seen, one: Criterion, told: Declared, said: str) -> CriterionRead:
    """The list of that day, beside today’s: what was added must be read too."""
    now = obligations_listed(seen.snapshot, seen.result, seen.knowledge)
    added = [key for key in now if key not in told.said.split()]
    way = ("obligations", None)
    if not added:
        number = count(len(now), "obligation")
        lines = (said, f"La liste en compte {number}.")
        return CriterionRead(one, "declare", lines, way=way, shared=(said,))
    number = count(len(added), "obligation s’y ajoute", "obligations s’y ajoutent")
    titles = tuple(seen.knowledge.obligations[key].title for key in added)
    lines = (said, f"Depuis, {number}\u00a0: relisez-la.")
    shared = (said, "Depuis, la liste s’est allongée\u00a0: relisez-la.")
    return CriterionRead(one, "a_redire", lines, titles, way, shared)


def obligations_listed(snapshot: Snapshot, result: Result, knowledge: Knowledge) -> tuple[str, ...]:
    """The ids of the obligations that may concern the collectivité today: the list that is read."""
    states = read_obligations(
        knowledge.obligations.values(), result, snapshot.authority, snapshot.facts
    )
    return tuple(one.obligation.id for one in states if one.state != "sans_objet")


def _mark(snapshot: Snapshot, criteria: tuple[CriterionRead, ...]) -> str:
    """Of who is described, the questionnaire, the day of the diagnosis, the answers and those still
    to be confirmed, what was declared, and what is read of all that today: the plan and the list of
    obligations too. Nothing can be read back from it."""
    notes = {k: [n.place, n.who] for k, n in snapshot.handover.items() if k.startswith(TOPIC)}
    asked, it = snapshot.questionnaire, snapshot.assessment
    told = [
        asdict(snapshot.authority),
        dict(snapshot.facts),
        asked.sha256,
        it.day.isoformat(),
        {key: repr(answer) for key, answer in it.answers.items()},
        sorted(it.to_confirm),
        notes,
        [(one.criterion.id, one.state, one.said) for one in criteria],
    ]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()[:MARK].upper()
    return f"{digest[:4]}\u00a0{digest[4:]}"
