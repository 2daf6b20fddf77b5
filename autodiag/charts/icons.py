# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The project’s own SVG pictograms as paths for charts: only the few SVG words they are written in.

Knows nothing of where a picture stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, ceil, cos, degrees, hypot, pi, radians, sin, sqrt
from pathlib import Path as File
from xml.etree import ElementTree

from matplotlib.path import Path

Point = tuple[float, float]
_MOVE, _LINE, _CURVE, _CLOSE = (
    int(code) for code in (Path.MOVETO, Path.LINETO, Path.CURVE4, Path.CLOSEPOLY)
)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One shape of a picture: its path, y upwards, its line width (0: filled), round ends."""

    path: Path
    width: float
    round: bool = True


@dataclass(frozen=True, slots=True)
class Icon:
    """A square picture of `size` units."""

    size: float
    strokes: tuple[Stroke, ...]


class Icons:
    """The pictures of a folder, each read once. One that is missing or spoilt is None: a report is
    never lost for a pictogram."""

    def __init__(self, folder: File) -> None:
        self._folder = folder
        self._read: dict[str, Icon | None] = {}

    def named(self, name: str) -> Icon | None:
        """The picture of `name`.svg."""
        if name not in self._read:
            try:
                self._read[name] = load_icon(self._folder / f"{name}.svg")
            except (OSError, ValueError):
                self._read[name] = None
        return self._read[name]

    def theme(self, theme_id: str) -> Icon | None:
        """The picture of a theme, from theme-<number>-<id>.svg."""
        names = (file.stem for file in sorted(self._folder.glob("theme-*.svg")))
        key = f"theme:{theme_id}"
        if key not in self._read:
            found = next((name for name in names if name.split("-", 2)[-1] == theme_id), "")
            self._read[key] = self.named(found) if found else None
        return self._read[key]


def load_icon(file: File) -> Icon:
    """The picture of a file. Raises OSError where it is missing, ValueError where it cannot be
    read as one of ours."""
    try:
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314  (installed)
        size = float(root.attrib["width"])
        width = float(root.get("stroke-width", 0))
        ends = root.get("stroke-linecap") == "round"
        return Icon(size, tuple(_stroke(element, size, width, ends) for element in root))
    except (ElementTree.ParseError, KeyError, IndexError) as error:
        raise ValueError(file.name) from error


def _stroke(element: ElementTree.Element, size: float, width: float, ends: bool) -> Stroke:
    own = element.attrib
    width = float(own.get("stroke-width", width))
    if own.get("fill", "none") != "none":
        width = 0.0
    kind = element.tag.rpartition("}")[2]
    number = {key: float(own[key]) for key in ("cx", "cy", "r", "rx", "ry") if key in own}
    match kind:
        case "path":
            pen = _Pen(size)
            pen.draw(own["d"])
        case "circle" | "ellipse":
            pen = _Pen(size)
            rx = number["r"] if kind == "circle" else number["rx"]
            ry = number["r"] if kind == "circle" else number["ry"]
            x, y = number["cx"], number["cy"]
            pen.draw(f"M{x + rx} {y}A{rx} {ry} 0 0 1 {x - rx} {y}A{rx} {ry} 0 0 1 {x + rx} {y}z")
        case "rect":
            pen = _Pen(size)
            pen.draw(_rounded(own))
        case _:
            raise ValueError(kind)
    return Stroke(pen.path(), width, ends)


def _rounded(own: dict[str, str]) -> str:
    x, y, w, h = (float(own[key]) for key in ("x", "y", "width", "height"))
    r = float(own.get("rx", 0))
    arc = f"a{r} {r} 0 0 1" if r else "l"
    return (
        f"M{x + r} {y}h{w - 2 * r}{arc} {r} {r}v{h - 2 * r}{arc} {-r} {r}"
        f"h{2 * r - w}{arc} {-r} {-r}v{2 * r - h}{arc} {r} {-r}z"
    )


_PARTS = re.compile(r"[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "A": 7, "Z": 0}


class _Pen:
    """Follows the path language of SVG, and turns its arcs into curves."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._points: list[Point] = []
        self._codes: list[int] = []
        self._at = self._start = self._control = (0.0, 0.0)

    def path(self) -> Path:
        """What was drawn, y upwards."""
        points = [(x, self._size - y) for x, y in self._points]
        return Path(points, self._codes)

    def draw(self, text: str) -> None:
        """Every command of a «d» attribute."""
        for command, numbers in _commands(_PARTS.findall(text)):
            base = self._at if command.islower() else (0.0, 0.0)
            last = self._at
            match command.upper():
                case "H":
                    self._line((numbers[0] + base[0], last[1]))
                case "V":
                    self._line((last[0], numbers[0] + base[1]))
                case "A":
                    end = numbers[5] + base[0], numbers[6] + base[1]
                    self._arc((numbers[0], numbers[1]), (numbers[3], numbers[4]), end)
                case "Z":
                    self._add(_CLOSE, self._start)
                case kind:
                    points = [
                        (numbers[i] + base[0], numbers[i + 1] + base[1])
                        for i in range(0, len(numbers), 2)
                    ]
                    self._through(kind, points)

    def _through(self, kind: str, points: Sequence[Point]) -> None:
        if kind == "M":
            self._start = points[0]
            self._add(_MOVE, points[0])
        elif kind == "L":
            self._line(points[0])
        else:
            if kind == "S":
                (x, y), (cx, cy) = self._at, self._control
                points = [(2 * x - cx, 2 * y - cy), *points]
            self._curve(points)

    def _line(self, to: Point) -> None:
        self._add(_LINE, to)

    def _curve(self, points: Sequence[Point]) -> None:
        for point in points:
            self._add(_CURVE, point)
        self._control = points[1]

    def _add(self, code: int, to: Point) -> None:
        self._points.append(to)
        self._codes.append(code)
        self._at = self._control = to

    def _arc(self, radii: Point, flags: Point, end: Point) -> None:
        """An arc without rotation, as curves of at most a quarter turn (SVG 1.1, F.6)."""
        (x0, y0), (x1, y1) = self._at, end
        rx, ry = radii
        dx, dy = (x0 - x1) / 2 / rx, (y0 - y1) / 2 / ry
        far = hypot(dx, dy)
        rx, ry, dx, dy = (rx * far, ry * far, dx / far, dy / far) if far > 1 else (rx, ry, dx, dy)
        away = sqrt(max(0.0, 1 / (dx * dx + dy * dy) - 1)) * (1 if flags[0] != flags[1] else -1)
        cx, cy = (x0 + x1) / 2 + away * rx * dy, (y0 + y1) / 2 - away * ry * dx
        first = atan2((y0 - cy) / ry, (x0 - cx) / rx)
        turn = atan2((y1 - cy) / ry, (x1 - cx) / rx) - first
        turn += 2 * pi if flags[1] and turn < 0 else -2 * pi if not flags[1] and turn > 0 else 0
        for curve in _bends((cx, cy), (rx, ry), first, turn):
            self._curve(curve)


def _commands(parts: Sequence[str]) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; a command not repeated goes on, a move going on as a line."""
    at, command = 0, ""
    while at < len(parts):
        if parts[at].isalpha():
            command, at = parts[at], at + 1
        takes = _TAKES[command.upper()]
        yield command, [float(part) for part in parts[at : at + takes]]
        at += takes
        if command in "Mm":
            command = "L" if command == "M" else "l"


def _bends(middle: Point, radii: Point, first: float, turn: float) -> Iterator[list[Point]]:
    """An arc, in radians, as curves of at most a quarter turn: two handles and an end each."""
    (x, y), (rx, ry) = middle, radii
    if not turn:
        return
    number = max(1, ceil(abs(degrees(turn)) / 90 - 1e-9))
    step = turn / number
    k = 4 / 3 * (1 - cos(step / 2)) / sin(step / 2)
    for i in range(number):
        a, b = first + i * step, first + (i + 1) * step
        yield [
            (x + rx * (cos(a) - k * sin(a)), y + ry * (sin(a) + k * cos(a))),
            (x + rx * (cos(b) + k * sin(b)), y + ry * (sin(b) - k * cos(b))),
            (x + rx * cos(b), y + ry * sin(b)),
        ]


def sector(centre: Point, radii: tuple[float, float], angles: tuple[float, float]) -> Path:
    """A piece of a ring between two radii and two angles (degrees, from the right upwards)."""
    (x, y), (inner, outer) = centre, radii
    first, last = (radians(angle) for angle in angles)
    points: list[Point] = []
    codes: list[int] = []
    for radius, start, turn in ((outer, first, last - first), (inner, last, first - last)):
        codes.append(_LINE if points else _MOVE)
        points.append((x + radius * cos(start), y + radius * sin(start)))
        for curve in _bends(centre, (radius, radius), start, turn):
            points += curve
            codes += [_CURVE] * 3
    return Path([*points, points[0]], [*codes, _CLOSE])
