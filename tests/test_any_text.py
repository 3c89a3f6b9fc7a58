"""Any text typed into any field is in every document; what the fonts lack prints as its number and is named."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.clock import BERLIN
from desktop.export.glyphs import covered
from desktop.export.kinds import Kind
from desktop.export.publish import Format, Order, publish
from desktop.models import profiles
from desktop.models.clean import clean
from desktop.models.exchange import session_file
from desktop.models.richtext import escape_plain
from desktop.models.values import (
    AgendaItem,
    Body,
    File,
    Meeting,
    Motion,
    Organization,
    Paper,
    Person,
    Reader,
    SessionFile,
    Speech,
    TextEntry,
    Vote,
)
from tests.reading import squeezed, text_of

NOW = datetime(2026, 3, 5, 23, 0, tzinfo=BERLIN)
COVERED = st.characters(
    max_codepoint=0x1FAFF, exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="⟦⟧¦"
).filter(lambda char: covered(char) and clean(char) == char)
TEXTS = st.text(COVERED, min_size=1, max_size=30).map(lambda text: clean(f"a{text}z"))
FIELDS = [
    "name",
    "room",
    "place",
    "item",
    "subtitle",
    "text",
    "heading",
    "speech",
    "speaker",
    "resolution",
    "result",
    "motion",
    "mover",
    "subject",
    "verdict",
    "file",
    "paper",
    "originator",
    "facts",
    "proposal",
    "person",
    "body",
    "committee",
]


def session_with(texts: dict[str, str]) -> SessionFile:
    """A small public meeting in which every text is the one that was typed there."""
    rich = {name: escape_plain(text) for name, text in texts.items()}
    person = Person(key="p", family_name=texts["person"])
    paper = Paper(
        key="v",
        public=True,
        reference="1/2026",
        name=texts["paper"],
        originator=texts["originator"],
        facts=rich["facts"],
        proposed_resolution=rich["proposal"],
    )
    entries = (
        TextEntry(key="e1", heading=texts["heading"], text=rich["text"]),
        Speech(key="e2", speaker_name=texts["speaker"], text=rich["speech"]),
        Speech(key="e3", speaker="p", text="fragt.", lead=None),
        Motion(key="mo", title="Antrag", mover_name=texts["mover"], text=rich["motion"]),
        Vote(key="vo", subject=texts["subject"], verdict=texts["verdict"], yes=1),
    )
    item = AgendaItem(
        key="t",
        number="1",
        name=texts["item"],
        subtitle=texts["subtitle"],
        public=True,
        proceedings=entries,
        resolution=rich["resolution"],
        result=texts["result"],
        papers=("v",),
        files=(File(key="f", number=1, name=texts["file"], public=True),),
    )
    meeting = Meeting(
        key="m",
        name=texts["name"],
        start="2026-03-05",
        room=texts["room"],
        place=texts["place"],
        organizations=("o",),
        agenda=(item,),
        minute_takers=("p",),
    )
    return SessionFile(
        body=Body(key="b", name=texts["body"]),
        organizations=(Organization(key="o", name=texts["committee"]),),
        persons=(person,),
        papers=(paper,),
        meetings=(meeting,),
    )


def published(session: SessionFile, folder: Path) -> tuple[dict[str, str], frozenset[str]]:
    """The squeezed text of all documents by format, and the characters the fonts lack."""
    texts: dict[str, str] = {}
    uncovered: frozenset[str] = frozenset()
    for kind in Kind:
        order = Order(kind=kind, reader=Reader.COMPLETE, formats=tuple(Format))
        done = publish(session, {}, order, profiles.load("standard"), NOW, lambda name: folder / name)
        uncovered |= done.uncovered
        for path in done.files:
            texts[path.suffix] = texts.get(path.suffix, "") + squeezed(text_of(path))
    return texts, uncovered


@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, TEXTS)))
def test_any_covered_text_in_any_field_comes_back_from_every_format(texts: dict[str, str]) -> None:
    session = session_with(texts)
    with TemporaryDirectory() as folder:
        found, uncovered = published(session, Path(folder))
    assert uncovered == frozenset()
    for ending in (".docx", ".pdf", ".html", ".txt"):
        # without a lead the text of a speech names its speaker itself
        missing = {name for name, text in texts.items() if name != "speaker" and squeezed(text) not in found[ending]}
        assert missing == set(), ending
    again = session_file.read(session_file.write_session(session, {})).session
    assert again.meetings[0].agenda[0].name == texts["item"]
    assert again.meetings[0].agenda[0].resolution == escape_plain(texts["resolution"])


UNCOVERED = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"]).filter(
    lambda char: not covered(char) and clean(char) == char
)


@settings(max_examples=settings.default.max_examples // 2)
@given(UNCOVERED)
def test_any_other_character_prints_as_its_number_and_is_named(char: str) -> None:
    texts = {name: f"{name}-{char}-{name}" for name in FIELDS}
    with TemporaryDirectory() as folder:
        found, uncovered = published(session_with(texts), Path(folder))
    assert uncovered == {char}
    for ending in (".docx", ".pdf", ".html", ".txt"):
        assert f"resolution-⟨U+{ord(char):04X}⟩-resolution" in found[ending]
        assert char not in found[ending]
    assert char in found[".json"]
