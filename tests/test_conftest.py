# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The hostile configuration is itself tried: a guard that lets things through guards nothing."""

import pytest

pytest_plugins = ["pytester"]

CONFIGURATION = """
[pytest]
filterwarnings = error
markers = logs_warning
qt_log_level_fail = WARNING
addopts = -p no:cacheprovider
"""


FORBIDDEN = """
def test_connection(): import socket; socket.create_connection(("127.0.0.1", 9))
def test_server(): import socket; socket.socket().bind(("127.0.0.1", 0))
def test_address(): import socket; socket.getaddrinfo("exemple.fr", 80)
def test_log(): import logging; logging.getLogger("x").warning("oups")
def test_warning(): import warnings; warnings.warn("oups")
def test_dialog(qtbot): from PySide6.QtWidgets import QDialog; QDialog().exec()
def test_question(qtbot):
    from PySide6.QtWidgets import QMessageBox
    QMessageBox.question(None, "a", "b")
def test_qt(qtbot): from PySide6.QtCore import qWarning; qWarning("oups")
def test_short_enumeration(qtbot): from PySide6.QtCore import Qt; Qt.AlignCenter
"""


def test_what_must_not_happen_in_a_test_fails_it(
    pytester: pytest.Pytester, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))  # it imports from there
    source = (pytestconfig.rootpath / "tests" / "conftest.py").read_text(encoding="utf-8")
    pytester.makeconftest(source)
    pytester.makefile(".ini", pytest=CONFIGURATION)
    pytester.makepyfile(FORBIDDEN)
    # the log is looked at when the test is over: that one passes, then errs
    pytester.runpytest_subprocess().assert_outcomes(failed=8, passed=1, errors=1)
