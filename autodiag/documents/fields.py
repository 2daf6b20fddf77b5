# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Fields, bookmarks and marks of a table that python-docx has no words for. Knows no sentence."""
# the stubs of python-docx do not know its inside
# pyright: basic
# ruff: noqa: SLF001  (python-docx keeps its elements to itself)

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def field(paragraph: Any, code: str, shown: str) -> None:
    """A field and what it shows until the word processor reads it: PAGE, NUMPAGES, PAGEREF."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind:
            mark(run, kind)
        else:
            run._r.append(_instruction(text))


def mark(run: Any, kind: str) -> None:
    """One end of a field: begin, separate or end."""
    char = OxmlElement("w:fldChar")
    char.set(qn("w:fldCharType"), kind)
    run._r.append(char)


def instruct(run: Any, code: str) -> None:
    """What the field does."""
    run._r.append(_instruction(code))


def _instruction(code: str) -> Any:
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {code} "
    return text


def bookmark(paragraph: Any, number: int, name: str) -> None:
    """Around what the paragraph holds, so that a link or a page number can name it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for one in (start, end):
        one.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    properties = paragraph._p.pPr
    paragraph._p.insert(0 if properties is None else 1, start)
    paragraph._p.append(end)


def linked(paragraph: Any, name: str) -> Any:
    """A link to a bookmark: what is added to it leads there."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    paragraph._p.append(link)
    return link


def repeat_head(row: Any) -> None:
    """The head of a table, again on each page."""
    head = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(head)


def keep_whole(row: Any) -> None:
    """A row that no page cuts."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def describe(table: Any, text: str) -> None:
    """What a screen reader says of a table, and that its first row is its head."""
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    look = OxmlElement("w:tblLook")
    for key, value in (("val", "0020"), ("firstRow", "1"), ("lastRow", "0"), ("firstColumn", "0")):
        look.set(qn(f"w:{key}"), value)
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), text)
    properties.append(look)
    properties.append(caption)
