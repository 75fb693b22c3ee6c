"""What Rasa trains on without a word is refused, with file, line and the nearest name."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasa_bridge.check import check
from triage.tables import load

ROOT = Path(__file__).parents[2]
TABLES = load()
DOMAIN = """\
version: "3.1"
actions: [action_make_note]
slots:
  care_team_phone: {type: text, mappings: [{type: custom}]}
responses:
  utter_hello:
    - text: "Hello. Call {care_team_phone}."
      buttons:
        - {title: "Hi", payload: "/greet"}
        - {title: "Yes", payload: '/answer{{"question": "stool_blood", "value": "yes"}}'}
  utter_answer_bcg:
    - text: "It is put in the bladder."
      metadata: {sources: [TICE]}
"""
EXAMPLES = "\n".join(f"      - hello number {number} friend" for number in range(20))
ASKED = "\n".join(f"      - what is bcg {number} about" for number in range(20))
DATA = f"""\
version: "3.1"
nlu:
  - intent: greet
    examples: |
{EXAMPLES}
  - intent: ask_bcg
    examples: |
{ASKED}
rules:
  - rule: answer greet
    steps:
      - intent: greet
      - action: utter_hello
  - rule: answer ask_bcg
    steps:
      - intent: ask_bcg
      - action: utter_answer_bcg
"""


def problems(folder: Path, domain: str = DOMAIN, data: str = DATA) -> list[str]:
    (folder / "data").mkdir()
    (folder / "domain.yml").write_text(domain, encoding="utf-8")
    (folder / "data" / "talk.yml").write_text(data, encoding="utf-8")
    return [str(problem) for problem in check(folder, TABLES)]


def test_a_sound_project_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


def test_the_project_itself_has_no_problem() -> None:
    assert [str(problem) for problem in check(ROOT, TABLES)] == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("rules:", "rule:", "data/talk.yml, line 47: `rule` is not a key here"),
        ("rules:", "rule:", "Did you mean `rules`?"),
        ("nlu:", "nlus:", "Did you mean `nlu`?"),
        (
            "    examples: |\n      - hello",
            "    example: |\n      - hello",
            "`example` is not a key",
        ),
        ("      - intent: greet\n", "      - intent: ask_bcg\n", "`greet` has no rule"),
        ("      - intent: greet\n", "      - intent: gret\n", "Did you mean `greet`?"),
        ("action: utter_hello", "action: utter_helo", "Did you mean `utter_hello`?"),
        ("      - hello number 3 friend\n", "", "`greet` has 19 examples; 20 are needed"),
        ("- what is bcg 4 about", "- please hello number 4 friend", "Keep it in one of them"),
    ],
)
def test_broken_training_data_is_refused(
    tmp_path: Path, before: str, after: str, expected: str
) -> None:
    found = problems(tmp_path, data=DATA.replace(before, after, 1))

    assert any(expected in problem for problem in found), found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("responses:", "response:", "Did you mean `responses`?"),
        ("{care_team_phone}", "{care_team_fone}", "Did you mean `care_team_phone`?"),
        ('payload: "/greet"', 'payload: "/gret"', "Did you mean `greet`?"),
        ('payload: "/greet"', 'payload: "greet"', "`greet` is not a payload"),
        ('title: "Hi"', 'title: ""', "has no title"),
        ('"question": "stool_blood"', '"question": "stool_blod"', "Did you mean `stool_blood`?"),
        ("[TICE]", "[]", "`utter_answer_bcg` has no source"),
        ("[TICE]", "[TICEE]", "Did you mean `TICE`?"),
        ('- text: "It is put', '- channel: chat\n      text: "It is put', "could be silent"),
        ("utter_hello:", "utter_hello:\n  utter_hello:", "is given twice"),
    ],
)
def test_a_broken_text_is_refused(tmp_path: Path, before: str, after: str, expected: str) -> None:
    found = problems(tmp_path, domain=DOMAIN.replace(before, after, 1))

    assert any(expected in problem for problem in found), found
