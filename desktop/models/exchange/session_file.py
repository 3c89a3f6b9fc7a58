"""Session files: the contract for data, loss-free in both directions.

``read`` gives all meetings of a file with new keys; ``write`` gives the file of an edition in canonical order.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.models.exchange.contract import FORMAT, VERSION, check_contract
from desktop.models.exchange.errors import Problem, UnreadableFileError
from desktop.models.exchange.json_text import parse
from desktop.models.exchange.reading import Reading
from desktop.models.exchange.writing import Writing
from desktop.models.values import Edition, SessionFile


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds: the values, and the bytes of its files by their SHA-512 (hex)."""

    session: SessionFile
    attachments: Mapping[str, bytes] = field(default_factory=dict)


def read(data: bytes) -> Parsed:
    """The content of a session file, all or nothing.

    Every row gets a key of its own (UUID4); ids stay in ``id``, references hold keys. Raises UnreadableFileError,
    UnsupportedFileError, InvalidFileError or BrokenReferenceError, all of them ExchangeError.
    """
    try:
        content = parse(data)
        check_contract(content)
        reading = Reading(content)
        return Parsed(reading.session(), reading.attachments)
    except RecursionError:
        raise UnreadableFileError(Problem.TOO_DEEP) from None


def write(edition: Edition) -> bytes:
    """The session file of an edition: UTF-8, two spaces, final line end."""
    return write_session(edition.session, edition.attachments)


def digest(edition: Edition) -> str:
    """The SHA-256 (hex) of the session file of an edition: what its documents were made from."""
    return hashlib.sha256(write(edition)).hexdigest()


def write_session(session: SessionFile, attachments: Mapping[str, bytes]) -> bytes:
    """The session file of any session, filtered by nobody: for whoever made the session from an edition."""
    content = {"format": FORMAT, "version": VERSION, **Writing(session, attachments).content()}
    return (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
