"""Any sequence of keys at the desk: what is shown is what the book holds, nothing breaks, all can be undone."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from desktop.ui.desk import writing
from desktop.ui.desk.page import DeskPage
from desktop.ui.richtext.linedoc import lines_of
from desktop.ui.richtext.lines import lines_from, text_from
from tests.ui.desk.test_desk_page import desk  # noqa: F401
from tests.ui.keys import press, type_text, wait_until

KEYS = (
    *("Return", "Backspace", "Delete", "Tab", "Up", "Down", "Left", "Right", "Home", "End", "Esc", "Shift+Return"),
    *("F2", "F3", "F4", "Shift+F4", "F5", "Shift+F5", "F6", "F8", "Alt+Up", "Alt+Down", "Alt+Left", "Alt+Return"),
    *("Ctrl+J", "Ctrl+Z", "Ctrl+Y", "Ctrl+B", "Ctrl+T", "Ctrl+A", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Return", "Ctrl+Up"),
    *("Ctrl+Down", "Ctrl+Shift+L", "Shift+Left", "Ctrl+Shift+N", "Ins", "Alt+Shift+Right", "Space"),
    *("F9", "Ctrl+R", "Ctrl+Shift+H", "Ctrl+Shift+C", "Ctrl+Shift+Y", "become_motion", "become_speech", "become_text"),
)
PRESSES = st.lists(
    st.one_of(
        st.sampled_from(KEYS),
        st.sampled_from(["mu\t", "mü", "+4", "+a", "/z", "+", ":", "er\t", "1", "a", "- x", "A", "N3", "ö. ", "*"]),
    ),
    max_size=40,
)


def consistent(desk: DeskPage) -> None:  # noqa: F811
    book, stream = desk._book, desk.proceedings.stream
    item = desk.proceedings.item
    keys = writing.entries(book, item) if item else []
    assert [row.key for row in stream.rows if row.key is not None] == keys
    assert stream.rows[-1] is desk.proceedings.ready
    for row in stream.rows:
        if row.key is not None and row.document is not None and row.measured and row.has_text:
            stored = writing.text_of(book, row.key)
            assert text_from(lines_of(row.document)) == text_from(lines_from(stored))
    current = stream.current
    assert current is None or current in stream.rows


def to_the_front(desk: DeskPage) -> None:  # noqa: F811
    """Closes what the keys opened and goes to the ready line."""
    for widget in QApplication.topLevelWidgets():
        if widget is not desk.window():
            widget.close()
    desk.window().activateWindow()
    wait_until(desk.window().isActiveWindow)
    desk.show_item(desk._book.meeting.agenda[0].key)
    desk.pen.focus_row()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(presses=PRESSES)
def test_any_keys_leave_the_desk_true_to_the_book(desk: DeskPage, presses: list[str]) -> None:  # noqa: F811
    timeline = desk._book._journal.timeline
    timeline.done.clear()  # what was done before these keys is not theirs to undo
    timeline.undone.clear()
    to_the_front(desk)
    before = desk._book.meeting
    for one in presses:
        if QApplication.activeModalWidget() is not None or QApplication.focusWidget() is None:
            to_the_front(desk)  # a dialog for files has keys of its own
        if one.startswith("become"):
            getattr(desk.entry, one)()
        elif one in KEYS:
            press(one)
        else:
            type_text(one)
        QApplication.processEvents()
        consistent(desk)
    to_the_front(desk)
    desk.pen.leave()
    while timeline.done:
        desk._book.undo()
    consistent(desk)
    assert desk._book.meeting == before
