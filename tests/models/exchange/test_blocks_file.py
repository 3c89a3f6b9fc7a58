"""Files of text blocks: the way out and in again, and what is refused with the place."""

import json

import pytest

from desktop.models.exchange import blocks_file
from desktop.models.exchange.errors import ExchangeError, Problem
from desktop.models.values.aside import TextBlock
from desktop.wording import sentence

BLOCKS = (
    TextBlock(shortcut="dank", name="Dank", situation="closing", text="{vorsitz} dankt »allen«.\n\n[[Wem]]"),
    TextBlock(shortcut="nur", text="Nur hier.", organization="k1"),
    TextBlock(shortcut="schluss", hidden=True),
)


def file(**changes: object) -> bytes:
    content = {"format": blocks_file.FORMAT, "version": 1, "blocks": [{"shortcut": "a", "text": "b"}], **changes}
    return json.dumps(content).encode()


def test_blocks_go_out_and_come_in_the_same() -> None:
    read = blocks_file.read(blocks_file.write(BLOCKS, {"k1": "Rat"}))
    assert read[0] == BLOCKS[0]
    assert read[1].organization == "Rat"
    assert read[2] == BLOCKS[2]


@pytest.mark.parametrize(
    ("data", "problem", "place"),
    [
        (b"{", Problem.BROKEN_JSON, ""),
        (b"[]", Problem.NO_BLOCKS, ""),
        (b'{"body": {}}', Problem.NO_BLOCKS, ""),
        (file(version=2), Problem.NEWER_VERSION, ""),
        (file(more=1), Problem.UNKNOWN_PROPERTY, ""),
        (file(blocks={}), Problem.WRONG_TYPE, "/blocks"),
        (file(blocks=["a"]), Problem.WRONG_TYPE, "/blocks/0"),
        (file(blocks=[{"shortcut": "a", "text": "b"}, {"shortcut": "a"}]), Problem.MISSING_PROPERTY, "/blocks/1"),
        (file(blocks=[{"shortcut": " ", "text": "b"}]), Problem.TOO_SHORT, "/blocks/0/shortcut"),
        (file(blocks=[{"shortcut": "a", "text": 3}]), Problem.WRONG_TYPE, "/blocks/0/text"),
        (file(blocks=[{"shortcut": "a", "text": "b", "key": "x"}]), Problem.UNKNOWN_PROPERTY, "/blocks/0"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(data: bytes, problem: Problem, place: str) -> None:
    with pytest.raises(ExchangeError) as refused:
        blocks_file.read(data)
    assert (refused.value.problem, refused.value.place) == (problem, place)
    assert sentence(refused.value)
