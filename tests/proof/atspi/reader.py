"""A screen reader without a voice, run by the system's Python, which has pyatspi.

Writes a line of JSON for each thing that a screen reader would hear about; the line ``tree`` on stdin is answered with
all that the program offers. Nothing of the project is imported here.
"""

import json
import sys

import pyatspi
from gi.repository import GLib

HEARD = (
    "object:state-changed:focused",
    "object:active-descendant-changed",
    "object:selection-changed",
    "object:announcement",
    "object:property-change:accessible-name",
    "object:text-changed:insert",
    "object:text-changed:delete",
    "object:text-caret-moved",
)
#: more of a text than this is asked for by nobody
LONGEST = 400


def told(accessible):
    """What a screen reader asks of a thing to say it."""
    accessible.clearCache()
    states = accessible.getState()
    found = {
        "role": accessible.getRoleName(),
        "name": accessible.name,
        "description": accessible.description,
        "states": sorted(pyatspi.stateToString(state) for state in states.getStates()),
    }
    interfaces = accessible.get_interfaces()
    if "Text" in interfaces:
        text = accessible.queryText()
        found["text"] = text.getText(0, min(text.characterCount, LONGEST))
        caret = found["caret"] = text.caretOffset
        found["word"] = text.getTextAtOffset(max(caret - 1, 0), pyatspi.TEXT_BOUNDARY_WORD_START)[0]
        found["line"] = text.getTextAtOffset(max(caret - 1, 0), pyatspi.TEXT_BOUNDARY_LINE_START)[0]
    if "Value" in interfaces:
        found["value"] = accessible.queryValue().currentValue
    return found


def tree(accessible, depth=0):
    """A thing with all that is in it and can be seen."""
    found = told(accessible)
    if depth < 40:
        children = [child for child in accessible if child is not None]
        found["children"] = [
            tree(child, depth + 1) for child in children if child.getState().contains(pyatspi.STATE_SHOWING)
        ]
    return found


def ours():
    """The program, once it is there."""
    return next(
        (one for one in pyatspi.Registry.getDesktop(0) if one is not None and one.name == "Protokollpult"), None
    )


def say(found):
    """One line."""
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def heard(event):
    """An event of the program with what it is about. What is gone again by now says nothing."""
    try:
        if event.host_application is None or event.host_application.name != "Protokollpult":
            return
        lost = event.type == "object:state-changed:focused" and not event.detail1
        if lost:
            return
        subject = event.any_data if event.type == "object:active-descendant-changed" else event.source
        said = event.any_data if isinstance(event.any_data, str) else ""
        say({"event": str(event.type), "said": said, "detail": event.detail1, **told(subject)})
    except (GLib.Error, LookupError, RuntimeError, AttributeError, NotImplementedError) as error:
        say({"event": "lost", "of": str(event.type), "error": repr(error)})


def asked(source, _condition):
    """A line from the test."""
    line = source.readline()
    if line == "tree\n":
        program = ours()
        say({"tree": tree(program) if program is not None else None})
    elif not line:
        pyatspi.Registry.stop()
    return bool(line)


pyatspi.Registry.registerEventListener(heard, *HEARD)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, asked)
say({"event": "ready"})
pyatspi.Registry.start(gil=False)
