# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a profile condition looks at: « global », « theme:a », « moyenne:a,b » (contract P5)."""

from autodiag.model.questionnaire import Measure


def parse_measure(text: str) -> Measure | None:
    """The measure, or None when the text is none."""
    if text == "global":
        return Measure("global")
    kind, _, names = text.partition(":")
    themes = tuple(name.strip() for name in names.split(","))
    if not all(themes) or len(set(themes)) < len(themes):
        return None
    if kind == "theme" and len(themes) == 1:
        return Measure("theme", themes)
    if kind == "moyenne":
        return Measure("moyenne", themes)
    return None
