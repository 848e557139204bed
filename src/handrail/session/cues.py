"""What a guide says and sounds in each step, so that nobody has to look at a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from handrail.catalogue.model import Exercise
from handrail.session.model import Cue, Sound, Step, StepKind
from handrail.session.wording import GET_UP, PACE, SAY
from handrail.units import SECONDS_PER_MINUTE, Side

_SIDE_SOUND = {Side.LEFT: Sound.LEFT, Side.RIGHT: Sound.RIGHT}
_EASY_TO_COUNT_S = 1.5  # a shorter repetition gets a tick, and its number only every fifth time
_COUNT_EVERY = 5


@dataclass(frozen=True, slots=True)
class Guide:
    """Puts the cues into the steps of one way: what it is called, how much, and what to say before it."""

    exercise: Exercise
    dose: str
    sets: int
    reps: int | None
    at: str
    first_lines: tuple[str, ...]

    def voiced(self, script: Sequence[Step]) -> tuple[Step, ...]:
        """The same steps with their cues; a set-up lasts until all of it is said."""
        return tuple(self._voiced(step) for step in script)

    def _voiced(self, step: Step) -> Step:
        if step.kind is StepKind.SET_UP:
            told = tuple(said_in_turn(self._set_up(step)))
            return replace(step, cues=told, seconds=_end_of(told) + PACE["set_up_s"])
        return replace(step, cues=tuple(self._cues(step)))

    def _cues(self, step: Step) -> Iterable[Cue]:
        match step.kind:
            case StepKind.GET_UP:
                return said_in_turn(GET_UP)
            case StepKind.CHANGE_PLACE:
                return (Cue(at_s=0, say=SAY["change_place"].format(at=self.at)),)
            case StepKind.WATER:
                return (Cue(at_s=0, say=SAY["water"]),)
            case StepKind.EASE_OFF:
                return (Cue(at_s=0, say=SAY["ease_off"], sound=Sound.END),)
            case StepKind.WORK:
                return self._work(step)
            case _:
                return self._before_work(step)

    def _set_up(self, step: Step) -> Iterator[str]:
        yield SAY["set_up"].format(name=self.exercise.name, dose=self.dose)
        if step.side is not None:
            yield SAY[step.side]
        yield from self.first_lines
        yield SAY["steps"]
        yield from self.exercise.steps

    def _before_work(self, step: Step) -> Iterator[Cue]:
        lines = [SAY[step.kind]]
        if self.sets > 1 and step.kind is not StepKind.CHANGE_SIDE:
            lines.append(SAY["set"].format(set=step.set, sets=self.sets))
        if step.side is not None:
            lines.append(SAY[step.side])
        if self.exercise.cues and step.kind is StepKind.READY:
            lines.append(self.exercise.cues[0])
        sound = _SIDE_SOUND.get(step.side) if step.side else None
        first, *others = said_in_turn(lines)
        yield from (replace(first, sound=sound if step.kind is not StepKind.REST else Sound.END), *others)
        yield from _last_seconds(step)

    def _work(self, step: Step) -> Iterator[Cue]:
        if step.reps is None or step.rep_s is None:
            yield Cue(at_s=0, say=SAY["hold" if step.hold else "go"], sound=Sound.START)
            yield from _on_the_way(step)
            yield from _last_seconds(step)
        else:
            yield from _counted(step.reps, step.rep_s)


def said_in_turn(lines: Iterable[str]) -> Iterator[Cue]:
    """Sentences one after another, each after the time it takes to say the one before."""
    at_s = 0.0
    for line in lines:
        yield Cue(at_s=round(at_s, 1), say=line)
        at_s += len(line.split()) / PACE["words_per_s"] + PACE["breath_s"]


def _end_of(cues: Sequence[Cue]) -> float:
    return round(cues[-1].at_s + len(cues[-1].say.split()) / PACE["words_per_s"])


def _counted(reps: int, rep_s: float) -> Iterator[Cue]:
    for number in range(1, reps + 1):
        aloud = rep_s >= _EASY_TO_COUNT_S or number % _COUNT_EVERY == 0 or number == 1
        sound = Sound.START if number == 1 else Sound.TICK
        yield Cue(at_s=round((number - 1) * rep_s, 1), say=str(number) if aloud else "", sound=sound)


def _on_the_way(step: Step) -> Iterator[Cue]:
    """Half way of what takes long, and the last minute of what takes minutes."""
    if step.seconds >= PACE["half_from_s"]:
        yield Cue(at_s=step.seconds / 2, say=SAY["half"], sound=Sound.HALF)
    if step.seconds > 2 * SECONDS_PER_MINUTE:
        yield Cue(at_s=step.seconds - SECONDS_PER_MINUTE, say=SAY["one_minute"])


def _last_seconds(step: Step) -> Iterator[Cue]:
    last = int(PACE["last_seconds"])
    if step.seconds > last:
        yield from (Cue(at_s=step.seconds - left, sound=Sound.TICK) for left in range(last, 0, -1))
