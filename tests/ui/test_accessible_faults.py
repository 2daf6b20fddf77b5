# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""On purpose, one fault of each kind: what the walks of accessibility look for would be seen."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from autodiag.bundle import installed
from tests.ui.test_accessible_roles import (
    headings,
    otherwise_named,
    twice_said,
    unnamed_groups,
    without_role,
    wordless,
    wrong_states,
)
from tests.ui.test_accessible_walk import nameless, out_of_order
from ui.theme import Theme
from ui.widgets.accessible import Picture, install_roles
from ui.widgets.buttons import icon_button
from ui.widgets.chart import Chart
from ui.widgets.labels import label
from ui.widgets.means_stepper import MeansStepper


def test_each_fault_of_accessibility_would_be_seen(qapp: QApplication) -> None:
    """On purpose: no name, no role, another name, a wrong order, no words, a false state."""
    install_roles()
    window = QWidget()
    column = QVBoxLayout(window)
    nobody, other, thing = QPushButton(), QPushButton("Enregistrer"), QWidget()
    other.setAccessibleName("Fermer")
    thing.setAccessibleName("Niveaux")
    thing.setFixedHeight(20)
    chart = Picture()
    chart.setFixedHeight(20)
    ornament = QLabel()
    ornament.setPixmap(QPixmap(10, 10))
    column.addWidget(ornament)
    after = QPushButton("Ensuite")
    for widget in (nobody, other, thing, chart, label("Vos résultats", "title"), after):
        column.addWidget(widget)
    window.show()
    QWidget.setTabOrder(other, nobody)
    assert len(nameless(window)) == 1
    assert without_role(window) == ["QWidget «Niveaux»: Client"]
    assert otherwise_named(window) == ["QPushButton «Enregistrer»: Fermer"]
    assert out_of_order(window) == ["«Fermer» puis «»"]
    assert wordless(window) == ["QLabel «»: image sans nom", "Picture «»: Graphic «»"]
    assert headings(window) == ["Vos résultats"]
    assert wrong_states(window) == []
    assert len(wrong_states(Holding(FalselyTicked()))) == 1


class FalselyTicked(QCheckBox):
    """Says of itself what Qt does not know."""

    def isChecked(self) -> bool:
        return True


class Holding(QWidget):
    """A window around one thing."""

    def __init__(self, thing: QWidget) -> None:
        super().__init__()
        QVBoxLayout(self).addWidget(thing)
        self.show()


def test_a_figure_without_a_table_would_be_seen(qapp: QApplication) -> None:
    window = Holding(Bare())
    assert wordless(window) == [
        "Bare «Une figure»: pas de tableau",
        "Bare «Une figure»: pas de description",
    ]
    assert window.layout() is not None


class Bare(Chart):
    """A figure with its name, that nothing puts in a table."""

    def __init__(self) -> None:
        super().__init__(Theme(installed().resources), installed().resources)
        self.describe("Une figure")


def test_a_name_said_twice_or_a_group_of_nothing_would_be_seen(qapp: QApplication) -> None:
    install_roles()
    theme = Theme(installed().resources)
    once = icon_button(theme, "close", name="Fermer")
    window = Holding(once)
    assert twice_said(window) == []
    once.setToolTip("Fermer")
    assert len(twice_said(window)) == 1
    means = MeansStepper(theme, "temps disponible", "Temps")
    window = Holding(means)
    assert means.accessibleName() == "Temps disponible"
    assert unnamed_groups(window) == []
    means.setAccessibleName("")
    assert len(unnamed_groups(window)) == 1


def test_the_name_of_a_pictogram_shows_under_the_mouse(qapp: QApplication) -> None:
    tool = icon_button(Theme(installed().resources), "close", name="Fermer <i>tout</i>")
    window = Holding(tool)
    assert tool.toolTip() == ""
    at = tool.mapToGlobal(QPoint(5, 5))
    QApplication.sendEvent(tool, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), at))
    assert "&lt;i&gt;" in QToolTip.text()
    assert window.isVisible()
    QToolTip.hideText()
