# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A document being written: headings, sentences, lists, tables, in real styles, and its bytes.

Decides how things look, and nothing of what is said.
"""
# the stubs of python-docx do not know its inside
# pyright: basic, reportAttributeAccessIssue=false
# ruff: noqa: SLF001  (python-docx keeps its elements to itself)

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from autodiag.documents import fields, styles
from autodiag.documents.styles import (
    BODY,
    BOX,
    CELL,
    CELL_HEAD,
    GAP,
    LIST,
    NUMBERED,
    SENDER,
    WIDTH,
)
from autodiag.documents.words import Piece, Said, pieces_of, text_of

LOGO_HEIGHT, LOGO_WIDTH = 2.0, 6.0
"""Centimetres."""
Line = tuple[Said, str]
"""A sentence and its style."""
Cell = Said | Sequence[Line]
"""One sentence, or several paragraphs."""


@dataclass(frozen=True, slots=True)
class About:
    """The properties of a document: what a list of files shows of it."""

    title: str
    author: str
    subject: str
    made_on: date


class Sheet:
    """Written from the top down; `data` gives the file."""

    def __init__(self, about: About) -> None:
        self._document = styles.new_document()
        # looked up once: python-docx reads all the styles again for each paragraph
        self._ids = {style.name: style.style_id for style in self._document.styles}
        self._headings: list[tuple[int, str, str]] = []
        self._contents: Paragraph | None = None
        properties = self._document.core_properties
        properties.title, properties.author = about.title, about.author
        properties.subject, properties.language = about.subject, "fr-FR"
        properties.created = properties.modified = datetime.combine(
            about.made_on, datetime.min.time()
        )
        properties.last_modified_by, properties.comments = about.author, ""
        properties.keywords, properties.revision = "", 1

    def logo(self, data: bytes, said: str) -> None:
        """A picture at the top, that `read_logo` took."""
        paragraph = self.text("", SENDER)
        paragraph.paragraph_format.space_after = Cm(0.2)
        picture = paragraph.add_run().add_picture(BytesIO(data), height=Cm(LOGO_HEIGHT))
        if picture.width > Cm(LOGO_WIDTH):
            picture.height = int(picture.height * Cm(LOGO_WIDTH) / picture.width)
            picture.width = Cm(LOGO_WIDTH)
        picture._inline.docPr.set("descr", said)
        for side in "TBLR":  # else LibreOffice takes a third of a centimetre on each
            picture._inline.set(f"dist{side}", "0")

    def title(self, said: Said, subtitle: Said = "") -> None:
        """The name of the document, and what it is about."""
        self.text(said, "Title")
        if subtitle:
            self.text(subtitle, "Subtitle")

    def heading(self, level: int, said: Said) -> None:
        """A title of level 1 to 3, which the table of contents names."""
        paragraph = self.text(said, f"Heading {level}")
        number = len(self._headings) + 1
        name = f"_Toc{number:06}"
        fields.bookmark(paragraph, number, name)
        self._headings.append((level, text_of(said), name))

    def text(self, said: Said, style: str = BODY) -> Any:
        """One paragraph."""
        paragraph = self._document.add_paragraph()
        paragraph._p.style = self._ids[style]
        _write(paragraph, said)
        return paragraph

    def lead(self, said: Said, style: str = BODY) -> None:
        """A paragraph that no page parts from what it announces."""
        self.text(said, style).paragraph_format.keep_with_next = True

    def hold(self) -> None:
        """What was written last stays with what comes next: no page begins with a signature."""
        self._document.paragraphs[-1].paragraph_format.keep_with_next = True

    def lines(self, lines: Iterable[Said], style: str) -> None:
        """One paragraph each."""
        for line in lines:
            self.text(line, style)

    def items(self, said: Iterable[Said], *, numbered: bool = False) -> None:
        """A list."""
        for one in said:
            self.text(one, NUMBERED if numbered else LIST)

    def box(self, said: Iterable[Said]) -> None:
        """A frame: what whoever uses the document must know first."""
        told = [one for one in said if text_of(one)]
        for one in told[:-1]:
            self.lead(one, BOX)
        for one in told[-1:]:
            self.text(one, BOX)
            self.text("", GAP)

    def table(
        self,
        head: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        shares: Sequence[float],
        said: str,
    ) -> None:
        """Its head comes again on each page and no page cuts a row; `shares` are the relative
        widths; `said` is what a screen reader says of it."""
        table = self._document.add_table(rows=1, cols=len(head), style=styles.TABLE)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        fields.describe(table, said)
        fields.repeat_head(table.rows[0])
        widths = [Cm(WIDTH * share / sum(shares)) for share in shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for cell in self._row(table.rows[0], [[(text, CELL_HEAD)] for text in head], widths):
            cell._tc.get_or_add_tcPr().append(styles.shading(styles.GROUND))
        for row in rows:
            line = table.add_row()
            fields.keep_whole(line)
            self._row(line, row, widths)
        self.text("", GAP)

    def _row(self, line: Any, what: Sequence[Cell], widths: Sequence[Any]) -> Sequence[Any]:
        """Its cells, filled. They are looked for once: that too takes time."""
        cells = line.cells
        for cell, one, width in zip(cells, what, widths, strict=True):
            cell.width = width
            for number, (said, style) in enumerate(_lines(one)):
                paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
                paragraph._p.style = self._ids[style]
                _write(paragraph, said)
        return cells

    def contents(self, title: str) -> None:
        """Here comes the table of contents, once all is written."""
        self.text(title, "TOC Heading")
        self._contents = self._document.add_paragraph(style=styles.TOC[1])

    def footer(self, said: Said, page: str, of: str) -> None:
        """At the foot of each page, with its number."""
        paragraph = self._document.sections[0].footer.paragraphs[0]
        _write(paragraph, said)
        paragraph.add_run(f" · {page}\u00a0")
        fields.field(paragraph, "PAGE", "1")
        paragraph.add_run(f"\u00a0{of}\u00a0")
        fields.field(paragraph, "NUMPAGES", "1")

    def data(self) -> bytes:
        """The file."""
        if self._contents is not None:
            self._fill_contents(self._contents)
            self._contents = None
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _fill_contents(self, place: Paragraph) -> None:
        """A field that the word processor reads again when asked, filled with today’s headings. It
        alone knows their pages: until then there is no number, rather than a wrong one. Asked to
        read it at opening, Word would begin with a question about « other files »."""
        listed = [one for one in self._headings if one[0] in styles.TOC]
        for number, (level, text, name) in enumerate(listed):
            paragraph = place.insert_paragraph_before("", styles.TOC[level])
            if number == 0:
                fields.mark(paragraph.add_run(), "begin")
                fields.instruct(paragraph.add_run(), r'TOC \o "1-2" \h \z \u')
                fields.mark(paragraph.add_run(), "separate")
            Paragraph(fields.linked(paragraph, name), paragraph._parent).add_run(text)
        fields.mark(place.add_run(), "end")


def _write(paragraph: Any, said: Said) -> None:
    """Each piece in a run: bold, or the yellow of what is to be completed."""
    for piece in pieces_of(said):
        run = paragraph.add_run(piece.text)
        if piece.bold:
            run.bold = True
        if piece.blank:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _lines(what: Cell) -> Sequence[Line]:
    if isinstance(what, str) or not what or isinstance(what[0], Piece):
        return [(what, CELL)]  # type: ignore[list-item]
    return what  # type: ignore[return-value]
