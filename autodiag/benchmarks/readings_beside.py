# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The readings of the 2019 study beside the same themes of one collectivité. Ranks nobody, says
nothing of a theme that is not documented (contract S3, S6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from autodiag.benchmarks.readings import StudyReading, StudyReadings
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Range, Result
from autodiag.text.numbers import listing
from autodiag.text.spaces import NARROW

STEP = Fraction(1)
"""One level of the scale: nearer than that, two themes are said to be together."""
PICKED, MOST, FEWEST = 2, 3, 4
"""The themes named at one end; at most that many where some are equal; documented in all."""
LATER = "Les réponses qui manquent peuvent encore changer ce constat."

Ranges = Mapping[str, Range]


@dataclass(frozen=True, slots=True)
class OwnReading:
    """One reading of the study; `rows`: the collectivité’s themes that it is about, or that it
    names, with their ranges; `said`: one or a few sentences."""

    reading: StudyReading
    rows: tuple[tuple[str, Range], ...]
    said: str


def own_readings(
    readings: StudyReadings, questionnaire: Questionnaire, result: Result
) -> tuple[OwnReading, ...]:
    """Those about which enough is known; none beside another questionnaire."""
    if questionnaire.id != readings.questionnaire:
        return ()
    titles = {theme.id: f"«{NARROW}{theme.title}{NARROW}»" for theme in questionnaire.themes}
    ranges = {
        one.theme: one.range for one in result.themes if one.documented and one.range is not None
    }
    found = (
        _together(one, titles, ranges)
        if one.kind == "ensemble"
        else _at_an_end(one, titles, ranges)
        for one in readings.readings
        if all(theme in titles for theme in one.themes)
    )
    return tuple(one for one in found if one is not None)


def _together(
    reading: StudyReading, titles: Mapping[str, str], ranges: Ranges
) -> OwnReading | None:
    pilot, *others = reading.themes
    known = [theme for theme in others if theme in ranges]
    if pilot not in ranges or not known:
        return None
    with_it: list[str] = []
    before: list[str] = []
    after: list[str] = []
    unsure: list[str] = []
    for theme in known:
        low, high = _apart(ranges[pilot], ranges[theme])
        if high < STEP:
            with_it.append(titles[theme])
        elif low < STEP:
            unsure.append(titles[theme])
        elif ranges[theme].low > ranges[pilot].high:
            before.append(titles[theme])
        else:
            after.append(titles[theme])
    clauses = [
        _clause(with_it, "proche", "proches"),
        _clause(before, "plus avancé d’au moins un niveau", "plus avancés d’au moins un niveau"),
        _clause(after, "moins avancé d’au moins un niveau", "moins avancés d’au moins un niveau"),
    ]
    said = [
        f"À côté de {titles[pilot]}, chez vous\u00a0: {clause}." if first else f"{clause}."
        for first, clause in zip((True, False, False), filter(None, clauses), strict=False)
    ]
    if unsure:
        clause = f"{_clause(unsure, 'proche', 'proches')} de {titles[pilot]}"
        said.append(f"Les réponses qui manquent diront si {clause}.")
    said.append(_lacking([titles[theme] for theme in others if theme not in ranges]))
    rows = tuple((theme, ranges[theme]) for theme in (pilot, *known))
    return OwnReading(reading, rows, " ".join(filter(None, said)))


def _clause(titles: Sequence[str], one: str, several: str) -> str:
    if not titles:
        return ""
    return f"{listing(titles)} {f'est {one}' if len(titles) == 1 else f'sont {several}'}"


def _lacking(titles: Sequence[str]) -> str:
    if not titles:
        return ""
    verb = "n’a" if len(titles) == 1 else "n’ont"
    return f"{listing(titles)} {verb} pas encore assez de réponses."


def _apart(one: Range, other: Range) -> tuple[Fraction, Fraction]:
    """The least and the most that may part two scores, whatever the unknown answers."""
    least = max(Fraction(0), one.low - other.high, other.low - one.high)
    return least, max(one.high - other.low, other.high - one.low)


def _at_an_end(
    reading: StudyReading, titles: Mapping[str, str], ranges: Ranges
) -> OwnReading | None:
    """The study’s theme beside the two of the collectivité at the same end (prudent scores)."""
    (theme,) = reading.themes
    if len(ranges) < FEWEST:
        return None
    sign = 1 if reading.kind == "moins_avance" else -1
    order = sorted(ranges, key=lambda name: sign * ranges[name].low)
    bound = ranges[order[PICKED - 1]].low
    own = [name for name in order if sign * ranges[name].low <= sign * bound]
    shown = own if theme in own or theme not in ranges else [*own, theme]
    if len(own) > MOST:
        said = "Chez vous, plusieurs thèmes sont au même point\u00a0: aucun ne se détache."
        return OwnReading(reading, ((theme, ranges[theme]),) if theme in ranges else (), said)
    end = "il reste le plus à faire" if sign == 1 else "vous êtes le plus avancés"
    if theme in own:
        other = listing([titles[name] for name in own if name != theme])
        said = f"Chez vous aussi, {titles[theme]} est l’un des thèmes où {end}, avec {other}."
    else:
        said = f"Chez vous, les thèmes où {end} sont {listing([titles[name] for name in own])}."
    lacking = _lacking([] if theme in ranges else [titles[theme]])
    settled = _settled(own, ranges, sign)
    whole = " ".join(filter(None, (said, lacking, "" if settled else LATER)))
    return OwnReading(reading, tuple((name, ranges[name]) for name in shown), whole)


def _settled(own: Sequence[str], ranges: Ranges, sign: int) -> bool:
    """Whether no unknown answer can bring another theme to that end."""
    others = [ranges[name] for name in ranges if name not in own]
    if sign == 1:
        return all(ranges[name].high <= other.low for name in own for other in others)
    return all(ranges[name].low >= other.high for name in own for other in others)
