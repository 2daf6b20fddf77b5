# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Many pictures on one sheet: all the variants of a scene, or a scene beside its drawing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from tests.gallery.matrix import LOOKS, SCREENS
from tests.gallery.scenes import SCENES

CELL = 460
"""The width of a variant on a sheet, in pixels."""
BESIDE = 960
GAP, HEAD, PAPER, INK = 10, 20, "#8a8a8a", "#101010"
Cell = tuple[str, Image.Image]


def contact_sheets(out: Path) -> Iterator[Path]:
    """One sheet a scene: a row for each palette and screen, a column for each size of text."""
    for scene in SCENES:
        rows: list[list[Cell]] = []
        for palette in dict.fromkeys(look.palette for look in LOOKS):
            for screen in SCREENS:
                looks = [look for look in LOOKS if look.palette == palette]
                files = [out / look.folder(screen) / f"{scene.id}.png" for look in looks]
                rows.append([_cell(file, CELL) for file in files if file.exists()])
        if any(rows):
            yield _save(_sheet([row for row in rows if row]), out / "planches" / f"{scene.id}.png")


def beside_drawings(out: Path, drawings: Path) -> Iterator[Path]:
    """Each scene that was drawn, in light and in dark at 1366×768, beside its drawing."""
    for scene in SCENES:
        drawn = sorted(drawings.glob(f"{scene.drawing}-*.png")) if scene.drawing else []
        shown = [out / f"1366x768/{look}/{scene.id}.png" for look in ("clair-100", "sombre-100")]
        cells = [_cell(file, BESIDE) for file in (*drawn, *shown) if file.exists()]
        if drawn and len(cells) > len(drawn):
            yield _save(_sheet([cells]), out / "dessins" / f"{scene.id}.png")


def _cell(file: Path, width: int) -> Cell:
    """The picture at that width, named by its folders."""
    with Image.open(file) as picture:
        whole = picture.convert("RGB")
    size = (width, round(whole.height * width / whole.width))
    return f"{file.parent.parent.name} {file.parent.name}", whole.resize(size)


def _sheet(rows: Sequence[Sequence[Cell]]) -> Image.Image:
    wide = max(sum(picture.width + GAP for _, picture in row) for row in rows) + GAP
    heights = [max(picture.height for _, picture in row) + HEAD + GAP for row in rows]
    sheet = Image.new("RGB", (wide, sum(heights) + GAP), PAPER)
    draw, y = ImageDraw.Draw(sheet), GAP
    for row, height in zip(rows, heights, strict=True):
        x = GAP
        for name, picture in row:
            draw.text((x, y + 3), name, fill=INK)
            sheet.paste(picture, (x, y + HEAD))
            x += picture.width + GAP
        y += height
    return sheet


def _save(sheet: Image.Image, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(target)
    return target
