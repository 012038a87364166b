"""The standby processes of a cache folder, as the launcher and they leave them there."""
import os
import time
from pathlib import Path


def ready(cache):
    """The folders of those that wait for a call; a Path each."""
    return [each for each in cache.glob("*.standby") if not (each / "claimed").exists() and lives(each)]


def lives(folder):
    """Whether the process of a folder is there; one that was killed leaves its folder behind."""
    try:
        return (Path("/proc") / (folder / "process").read_text().split()[0]).exists()
    except FileNotFoundError:
        return False


def await_ready(cache, patience=60):
    """Waits until there is one and the machine is quiet again; RuntimeError when none comes up in so many seconds."""
    deadline = time.monotonic() + patience
    while not ready(cache):
        if time.monotonic() > deadline:
            raise RuntimeError("no standby process came up in %s" % cache)
        time.sleep(0.05)
    time.sleep(1)


def processor_seconds(cache):
    """The processor time that the processes of a cache folder have used; seconds, of those that are alive."""
    seconds = 0.0
    for each in cache.glob("*.standby/process"):
        try:
            fields = (Path("/proc") / each.read_text().split()[0] / "stat").read_text().rpartition(")")[2].split()
            seconds += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except FileNotFoundError:
            pass  # it has just ended
    return seconds
