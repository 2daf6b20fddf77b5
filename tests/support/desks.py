# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A desk and open dossiers for the pages: real files, real threads, no dialog that waits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from autodiag.bundle import installed
from autodiag.catalogue.load import load_questionnaire, pack_questionnaire
from autodiag.dossier.author import Author
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Questionnaire
from autodiag.scoring.wording import under_their_wording
from ui.bridge import Bridge
from ui.desk import Desk
from ui.notices import Notices
from ui.opening import open_file
from ui.paths import Paths
from ui.preferences import Preferences
from ui.tasks import TaskRunner
from ui.theme import PaletteName, Theme

NOON = datetime.fromisoformat("2026-11-21T10:42:00")
FIVE = Path(__file__).parent.parent / "data" / "questionnaires" / "cinq-questions"
SHIPPED = installed().questionnaires / "maturite-numerique"
VILLAGE = LocalAuthority(
    "Montbrelle",
    insee="42999",
    population=612,
    department_code="42",
    department="Loire",
    region="Auvergne-Rhône-Alpes",
)

Short = int | str
"""A level, «nsp», or «so»."""


@dataclass
class ChosenFiles:
    """Stands for the person at the file dialogs: gives what it was told to, and remembers."""

    chosen: Path | None = None
    asked: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Any:
        def choose(*_: object, **__: object) -> Path | None:
            self.asked.append(name)
            return self.chosen

        return choose


def make_desk(
    folder: Path, palette: PaletteName = "light", scale: float = 1.0, dialogs: Any = None
) -> Desk:
    """A desk whose data and documents are in `folder`, its theme applied to the application. The
    visit of the first start is behind it."""
    app = QApplication.instance()
    paths = Paths(installed(), folder / "données", folder / "Documents")
    paths.data.mkdir(parents=True, exist_ok=True)
    theme = Theme(paths.bundle.resources, palette, scale, app)
    theme.apply()
    preferences = Preferences(paths.settings)
    preferences.tour_seen = True
    return Desk(
        paths=paths,
        author=Author("Marie", lambda: NOON, "MAIRIE-2"),
        version="0.0",
        theme=theme,
        preferences=preferences,
        notices=Notices(app),
        dialogs=dialogs or ChosenFiles(),
        disk=TaskRunner(app),
        work=TaskRunner(app),
    )


def short_answers(answers: Mapping[str, Short]) -> dict[str, Answer]:
    """Answers from their short form."""

    def answer(short: Short) -> Answer:
        if isinstance(short, int):
            return Answered(short)
        return Unknown() if short == "nsp" else NotConcerned("Pas chez nous")

    return {question: answer(short) for question, short in answers.items()}


def every(questionnaire: Questionnaire, short: Short) -> dict[str, Short]:
    """The same short answer to every question of levels."""
    return {q.id: short for q in questionnaire.questions.values() if q.type == "niveaux"}


def write_dossier(
    path: Path,
    answers: Mapping[str, Short] | None = None,
    authority: LocalAuthority = VILLAGE,
    facts: dict[str, bool] | None = None,
    folder: Path = SHIPPED,
) -> Path:
    """A dossier file with these answers."""
    questionnaire = load_questionnaire(folder)
    given = under_their_wording(short_answers(answers or {}), questionnaire, authority, facts or {})
    new = NewDossier(
        authority,
        pack_questionnaire(folder),
        questionnaire.id,
        date(2026, 11, 21),
        facts or {},
        given,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    create_dossier(path, Author("Marie", lambda: NOON, "MAIRIE-2"), new).close()
    return path


def open_bridge(desk: Desk, path: Path) -> Bridge:
    """The dossier of a file, open as the window opens it."""
    return Bridge(open_file(path, desk.paths, desk.author), desk.disk)


def written_by(desk: Desk, bridge: Bridge) -> Snapshot:
    """What the file says, once all is written, read by another."""
    assert bridge.finish()
    other = open_bridge(desk, bridge.path)
    snapshot = other.snapshot
    other.close()
    return snapshot
