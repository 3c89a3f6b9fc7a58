"""The kinds of document, under the names people use on the command line."""

from enum import StrEnum


class Kind(StrEnum):
    """What a document is."""

    NIEDERSCHRIFT = "niederschrift"  # the minutes of the whole meeting
    AUSZUG = "auszug"  # the extract for one agenda item
    VORLAGE = "vorlage"  # one paper
    BESCHLUESSE = "beschluesse"  # what was decided, item by item
    TAGESORDNUNG = "tagesordnung"  # the agenda as it is sent out
    ANWESENHEIT = "anwesenheit"  # the attendance list; before the meeting one to sign on
