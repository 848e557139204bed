"""All hard rules, in the order they are named when several are broken."""

from handrail.safety.model import Rule
from handrail.safety.rules import daily, falls, overrides, readiness, setting

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*overrides.RULES, *setting.RULES, *readiness.RULES, *daily.RULES, *falls.RULES),
        key=lambda rule: rule.ground.value,
    )
)

BY_ID = {rule.id: rule for rule in RULES}
