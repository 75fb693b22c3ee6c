"""The engine's commands: `python -m triage check | explain | assess | tables`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from triage.assess import assess_lines
from triage.check import check
from triage.explain import explain, explain_as_case
from triage.render import write_site
from triage.tables import TableError, Tables, load

CASES = Path("tests/triage/cases")
SITE = Path("docs/tables")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 where something must be mended, 2 for a wrong call."""
    options = _parser().parse_args(arguments)
    try:
        tables = load(options.clinical)
        command = {"check": _check, "explain": _explain, "assess": _assess, "tables": _tables}
        return command[options.command](options, tables)
    except TableError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read the output has seen enough, as `| head` does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m triage", description=__doc__)
    parser.add_argument("--clinical", type=Path, help="folder of the tables; clinical/ if absent")
    commands = parser.add_subparsers(dest="command", required=True)
    check_command = commands.add_parser("check", help="check the tables, count what is unreviewed")
    check_command.add_argument("--cases", type=Path, default=CASES, help="hand-written cases")
    explaining = commands.add_parser("explain", help="show how a message is understood and judged")
    explaining.add_argument("text")
    explaining.add_argument("--therapy", action="append", default=[], help="such as car_t")
    explaining.add_argument("--case", action="store_true", help="print it as a test case")
    commands.add_parser("assess", help="JSON Lines on standard input to JSON Lines on output")
    site = commands.add_parser("tables", help="write the tables as pages for review")
    site.add_argument("--out", type=Path, default=SITE)
    return parser


def _check(options: argparse.Namespace, tables: Tables) -> int:
    report = check(tables, options.cases if options.cases.is_dir() else None)
    print(*report.summary, sep="\n")
    print(*report.failures, sep="\n", end="\n" if report.failures else "", file=sys.stderr)
    return 1 if report.failures else 0


def _explain(options: argparse.Namespace, tables: Tables) -> int:
    unknown = [name for name in options.therapy if name not in tables.therapies]
    if unknown:
        known = ", ".join(tables.therapies)
        print(f"`{unknown[0]}` is not a therapy. Therapies are: {known}.", file=sys.stderr)
        return 2
    show = explain_as_case if options.case else explain
    print(show(options.text, tuple(options.therapy), tables))
    return 0


def _assess(_: argparse.Namespace, tables: Tables) -> int:
    failed = False
    for result, error in assess_lines(sys.stdin, tables):
        failed = failed or bool(error)
        if error:
            print(error, file=sys.stderr)
        else:
            print(result, flush=True)
    return 1 if failed else 0


def _tables(options: argparse.Namespace, tables: Tables) -> int:
    pages = write_site(tables, options.out)
    print(f"{pages} pages written; open {options.out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
