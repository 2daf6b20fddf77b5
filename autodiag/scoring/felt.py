# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What people think of where they stand, beside what the answers give. Pure: nothing is stored, no
cause is looked for. Writes no sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from autodiag.model.assessment import Answered
from autodiag.model.benchmark import Benchmark
from autodiag.model.dossier import Filled, Snapshot
from autodiag.model.questionnaire import HIGHEST_LEVEL, Question
from autodiag.model.result import Range, Result
from autodiag.scoring.handed import value_said
from autodiag.scoring.score import score
from autodiag.scoring.steps import thresholds
from autodiag.scoring.trace import reply
from autodiag.scoring.wording import wording_read

Voice = Literal["depart", "elu", "agent"]
"""The impression given before the questions; then each of the two who answer apart."""
Agreement = Literal["differe", "meme", "un_seul"]

HIGHEST_MARK = 10
TENFOLD = Fraction(HIGHEST_MARK, HIGHEST_LEVEL)
"""From a score out of 4 to one out of 10."""
_ORDER: Sequence[Agreement] = ("differe", "meme", "un_seul")


@dataclass(frozen=True, slots=True)
class Asked:
    """Where opinions are asked: the questionnaire, the mark of each voice, the fields (question of
    the first voice → title), what makes of it the question of the other; the figures beside."""

    questionnaire: str
    marks: Mapping[Voice, str]
    fields: Mapping[str, str]
    suffix: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark between 0 and 10, by whom, on which day."""

    voice: Voice
    value: float
    day: date


@dataclass(frozen=True, slots=True)
class Opinion:
    """One field: what each of the two answered, in words, empty where nothing was."""

    title: str
    elected: str
    staff: str
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Felt:
    """`measured`: the global range brought to 10, None until the diagnosis is classable (S6);
    `thresholds`, out of 10 too, that no figure may be shown on the wrong side of (S9). `opinions`:
    those that differ first. `earlier`: the opening marks of the years before, oldest first. `day`:
    that of the diagnosis, None where there is none."""

    marks: tuple[Mark, ...]
    measured: Range | None
    thresholds: tuple[Fraction, ...]
    opinions: tuple[Opinion, ...]
    figures: tuple[Benchmark, ...]
    earlier: tuple[Mark, ...]
    day: date | None = None

    def other_year(self, mark: Mark) -> bool:
        """Whether the mark was given another year than the answers that it stands beside."""
        return self.day is not None and mark.day.year != self.day.year

    def mark(self, voice: Voice) -> Mark | None:
        """The mark of that voice."""
        return next((one for one in self.marks if one.voice == voice), None)


def asked(places: Mapping[str, str], fields: Mapping[str, str]) -> Asked:
    """Read from the data: ids set apart by spaces."""
    return Asked(
        places["questionnaire"],
        {"elu": places["note_elu"], "agent": places["note_agent"]},
        fields,
        places["suffixe_agent"],
        tuple(places["chiffres"].split()),
    )


def felt(
    snapshot: Snapshot, result: Result, where: Asked, figures: Iterable[Benchmark] = ()
) -> Felt | None:
    """What is felt beside what is measured, from the questionnaire that asks for opinions or from
    the main one, whichever is shown: None from any other, or where nothing was given."""
    apart = snapshot.assessment.questionnaire_id == where.questionnaire
    if not apart and (not snapshot.is_main or snapshot.questionnaire.scoring is None):
        return None
    shown = snapshot.filled()
    said = shown if apart else snapshot.others.get(where.questionnaire)
    main = snapshot.others.get(snapshot.main_id) if apart else shown
    marks = [*_opening(snapshot, main), *_told(snapshot, said, where)]
    opinions = _opinions(snapshot, said, where)
    if not marks and not opinions:
        return None
    scoring = main.questionnaire.scoring if main else None
    known = {one.id: one for one in figures}
    return Felt(
        tuple(marks),
        _measured(snapshot, main, None if apart else result),
        tuple(bound * TENFOLD for bound in thresholds(scoring)),
        opinions,
        tuple(known[name] for name in where.figures if name in known),
        _earlier(snapshot, main),
        main.assessment.day if main else None,
    )


def _opening(snapshot: Snapshot, main: Filled | None) -> list[Mark]:
    """The mark given before the diagnosis, which the file keeps with it."""
    if main is None or main.questionnaire.scoring is None:
        return []
    value = snapshot.opening_mark
    if main.id != snapshot.assessment_id:
        kept = (one.opening_mark for one in snapshot.assessments if one.id == main.id)
        value = next(kept, None)
    return [] if value is None else [Mark("depart", value, main.assessment.day)]


def _earlier(snapshot: Snapshot, main: Filled | None) -> tuple[Mark, ...]:
    """Of the years before that of `main`."""
    years = snapshot.main_years
    ids = [one.id for one in years]
    before = years[: ids.index(main.id)] if main is not None and main.id in ids else ()
    return tuple(
        Mark("depart", one.opening_mark, one.day) for one in before if one.opening_mark is not None
    )


def _told(snapshot: Snapshot, said: Filled | None, where: Asked) -> list[Mark]:
    """The mark of each voice that gave one."""
    if said is None:
        return []
    found: list[Mark] = []
    for voice, name in where.marks.items():
        given = _given(snapshot, said, name)
        if isinstance(given, int | float):
            found.append(Mark(voice, given, said.assessment.day))
    return found


def _measured(snapshot: Snapshot, main: Filled | None, result: Result | None) -> Range | None:
    if main is None:
        return None
    found = result or score(main.questionnaire, main.assessment, snapshot.authority, snapshot.facts)
    if not found.profile.classable or found.overall is None:
        return None
    return Range(found.overall.low * TENFOLD, found.overall.high * TENFOLD)


def _opinions(snapshot: Snapshot, said: Filled | None, where: Asked) -> tuple[Opinion, ...]:
    """The fields of which at least one of the two said something."""
    if said is None:
        return ()
    found: list[Opinion] = []
    for name, title in where.fields.items():
        pair = (name, f"{name}{where.suffix}")
        given = [_given(snapshot, said, one) for one in pair]
        words = [_words(snapshot, said, one) for one in pair]
        if all(value is None for value in given):
            continue
        alone = any(value is None for value in given)
        agreement: Agreement = "un_seul" if alone else "meme"
        if not alone and given[0] != given[1]:
            agreement = "differe"
        found.append(Opinion(title, words[0], words[1], agreement))
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.agreement)))


def _given(snapshot: Snapshot, said: Filled, name: str) -> object:
    """What was answered to a question that is asked; None where nothing was."""
    question = said.questionnaire.questions.get(name)
    if question is None or not _replied(snapshot, said, question):
        return None
    given = said.assessment.answers.get(name)
    return given.value if isinstance(given, Answered) else None


def _replied(snapshot: Snapshot, said: Filled, question: Question) -> bool:
    asked_of = (said.assessment, snapshot.authority, snapshot.facts)
    return reply(question, *asked_of) == "repondue"


def _words(snapshot: Snapshot, said: Filled, name: str) -> str:
    """The answer as the questionnaire words it."""
    question = said.questionnaire.questions.get(name)
    given = said.assessment.answers.get(name)
    if question is None or not isinstance(given, Answered):
        return ""
    wording = wording_read(
        said.questionnaire, question, said.assessment, snapshot.authority, snapshot.facts
    )
    return value_said(question, given.value, wording)
