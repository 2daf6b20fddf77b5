# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed is shown as typed in a tooltip, whatever it looks like."""

import ast

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.sources import ROOT
from ui.widgets.tooltip import set_tooltip

TYPED = [
    "Mairie & écoles",
    "<b>Gras</b> et <img src='file:///etc/passwd'>",
    "a &lt;b> c",
    "5 < 6",
    "Ligne\n<i>autre  ligne</i>",
]


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_typed_is_shown_as_typed(qtbot: QtBot, typed: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tooltip(widget, typed)
    shown = widget.toolTip()
    if Qt.mightBeRichText(shown):
        document = QTextDocument()
        document.setHtml(shown)
        shown = document.toPlainText()
    assert shown == typed


def test_no_widget_shows_a_text_that_it_did_not_write_as_a_raw_tooltip() -> None:
    """A literal is ours; anything else goes through set_tooltip."""
    raw = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        if path.name != "tooltip.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setToolTip"
        and not all(isinstance(given, ast.Constant) for given in node.args)
    ]
    assert not raw, "\n".join(raw)
