# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the cards of the obligations say, from their states and the report’s words. No widget."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from autodiag.model.condition import holds
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import HIGHEST_LEVEL, Questionnaire
from autodiag.model.result import QuestionTrace, Result
from autodiag.model.roadmap import ObligationState
from autodiag.roadmap.cleared import TO_UPDATE, answers_behind
from autodiag.text.acronyms import SpeltOut
from autodiag.text.duties import group_of, nature_of, proof_of, whole_sentence, written_date
from autodiag.text.numbers import day_from_iso
from autodiag.text.sentences import Sentences, said
from ui.widgets.state_badge import Sign, Tone

RIGHTS, DRAFTS = ("droit", "information"), ("projet",)

GROUPS: dict[str, tuple[str, tuple[str, Tone, Sign]]] = {
    "non_remplie": ("Pas encore", ("Pas encore", "warn", "ring")),
    "a_verifier": ("À vérifier", ("À vérifier", "plain", "dot")),
    "progres": ("Marge de progrès", ("En chemin", "plain", "half")),
    "remplie": ("Fait", ("Fait", "ok", "check")),
    "rappel": ("Pour mémoire", ("Pour mémoire", "dashed", "")),
    "droits": ("Droits", ("Bon à savoir", "dashed", "")),
    "projets": ("En projet", ("En projet", "dashed", "")),
    "sans_objet": ("Sans objet", ("Sans objet", "dashed", "")),
}
"""In their order on the page: the short name, and the badge of each card."""
PROOFS = {
    "vu": "Pour faire Autodiag, le texte, ou une page officielle qui en parle, a été lu",
    "mixte": "Pour faire Autodiag, le texte n’a été lu qu’en partie",
    "memoire": "Pour faire Autodiag, ce texte n’a pas été relu",
}
"""How far the source was verified."""
BEFORE = {
    "vu": "Le droit change\u00a0: relisez-le avant de décider.",
    "mixte": "Relisez-le en entier avant de décider.",
    "memoire": "Vérifiez-le avant de vous en servir.",
}
"""What a reader who answers for it before the law has to do."""
_TITLES = {
    "droits": "Vos droits, et ce qu’il est bon de savoir",
    "projets": "Textes en projet\u00a0: rien n’est demandé aujourd’hui",
}


@dataclass(frozen=True, slots=True)
class DutyFace:
    """Everything that one card shows. `question` and `actions` are where its links lead, each with
    its words; `asks_fact`: what is missing is on the page « Collectivité »."""

    key: str
    group: str
    rank: int
    themes: tuple[str, ...]
    title: str
    nature: str
    what: str
    because: str
    question: str
    question_words: str
    actions: tuple[tuple[str, str], ...]
    asks_fact: bool
    reference: str
    proof: tuple[str, ...]
    details: tuple[tuple[str, str], ...]

    def spelt(self, page: SpeltOut) -> "DutyFace":
        """The same, the acronyms that the page has not yet spelt out being so, as one reads. The
        words of the reference and of the details are underlined: each has its card."""
        page.told(self.title)
        return replace(
            self,
            what=page.read(self.what),
            because=page.read(self.because),
            proof=tuple(page.read(part) for part in self.proof),
        )


@dataclass(frozen=True, slots=True)
class DutyFaces:
    """Makes the faces of one collectivité."""

    snapshot: Snapshot
    result: Result
    knowledge: Knowledge
    sentences: Sentences

    def of(self, states: tuple[ObligationState, ...]) -> list[DutyFace]:
        """One face an obligation, in the order of the states."""
        traces, places = self.result.traces(), _places(self.snapshot.questionnaire)
        return [self._face(state, traces, places) for state in states]

    def _face(
        self,
        state: ObligationState,
        traces: Mapping[str, QuestionTrace],
        places: Mapping[str, tuple[int, str]],
    ) -> DutyFace:
        it = state.obligation
        question = it.proof.question if it.proof and it.proof.question in places else ""
        rank, place = places.get(question, (self._rank(it.themes), ""))
        words = (
            _answer_words(traces[question], place, it.proof.level if it.proof else 0)
            if (question)
            else ""
        )
        return DutyFace(
            key=it.id,
            group=_group(state),
            rank=rank,
            themes=it.themes,
            title=it.title,
            nature=self._nature(state),
            what=it.what,
            because=self._because(state, traces.get(question)),
            question="" if state.state == "sans_objet" else question,
            question_words=words,
            actions=self._actions(state),
            asks_fact=state.state == "a_verifier" and self._unknown(state),
            reference=whole_sentence(it.reference),
            proof=self._proof(state),
            details=_details(state),
        )

    def _because(self, state: ObligationState, trace: QuestionTrace | None) -> str:
        """Why it stands so; that only its answer is behind, where an action marked done clears
        it."""
        behind = answers_behind(self.snapshot, self.result, self.knowledge)
        if state.obligation.id in behind:
            return f"{TO_UPDATE}."
        return "" if _told_by_link(state, trace) else state.because

    def _rank(self, themes: tuple[str, ...]) -> int:
        ids = [theme.id for theme in self.snapshot.questionnaire.themes]
        return next((ids.index(theme) for theme in themes if theme in ids), len(ids))

    def _unknown(self, state: ObligationState) -> bool:
        condition = state.obligation.condition
        if condition is None:
            return False
        return holds(condition, self.snapshot.authority, self.snapshot.facts) is None

    def _nature(self, state: ObligationState) -> str:
        key = nature_of(state.obligation, self.snapshot.authority, self.snapshot.facts)
        return said(self.sentences, f"natures.{key}")

    def _actions(self, state: ObligationState) -> tuple[tuple[str, str], ...]:
        """What clears it, while there is something to clear."""
        if state.state not in ("non_remplie", "a_verifier") and group_of(state) != "progres":
            return ()
        known = self.knowledge.actions.actions
        found = (known.get(action) for action in state.obligation.cleared_by)
        return tuple((action.id, action.title) for action in found if action)

    def _proof(self, state: ObligationState) -> tuple[str, ...]:
        """Its date, how far its text was read and when, what is still open about it."""
        it = state.obligation
        read_on = day_from_iso(it.checked_on)
        key = proof_of(it.status)
        on = f" {'le' if read_on[0].isdigit() else 'en'} {read_on}" if read_on else ""
        on = "" if key == "memoire" else on
        parts = [f"{PROOFS[key]}{on}. {BEFORE[key]}"]
        if date := written_date(it.date):
            parts.insert(0, said(self.sentences, "obligations.date", date=date))
        if it.to_check:
            parts.append(said(self.sentences, "obligations.a_verifier", point=it.to_check))
        return tuple(whole_sentence(part) for part in parts)


def group_title(group: str, sentences: Sentences) -> str:
    """The heading of a group, that of the report where it has one."""
    return _TITLES.get(group) or said(sentences, f"obligations.titre_{group}")


def _group(state: ObligationState) -> str:
    """As in the report; rights and drafts apart, since they ask for nothing."""
    group = group_of(state)
    if group == "rappel" and state.obligation.nature in RIGHTS:
        return "droits"
    if group == "rappel" and state.obligation.nature in DRAFTS:
        return "projets"
    return group


def _places(questionnaire: Questionnaire) -> dict[str, tuple[int, str]]:
    """The rank of its theme, and the number printed for each question."""
    return {
        question.id: (rank, f"{rank + 1}.{number}")
        for rank, theme in enumerate(questionnaire.themes)
        for number, question in enumerate(theme.questions, 1)
    }


def _answer_words(trace: QuestionTrace, place: str, wanted: int) -> str:
    """The answer that says so, in the words of a link to its question."""
    match trace.state:
        case "niveau":
            given = f"vous avez répondu {trace.low} sur {HIGHEST_LEVEL}"
            more = f", il faut au moins\u00a0{wanted}" if trace.low < wanted else ""
            return f"Question {place}\u00a0: {given}{more}"
        case "nsp":
            return f"Question {place}\u00a0: vous avez répondu «\u202fje ne sais pas\u202f»"
        case "sans_objet":
            return f"Question {place}\u00a0: vous avez répondu «\u202fsans objet\u202f»"
        case "sans_reponse":
            return f"Question {place}\u00a0: répondre"
        case "non_applicable":
            return f"Question {place}"


def _told_by_link(state: ObligationState, trace: QuestionTrace | None) -> bool:
    """Whether the words of the link to the question already say why."""
    if trace is None or state.state not in ("remplie", "non_remplie", "a_verifier"):
        return False
    return state.state != "a_verifier" or trace.state in ("nsp", "sans_reponse")


def _details(state: ObligationState) -> tuple[tuple[str, str], ...]:
    """What may be read on request: for whom, how it is seen, what may happen."""
    it = state.obligation
    pairs = (
        ("Pour qui", it.who),
        ("Ce qui le montre", it.evidence),
        ("Ce qui peut arriver sinon", it.risk),
    )
    return tuple((name, whole_sentence(text)) for name, text in pairs if text.strip("–—- "))
