"""What the process answers: a paragraph in another language is left alone, and marks are not without end."""

from desktop.models.spelling.dictionary import Dictionary
from desktop.models.spelling.spelling import Spelling
from desktop.ui.spelling.checking import marks_in


def test_a_paragraph_in_another_language_is_not_marked_and_a_long_list_of_slips_not_to_its_end(
    german: Dictionary,
) -> None:
    spelling = Spelling(german)
    assert marks_in(spelling, "Vi ønsker hjerteligt velkommen til byrådets møde, hvor vi drøfter budgettet. " * 3) == ()
    assert len(marks_in(spelling, "Das Hsus ist nicht dabei. " * 110)) == 100
