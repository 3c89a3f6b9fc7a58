"""Every sentence about a file that cannot be taken says what to do."""

import pytest

from desktop import wording

#: what a sentence that leads on has; "expected" ones say what would be right
_LEADS = ("please", "{expected}", "it should be")
_SENTENCES = (*wording._PROBLEMS.values(), *wording._TEMPLATE_PROBLEMS.values())
#: no mistake: it only says what follows
_TELLING = ("The Word template has no {name}: the document goes to its end.",)


@pytest.mark.parametrize("text", [text for text in _SENTENCES if text not in _TELLING])
def test_every_problem_of_a_file_names_the_way_out(text: str) -> None:
    assert any(word in text for word in _LEADS), text
