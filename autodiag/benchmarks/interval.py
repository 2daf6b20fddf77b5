# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Wilson’s interval at 95 %. It knows nothing of studies."""

from math import sqrt

Z_95 = 1.959963984540054


def wilson(percent: float, n: int) -> tuple[float, float]:
    """The bounds, in percent, of a share of `percent` (0–100) seen on `n` answers.

    It is not centred on the share. Raises ValueError when `n` is not positive.
    """
    if n <= 0:
        raise ValueError("n must be positive")
    share = percent / 100
    squared = Z_95 * Z_95
    centre = (share + squared / (2 * n)) / (1 + squared / n)
    half = Z_95 / (1 + squared / n) * sqrt(share * (1 - share) / n + squared / (4 * n * n))
    return 100 * max(0.0, centre - half), 100 * min(1.0, centre + half)


def half_width(percent: float, n: int) -> float:
    """Half of that interval, in points: the least that such a share can be wrong by."""
    low, high = wilson(percent, n)
    return (high - low) / 2
