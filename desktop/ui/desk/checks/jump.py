"""Where a finding that is about no entry is set right."""

from PySide6.QtWidgets import QWidget

from desktop.models.rules.checks import Code, Finding
from desktop.ui.desk.items.outcome import Outcome
from desktop.ui.desk.tasks.taskstrip import TaskStrip

#: times of the attendance list
OF_PERSONS = frozenset({Code.PRESENCE_BEFORE, Code.PRESENCE_AFTER, Code.PRESENCE_REVERSED})


def place_below(finding: Finding, tasks: TaskStrip, outcome: Outcome) -> QWidget | None:
    """The field below the text of the item; None where the ready line is the place."""
    places: dict[Code, QWidget] = {
        Code.TASKS_OPEN: tasks,
        Code.FILE_MISSING: outcome.attachments.list,
        Code.ITEM_RESULT: outcome.result,
        Code.RESULT_OUTCOME: outcome.result,
        Code.HOLES: outcome.resolution,
    }
    return places.get(finding.code)
