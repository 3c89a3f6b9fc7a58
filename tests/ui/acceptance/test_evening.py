"""An evening from the invitation to the polished minutes, by keys only (desk.md §7). Town and people are invented."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from desktop.export.kinds import Kind
from desktop.export.publish import Format, Order, publish
from desktop.models.book import Book
from desktop.models.profiles import choose
from desktop.models.values import (
    AgendaItem,
    Event,
    EventType,
    Meeting,
    MeetingState,
    Reader,
)
from desktop.ui.bus import Bus
from desktop.ui.exporting import FOLDER
from desktop.ui.looks.theme import Theme
from desktop.ui.window import Window
from tests.ui.conftest import TestClock
from tests.ui.desk import council
from tests.ui.keys import press, show, type_text, wait_until

AGENDA = """Öffentlicher Teil
1. Eröffnung der Sitzung
2. Niederschrift der letzten Sitzung
3. Einwohnerfragestunde
4. Bericht zum Radwegenetz
5. Neue Bänke am Hafen  VO/2026/7
6. Wahl der stellvertretenden Ausschussvorsitzenden
7. Verschiedenes
Nichtöffentlicher Teil
1. Verkauf eines Grundstücks
2. Personalangelegenheit
"""


#: in the public minutes
SAID = (
    "Sitzungsbeginn: 18:02 Uhr",
    "Sitzungsende: 18:37 Uhr",
    "Frau Birke0          SPD    ab 18:18 Uhr (TOP Ö 5)",
    "Reserve  SPD  Vertretung für Frau Birke0",
    "Die Beschlussfähigkeit wird um 18:03 Uhr festgestellt (anwesend 13 von 15 Stimmberechtigten).",
    "Die Tagesordnung wird wegen Dringlichkeit um TOP Ö 8 »Notbeleuchtung am Hafen« erweitert.",
    "Einwendungen gegen die Niederschrift werden nicht erhoben.",
    "Bürgermeister Held antwortet, der Kreis.",
    "Frau Amsel1 (CDU) erläutert, dass der Radweg breiter wird.",
    "Frau Birke1 (SPD): „Das steht so nicht im Gutachten.“",
    "Kosten aufstellen (Bauamt, bis 19.03.2026)",
    "Vorlage: VO/2026/7",
    "Frau Chor1 (GRÜNE) verlässt die Sitzung um 18:18",
    "Dafür: 10   Dagegen: 2   Enthaltungen: 0",
    "Pause 18:18 – 18:28 Uhr",
    "Die Öffentlichkeit wird um 18:32 Uhr wiederhergestellt.",
    "Nein: Frau Chor0, Frau Chor2, Held",
    "Losentscheid: Frau Amsel0",
    "Anfragen liegen nicht vor.",
    "Befangen: Frau Chor0",
    "Ein Grundstück wird verkauft.",
)
#: in no public document
HIDDEN = ("Neustadt", "Altdorf", "Holzweg", "Ulmental", "Personalangelegenheit", "Beamer")


class Evening:
    """The window, with what the keys of an evening need."""

    def __init__(self, window: Window, book: Book, clock: TestClock) -> None:
        self.window, self.book, self.clock, self.desk = window, book, clock, window.desk

    def command(self, words: str) -> None:
        """Ctrl+K, some words, Enter."""
        before = QApplication.activeWindow()
        press("Ctrl+K")
        wait_until(lambda: QApplication.activeWindow() not in (None, before), "the commands")
        dialog = QApplication.activeWindow()
        type_text(words + "\n")
        wait_until(lambda: not dialog.isVisible(), "the command is done")
        self.front()

    def front(self) -> None:
        """The dialog that is open, else the window, has the keyboard; offscreen nobody gives it back."""
        QApplication.processEvents()
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        show(dialogs[-1] if dialogs else self.window)

    def tab_to(self, words: str) -> None:
        """Tab until the field or button of this name has the keyboard."""
        for _ in range(30):
            focused = QApplication.focusWidget()
            named = (focused.accessibleName(), getattr(focused, "text", str)()) if focused is not None else ()
            if any(words in str(name) for name in named):
                return
            press("Tab")
        raise AssertionError(f"never reached: {words}")

    def line(self, text: str) -> None:
        """A sentence on the ready line."""
        type_text(text + "\n")
        self.clock.forward(minutes=1)

    def item(self, number: str, *, public: bool = True) -> AgendaItem:
        """An item as it stands."""
        return next(one for one in self.book.meeting.agenda if (one.number, one.public) == (number, public))

    def running(self) -> str:
        """The item that runs, as people call it."""
        found = next(one for one in self.book.meeting.agenda if one.stage == "running")
        return f"{'Ö' if found.public else 'N'} {found.number}"

    def events(self, kind: EventType) -> list[Event]:
        """All events of a kind."""
        entries = (entry for item in self.book.meeting.agenda for entry in item.proceedings)
        return [entry for entry in entries if isinstance(entry, Event) and entry.event_type is kind]


@pytest.fixture
def evening(book: Book, bus: Bus, clock: TestClock, app: QApplication) -> Evening:
    """A council in preparation without an agenda; the minutes of its last meeting wait."""
    council.make(book, MeetingState.PREPARATION)
    for item in book.meeting.agenda:
        book.remove(item.key)
    body = book.shelf.records[book.meeting.key].parent
    last = Meeting(name="0. Sitzung", organizations=book.meeting.organizations, start="2026-02-05T18:00:00+01:00")
    last = replace(last, state=MeetingState.RELEASED)
    book.add(last, body, "meetings")
    window = Window(book, bus, clock, Theme(app), book.path.parent)
    window.resize(1500, 950)
    window.open_meeting(book.meeting.key)
    show(window)
    return Evening(window, book, clock)


@pytest.mark.window
def test_an_evening(evening: Evening, tmp_path: Path) -> None:
    """Each part checks what it must leave behind; the documents close it."""
    for part in (prepare, begin, agenda_changes, residents, report, amendment_and_roll_call, secret_election):
        part(evening)
    not_public(evening)
    close(evening)
    extract(evening, tmp_path)
    polish(evening)
    documents(evening, tmp_path)


def prepare(evening: Evening) -> None:
    """The week before: the agenda from the mail, an excuse and who comes instead, a note."""
    QGuiApplication.clipboard().setText(AGENDA)
    evening.command("tagesordnung einfügen")
    press("Ctrl+V")
    evening.tab_to("übernehmen")
    press("Space")
    evening.front()
    agenda = [(one.number, one.name, one.public) for one in evening.book.meeting.agenda]
    assert len(agenda) == 9
    assert agenda[4] == ("5", "Neue Bänke am Hafen", True)
    assert agenda[8] == ("2", "Personalangelegenheit", False)
    paper = evening.book.shelf.value(evening.item("5").papers[0])
    evening.book.change(paper.key, proposed_resolution="Der Rat beschließt den Kauf von zehn Bänken.")
    evening.command("einladung versandt")
    press("F7")
    type_text("b0\n")  # before the meeting it is a matter of the list: she will not be there
    press("F7")
    type_text("re\n")
    press("Ctrl+M")
    type_text("Beamer prüfen")
    press("Esc")


def begin(evening: Evening) -> None:
    """Opening, quorum, who comes late."""
    evening.clock.time = evening.clock.time.replace(hour=18, minute=2)
    press("F8")
    press("Return")
    assert evening.book.meeting.state is MeetingState.RUNNING
    assert evening.running() == "Ö 1"
    evening.line("Die Bürgermeisterin begrüßt die Anwesenden.")
    press("F8")
    press("Return")
    assert evening.events(EventType.QUORUM_STATED)


def agenda_changes(evening: Evening) -> None:
    """One item comes as urgent, with its vote; one is taken off. The minutes of the last meeting are approved."""
    evening.desk.agenda.setFocus()
    press("F6")
    while not evening.desk.agenda.hasFocus():
        press("F6")
    press("Ins")
    type_text("Notbeleuchtung am Hafen\tdie Leuchten sind heute ausgefallen\n")
    assert evening.events(EventType.ITEM_ADDED)
    press("F4")
    type_text("a\n")
    press("Ctrl+Return")
    assert evening.running() == "Ö 2"
    press("F8")
    press("Return")


def residents(evening: Evening) -> None:
    """Two residents ask; their names are not for the public."""
    press("Ctrl+Return")
    assert evening.running() == "Ö 3"
    for name, question, answer in (
        ("Frau Eva Neustadt", "wann der Radweg gebaut wird.", "im Mai."),
        ("Herr Jan Altdorf", "wer die Bänke bezahlt.", "der Kreis."),
    ):
        press("F2")
        type_text(f"{name}\t")
        evening.line(f"fragt, {question}")
        type_text("he\t")
        evening.line(f"antwortet, {answer}")


def report(evening: Evening) -> None:
    """A report, five questions with their answers, a task, the statement of somebody in the middle of a sentence."""
    press("Ctrl+Return")
    assert evening.running() == "Ö 4"
    type_text("he\t")
    evening.line("stellt das Radwegenetz vor.")
    for number in range(5):
        type_text(f"a{number}\t")
        evening.line("fragt nach den Kosten.")
        type_text("he\t")
        evening.line(f"nennt {number + 2} Euro.")
    press("Ctrl+Shift+F")
    type_text("Bauamt\tKosten aufstellen\t+14\n")
    type_text("a1\t")
    type_text("erläutert, dass der ")
    press("F9")
    type_text("b1\tDas steht so nicht im Gutachten.")
    press("Alt+Left")
    type_text("Radweg breiter wird.\n")


def amendment_and_roll_call(evening: Evening) -> None:
    """Who comes and goes, an amendment with a split faction, the wording read aloud, the roll call; a pause."""
    press("Ctrl+Return")
    assert evening.running() == "Ö 5"
    for short in ("c1", "b0"):
        press("F7")
        type_text(f"{short}\n")
    press("F3")
    type_text("SPD\t\tEine Bank steht an der Mole.\n")
    press("F4")
    type_text("n2\n\n")
    press("F5")
    press("Esc")
    press("F12")
    press("Return")
    press("F4")
    type_text("p" + "j" * 9 + "nnn")
    press("Return")
    press("F8")
    press("Return")
    evening.clock.forward(minutes=10)
    press("F8")
    press("Return")


def secret_election(evening: Evening) -> None:
    """A tie in both rounds; the lot decides, and the one it falls on accepts."""
    press("Ctrl+Return")
    assert evening.running() == "Ö 6"
    press("Shift+F4")
    type_text("Stellvertretung\na0\nb1\n\n" + "12\n0\n0\n6\n6\n" * 2 + "Held\na\nj")
    press("Esc")
    press("Ctrl+Return")
    evening.line("Es liegt nichts vor.")
    press("Ctrl+Return")
    assert evening.running() == "Ö 8"
    press("F7")
    type_text("c0")
    press("Shift+Return")
    evening.line("Die Leuchten werden getauscht.")
    press("F4")
    type_text("a\n")


def not_public(evening: Evening) -> None:
    """The public goes; two items; the public comes back and hears what was decided."""
    press("F8")
    press("Return")
    press("Ctrl+Return")
    assert evening.running() == "N 1"
    evening.line("Das Grundstück am Holzweg wird verkauft.")
    press("F5")
    type_text("Das Grundstück am Holzweg wird verkauft.")
    press("Esc")
    press("F4")
    type_text("a\n")
    press("Ctrl+Return")
    evening.line("Die Stelle von Frau Ulmental wird höher bewertet.")
    press("F8")
    press("Return")
    press("F8")
    press("Return")
    type_text("Ein Grundstück wird verkauft.")
    press("Esc")


def close(evening: Evening) -> None:
    """The end of the meeting; what is still open is shown."""
    evening.clock.forward(minutes=5)
    press("F8")
    press("Return")
    assert evening.book.meeting.state is MeetingState.DRAFT
    assert evening.book.meeting.end == "2026-03-05T18:37:07+01:00"
    wait_until(lambda: evening.desk.side.checklist_panel.list.hasFocus(), "the checklist")
    listed = evening.desk.side.checklist_panel.list
    wait_until(lambda: listed.count() > 0, "what is found")
    assert any("Offene Aufträge: 1" in listed.item(row).text() for row in range(listed.count()))
    press("Esc")


def extract(evening: Evening, folder: Path) -> None:
    """The same night: the extract of one item."""
    evening.desk.show_item(evening.item("5").key)
    evening.book.keep(FOLDER, str(folder))
    press("Ctrl+Shift+A")
    wait_until(lambda: any(folder.glob("Auszug_*_Oe5_*.pdf")), "the extract of item 5", seconds=30)
    wait_until(lambda: any("_Oe5_" in text for text in evening.window.banners.texts()), "the banner", seconds=30)
    evening.front()


def polish(evening: Evening) -> None:
    """The next day a sentence is worded better, and the minutes are released."""
    evening.clock.forward(hours=14)
    evening.desk.show_item(evening.item("7").key)
    press("Ctrl+Up")
    press("Ctrl+A")
    type_text("Anfragen liegen nicht vor.")
    press("Ctrl+D")
    evening.front()
    evening.tab_to("Stand der Niederschrift")
    type_text("Frei")
    evening.tab_to("OK")
    press("Space")
    evening.front()
    assert evening.book.meeting.state is MeetingState.RELEASED


def documents(evening: Evening, folder: Path) -> None:
    """What the public may read, and what it may not."""
    public, complete = (text_of(evening, folder, reader) for reader in (Reader.PUBLIC, Reader.COMPLETE))
    for sentence in SAID:
        assert sentence in public
        assert sentence in complete
    for hidden in HIDDEN:
        assert hidden not in public
    for name in ("Neustadt", "Altdorf", "Holzweg", "Ulmental"):
        assert name in complete
    assert "Beamer" not in complete


def text_of(evening: Evening, folder: Path, reader: Reader) -> str:
    """The minutes as plain text."""
    session = evening.book.session()
    order = Order(kind=Kind.NIEDERSCHRIFT, reader=reader, formats=(Format.TXT,))
    made = publish(session, {}, order, choose(session.body), evening.clock.now(), lambda name: folder / name)
    return made.files[0].read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
