# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Make resources/places/places.sqlite from the npm package @etalab/decoupage-administratif.

    npm pack @etalab/decoupage-administratif@6.0.0
    python tools/build_places.py etalab-decoupage-administratif-6.0.0.tgz

The same package gives the same bytes (with the same version of SQLite). Nothing is invented: what
the package does not say stays NULL.
"""

import argparse
import json
import re
import sqlite3
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "places" / "places.sqlite"
sys.path.insert(0, str(ROOT))

from autodiag.places import schema  # noqa: E402
from autodiag.places.keys import name_key, other_keys, plain, word_tails  # noqa: E402

Record = dict[str, Any]

# The package gives figures without their year: checked by their sum against INSEE's release.
POPULATIONS = {
    "6.0.0": "population municipale : communes, Insee 2023 (Mayotte, 2017 ; collectivités "
    "d’outre-mer, autres années) ; "
    "intercommunalités, liste 2026 de la DGCL"
}


class Package:
    """The npm package, as a folder or as the archive that `npm pack` leaves."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def text(self, name: str) -> str:
        """Return one of its files, `name` being relative to the package."""
        if self._path.is_dir():
            return (self._path / name).read_text(encoding="utf-8")
        with tarfile.open(self._path) as archive:
            member = archive.extractfile(f"package/{name}")
            if member is None:
                raise FileNotFoundError(name)
            return member.read().decode("utf-8")

    def records(self, name: str) -> list[Record]:
        """Return one of its data lists."""
        return json.loads(self.text(f"data/{name}.json"))

    def meta(self) -> dict[str, str]:
        """Return what is told of the source, the year being read in the package's own table."""
        about = json.loads(self.text("package.json"))
        version = about["version"]
        row = re.search(
            rf"^\|\s*(\d{{4}})\s*\|\s*{re.escape(version)}\s*\|", self.text("README.md"), re.M
        )
        if row is None:
            raise SystemExit(f"the README of the package gives no year for version {version}")
        return {
            "paquet": about["name"],
            "version": version,
            "millesime": row.group(1),
            "populations": POPULATIONS[version],
        }


@dataclass
class Place:
    """One commune or EPCI on its way to the base."""

    kind: str
    name: str
    code: str
    siren: str | None
    population: int | None
    department: str
    postal_codes: set[str] = field(default_factory=set)
    former: set[tuple[str, str]] = field(default_factory=set)
    epci: "Place | None" = None
    id: int = 0

    @property
    def order(self) -> tuple[object, ...]:
        """Communes first, larger first, unknown population last, then a fixed order."""
        return (self.kind != "commune", -(self.population or 0), plain(self.name), self.code)


def read_places(package: Package) -> list[Place]:
    """Return every current commune and EPCI, numbered in the order of `Place.order`."""
    records = package.records("communes")
    communes = {
        r["code"]: Place(
            "commune", r["nom"], r["code"], r.get("siren"), r.get("population"), r["departement"],
            set(r.get("codesPostaux", ())), {(old, "") for old in r.get("anciensCodes", ())},
        )
        for r in records
        if r["type"] == "commune-actuelle"
    }  # fmt: skip
    for r in records:
        if r["type"] != "commune-actuelle":
            _add_former(communes[r.get("chefLieu") or r["commune"]], r)
    places = [*communes.values(), *_epcis(package, communes)]
    places.sort(key=lambda place: place.order)
    for number, place in enumerate(places, 1):
        place.id = number
    return places


def _add_former(commune: Place, record: Record) -> None:
    """Remember a delegated or associated commune or an arrondissement: it leads to its commune."""
    commune.former.discard((record["code"], ""))
    if record["code"] != commune.code or plain(record["nom"]) != plain(commune.name):
        commune.former.add((record["code"], record["nom"]))


def _epcis(package: Package, communes: dict[str, Place]) -> Iterator[Place]:
    """Yield each EPCI: its département is the one where most of its inhabitants live."""
    for r in package.records("epci"):
        members = [communes[member["code"]] for member in r["membres"]]
        people: Counter[str] = Counter()
        for member in members:
            people[member.department] += member.population or 0
        department = min(people, key=lambda code: (-people[code], code))
        codes = {code for member in members for code in member.postal_codes}
        epci = Place(
            "epci", r["nom"], r["code"], r["code"], r["populationMunicipale"], department, codes
        )
        for member in members:
            member.epci = epci
        yield epci


def key_rows(place: Place) -> set[tuple[str, int, int]]:
    """Return what the place is found by: its name, each word of it, its former names."""
    key = name_key(place.name)
    found: dict[str, int] = {}
    for text in word_tails(key):
        found[text] = schema.WORD
    for text in other_keys(key):
        found[text] = schema.OTHER
    found[key] = schema.WHOLE
    for _, name in place.former:
        for text in (name_key(name), *other_keys(name_key(name))) if name else ():
            found.setdefault(text, schema.FORMER)
    return {(text, place.id, start) for text, start in found.items()}


def words_row(place: Place, departments: dict[str, str]) -> tuple[int, str, str]:
    """Return every word of the name with the codes of the place, and its département's name."""
    key = name_key(place.name)
    codes = sorted(place.postal_codes) if place.kind == "commune" else []
    name = " ".join([key, *other_keys(key), place.department.lower(), *codes])
    return place.id, name, plain(departments[place.department])


def inside_row(place: Place) -> tuple[int, str]:
    """Return the name without spaces, cut in trigrams by the index."""
    return place.id, name_key(place.name).replace(" ", "")


def write(target: Path, package: Package) -> dict[str, int]:
    """Write the base at `target`, in place of an older one, and return its row counts."""
    rows = _rows(package, read_places(package))
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    base = sqlite3.connect(fresh, isolation_level=None)
    base.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
    base.executescript(schema.TABLES)
    base.execute("BEGIN")
    for table, values in rows.items():
        marks = ",".join("?" * len(values[0]))
        columns = schema.INDEXES.get(table, "")
        base.executemany(f"INSERT INTO {table} {columns} VALUES ({marks})", values)
    for index in schema.INDEXES:
        base.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    base.execute("COMMIT")
    base.execute(f"PRAGMA user_version={schema.VERSION}")
    base.execute("VACUUM")
    base.close()
    fresh.replace(target)
    return {table: len(values) for table, values in rows.items()}


def _rows(package: Package, places: list[Place]) -> dict[str, list[tuple[object, ...]]]:
    current = {place.code for place in places}
    kinds = Counter(place.kind for place in places)
    departments = package.records("departements")
    names = {r["code"]: r["nom"] for r in departments}
    meta = package.meta() | {"communes": str(kinds["commune"]), "epci": str(kinds["epci"])}
    return {
        "meta": sorted(meta.items()),
        "region": _sorted((r["code"], r["nom"]) for r in package.records("regions")),
        "department": _sorted((r["code"], r["nom"], r["region"]) for r in departments),
        "place": [_place_row(place) for place in places],
        "postal": _sorted((code, place.id) for place in places for code in place.postal_codes),
        "former": _sorted(
            # the code of a former commune may be its heir's own: it is then no former code
            ("" if code in current else code, name, place.id)
            for place in places
            for code, name in place.former
            if name or code not in current
        ),
        "key": _sorted(row for place in places for row in key_rows(place)),
        "words": [words_row(place, names) for place in places],
        "inside": [inside_row(place) for place in places],
    }


def _place_row(place: Place) -> tuple[object, ...]:
    insee = place.code if place.kind == "commune" else None
    epci = place.epci.id if place.epci else None
    return (
        place.id, place.kind, insee, place.siren, place.name, place.population, place.department,
        epci,
    )  # fmt: skip


def _sorted(rows: Iterable[tuple[Any, ...]]) -> list[tuple[object, ...]]:
    return sorted(set(rows))


def main() -> None:
    """Build the base from the package named on the command line."""
    parser = argparse.ArgumentParser(description="Make the places base from the npm package.")
    parser.add_argument("package", type=Path, help="the archive of npm pack, or its folder")
    parser.add_argument("-o", "--output", type=Path, default=TARGET)
    arguments = parser.parse_args()
    counts = write(arguments.output, Package(arguments.package))
    for table, count in counts.items():
        print(f"{table:12} {count:7}")
    print(f"{arguments.output.name}: {arguments.output.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
