"""The pieces of a meeting as text to read and compare: an entry as the stream shows it, the fields of an item."""

from collections.abc import Iterator

from desktop.models.richtext import reveal
from desktop.models.rules.numbering import display
from desktop.models.shelf import Shelf
from desktop.models.values import AgendaItem, Attendance, AttendanceStatus, Entry, File, Meeting, Recusal, Row
from desktop.text import marked as N_
from desktop.text import ui_text as _
from desktop.ui.desk.names.speakers import Directory
from desktop.ui.desk.stream.faces import clock_time, face_of
from desktop.ui.words import state_name

_STATUS = {
    AttendanceStatus.PRESENT: N_("is present"),
    AttendanceStatus.EXCUSED: N_("excused"),
    AttendanceStatus.UNEXCUSED: N_("unexcused"),
    AttendanceStatus.ABSENT: N_("absent"),
}


#: a few words of a text
_LONGEST = 70


def shortened(text: str) -> str:
    """The beginning of a text, in one line."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]} …"


def heading_of(shelf: Shelf, key: str, directory: Directory) -> str:
    """What a piece is, in a few words."""
    value = shelf.value(key)
    if isinstance(value, Entry):
        face = face_of(value, shelf, directory)
        named = face.caption or face.lead or face.heading
        first = "" if face.caption else shortened(face.text or "")
        return " · ".join(part for part in (face.time, face.tag.capitalize(), named, first) if part) or _("Text")
    match value:
        case AgendaItem():
            return " ".join(part for part in (display(value.number, value.public), value.name) if part)
        case Attendance():
            return _("Attendance of {name}", name=directory.name_of(value.person))
        case Recusal():
            return _("Recusal of {name}", name=directory.name_of(value.person))
        case File():
            return _("Attachment {name}", name=value.name)
    return _("Details of the meeting")


def text_of(shelf: Shelf, key: str, directory: Directory) -> str:
    """All of a piece that can be read; empty where it is not there."""
    return "\n".join(_lines(shelf, shelf.value(key), directory)) if key in shelf else ""


def _lines(shelf: Shelf, value: Row, directory: Directory) -> Iterator[str]:
    if isinstance(value, Entry):
        face = face_of(value, shelf, directory)
        head = " · ".join(part for part in (face.time, face.tag, face.caption, face.heading) if part)
        yield from (line for line in (head, f"{face.lead} {face.text or ''}".strip()) if line)
        yield from (*face.summary, *face.marks)
        return
    match value:
        case AgendaItem():
            yield from _item(value)
        case Attendance():
            yield " · ".join(filter(None, (directory.name_of(value.person), _(_STATUS[value.status]), value.reason)))
            for span in value.intervals:
                yield f"{clock_time(span.from_)} – {clock_time(span.until)}"
        case Recusal():
            yield " · ".join(filter(None, (directory.name_of(value.person), value.legal_basis, value.reason)))
        case File():
            yield " · ".join(filter(None, (value.name, value.file_name)))
        case Meeting():
            yield from _meeting(value)


def _item(item: AgendaItem) -> Iterator[str]:
    yield " ".join(part for part in (display(item.number, item.public), item.name) if part)
    tasks = "; ".join(" · ".join(filter(None, (reveal(one.text), one.assignee, one.due))) for one in item.tasks)
    yield from _labelled(
        (_("Subtitle"), item.subtitle),
        (_("Begin"), clock_time(item.start)),
        (_("End"), clock_time(item.end)),
        (_("Resolution"), item.resolution),
        (_("Result"), item.result),
        (_("Announcement"), item.announcement),
        (_("Tasks"), tasks),
        (_("Raw notes"), item.note),
    )


def _meeting(meeting: Meeting) -> Iterator[str]:
    yield meeting.name
    yield from _labelled(
        (_("Begin"), clock_time(meeting.start)),
        (_("End"), clock_time(meeting.end)),
        (_("Room"), meeting.room),
        (_("Place"), meeting.place),
        (_("State"), state_name(meeting.state)),
        (_("Raw notes"), meeting.note),
    )


def _labelled(*rows: tuple[str, str | None]) -> Iterator[str]:
    yield from (f"{label}: {text}" for label, text in rows if text)
