# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the report cites a study, from its own sentences. Prints nothing."""

from autodiag.benchmarks.citing import CitingWords
from autodiag.report.context import Context


def citing_words(context: Context) -> CitingWords:
    """The words of every source line (contract B1)."""
    words = context.words
    return CitingWords(
        words.section("strates"),
        words.raw("comparaison.n"),
        words.raw("comparaison.publie"),
        words.raw("comparaison.sans_date"),
    )
