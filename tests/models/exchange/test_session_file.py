"""Session files in and out: loss-free, canonical, all or nothing."""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.models.exchange.contract import check_contract
from desktop.models.exchange.plans import REQUIRED_LISTS, WITH_ID, inside, properties
from desktop.models.exchange.session_file import read, write, write_session
from desktop.models.values import (
    AgendaItem,
    Ballot,
    Body,
    Choice,
    Consultation,
    Edition,
    Election,
    ElectionRound,
    FactionRow,
    Meeting,
    Membership,
    Motion,
    Organization,
    Paper,
    Person,
    Reader,
    Row,
    SessionFile,
    Speech,
    Vote,
    VoteMethod,
)
from tests.strategies import DEFINITIONS, KINDS, SCHEMA, session_files

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

CASES = Path(__file__).parents[4] / "shared" / "cases"
FILES = sorted(path for path in CASES.glob("*.json") if not path.name.endswith(".expect.json"))


def as_bytes(content: Any) -> bytes:
    return json.dumps(content).encode()


def there_and_back(content: bytes) -> Any:
    parsed = read(content)
    return json.loads(write_session(parsed.session, parsed.attachments))


@pytest.mark.skipif(not FILES, reason="the real cases are not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_real_meetings_come_back_equal(path: Path) -> None:
    content = path.read_bytes()
    assert there_and_back(content) == json.loads(content)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(session_files())
def test_any_session_comes_back_equal(content: dict[str, Any]) -> None:
    check_contract(content)
    assert there_and_back(as_bytes(content)) == content


@settings(deadline=None, max_examples=3, suppress_health_check=list(HealthCheck))
@given(session_files(everything=True))
def test_every_property_of_the_schema_comes_back(content: dict[str, Any]) -> None:
    check_contract(content)
    assert there_and_back(as_bytes(content)) == content
    assert {entry["kind"] for entry in content["meetings"][0]["opening"]} == set(KINDS)


def minimal(**more: Any) -> dict[str, Any]:
    meeting = {"id": "m", "name": "Sitzung", "start": "2026-03-18T18:00:00+01:00", "agenda": []}
    return {"format": "protokollpult-session", "version": 1, "meetings": [meeting | more]}


def session(**more: Any) -> SessionFile:
    return SessionFile(meetings=(Meeting(key="km", id="m", name="Sitzung", start="2026-03-18", **more),))


def meeting_of(session: SessionFile) -> dict[str, Any]:
    content = json.loads(write_session(session, {}))
    check_contract(content)
    return content["meetings"][0]


def test_rows_get_new_keys_and_references_hold_them() -> None:
    content = minimal(attendance=[{"person": "p", "status": "present"}])
    content["persons"] = [{"id": "p", "familyName": "Muster"}]
    first, second = read(as_bytes(content)).session, read(as_bytes(content)).session
    person = first.persons[0]
    assert person.id == "p"
    assert first.meetings[0].attendance[0].person == person.key
    keys = [row.key for row in inside(first) if isinstance(row, Row)]
    assert len(set(keys)) == len(keys) == 3
    assert person.key != second.persons[0].key


def test_absent_and_empty_texts_stay_apart() -> None:
    item = {"id": "i", "name": "", "public": True, "number": ""}
    read_item = read(as_bytes(minimal(agenda=[item]))).session.meetings[0].agenda[0]
    assert (read_item.number, read_item.subtitle) == ("", None)
    assert there_and_back(as_bytes(minimal(agenda=[item]))) == minimal(agenda=[item])


def test_the_canonical_form_is_fixed() -> None:
    vote = {"accepted": True, "id": "v", "kind": "vote"}
    content = minimal(opening=[vote], note="Öl")
    shuffled = dict(reversed(list(content.items())))
    parsed = read(b"\xef\xbb\xbf" + as_bytes(shuffled))
    assert write(Edition(reader=Reader.COMPLETE, session=parsed.session)).decode() == (
        "{\n"
        '  "format": "protokollpult-session",\n'
        '  "version": 1,\n'
        '  "meetings": [\n'
        "    {\n"
        '      "id": "m",\n'
        '      "name": "Sitzung",\n'
        '      "start": "2026-03-18T18:00:00+01:00",\n'
        '      "agenda": [],\n'
        '      "note": "Öl",\n'
        '      "opening": [\n'
        "        {\n"
        '          "kind": "vote",\n'
        '          "id": "v",\n'
        '          "accepted": true\n'
        "        }\n"
        "      ]\n"
        "    }\n"
        "  ]\n"
        "}\n"
    )


def test_an_empty_list_is_written_where_the_object_would_be_invalid_without() -> None:
    content = minimal(opening=[{"kind": "vote", "byFaction": []}], signatures=[])
    assert there_and_back(as_bytes(content)) == minimal(opening=[{"kind": "vote", "byFaction": []}])


def test_attachments_travel_as_their_bytes() -> None:
    data = b"%PDF-1.7\x00\xff"
    content = minimal(files=[{"name": "Plan", "content": base64.b64encode(data).decode()}])
    parsed = read(as_bytes(content))
    digest = hashlib.sha512(data).hexdigest()
    assert parsed.session.meetings[0].files[0].content == digest
    assert parsed.attachments == {digest: data}
    assert there_and_back(as_bytes(content)) == content
    # The bytes may be elsewhere, or not for this reader.
    assert meeting_of(parsed.session)["files"] == [{"name": "Plan"}]


def test_whole_numbers_may_be_written_as_floats() -> None:
    parsed = read(as_bytes(minimal(opening=[{"kind": "vote", "yes": 3.0}])))
    vote = parsed.session.meetings[0].opening[0]
    assert isinstance(vote, Vote)
    assert repr(vote.yes) == "3"


def test_rows_without_an_id_get_one_only_where_it_is_needed() -> None:
    referred = Speech(key="k1", speaker="kp", text="")
    written = meeting_of(
        SessionFile(
            persons=(Person(key="kp", family_name="Muster"),),
            meetings=(
                Meeting(
                    key="km",
                    name="Sitzung",
                    start="2026-03-18",
                    agenda=(AgendaItem(key="ki", name="Haushalt"),),
                    opening=(
                        referred,
                        Motion(key="k2", text="…"),
                        Vote(key="k3", yes=1),
                        Vote(key="k4", yes=1, voids="k3"),
                    ),
                ),
            ),
        )
    )
    assert written["id"] == "km"
    assert written["agenda"][0]["id"] == "ki"
    assert [entry.get("id") for entry in written["opening"]] == [None, "k2", "k3", None]
    assert written["opening"][0]["speaker"] == "kp"
    assert written["opening"][3]["voids"] == "k3"


def test_ids_given_twice_are_told_apart_always_in_the_same_way() -> None:
    written = meeting_of(
        session(
            agenda=(
                AgendaItem(key="k1", id="x"),
                AgendaItem(key="k2", id="x", treated_with=("k1", "k2", "k3")),
                AgendaItem(key="k3", id="x-2"),
            )
        )
    )
    assert [item["id"] for item in written["agenda"]] == ["x", "x-3", "x-2"]
    assert written["agenda"][1]["treatedWith"] == ["x", "x-3", "x-2"]


def test_what_points_out_of_the_file_is_left_out() -> None:
    gone = "gone"
    whole = SessionFile(
        organizations=(Organization(key="ko", id="o", name="Rat"),),
        persons=(
            Person(
                key="kp",
                id="p",
                family_name="Muster",
                memberships=(Membership(key="1", organization=gone), Membership(key="2", organization="ko")),
            ),
        ),
        papers=(
            Paper(key="kv", id="v", name="Vorlage", consultations=(Consultation(organization="Rat", meeting=gone),)),
        ),
        meetings=(
            Meeting(
                key="km",
                id="m",
                name="Sitzung",
                start="2026-03-18",
                organizations=(gone, "ko"),
                opening=(
                    Speech(key="4", speaker=gone, text="…"),
                    Vote(key="5", ballots=(Ballot(key="6", person=gone, choice=Choice.NO),)),
                ),
            ),
        ),
    )
    content = json.loads(write_session(whole, {}))
    check_contract(content)
    assert content["persons"][0]["memberships"] == [{"organization": "o"}]
    assert content["papers"][0]["consultations"] == [{"organization": "Rat"}]
    meeting = content["meetings"][0]
    assert meeting["organizations"] == ["o"]
    assert meeting["opening"] == [
        {"kind": "speech", "speakerName": "", "text": "…"},
        {"kind": "vote", "byFaction": []},
    ]


def test_what_the_desk_holds_half_done_is_written_valid() -> None:
    rows = (FactionRow(key="b", label="Gruppe", yes=1),)
    written = meeting_of(
        session(
            opening=(
                Motion(key="1", id="a"),
                Speech(key="2"),
                Vote(key="3"),
                Vote(key="4", method=VoteMethod.SECRET, by_faction=rows),
                Election(key="5", office="Vorsitz"),
            )
        )
    )
    assert written["opening"] == [
        {"kind": "motion", "id": "a", "motionType": "substantive", "text": ""},
        {"kind": "speech", "speakerName": "", "text": ""},
        {"kind": "vote", "byFaction": []},
        {"kind": "vote", "method": "secret", "options": []},
        {"kind": "election", "office": "Vorsitz", "rounds": [{"candidates": []}]},
    ]


def test_a_body_is_written_without_an_id_where_it_has_none() -> None:
    whole = SessionFile(body=Body(key="kb", name="Musterstadt", labels={"a": "b"}), meetings=session().meetings)
    assert json.loads(write_session(whole, {}))["body"] == {"name": "Musterstadt", "labels": {"a": "b"}}


def test_the_tables_of_the_writer_follow_the_schema() -> None:
    schemas = {
        cls: DEFINITIONS[cls.__name__[0].lower() + cls.__name__[1:]]
        for cls in (AgendaItem, Body, Election, Meeting, Motion, Organization, Paper, Person, Speech, Vote)
    }
    assert {cls for cls, schema in schemas.items() if "id" in schema["required"]} == set(WITH_ID)
    schemas[SessionFile] = SCHEMA
    schemas[ElectionRound] = DEFINITIONS["election"]["properties"]["rounds"]["items"]
    required = {
        (cls, prop.attribute)
        for cls, schema in schemas.items()
        for prop in properties(cls)
        if prop.many and prop.name in schema["required"]
    }
    assert required == REQUIRED_LISTS
