from typing import Any

import msgspec
import pytest

from handrail.session.log import Log

WHOLE: dict[str, Any] = {
    "id": "0192aaaa-0000-7000-8000-000000000001",
    "session": "0192aaaa-0000-7000-8000-000000000002",
    "position": 0,
    "exercise": "mini-squat-two-hands",
    "done": "full",
    "started": "2026-11-24T19:30:00+01:00",
    "finished": "2026-11-24T19:34:00+01:00",
}


def test_what_a_device_leaves_out_is_not_answered() -> None:
    log = msgspec.convert(WHOLE, Log)
    assert (log.effort, log.pain, log.near_fall, log.fall, log.form_ok, log.touches) == (None,) * 6


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "seven"),
        ("done", "mostly"),
        ("side", "middle"),
        ("effort", 11),
        ("pain", -1),
        ("sets", 1000),
        ("hold_s", -1),
        ("hold_s", 1e9),
        ("started", "2026-11-24T19:30:00"),
        ("started", "0001-01-01T00:00:00+00:00"),
        ("finished", "9999-12-31T23:59:59-12:00"),
        ("fall", "no"),
    ],
)
def test_what_cannot_be_is_refused(field: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**WHOLE, field: value}, Log)


def test_a_clock_that_ran_out_of_power_still_logs() -> None:
    log = msgspec.convert({**WHOLE, "started": "1970-01-01T00:00:00+00:00"}, Log)
    assert log.started.year == 1970
