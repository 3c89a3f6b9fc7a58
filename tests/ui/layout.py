"""Whether everything in a window can be read: measures each text against the room it has.

``flaws`` gives a sentence per text that is cut, covered, or lies where nobody can scroll to. What users wrote (rows of
lists and tables) may be shortened where its tooltip has the whole; so may any text that says the whole in its tooltip.
"""

import math
import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionGroupBox,
    QStyleOptionTab,
    QTabBar,
    QTableView,
    QToolButton,
    QTreeView,
    QWidget,
)

from desktop.ui.parts.form import Choice
from tests.ui.tour import SCREEN

#: pixels by which a text may miss its room: fonts round
_SLACK = 1
_MANY = 1 << 20
#: so much of long words is seen of a list that is shut
_FEW_LETTERS = 12
_TITLE_BAR = 30

_TEXTS = (QLabel, QAbstractButton, QGroupBox, QTabBar, QHeaderView, QComboBox, QLineEdit, QAbstractItemView, QMenuBar)
_TEXTS = (*_TEXTS, QPlainTextEdit, QAbstractSpinBox)


def flaws(part: QWidget) -> list[str]:
    """What cannot be read in a widget and all that is shown in it, each a sentence with the path of the widget."""
    shown = [
        one for one in (part, *part.findChildren(QWidget)) if one.isVisibleTo(part) and one.window() is part.window()
    ]
    texts = [one for one in shown if isinstance(one, _TEXTS)]
    found = [*_too_large(part.window())]
    for widget in texts:
        room = QSize(widget.width(), widget.height())
        found += [f"{_path(widget, part)}: {said}" for said in (*_cut(widget), *_out_of_sight(widget))]
        if room.isEmpty() and not (
            isinstance(widget, QHeaderView | QMenuBar) or (isinstance(widget, QLabel) and not widget.text())
        ):
            found.append(f"{_path(widget, part)}: has no room at all")
    return found + [f"{_path(one, part)}: lies above {_name(two)}" for one, two in _overlapping(texts)]


def _path(widget: QWidget, part: QWidget) -> str:
    names = [_name(widget)]
    above = widget.parentWidget()
    while above is not None and above is not part:
        if type(above).__module__.startswith("desktop."):
            names.append(type(above).__name__)
        above = above.parentWidget()
    return " / ".join(reversed(names))


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} »{' '.join(words.split())[:40]}«"


def _needs(words: str, need: int, room: int) -> Iterator[str]:
    if need > room + _SLACK:
        yield f"»{' '.join(words.split())[:40]}« needs {need} px, has {room}"


# --- windows


def _too_large(window: QWidget) -> Iterator[str]:
    high = SCREEN[1] - (_TITLE_BAR if window.parent() is not None else 0)
    if window.width() > SCREEN[0] or window.height() > high:
        yield f"{type(window).__name__}: {window.width()}×{window.height()} does not fit on the screen"


def _out_of_sight(widget: QWidget) -> Iterator[str]:
    """Whether a widget lies within all that it lies in, or can be scrolled to."""
    inner, above = widget, widget.parentWidget()
    while above is not None and not inner.isWindow():
        area = above.parentWidget()
        lies = QRect(widget.mapTo(above, QPoint()), widget.size())
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            right = lies.right() > above.width() and area.horizontalScrollBar().maximum() == 0
            low = lies.bottom() > above.height() and area.verticalScrollBar().maximum() == 0
            if right or low:
                yield f"cannot be scrolled to in {type(area).__name__}"
            widget = area
        elif not above.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(lies) and not lies.isEmpty():
            place = f"{lies.x()},{lies.y()} {lies.width()}×{lies.height()}"
            yield f"lies at {place} outside of {_name(above)} {above.width()}×{above.height()}"
            return
        inner, above = above, above.parentWidget()


def _overlapping(texts: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    by_parent: dict[QWidget, list[QWidget]] = {}
    for one in texts:
        if not one.isWindow() and not isinstance(one, QHeaderView):
            by_parent.setdefault(one.parentWidget(), []).append(one)
    for siblings in by_parent.values():
        for one, two in combinations(siblings, 2):
            common = one.geometry() & two.geometry()
            if common.width() > _SLACK and common.height() > _SLACK:
                yield one, two


# --- texts


def _cut(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _label(widget)
        case QCheckBox() | QRadioButton() | QPushButton() | QToolButton():
            yield from _button(widget)
        case QGroupBox():
            yield from _group(widget)
        case QTabBar():
            yield from _tabs(widget)
        case QHeaderView():
            yield from _head(widget)
        case QComboBox():
            yield from _choice(widget)
        case QLineEdit():
            yield from _line(widget)
        case QPlainTextEdit():
            yield from _placeholder(widget)
        case QAbstractItemView():
            yield from _rows(widget)


def _tells(widget: QWidget, words: str) -> bool:
    return bool(words) and " ".join(words.split()) in " ".join(widget.toolTip().split())


def _label(label: QLabel) -> Iterator[str]:
    words, metrics = label.text(), label.fontMetrics()
    if not words or _tells(label, words):
        return
    room = label.contentsRect().adjusted(label.margin(), label.margin(), -label.margin(), -label.margin())
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(words)
        yield from _needs(document.toPlainText(), math.ceil(document.idealWidth()), room.width())
        return
    flags = Qt.TextFlag.TextExpandTabs | (Qt.TextFlag.TextWordWrap if label.wordWrap() else 0)
    need = metrics.boundingRect(QRect(0, 0, room.width(), _MANY), int(flags), words)
    yield from _needs(words, need.width(), room.width())
    yield from _lines(words, need.height(), room.height(), metrics)


def _lines(words: str, need: int, room: int, metrics: QFontMetrics) -> Iterator[str]:
    """A line may do without the room between lines."""
    if need - metrics.descent() > room + _SLACK:
        yield f"»{' '.join(words.split())[:40]}« needs {need} px in height, has {room}"


def _button(button: QCheckBox | QRadioButton | QPushButton | QToolButton) -> Iterator[str]:
    words = button.text()
    if not words or _tells(button, words):
        return
    room = button.rect().adjusted(2, 1, -2, -1)
    if isinstance(button, QCheckBox | QRadioButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        ticks = isinstance(button, QCheckBox)
        contents = QStyle.SubElement.SE_CheckBoxContents if ticks else QStyle.SubElement.SE_RadioButtonContents
        room.setLeft(button.style().subElementRect(contents, option, button).left())
    flags = Qt.TextFlag.TextShowMnemonic | (Qt.TextFlag.TextWordWrap if button.hasHeightForWidth() else 0)
    need = button.fontMetrics().boundingRect(QRect(0, 0, room.width(), _MANY), int(flags), words)
    icon = button.iconSize().width() + 4 if not button.icon().isNull() else 0
    yield from _needs(words, need.width() + icon, room.width())
    yield from _lines(words, need.height(), room.height(), button.fontMetrics())


def _group(group: QGroupBox) -> Iterator[str]:
    option = QStyleOptionGroupBox()
    group.initStyleOption(option)
    style, control = group.style(), QStyle.ComplexControl.CC_GroupBox
    room = style.subControlRect(control, option, QStyle.SubControl.SC_GroupBoxLabel, group)
    need = group.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, group.title()).width()
    yield from _needs(group.title(), need, min(room.width(), group.width() - room.left()))


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        option = QStyleOptionTab()
        bar.initStyleOption(option, place)
        room = bar.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, bar).width()
        need = bar.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, bar.tabText(place)).width()
        if not _in(bar.tabText(place), bar.tabToolTip(place)):
            yield from _needs(bar.tabText(place), need, room)


def _in(words: str, whole: object) -> bool:
    return " ".join(words.split()) in " ".join(str(whole or "").split())


def _all_in(words: str, whole: object) -> bool:
    """A tooltip may say the same in another order, without signs."""
    return all(word in str(whole or "") for word in re.findall(r"\w+", words))


def _head(head: QHeaderView) -> Iterator[str]:
    if head.orientation() is Qt.Orientation.Vertical or head.model() is None:
        return
    margin = 2 * head.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, head)
    for place in range(head.count()):
        words = str(head.model().headerData(place, head.orientation()) or "")
        told = head.model().headerData(place, head.orientation(), Qt.ItemDataRole.ToolTipRole)
        if not head.isSectionHidden(place) and words and not _in(words, told):
            room = QRect(0, 0, max(head.sectionSize(place) - margin, 1), _MANY)
            wraps = int(head.defaultAlignment()) & Qt.TextFlag.TextWordWrap
            need = head.fontMetrics().boundingRect(room, int(wraps), words)
            yield from _needs(words, need.width(), room.width())
            yield from _lines(words, need.height(), head.height(), head.fontMetrics())


def _choice(choice: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, choice)
    need = choice.fontMetrics().horizontalAdvance(choice.currentText())
    if not (_tells(choice, choice.currentText()) or choice.isEditable() or _shortened(choice, need, room.width())):
        yield from _needs(choice.currentText(), need, room.width())


def _shortened(choice: QComboBox, need: int, room: int) -> bool:
    """Long words may end in …, as the list and the tooltip have them whole; short ones may not."""
    few = choice.fontMetrics().averageCharWidth() * _FEW_LETTERS
    return isinstance(choice, Choice) and need > few and room >= few


def _line(line: QLineEdit) -> Iterator[str]:
    words = line.placeholderText()
    longer = words.startswith("[") and _tells(line, words)  # twice as long as in any language
    if words and not line.text() and not longer:
        need = line.fontMetrics().horizontalAdvance(words)
        room = line.contentsRect().width() - 2 * _LINE_MARGIN - line.textMargins().left() - line.textMargins().right()
        yield from _needs(words, need, room)


#: what Qt leaves at each side of a field
_LINE_MARGIN = 4


def _placeholder(text: QPlainTextEdit) -> Iterator[str]:
    words = text.placeholderText()
    if words and not text.toPlainText() and not _tells(text, words):
        room = text.viewport().rect().adjusted(4, 4, -4, -4)
        need = text.fontMetrics().boundingRect(QRect(0, 0, room.width(), _MANY), int(Qt.TextFlag.TextWordWrap), words)
        yield from _needs(words, need.width(), room.width())
        yield from _lines(words, need.height(), room.height(), text.fontMetrics())


# --- rows of lists and tables


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None or isinstance(view, QHeaderView):
        return
    for index in _seen(view):
        words = str(index.data() or "")
        delegate = view.itemDelegateForIndex(index)
        own = "paint" in vars(type(delegate)) or "paintEvent" in vars(type(view))
        told = index.data(Qt.ItemDataRole.ToolTipRole) or view.toolTip()
        if words and not own and not _all_in(words, told):
            yield from _cell(view, index, words)


def _seen(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """What lies in sight of the first rows."""
    model = view.model()
    if isinstance(view, QTreeView):
        index = model.index(0, 0)
        while index.isValid() and view.visualRect(index).top() < view.viewport().height():
            for column in range(model.columnCount(index.parent())):
                if not view.isColumnHidden(column):
                    yield index.siblingAtColumn(column)
            index = view.indexBelow(index)
        return
    for row in range(min(model.rowCount(QModelIndex()), 60)):
        for column in (view.modelColumn(),) if isinstance(view, QListView) else range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            if view.visualRect(index).intersects(view.viewport().rect()):
                yield index


def _cell(view: QAbstractItemView, index: QModelIndex, words: str) -> Iterator[str]:
    style = view.style()
    edge = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
    lies = view.visualRect(index)
    if not _can_scroll(view):
        lies = lies & view.viewport().rect().adjusted(0, -_MANY, 0, _MANY)
    room = lies.width() - 2 * edge
    if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
        room -= style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, view) + 2 * edge
    font = index.data(Qt.ItemDataRole.FontRole)
    metrics = QFontMetrics(font) if font is not None else view.fontMetrics()
    wraps = isinstance(view, QListView | QTableView | QTreeView) and view.wordWrap()
    flags = Qt.TextFlag.TextExpandTabs | (Qt.TextFlag.TextWordWrap if wraps else 0)
    need = metrics.boundingRect(QRect(0, 0, max(room, 1), _MANY), int(flags), words)
    yield from _needs(words, need.width(), room)
    yield from _lines(words, need.height(), lies.height(), metrics)


def _can_scroll(view: QAbstractItemView) -> bool:
    return view.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
