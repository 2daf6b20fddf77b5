# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A hostile place to run in: no network, no home, no forgotten warning, no dialog that waits.

Qt is imported here only for the tests that ask for it.
"""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

from tests.support.once import read_once

ROOT = Path(__file__).resolve().parent.parent

# Before the first import of PySide6: no screen, no accessibility bus, and the short forms of
# enumerations refused (house.md, trap 2).
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
os.environ["PYSIDE6_OPTION_PYTHON_ENUM"] = "0x31"
# Kept from one run to the next: matplotlib takes seconds to list the fonts of a machine.
os.environ.setdefault("MPLCONFIGDIR", str(ROOT / "build" / "matplotlib"))

read_once()
# The same examples at each run, and no failure because the machine was busy.
settings.register_profile("autodiag", deadline=None, derandomize=True)
settings.load_profile("autodiag")


@pytest.fixture(autouse=True, scope="session")
def _isolated_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever is written to the home folder by mistake stays out of the real one."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        yield


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """An empty data folder, as `--donnees` takes it."""
    folder = tmp_path / "données"
    folder.mkdir()
    return folder


class _OfflineSocket(socket.socket):
    """A socket that stays on this machine's files: the processes of one test may talk."""

    def connect(self, address: object, /) -> None:
        if self.family not in (socket.AF_INET, socket.AF_INET6):
            super().connect(address)  # type: ignore[arg-type]
        else:
            pytest.fail(f"connexion réseau vers {address}")

    def bind(self, address: object, /) -> None:
        if self.family not in (socket.AF_INET, socket.AF_INET6):
            super().bind(address)  # type: ignore[arg-type]
        else:
            pytest.fail(f"écoute réseau sur {address}")


def _no_name(host: object, *_: object, **__: object) -> NoReturn:
    pytest.fail(f"résolution du nom {host}")


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test opens a connection: Autodiag works without a network."""
    monkeypatch.setattr(socket, "socket", _OfflineSocket)
    monkeypatch.setattr(socket, "getaddrinfo", _no_name)


class _Warnings(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # said only on a machine's first run
        if "building the font cache" not in record.getMessage():
            self.messages.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_warning_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning that nobody expected fails the test (`logs_warning` expects it)."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
    expected = request.node.get_closest_marker("logs_warning") is not None
    if handler.messages and not expected:
        pytest.fail("dans le journal :\n" + "\n".join(handler.messages))


@pytest.fixture(autouse=True)
def _no_modal_dialog(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for somebody would hang the tests: it fails instead."""
    if "qapp" not in request.fixturenames:
        return
    from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("une fenêtre modale attend une réponse")

    for owner, names in (
        (QDialog, ("exec",)),
        (QMenu, ("exec",)),
        (QMessageBox, ("about", "critical", "exec", "information", "question", "warning")),
        (QInputDialog, ("getDouble", "getInt", "getItem", "getMultiLineText", "getText")),
        (
            QFileDialog,
            ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
        ),
    ):
        for name in names:
            monkeypatch.setattr(owner, name, refuse)
