"""What the checks found shows at entries and in the agenda; Enter in the checklist goes to where it is set right."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.models.book import Book
from desktop.models.rules.checks import Code, Finding, Weight, weight
from desktop.ui.desk.acts import DeskActs
from desktop.ui.desk.checks.check_words import late_message, mark
from desktop.ui.desk.items.agenda_rows import OUTSIDE

#: times of the attendance list
_OF_PERSONS = frozenset({Code.PRESENCE_BEFORE, Code.PRESENCE_AFTER, Code.PRESENCE_REVERSED})


class Jump(QObject):
    """One per desk; ties its checker to the parts that show findings."""

    def __init__(self, book: Book, desk: DeskActs) -> None:
        super().__init__(desk)
        self._book, self._desk = book, desk
        checker, pen = desk.checker, desk.pen
        desk.proceedings.warnings = self._warnings
        checker.skipped = lambda: pen.key if pen.row is not None and pen.row.panel else None
        pen.moved.connect(checker.refilter)
        pen.moved.connect(checker.look_again)
        checker.changed.connect(self._show)
        checker.contradicted.connect(self._tell_late)
        desk.side.checklist_panel.wanted.connect(self._go)

    def _warnings(self, entry: str) -> tuple[str, ...]:
        return tuple(mark(one, self._desk.proceedings.directory) for one in self._desk.checker.of(entry))

    def _show(self, entries: frozenset[str]) -> None:
        self._desk.proceedings.refresh_rows(entries)
        wrong = (one for one in self._desk.checker.findings if weight(one.code) is not Weight.REMINDER)
        self._desk.agenda.mark_to_check(frozenset(one.item for one in wrong if one.item))

    def _tell_late(self, findings: Sequence[Finding]) -> None:
        agenda = self._book.meeting.agenda if findings else ()
        self._desk.contradicted.emit(late_message(findings, agenda, self._desk.proceedings.directory))

    def _go(self, finding: Finding) -> None:
        """To the place; what belongs to none is set right with the meeting as a whole."""
        desk = self._desk
        if finding.item:
            desk.show_item(finding.item)
        elif finding.entry in self._book.shelf and (slot := self._book.shelf.records[finding.entry].slot) in OUTSIDE:
            desk.show_part(slot)
        below = self._place_below(finding)
        if finding.code is Code.NO_END:
            desk.meetingDetailsWanted.emit()
        elif finding.code is Code.NO_MINUTE_TAKER:
            desk.side.attendance()
        elif finding.code in _OF_PERSONS:
            desk.side.presence()
        elif not finding.item and not finding.entry:
            desk.procedure()
        elif finding.entry and desk.proceedings.stream.number_of(finding.entry) is not None:
            desk.pen.go_to(finding.entry, 0)
        elif below is not None:
            desk.room.use(desk.outcome)
            below.setFocus()

    def _place_below(self, finding: Finding) -> QWidget | None:
        """The field below the text of the item; None where the ready line is the place."""
        outcome = self._desk.outcome
        places: dict[Code, QWidget] = {
            Code.TASKS_OPEN: self._desk.tasks,
            Code.FILE_MISSING: outcome.attachments.list,
            Code.FILE_NOT_PUBLIC: outcome.attachments.list,
            Code.ITEM_RESULT: outcome.result,
            Code.RESULT_OUTCOME: outcome.result,
            Code.HOLES: outcome.resolution,
        }
        return places.get(finding.code)
