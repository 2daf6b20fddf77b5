# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A mixed-integer programme in whole numbers, its goals met one after the other (HiGHS).

Knows nothing of actions: variables are numbers, rows are sums between two bounds.
"""

from collections.abc import Mapping

import highspy
import numpy as np

Terms = Mapping[int, int]
"""A sum: coefficient by variable."""

ALMOST_ONE = 0.999
"""With whole coefficients, a gap below one is a proof."""


class InfeasibleError(Exception):
    """No assignment satisfies the rows."""


class Programme:
    """Variables between 0 and a bound, rows, and goals in order: each keeps what the last won."""

    def __init__(self) -> None:
        self._highs = highspy.Highs()
        for option, value in {
            "output_flag": False,
            "threads": 1,
            "random_seed": 1,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": ALMOST_ONE,
            # each goal starts from what the last one found: searching anew around it, or starting
            # again, costs more than it brings (measured: 2.6 times as long)
            "mip_allow_restart": False,
            "mip_heuristic_run_rins": False,
            "mip_heuristic_run_rens": False,
        }.items():
            self._highs.setOptionValue(option, value)
        self._size = 0
        self._costed: tuple[int, ...] = ()
        self.proven = True
        self.values: list[float] = []

    def variable(self, *, whole: bool = True, most: float = 1) -> int:
        """A new variable between 0 and `most`."""
        number = self._size
        self._highs.addVar(0.0, most)
        if whole:
            self._highs.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        self._size += 1
        return number

    def at_most(self, terms: Terms, bound: float) -> None:
        """A row: the sum is at most the bound."""
        self._row(terms, -highspy.kHighsInf, bound)

    def at_least(self, terms: Terms, bound: float) -> None:
        """A row: the sum is at least the bound."""
        self._row(terms, bound, highspy.kHighsInf)

    def _row(self, terms: Terms, low: float, high: float) -> None:
        kept = {variable: factor for variable, factor in terms.items() if factor}
        if not kept:
            if low > 0 or high < 0:
                raise InfeasibleError
            return
        indices = np.fromiter(kept.keys(), dtype=np.int32)
        factors = np.fromiter(kept.values(), dtype=np.float64)
        self._highs.addRow(low, high, len(kept), indices, factors)

    def maximize(self, goal: Terms, seconds: float) -> int:
        """The best value of a goal within the time given; the next goals will not give it up.

        `proven` becomes False when time ran out first; the first assignment is waited for, however
        long. Raises InfeasibleError when there is none.
        """
        if not self._size:  # nothing to choose: HiGHS has no solution of an empty model
            return 0
        self._set_costs(goal)
        self._highs.setOptionValue("time_limit", max(seconds, 0.01))
        if self.values:
            kept = highspy.HighsSolution()
            kept.col_value = self.values
            self._highs.setSolution(kept)
        self._highs.run()
        if (
            not self._found()
            and self._highs.getModelStatus() == highspy.HighsModelStatus.kTimeLimit
        ):
            self._highs.setOptionValue("time_limit", highspy.kHighsInf)
            self._highs.setOptionValue("mip_max_improving_sols", 1)
            self._highs.run()
            self._highs.setOptionValue("mip_max_improving_sols", highspy.kHighsIInf)
        if not self._found():
            raise InfeasibleError
        self.proven &= self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        self.values = list(self._highs.getSolution().col_value)
        best = round(sum(factor * self.values[v] for v, factor in goal.items()))
        self.at_least(goal, best - 0.5)
        return best

    def _found(self) -> bool:
        found = self._highs.getInfo().primal_solution_status
        return found == highspy.SolutionStatus.kSolutionStatusFeasible

    def minimize(self, goal: Terms, seconds: float) -> int:
        """As `maximize`, the other way."""
        return -self.maximize({v: -factor for v, factor in goal.items()}, seconds)

    def _set_costs(self, goal: Terms) -> None:
        for variable in self._costed:
            self._highs.changeColCost(variable, 0.0)
        for variable, factor in goal.items():
            self._highs.changeColCost(variable, -float(factor))
        self._costed = tuple(goal)

    def chosen(self, variable: int) -> bool:
        """Whether a 0–1 variable is 1 in the best assignment found."""
        return self.values[variable] > 0.5
