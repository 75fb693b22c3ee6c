"""Measures the bot: `python -m evaluation score SET.jsonl …`, `mutants`, `bench`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation import answers, bench, compare, derived, mutants, report
from evaluation.observed import Bot, EngineBot
from evaluation.rows import RowError, read_rows
from evaluation.scores import SCORERS, Score, scorer_of
from evaluation.share import Share
from triage.check import all_cases
from triage.tables import TableError, Tables, load

if TYPE_CHECKING:
    from evaluation.whole_bot import WholeBot

OUT = Path("var/evaluation")
KILLED_AT_LEAST = 0.95
NET_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    score = commands.add_parser("score", help="score sets of sentences")
    score.add_argument("sets", nargs="+", type=Path, help="JSON Lines files")
    score.add_argument("--engine", action="store_true", help="the engine alone, without Rasa")
    score.add_argument("--out", type=Path, default=OUT, help="folder for the JSON and the picture")
    score.add_argument("--misses", type=int, default=30, help="how many misses to print")
    asked = commands.add_parser("answers", help="whether questions get their answers")
    asked.add_argument("sets", nargs="*", type=Path, default=[answers.OWN_SET])
    asked.add_argument("--cross-validate", action="store_true", help="on the training examples")
    asked.add_argument("--out", type=Path, default=OUT)
    asked.add_argument("--misses", type=int, default=0, help="how many misses to print")
    commands.add_parser("net", help="the second net on training examples set aside in turn")
    against = commands.add_parser("compare", help="take one mechanism out; two simple bots")
    against.add_argument("sets", nargs="+", type=Path, help="JSON Lines files")
    against.add_argument("--out", type=Path, default=OUT)
    against.add_argument("--bot", action="store_true", help="also the whole bot; second net")
    against.add_argument("--rasa", action="store_true", help="also train and run Rasa alone")
    mutate = commands.add_parser("mutants", help="break each rule; hand-written cases must notice")
    mutate.add_argument("--cases", type=Path, default=Path("tests/triage/cases"))
    speed = commands.add_parser("bench", help="measure the speed")
    speed.add_argument("--engine", action="store_true", help="the engine alone, without Rasa")
    speed.add_argument("--beside", type=Path, help="another checkout, measured in alternation")
    speed.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    try:
        return _run(options, load())
    except (TableError, RowError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def _run(options: argparse.Namespace, tables: Tables) -> int:
    commands: dict[str, Callable[[], int]] = {
        "score": lambda: _score(options.sets, tables, options),
        "answers": lambda: _answers(options.sets, tables, options),
        "net": lambda: _net(tables),
        "compare": lambda: compare.compare(
            options.sets, tables, options.out, with_bot=options.bot, with_rasa=options.rasa
        ),
        "mutants": lambda: _mutants(options.cases, tables),
        "bench": lambda: bench.run(
            tables, options.out, engine_only=options.engine, checkout=options.beside
        ),
    }
    return commands[options.command]()


def _score(sets: Sequence[Path], tables: Tables, options: argparse.Namespace) -> int:
    bot = _bot(tables, engine_only=options.engine)
    scores: list[Score] = []
    judged = []
    for path in sets:
        rows = read_rows(path)
        if path.stem == "negation":
            scores.append(derived.score_negation(rows, bot))
        elif path.stem == "misspellings":
            severe = read_rows(path.with_name("severe.jsonl"))
            scores.append(derived.score_misspelled(severe, rows, bot))
        elif (scorer := scorer_of(path.stem)) is not None:
            seen = [(row, bot.observe(row.text)) for row in rows]
            scores.append(replace(scorer(seen), name=path.stem))
            judged += seen if path.stem in {"severe", "benign"} else []
        else:
            known = ", ".join(sorted([*SCORERS, "negation", "misspellings"]))
            raise RowError(f"{path.name}: no scorer for this set. Known sets: {known}.")
        print(*report.lines(scores[-1], options.misses), sep="\n", flush=True)
    name = "engine" if options.engine else "bot"
    report.write_json(options.out / f"scores_{name}.json", scores, tables.hash, name)
    if judged:
        report.draw_confusion(options.out / f"confusion_{name}.png", judged)
    return 0


def _answers(sets: Sequence[Path], tables: Tables, options: argparse.Namespace) -> int:
    from rasa_bridge.answer_finder.lexicon import Lexicon
    from rasa_bridge.check.content import read_content

    content = read_content(Path.cwd())
    if options.cross_validate:
        from evaluation.held_out import cross_validate

        texts, intents = zip(*((e.text, e.intent) for e in content.examples), strict=True)
        figures = cross_validate(Lexicon.of(tables), texts, intents)
        print("training examples set aside in turn", *_figures(figures), sep="\n")
        return 0
    bot = _whole_bot(tables)
    results = []
    for path in sets:
        results.append(answers.score(path, bot, content.intents.keys()))
        print(*results[-1].lines(options.misses), sep="\n", flush=True)
    answers.write_json(options.out / "answers.json", results)
    return 0


def _net(tables: Tables) -> int:
    from evaluation.held_out import cross_validate_net
    from rasa_bridge.check.content import read_content

    examples = read_content(Path.cwd()).examples
    texts, intents = zip(*((e.text, e.intent) for e in examples), strict=True)
    print(*_figures(cross_validate_net(tables, texts, intents, NET_THRESHOLDS)), sep="\n")
    return 0


def _figures(figures: Mapping[str, Share]) -> list[str]:
    return [f"  {name}: {figure}" for name, figure in figures.items()]


def _bot(tables: Tables, *, engine_only: bool) -> Bot:
    if engine_only:
        return EngineBot(tables)
    return _whole_bot(tables)


def _whole_bot(tables: Tables) -> WholeBot:
    from evaluation.whole_bot import WholeBot

    return WholeBot.of_present_sources(tables)


def _mutants(cases_folder: Path, tables: Tables) -> int:
    result = mutants.run_mutants(tables, all_cases(cases_folder, tables))
    for name in result.survivors:
        print(f"survived: {name}")
    print(f"{len(result.equivalent)} mutants cannot change a level (proved) and are not counted")
    killed = result.total - len(result.survivors)
    print(f"{killed} of {result.total} mutants killed ({100 * result.killed_share:.1f} %)")
    return 0 if result.killed_share >= KILLED_AT_LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
