"""Text with markup as blocks of a document."""

from desktop.export.compose.prose import prose
from desktop.export.document import Align, ListBlock, Paragraph, ParagraphRole, Run, Scope, Table, plain


def test_bold_italic_and_hard_breaks_are_kept() -> None:
    (block,) = prose("Mit **fett**, *kursiv* und\\\nUmbruch", 3)
    assert block == Paragraph(
        (Run("Mit "), Run("fett", bold=True), Run(", "), Run("kursiv", italic=True), Run(" und\nUmbruch"))
    )


def test_a_role_is_given_to_paragraphs() -> None:
    (block,) = prose("Wortlaut", 3, ParagraphRole.QUOTE)
    assert block == Paragraph((Run("Wortlaut"),), ParagraphRole.QUOTE)


def test_lists_keep_numbers_nesting_and_further_paragraphs() -> None:
    (block,) = prose("3. drei\n\n   weiter\n\n   - darunter\n4. vier", 3)
    assert isinstance(block, ListBlock)
    assert block.start == 3
    assert [plain(entry.runs) for entry in block.items] == ["drei", "vier"]
    further, nested = block.items[0].children
    assert further == Paragraph((Run("weiter"),))
    assert isinstance(nested, ListBlock)
    assert nested.start is None


def test_a_heading_in_a_list_is_a_line_in_bold() -> None:
    (block,) = prose("- eins\n\n  ### Kopf", 3)
    assert isinstance(block, ListBlock)
    assert block.items[0].children == (Paragraph((Run("Kopf", bold=True),), keep_with_next=True),)


def test_a_table_has_headers_alignment_and_sensible_widths() -> None:
    long = "ein sehr langer Text, der mehr als vierzig Zeichen hat und noch einige dazu"
    (block,) = prose(f"| Posten | Betrag |\n|---|---:|\n| {long} | 7 |\n|  | 8 |", 3)
    assert isinstance(block, Table)
    assert block.header_rows == 1
    assert block.widths == (40.0, 6.0)
    assert [cell.scope for cell in block.rows[0]] == [Scope.COLUMN, Scope.COLUMN]
    assert [cell.align for cell in block.rows[1]] == [Align.LEFT, Align.RIGHT]
    assert block.rows[2][0].paragraphs == ()


def test_no_text_is_no_block() -> None:
    assert prose(None, 3) == prose("", 3) == prose("  \n", 3) == []
