"""The process that makes pages and files. It keeps a copy of the open meeting, so that the window never waits for it.

No Qt here: the process begins quickly and stays small.
"""

import os
import signal
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from desktop.export import pdf
from desktop.export.compose import Composer
from desktop.export.document import Look
from desktop.export.order import LOOKS
from desktop.export.publish import publish
from desktop.export.sources import file_digests
from desktop.export.word.checking import check_template
from desktop.models.edition import for_print, make_edition
from desktop.models.exchange import session_file
from desktop.models.history import Change
from desktop.models.profiles import Profile, RunningPart, choose, house_files, law_of
from desktop.models.shelf import Shelf, session
from desktop.models.values import Elsewhere, Reader, SessionFile
from desktop.paths import laws_dir, profiles_dir
from desktop.ui import leftout
from desktop.ui.preview import sample
from desktop.ui.preview.finding import places
from desktop.ui.preview.messages import (
    Answer,
    Ask,
    Broken,
    Done,
    Job,
    Made,
    Pages,
    Question,
    Rows,
    Step,
    Stop,
    Stopped,
    Task,
    View,
    Work,
)

#: typing goes before making pages
_NICE = 5
_WORKS: Mapping[Work, Callable[..., Any]] = {
    Work.SHEETS: sample.render,
    Work.WORD: sample.render_word,
    Work.PDF: pdf.render,
    Work.TEMPLATE: check_template,
}


def serve(connection: Connection, data: Path) -> None:
    """What the process does until the window closes the connection. ``data`` is the data folder."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for the window
    if hasattr(os, "nice"):
        os.nice(_NICE)
    Press(connection, data).run()


class Press:
    """Carries out what the window wants, one thing after the other; of several views only the newest."""

    def __init__(self, connection: Connection, data: Path) -> None:
        self._connection = connection
        self._data = data
        self._inbox: SimpleQueue[Rows | View | Job | Task | None] = SimpleQueue()
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._stopped: set[int] = set()
        self._writing = False
        self._left = False
        self._shelf = Shelf()
        self._meeting = ""
        self._elsewhere: Elsewhere | None = None

    def run(self) -> None:
        """Until the window has gone."""
        threading.Thread(target=self._listen, daemon=True).start()
        view: View | None = None
        while True:
            if view is not None and self._inbox.empty():
                self._attempt(view)
                view = None
            match message := self._inbox.get():
                case None:
                    return
                case Rows():
                    self._take(message)
                case View():
                    view = message
                case Job() | Task():
                    self._attempt(message)

    def _listen(self) -> None:
        """Takes what comes at once, so that the window's side never has to wait."""
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                message = None
            match message:
                case None:
                    break
                case Answer():
                    self._answers.put(message)
                case Stop():
                    self._stopped.add(message.number)
                case _:
                    self._inbox.put(message)
        self._left = True
        self._answers.put(Answer(Broken.of(0, Stopped())))
        self._inbox.put(None)
        if not self._writing:  # half a file is never left behind
            os._exit(0)

    def _take(self, rows: Rows) -> None:
        if rows.meeting is not None:
            self._shelf, self._meeting, self._elsewhere = Shelf(), rows.meeting, None
        for key in rows.gone:
            self._shelf.apply(Change("", key, None, None, None))
        for record in rows.records:
            self._shelf.put(record)

    def _attempt(self, message: View | Job | Task) -> None:
        try:
            answer = self._carry_out(message)
        except Exception as error:
            self._send(Broken.of(message.number, error))
        else:
            self._send(answer)
        finally:
            self._writing = False

    def _carry_out(self, message: View | Job | Task) -> Pages | Done:
        if isinstance(message, Task):
            return Done(message.number, _WORKS[message.work](*message.args))
        if message.meeting != self._meeting:  # another one was opened meanwhile
            raise Stopped
        return self._view(message) if isinstance(message, View) else self._make(message)

    def _send(self, message: Ask | Step | Pages | Done | Broken) -> None:
        if not self._left:
            self._connection.send(message)

    def _ask(self, number: int, what: Question, *args: Any) -> Any:
        self._send(Ask(number, what, args))
        value = self._answers.get().value
        if isinstance(value, Broken):
            raise value.error()
        return value

    # --- pages

    def _view(self, view: View) -> Pages:
        if view.reader is not Reader.COMPLETE and self._elsewhere is None:
            self._elsewhere = self._ask(view.number, Question.ELSEWHERE, self._meeting)
        whole = self._whole(self._elsewhere or Elsewhere())
        profile = self._profile(whole)
        digested = RunningPart.HASH in (*profile.running.header, *profile.running.footer)
        attachments = self._ask(view.number, Question.ATTACHMENTS, file_digests(whole)) if digested else {}
        made = make_edition(whole, view.reader, self._meeting, attachments, profile.redaction_mark)
        digest = session_file.digest(made) if digested else ""
        edition = for_print(made)
        look = Look.DRUCK if Look.DRUCK in LOOKS[view.kind] else LOOKS[view.kind][0]
        law = law_of(whole.body, laws_dir(self._data))
        house = house_files(profile, profiles_dir(self._data))
        composer = Composer(edition, look, profile, view.created, law=law, house=house, digest=digest)
        document = composer.compose(view.kind, item=view.item).document
        data, pages = pdf.render_with_places(document)
        return Pages(view.number, data, places(edition.meeting, document.blocks, pages))

    def _whole(self, elsewhere: Elsewhere) -> SessionFile:
        return replace(session(self._shelf, self._meeting), elsewhere=elsewhere)

    def _profile(self, whole: SessionFile) -> Profile:
        return choose(whole.body, None, profiles_dir(self._data))

    # --- files

    def _make(self, job: Job) -> Done:
        whole = self._whole(self._ask(job.number, Question.ELSEWHERE, self._meeting))
        attachments: Mapping[str, bytes] = self._ask(job.number, Question.ATTACHMENTS, file_digests(whole))
        profile = self._profile(whole)
        self._writing = True
        done = publish(
            whole,
            attachments,
            job.order,
            profile,
            job.created,
            lambda name: self._ask(job.number, Question.PLACE, name),
            lambda step, steps: self._step(job.number, step, steps),
            law=law_of(whole.body, laws_dir(self._data)),
            house=house_files(profile, profiles_dir(self._data)),
        )
        public = job.order.reader is Reader.PUBLIC
        hidden = leftout.sentence(whole, done.shown, job.order) if public else ""
        made = Made(
            files=done.files,
            issue=done.issue,
            holes=done.holes,
            uncovered=done.uncovered,
            left_out=" ".join(filter(None, (hidden, leftout.record_told(done.left_out)))),
        )
        return Done(job.number, made)

    def _step(self, number: int, step: int, steps: int) -> None:
        if number in self._stopped or self._left:
            raise Stopped
        self._send(Step(number, step, steps))
