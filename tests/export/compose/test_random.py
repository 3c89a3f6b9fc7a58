"""Random meetings: whatever a session file may hold can be composed, for every reader, in every look and house."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.export.compose import Composer, Kind, NotInEditionError
from desktop.export.document import Block, Document, Heading, Look, Paragraph, Table, TableRole, plain
from desktop.models.edition import for_print, make_edition
from desktop.models.exchange import session_file
from desktop.models.profiles import load, names
from desktop.models.values import Edition, Reader
from tests.export.compose.tools import CREATED
from tests.strategies import session_files

HOUSES = [load(name) for name in names()]


def documents(edition: Edition, house: int) -> Iterator[Document]:
    profile = HOUSES[house]
    yield Composer(edition, Look.DRUCK, profile, CREATED).compose(Kind.NIEDERSCHRIFT).document
    for look in (Look.ALLRIS3, Look.ALLRIS4):
        composer = Composer(edition, look, profile, CREATED)
        for item in edition.meeting.agenda:
            try:
                yield composer.compose(Kind.AUSZUG, item=item.key).document
            except NotInEditionError:
                assert edition.reader is Reader.PUBLIC
                assert not item.public
        for paper in edition.session.papers:
            yield composer.compose(Kind.VORLAGE, paper=paper.key).document


def check(document: Document) -> None:
    levels = [block.level for block in document.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert "\n" not in document.title + document.subject + document.author
    for block in document.blocks:
        check_block(block)
    last = document.blocks[-1]
    assert not (isinstance(last, Paragraph) and last.keep_with_next)


def check_block(block: Block) -> None:
    match block:
        case Heading() | Paragraph():
            assert plain(block.runs)
        case Table():
            assert block.summary
            assert block.rows
            assert all(width > 0 for width in block.widths)
            assert all(sum(cell.colspan for cell in row) == len(block.widths) for row in block.rows)
            assert block.role in set(TableRole)


@settings(suppress_health_check=list(HealthCheck))
@given(session_files(), st.integers(0, len(HOUSES) - 1))
def test_any_meeting_can_be_composed(content: dict[str, Any], house: int) -> None:
    session = session_file.read(json.dumps(content).encode()).session
    for meeting in session.meetings:
        for reader in Reader:
            edition = for_print(make_edition(session, reader, meeting.key, {}, HOUSES[house].redaction_mark))
            for document in documents(edition, house):
                check(document)
