"""Any exercise, any answers: for properties that hold for everybody."""

from dataclasses import replace

from hypothesis import strategies as st

from handrail.catalogue.model import Exercise
from handrail.catalogue.words import Eyes, Hazard, Position, Purpose, Stance, Surface, Task
from handrail.person.model import Balance, CheckIn, Falls, Person, Screen
from handrail.person.words import Band, Equipment, HelperNear, Place, Support
from handrail.safety.model import Setting
from tests.safety.people import QUIET_STANCE, TODAY

PLACES = tuple(Place)


def exercises() -> st.SearchStrategy[Exercise]:
    """Exercises in every combination of words, likely or not."""
    return st.builds(
        lambda **words: replace(QUIET_STANCE, places=PLACES, equipment=frozenset(), **words),
        purpose=st.sampled_from(Purpose),
        position=st.sampled_from(Position),
        stance=st.sampled_from(Stance),
        support=st.sampled_from(Support),
        helper=st.sampled_from(HelperNear),
        surface=st.sampled_from(Surface),
        eyes=st.sampled_from(Eyes),
        tasks=st.frozensets(st.sampled_from(Task), max_size=3),
        hazards=st.lists(st.sampled_from(Hazard), max_size=2).map(tuple),
        rung=st.integers(1, 3),
        opened_by_therapist=st.booleans(),
    )


def screens() -> st.SearchStrategy[Screen]:
    """Readiness answers with few of them asking for care, so that something stays open."""
    names = list(Screen.__dataclass_fields__)
    flipped = st.frozensets(st.sampled_from(names), max_size=3)
    return flipped.map(
        lambda chosen: Screen(
            **{name: (name == "floor_transfer_alone") != (name in chosen) for name in names}
        )
    )


@st.composite
def falls(draw: st.DrawFn) -> Falls:
    """Falls that do not contradict each other."""
    year = draw(st.integers(0, 3))
    return Falls(
        past_12_months=year,
        past_6_months=draw(st.integers(0, year)),
        injured=year > 0 and draw(st.booleans()),
        can_rise_alone=draw(st.booleans()),
        near_falls_past_month=draw(st.integers(0, 3)),
    )


def check_ins() -> st.SearchStrategy[CheckIn]:
    """Days from bad to good."""
    return st.builds(
        CheckIn,
        date=st.just(TODAY),
        feeling_ill=st.booleans(),
        new_symptom=st.booleans(),
        falls_since_last=st.integers(0, 2),
        pain=st.integers(0, 10),
        energy=st.integers(0, 10),
        hot=st.booleans(),
        minutes_since_sedating_dose=st.none() | st.integers(0, 600),
        helper=st.sampled_from(HelperNear),
    )


def persons() -> st.SearchStrategy[Person]:
    """People over all bands and tiers."""
    return st.builds(
        Person,
        today=check_ins(),
        mobility=st.none() | st.sampled_from(Band),
        falls=falls(),
        screen=screens(),
        balance=st.builds(Balance, falls_when_eyes_close=st.booleans()),
    )


def settings_of() -> st.SearchStrategy[Setting]:
    """Every place, every helper."""
    return st.builds(
        Setting,
        place=st.sampled_from(Place),
        helper=st.sampled_from(HelperNear),
        equipment=st.just(frozenset(Equipment)),
    )


def worse_day(day: CheckIn) -> st.SearchStrategy[CheckIn]:
    """Days that are worse than this one in one thing or more."""
    return st.builds(
        lambda **worse: replace(day, **worse),
        pain=st.integers(day.pain, 10),
        energy=st.integers(0, day.energy),
        hot=st.booleans().map(lambda hot: hot or day.hot),
        feeling_ill=st.booleans().map(lambda ill: ill or day.feeling_ill),
    )
