"""What a report says."""

import ujson
import utime

LOW_BATTERY = 3.5  # volts


class Telemetry:
    """Makes reports of what `sensor` gives: (latitude, longitude, volts)."""

    def __init__(self, sensor, clock=utime.localtime):
        self._sensor = sensor
        self._clock = clock
        self._number = 0

    def report(self):
        """The next report, as JSON."""
        self._number += 1
        report = {"n": self._number, "at": timestamp(self._clock())}
        try:
            latitude, longitude, volts = self._sensor()
        except OSError:
            report["fault"] = "sensor"
            return ujson.dumps(report)
        report["lat"], report["lon"], report["volts"] = round(latitude, 5), round(longitude, 5), volts
        if volts < LOW_BATTERY:
            report["low"] = True
        return ujson.dumps(report)


def timestamp(fields):
    """2026-01-02 03:04:05 of utime.localtime()'s tuple."""
    return "%04d-%02d-%02d %02d:%02d:%02d" % tuple(fields[:6])
