# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The list of communes and EPCI: opened read-only, looked up by code or by what someone types.

Each look-up reads a few pages of the file: the list is never held in memory.
"""

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self, cast

from autodiag.errors import AutodiagError
from autodiag.model.authority import Kind, LocalAuthority
from autodiag.places import schema
from autodiag.places.identifiers import ascii_code, normal_siren
from autodiag.places.near import unknown_insee
from autodiag.places.search import find

# more than anyone reads, and fewer than a query takes
_LIMIT_MAX = 500
_IDENTITY = """
SELECT p.id, p.name, p.kind, p.insee, p.siren, p.population, d.code, d.name, r.name, e.siren, e.name
FROM place AS p JOIN department AS d ON d.code = p.department JOIN region AS r ON r.code = d.region
LEFT JOIN place AS e ON e.id = p.epci
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A search result. `former` is the former name or district that was found, else empty.

    `near`: a proposal, close to what was typed (another spelling, the round code of a big city).
    """

    authority: LocalAuthority
    former: str = ""
    near: bool = False


class Places:
    """The places base at `path`. One thread at a time; raises `lieux_illisibles`."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with _reading():
            self._base = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            self.meta = self._read_meta()
        except AutodiagError:
            self._base.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def vintage(self) -> str:
        """The year the list describes («millésime»), as published."""
        return self.meta["millesime"]

    def close(self) -> None:
        """Give the file back."""
        self._base.close()

    def search(self, text: str, limit: int = 10) -> list[Match]:
        """Return the places meant by a name, postal code, INSEE code, SIREN or SIRET.

        At most `limit`, itself at most 500.
        Best first: exact name (with the very accents typed before others), start of the name,
        start of a word, former name, every word somewhere, middle of a word (from three letters).
        At equal rank communes before EPCI, then by decreasing population. When nothing is so
        found: the name with its département, the EPCI of a name, then proposals that are `near`.
        Any text is accepted; what means nothing finds nothing.
        """
        with _reading():
            hits = find(self._base, text, min(max(0, limit), _LIMIT_MAX))
            authorities = self._authorities([hit.place for hit in hits])
        found = [Match(authorities[hit.place], hit.former, hit.near) for hit in hits]
        typed = " ".join(text.split()).casefold()
        return sorted(found, key=lambda match: match.authority.name.casefold() != typed)

    def by_insee(self, code: str) -> LocalAuthority:
        """Return the current commune of an INSEE code.

        Raises `insee_inconnu` with the ones close to it, `insee_invalide` for an empty text.
        """
        with _reading():
            found = self._one("insee", ascii_code(code))
            if found is None:
                raise unknown_insee(self._base, code)
        return found

    def by_siren(self, siren_or_siret: str) -> LocalAuthority:
        """Return the place of a SIREN or SIRET. Raises `siren_inconnu` or as `normal_siren`."""
        siren = normal_siren(siren_or_siret)
        with _reading():
            found = self._one("siren", siren)
        if found is None:
            raise AutodiagError("siren_inconnu", siren=siren)
        return found

    def members(self, epci_siren: str) -> list[LocalAuthority]:
        """Return the communes of an EPCI, larger first; none for an unknown SIREN."""
        with _reading():
            rows = self._base.execute(
                "SELECT place.id FROM place JOIN place AS own ON place.epci = own.id"
                " WHERE own.siren = ? ORDER BY place.id",
                (ascii_code(epci_siren),),
            ).fetchall()
            return list(self._authorities([row[0] for row in rows]).values())

    def _read_meta(self) -> dict[str, str]:
        with _reading():
            version = self._base.execute("PRAGMA user_version").fetchone()[0]
            if version != schema.VERSION:
                raise AutodiagError("lieux_illisibles")
            return dict(self._base.execute("SELECT name, value FROM meta").fetchall())

    def _one(self, column: Literal["insee", "siren"], code: str) -> LocalAuthority | None:
        row = self._base.execute(f"SELECT id FROM place WHERE {column} = ?", (code,)).fetchone()  # noqa: S608
        return self._authorities([row[0]])[row[0]] if row else None

    def _authorities(self, ids: Sequence[int]) -> dict[int, LocalAuthority]:
        """Return the places of these numbers, in their order."""
        marks = ",".join("?" * len(ids))
        codes: dict[int, list[str]] = {place: [] for place in ids}
        for place, code in self._base.execute(
            f"SELECT place, code FROM postal WHERE place IN ({marks}) ORDER BY code",  # noqa: S608
            ids,
        ):
            codes[place].append(code)
        rows = self._base.execute(f"{_IDENTITY} WHERE p.id IN ({marks})", ids)
        found = {row[0]: _authority(row, codes[row[0]]) for row in rows}
        return {place: found[place] for place in ids}


@contextmanager
def _reading() -> Generator[None, None, None]:
    """Say in French that the file cannot be read."""
    try:
        yield
    except sqlite3.Error as error:
        raise AutodiagError("lieux_illisibles") from error


def _authority(row: tuple[object, ...], postal_codes: Sequence[str]) -> LocalAuthority:
    _, name, kind, insee, siren, population, code, department, region, epci_siren, epci = row
    return LocalAuthority(
        name=str(name),
        kind=cast("Kind", kind),
        insee=cast("str", insee or ""),
        siren=cast("str", siren or ""),
        population=cast("int | None", population),
        postal_codes=tuple(postal_codes),
        department_code=str(code),
        department=str(department),
        region=str(region),
        epci_siren=cast("str", epci_siren or ""),
        epci_name=cast("str", epci or ""),
    )
