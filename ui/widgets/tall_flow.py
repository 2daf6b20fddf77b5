# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A row that flows onto as many lines as it needs, and is given their height."""

from PySide6.QtWidgets import QSizePolicy

from ui.widgets.flow_row import FlowRow


def tall_flow() -> FlowRow:
    """A FlowRow whose height follows its width inside a column."""
    row = FlowRow()
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)
    return row
