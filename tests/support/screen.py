# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A virtual screen of its own, and what a hand does there: windows found, keys, clicks."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SIZE = "1366x768x24"
BUS = {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}


@contextmanager
def virtual_screen(size: str = SIZE) -> Iterator[dict[str, str]]:
    """The environment of a process that draws on a new virtual screen."""
    read, write = os.pipe()
    # -noreset: without it the keyboard of the first client is forgotten with it
    words = ["Xvfb", "-screen", "0", size, "-noreset", "-nolisten", "tcp", "-displayfd", str(write)]
    with subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL) as screen:
        os.close(write)
        with os.fdopen(read) as number:
            display = ":" + number.readline().strip()
        try:
            yield {**os.environ, **BUS, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        finally:
            screen.terminate()


def xdotool(environment: Mapping[str, str], *words: str) -> str:
    """What xdotool answers; empty when it finds nothing."""
    done = subprocess.run(
        ["xdotool", *words], env=dict(environment), capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def find_window(environment: Mapping[str, str], name: str, seconds: float = 30) -> str:
    """The number of the first visible window whose title matches, empty if none comes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = xdotool(environment, "search", "--onlyvisible", "--name", name)
        if found:
            return found.splitlines()[0]
        time.sleep(0.003)
    return ""
