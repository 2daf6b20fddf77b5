# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The comparison « en mots »: the rows and their plots as one table."""

from collections.abc import Sequence

from ui.theme import Theme
from ui.widgets.comparator_face import RowFace
from ui.widgets.words_table import WordsTable

HEAD = ("Ce que font les autres", "Source", "Part publiée", "Taille", "Vous")
WIDTHS = (46, 24, 12, 9, 9)


class ComparisonTable(WordsTable):
    """One line a row of the page, those of another size too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Les repères, en mots", HEAD, WIDTHS)

    def show_faces(self, faces: Sequence[RowFace]) -> None:
        """Show the data of these rows."""
        self.show_rows([_cells(face) for face in faces])


def _cells(face: RowFace) -> tuple[str, ...]:
    sentence = " ".join(filter(None, (face.sentence, *face.notes)))
    share = face.plot.said if face.plot else "Pas une part"
    size = "autre" if face.aside else "la vôtre, ou toutes"
    return sentence, face.source, share, size, face.state
