# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The Qt application and its window, whose screens come with the next version."""

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from autodiag.bundle import installed
from autodiag.version import VERSION

COMMANDS = (
    ("nouveau FICHIER --commune INSEE", "crée le dossier d’une collectivité"),
    ("reponses FICHIER --json", "donne les réponses"),
    ("score FICHIER --json", "calcule les scores et le profil"),
    ("comparer FICHIER --json", "compare avec les chiffres publiés"),
    ("feuille-de-route FICHIER --json", "place les actions sur trois horizons"),
    ("rapport FICHIER -o RAPPORT.pdf", "imprime le rapport"),
    ("verifier CHEMIN", "contrôle un questionnaire ou un dossier"),
    ("exemple DOSSIER", "remplit et imprime une commune d’exemple"),
    ("auto-test", "vérifie que tout fonctionne sur ce poste"),
)


class CommandsWindow(QMainWindow):
    """Says what this version does, and the commands that do it."""

    def __init__(self, file: str = "") -> None:
        super().__init__()
        self.setWindowTitle("Autodiag")
        unopened = f"{file} reste fermé\u00a0: les dossiers ne s’affichent pas encore ici.\n"
        notice = QLabel(
            f"Autodiag, version {VERSION}\n\n{unopened if file else ''}"
            "Les écrans arrivent avec la prochaine version. Tout le diagnostic fonctionne déjà "
            "depuis un terminal, avec ces commandes\u00a0:"
        )
        notice.setTextFormat(Qt.TextFormat.PlainText)
        notice.setWordWrap(True)
        commands = QPlainTextEdit("\n".join(f"python main.py {c}\n    {w}" for c, w in COMMANDS))
        commands.setReadOnly(True)
        commands.setTabChangesFocus(True)
        commands.setAccessibleName("Commandes d’Autodiag")
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.addWidget(notice)
        layout.addWidget(commands)
        self.setCentralWidget(page)
        letters = page.fontMetrics()
        self.resize(letters.averageCharWidth() * 90, letters.height() * 30)


def dress(app: QApplication) -> None:
    """The look, the font and Qt's own words in French. To call before the first widget."""
    app.setStyle("Fusion")
    for path in sorted((installed().resources / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    app.setFont(QFont("Autodiag Sans", 12))
    french = QLocale("fr_FR")
    QLocale.setDefault(french)
    translator = QTranslator(app)  # without a parent it would be collected
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(french, "qtbase", "_", folder):
        app.installTranslator(translator)


def run(argv: Sequence[str] = ()) -> int:
    """Open the window, on the dossier named in `argv` if any; return the exit code."""
    names = argv[2:] if argv and argv[0] == "--donnees" else argv
    app = QApplication([])
    dress(app)
    window = CommandsWindow(names[0] if names else "")
    window.show()
    return app.exec()
