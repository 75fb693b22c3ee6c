"""The clinic's numbers: nobody is ever sent to a wrong or missing one without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasa_bridge.clinic import ClinicError, load_clinic, placeholder_warning

ROOT = Path(__file__).parents[2]
FILLED = {
    "clinic_name": '"Day unit"',
    "emergency_number": '"000"',
    "care_team_phone": '"0800 000 000"',
    "crisis_line": '"988 (call or text)"',
    "callback_minutes": '"30"',
}


def write(folder: Path, **changes: str | None) -> Path:
    path = folder / "clinic.yml"
    settings = {**FILLED, **changes}
    path.write_text("".join(f"{key}: {text}\n" for key, text in settings.items() if text))
    return path


def test_numbers_are_shown_exactly_as_written(tmp_path: Path) -> None:
    clinic = load_clinic(write(tmp_path))
    assert clinic.emergency_number == "000"
    assert clinic.as_text() == {
        "clinic_name": "Day unit",
        "emergency_number": "000",
        "care_team_phone": "0800 000 000",
        "crisis_line": "988 (call or text)",
        "callback_minutes": "30",
    }
    assert clinic.placeholders == ()
    assert placeholder_warning(clinic, tmp_path / "clinic.yml") is None


@pytest.mark.parametrize("key", FILLED)
def test_a_missing_number_is_named(tmp_path: Path, key: str) -> None:
    path = write(tmp_path, **{key: None})
    with pytest.raises(ClinicError, match=rf"clinic\.yml: `{key}` is missing\. Add a line such as"):
        load_clinic(path)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"emergency_number": "000"}, "line 2: `emergency_number` must be text in quotes"),
        ({"emergency_number": '""'}, "line 2: `emergency_number` is empty"),
        ({"emergency_number": "[1, 2]"}, "line 2: `emergency_number` must be one text"),
        ({"care_team_phone": '"to follow"'}, "line 3: `care_team_phone` is `to follow`, which"),
        ({"care_team_phone": '"{phone} 1"'}, "line 3: `care_team_phone` must be one line"),
        ({"callback_minutes": '"soon"'}, "line 5: `callback_minutes` is `soon`; it must be whole"),
        ({"callback_minutes": '"600"'}, "whole minutes from 5 to 60"),
        (
            {"crisis_line": None, "crisis_lines": '"988"'},
            "line 5: `crisis_lines` is not a setting. Did you mean `crisis_line`?",
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_line(
    tmp_path: Path, changes: dict[str, str | None], message: str
) -> None:
    with pytest.raises(ClinicError) as caught:
        load_clinic(write(tmp_path, **changes))
    assert message in str(caught.value)


def test_a_number_written_twice_is_not_guessed(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_text(path.read_text() + 'emergency_number: "112"\n')
    with pytest.raises(ClinicError, match="line 6: `emergency_number` is written twice"):
        load_clinic(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ClinicError, match=r"nowhere\.yml: the clinic's numbers cannot be read"):
        load_clinic(tmp_path / "nowhere.yml")


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, care_team_phone='"0800')
    with pytest.raises(ClinicError, match=r"clinic\.yml, line \d: not valid YAML"):
        load_clinic(path)


def test_the_environment_can_name_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMMUNO_TRIAGE_CLINIC", str(write(tmp_path, clinic_name='"Other"')))
    assert load_clinic().clinic_name == "Other"


def test_the_file_in_the_repository_holds_no_number_that_could_be_dialed() -> None:
    path = ROOT / "clinic.yml"
    clinic = load_clinic(path)
    assert set(clinic.placeholders) == set(FILLED)
    assert not any(character.isdigit() for text in clinic.as_text().values() for character in text)
    assert "NOT READY FOR PATIENTS" in (placeholder_warning(clinic, path) or "")
