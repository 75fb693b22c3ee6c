"""A broken table says where it is broken, what was found and what is allowed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from triage.tables import TableError, default_folder, load

SYMPTOM = """\
itchy_nose:
  name: itchy nose
  suspects: [allergy]
  said_as:
    phrases: [itchy nose]
  ask: [worse, pain_score]
  rules:
    - id: strong
      level: urgent
      when: "pain_score >= 8"
      why: a very sore nose needs a call
      source: [GENERAL]
      basis: design_choice
      since: 2026-11-23
      reviewed: ""
  otherwise: routine
  if_unanswered: same_day
"""


@pytest.fixture
def clinical(tmp_path: Path) -> Path:
    folder = tmp_path / "clinical"
    shutil.copytree(default_folder(), folder)
    return folder


def errors(folder: Path, text: str) -> list[str]:
    (folder / "symptoms" / "nose.yml").write_text(text, encoding="utf-8")
    with pytest.raises(TableError) as caught:
        load(folder)
    return [str(problem) for problem in caught.value.problems]


def test_the_sample_symptom_is_sound(clinical: Path) -> None:
    (clinical / "symptoms" / "nose.yml").write_text(SYMPTOM, encoding="utf-8")
    assert load(clinical).symptoms["itchy_nose"].system == "nose"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "ask: [worse, pain_score]",
            "ask: [worse, pain_scor]",
            "line 6: `pain_scor` is not a question. Did you mean `pain_score`? "
            "Question names are listed in clinical/questions.yml.",
        ),
        (
            "pain_score >= 8",
            "pain_scores >= 8",
            "line 10: `pain_scores` is not a question. Did you mean `pain_score`? "
            "Question names are listed in clinical/questions.yml.",
        ),
        (
            "phrases: [",
            'phrases: ["{canot} smell", ',
            "line 5: `canot` is not a family. Did you mean `cannot`? "
            "Family names are listed in clinical/language.yml, `families`.",
        ),
        (
            "pain_score >= 8",
            "has('feverr')",
            "line 10: `feverr` is not a symptom. Did you mean `fever`? "
            "Symptom names are listed in clinical/symptoms/.",
        ),
        (
            "pain_score >= 8",
            "on('car_tt')",
            "line 10: `car_tt` is not a therapy. Did you mean `car_t`? "
            "Therapy names are listed in clinical/therapies.yml.",
        ),
        (
            "[GENERAL]",
            "[GENERALL]",
            "line 12: `GENERALL` is not a source. Did you mean `GENERAL`? "
            "Source names are listed in clinical/sources.yml.",
        ),
        (
            "pain_score >= 8",
            "pain_score >= 80",
            "line 10: `80.0` is not an answer to `pain_score`. "
            "Answers are numbers from 0 to 10 0-10.",
        ),
        (
            "pain_score >= 8",
            "breath_level == 'resting'",
            "line 10: `resting` is not an answer to `breath_level`. "
            "Answers are: none, exertion, minimal, rest. Did you mean `rest`?",
        ),
        (
            "pain_score >= 8",
            "worse >= 8",
            "line 10: `8.0` is not an answer to `worse`. Answers are True and False.",
        ),
        (
            "pain_score >= 8",
            "open('x')",
            "line 10: `open('x')` is not in the rule language. Allowed are has('symptom'), "
            "on('therapy'), count([...]) >= n, questions with ==, !=, <, <=, >, >=, in [...], "
            "is None, and, or, not, always.",
        ),
        (
            "level: urgent",
            "level: urgnt",
            "line 9: `itchy_nose.rules.0.level`: `urgnt` is not allowed. Did you mean `urgent`? "
            "Allowed: `routine`, `same_day`, `urgent`, `emergency`.",
        ),
        (
            "otherwise:",
            "otherwize:",
            "line 16: `itchy_nose`: `otherwize` is not a key here. Did you mean `otherwise`? "
            "Keys are: name, suspects, event, mild_means_adl_none, said_as, ask, rules, "
            "otherwise, if_unanswered, watch_for.",
        ),
        (
            "phrases: [itchy nose]",
            "phrases: [itchy nose, no]",
            "line 5: `itchy_nose.said_as.phrases.1`: the value `no` is not read as text by "
            'YAML; write it in quotes: "no".',
        ),
        (
            "phrases: [itchy nose]",
            "phrases: [itchy nose, 8:30]",
            "line 5: `itchy_nose.said_as.phrases.1`: the value `8:30` is not read as text by "
            'YAML; write it in quotes: "8:30".',
        ),
        (
            "  name: itchy nose",
            "  name: itchy nose\n  name: nose",
            "line 3: `name` is given twice; the first is in line 2.",
        ),
        (
            "  name: itchy nose",
            "  on: itchy nose",
            'line 2: the key `on` is not read as text by YAML; write it in quotes: "on".',
        ),
        (
            "since: 2026-11-23",
            "since: 2026-13-23",
            "line 14: `2026-13-23` is not a date. Write it as 2026-11-23.",
        ),
        (
            "itchy_nose:",
            "fever:",
            "line 1: the symptom `fever` is also in symptoms/infection.yml.",
        ),
    ],
)
def test_a_fault_names_file_line_what_was_found_and_what_is_allowed(
    clinical: Path, old: str, new: str, message: str
) -> None:
    found = errors(clinical, SYMPTOM.replace(old, new))
    assert f"clinical/symptoms/nose.yml, {message}" in found


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "same_as: [fainting]",
            "same_as: [faintin]",
            "`faintin` is not a symptom. Did you mean `fainting`? "
            "Symptom names are listed in clinical/symptoms/.",
        ),
        (
            '"no": "no fainting"',
            '"no": "no fainting"\n    "yess": "fainting"',
            "`yess` is not an answer to `faint`. Did you mean `yes`? Answers are: yes, no.",
        ),
        ('    "no": "no fainting"\n', "", "`no` is missing: how is it read back?"),
        (
            "starts_at:\n    under10: 0",
            "starts_at:\n    under11: 0",
            "`under11` is not a choice. Did you mean `under10`? "
            "Choice names are listed in `choices` of the question.",
        ),
    ],
)
def test_a_fault_in_how_an_answer_is_read_back_names_the_question(
    clinical: Path, old: str, new: str, message: str
) -> None:
    questions = clinical / "questions.yml"
    text = questions.read_text(encoding="utf-8")
    assert text.count(old) == 1
    questions.write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(TableError) as caught:
        load(clinical)

    (problem,) = map(str, caught.value.problems)
    assert problem.startswith("clinical/questions.yml, line ")
    assert problem.endswith(message)


@pytest.mark.parametrize(
    ("section", "group"),
    [("units", "pills"), ("about_numbers", "sugar"), ("speech", "despair"), ("times", "since")],
)
def test_a_group_of_words_that_is_read_by_its_name_cannot_be_left_out(
    clinical: Path, section: str, group: str
) -> None:
    language = clinical / "language.yml"
    lines = language.read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index(f"{section}:\n")
    place = next(n for n in range(start, len(lines)) if lines[n].startswith(f"  {group}: "))
    language.write_text("".join(lines[:place] + lines[place + 1 :]), encoding="utf-8")

    with pytest.raises(TableError, match=f"`{section}`: `{group}` is missing"):
        load(clinical)


def test_a_missing_key_is_named(clinical: Path) -> None:
    found = errors(clinical, SYMPTOM.replace("  otherwise: routine\n", ""))
    assert found == ["clinical/symptoms/nose.yml, line 1: `itchy_nose`: `otherwise` is missing."]


def test_a_rule_id_given_twice_is_an_error(clinical: Path) -> None:
    start = SYMPTOM.index("    - id: strong")
    rule = SYMPTOM[start : SYMPTOM.index("  otherwise")]
    found = errors(clinical, SYMPTOM.replace(rule, rule + rule))
    assert found == ["clinical/symptoms/nose.yml, line 16: the rule id `strong` is given twice."]


def test_every_fault_of_every_file_is_told_at_once(clinical: Path) -> None:
    broken = SYMPTOM.replace("level: urgent", "level: soon").replace("basis:", "bass:")
    (clinical / "levels.yml").write_text("emergency: [\n", encoding="utf-8")
    found = errors(clinical, broken)
    assert len(found) >= 3
    assert any(text.startswith("clinical/levels.yml, line 2: is not YAML") for text in found)


def test_an_empty_and_a_missing_file_are_named(clinical: Path) -> None:
    (clinical / "therapies.yml").write_text("", encoding="utf-8")
    (clinical / "questions.yml").unlink()
    found = errors(clinical, SYMPTOM)
    assert "clinical/therapies.yml, line 1: the file is empty." in found
    assert any(text.startswith("clinical/questions.yml, line 1: cannot be read") for text in found)


def test_text_that_is_not_utf8_is_named(clinical: Path) -> None:
    (clinical / "levels.yml").write_bytes(b"routine: \xff\xfe\n")
    with pytest.raises(TableError, match=r"clinical/levels\.yml, line 1: is not UTF-8 text\."):
        load(clinical)


def test_the_hash_changes_with_any_table(clinical: Path) -> None:
    before = load(clinical).hash
    path = clinical / "symptoms" / "nose.yml"
    path.write_text(SYMPTOM, encoding="utf-8")
    assert load(clinical).hash != before
