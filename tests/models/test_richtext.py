"""The narrow CommonMark of the session file: what is markup, what is literal, and the way back."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.richtext import (
    Alignment,
    Block,
    Heading3,
    List,
    ListItem,
    Paragraph,
    Run,
    Runs,
    Table,
    escape_plain,
    parse,
    redact,
    reveal,
    serialize,
)
from tests.strategies import texts


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(tuple(Run(run) if isinstance(run, str) else run for run in runs))


def bullets(*items: str) -> List:
    return List(tuple(ListItem((paragraph(item),)) for item in items))


def bold(text: str) -> Run:
    return Run(text, bold=True)


def italic(text: str) -> Run:
    return Run(text, italic=True)


def test_paragraphs_and_line_ends() -> None:
    assert parse("eins\nzwei\n\ndrei\r\nvier") == (paragraph("eins zwei"), paragraph("drei vier"))
    assert parse("eins\\\nzwei  \n drei") == (paragraph("eins\nzwei\ndrei"),)
    assert parse("  \n\n") == ()


def test_emphasis() -> None:
    assert parse("a *b* __c__ ***d***") == (
        paragraph("a ", italic("b"), " ", bold("c"), " ", Run("d", bold=True, italic=True)),
    )
    assert parse("snake_case_name 2*3*4 \\*x\\*") == (paragraph("snake_case_name 2", italic("3"), "4 *x*"),)


def test_lists() -> None:
    assert parse("- a\n* b") == (bullets("a"), bullets("b"))
    numbered = List((ListItem((paragraph("c"), bullets("d"))), ListItem(())), start=3)
    assert parse("3. c\n   - d\n4.") == (numbered,)
    assert parse("1) a") == (List((ListItem((paragraph("a"),)),), start=1, sign=")"),)
    assert parse("In den Jahren\n1990. und 1991. gab es") == (paragraph("In den Jahren 1990. und 1991. gab es"),)


def test_headings_are_of_one_level() -> None:
    assert parse("### Zu *Ziffer* 1 ###\nText") == (
        Heading3((Run("Zu "), italic("Ziffer"), Run(" 1"))),
        paragraph("Text"),
    )


def test_tables() -> None:
    (table,) = parse("| a | b | c |\n|:--|--:|---|\n| 1 | *x* \\| y |")
    assert table == Table(
        header=((Run("a"),), (Run("b"),), (Run("c"),)),
        rows=(((Run("1"),), (italic("x"), Run(" | y")), ()),),
        alignments=(Alignment.LEFT, Alignment.RIGHT, None),
    )


@pytest.mark.parametrize(
    "text",
    [
        *("# Titel", "## Titel", "#### Titel", "###Titel", "###", "### ###", "#hashtag"),
        *("> zitiert", "`code`", "```", "~~~", "~~weg~~"),
        *("---", "***", "___", "* * *", "- - -", "-----", "==="),
        *("[a](b)", "![a](b)", "[a]: http://b", "<http://a.b>", "<b>x</b>", "<!-- x -->", "&amp; &#35; &nbsp;"),
        *("http://a.b/c_d_e", "C:\\Temp", "a | b", "|---|", "5 * 3 * 2", "-a", "1.a", "1", "a\\"),
        "1234567890. zu groß",
    ],
)
def test_everything_else_is_literal(text: str) -> None:
    assert parse(text) == (paragraph(text),)
    assert parse(serialize(parse(text))) == parse(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Titel\n===", "Titel ==="),
        ("Titel\n---", "Titel ---"),
        ("Text\n    eingerückt", "Text eingerückt"),
        ("    - eingerückt", "- eingerückt"),
        ("```\ncode\n```", "``` code ```"),
        ("> a\n> b", "> a > b"),
        ("Text\n* * *", "Text * * *"),
        ("<div>\n\n", "<div>"),
    ],
)
def test_literal_lines_flow_into_the_paragraph(text: str, printed: str) -> None:
    assert parse(text) == (paragraph(printed),)


def test_a_rule_is_no_point_of_a_list() -> None:
    assert parse("- a\n\n- - -") == (bullets("a"), paragraph("- - -"))


def test_nothing_is_lost_where_lists_nest_too_deep() -> None:
    deep = "".join("  " * level + f"- p{level}\n" for level in range(40))
    assert all(f"p{level}" in str(parse(deep)) for level in range(40))
    assert parse(serialize(parse(deep))) == parse(deep)
    assert str(parse("- * " * 200 + "Ende")).count("Ende") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ein Absatz mit *schräg*, **fett** und ***beidem***.",
        "Bürger\\*innen\\\nnächste Zeile",
        "- eins\n- zwei\n  - drei\n\n    Absatz\n- vier",
        "9. neun\n10. zehn\n    1. innen",
        "### Überschrift\n\nText\n\n| a | b |\n| :--- | --- |\n| 1 |  |",
        "1\\. Lesung",
        "### Antrag \\#",
        "\\- kein Punkt\\\n\\+ auch nicht\\\n\\### keine",
        "snake_case, 5 * 3 und „Zitat“ – C:\\Temp & <b>",
        "⟦geheim¦offen⟧ und \\⟦wörtlich⟧",
        "-\n- Punkt",
        "- + innen",
    ],
)
def test_canonical_text_stays_as_it_is(text: str) -> None:
    assert serialize(parse(text)) == text


MARKUP = st.lists(
    st.sampled_from(
        [
            *(
                "*",
                "**",
                "_",
                "__",
                "***",
                "\\",
                "\n",
                "\\\n",
                "  \n",
                "\n\n",
                " ",
                "  ",
                "    ",
                "\t",
                "- ",
                "-",
                "+ ",
            ),
            *("* ", "1. ", "2) ", "10. ", "1", "### ", "###", "#", "# ", "|", "| ", "---", "|---|---|", "| a | b |\n"),
            *(":", ":-:", "a", "b", "Ä", "(", "„", "“", ".", ",", "⟦", "⟧", "¦", "\u00a0", "\u2028", "😀", "`", "~~"),
            *("<", "&amp;", "[", "](", ")", "=", ">", "> ", "\r\n", "\u00ad", "\u0308"),
        ]
    ),
    max_size=24,
).map("".join)


@settings(deadline=None, max_examples=10 * settings.default.max_examples)
@given(MARKUP | texts(40))
def test_canonical_text_parses_to_the_same_blocks(text: str) -> None:
    blocks = parse(text)
    canonical = serialize(blocks)
    assert parse(canonical) == blocks
    assert serialize(parse(canonical)) == canonical


WORDS = st.lists(
    st.sampled_from(list("ab12 *_#-+.)(|\\`„“–⟧[]<&:=~>\n\t")) | st.characters(categories=["L", "P", "S", "Zs"]),
    min_size=1,
    max_size=8,
).map("".join)
RUNS = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans()), max_size=4).map(tuple)
BLOCKS = st.recursive(
    st.builds(Paragraph, RUNS)
    | st.builds(Heading3, RUNS)
    | st.builds(
        Table,
        st.lists(RUNS, max_size=3).map(tuple),
        st.lists(st.lists(RUNS, max_size=3).map(tuple), max_size=2).map(tuple),
        st.lists(st.none() | st.sampled_from(Alignment), max_size=3).map(tuple),
    ),
    lambda blocks: st.builds(
        List,
        st.lists(st.builds(ListItem, st.lists(blocks, max_size=3).map(tuple)), max_size=3).map(tuple),
        st.none() | st.integers(0, 999_999_999),
        st.sampled_from(".)"),
    ),
    max_leaves=5,
)


def words(blocks: tuple[Block, ...]) -> str:
    """All characters of blocks, without white space."""

    def of(block: Block) -> str:
        if isinstance(block, List):
            return "".join(of(part) for item in block.items for part in item.blocks)
        cells = (block.header, *block.rows) if isinstance(block, Table) else ((block.runs,),)
        return "".join(run.text for row in cells for runs in row for run in runs)

    return "".join("".join(map(of, blocks)).split())


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=3).map(tuple))
def test_any_blocks_keep_every_character(blocks: tuple[Block, ...]) -> None:
    text = serialize(blocks)
    assert words(parse(text)) == words(blocks)
    assert serialize(parse(text)) == text


LETTERS = st.text("abÄ1", min_size=1, max_size=3)
SIMPLE_RUNS = st.lists(st.builds(Run, LETTERS, st.booleans(), st.booleans()), min_size=1, max_size=3).map(tuple)


@settings(deadline=None)
@given(SIMPLE_RUNS)
def test_style_of_letters_is_never_lost(runs: Runs) -> None:
    (block,) = parse(serialize([Paragraph(runs)]))
    assert isinstance(block, Paragraph)
    wanted = [(char, run.bold, run.italic) for run in runs for char in run.text]
    assert [(char, run.bold, run.italic) for run in block.runs for char in run.text] == wanted


def test_style_that_cannot_be_expressed_shrinks_to_the_letters() -> None:
    assert serialize([paragraph("Wort", bold("(bar)"), "ende")]) == "Wort(**bar**)ende"
    assert serialize([paragraph("a", bold("–"), "b")]) == "a–b"
    assert serialize([paragraph("a", bold(" b "), "c")]) == "a **b** c"


@given(texts(40))
def test_escaped_text_prints_literally(text: str) -> None:
    text = text.replace("⟦", "")
    assert words(parse(escape_plain(text))) == "".join(text.split())


def test_escaped_text_keeps_lines_and_paragraphs() -> None:
    assert parse(escape_plain("# a\n- b\n\n1. *c*")) == (paragraph("# a\n- b"), paragraph("1. *c*"))


BIG = 1_000_000
QUICK = ["Ein Satz, wie er in Niederschriften steht. ", "\\", "\\⟦", "|", "- ", "[", "<", "`", "⟦", " \n"]
SLOW = [
    *("*a_", "_"),
    *("Zeile\n", "Absatz\n\n", "*a ", "**a* ", "a_", "*", "*_", "**a** ", "***a** ", "\\\n", "\\*", "|\n"),
    *("|a|b|\n|-|-|\n", "- * ", "-\n", "- a\n", "1. a\n", "### a\n", "#", "![](", "``a`", "~~a ", "a  \n", "> "),
    *("    a\n", "  - a\n\n", "-\n\n\n", "a **(b)**c ", "\t", "😀"),
]


@pytest.mark.parametrize(
    "part", [*QUICK[:1], *(pytest.param(part, marks=pytest.mark.faults) for part in QUICK[1:] + SLOW)]
)
def test_a_megabyte_of_anything_is_read_in_seconds(part: str) -> None:
    text = (part * (BIG // len(part)))[:BIG]
    begin = time.process_time()
    serialize(parse(text))
    # No figure to reach: linear takes seconds at worst, quadratic minutes to hours.
    assert time.process_time() - begin < 60


def test_growing_indents_are_read_in_seconds() -> None:
    text = "".join(" " * level + "- a\n" for level in range(1400))
    begin = time.process_time()
    serialize(parse(text))
    assert time.process_time() - begin < 30


# ---------------------------------------------------------------- redaction marks


@pytest.mark.parametrize(
    ("text", "public", "complete"),
    [
        ("ohne Marken", "ohne Marken", "ohne Marken"),
        ("a ⟦b⟧ c", "a ▒ c", "a b c"),
        ("a ⟦b¦d⟧ c", "a d c", "a b c"),
        ("⟦b¦⟧c", "c", "bc"),
        ("⟦a⟧⟦b⟧", "▒▒", "ab"),
        ("a ⟦b", "a ▒", "a b"),
        ("a ⟦b¦c", "a ▒", "a b¦c"),
        ("a ⟦b⟧ c ⟦d ⟧ e ⟦f¦g", "a ▒ c ▒ e ▒", "a b c d  e f¦g"),
        ("⟦a ⟦b⟧ c⟧ d", "▒ d", "a b c d"),
        ("⟦a⟦b¦x⟧c¦y⟧d", "yd", "abcd"),
        ("⟦a ⟦b¦c⟧ d", "▒", "a b d"),
        ("⟦a¦b⟦c⟧d⟧e", "b▒de", "ae"),
        ("⟦a¦b¦c⟧", "b¦c", "a"),
        ("\\⟦a⟧", "\\⟦a⟧", "⟦a⟧"),
        ("\\\\⟦a⟧", "\\\\▒", "\\\\a"),
        ("\\\\\\⟦a⟧", "\\\\\\⟦a⟧", "\\\\⟦a⟧"),
        ("⟦a \\⟦ b⟧ c", "▒ c", "a ⟦ b c"),
        ("⟦a¦\\⟦b⟧c", "\\⟦bc", "ac"),
        ("a ⟧ ¦ b", "a ⟧ ¦ b", "a ⟧ ¦ b"),
        ("⟦a⟧ ⟧ ¦", "▒ ⟧ ¦", "a ⟧ ¦"),
        ("⟦Frau\n\nMuster¦eine\nFrau⟧.", "eine\nFrau.", "Frau\n\nMuster."),
    ],
)
def test_marks(text: str, public: str, complete: str) -> None:
    assert redact(text, "▒") == public
    assert redact(public, "▒") == public
    assert reveal(text) == complete


@given(st.lists(st.sampled_from(["⟦", "⟧", "¦", "\\", "a", "b", " "]), max_size=20).map("".join))
def test_what_stands_between_marks_never_comes_out(text: str) -> None:
    """Every passage is given a canary; an oracle that counts character by character says which are hidden."""
    canaries, depth, hidden, shown, slashes, replaced = "", 0, set(), set(), 0, False
    for index, char in enumerate(text):
        canaries += char
        opens = char == "⟦" and slashes % 2 == 0
        slashes = slashes + 1 if char == "\\" else 0
        if opens:
            depth += 1
            replaced = replaced and depth > 1
        elif char == "⟧" and depth:
            depth -= 1
        elif char == "¦" and depth == 1:
            replaced = True
        elif char in "ab":
            name = f"K{index}K"
            canaries += name
            (hidden if depth > 1 or (depth == 1 and not replaced) else shown).add((name, depth))
    public = redact(canaries, "▒")
    assert not [name for name, _ in hidden if name in public]
    assert not [name for name, _ in hidden if name in redact(public, "▒")]
    assert all(name in public for name, depth in shown if depth == 0)
    assert all(name in reveal(canaries) for name, depth in shown if depth == 0)


def test_a_mark_with_brackets_is_no_passage() -> None:
    assert reveal(redact("a ⟦b⟧ c", "⟦…⟧")) == "a ⟦…⟧ c"


MARKS = ["⟧", "⟦a", "⟦a⟧", "⟦¦", "¦", "\\⟦", "⟦a¦b"]


@pytest.mark.parametrize("part", ["⟦", *(pytest.param(part, marks=pytest.mark.faults) for part in MARKS)])
def test_a_megabyte_of_marks_is_resolved_in_seconds(part: str) -> None:
    text = (part * BIG)[: BIG // 2] + "⟧" * (BIG // 2)
    begin = time.process_time()
    redact(text, "▒")
    reveal(text)
    assert time.process_time() - begin < 20
