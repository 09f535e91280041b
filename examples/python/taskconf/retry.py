""" "The policy for resubmitting the run." """

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, List, Union

from taskconf.duration import Duration, read_duration
from taskconf.reading import (
    Meaning,
    list_of,
    one_of,
    optional,
    read_boolean,
    read_record,
    refusal,
    required,
)

EVENTS = ["no-capacity", "interruption", "error"]
ONE_HOUR = Duration(3600)


@dataclass(frozen=True)
class Retry(Meaning):
    """Observed: one hour is the default "maximum period of retrying the run"."""

    on_events: List[str]
    duration: Duration = ONE_HOUR


def read_retry(value: Any) -> Union[Retry, bool]:
    """A mapping, or a boolean. Observed: true means all three events."""
    if isinstance(value, dict):
        return Retry(**read_record(OBJECT, value))
    return Retry(EVENTS) if read_boolean(value) else False


def read_events(value: Any) -> List[str]:
    """ "Supported events are no-capacity, interruption, and error." Observed: at least one."""
    events = list_of(one_of(*EVENTS))(value)
    if not events:
        raise refusal("expected at least one event")
    return events


OBJECT = {
    "on_events": required(read_events),
    "duration": optional(read_duration, ONE_HOUR),
}
