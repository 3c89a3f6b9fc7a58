"""The table of actions: menus, shortcuts and the key map are made from it (keys: desk.md §2).

An action is carried out by the method named ``slot`` of the page in front, else of the window; a dot leads to a part of
it (``agenda.add_item``). Where neither has it, the action is disabled and its key goes to the field that has the focus.
A field that needs a key for itself accepts the ``ShortcutOverride`` event of it, as the vote grid does with Esc.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.text import marked as N_
from desktop.text import ui_text as _


class Menu(StrEnum):
    """The menus, in their order; the value is the message id of the title."""

    MEETING = N_("Meeting")
    EDIT = N_("Edit")
    ITEM = N_("Agenda item")
    ENTRY = N_("Take down")
    VIEW = N_("View")
    HELP = N_("Help")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do. ``text`` is a message id.

    ``keys``: the first is the one that labels show, the rest are twins. ``rule`` draws a line above it in its menu.
    ``bound`` is False for keys that a widget handles itself; they are shown but no shortcut is made of them.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    place: Menu
    slot: str
    rule: bool = False
    bound: bool = True


_M, _E, _I, _T, _V, _H = Menu.MEETING, Menu.EDIT, Menu.ITEM, Menu.ENTRY, Menu.VIEW, Menu.HELP

ACTIONS: tuple[Action, ...] = (
    # the meeting as a whole
    Action("new_meeting", N_("New meeting …"), ("Ctrl+N",), _M, "new_meeting"),
    Action("edit_meeting", N_("Meeting details …"), ("Ctrl+D",), _M, "edit_meeting"),
    Action("save_template", N_("Keep as template"), (), _M, "save_template"),
    Action("import_file", N_("Import file …"), ("Ctrl+O",), _M, "import_file"),
    Action("presence", N_("Comes/leaves"), ("F7", "Ctrl+7"), _M, "side.presence", rule=True),
    Action("attendance", N_("Attendance list"), ("Shift+F7",), _M, "side.attendance"),
    Action("procedure", N_("Procedure"), ("F8", "Ctrl+8"), _M, "procedure"),
    Action("speakers", N_("List of speakers"), ("Shift+F2", "Ctrl+Shift+R"), _M, "side.speakers"),
    Action("next_speaker", N_("Next speaker"), ("Ctrl+F2", "Ctrl+Shift+Return"), _M, "floor.next_speaker"),
    Action("stop_clock", N_("Stop or start the clock"), ("Ctrl+Shift+F2", "Ctrl+Shift+K"), _M, "floor.toggle_clock"),
    Action("checklist", N_("Checklist"), ("F11",), _M, "side.checklist"),
    Action("no_recusal", N_("State that nobody is recused"), (), _M, "no_recusal"),
    Action("export", N_("Make documents …"), ("Ctrl+E",), _M, "export", rule=True),
    Action("export_item", N_("Extract of the shown item"), ("Ctrl+Shift+A",), _M, "export_item"),
    Action("given_out", N_("Documents given out …"), (), _M, "given_out"),
    Action("preview", N_("Page preview"), ("Ctrl+P",), _M, "preview"),
    Action("show_saved", N_("Saved at …"), ("Ctrl+S",), _M, "show_saved"),
    Action("quit", N_("Quit"), ("Ctrl+Q",), _M, "quit", rule=True),
    # editing
    Action("undo", N_("Undo"), ("Ctrl+Z",), _E, "undoing.undo"),
    Action("redo", N_("Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), _E, "undoing.redo"),
    Action("earlier_state", N_("Earlier state …"), ("Ctrl+H",), _E, "earlier_state"),
    Action("bold", N_("Bold"), ("Ctrl+B",), _E, "text_acts.bold", rule=True),
    Action("list_line", N_("List"), ("Ctrl+Shift+L",), _E, "text_acts.list_line"),
    Action("heading_line", N_("Heading"), ("Ctrl+Shift+H",), _E, "entry.heading"),
    Action("table_line", N_("Table"), ("Ctrl+Shift+I",), _E, "text_acts.table"),
    Action("table_add_row", N_("Table: row below"), ("Alt+Shift+Down",), _E, "text_acts.add_row"),
    Action("table_add_column", N_("Table: column to the right"), ("Alt+Shift+Right",), _E, "text_acts.add_column"),
    Action("table_remove_row", N_("Table: remove row"), ("Alt+Shift+Up",), _E, "text_acts.remove_row"),
    Action("table_remove_column", N_("Table: remove column"), ("Alt+Shift+Left",), _E, "text_acts.remove_column"),
    Action("paste_plain", N_("Paste as plain text"), ("Ctrl+Shift+Ins",), _E, "text_acts.paste_plain"),
    Action("spelling", N_("Suggestions for a marked word"), ("Ctrl+.",), _E, "suggest_spelling"),
    Action("next_misspelling", N_("Next marked word"), ("Ctrl+Shift+.",), _E, "next_misspelling"),
    Action("run_on", N_("Into the paragraph before"), ("Ctrl+J",), _E, "entry.run_on"),
    Action("time_stamp", N_("Time of day"), ("Ctrl+T",), _E, "time_stamp"),
    Action("on_request", N_("Noted on request"), ("Ctrl+R",), _E, "entry.on_request"),
    Action("entry_public", N_("Entry public / not public"), (), _E, "entry.toggle_hidden"),
    Action("entry_time", N_("The entry was now"), ("Ctrl+Shift+Y",), _E, "entry.stamp"),
    Action("speaker_lead", N_("Speaker as a sentence or with a colon"), ("Ctrl+Shift+C",), _E, "entry.switch_lead"),
    Action("become_text", N_("Entry becomes a text"), (), _E, "entry.become_text"),
    Action("become_speech", N_("Entry becomes a speech"), (), _E, "entry.become_speech"),
    Action("become_motion", N_("Entry becomes a motion"), (), _E, "entry.become_motion"),
    Action("move_entry", N_("Move the entry into another item …"), (), _E, "entry.move"),
    Action("command", N_("Command …"), ("Ctrl+K",), _E, "command", rule=True),
    # items
    Action("call_item", N_("Call item"), ("Ctrl+Return", "Ctrl+Enter"), _I, "call_item"),
    Action("paste_agenda", N_("Paste an agenda …"), (), _I, "paste_agenda"),
    Action("carry_over", N_("Take over postponed items …"), (), _I, "carry_over"),
    Action("previous_item", N_("Previous item"), ("Ctrl+PgUp",), _I, "previous_item", rule=True),
    Action("next_item", N_("Next item"), ("Ctrl+PgDown",), _I, "next_item"),
    Action("goto_item", N_("Go to item …"), ("Ctrl+G",), _I, "goto_item"),
    Action("paper", N_("Paper of the item"), ("Ctrl+Shift+V",), _I, "paper", rule=True),
    Action("paper_at_hand", N_("Paper at hand"), ("Ctrl+L",), _I, "side.paper"),
    Action("notes", N_("Raw notes"), ("Ctrl+M",), _I, "side.notes"),
    Action(
        "announcement", N_("Announcement of a non-public decision"), ("Ctrl+F5", "Ctrl+Shift+X"), _I, "announcement"
    ),
    Action("compare_invitation", N_("Compare with the invitation"), (), _I, "lines.compare"),
    Action("invitation_sent", N_("The invitation was sent"), (), _I, "lines.invite"),
    Action("add_item", N_("New item below"), ("Ins",), _I, "agenda.add_item", rule=True, bound=False),
    Action("add_divider", N_("New divider below"), ("Shift+Ins",), _I, "agenda.add_divider", bound=False),
    Action("details", N_("Details of the item …"), ("Alt+Return",), _I, "agenda.details", bound=False),
    Action("item_up", N_("Move up"), ("Alt+Up",), _I, "agenda.move_up", bound=False),
    Action("item_down", N_("Move down"), ("Alt+Down",), _I, "agenda.move_down", bound=False),
    Action(
        "toggle_together",
        N_("Together with the running item"),
        ("Ctrl+Shift+J",),
        _I,
        "agenda.toggle_together",
        bound=False,
    ),
    Action("toggle_public", N_("Public / not public"), ("Ctrl+Shift+N",), _I, "agenda.toggle_public", bound=False),
    Action("renumber", N_("Number anew"), ("Ctrl+Shift+U",), _I, "agenda.renumber", bound=False),
    Action("take_off", N_("Take off the agenda"), ("Del",), _I, "agenda.take_off", bound=False),
    # entries
    Action("speech", N_("Speech"), ("F2", "Ctrl+2"), _T, "entry.begin_speech"),
    Action("motion", N_("Motion"), ("F3", "Ctrl+3"), _T, "entry.begin_motion"),
    Action("vote", N_("Vote"), ("F4", "Ctrl+4"), _T, "votes.next"),
    Action("vote_part", N_("Vote on a part"), ("Ctrl+Shift+T",), _T, "votes.part"),
    Action("vote_variants", N_("Vote between variants"), ("Ctrl+Shift+F4", "Ctrl+Shift+O"), _T, "votes.variants"),
    Action("repeat_vote", N_("Repeat the vote …"), ("Ctrl+W",), _T, "votes.repeat"),
    Action("election", N_("Election"), ("Shift+F4",), _T, "elections.next"),
    Action("resolution", N_("Resolution"), ("F5", "Ctrl+5"), _T, "resolution"),
    Action("adopt_proposal", N_("Take over the proposal"), ("Shift+F5",), _T, "adopt_proposal"),
    Action("new_task", N_("Task for somebody"), ("Ctrl+Shift+F",), _T, "tasks.begin"),
    Action("enclose", N_("Attachment enclosed"), ("Ctrl+U",), _T, "enclose"),
    Action("on_record", N_("For the record"), ("F9", "Ctrl+9"), _T, "entry.begin_statement"),
    Action("event", N_("Event"), (), _T, "entry.begin_event"),
    Action("read_aloud", N_("Read aloud"), ("F12",), _T, "read_aloud"),
    Action("previous_entry", N_("Previous entry"), ("Ctrl+Up",), _T, "entry.previous", rule=True),
    Action("next_entry", N_("Next entry"), ("Ctrl+Down",), _T, "entry.next"),
    Action("last_place", N_("Last place of writing"), ("Alt+Left",), _T, "last_place"),
    Action("ready", N_("Ready line"), ("Esc",), _T, "ready"),
    Action("ready_running", N_("Ready line of the running item"), ("Esc, Esc",), _T, "ready_running", bound=False),
    # the window
    Action("show_desk", N_("Desk"), ("Ctrl+Shift+P",), _V, "show_desk"),
    Action("show_meetings", N_("Meetings"), ("Ctrl+Shift+S",), _V, "show_meetings"),
    Action("show_people", N_("Bodies and people"), ("Ctrl+Shift+G",), _V, "show_people"),
    Action("paste_members", N_("Paste a list of members …"), (), _V, "paste_members"),
    Action("show_tasks", N_("Tasks"), ("Ctrl+Shift+E",), _V, "show_tasks"),
    Action("show_blocks", N_("Text blocks"), ("Ctrl+Shift+B",), _V, "show_blocks"),
    Action("show_houses", N_("House profiles"), (), _V, "show_houses"),
    Action("settings", N_("Settings"), ("Ctrl+,",), _V, "show_settings"),
    Action("next_area", N_("Next area"), ("F6",), _V, "next_area", rule=True),
    Action("previous_area", N_("Previous area"), ("Shift+F6",), _V, "previous_area"),
    Action("go_to_message", N_("To the message"), ("Ctrl+Shift+M",), _V, "banners.focus_newest"),
    Action("room_window", N_("Room window"), ("Ctrl+Shift+W",), _V, "room_window", rule=True),
    Action("room_blank", N_("Cover the room window"), ("Ctrl+Shift+F12",), _V, "room_blank"),
    Action("larger", N_("Larger type"), ("Ctrl++", "Ctrl+="), _V, "appearance.larger", rule=True),
    Action("smaller", N_("Smaller type"), ("Ctrl+-",), _V, "appearance.smaller"),
    Action("normal_size", N_("Normal size of type"), ("Ctrl+0",), _V, "appearance.normal_size"),
    Action("dark", N_("Dark or light"), ("Ctrl+Shift+D",), _V, "appearance.switch"),
    Action("contrast", N_("High contrast"), (), _V, "appearance.switch_contrast"),
    Action("arrange", N_("Arrange the window as at first"), (), _V, "arrangement.forget"),
    Action("show_menu", N_("Menu bar"), ("F10",), _V, "show_menu", rule=True),
    # help
    Action("show_keys", N_("Keys"), ("F1", "Ctrl+1"), _H, "show_keys"),
    Action("print_keys", N_("Print the keys …"), (), _H, "print_keys"),
    Action("show_law", N_("Legal basis …"), (), _H, "show_law"),
    Action("about", N_("About Protokollpult"), (), _H, "about"),
)

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}


def twin(digit: str) -> Action | None:
    """The action whose twin is Strg + this digit; ``+`` and the digit do it on an empty ready line."""
    return next((action for action in ACTIONS if f"Ctrl+{digit}" in action.keys[1:]), None)


#: names of keys as German keyboards have them; the rest is as Qt writes it
_KEY_NAMES = {
    "Ctrl": N_("Ctrl"),
    "Shift": N_("Shift"),
    "Return": N_("Enter"),
    "Ins": N_("Ins"),
    "Del": N_("Del"),
    "Space": N_("Space bar"),
    "Backspace": N_("Backspace"),
    "Home": N_("Home"),
    "End": N_("End"),
    "PgUp": N_("PgUp"),
    "PgDown": N_("PgDown"),
    "Up": N_("↑"),
    "Down": N_("↓"),
    "Left": N_("←"),
    "Right": N_("→"),
}


def slot_of(page: object, action: Action) -> Callable[[], object] | None:
    """What carries an action out on a page, or a window; None where nothing does."""
    slot: object = page
    for name in action.slot.split("."):
        slot = getattr(slot, name, None)
    return slot if callable(slot) else None


def key_label(keys: str) -> str:
    """A key as people say it: ``Ctrl+PgUp`` gives Strg+Bild ↑ in German."""
    if ", " in keys:
        return " ".join(key_label(part) for part in keys.split(", "))
    parts = keys.replace("++", "+Plus").split("+")
    named = [_(_KEY_NAMES[part]) if part in _KEY_NAMES else part for part in parts]
    return "+".join(named).replace("+Plus", "++")
