# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the report cites a study, from its own sentences. Prints nothing."""

from autodiag.benchmarks.citing import CitingWords, months
from autodiag.report.context import Context


def citing_words(context: Context, *, to_the_month: bool = True) -> CitingWords:
    """The words of every source line, with the months that tell two studies of one year apart
    (contract B1, B5), save where the figure is dated beside its source already."""
    words, phrases = context.words, context.content.phrases
    return CitingWords(
        words.section("strates"),
        words.raw("comparaison.n"),
        words.raw("comparaison.publie"),
        words.raw("comparaison.sans_date"),
        months(phrases) if phrases and to_the_month else {},
    )
