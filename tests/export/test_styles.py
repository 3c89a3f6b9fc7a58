"""What a style sheet asks is done by each writer that has a look."""

import re
from io import BytesIO

import pypdfium2
import pytest
from docx import Document as open_word

from desktop.export import html, pdf, word
from desktop.export.document import Look, Scope, Table, TableRole, cell
from tests.export.samples import LONG, document


@pytest.mark.parametrize("look", Look)
def test_a_name_stands_in_the_middle_of_its_row_to_sign(look: Look) -> None:
    table = Table(((cell("Muster", Scope.ROW), cell(LONG)),), "Anwesenheit", (1, 1), TableRole.SIGN_IN)
    sample = document(table, look=look)
    page = pypdfium2.PdfDocument(pdf.render(sample))[0].get_textpage()
    boxes = [page.get_charbox(index) for index in range(page.count_chars())]
    name, rest = boxes[: len("Muster")], boxes[len("Muster") : len(LONG)]
    assert min(box[1] for box in rest) < min(box[1] for box in name) < max(box[1] for box in rest) - 20
    (row,) = open_word(BytesIO(word.render(sample))).tables[0].rows
    assert all(one.vertical_alignment is not None for one in row.cells)
    assert re.search(r"signIn td[^}]*vertical-align: middle", html.render(sample).decode())
