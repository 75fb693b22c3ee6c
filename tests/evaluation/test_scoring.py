"""The scorer counts what it says it counts; expected numbers are worked out by hand."""

from __future__ import annotations

import pytest

from evaluation.derived import score_misspelled, score_negation
from evaluation.observed import EngineBot, Observed
from evaluation.rows import Row, RowError, read_rows
from evaluation.scores import score_benign, score_fresh, score_severe, score_silent, scorer_of
from evaluation.share import Share
from evaluation.without_net import NetAlone
from triage.levels import Level
from triage.model import Finding, Status
from triage.tables import load

TABLES = load()


def seen(level=None, advice=None, question=None, findings=()) -> Observed:
    return Observed(level, advice or level, question, tuple(findings))


def severe(row_id: str, **notes) -> Row:
    usual = {"accept": ["emergency"], "form": "present", "who": "self", "contested": False}
    return Row(row_id, "text", usual | notes)


def test_a_share_has_its_wilson_interval() -> None:
    low, high = Share(76, 81).interval
    assert (round(low, 3), round(high, 3)) == (0.864, 0.973)
    assert str(Share(1, 2)) == "50.0 % (1/2, 95 % interval 9.5-90.5)"
    assert str(Share(0, 0)) == "no rows"


def test_caught_netted_and_missed_are_told_apart() -> None:
    breath = Finding("short_of_breath", Status.PRESENT, "out of breath")
    rows = [
        (severe("a"), seen(Level.EMERGENCY)),
        (severe("b"), seen(advice=Level.URGENT, question="spo2")),
        (
            severe("c", symptoms=["short_of_breath"]),
            seen(advice=Level.SAME_DAY, question="spo2", findings=[breath]),
        ),
        (severe("d", symptoms=["rash"]), seen(question="spo2", findings=[breath])),
        (severe("e"), seen(question="body_area")),
        (severe("f"), seen()),
        (severe("g", contested=True), seen()),
    ]
    figures = score_severe(rows).figures
    assert (figures["caught"].count, figures["caught"].n) == (3, 6)
    assert figures["caught or netted"].count == 4
    assert figures["emergency at once, rows that accept only emergency"].count == 1
    assert figures["caught, contested rows"] == Share(0, 1)


def test_false_alarms_are_counted_by_what_was_allowed() -> None:
    none = Row("n", "text", {"max_level": "none", "label": "negated"})
    routine = Row("r", "text", {"max_level": "routine", "label": "mild"})
    figures = score_benign(
        [
            (none, seen()),
            (none, seen(question="temp_c", advice=Level.SAME_DAY)),
            (none, seen(Level.EMERGENCY)),
            (routine, seen(Level.SAME_DAY)),
            (routine, seen(Level.URGENT)),
        ]
    ).figures
    assert figures["emergency"] == Share(1, 5)
    assert figures["urgent or above"] == Share(2, 5)
    assert figures["any level, max none"] == Share(1, 3)
    assert figures["question or picker, max none"] == Share(1, 3)
    assert figures["at most same_day, max routine"] == Share(1, 2)


def test_a_picker_is_not_a_triage_question() -> None:
    row = Row("o", "text", {})
    figures = score_silent("out_of_scope")(
        [(row, seen(question="body_area")), (row, seen(question="temp_c")), (row, seen())]
    ).figures
    assert figures["picker"] == Share(1, 3)
    assert figures["triage question"] == Share(1, 3)


def test_negation_counts_only_rows_whose_sentence_without_the_cue_reports_something() -> None:
    notes = {"register": "patient", "label": "Negated", "temporality": "Recent"}
    rows = [
        Row("1", "I do not have diarrhea", notes),
        Row("2", "no green bananas", notes),
        Row("3", "I do not have diarrhea", {**notes, "register": "clinical"}),
    ]
    score = score_negation(rows, EngineBot(TABLES))
    assert score.figures["right status"] == Share(1, 1)


def test_every_misspelling_of_a_symptom_word_is_tried() -> None:
    rows = [severe("x", symptoms=["seizure"])]
    rows = [Row("x", "I had a seizure this morning", rows[0].notes)]
    pairs = [Row("p", "siezure", {"label": "seizure"}), Row("q", "bnak", {"label": "bank"})]
    score = score_misspelled(rows, pairs, EngineBot(TABLES))
    assert score.figures["caught, symptom word misspelled"] == Share(1, 1)


def test_a_line_that_is_no_row_is_named(tmp_path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": 1, "text": "fine"}\n\n{"id": 2}\n', encoding="utf-8")
    with pytest.raises(RowError, match=r"set\.jsonl, line 3: not a JSON object with `text`"):
        read_rows(path)


def test_a_later_part_of_a_set_is_scored_as_the_set_itself() -> None:
    assert scorer_of("fresh_reports_2") is scorer_of("fresh_reports") is score_fresh
    assert scorer_of("something_2") is None


def test_the_second_net_alone_counts_only_what_it_offers() -> None:
    class Parser:
        def intent(self, text: str) -> str:
            return "report_symptom" if "tongue" in text else "out_of_scope"

    net = NetAlone(Parser())

    assert net.observe("my tongue feels like a carpet").picker
    assert not net.observe("play a song").picker
