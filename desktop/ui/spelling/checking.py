"""What the process of the spell check does until the window closes the connection."""

from contextlib import suppress
from multiprocessing.connection import Connection

from desktop.models.spelling.dictionary import Dictionary
from desktop.models.spelling.spelling import Spelling
from desktop.models.spelling.words import parts_of, units
from desktop.ui.spelling.process import Checked, Known, Mark, Suggested, Texts, Wanted

#: a paragraph with more wrong words than this, of which they are such a part, is in another language
_MANY, _FOREIGN = 15, 0.3
#: marks in a paragraph: Qt lays all of them out with each key press in it
_MOST = 100


def serve(connection: Connection) -> None:
    """Answers one message after the other, until the window or its program goes."""
    with suppress(EOFError, ConnectionError):
        _answer(connection)


def _answer(connection: Connection) -> None:
    spelling = Spelling(Dictionary())
    while True:
        message = connection.recv()
        match message:
            case None:
                return
            case Known():
                if message.only:
                    spelling = Spelling(Dictionary())
                spelling.know(message.words)
            case Texts():
                checked = {text: marks_in(spelling, text) for text in message.texts}
                connection.send(Checked(message.number, checked))
            case Wanted():
                connection.send(Suggested(message.word, tuple(spelling.suggestions(message.word))))


def marks_in(spelling: Spelling, text: str) -> tuple[Mark, ...]:
    """The wrong words of a text; none where it is in another language."""
    found = spelling.wrong(text)
    if len(found) > _MANY and len(found) > _FOREIGN * sum(1 for _part in parts_of(text)):
        return ()
    return tuple(
        Mark(units(text, start), units(text, end) - units(text, start), text[start:end]) for start, end in found[:_MOST]
    )
