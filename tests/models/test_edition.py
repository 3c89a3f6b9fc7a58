"""What each reader is given of a meeting; above all, what the public is not."""

import base64
import json
import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from desktop.models.edition import for_print, make_edition
from desktop.models.exchange.contract import check_contract
from desktop.models.exchange.session_file import Parsed, read, write
from desktop.models.rules.presence import treated_items
from desktop.models.values import Edition, Elsewhere, Paper, Person, Reader
from tests.canaries import Canaries
from tests.strategies import session_files

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

MARK = "▒▒"
CANARY = re.compile(r"K[A-Z]*\d+E")


def edition(parsed: Parsed, reader: Reader, index: int = 0) -> Edition:
    return make_edition(parsed.session, reader, parsed.session.meetings[index].key, parsed.attachments, MARK)


def everything_in(made: Edition) -> str:
    """Whatever of an edition could get out: its values, its file, its attachments."""
    return repr(made) + write(made).decode()


# ---------------------------------------------------------------- canaries


ROUNDS = settings.default.max_examples
SLOW = settings(deadline=None, max_examples=2 * ROUNDS, suppress_health_check=list(HealthCheck))
#: whole session files take seconds to make; tests/leaks looks for the same in documents
FULL = settings(SLOW, max_examples=max(2, ROUNDS // 5))


def with_canaries(content: dict[str, Any]) -> Canaries:
    canaries = Canaries(deepcopy(content))
    canaries.place()
    return canaries


@SLOW
@given(session_files())
def test_no_canary_of_a_hidden_place_is_in_the_public_edition(content: dict[str, Any]) -> None:
    assert leaks(content) == {}


@FULL
@given(session_files(everything=True))
def test_no_canary_of_any_kind_of_place_is_in_the_public_edition(content: dict[str, Any]) -> None:
    content["meetings"][0].pop("publicity")
    assert leaks(content) == {}


def leaks(content: dict[str, Any]) -> dict[str, str]:
    canaries = with_canaries(content)
    parsed = read(json.dumps(canaries.content).encode())
    found = set(CANARY.findall(everything_in(edition(parsed, Reader.PUBLIC))))
    return {token: path for token, path in canaries.hidden.items() if token in found}


@FULL
@given(session_files(everything=True))
def test_the_canaries_are_there_without_the_filter(content: dict[str, Any]) -> None:
    assume(len(content["meetings"]) == 1)
    canaries = with_canaries(content)
    parsed = read(json.dumps(canaries.content).encode())
    complete = edition(parsed, Reader.COMPLETE)
    assert complete.session == parsed.session
    found = set(CANARY.findall(everything_in(complete)))
    assert canaries.hidden.keys() <= found
    assert canaries.shown.keys() <= found
    assert json.loads(write(complete)) == canaries.content


@SLOW
@given(session_files(), st.sampled_from(Reader))
def test_every_edition_is_a_valid_session_file(content: dict[str, Any], reader: Reader) -> None:
    parsed = read(json.dumps(content).encode())
    for index in range(len(parsed.session.meetings)):
        made = edition(parsed, reader, index)
        check_contract(json.loads(write(made)))
        assert len(read(write(made)).session.meetings) == 1


@FULL
@given(session_files(everything=True))
def test_notes_drafts_reasons_and_prepared_entries_are_in_the_complete_file_only(content: dict[str, Any]) -> None:
    parsed = read(json.dumps(with_canaries(content).content).encode())
    for made in (edition(parsed, Reader.PUBLIC), edition(parsed, Reader.NONPUBLIC)):
        private(json.loads(write(made)))
    for reader in Reader:
        private(json.loads(write(for_print(edition(parsed, reader)))))


def private(data: Any) -> None:
    if isinstance(data, dict):
        assert not {"note", "draft", "reason"} & data.keys()
        assert not data.get("prepared")
    for part in data.values() if isinstance(data, dict) else data:
        if isinstance(part, list | dict):
            private(part)


# ---------------------------------------------------------------- one by one


def session(meeting: dict[str, Any], **more: Any) -> Parsed:
    """A meeting with the items o1 (public), n1 (not), o2, n2 and o3."""
    agenda = [
        {"id": item, "number": item[1], "name": f"Titel {item}", "public": item[0] == "o"}
        for item in ("o1", "n1", "o2", "n2", "o3")
    ]
    for item in agenda:
        item.update(meeting.pop(str(item["id"]), {}))
    whole = {"id": "m", "name": "Sitzung", "start": "2026-03-18T18:00:00+01:00", "agenda": agenda, **meeting}
    content = {"format": "protokollpult-session", "version": 1, "meetings": [whole], **more}
    return read(json.dumps(content).encode())


def written(parsed: Parsed, reader: Reader = Reader.PUBLIC) -> dict[str, Any]:
    content = json.loads(write(edition(parsed, reader)))
    check_contract(content)
    return content


def public_meeting(meeting: dict[str, Any], **more: Any) -> dict[str, Any]:
    return written(session(meeting, **more))["meetings"][0]


PERSONS = [{"id": name, "familyName": name.capitalize()} for name in ("adam", "berg", "clas")]


def test_of_a_hidden_item_a_stub_remains() -> None:
    hidden = {"announcement": "Der Kauf ist beschlossen.", "result": "x", "stage": "done", "resolution": "x"}
    agenda = public_meeting({"n1": hidden, "n2": {"number": "2 (Kauf Lange Straße 3)"}})["agenda"]
    keys = [item.pop("id") for item in agenda if not item["public"]]
    assert agenda == [
        {"id": "o1", "number": "1", "name": "Titel o1", "public": True},
        {"number": "1", "name": "", "public": False, "announcement": "Der Kauf ist beschlossen."},
        {"id": "o2", "number": "2", "name": "Titel o2", "public": True},
        {"name": "", "public": False},
        {"id": "o3", "number": "3", "name": "Titel o3", "public": True},
    ]
    assert not {"n1", "n2"} & set(keys)


def treated(parsed: Parsed, reader: Reader) -> list[str]:
    items = treated_items(edition(parsed, reader).session.meetings[0])
    return [("ö" if item.public else "n") + (item.number or "") for item in items]


def test_the_items_keep_the_order_in_which_they_were_treated() -> None:
    entry = {"proceedings": [{"kind": "text", "text": "…", "public": False}]}
    parsed = session({"n1": {"treatedOrder": 5}, "n2": {"treatedOrder": 1}, "o3": {"treatedOrder": 3, **entry}})
    assert treated(parsed, Reader.COMPLETE) == ["n2", "ö1", "ö3", "ö2", "n1"]
    assert treated(parsed, Reader.PUBLIC) == ["n2", "ö1", "ö3", "ö2", "n1"]
    assert treated(parsed, Reader.NONPUBLIC) == ["n2", "ö3", "n1"]


def test_a_paper_made_here_that_occurs_nowhere_any_more_is_not_public() -> None:
    papers = (Paper(key="a", name="Verkauf", public=True), Paper(key="b", id="v2", name="Haushalt", public=True))
    parsed = session({})
    made = edition(replace(parsed, session=replace(parsed.session, papers=papers)), Reader.PUBLIC)
    assert [paper.name for paper in made.session.papers] == ["Haushalt"]


def test_what_lasts_to_a_hidden_divider_or_begins_there_is_cut_at_its_neighbours() -> None:
    chairs = [{"person": "adam", "untilItem": "n1"}, {"person": "berg", "fromItem": "n1"}]
    people = {"persons": [*PERSONS[:2]]}
    cut = public_meeting({"n1": {"kind": "divider"}, "chairs": chairs}, **people)["chairs"]
    keys = [item["id"] for item in public_meeting({"n1": {"kind": "divider"}})["agenda"]]
    assert (keys[0], keys[1]) == ("o1", "o2")
    assert cut == [{"person": "adam", "untilItem": "o1"}, {"person": "berg", "fromItem": "o2"}]


def test_hidden_dividers_leave_nothing() -> None:
    agenda = public_meeting({"n1": {"kind": "divider"}})["agenda"]
    assert [item["name"] for item in agenda] == ["Titel o1", "Titel o2", "", "Titel o3"]


def test_of_a_non_public_meeting_only_what_may_be_announced_remains() -> None:
    parsed = session(
        {"publicity": "nonpublic", "number": "14", "room": "Saal", "n1": {"announcement": "…"}, "organizations": ["k"]},
        organizations=[{"id": "k", "name": "Personalausschuss", "organizationType": "Gremium"}],
    )
    content = written(parsed)
    (meeting,) = content["meetings"]
    assert meeting.pop("id") != "m"
    (stub,) = meeting.pop("agenda")
    assert (stub["number"], stub["name"], stub["announcement"]) == ("1", "", "…")
    assert meeting == {"name": "", "number": "14", "start": "2026-03-18T18:00:00+01:00", "publicity": "nonpublic"}
    assert "organizations" not in content


def test_public_entries_of_public_items_stay() -> None:
    entries = [
        {"kind": "text", "text": "a"},
        {"kind": "text", "text": "b", "public": True},
        {"kind": "text", "text": "c", "public": False},
        {"kind": "text", "text": "d", "prepared": True},
        {"kind": "text", "text": "e", "draft": "x"},
    ]
    meeting = public_meeting({"o1": {"proceedings": entries}, "n1": {"proceedings": entries}, "opening": entries})
    kept = [{"kind": "text", "text": "a"}, {"kind": "text", "text": "b", "public": True}, {"kind": "text", "text": "e"}]
    assert meeting["agenda"][0]["proceedings"] == kept
    assert meeting["opening"] == kept
    assert "proceedings" not in meeting["agenda"][1]


def test_a_vote_on_nothing_but_hidden_motions_goes_with_them() -> None:
    entries = [
        {"kind": "motion", "id": "a", "motionType": "substantive", "text": "x", "public": False},
        {"kind": "motion", "id": "b", "motionType": "substantive", "text": "y"},
        {"kind": "vote", "on": ["a"], "yes": 1},
        {"kind": "vote", "on": ["a", "b"], "yes": 2},
        {"kind": "vote", "on": ["n1"], "yes": 3},
        {"kind": "vote", "yes": 4},
    ]
    votes = public_meeting({"o1": {"proceedings": entries}})["agenda"][0]["proceedings"][1:]
    assert votes == [{"kind": "vote", "on": ["b"], "yes": 2}, {"kind": "vote", "yes": 4}]


def test_what_lasts_from_item_to_item_is_cut_to_the_public_ones() -> None:
    present = {"status": "present"}
    meeting = public_meeting(
        {
            "chairs": [
                {"person": "adam", "fromItem": "n1", "untilItem": "n2"},
                {"person": "berg", "fromItem": "n1", "untilItem": "n1"},
                {"person": "clas", "fromItem": "o1", "untilItem": "o3"},
            ],
            "attendance": [
                {"person": "adam", **present, "intervals": [{"fromItem": "n1"}]},
                {"person": "berg", **present, "intervals": [{"fromItem": "n2", "untilItem": "n2"}]},
                {"person": "clas", **present, "intervals": [{"untilItem": "n1", "until": "2026-03-18T19:00:00+01:00"}]},
            ],
            "signatures": [{"role": "Vorsitz", "fromItem": "n1", "untilItem": "n1"}, {"role": "Schriftführung"}],
        },
        persons=deepcopy(PERSONS),
    )
    assert meeting["chairs"] == [
        {"person": "adam", "fromItem": "o2", "untilItem": "o2"},
        {"person": "clas", "fromItem": "o1", "untilItem": "o3"},
    ]
    assert meeting["attendance"] == [
        {"person": "adam", **present, "intervals": [{"fromItem": "o2"}]},
        {"person": "clas", **present, "intervals": [{"untilItem": "o1"}]},
    ]
    assert meeting["signatures"] == [{"role": "Schriftführung"}]


#: o1 until 18:30, n1 until 19:00, o2 until 19:30 after a pause, n2 until 20:00, o3 to the end
TIMES = {
    "o1": {"start": "2026-03-18T18:00:00+01:00", "end": "2026-03-18T18:30:00+01:00"},
    "n1": {"start": "2026-03-18T18:30:00+01:00"},
    "o2": {"start": "2026-03-18T19:05:00+01:00", "end": "2026-03-18T19:30:00+01:00"},
    "n2": {"start": "2026-03-18T19:30:00+01:00", "end": "2026-03-18T20:00:00+01:00"},
    "o3": {"start": "2026-03-18T20:00:00+01:00"},
}


@pytest.mark.parametrize(
    ("stayed", "shown"),
    [
        ({"from": "18:35", "until": "18:55"}, None),
        ({"from": "18:30", "until": "19:05"}, None),
        ({"from": "18:35", "until": "19:03"}, None),
        ({"from": "18:35", "until": "18:55", "fromItem": "n1", "untilItem": "n1"}, None),
        ({"until": "18:35"}, {"untilItem": "o1"}),
        ({"from": "18:35"}, {"fromItem": "o2"}),
        ({"from": "18:35", "fromItem": "n1", "until": "19:45"}, {"fromItem": "o2", "untilItem": "o2"}),
        ({"from": "18:10", "until": "19:30"}, {"from": "18:10", "until": "19:30"}),
        ({"from": "19:45", "fromItem": "o2"}, {"fromItem": "o2"}),
        ({"from": "18:10", "until": "19:15"}, {"from": "18:10", "until": "19:15"}),
        ({"from": "18:30", "until": "19:31", "untilItem": "o2"}, {"fromItem": "o2", "untilItem": "o2"}),
        ({"from": "19:05", "until": "18:30"}, {"from": "19:05", "until": "18:30"}),
    ],
)
def test_no_clock_tells_who_came_or_went_in_a_hidden_item(stayed: dict[str, str], shown: dict[str, str] | None) -> None:
    assert stay(TIMES, stayed) == (None if shown is None else clocked(shown))


@pytest.mark.parametrize(
    ("stayed", "shown"),
    [
        ({"until": "18:10"}, {"until": "18:10"}),
        ({"until": "21:10"}, {}),
        ({"from": "17:10", "until": "21:10"}, {}),
        ({"from": "17:10", "until": "17:20"}, None),
        ({"from": "21:10"}, None),
    ],
)
def test_who_came_before_and_went_behind_all_that_is_public_missed_none_of_it(
    stayed: dict[str, str], shown: dict[str, str] | None
) -> None:
    times = {
        "n1": {"treatedOrder": 1, "end": "2026-03-18T18:00:00+01:00"},
        "o3": {"end": "2026-03-18T21:00:00+01:00"},
        "n2": {"treatedOrder": 5},
    }
    assert stay(times, stayed) == (None if shown is None else clocked(shown))


@pytest.mark.parametrize(
    ("times", "stayed", "member", "guest"),
    [
        ({"n2": {"start": "20:00"}}, {"until": "20:15"}, {"untilItem": "o2"}, {"untilItem": "o2"}),
        ({"n2": {"start": "20:00"}, "o3": {"resultClass": "removed"}}, {"until": "20:15"}, {}, {}),
        ({"o1": {"start": "18:00"}}, {"from": "20:10", "until": "20:40"}, {}, None),
        ({}, {"from": "20:10", "until": "20:40"}, {}, None),
        ({"o1": {"start": "18:00"}}, {"until": "17:50"}, {"until": "17:50"}, {"until": "17:50"}),
        ({}, {"until": "20:15", "untilItem": "o2"}, {"until": "20:15", "untilItem": "o2"}, ...),
    ],
)
def test_where_items_have_no_times_a_clock_in_doubt_tells_of_closed_doors(
    times: dict[str, Any], stayed: dict[str, str], member: dict[str, str], guest: Any
) -> None:
    timed = {key: clocked(item) for key, item in times.items()}
    assert stay(timed, stayed) == clocked(member)
    shown = member if guest is ... else guest
    assert stay(timed, stayed, group="guest") == (None if shown is None else clocked(shown))


def stay(times: dict[str, Any], stayed: dict[str, str], **line_: str) -> dict[str, str] | None:
    """When somebody was there, as the public edition says it; None where it does not know the person."""
    line = {"person": "adam", "status": "present", "intervals": [clocked(stayed)], **line_}
    content = written(session({**deepcopy(times), "attendance": [line]}, persons=deepcopy(PERSONS)))
    lines = content["meetings"][0].get("attendance", [])
    assert bool(lines) == ("adam" in str(content))
    return lines[0].get("intervals", [{}])[0] if lines else None


def clocked(interval: dict[str, str]) -> dict[str, str]:
    return {name: f"2026-03-18T{end}:00+01:00" if ":" in end else end for name, end in interval.items()}


def test_what_happened_in_hidden_parts_is_not_told_as_if_it_were_public() -> None:
    arrival = {"kind": "event", "eventType": "arrival", "person": "adam"}
    lines = [
        {"person": "adam", "status": "present", "intervals": [{"fromItem": "n1"}]},
        {"person": "berg", "status": "present", "intervals": [{"fromItem": "o2"}]},
    ]
    for entries, told in (((), {"Adam"}), ((arrival,), {"Adam", "Berg"})):
        parsed = session({"attendance": lines, "n1": {"proceedings": [*entries]}}, persons=deepcopy(PERSONS))
        made = edition(parsed, Reader.PUBLIC)
        assert {person.family_name for person in made.session.persons if person.key in made.told} == told
        assert edition(parsed, Reader.COMPLETE).told == frozenset()


@pytest.mark.parametrize("place", ["o1", "n1"])
def test_a_vote_that_is_void_by_a_hidden_one_has_no_result(place: str) -> None:
    first = {"kind": "vote", "id": "v1", "yes": 3, "no": 2, "accepted": True, "verdict": "Ja", "unanimous": False}
    again = {"kind": "vote", "voids": "v1", "voidReason": "Frau Adam war befangen", "accepted": False, "public": False}
    items: dict[str, Any] = {"o1": {"proceedings": [first]}, "n1": {"proceedings": []}}
    items[place]["proceedings"].append(again)
    parsed = session(items)
    made = edition(parsed, Reader.PUBLIC)
    (vote,) = json.loads(write(made))["meetings"][0]["agenda"][0]["proceedings"]
    assert vote == {"kind": "vote", "id": "v1", "yes": 3, "no": 2}
    assert made.void == {made.meeting.agenda[0].proceedings[0].key}
    assert edition(parsed, Reader.COMPLETE).void == frozenset()


@pytest.mark.parametrize("last", [True, False])
def test_that_the_public_came_back_is_told_where_it_can_be_read(last: bool) -> None:
    back = {"kind": "event", "eventType": "publicRestored", "from": "2026-03-05T21:11:00+01:00"}
    told = {**back, "id": "back", "text": "nach dem Streit mit Geheim"}
    unsaid = [{**back, "prepared": True}, {**back, "public": False}]
    text = {"kind": "text", "text": "Weiter."}
    agenda = [
        {"id": "a", "number": "1", "name": "Erstes", "public": True, "proceedings": [text]},
        {"id": "b", "number": "1", "name": "Geheim", "public": False, "proceedings": [text, told, *unsaid]},
        {"id": "c", "number": "2", "name": "Danach", "public": not last, "proceedings": [text]},
    ]
    made = public_meeting({"agenda": agenda, "closing": [text]})
    where = made["closing"] if last else made["agenda"][2]["proceedings"]
    assert [{name: value for name, value in one.items() if name != "id"} for one in where] == [back, text]
    assert "proceedings" not in made["agenda"][1]
    assert made["agenda"][0]["proceedings"] == [text]


def test_why_a_hidden_vote_is_void_stays_with_it() -> None:
    first = {"kind": "vote", "id": "v1", "yes": 3, "public": False}
    again = {"kind": "vote", "voids": "v1", "voidReason": "Frau Adam war befangen", "accepted": False}
    (vote,) = public_meeting({"o1": {"proceedings": [first, again]}})["agenda"][0]["proceedings"]
    assert vote == {"kind": "vote", "accepted": False}


def test_a_recusal_that_only_a_hidden_entry_tells_of_is_nowhere() -> None:
    recusals = [{"person": "adam", "legalBasis": "§ 1"}, {"person": "berg"}]
    entries = [
        {"kind": "event", "eventType": "recusal", "person": "adam", "public": False},
        {"kind": "vote", "yes": 1, "recused": 2, "recusedPersons": ["adam", "berg"]},
    ]
    content = written(session({"o1": {"recusals": recusals, "proceedings": entries}}, persons=deepcopy(PERSONS)))
    item = content["meetings"][0]["agenda"][0]
    assert [one["person"] for one in item["recusals"]] == ["berg"]
    assert item["proceedings"] == [{"kind": "vote", "yes": 1, "recused": 2, "recusedPersons": ["berg"]}]
    assert [person["id"] for person in content["persons"]] == ["berg"]


def test_the_invitation_keeps_silent_about_hidden_items() -> None:
    meeting = public_meeting(
        {
            "invitation": [
                {"item": "o1", "number": "1", "name": "eins", "public": True},
                {"item": "n1", "number": "1", "name": "zwei", "public": False},
                {"item": "n2", "number": "9", "name": "erst später nichtöffentlich", "public": True},
            ]
        }
    )
    assert meeting["invitation"] == [
        {"item": "o1", "number": "1", "name": "eins", "public": True},
        {"number": "1", "name": "", "public": False},
        {"number": "9", "name": "", "public": False},
    ]


def test_remarks_on_hidden_items_go_with_them() -> None:
    for name in ("objections", "corrections"):
        remarks = [
            {"text": "a"},
            {"text": "b", "public": False},
            {"text": "c", "item": "n1"},
            {"text": "d", "item": "n1", "public": True},
            {"text": "e", "item": "o1"},
        ]
        assert [one["text"] for one in public_meeting({name: remarks})[name]] == ["a", "e"]


def test_papers_files_and_bytes() -> None:
    def attached(name: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "name": name, "content": base64.b64encode(name.encode()).decode(), **more}

    papers = [
        {"id": "p1", "name": "gezeigt", "public": True, "files": [attached("f1", public=True), attached("f2")]},
        {"id": "p2", "name": "ohne Angabe"},
        {"id": "p3", "name": "nur nichtöffentlich beraten", "public": True},
        {"id": "p4", "name": "nur bezogen", "public": True},
        {"id": "p5", "name": "nirgends erwähnt", "public": True},
    ]
    papers[0]["relations"] = [{"paper": "p2"}, {"paper": "p4"}]
    papers[0]["consultations"] = [
        {"organization": "Rat"},
        {"organization": "Hauptausschuss", "public": False},
        {"organization": "Bauausschuss", "meeting": "m", "agendaItem": "n1", "result": "abgelehnt"},
    ]
    entry = {"kind": "text", "text": "siehe Anlagen", "files": ["f1", "f2"]}
    parsed = session(
        {"o1": {"papers": ["p1", "p2"], "proceedings": [entry]}, "n1": {"papers": ["p1", "p3"]}}, papers=papers
    )
    content = written(parsed)
    assert [paper["id"] for paper in content["papers"]] == ["p1", "p4", "p5"]
    assert [file["name"] for file in content["papers"][0]["files"]] == ["f1"]
    assert content["papers"][0]["relations"] == [{"paper": "p4"}]
    assert content["papers"][0]["consultations"] == [{"organization": "Rat"}]
    assert content["meetings"][0]["agenda"][0]["papers"] == ["p1"]
    assert content["meetings"][0]["agenda"][0]["proceedings"][0]["files"] == ["f1"]
    assert list(edition(parsed, Reader.PUBLIC).attachments.values()) == [b"f1"]
    assert len(edition(parsed, Reader.COMPLETE).attachments) == 2


def test_who_occurs_in_hidden_parts_only_is_gone() -> None:
    speech = {"kind": "speech", "text": "…"}
    content = written(
        session(
            {
                "o1": {"proceedings": [{**speech, "speaker": "adam"}]},
                "n1": {"proceedings": [{**speech, "speaker": "berg", "onBehalfOf": "grün"}]},
            },
            persons=[
                {"id": "adam", "familyName": "Adam", "memberships": [{"organization": "rot", "deputyFor": ["berg"]}]},
                {"id": "berg", "familyName": "Berg", "memberships": [{"organization": "grün"}]},
            ],
            organizations=[{"id": name, "name": name, "organizationType": "Fraktion"} for name in ("rot", "grün")],
        )
    )
    assert content["persons"] == [{"id": "adam", "familyName": "Adam", "memberships": [{"organization": "rot"}]}]
    assert [one["id"] for one in content["organizations"]] == ["rot"]


# ---------------------------------------------------------------- protected names

RESIDENT = {
    "id": "p",
    "formOfAddress": "Frau",
    "title": ["Dr."],
    "givenName": "Ada",
    "familyName": "Muster",
    "function": "Ärztin",
    "publicName": "eine Einwohnerin",
    "protected": True,
}


def printed(text: str, *others: dict[str, Any], **changed: Any) -> str:
    persons = [{**RESIDENT, **changed}, *others]
    meeting = public_meeting({"o1": {"proceedings": [{"kind": "text", "text": text}]}}, persons=persons)
    return meeting["agenda"][0]["proceedings"][0]["text"]


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Frau Muster fragt.", "eine Einwohnerin fragt."),
        ("Frau Dr. Ada Muster fragt.", "eine Einwohnerin fragt."),
        ("Dr. Muster, Ada Muster und Muster", "eine Einwohnerin, eine Einwohnerin und eine Einwohnerin"),
        ("Frau\nMuster und Frau\u00a0Muster", "eine Einwohnerin und eine Einwohnerin"),
        ("Frau Musters Antrag, Muster’s Antrag", "eine Einwohnerin Antrag, eine Einwohnerin Antrag"),
        ("Musters Antrag", "eine Einwohnerin Antrag"),
        ("Das Mustersche Haus", "Das eine Einwohnerin Haus"),
        ("Frau Mus-\nter", "eine Einwohnerin"),
        ("Musterstraße, Vormuster, muster", "Musterstraße, Vormuster, muster"),
        ("Der Muster-Antrag", "Der eine Einwohnerin-Antrag"),
        ("**Frau Muster** (SPD)", "**eine Einwohnerin** (SPD)"),
        ("Frau **Mus**ter fragt.", "eine Einwohnerin fragt."),
        ("Frau **Muster** und **Mus**ter", "**eine Einwohnerin** und **eine Einwohnerin**"),
        ("FRAU MUSTER, MUSTERS Antrag, frau muster", "eine Einwohnerin, eine Einwohnerin Antrag, eine Einwohnerin"),
        ("Brief_Muster.pdf, brief-muster 1", "Brief_eine Einwohnerin.pdf, brief-eine Einwohnerin 1"),
        ("muster@example.org", "eine Einwohnerin@example.org"),
        ("Frau Mus\u00adter, Mu\u200bster, Rad\u00adMuster", "eine Einwohnerin, eine Einwohnerin, Rad\u00adMuster"),
        ("Muster, Ada; Muster, Dr. Ada; Muster_Ada", "eine Einwohnerin; eine Einwohnerin; eine Einwohnerin"),
    ],
)
def test_protected_names_in_running_text(text: str, public: str) -> None:
    assert printed(text) == public


@pytest.mark.parametrize(
    "text",
    [
        "Frau Weiß-Öhm",
        "FRAU WEISS-ÖHM",
        "Frau Weiß\\-O\u0308hm",
        "Weiß-Öhm, Eva",
        "Weiss-Oehm_Eva",
        "Weiß–Öhm",
        "Weiß\u2011Öhmsche",
        "Weiß / Öhm",
    ],
)
def test_a_name_is_found_however_it_is_spelled(text: str) -> None:
    assert printed(text, givenName="Eva Maria", familyName="Weiß-Öhm") == "eine Einwohnerin"


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Çelik", "Celik|Çelik|C\u0327elik|CELIK|Celiksche"),
        ("Celik", "Çelik|C\u0327elik"),
        ("Şahin", "Sahin|Sahins|ŞAHİN"),
        ("Yılmaz", "Yilmaz|YILMAZ|Yılmaz"),
        ("Desmarés", "Desmares|Desmare\u0301s|Desmares’"),
        ("Zoë", "Zoe|Zoë|Zoe\u0308"),
        ("Sørensen", "Sorensen"),
        ("Wałęsa", "Walesa"),
        ("Groß", "Großsche|Großsches|Groß’schen|Grossschen|GROSSSCHE|Gross"),
        ("Voss", "Voßsche|Voß|Vosssche"),
        ("Lüders", "Lüderssche|Lueders|Lüders’"),
        ("Mueller", "Müller|Mu\u0308ller|Müllers|MÜLLER|Mueller"),
        ("Müller", "Mueller|Muellers|Müllersche"),
        ("Strauss", "Strauß|STRAUSS|STRAUẞ"),
        ("Strauß", "Strauss|Strauß’"),
        ("von der Heydt", "v. d. Heydt|v.d. Heydt|v.d.Heydt|Heydt|Heydts|von-der-Heydt|Von der Heydt|von\nder Heydt"),
        ("de la Cruz", "de la Cruz|d. l. Cruz|Cruz"),
        ("Meier-Lüders", "Meier—Lüders|Meier−Lüders|Meier Lüders|Meier-Lueders"),
    ],
)
def test_a_name_with_every_way_to_spell_it_is_found(name: str, spellings: str) -> None:
    for spelled in spellings.split("|"):
        for before in ("", "Frau ", "Dr. Ada "):
            found = printed(f"Es kam {before}{spelled} heute.", familyName=name)
            assert found == "Es kam eine Einwohnerin heute.", (before, spelled)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Müller", "Die Müllerei, das Müllerhandwerk und Frau Muller"),
        ("Groß", "Der Großmarkt ist groß, gross und größer; Große Straße"),
        ("von der Heydt", "Die Heydtstraße, von der Stadt, v. d. Stadt"),
        ("Schön", "Schon gestern war es schön."),  # so a dropped umlaut is another word
        ("Preuß", "Preußische Bauten"),  # so »-ische« is nobody's
        ("Meier-Lüders", "Herr Meier, Meier, Lüders, Frau Meier-Schulz, Frau Schulz-Lüders"),
    ],
)
def test_what_only_looks_like_a_name_stays(name: str, text: str) -> None:
    assert printed(text, familyName=name) == text


def test_half_a_double_name_tells_behind_a_form_of_address_or_a_given_name() -> None:
    other = {"id": "q", "formOfAddress": "Frau", "givenName": "Ida", "familyName": "Lüders"}
    text = "Frau Meier, Frau Dr. Meiers Haus, Ada Meier; "
    assert printed(text, familyName="Meier-Lüders") == ("eine Einwohnerin, eine Einwohnerin Haus, eine Einwohnerin; ")
    kept = "Frau Lüders, Ida Lüders, Lüders"
    assert printed(kept, other, familyName="Meier-Lüders") == kept


def test_namesakes_are_told_by_the_spelling_too() -> None:
    """Nobody public loses the name to a protected one that is spelled in another way, nor the other way round."""
    for public, protected in (("Celik", "Çelik"), ("Müller", "Mueller"), ("Weiß", "Weiss"), ("Heydt", "von der Heydt")):
        other = {"id": "q", "formOfAddress": "Frau", "givenName": "Bo", "familyName": public}
        text = f"Frau {public}, {public}, Bo {public}, {public}s und Frau {protected}"
        kept = f"Frau {public}, {public}, Bo {public}, {public}s und eine Einwohnerin"
        assert printed(text, other, familyName=protected) == kept


def test_whoever_is_protected_in_the_book_is_so_where_only_the_text_names_them() -> None:
    parsed = session({"o1": {"proceedings": [{"kind": "text", "text": "Frau Muster fragt."}]}})
    elsewhere = Elsewhere(protected=(Person(key="k", family_name="Muster", public_name="jemand", protected=True),))
    whole = replace(parsed.session, elsewhere=elsewhere)
    for reader, text in ((Reader.PUBLIC, "jemand fragt."), (Reader.COMPLETE, "Frau Muster fragt.")):
        made = make_edition(whole, reader, whole.meetings[0].key, {}, MARK)
        assert (made.session.elsewhere, made.session.persons) == (Elsewhere(), ())
        entry = json.loads(write(made))["meetings"][0]["agenda"][0]["proceedings"][0]
        assert entry["text"] == text


def test_a_row_of_titles_is_read_in_no_time() -> None:
    """A title of one's own that is a common one too would be tried in two ways at each place of the row."""
    row = "Dr. " * 200 + "Ada " * 200
    assert printed(row + "Muster", givenName="Ada ada") == "eine Einwohnerin"
    assert printed(row + "und Muster", givenName="Ada ada") == row + "und eine Einwohnerin"


def test_without_a_public_name_the_mark_stands() -> None:
    assert printed("Frau Muster fragt.", publicName="") == f"{MARK} fragt."


def test_namesakes_keep_their_names() -> None:
    other = {"id": "q", "formOfAddress": "Herr", "givenName": "Bo", "familyName": "Muster"}
    double = {"id": "r", "formOfAddress": "Frau", "familyName": "Berg-Muster"}
    given = {"id": "s", "givenName": "Muster", "familyName": "Klein"}
    text = "Herr Muster, Bo Muster, Muster, Frau Berg-Muster, Muster Klein und Ada Muster; Frau Muster."
    assert printed(text, other, double, given) == (
        "Herr Muster, Bo Muster, Muster, Frau Berg-Muster, Muster Klein und eine Einwohnerin; eine Einwohnerin."
    )


def test_of_a_protected_person_nothing_else_stays() -> None:
    entries = [
        {"kind": "speech", "speaker": "p", "speakerName": "Frau A. M.", "text": "…"},
        {
            "kind": "motion",
            "id": "mo",
            "motionType": "urgency",
            "movers": ["p"],
            "moverName": "Frau A. M.",
            "text": "…",
        },
        {"kind": "vote", "yes": 1, "byFaction": [{"person": "p", "label": "Frau A. M.", "yes": 1}]},
        {
            "kind": "election",
            "office": "Amt",
            "rounds": [{"candidates": [{"name": "A. M.", "person": "p"}, {"name": "B. C."}]}],
            "elected": ["A. M."],
            "lot": "A. M.",
        },
    ]
    content = written(
        session(
            {
                "opening": entries,
                "attendance": [{"person": "p", "status": "present", "function": "Ärztin am Markt"}],
                "signatures": [{"role": "Zeugin", "person": "p", "name": "A. Muster"}],
                "objections": [{"person": "p", "by": "Frau A. M.", "text": "…"}],
            },
            persons=[RESIDENT],
        )
    )
    (person,) = content["persons"]
    key = person.pop("id")
    assert key != "p"
    assert person == {"familyName": "eine Einwohnerin", "protected": True}
    meeting = content["meetings"][0]
    assert meeting["opening"] == [
        {"kind": "speech", "speaker": key, "text": "…"},
        {"kind": "motion", "id": "mo", "motionType": "urgency", "movers": [key], "text": "…"},
        {"kind": "vote", "yes": 1, "byFaction": [{"yes": 1, "person": key}]},
        {
            "kind": "election",
            "office": "Amt",
            "rounds": [{"candidates": [{"name": "eine Einwohnerin", "person": key}, {"name": "B. C."}]}],
            "lot": "eine Einwohnerin",
            "elected": ["eine Einwohnerin"],
        },
    ]
    assert meeting["attendance"] == [{"person": key, "status": "present"}]
    assert meeting["signatures"] == [{"role": "Zeugin", "person": key}]
    assert meeting["objections"] == [{"person": key, "text": "…"}]


def test_marks_work_in_every_text_and_are_resolved_for_print() -> None:
    parsed = session(
        {"name": "Sitzung ⟦intern⟧", "o1": {"name": "Bau ⟦Weg 3¦am See⟧", "subtitle": "\\⟦wörtlich⟧ ⟦ab hier"}}
    )
    item = edition(parsed, Reader.PUBLIC).meeting.agenda[0]
    assert (item.name, item.subtitle) == ("Bau am See", f"\\⟦wörtlich⟧ {MARK}")
    assert for_print(edition(parsed, Reader.PUBLIC)).meeting.agenda[0].subtitle == f"⟦wörtlich⟧ {MARK}"
    complete = edition(parsed, Reader.COMPLETE)
    assert complete.meeting.name == "Sitzung ⟦intern⟧"
    assert for_print(complete).meeting.name == "Sitzung intern"
    assert for_print(complete).meeting.agenda[0].name == "Bau Weg 3"


# ---------------------------------------------------------------- not public


def test_the_nonpublic_edition_is_what_is_not_public_with_its_frame() -> None:
    entries = [{"kind": "text", "text": "offen"}, {"kind": "text", "text": "geheim", "public": False}]
    vote = {"kind": "vote", "on": ["mo"], "yes": 1, "public": False}
    motion = {"kind": "motion", "id": "mo", "motionType": "urgency", "text": "offen"}
    parsed = session(
        {
            "room": "Saal",
            "note": "x",
            "o1": {"proceedings": entries, "resolution": "offen", "files": [{"name": "offen", "public": True}]},
            "n1": {"proceedings": entries, "resolution": "geheim", "papers": ["p1"], "note": "x"},
            "o2": {"papers": ["p1", "p2"], "proceedings": [motion, vote]},
            "files": [{"name": "offen", "public": True}, {"name": "geheim"}],
            "opening": entries,
            "invitation": [{"name": "offen", "public": True}, {"name": "geheim", "public": False}],
            "corrections": [{"text": "offen"}, {"text": "geheim", "item": "n1"}],
            "chairs": [{"person": "adam", "fromItem": "o1", "untilItem": "o3"}],
        },
        papers=[{"id": "p1", "name": "offen", "public": True}, {"id": "p2", "name": "geheim"}],
        persons=deepcopy(PERSONS),
    )
    content = written(parsed, Reader.NONPUBLIC)
    meeting = content["meetings"][0]
    assert meeting["room"] == "Saal"
    assert [item["id"] for item in meeting["agenda"]] == ["o1", "n1", "o2", "n2"]
    first, second, third, _ = meeting["agenda"]
    assert first == {"id": "o1", "number": "1", "name": "Titel o1", "public": True, "proceedings": entries[1:]}
    assert (second["proceedings"], second["resolution"], second["papers"]) == (entries, "geheim", ["p1"])
    assert third["papers"] == ["p2"]
    assert third["proceedings"] == [{"kind": "vote", "yes": 1, "public": False}]
    assert [paper["id"] for paper in content["papers"]] == ["p1", "p2"]
    assert [part["name"] for part in meeting["files"] + meeting["invitation"]] == ["geheim", "geheim"]
    assert [part["text"] for part in meeting["opening"] + meeting["corrections"]] == ["geheim", "geheim"]
    assert meeting["chairs"] == [{"person": "adam", "fromItem": "o1", "untilItem": "n2"}]
    assert [person["id"] for person in content["persons"]] == ["adam"]


def test_a_protected_name_is_in_no_group_or_office_of_others() -> None:
    """And a line of the invitation for no item is as silent as the item of its name."""
    groups = [{"id": "liste", "name": "Liste Muster", "shortName": "Muster", "organizationType": "Fraktion"}]
    other = {"id": "q", "familyName": "Adam", "function": "Betreuerin von Ada Muster"}
    other["memberships"] = [{"organization": "liste", "role": "Vertretung für Frau Muster"}]
    text = {"kind": "speech", "speaker": "q", "text": "fragt."}
    meeting = {"o1": {"proceedings": [text]}, "n1": {"name": "Klage  Adam"}}
    meeting["invitation"] = [{"name": "Klage Adam", "public": True}]
    shown = json.dumps(written(session(meeting, persons=[RESIDENT, other], organizations=groups)), ensure_ascii=False)
    assert "Muster" not in shown.replace("Musterau", "")
    assert "eine Einwohnerin" in shown
    assert "Klage" not in shown
