# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whether things may move: what the user ticked, else what the system asks for.

Qt 6.11 does not say (`motionPreference` comes with 6.12): each system is asked in its own way,
once. What it does not answer leaves movement on.
"""

import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication

PROPERTY = "less_motion"
"""On the application, which outlives every widget."""
SPI_GETCLIENTAREAANIMATION = 0x1042
PATIENCE = 300
"""Milliseconds given to GNOME's own command to answer."""


def reduce_motion(on: bool) -> None:
    """Take the user's tick: nothing moves while it is on, whatever the system says."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(PROPERTY, on)


def motion_reduced() -> bool:
    """Whether nothing may move or fade now."""
    app = QCoreApplication.instance()
    return bool(app is not None and app.property(PROPERTY)) or _system_asks(sys.platform)


@cache
def _system_asks(platform: str) -> bool:
    """What the system was set to when something first wanted to move."""
    if platform == "win32":
        return _windows_asks()
    home = Path.home()
    if platform == "darwin":
        return mac_asks(home / "Library" / "Preferences" / "com.apple.universalaccess.plist")
    return desktop_asks(home / ".config") or _gnome_asks()


def _windows_asks() -> bool:
    """Settings, Accessibility, Visual effects: «Effets d’animation»."""
    import ctypes

    on = ctypes.c_int(1)
    user = getattr(ctypes, "windll").user32  # noqa: B009  (no such name elsewhere)
    user.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(on), 0)
    return not on.value


def mac_asks(file: Path) -> bool:
    """«Réduire les animations», in the preferences of that file."""
    import plistlib

    try:
        return bool(plistlib.loads(file.read_bytes()).get("reduceMotion", False))
    except (OSError, ValueError, AttributeError):
        return False


def desktop_asks(config: Path) -> bool:
    """KDE's speed of animations, or the switch of GTK that other desktops write."""
    speed = _written(config / "kdeglobals", "KDE", "AnimationDurationFactor")
    switch = _written(config / "gtk-3.0" / "settings.ini", "Settings", "gtk-enable-animations")
    return speed in ("0", "0.0") or switch.lower() in ("0", "false")


def _written(file: Path, section: str, key: str) -> str:
    """A value of a settings file; empty where it is not said, or where the file is damaged."""
    import configparser

    read = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        read.read(file, encoding="utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return ""
    return read.get(section, key, fallback="").strip()


def _gnome_asks() -> bool:
    """GNOME keeps it where only its own command reads it."""
    if "XDG_CURRENT_DESKTOP" not in os.environ:
        return False
    from PySide6.QtCore import QProcess

    asked = QProcess()
    asked.start("gsettings", ["get", "org.gnome.desktop.interface", "enable-animations"])
    if not asked.waitForFinished(PATIENCE):
        asked.kill()
        asked.waitForFinished(PATIENCE)
        return False
    return bytes(asked.readAllStandardOutput().data()).strip() == b"false"
