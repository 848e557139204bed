"""A month of the log: its days, its minutes, the weeks against an aim, and the ladders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from handrail.catalogue.loader import load_catalogue
from handrail.web.accounts.middleware import local_actor
from handrail.web.practice.queries import entries_for
from handrail.web.profile.queries import person_for
from handrail.web.progress.minutes import WEEKS, WIDTH, chart_of, minutes_by_day
from handrail.web.progress.models import Aim
from handrail.web.progress.month import month_of
from tests.web.logged import checked_in, logged

pytestmark = pytest.mark.django_db(databases=["default", "community"])

TUESDAY = datetime(2026, 11, 24, 18, tzinfo=timezone.get_default_timezone())
SQUAT = "mini-squat-two-hands"


@pytest.fixture(autouse=True)
def _late_in_november() -> Iterator[None]:
    with time_machine.travel(TUESDAY, tick=False):
        yield


def page(client: Client, month: str = "") -> str:
    return client.get(reverse("log"), {"month": month}).content.decode()


def spoken(text: str) -> list[str]:
    """What each day of the table says to a screen reader."""
    table = text.partition('<table class="month">')[2].partition("</table>")[0]
    return [day for day in re.findall(r'<span class="sr-only">(.*?)</span>', table) if ":" in day]


# ---- the table


def test_given_an_exercise_when_the_month_opens_then_its_day_says_minutes_and_leads_to_its_section(
    client: Client,
) -> None:
    logged(exercise=SQUAT, sets=2, reps=8)
    text = page(client)
    minutes = minutes_by_day(
        person_for(local_actor(), date(2026, 11, 24), entries_for(local_actor())), load_catalogue()
    )
    assert f"24 November: {round(minutes[date(2026, 11, 24)])} minutes" in spoken(text)
    assert '<a href="#day-2026-11-24">' in text
    assert 'id="day-2026-11-24"' in text


def test_given_falls_when_the_month_opens_then_their_days_say_so_in_a_word_and_a_shape(
    client: Client,
) -> None:
    logged(1, done="none", fall=True)
    checked_in(3, near_falls=2)
    text = page(client)
    assert "23 November: 1 fall" in spoken(text)
    assert "21 November: 2 near-falls" in spoken(text)
    assert text.count("<i>▲</i>") == text.count("<i>△</i>") == 1


def test_given_any_month_when_it_opens_then_each_day_is_in_it_once_under_its_weekday(client: Client) -> None:
    logged(60)
    assert len(spoken(page(client))) == 30
    assert len(spoken(page(client, "2026-10"))) == 31
    assert 'aria-current="date"' not in page(client, "2026-10")


def test_given_days_in_two_months_when_one_opens_then_the_other_is_a_link_away(client: Client) -> None:
    logged(0, exercise=SQUAT)
    logged(40, exercise=SQUAT)
    november = page(client)
    assert 'href="?month=2026-10"' in november
    assert 'href="?month=2026-12"' not in november
    assert "15 October 2026" not in november
    october = page(client, "2026-10")
    assert "Thursday 15 October 2026" in october
    assert 'href="?month=2026-11"' in october
    assert 'href="?month=2026-09"' not in october


def test_given_a_clock_that_ran_ahead_when_the_log_opens_then_its_day_can_be_reached(client: Client) -> None:
    logged(-40)
    assert 'href="?month=2026-12"' in page(client)
    assert "3 January 2027" in page(client, "2027-01")


@pytest.mark.parametrize("month", ["2026-13", "yesterday", "0001-01", "9999-12", "2026-11-24", "\u0662"])
def test_given_a_month_that_is_none_when_it_is_asked_for_then_a_sentence_says_so(
    client: Client, month: str
) -> None:
    answer = client.get(reverse("log"), {"month": month})
    assert answer.status_code == 422
    assert "There is no such month." in answer.content.decode()


@given(st.dates(date(1900, 1, 1), date(2200, 12, 1)))
def test_a_month_holds_each_of_its_days_and_no_other(day: date) -> None:
    month = month_of(day.replace(day=1), {}, {}, day)
    cells = [cell for week in month.weeks for cell in week if cell]
    assert [cell.date.day for cell in cells] == list(range(1, len(cells) + 1))
    assert all(
        cell is None or cell.date.weekday() == at for week in month.weeks for at, cell in enumerate(week)
    )
    assert (month.before, month.after) == (None, None)


# ---- the weeks


@given(
    st.dictionaries(st.dates(date(2026, 9, 1), date(2026, 11, 24)), st.floats(0.1, 500)), st.integers(1, 1680)
)
def test_no_bar_is_longer_than_the_drawing_and_every_minute_is_in_one(
    days: dict[date, float], aim: int
) -> None:
    chart = chart_of(days, aim, TUESDAY.date())
    first = chart.bars[0].week.monday
    counted = sum(minutes for day, minutes in days.items() if day >= first)
    assert first == date(2026, 10, 5)
    assert abs(sum(bar.week.minutes for bar in chart.bars) - counted) <= WEEKS / 2, "each week is rounded"
    assert all(0 <= bar.length <= WIDTH for bar in chart.bars)
    assert chart.aim_x is not None
    assert chart.aim_x < WIDTH


def test_given_weeks_of_work_when_the_log_opens_then_the_chart_says_in_words_what_it_shows(
    client: Client,
) -> None:
    logged(0, exercise=SQUAT, sets=3, reps=10)
    logged(8, exercise=SQUAT, sets=1, reps=5)
    text = page(client)
    said = re.search(r"<figcaption>(.*?)</figcaption>", text)
    assert said
    assert said[1].startswith("In the last 8 weeks you did from 0 to ")
    assert f'aria-label="{said[1]}"' in text
    assert "The same as a table" in text


def test_given_nothing_for_two_weeks_when_the_log_opens_then_it_says_so_without_blame(client: Client) -> None:
    logged(20, exercise=SQUAT)
    assert "A quiet week. Welcome back whenever you like." in page(client)


def test_given_an_aim_when_it_is_saved_then_it_stands_in_the_chart_and_can_be_taken_away(
    client: Client,
) -> None:
    logged(exercise=SQUAT)
    assert client.post(reverse("log-aim"), {"minutes": "60"}).status_code == 302
    assert client.post(reverse("log-aim"), {"minutes": "90"}).status_code == 302
    assert "Your own aim is 90." in page(client)
    assert 'class="aim"' in page(client)
    client.post(reverse("log-aim"), {"minutes": ""})
    assert "Your own aim" not in page(client)
    assert 'class="aim"' not in page(client)


@pytest.mark.parametrize("wrong", ["0", "-5", "lots", "1e9", "99999", "12.5"])
def test_given_an_aim_that_cannot_be_when_it_is_saved_then_a_sentence_says_what_can_and_nothing_is_lost(
    client: Client, wrong: str
) -> None:
    logged(exercise=SQUAT)
    client.post(reverse("log-aim"), {"minutes": "60"})
    answer = client.post(reverse("log-aim"), {"minutes": wrong})
    assert answer.status_code == 422
    assert "Write whole minutes from 1 to 1,680" in answer.content.decode()
    assert f'value="{wrong}"' in answer.content.decode()
    assert Aim.objects.get().minutes == 60


# ---- the ladders


def test_given_two_rungs_when_the_ladders_open_then_it_says_where_it_began_and_where_it_is(
    client: Client,
) -> None:
    ladder = load_catalogue().ladders["squat"]
    logged(30, exercise=ladder.rungs[0])
    logged(2, exercise=ladder.rungs[2])
    text = client.get(reverse("log-ladders")).content.decode()
    assert f"You began on 25 October 2026 with step 1 of {len(ladder.rungs)}." in text
    assert "On 22 November 2026 you did step 3. You are 2 steps higher than where you began." in text
    assert text.count('class="here"') == text.count('class="began"') == 1


def test_given_one_rung_when_the_ladders_open_then_it_is_both(client: Client) -> None:
    logged(3, exercise=SQUAT)
    text = client.get(reverse("log-ladders")).content.decode()
    assert "You are here, and you began here" in text
    assert "You are on the step you began on." in text


def test_given_nothing_done_when_the_ladders_open_then_it_says_what_will_come_here(client: Client) -> None:
    logged(exercise=SQUAT, done="none")
    assert "Nothing is here yet." in client.get(reverse("log-ladders")).content.decode()
