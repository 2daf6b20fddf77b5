# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Walks the content streams of a PDF, operator by operator: what is painted, and inside which mark.
Reads our own files alone: objects written one by one, without encryption."""

import re
import zlib
from collections.abc import Iterator

PAINTS = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"}
PAINTS |= {b"sh", b"Do", b"BI"}
_TOKEN = re.compile(
    rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s<>\[\]()/]*"
    rb"|[\[\]]|[^\s<>\[\]()/]+",
    re.DOTALL,
)


def pages(data: bytes) -> list[bytes]:
    """The content of each page, in order."""
    found = re.findall(rb"/Contents (\d+) 0 R", data)
    return [_stream(data, int(number)) for number in found]


def _stream(data: bytes, number: int) -> bytes:
    start = re.search(rb"(?:^|[\r\n])%d 0 obj\b" % number, data)
    assert start, number
    begin = data.index(b"stream", start.end())
    head = data[start.end() : begin]
    length = re.search(rb"/Length (\d+)", head)
    assert length, head
    first = begin + len(b"stream") + (2 if data[begin + 6 : begin + 8] == b"\r\n" else 1)
    body = data[first : first + int(length.group(1))]
    return zlib.decompress(body) if b"FlateDecode" in head else body


def operators(content: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    """Each operator and its operands."""
    operands: list[bytes] = []
    for token in _TOKEN.findall(content):
        if re.match(rb"[A-Za-z'\"]", token) and token not in (b"true", b"false", b"null"):
            yield token, operands
            operands = []
        else:
            operands.append(token)


def faults(content: bytes) -> list[str]:
    """What is painted outside any mark, and marks that do not close or stand inside one another."""
    found: list[str] = []
    open_marks: list[bytes] = []
    painted = 0
    for operator, operands in operators(content):
        match operator:
            case b"BMC" | b"BDC":
                if open_marks:
                    found.append(f"{operands[0]!r} inside {open_marks[-1]!r}")
                found += _unmarked(operator, operands)
                open_marks.append(operands[0])
            case b"EMC":
                if not open_marks:
                    found.append("a mark closed twice")
                else:
                    open_marks.pop()
            case _ if operator in PAINTS:
                painted += 1
                if not open_marks:
                    found.append(f"{operator!r} is neither tagged nor an artifact")
            case _:
                pass
    if open_marks:
        found.append(f"{open_marks!r} still open")
    return found if painted else [*found, "nothing is painted"]


def _unmarked(operator: bytes, operands: list[bytes]) -> list[str]:
    """What opens must be an artifact, or have its number in the tree."""
    marked = b"/MCID" in operands if operator == b"BDC" else operands == [b"/Artifact"]
    return [] if marked else [f"{operands[0]!r} is neither numbered nor an artifact"]
