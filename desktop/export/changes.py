"""Whether a meeting has changed since final documents of it were given out."""

from dataclasses import replace

from desktop.export.places import RELEASED, given_out
from desktop.export.sources import from_book
from desktop.models.book import Book
from desktop.models.edition import make_edition
from desktop.models.exchange import session_file
from desktop.models.values import Reader


def changed_since(book: Book, meeting: str, mark: str) -> dict[Reader, str]:
    """Editions whose newest final documents are not what the meeting is now, with the moment they were given out.

    ``mark`` stands for what is blacked out. A step from released to signed or published is no change.
    """
    newest = {Reader(one.edition): one for one in reversed(given_out(book, meeting)) if one.final and one.content}
    if not newest:
        return {}
    session, attachments = from_book(book, meeting)
    (shown,) = session.meetings

    def digests(reader: Reader) -> set[str]:
        states = [replace(session, meetings=(replace(shown, state=state),)) for state in {shown.state, *RELEASED}]
        editions = [make_edition(one, reader, shown.key, attachments, mark) for one in states]
        return {session_file.digest(edition) for edition in editions}

    return {reader: one.at for reader, one in newest.items() if one.content not in digests(reader)}
