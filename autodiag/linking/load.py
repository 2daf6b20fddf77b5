# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Reads the links between questionnaires and refuses those that cannot be, all faults at once.

Imports pydantic, so imported when a dossier is opened, not at start (house rule 6).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from autodiag.catalogue.answers import bounds
from autodiag.catalogue.faults import read_shape
from autodiag.catalogue.problems import counted, did_you_mean, error, quoted
from autodiag.catalogue.reader import parse_texts, read_folder
from autodiag.catalogue.values import Amount, Id, Items, Several, Shape, Text
from autodiag.errors import AutodiagError
from autodiag.linking.links import Axis, End, Link, Tie, Ties
from autodiag.model.questionnaire import Question, Questionnaire

LINKS_FILE = "correspondances.toml"


class EndShape(Shape):
    questionnaire: Id
    question: Id
    choix: Several[Id] = ()
    vaut: Amount | None = None
    au_moins: Amount | None = None
    au_plus: Amount | None = None


class LinkShape(Shape):
    si: EndShape
    propose: EndShape
    sauf: Several[Id] = ()
    seulement: Several[Id] = ()
    raison: Text


class ThemeShape(Shape):
    theme: Id
    principal: Id | None = None
    secondaires: Several[Id] = ()
    remarque: Text


class AxisShape(Shape):
    questionnaire: Id
    question: Id
    actions: Several[Id]


class LinksShape(Shape):
    """correspondances.toml"""

    themes_de: Id = ""
    themes_vers: Id = ""
    themes: Items[ThemeShape] = ()
    liens: Items[LinkShape] = ()
    axes: Items[AxisShape] = ()


def load_links(path: Path, questionnaires: Iterable[Questionnaire] = ()) -> tuple[Link, ...]:
    """The links of a file, in its order. All that names one of the questionnaires given is checked
    against it. Raises `donnees_fautives`, all problems in its details."""
    return tuple(_link(one) for one in _read(path, questionnaires).liens)


def load_axes(path: Path) -> tuple[Axis, ...]:
    """The axes of the same file. Raises as `load_links`."""
    axes = _read(path, ()).axes
    return tuple(Axis(one.questionnaire, one.question, one.actions) for one in axes)


def load_ties(path: Path, questionnaires: Iterable[Questionnaire] = ()) -> Ties:
    """The themes of two questionnaires that are about the same. Raises as `load_links`."""
    read = _read(path, questionnaires)
    themes = (
        Tie(one.theme, one.principal or "", one.secondaires, one.remarque) for one in read.themes
    )
    return Ties(read.themes_de, read.themes_vers, tuple(themes))


def _read(path: Path, questionnaires: Iterable[Questionnaire]) -> LinksShape:
    texts = read_folder(path.parent, (path.name,), ())
    problems = texts.problems
    tables = parse_texts(texts.files, problems)
    shape = read_shape(LinksShape, path.name, tables.get(path.name, {}), problems, set())
    shape = shape or LinksShape()
    known = {one.id: one for one in questionnaires}
    for one in shape.liens:
        place = f"lien {one.si.question} → {one.propose.question}"
        problems += [error(path.name, place, said) for said in _faults(one, known)]
    for one in shape.axes:
        asked = known.get(one.questionnaire)
        said = _no_question(one, asked) if asked and one.question not in asked.questions else ""
        problems += [error(path.name, f"axe {one.question}", said)] if said else []
    problems += [error(path.name, place, said) for place, said in _strangers(shape, known)]
    if problems:
        lines = [problem.line for problem in problems]
        raise AutodiagError(
            "donnees_fautives", details=lines, combien=counted(len(lines)), source=path.name
        )
    return shape


def _strangers(shape: LinksShape, known: dict[str, Questionnaire]) -> Iterator[tuple[str, str]]:
    """The themes that their questionnaire has not, each with its place."""
    for tie in shape.themes:
        named = (
            (shape.themes_de, (tie.theme,)),
            (
                shape.themes_vers,
                (*filter(None, (tie.principal,)), *tie.secondaires),
            ),
        )
        for name, themes in named:
            there = [theme.id for theme in known[name].themes] if name in known else None
            for theme in themes if there is not None else ():
                if theme not in (there or ()):
                    near = did_you_mean(theme, there or ())
                    yield (
                        f"thème {tie.theme}",
                        f"«\u202f{name}\u202f» n’a pas de thème «\u202f{theme}\u202f»{near}",
                    )


def _no_question(end: EndShape | AxisShape, asked: Questionnaire) -> str:
    near = did_you_mean(end.question, asked.questions)
    return f"« {end.questionnaire} » n’a pas de question « {end.question} »{near}"


def _faults(link: LinkShape, known: dict[str, Questionnaire]) -> Iterator[str]:
    """What is wrong with a link, in French."""
    ends = link.si, link.propose
    if link.si.questionnaire == link.propose.questionnaire:
        yield "un lien va d’un questionnaire à un autre"
    if link.sauf and link.seulement:
        yield "il faut « sauf » ou « seulement », pas les deux"
    found: list[Question] = []
    for end in ends:
        yield from _faults_of_end(end)
        questionnaire = known.get(end.questionnaire)
        if questionnaire is None:
            continue
        question = questionnaire.questions.get(end.question)
        if question is None:
            yield _no_question(end, questionnaire)
        else:
            found.append(question)
            yield from _misfits(end, question)
    if len(found) == len(ends):
        variants = {name for one in found if one.type == "niveaux" for name in one.wordings}
        for name in (*link.sauf, *link.seulement):
            if name not in variants:
                yield f"variante inconnue « {name} »{did_you_mean(name, variants)}"
    yield from _imposed(link.propose, known)
    if link.propose.choix[1:]:
        yield "« propose » ne prend qu’une réponse dans « choix »"


def _imposed(end: EndShape, known: dict[str, Questionnaire]) -> Iterator[str]:
    there = known.get(end.questionnaire)
    if there is not None and there.opinions:
        yield f"«\u202f{there.id}\u202f» demande des avis\u00a0: rien ne s’y propose"


def _faults_of_end(end: EndShape) -> Iterator[str]:
    low, high = end.au_moins, end.au_plus
    ways = (bool(end.choix), end.vaut is not None, low is not None or high is not None)
    if sum(ways) != 1:
        said = "il faut « choix », ou « vaut », ou « au_moins » et « au_plus »"
        yield f"question {end.question} : {said}"
    elif low is not None and high is not None and low > high:
        yield f"question {end.question} : « au_moins » ({low:g}) dépasse « au_plus » ({high:g})"


def _misfits(end: EndShape, question: Question) -> Iterator[str]:
    """Answers that the question does not take."""
    choices = [choice.id for choice in question.choices]
    if choices:
        if not end.choix:
            yield f"la question {question.id} se répond par « choix » : {quoted(choices)}"
        for name in end.choix:
            if name not in choices:
                near = did_you_mean(name, choices)
                yield f"la question {question.id} n’a pas de réponse « {name} »{near}"
        return
    low, high = bounds(question)
    if end.choix:
        yield f"la question {question.id} n’a pas de « choix » : il faut un nombre"
    for value in (end.vaut, end.au_moins, end.au_plus):
        if value is None:
            continue
        if not low <= value <= high:
            yield f"la question {question.id} va de {low:g} à {high:g}, pas {value:g}"
        elif question.type == "niveaux" and not value.is_integer():
            yield f"la question {question.id} a des niveaux entiers, pas {value:g}"


def _link(shape: LinkShape) -> Link:
    return Link(
        given=_end(shape.si),
        offered=_end(shape.propose),
        reason=shape.raison,
        but=frozenset(shape.sauf),
        only=frozenset(shape.seulement),
    )


def _end(shape: EndShape) -> End:
    low, high = shape.au_moins, shape.au_plus
    if shape.vaut is not None:
        low = high = shape.vaut
    return End(shape.questionnaire, shape.question, shape.choix, low, high)
