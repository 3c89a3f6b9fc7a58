"""An invented meeting in the words and looks of a profile. No Qt here: it runs in a process of its own."""

from dataclasses import dataclass, replace
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
from desktop.models.values import Reader
from desktop.paths import resource

#: in place of words: what is looked for stands at the end
LAST = "\f"

_MEETING = ("demo", "hauptausschuss-14.json")


@dataclass(frozen=True, slots=True)
class Sample:
    """What shall be shown: a kind of document in a look, for whom it is."""

    kind: Kind
    look: Look
    reader: Reader


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF and the words of its pages, white space as single spaces."""

    data: bytes
    texts: tuple[str, ...]

    def page_with(self, words: str) -> int | None:
        """The first page that has these words, from 1; the last one for LAST."""
        if words == LAST:
            return len(self.texts)
        wanted = " ".join(words.split())
        return next((place for place, text in enumerate(self.texts, 1) if wanted and wanted in text), None)


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
    # Lines to sign on of a meeting go before those of the house, which are to be seen here.
    whole = replace(whole, meetings=(replace(whole.meetings[0], signatures=()),))
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
