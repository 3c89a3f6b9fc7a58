"""What publishing gives back, and that it is of one piece: the digest on paper is that of the JSON file."""

import json
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.clock import BERLIN
from desktop.export.order import Format, Order
from desktop.export.publish import publish
from desktop.models.exchange.session_file import read
from desktop.models.profiles import STANDARD, RunningPart, load
from desktop.models.values import Reader
from tests.leaks.search import everything_in
from tests.test_publicity import secret_meeting

CREATED = datetime(2026, 3, 6, 9, 0, tzinfo=BERLIN)


@pytest.mark.parametrize("reader", Reader)
def test_the_digest_on_paper_is_that_of_the_session_file(reader: Reader, tmp_path: Path) -> None:
    parsed = read(json.dumps(secret_meeting()[0]).encode())
    profile = load(STANDARD)
    profile = replace(profile, running=replace(profile.running, footer=(RunningPart.HASH,)))
    order = Order(reader=reader, formats=(Format.JSON, Format.DOCX))
    done = publish(parsed.session, parsed.attachments, order, profile, CREATED, lambda name: tmp_path / name)
    digest = sha256(done.files[0].read_bytes()).hexdigest()
    assert any(digest[:12] in text for text in everything_in(done.files[1]))
    assert (done.issue.content, done.issue.edition, done.issue.item) == (digest, reader, None)
