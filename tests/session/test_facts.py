"""The facts that answers make are the same on the server and on a device."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from handrail.person.model import CheckIn
from handrail.safety.constants import SEDATING_WINDOW_MINUTES
from handrail.session.check_in import Answers
from handrail.session.timeline import facts_of
from tests.safety.people import TODAY
from tests.session.bouts import cook

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "facts.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_vectors_shared_with_the_device(vector: dict[str, Any]) -> None:
    window = vector["sedating_window_minutes"]
    assert window in {None, SEDATING_WINDOW_MINUTES}
    told = {name: value for name, value in vector["answers"].items() if value is not None and name != "signs"}
    today = msgspec.convert({**told, "date": TODAY}, CheckIn)
    changes = {name: getattr(today, name) for name in CheckIn.__dataclass_fields__}
    person = cook(
        screen={"sedating_medicine": window is not None},
        today={**changes, "signs": tuple(vector["answers"]["signs"])},
    )
    assert msgspec.to_builtins(facts_of(person)) == vector["facts"]
    assert msgspec.convert(vector["answers"], Answers)
