# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who does not see the screen: keys on a French keyboard, and only what the
accessibility layer of the system says. Nothing from inside the application."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.hand import Hand, at_the_window

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
SERVICES = "/usr/share/dbus-1/accessibility-services/org.a11y.atspi.Registry.service"
ALWAYS = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
"""A screen reader asks for it by the session; Qt is told so here."""
MOST_TABS = 60
SILENT = ("filler", "layered pane", "panel", "space", "graphic", "label", "scroll bar", "viewport")
"""Roles of what says nothing without a name: what holds others, what only adorns."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said of one thing."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    labelled_by: tuple[str, ...]
    children: tuple["Heard", ...]

    def all(self) -> Iterator["Heard"]:
        """Itself and what it holds, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.all()

    def lines(self, depth: int = 0) -> Iterator[str]:
        """As text; what holds others and says nothing takes no line."""
        said = self.name or self.description or self.role not in SILENT
        if said:
            states = sorted(self.states - {"showing", "sensitive"})
            states += [] if "sensitive" in self.states else ["disabled"]
            parts = [self.role, f"«{' '.join(self.name.split())}»"]
            parts += [f"({' '.join(self.description.split())})"] if self.description else []
            parts += [f"[{', '.join(states)}]"] if states else []
            yield "  " * depth + " ".join(parts)
        for child in self.children:
            yield from child.lines(depth + 1 if said else depth)


class Listener:
    """A hand, and ears."""

    def __init__(self, hand: Hand, ears: "subprocess.Popen[str]") -> None:
        self.hand, self._ears = hand, ears

    def windows(self) -> tuple[Heard, ...]:
        """What shows."""
        return tuple(_heard(node) for node in self._ask("tree"))

    def focused(self) -> Heard | None:
        """What has the keyboard."""
        found = self._ask("focus")
        return _heard(found) if found else None

    def announced(self) -> tuple[str, ...]:
        """What was said aloud since this was last asked, without the focus going anywhere."""
        return tuple(self._ask("announced"))

    def press(self, role: str, name: str) -> bool:
        """Press something as assistive technologies do, without key nor mouse."""
        return bool(self._ask("press", role, name))

    def tab_to(self, name: str) -> Heard:
        """Press Tab until something of that name has the keyboard."""
        heard: list[str] = []
        for _ in range(MOST_TABS):
            found = self.focused()
            if found is not None and name in found.name:
                return found
            heard.append(found.name if found else "")
            self.hand.key("Tab")
        raise AssertionError(f"the keyboard never comes to «{name}»: {heard}")

    def wait_for(self, role: str, name: str, seconds: float = 10) -> Heard:
        """Until something of that role, whose name has that in it, shows."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self._ask("find", role, name)
            if found:
                return _heard(found)
            time.sleep(0.05)
        raise AssertionError(f"no {role} «{name}»")

    def _ask(self, *words: str) -> Any:
        ears = self._ears
        assert ears.stdin is not None
        assert ears.stdout is not None
        ears.stdin.write(json.dumps(words) + "\n")
        ears.stdin.flush()
        return json.loads(ears.stdout.readline())


@contextmanager
def _reading(bus: Mapping[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """The process that reads what the layer says."""
    with subprocess.Popen(
        [SYSTEM_PYTHON, str(READER), "Autodiag"],
        env={**os.environ, **bus},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as reader:
        try:
            yield reader
        finally:
            reader.terminate()


def missing() -> str:
    """What this machine lacks to listen from outside; empty where all is there."""
    if not Path(SERVICES).exists():
        return "at-spi2-core"
    if shutil.which("dbus-daemon") is None:
        return "dbus"
    asked = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    try:
        subprocess.run(asked, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return "python3-gi"
    return ""


@contextmanager
def session_bus(home: Path) -> Iterator[dict[str, str]]:
    """A bus of its own, which starts the accessibility services that are asked of it; they end
    with it."""
    running = home / "run"
    running.mkdir(mode=0o700)
    own = {"HOME": str(home), "XDG_RUNTIME_DIR": str(running), "XDG_CACHE_HOME": str(home)}
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(
        command,
        env={**os.environ, **own},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as bus:
        try:
            assert bus.stdout is not None
            yield {**own, "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
        finally:
            bus.terminate()


@contextmanager
def listening(home: Path) -> Iterator[Listener]:
    """The application on a virtual screen, and somebody who listens."""
    with (
        session_bus(home) as bus,
        # first: what is asked while the application joins the bus may be missed
        _reading(bus) as ears,
        at_the_window(home, {**bus, **ALWAYS}) as hand,
    ):
        yield Listener(hand, ears)


def left_behind(home: Path) -> list[str]:
    """The processes that were started for that home and still run."""
    found: list[str] = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if str(home).encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue
    return found


def _heard(node: dict[str, Any]) -> Heard:
    children = tuple(_heard(child) for child in node.get("children", ()))
    states, labels = frozenset(node["states"]), tuple(node["labelled_by"])
    return Heard(node["role"], node["name"], node["description"], states, labels, children)
