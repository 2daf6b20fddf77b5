# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Changes to an open dossier: how one is written, and those about its roadmap. The others are
`store`'s business."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from autodiag.dossier import attached, codec_roadmap, contents, journal, schema
from autodiag.dossier.codec import Row
from autodiag.dossier.embedded import Packed, compress, embed
from autodiag.dossier.evidence import Attachment
from autodiag.dossier.journal import Cell
from autodiag.dossier.readable import require_readable
from autodiag.dossier.reading import ReadDossier
from autodiag.model.calendar import Aid, AidWindow, Closure
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Capacity, Decision, OwnAction

NOTHING: Mapping[str, OwnAction | None] = MappingProxyType({})


class DecidedDossier(ReadDossier):
    """One open file, to read and to decide in."""

    def decide(self, decision: Decision) -> None:
        """Decide about an action (contract R6), in place of what was decided before."""
        cell = Cell(schema.DECISIONS, None, decision.action)
        self._set([(cell, codec_roadmap.encode_decision(decision))])

    def forget_decision(self, action: str) -> None:
        """Go back to no decision about an action."""
        self._set([(Cell(schema.DECISIONS, None, action), None)])

    def decide_all(
        self,
        decisions: Mapping[str, Decision | None],
        own: Mapping[str, OwnAction | None] = NOTHING,
    ) -> None:
        """Decide about several actions, and change own ones, as one gesture, which is undone at
        once; None: no decision, no such action any more."""
        keep, decide = codec_roadmap.encode_own_action, codec_roadmap.encode_decision
        cells = [(Cell(schema.OWN_ACTIONS, None, k), one and keep(one)) for k, one in own.items()]
        cells += [
            (Cell(schema.DECISIONS, None, k), one and decide(one)) for k, one in decisions.items()
        ]
        self._set(cells)

    def set_own_action(self, own: OwnAction) -> None:
        """Add an own action, or change the one of that id."""
        cell = Cell(schema.OWN_ACTIONS, None, own.id)
        self._set([(cell, codec_roadmap.encode_own_action(own))])

    def remove_own_action(self, own_id: str) -> None:
        """Take an own action away."""
        self._set([(Cell(schema.OWN_ACTIONS, None, own_id), None)])

    def set_capacity(self, capacity: Capacity | None) -> None:
        """What they can give (contract R8); None goes back to the default."""
        cell = Cell(schema.CAPACITY, None, contents.THE_CAPACITY)
        self._set([(cell, capacity and codec_roadmap.encode_capacity(capacity))])

    def store_plan(self, plan: StoredPlan) -> None:
        """Keep the roadmap of the current assessment; journalled, not undone."""
        cell = self._cell(schema.PLANS, "")
        self._set([(cell, (plan.text, plan.inputs_sha256, plan.made_on))], "event")

    def store_variant(self, name: str, plan: StoredPlan) -> None:
        """Keep another plan beside it, by what it puts first; journalled, not undone."""
        cell = self._cell(schema.VARIANTS, name)
        self._set([(cell, (plan.text, plan.inputs_sha256, plan.made_on))], "event")

    def set_start(self, month: str) -> None:
        """The first month of the roadmap, as «2027-01»; empty: that of `Calendar` again."""
        cell = Cell(schema.CALENDAR, None, codec_roadmap.START)
        self._set([(cell, codec_roadmap.encode_start(month) if month else None)])

    def set_closure(self, one: Closure) -> None:
        """Add months when nobody can work on it, or change those of that id."""
        self._set([(Cell(schema.CALENDAR, None, one.id), codec_roadmap.encode_closure(one))])

    def set_window(self, one: AidWindow) -> None:
        """Add when an aid can be asked for, or change the one of that id."""
        self._set([(Cell(schema.CALENDAR, None, one.id), codec_roadmap.encode_window(one))])

    def remove_date(self, key: str) -> None:
        """Take a closure or a window away."""
        self._set([(Cell(schema.CALENDAR, None, key), None)])

    def set_aid(self, action: str, aid: Aid | None) -> None:
        """What an aid should bring to an action; None takes it away."""
        row = None if aid is None else codec_roadmap.encode_aid(aid)
        self._set([(Cell(schema.AIDS, None, action), row)])

    def _set(
        self,
        cells: Iterable[tuple[Cell, Row | None]],
        kind: journal.Kind = "change",
        packed: Packed | None = None,
        attachment: Attachment | None = None,
    ) -> None:
        self.access.require_writable()
        encoded = list(cells)
        require_readable(encoded)
        data = None if packed is None else compress(packed)
        with self._database.write() as connection:
            if packed is not None and data is not None:
                embed(connection, packed, data)
            if attachment is not None:
                attached.keep(connection, attachment)
            journal.write(connection, self._author.stamp(), encoded, kind)

    def _cell(self, table: schema.Table, item: str) -> Cell:
        return Cell(table, self.current, item)
