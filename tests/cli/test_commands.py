"""The command line as other programs rely on it: what goes in, what comes out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from handrail.cli import main
from handrail.person.files import person_as_json
from handrail.person.model import Therapist, TherapistLimits
from handrail.person.words import HelperNear
from tests.planner.somebody import KETTLE, somebody

THREAD = Path(__file__).parents[1] / "reader" / "saved_thread.txt"
FLAT_KEYS = {
    "slug", "name", "ladder", "purpose", "position", "stance", "helper", "surface", "eyes", "support", "synonyms",
    "places", "equipment", "hazards", "muscles", "easier", "harder", "rung", "opened_by_therapist", "dose", "sources",
}  # fmt: skip


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def person_file(folder: Path, **differs: Any) -> Path:
    path = folder / "person.json"
    path.write_text(json.dumps(person_as_json(somebody(**differs))), encoding="utf-8")
    return path


def test_read_gives_a_document_a_post_with_offsets_into_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    answer = json.loads(run(capsys, "read", str(THREAD), "--json"))
    assert set(answer) == {"documents"}
    documents = answer["documents"]
    whole = THREAD.read_text(encoding="utf-8")
    assert len(documents) == 6
    for document in documents:
        assert document["text"] in whole
        for mention in document["mentions"]:
            assert document["text"][mention["start"] : mention["end"]] == mention["span_text"]
            for spans in mention["trace"].values():
                assert all(0 <= start < end <= len(document["text"]) for start, end in spans)


def test_read_takes_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"I do 10 squats every day.")))
    (document,) = json.loads(run(capsys, "read", "-", "--json"))["documents"]
    assert [mention["reps"] for mention in document["mentions"]] == [10.0]


def test_read_prints_a_document_a_line_in_order(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = [{"doc_id": name, "text": "Heel raises, 2 sets of 8."} for name in ("b", "a")]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    out = [json.loads(line) for line in run(capsys, "read", str(path), "--json").splitlines()]
    assert [document["doc_id"] for document in out] == ["b", "a"]
    assert set(out[0]) == {"doc_id", "text", "mentions"}


def test_read_prints_sentences_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Heel raise, holding the kitchen bench: 2 sets of 8" in run(capsys, "read", str(THREAD))


def test_the_same_person_gets_the_same_plan(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = str(person_file(tmp_path))
    first, second = (run(capsys, "plan", path, "--json") for _ in range(2))
    assert first == second
    assert set(json.loads(first)) == {"days", "left_out", "advice"}


def test_the_best_week_is_sound_and_of_the_same_shape(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    best = json.loads(run(capsys, "plan", str(person_file(tmp_path)), "--best", "--json"))
    assert set(best) == {"days", "left_out", "advice"}
    assert any(bout["items"] for day in best["days"] for bout in day["bouts"])


@pytest.mark.parametrize(
    ("exercise", "kind", "says"),
    [
        ("foam-stance-eyes-closed-hip-wide", "never", "somebody"),
        ("one-leg-stance-no-hands", "never", "gone well"),
        ("turn-to-look-two-hands", "possible", "It can stand there. It takes the place of"),
    ],
)
def test_why_not_there_is_answered(
    exercise: str, kind: str, says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    there = (str(person_file(tmp_path)), exercise, "--on", "tue", "--moment", KETTLE.name)
    assert says in run(capsys, "why-not", *there)
    assert json.loads(run(capsys, "why-not", *there, "--json"))["kind"] == kind


def test_plans_come_a_line_for_a_person_a_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    one = person_file(tmp_path).read_text(encoding="utf-8")
    path = tmp_path / "persons.jsonl"
    path.write_text(f"{one}\n{one}\n", encoding="utf-8")
    first, second = run(capsys, "plan", str(path), "--json").splitlines()
    assert first == second


def test_a_plan_for_people_says_why_and_who_must_be_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    limits = TherapistLimits(helper_at_least=HelperNear.ARMS_REACH)
    evening = replace(KETTLE, name="evening", helper=HelperNear.ARMS_REACH)
    path = str(person_file(tmp_path, moments=(evening,), therapist=Therapist(limits=limits)))
    said = run(capsys, "plan", path)
    plan = json.loads(run(capsys, "plan", path, "--json"))
    items = [item for day in plan["days"] for bout in day["bouts"] for item in bout["items"]]
    assert items
    assert all(reason["text"] in said for item in items for reason in item["reasons"])
    assert said.count(", with somebody within arm's reach") == sum(
        item["helper"] == "arms_reach" for item in items
    )


def test_a_plan_for_people_says_that_no_clinician_reviewed_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(capsys, "plan", str(person_file(tmp_path))).startswith("No clinician has reviewed this plan.")


@pytest.mark.parametrize(
    ("what", "differs", "next_step"),
    [
        ("no moments", {"moments": ()}, "Tell us one moment of the day"),
        ("nothing allowed", {"mobility": None}, "how you walk. Answering may open more."),
    ],
)
def test_nobody_is_left_without_a_word(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, what: str, differs: dict[str, Any], next_step: str
) -> None:
    plan = json.loads(run(capsys, "plan", str(person_file(tmp_path, **differs)), "--json"))
    assert len(plan["days"]) == 7, what
    assert not any(bout["items"] for day in plan["days"] for bout in day["bouts"])
    (said,) = [advice["text"] for advice in plan["advice"] if advice["action"] == "answer"]
    assert next_step in said


@pytest.mark.parametrize("of", ["person", "plan", "card", "log"])
def test_schemas_are_json_schemas(capsys: pytest.CaptureFixture[str], of: str) -> None:
    assert {"$ref", "type", "$defs"} & set(json.loads(run(capsys, "schema", of)))


def test_the_catalogue_is_flat(capsys: pytest.CaptureFixture[str]) -> None:
    exercises = json.loads(run(capsys, "catalogue", "export", "--json"))
    assert all(set(exercise) >= FLAT_KEYS for exercise in exercises)


def test_what_ships_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check") == ""


def test_who_reads_on_no_more_is_no_error() -> None:
    command = f"{sys.executable} -m handrail catalogue export | head -c 10"
    ended = subprocess.run(  # noqa: S602 -- a pipe of our own
        f"set -o pipefail; {command}", shell=True, executable="/bin/bash", capture_output=True, check=False
    )
    assert ended.stderr == b""
    assert ended.returncode == 0


def test_what_is_printed_is_utf_8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    text = "Squats… 2 sets of 10, até amanhã."
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "handrail", "read", str(tmp_path / "text.txt"), "--json"]
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(command, env=surroundings, capture_output=True, check=True)
    assert json.loads(ended.stdout.decode("utf-8"))["documents"][0]["text"] == text
