"""What cannot be used is told in one plain sentence with the way out, and nothing is half done."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handrail.cli import main

DATED = {"today": {"date": "2026-11-23"}}
MEGABYTE = 1_000_000


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a refused command says."""
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    return line


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("empty.txt", b"", "empty.txt is empty. Choose a file"),
        ("blank.txt", b" \n\n ", "blank.txt is empty."),
        ("binary.txt", b"GIF89a\0\0\0", "binary.txt is not a text."),
        ("photo.txt", bytes(range(256)) * 9, "photo.txt is in letters that cannot be told for sure."),
        ("latin.txt", "Beine strecken, täglich".encode("latin-1"), "Save it as plain text in UTF-8."),
        ("big.txt", b"squats\n" * (50 * MEGABYTE // 7), "big.txt is bigger than 2 MB."),
    ],
)
@pytest.mark.parametrize("command", ["read", "import-thread"])
def test_a_text_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    home: Path,
    command: str,
    name: str,
    raw: bytes,
    said: str,
) -> None:
    (tmp_path / name).write_bytes(raw)
    line = refused(capsys, command, str(tmp_path / name))
    assert said in line
    assert line.startswith(name)
    assert not home.exists()


@pytest.mark.parametrize("command", ["read", "plan", "import-thread"])
@pytest.mark.parametrize("name", ["gone.txt", "."])
def test_a_file_that_cannot_be_opened(
    capsys: pytest.CaptureFixture[str], home: Path, command: str, name: str
) -> None:
    line = refused(capsys, command, name)
    assert line.startswith(f"{name} cannot be opened")
    assert line.endswith("Check the name and try again.")
    assert not home.exists()


def test_a_file_without_end_is_not_read_to_its_end(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "endless.txt"
    with path.open("wb") as file:
        file.truncate(50_000 * MEGABYTE)
    assert "endless.txt is bigger than 2 MB." in refused(capsys, "read", str(path))


def test_a_file_whose_name_has_two_lines_is_told_in_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "two\nlines.txt").touch()
    assert "two lines.txt is empty." in refused(capsys, "read", str(tmp_path / "two\nlines.txt"))


def test_a_closed_standard_input_is_empty(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert "Standard input is empty." in refused(capsys, "read", "-")


@pytest.mark.parametrize(
    "arguments", [(), ("dance",), ("schema", "shoe"), ("read",), ("plan", "a", "b")], ids=" ".join
)
def test_a_command_that_is_none_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "--help` says what can be written." in line


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_text_with_a_mark_is_read(capsys: pytest.CaptureFixture[str], tmp_path: Path, mark: str) -> None:
    path = tmp_path / "marked.txt"
    path.write_bytes("I do 10 squats every day.".encode(mark))
    assert main(["read", str(path)]) == 0
    assert "Squat: 10 times, every day." in capsys.readouterr().out


def test_a_bad_line_of_texts_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"doc_id": "a", "text": "Squats."}\n{"doc_id": "b"}\n', encoding="utf-8")
    assert "texts.jsonl, line 2" in refused(capsys, "read", str(path))


@pytest.mark.parametrize(
    ("what", "person", "said"),
    [
        ("no JSON", "{", "person.json is not JSON"),
        ("a list", "[]", "person.json"),
        ("no date", {}, "today.date is missing"),
        ("an unknown key", {**DATED, "shoe_size": 42}, "'shoe_size' is not one we know"),
        ("an unknown word", {**DATED, "mobility": "Z"}, "mobility"),
        ("a pain of 11", {"today": {"date": "2026-11-23", "pain": 11}}, "pain is 11"),
        ("more falls in half a year than in a year",
         {**DATED, "falls": {"past_12_months": 1, "past_6_months": 2}}, "past_6_months is more"),
        ("hurt without a fall", {**DATED, "falls": {"past_12_months": 0, "past_6_months": 0, "injured": True}},
         "injured is true with no fall"),
        ("one moment twice", {**DATED, "moments": [
            {"name": "tea", "place": "bed", "days": ["mon"], "minutes": 5, "helper": "none"}] * 2}, "'tea'"),
        ("half a letter", '{"today": {"date": "2026-11-23"}, "likes": ["\\ud800"]}', "person.json is not JSON"),
        ("brackets without end", "[" * 100_000, "person.json is not JSON"),
        ("nothing", "", "person.json is not JSON"),
        ("a year far off", {"today": {"date": "9999-12-31"}}, "the year of date is 9999"),
        ("an unknown exercise", {**DATED, "repertoire": ["moonwalk"]}, "'moonwalk'"),
    ],
)  # fmt: skip
def test_a_person_that_cannot_be(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, what: str, person: Any, said: str
) -> None:
    path = tmp_path / "person.json"
    path.write_text(person if isinstance(person, str) else json.dumps(person), encoding="utf-8")
    line = refused(capsys, "plan", str(path))
    assert said in line, what
    assert "person.json" in line


def test_one_bad_person_refuses_the_file_before_anything_is_planned(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "persons.jsonl"
    path.write_text(f"{json.dumps(DATED)}\n{json.dumps({'today': {}})}\n", encoding="utf-8")
    assert "persons.jsonl, line 2" in refused(capsys, "plan", str(path), "--json")


@pytest.mark.parametrize("port", ["abc", "", "0", "70000", "-1", "8000.5", "9" * 5000])
def test_a_port_that_is_no_port(capsys: pytest.CaptureFixture[str], home: Path, port: str) -> None:
    assert "not a number from 1 to 65535" in refused(capsys, "run", f"--port={port}")
    assert not home.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--host=192.168.1.5"],
            "Without --phone only this computer is served, and 192.168.1.5 is more than that.",
        ),
        (["--host=0.0.0.0"], "Phones at home: `handrail run --phone`."),
        (["--host=127.0.0.2"], "docs/how-to/use-your-phone.md"),
        (["--phone", "--host=8.8.8.8"], "8.8.8.8 is no IPv4 address of a home network."),
        (["--phone", "--host=kitchen"], "kitchen is no IPv4 address of a home network."),
        (["--phone", "--host=10.255.3.9"], "10.255.3.9 is not an address of this computer."),
        (["--phone", "--phone-port=99999"], "Try PHONE_PORT=8444."),
    ],
)
def test_more_than_this_computer_is_served_over_tls_or_not_at_all(
    capsys: pytest.CaptureFixture[str], home: Path, arguments: list[str], said: str
) -> None:
    assert said in refused(capsys, "run", "--port=8017", *arguments)
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("https://handrail.example.org/", "no public name of a computer. Write the name alone"),
        ("localhost", "no public name of a computer"),
        ("192.168.1.5", "no public name of a computer"),
        ("handrail.example.org", "Leave --phone out, or unset that variable."),
    ],
)
def test_a_public_name_that_cannot_be_or_stands_beside_phone_mode(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.setenv("HANDRAIL_PUBLIC_HOST", name)
    assert said in refused(capsys, "run", "--port=8017", "--phone", "--host=127.0.0.2")
    assert not home.exists()


def test_a_port_of_the_surroundings_that_is_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", "abc")
    assert refused(capsys, "run") == "The port 'abc' is not a number from 1 to 65535. Try PORT=8001."


def test_a_home_that_cannot_be_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path / "file" / "data"))
    text = tmp_path / "thread.txt"
    text.write_text("Heel raises, 2 sets of 8.", encoding="utf-8")
    line = refused(capsys, "import-thread", str(text))
    assert line.startswith(f"Your data cannot be kept in {tmp_path / 'file' / 'data'}")
    assert "Set HANDRAIL_HOME" in line


@pytest.mark.parametrize(
    ("exercise", "on", "moment", "said"),
    [
        ("no-such", "tue", "kettle", "There is no exercise 'no-such'. Look its slug up"),
        (
            "reach-fingertips",
            "someday",
            "kettle",
            "Write mon to sun, or a date from 2026-11-23 to 2026-11-29.",
        ),
        (
            "reach-fingertips",
            "tue",
            "tea",
            "There is no moment 'tea' on tue. Choose one of that day's: kettle.",
        ),
        ("reach-fingertips", "wed", "kettle", "That day has none; choose another one."),
    ],
)
def test_why_not_of_what_is_not_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, exercise: str, on: str, moment: str, said: str
) -> None:
    path = tmp_path / "person.json"
    kettle = {"name": "kettle", "place": "kitchen_bench", "days": ["tue"], "minutes": 4}
    path.write_text(json.dumps({**DATED, "moments": [kettle]}), encoding="utf-8")
    assert said in refused(capsys, "why-not", str(path), exercise, "--on", on, "--moment", moment)
