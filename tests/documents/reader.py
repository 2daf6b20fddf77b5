# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A document read back as python-docx sees it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

YELLOW = WD_COLOR_INDEX.YELLOW


class Read:
    """What a document says, in what styles."""

    def __init__(self, data: bytes) -> None:
        self.document: Any = Document(BytesIO(data))

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        """In order, those of the tables too, and those of the foot."""
        for item in self.document.iter_inner_content():
            if isinstance(item, Table):
                for row in item.rows:
                    for cell in row.cells:
                        yield from cell.paragraphs
            else:
                yield item
        yield from self.document.sections[0].footer.paragraphs

    @property
    def sentences(self) -> list[str]:
        """One a paragraph."""
        return [one.text for one in self.paragraphs if one.text.strip()]

    @property
    def text(self) -> str:
        """Everything, one paragraph a line."""
        return "\n".join(self.sentences)

    def headings(self, level: int) -> list[str]:
        """The titles of that level."""
        name = f"Heading {level}"
        return [one.text for one in self.paragraphs if one.style and one.style.name == name]

    @property
    def blanks(self) -> list[str]:
        """What is in yellow."""
        runs = (run for one in self.paragraphs for run in one.runs)
        return [run.text for run in runs if run.font.highlight_color == YELLOW]

    def styles(self) -> set[str]:
        """Those in use."""
        return {one.style.name for one in self.paragraphs if one.style and one.style.name}

    @property
    def heads(self) -> list[tuple[list[str], bool]]:
        """The first row of each table, and whether it comes again on each page."""
        return [
            (
                [cell.text for cell in table.rows[0].cells],
                table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None,
            )
            for table in self.document.tables
        ]
