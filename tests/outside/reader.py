# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Reads what the accessibility layer says of an application, as a screen reader does: a process of
its own, on the bus of the session. Run by the system’s Python, which has `gi`.

A line of JSON asks, a line answers: `["tree"]`, all that shows; `["focus"]`, what has the keyboard;
`["find", role, text]`, the first of that role with that in its name; `["press", role, text]`;
`["announced"]`, what was said since this was last asked.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
THING, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
STATES = {
    1: "active",
    4: "checked",
    5: "collapsed",
    7: "editable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    23: "selected",
    24: "sensitive",
    25: "showing",
    41: "checkable",
    42: "has-popup",
    43: "read-only",
}
"""Those of AT-SPI that are looked at, by their number."""
SAID = "object:announcement"
PATIENCE = 10
"""Seconds for the application to be there."""

Place = tuple[str, str]
"""A name on the bus and a path."""


class Layer:
    """The accessibility bus."""

    def __init__(self) -> None:
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        asked = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
        flags = Gio.DBusCallFlags.NONE
        (address,) = session.call_sync(*asked, None, None, flags, 5000, None).unpack()
        client = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        bus = client | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self._bus = Gio.DBusConnection.new_for_address_sync(address, bus, None, None)
        self._announced: list[str] = []
        self._listen()

    def _listen(self) -> None:
        """Ask for announcements, as a screen reader does: nobody sends them unasked."""
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
        given = GLib.Variant("(sass)", (SAID, [], ""))
        self.ask(registry, "RegisterEvent", "org.a11y.atspi.Registry", given)
        event = ("org.a11y.atspi.Event.Object", "Announcement", None, None)
        self._bus.signal_subscribe(None, *event, Gio.DBusSignalFlags.NONE, self._on_said)

    def _on_said(self, *signal: Any) -> None:
        self._announced.append(signal[-1].unpack()[3])

    def announced(self) -> list[str]:
        """What was said since this was last asked."""
        while GLib.MainContext.default().iteration(False):
            pass
        said, self._announced = self._announced, []
        return said

    def ask(self, place: Place, what: str, of: str = THING, given: Any = None) -> Any:
        """What a method answers."""
        flags = Gio.DBusCallFlags.NONE
        said = self._bus.call_sync(*place, of, what, given, None, flags, 5000, None).unpack()
        return said[0] if said else None

    def told(self, place: Place, name: str) -> Any:
        """A property."""
        given = GLib.Variant("(ss)", (THING, name))
        return self.ask(place, "Get", "org.freedesktop.DBus.Properties", given)

    def states(self, place: Place) -> list[str]:
        low, high = self.ask(place, "GetState")
        bits = low | high << 32
        return [name for number, name in STATES.items() if bits >> number & 1]

    def labelled_by(self, place: Place) -> list[str]:
        """The names of what names it: relation 2 of AT-SPI."""
        relations = dict(self.ask(place, "GetRelationSet"))
        return [self.told(tuple(one), "Name") for one in relations.get(2, ())]

    def application(self, name: str) -> Place:
        """The one of that name, once it is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for child in self.ask(("org.a11y.atspi.Registry", ROOT), "GetChildren"):
                if self.told(child, "Name") == name:
                    return child
            time.sleep(0.1)
        raise SystemExit(f"no application «{name}» on the accessibility bus")

    def read(self, place: Place, *, deep: bool = True) -> dict[str, Any]:
        """A thing, what it says of itself, and what shows in it."""
        node = {
            "role": self.ask(place, "GetRoleName"),
            "name": self.told(place, "Name"),
            "description": self.told(place, "Description"),
            "states": self.states(place),
            "labelled_by": self.labelled_by(place),
        }
        if deep:
            node["children"] = [self.read(child) for child in self.shown(place)]
        return node

    def shown(self, place: Place) -> list[Place]:
        children = [tuple(child) for child in self.ask(place, "GetChildren")]
        return [child for child in children if "showing" in self.states(child)]

    def everything(self, place: Place, *, tabs: bool = True) -> Iterator[Place]:
        """In the order of reading; without the tabs of a bar, where they are not wanted."""
        yield place
        if tabs or self.ask(place, "GetRoleName") != "page tab list":
            for child in self.shown(place):
                yield from self.everything(child, tabs=tabs)


def answer(layer: Layer, application: Place, asked: str, *words: str) -> object:
    """What was asked for; None where nothing is like that."""
    if asked == "tree":
        windows = [tuple(window) for window in layer.ask(application, "GetChildren")]
        return [layer.read(one) for one in windows if "showing" in layer.states(one)]
    if asked == "announced":
        return layer.announced()
    found = focused(layer, application) if asked == "focus" else named(layer, application, *words)
    if found is None:
        return None
    if asked == "press":
        return layer.ask(found, "DoAction", ACTION, GLib.Variant("(i)", (0,)))
    return layer.read(found, deep=False)


def focused(layer: Layer, application: Place) -> Place | None:
    """What has the keyboard. Qt says that of the current tab too, wherever the focus is."""
    places = layer.everything(application, tabs=False)
    return next((place for place in places if "focused" in layer.states(place)), None)


def named(layer: Layer, application: Place, role: str, text: str) -> Place | None:
    """The first of that role, with that in its name."""
    for place in layer.everything(application):
        if layer.ask(place, "GetRoleName") == role and text in layer.told(place, "Name"):
            return place
    return None


def main(name: str) -> None:
    layer = Layer()
    application = layer.application(name)
    for line in sys.stdin:
        print(json.dumps(answer(layer, application, *json.loads(line))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
