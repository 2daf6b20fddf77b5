# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One line of the benchmark: a figure beside its reference, measured in the same run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BenchRow:
    """A row of contract section 8 (0: none of them): `measured` and `reference` in `unit`; `goal`
    as it is written there; `detail` says what was measured, and how."""

    row: int
    label: str
    measured: float
    reference: float | None
    unit: str
    goal: str
    detail: str

    @property
    def ratio(self) -> float | None:
        """Measured over reference, None where there is no reference."""
        return None if self.reference is None else self.measured / self.reference
