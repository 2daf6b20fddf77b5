# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""`python -m tests.outside`: the page of the questions as AT-SPI tells it to another process."""

import sys
import tempfile
from pathlib import Path

from tests.outside.journey import to_the_questions
from tests.outside.listening import listening, missing


def main() -> int:
    """Print the tree of what shows, a line each, in the order of reading."""
    lack = missing()
    if lack:
        print(f"This system has no {lack}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "Documents").mkdir()
        with listening(home) as listener:
            to_the_questions(listener)
            windows = listener.windows()
    print("\n".join(line for window in windows for line in window.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
