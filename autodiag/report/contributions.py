# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who takes each theme of a questionnaire that is contributed to theme by theme, on paper. Prints
nothing for another questionnaire; the public edition is given no name."""

from autodiag.model.questionnaire import Theme
from autodiag.report.context import Context
from autodiag.scoring.contributions import contributions, said
from autodiag.text.numbers import in_groups
from autodiag.text.typography import plain

_LONGEST = 120


def whose(context: Context) -> str:
    """Whose contributions these are, one a theme; nothing where themes are not shared."""
    snapshot = context.content.snapshot
    if not snapshot.questionnaire.by_theme:
        return ""
    name, siret = context.clipped(context.name, _LONGEST), snapshot.authority.siret
    if not siret:
        return context.words("contributions.pour", nom=name)
    return context.words("contributions.pour_siret", nom=name, siret=in_groups(siret))


def taken(context: Context, theme: Theme) -> str:
    """Who takes a theme, and how far it is; nothing where themes are not shared."""
    found = {one.theme.id: one for one in contributions(context.content.snapshot)}
    one = found.get(theme.id)
    if one is None:
        return ""
    nobody = "seul" if one.state in ("complete", "reprise") else "a_confier"
    key = "confie" if one.who else nobody
    return context.words(f"contributions.{key}", qui=plain(one.who), etat=said(one))


def taker(context: Context, theme: Theme) -> str:
    """Who takes a theme, where that is said. The blank form is printed from all that is known:
    the public one is given no name here."""
    if context.content.public:
        return ""
    return plain(context.content.snapshot.contributors.get(theme.id, ""))
