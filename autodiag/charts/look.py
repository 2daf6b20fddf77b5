# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The colours and fonts that charts are drawn with, read from the resources. Draws nothing."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

from autodiag.charts.icons import Icon, Icons
from autodiag.model.questionnaire import ProfileId
from autodiag.text.typography import plain, printable

Palette = Literal["light", "dark", "projection"]
_TOKEN: dict[ProfileId, str] = {
    "retardataire": "retardataires",
    "pragmatique": "pragmatiques",
    "stratege": "strateges",
}
HATCHES: dict[ProfileId, str] = {"retardataire": "..", "pragmatique": "///", "stratege": ""}
"""A texture for each profile, so that the map also reads in grey."""


@dataclass(frozen=True)
class Look:
    """One palette, the two fonts, the pictograms. `warn`, `ok` and profile colours: (ink, fill)."""

    ink: str
    ink2: str
    line: str
    control: str
    primary: str
    primary_pale: str
    on_primary: str
    sunken: str
    surface: str
    ground: str
    warn: tuple[str, str]
    ok: tuple[str, str]
    profiles: dict[ProfileId, tuple[str, str]]
    themes: tuple[str, ...]
    regular: Path
    bold: Path
    known: frozenset[int]
    advances: tuple[dict[int, float], dict[int, float]]
    """The width of each character at one point, regular then bold."""
    icons: Icons

    def theme_icon(self, theme_id: str) -> Icon | None:
        """The pictogram of a theme, None for a theme that has none."""
        return self.icons.theme(theme_id)

    def font(self, size: float, *, bold: bool = False) -> FontProperties:
        """Our font at `size` points."""
        weight = "bold" if bold else "normal"
        return FontProperties(fname=self.bold if bold else self.regular, weight=weight, size=size)

    def plain(self, text: str, limit: int = 300) -> str:
        """Any text, user text included, as characters that the font has."""
        return printable(plain(text, limit), self.known.__contains__)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text, in points."""
        advances = self.advances[bold]
        return sum(advances.get(ord(c), 0.5) for c in text) * size

    def wrap(self, text: str, size: float, width: float, lines: int = 2) -> list[str]:
        """The text in at most `lines` lines of `width` points; a longer one ends with …"""
        out = [""]
        for word in self.plain(text).split(" "):
            longer = f"{out[-1]} {word}".strip()
            if not out[-1] or self.width(longer, size) <= width:
                out[-1] = longer
            else:
                out.append(word)
        if len(out) > lines:
            out = [*out[: lines - 1], " ".join(out[lines - 1 :])]
        return [self._shorten(line, size, width) for line in out]

    def _shorten(self, line: str, size: float, width: float) -> str:
        if self.width(line, size) <= width:
            return line
        while line and self.width(line + "…", size) > width:
            line = line[:-1]
        return line.rstrip(" ,;:") + "…"


def load_look(resources: Path, palette: Palette = "light") -> Look:
    """The look of a palette. Raises OSError where the resources are missing."""
    tokens: dict[str, Any] = json.loads(
        (resources / "theme" / "tokens.json").read_text(encoding="utf-8")
    )[palette]
    regular = resources / "fonts" / "AutodiagSans-Regular.ttf"
    bold = resources / "fonts" / "AutodiagSans-Bold.ttf"
    advances = (_advances(regular), _advances(bold))
    profiles: dict[ProfileId, tuple[str, str]] = {
        profile: (tokens["profil"][name][0], tokens["profil"][name][1])
        for profile, name in _TOKEN.items()
    }
    return Look(
        ink=tokens["ink"],
        ink2=tokens["ink2"],
        line=tokens["line"],
        control=tokens["control"],
        primary=tokens["primary"],
        primary_pale=tokens["primaryPale"],
        on_primary=tokens["onPrimary"],
        sunken=tokens["sunken"],
        surface=tokens["surface"],
        ground=tokens["bg"],
        warn=(tokens["warnInk"], tokens["warnPale"]),
        ok=(tokens["okInk"], tokens["okPale"]),
        profiles=profiles,
        themes=tuple(tokens["theme"]),
        regular=regular,
        bold=bold,
        known=frozenset(advances[0]) & frozenset(advances[1]),
        advances=advances,
        icons=Icons(resources / "icons"),
    )


def _advances(file: Path) -> dict[int, float]:
    font = FT2Font(file)
    return {
        code: font.load_glyph(glyph, flags=LoadFlags.NO_SCALE).horiAdvance / font.units_per_EM
        for code, glyph in font.get_charmap().items()
    }
