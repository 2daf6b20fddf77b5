# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The profile rules seen on the plane (score of the pilot theme, global score). Draws nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from autodiag.model.questionnaire import PROFILES, ProfileId, Scoring, Threshold


@dataclass(frozen=True, slots=True)
class Cell:
    """A rectangle of the plane, in scores 0–4, and its profile (None where no rule gives one)."""

    left: float
    right: float
    bottom: float
    top: float
    profile: ProfileId | None


def cells(scoring: Scoring) -> tuple[Cell, ...]:
    """The plane cut at every bound that either axis shows, then merged into as few rectangles.

    A condition on anything but the two axes is taken as met: the map cannot show it.
    """
    pilot = scoring.classable.pilot_theme
    cuts: dict[str, set[float]] = {"x": {0.0, 4.0}, "y": {0.0, 4.0}}
    for rule in scoring.profile_rules:
        for threshold in rule.thresholds:
            axis = _axis(threshold, pilot)
            if axis:
                cuts[axis].add(float(threshold.bound))
    rows: list[Cell] = []
    for bottom, top in pairwise(sorted(cuts["y"])):
        row = [
            Cell(x0, x1, bottom, top, _profile(scoring, (x0 + x1) / 2, (bottom + top) / 2))
            for x0, x1 in pairwise(sorted(cuts["x"]))
        ]
        rows += _merged(row)
    return tuple(_stacked(rows))


@dataclass(frozen=True, slots=True)
class Border:
    """A line between two profiles, in scores; `profile` is the higher of the two."""

    start: tuple[float, float]
    end: tuple[float, float]
    profile: ProfileId


def borders(regions: Sequence[Cell]) -> Iterator[Border]:
    """Where one profile gives way to another."""
    for one in regions:
        for other in regions:
            profiles: list[ProfileId] = [p for p in (one.profile, other.profile) if p]
            if one.profile == other.profile or len(profiles) < 2:
                continue
            higher: ProfileId = max(profiles, key=PROFILES.index)
            low, high = max(one.bottom, other.bottom), min(one.top, other.top)
            if one.right == other.left and low < high:
                yield Border((one.right, low), (one.right, high), higher)
            left, right = max(one.left, other.left), min(one.right, other.right)
            if one.top == other.bottom and left < right:
                yield Border((left, one.top), (right, one.top), higher)


def hidden_conditions(scoring: Scoring) -> tuple[Threshold, ...]:
    """The conditions that the map cannot show."""
    pilot = scoring.classable.pilot_theme
    return tuple(
        threshold
        for rule in scoring.profile_rules
        for threshold in rule.thresholds
        if not _axis(threshold, pilot)
    )


def _axis(threshold: Threshold, pilot: str) -> str:
    measure = threshold.measure
    if measure.kind == "global":
        return "y"
    return "x" if measure.kind == "theme" and measure.themes == (pilot,) else ""


def _profile(scoring: Scoring, x: float, y: float) -> ProfileId | None:
    at = {"x": x, "y": y}
    pilot = scoring.classable.pilot_theme
    for rule in scoring.profile_rules:
        if all(
            (at[axis] >= float(t.bound)) == t.at_least
            for t in rule.thresholds
            if (axis := _axis(t, pilot))
        ):
            return rule.profile
    return None


def _merged(row: Sequence[Cell]) -> list[Cell]:
    """Neighbours of one row with the same profile become one cell."""
    out = [row[0]]
    for cell in row[1:]:
        last = out[-1]
        if cell.profile == last.profile:
            out[-1] = Cell(last.left, cell.right, last.bottom, last.top, last.profile)
        else:
            out.append(cell)
    return out


def _stacked(rows: Sequence[Cell]) -> list[Cell]:
    """Cells one above the other, as wide and with the same profile, become one cell."""
    out: list[Cell] = []
    for cell in rows:
        for i, below in enumerate(out):
            same = (below.left, below.right, below.profile) == (
                cell.left,
                cell.right,
                cell.profile,
            )
            if same and below.top == cell.bottom:
                out[i] = Cell(below.left, below.right, below.bottom, cell.top, below.profile)
                break
        else:
            out.append(cell)
    return out
