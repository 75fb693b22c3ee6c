"""The laws of the house: what belongs in which room."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from triage.tables import Tables, load, table_files

ROOT = Path(__file__).parents[1]
PYTHON_ROOMS = ("triage", "rasa_bridge", "actions", "evaluation", "setup")


def modules_of(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the top names a module imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("room", ["clinical", "data"])
def test_tables_and_training_data_hold_no_code(room: str) -> None:
    kinds = {path.suffix for path in (ROOT / room).rglob("*") if path.is_file()}
    assert kinds <= {".yml", ".json"}


def test_the_engine_needs_only_yaml_and_json_schema() -> None:
    allowed = {"triage", "yaml", "jsonschema"}
    import sys

    for path in modules_of("triage"):
        outside = imported(path) - allowed - set(sys.stdlib_module_names)
        assert not outside, f"{path.relative_to(ROOT)} imports {outside}"


@pytest.mark.parametrize(("package", "room"), [("rasa", "rasa_bridge"), ("rasa_sdk", "actions")])
def test_one_room_alone_knows_the_package(package: str, room: str) -> None:
    for other in PYTHON_ROOMS:
        if other == room:
            continue
        for path in modules_of(other):
            assert package not in imported(path), path.relative_to(ROOT)


def test_the_engine_and_the_evaluation_do_not_know_the_tests() -> None:
    for room in PYTHON_ROOMS:
        for path in modules_of(room):
            assert "tests" not in imported(path), path.relative_to(ROOT)


def test_evaluation_is_never_trained_on() -> None:
    for path in [ROOT / "config.yml", *modules_of("rasa_bridge/launch")]:
        assert "evaluation/" not in path.read_text(encoding="utf-8"), path.name


def test_every_symptom_question_and_therapy_is_used(tables: Tables) -> None:
    asked = {question for symptom in tables.symptoms.values() for question in symptom.ask}
    used = asked.union(*(rule.when.questions for rule in tables.rules))
    unused = tables.questions.keys() - used - {"therapy"}
    assert not unused, f"no rule and no symptom uses {sorted(unused)}"


def test_every_table_file_contributes(tables: Tables) -> None:
    systems = {symptom.system for symptom in tables.symptoms.values()}
    folder = ROOT / "clinical"
    assert systems == {path.stem for path in (folder / "symptoms").glob("*.yml")}
    schemas = {path.stem for path in table_files(folder) if path.suffix == ".json"}
    kinds = {path.stem for path in folder.glob("*.yml")} | {"symptoms"}
    assert schemas == kinds


def test_every_source_of_an_answer_exists(tables: Tables) -> None:
    for path in sorted((ROOT / "data" / "answers").glob("*.yml")):
        responses = yaml.safe_load(path.read_text(encoding="utf-8")).get("responses", {})
        for name, variations in responses.items():
            for variation in variations:
                unknown = set(variation["metadata"]["sources"]) - tables.sources.keys()
                assert not unknown, f"{path.name}, {name}: {unknown}"


def test_every_source_is_cited(tables: Tables) -> None:
    files = [*(ROOT / "clinical").rglob("*.yml"), *(ROOT / "data" / "answers").glob("*.yml")]
    words = {
        word
        for path in files
        if path.name != "sources.yml"
        for word in re.findall(r"\b[A-Z][A-Z0-9_]+\b", path.read_text(encoding="utf-8"))
    }
    assert not tables.sources.keys() - words


def test_every_kind_of_speech_is_listened_for(tables: Tables) -> None:
    read = {
        node.value
        for path in modules_of("triage")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not tables.language["speech"].keys() - read


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    hosts = ["pypi", "pythonhosted", "npmjs", "debian"]
    forbidden = re.compile(rf"(?<![\w.-])/(?:work|root)/|(?:{'|'.join(hosts)})\.org")
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        if path.suffix not in {".py", ".yml", ".md", ".txt", ".toml", ".js", ".html", ".sh"}:
            continue
        if parts[0].startswith(".") or parts[0] in {"models", "var"} or "node_modules" in parts:
            continue
        found = forbidden.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(ROOT)}: {found.group() if found else ''}"


@pytest.fixture(scope="module")
def tables() -> Tables:
    return load()
