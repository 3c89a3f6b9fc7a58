"""What is said when the meeting is closed: how much is open. No widgets here."""

from desktop.clock import parse_moment
from desktop.models.book import Book
from desktop.models.rules import numbering, treatment
from desktop.models.values import AgendaItem, ItemKind
from desktop.text import format_time
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.desk.blocks.blocks import meeting_blocks

_MOST = 6


def never_called(book: Book) -> list[AgendaItem]:
    """The items that had no turn, without those taken off; one with items below it that had theirs had it, too."""
    agenda = book.meeting.agenda
    above = numbering.parents(agenda)
    called = {item.key for item in agenda if treatment.has_begun(item)}
    called |= {above[key] for key in called if key in above}
    called |= {above[key] for key in called if key in above}
    waiting = (item for item in agenda if item.key not in called and not treatment.is_off(item))
    return [item for item in waiting if item.kind is not ItemKind.DIVIDER]


def opened_words(book: Book) -> str:
    """One line: open, and which text block tells it in the minutes."""
    begun = parse_moment(book.meeting.start)
    said = _("The meeting is open since {time}.", time=format_time(begun, "HH:mm")) if begun else ""
    block = next((one for one in meeting_blocks(book) if one.situation == "opening" and one.shortcut), None)
    told = _("“{short}” and Tab: the sentence for the minutes", short=block.shortcut) if block else ""
    return " ".join(filter(None, (said, told)))


def words(book: Book, findings: int) -> str:
    """One line: closed, what was never called, how many findings of the checklist wait."""
    said = [_("The meeting is closed.")]
    waiting = never_called(book)
    if waiting:
        shown = [numbering.display(item.number, item.public) or item.name for item in waiting[:_MOST]]
        names = ", ".join([*shown, *(["…"] if len(waiting) > _MOST else [])])
        said.append(_("Never called: {items}.", items=names))
    if findings:
        said.append(_n("{number} finding in the checklist.", "{number} findings in the checklist.", findings))
    elif not waiting:
        said.append(_("Nothing is open."))
    return " ".join(said)
