# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Contrast as WCAG 2 computes it: of two colours, of a style sheet, of what is on the screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QToolButton, QWidget

TEXT, MARK = 4.5, 3.0
"""The least contrast of text, and of large text, marks and borders of controls."""
LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which a text is large."""
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
PART = re.compile(r"^([A-Za-z]+)((?:[\[:#].*)?)$")
CONDITION = re.compile(r"\[[^\]]*\]|#\w+|::?[\w-]+")
INTERACTIVE = ("QPushButton", "QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QSpinBox")
INTERACTIVE += ("QDoubleSpinBox", "QDateEdit", "QRadioButton")
"""Controls that are known by their border. A QToolButton is known by its pictogram, unless it is
framed."""
FRAMED = '[kind="framed"]'


@cache
def luminance(colour: str) -> float:
    """Of «#RRGGBB», from 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour on another, where it is seen, and the least contrast that it needs."""

    ink: str
    back: str
    where: str
    least: float = TEXT

    @property
    def fault(self) -> str:
        """What is wrong, in one line; empty where nothing is."""
        has = contrast(self.ink, self.back)
        told = f"{self.where}: {self.ink} sur {self.back}, {has:.2f} au lieu de {self.least}"
        return "" if has >= self.least else told


def faults(pairs: Iterator[Pair]) -> list[str]:
    """One line for each pair that is too pale."""
    return [pair.fault for pair in pairs if pair.fault]


# Style sheets

Rule = tuple[str, frozenset[str], dict[str, str]]
"""A type of widget, what must be true of it, and what it then looks like."""


def sheet_pairs(sheet: str, grounds: tuple[str, ...]) -> Iterator[Pair]:
    """Each text on its background, each border of a control on what is around it. A widget
    without a background of its own is seen on every ground."""
    rules = list(_rules(sheet))
    for kind, conditions, _ in rules:
        look = _cascaded(rules, kind, conditions)
        where = kind + "".join(sorted(conditions))
        own = _colour(look, "background")
        backs = (own,) if own else grounds
        for back in backs:
            if ink := look.get("color", ""):
                yield from (Pair(ink, back, where) for ink in (ink,) if ink.startswith("#"))
        if ink := look.get("selection-color"):
            yield Pair(ink, look["selection-background-color"], where)
        border = _border(look)
        bordered = kind in INTERACTIVE or FRAMED in conditions
        if bordered and border and not {":disabled", "::down-arrow"} & conditions:
            edge = max(border, own or border, key=lambda one: contrast(one, grounds[0]))
            yield from (Pair(edge, back, f"{where} bord", MARK) for back in grounds)


def _rules(sheet: str) -> Iterator[Rule]:
    for selectors, body in RULE.findall(sheet):
        lines = [line.strip() for line in body.split(";") if line.strip()]
        declared = dict(re.split(r":\s*", line, maxsplit=1) for line in lines)
        for selector in selectors.split(","):
            found = PART.match(selector.split()[-1].strip())
            if found:
                yield found[1], frozenset(CONDITION.findall(found[2])), declared


def _cascaded(rules: list[Rule], kind: str, conditions: frozenset[str]) -> dict[str, str]:
    """What a widget of which all this is true looks like, the most precise rule last."""
    apply = [rule for rule in rules if rule[0] == kind and rule[1] <= conditions]
    parts = {one for one in conditions if one.startswith("::")}
    apply = [rule for rule in apply if parts <= rule[1]]
    look: dict[str, str] = {}
    for _, _, declared in sorted(apply, key=lambda rule: len(rule[1])):
        look |= declared
    return look


def _colour(look: dict[str, str], name: str) -> str:
    found = re.search(r"#[0-9A-Fa-f]{6}", look.get(name, "") or look.get(f"{name}-color", ""))
    return found[0] if found else ""


def _border(look: dict[str, str]) -> str:
    """The colour of the border; empty where there is none, or a transparent one."""
    if "transparent" in look.get("border-color", look.get("border", "")):
        return ""
    return _colour({"border": look.get("border-color", look.get("border", ""))}, "border")


# Pixels


def seen_pale(window: QWidget) -> list[str]:
    """The texts of a window whose pixels stand out too little from what is behind them."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found: list[str] = []
    for widget in texts(window):
        least = MARK if is_large(widget) else TEXT
        place = _seen(widget, window)
        if place.height() < min(widget.height(), widget.fontMetrics().height()):
            continue  # not a whole line is seen: nobody reads it there
        best = _best_contrast(picture, place)
        if best is not None and best < least:
            found.append(f"{type(widget).__name__} «{widget.text()[:40]}»: {best:.2f} < {least}")
    return found


Worded = QLabel | QPushButton | QToolButton | QRadioButton


def texts(window: QWidget) -> Iterator[Worded]:
    """The labels and buttons that show words."""
    for kind in (QLabel, QPushButton, QToolButton, QRadioButton):
        for widget in window.findChildren(kind):
            if widget.isVisible() and widget.text().strip() and widget.graphicsEffect() is None:
                yield widget


def is_large(widget: QWidget) -> bool:
    """Whether its text is large, at its real size."""
    font = widget.font()
    return font.pointSizeF() >= (LARGE_BOLD if font.bold() else LARGE)


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """The part of it that scroll areas let show, where it is in the window."""
    shown = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, shown.topLeft()), shown.size())


def _best_contrast(picture: QImage, place: QRect) -> float | None:
    """Of the most frequent colour with the one that differs most: letters have soft edges, and
    their hearts alone have their colour. None where too little shows to judge."""
    place = place.intersected(picture.rect())
    if place.width() < 12 or place.height() < 12:
        return None
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
    part = pixels[place.top() : place.bottom() + 1, place.left() : place.right() + 1] & 0xFFFFFF
    colours, counts = np.unique(part, return_counts=True)
    back = f"#{int(colours[counts.argmax()]):06x}"
    return max(contrast(back, f"#{int(colour):06x}") for colour in colours)
