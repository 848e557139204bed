"""The catalogue goes out in three formats and comes back just as it was."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from handrail.catalogue.exchange import Format, read, rows_of, write
from handrail.catalogue.files import write_content
from handrail.catalogue.loader import content_root, load_catalogue, read_catalogue
from handrail.catalogue.quality import Tier, tier_of
from handrail.cli import main
from handrail.errors import FileError

CATALOGUE = load_catalogue()
ROWS = json.loads(json.dumps(rows_of(CATALOGUE)))


@pytest.mark.parametrize("form", Format)
def test_what_goes_out_comes_back_the_same(form: Format) -> None:
    assert read(write(CATALOGUE, form), form, "catalogue") == ROWS


def test_a_table_has_a_line_for_every_exercise() -> None:
    lines = list(csv.DictReader(io.StringIO(write(CATALOGUE, Format.CSV))))
    assert [line["slug"] for line in lines] == list(CATALOGUE.exercises)


def test_a_plan_is_a_schema_org_exercise_plan_under_its_licence() -> None:
    told = json.loads(write(CATALOGUE, Format.PLAN))
    assert told["@context"] == "https://schema.org"
    assert {plan["@type"] for plan in told["@graph"]} == {"ExercisePlan"}
    assert all("creativecommons.org/licenses/by/4.0" in plan["license"] for plan in told["@graph"])


def test_content_files_made_of_an_export_read_back_as_the_same_catalogue(tmp_path: Path) -> None:
    count = write_content(read(write(CATALOGUE, Format.CSV), Format.CSV, "catalogue"), tmp_path)
    for name in ("doses.toml", "goals.toml"):
        (tmp_path / name).write_text((content_root() / name).read_text(encoding="utf-8"), encoding="utf-8")
    again = read_catalogue(tmp_path)
    assert count == len(CATALOGUE.movements)
    assert rows_of(again) == rows_of(CATALOGUE)
    assert list(again.ladders) == list(CATALOGUE.ladders)


@pytest.mark.parametrize(
    ("form", "text"),
    [(Format.JSON, "{"), (Format.JSON, "[1]"), (Format.CSV, "a,b\n1,2\n"), (Format.PLAN, "[]")],
)
def test_what_is_no_catalogue_is_refused_with_a_sentence(form: Format, text: str) -> None:
    with pytest.raises(FileError, match="mine is not a catalogue in the format"):
        read(text, form, "mine")


def test_the_command_line_writes_content_files_and_never_over_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported, folder = tmp_path / "mine.csv", tmp_path / "content"
    exported.write_text(write(CATALOGUE, Format.CSV), encoding="utf-8")
    assert main(["catalogue", "import", str(exported), "--into", str(folder)]) == 0
    assert main(["catalogue", "import", str(exported), "--into", str(folder)]) == 2
    assert "is not empty" in capsys.readouterr().err
    assert main(["catalogue", "import", str(tmp_path / "x.txt"), "--into", str(tmp_path / "y")]) == 2


def test_all_text_is_silver_and_none_is_gold_before_a_clinician_reviewed_it() -> None:
    assert {tier_of(exercise) for exercise in CATALOGUE} == {Tier.SILVER}
