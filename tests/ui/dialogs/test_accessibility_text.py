# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement says what is: the tests that it names exist, nothing is claimed
without one."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.bundle import installed
from autodiag.text import typography
from tests.sources import ROOT
from ui.desk import Desk
from ui.dialogs.accessibility_text import (
    FILE,
    STATES,
    Statement,
    accessibility_link,
    accessibility_said,
    read_statement,
)
from ui.dialogs.help_dialog import HelpDialog
from ui.pages.home_foot import ACCESS

SEEN_AT_ONCE = {"11.1.3.4"}
"""Said to be met without a test: there is nothing that could rotate."""


@pytest.fixture
def statement() -> Statement:
    read = read_statement(installed().resources)
    assert read is not None
    return read


def functions_of(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_test_that_the_statement_names_exists(statement: Statement) -> None:
    named = {test for criterion in statement.criteria for test in criterion.tests}
    gone = [
        test
        for test in sorted(named)
        for file, _, name in [test.partition("::")]
        if not (ROOT / file).exists() or name not in functions_of(file)
    ]
    assert len(named) > 30
    assert gone == []


def test_nothing_is_said_to_be_met_without_a_test(statement: Statement) -> None:
    claimed = [c for c in statement.criteria if c.state in ("conforme", "partiel")]
    assert {c.id for c in claimed if not c.tests} == SEEN_AT_ONCE
    assert {c.state for c in statement.criteria} <= set(STATES)
    assert max(Counter(c.id for c in statement.criteria).values()) == 1


def test_without_an_audit_nothing_more_is_claimed_and_what_was_not_tried_is_said(
    statement: Statement,
) -> None:
    assert statement.link == "Accessibilité\u00a0: non conforme, faute d’audit"
    assert statement.link == ACCESS  # on the first page, which reads no file for it
    untried = " ".join(statement.after)
    for name in ("NVDA", "JAWS", "VoiceOver", "Orca", "Windows", "macOS", "personne handicapée"):
        assert name in untried
    assert "@" not in untried  # no address is invented


def test_the_statement_is_written_in_good_french(statement: Statement) -> None:
    texts = [statement.link, *statement.before, *statement.after]
    texts += [text for c in statement.criteria for text in (c.title, c.said)]
    assert [fault for text in texts for fault in typography.faults(text)] == []


def test_it_is_read_in_the_help(desk: Desk, qtbot: QtBot) -> None:
    dialog = HelpDialog(desk, section="accessibilite")
    qtbot.addWidget(dialog)
    dialog.show()
    parts = accessibility_said(desk.paths.bundle.resources)
    counted = [int(n) for n in re.findall(r"\d+", parts[0][1].rsplit("\n", 1)[1])]
    assert counted[0] == sum(counted[1:])
    head = dialog._heads["accessibilite"]
    qtbot.waitUntil(lambda: 0 <= head.mapTo(dialog._area, head.rect().topLeft()).y() < 60)


def test_the_help_opens_where_the_statement_is_spoilt(tmp_path: Path) -> None:
    assert accessibility_said(tmp_path) == ()
    (tmp_path / FILE).write_text('lien = "Accessibilité"\nchapitre = 3', encoding="utf-8")
    assert accessibility_link(tmp_path) == ""
