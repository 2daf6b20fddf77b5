# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The words used in the document, the studies quoted, and the figures that had no room."""

import re
from collections.abc import Sequence

from autodiag.benchmarks.phrases import load_phrases
from autodiag.benchmarks.sentences import margin_said
from autodiag.model.benchmark import Comparator, Study
from autodiag.report.comparison import shown, source_line, year
from autodiag.report.context import Context
from autodiag.report.installed import reading
from autodiag.report.markup import bold, join, link
from autodiag.text.numbers import count, listing
from autodiag.text.typography import for_pdf

Margins = dict[str, dict[str, None]]
"""What is said of the margin → the numbers of the questions it holds for, in order."""


def print_glossary(context: Context) -> None:
    """Only the words that the document uses, in alphabetical order of the data."""
    story, words = context.story, context.words
    text = re.sub(r"<[^>]+>", "", "\n".join(story.seen))
    folded = text.lower()
    story.section(words.raw("titres.glossaire"), "glossaire")
    used = [e for e in context.content.knowledge.glossary if _is_used(e.term, text, folded)]
    if not used:
        story.text(words("glossaire.aucun"))
        return
    story.text(words("glossaire.intro"), "Note")
    for entry in used:
        story.text(join([bold(f"{entry.term} :"), entry.definition]), "Step")


def _is_used(term: str, text: str, folded: str) -> bool:
    """Acronyms as they are written, other words whatever their case; «mot (MT)» by either half.

    `folded` is the text in small letters: looking there first spares most of the searches.
    """
    names = [name.strip(" )") for name in re.split(r"[(/]", term) if name.strip(" )")]
    for name in names:
        word, where = (name, text) if name.isupper() else (name.lower(), folded)
        word = for_pdf(word)
        if word in where and re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", where):
            return True
    return False


def print_sources(context: Context) -> None:
    """The studies behind the figures printed, then the other figures found."""
    story, words, content = context.story, context.words, context.content
    story.section(words.raw("titres.sources"), "sources")
    comparators = content.comparison.comparators
    quoted = {c.benchmark.study.id for c in comparators}
    studies = [study for study in content.studies if study.id in quoted]
    if not studies:
        story.text(words("sources.aucune"))
    margins = _margins(context, comparators)
    for study in studies:
        _study(context, study, margins.get(study.id, {}))
    printed = shown(comparators)
    rest = [c for c in comparators if c not in printed]
    if rest:
        _rest(context, rest)
    references = _references(context)
    if references:
        story.heading(2, words.raw("titres.textes"))
        story.text(words("sources.textes"), "Note")
    for title, addresses in references:
        with story.together():
            story.text(bold(f"{title} :"), "Small")
            _addresses(context, addresses)


def _margins(context: Context, comparators: Sequence[Comparator]) -> dict[str, Margins]:
    """By study, what its figures may be off by, where that can be known (contract B3)."""
    margins: dict[str, Margins] = {}
    if not comparators:
        return margins
    file = context.content.resources / "benchmarks" / "phrases.toml"
    with reading(file):
        phrases = load_phrases(file, [])
        for comparator in comparators:
            if said := margin_said(comparator, phrases):
                own = margins.setdefault(comparator.benchmark.study.id, {})
                own.setdefault(said, {})[context.number(comparator.question)] = None
    return margins


def _study(context: Context, study: Study, margins: Margins) -> None:
    story, words = context.story, context.words
    with story.together():
        story.text(
            join([bold(study.title), f"– {study.publisher}, {year(context, study)}."]), "Source"
        )
        parts: list[str] = [study.panel] if study.panel else []
        if study.n is not None:
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
            story.text(join(parts), "Small")
            _addresses(context, [study.link])
        else:
            story.text(join(parts), "Small")


def _addresses(context: Context, addresses: Sequence[str]) -> None:
    """Each on its own line: after other words, one could be cut inside «https://»."""
    for address in addresses:
        context.story.text(link(address, address), "Small")


def _rest(context: Context, rest: list[Comparator]) -> None:
    """Beyond two per question: the statement and its source, without any reading of the answer."""
    story, words = context.story, context.words
    story.heading(2, words.raw("titres.autres_reperes"))
    story.text(words("sources.autres"), "Note")
    lines = [
        join(
            [
                bold(context.number(c.question)),
                c.benchmark.statement,
                f"({source_line(context, c.benchmark)})",
            ]
        )
        for c in rest
    ]
    story.items(lines, "Step")


def _references(context: Context) -> list[tuple[str, list[str]]]:
    """The addresses behind the obligations to do or to check, by obligation."""
    known = context.content.knowledge.sources
    out: list[tuple[str, list[str]]] = []
    for state in context.content.obligations:
        if state.state not in ("non_remplie", "a_verifier"):
            continue
        sources = [known.get(source, "") for source in state.obligation.sources]
        addresses = [found[0] for s in sources if (found := re.match(r"https?://\S+", s))]
        if addresses:
            out.append((state.obligation.title, addresses))
    return out
