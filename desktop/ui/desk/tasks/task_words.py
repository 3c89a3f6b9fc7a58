"""Tasks in words, and days as they are typed for them. No widgets here."""

import re
from datetime import date, timedelta

from desktop.clock import parse_date
from desktop.models.richtext import redact, reveal
from desktop.models.values import Task
from desktop.text import ui_text as _
from desktop.text import window_date
from desktop.ui.parts.dates import read_date

#: stands before a task; not by colour, so that everybody sees it
OPEN, DONE = "☐", "☑"
_AHEAD = re.compile(r"\s*\+\s*(\d{1,3})\s*")
_MARKS = re.compile("[⟦⟧¦]")
_DAY = re.compile(r"\s*(\d{1,2})[.\s/]+(\d{1,2})\.?\s*")


def read_due(text: str, held: date) -> date | None:
    """A day typed as 12.12., 12.12.2026 or +14, seen from the day of the meeting; None where it is none.

    Without a year it is the next such day: tasks lie ahead.
    """
    try:
        if ahead := _AHEAD.fullmatch(text):
            return held + timedelta(days=int(ahead[1]))
        if day := _DAY.fullmatch(text):
            found = date(held.year, int(day[2]), int(day[1]))
            return found if found >= held else found.replace(year=held.year + 1)
    except (ValueError, OverflowError):
        return None
    return read_date(text)


def hidden(text: str) -> str:
    """The text of a task that was given behind closed doors: between redaction marks, none of it is published."""
    whole = f"⟦{text}⟧"
    return whole if is_hidden(whole) else f"⟦{_MARKS.sub('', text)}⟧"


def is_hidden(text: str) -> bool:
    """Whether nothing of a task is published."""
    return text[-1:] == "⟧" and redact(text, "\0") == "\0"


def shown(text: str) -> str:
    """The text of a task as it is typed: without the marks around all of it."""
    return text[1:-1] if is_hidden(text) else text


def due_day(task: Task) -> str:
    """12.12.2026; as it is stored where that is no day; empty without one."""
    day = parse_date(task.due) if task.due else None
    return window_date(day) if day else task.due or ""


def is_overdue(task: Task, today: date) -> bool:
    """Whether a task should have been done by yesterday."""
    day = parse_date(task.due) if task.due else None
    return day is not None and day < today and not task.done


def status(task: Task, today: date) -> str:
    """Done, overdue or open, in a word."""
    if task.done:
        return _("task: done")
    return _("task: overdue") if is_overdue(task, today) else _("task: open")


def sentence(task: Task, today: date) -> str:
    """☐ Verwaltung: Kosten ermitteln · bis 12.12.2026 (überfällig)."""
    who = f"{task.assignee}: " if task.assignee else ""
    due = _(" · until {day}", day=due_day(task)) if task.due else ""
    late = f" ({status(task, today)})" if is_overdue(task, today) else ""
    closed = _(" · not public") if is_hidden(task.text) else ""
    return f"{DONE if task.done else OPEN} {who}{reveal(task.text)}{due}{late}{closed}"


def spoken(task: Task, today: date) -> str:
    """The same for a screen reader, which does not read the box."""
    return f"{sentence(task, today)[2:]}, {status(task, today)}"
