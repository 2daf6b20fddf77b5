# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A published share in a word or two, as charts and screens write it."""

from autodiag.model.benchmark import Bound
from autodiag.text.numbers import percent
from autodiag.text.spaces import NO_BREAK

_BEFORE: dict[Bound, str] = {"exact": "", "environ": "environ ", "plus_de": "> ", "moins_de": "< "}


def share_label(value: float, bound: Bound, *, lack: bool = False) -> str:
    """«22 %», «environ 33 %»: the source rounded it, so no decimal that nobody measured. `lack`:
    the share of those who do not, which is always said."""
    shown = percent(value if bound == "exact" else round(value))
    return _BEFORE[bound] + shown + (f"{NO_BREAK}ne le font pas" if lack else "")
