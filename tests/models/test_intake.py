"""Taking session files into a book: matched, refused, replaced, undone; the real cases come back as they were."""

import dataclasses
import json
from pathlib import Path

import pytest

from desktop.models import intake, queries, schema
from desktop.models.book import Book
from desktop.models.errors import MeetingExists
from desktop.models.exchange import session_file
from desktop.models.values import AgendaItem, Body, Organization, OrganizationType
from desktop.models.values.aside import FloorLimit, SpeakerTurn
from tests.conftest import SHARED, SetClock

CASES = sorted(path for path in (SHARED / "cases").glob("*.json") if "expect" not in path.name)
needs_cases = pytest.mark.skipif(not CASES, reason="the real cases are not on this machine")


def small_file(**changes: object) -> dict[str, object]:
    return {
        "format": "protokollpult-session",
        "version": 1,
        "body": {"name": "Stadt Musterau"},
        "organizations": [{"id": "ha", "name": "Hauptausschuss", "organizationType": "Gremium"}],
        "persons": [{"id": "p1", "familyName": "Muster", "memberships": [{"organization": "ha"}]}],
        "meetings": [
            {
                "id": "m1",
                "name": "1. Sitzung",
                "start": "2026-03-05",
                "organizations": ["ha"],
                "agenda": [
                    {
                        "id": "t1",
                        "name": "Haushalt",
                        "public": True,
                        "proceedings": [{"kind": "speech", "speaker": "p1", "text": "Frau Muster fragt."}],
                        "files": [{"name": "Plan", "content": "SGFsbG8="}],
                    }
                ],
            }
        ],
        **changes,
    }


def parsed(content: dict[str, object]) -> session_file.Parsed:
    return session_file.read(json.dumps(content).encode())


def written(book: Book, meeting: str) -> dict[str, object]:
    book.open_meeting(meeting)
    session = book.session()
    digests = [file.content for item in book.meeting.agenda for file in item.files if file.content]
    blobs = book.read(lambda db: queries.attachments(db, digests))
    return json.loads(session_file.write_session(session, blobs))


def history_rows(book: Book) -> int:
    return book.read(lambda db: schema.History.select().count(db))


def test_import_and_export_give_the_same_file_with_its_attachment(book: Book) -> None:
    key = intake.take_in(book, parsed(small_file())).meetings[0]
    assert written(book, key) == small_file()


def test_the_same_meeting_is_refused_and_nothing_is_written(book: Book) -> None:
    intake.take_in(book, parsed(small_file()))
    rows = history_rows(book)
    with pytest.raises(MeetingExists):
        intake.take_in(book, parsed(small_file()))
    assert history_rows(book) == rows


def test_a_dry_run_writes_nothing(book: Book) -> None:
    report = intake.take_in(book, parsed(small_file()), dry_run=True)
    assert report.added == 2
    assert history_rows(book) == 0


def test_known_master_data_is_matched_and_differences_are_told(book: Book) -> None:
    intake.take_in(book, parsed(small_file()))
    other = small_file(persons=[{"id": "p1", "familyName": "Muster-Meier"}])
    other["meetings"] = [{**other["meetings"][0], "id": "m2", "agenda": []}]  # type: ignore[index]
    report = intake.take_in(book, parsed(other))
    assert report.added == 0
    assert [(d.table, d.id, d.fields) for d in report.differences] == [("Person", "p1", ("family_name", "memberships"))]
    book.open_meeting(report.meetings[0])
    assert book.session().persons[0].family_name == "Muster"


def test_replacing_keeps_the_key_and_is_one_undo(book: Book) -> None:
    key = intake.take_in(book, parsed(small_file())).meetings[0]
    new = small_file()
    new["meetings"] = [{**new["meetings"][0], "name": "1. Sitzung, neu", "agenda": []}]  # type: ignore[index]
    assert intake.take_in(book, parsed(new), replace=True).meetings == (key,)
    assert written(book, key) == new
    book.undo()
    assert written(book, key) == small_file()
    book.redo()
    assert written(book, key) == new


def test_an_import_is_kept_by_keys_and_can_be_undone_after_a_restart(tmp_path: Path, book: Book) -> None:
    key = intake.take_in(book, parsed(small_file())).meetings[0]
    kept = book.read(lambda db: [row.new for row in schema.History.select().execute(db)])
    assert kept
    assert set(kept) == {None}
    book.close()
    again = Book(book.path, SetClock().now)
    again.undo()
    assert again.read(queries.meetings) == []
    again.redo()
    assert written(again, key) == small_file()
    again.close()


def test_an_organization_made_by_hand_is_found_by_its_name(book: Book) -> None:
    intake.take_in(
        book, parsed(small_file(organizations=[{"id": "ha", "name": "Hauptausschuss", "organizationType": "Gremium"}]))
    )
    book.open_body(book.read(queries.bodies)[0].key)
    committee = next(key for key, record in book.shelf.records.items() if record.table == "Organization")
    book.change(committee, id=None)
    other = small_file()
    other["meetings"] = [{**other["meetings"][0], "id": "m2"}]  # type: ignore[index]
    assert intake.take_in(book, parsed(other)).added == 0


@needs_cases
def test_all_real_cases_in_one_book_come_back_as_they_were(book: Book) -> None:
    keys = {}
    for path in CASES:
        content = json.loads(path.read_bytes())
        report = intake.take_in(book, session_file.read(path.read_bytes()))
        assert report.differences == ()
        keys.update(dict(zip(report.meetings, [(content, meeting) for meeting in content["meetings"]], strict=True)))
    rows = history_rows(book)
    for path in CASES:
        with pytest.raises(MeetingExists):
            intake.take_in(book, session_file.read(path.read_bytes()))
    assert history_rows(book) == rows
    for key, (content, meeting) in keys.items():
        assert written(book, key) == {**content, "meetings": [meeting]}


def test_values_are_frozen() -> None:
    session = parsed(small_file()).session
    with pytest.raises(dataclasses.FrozenInstanceError):
        session.meetings[0].name = "x"  # type: ignore[misc]


def test_replacing_the_open_meeting_shows_the_new_one_and_undo_the_old(book: Book) -> None:
    key = intake.take_in(book, parsed(small_file())).meetings[0]
    book.open_meeting(key)
    new = small_file()
    new["meetings"] = [{**new["meetings"][0], "name": "1. Sitzung, neu"}]  # type: ignore[index]
    intake.take_in(book, parsed(new), replace=True)
    assert book.meeting.name == "1. Sitzung, neu"
    assert [item.name for item in book.meeting.agenda] == ["Haushalt"]
    book.undo()
    assert book.meeting.name == "1. Sitzung"


def test_what_others_refer_to_keeps_its_key_when_a_meeting_is_replaced(book: Book) -> None:
    content = small_file()
    line = {"organization": "Hauptausschuss", "meeting": "m1", "agendaItem": "t1"}
    content["papers"] = [{"id": "v1", "name": "Haushalt", "consultations": [line]}]
    key = intake.take_in(book, parsed(content)).meetings[0]
    report = intake.take_in(book, parsed(content), replace=True)
    assert report.differences == ()
    assert written(book, key) == content


def test_several_files_are_taken_in_all_or_none(book: Book) -> None:
    other = small_file()
    other["meetings"] = [{**other["meetings"][0], "id": "m2"}]  # type: ignore[index]
    intake.take_in(book, parsed(other))
    rows = history_rows(book)
    with pytest.raises(MeetingExists):
        intake.take_in_all(book, [parsed(small_file()), parsed(other)])
    with pytest.raises(MeetingExists):
        intake.take_in_all(book, [parsed(small_file()), parsed(small_file())], dry_run=True)
    assert history_rows(book) == rows


def test_two_of_a_name_in_a_file_stay_two(book: Book) -> None:
    book.open_body(book.add(Body(name="Stadt Musterau"), None, "bodies"))
    body = next(iter(book.shelf.records))
    book.add(Organization(name="CDU", organization_type=OrganizationType.FRAKTION), body, "organizations")
    content = small_file()
    names = [{"id": key, "name": "CDU", "organizationType": "Fraktion"} for key in ("f1", "f2")]
    content["organizations"] = [*content["organizations"], *names]  # type: ignore[misc]
    intake.take_in(book, parsed(content))
    found = book.read(lambda db: schema.Organization.select().where(schema.Organization.name == "CDU").count(db))
    assert found == 2


def test_who_asked_for_the_floor_stays_where_a_file_replaces_the_meeting(book: Book) -> None:
    key = book.open_meeting(intake.take_in(book, parsed(small_file())).meetings[0]).key
    book.change(key, id="m1")
    item = book.meeting.agenda[0].key
    made_here = book.add(AgendaItem(name="Ohne Kennung", public=True), key, "agenda")
    turns = [book.add(SpeakerTurn(name="Frau Muster", item=one), key, "speaker_turns") for one in (item, made_here)]
    limit = book.add(FloorLimit(item=item, minutes=3), key, "floor_limits")
    with_both = parsed(written(book, key))
    intake.take_in(book, with_both, replace=True)
    assert book.shelf.children(key, "speaker_turns") == turns
    intake.take_in(book, parsed(small_file()), replace=True)
    assert book.shelf.children(key, "speaker_turns") == turns[:1]
    assert book.shelf.children(key, "floor_limits") == [limit]
    on_disk = {record.key for record in book.read(lambda db: queries.meeting_records(db, key))}
    assert {turns[0], limit} <= on_disk
    assert turns[1] not in on_disk
