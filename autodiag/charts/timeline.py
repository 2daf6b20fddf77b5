# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The three years of a plan: their dates, and one bar per action. Knows when, not why."""

from datetime import date

from matplotlib.figure import Figure

from autodiag.charts.look import Look
from autodiag.charts.sheet import Sheet
from autodiag.text.numbers import months_later, short_month

LONGEST = 36
"""Months from left to right."""
PERIODS = ((0, 6), (6, 18), (18, 36))
_AXIS, _BAR, _SIGN = 24.0, 14.0, 11.0


def plan_axis(look: Look, start: date, width: float) -> Figure:
    """The date where each period begins, and the last month: month above year, for the first
    period is narrow."""
    sheet = Sheet(look, width, _AXIS)
    for month in (*(first for first, _ in PERIODS), LONGEST):
        last = month == LONGEST
        x = width * month / LONGEST + (-1.0 if last else 1.0)
        named = short_month(months_later(start, month - 1 if last else month))
        for y, label in zip((14, 3), named.split(), strict=True):
            sheet.text((x, y), label, color=look.ink2, ha="right" if last else "left")
    return sheet.figure


def plan_bar(
    look: Look, span: tuple[float, float], width: float, *, obligation: bool = False
) -> Figure:
    """A bar from a month to another of the three years; the scales beside it for an obligation."""
    sheet = Sheet(look, width, _BAR)
    left, right = (width * month / LONGEST for month in span)
    right = max(right, left + 6)
    sheet.rounded((left, 3, right - left, 8), 2, facecolor=look.primary)
    if obligation:
        middle = right + 4 + _SIGN / 2
        if middle + _SIGN / 2 > width:
            middle = left - 4 - _SIGN / 2
        _scales(sheet, (middle, _BAR / 2))
    return sheet.figure


def _scales(sheet: Sheet, middle: tuple[float, float]) -> None:
    look = sheet.look
    if icon := look.icons.named("scale"):
        sheet.icon(icon, middle, _SIGN, look.warn[0])
    else:
        sheet.text(middle, "§", 11, bold=True, ha="center", va="center", color=look.warn[0])


def meter(look: Look, needed: tuple[float, float], available: float, width: float) -> Figure:
    """What a period needs: solid to the low estimate, hatched to the high one, a tick at what there
    is."""
    sheet = Sheet(look, width, 16)
    low, high = needed
    scale = (width - 2) / (max(high, available, 0.1) * 1.12)
    sheet.rounded((0, 4, width, 8), 2, facecolor=look.surface, edgecolor=look.line, linewidth=0.75)
    if high > low:
        box = (low * scale, 4, (high - low) * scale, 8)
        sheet.box(box, facecolor=look.surface, hatch="/////")
        sheet.box(box, edgecolor=look.primary, linewidth=0.8)
    if low > 0:
        sheet.box((0, 4, low * scale, 8), facecolor=look.primary)
    at = available * scale
    sheet.line([(at, 0.5), (at, 15.5)], color=look.ink, linewidth=2)
    return sheet.figure
