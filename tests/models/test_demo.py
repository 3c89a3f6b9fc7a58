"""The demo meetings: valid, free of contradictions, and still showing every feature they are there to show."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desktop.clock import BERLIN
from desktop.models.exchange.session_file import read, write_session
from desktop.paths import resource

FILES = sorted(resource("demo").glob("*.json"))
SCHEMA = json.loads(resource("session-file.schema.json").read_text("utf-8"))

HIDDEN = {
    "12": ["Bahnsen", "Nordkirchspiel", "Dienstreise", "Erkrankung"],
    "13": ["Harkensee", "2.850 Euro", "Fährblick", "Ellerbarg", "38.412,60", "Niederschlagung", "Feuerwehreinsatz",
           "Vermoegensaufstellung", "Elternzeit", "Familienfeier", "Erste Vorsitzende"],
    "14": ["Treidelweg", "Kliffkamp", "412.500", "Brinkama", "Kohlenlager", "Hambruch", "Nottelmann", "Petermann",
           "Rathje", "Schlaganfall", "vor ihrem Haus", "Stegbau Holtkamp", "Knieoperation", "Brüssel", "Mikrofon 7",
           "35.100", "DMS Mittel", "18. Juni 2026", "Stadtkasse", "Kassenwart"],
}  # fmt: skip
"""What no public document of a meeting may contain. Documents that leak are found by looking for these."""


def content(number: str) -> Any:
    return json.loads(resource("demo", f"hauptausschuss-{number}.json").read_text("utf-8"))


def meeting(number: str) -> dict[str, Any]:
    return content(number)["meetings"][0]


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Every object in a part of a file, outermost first."""
    if isinstance(part, dict):
        yield part
    for child in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
        yield from objects(child)


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for child in part.values() if isinstance(part, dict) else part if isinstance(part, list) else []:
        yield from strings(child)


def entries(part: Any, kind: str) -> list[dict[str, Any]]:
    return [entry for entry in objects(part) if entry.get("kind") == kind]


def votes(number: str) -> list[Any]:
    """(meeting, item, vote) for every vote with numbers."""
    held = meeting(number)
    pairs = [(item, vote) for item in held["agenda"] for vote in entries(item.get("proceedings", []), "vote")]
    void = {vote.get("voids") for _, vote in pairs}  # repeated because the numbers were wrong
    counted = [(item, vote) for item, vote in pairs if vote.get("method") != "unopposed" and vote["id"] not in void]
    return [pytest.param(held, item, vote, id=vote["id"]) for item, vote in counted]


def entitled(held: dict[str, Any], item: dict[str, Any], at: datetime) -> dict[str, str]:
    """Who may vote in an item at a time, by the attendance: person and the faction of the seat."""
    recused = {recusal["person"] for recusal in item.get("recusals", [])}
    return {
        row["person"]: row["onBehalfOf"]
        for row in held["attendance"]
        if row["status"] == "present" and row["votingRight"] and row["person"] not in recused
        if any(covers(interval, at) for interval in row.get("intervals", [{}]))
    }


def covers(interval: dict[str, str], at: datetime) -> bool:
    begins = "from" not in interval or datetime.fromisoformat(interval["from"]) <= at
    return begins and ("until" not in interval or at < datetime.fromisoformat(interval["until"]))


ALL_VOTES = [vote for number in HIDDEN for vote in votes(number)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_valid_with_unique_ids_and_references_that_resolve(path: Path) -> None:
    data = path.read_bytes()
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(data))
    parsed = read(data)
    assert json.loads(write_session(parsed.session, parsed.attachments)) == json.loads(data)


def test_one_body_with_the_same_master_data_in_every_file() -> None:
    files = [content(number) for number in HIDDEN]
    assert [path.stem for path in FILES] == [f"hauptausschuss-{number}" for number in HIDDEN]
    for part in ("body", "organizations", "persons"):
        assert files[0][part] == files[1][part] == files[2][part]
    papers = [paper["id"] for file in files for paper in file["papers"]]
    assert len(papers) == len(set(papers))
    shortcuts = [person["shortcut"] for person in files[0]["persons"] if "shortcut" in person]
    assert len(shortcuts) == len(set(shortcuts)) > 16


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_times_carry_the_offset_of_berlin_and_follow_each_other(path: Path) -> None:
    held = json.loads(path.read_bytes())["meetings"][0]
    times = [datetime.fromisoformat(text) for text in strings(held) if len(text) == 25 and text[10] == "T"]
    assert len(times) > 30
    assert all(time.utcoffset() == time.astimezone(BERLIN).utcoffset() for time in times)
    for item in held["agenda"]:
        span = [item[key] for key in ("start", "end") if key in item]
        inside = [entry.get("at") or entry.get("from") for entry in item.get("proceedings", [])]
        known = [span[0], *(time for time in inside if time), *span[1:]] if span else []
        assert known == sorted(known), item["id"]


@pytest.mark.parametrize(("held", "item", "vote"), ALL_VOTES)
def test_votes_add_up_with_those_present(held: dict[str, Any], item: dict[str, Any], vote: dict[str, Any]) -> None:
    there = entitled(held, item, datetime.fromisoformat(vote["at"]))
    sums = {choice: vote[choice] for choice in ("yes", "no", "abstentions")}
    assert vote["present"] == len(there) == sum(sums.values())
    assert vote.get("recusedPersons", []) == [recusal["person"] for recusal in item.get("recusals", [])]
    assert vote.get("recused", 0) == len(item.get("recusals", []))
    needed = {"simple": sums["no"] + 1, "twoThirdsOfMembers": 10, "twoThirdsOfPresent": -(-2 * len(there) // 3)}
    assert vote["accepted"] == (sums["yes"] >= needed[vote["majority"]])
    assert vote.get("unanimous", False) == (sums["no"] == 0)
    if rows := vote.get("byFaction"):
        assert {key: sum(row[key] for row in rows) for key in sums} == sums
        seats = {row["organization"]: row["yes"] + row["no"] + row["abstentions"] for row in rows}
        assert seats == Counter(there.values())
    if ballots := vote.get("ballots"):
        assert {ballot["person"] for ballot in ballots} == set(there)
        cast = Counter(ballot["choice"] for ballot in ballots)
        assert [cast["yes"], cast["no"], cast["abstention"]] == list(sums.values())


def test_the_past_meetings() -> None:
    twelfth, thirteenth = meeting("12"), meeting("13")
    assert (twelfth["state"], thirteenth["state"]) == ("approved", "released")
    assert twelfth["approval"]["date"] == thirteenth["start"][:10]
    assert [chair["person"] for chair in thirteenth["chairs"]] == ["p-asmussen", "p-jebsen", "p-asmussen"]
    assert thirteenth["corrections"][0]["date"] == meeting("14")["start"][:10]
    assert thirteenth["objections"][0]["outcome"] == "upheld"
    assert "2.100 Euro im Jahr" in str(thirteenth["agenda"]), "the released text stays as it was"
    assert any(item.get("announcement") for item in thirteenth["agenda"] if not item["public"])
    assert {"adoptedByMover", "rejected", "accepted"} <= {motion["outcome"] for motion in entries(thirteenth, "motion")}
    files = [part for part in objects(content("13")) if "mimeType" in part]
    assert {(part["public"], "content" in part) for part in files} >= {(True, True), (False, True), (True, False)}


def test_the_election_goes_through_a_tie_to_the_lot() -> None:
    held = meeting("13")
    item = next(item for item in held["agenda"] if item.get("kind") == "election")
    (election,) = entries(item["proceedings"], "election")
    assert election["method"] == "secret"
    for ballot in election["rounds"]:
        counted = sum(candidate["votes"] for candidate in ballot["candidates"])
        there = entitled(held, item, datetime.fromisoformat(ballot["at"]))
        assert counted + ballot["invalid"] + ballot["abstentions"] == ballot["cast"] == len(there)
        first, second = sorted((candidate["votes"] for candidate in ballot["candidates"]), reverse=True)[:2]
        assert first == second
    assert election["elected"] == [election["lot"]]


def test_the_running_meeting_has_everything_the_desk_shows() -> None:
    held = meeting("14")
    agenda = held["agenda"]
    assert held["state"] == "running"
    assert "end" not in held
    assert Counter(item.get("stage") for item in agenda)["running"] == 1
    assert {item.get("stage") for item in agenda} >= {"done", "running", "open"}
    assert {item.get("number", "").count(".") for item in agenda} == {0, 1, 2}
    assert [item["number"] for item in agenda if item.get("supplementary")] == ["8a"]
    assert [item["number"] for item in agenda if item.get("resultClass") == "removed"] == ["6.2"]
    assert {item["id"] for item in agenda} - {entry["item"] for entry in held["invitation"]} == {"i-14-8a"}
    assert any(item.get("kind") == "divider" for item in agenda)
    (moved,) = [item for item in agenda if "treatedOrder" in item]
    assert not moved["public"]
    assert moved["announcement"]
    assert [recusal["legalBasis"] for item in agenda for recusal in item.get("recusals", [])] == ["§ 22 GO SH"]
    assert any("intervals" in row for row in held["attendance"])
    assert len([row for row in held["attendance"] if "deputyFor" in row]) == 2


def test_the_running_meeting_has_every_kind_of_entry_the_stream_shows() -> None:
    held = meeting("14")
    speeches = entries(held, "speech")
    assert {speech["lead"] for speech in speeches} == {"none", "sentence", "colon"}
    assert any(speech.get("onRequest") for speech in speeches)
    assert any("\n- " in speech["text"] for speech in speeches if speech["role"] == "answer")
    protected = {person["id"] for person in content("14")["persons"] if person.get("protected")}
    assert protected == {speech.get("speaker") for speech in speeches} & protected
    events = {event["eventType"] for event in entries(held, "event")}
    assert events >= {"interruption", "arrival", "departure", "recusal", "publicExcluded", "publicRestored"}
    assert events >= {"itemAdded", "itemRemoved", "itemMoved", "quorumStated"}
    (amendment,) = [motion for motion in entries(held, "motion") if motion["motionType"] == "amendment"]
    (split,) = [vote for vote in entries(held, "vote") if vote.get("on") == [amendment["id"]]]
    assert any(row["yes"] and row["no"] for row in split["byFaction"])
    assert any(vote["method"] == "rollCall" for vote in entries(held, "vote"))
    for key in ("note", "draft", "prepared"):
        assert any(key in part for part in objects(held)), key
    texts = "".join(strings(held))
    assert "¦" in texts
    assert "⟦seit einem Schlaganfall⟧" in texts


def test_papers_have_their_parts() -> None:
    papers = content("14")["papers"]
    for key in ("consultations", "proposedResolution", "facts", "files", "sections", "relations"):
        assert any(paper.get(key) for paper in papers), key
    assert any("|---" in paper["facts"] and "\n- " in paper["facts"] for paper in papers if "facts" in paper)


@pytest.mark.parametrize("number", HIDDEN)
def test_what_must_not_leak_stands_in_hidden_places_only(number: str) -> None:
    whole = content(number)
    shown = "\n".join(strings(_public(whole)))
    everything = "\n".join(strings(whole))
    assert [phrase for phrase in HIDDEN[number] if phrase not in everything] == []
    assert [phrase for phrase in HIDDEN[number] if phrase in shown] == []
    assert shown.count("Eiderfleth") > 3


def _public(part: Any) -> Any:
    """What is left of a file when all that is marked as hidden is taken out, by the plainest means."""
    if isinstance(part, list):
        return [_public(child) for child in part if not _is_hidden(child)]
    if isinstance(part, dict):
        unseen = {"note", "draft", "reason", "persons"}
        return {key: _public(child) for key, child in part.items() if key not in unseen}
    if isinstance(part, str) and "⟦" in part:
        before, *marked = part.split("⟦")
        return before + "".join(passage.partition("¦")[2].replace("⟧", "") or passage.partition("⟧")[2]
                                for passage in marked)  # fmt: skip
    return part


def _is_hidden(part: Any) -> bool:
    if not isinstance(part, dict):
        return False
    publishable = "mimeType" in part or "paperType" in part
    return part.get("prepared", False) or not part.get("public", not publishable)
