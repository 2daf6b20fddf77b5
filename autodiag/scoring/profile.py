# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The profile: rules held as data, applied to the low and the high bounds (contract P1–P6)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from autodiag.model.questionnaire import Measure, ProfileId, ProfileRule, Scoring, Threshold
from autodiag.model.result import Missing, ProfileResult, Range, ThemeResult, ThresholdReading
from autodiag.scoring.ranges import mean

Ranges = Mapping[str, Range | None]
"""The range of each theme, by theme id."""


def give_profile(scoring: Scoring, themes: Sequence[ThemeResult]) -> ProfileResult:
    """The profile of an assessment, or what is missing to give one (contract S6)."""
    ranges = {theme.theme: theme.range for theme in themes}
    missing = _missing(scoring, themes)
    # where the questionnaire has no pilot theme left to look at, it is said, not hidden
    pilot_gone = ranges.get(scoring.classable.pilot_theme) is None
    readings = read_thresholds(scoring.profile_rules, ranges)
    if missing or mean(ranges.values()) is None:
        return ProfileResult(None, None, readings, missing, pilot_not_concerned=pilot_gone)
    low, high = bounds(readings, scoring.profile_rules)
    return ProfileResult(low, high, readings, pilot_not_concerned=pilot_gone)


def preview_profile(scoring: Scoring, themes: Sequence[ThemeResult]) -> ProfileResult:
    """The same rules without asking whether enough is documented: the *aperçu* (contract S10)."""
    ranges = {theme.theme: theme.range for theme in themes}
    readings = read_thresholds(scoring.profile_rules, ranges)
    pilot_gone = ranges.get(scoring.classable.pilot_theme) is None
    if mean(ranges.values()) is None:
        return ProfileResult(None, None, readings, pilot_not_concerned=pilot_gone)
    low, high = bounds(readings, scoring.profile_rules)
    return ProfileResult(low, high, readings, pilot_not_concerned=pilot_gone)


def _missing(scoring: Scoring, themes: Sequence[ThemeResult]) -> Missing | None:
    evaluable = [theme for theme in themes if theme.range is not None]
    documented = [theme for theme in evaluable if theme.documented]
    needed = min(scoring.classable.documented_themes, len(evaluable))
    pilot = scoring.classable.pilot_theme
    pilot_lacks = any(t.theme == pilot and not t.documented for t in evaluable)
    if evaluable and len(documented) >= needed and not pilot_lacks:
        return None
    lacking = tuple(theme.theme for theme in evaluable if not theme.documented)
    return Missing(pilot_lacks, lacking, needed)


def read_thresholds(rules: Sequence[ProfileRule], ranges: Ranges) -> tuple[ThresholdReading, ...]:
    """Every condition of every rule, on both bounds, with what is missing (contract P6)."""
    return tuple(
        _read(rule.profile, threshold, measure_range(threshold.measure, ranges))
        for rule in rules
        for threshold in rule.thresholds
    )


def measure_range(measure: Measure, ranges: Ranges) -> Range | None:
    """What a profile condition looks at; None where none of its themes is evaluable."""
    if measure.kind == "global":
        return mean(ranges.values())
    return mean(ranges.get(theme) for theme in measure.themes)


def _read(profile: ProfileId, threshold: Threshold, measured: Range | None) -> ThresholdReading:
    bound = Fraction(threshold.bound)
    if measured is None:
        # P1: a mean of nothing is taken as met; a lone theme that is not there cannot be
        met = threshold.measure.kind == "moyenne"
        return ThresholdReading(profile, threshold, None, met, met, Fraction(0))
    if threshold.at_least:
        lacks = max(bound - measured.low, Fraction(0))
        return ThresholdReading(
            profile, threshold, measured, measured.low >= bound, measured.high >= bound, lacks
        )
    return ThresholdReading(
        profile, threshold, measured, measured.low < bound, measured.high < bound, Fraction(0)
    )


def bounds(
    readings: Sequence[ThresholdReading], rules: Sequence[ProfileRule]
) -> tuple[ProfileId, ProfileId]:
    """The first profile whose conditions are all met, at the low bounds and at the high ones.

    Raises StopIteration when the last rule has conditions that are not met: the catalogue
    refuses such a questionnaire.
    """
    unmet_low: set[str] = {r.profile for r in readings if not r.met_low}
    unmet_high: set[str] = {r.profile for r in readings if not r.met_high}
    return _first(rules, unmet_low), _first(rules, unmet_high)


def _first(rules: Sequence[ProfileRule], unmet: set[str]) -> ProfileId:
    return next(rule.profile for rule in rules if rule.profile not in unmet)
