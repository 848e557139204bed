"""The command line: ``handrail run · pair · read · plan · why-not · check · schema · import-thread · catalogue
· push-keys · send-reminders``.

Those that need the site are in :mod:`handrail.cli.site`. What is wrong with an input is one
plain sentence on standard error and exit code 2.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Catalogue
from handrail.cli.files import bytes_of, spoken, text_of
from handrail.cli.parser import EXIT_BAD_INPUT, Parser
from handrail.cli.site import add_site_commands
from handrail.errors import FileError, HandrailError, PersonError
from handrail.person.model import Person
from handrail.planner.model import Must, Plan

EXIT_FINDING = 1


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


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="handrail", description="Something solid to hold on to.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    add_site_commands(commands)

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


def _read(arguments: argparse.Namespace) -> None:
    from handrail.reader.read import read_file_documents, read_lines
    from handrail.reader.sentence import echo
    from handrail.reader.threads import MOST_BYTES, decode

    catalogue = load_catalogue()
    text = decode(bytes_of(arguments.file, MOST_BYTES + 1), spoken(arguments.file))
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
    person = _person(bytes_of(arguments.file), spoken(arguments.file), catalogue)
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
    data = bytes_of(name)
    if not name.endswith(".jsonl"):
        return [_person(data, spoken(name), catalogue)]
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
    rows = read(text_of(name), forms[Path(name).suffix], name)
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


def _print_json(value: Any) -> None:
    print(msgspec.json.encode(value).decode(), flush=True)
