# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The real styles of a document, so that a word processor can give a table of contents and restyle
the whole: those built in where there are (Titre 1 to 3, Corps de texte, Liste à puces), ours else.
Knows nothing of what is written."""
# the stubs of python-docx do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportOptionalMemberAccess=false

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

BODY, LIST, NUMBERED = "Body Text", "List Bullet", "List Number"
CELL, CELL_HEAD, CELL_NOTE = "Tableau – texte", "Tableau – en-tête", "Tableau – détail"
BOX, SENDER, ADDRESSEE, SIGNATURE = "Cadre", "Expéditeur", "Destinataire", "Signature"
ABOUT, CHOICE, OBJECT, GAP = "Détail", "Case à cocher", "Objet", "Espace"
TOC = {1: "toc 1", 2: "toc 2"}
TABLE = "Tableau Autodiag"
FONT = "Arial"
"""Everywhere, or its equal in width, Liberation Sans."""
INK, ACCENT, SOFT, LINE, GROUND = "1F2430", "1F3A8A", "555B6E", "B9BECB", "F2F4FA"
WIDTH = 17.0
"""Centimetres between the margins of a page A4."""
_FRENCH = "fr-FR"
_INSIDE = "85"
"""Between the rule of a cell and its text, in twentieths of a point."""


def new_document() -> Any:
    """An empty page A4 in French, its styles ready."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm((21 - WIDTH) / 2)
    page.top_margin, page.bottom_margin = Cm(1.8), Cm(1.8)
    page.footer_distance = Cm(0.9)
    _defaults(document)
    _headings(document)
    _texts(document)
    _cells(document)
    _table(document)
    return document


def _defaults(document: Any) -> None:
    """The language and the font of all that says no other."""
    properties = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    run = properties.find(qn("w:rPr"))
    for name in ("w:lang", "w:rFonts"):
        for old in run.findall(qn(name)):
            run.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    run.insert(0, fonts)
    lang = OxmlElement("w:lang")
    for key, value in (("val", _FRENCH), ("eastAsia", _FRENCH), ("bidi", "ar-SA")):
        lang.set(qn(f"w:{key}"), value)
    run.append(lang)
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.font.color.rgb = RGBColor.from_string(INK)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.widow_control = True


def _headings(document: Any) -> None:
    sizes = {"Title": (20, 10, 4), "Subtitle": (12, 0, 10)}
    sizes |= {
        "TOC Heading": (13, 8, 4),
        "Heading 1": (13, 11, 4),
        "Heading 2": (11.5, 8, 3),
        "Heading 3": (10.5, 7, 3),
    }
    for name, (size, before, after) in sizes.items():
        style = _plain(document.styles[name])
        style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
        style.font.color.rgb = RGBColor.from_string(ACCENT if name != "Heading 3" else INK)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        style.paragraph_format.keep_with_next = True
    document.styles["Subtitle"].font.bold = False
    document.styles["Subtitle"].font.color.rgb = RGBColor.from_string(SOFT)


def _plain(style: Any) -> Any:
    """Without the font, spacing and rule that the template gives it."""
    run = style.element.get_or_add_rPr()
    for old in list(run):
        run.remove(old)
    for rule in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(rule)
    return style


def _texts(document: Any) -> None:
    body = document.styles[BODY].paragraph_format
    body.space_after, body.line_spacing = Pt(5), 1.1
    for name in (LIST, NUMBERED):
        form = document.styles[name].paragraph_format
        form.space_after, form.line_spacing = Pt(3), 1.1
    ours = {BOX: 10, SENDER: 10.5, ADDRESSEE: 10.5, SIGNATURE: 10.5, ABOUT: 9.5, CHOICE: 10}
    ours |= {OBJECT: 11, GAP: 4}
    for name, size in ours.items():
        style = _paragraph(document, name, size)
        style.paragraph_format.space_after = Pt(0 if name in (SENDER, ADDRESSEE, GAP) else 3)
    for name in (ADDRESSEE, SIGNATURE):
        document.styles[name].paragraph_format.left_indent = Cm(8.6)
        document.styles[name].paragraph_format.keep_together = True
    choice = document.styles[CHOICE].paragraph_format
    choice.left_indent, choice.first_line_indent = Cm(1.1), Cm(-0.6)
    choice.keep_together = True
    document.styles[SIGNATURE].paragraph_format.keep_with_next = True
    document.styles[OBJECT].font.bold = True
    document.styles[OBJECT].paragraph_format.space_after = Pt(10)
    document.styles[ABOUT].font.color.rgb = RGBColor.from_string(SOFT)
    _frame(document.styles[BOX])
    for level, name in TOC.items():
        form = _paragraph(document, name, 10.5).paragraph_format
        form.left_indent, form.space_after = Cm(0.6 * (level - 1)), Pt(3)
        form.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    for name in ("Header", "Footer"):
        style = document.styles[name]
        style.font.size, style.font.color.rgb = Pt(8.5), RGBColor.from_string(SOFT)


def _paragraph(document: Any, name: str, size: float) -> Any:
    known = name in (*TOC.values(), SIGNATURE)  # names that word processors translate
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=known)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(size)
    style.quick_style = True
    return style


def _frame(style: Any) -> None:
    """A rule around and a light ground: what is to be taken away before the document is used."""
    properties = style.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        rule = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "6"), ("color", LINE)):
            rule.set(qn(f"w:{key}"), value)
        borders.append(rule)
    # in the order that the format wants: borders and ground come before spacing
    at = next((i for i, one in enumerate(properties) if one.tag == qn("w:spacing")), 0)
    properties.insert(at, borders)
    properties.insert(at + 1, shading(GROUND))
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Cm(0.25)


def shading(color: str) -> Any:
    """A ground of that colour, for a paragraph or a cell."""
    ground = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        ground.set(qn(f"w:{key}"), value)
    return ground


def _cells(document: Any) -> None:
    for name, size in ((CELL, 9), (CELL_HEAD, 9), (CELL_NOTE, 8)):
        form = _paragraph(document, name, size).paragraph_format
        form.space_before, form.space_after = Pt(0.5), Pt(0.75)
    document.styles[CELL_HEAD].font.bold = True
    document.styles[CELL_HEAD].paragraph_format.keep_with_next = True
    document.styles[CELL_NOTE].font.color.rgb = RGBColor.from_string(SOFT)


def _table(document: Any) -> None:
    """A light grid, on which the word processor may put another look."""
    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        rule = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            rule.set(qn(f"w:{key}"), value)
        borders.append(rule)
    properties.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _INSIDE)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)
    style.element.append(properties)
