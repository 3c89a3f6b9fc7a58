"""An invented meeting in the words and looks of a profile. It is made in the process that makes pages: no Qt here."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2

from desktop.export import pdf, word
from desktop.export.compose import Composer
from desktop.export.document import Document, Look
from desktop.export.kinds import Kind
from desktop.models.edition import for_print, make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import house_files, law_of, load
from desktop.models.values import MeetingState, Reader
from desktop.paths import resource
from desktop.ui.preview.messages import Sample, Sheets

_MEETING = ("demo", "hauptausschuss-14.json")


def render(name: str, folder: Path, created: datetime, wanted: Sample) -> Sheets:
    """The pages of a profile as it is on the disk. Raises ProfileError."""
    data = pdf.render(_composed(name, folder, created, wanted))
    return Sheets(data, _texts(data))


def render_word(name: str, folder: Path, created: datetime) -> bytes:
    """The Niederschrift as DOCX, in the office's own template. Raises ProfileError, TemplateError."""
    wanted = Sample(Kind.NIEDERSCHRIFT, Look.DRUCK, Reader.COMPLETE)
    template = house_files(load(name, folder), folder).template
    return word.render(_composed(name, folder, created, wanted), template)


def _composed(name: str, folder: Path, created: datetime, wanted: Sample) -> Document:
    profile = load(name, folder)
    whole = session_file.read(resource(*_MEETING).read_bytes()).session
    # Lines to sign on of a meeting go before those of the house, which are to be seen here. The public sees no draft.
    state = MeetingState.RELEASED if wanted.reader is Reader.PUBLIC else whole.meetings[0].state
    whole = replace(whole, meetings=(replace(whole.meetings[0], signatures=(), state=state),))
    edition = make_edition(whole, wanted.reader, whole.meetings[0].key, {}, profile.redaction_mark)
    printed = for_print(edition)
    house = house_files(profile, folder)
    composer = Composer(
        printed, wanted.look, profile, created, law=law_of(whole.body), house=house, digest=session_file.digest(edition)
    )
    item = max(printed.meeting.agenda, key=lambda one: (bool(one.papers), len(one.proceedings))).key
    paper = printed.session.papers[0].key if printed.session.papers else None
    return composer.compose(
        wanted.kind,
        item=item if wanted.kind is Kind.AUSZUG else None,
        paper=paper if wanted.kind is Kind.VORLAGE else None,
    ).document


def _texts(data: bytes) -> tuple[str, ...]:
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    finally:
        document.close()
