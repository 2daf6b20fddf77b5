# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every text stands out at 4.5 at least, every mark and border of a control at 3, in the three
palettes: from the theme's own colours, from the style sheet, from the pixels (house.md 7)."""

import ast
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from autodiag.bundle import installed
from tests.sources import Source, sources
from tests.ui.colours import MARK, TEXT, Pair, contrast, faults, seen_pale, sheet_pairs
from tests.ui.painted import Spy
from tests.ui.rounds import PAGES, Shown, calm
from tests.ui.test_layout_walk import dialogs
from ui.theme import PaletteName, Theme
from ui.theme_qss import style_sheet

GROUNDS = ("bg", "surface", "sunken")
"""What anything may be on."""
INKS = ("ink", "ink2", "ink3", "primary", "primaryHover", "warnInk", "okInk", "errInk", "theme")
"""Text that may be on any of them: a new use of one of these is right wherever it is."""
MARKS = ("control", "focus")
QUIET = ("line",)
"""Separates, and means nothing by itself."""
FILLS = ("primaryPale", "warnPale", "okPale", "errPale", "onPrimary")
"""What is on them, or under, is said in the table below."""
FAMILIES = ("level", "onLevel", "profil")
KNOWN = {*GROUNDS, *INKS, *MARKS, *QUIET, *FILLS, *FAMILIES}
PEN = {"pixmap", "icon", "setPen", "QPen"}
"""Calls that take what is painted in front."""

ON_PALE = ("ink/primaryPale", "ink2/primaryPale", "primary/primaryPale")
PAINTED: dict[str, tuple[str, ...]] = {
    "action_card": ("ink/primaryPale", "ink2/primaryPale", "primary/primaryPale:3"),
    "answer_button": ("ink/primaryPale", "primary/primaryPale", "ink/warnPale", "warnInk/warnPale"),
    "buttons": ("onPrimary/primary", "onPrimary/primaryHover"),
    "capacity_meter": ("primary/primaryPale:3", "ink/primaryPale:3"),
    "card_face": (
        "onPrimary/primary",
        "ink/primaryPale",
        "ink2/primaryPale",
        "primary/primaryPale",
    ),
    "card_text": ("warnInk/warnPale", "primary/primaryPale"),
    "filter_chip": ("onPrimary/primary:3", "ink/primaryPale", "primary/primaryPale:3"),
    "means_strip": ("ink/primaryPale", "primary/primaryPale:3"),
    "means_tick": ("onPrimary/primary:3",),
    "place_list": ("ink/primaryPale", "ink2/primaryPale"),
    "questions_help": ("ink/primaryPale", "primary/primaryPale:3"),
    "range_bar": ("surface/primary:3",),
    "row_button": ON_PALE,
    "segmented": ("onPrimary/primary", "primary/primaryPale"),
    "state_badge": ("okInk/okPale", "warnInk/warnPale"),
    "stepper": ("onPrimary/primary",),
    "theme_row": ("surface/theme:3", "surface/okInk:3"),
    "timeline_paint": ("primary/primaryPale:3",),
    "tour_card": ON_PALE,
    "tour_picture": ("onPrimary/primary",),
    "way_card": ("primary/primaryPale:3",),
    "what_if_row": ("onPrimary/primary:3",),
}
"""Whoever paints in front of a fill, or with the colour of a ground, says it here: «ink/fill»,
«:3» where it is a mark or large. Anything else is an ink on a ground, right everywhere."""

LINES = {
    "action_card": "bord d’une carte, que son titre dit",
    "answer_button": "bord de ce qui ne se choisit pas",
    "capacity_meter": "bord d’une jauge, que ses mots disent",
    "card_face": "bord d’une carte, que sa touche et sa phrase disent",
    "comparator_head": "séparation",
    "comparator_row": "séparation",
    "page_preview": "bord d’une page",
    "place_list": "séparation",
    "progress_ring": "ce qui reste, que le nombre dit",
    "question_row": "bord sous la souris",
    "range_bar": "bord d’une barre, que ses nombres disent",
    "segmented": "bord de ce qui ne se choisit pas",
    "stepper": "trait sous la souris",
    "theme_row": "bord sous la souris",
    "timeline_paint": "séparation des mois et des lignes",
    "top_bar": "séparation",
    "way_card": "bord d’une carte, que ses mots disent",
    "what_if_bars": "bord d’une barre, que ses nombres disent",
}
"""Who paints in `line`, once, and what: seen at 1.3, it is neither a word, nor a mark, nor the only
sign of a control."""

palettes = pytest.mark.parametrize("palette", ["light", "dark", "projection"])
on_screen = pytest.mark.parametrize(
    "palette",
    ["light", *(pytest.param(one, marks=pytest.mark.long) for one in ("dark", "projection"))],
)
"""What is really painted, page after page: the other two in the long run."""


def tokens(palette: PaletteName) -> dict[str, Any]:
    return Theme(installed().resources, palette).tokens


def colours(palette: PaletteName, token: str) -> list[str]:
    """One colour, or all those of a family."""
    found = tokens(palette)[token]
    return [found] if isinstance(found, str) else list(found)


def ground_pairs(palette: PaletteName) -> Iterator[Pair]:
    wanted = [(ink, TEXT) for ink in INKS] + [(mark, MARK) for mark in MARKS]
    grounds = (*GROUNDS, "primaryPale")  # where the focus may be
    for (token, least), ground in itertools.product(wanted, grounds):
        if ground in GROUNDS or token in ("ink", "ink2", "primary", "focus"):
            (back,) = colours(palette, ground)
            for ink in colours(palette, token):
                yield Pair(ink, back, f"{token} sur {ground}", least)


def family_pairs(palette: PaletteName) -> Iterator[Pair]:
    written = tokens(palette)
    for level, (ink, back) in enumerate(zip(written["onLevel"], written["level"], strict=True)):
        yield Pair(ink, back, f"niveau {level}")
    for name, (ink, back) in written["profil"].items():
        yield Pair(ink, back, name)
        yield Pair(ink, written["surface"], name)


def painted_pairs(palette: PaletteName) -> Iterator[Pair]:
    for widget, said in PAINTED.items():
        for pair in said:
            names, _, least = pair.partition(":")
            inks, backs = (colours(palette, token) for token in names.split("/"))
            for ink, back in itertools.product(inks, backs):
                yield Pair(ink, back, f"{widget} {names}", float(least or TEXT))


def special(source: Source) -> set[str]:
    """The tokens of a file that are right on something only: fills, and grounds in front."""
    found: set[str] = set()
    for node in ast.walk(source.tree):
        found |= {one for one in _texts(node, deep=False) if one in FILLS}
        front = isinstance(node, ast.Call) and _called(node) in PEN
        if isinstance(node, ast.Assign):
            front = any(getattr(t, "id", "") in ("color", "ink") for t in node.targets)
        if front:
            found |= {one for one in _texts(node, deep=True) if one in GROUNDS}
    return found


def in_line(source: Source) -> int:
    """How many times a file takes the token `line`; a key of that name is no colour."""
    nodes = list(ast.walk(source.tree))
    keys = {id(key) for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
    colours = [node for node in nodes if id(node) not in keys]
    return sum(text in QUIET for node in colours for text in _texts(node, deep=False))


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def _texts(node: ast.AST, *, deep: bool) -> Iterator[str]:
    for one in ast.walk(node) if deep else [node]:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value


@palettes
def test_the_inks_of_the_theme_stand_out_wherever_they_may_be(palette: PaletteName) -> None:
    assert faults(ground_pairs(palette)) == []
    assert faults(family_pairs(palette)) == []


@palettes
def test_what_is_painted_on_a_fill_stands_out(palette: PaletteName) -> None:
    assert faults(painted_pairs(palette)) == []


def test_every_widget_that_paints_on_a_fill_is_in_the_table() -> None:
    missing: list[str] = []
    for source in sources("ui"):
        name = source.path.rsplit("/", 1)[1].removesuffix(".py")
        if name in ("theme", "theme_qss"):
            continue
        said = {token for pair in PAINTED.get(name, ()) for token in pair.split(":")[0].split("/")}
        missing += [f"{source.path}: {token}" for token in special(source) - said]
        if name in PAINTED and not special(source):
            missing.append(f"{source.path}: plus rien à dire")
    assert missing == []


def test_every_colour_that_a_widget_asks_for_is_of_a_known_kind() -> None:
    unknown = [
        f"{source.path}:{node.lineno}: {name}"
        for source in sources("ui")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and _called(node) == "color"
        for name in _texts(node, deep=True)
        if name.isascii() and name not in (*KNOWN, "Ink", "Pale")  # made with a state before
    ]
    assert unknown == []
    assert set(tokens("light")) == KNOWN  # a new token needs a kind here


def test_line_is_for_separations_and_for_borders_that_something_else_says() -> None:
    found = {
        source.path.rsplit("/", 1)[1].removesuffix(".py"): in_line(source)
        for source in sources("ui")
        if not source.path.endswith("ui/theme.py") and in_line(source)
    }
    assert found == dict.fromkeys(LINES, 1)


@palettes
def test_the_style_sheet_stands_out(palette: PaletteName) -> None:
    written = tokens(palette)
    grounds = tuple(written[ground] for ground in GROUNDS)
    pairs = list(sheet_pairs(style_sheet(written, 1.0), grounds))
    assert len(pairs) > 100
    assert faults(iter(pairs)) == []


@palettes
def test_what_qt_draws_by_itself_stands_out(palette: PaletteName, qapp: QApplication) -> None:
    made = Theme(installed().resources, palette)._qt_palette()
    roles = QPalette.ColorRole
    pairs = [
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.Text, roles.AlternateBase),
        (roles.ButtonText, roles.Button),
        (roles.BrightText, roles.Window),
        (roles.HighlightedText, roles.Highlight),
        (roles.Link, roles.Base),
        (roles.Link, roles.Window),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.PlaceholderText, roles.Base),
    ]
    named = ((made.color(ink).name(), made.color(back).name(), ink.name) for ink, back in pairs)
    assert faults(Pair(ink, back, where) for ink, back, where in named) == []


def pale(window: QWidget, patch: pytest.MonkeyPatch) -> list[str]:
    """The words too near to what is behind: those of labels and buttons, by their pixels; those
    painted by hand, by their pen."""
    return seen_pale(window) + Spy(patch).pale(window)


@pytest.mark.parametrize("shown", ["rempli"], indirect=True)
@on_screen
def test_the_words_on_the_screen_stand_out_from_what_is_behind(
    shown: Shown, palette: PaletteName, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = shown
    desk.theme.set_palette(palette)
    found: list[str] = []
    for page in PAGES:
        window.go(page)
        calm(window, desk)
        found += [f"{page} {line}" for line in pale(window, monkeypatch)]
    desk.theme.set_palette("light")
    assert found == []


@pytest.mark.parametrize("shown", ["accueil"], indirect=True)
@on_screen
def test_the_words_before_a_dossier_and_in_dialogs_stand_out_too(
    shown: Shown, palette: PaletteName, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, desk = shown
    desk.theme.set_palette(palette)
    found: list[str] = []
    for typed in ("", "zzyx", "champagne"):
        window._home.search.field.setText(typed)
        calm(window, desk)
        found += pale(window, monkeypatch)
    window._home.search.clear()
    for dialog in dialogs(window, desk):
        dialog.open()
        calm(dialog, desk)
        found += pale(dialog, monkeypatch)
        dialog.reject()
        dialog.deleteLater()
    desk.theme.set_palette("light")
    assert found == []


def test_a_pale_colour_would_be_seen(qapp: QApplication) -> None:
    """One fault of each kind, on purpose: a token, a style sheet, pixels."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert Pair("#767676", "#FFFFFF", "").fault == ""
    assert "4.48 au lieu de 4.5" in Pair("#777777", "#FFFFFF", "légende").fault
    sheet = "QPushButton { background: #FFFFFF; color: #1B2322; border: 1px solid #CCCCCC; }"
    sheet += 'QPushButton[kind="quiet"]:hover { color: #999999; }'
    told = faults(sheet_pairs(sheet, ("#FFFFFF",)))
    assert len(told) == 3
    assert "QPushButton bord: #CCCCCC" in told[0]
    assert "#999999 sur #FFFFFF" in told[1]
    window = QWidget()
    window.setStyleSheet("background: #FFFFFF; color: #AAAAAA;")
    words = QLabel("Presque rien à lire", window)
    words.resize(200, 30)
    window.show()
    assert len(seen_pale(window)) == 1
    words.setStyleSheet("color: #333333;")
    assert seen_pale(window) == []
