# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Comparaison »: published figures beside the answers. Nobody is ranked (contract B1 to B5)."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.benchmarks.compare import WithoutBenchmark, compare, said_once_per_theme
from autodiag.benchmarks.standing import strongest_first
from autodiag.model.benchmark import Comparator, Comparison
from autodiag.text.acronyms import SpeltOut
from autodiag.text.numbers import count
from autodiag.text.sentences import Sentences, read_sentences, said
from autodiag.text.typography import plain
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_answers import AnswersCard, said_without
from ui.pages.comparison_asides import Asides
from ui.pages.comparison_faces import Faces, citing_words, noted
from ui.pages.comparison_head import BY_THEME, ComparisonHead
from ui.pages.comparison_list import ComparatorList, Group
from ui.pages.comparison_remarks import about_answers, about_authority
from ui.pages.comparison_sources import SourcesCard
from ui.pages.comparison_without import WithoutCard
from ui.pages.comparison_words import ComparisonTable
from ui.pages.page import NARROW, WIDE, Page
from ui.widgets.comparator_face import PLOT_COLUMN, WIDE_PLOT, Fitting
from ui.widgets.empty_state import EmptyState
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.remark import Remark
from ui.widgets.scroll import scroll_area
from ui.widgets.scrolled import Scrolled
from ui.widgets.tab_order import chain, stops

MARGIN, WIDEST = 24, 1680
STACKED = 600
"""Below, in pixels at 100 %, the answer stands under the sentence, which has few words a line."""
LEGEND = (
    "Disque plein\u00a0: part de ceux qui le font. Disque creux\u00a0: collectivités d’une autre "
    "taille. La part de ceux qui ne le font pas est écrite, sans disque. "
    "«\u202fCommencé\u202f»\u00a0: le sujet est au moins évoqué, sans être encore en place. "
)
MARGINS = "Une marge suppose un tirage au sort qui n’a pas eu lieu\u00a0: c’est un minimum. "


class ComparisonPage(Page):
    """The strongest figures first, then what has none; those of other sizes folded; the wider
    readings under them; sources at the bottom."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        theme, resources = desk.theme, desk.paths.bundle.resources
        self._unscored = bridge.questionnaire.scoring is None
        self._sentences: Sentences = read_sentences(resources)
        self._basis: tuple[object, ...] = ()
        self._spelt = SpeltOut(())
        self._comparison = Comparison((), ())
        self._without: tuple[WithoutBenchmark, ...] = ()
        self.head = ComparisonHead(theme, unscored=self._unscored)
        self.about_answers, self.about_authority = Remark(theme), Remark(theme)
        self.near = ComparatorList(theme, resources)
        self.elsewhere = Fold(theme, self._make_elsewhere)
        self.without, self.answers = WithoutCard(theme), AnswersCard(theme)
        self.asides = Asides(desk)
        self.table = ComparisonTable(theme)
        self.sources = Fold(theme, self._make_sources)
        self._rules = label(self._legend(), "caption", tone="ink2")
        self.empty = EmptyState(
            theme,
            "scale",
            "Aucun chiffre publié pour ces questions",
            "C’est un résultat normal, pas une erreur.",
            "Voir les questions" if self._unscored else "Voir vos résultats",
        )
        self._block = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._block.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self._block)
        column.setContentsMargins(MARGIN, 20, MARGIN, MARGIN)
        column.setSpacing(12)
        for part in (
            self.head,
            self.about_authority,
            self.about_answers,
            self.near,
            self.table,
            self._rules,
            self.without,
            self.elsewhere,
            self.asides,
            self.answers,
            self.sources,
        ):
            column.addWidget(part)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self._area = scroll_area(Scrolled(self._block))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.table.hide()

    def _connect(self) -> None:
        self.head.page_asked.connect(self._on_page_asked)
        self.head.view.chosen.connect(self._on_view_chosen)
        self.head.margins.toggled.connect(self._on_look_toggled)
        self.head.words.toggled.connect(self._on_look_toggled)
        self.near.question_asked.connect(self._on_question_asked)
        self.elsewhere.toggled.connect(self._on_elsewhere_toggled)
        self.asides.page_asked.connect(self._on_page_asked)
        self.about_answers.chosen.connect(self._on_page_asked)
        self.about_authority.chosen.connect(self._on_page_asked)
        self.empty.action_chosen.connect(self._on_results_asked)
        self.desk.theme.changed.connect(self._fit)

    @property
    def comparison(self) -> Comparison:
        """What is compared now."""
        return self._comparison

    def refresh(self) -> None:
        """Compare again only if something that is compared is another one."""
        snapshot = self.bridge.snapshot
        basis = (
            *(snapshot.assessment, snapshot.authority, snapshot.facts, snapshot.questionnaire),
            *(snapshot.opening_mark, snapshot.others, self.bridge.library),
        )
        if len(self._basis) == len(basis) and all(
            new is old for new, old in zip(basis, self._basis, strict=True)
        ):
            return
        self._basis = basis
        library, questionnaire = self.bridge.library, self.bridge.questionnaire
        self._comparison = compare(
            library, questionnaire, snapshot.assessment, snapshot.authority, snapshot.facts
        )
        self._without = said_once_per_theme(library, questionnaire, self._comparison)
        commune = snapshot.authority.kind == "commune"
        self.head.say(plain(snapshot.authority.name) if commune else "")
        self._show()

    def show_detail(self, detail: object) -> None:
        """A question: its row, if it has one."""
        for row in self.near.rows:
            if detail in (row.face.question, *row.face.others):
                row.setFocus(Qt.FocusReason.OtherFocusReason)
                self._area.ensureWidgetVisible(row)
                return

    def _show(self) -> None:
        shown = [one for one in self._comparison.comparators if one.shown]
        nothing = not shown
        words = self.head.words.isChecked()
        said = said_without(self.bridge.snapshot, {one.question for one in shown})
        self.answers.show_answers(said)
        self.asides.show_beside(self.bridge, margins=self.head.margins.isChecked())
        self.empty.setVisible(nothing and not said)
        self.head.words.setEnabled(not nothing)
        self._show_remarks(shown)
        self._spelt = SpeltOut(self.bridge.knowledge.glossary)  # each acronym once, from the top
        near = [one for one in shown if one.same_size]
        far = [one for one in shown if not one.same_size]
        if words and shown:
            self.table.show_faces(self._faces().of(strongest_first(shown)))
        self.near.show_groups(self._groups(near))
        self.near.setVisible(bool(near) and not words)
        self.elsewhere.say(f"Voir ailleurs\u00a0: {count(len(far), 'repère')} d’une autre taille")
        self.elsewhere.setVisible(bool(far) and not words)
        self._fill_elsewhere()
        if far and not near:  # nothing else to read
            self.elsewhere.set_open(True)
        self.table.setVisible(words and not nothing)
        self._rules.setText(self._legend())
        self._rules.setVisible(not nothing)
        self.without.show_lacking(
            self._without, self.bridge.questionnaire.themes, shown=bool(shown)
        )
        self.sources.setVisible(not nothing)
        studies = {one.benchmark.study.id for one in self._comparison.comparators}
        self.sources.say(f"Sources\u00a0: {count(len(studies), 'étude')}")
        self._fill_sources()
        self._fit()
        self._tab_in_order()

    def _tab_in_order(self) -> None:
        """Rows come and go: what is read first is reached first."""
        far = self.elsewhere.inside
        rows = [*self.near.rows, self.table, self.elsewhere.button]
        rows += far.rows if isinstance(far, ComparatorList) else []
        above = (self.head, self.about_authority, self.about_answers)
        below = stops(self.asides) + stops(self.sources)
        chain([stop for part in above for stop in stops(part)] + rows + below)

    def _faces(self) -> Faces:
        return Faces(
            self.bridge.library,
            self.bridge.questionnaire,
            self._sentences,
            self._spelt,
            self.head.margins.isChecked(),
        )

    def _groups(self, chosen: list[Comparator], *, folded: bool = False) -> list[Group]:
        """One list, the strongest first; or a heading per theme, as for other sizes (B4)."""
        made = partial(self._faces().of, folded=folded)
        by_theme = self.head.view.choice == BY_THEME
        if not by_theme and not folded:
            return [Group(tuple(made(strongest_first(chosen))))]
        groups: list[Group] = []
        lacking = {one.theme: one for one in self._without if not (folded and by_theme)}
        for rank, theme in enumerate(self.bridge.questionnaire.themes):
            own = {question.id for question in theme.questions}
            rows = tuple(made([one for one in chosen if one.question in own], themed=True))
            if rows:
                note = noted(lacking.get(theme.id), rows, below=folded)
                groups.append(Group(rows, theme.title, rank, note))
        return groups

    def _show_remarks(self, shown: list[Comparator]) -> None:
        snapshot = self.bridge.snapshot
        about_answers(self.about_answers, snapshot.assessment, shown)
        if snapshot.authority.written_for:
            about_authority(self.about_authority, snapshot.authority, shown)
        else:
            self.about_authority.say(said(self._sentences, "couverture.autre_type"))

    def _legend(self) -> str:
        margins = self.head.margins.isChecked()
        return LEGEND + (MARGINS if margins else "") + said(self._sentences, "comparaison.regles")

    def _make_elsewhere(self) -> QWidget:
        made = ComparatorList(self.desk.theme, self.desk.paths.bundle.resources)
        made.question_asked.connect(self._on_question_asked)
        self._fill_elsewhere(made)
        return made

    def _fill_elsewhere(self, made: ComparatorList | None = None) -> None:
        inside = made or self.elsewhere.inside
        if isinstance(inside, ComparatorList):
            far = [one for one in self._comparison.comparators if one.shown and not one.same_size]
            inside.show_groups(self._groups(far, folded=True))
            inside.fit(self._fitting())

    @Slot(bool)
    def _on_elsewhere_toggled(self, _open: bool) -> None:
        self._tab_in_order()

    def _make_sources(self) -> QWidget:
        made = SourcesCard(self.desk.theme, citing_words(self._sentences, self.bridge.library))
        made.show_sources(self._comparison)
        return made

    def _fill_sources(self) -> None:
        if isinstance(self.sources.inside, SourcesCard):
            self.sources.inside.show_sources(self._comparison)

    def _fitting(self) -> Fitting:
        width = self.width() / self.desk.theme.scale
        plot = WIDE_PLOT if width >= WIDE else PLOT_COLUMN
        return Fitting(width < NARROW, plot, width < STACKED)

    @Slot()
    def _fit(self) -> None:
        fitting = self._fitting()
        self.head.fit(narrow=fitting.narrow)
        self.near.fit(fitting)
        if isinstance(self.elsewhere.inside, ComparatorList):
            self.elsewhere.inside.fit(fitting)

    @Slot(str)
    def _on_view_chosen(self, _view: str) -> None:
        self._show()

    @Slot(bool)
    def _on_look_toggled(self, _on: bool) -> None:
        self._show()

    @Slot(str)
    def _on_question_asked(self, question: str) -> None:
        self.went_to.emit("questions", question)

    @Slot(str)
    def _on_page_asked(self, page: str) -> None:
        self.went_to.emit(page, None)

    @Slot()
    def _on_results_asked(self) -> None:
        self.went_to.emit("questions" if self._unscored else "resultats", None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
