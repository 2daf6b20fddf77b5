# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Makes a pack of figures (contract B6) from a folder of dossiers, of which copies are read:
`python tools/make_pack.py DIR -o P.toml --territoire T --auteur A`."""

import getpass
import shutil
import sys
from argparse import ArgumentParser, Namespace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from autodiag.benchmarks.pack_file import write_pack
from autodiag.benchmarks.pack_making import Contribution, make_pack
from autodiag.benchmarks.packs import Pack, PackHead
from autodiag.bundle import installed
from autodiag.catalogue.answers import fitting_all
from autodiag.catalogue.load import load_packed, load_questionnaire
from autodiag.dossier.author import Author
from autodiag.dossier.fillings import latest
from autodiag.dossier.opening import open_dossier
from autodiag.errors import AutodiagError
from autodiag.local import check_pack_file


def main() -> int:
    options = _options()
    target = Path(options.target)
    if target.exists() or target.suffix != ".toml":
        print(f"{target.name} : donnez un nouveau nom, qui finit par .toml.", file=sys.stderr)
        return 1
    try:
        pack = _pack(options)
        _write(pack, target)
    except AutodiagError as error:
        print("\n".join(error.lines), file=sys.stderr)
        return 1
    print(f"{target} : {pack.number} collectivités, {len(pack.cells)} chiffres.")
    return 0


def _options() -> Namespace:
    parser = ArgumentParser(description="Un paquet de repères, depuis un dossier de fichiers.")
    parser.add_argument("folder", metavar="DIR", help="où sont les fichiers .autodiag")
    parser.add_argument("-o", dest="target", metavar="P.toml", required=True)
    parser.add_argument("--territoire", required=True, help="son nom, comme il sera lu")
    parser.add_argument("--auteur", required=True, help="qui publie ces chiffres")
    parser.add_argument("--contact", default="")
    parser.add_argument("--avertissement", default="", help="ce que ces chiffres ne disent pas")
    parser.add_argument("--questionnaire", default="maturite-numerique", metavar="ID")
    return parser.parse_args()


def _pack(options: Namespace) -> Pack:
    questionnaire = load_questionnaire(installed().questionnaires / options.questionnaire)
    given: list[Contribution] = []
    for path in sorted(Path(options.folder).glob("*.autodiag")):
        try:
            one = _contribution(path, options.questionnaire, questionnaire.version)
        except AutodiagError as error:
            print("\n".join(error.lines), file=sys.stderr)
            continue
        if one is None:
            print(f"{path.name} : pas ce questionnaire, ou d’une autre version.", file=sys.stderr)
        else:
            given.append(one)
    day = date.min  # the days are those of the answers
    head = PackHead(
        options.territoire, options.auteur, day, day, "", 0, options.contact, options.avertissement
    )
    return make_pack(questionnaire, given, head)


def _contribution(path: Path, questionnaire: str, version: int) -> Contribution | None:
    """The latest filling of a dossier; nothing when it has none, or of another version."""
    author = Author(getpass.getuser(), lambda: datetime.now().astimezone(), "")
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name  # opening may upgrade a file: never the one of others
        shutil.copyfile(path, copy)
        with open_dossier(copy, author) as dossier:
            try:
                dossier.choose(latest(dossier.assessments(), questionnaire).id)
            except KeyError:
                return None
            snapshot, _ = fitting_all(dossier.snapshot(load_packed))
    if snapshot.questionnaire.version != version:
        return None
    return Contribution(snapshot.authority, snapshot.facts, snapshot.assessment)


def _write(pack: Pack, target: Path) -> None:
    """Verified as whoever loads it will, then put in its place."""
    with TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        draft.write_text(write_pack(pack), encoding="utf-8", newline="\n")
        check_pack_file(draft, installed(), datetime.now().astimezone().date())
        draft.rename(target)


if __name__ == "__main__":
    sys.exit(main())
