"""What the tracker is told once and keeps: a JSON file that a power cut cannot spoil.

Its account in the cloud is in settings.json alone, beside this file; who makes devices writes one for each.
"""

import ujson
import uos

PATH = "/usr/settings.json"
DEFAULTS = {
    "product": None,
    "product_secret": None,
    "device": None,
    "secret": None,
    "interval": 60,  # seconds between reports
    "backlog": 2000,  # reports kept
    "watchdog": 120,  # seconds
}


def load(path=PATH):
    """The settings; a missing or damaged file, or one that lacks some, is filled up with the defaults."""
    settings = dict(DEFAULTS)
    try:
        with open(path) as file:
            stored = ujson.load(file)
    except (OSError, ValueError):
        return settings
    if isinstance(stored, dict):
        for key in DEFAULTS:
            if key in stored:
                settings[key] = stored[key]
    return settings


def save(settings, path=PATH):
    """Writes beside the file first: whenever the power fails, the old settings or the new ones are there."""
    with open(path + ".new", "w") as file:
        ujson.dump(settings, file)
    uos.rename(path + ".new", path)
