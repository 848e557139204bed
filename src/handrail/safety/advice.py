"""What to do beside or instead of exercise: whoever may not exercise freely is told what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from handrail.person.model import Person
from handrail.person.readiness import LAST, LINES, Due, due, is_open_again
from handrail.person.unanswered import at_easiest
from handrail.person.words import Band, HelperNear
from handrail.safety import constants as c
from handrail.safety.demand import in_sedating_window
from handrail.safety.model import Action, Advice
from handrail.safety.rules import BY_ID
from handrail.safety.rules.readiness import is_base_routine, needs_clearance


@dataclass(frozen=True, slots=True)
class _Notice:
    """One piece of advice: the rule behind it, when it is due, and what it says once the person answered."""

    rule: str
    due: Callable[[Person], bool]
    action: Action
    text: str


def _is_without(person: Person, least: HelperNear) -> bool:
    """Whether nobody is as near as that today, or in a moment of the week."""
    return min([person.today.helper, *(moment.helper for moment in person.moments)]) < least


def _fell_badly(person: Person) -> bool:
    """One fall since last time, of somebody whom falls have hurt or kept down."""
    return person.today.falls_since_last == 1 and (person.falls.injured or not person.falls.can_rise_alone)


_NOTICES = (
    _Notice(
        "stop-chest-pain",
        lambda person: person.screen.chest_pain,
        Action.CLINICIAN,
        "Ask a doctor about the chest pain or breathlessness first. When it has been looked into, "
        "answer that question again.",
    ),
    _Notice(
        "band-unknown",
        lambda person: person.mobility is None,
        Action.ANSWER,
        "Tell us how you walk: it opens the first exercises.",
    ),
    _Notice(
        "band-f",
        lambda person: person.mobility is Band.F,
        Action.CLINICIAN,
        "Ask your physiotherapist for a programme that a therapist or trained carer leads.",
    ),
    _Notice(
        "new-symptom",
        lambda person: person.today.new_symptom,
        Action.CLINICIAN,
        "Something new or worse: speak to your clinician within a day, before you exercise.",
    ),
    _Notice(
        "red-two-hands",
        lambda person: person.today.falls_since_last > 1,
        Action.CLINICIAN,
        "You fell more than once: speak to your clinician, and until then both hands hold on.",
    ),
    _Notice(
        "red-two-hands",
        _fell_badly,
        Action.CLINICIAN,
        "You fell, and a fall has hurt you or kept you down: speak to your clinician within a day, "
        "and until then both hands hold on.",
    ),
    _Notice(
        "clinician-first",
        needs_clearance,
        Action.CLINICIAN,
        "Ask a clinician whether exercise is fine for you. Their yes opens standing and strength; "
        "until then you have stretches and breathing.",
    ),
    _Notice(
        "base-routine",
        is_base_routine,
        Action.CLINICIAN,
        "Ask your physiotherapist or neurologist when you may do more. Their yes opens the next rungs; "
        "until then you have the base routine.",
    ),
    _Notice(
        "red-two-hands",
        lambda person: person.today.falls_since_last == 1 and not _fell_badly(person),
        Action.MODIFY,
        "You fell: for now both hands hold on. Tell your therapist where it was and what you were doing.",
    ),
    _Notice(
        "feeling-ill",
        lambda person: person.today.feeling_ill,
        Action.REST,
        "Rest today. Nothing is lost, and the plan waits for you.",
    ),
    _Notice(
        "rest-energy",
        lambda person: person.today.energy <= c.REST_ENERGY,
        Action.REST,
        "Rest today. Check in again when some energy is back.",
    ),
    _Notice(
        "strong-pain",
        lambda person: person.today.pain >= c.STOP_PAIN,
        Action.REST,
        "Strong pain: only breathing today. If it stays, speak to your clinician.",
    ),
    _Notice(
        "seated-energy",
        lambda person: c.REST_ENERGY < person.today.energy <= c.SEATED_ENERGY,
        Action.MODIFY,
        "Little energy: today is seated or lying, and short.",
    ),
    _Notice(
        "seated-pain",
        lambda person: c.SEATED_PAIN <= person.today.pain < c.STOP_PAIN,
        Action.MODIFY,
        "Some pain: today is seated or lying. Stop what makes it worse.",
    ),
    _Notice(
        "seated-heat",
        lambda person: person.today.hot,
        Action.MODIFY,
        "Hot today: seated or lying, with water and a fan near you.",
    ),
    _Notice(
        "seated-after-dose",
        lambda person: in_sedating_window(person, person.today),
        Action.MODIFY,
        "Your medicine may be at its strongest: seated or lying for now, and get up slowly.",
    ),
    _Notice(
        "seated-dizzy",
        lambda person: person.screen.faint_or_dizzy,
        Action.MODIFY,
        "You get dizzy on standing: seated or lying. Sit for a minute before you stand up.",
    ),
    _Notice(
        "helper-supervised",
        lambda person: person.screen.supervised_only and _is_without(person, HelperNear.ARMS_REACH),
        Action.MODIFY,
        "You exercise with somebody beside you: without them a moment stays empty. "
        "When they are there, check in again.",
    ),
    _Notice(
        "helper-for-instructions",
        lambda person: person.screen.needs_help_with_instructions and _is_without(person, HelperNear.IN_HOME),
        Action.MODIFY,
        "You asked for help with following steps: while nobody is in the home a moment stays empty. "
        "When somebody is there, check in again.",
    ),
    _Notice(
        "therapist-helper",
        lambda person: _is_without(person, person.therapist.limits.helper_at_least),
        Action.MODIFY,
        "Your therapist asks for somebody there: without them a moment stays empty. "
        "When they are there, check in again.",
    ),
)


READ_AGAIN = "read-again"
_READ_AGAIN = {
    Due.OLD: "It is six months since you read the lines under “Before you exercise”. "
    "Please read them again: until then your week stays empty.",
    Due.RESTARTED: "You told us of a stay in hospital, or of a new medicine or dose. "
    "Please read the lines under “Before you exercise” again: until then your week stays empty.",
    Due.SOON: "Soon it is six months since you read the lines under “Before you exercise”. "
    "Read them again before {until}, and nothing has to wait.",
}


def advice_for(person: Person) -> tuple[Advice, ...]:
    """Everything the person should know beside the plan, most pressing first.

    A rule that holds only because a question was not answered becomes the advice to answer it.
    """
    asked = _without_due_lines(person)
    found = [*_sign_advice(person), *(_advice(notice, asked) for notice in _NOTICES if notice.due(asked))]
    read_again = read_again_advice(person)
    if read_again is not None:
        found.append(read_again)
    if not person.moments:
        found.append(_add_a_moment())
    return most_pressing_first(found)


def read_again_advice(person: Person) -> Advice | None:
    """Why the readiness lines are to be read again, or will be soon; None when they are not."""
    why = due(person)
    if why is None:
        return None
    text = _READ_AGAIN[why]
    if why is Due.SOON and person.screened is not None:
        old = person.screened + LAST
        text = text.format(until=f"{old.day} {old:%B}")
    return Advice(action=Action.ANSWER, rule=READ_AGAIN, text=text)


def _without_due_lines(person: Person) -> Person:
    """The person without the questions that one sentence asks for together."""
    if not is_open_again(person):
        return person
    told = at_easiest(replace(person, unanswered=person.unanswered & LINES))
    return replace(told, unanswered=person.unanswered - LINES)


def most_pressing_first(advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """In the order of what to do, else as it came."""
    order = list(Action)
    return tuple(sorted(advice, key=lambda one: order.index(one.action)))


def _sign_advice(person: Person) -> Iterator[Advice]:
    for word in person.today.signs:
        sign = c.SIGNS[word]
        yield Advice(action=sign.action, rule="red-flag", text=sign.text)


def _advice(notice: _Notice, person: Person) -> Advice:
    if notice.due(at_easiest(person)):
        return Advice(action=notice.action, rule=notice.rule, text=notice.text)
    sentence = BY_ID[notice.rule].sentence
    text = f"Not answered yet. Until then we plan as if it were so: {sentence} Answering may open more."
    return Advice(action=Action.ANSWER, rule=notice.rule, text=text)


def _add_a_moment() -> Advice:
    return Advice(
        action=Action.ANSWER,
        rule="no-moments",
        text="Tell us one moment of the day that suits you, such as while the kettle boils. "
        "Then there is a place for a plan.",
    )
