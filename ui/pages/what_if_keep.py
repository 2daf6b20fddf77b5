# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From what is ticked to the decisions that would make it the plan (contract R6). Hands nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from autodiag.model.roadmap import Decision
from ui.pages.roadmap_choices import kept, refused

if TYPE_CHECKING:
    from autodiag.roadmap.live import Trial


@dataclass(frozen=True, slots=True)
class Difference:
    """The decisions to take: what is ticked and not planned is retained, what is planned and not
    ticked is refused. `asked`: those of the first that are the intercommunalité’s to do."""

    retained: tuple[Decision, ...]
    refused: tuple[Decision, ...]
    asked: int = 0

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All of them."""
        return self.retained + self.refused


NOTHING = Difference((), ())


def difference(
    trial: "Trial", ticked: Collection[str], decided: Mapping[str, Decision]
) -> Difference:
    """What would have to be decided; nothing for what is decided so already."""
    retained: list[Decision] = []
    others: list[Decision] = []
    asked = 0
    for name, offer in trial.offers.items():
        before = decided.get(name)
        state = before.state if before is not None else ""
        if name in ticked and not offer.planned and state != "retenue":
            retained.append(kept(name, None, before))
            asked += trial.situation.fitness(offer.action) == "a_laisser_a_l_epci"
        elif name not in ticked and offer.planned and state != "refusee":
            others.append(refused(name, "", before))
    return Difference(tuple(retained), tuple(others), asked)
