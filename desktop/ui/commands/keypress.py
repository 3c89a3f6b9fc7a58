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
#: what Shift makes of a sign of the table (Ctrl+Shift+.) on German and English keyboards: Qt would carry out neither
_TWINS = ("Ctrl+:", "Ctrl+>")


def keys_of(event: QKeyEvent) -> str:
    """A key press as the table of actions writes it: ``Ctrl+Shift+F4``.

    A sign that Shift makes stands without Shift, as Qt finds it: on a German keyboard Ctrl+Shift+7 is ``Ctrl+/``.
    Empty for what has no name, such as the keys of accents.
    """
    key, held = event.key(), event.modifiers() & HELD
    if _is_sign(key) and not chr(key).isalpha():
        held &= ~_SHIFT
    sequence = QKeySequence(QKeyCombination(held, Qt.Key(key)))
    name = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return name if QKeySequence(name) == sequence else ""


def _is_sign(key: int) -> bool:
    return Qt.Key.Key_Space < key < Qt.Key.Key_Escape


def refusal(keys: str) -> str:
    """Why no action may have a key, as a message id with ``{key}``; empty where one may. Reasons: desk.md §2."""
    sequence = QKeySequence(keys)
    pressed: QKeyCombination | None = sequence[0] if sequence.count() == 1 else None  # type: ignore[index]
    if pressed is None or sequence.toString(QKeySequence.SequenceFormat.PortableText) != keys:
        return N_("This is no key that could be kept.")
    key, held = pressed.key(), pressed.keyboardModifiers()
    is_function = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    is_sign = key < Qt.Key.Key_Escape
    if keys in _TWINS:
        return N_("On many keyboards {key} is the key of another action.")
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
