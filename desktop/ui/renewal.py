"""The window made anew, in another language: what the new one takes over from the one before."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from desktop.ui.desk import writing
from desktop.ui.looks.appearance import LANGUAGE_TITLE
from desktop.ui.parts.plaintext import commit_preedit

if TYPE_CHECKING:
    from desktop.ui.room.standing import Standing
    from desktop.ui.window import Window


@dataclass(frozen=True, slots=True)
class Kept:
    """What was shown: the open meeting, item or part, entry and place of the caret. Sizes are kept in the book."""

    meeting: str | None
    item: str | None
    slot: str
    entry: str | None
    caret: int
    #: spaces before a caret at the end, which the book does not keep; the next word follows them
    spaces: str
    #: what the hall may see; None where the room window is closed
    hall: "Standing | None"
    #: words the spell check passes over
    passed: frozenset[str]
    #: the commands that were used last
    commands: tuple[str, ...]
    #: when everything was last on the disk
    saved_at: datetime | None


def leave(window: "Window") -> Kept:
    """Takes into the book what is being typed, and says where that was."""
    commit_preedit()
    pen, proceedings = window.desk.pen, window.desk.proceedings
    kept = Kept(
        meeting=window.book.meeting_key,
        item=proceedings.item,
        slot=proceedings.slot,
        entry=pen.key,
        caret=pen.editor.textCursor().position(),
        spaces=_spaces_at_end(pen.editor.textCursor()),
        hall=window.room.standing if "room" in vars(window) and window.room.screen is not None else None,
        passed=frozenset(window.spelling.speller.passed if "spelling" in vars(window) else ()),
        commands=tuple(window.commands.recent),
        saved_at=window.status.saved_at,
    )
    window.arrangement.leave()
    window.desk.depart()
    return kept


def resume(window: "Window", kept: Kept) -> None:
    """Shows a new window as the one before stood; the settings, where the language is chosen, are in front."""
    window.place()
    window.start()
    if kept.saved_at is not None:
        window.status.show_saved(kept.saved_at)
        window.desk.header.show_saved(kept.saved_at)
    if kept.meeting and window.book.meeting_key == kept.meeting:
        if kept.item is None and kept.slot != writing.PROCEEDINGS:
            window.desk.show_part(kept.slot)
        elif kept.item != window.desk.proceedings.item:
            window.desk.show_item(kept.item, focus=False)
        window.desk.pen.go_to(kept.entry, kept.caret)
        if kept.entry is not None and window.desk.pen.key == kept.entry:
            window.desk.pen.editor.textCursor().insertText(kept.spaces)
    window.commands.recent.extend(kept.commands)
    if kept.passed:
        window.spelling.speller.passed |= kept.passed
    if kept.hall is not None:
        window.room.toggle(kept.hall)
    window.show_settings()
    window.settings.show_section(LANGUAGE_TITLE)


def _spaces_at_end(caret: QTextCursor) -> str:
    before = caret.block().text()
    return before[len(before.rstrip(" ")) :] if caret.atEnd() else ""
