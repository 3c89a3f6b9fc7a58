"""Which keys an action may have, and a key press as the table of actions writes it."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.text import marked as N_

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
#: keys that make another key of one
HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_Standard = QKeySequence.StandardKey
_TEXT_KEYS = (
    _Standard.Copy,
    _Standard.Cut,
    _Standard.Paste,
    _Standard.SelectAll,
    _Standard.MoveToNextWord,
    _Standard.MoveToPreviousWord,
    _Standard.SelectNextWord,
    _Standard.SelectPreviousWord,
    _Standard.MoveToStartOfDocument,
    _Standard.MoveToEndOfDocument,
    _Standard.SelectStartOfDocument,
    _Standard.SelectEndOfDocument,
    _Standard.DeleteStartOfWord,
    _Standard.DeleteEndOfWord,
)
#: no modifier makes a key of them that an action may have
_NEVER = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Menu)
#: widgets have these for themselves: member of a roll call
_OF_WIDGETS = ("Ctrl+F",)


def keys_of(event: QKeyEvent) -> str:
    """A key press as the table of actions writes it: ``Ctrl+Shift+F4``."""
    pressed = QKeyCombination(event.modifiers() & HELD, Qt.Key(event.key()))
    return QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)


def refusal(keys: str) -> str:
    """Why no action may have a key, as a message id with ``{key}``; empty where one may. Reasons: desk.md §2."""
    sequence = QKeySequence(keys)
    pressed: QKeyCombination | None = sequence[0] if sequence.count() == 1 else None  # type: ignore[index]
    if pressed is None or pressed.key() == Qt.Key.Key_unknown:
        return N_("This is no key that could be kept.")
    key, held = pressed.key(), pressed.keyboardModifiers()
    is_function = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    is_sign = key < Qt.Key.Key_Escape
    if held & _META or key in _NEVER or (is_function and held & _ALT):
        return N_("{key} belongs to the computer or leads from field to field.")
    if held & _CTRL and held & _ALT:
        return N_("{key} is the same as AltGr, which writes characters such as € @ and {{ on German keyboards.")
    if held & _ALT and is_sign:
        return N_("Alt with a letter opens a menu: {key} is not free.")
    if is_sign and not held & _CTRL:
        return N_("{key} is text. With Ctrl it can be a key.")
    if keys == "Shift+F10" or (not is_function and not held & (_CTRL | _ALT)):
        return N_("{key} is needed for writing and moving. With Ctrl it may be free.")
    if keys in _OF_WIDGETS or any(sequence in QKeySequence.keyBindings(standard) for standard in _TEXT_KEYS):
        return N_("{key} moves, copies or finds wherever you write.")
    return ""
