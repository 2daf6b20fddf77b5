# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The report’s public edition, for the documents that anyone may read: what is reserved is gone
before they are written. Which that is, is data of the report."""

from autodiag.report.content import ReportContent
from autodiag.report.edition import public_edition
from autodiag.report.reserved import Named, reserved
from autodiag.text.sentences import read_sentences


def shared(content: ReportContent) -> ReportContent:
    """The content without what would help whoever wishes harm."""
    said = read_sentences(content.resources)
    keys = ("themes", "faits", "questions", "actions")
    named = Named(*(frozenset(said(f"diffusion.{key}").split()) for key in keys))
    return public_edition(content, reserved(content, named), said("diffusion.ecartee"))
