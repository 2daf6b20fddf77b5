# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The spaces that French typography asks for, where no line may break."""

NARROW = "\u202f"
"""Narrow no-break space: before ; ! ? », after «, in thousands."""
NO_BREAK = "\u00a0"
"""No-break space: before : % € and units."""
