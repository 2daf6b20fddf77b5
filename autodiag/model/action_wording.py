# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an action says to those who read one variant. Knows nothing of who reads which."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionWording:
    """By variant of the questionnaire, "" the base; each complete. An action that all read in the
    same words has none."""

    title: str
    why: str
    steps: tuple[str, ...]
    indicator: str
