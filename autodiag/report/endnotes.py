# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words used in the document, the studies quoted, and the figures that had no room."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from autodiag.benchmarks.sentences import margin_said
from autodiag.model.benchmark import Comparator, Study
from autodiag.report.comparison import shown, year
from autodiag.report.context import Context
from autodiag.report.flow import columns
from autodiag.report.markup import bold, join, link
from autodiag.report.panels import Stack, height_of
from autodiag.report.readings import printed_readings
from autodiag.report.series import printed_series
from autodiag.report.styles import WIDTH
from autodiag.text.numbers import count, integer, listing
from autodiag.text.typography import NO_BREAK, for_pdf

_WORD = r"[\w@]+"
_ROOM = 240
"""Points that a title and some lines of its columns take: the section begins lower on no page."""
_GAP, _TALLEST = 16.0, 400.0
"""Points: between two columns, and of a source that no column cuts."""
Margins = dict[str, dict[str, None]]
"""What is said of the margin → the numbers of the questions it holds for, in order."""


def print_glossary(context: Context) -> None:
    """Only the words that the document uses, in alphabetical order of the data."""
    story, words = context.story, context.words
    printed = _printed(story.seen)
    story.section(words.raw("titres.glossaire"), "glossaire", _ROOM)
    used = [e for e in context.content.knowledge.glossary if printed.uses(e.term)]
    if not used:
        story.text(words("glossaire.aucun"))
        return
    story.text(words("glossaire.intro"), "Note")
    with columns(story, 2):
        for entry in used:
            story.text(join([bold(f"{entry.term}{NO_BREAK}:"), entry.definition]), "Step")


@dataclass(frozen=True)
class _Printed:
    """Everything printed so far, read once for all the terms."""

    text: str
    folded: str
    words: frozenset[str]
    """Those that do not stand after an opening bracket."""

    def uses(self, term: str) -> bool:
        """Acronyms as they are written, other words whatever their case; «mot (MT)» by either
        half. An acronym always in brackets, after its own words, needs no other telling."""
        for part in re.split(r"[(/]", term):
            name = for_pdf(part.strip(" )"))
            if not name:
                continue
            if name.isupper() and re.fullmatch(_WORD, name):
                if name in self.words or f"{name}s" in self.words:
                    return True
                continue
            word, where = (name, self.text) if name.isupper() else (name.lower(), self.folded)
            # looking for the letters first spares most of the searches
            if word in where and re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", where):
                return True
        return False


def _printed(seen: Sequence[str]) -> _Printed:
    text = re.sub(r"<[^>]+>", "", "\n".join(seen))
    return _Printed(text, text.lower(), frozenset(re.findall(rf"(?<![\w(@]){_WORD}", text)))


def print_sources(context: Context) -> None:
    """The studies behind the figures printed, then the other figures found."""
    story, words, content = context.story, context.words, context.content
    story.section(words.raw("titres.sources"), "sources", _ROOM)
    comparators = content.comparison.comparators
    quoted = {c.benchmark.study.id for c in comparators}
    quoted |= {p.benchmark.study.id for one in printed_series(content) for p in one.points}
    if content.readings and printed_readings(content):
        quoted.add(content.readings.study)
    studies = [study for study in content.studies if study.id in quoted]
    if not studies:
        story.text(words("sources.aucune"))
    margins = _margins(context, comparators)
    printed = shown(comparators)
    rest = [c for c in comparators if c not in printed]
    if rest:
        story.text(words("sources.autres"), "Note")
    number = 1 if len(studies) == 1 else 2
    with columns(story, number):
        for study in studies:
            own = [c for c in rest if c.benchmark.study.id == study.id]
            with story.apart() as source:
                _study(context, study, margins.get(study.id, {}), own)
            if height_of(source, (WIDTH - _GAP) / number) > _TALLEST:
                story.flow += source
            else:
                story.flow.append(whole := Stack(source))
                whole.spaceAfter = source[0].getSpaceAfter()  # its figures, smaller, have none


def _margins(context: Context, comparators: Sequence[Comparator]) -> dict[str, Margins]:
    """By study, what its figures may be off by, where that can be known (contract B3)."""
    margins: dict[str, Margins] = {}
    phrases = context.content.phrases
    if phrases is None:
        return margins
    for comparator in comparators:
        local = comparator.benchmark.study.local  # how few they are is said in each sentence
        if not local and (said := margin_said(comparator, phrases)):
            own = margins.setdefault(comparator.benchmark.study.id, {})
            own.setdefault(said, {})[context.number(comparator.question)] = None
    return margins


def _once(
    context: Context, others: Sequence[Comparator]
) -> dict[tuple[str, tuple[str, ...]], dict[str, None]]:
    """Each figure, with what is noted of it → the numbers of the questions beside it."""
    figures: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    for one in others:
        key = one.benchmark.statement, (*one.notes,)
        figures.setdefault(key, {})[context.number(one.question)] = None
    return figures


def _study(context: Context, study: Study, margins: Margins, others: Sequence[Comparator]) -> None:
    """What it is worth, where it is read, and its figures that no page has room for."""
    story, words = context.story, context.words
    parts: list[str] = [bold(study.title), f"– {study.publisher}, {year(context, study)}."]
    if study.panel:
        parts.append(study.panel)
    if study.n is not None and integer(study.n) not in study.panel:
        parts.append(words("sources.n", n=count(study.n, "réponse")))
    parts += [
        words("sources.marge", marge=said, questions=listing([*numbers]))
        for said, numbers in margins.items()
    ]
    if study.reliability:
        parts.append(words("sources.fiabilite", texte=study.reliability))
    if study.warning:
        parts.append(study.warning)
    if study.link.startswith("http"):
        site = urlsplit(study.link).netloc.removeprefix("www.")
        parts += [words("sources.lu"), link(study.link, f"{site}.")]
    story.text(join(parts), "Fact")
    said: list[str] = []
    for (statement, notes), numbers in _once(context, others).items():
        said += [bold(listing([*numbers])), statement, *notes]
    if said:
        story.text(join(said), "RowNote")
