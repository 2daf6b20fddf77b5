# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who looks at the screen between two keys: where the ring is, whether all is still.

Knows the colours of the theme and the places of the design; nothing of the widgets.
"""

import json
import os
import time
from pathlib import Path

import numpy as np
from PIL import Image

from tests.support.hand import ROOT, Hand, until

TOKENS = json.loads((ROOT / "resources" / "theme" / "tokens.json").read_text("utf-8"))["light"]
SAVED = (1050, 0, 1280, 60)
"""Where the saved sign is, in a window of 1366 × 768."""
MOST_TABS = 60
WIDEST = 1000
"""No button is that wide."""
STILL = 0.4
"""Seconds without a change: longer than a fade, shorter than the wait before a plan."""

Box = tuple[int, int, int, int]


class Walker:
    """A hand, and eyes. Places are those of the screen, in pixels."""

    def __init__(self, hand: Hand, album: str) -> None:
        self.hand = hand
        kept = os.environ.get("AUTODIAG_IMAGES", "")
        self._album = Path(kept) / album if kept else None
        self._number = 0

    def keep(self, name: str) -> None:
        """A picture of this step, when `AUTODIAG_IMAGES` names a folder."""
        if self._album is not None:
            self._album.mkdir(parents=True, exist_ok=True)
            self._number += 1
            self.hand.look().save(self._album / f"{self._number:02} {name}.png")

    def settle(self, seconds: float = 15, still: float = STILL) -> None:
        """Until nothing moves on the screen for a while."""
        end, since = time.monotonic() + seconds, time.monotonic()
        before = self.hand.look().tobytes()
        while time.monotonic() < end and time.monotonic() - since < still:
            time.sleep(0.05)
            now = self.hand.look().tobytes()
            if now != before:
                before, since = now, time.monotonic()

    def ring(self) -> Box | None:
        """The frame around what has the keyboard, where there is one."""
        return _box(self.hand.look(), TOKENS["focus"])

    def at(self, x: int, y: int) -> bool:
        """Whether the ring is around that place, and not around a whole page."""
        ring = self.ring()
        if ring is None or ring[2] - ring[0] > WIDEST:
            return False
        return ring[0] <= x <= ring[2] and ring[1] <= y <= ring[3]

    def press(self, key: str) -> Box:
        """A key that moves the focus, perhaps to another page; where it then is."""
        before = self.ring()
        self.hand.key(key)
        assert until(lambda: self.ring() not in (before, None)), f"{key} leads nowhere"
        self.settle()
        ring = self.ring()
        assert ring is not None
        return ring

    def tab_to(self, x: int, y: int, *, back: bool = False) -> None:
        """Press Tab until the ring is around that place."""
        for _ in range(MOST_TABS):
            if self.at(x, y):
                return
            self.hand.key("shift+Tab" if back else "Tab")
            time.sleep(0.06)
        raise AssertionError(f"the keyboard never comes to ({x}, {y})")

    def says_saved(self) -> bool:
        """Whether the sign at the top is green: everything is on the disk."""
        return _box(self.hand.look().crop(SAVED), TOKENS["okInk"]) is not None


def _box(picture: Image.Image, colour: str) -> Box | None:
    """The rectangle of all that has exactly that colour."""
    wanted = tuple(bytes.fromhex(colour.removeprefix("#")))
    rows, columns = np.nonzero((np.asarray(picture.convert("RGB")) == wanted).all(axis=2))
    if not len(rows):
        return None
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())
