# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a dossier file, format by format (contract D1). Executes nothing."""

from dataclasses import dataclass

APPLICATION_ID = 0x41444941
FORMAT = 4
"""The format written today: `PRAGMA user_version`."""


def _statements(text: str) -> tuple[str, ...]:
    """The statements as SQLite will keep them: one line each, without our comments."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("--")]
    return tuple(" ".join(part.split()) for part in "\n".join(lines).split(";") if part.strip())


_TRIAL = """
    -- The trial format, before the first release: answers in the shape of an answers file, a
    -- journal of answers only, no notes, decisions, capacity or plan.
    CREATE TABLE identity(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE facts(id TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE questionnaires(sha256 TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT;
    CREATE TABLE assessments(id INTEGER PRIMARY KEY, questionnaire_id TEXT NOT NULL,
        questionnaire TEXT NOT NULL REFERENCES questionnaires(sha256), day TEXT NOT NULL) STRICT;
    CREATE TABLE answers(assessment INTEGER NOT NULL REFERENCES assessments(id),
        question TEXT NOT NULL, answer TEXT NOT NULL,
        PRIMARY KEY(assessment, question)) STRICT, WITHOUT ROWID;
    CREATE TABLE journal(n INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL,
        assessment INTEGER NOT NULL, question TEXT NOT NULL, old TEXT, new TEXT) STRICT
"""

_FIRST = """
    -- values are JSON: the fields of LocalAuthority, and `dossier`, the file's own identifier
    CREATE TABLE identity(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    -- 0 or 1: an unknown fact has no row
    CREATE TABLE facts(id TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    -- zlib-compressed UTF-8: sha256 is that of the text itself
    CREATE TABLE questionnaires(sha256 TEXT PRIMARY KEY, text BLOB NOT NULL) STRICT;
    CREATE TABLE assessments(id INTEGER PRIMARY KEY, questionnaire_id TEXT NOT NULL,
        questionnaire TEXT NOT NULL REFERENCES questionnaires(sha256), day TEXT NOT NULL,
        opening_mark REAL) STRICT;
    -- kind: valeur (value is JSON), nsp (value empty), sans_objet (value is the reason)
    CREATE TABLE answers(assessment INTEGER NOT NULL REFERENCES assessments(id),
        question TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, variant TEXT NOT NULL,
        PRIMARY KEY(assessment, question)) STRICT, WITHOUT ROWID;
    CREATE TABLE notes(assessment INTEGER NOT NULL REFERENCES assessments(id),
        question TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY(assessment, question)) STRICT, WITHOUT ROWID;
    CREATE TABLE decisions(action TEXT PRIMARY KEY, state TEXT NOT NULL, reason TEXT NOT NULL,
        who TEXT NOT NULL, day TEXT NOT NULL, note TEXT NOT NULL, horizon TEXT)
        STRICT, WITHOUT ROWID;
    -- days, then euros
    CREATE TABLE own_actions(id TEXT PRIMARY KEY, title TEXT NOT NULL,
        effort_low REAL NOT NULL, effort_high REAL NOT NULL,
        cost_low REAL NOT NULL, cost_high REAL NOT NULL,
        horizon TEXT NOT NULL, who TEXT NOT NULL, note TEXT NOT NULL) STRICT, WITHOUT ROWID;
    -- at most one row, of id 'capacity'
    CREATE TABLE capacity(id TEXT PRIMARY KEY, days_per_month REAL NOT NULL,
        euros_per_year REAL NOT NULL, days_assumed INTEGER NOT NULL,
        euros_assumed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE plans(assessment INTEGER PRIMARY KEY REFERENCES assessments(id),
        text TEXT NOT NULL, inputs_sha256 TEXT NOT NULL, made_on TEXT NOT NULL) STRICT;
    -- one row a changed cell: `step` groups what one gesture changed, `target` is the step
    -- that an undo or a redo is about, old and new are JSON arrays of the value columns
    CREATE TABLE journal(n INTEGER PRIMARY KEY, step INTEGER NOT NULL, kind TEXT NOT NULL,
        target INTEGER, at TEXT NOT NULL, who TEXT NOT NULL, subject TEXT NOT NULL,
        assessment INTEGER, item TEXT NOT NULL, old TEXT, new TEXT) STRICT
"""

_SECOND = """
    -- one row a question marked «à revoir»; mark is always 1
    CREATE TABLE to_review(assessment INTEGER NOT NULL REFERENCES assessments(id),
        question TEXT NOT NULL, mark INTEGER NOT NULL,
        PRIMARY KEY(assessment, question)) STRICT, WITHOUT ROWID;
    -- one row an answer taken over and not confirmed: from which assessment and question
    CREATE TABLE to_confirm(assessment INTEGER NOT NULL REFERENCES assessments(id),
        question TEXT NOT NULL, origin INTEGER NOT NULL, was TEXT NOT NULL,
        PRIMARY KEY(assessment, question)) STRICT, WITHOUT ROWID;
    -- a file (its content is in attached) or, with file_name and sha256 empty, a mention
    CREATE TABLE evidence(assessment INTEGER NOT NULL REFERENCES assessments(id),
        id TEXT NOT NULL, question TEXT NOT NULL, title TEXT NOT NULL, file_name TEXT NOT NULL,
        size INTEGER NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
        PRIMARY KEY(assessment, id)) STRICT, WITHOUT ROWID;
    -- the content of files, as it is: once, however many rows refer to it; not journalled
    CREATE TABLE attached(sha256 TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
    CREATE TABLE handover(topic TEXT PRIMARY KEY, place TEXT NOT NULL, who TEXT NOT NULL)
        STRICT, WITHOUT ROWID
"""

_THIRD = """
    -- kind: debut (first is a month), fermeture (first and last are months, both included; yearly:
    -- again every year), aide (first and last are days; actions is a JSON list of ids)
    CREATE TABLE calendar(id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL,
        first TEXT NOT NULL, last TEXT NOT NULL, yearly INTEGER NOT NULL, note TEXT NOT NULL,
        actions TEXT NOT NULL) STRICT, WITHOUT ROWID;
    -- euros that an aid should bring to an action; state: esperee, demandee, obtenue
    CREATE TABLE aids(action TEXT PRIMARY KEY, euros REAL NOT NULL, source TEXT NOT NULL,
        state TEXT NOT NULL) STRICT, WITHOUT ROWID;
    -- plans kept beside the one in plans, by the name of what they put first
    CREATE TABLE variants(assessment INTEGER NOT NULL REFERENCES assessments(id),
        id TEXT NOT NULL, text TEXT NOT NULL, inputs_sha256 TEXT NOT NULL, made_on TEXT NOT NULL,
        PRIMARY KEY(assessment, id)) STRICT, WITHOUT ROWID
"""

_FOURTH = """
    -- who takes a theme of a questionnaire that is filled theme by theme: a name, or a role
    CREATE TABLE contributors(assessment INTEGER NOT NULL REFERENCES assessments(id),
        theme TEXT NOT NULL, who TEXT NOT NULL,
        PRIMARY KEY(assessment, theme)) STRICT, WITHOUT ROWID
"""

SCHEMAS: dict[int, tuple[str, ...]] = {
    0: _statements(_TRIAL),
    1: _statements(_FIRST),
    2: _statements(_FIRST) + _statements(_SECOND),
    3: _statements(_FIRST) + _statements(_SECOND) + _statements(_THIRD),
    4: _statements(_FIRST) + _statements(_SECOND) + _statements(_THIRD) + _statements(_FOURTH),
}
"""The exact statements of each format: a file with anything else is refused."""


@dataclass(frozen=True, slots=True)
class Table:
    """A journalled table: the columns that say which row, and those that hold its value.

    `scope` is the column of the assessment's number, `item` that of the text key; either may be
    empty. Names are constants of this module: the statements made of them hold no user text.
    """

    name: str
    scope: str
    item: str
    values: tuple[str, ...]
    journalled: tuple[str, ...] | None = None
    """The columns whose old and new values the journal keeps; all when None."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The key columns, in the order of `Cell.key`."""
        return tuple(column for column in (self.scope, self.item) if column)

    @property
    def select(self) -> str:
        """The value columns of one row."""
        return f"SELECT {', '.join(self.values)} FROM {self.name} WHERE {self._where}"  # noqa: S608

    @property
    def delete(self) -> str:
        """Remove one row."""
        return f"DELETE FROM {self.name} WHERE {self._where}"  # noqa: S608

    @property
    def upsert(self) -> str:
        """Insert one row, or change its values in place."""
        columns = (*self.keys, *self.values)
        marks = ", ".join("?" * len(columns))
        updates = ", ".join(f"{value} = excluded.{value}" for value in self.values)
        return (
            f"INSERT INTO {self.name}({', '.join(columns)}) VALUES({marks})"
            f" ON CONFLICT({', '.join(self.keys)}) DO UPDATE SET {updates}"
        )

    @property
    def _where(self) -> str:
        return " AND ".join(f"{key} = ?" for key in self.keys)


IDENTITY = Table("identity", "", "key", ("value",))
FACTS = Table("facts", "", "id", ("value",))
ASSESSMENTS = Table(
    "assessments", "id", "", ("questionnaire_id", "questionnaire", "day", "opening_mark")
)
ANSWERS = Table("answers", "assessment", "question", ("kind", "value", "variant"))
NOTES = Table("notes", "assessment", "question", ("text",))
DECISIONS = Table("decisions", "", "action", ("state", "reason", "who", "day", "note", "horizon"))
OWN_ACTIONS = Table(
    "own_actions",
    "",
    "id",
    ("title", "effort_low", "effort_high", "cost_low", "cost_high", "horizon", "who", "note"),
)
CAPACITY = Table(
    "capacity", "", "id", ("days_per_month", "euros_per_year", "days_assumed", "euros_assumed")
)
# a plan is computed, and long: the journal keeps which one it was, not its text
PLANS = Table(
    "plans", "assessment", "", ("text", "inputs_sha256", "made_on"), ("inputs_sha256", "made_on")
)
TO_REVIEW = Table("to_review", "assessment", "question", ("mark",))
TO_CONFIRM = Table("to_confirm", "assessment", "question", ("origin", "was"))
EVIDENCE = Table(
    "evidence",
    "assessment",
    "id",
    ("question", "title", "file_name", "size", "sha256", "at", "who"),
)
HANDOVER = Table("handover", "", "topic", ("place", "who"))
CALENDAR = Table(
    "calendar", "", "id", ("kind", "title", "first", "last", "yearly", "note", "actions")
)
AIDS = Table("aids", "", "action", ("euros", "source", "state"))
VARIANTS = Table(
    "variants", "assessment", "id", ("text", "inputs_sha256", "made_on"), PLANS.journalled
)
CONTRIBUTORS = Table("contributors", "assessment", "theme", ("who",))
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        IDENTITY, FACTS, ASSESSMENTS, ANSWERS, NOTES, DECISIONS, OWN_ACTIONS, CAPACITY, PLANS,
        TO_REVIEW, TO_CONFIRM, EVIDENCE, HANDOVER, CALENDAR, AIDS, VARIANTS, CONTRIBUTORS,
    )
}  # fmt: skip
NOT_JOURNALLED: dict[str, tuple[str, ...]] = {
    "questionnaires": ("sha256", "text"),
    "attached": ("sha256", "data"),
}
"""What rows refer to by digest: table → columns."""
