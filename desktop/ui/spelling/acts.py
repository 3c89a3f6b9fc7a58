"""What can be done about a wrong word, by key and by menu: another word, a word of the house, pass over, go on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.models.book import Book
from desktop.text import ui_text as _
from desktop.ui.bus import Bus
from desktop.ui.commands.shortcuts import keyed_text as _k
from desktop.ui.desk import writing
from desktop.ui.desk.page import DeskPage
from desktop.ui.richtext.lines import lines_from
from desktop.ui.richtext.textedit import LineEdit
from desktop.ui.spelling import places
from desktop.ui.spelling.choices import Choice, Choices
from desktop.ui.spelling.marker import Marker
from desktop.ui.spelling.places import Place
from desktop.ui.spelling.speller import Speller

#: an answer that takes longer is announced
_SLOW_MS = 300
#: suggestions in the menu of a field, for which room is kept: nothing moves under the pointer when they come
_IN_MENU = 3
#: the digits of what can be done besides suggestions, of which there are at most seven
_ADD, _PASS = 8, 9


class SpellingActs(QObject):
    """One per window; made when the window has been idle for a while, or when a key first wants it."""

    #: something short for the status line
    said = Signal(str)

    def __init__(self, book: Book, bus: Bus, desk: DeskPage, window: QWidget) -> None:
        super().__init__(window)
        self._book, self._desk, self._window = book, desk, window
        self.speller = Speller(book, bus, self)
        self.marker = Marker(self.speller, window)
        self._choices = Choices(window)
        #: what is to be done when suggestions for a word come, and when texts are checked
        self._waiting: tuple[str, Callable[[tuple[str, ...]], None]] | None = None
        self._then: Callable[[], bool] | None = None
        self._slow = QTimer(self, interval=_SLOW_MS, singleShot=True)
        self._slow.timeout.connect(lambda: self.said.emit(_("Checking the spelling …")))
        self.speller.failed.connect(self._failed)
        self.speller.suggested.connect(self._suggested)
        self.speller.learnt.connect(self._learnt)
        self.marker.fieldSeen.connect(lambda field: field.menuOpened.connect(partial(self._extend_menu, field)))

    def close(self) -> None:
        """The window goes."""
        self.speller.close()

    # --- suggestions

    def suggest(self) -> None:
        """Suggestions for the marked word at the caret, else the one before it, else behind it."""
        field = _focused()
        if not self._has_begun(self.suggest) or (field is not None and self._is_new(field, self.suggest)):
            return
        place = places.nearest(field.document(), field.textCursor().position(), self.speller.marks) if field else None
        if not self.speller.on:
            self.said.emit(_k("The spell check is switched off · {settings}, “Spelling” switches it on"))
        elif field is None or place is None:
            self.said.emit(_k("No marked word here · {next_misspelling} goes to the next"))
        else:
            self._show(field, place)

    def _has_begun(self, then: Callable[[], None]) -> bool:
        """Whether the settings are known; it goes on when they are."""
        if not self.speller.ready:
            self.speller.begun.connect(then, Qt.ConnectionType.SingleShotConnection)
            self._slow.start()
            self.speller.begin()
        return self.speller.ready

    def _failed(self) -> None:
        self._then = self._waiting = None
        self._slow.stop()
        self.said.emit(_k("The spell check ended by itself and is off · {settings}, “Spelling” switches it on"))

    def _is_new(self, field: LineEdit, then: Callable[[], None]) -> bool:
        """Whether there is text in a field that was not checked yet; that is done first, then it goes on."""
        if not self.speller.on or not (texts := places.unknown(field.document(), self.speller.marks)):
            return False

        def known() -> bool:
            self.speller.check(texts)  # again where other words are right now
            if all(self.speller.marks(text) is not None for text in texts):
                self._then = None
                self._slow.stop()
                then()
            return False

        self._slow.start()
        self._then = known
        self.speller.check(texts)
        return True

    def _ask(self, word: str, then: Callable[[tuple[str, ...]], None]) -> None:
        self._waiting = (word, then)
        self._slow.start()
        self.speller.suggest(word)

    def _suggested(self, word: str, suggestions: tuple[str, ...]) -> None:
        if self._waiting is not None and self._waiting[0] == word:
            then, self._waiting = self._waiting[1], None
            self._slow.stop()
            then(suggestions)

    def _offer(self, field: LineEdit, place: Place, suggestions: tuple[str, ...]) -> None:
        """The list under the word, unless somebody has typed on meanwhile."""
        if _focused() is not field or field.textCursor().position() != place.end:
            return
        word = place.mark.word
        choices = [
            *(
                Choice(number, text, partial(self._replace, field, place, text))
                for number, text in enumerate(suggestions, 1)
            ),
            *([Choice(_ADD, self._add_label(), partial(self._add, word))] if _is_one(word) else ()),
            Choice(_PASS, self._pass_label(), partial(self._pass_over, word)),
        ]
        below = field.mapTo(self._window, field.caret_area().bottomLeft())
        self._choices.offer(choices, _("“{word}” is not in the dictionary", word=word), field, below)
        self.said.emit(_k("“{word}” is not in the dictionary · a digit chooses, {next_misspelling} goes on", word=word))

    def _replace(self, field: LineEdit, place: Place, text: str) -> None:
        """Another word in its place, as one step."""
        cursor = place.cursor(field.document())
        if cursor is not None:
            self._book.end_typing()
            with self._book.step("spelling"):
                look = QTextCursor(cursor)
                look.setPosition(place.start + 1)
                cursor.insertText(text, look.charFormat())  # as it begins, e.g. not all bold
            field.setTextCursor(cursor)
            self.said.emit(_("“{old}” is “{new}” now", old=place.mark.word, new=text))

    def _add(self, word: str) -> None:
        self.speller.add(word)
        self.said.emit(
            _k("“{word}” is in the dictionary of the house now · out of it: {settings}, “Spelling”", word=word)
        )

    def _pass_over(self, word: str) -> None:
        self.speller.pass_over(word)
        self.said.emit(_("“{word}” is passed over until the program ends", word=word))

    @staticmethod
    def _add_label() -> str:
        return _("+ into the dictionary of the house")

    @staticmethod
    def _pass_label() -> str:
        return _("pass over until the program ends")

    def _extend_menu(self, field: LineEdit, menu: QMenu, position: int) -> None:
        """On top of the field's own menu the same; suggestions when they come."""
        place = places.at(field.document(), position, self.speller.marks) if self.speller.on else None
        if place is None or not menu.actions():
            return
        word, first = place.mark.word, menu.actions()[0]
        room = [QAction("…", menu, enabled=False) for _line in range(_IN_MENU)]
        own = {self._add_label(): self._add} if _is_one(word) else {}
        own[self._pass_label()] = self._pass_over
        menu.insertActions(first, room)
        for label, act in own.items():
            action = QAction(label, menu)
            action.triggered.connect(partial(act, word))
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        menu.aboutToHide.connect(self._forget_wish)
        self._ask(word, partial(self._fill_room, field, place, room))

    def _forget_wish(self) -> None:
        self._waiting = None
        self._slow.stop()

    def _fill_room(self, field: LineEdit, place: Place, room: list[QAction], suggestions: tuple[str, ...]) -> None:
        """The menu is still open: closing it forgets the wish."""
        for action, text in zip(room, (*suggestions, *[""] * _IN_MENU), strict=False):
            action.setText(text or "–")
            action.setEnabled(bool(text))
            action.triggered.connect(partial(self._replace, field, place, text))

    # --- on to the next

    def next(self) -> None:
        """The next marked word: in this text, at the desk also in the entries below; then from the top."""
        field = _focused()
        if not self._has_begun(self.next):
            return
        if field is not None:
            if self._is_new(field, self.next):
                return
            document, caret = field.document(), field.textCursor().position()
            place = places.following(document, caret, self.speller.marks)
            if place is None and field is not self._desk.pen.editor:
                place = places.following(document, -1, self.speller.marks)
            if place is not None:
                self._show(field, place)
                return
        if self._desk.isVisible() and (field is None or field is self._desk.pen.editor):
            self._look_below()
        else:
            self.said.emit(_("No marked words in this text."))

    def _look_below(self) -> None:
        """Checks the entries below and then those from the top, and goes to the first with a wrong word."""
        keys = self._desk.proceedings.keys()
        current = self._desk.pen.key
        at = keys.index(current) + 1 if current in keys else 0
        below = [*keys[at:], *keys[:at]]
        texts = {key: _texts(writing.text_of(self._book, key)) for key in below}
        self.speller.check(text for found in texts.values() for text in found)
        self._then = partial(self._go_on, texts)
        self._learnt()

    def _learnt(self) -> None:
        if self._then is not None and self._then():
            self._then = None

    def _go_on(self, texts: dict[str, list[str]]) -> bool:
        """Goes to the first entry with a wrong word; False where it is not known yet."""
        for key, found in texts.items():
            for text in found:
                marks = self.speller.marks(text)
                if marks is None:
                    self.speller.check(found)
                    return not self.speller.on
                if marks:
                    self._show_entry(key)
                    return True
        self.said.emit(_("No marked words in this item."))
        return True

    def _show_entry(self, key: str) -> None:
        self._desk.pen.go_to(key, 0)
        editor = self._desk.pen.editor
        place = places.following(editor.document(), -1, self.speller.marks)
        if place is not None:
            self._show(editor, place)

    def _show(self, field: LineEdit, place: Place) -> None:
        """The caret goes to the word, and the list opens under it as soon as there are suggestions."""
        self._choices.close_list()
        field.place_caret(place.end)
        field.ensureCursorVisible()
        self._ask(place.mark.word, partial(self._offer, field, place))


def _is_one(word: str) -> bool:
    """Not one that stands twice in a row, which no dictionary holds."""
    return not any(map(str.isspace, word))


def _focused() -> LineEdit | None:
    field = QApplication.focusWidget()
    return field if isinstance(field, LineEdit) else None


def _texts(stored: str) -> list[str]:
    """The paragraphs and cells of a stored text, as the document shows them."""
    texts = []
    for line in lines_from(stored):
        rows = (line.table.header, *line.table.rows) if line.table is not None else ((line.runs,),)
        texts += ["".join(run.text for run in runs).replace("\n", "\u2028") for row in rows for runs in row]
    return [text for text in texts if text]
