"""Nothing that is not public is in any public file: a canary in every non-public place, searched in bytes and texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop import cli
from desktop.clock import SystemClock
from desktop.export import publish as publishing
from desktop.models import queries
from desktop.models.book import Book
from desktop.models.values import Reader
from desktop.models.values.aside import SpeakerTurn
from desktop.paths import BOOK_NAME
from tests.leaks.search import everything_in
from tests.reading import text_of

KINDS = ("niederschrift", "auszug", "vorlage")
ENDINGS = "docx,pdf,html,txt,json"


class Canaries:
    """Gives words that occur nowhere else, and remembers them."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, place: str) -> str:
        self.words.append(f"KANARIE{len(self.words):03d}{place}")
        return self.words[-1]


def secret_entries(c: Canaries, tag: str) -> list[dict[str, Any]]:
    """One entry of each kind, full of canaries."""
    return [
        {"kind": "text", "heading": c(tag + "heading"), "text": c(tag + "text"), "draft": c(tag + "draft")},
        {"kind": "speech", "speaker": "p-only-secret", "text": c(tag + "speech")},
        {"kind": "speech", "speakerName": c(tag + "speakerName"), "text": "x", "lead": "sentence"},
        {"kind": "motion", "id": f"{tag}mo", "motionType": "amendment", "title": c(tag + "mo"), "text": c(tag + "mot")},
        {
            "kind": "vote",
            "id": f"{tag}vo",
            "on": [f"{tag}mo"],
            "subject": c(tag + "subject"),
            "verdict": c(tag + "verdict"),
            "yes": 1,
            "byFaction": [{"label": c(tag + "row"), "yes": 1}, {"organization": "o-only-secret", "yes": 1}],
            "onRequest": [{"person": "p-only-secret", "text": c(tag + "request")}],
        },
        {
            "kind": "election",
            "office": c(tag + "office"),
            "rounds": [{"candidates": [{"name": c(tag + "candidate"), "votes": 3}]}],
            "lot": c(tag + "lot"),
        },
        {"kind": "event", "eventType": "other", "text": c(tag + "event")},
    ]


def hidden(entries: list[dict[str, Any]], **mark: bool) -> list[dict[str, Any]]:
    return [{**entry, **mark} for entry in entries]


def secret_file(c: Canaries, tag: str, **more: Any) -> dict[str, Any]:
    name = c(tag + "file")
    return {"id": f"f-{tag}", "name": name, "fileName": f"{c(tag + 'fileName')}.pdf", "content": "S0FOQVJJRQ==", **more}


def secret_meeting() -> tuple[dict[str, Any], list[str]]:
    """A session file with a canary in every place that a public reader must not see; and all the canaries."""
    c = Canaries()
    public_item = {
        "id": "t1",
        "number": "1",
        "name": f"Haushalt ⟦{c('title')}¦des Jahres⟧",
        "public": True,
        "note": c("itemNote"),
        "result": f"beschlossen ⟦{c('result')}⟧",
        "resolution": f"Der Plan wird beschlossen. ⟦{c('resolution')}",
        "papers": ["v-public", "v-secret"],
        "start": "2026-03-05T18:00:00+01:00",
        "end": "2026-03-05T19:00:00+01:00",
        "recusals": [
            {"person": "p-public", "legalBasis": "§ 22 GO", "reason": c("recusal")},
            {"person": "p-recused-in-secret", "legalBasis": c("recusedBasis"), "leftRoom": True},
        ],
        "proceedings": [
            {"kind": "event", "eventType": "recusal", "person": "p-recused-in-secret", "public": False},
            {"kind": "vote", "id": "void", "yes": 2, "public": False, "accepted": True},
            {"kind": "vote", "voids": "void", "voidReason": c("void"), "yes": 1, "no": 2, "accepted": False},
            {"kind": "vote", "yes": 1, "recusedPersons": ["p-recused-in-secret"], "recused": 1},
            {
                "kind": "speech",
                "speaker": "p-public",
                "text": f"Frau Öffentlich fragt ⟦{c('passage')}¦etwas⟧.",
                "draft": c("draft"),
            },
            {"kind": "speech", "speaker": "p-protected", "text": "Eine Frage wird gestellt.", "lead": "colon"},
            {"kind": "text", "text": c("preparedText"), "prepared": True},
            *hidden(secret_entries(c, "hidden"), public=False),
            *hidden(secret_entries(c, "prepared"), prepared=True),
            {"kind": "text", "text": "Siehe Anlage.", "files": ["f-item", "f-open"]},
        ],
        "files": [secret_file(c, "item", public=False), {"id": "f-open", "name": "Übersicht", "public": True}],
        "tasks": [{"text": "Antwort geben", "assignee": "Amt 10"}],
    }
    secret_item = {
        "id": "t2",
        "number": "1",
        "name": c("secretTitle"),
        "subtitle": c("secretSubtitle"),
        "public": False,
        "start": "2026-03-05T19:00:00+01:00",
        "note": c("secretNote"),
        "announcement": "Dem Verkauf wurde zugestimmt.",
        "result": c("secretResult"),
        "resolution": c("secretResolution"),
        "papers": ["v-of-secret"],
        "web": f"https://example.org/{c('secretWeb')}",
        "proceedings": secret_entries(c, "nonpublic"),
        "files": [secret_file(c, "secretItem", public=True)],
        "tasks": [{"text": c("secretTask"), "assignee": c("secretAssignee")}],
        "recusals": [{"person": "p-only-secret", "reason": c("secretRecusal")}],
    }
    content = {
        "format": "protokollpult-session",
        "version": 1,
        "body": {"name": "Stadt Musterau"},
        "organizations": [
            {"id": "ha", "name": "Hauptausschuss", "shortName": "HA", "organizationType": "Gremium"},
            {"id": "o-only-secret", "name": c("orgName"), "shortName": c("orgShort"), "organizationType": "Fraktion"},
        ],
        "persons": [
            {"id": "p-public", "formOfAddress": "Frau", "familyName": "Öffentlich", "shortcut": "öff"},
            {"id": "p-only-secret", "givenName": c("given"), "familyName": c("family"), "function": c("function")},
            {"id": "p-guest-in-secret", "formOfAddress": "Herr", "familyName": c("guest")},
            {"id": "p-recused-in-secret", "formOfAddress": "Herr", "familyName": c("recused")},
            {
                "id": "p-protected",
                "formOfAddress": "Frau",
                "givenName": c("protectedGiven"),
                "familyName": c("protectedFamily"),
                "publicName": "eine Einwohnerin",
                "protected": True,
                "shortcut": c("protectedShort"),
            },
        ],
        "papers": [
            {
                "id": "v-public",
                "reference": "1/2026",
                "name": "Haushaltsplan",
                "public": True,
                "facts": f"Die Einnahmen ⟦{c('facts')}⟧ steigen.",
                "files": [secret_file(c, "paper")],
                "consultations": [
                    {"organization": c("consultation"), "public": False},
                    {"organization": "Hauptausschuss"},
                ],
            },
            {"id": "v-secret", "reference": c("paperRef"), "name": c("paperName"), "facts": c("paperFacts")},
            {
                "id": "v-of-secret",
                "reference": c("sItemRef"),
                "name": c("sItemPaper"),
                "public": True,
                "facts": c("sItemFacts"),
            },
        ],
        "meetings": [
            {
                "id": "m1",
                "name": "14. Sitzung des Hauptausschusses",
                "number": "14",
                "start": "2026-03-05T18:00:00+01:00",
                "organizations": ["ha"],
                "note": c("meetingNote"),
                "attendance": [
                    {"person": "p-public", "status": "excused", "reason": c("absence")},
                    {"person": "p-protected", "status": "present", "group": "guest"},
                    {
                        "person": "p-guest-in-secret",
                        "status": "present",
                        "group": "guest",
                        "intervals": [{"from": "2026-03-05T19:05:00+01:00", "until": "2026-03-05T19:30:00+01:00"}],
                    },
                ],
                "agenda": [public_item, secret_item],
                "files": [secret_file(c, "meeting", public=False)],
                "opening": hidden(secret_entries(c, "opening"), public=False),
                "closing": hidden(secret_entries(c, "preparedClosing"), prepared=True),
                "invitation": [
                    {"item": "t1", "number": "1", "name": "Haushalt", "public": True},
                    {"item": "t2", "number": "1", "name": c("invited"), "public": False},
                ],
                "objections": [{"by": "Fraktion", "text": c("objection"), "public": False}],
                "corrections": [
                    {"text": c("correction"), "public": False},
                    {"item": "t2", "text": c("secretCorrection")},
                ],
            }
        ],
    }
    return content, c.words


def export_all(tmp_path: Path, edition: str) -> list[Path]:
    content, _ = secret_meeting()
    data, out = tmp_path / "data", tmp_path / f"out-{edition}"
    file = tmp_path / "meeting.json"
    file.write_text(json.dumps(content), "utf-8")
    if not data.exists():
        assert cli.main(["--data", str(data), "import", str(file)]) == 0
    for kind in KINDS:
        words = ["export", "m1", "--out", str(out), "--kind", kind, "--format", ENDINGS, "--edition", edition]
        assert cli.main(["--data", str(data), *words]) == 0
    return sorted(out.iterdir())


def leaks(paths: list[Path]) -> set[str]:
    found = "\n".join(part for path in paths for part in everything_in(path)).casefold()
    return {word for word in secret_meeting()[1] if word.casefold() in found}


def test_no_canary_is_in_any_public_file(tmp_path: Path) -> None:
    paths = export_all(tmp_path, "public")
    assert {path.suffix for path in paths} == {".docx", ".pdf", ".html", ".txt", ".json"}
    assert leaks(paths) == set()
    texts = [text_of(path) for path in paths if path.name.startswith("Niederschrift") and path.suffix == ".docx"]
    assert "Dem Verkauf wurde zugestimmt." in texts[0]
    assert "eine Einwohnerin" in texts[0].lower() or "Eine Einwohnerin" in texts[0]


def test_without_the_filter_the_canaries_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: with the filter and the seal off, it would find them."""
    monkeypatch.setattr(publishing.guard, "check", lambda *_: None)
    whole = publishing.make_edition
    monkeypatch.setattr(
        publishing,
        "make_edition",
        lambda session, reader, *rest: whole(session, Reader.COMPLETE, *rest),
    )
    assert len(leaks(export_all(tmp_path, "public"))) > 60


def test_no_document_of_any_edition_prints_notes_drafts_or_reasons(tmp_path: Path) -> None:
    never = ("Note", "draft", "recusal", "Recusal", "absence")
    for edition in ("complete", "nonpublic"):
        documents = [path for path in export_all(tmp_path, edition) if path.suffix != ".json" or edition == "nonpublic"]
        places = [word.removeprefix("KANARIE")[3:] for word in leaks(documents)]
        assert [place for place in places if place.startswith("prepared") or place.endswith(never)] == []


def test_the_list_of_speakers_stays_in_the_book(tmp_path: Path) -> None:
    data, file, out = tmp_path / "data", tmp_path / "meeting.json", tmp_path / "out"
    file.write_text(json.dumps(secret_meeting()[0]), "utf-8")
    assert cli.main(["--data", str(data), "import", str(file)]) == 0
    book = Book(data / BOOK_NAME, SystemClock().now)
    meeting = book.open_meeting(book.read(queries.meetings)[0].key)
    turn = SpeakerTurn(name="KANARIE-Rede", item=meeting.agenda[0].key, begun=meeting.start, ended=meeting.start)
    book.add(turn, meeting.key, "speaker_turns")
    assert book.close()
    for edition in ("complete", "nonpublic", "public"):
        words = ["export", "m1", "--out", str(out), "--format", "html,txt,json", "--edition", edition]
        assert cli.main(["--data", str(data), *words]) == 0
    files = list(out.iterdir())
    assert len(files) == 9
    assert "KANARIE-Rede" not in "".join(part for path in files for part in everything_in(path))


def test_the_nonpublic_edition_holds_what_is_not_public(tmp_path: Path) -> None:
    text = "".join(text_of(path) for path in export_all(tmp_path, "nonpublic") if path.suffix == ".txt")
    words = {word[10:]: word for word in secret_meeting()[1]}
    for place in ("secretTitle", "secretResolution", "nonpublictext", "hiddenspeech"):
        assert words[place] in text, place


# ---------------------------------------------------------------- what other meetings of the book have to say


def two_meetings() -> dict[str, Any]:
    """In the second meeting items and a paper are not public that the first one knows of."""
    protected = {"familyName": "Geheimrat", "givenName": "Erika", "publicName": "eine Einwohnerin", "protected": True}
    line = {"organization": "Personalausschuss", "date": "2026-02-02", "result": "KANARIE abgelehnt"}
    text = {"kind": "text", "text": "Frau Geheimrat fragt nach dem Weg."}
    here = {"id": "o1", "number": "1", "name": "Weg", "public": True, "papers": ["open"], "proceedings": [text]}
    papers = [
        {"id": "open", "reference": "1/26", "name": "Wegebau", "consultations": [{**line, "agendaItem": "n1"}]},
        {"id": "secret", "reference": "KANARIE-2/26", "name": "KANARIE Kündigung", "facts": "KANARIE Sachverhalt"},
        {"id": "nowhere", "reference": "3/26", "name": "Unberaten", "consultations": [{**line, "meeting": "m3"}]},
    ]
    there = [
        {"id": "n1", "number": "1", "name": "KANARIE", "public": False, "papers": ["open", "secret"]},
        {"id": "n2", "number": "2", "name": "Frage", "public": True, "proceedings": [text]},
    ]
    start = "2026-03-05T18:00:00+01:00"
    return {
        "format": "protokollpult-session",
        "version": 1,
        "body": {"name": "Stadt Musterau"},
        "persons": [{"id": "p", "formOfAddress": "Frau", **protected}],
        "papers": [{**paper, "public": True} for paper in papers],
        "meetings": [
            {"id": "m1", "name": "Erste Sitzung", "start": start, "agenda": [here]},
            {"id": "m2", "name": "Zweite Sitzung", "start": start, "agenda": there},
            {"id": "m3", "name": "Kündigung", "start": start, "publicity": "nonpublic", "agenda": []},
        ],
    }


def exported(folder: Path, content: dict[str, Any], meeting: str, kind: str, edition: str = "public") -> list[Path]:
    """Everything of a meeting, from a book of its own in ``folder``."""
    file, data, out = folder / "in.json", folder / "data", folder / f"{meeting}-{kind}-{edition}"
    file.write_text(json.dumps(content), "utf-8")
    if not data.exists():
        assert cli.main(["--data", str(data), "import", str(file)]) == 0
    words = ["export", meeting, "--out", str(out), "--kind", kind, "--format", "txt,json", "--edition", edition]
    assert cli.main(["--data", str(data), *words]) == 0
    return sorted(out.glob("*"))


def test_what_another_meeting_hides_is_hidden_here_too(tmp_path: Path) -> None:
    papers = exported(tmp_path, two_meetings(), "m1", "vorlage")
    assert [path.name.split("_")[3] for path in papers] == ["1-26", "1-26", "3-26", "3-26"]
    paths = [*papers, *exported(tmp_path, two_meetings(), "m1", "niederschrift")]
    assert not any("KANARIE" in part for path in paths for part in everything_in(path))
    complete = exported(tmp_path, two_meetings(), "m1", "niederschrift", "complete")
    content = json.loads(next(path for path in complete if path.suffix == ".json").read_bytes())
    assert [paper["id"] for paper in content["papers"]] == ["open", "secret", "nowhere"]
    assert content["papers"][0]["consultations"][0]["result"] == "KANARIE abgelehnt"
    assert content["meetings"] == two_meetings()["meetings"][:1]


def test_a_person_protected_in_one_meeting_is_not_named_in_another_file(tmp_path: Path) -> None:
    first, second = two_meetings(), two_meetings()
    for name, content in (("persons", first), ("papers", first), ("papers", second)):
        del content[name]
    del first["meetings"][0]["agenda"][0]["papers"], second["meetings"][1]["agenda"][0]["papers"]
    first["meetings"], second["meetings"] = first["meetings"][:1], second["meetings"][1:2]
    second["meetings"][0]["attendance"] = [{"person": "p", "status": "present"}]
    (tmp_path / "second.json").write_text(json.dumps(second), "utf-8")
    assert cli.main(["--data", str(tmp_path / "data"), "import", str(tmp_path / "second.json")]) == 0
    (tmp_path / "first.json").write_text(json.dumps(first), "utf-8")
    assert cli.main(["--data", str(tmp_path / "data"), "import", str(tmp_path / "first.json")]) == 0
    for path in exported(tmp_path, first, "m1", "niederschrift"):
        found = "".join(everything_in(path))
        assert "ine Einwohnerin fragt nach dem Weg." in found
        assert "Geheimrat" not in found


def test_no_title_that_is_not_public_is_in_a_name(tmp_path: Path) -> None:
    content = two_meetings()
    content["meetings"][0]["name"] = "Sondersitzung ⟦Kündigung Klose⟧"
    content["papers"][0]["reference"] = "1/26 ⟦Kündigung Klose⟧"
    for edition in ("public", "complete", "nonpublic"):
        for meeting in ("m1", "m2", "m3"):
            for kind in ("niederschrift", "vorlage"):
                names = [path.name for path in exported(tmp_path, content, meeting, kind, edition)]
                assert not any("endigung" in name for name in names), names
                assert meeting != "m1" or kind == "vorlage" or "Niederschrift_Sondersitzung_" in names[0]
