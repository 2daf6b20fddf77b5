# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The conditions of the profiles read as steps to climb (contract P6). Writes no sentence."""

from fractions import Fraction
from functools import lru_cache

from autodiag.model.questionnaire import PROFILES, Measure, ProfileId, Scoring
from autodiag.model.result import ProfileResult, ThresholdReading


@lru_cache(maxsize=4)
def thresholds(scoring: Scoring | None) -> tuple[Fraction, ...]:
    """Every bound of the rules, lowest first: no score may be shown on its wrong side (S9)."""
    if scoring is None:
        return ()
    return tuple(
        sorted({Fraction(t.bound) for rule in scoring.profile_rules for t in rule.thresholds})
    )


def next_stage(profile: ProfileId) -> ProfileId | None:
    """The profile above, None for the highest."""
    rank = PROFILES.index(profile) + 1
    return PROFILES[rank] if rank < len(PROFILES) else None


def towards(reading: ThresholdReading) -> ProfileId:
    """The stage that a condition opens: a rule «less than 2» for the first is a step of the
    second."""
    if reading.threshold.at_least:
        return reading.profile
    return next_stage(reading.profile) or reading.profile


def reached(reading: ThresholdReading) -> tuple[bool, bool]:
    """Whether the bound is reached, low then high, whichever way the rule is written."""
    if reading.threshold.at_least:
        return reading.met_low, reading.met_high
    return not reading.met_low, not reading.met_high


def distance(reading: ThresholdReading) -> Fraction:
    """What the prudent score lacks to the bound; 0 when it is reached."""
    if reading.measured is None:
        return reading.distance
    return max(Fraction(0), Fraction(reading.threshold.bound) - reading.measured.low)


def lacking(profile: ProfileResult) -> tuple[ThresholdReading, ...]:
    """The conditions of the next stage that the prudent scores do not meet yet."""
    target = next_stage(profile.low) if profile.low is not None else None
    return tuple(r for r in profile.readings if towards(r) == target and not reached(r)[0])


def hidden_measures(scoring: Scoring | None) -> tuple[Measure, ...]:
    """What conditions look at beside the two axes of the map: the pilot theme, the whole."""
    if scoring is None:
        return ()
    pilot = scoring.classable.pilot_theme
    measures = (t.measure for rule in scoring.profile_rules for t in rule.thresholds)
    return tuple(m for m in measures if m.kind != "global" and m.themes != (pilot,))
