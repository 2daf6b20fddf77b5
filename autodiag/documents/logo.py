# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A picture chosen as a logo: read once, and refused when no document could show it."""
# the stubs of python-docx do not know its inside
# pyright: basic

from pathlib import Path

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from autodiag.errors import AutodiagError

ENDINGS = ("png", "jpg", "jpeg")
LIMIT = 5_000_000
"""Bytes."""
_BAD = (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
    LookupError,
    ValueError,
    ZeroDivisionError,
)


def read_logo(path: Path) -> bytes:
    """The picture. Raises AutodiagError when it is missing, too heavy, or no PNG or JPEG."""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe may never end
            raise AutodiagError("logo_illisible", fichier=path.name)
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise AutodiagError("logo_introuvable", fichier=path.name) from None
    except OSError:
        raise AutodiagError("logo_illisible", fichier=path.name) from None
    if len(data) > LIMIT or not _is_picture(data):
        raise AutodiagError("logo_illisible", fichier=path.name)
    return data


def _is_picture(data: bytes) -> bool:
    try:
        picture = Image.from_blob(data)
        return (
            picture.ext in ENDINGS and min(picture.px_width, picture.px_height, picture.width) > 0
        )
    except _BAD:
        return False
