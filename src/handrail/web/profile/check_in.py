"""The daily check-in as steps, one tap each.

"Nothing new" is three taps: news, energy, who is here. "Something is new" goes through
its questions one by one first.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from handrail.safety.constants import SEDATING_WINDOW_MINUTES, SIGNS
from handrail.safety.model import Action
from handrail.session import check_in as device
from handrail.session.check_in import CheckInForm
from handrail.web.profile.models import CheckIn
from handrail.web.profile.questions import YES_OR_NO, Answers, Choice, Question
from handrail.web.profile.wording import HELPERS

READ_FIRST = "Please read the lines about your health again before you exercise. Today has a link to them."
AT_FIRST = 3  # pain and stiffness of somebody who never gave any: the highest that counts as mild
FACES = ((1, "Empty"), (3, "Low"), (5, "Half"), (7, "Good"), (9, "Full"))
RATINGS = tuple(Choice(str(rating), rating, str(rating)) for rating in range(11))


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the check-in; `slug` is its address."""

    slug: str
    question: Question
    shape: str = "buttons"


NEWS = Step(
    "news",
    Question(
        "news",
        "Is anything new today?",
        (
            Choice("nothing", False, "Nothing new today", "No new trouble, no fall, not ill, not hot"),
            Choice("something", True, "Something is new", "Then a few short questions follow"),
        ),
    ),
)
ENERGY = Step(
    "energy",
    Question(
        "energy",
        "How much energy do you have?",
        tuple(Choice(str(value), value, word) for value, word in FACES),
    ),
    "faces",
)
DOSE = Step(
    "dose",
    Question(
        "minutes_since_sedating_dose",
        "When did you last take what makes you weak or sleepy?",
        (
            Choice("now", 0, "Less than an hour ago"),
            Choice("hour", 60, "1 to 2 hours ago"),
            Choice("two", 120, "2 to 3 hours ago"),
            Choice("past", SEDATING_WINDOW_MINUTES, "More than 3 hours ago"),
            Choice("none", 1440, "Not since yesterday"),
        ),
    ),
)
HELPER = Step(
    "helper",
    Question(
        "helper",
        "Who is here now?",
        tuple(Choice(word.value, word.value, label) for word, label in HELPERS.items()),
    ),
)
FALLS = Step(
    "falls",
    Question(
        "falls_since_last",
        "Did you fall since you last told us?",
        (
            Choice("0", 0, "No"),
            Choice("1", 1, "Yes, once"),
            Choice("2", 2, "Yes, twice"),
            Choice("3", 3, "Yes, three times or more"),
        ),
    ),
)
HURT = Step("hurt", Question("injured", "Were you hurt?", YES_OR_NO))
RISE = Step("rise", Question("can_rise_alone", "Could you get up again by yourself?", YES_OR_NO))
RESTART = Step(
    "restart",
    Question(
        "restarted",
        "Since you last told us, were you in hospital, or did you start a new medicine or a new dose?",
        YES_OR_NO,
        "With a yes we start again on the first rung, and ask you to read the lines about your health again.",
    ),
)
SIGNS_STEP = Step(
    "signs",
    Question(
        "signs",
        "Is any of this true now?",
        tuple(Choice(word, word, sign.text.partition(":")[0]) for word, sign in SIGNS.items()),
    ),
    "ticks",
)
NEW = (
    Step("ill", Question("feeling_ill", "Do you feel ill, or have a fever?", YES_OR_NO)),
    SIGNS_STEP,
    Step(
        "symptom",
        Question(
            "new_symptom",
            "Is there a new or clearly worse symptom since last time?",
            YES_OR_NO,
            "An old one that heat or effort brings, and that goes again with rest, is not new.",
        ),
    ),
    RESTART,
    FALLS,
    HURT,
    RISE,
    Step("near-fall", Question("near_falls", "Did you nearly fall?", YES_OR_NO)),
    Step("hot", Question("hot", "Are you hot, or is the room or the day hot?", YES_OR_NO)),
    Step(
        "pain",
        Question("pain", "How much pain is there?", RATINGS, "0 is none, 10 is the worst there could be."),
        "ratings",
    ),
    Step(
        "stiffness",
        Question("stiffness", "How stiff are you?", RATINGS, "0 is loose, 10 cannot move."),
        "ratings",
    ),
)
STEPS = {step.slug: step for step in (NEWS, *NEW, ENERGY, DOSE, HELPER)}


def nothing_new(last: CheckIn | None) -> Answers:
    """What "nothing new today" answers; pain and stiffness are as last given."""
    before = last.answers if last else {}
    return {
        "feeling_ill": False,
        "new_symptom": False,
        "falls_since_last": 0,
        "hot": False,
        "signs": [],
        "pain": before.get("pain", AT_FIRST),
        "stiffness": before.get("stiffness", AT_FIRST),
    }


def form_for_device(last: CheckIn | None, *, asks_dose: bool) -> CheckInForm:
    """The same check-in for a device to take by itself, where there is no connection."""
    always = [ENERGY, DOSE, HELPER] if asks_dose else [ENERGY, HELPER]
    return CheckInForm(
        news=_asked(NEWS),
        new=tuple(_asked(step) for step in NEW),
        always=tuple(_asked(step) for step in always),
        nothing_new=msgspec.convert(nothing_new(last), device.Answers),
        sedating_window_minutes=SEDATING_WINDOW_MINUTES if asks_dose else None,
    )


def _asked(step: Step) -> device.Question:
    question = step.question
    return device.Question(
        name=question.name,
        text=question.text,
        help=question.help,
        choices=tuple(_choice(step, choice) for choice in question.choices),
        many=step is SIGNS_STEP,
        after_fall=step in {HURT, RISE},
    )


def _choice(step: Step, choice: Choice) -> device.Choice:
    sign = SIGNS[choice.value] if step is SIGNS_STEP else None
    restarts = step is RESTART and choice.value
    return device.Choice(
        value=choice.value,
        label=choice.label,
        small=choice.small,
        advice=sign.text if sign else READ_FIRST if restarts else "",
        emergency=sign is not None and sign.action is Action.EMERGENCY,
    )


def step_after(step: Step, answers: Answers, *, asks_dose: bool) -> Step | None:
    """The next step that has something to ask; None after the last."""
    order = [*NEW, ENERGY, DOSE, HELPER]
    skipped = {"dose"} if not asks_dose else set()
    if not answers.get("falls_since_last"):
        skipped |= {"hurt", "rise"}
    following = order[order.index(step) + 1 :]
    return next((one for one in following if one.slug not in skipped), None)


def is_emergency(signs: list[str]) -> bool:
    """Whether one of the signs calls for the emergency number."""
    return any(SIGNS[word].action is Action.EMERGENCY for word in signs)
