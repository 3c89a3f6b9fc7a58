"""F6 and Shift+F6: from one area of the desk to the next, with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.desk.acts import DeskActs


class Areas:
    """One per desk."""

    def __init__(self, desk: DeskActs) -> None:
        self._desk = desk

    def all(self) -> list[QWidget]:
        """Where F6 goes, in its order."""
        desk = self._desk
        chain = [] if desk.votes.chain.isHidden() else [desk.votes.chain.list]
        steps = [] if desk.steps.isHidden() or desk.steps.focusProxy() is None else [desk.steps]
        shown = [part for part in (desk.tasks, desk.announced) if not part.isHidden()]
        return [
            desk.agenda,
            desk.proceedings.stream,
            *steps,
            *chain,
            *shown,
            desk.outcome.resolution,
            *([] if desk.outcome.attachments.list.isHidden() else [desk.outcome.attachments.list]),
            *([desk.beside] if desk.beside is not None and desk.beside.isVisible() else []),
            desk.side,
            desk.header,
        ]

    def go(self, by: int) -> None:
        """To the next area, or with -1 to the one before."""
        desk, areas = self._desk, self.all()
        focused = QApplication.focusWidget()
        place = next((n for n, one in enumerate(areas) if focused and (one is focused or one.isAncestorOf(focused))), 1)
        target = areas[(place + by) % len(areas)]
        for part in (desk.agenda, desk.outcome, desk.side):
            if part is target or part.isAncestorOf(target):
                desk.room.use(part)
        if target is desk.proceedings.stream:
            desk.arrive()
        elif target is desk.side:
            desk.side.focus_part()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)
