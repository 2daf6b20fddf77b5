# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a screen reader says of each thing of a page: what it is, its name, its state; and each
figure in words too (house.md section 7)."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.gallery.acts import press
from tests.ui.eye import told
from tests.ui.rounds import PAGES, Shown, calm
from tests.ui.test_accessible_walk import at
from ui.dialogs.help_dialog import show_help
from ui.pages.page import Page
from ui.widgets.accessible import Picture
from ui.widgets.card import Card
from ui.widgets.chart import Chart
from ui.widgets.score_row import ScoreRow
from ui.widgets.tab_order import stops
from ui.widgets.trace_row import TraceRow
from ui.widgets.words_table import WordsTable

Role = QAccessible.Role
Text = QAccessible.Text
CONTROLS = {Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox}
CONTROLS |= {Role.EditableText, Role.SpinBox, Role.PageTabList, Role.List, Role.ListItem}
CONTROLS |= {Role.Link, Role.Table, Role.Document, Role.Graphic, Role.Slider}
SAID = (Text.Name, Text.Description)
NUMBER = re.compile(r"\d+(?:,\d+)?")
NOTHING_SAID = {Role.NoRole, Role.Client, Role.Border}
"""What Qt says of a widget that it knows nothing of."""

pages = pytest.mark.parametrize("page", PAGES)
dossiers = pytest.mark.parametrize(
    "shown", ["rempli", pytest.param("vide", marks=pytest.mark.long)], indirect=True
)
filled = pytest.mark.parametrize("shown", ["rempli"], indirect=True)


def heard(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def visible(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not _only_holds(widget):
            yield widget


def _only_holds(widget: QWidget) -> bool:
    """Pages, and what scrolls: the focus there is that of what they hold."""
    ours = type(widget).__module__.startswith("ui.")
    plain = isinstance(widget, QAbstractScrollArea) and not ours
    return isinstance(widget, Page) or (plain and not isinstance(widget, QPlainTextEdit))


def without_role(window: QWidget) -> list[str]:
    """What is reached, or named, and of which nobody knows what it is."""
    found: list[str] = []
    for widget in visible(window):
        role = heard(widget).role()
        if widget.focusPolicy().value and role not in CONTROLS:
            found.append(f"{told(widget)}: {role.name} au clavier")
        elif widget.accessibleName() and role in NOTHING_SAID:
            found.append(f"{told(widget)}: {role.name}")
    return found


def otherwise_named(window: QWidget) -> list[str]:
    """Buttons whose words are not in their name: who says them aloud would press nothing."""
    found: list[str] = []
    for button in window.findChildren(QAbstractButton):
        seen = _plain(getattr(button, "said", button.text()))  # what is painted, where it differs
        if button.isVisible() and seen and seen not in _plain(heard(button).text(Text.Name)):
            found.append(f"{told(button)}: {heard(button).text(Text.Name)[:50]}")
    return found


def _plain(text: str) -> str:
    """Words alone, as they are said."""
    return " ".join(re.findall(r"\w+", re.sub(r"&(?!&)", "", text).lower()))


def wrong_states(window: QWidget) -> list[str]:
    """What says that it is ticked, usable or changeable, and is not, or the reverse."""
    found: list[str] = []
    for widget in visible(window):
        state = heard(widget).state()
        wrong = bool(state.disabled) is widget.isEnabled()
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            wrong |= bool(state.checked) is not widget.isChecked() or not state.checkable
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            wrong |= bool(state.readOnly) is not widget.isReadOnly()
        if wrong:
            found.append(told(widget))
    return found


def wordless(window: QWidget) -> list[str]:
    """Pictures without a name, charts without a description or whose page has no table, ornaments
    that are heard."""
    found = [
        f"{told(words)}: image sans nom"
        for words in window.findChildren(QLabel)
        if words.isVisible() and heard(words).role() == Role.Graphic and not words.accessibleName()
    ]
    for picture in window.findChildren(Picture):
        if not picture.isVisible():
            continue
        said = heard(picture)
        adorns = said.role() == Role.Whitespace
        if (said.role() != Role.Graphic and not adorns) or adorns == bool(said.text(Text.Name)):
            found.append(f"{told(picture)}: {said.role().name} «{said.text(Text.Name)}»")
        page = _page_of(picture)
        if isinstance(picture, Chart) and not page.findChildren(WordsTable):
            found.append(f"{told(picture)}: pas de tableau")
        if isinstance(picture, Chart) and not said.text(Text.Description):
            found.append(f"{told(picture)}: pas de description")
    return found


def _page_of(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(widget, Page):
        widget, parent = parent, parent.parentWidget()
    return widget


def headings(window: QWidget) -> list[str]:
    """The titles that one jumps to, in their order."""
    return [
        heard(words).text(Text.Name)
        for words in window.findChildren(QLabel)
        if words.isVisible() and heard(words).role() == Role.Heading
    ]


def twice_said(window: QWidget) -> list[str]:
    """Buttons whose description only repeats their name."""
    return [
        told(button)
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and heard(button).text(Text.Description) == heard(button).text(Text.Name) != ""
    ]


def unsaid(window: QWidget) -> list[str]:
    """The words that stand on a button and that it does not say: answers, levels, weights."""
    found: list[str] = []
    for button in window.findChildren(QAbstractButton):
        said = _plain(" ".join(heard(button).text(kind) for kind in SAID))
        texts = [words.text() for words in button.findChildren(QLabel) if words.isVisible()]
        missing = [text for text in texts if _plain(re.sub("<[^>]*>", "", text)) not in said]
        found += [f"{told(button)} ne dit pas «{text[:50]}»" for text in missing]
    return found


def unnamed_groups(window: QWidget) -> list[str]:
    """Groups of ours that do not say of what."""
    return [
        told(widget)
        for widget in visible(window)
        if getattr(widget, "HEARD_AS", "") == "Grouping" and not heard(widget).text(Text.Name)
    ]


def unnamed(window: QWidget) -> list[str]:
    """What the tabulation key goes to and has no name. Not by `nextInFocusChain`: PySide takes what
    it returns for a part of the widget before, and loses it when that one is deleted."""
    ready = [one for one in stops(window) if one.isVisible() and one.isEnabled()]
    return [told(one) for one in ready if not heard(one).text(Text.Name)]


@dossiers
@pages
def test_everything_says_what_it_is_its_name_and_its_state(shown: Shown, page: str) -> None:
    window = at(shown, page)
    assert without_role(window) == []
    assert otherwise_named(window) == []
    assert wrong_states(window) == []
    assert twice_said(window) == []
    assert unnamed_groups(window) == []
    assert unsaid(window) == []


@dossiers
@pages
def test_every_figure_is_in_words_too(shown: Shown, page: str) -> None:
    assert wordless(at(shown, page)) == []


@dossiers
@pages
def test_every_page_has_titles_that_one_jumps_to(shown: Shown, page: str) -> None:
    assert [title for title in headings(at(shown, page)._page(page)) if title]


@pytest.mark.parametrize("shown", ["accueil"], indirect=True)
def test_the_welcome_page_and_the_help_say_what_they_are_too(shown: Shown) -> None:
    window, desk = shown
    calm(window, desk)
    help_window = show_help(desk, window)
    calm(help_window, desk)
    for seen in (window, help_window):
        assert without_role(seen) == []
        assert otherwise_named(seen) == []
        assert wrong_states(seen) == []
        assert wordless(seen) == []
        assert headings(seen)
    help_window.close()


@filled
def test_a_gauge_says_its_values(shown: Shown) -> None:
    """In words, where no table repeats them: scores, impression, days."""
    kinds: set[str] = set()
    silent: list[str] = []
    for page in ("resultats", "feuille"):
        for gauge in at(shown, page)._page(page).findChildren(Picture):
            if gauge.isVisible() and heard(gauge).role() == Role.Graphic:
                said = " ".join(heard(gauge).text(kind) for kind in SAID)
                kinds.add(type(gauge).__name__)
                silent += [] if NUMBER.search(said) else [f"{told(gauge)}: {said}"]
    assert {"RangeBar", "FeltChart", "CapacityBar"} <= kinds
    assert silent == []


@filled
def test_every_score_says_what_its_bar_shows_and_asks_why(shown: Shown) -> None:
    rows = [r for r in at(shown, "resultats").findChildren(ScoreRow) if r.isVisible()]
    for row in rows:
        title, figures = (words.text() for words in row.findChildren(QLabel) if words.text())
        said = heard(row).text(Text.Description)
        bar, why = said.removesuffix(f" Pourquoi {figures}\u202f?"), f"Pourquoi {figures}\u202f?"
        assert said.endswith(why)
        assert bar.startswith(f"{title}\u00a0: ")
        assert "sur\u00a04" in bar
        for told_of in (bar, heard(row).text(Text.Name)):
            assert set(NUMBER.findall(figures)) <= set(NUMBER.findall(told_of))
    assert len(rows) == 9


@filled
def test_every_line_of_a_score_says_the_answer_its_level_and_its_weight(shown: Shown) -> None:
    window, desk = shown
    press(at(shown, "resultats"), "Cybersécurité, ")
    calm(window, desk)
    rows = [row for row in window.findChildren(TraceRow) if row.isVisible()]
    names = [heard(row).text(Text.Name) for row in rows]
    found = unsaid(window)
    press(window, "Tous les résultats")
    line = re.compile(r"\d\.\d .+\? .+ (Niveau|De 0 à)\s\d\. Compte\s\d\sfois\.")
    assert names
    assert [name for name in names if not line.match(name)] == []
    assert found == []


def cells(tables: Sequence[WordsTable]) -> Iterator[str]:
    """All that is written in tables."""
    for table in tables:
        for row, column in itertools.product(range(table.rowCount()), range(table.columnCount())):
            item = table.item(row, column)
            yield item.text() if item is not None else ""


def _figures(texts: Iterable[str]) -> list[str]:
    """The numbers of some texts; an axis has none of its own."""
    return [one for text in texts if not text.startswith("Axe") for one in NUMBER.findall(text)]


def _card(chart: QWidget) -> QWidget:
    """What a chart stands in: its own words may say all of it."""
    one: QWidget | None = chart
    while one is not None and not isinstance(one, Card):
        one = one.parentWidget()
    return one or chart


@filled
def test_the_table_of_a_figure_is_one_button_away(shown: Shown) -> None:
    found: list[str] = []
    for page in ("resultats", "comparaison"):
        window = at(shown, page)
        ways = [b for b in window.findChildren(QAbstractButton) if "en mots" in b.text().lower()]
        shown_ones = [way for way in ways if way.isVisible()]
        charts = [chart for chart in window.findChildren(Chart) if chart.isVisible()]
        told_by_charts = [heard(chart).text(kind) for chart in charts for kind in SAID]
        beside = [one.text() for chart in charts for one in _card(chart).findChildren(QLabel)]
        assert shown_ones, page
        for way in shown_ones:
            way.click()
        tables = [t for t in window._page(page).findChildren(WordsTable) if t.isVisible()]
        found += [heard(table).role().name for table in tables]
        told = set(_figures([*cells(tables), *beside]))
        assert told_by_charts
        assert set(_figures(told_by_charts)) - told == set(), page
        for way in shown_ones:
            way.click()
    assert found
    assert set(found) == {"Table"}
