"""What is shown before something is published: what is replaced, names of the block list, gaps, the checklist."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from desktop.export.guard.review import Review, review
from desktop.models.edition import make_edition
from desktop.models.exchange.session_file import read
from desktop.models.profiles import STANDARD, load
from desktop.models.values import Reader


def looked(
    item: dict[str, Any],
    *blocked: str,
    hidden: dict[str, Any] | None = None,
    attendance: Sequence[Any] = (),
    **more: Any,
) -> Review:
    """What is seen of a meeting with one public item and one that is not; ``hidden`` is what the latter holds."""
    agenda = [
        {"id": "o", "number": "1", "name": "Straßen", "public": True, **item},
        {"id": "n", "number": "1", "name": "Verkauf an Frau Sperr", "public": False, **(hidden or {})},
    ]
    meeting = {
        "id": "m",
        "name": "Sitzung",
        "start": "2026-03-18T18:00:00+01:00",
        "agenda": agenda,
        "attendance": [*attendance],
    }
    content = {"format": "protokollpult-session", "version": 1, "meetings": [meeting], **more}
    session = read(json.dumps(content).encode()).session
    profile = load(STANDARD)
    profile = replace(profile, publication=replace(profile.publication, blocked_names=blocked))
    edition = make_edition(session, Reader.PUBLIC, session.meetings[0].key, {}, profile.redaction_mark)
    return review(session, edition, profile, None)


def text(words: str) -> dict[str, Any]:
    return {"proceedings": [{"kind": "text", "text": words}]}


def test_of_an_ordinary_meeting_there_is_nothing_to_say() -> None:
    assert looked(text("Die Straße wird gebaut.")) == Review()


def test_passages_are_told_with_what_stands_there_instead() -> None:
    seen = looked(text("Es spricht ⟦Frau Muster¦eine Einwohnerin⟧ über ⟦ihren Hund⟧."))
    assert [(one.gone, one.instead) for one in seen.redactions] == [
        ("Frau Muster", "eine Einwohnerin"),
        ("ihren Hund", load(STANDARD).redaction_mark),
    ]
    assert seen.redactions[0].place.item
    assert seen.redactions[0].place.entry


def test_protected_persons_are_told_once_and_where_they_are_named() -> None:
    person = {"formOfAddress": "Frau", "familyName": "Petersen", "publicName": "eine Einwohnerin", "protected": True}
    item = text("Frau Petersen fragt nach.")
    item["proceedings"].append({"kind": "speech", "speaker": "p", "text": "Danke."})
    seen = looked(item, persons=[{"id": "p", **person}])
    told = [(one.gone, one.instead, one.place.field) for one in seen.redactions]
    assert ("Frau Petersen", "eine Einwohnerin", "family_name") in told
    assert [one for one in told if one[2] == "text"]


def test_blocked_names_are_found_as_whole_words_in_any_case_and_in_the_genitive() -> None:
    words = "Sperrs Antrag, der SPERR-Antrag, Frau sperr; eine Sperre und die Sperrung nicht."
    assert [one.words for one in looked(text(words), "Sperr").names] == ["Sperrs", "SPERR", "sperr"]


def test_blocked_names_of_persons_are_told_where_these_are_printed() -> None:
    said = [{"kind": "speech", "speaker": "p", "text": "dankt."}]
    persons = [{"id": "p", "formOfAddress": "Frau", "familyName": "Sperr"}]
    places = [one.place for one in looked({"proceedings": said}, "Sperr", persons=persons).names]
    assert [bool(place.item and place.entry) for place in places] == [False, True]


def test_blocked_names_are_not_looked_for_in_ids() -> None:
    said = [{"kind": "speech", "speaker": "p-sperr", "text": "dankt."}]
    persons = [{"id": "p-sperr", "formOfAddress": "Frau", "familyName": "Offen"}]
    assert looked({"proceedings": said}, "Sperr", persons=persons).names == ()


def test_blocked_names_in_what_is_not_public_are_no_news() -> None:
    assert looked({}, "Sperr").names == ()


def test_gaps_are_told_with_their_place() -> None:
    (hole,) = looked(text("Es dankt [[Name]].")).holes
    assert hole.words == "[[Name]]"
    assert hole.place.entry


def test_what_the_checklist_says_of_hidden_items_is_not_told() -> None:
    vote = {"kind": "vote", "yes": 1, "no": 2, "accepted": True, "verdict": "Einstimmig beschlossen"}
    assert looked({"proceedings": [vote]}).findings
    assert looked({}, hidden={"proceedings": [vote]}).findings == ()


def test_tasks_and_guests_of_closed_parts_are_told() -> None:
    persons = [{"id": "g", "formOfAddress": "Herr", "familyName": "Gutmann"}]
    task = {"text": "Frist wahren", "assignee": "Frau Amtmann"}
    hidden = [{"kind": "speech", "speaker": "g", "text": "trägt vor.", "public": False}]
    attendance = [{"person": "g", "status": "present", "group": "guest"}]
    seen = looked({"tasks": [task], "proceedings": hidden}, persons=persons, attendance=attendance)
    assert [one.words for one in (*seen.tasks, *seen.guests)] == ["Frist wahren (Frau Amtmann)", "Herr Gutmann"]
    hidden.append({"kind": "speech", "speaker": "g", "text": "grüßt."})
    assert looked({"proceedings": hidden}, persons=persons, attendance=attendance).guests == ()


def test_nested_passages_are_told_whole() -> None:
    seen = looked(text("Es ⟦war ⟦Frau⟧ Ott¦kam ⟦sie⟧⟧ \\\\⟦spät"))
    mark = load(STANDARD).redaction_mark
    assert [(one.gone, one.instead) for one in seen.redactions][:2] == [("war Frau Ott", f"kam {mark}"), ("spät", mark)]
