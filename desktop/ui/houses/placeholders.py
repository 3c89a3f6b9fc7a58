"""What the placeholders of an office's own Word template stand for, in the words of the window."""

from desktop.export.placeholders import Placeholder
from desktop.text import marked as N_
from desktop.text import ui_text as _

_EXPLANATIONS: dict[Placeholder, str] = {
    Placeholder.CONTENT: N_("the document itself; alone in a paragraph, without it at the end of the template"),
    Placeholder.TITLE: N_("the title of the document with meeting or item"),
    Placeholder.OFFICE: N_("the line of the office from the house profile"),
    Placeholder.BODY: N_("the name of the body, of several in a joint meeting"),
    Placeholder.MEETING: N_("the name of the meeting"),
    Placeholder.NUMBER: N_("the number of the meeting"),
    Placeholder.TERM: N_("the legislative term"),
    Placeholder.DAY: N_("the day of the meeting"),
    Placeholder.BEGIN: N_("when the meeting began"),
    Placeholder.END: N_("when the meeting ended"),
    Placeholder.ROOM: N_("the room"),
    Placeholder.PLACE: N_("the place with its address"),
    Placeholder.KEY: N_("body, number and term, of a paper its number: HA/14/XIII"),
    Placeholder.ITEM: N_("number and title of the item, in extracts only"),
    Placeholder.PAPER: N_("the number of the paper, of an extract those of its item"),
    Placeholder.PRINTED: N_("the day on which the file was made"),
    Placeholder.STATUS: N_("“Entwurf” until the minutes are released, then nothing"),
    Placeholder.PAGE: N_("the number of the page"),
    Placeholder.PAGES: N_("how many pages there are"),
}


def placeholders() -> list[tuple[str, str]]:
    """All of them as an office writes them (``{{gremium}}``), each with its explanation."""
    return [(name.written, _(_EXPLANATIONS[name])) for name in Placeholder]
