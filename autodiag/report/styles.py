# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The page and its type scale, as the design says them. All lengths are points."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false

from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import TableStyle

from autodiag.charts.look import Look
from autodiag.report.fonts import BOLD, ITALIC, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP = 17.5 * mm, 15 * mm
FOOTER_RULE, FRAME_BOTTOM = 9 * mm, 13 * mm
HEADER = 11.5 * mm
WIDTH = PAGE_WIDTH - 2 * SIDE
FRAME_TOP = PAGE_HEIGHT - TOP - HEADER
FRAME_HEIGHT = FRAME_TOP - FRAME_BOTTOM
COVER_HEIGHT = PAGE_HEIGHT - TOP - FRAME_BOTTOM
GUTTER = 5 * mm
GAP = 3 * mm
"""Between two of the twelve columns of the grid, and between two cards."""
SMALL, LARGE = 9, 14
"""Points: the header and the footer, and those of what is printed in large type."""
ROOM_AFTER = {1: 120, 2: 95, 3: 60}
"""Room that must be left on the page below the top of a heading, by level."""


_Maker = Callable[..., ParagraphStyle]


def paragraph_styles(look: Look) -> dict[str, ParagraphStyle]:
    """Every paragraph style by name."""
    ink, ink2 = HexColor(look.ink), HexColor(look.ink2)
    text = ParagraphStyle(
        "P",
        fontName=REGULAR,
        bulletFontName=REGULAR,
        fontSize=10.5,
        leading=15,
        spaceAfter=6,
        textColor=ink,
        allowWidows=0,
        allowOrphans=0,
    )

    def style(name: str, **changes: Any) -> ParagraphStyle:
        return ParagraphStyle(name, parent=text, **changes)

    all_styles = [text, *_titles(style), *_smaller(style, ink2), *_large(style)]
    all_styles += _labels(style, look)
    for size, leading in ((42, 46), (28, 33), (18, 23)):
        name = {"fontName": BOLD, "fontSize": size, "leading": leading}
        all_styles.append(style(f"Cover{size}", **name, embeddedHyphenation=1))
    return {s.name: s for s in all_styles}


def _titles(style: _Maker) -> list[ParagraphStyle]:
    return [
        style("H1", fontSize=22, leading=25, spaceBefore=20, spaceAfter=10, fontName=BOLD),
        style("H2", fontSize=14, leading=17.5, spaceBefore=11, spaceAfter=4, fontName=BOLD),
        style("H3", fontSize=11, leading=14, spaceBefore=6, spaceAfter=2, fontName=BOLD),
        style("Sheet", fontSize=12.5, leading=15.5, spaceBefore=11, spaceAfter=2, fontName=BOLD),
        style("Theme", fontSize=14, leading=17, spaceAfter=1, fontName=BOLD),
        style("CardHead", fontSize=10.5, leading=13, spaceAfter=0, fontName=BOLD),
        style("Part", fontSize=9.5, leading=12.5, spaceBefore=3, spaceAfter=1, fontName=BOLD),
        style("Lead", fontSize=14, leading=19),
        style("Kind", fontName=BOLD, fontSize=18, leading=22, spaceAfter=2),
        style("Statement", fontSize=19, leading=24, spaceAfter=8),
        style("Figure", fontName=BOLD, fontSize=14, leading=17, spaceAfter=3, alignment=TA_RIGHT),
        style("BoxTitle", fontName=BOLD, fontSize=11, leading=14, spaceAfter=2),
    ]


def _smaller(style: _Maker, ink2: Color) -> list[ParagraphStyle]:
    """Tables, notes, lists: what is read with a finger on the line."""
    return [
        style("Note", fontSize=9, leading=12, textColor=ink2, spaceBefore=3, spaceAfter=4),
        style("Intro", textColor=ink2, spaceAfter=8),
        style("Cell", fontSize=9.5, leading=12.5, spaceAfter=0),
        style("Step", fontSize=9, leading=11.5, spaceAfter=2),
        style("Small", fontSize=8.5, leading=10.5, textColor=ink2, spaceAfter=1),
        style("Source", fontSize=9.5, leading=12.5, spaceBefore=2, spaceAfter=1),
        style("Key", fontSize=10, leading=12.5, spaceAfter=0),
        style("Mark", fontName=BOLD, fontSize=13, leading=16, spaceAfter=0),
        style("CoverNote", leading=16, textColor=ink2, spaceAfter=0),
        style("Entry", fontSize=9.5, leading=13, spaceAfter=4),
        style("CellNote", fontSize=9, leading=11.5, textColor=ink2, spaceAfter=0),
        style("Fact", fontSize=9, leading=11.5, spaceAfter=4),
        style("Group", fontName=BOLD, fontSize=10.5, leading=13.5, spaceAfter=0),
        style("Period", fontName=BOLD, fontSize=9, leading=12, spaceAfter=0, alignment=1),
        style("Head", fontSize=9, leading=12, textColor=ink2, spaceAfter=0),
        style("CardTitle", fontName=BOLD, fontSize=10.5, leading=13.5, spaceAfter=3),
        style("Card", fontSize=9.5, leading=12.5, spaceAfter=2, textColor=ink2),
        style("When", fontName=BOLD, fontSize=9.5, leading=12.5, spaceBefore=3, spaceAfter=0),
        style("Row", fontSize=9.5, leading=12, spaceAfter=0),
        style("RowNote", fontSize=9, leading=11.5, textColor=ink2, spaceAfter=0),
        style("RowUnknown", fontName=ITALIC, fontSize=9.5, leading=12, spaceAfter=0),
        style("Box", fontSize=10.5, leading=14.5, spaceAfter=3),
        style("Unknown", fontName=ITALIC, fontSize=9.5, leading=12.5, spaceAfter=0),
    ]


def _large(style: _Maker) -> list[ParagraphStyle]:
    """Forms to fill in by hand. Of what is «large», nothing is under 14 points, nothing is grey."""
    return [
        style("PinKind", fontName=BOLD, fontSize=23, leading=27, spaceAfter=3),
        style("PinScore", fontName=BOLD, fontSize=19, leading=24, spaceAfter=6),
        style("PinStep", fontName=BOLD, fontSize=13, leading=16, spaceAfter=4),
        style("PinWhen", fontName=BOLD, fontSize=10.5, leading=13.5, spaceBefore=3, spaceAfter=0),
        style("Asked", fontName=BOLD, fontSize=12, leading=15.5, spaceBefore=8, spaceAfter=3),
        style("Ticked", fontSize=11, leading=14.5, spaceAfter=3),
        style("LargeTitle", fontName=BOLD, fontSize=28, leading=33, spaceAfter=8),
        style("LargeTheme", fontName=BOLD, fontSize=19, leading=24, spaceBefore=14, spaceAfter=4),
        style("LargeAsked", fontName=BOLD, fontSize=15, leading=19.5, spaceAfter=5),
        style("Large", fontSize=14, leading=18.5, spaceAfter=6),
        style("LargeChoice", fontSize=14, leading=18, spaceAfter=4),
        style("LargeCell", fontSize=14, leading=17, spaceAfter=0),
        style("LargeHead", fontName=BOLD, fontSize=14, leading=17, spaceAfter=0, alignment=1),
    ]


def _labels(style: _Maker, look: Look) -> list[ParagraphStyle]:
    """What stands in a coloured box or disc: a style a colour, «Tag-» and its name."""
    colors = {"warn": look.warn[0], **{name: ink for name, (ink, _) in look.profiles.items()}}
    bold = {"fontName": BOLD, "spaceAfter": 0}
    digit = {"fontSize": 12, "leading": 14, "alignment": TA_CENTER}
    return [
        style("Digit", textColor=HexColor(look.on_primary), **bold, **digit),
        *(
            style(f"Tag-{name}", fontSize=9.5, leading=12, textColor=HexColor(ink), **bold)
            for name, ink in colors.items()
        ),
    ]


def table_style(look: Look, *, tight: bool = False) -> TableStyle:
    """A rule under the head, thin lines between rows, nothing vertical."""
    control, line = HexColor(look.control), HexColor(look.line)
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5 if tight else 3),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5 if tight else 4),
            ("LINEBELOW", (0, 1), (-1, -1), 0.75, line),
            ("LINEBELOW", (0, 0), (-1, 0), 1.1, control),
        ]
    )


def box_style(border: str, fill: str | None = None) -> TableStyle:
    """A rounded box around one cell."""
    commands: list[tuple[object, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("BOX", (0, 0), (-1, -1), 0.75, HexColor(border)),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 11),
        ("RIGHTPADDING", (0, 0), (-1, -1), 11),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    ]
    if fill:
        commands.append(("BACKGROUND", (0, 0), (-1, -1), HexColor(fill)))
    return TableStyle(commands)


def layout_style() -> TableStyle:
    """Columns side by side, without any rule."""
    return TableStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), REGULAR),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-2, -1), GUTTER),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
