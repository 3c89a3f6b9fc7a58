"""What a publication is made from."""

from desktop.export.sources import from_book
from desktop.models.book import Book
from desktop.models.values import AgendaItem, Body, Meeting, Motion, Paper, PaperRelation, Publicity


def test_a_paper_of_another_meeting_travels_with_whatever_refers_to_it(book: Book) -> None:
    body = book.add(Body(name="Stadt Musterau"), None, "bodies")
    book.open_body(body)
    distant = book.add(Paper(name="entfernt"), body, "papers")
    related = book.add(Paper(name="bezogen", relations=(PaperRelation(paper=distant),)), body, "papers")
    moved = book.add(Paper(name="beantragt"), body, "papers")
    book.add(Paper(name="unbeteiligt"), body, "papers")
    meeting = book.add(
        Meeting(name="1. Sitzung", start="2026-03-05", agenda=(AgendaItem(name="Bau"),)), body, "meetings"
    )
    book.open_meeting(meeting)
    item = book.meeting.agenda[0].key
    book.change(item, papers=(related,))
    book.add(Motion(title="Antrag", paper=moved), item, "proceedings")
    names = {paper.name for paper in from_book(book, meeting)[0].papers}
    assert names == {"entfernt", "bezogen", "beantragt"}
    book.open_meeting(meeting)
    assert {paper.name for paper in book.session().papers} == names


def test_the_book_says_where_papers_occur_and_what_is_not_public(book: Book) -> None:
    body = book.add(Body(name="Stadt Musterau"), None, "bodies")
    book.open_body(body)
    papers = [book.add(Paper(name=name), body, "papers") for name in ("a", "b", "c")]
    here = AgendaItem(name="hier", public=True, papers=(papers[0],))
    meeting = book.add(Meeting(name="1. Sitzung", start="2026-03-05", agenda=(here,)), body, "meetings")
    there = (
        AgendaItem(name="offen", public=True, papers=(papers[1],)),
        AgendaItem(name="geheim", public=False, proceedings=(Motion(title="Antrag", paper=papers[2]),)),
    )
    for publicity in (None, Publicity.NONPUBLIC):
        book.add(Meeting(name="2. Sitzung", start="2026-03-06", publicity=publicity, agenda=there), body, "meetings")
    elsewhere = from_book(book, meeting)[0].elsewhere
    assert elsewhere.papers == set(papers[1:])
    assert len(elsewhere.hidden) == 4  # an item of the open meeting; the closed one with both of its items
