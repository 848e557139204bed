"""The command line: ``handrail run · pair · read · plan · why-not · check · schema · import-thread · catalogue
· push-keys · send-reminders``.

Only ``run``, ``pair``, ``import-thread`` and the last two import `handrail.web`, inside their functions. What is
wrong with an input is one plain sentence on standard error and exit code 2.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Catalogue
from handrail.errors import FileError, HandrailError, PersonError, SetupError
from handrail.person.model import Person
from handrail.planner.model import Must, Plan

EXIT_FINDING = 1
EXIT_BAD_INPUT = 2
LOOPBACK = "127.0.0.1"
DEFAULT_PORT = "8000"
DEFAULT_PHONE_PORT = "8443"
HIGHEST_PORT = 65535


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 when done (or nobody reads on), 1 when ``check`` found something, 2 when an input cannot be used.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the terminal's letters are
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.command(arguments) or 0)
    except HandrailError as error:
        print(" ".join(str(error).split()), file=sys.stderr)  # one line, whatever a file is called
        return EXIT_BAD_INPUT
    except BrokenPipeError:  # whoever read us has enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_BAD_INPUT, f"{self.prog}: {message}. `{self.prog} --help` says what can be written.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="handrail", description="Something solid to hold on to.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    _add_serving(commands)

    read = commands.add_parser("read", help="read exercise cards out of a text or a saved thread")
    read.add_argument("file", help="a text file, a .jsonl with a document a line, or - for standard input")
    read.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    read.set_defaults(command=_read)

    plan = commands.add_parser("plan", help="plan a week for a person file")
    plan.add_argument("file", help="a person file, a .jsonl with a person a line, or - for standard input")
    plan.add_argument("--json", action="store_true", help="print JSON instead of text")
    plan.add_argument("--best", action="store_true", help="take a few seconds to find a better week")
    plan.set_defaults(command=_plan)

    why = commands.add_parser("why-not", help="why an exercise does not stand in a moment of the week")
    why.add_argument("file", help="a person file, or - for standard input")
    why.add_argument("exercise", help="its slug, such as heel-raise-fingertips")
    why.add_argument("--on", required=True, help="the day, such as tue or 2026-11-24")
    why.add_argument("--moment", required=True, help="the name of one of the person's moments")
    why.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    why.set_defaults(command=_why_not)

    check = commands.add_parser("check", help="lint content, wording and sources")
    check.set_defaults(command=_check)

    schema = commands.add_parser("schema", help="print a JSON Schema")
    schema.add_argument("of", choices=["person", "plan", "card", "log"])
    schema.set_defaults(command=_schema)

    thread = commands.add_parser("import-thread", help="bring a saved forum thread in")
    thread.add_argument("file", help="the saved page as text, or - for standard input")
    thread.set_defaults(command=_import_thread)

    keys = commands.add_parser("push-keys", help="make the keys that turn reminders on")
    keys.add_argument("contact", help="whom a push service may write to, such as mailto:you@example.org")
    keys.set_defaults(command=_push_keys)

    remind = commands.add_parser("send-reminders", help="remind whoever asked, two hours after a session")
    remind.set_defaults(command=_send_reminders)

    catalogue = commands.add_parser("catalogue", help="the exercises as data")
    actions = catalogue.add_subparsers(required=True, metavar="ACTION")
    export = actions.add_parser("export", help="print all exercises, each flat")
    export.add_argument("--json", dest="form", action="store_const", const="json", help="the default")
    export.add_argument("--csv", dest="form", action="store_const", const="csv", help="a line an exercise")
    export.add_argument(
        "--plan", dest="form", action="store_const", const="plan", help="schema.org exercise plans"
    )
    export.set_defaults(command=_export, form="json")
    bring = actions.add_parser("import", help="write an exported catalogue as content files")
    bring.add_argument("file", help="what export printed: .json, .csv, or .jsonld for plans")
    bring.add_argument("--into", required=True, help="a folder for movements and ladders, empty or new")
    bring.set_defaults(command=_bring)

    search = commands.add_parser("search", help="find exercises in your own words")
    search.add_argument("query", help='such as "my calves are tight"')
    search.add_argument("--json", action="store_true", help="print a JSON array of slugs, best first")
    search.set_defaults(command=_search)
    return parser


def _add_serving(commands: argparse._SubParsersAction[_Parser]) -> None:
    run = commands.add_parser("run", help="serve Handrail on this computer")
    run.add_argument(
        "--port", default=os.environ.get("PORT", DEFAULT_PORT), help="the port; PORT sets it too"
    )
    run.add_argument("--phone", action="store_true", help="serve phones in the home network too, over TLS")
    run.add_argument(
        "--phone-port",
        default=os.environ.get("PHONE_PORT", DEFAULT_PHONE_PORT),
        help="the phones' port; PHONE_PORT sets it too",
    )
    run.add_argument("--host", help="with --phone: the one address of this computer that phones may use")
    run.set_defaults(command=_run)

    pair = commands.add_parser("pair", help="make a code that lets one phone in")
    pair.add_argument(
        "--helper", action="store_true", help="for a helper, who sees one page and nothing of you"
    )
    pair.add_argument("--for", dest="helps", default="", metavar="NAME", help="what your helper calls you")
    pair.set_defaults(command=_pair)


def _run(arguments: argparse.Namespace) -> None:
    port = _port(arguments.port, "PORT=8001")
    if arguments.phone:
        from handrail.web.config.phone import serve_phones

        serve_phones(port, _port(arguments.phone_port, "PHONE_PORT=8444"), arguments.host)
        return
    from handrail.web.config.serve import serve

    if arguments.host not in {None, LOOPBACK, "localhost"}:
        raise SetupError(
            f"Without --phone only this computer is served, and {arguments.host} is more than that.",
            "Phones at home: `handrail run --phone`. Anywhere else: docs/how-to/use-your-phone.md.",
        )
    serve(LOOPBACK, port)


def _port(told: str, instead: str) -> int:
    if not told.isdecimal() or len(told) > len(str(HIGHEST_PORT)) or not 0 < int(told) <= HIGHEST_PORT:
        raise SetupError(f"The port {told!r} is not a number from 1 to {HIGHEST_PORT}.", f"Try {instead}.")
    return int(told)


def _pair(arguments: argparse.Namespace) -> None:
    from handrail.web.config.serve import prepare

    prepare()
    from handrail.web.accounts.forms import one_line
    from handrail.web.accounts.middleware import local_actor
    from handrail.web.accounts.models import Kind
    from handrail.web.accounts.pairing import invitation

    kind = Kind.HELPER if arguments.helper else Kind.OWN
    print(invitation(by=local_actor(), kind=kind, helps=one_line(arguments.helps)))


def _read(arguments: argparse.Namespace) -> None:
    from handrail.reader.read import read_file_documents, read_lines
    from handrail.reader.sentence import echo
    from handrail.reader.threads import MOST_BYTES, decode

    catalogue = load_catalogue()
    text = decode(_bytes_of(arguments.file, MOST_BYTES + 1), _spoken(arguments.file))
    if arguments.file.endswith(".jsonl"):
        for document in read_lines(text, catalogue, arguments.file):
            _print_json(document)
        return
    documents = read_file_documents(text, catalogue)
    if arguments.json:
        _print_json({"documents": documents})
        return
    for document in documents:
        print(f"{document.doc_id}:", *(f"  {echo(card)}" for card in document.mentions), sep="\n")


def _plan(arguments: argparse.Namespace) -> None:
    from handrail.planner.text import plan_as_text

    catalogue = load_catalogue()
    planner = _best_week if arguments.best else _quick_week
    for person in _persons_in(arguments.file, catalogue):
        plan = planner(person, catalogue)
        if arguments.json:
            _print_json(plan)
        else:
            print(plan_as_text(plan, catalogue))


def _quick_week(person: Person, catalogue: Catalogue) -> Plan:
    from handrail.planner.week import plan_week

    return plan_week(person, catalogue)


def _best_week(person: Person, catalogue: Catalogue) -> Plan:
    from handrail.planner.sweep import swept_for

    return swept_for(person, catalogue).plan()


def _why_not(arguments: argparse.Namespace) -> None:
    from handrail.planner.slots import find_slot, week_of
    from handrail.planner.sweep import swept_for
    from handrail.planner.text import answer_as_text

    catalogue = load_catalogue()
    person = _person(_bytes_of(arguments.file), _spoken(arguments.file), catalogue)
    if arguments.exercise not in catalogue:
        raise PersonError(
            f"There is no exercise {arguments.exercise!r}.", "Look its slug up with `handrail search`."
        )
    days = week_of(person, catalogue)
    on = _date_of(arguments.on, [day.date for day in days])
    at = find_slot(days, on, arguments.moment)
    if at is None:
        named = ", ".join(slot.moment.name for day in days if day.date == on for slot in day.slots)
        raise PersonError(
            f"There is no moment {arguments.moment!r} on {arguments.on}.",
            f"Choose one of that day's: {named}." if named else "That day has none; choose another one.",
        )
    answer = swept_for(person, catalogue).why_not(Must(*at, arguments.exercise))
    if arguments.json:
        _print_json(answer)
    else:
        print(answer_as_text(answer, catalogue))


def _date_of(told: str, days: Sequence[date]) -> date:
    """The day of the week that a person means by a weekday or a date."""
    found = next((day for day in days if told.lower() in {f"{day:%a}".lower(), day.isoformat()}), None)
    if found is None:
        first, last = days[0], days[-1]
        raise PersonError(
            f"{told!r} is no day of this week.", f"Write mon to sun, or a date from {first} to {last}."
        )
    return found


def _persons_in(name: str, catalogue: Catalogue) -> list[Person]:
    """Every person of a file; a bad line refuses the whole of it, before anything is planned."""
    data = _bytes_of(name)
    if not name.endswith(".jsonl"):
        return [_person(data, name, catalogue)]
    lines = enumerate(data.splitlines(), start=1)
    persons = [_person(line, f"{name}, line {number}", catalogue) for number, line in lines if line.strip()]
    if not persons:
        raise PersonError(f"{name} holds no person.", "Write one person a line.")
    return persons


def _person(data: bytes, name: str, catalogue: Catalogue) -> Person:
    from handrail.person.files import read_person
    from handrail.safety.constants import SIGNS

    return read_person(data, catalogue.exercises, SIGNS, name)


def _check(_arguments: argparse.Namespace) -> int:
    from handrail.lint.run import findings

    found = findings()
    for finding in found:
        print(finding)
    return EXIT_FINDING if found else 0


def _schema(arguments: argparse.Namespace) -> None:
    from handrail.person.schema import person_schema
    from handrail.reader.model import Card
    from handrail.session.log import Log

    if arguments.of == "person":
        _print_json(person_schema())
        return
    kind: type = {"plan": Plan, "card": Card, "log": Log}[arguments.of]
    _print_json(msgspec.json.schema(kind))


def _import_thread(arguments: argparse.Namespace) -> None:
    from handrail.reader.threads import MOST_BYTES, decode
    from handrail.web.config.serve import prepare

    raw = _bytes_of(arguments.file, MOST_BYTES + 1)
    decode(raw, _spoken(arguments.file))  # what cannot be read makes no home
    prepare()
    from handrail.web.accounts.middleware import local_actor
    from handrail.web.community.actions import import_thread

    question = import_thread(by=local_actor(), raw=raw, name=_spoken(arguments.file))
    print(f"{question.title!r} is in. Start Handrail and open Questions to read it.")


def _push_keys(arguments: argparse.Namespace) -> None:
    from handrail.web.config.home import make_home
    from handrail.web.practice.push_keys import make_keys

    make_keys(make_home(), arguments.contact)
    print("Reminders are turned on. Each person chooses theirs on the page After a session.")


def _send_reminders(_arguments: argparse.Namespace) -> None:
    from handrail.web.config.serve import prepare

    prepare()
    from django.conf import settings
    from django.utils import timezone

    from handrail.web.practice.push_keys import push_is_missing, read_keys

    keys = read_keys(settings.HOME)
    if keys is None:
        raise SetupError("Reminders are not turned on here.", "Run `handrail push-keys` first.")
    try:
        from handrail.web.practice.push_transport import public_session
    except ModuleNotFoundError as error:
        raise push_is_missing() from error
    from handrail.web.practice.reminders import send_reminders

    with public_session() as session:
        sent = send_reminders(keys, session, timezone.now())
    print(f"Taken: {sent.taken}. Gone: {sent.gone}. To try again: {sent.failed}.")


def _export(arguments: argparse.Namespace) -> None:
    from handrail.catalogue.exchange import Format, write

    print(write(load_catalogue(), Format(arguments.form)), flush=True)


def _bring(arguments: argparse.Namespace) -> None:
    from handrail.catalogue.exchange import Format, read
    from handrail.catalogue.files import write_content

    name, folder = arguments.file, Path(arguments.into)
    forms = {".json": Format.JSON, ".csv": Format.CSV, ".jsonld": Format.PLAN}
    if Path(name).suffix not in forms:
        raise FileError(f"{name} ends in none of {', '.join(forms)}.", "Name it by what it holds.")
    if folder.exists() and any(folder.iterdir()):
        raise FileError(f"{folder} is not empty.", "Name a new folder, so that nothing is written over.")
    rows = read(_text_of(name), forms[Path(name).suffix], name)
    print(f"{write_content(rows, folder)} movements are in {folder}.")


def _search(arguments: argparse.Namespace) -> None:
    from handrail.catalogue.search import index_of_shipped

    catalogue = load_catalogue()
    found = index_of_shipped().search(arguments.query)
    if arguments.json:
        _print_json(found)
        return
    for slug in found:
        print(f"{catalogue[slug].name} ({slug}): {catalogue[slug].aim}")


def _text_of(name: str) -> str:
    try:
        return _bytes_of(name).decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileError(f"{name} is not text in UTF-8.", "Export it again.") from error


def _bytes_of(name: str, most: int = -1) -> bytes:
    """What a file holds; no more than the first `most` bytes of it, where that is given."""
    if name == "-":
        return sys.stdin.buffer.read(most) if sys.stdin else b""
    try:
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise FileError(
            f"{name} cannot be opened: {error.strerror}.", "Check the name and try again."
        ) from error


def _spoken(name: str) -> str:
    """What sentences call a file."""
    return "Standard input" if name == "-" else Path(name).name


def _print_json(value: Any) -> None:
    print(msgspec.json.encode(value).decode(), flush=True)
