# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What must hold in a pack so that nobody can be recognised in it, nor any hidden figure computed
(contract B6). Each function returns French sentences, all of them at once."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

from autodiag.benchmarks.packs import FEWEST, Pack, PackCell, shares_possible
from autodiag.benchmarks.predicate import unanswerable
from autodiag.benchmarks.tables import suggestion
from autodiag.model.questionnaire import Questionnaire
from autodiag.text.numbers import day

_CODE = re.compile(
    r"(?<!\d)(?:\d[\s.]?){4}\d(?!\d)|(?<!\d)(?:\d[\s.]?){8,13}\d(?!\d)|\b2[AB]\d{3}\b"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ENDS = re.compile(r"[.!?\u202f]\s*$")
LONGEST_NAME = 6
"""Words in a row that are looked up as one name."""
SHORTEST_NAME = 4
"""Letters: shorter names are ordinary words."""
ORDINARY = (
    "aucun", "avril", "bourg", "celles", "contre", "marches", "mars", "montagne", "plaine", "pont",
    "ponts", "vers", "ville", "villes",
)  # fmt: skip
"""Words that may open a sentence, though communes bear them too."""
NARROWEST = 100
"""Inhabitants between the bounds of a group, at the least: fewer would point at somebody."""
_TOWN_HALL = re.compile(
    r"\b(?:mairie|commune|ville|village|municipalité)\s+(?:de|du|des|d['’])", re.IGNORECASE
)


def check_pack(pack: Pack) -> list[str]:
    """Groups that share nobody, five at the least, figures that are possible and hide no other."""
    faults = [
        f"groupe «\u202f{group.id}\u202f»\u00a0: moins de {FEWEST} collectivités."
        for group in pack.groups
        if group.number < FEWEST
    ]
    faults += [
        f"groupe «\u202f{group.id}\u202f»\u00a0: ses deux populations sont trop proches, des"
        f" collectivités seraient reconnues. Il y faut au moins {NARROWEST}\u00a0habitants."
        for group in pack.groups
        if group.population_max is not None
        and group.population_max - (group.population_min or 0) < NARROWEST - 1
    ]
    for one, other in combinations(pack.groups, 2):
        if one.meets(other):
            faults.append(
                f"groupes «\u202f{one.id}\u202f» et «\u202f{other.id}\u202f»\u00a0: une même"
                " collectivité peut être dans les deux, un chiffre caché pourrait être retrouvé."
            )
    for cell in pack.cells:
        faults.extend(_check_cell(cell, pack))
    return faults + _check_one_condition(pack)


def _check_cell(cell: PackCell, pack: Pack) -> Iterator[str]:
    place = f"question {cell.question}, groupe «\u202f{cell.group}\u202f»"
    group = next((group for group in pack.groups if group.id == cell.group), None)
    if group is None:
        near = suggestion(cell.group, [one.id for one in pack.groups])
        yield f"{place}\u00a0: ce groupe n’est pas décrit{near}."
    elif cell.n > group.number:
        yield f"{place}\u00a0: plus de réponses ({cell.n}) que de collectivités ({group.number})."
    if cell.n < FEWEST:
        yield f"{place}\u00a0: moins de {FEWEST} réponses, ce chiffre ne se publie pas."
    elif cell.share in (0, 100):
        yield (
            f"{place}\u00a0: {cell.share}\u00a0% dit ce que chacune a répondu, ce chiffre ne se"
            " publie pas."
        )
    elif not shares_possible(cell.n, cell.share):
        yield f"{place}\u00a0: {cell.share}\u00a0% est impossible avec {cell.n} réponses."


def _check_one_condition(pack: Pack) -> list[str]:
    conditions: dict[str, set[object]] = {}
    for cell in pack.cells:
        conditions.setdefault(cell.question, set()).add(cell.term)
    faults = [
        f"question {question}\u00a0: une seule condition par question, sinon un chiffre caché"
        " pourrait être retrouvé."
        for question, found in conditions.items()
        if len(found) > 1
    ]
    places = Counter((cell.question, cell.group) for cell in pack.cells)
    return faults + [
        f"question {question}, groupe «\u202f{group}\u202f»\u00a0: deux fois."
        for (question, group), times in places.items()
        if times > 1
    ]


def check_asked(pack: Pack, questionnaire: Questionnaire) -> list[str]:
    """The questions of a pack are asked, and its conditions are among their answers; nothing of
    another version, whose figures are only matched where they still can be."""
    if pack.head.version != questionnaire.version:
        return []
    faults: list[str] = []
    for cell in dict.fromkeys((cell.question, cell.term) for cell in pack.cells):
        name, term = cell
        question = questionnaire.questions.get(name)
        if question is None:
            near = suggestion(name, questionnaire.questions)
            faults.append(f"question inconnue\u00a0: «\u202f{name}\u202f»{near}.")
        elif question.type in ("nombre", "note") or unanswerable((term,), question):
            faults.append(f"question {name}\u00a0: «\u202f{term.value}\u202f» n’y répond pas.")
    return faults


def check_days(pack: Pack, today: date) -> list[str]:
    """Nobody has answered after today."""
    if pack.head.last <= today:
        return []
    return [f"«\u202fau\u202f»\u00a0: le {day(pack.head.last)} n’est pas encore passé."]


def check_names(pack: Pack, is_name: Callable[[str], bool]) -> list[str]:
    """No code of a collectivité, and no name of a commune, in what is said in free text: as far
    as can be seen, since some names are ordinary words. The territory’s own is public, and its
    author may bear it (« Nantes Métropole »); a town hall is no author: it may have answered."""
    head = pack.head
    texts = (
        ("territoire", head.territory), ("auteur", head.author), ("avertissement", head.warning),
    )  # fmt: skip
    faults = [
        f"«\u202f{key}\u202f»\u00a0: un code de commune ou un SIREN désigne une collectivité."
        for key, text in texts
        if _CODE.search(text)
    ]
    faults += [
        f"«\u202f{key}\u202f»\u00a0: «\u202f{text}\u202f» désigne une commune. Aucune ne doit être"
        " nommée."
        for key, text in (("auteur", head.author), ("contact", head.contact))
        if _TOWN_HALL.search(text)
    ]
    named = dict.fromkeys(name for name in _capitalised(head.warning) if is_name(name))
    return faults + [
        f"«\u202favertissement\u202f»\u00a0: «\u202f{name}\u202f» est le nom d’une commune. Aucune"
        " ne doit être nommée. Si c’est un autre mot, écrivez la phrase autrement."
        for name in named
    ]


def _capitalised(text: str) -> Iterator[str]:
    """What may be a name: words in a row, the first and the last with a capital. At the start of a
    sentence any word has one: there, those that sentences begin with are left out."""
    words = list(_WORD.finditer(text))
    for first, start in enumerate(words):
        if not start[0][0].isupper():
            continue
        opens = first == 0 or _ENDS.search(text[: start.start()]) is not None
        for end in words[first : first + LONGEST_NAME]:
            if text[start.start() : end.start()].strip(" -’'") and not end[0][0].isupper():
                continue
            name = text[start.start() : end.end()]
            if end is start and (len(name) < SHORTEST_NAME or (opens and name.lower() in ORDINARY)):
                continue
            yield name
