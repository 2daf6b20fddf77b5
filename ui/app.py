# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The Qt application: its look, its French, its threads, and the window on top of them."""

import gc
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from ui.desk import Desk
from ui.dialogs.file_dialogs import FileDialogs
from ui.failures import install
from ui.main_window import MainWindow
from ui.motion import reduce_motion
from ui.notices import Notices
from ui.paths import Paths
from ui.preferences import Preferences
from ui.tasks import TaskRunner
from ui.theme import FAMILY, Theme, starting_palette
from ui.turns import Turns

STYLE = "Fusion"


def dress(app: QApplication) -> None:
    """The style, the font and Qt's own words in French. To call before the first widget."""
    app.setStyle(STYLE)
    if FAMILY not in QFontDatabase.families():
        _add_fonts()
    _set_roles()
    speak_french(app)


def _new_application() -> QApplication:
    """Its style is told as it starts: setStyle() gives a QStyle back, whose enumerations take
    Python 6 ms to make. French comes later, for QLocale takes as long and no word of Qt's is on
    the first page."""
    app = QApplication(["Autodiag", "-style", STYLE])
    app.setApplicationName("Autodiag")
    app.setDesktopFileName("autodiag")
    _add_fonts()
    return app


def _add_fonts() -> None:
    for path in sorted((installed().resources / "fonts").glob("AutodiagSans-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def _set_roles() -> None:
    from ui.widgets.accessible import install_roles

    install_roles()


def speak_french(app: QApplication) -> None:
    """Dates, figures and Qt's own words."""
    from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

    french = QLocale("fr_FR")
    QLocale.setDefault(french)
    if app.findChild(QTranslator) is None:
        translator = QTranslator(app)  # without a parent it would be collected
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(french, "qtbase", "_", folder):
            app.installTranslator(translator)


def make_desk(app: QApplication, paths: Paths, author: Author, version: str) -> Desk:
    """What the pages work with, dressed as the preferences say."""
    preferences = Preferences(paths.settings)
    choice = preferences.theme
    palette = starting_palette() if choice == "system" else choice
    theme = Theme(paths.bundle.resources, palette, preferences.text_scale, app)
    theme.prepare()
    reduce_motion(preferences.less_motion)
    return Desk(
        paths=paths,
        author=author,
        version=version,
        theme=theme,
        preferences=preferences,
        notices=Notices(app),
        dialogs=FileDialogs(paths.dossiers),
        disk=TaskRunner(app),
        work=TaskRunner(app),
    )


def _later(app: QApplication, window: MainWindow) -> Iterator[None]:
    """What is done once the window shows, a piece at a time."""
    _set_roles()
    speak_french(app)
    yield
    yield from window.growth
    gc.enable()


def run(file: Path | None, paths: Paths, author: Author, version: str) -> int:
    """Open the window, on the dossier of `file` if any; return the exit code."""
    # its cache belongs with the user's own files, like the settings
    os.environ.setdefault("MPLCONFIGDIR", str((paths.data / "matplotlib").absolute()))
    app = QApplication.instance()
    if isinstance(app, QApplication):
        dress(app)
    else:
        app = _new_application()
    failures = install(app, paths)
    desk = make_desk(app, paths, author, version)
    window = MainWindow(desk, at_once=False)
    desk.theme.dress()
    failures.watch(window)
    window.restoreGeometry(desk.preferences.geometry)
    window.show()
    Turns(window, _later(app, window))
    if file is not None:
        QTimer.singleShot(0, partial(window.open_path, file))
    code = app.exec()
    desk.work.shutdown()
    desk.disk.shutdown()
    return code
