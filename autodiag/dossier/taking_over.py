# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a new assessment takes over from the one before, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from autodiag.dossier import codec, codec_roadmap, schema
from autodiag.dossier.codec import Row
from autodiag.dossier.journal import Cell
from autodiag.model.assessment import Answer
from autodiag.model.dossier import Evidence
from autodiag.model.roadmap import Decision


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Answers, each to be confirmed, and the question each comes from; notes; evidence, and the
    question where each goes. Everything under the ids of the new questionnaire. Decisions that
    name from then on the month that was promised. Who takes each theme of the new one."""

    answers: Mapping[str, Answer]
    origins: Mapping[str, str]
    notes: Mapping[str, str]
    evidence: Mapping[Evidence, str]
    promised: Mapping[str, Decision] = field(default_factory=dict[str, Decision])
    contributors: Mapping[str, str] = field(default_factory=dict[str, str])

    def cells(self, number: int, before: int) -> list[tuple[Cell, Row | None]]:
        """The rows of assessment `number`, taken over from assessment `before`."""
        rows: list[tuple[schema.Table, str, Row]] = []
        for question, answer in self.answers.items():
            rows += [
                (schema.ANSWERS, question, codec.encode_answer(answer)),
                (schema.TO_CONFIRM, question, (before, self.origins[question])),
            ]
        rows += [(schema.NOTES, question, (text,)) for question, text in self.notes.items()]
        named = ((theme, who) for theme, who in self.contributors.items() if who)
        rows += [(schema.CONTRIBUTORS, theme, (who,)) for theme, who in named]
        for one, question in self.evidence.items():
            _, *rest = codec.encode_evidence(one)
            rows.append((schema.EVIDENCE, one.id, (question, *rest)))
        cells: list[tuple[Cell, Row | None]] = []
        cells += [(Cell(table, number, item), row) for table, item, row in rows]
        for action, decision in self.promised.items():
            row = codec_roadmap.encode_decision(decision)
            cells.append((Cell(schema.DECISIONS, None, action), row))
        return cells
