"""The tracker's main program, with a position that stands still."""

import checkNet
import log

from usr import settings
from usr.tracker import Tracker

PROJECT_NAME = "tracker"
PROJECT_VERSION = "1.1.0"

log.basicConfig(level=log.INFO)


def sensor():
    """A fixed position and a full battery, in place of a GNSS receiver and an ADC."""
    return 31.82221, 117.11504, 3.9


if __name__ == "__main__":
    checkNet.CheckNetwork(PROJECT_NAME, PROJECT_VERSION).poweron_print_once()
    Tracker(settings.load(), sensor).run()
