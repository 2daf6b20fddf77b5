# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Makes a pack from what several collectivités answered, so that none can be recognised in it and
nothing left out can be computed back (contract B6). Writes no file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from autodiag.benchmarks.packs import FEWEST, Pack, PackCell, PackGroup, PackHead, rounded
from autodiag.benchmarks.predicate import Silences, plain, stance
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Answered, Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Term
from autodiag.model.condition import Facts, holds
from autodiag.model.questionnaire import Question, Questionnaire

SIZES = (500, 1_000, 3_500, 10_000)
"""Inhabitants: where one class of communes ends and the next begins."""
CUT = Term("niveau", ">=", "3")
"""« Mise en œuvre engagée », the same for each question that has levels."""
_NO_SILENCES = Silences(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Contribution:
    """One collectivité and its filling of the questionnaire."""

    authority: LocalAuthority
    facts: Facts
    assessment: Assessment

    @property
    def who(self) -> tuple[str, str]:
        """The same for two fillings of one collectivité."""
        authority = self.authority
        return authority.kind, authority.insee or authority.siren or plain(authority.name)


def make_pack(questionnaire: Questionnaire, given: Iterable[Contribution], head: PackHead) -> Pack:
    """A pack of the latest filling of each; `head` is what its makers say, the days and the
    questionnaire being those of what was given.

    Communes are put in classes of size, a class of fewer than five joined to the next; a
    collectivité without a population, or too few of a type, are left out. A question has one
    condition: the choice that says most, or the level 3. A share of none, of all, or of fewer than
    five answers is left out. Groups share nobody and no total stands beside them: nothing can be
    subtracted. Raises AutodiagError("paquet_trop_petit").
    """
    latest: dict[tuple[str, str], Contribution] = {}
    for one in sorted(given, key=lambda one: one.assessment.day):
        latest[one.who] = one
    grouped = _grouped(list(latest.values()))
    cells = [
        cell
        for question in questionnaire.questions.values()
        if (term := _term(question)) is not None
        for group, members in grouped.items()
        if (cell := _cell(question, term, group, members)) is not None
    ]
    used = {cell.group for cell in cells}
    groups = tuple(group for group in grouped if group.id in used)
    if not cells:
        raise AutodiagError("paquet_trop_petit", combien=len(latest))
    days = [m.assessment.day for group in groups for m in grouped[group]]
    made = PackHead(
        head.territory, head.author, min(days), max(days), questionnaire.id, questionnaire.version,
        head.contact, head.warning,
    )  # fmt: skip
    return Pack(made, groups, tuple(cells))


def _grouped(given: Sequence[Contribution]) -> Mapping[PackGroup, list[Contribution]]:
    """Groups of five or more, by type, communes by size as well."""
    groups: dict[PackGroup, list[Contribution]] = {}
    together = [one for one in given if one.authority.kind == "epci"]
    if len(together) >= FEWEST:
        groups[PackGroup("intercommunalites", "epci", None, None, len(together))] = together
    for low, high, members in _joined(_classes(given)):
        name = "-".join(("communes", str(low or 0), *([] if high is None else [str(high)])))
        groups[PackGroup(name, "commune", low or None, high, len(members))] = members
    return groups


Class = tuple[int, int | None, list[Contribution]]


def _classes(given: Sequence[Contribution]) -> list[Class]:
    """The communes of each class that has any, the smallest first."""
    bounds = zip((0, *SIZES), (*(size - 1 for size in SIZES), None), strict=True)
    classes: list[Class] = []
    for low, high in bounds:
        members = [
            one
            for one in given
            if one.authority.kind == "commune"
            and (population := one.authority.population) is not None
            and low <= population <= (population if high is None else high)
        ]
        if members:
            classes.append((low, high, members))
    return classes


def _joined(classes: Sequence[Class]) -> list[Class]:
    """A class of fewer than five goes with the next one; the last of all with the one before."""
    joined: list[Class] = []
    for low, high, members in classes:
        if joined and len(joined[-1][2]) < FEWEST:
            before = joined.pop()
            joined.append((before[0], high, before[2] + members))
        else:
            joined.append((low, high, members))
    if len(joined) > 1 and len(joined[-1][2]) < FEWEST:
        last, before = joined.pop(), joined.pop()
        joined.append((before[0], last[1], before[2] + last[2]))
    return [one for one in joined if len(one[2]) >= FEWEST]


def _term(question: Question) -> Term | None:
    """The one condition of a question; none for numbers, marks, and what has no choice."""
    if question.type == "niveaux":
        return CUT
    if question.type not in ("choix", "choix_multiples") or not question.choices:
        return None
    ids = [choice.id for choice in question.choices]
    return Term("reponse", "==", "oui" if "oui" in ids else ids[0])


def _cell(
    question: Question, term: Term, group: PackGroup, members: Sequence[Contribution]
) -> PackCell | None:
    """The share of those that gave a value; none where it would say what each one answered."""
    stands = [
        stance((term,), question, answer, _NO_SILENCES)
        for one in members
        if isinstance(answer := _counting(question, one), Answered)
    ]
    known = [stand for stand in stands if stand in ("dans", "hors")]
    if len(known) < FEWEST:
        return None
    share = rounded(known.count("dans"), len(known))
    if share in (0, 100):
        return None
    return PackCell(question.id, group.id, term, len(known), share)


def _counting(question: Question, one: Contribution) -> Answer | None:
    """The answer, unless the question does not apply to this collectivité."""
    answers, condition = one.assessment.answers, question.applicable
    if condition and holds(condition, one.authority, one.facts, answers) is False:
        return None
    return answers.get(question.id)
