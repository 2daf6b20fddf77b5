# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The file of a pack: one TOML text, read within limits whoever made it, and written. Every fault
is said at once, in French. Knows neither questionnaires nor names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar, cast

import tomli

from autodiag.benchmarks.pack_rules import check_pack
from autodiag.benchmarks.packs import KINDS, Pack, PackCell, PackGroup, PackHead
from autodiag.benchmarks.predicate import parse_predicate
from autodiag.benchmarks.tables import suggestion
from autodiag.errors import AutodiagError
from autodiag.model.authority import Kind
from autodiag.model.benchmark import Term

FORMAT = 1
MAX_BYTES, MAX_LINE = 300_000, 1_000
MAX_GROUPS, MAX_CELLS = 40, 2_000
MAX_PEOPLE = 40_000_000
_NOWHERE = date(2000, 1, 1)
_TOO_BIG = f"plus de {MAX_BYTES // 1000}\u00a0000 octets, c’est trop pour un paquet."
Table = Mapping[str, object]
Read = TypeVar("Read")


def read_pack(path: Path) -> Pack:
    """The pack of a file. Raises AutodiagError("paquet_fautif") with every fault, or
    "paquet_introuvable"."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise AutodiagError("paquet_introuvable", fichier=path.name) from None
    return parse_pack(data, path.name)


def parse_pack(data: bytes, name: str) -> Pack:
    """The pack of these bytes; `name` is how the file is called."""
    faults: list[str] = []
    pack = _pack(_table(data, faults), faults)
    if not faults:
        faults += check_pack(pack)
    if faults:
        raise refused(faults, name)
    return pack


def refused(faults: Sequence[str], name: str) -> AutodiagError:
    """What is raised for a file that has faults."""
    count = "1 point" if len(faults) == 1 else f"{len(faults)} points"
    return AutodiagError("paquet_fautif", details=faults, combien=count, fichier=name)


def _table(data: bytes, faults: list[str]) -> Table:
    if len(data) > MAX_BYTES:
        faults.append(_TOO_BIG)
        return {}
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        if any(len(line) > MAX_LINE for line in text.split("\n")):
            faults.append(f"une ligne dépasse {MAX_LINE} caractères.")
            return {}
        return tomli.loads(text)
    except UnicodeDecodeError:
        faults.append("ce texte n’est pas en UTF-8.")
    except tomli.TOMLDecodeError as error:
        faults.append(f"ligne {error.lineno}\u00a0: l’écriture est incorrecte.")
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        faults.append("trop de crochets les uns dans les autres, ou un nombre trop long.")
    return {}


@dataclass(frozen=True, slots=True)
class _Part:
    """One table of the file. Each reader returns a harmless value after it has noted a fault."""

    place: str
    values: Table
    faults: list[str]

    def fault(self, said: str) -> None:
        self.faults.append(f"{self.place}\u00a0: {said}")

    def only(self, known: Sequence[str]) -> None:
        for key in sorted(self.values.keys() - set(known)):
            shown = key[:40]
            self.fault(f"«\u202f{shown}\u202f» n’a pas sa place ici{suggestion(shown, known)}.")

    def text(self, key: str, longest: int, *, required: bool = True) -> str:
        value = self.values.get(key, "")
        text = value.strip() if isinstance(value, str) else ""
        if not isinstance(value, str) or (required and not text):
            self.fault(f"«\u202f{key}\u202f» doit être un texte.")
        if len(text) > longest:
            self.fault(f"«\u202f{key}\u202f» dépasse {longest} caractères.")
        if not all(letter.isprintable() or letter in "\u00a0\u202f" for letter in text):
            self.fault(f"«\u202f{key}\u202f» contient un caractère invisible.")
        return text[:longest]

    def whole(self, key: str, most: int, *, required: bool = True) -> int | None:
        value = self.values.get(key)
        if value is None and not required:
            return None
        if type(value) is not int or not 0 <= value <= most:
            self.fault(f"«\u202f{key}\u202f» doit être un nombre entier, de 0 à {most}.")
            return 0
        return value

    def day(self, key: str) -> date:
        value = self.values.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self.fault(f"«\u202f{key}\u202f» doit être une date, ainsi\u00a0: 2026-11-22.")
        return _NOWHERE


def _pack(table: Table, faults: list[str]) -> Pack:
    if faults:
        return Pack(_head(_Part("", {}, [])), (), ())
    _Part("fichier", table, faults).only(("paquet", "groupes", "cellules"))
    value = table.get("paquet")
    given: Table = cast("Table", value) if isinstance(value, dict) else {}
    head = _head(_Part("[paquet]", given, faults))
    groups = _each(table, "groupes", MAX_GROUPS, _group, faults)
    cells = _each(table, "cellules", MAX_CELLS, _cell, faults)
    if len({group.id for group in groups}) < len(groups):
        faults.append("[[groupes]]\u00a0: deux groupes ont le même «\u202fid\u202f».")
    return Pack(head, tuple(groups), tuple(cells))


def _each(
    table: Table, key: str, most: int, read: Callable[[_Part], Read], faults: list[str]
) -> list[Read]:
    value = table.get(key)
    rows = cast("list[object]", value) if isinstance(value, list) else []
    if not rows:
        faults.append(f"[[{key}]]\u00a0: il en faut au moins un.")
    if len(rows) > most:
        faults.append(f"[[{key}]]\u00a0: {most} au plus.")
    made: list[Read] = []
    for number, row in enumerate(rows[:most], start=1):
        given: Table = cast("Table", row) if isinstance(row, dict) else {}
        made.append(read(_Part(f"{key}, n°\u00a0{number}", given, faults)))
    return made


_HEAD = (
    "format", "territoire", "auteur", "du", "au", "questionnaire", "version", "contact",
    "avertissement",
)  # fmt: skip


def _head(part: _Part) -> PackHead:
    part.only(_HEAD)
    if part.values.get("format") != FORMAT:
        part.fault(
            f"«\u202fformat\u202f» doit être {FORMAT}\u00a0: cette version n’en lit pas d’autre."
        )
    head = PackHead(
        territory=part.text("territoire", 80),
        author=part.text("auteur", 120),
        first=part.day("du"),
        last=part.day("au"),
        questionnaire=part.text("questionnaire", 60),
        version=part.whole("version", 10_000) or 0,
        contact=part.text("contact", 120, required=False),
        warning=part.text("avertissement", 400, required=False),
    )
    if head.first > head.last:
        part.fault("«\u202fdu\u202f» vient après «\u202fau\u202f».")
    return head


def _group(part: _Part) -> PackGroup:
    part.only(("id", "type", "population_min", "population_max", "nombre"))
    kind: Kind | None = next((one for one in KINDS if one == part.values.get("type")), None)
    if kind is None:
        part.fault("«\u202ftype\u202f» doit être commune ou epci.")
    low = part.whole("population_min", MAX_PEOPLE, required=False)
    high = part.whole("population_max", MAX_PEOPLE, required=False)
    if low is not None and high is not None and low > high:
        part.fault("«\u202fpopulation_min\u202f» dépasse «\u202fpopulation_max\u202f».")
    number = part.whole("nombre", 40_000) or 0
    return PackGroup(part.text("id", 60), kind or KINDS[0], low, high, number)


def _cell(part: _Part) -> PackCell:
    part.only(("question", "groupe", "condition", "n", "part"))
    terms: tuple[Term, ...] = ()
    try:
        terms = parse_predicate(part.text("condition", 120))
    except ValueError as error:
        part.fault(f"{error}.")
    if len(terms) > 1:
        part.fault("«\u202fcondition\u202f» ne compare qu’une chose.")
    return PackCell(
        question=part.text("question", 60),
        group=part.text("groupe", 60),
        term=terms[0] if terms else Term("niveau", ">=", "0"),
        n=part.whole("n", 40_000) or 0,
        share=part.whole("part", 100) or 0,
    )


_OPENING = """\
# Un paquet de repères d’Autodiag\u00a0: des parts, jamais une collectivité.
# Le format est décrit dans docs/paquets-de-reperes.md.
"""


def write_pack(pack: Pack) -> str:
    """The text of the file, which `parse_pack` reads back."""
    head = pack.head
    lines = [_OPENING, "[paquet]", f"format = {FORMAT}"]
    lines += [f"territoire = {_quoted(head.territory)}", f"auteur = {_quoted(head.author)}"]
    lines += [f"du = {head.first.isoformat()}", f"au = {head.last.isoformat()}"]
    lines += [f"questionnaire = {_quoted(head.questionnaire)}", f"version = {head.version}"]
    for key, text in (("contact", head.contact), ("avertissement", head.warning)):
        lines += [f"{key} = {_quoted(text)}"] if text else []
    for group in pack.groups:
        lines += ["", "[[groupes]]", f"id = {_quoted(group.id)}", f"type = {_quoted(group.kind)}"]
        bounds = (
            ("population_min", group.population_min),
            ("population_max", group.population_max),
        )
        lines += [f"{key} = {value}" for key, value in bounds if value is not None]
        lines.append(f"nombre = {group.number}")
    for cell in pack.cells:
        lines += ["", "[[cellules]]", f"question = {_quoted(cell.question)}"]
        lines += [f"groupe = {_quoted(cell.group)}", f"condition = {_quoted(_said(cell.term))}"]
        lines += [f"n = {cell.n}", f"part = {cell.share}"]
    return "\n".join(lines) + "\n"


def _said(term: Term) -> str:
    return f"{term.kind}{term.comparison}{term.value}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
