# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The structure tree of a tagged PDF: its elements, and how they and the metadata are written.

Knows PDF objects; knows nothing of drawing or of the report’s sections.
"""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false
# pyright: reportCallIssue=false, reportOperatorIssue=false

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any

from reportlab import rl_config
from reportlab.lib import rl_accel
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary, PDFObject
from reportlab.pdfgen import canvas, pathobject, textobject

LANGUAGE = "fr-FR"
_ESCAPES = dict(rl_accel._ESCAPEDICT)  # noqa: SLF001


class Node:
    """One structure element. `kids`: Nodes, (page, mcid) pairs, annotations, in reading order.

    `once`: drawn again (a repeated table head), it is decoration. `live`: made while drawing.
    """

    __slots__ = ("attrs", "drawn", "keys", "kids", "kind", "live", "obj", "once", "parent")

    def __init__(
        self,
        kind: str,
        parent: "Node | None" = None,
        *,
        once: bool = False,
        live: bool = False,
        attrs: str = "",
        **keys: str,
    ) -> None:
        self.kind, self.parent, self.keys, self.attrs = kind, parent, keys, attrs
        self.once, self.live, self.drawn = once, live, False
        self.kids: list[Any] = []
        self.obj: RawObject | None = None
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator["Node"]:
        """The node and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def shows_something(self) -> bool:
        """Whether anything was drawn for it: an element without content is left out."""
        return any(not isinstance(kid, Node) or kid.shows_something() for kid in self.kids)


class RawObject(PDFObject):
    """A ready-made object body, always written as an indirect object."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.body = ""

    def format(self, document: Any) -> bytes:
        """The body as it goes to the file."""
        return self.body.encode("latin-1")


def prepare_reportlab() -> None:
    """The two repairs to reportlab that tagging needs, and plain binary streams, a quarter shorter
    than its ASCII ones; harmless when done twice."""
    rl_config.useA85 = 0
    # PDFPage only writes the keys it knows; these two are what tagging adds to a page.
    for key in ("StructParents", "Tabs"):
        if key not in pdfdoc.PDFPage.__NoDefault__:
            pdfdoc.PDFPage.__NoDefault__.append(key)
    ttfonts.makeToUnicodeCMap = _unicode_map
    canvas.escapePDF = escaped
    for module in (canvas, pathobject, textobject):
        module.fp_str = numbers


def numbers(*values: Any) -> str:
    """Numbers as PDF writes them, to a ten-thousandth of a point; reportlab’s own way, in Python,
    is several times slower and is called twenty thousand times a report."""
    if len(values) == 1 and isinstance(values[0], tuple | list):
        values = tuple(values[0])
    return " ".join([_number_text(value) for value in values])


@lru_cache(maxsize=8192)
def _number_text(value: float) -> str:
    """One number; of those of a report, nine in ten were written before."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escaped(text: bytes | str) -> str:
    """What a PDF string holds between its parentheses, as reportlab writes it, letter by letter no
    more."""
    return (text.decode("latin-1") if isinstance(text, bytes) else text).translate(_ESCAPES)


def _unicode_map(_name: str, subset: list[int]) -> str:
    """Reportlab maps code 0 to U+0000, which is no character, and writes over-long blocks."""
    pairs = [
        f"<{i:02X}> <{chr(v).encode('utf-16-be').hex().upper()}>" for i, v in enumerate(subset) if v
    ]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    body = "\n".join("\n".join([f"{len(b)} beginbfchar", *b, "endbfchar"]) for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}\nendcmap\n"
        "CMapName currentdict /CMap defineresource pop\nend\nend"
    )


def write_tree(
    document: Any, tree: Node, pages: list[list[Node]], annotations: list[tuple[int, Node]]
) -> None:
    """Adds the tree and its ParentTree to the document. `pages`: the node of each mark, by page."""
    root = RawObject()
    root_number = _number(document.Reference(root), document)
    nodes = [node for node in tree.walk() if node.shows_something()]
    for node in nodes:
        node.obj = RawObject()
    number = {id(node): _number(document.Reference(node.obj), document) for node in nodes}
    page_number = [_number(document.Reference(p), document) for p in document.Pages.pages]
    for node in nodes:
        assert node.obj is not None
        parent = number.get(id(node.parent), root_number)
        node.obj.body = _element(node, number, page_number, parent, document)
    lines = [f"{i} [{' '.join(number[id(n)] for n in marks)}]" for i, marks in enumerate(pages)]
    lines += [f"{key} {number[id(node)]}" for key, node in annotations]
    next_key = max([len(pages), *(key + 1 for key, _ in annotations)])
    root.body = (
        f"<< /Type /StructTreeRoot /K {number[id(tree)]} "
        f"/ParentTree << /Nums [{chr(10).join(lines)}] >> /ParentTreeNextKey {next_key} >>"
    )
    document.Catalog.StructTreeRoot = root


def _number(reference: Any, document: Any) -> str:
    return reference.format(document).decode()


def _element(
    node: Node, number: dict[int, str], page: list[str], parent: str, document: Any
) -> str:
    pages = {kid[0] for kid in node.kids if isinstance(kid, tuple) and kid[0] != "annot"}
    own = min(pages) if pages else None
    kids: list[str] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            if id(kid) in number:
                kids.append(number[id(kid)])
        elif kid[0] == "annot":
            reference = _number(kid[1], document)
            kids.append(f"<< /Type /OBJR /Obj {reference} /Pg {page[kid[2]]} >>")
        elif kid[0] == own:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<< /Type /MCR /Pg {page[kid[0]]} /MCID {kid[1]} >>")
    out = [f"<< /Type /StructElem /S /{node.kind} /P {parent} /K [{' '.join(kids)}]"]
    if own is not None:
        out.append(f"/Pg {page[own]}")
    out += [f"/{key} {_text(value)}" for key, value in node.keys.items() if value]
    if node.attrs:
        out.append(f"/A {node.attrs}")
    return " ".join(out) + " >>"


def _text(value: str) -> str:
    """A PDF text string as hex UTF-16: safe inside a content stream too."""
    return "<FEFF" + value.encode("utf-16-be").hex().upper() + ">"


def write_metadata(document: Any, title: str, day: date) -> None:
    """Marks the document as tagged, with its title and language. It claims to conform to no norm
    of accessible PDF: no validator has judged it."""
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    named = escape(title, quote=False)
    moment = f"{day}T00:00:00+00:00"
    packet = _XMP.format(bom="\ufeff", title=named, language=LANGUAGE, day=moment).encode()
    document.Catalog.Metadata = XMP(creator=lambda _document: packet)


_XMP = """<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><pdf:Producer>ReportLab PDF Library</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
