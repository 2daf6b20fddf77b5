# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A terminal for the tests: a folder of its own, words in, code and both outputs out."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any, cast

from autodiag.bundle import Bundle, installed
from autodiag.cli.run import run
from autodiag.cli.surroundings import Surroundings
from tests.support.plain import plain

FIVE = Path(__file__).parent.parent / "data" / "questionnaires" / "cinq-questions"
NOON = datetime.fromisoformat("2026-11-21T12:00:00+01:00")


@dataclass(frozen=True, slots=True)
class Heard:
    """What a command answered; no-break spaces are ordinary ones in `said`."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def said(self) -> str:
        return plain(self.err)

    @property
    def refused(self) -> str:
        """The sentence of a refusal: on the error output alone, and not a traceback."""
        assert self.code == 1, (self.code, self.out)
        assert not self.out
        assert self.err.strip()
        assert "Traceback" not in self.err
        return self.said


@dataclass
class Console:
    """Commands run in this process, as `main.py` runs them."""

    folder: Path
    user: str = "Marie"
    bundle: Bundle = field(default_factory=installed)

    @property
    def data(self) -> Path:
        return self.folder.parent / "donnees"

    def surroundings(self) -> Surroundings:
        """What a command is given here; both outputs are new."""
        return Surroundings(
            self.bundle,
            self.data,
            self.user,
            "MAIRIE-2",
            lambda: NOON,
            StringIO(),
            StringIO(),
            "0.0.0",
        )

    def __call__(self, *words: str | Path) -> Heard:
        given = self.surroundings()
        code = run([str(word) for word in words], given)
        return Heard(code, *(cast("StringIO", out).getvalue() for out in (given.out, given.err)))

    def path(self, name: str = "mairie.autodiag") -> Path:
        return self.folder / name

    def write(self, name: str, content: object) -> Path:
        """A file of the folder: bytes or text as they are, anything else as JSON."""
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content)
            path.write_text(text, encoding="utf-8")
        return path

    def new(
        self, *words: str | Path, name: str = "mairie.autodiag", answers: object = None
    ) -> Path:
        """A dossier of a commune of 618 inhabitants, filled with answers if any."""
        path = self.path(name)
        filled = ["--reponses", self.write(f"{name}.json", answers)] if answers else []
        whose = [] if {"--siren", "--nom"} & set(words) else ["--commune", "42336"]
        heard = self("nouveau", path, *whose, *words, *filled)
        assert heard.code == 0, heard.err
        return path

    def contents(self) -> dict[str, bytes | None]:
        """Every file and folder, to see that nothing was written or lost."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes() if path.is_file() else None
            for path in self.folder.rglob("*")
        }
