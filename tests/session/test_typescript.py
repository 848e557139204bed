from pathlib import Path

from handrail.session.typescript import typescript

SCHEMA = Path(__file__).parents[2] / "frontend" / "shared" / "schema.ts"


def test_the_types_of_the_front_end_are_those_of_python() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == typescript(), (
        "Run `python -m handrail.session.typescript > frontend/shared/schema.ts`."
    )
