# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The report as a whole: sections in order, page furniture, and the file on disk."""
# the stubs of reportlab do not know its inside
# pyright: basic, reportAttributeAccessIssue=false, reportArgumentType=false

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from autodiag.charts.look import load_look
from autodiag.report.answer_grid import print_grid
from autodiag.report.attestation import print_attestation
from autodiag.report.blank_form import print_blank
from autodiag.report.comparison import print_comparison
from autodiag.report.content import Model, ReportContent
from autodiag.report.contents import SECTIONS, UNSCORED, print_contents
from autodiag.report.context import Context
from autodiag.report.cover import print_cover
from autodiag.report.edition import public_edition
from autodiag.report.endnotes import print_glossary, print_sources
from autodiag.report.felt import print_felt
from autodiag.report.files import check_target, replace_file
from autodiag.report.fonts import REGULAR, register_fonts
from autodiag.report.handover import print_handover
from autodiag.report.installed import reading
from autodiag.report.letters import Letters
from autodiag.report.markup import Words
from autodiag.report.method import print_method
from autodiag.report.obligations import print_obligations
from autodiag.report.pictograms import Pictogram
from autodiag.report.profile import print_profile
from autodiag.report.questions import print_questions
from autodiag.report.replies import print_page_of_replies, print_replies
from autodiag.report.reserved import Named, reserved
from autodiag.report.roadmap import print_roadmap
from autodiag.report.sheets import print_sheets
from autodiag.report.since import print_since
from autodiag.report.story import Story
from autodiag.report.styles import (
    COVER_HEIGHT,
    FOOTER_RULE,
    FRAME_BOTTOM,
    FRAME_HEIGHT,
    LARGE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE,
    SMALL,
    TOP,
    WIDTH,
)
from autodiag.report.synthesis import print_synthesis
from autodiag.report.tagged import TaggedCanvas
from autodiag.report.tags import prepare_reportlab
from autodiag.report.themes import print_themes
from autodiag.report.verification import print_verification
from autodiag.text.numbers import day
from autodiag.text.typography import for_pdf

Progress = Callable[[int, int, str], None]
"""`progress(done, total, label)`; it may raise to stop."""

_WHOLE = ("complet", "synthese")
"""The models that are named after the questionnaire, where it is not scored."""
_MARK = 17.0
"""Points: the side of the project’s mark at the top of each page."""

_SECTIONS: tuple[Callable[[Context], None], ...] = (
    print_cover,
    print_synthesis,
    print_contents,
    print_profile,
    print_themes,
    print_since,
    print_comparison,
    print_felt,
    print_obligations,
    print_roadmap,
    print_sheets,
    print_questions,
    print_method,
    print_glossary,
    print_sources,
)

_UNSCORED: tuple[Callable[[Context], None], ...] = (
    print_cover,
    print_contents,
    print_replies,
    print_since,
    print_comparison,
    print_felt,
    print_glossary,
    print_sources,
)
"""Without a score there is no profile, no plan and no proof of an obligation."""
_UNSCORED_PUBLIC: tuple[Callable[[Context], None], ...] = (
    print_cover,
    print_contents,
    print_comparison,
    print_questions,
    print_glossary,
    print_sources,
)

_OTHER_MODELS: dict[Model, tuple[Callable[[Context], None], ...]] = {
    "synthese": (print_synthesis,),
    "passation": (print_handover,),
    "questionnaire-vierge": (print_blank, print_grid),
    "fiche-verification": (print_verification,),
    "attestation": (print_attestation,),
}


def build(
    content: ReportContent,
    target: Path,
    progress: Progress | None = None,
    *,
    overwrite: bool = False,
) -> int:
    """Prints the complete report to `target` (A4, tagged) and returns its number of pages.

    Made in memory, then put in place at once: a failure leaves what was there. Raises AutodiagError
    when the target exists and `overwrite` is False, or cannot be written.
    """
    check_target(target, overwrite=overwrite)
    data, pages = render(content, progress)
    replace_file(target, data, overwrite=overwrite)
    return pages


def render(content: ReportContent, progress: Progress | None = None) -> tuple[bytes, int]:
    """The complete report as bytes, and its number of pages."""
    with _collector_paused():
        return _render(content, progress)


def _sections(content: ReportContent) -> list[Callable[[Context], None]]:
    unscored = content.snapshot.questionnaire.scoring is None
    if content.model == "synthese" and unscored:
        return [print_page_of_replies]
    if content.model != "complet":
        return [*_OTHER_MODELS[content.model]]
    alone = _UNSCORED_PUBLIC if content.public else _UNSCORED
    return [*(alone if unscored else _SECTIONS)]


@contextmanager
def _collector_paused() -> Generator[None]:
    """A report makes a million objects that all live until its end: looking among them for some
    that do not takes time and finds none."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


def _render(content: ReportContent, progress: Progress | None) -> tuple[bytes, int]:
    prepare_reportlab()
    letters = Letters(register_fonts(content.resources), content.resources)
    with reading(content.resources / "theme" / "tokens.json"):
        look = load_look(content.resources)
    words = Words(content.resources / "report")
    story = Story(look, letters)
    context = _context(content, words, story)
    sections = _sections(content)
    total = len(sections) + 1
    for done, section in enumerate(sections):
        if progress:
            progress(done, total, words.raw("general.en_cours"))
        section(context)
    if progress:
        progress(total - 1, total, words.raw("general.mise_en_page"))
    if content.model != "synthese":  # which says it on its one page
        for key in letters.remarks():
            story.text(words(f"general.{key}"), "Note")
    return _lay_out(context, letters)


def _context(content: ReportContent, words: Words, story: Story) -> Context:
    """The internal edition prints the content as it is, and so does a form without answers."""
    if not content.public:
        return Context(content, words, story, story.look)
    keys = ("themes", "faits", "questions", "actions")
    named = Named(*(frozenset(words.raw(f"diffusion.{key}").split()) for key in keys))
    kept_back = reserved(content, named)
    if content.model == "questionnaire-vierge":
        return Context(content, words, story, story.look, kept_back)
    edition = public_edition(content, kept_back, words.raw("diffusion.ecartee"))
    return Context(edition, words, story, story.look, kept_back)


def _lay_out(context: Context, letters: Letters) -> tuple[bytes, int]:
    words = context.words
    asked, model = context.content.snapshot.questionnaire, context.content.model
    alone = "_sans_score" if context.unscored and model in _WHOLE else ""
    title = words.raw(f"general.titre_{model}{alone}").format(nom=context.name, titre=asked.title)
    title = letters.printable(for_pdf(title))
    out, story = BytesIO(), context.story
    document = BaseDocTemplate(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=title,
        author=letters.printable(context.name),
        subject=words.raw(f"general.sujet{alone}"),
        creator=f"Autodiag {context.content.version}",
        initialFontName=REGULAR,
        initialFontSize=10.5,
        initialLeading=15,
    )
    page = Frame(SIDE, FRAME_BOTTOM, WIDTH, FRAME_HEIGHT, 0, 0, 0, 0)
    templates = [PageTemplate("page", [page], _begin, _furniture(context, letters))]
    if model == "complet":
        cover = Frame(SIDE, FRAME_BOTTOM, WIDTH, COVER_HEIGHT, 0, 0, 0, 0)
        templates.insert(0, PageTemplate("couverture", [cover], autoNextPageTemplate="page"))
    document.addPageTemplates(templates)

    def canvas(target: Any, **kw: Any) -> TaggedCanvas:
        kw.pop("lang", None)
        canvas = TaggedCanvas(target, tree=story.tree, title=title, day=context.content.today, **kw)
        canvas.foot = LARGE if model == "questionnaire-vierge" else SMALL
        canvas.labels = {key: words.raw(f"entetes.{key}") for key in (*SECTIONS, *UNSCORED)}
        return canvas

    document.build(story.flow, canvasmaker=canvas)
    return out.getvalue(), document.page


def _begin(canvas: TaggedCanvas, _document: Any) -> None:
    """The header names the section that the top of the page belongs to: the one already begun."""
    canvas.header = canvas.section


def _furniture(context: Context, letters: Letters) -> Callable[[TaggedCanvas, Any], None]:
    """Header and footer, artifacts drawn when a page ends: it is then known which section’s title
    opened it."""
    look, model = context.look, context.content.model
    size = LARGE if model == "questionnaire-vierge" else SMALL
    after = letters.width(" / 00", REGULAR, size)
    footer = _footer(context, letters, size)
    icon = look.icons.named("app-mark")
    mark = Pictogram(icon, "app-mark", _MARK, look.primary) if icon else None

    def draw(canvas: TaggedCanvas, document: Any) -> None:
        canvas.saveState()
        canvas.setFont(REGULAR, size)
        canvas.setFillColor(HexColor(look.ink2))
        if mark:
            mark.drawOn(canvas, SIDE, PAGE_HEIGHT - TOP - _MARK)
        canvas.drawString(SIDE + _MARK + 7, PAGE_HEIGHT - TOP - _MARK / 2 - 3, canvas.header)
        canvas.setStrokeColor(HexColor(look.line))
        canvas.setLineWidth(0.75)
        canvas.line(SIDE, FOOTER_RULE, PAGE_WIDTH - SIDE, FOOTER_RULE)
        baseline = FOOTER_RULE - 2 - size
        letters.draw(canvas, (SIDE, baseline), footer, REGULAR)
        right = PAGE_WIDTH - SIDE - after
        canvas.drawRightString(right, baseline, str(document.page))
        canvas.translate(right, baseline)
        canvas.doForm("page-total")
        canvas.restoreState()

    return draw


def _footer(context: Context, letters: Letters, size: float) -> str:
    """Whose document it is, which one, and of which day. In large letters a long name would be
    cut: the day, then the kind, which the first page says too, leave it their place."""
    model, words = context.content.model, context.words
    kind = words.raw(f"general.{'document' if model in _WHOLE else model}")
    if context.unscored and model in _WHOLE:
        kind = context.content.snapshot.questionnaire.title
    name = letters.printable(for_pdf(context.name))
    tails = [[kind, day(context.content.today)]]
    if size == LARGE:
        tails += [[kind], []]
    room = WIDTH - 60
    for parts in tails:
        tail = letters.printable(for_pdf("".join(f" · {part}" for part in parts)))
        if letters.width(name + tail, REGULAR, size) <= room:
            return name + tail
    return _shortened(letters, name, room - letters.width(tail, REGULAR, size), size) + tail


def _shortened(letters: Letters, text: str, room: float, size: float) -> str:
    if letters.width(text, REGULAR, size) <= room:
        return text
    while text and letters.width(text + "…", REGULAR, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
