"""What the process of the spell check does until the window closes the connection."""

from multiprocessing.connection import Connection

from desktop.models.spelling.dictionary import Dictionary
from desktop.models.spelling.spelling import Spelling
from desktop.models.spelling.words import units
from desktop.ui.spelling.process import Checked, Known, Mark, Suggested, Texts, Wanted


def serve(connection: Connection) -> None:
    """Answers one message after the other."""
    spelling = Spelling(Dictionary())
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            return
        match message:
            case None:
                return
            case Known():
                if message.only:
                    spelling = Spelling(Dictionary())
                spelling.know(message.words)
            case Texts():
                checked = {text: _marks(spelling, text) for text in message.texts}
                connection.send(Checked(message.number, checked))
            case Wanted():
                connection.send(Suggested(message.word, tuple(spelling.suggestions(message.word))))


def _marks(spelling: Spelling, text: str) -> tuple[Mark, ...]:
    return tuple(
        Mark(units(text, start), units(text, end) - units(text, start), text[start:end])
        for start, end in spelling.wrong(text)
    )
