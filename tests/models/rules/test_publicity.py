"""A thing is public only if everything above it is; absent inherits on entries and means no on files and papers."""

import pytest

from desktop.models.rules import publicity as rules
from desktop.models.values import (
    AgendaItem,
    Consultation,
    Correction,
    File,
    Meeting,
    Objection,
    Paper,
    Publicity,
    TextEntry,
)


@pytest.mark.parametrize(
    ("publicity", "open_"),
    [(None, True), (Publicity.MIXED, True), (Publicity.PUBLIC, True), (Publicity.NONPUBLIC, False)],
)
def test_a_meeting_hides_all_only_where_it_says_so(publicity: Publicity | None, open_: bool) -> None:
    meeting = Meeting(publicity=publicity)
    assert rules.meeting_is_open(meeting) is open_
    assert rules.item_is_public(meeting, AgendaItem(public=True)) is open_
    assert rules.item_is_public(meeting, AgendaItem(public=False)) is False


@pytest.mark.parametrize(
    ("public", "inherits", "demands"), [(None, True, False), (True, True, True), (False, False, False)]
)
def test_absent_means_different_things(public: bool | None, inherits: bool, demands: bool) -> None:
    assert rules.entry_is_public(TextEntry(public=public)) is inherits
    for remark in (Objection(public=public), Correction(public=public), Consultation(public=public)):
        assert rules.remark_is_public(remark) is inherits
    assert rules.file_is_public(File(public=public)) is demands
    assert rules.paper_is_public(Paper(public=public)) is demands
