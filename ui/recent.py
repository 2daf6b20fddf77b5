# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the welcome page remembers of a dossier, from the open one."""

from typing import TYPE_CHECKING

from ui.preferences import Recent

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk


def remember(desk: "Desk", bridge: "Bridge") -> None:
    """Put the open dossier first among those of the welcome page, unless it is the example."""
    if desk.paths.data not in bridge.path.parents:
        at = desk.author.clock().isoformat(timespec="seconds")
        desk.preferences.remember(recent_of(bridge, at))


def recent_of(bridge: "Bridge", at: str) -> Recent:
    """How far it is, by theme; `at` is the ISO local time."""
    per_theme = tuple(progress(bridge, theme.id) for theme in bridge.questionnaire.themes)
    return Recent(
        path=str(bridge.path),
        name=bridge.snapshot.authority.name,
        answered=sum(answered for answered, _ in per_theme),
        total=sum(asked for _, asked in per_theme),
        per_theme=per_theme,
        at=at,
    )


def progress(bridge: "Bridge", theme_id: str) -> tuple[int, int]:
    """How many questions of a theme are answered, and how many are asked here."""
    theme = bridge.result.theme(theme_id)
    asked = [trace for trace in theme.questions if trace.state != "non_applicable"]
    answers = bridge.snapshot.assessment.answers
    return sum(trace.question in answers for trace in asked), len(asked)
