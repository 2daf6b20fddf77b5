# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The cross of a title bar, on a screen that has no window manager to draw one.

Says to a window what a window manager says then; the xdotool of some systems cannot.
"""

from ctypes import CDLL, Structure, byref, c_char_p, c_int, c_long, c_ulong, c_void_p

CLIENT_MESSAGE, FORMAT = 33, 32


class _Message(Structure):
    """XClientMessageEvent, as long as any XEvent."""

    _fields_ = (
        ("type", c_int),
        ("serial", c_ulong),
        ("send_event", c_int),
        ("display", c_void_p),
        ("window", c_ulong),
        ("message_type", c_ulong),
        ("format", c_int),
        ("data", c_long * 5),
        ("rest", c_long * 12),
    )


def ask_to_close(display: str, window: int) -> None:
    """Tell a window of a display to close, as a click on its cross does."""
    x = CDLL("libX11.so.6")
    x.XOpenDisplay.restype = c_void_p
    x.XOpenDisplay.argtypes = [c_char_p]
    x.XInternAtom.restype = c_ulong
    x.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    x.XSendEvent.argtypes = [c_void_p, c_ulong, c_int, c_long, c_void_p]
    x.XCloseDisplay.argtypes = [c_void_p]
    screen = x.XOpenDisplay(display.encode())
    protocols, delete = (
        x.XInternAtom(screen, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
    )
    message = _Message(type=CLIENT_MESSAGE, window=window, message_type=protocols, format=FORMAT)
    message.data[0] = delete
    x.XSendEvent(screen, window, 0, 0, byref(message))
    x.XCloseDisplay(screen)  # and sends what waits
