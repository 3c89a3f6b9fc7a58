"""The command line: the contract for scripts (design §3). Works without a display and opens no window.

Exit status: 0 done, 1 a problem in the data or the world (one sentence on stderr), 2 wrong usage.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from desktop.arguments import folder
from desktop.clock import SystemClock
from desktop.export.document import Look
from desktop.export.filenames import UnknownItemError
from desktop.export.guard import LeakError
from desktop.export.kinds import Kind
from desktop.export.order import LOOKS, Format, Order
from desktop.export.places import RELEASED, Places
from desktop.export.publish import publish
from desktop.export.sources import from_book
from desktop.export.template_errors import TemplateError
from desktop.models import intake, queries
from desktop.models.book import Book
from desktop.models.errors import BookError
from desktop.models.exchange import session_file
from desktop.models.exchange.errors import ExchangeError
from desktop.models.profiles import ProfileError, Record, choose, house_files, law_of
from desktop.models.values import Reader
from desktop.paths import BOOK_NAME, data_dir, laws_dir, profiles_dir, resource
from desktop.text import ui_plural as _n
from desktop.text import ui_text as _
from desktop.ui import guardwords, leftout
from desktop.wording import sentence

COMMANDS = ("list", "import", "export", "demo", "check")

WORLD = (BookError, ExchangeError, LeakError, ProfileError, OSError, TemplateError, UnknownItemError)
"""Errors that are the data's or the world's; any other is a bug of ours and shows its traceback."""


def main(argv: Sequence[str]) -> int:
    """Runs one subcommand and returns the exit status."""
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except WORLD as error:
        print(sentence(error), file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """The arguments of all subcommands."""
    whole = argparse.ArgumentParser(prog="protokollpult", description=_("Minutes of councils and committees"))
    whole.add_argument("--data", type=folder, metavar="DIR", help=_("data folder; default: the one of this user"))
    commands = whole.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help=_("fill the book with an invented municipality"))
    demo.set_defaults(run=_demo)

    list_ = commands.add_parser("list", help=_("list the meetings"))
    list_.add_argument("--json", action="store_true", help=_("as JSON"))
    list_.set_defaults(run=_list)

    import_ = commands.add_parser("import", help=_("take session files into the book"))
    import_.add_argument("files", type=Path, nargs="+", metavar="FILE")
    import_.add_argument("--dry-run", action="store_true", help=_("only tell what would be done"))
    import_.add_argument("--replace", action="store_true", help=_("replace meetings that are there already"))
    import_.set_defaults(run=_import)

    _add_export(commands.add_parser("export", help=_("write the documents of a meeting")))

    check = commands.add_parser("check", help=_("check the book for damage"))
    check.set_defaults(run=_check)
    return whole


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("meeting", metavar="MEETING", help=_("key or id, as “list” shows them"))
    export.add_argument("--out", type=folder, required=True, metavar="DIR", help=_("folder for the files"))
    export.add_argument("--kind", type=Kind, choices=list(Kind), default=Kind.NIEDERSCHRIFT)
    export.add_argument("--item", metavar="NUMBER", help=_("only this agenda item, e.g. 3.2 or “N 1”"))
    export.add_argument("--content", choices=("voll", "beschluss"), default="voll")
    export.add_argument("--edition", type=Reader, choices=list(Reader), default=Reader.PUBLIC)
    export.add_argument("--format", type=_formats, default=(Format.DOCX, Format.PDF), metavar="docx,pdf,html,txt,json")
    export.add_argument("--look", type=Look, choices=list(Look))
    export.add_argument("--profile", metavar="NAME", help=_("house profile; default: the one of the body"))
    export.set_defaults(run=_export, parser=export)


def _formats(text: str) -> tuple[Format, ...]:
    """Formats as typed, with commas between. Raises ArgumentTypeError, which is wrong usage."""
    names = dict.fromkeys(name.strip() for name in text.split(","))
    if unknown := names.keys() - set(Format):
        told = _("“{name}” is no format; there are: {names}", name=min(unknown), names=", ".join(Format))
        raise argparse.ArgumentTypeError(told)
    return tuple(map(Format, names))


@contextmanager
def _book(arguments: argparse.Namespace) -> Iterator[Book]:
    """The book for one command. Raises StorageFailed at the end where something did not reach the disk."""
    book = Book(_folder(arguments) / BOOK_NAME, SystemClock().now)
    try:
        yield book
    except BaseException:
        book.close()
        raise
    if not book.close() and book.failure is not None:
        raise book.failure


def _folder(arguments: argparse.Namespace) -> Path:
    return Path(arguments.data) if arguments.data is not None else data_dir()


def _demo(arguments: argparse.Namespace) -> int:
    with _book(arguments) as book:
        there = {line.id for line in book.read(queries.meetings)}
        for path in sorted(resource("demo").glob("*.json")):
            parsed = session_file.read(path.read_bytes())
            if all(meeting.id not in there for meeting in parsed.session.meetings):
                intake.take_in(book, parsed)
        number = len(book.read(queries.meetings))
    print(_n("{number} meeting in the book", "{number} meetings in the book", number))
    return 0


def _list(arguments: argparse.Namespace) -> int:
    with _book(arguments) as book:
        lines = book.read(queries.meetings)
    if arguments.json:
        rows = [
            {
                "key": line.key,
                "id": line.id,
                "date": line.start,
                "body": line.body,
                "organization": line.organization,
                "name": line.name,
                "state": line.state,
            }
            for line in lines
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for line in lines:
            print("\t".join((line.key, line.start, line.body, line.organization, line.name, line.state or "")))
    return 0


def _import(arguments: argparse.Namespace) -> int:
    files = []
    for path in arguments.files:  # all are read before the first is taken in
        try:
            files.append(session_file.read(path.read_bytes()))
        except ExchangeError as error:
            print(f"{path}: {sentence(error)}", file=sys.stderr)
            return 1
    with _book(arguments) as book:
        reports = intake.take_in_all(book, files, replace=arguments.replace, dry_run=arguments.dry_run)
    for path, report in zip(arguments.files, reports, strict=True):  # said only when it is on disk
        _tell(path, report)
    return 0


def _tell(path: Path, report: intake.Intake) -> None:
    number = len(report.meetings)
    print(f"{path}: " + _n("{number} meeting taken in", "{number} meetings taken in", number))
    for difference in report.differences:
        fields = ", ".join(difference.fields)
        print("  " + _("{name} differs in {fields}; the book’s version stays", name=difference.name, fields=fields))


def _export(arguments: argparse.Namespace) -> int:
    _check_usage(arguments)
    order = Order(
        kind=arguments.kind,
        look=arguments.look,
        reader=arguments.edition,
        formats=arguments.format,
        item=arguments.item,
        record=Record.ERGEBNIS if arguments.content == "beschluss" else None,
    )
    with _book(arguments) as book:
        meeting = book.read(lambda db: queries.find_meeting(db, arguments.meeting))
        session, attachments = from_book(book, meeting)
        profile = choose(session.body, arguments.profile, profiles_dir(_folder(arguments)))
        law = law_of(session.body, laws_dir(_folder(arguments)))
        house = house_files(profile, profiles_dir(_folder(arguments)))
        seen = guardwords.look(session, order, profile, law)
        now, final = SystemClock().now(), session.meetings[0].state in RELEASED
        places = Places(book, meeting, arguments.out, final=final)
        done = publish(session, attachments, order, profile, now, places.give, law=law, house=house)
        places.remember(done.files, done.issue)
    for path in done.files:
        print(path)
    if done.uncovered:
        names = ", ".join(f"U+{ord(char):04X}" for char in sorted(done.uncovered))
        print(_("Printed as ⟨U+…⟩, because the fonts do not have them: {names}", names=names), file=sys.stderr)
    public = order.reader is Reader.PUBLIC
    asked = replace(order, item=done.issue.item)
    hidden = leftout.sentence(session, done.shown, asked, named=False) if public else ""
    for note in (*guardwords.told(seen), hidden, leftout.holes_told(done.holes), leftout.record_told(done.left_out)):
        if note:
            print(note, file=sys.stderr)
    if not done.files:
        print(_("There is nothing to write; please choose another kind or edition."), file=sys.stderr)
    return 0


def _check_usage(arguments: argparse.Namespace) -> None:
    kind, look = arguments.kind, arguments.look
    if look is not None and look not in LOOKS[kind]:
        looks = ", ".join(LOOKS[kind])
        arguments.parser.error(_("{kind} comes in these looks: {looks}", kind=kind, looks=looks))
    if arguments.item is not None and kind is not Kind.AUSZUG:
        arguments.parser.error(_("--item goes with --kind auszug"))


def _check(arguments: argparse.Namespace) -> int:
    with _book(arguments) as book:
        found = book.read(queries.integrity)
    if found:
        print(_("The book is damaged: {found}. Please keep a copy of it.", found=found[0]), file=sys.stderr)
        return 1
    print(_("The book is in order."))
    return 0
