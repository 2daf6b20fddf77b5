# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Marks and measure in French sentences, the same on screen and on paper. Blames nobody, and gives
no cause to a gap."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from autodiag.model.result import Range
from autodiag.scoring.felt import Felt, Mark, Opinion
from autodiag.text.numbers import day, decimal, score

Words = Mapping[str, str]
"""The section of the sentences, by key; between two stars is bold."""
_NEAR = Fraction(1, 2)
"""Points out of 10 under which two things are said to be very near."""
_PLACES = 3
"""Decimals of a gap: as many as a bound is ever shown with."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the scale: `kind` is « reponses » or a voice; `high` is `low` for a mark."""

    kind: str
    name: str
    low: float
    high: float
    value: str


def lines(felt: Felt, words: Words) -> tuple[Line, ...]:
    """What the scale shows, the measure first."""
    span = felt.measured
    found: list[Line] = []
    if span is not None:
        shown = _bounds(felt, span)
        value = "\u00a0–\u00a0".join(dict.fromkeys(shown))
        found.append(
            Line("reponses", words["nom_reponses"], float(span.low), float(span.high), value)
        )
    for mark in felt.marks:
        name = words[f"nom_{mark.voice}"]
        name = f"{name}, {mark.day.year}" if felt.other_year(mark) else name
        found.append(Line(mark.voice, name, mark.value, mark.value, decimal(mark.value)))
    return tuple(found)


def title(felt: Felt, words: Words) -> str:
    """The mark that was given first, where there is one."""
    first = felt.mark("depart")
    if first is not None:
        return words["titre_note"].format(note=decimal(first.value))
    return words["titre"]


def gaps(felt: Felt, words: Words) -> list[str]:
    """Each mark beside the measure, then the two voices; why there is no measure yet."""
    found: list[str] = []
    if felt.measured is None:
        found.append(words["sans_mesure"])
        found += [_mark_alone(mark, felt, words) for mark in felt.marks]
    else:
        found += [_gap(mark, felt, felt.measured, words) for mark in felt.marks]
    return found + _apart(felt, words)


def brief(felt: Felt, words: Words) -> str:
    """The scale in a few words, under a title that has said the first mark: how it stands to the
    measure, then each other mark."""
    first, span = felt.mark("depart"), felt.measured
    if span is None:
        return gaps(felt, words)[0]
    if first is None:
        said = words["mesure_courte"].format(score=_between(felt, span))
    else:
        said = _gap(first, felt, span, words, "bref_")
    others = (_mark_alone(mark, felt, words) for mark in felt.marks if mark is not first)
    return " ".join([said, *others])


def measure(felt: Felt, words: Words) -> str:
    """What the measure is, and that it is another thing than a mark; empty without one."""
    if felt.measured is None:
        return ""
    return words["mesure"].format(score=_between(felt, felt.measured))


def years(felt: Felt, words: Words) -> list[str]:
    """The marks of the years before, with this year’s."""
    now = felt.mark("depart")
    marks = [*felt.earlier, *([now] if now is not None else [])]
    if not felt.earlier:
        return []
    return [
        words["annee"].format(annee=str(mark.day.year), note=decimal(mark.value)) for mark in marks
    ]


def one_line(felt: Felt, words: Words) -> str:
    """For one page: the first mark and the measure. Empty where there is no opening mark."""
    first = felt.mark("depart")
    if first is None:
        return ""
    if felt.measured is None:
        return words["court_sans"].format(note=decimal(first.value))
    return words["court"].format(note=decimal(first.value), score=_between(felt, felt.measured))


def heard(felt: Felt, words: Words) -> str:
    """The scale in words."""
    told = "\u202f; ".join(f"{line.name}\u00a0: {line.value}" for line in lines(felt, words))
    return words["echelle"].format(valeurs=told)


def opinion_row(opinion: Opinion, words: Words) -> tuple[str, str, str, str]:
    """A field, what each of the two said, how they stand to each other."""
    none = words["rien_dit"]
    agreement = words[f"accord_{opinion.agreement}"]
    return opinion.title, opinion.elected or none, opinion.staff or none, agreement


def _bounds(felt: Felt, span: Range) -> tuple[str, str]:
    return score(span.low, felt.thresholds), score(span.high, felt.thresholds)


def _between(felt: Felt, span: Range) -> str:
    """«entre 4,4 et 4,8 sur 10»."""
    low, high = _bounds(felt, span)
    said = low if low == high else f"entre {low} et {high}"
    return f"{said} sur\u00a010"


def _mark_alone(mark: Mark, felt: Felt, words: Words) -> str:
    said = words["note_seule"].format(qui=words[f"qui_{mark.voice}"], note=decimal(mark.value))
    return f"{said.removesuffix('.')}{_given(mark, felt, words)}."


def _given(mark: Mark, felt: Felt, words: Words) -> str:
    """«, donnée le 21 novembre 2025», for a mark of another year than the answers."""
    return words["notee"].format(jour=day(mark.day)) if felt.other_year(mark) else ""


def _gap(mark: Mark, felt: Felt, span: Range, words: Words, brief: str = "") -> str:
    """Counted from the bounds as they are shown, for who counts again to find the same."""
    value = Fraction(str(mark.value))
    low, high = (Fraction(shown.replace(",", ".")) for shown in _bounds(felt, span))
    distances = sorted((abs(value - low), abs(value - high)))
    if low <= value <= high:
        key = "dedans" if low < high else "pareil"
    elif distances[1] < _NEAR:
        key = "pres"
    else:
        key = "dessus" if value > high else "dessous"
    return words[brief + key].format(
        qui=words[f"qui_{mark.voice}"],
        note=decimal(mark.value),
        notee=_given(mark, felt, words),
        points=_points(distances[0], distances[1]),
        score=_between(felt, span),
    )


def _points(least: Fraction, most: Fraction) -> str:
    """«4,3 à 5,3 points», «2 points»."""
    shown = dict.fromkeys(decimal(float(one), _PLACES) for one in (least, most))
    return f"{' à '.join(shown)}\u00a0point{'s' if most >= 2 else ''}"


def _apart(felt: Felt, words: Words) -> list[str]:
    """How far the two voices are from each other."""
    elected, staff = felt.mark("elu"), felt.mark("agent")
    if elected is None or staff is None:
        return []
    distance = abs(Fraction(elected.value) - Fraction(staff.value))
    if not distance:
        return [words["deux_pareils"]]
    said = decimal(float(distance))
    return [words["deux_ecart"].format(points=f"{said}\u00a0point{'s' if distance >= 2 else ''}")]
