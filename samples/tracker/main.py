"""The tracker's main program, with a position that stands still."""

import log

from usr import settings
from usr.tracker import Tracker

log.basicConfig(level=log.INFO)


def sensor():
    """A fixed position and a full battery, in place of a GNSS receiver and an ADC."""
    return 31.82221, 117.11504, 3.9


if __name__ == "__main__":
    Tracker(settings.load(), sensor).run()
