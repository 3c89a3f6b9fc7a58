"""The vote grid without a window: what the keys of desk.md §4 do, and what is stored in the end."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.rules.motions import is_finished
from desktop.models.rules.votes import Column, counts, is_unanimous, outcome
from desktop.models.values import Ballot, Choice, FactionRow, Rest, Stance, Vote, VoteMethod
from desktop.ui.desk.voting.grid_opening import sheet_of, without_presence
from desktop.ui.desk.voting.grid_rollcall import is_alphabetical
from desktop.ui.desk.voting.grid_sheet import TOTAL, Kind, Line, Member, Mismatch, Sheet
from desktop.ui.desk.voting.grid_state import PAUSE, Effect, Grid, Key, Reaction
from desktop.ui.desk.voting.grid_vote import counted

YES, NO, ABSTENTIONS, AWAY = Column.YES, Column.NO, Column.ABSTENTIONS, Column.NOT_VOTING

#: five factions with fifteen members present
COUNCIL = tuple(
    Line(name, organization=name, present=present)
    for name, present in (("CDU", 5), ("SPD", 4), ("GRÜNE", 3), ("SSW", 2), ("FDP", 1))
)
#: the same where nobody knows who is there
UNKNOWN = tuple(replace(line, present=None) for line in COUNCIL)

_NAMED = {
    "↑": Key.UP,
    "↓": Key.DOWN,
    "←": Key.LEFT,
    "→": Key.RIGHT,
    "⏎": Key.ENTER,
    "⎋": Key.ESCAPE,
    "⌫": Key.BACKSPACE,
    "⌦": Key.DELETE,
    "⇱": Key.HOME,
    "⇲": Key.END,
    "⇞": Key.PAGE_UP,
    "⇟": Key.PAGE_DOWN,
}


#: a vote that is taken at the desk has one
TIME = "2026-03-05T18:42:00+01:00"


class Typist:
    """Presses keys one after the other, slowly enough for each to be meant."""

    def __init__(self, sheet: Sheet, pause: float = 1.0) -> None:
        self.grid = Grid(sheet)
        self.now = 100.0
        self.pause = pause
        self.last = Reaction()

    def type(self, keys: str) -> "Typist":
        for key in keys:
            self.now += self.pause
            self.last = self.grid.press(_NAMED.get(key, key), self.now)
        return self

    @property
    def vote(self) -> Vote:
        return counted(Vote(at=TIME), self.grid.sheet, done=self.last.effect is Effect.DONE)

    def shown(self, row: int) -> list[str]:
        """A row as people see it: numbers, the rest in brackets."""
        cells = [self.grid.sheet.cell(row, column) for column in Column]
        return [
            "" if cell.value is None else f"({cell.value})" if cell.kind is Kind.REST else str(cell.value)
            for cell in cells
        ]


def opened(lines: tuple[Line, ...] = COUNCIL, *, by_faction: bool = True, pause: float = 1.0) -> Typist:
    return Typist(sheet_of(Vote(method=VoteMethod.OPEN), lines, by_faction=by_faction), pause)


def totals(vote: Vote) -> tuple[int | None, ...]:
    return (vote.yes, vote.no, vote.abstentions, vote.not_voting)


def row(name: str, **fields: object) -> FactionRow:
    return FactionRow(organization=name, **fields)  # type: ignore[arg-type]


# --- how many keys it takes (F4 is the first of them, pressed in the text)


@pytest.mark.parametrize(
    ("keys", "presses", "by_faction", "expected"),
    [
        ("A⏎", 3, True, (15, 0, 0, None)),
        ("NA⏎", 4, True, (0, 15, 0, None)),
        ("N3E2⏎⏎", 7, False, (10, 3, 2, None)),
        ("N↓↓ ⏎", 6, True, (12, 3, 0, None)),
    ],
)
def test_the_key_counts_of_the_desk(
    keys: str, presses: int, by_faction: bool, expected: tuple[int | None, ...]
) -> None:
    typist = opened(by_faction=by_faction).type(keys)
    assert typist.last.effect is Effect.DONE
    assert len("F" + keys) == presses
    assert totals(typist.vote) == expected


def test_eight_factions_two_against_one_split_take_fifteen_keys() -> None:
    eight = tuple(Line(name, organization=name, present=3) for name in "ABCDEFGH")
    keys = "N↓ ↓↓ ↓↓1E⇲1⏎"
    typist = opened(eight).type(keys)
    assert typist.last.effect is Effect.DONE
    assert len("F" + keys) <= 15
    assert totals(typist.vote) == (16, 7, 1, None)


# --- opening


def test_it_opens_in_column_ja_at_the_first_faction_with_the_rest_as_ja() -> None:
    typist = opened()
    assert typist.grid.sheet.caret == (1, YES)
    assert typist.shown(TOTAL) == ["(15)", "", "", ""]
    assert [typist.shown(number)[0] for number in typist.grid.sheet.rows[1:]] == ["(5)", "(4)", "(3)", "(2)", "(1)"]


def test_a_house_that_counts_totals_opens_at_gesamt() -> None:
    assert opened(by_faction=False).grid.sheet.caret == (TOTAL, YES)
    assert opened(()).grid.sheet.caret == (TOTAL, YES)


# --- digits


def test_digits_append_and_never_advance() -> None:
    typist = opened().type("N12")
    assert typist.grid.sheet.caret == (1, NO)
    assert typist.shown(1)[1] == "12"


def test_digits_after_a_move_begin_a_new_number() -> None:
    assert opened().type("1↓↑2").shown(1)[0] == "2"


@pytest.mark.parametrize(("keys", "over"), [("N5", False), ("N6", True), ("N4E2", True), ("N4-1", False), ("7", True)])
def test_more_than_present_is_marked_and_kept(keys: str, over: bool) -> None:
    typist = opened().type(keys)
    marked = [typist.grid.sheet.cell(1, column).over for column in (YES, NO, ABSTENTIONS)]
    assert any(marked) is over


def test_more_than_present_in_all_is_marked_in_the_total() -> None:
    typist = opened(by_faction=False).type("N9E9")
    assert typist.grid.sheet.cell(TOTAL, NO).over
    assert typist.grid.sheet.difference == -3


def test_backspace_takes_a_digit_then_the_number() -> None:
    assert opened().type("N12⌫").shown(1) == ["(4)", "1", "", ""]
    assert opened().type("N12⌫⌫").shown(1) == ["(5)", "", "", ""]
    assert opened().type("N12↓↑⌫").shown(1) == ["(5)", "", "", ""]
    assert opened().type("N12↓↑⌦").shown(1) == ["(5)", "", "", ""]


def test_a_number_ends_somewhere() -> None:
    assert opened().type("N99999").shown(1)[1] == "9999"


# --- the rest


def test_the_rest_of_each_faction_is_ja() -> None:
    typist = opened().type("N2↓↓1")
    assert [typist.shown(number) for number in range(4)] == [
        ["(12)", "3", "", ""],
        ["(3)", "2", "", ""],
        ["(4)", "", "", ""],
        ["(2)", "1", "", ""],
    ]
    vote = typist.type("⏎⏎").vote
    assert (totals(vote), vote.rest) == ((12, 3, 0, None), Rest.YES)
    assert [(one.organization, one.yes, one.no) for one in vote.by_faction] == [
        ("CDU", 3, 2),
        ("SPD", 4, None),
        ("GRÜNE", 2, 1),
        ("SSW", 2, None),
        ("FDP", 1, None),
    ]


def test_a_total_of_nein_leaves_the_factions_blank_until_it_is_shared_out() -> None:
    typist = opened(by_faction=False).type("N3")
    assert typist.shown(TOTAL) == ["(12)", "3", "", ""]
    assert [typist.shown(number)[0] for number in range(1, 6)] == [""] * 5
    typist.type("↓2")
    assert typist.grid.sheet.mismatches == (Mismatch(NO, 3, 2),)
    typist.type("↓1")
    assert typist.grid.sheet.mismatches == ()
    assert [typist.shown(number)[0] for number in range(1, 6)] == ["(3)", "(3)", "(3)", "(2)", "(1)"]


def test_a_total_without_factions_stores_no_factions() -> None:
    vote = opened(by_faction=False).type("N3E2⏎⏎").vote
    assert vote.by_faction == ()
    assert (vote.rest, vote.present) == (Rest.YES, 15)


def test_a_typed_total_of_ja_switches_the_rest_off_and_shows_what_is_open() -> None:
    typist = opened(by_faction=False).type("10")
    assert typist.grid.sheet.difference == 5
    assert not typist.grid.sheet.rest_counts
    typist.type("N3")
    assert typist.grid.sheet.difference == 2
    typist.type("E2")
    assert typist.grid.sheet.difference == 0
    assert typist.type("⏎⏎").vote.rest is None
    typist.type("↑J⌦")
    assert typist.shown(TOTAL) == ["(10)", "3", "2", ""]


def test_a_vote_that_does_not_add_up_is_kept_as_it_is() -> None:
    vote = opened(by_faction=False).type("10⏎⏎").vote
    assert totals(vote) == (10, None, None, None)


def test_r_puts_the_rest_elsewhere() -> None:
    typist = opened().type(" ↓2NR")
    assert [typist.shown(number) for number in range(3)] == [
        ["7", "(8)", "", ""],
        ["5", "(0)", "", ""],
        ["2", "(2)", "", ""],
    ]
    vote = typist.type("⏎").vote
    assert (totals(vote), vote.rest) == ((7, 8, 0, None), Rest.NO)


def test_r_fills_what_a_typed_total_left_open() -> None:
    vote = opened(by_faction=False).type("10NR⏎").vote
    assert (totals(vote), vote.rest) == ((10, 5, 0, None), Rest.NO)


def test_r_replaces_what_was_typed_in_its_column() -> None:
    assert opened(by_faction=False).type("10N3JR").shown(TOTAL) == ["(12)", "3", "", ""]


def test_the_letters_stay_in_gesamt_once_totals_are_told() -> None:
    typist = opened().type("N↑3E2⏎⏎")
    assert (typist.last.effect, totals(typist.vote)) == (Effect.DONE, (10, 3, 2, None))
    assert typist.vote.by_faction == ()
    assert len("FN↑3E2⏎⏎") <= 8
    assert opened().type("N↑3↓1E").grid.sheet.caret == (1, ABSTENTIONS)


# --- whole factions and everybody


def test_the_whole_faction_goes_into_one_column() -> None:
    typist = opened().type("N2E ")
    assert typist.shown(1) == ["(0)", "", "5", ""]


def test_the_whole_faction_is_those_who_take_part() -> None:
    assert opened().type("-N ").shown(1) == ["(0)", "4", "", "1"]
    assert opened().type("N -").shown(1) == ["(0)", "4", "", "1"]


def test_a_whole_faction_may_take_no_part() -> None:
    assert opened().type("→→→ ").shown(1) == ["(0)", "", "", "5"]


def test_where_nobody_knows_how_many_the_direction_is_kept() -> None:
    typist = opened(UNKNOWN).type("N↓ ⏎")
    assert typist.vote.by_faction == (row("SPD", stance=Stance.NO),)
    assert typist.type("5").vote.by_faction == (row("SPD", no=5),)


def test_a_split_faction_of_unknown_number_is_the_second_stroke() -> None:
    typist = opened(UNKNOWN).type("N↓  ⏎")
    assert typist.vote.by_faction == (row("SPD", stance=Stance.SPLIT),)
    assert typist.type(" ⏎").vote.by_faction == ()


def test_totals_where_nobody_knows_who_is_there() -> None:
    vote = opened(UNKNOWN, by_faction=False).type("12N3⏎⏎").vote
    assert (totals(vote), vote.present, vote.rest, vote.by_faction) == ((12, 3, 0, None), None, None, ())


def test_a_minority_where_nobody_knows_who_is_there_leaves_the_rest_without_a_number() -> None:
    vote = opened(UNKNOWN, by_faction=False).type("N3⏎⏎").vote
    assert (totals(vote), vote.rest) == ((None, 3, 0, None), Rest.YES)


def test_everybody_is_announced_as_einstimmig() -> None:
    vote = opened().type("N3A⏎").vote
    assert (totals(vote), vote.unanimous, vote.rest) == ((0, 15, 0, None), True, None)
    assert [one.no for one in vote.by_faction] == [5, 4, 3, 2, 1]


def test_everybody_but_those_who_take_no_part() -> None:
    vote = opened().type("-A⏎").vote
    assert (totals(vote), vote.unanimous) == ((14, 0, 0, 1), True)


def test_a_number_after_everybody_takes_the_announcement_back() -> None:
    vote = opened().type("AN2⏎⏎").vote
    assert (totals(vote), vote.unanimous, vote.rest) == ((13, 2, 0, None), None, Rest.YES)


def test_everybody_where_nobody_knows_how_many() -> None:
    vote = opened(UNKNOWN).type("A⏎").vote
    assert (totals(vote), vote.unanimous, vote.by_faction) == ((None,) * 4, True, ())


def test_all_abstaining_is_not_called_einstimmig() -> None:
    vote = opened().type("EA⏎").vote
    assert (totals(vote), vote.unanimous) == ((0, 0, 15, None), None)


# --- taking part


def test_one_fewer_and_one_more_take_part() -> None:
    assert opened().type("-").shown(1) == ["(4)", "", "", "1"]
    assert opened().type("--+").shown(1) == ["(4)", "", "", "1"]
    assert opened().type("-+").shown(1) == ["(5)", "", "", ""]
    typist = opened().type("+")
    assert (typist.shown(1), typist.vote.present) == (["(6)", "", "", ""], 16)
    assert typist.type("-").vote.present == 15


def test_one_more_in_all_is_still_there_when_an_open_vote_is_opened_again() -> None:
    left = opened().type("n3↑⌫0+nr⎋").vote
    assert (counts(left).no, left.present, left.rest) == (16, 16, Rest.NO)
    again = Typist(sheet_of(without_presence(left), COUNCIL))
    assert (again.grid.sheet.cell(TOTAL, NO).value, again.vote.present, again.vote.rest) == (16, 16, Rest.NO)


@pytest.mark.parametrize("keys", ["n3↑+⎋", "↑+n3⎋", "↑++n1⎋", "↑+na⎋", "↑+a⎋", "↑+a-⎋"])
def test_who_came_in_addition_leaves_the_rest_of_an_open_vote_alone(keys: str) -> None:
    left = opened(by_faction=False).type(keys)
    again = Typist(sheet_of(without_presence(left.vote), COUNCIL, by_faction=False))
    assert [again.shown(TOTAL), again.grid.sheet.rest] == [left.shown(TOTAL), left.grid.sheet.rest]
    assert again.grid.sheet.present_in(TOTAL) == left.grid.sheet.present_in(TOTAL)
    assert again.type("E2⏎⏎").vote == left.type("E2⏎⏎").vote


def test_a_typed_total_of_the_rest_fills_no_row_in() -> None:
    typist = opened().type("↑J5↓5")
    assert [typist.shown(row)[0] for row in (TOTAL, 1, 2)] == ["5", "5", ""]
    assert sum(row.yes or 0 for row in typist.vote.by_faction) == typist.vote.yes == 5


def test_nobody_can_be_more_absent_than_all() -> None:
    assert opened().type("⇲--").shown(5) == ["(0)", "", "", "1"]


def test_gesamt_may_have_one_fewer_too() -> None:
    assert opened(by_faction=False).type("-").shown(TOTAL) == ["(14)", "", "", "1"]


# --- the caret


def test_letters_go_to_the_start_row_and_arrows_stay_inside() -> None:
    typist = opened().type("↓↓E")
    assert typist.grid.sheet.caret == (1, ABSTENTIONS)
    assert typist.type("→→→↓↓↓↓↓↓↓").grid.sheet.caret == (5, AWAY)
    assert typist.type("⇱←←←←").grid.sheet.caret == (TOTAL, YES)


def test_enter_after_a_digit_is_the_next_row_and_otherwise_the_end() -> None:
    typist = opened().type("3⏎")
    assert (typist.last.effect, typist.grid.sheet.caret) == (Effect.STAY, (2, YES))
    assert typist.type("⏎").last.effect is Effect.TOO_FEW
    assert typist.type("⏎").last.effect is Effect.DONE
    assert opened().type("⇲1⏎").last.effect is Effect.DONE


NO_ABSTAINING = (YES, NO, AWAY)


def test_where_abstaining_is_not_provided_for_e_says_so_and_again_takes_it_down() -> None:
    sheet = sheet_of(Vote(), COUNCIL, columns=NO_ABSTAINING)
    typist = Typist(sheet).type("E")
    assert typist.last.effect is Effect.NO_ABSTAINING
    assert typist.grid.sheet == sheet
    assert Typist(sheet).type("ENE").last.effect is Effect.NO_ABSTAINING
    assert Typist(sheet).type("N3E12").shown(1) == ["(2)", "3", "", ""]
    assert typist.type("E2").shown(1) == ["(3)", "", "2", ""]
    assert counted(Vote(), Typist(sheet).type("A⏎").grid.sheet, done=True).abstentions is None


def test_a_word_with_e_is_blind_also_where_abstaining_is_not_provided_for() -> None:
    sheet = sheet_of(Vote(), COUNCIL, columns=NO_ABSTAINING)
    typist = Typist(sheet, pause=0.1).type("NEEs")
    assert (typist.last, typist.grid.sheet) == (Reaction(Effect.BLIND, "NEEs"), sheet)


def test_an_abstention_by_name_asks_once_too() -> None:
    sheet = sheet_of(Vote(method=VoteMethod.ROLL_CALL), TWO, MEMBERS, columns=NO_ABSTAINING)
    typist = Typist(sheet).type("JE")
    assert (typist.last.effect, typist.grid.sheet.member) == (Effect.NO_ABSTAINING, 1)
    assert typist.type("E").grid.sheet.ballots["b"] is Choice.ABSTENTION


# --- blind typing


@pytest.mark.parametrize(
    "sentence",
    ["Herr Muster fragt", "Ja, das stimmt", "Er erklärt", "Anna Reparieren", "3 dagegen", "- Punkt", "Protokoll", "ß"],
)
def test_a_sentence_typed_blindly_changes_nothing(sentence: str) -> None:
    typist = Typist(sheet_of(Vote(), COUNCIL, [Member("p", "Frau P", 1)]), pause=0.12)
    text = ""
    for char in sentence:
        typist.type(char)
        if typist.last.effect is Effect.BLIND:
            text = typist.last.text
            break
    assert text
    assert sentence.startswith(text)
    assert typist.grid.sheet == opened_with_member()
    assert not typist.grid.touched


def opened_with_member() -> Sheet:
    return sheet_of(Vote(), COUNCIL, [Member("p", "Frau P", 1)])


_LETTERS = st.text(st.sampled_from(list("jneaprJNEAPR 3-−/ßöÄbcdfghiklmostuvwxyz,.„")), min_size=1, max_size=14)
_SHEETS = st.sampled_from(
    [
        sheet_of(Vote(), COUNCIL),
        sheet_of(Vote(), UNKNOWN),
        sheet_of(Vote(), COUNCIL, [Member("p", "Frau P", 1), Member("q", "Herr Q", 2)]),
        sheet_of(Vote(), COUNCIL, columns=NO_ABSTAINING),
        sheet_of(Vote(method=VoteMethod.ROLL_CALL), COUNCIL, [Member("p", "Frau P", 1), Member("q", "Herr Q", 2)]),
        sheet_of(Vote(method=VoteMethod.SECRET), ()),
    ]
)


@given(_LETTERS, _SHEETS, st.floats(0.0, PAUSE))
def test_any_text_at_speed_comes_out_whole_and_leaves_nothing_behind(typed: str, sheet: Sheet, pause: float) -> None:
    """Up to the first key that is none of the grid; what comes after goes to the ready line by itself."""
    typist = Typist(sheet, pause=pause * 0.99)
    for place, char in enumerate(typed):
        typist.type(char)
        if typist.last.effect is Effect.SEARCH:
            return  # a stroke at the very start looks for a member
        if typist.last.effect is Effect.BLIND:
            assert typist.last.text == typed[: place + 1]
            assert (typist.grid.sheet, typist.grid.touched) == (sheet, False)
            return
    assert not set(typed.casefold()) - set("jneapr 3-−")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=9))
def test_any_contested_table_typed_row_by_row_is_read_back(rows: list[tuple[int, int, int]]) -> None:
    """Those against, abstaining and taking no part are typed; the rest is Ja."""
    lines = tuple(Line(f"F{at}", f"f{at}", present=sum(row) + at) for at, row in enumerate(rows))
    typist = opened(lines)
    for letter, place in (("N", 0), ("E", 1), ("N→→", 2)):
        typist.type(letter + "↓".join(str(row[place]) for row in rows))
    vote = typist.type("⏎").vote
    cells = {row.organization: (row.yes, row.no, row.abstentions, row.not_voting) for row in vote.by_faction}
    assert cells == {f"f{at}": (at or (0 if sum(row) else None), *row) for at, row in enumerate(rows)}
    again = counted(vote, sheet_of(vote, lines), done=True)
    assert (again, again.yes) == (vote, sum(range(len(rows))))


def test_what_was_meant_before_a_pause_stays() -> None:
    typist = opened(pause=0.1).type("N3")
    typist.now += PAUSE
    typist.type("H")
    assert typist.shown(1) == ["(2)", "3", "", ""]


def test_arrows_end_a_run_of_letters() -> None:
    typist = opened(pause=0.1).type("N↓2x")
    assert typist.last == Reaction(Effect.BLIND, "2x")
    assert typist.grid.sheet.caret == (2, NO)


@pytest.mark.parametrize("word", ["nenne", "Anna", "Jan", "rennen", "an", "ne", "a rann", "3 Arena"])
def test_a_word_of_command_letters_only_is_text_when_enter_follows_at_once(word: str) -> None:
    typist = Typist(sheet_of(Vote(), COUNCIL, MEMBERS), pause=0.12).type(word + "⏎")
    assert typist.last == Reaction(Effect.BLIND, word)
    assert typist.grid.sheet == sheet_of(Vote(), COUNCIL, MEMBERS)


#: German words, most of them of letters that are commands
WORDS = (
    *("anna", "nenne", "nennen", "rennen", "renne", "penne", "pannen", "japan", "jena", "jener", "jene", "jenaer"),
    *("narren", "rappen", "arena", "papa", "nana", "nee", "ne", "an", "jan", "rann", "paar", "ära", "ein", "eine"),
    *("na", "ja", "er", "nein", "danke", "ehe", "par", "panne", "rar", "per", "reparaturen", "rente", "den", "das"),
)
_COMMANDS = {"na", "ja", "er"}
_CASED = st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from([word, word.title(), word.upper()]))


@given(st.lists(_CASED, min_size=1, max_size=3), st.sampled_from([" ", "-", ", "]), st.floats(0.01, 0.49))
def test_german_words_and_pairs_of_them_typed_at_speed_are_text(words: list[str], between: str, pause: float) -> None:
    typed = between.join(words)
    roll = sheet_of(Vote(method=VoteMethod.ROLL_CALL), TWO, (*MEMBERS, *SIX))
    for sheet in (sheet_of(Vote(), COUNCIL, MEMBERS), roll):
        if typed.casefold() in _COMMANDS or (sheet is roll and between == "-" and len(typed) > 8):
            continue  # letters pressed at speed; a roll call with some who take no part
        typist = Typist(sheet, pause)
        for key in f"{typed}⏎":
            typist.type(key)
            if typist.last.effect is not Effect.STAY:
                break
        assert typist.last.effect is Effect.BLIND
        assert typed.startswith(typist.last.text)
        assert (typist.grid.sheet, typist.grid.touched) == (sheet, False)


@pytest.mark.parametrize("keys", ["A", "NA", "ja", "EA", "er", "N ", "2NR", "n3e2⏎", "n-3e1⏎", "-n ", "ne"])
def test_commands_pressed_at_speed_are_commands(keys: str) -> None:
    sheet = sheet_of(Vote(), COUNCIL, MEMBERS)
    typist = Typist(sheet, pause=0.12 if keys != "ne" else 1.0).type(keys + "⏎")
    assert typist.last.effect is Effect.DONE


def test_backspace_in_blind_typing_belongs_to_it() -> None:
    typist = opened().type("3")
    typist.pause = 0.1
    typist.now += PAUSE
    typist.type("Nr⌫e⌫⌫anx")
    assert typist.last == Reaction(Effect.BLIND, "anx")
    assert typist.shown(1)[0] == "3"


def test_esc_keeps_it_for_later() -> None:
    typist = opened().type("N3⎋")
    assert typist.last.effect is Effect.LATER
    assert typist.vote.no == 3
    assert not is_finished(typist.vote)


# --- the roll call

SIX = tuple(Member(name, name, 1) for name in "fghijk")
MEMBERS = tuple(Member(name, name, number) for number, names in enumerate(("abc", "de"), start=1) for name in names)
TWO = (Line("CDU", organization="CDU", present=3), Line("SPD", organization="SPD", present=2))


def called(keys: str) -> Typist:
    return Typist(sheet_of(Vote(), TWO, MEMBERS)).type(keys)


def test_one_key_per_member_gives_the_faction_table() -> None:
    vote = called("PJNE-J⏎").vote
    assert vote.method is VoteMethod.ROLL_CALL
    assert [(ballot.person, ballot.choice) for ballot in vote.ballots] == [
        ("a", Choice.YES),
        ("b", Choice.NO),
        ("c", Choice.ABSTENTION),
        ("d", Choice.NOT_VOTING),
        ("e", Choice.YES),
    ]
    assert totals(vote) == (2, 1, 1, 1)
    assert vote.by_faction == (row("CDU", yes=1, no=1, abstentions=1), row("SPD", yes=1, not_voting=1))


def test_a_wrong_key_in_the_roll_call_is_taken_back() -> None:
    typist = called("PJN⌫J")
    assert [choice for _, choice in sorted(typist.grid.sheet.ballots.items())] == [Choice.YES, Choice.YES]
    assert called("PJNJJJ⌫").grid.sheet.member == 4


def test_nothing_is_overwritten_behind_the_last_member() -> None:
    assert called("PJJJJJN").vote.no is None


def test_who_was_not_called_is_the_open_difference() -> None:
    assert called("PJJ").grid.sheet.difference == 3


def test_enter_asks_once_whether_the_others_are_to_be_called() -> None:
    typist = called("PJJ⏎")
    assert typist.last.effect is Effect.UNCALLED
    assert typist.type("⏎").last.effect is Effect.DONE
    assert len(typist.vote.ballots) == 2
    assert called("PJJ⏎N⏎").last.effect is Effect.UNCALLED
    assert called("PJJJJJ⏎").last.effect is Effect.DONE


@pytest.mark.parametrize("word", ["nee", "Jenner", "renne", "pennen"])
def test_a_short_word_of_votes_is_text_when_enter_follows_at_once(word: str) -> None:
    typist = Typist(sheet_of(Vote(method=VoteMethod.ROLL_CALL), TWO, (*MEMBERS, *SIX)), pause=0.1)
    before = typist.grid.sheet
    assert typist.type(word + "⏎").last == Reaction(Effect.BLIND, word)
    assert typist.grid.sheet == before


def test_a_roll_call_typed_at_speed_is_one() -> None:
    typist = Typist(sheet_of(Vote(method=VoteMethod.ROLL_CALL), TWO, MEMBERS), pause=0.05).type("jnnej⏎")
    assert (typist.last.effect, len(typist.vote.ballots)) == (Effect.DONE, 5)


def test_the_order_is_by_faction_or_by_the_alphabet() -> None:
    members = tuple(
        replace(one, sort=name, place=at) for at, (one, name) in enumerate(zip(MEMBERS, "zaymb", strict=True))
    )
    typist = Typist(sheet_of(Vote(), TWO, members)).type("PJR")
    assert [one.person for one in typist.grid.sheet.members] == ["b", "e", "d", "c", "a"]
    assert typist.grid.sheet.member == 0
    vote = typist.type("NNNN").vote
    assert [ballot.choice for ballot in vote.ballots] == [Choice.NO] * 4 + [Choice.YES]
    assert [one.person for one in typist.type("R").grid.sheet.members] == list("abcde")
    assert is_alphabetical(members, [ballot.person for ballot in vote.ballots]) is True
    assert is_alphabetical(members, list("abc")) is False
    assert is_alphabetical(members, ["a"]) is None


def test_who_comes_or_goes_in_a_roll_call_leaves_the_caret_where_it_was() -> None:
    members = tuple(replace(one, sort=one.person, place=at) for at, one in enumerate(MEMBERS))
    typist = Typist(sheet_of(Vote(), TWO, members, alphabetical=True)).type("PJJ")
    typist.grid.seat(TWO, (replace(members[0], person="aa", sort="aa"), *members))
    assert [typist.grid.sheet.members[1].person, typist.grid.sheet.member] == ["aa", 3]
    typist.type("N")
    assert typist.grid.sheet.ballots["c"] is Choice.NO
    typist.grid.seat(TWO, members[:3])
    assert typist.grid.sheet.member == 3
    typist.grid.seat(TWO, members)
    assert typist.grid.sheet.members[typist.grid.sheet.member].person == "d"


def test_looking_at_another_order_changes_nothing() -> None:
    typist = called("PJNE-J⏎")
    again = Typist(sheet_of(typist.vote, TWO, MEMBERS)).type("RR")
    assert not again.grid.touched


def test_pages_of_a_long_roll_call() -> None:
    many = tuple(Member(str(number), str(number), 1, place=number) for number in range(57))
    typist = Typist(sheet_of(Vote(), TWO, many)).type("P⇟⇟")
    assert typist.grid.sheet.member == 20
    assert typist.type("⇞").grid.sheet.member == 10
    assert typist.type("⇲⇟").grid.sheet.member == 56


def test_a_stroke_opens_the_search_unless_it_is_in_a_word() -> None:
    assert called("PJ/").last.effect is Effect.SEARCH
    typist = Typist(sheet_of(Vote(method=VoteMethod.ROLL_CALL), TWO, MEMBERS), pause=0.1).type("ne/")
    assert typist.last == Reaction(Effect.BLIND, "ne/")
    assert opened().type("/").last.effect is Effect.BLIND


def test_numbers_stay_until_the_first_name() -> None:
    assert totals(called("N2PP⏎").vote) == (3, 2, 0, None)


def test_without_members_nobody_can_be_called() -> None:
    typist = opened().type("P")
    assert not typist.grid.sheet.by_name
    assert typist.last.effect is Effect.NOBODY


# --- secret ballots


def test_a_secret_ballot_has_totals_only_and_no_rest() -> None:
    typist = opened().type("N2")
    typist.grid.set_method(VoteMethod.SECRET)
    assert (typist.shown(TOTAL), list(typist.grid.sheet.rows)) == (["", "", "", ""], [TOTAL])
    typist.type("9N5⏎")
    vote = typist.vote
    assert (totals(vote), vote.by_faction, vote.rest) == ((9, 5, None, None), (), None)
    assert typist.last.effect is Effect.TOO_FEW
    typist.grid.set_invalid(1)
    typist.type("⏎")
    assert typist.last.effect is Effect.DONE
    assert typist.vote.abstentions == 0


# --- the whole of a real table


def test_a_table_typed_row_by_row_where_nobody_knows_who_is_there() -> None:
    """The faction table of seed 004: only what was typed is stored, and the totals are complete."""
    factions = tuple(Line(name, organization=name) for name in "ABCDEFGH")
    vote = opened(factions).type("3⏎5⏎2⏎1⏎1⏎1⏎1⏎1⏎").vote
    assert vote == Vote(
        method=VoteMethod.OPEN,
        at=TIME,
        yes=15,
        no=0,
        abstentions=0,
        by_faction=tuple(
            row(name, yes=count) for name, count in zip("ABCDEFGH", (3, 5, 2, 1, 1, 1, 1, 1), strict=True)
        ),
    )
    assert outcome(vote).accepted is True
    assert is_unanimous(vote, abstentions_break=True)


# --- opening again


_KEYS = st.text(st.sampled_from(list("JNEAR 0123-+⏎↑↓←→⌫⌦")), max_size=25)
_COUNTS = st.one_of(st.lists(st.sampled_from([0, 1, 3, 5]), max_size=4), st.lists(st.none(), max_size=4))
_LINES = _COUNTS.map(lambda counts: tuple(Line(f"F{at}", f"f{at}", present=count) for at, count in enumerate(counts)))


@given(_KEYS, _LINES, st.booleans())
def test_what_was_stored_opens_as_the_same_vote(keys: str, lines: tuple[Line, ...], by_faction: bool) -> None:
    vote = opened(lines, by_faction=by_faction).type(keys + "⏎⏎").vote
    vote = replace(vote, by_faction=tuple(replace(one, key="") for one in vote.by_faction))
    again = counted(vote, sheet_of(vote, lines, by_faction=by_faction), done=True)
    if sheet_of(vote, lines).difference:  # what does not add up has lost its rest, but no number
        vote = replace(vote, rest=again.rest)
    assert again == vote


@given(_KEYS, _LINES)
def test_totals_are_what_the_rules_reckon(keys: str, lines: tuple[Line, ...]) -> None:
    vote = opened(lines).type(keys).vote
    reckoned = counts(vote)
    for column in (YES, NO):
        stored = getattr(vote, column)
        if stored is not None:
            assert reckoned.of(column) == stored


def test_a_roll_call_opens_with_its_names() -> None:
    vote = called("PJNE-J⏎").vote
    again = sheet_of(vote, TWO, MEMBERS)
    assert counted(vote, again, done=True) == vote


def test_an_announced_result_without_numbers_is_not_given_any() -> None:
    vote = Vote(method=VoteMethod.OPEN, accepted=True, verdict="mehrheitlich zugestimmt", yes=45)
    sheet = sheet_of(vote, COUNCIL)
    assert Grid(sheet).touched is False
    assert sheet.cell(TOTAL, YES).value == 45
    assert sheet.cell(TOTAL, YES).over


def test_rows_that_only_the_vote_knows_are_kept() -> None:
    vote = Vote(
        method=VoteMethod.OPEN,
        yes=3,
        no=2,
        abstentions=0,
        by_faction=(FactionRow(label="Gruppe", yes=3), row("CDU", no=2), row("gone", stance=Stance.SPLIT)),
    )
    again = counted(vote, sheet_of(vote, COUNCIL), done=True)
    assert sorted(again.by_faction, key=str) == sorted(vote.by_faction, key=str)


def test_two_rows_of_one_faction_stay_two() -> None:
    vote = Vote(method=VoteMethod.OPEN, yes=3, no=2, abstentions=0, by_faction=(row("CDU", yes=3), row("CDU", no=2)))
    typist = Typist(sheet_of(vote, COUNCIL))
    assert [line.label for line in typist.grid.sheet.lines if line.organization == "CDU"] == ["CDU", "CDU"]
    assert counted(vote, typist.grid.sheet, done=True).by_faction == vote.by_faction
    typist.type("N1⏎")
    again = counted(vote, typist.grid.sheet, done=True)
    assert again.by_faction == (row("CDU", yes=3, no=1), row("CDU", no=2))


def test_ballots_of_people_who_are_not_on_the_list_are_kept() -> None:
    vote = Vote(method=VoteMethod.ROLL_CALL, ballots=(Ballot(person="z", choice=Choice.UNKNOWN),))
    assert counted(vote, sheet_of(vote, TWO, MEMBERS), done=True).ballots == vote.ballots
