"""The commands that serve the site or write into it. Only these import `handrail.web`, inside their functions."""

from __future__ import annotations

import argparse
import os

from handrail.cli.files import bytes_of, spoken
from handrail.cli.parser import Parser
from handrail.errors import SetupError

LOOPBACK = "127.0.0.1"
DEFAULT_PORT = "8000"
DEFAULT_PHONE_PORT = "8443"
HIGHEST_PORT = 65535


def add_site_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the commands that need the site's databases."""
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

    thread = commands.add_parser("import-thread", help="bring a saved forum thread in")
    thread.add_argument("file", help="the saved page as text, or - for standard input")
    thread.set_defaults(command=_import_thread)

    keys = commands.add_parser("push-keys", help="make the keys that turn reminders on")
    keys.add_argument("contact", help="whom a push service may write to, such as mailto:you@example.org")
    keys.set_defaults(command=_push_keys)

    remind = commands.add_parser("send-reminders", help="remind whoever asked, two hours after a session")
    remind.set_defaults(command=_send_reminders)


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


def _import_thread(arguments: argparse.Namespace) -> None:
    from handrail.reader.threads import MOST_BYTES, decode
    from handrail.web.config.serve import prepare

    raw = bytes_of(arguments.file, MOST_BYTES + 1)
    decode(raw, spoken(arguments.file))  # what cannot be read makes no home
    prepare()
    from handrail.web.accounts.middleware import local_actor
    from handrail.web.community.actions import import_thread

    question = import_thread(by=local_actor(), raw=raw, name=spoken(arguments.file))
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
