"""What became of an item: resolution (Beschluss), kind of result, the votes on it, attachments."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.models.book import Book
from desktop.models.clean import clean
from desktop.models.journal import Changed
from desktop.models.rules import numbering
from desktop.models.rules.motions import is_finished, on_resolution, voided
from desktop.models.values import AgendaItem, ResultClass, Vote
from desktop.text import marked as N_
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.items.attachments import Attachments
from desktop.ui.desk.items.resolution import ResolutionField, Taken, is_changed, take_over
from desktop.ui.desk.items.results import CLASS_OF, RESULTS, WORD_OF, proposed
from desktop.ui.desk.stream.faces import vote_result
from desktop.ui.desk.voting import voteflow
from desktop.ui.desk.words import word
from desktop.ui.looks.theme import Label
from desktop.ui.parts.form import Choice

#: of votes; the stream above needs the room
_MOST_LINES = 3
#: part of the width that the name of a field may take
_TITLE_SHARE = 3
#: rows that decide nothing
_SPOKEN = frozenset({"TextEntry", "Speech", "SpeakerTurn"})
#: of typing, before wordings are compared
_PAUSE_MS = 300
_SAID = {
    Taken.NOTHING: N_("No paper of this item proposes a resolution."),
    Taken.AMENDMENTS: N_("The accepted amendments are worked in; please read the wording over."),
    Taken.WOULD_REPLACE: N_("The resolution differs from the proposal. {adopt_proposal} once more replaces it."),
}


class Outcome(QWidget):
    """The foot of an item; everything in it saves by itself."""

    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, bus: Bus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._item: str | None = None
        self._writing = False
        #: words were typed whose class is not settled yet
        self._typed = False
        #: for which resolution it was said that the proposal would replace it
        self._asked: tuple[str, str | None] | None = None
        self.resolution = ResolutionField(book, bus, self)
        self.resolution.setAccessibleName(_("Resolution"))
        self.result = _ResultBox(self)
        self.result.setAccessibleName(_("Kind of result"))
        self._class = Choice([(None, _("– not set –")), *((kind, word(kind)) for kind in ResultClass)], self)
        self._class.setAccessibleName(_("Class of the result"))
        self._changed_mark = Label(_("changed"), bold=True, colour="warning", parent=self)
        self._votes = Label()
        self._votes.setWordWrap(True)
        self._votes.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._votes.setSizePolicy(policy)
        self.attachments = Attachments(book, bus, self)
        self.attachments.said.connect(self.said)
        self.resolution.said.connect(self.said)
        self._lay_out()
        self.result.typed.connect(self._typed_result)
        self.result.said.connect(self._said_result)
        self._class.chosen.connect(lambda value: self._write(result_class=value))
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._mark_changed)
        bus.changed.connect(self._changed)

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(10, 4, 10, 4)
        grid.setVerticalSpacing(3)
        title = Label(_("Resolution"), parent=self)
        title.setBuddy(self.resolution)
        heads = QVBoxLayout()
        heads.addWidget(title)
        heads.addWidget(self._changed_mark)
        heads.addStretch(1)
        grid.addLayout(heads, 0, 0)
        grid.addWidget(self.resolution, 0, 1, 1, 2)
        kind = Label(_("Kind of result"), parent=self)
        kind.setBuddy(self.result)
        self._titles = (title, kind)
        grid.addWidget(kind, 1, 0, Qt.AlignmentFlag.AlignTop)
        pair = QHBoxLayout()
        pair.addWidget(self.result, 3)
        pair.addWidget(self._class, 2)
        grid.addLayout(pair, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.attachments, 1, 2)
        grid.addWidget(self._votes, 2, 1, 1, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)

    def _place_votes(self) -> None:
        """The votes across the whole width, but beside the attachments where there are any."""
        beside = not self.attachments.list.isHidden()
        for widget in (self.attachments, self._votes):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.attachments, 1, 2, 2 if beside else 1, 1)
        self._grid.addWidget(self._votes, 2, 1, 1, 1 if beside else 2, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names of the fields take lines rather than their room."""
        super().resizeEvent(event)
        for title in self._titles:
            title.setMaximumWidth(self.width() // _TITLE_SHARE)

    def add_below(self, widget: QWidget) -> None:
        """One more row over the whole width; it comes and goes with the foot."""
        self._grid.addWidget(widget, 3, 0, 1, 3)

    # --- showing

    def show_item(self, key: str | None) -> None:
        """Shows another item."""
        self._said_result(self.result.currentText())
        self._item = key
        self.resolution.bind(key, "resolution")
        self.attachments.show_item(key)
        self._refresh()

    def _value(self) -> AgendaItem | None:
        value = self._book.shelf.value(self._item) if self._item and self._item in self._book.shelf else None
        return value if isinstance(value, AgendaItem) else None

    def name_keys(self) -> None:
        """The user gave actions other keys."""
        self._refresh()

    def _refresh(self) -> None:
        value = self._value()
        self.setEnabled(value is not None)
        if value is None:
            return
        self._writing, self._typed = True, False
        self.result.show_text(value.result or "")
        kind = proposed(self._book, value.key)
        self.result.offer("" if kind is None else WORD_OF[kind])
        self._class.set_value(value.result_class)
        # Where the words are known ones, their class says nothing more.
        self._class.setVisible(CLASS_OF.get(value.result or "") != value.result_class)
        self._writing = False
        self._mark_changed()
        votes = result_words(value, voteflow.votes_elsewhere(self._book, value.key))
        self._votes.setText(newest(votes))
        self._votes.setToolTip(votes)  # earlier ones are left out, and low windows have room for a line only
        self._votes.setVisible(bool(votes))
        self._place_votes()
        proposal = writing.proposal(self._book, value.key)
        takes_over = _k("{adopt_proposal} takes over the proposal of the paper")
        self.resolution.setPlaceholderText(takes_over if proposal else "")
        differs = _k("The wording differs from the proposal of the paper; {paper_at_hand} shows where.")
        self._changed_mark.setToolTip(differs)

    def _mark_changed(self) -> None:
        """Says that the wording is another than the paper's."""
        value = self._value()
        self._changed_mark.setVisible(value is not None and is_changed(self._book, value))

    def _changed(self, changed: Changed) -> None:
        if self._item is not None and "resolution" in changed.fields.get(self._item, ()):
            self._later.start()
        if self._item is None or self._writing or changed.typing or self._book.meeting_key is None:
            return
        record = self._book.shelf.records
        if changed.action == "change.Vote" and "result" in changed.fields.get(self._item, ()):
            self._tell_result()
        if changed.tables <= _SPOKEN:
            return
        touched = (*changed.fields, *changed.parents)
        if any(key == self._item or (key in record and record[key].parent == self._item) for key in touched):
            self._refresh()

    def _tell_result(self) -> None:
        """A vote has set the kind of result: said once, so that nobody is taken by surprise."""
        value = self._value()
        if value is not None and value.result:
            self.said.emit(_k("Kind of result: {result} ({undo} takes it back with the vote)", result=value.result))

    # --- writing

    def _write(self, **fields: Any) -> None:
        if self._item is not None and not self._writing:
            self._writing = True
            self._book.change(self._item, **fields)
            self._writing = False
            self._refresh()

    def _typed_result(self, text: str) -> None:
        """Every key press counts; the class waits until the words are complete."""
        if self._value() is not None and self._item is not None:
            self._writing = self._typed = True
            self._book.change(self._item, typing=True, result=clean(text) or None)
            self._writing = False

    def _said_result(self, text: str) -> None:
        """The words as given; the class comes along where the words are known ones, and is never guessed."""
        text = clean(text)
        value = self._value()
        if value is None or (text == (value.result or "") and not self._typed):
            return
        self._typed = False
        if text and text not in CLASS_OF:
            self._write(result=text)
        else:
            self._write(result=text or None, result_class=CLASS_OF.get(text))

    def adopt_proposal(self) -> bool:
        """Takes the proposal of the paper over, with the accepted amendments; False where nothing came of it.

        A resolution in other words is replaced by the second call only; the first says so.
        """
        value = self._value()
        if value is None:
            return False
        taken = take_over(self._book, value, replace=self._asked == (value.key, value.resolution))
        self._asked = (value.key, value.resolution) if taken is Taken.WOULD_REPLACE else None
        if taken in _SAID:
            self.said.emit(_k(_SAID[taken]))
        return taken in (Taken.PROPOSAL, Taken.AMENDMENTS)


def result_words(item: AgendaItem, elsewhere: Sequence[tuple[AgendaItem, Vote]] = ()) -> str:
    """The finished votes that stand under »Abstimmungsergebnis«, one line each: those on the item's own resolution.

    ``elsewhere`` are those taken at other items for this one too, each with its item.
    """
    void = voided(item.proceedings)
    votes = (vote for vote in on_resolution(item) if vote.key not in void and is_finished(vote))
    subjects = ((" – ".join(filter(None, (vote.subject, vote.part))), vote) for vote in votes)
    own = [": ".join(filter(None, (name, vote_result(vote)))) for name, vote in subjects]
    for other, vote in elsewhere:
        named = _("together with {item}", item=numbering.display(other.number, other.public) or other.name)
        own.append(f"{named}: {vote_result(vote)}")
    return "\n".join(own)


def newest(words: str) -> str:
    """Lines for the foot of an item: the newest votes, and how many came before them."""
    lines = words.split("\n")
    if len(lines) <= _MOST_LINES:
        return words
    earlier = len(lines) - _MOST_LINES + 1
    told = _n("… and {number} earlier vote", "… and {number} earlier votes", earlier)
    return "\n".join((told, *lines[earlier:]))


class _ResultBox(QComboBox):
    """The words of the result: chosen from the list or typed freely."""

    said = Signal(str)
    #: one more letter of words typed freely
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offered = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # it would write what nobody typed
        self.addItems([text for text, _kind in RESULTS])
        self.setCurrentIndex(-1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.activated.connect(lambda _place: self.said.emit(self.currentText()))
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(_("Kind of result"))
            line.textEdited.connect(self.typed)
            line.editingFinished.connect(lambda: self.said.emit(self.currentText()))

    def show_text(self, text: str) -> None:
        """Shows words without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
        self.setEditText(text)
        self.blockSignals(False)
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)  # of long words the beginning is seen

    def offer(self, text: str) -> None:
        """What the votes suggest, shown while nothing stands there."""
        self._offered = text
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(_("{result} – Enter takes it over", result=text) if text else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes over what stands there, else what is offered."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.said.emit(self.currentText() or self._offered)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; passing over the list changes no data."""
        event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Narrow windows may squeeze it."""
        return QSize(80, super().minimumSizeHint().height())
