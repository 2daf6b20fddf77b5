# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A person at the real application: keys, clicks and looks, and nothing from inside it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

from tests.support.cross import ask_to_close
from tests.support.screen import find_window, virtual_screen, xdotool

ROOT = Path(__file__).resolve().parents[2]
ROW = ("agrave", "ampersand", "eacute", "quotedbl", "apostrophe")
"""The keys of a French keyboard that bear 0 to 4, without Shift."""


class Hand:
    """Types and clicks in one window of a virtual screen."""

    def __init__(
        self, screen: Mapping[str, str], window: str, process: "subprocess.Popen[bytes]"
    ) -> None:
        self._screen, self.window, self._process = screen, window, process
        self.pressed = 0
        """How many keys so far; one with Shift, Ctrl or Alt counts as one."""

    def key(self, *names: str) -> None:
        """Keys as X names them, one after the other."""
        self.pressed += len(names)
        xdotool(self._screen, "key", "--delay", "25", *names)

    def type(self, text: str) -> None:
        """A text, as it is typed."""
        self.pressed += len(text)
        xdotool(self._screen, "type", "--delay", "25", text)

    def click(self, x: int, y: int) -> None:
        """The left button, at this place of the screen."""
        xdotool(self._screen, "mousemove", str(x), str(y), "click", "1")

    def look(self) -> Image.Image:
        """What is on the screen."""
        return ImageGrab.grab(xdisplay=self._screen["DISPLAY"])

    def sees_window(self, name: str, seconds: float = 10) -> bool:
        """Whether a window of that title shows."""
        return bool(find_window(self._screen, name, seconds))

    def turn_to(self, name: str) -> bool:
        """Give the keyboard to the window of that title; False when none comes."""
        window = find_window(self._screen, name, 10)
        if window:
            xdotool(self._screen, "windowfocus", "--sync", window)
        return bool(window)

    def ask_to_close(self) -> None:
        """The cross of the title bar, which this screen does not draw."""
        ask_to_close(self._screen["DISPLAY"], int(self.window))

    def ended(self, seconds: float = 10) -> int:
        """The exit code of the application, which is ending."""
        return self._process.wait(seconds)

    def kill(self) -> None:
        """The process ends without a word, as when the power fails."""
        self._process.kill()
        self._process.wait()


@contextmanager
def at_the_window(home: Path, more: Mapping[str, str] | None = None) -> Iterator[Hand]:
    """The application started as a user starts it, in a home of its own, on a French keyboard;
    `more` is added to its environment."""
    with virtual_screen() as screen:
        subprocess.run(["setxkbmap", "fr"], env=screen, check=True)
        surroundings = {
            **screen,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local"),
            "LANG": "C.UTF-8",
            **(more or {}),
        }
        command = [sys.executable, str(ROOT / "main.py")]
        with subprocess.Popen(command, env=surroundings, cwd=home) as process:
            try:
                window = find_window(screen, "^Autodiag$")
                if not window:
                    raise TimeoutError("the window did not show")
                # without a window manager nothing gives it the keyboard
                xdotool(screen, "windowmove", window, "0", "0")
                xdotool(screen, "windowsize", "--sync", window, "1366", "768")
                xdotool(screen, "windowfocus", "--sync", window)
                time.sleep(0.5)
                yield Hand(screen, window, process)
            finally:
                process.terminate()


def until(found: Callable[[], object], seconds: float = 20) -> bool:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.1)
    return False
