"""gnss - a receiver of satellites at a UART, an L76K for instance. Documentation: facts-board.md B8.1 to B8.9.

`uart2 = "gnss"` in qpy.toml's [board] connects one, which is where `gnss` says, or a test (qpytest.gnss).
"""

import utime as _utime
from machine import UART as _UART

_SETTLE = 3  # seconds, which the firmware waits when the port is open
_AGAIN_MS = 1000  # before another try: guessed
_KNOT = 1.852  # km/h


class _Reading:
    """What one read has of the three sentences; None, or [] of GSV, for one that is not there or not valid."""

    gga = rmc = None
    gsv = ()


class _Gnss:
    def __init__(self, port):
        self._port = port
        self._text = ""
        self._reading = _Reading()

    def read_gnss_data(self, max_retry=1, debug=0):
        """read_gnss_data(max_retry=1, debug=0) -> how many bytes came; 0 for none. Reads again, so often at most, while a sentence is missing.

        Prints which is missing; with debug=1 what it has found, too.
        """
        count = 0
        for tries in range(max_retry + 1):
            if tries:
                print("continue read.")
                _utime.sleep_ms(_AGAIN_MS)
            data = self._port.read(self._port.any())
            if not data:
                return count
            count = data.__len__()
            self._text = data.decode()
            self._reading = _parse(self._text, debug)
            if all(self.checkDataValidity()):
                break
        return count

    def getOriginalData(self):
        """getOriginalData() -> what the last read has got, as str."""
        return self._text

    def checkDataValidity(self):
        """checkDataValidity() -> (gga, rmc, gsv), each 1 where the last read has a valid sentence, else 0."""
        reading = self._reading
        return int(reading.gga is not None), int(reading.rmc is not None), int(bool(reading.gsv))

    def isFix(self):
        """isFix() -> 1 where there is a place, else 0."""
        return int(self._reading.gga is not None)

    def _field(self, number):
        gga = self._reading.gga
        return None if gga is None else gga[number]

    def getUtcTime(self):
        """getUtcTime() -> '06:22:05.000'; -1 without a place, as the functions below."""
        time = self._field(1)
        return -1 if time is None else "%s:%s:%s" % (time[:2], time[2:4], time[4:])

    def getLocationMode(self):
        """getLocationMode() -> 1 GPS, 2 DGPS, 6 dead reckoning; -1."""
        mode = self._field(6)
        return -1 if mode is None else int(mode)

    def getUsedSateCnt(self):
        """getUsedSateCnt() -> how many satellites are used; -1."""
        count = self._field(7)
        return -1 if count is None else int(count)

    def getLocation(self):
        """getLocation() -> (longitude, 'E', latitude, 'N'), in degrees; -1. The firmware of 2021 has the latitude first (B23.8)."""
        gga = self._reading.gga
        return -1 if gga is None else (_degrees(gga[4]), gga[5], _degrees(gga[2]), gga[3])

    def getViewedSateCnt(self):
        """getViewedSateCnt() -> how many satellites of GPS are seen; -1."""
        return int(self._reading.gsv[0][3]) if self._reading.gsv else -1

    def getCourse(self):
        """getCourse() -> {'10': 204, ...}: each satellite's azimuth, '' where it has none; -1."""
        if not self._reading.gsv:
            return -1
        azimuths = {}
        for fields in self._reading.gsv:
            for at in range(4, fields.__len__() - 3, 4):
                azimuths[fields[at]] = int(fields[at + 2]) if fields[at + 2] else ""
        return azimuths

    def getGeodeticHeight(self):
        """getGeodeticHeight() -> metres; -1."""
        height = self._field(9)
        return -1 if height is None else float(height)

    def getSpeed(self):
        """getSpeed() -> km/h; -1."""
        rmc = self._reading.rmc
        return -1 if rmc is None else float(rmc[7]) * _KNOT


def _degrees(text):
    value = float(text)
    whole = value // 100
    return whole + (value - whole * 100) / 60


def _is_whole(sentence):
    """Whether a sentence's check sum is right."""
    body, star, sum = sentence[1:].partition("*")
    found = 0
    for each in body:
        found ^= ord(each)
    return star == "*" and sum.strip().upper() == "%02X" % found


def _parse(text, debug):
    reading = _Reading()
    gga = rmc = None
    views = []
    for line in text.split("\r\n"):
        if line.startswith(("$GNGGA", "$GNRMC", "$GPGSV")) and _is_whole(line):
            fields = line.partition("*")[0].split(",")
            if fields[0] == "$GNGGA":
                gga = fields
            elif fields[0] == "$GNRMC":
                rmc = fields
            else:
                views = [fields] if fields[2] == "1" else views + [fields]
    reading.gga = _judge("GGA", gga, gga and gga[6] not in ("", "0") and gga[2] and gga[4], debug)
    reading.rmc = _judge("RMC", rmc, rmc and rmc[2] == "A" and rmc[7], debug)
    if views and views.__len__() == int(views[0][1]):
        reading.gsv = views
        if debug:
            print("total_sen_num = %d, total_sat_num = %d" % (int(views[0][1]), int(views[0][3])))
            for number, fields in enumerate(views):
                print("[%d] : %s" % (number, fields))
    else:
        print("Not find GPGSV data or GPGSV data is invalid.")
    return reading


def _judge(kind, fields, valid, debug):
    if fields is None:
        print("Not find GN%s data." % kind)
        return None
    if debug:
        print("%s data : %s" % (kind, fields))
    if not valid:
        print("GN%s data is invalid." % kind)
        return None
    return fields


def GnssGetData(uartn, baudrate, databits, parity, stopbits, flowctl):
    """GnssGetData(uartn, baudrate, databits, parity, stopbits, flowctl) -> reads from the receiver there; 3 s pass. Another uartn than 0 to 3 is 1."""
    port = _UART(uartn if uartn in range(4) else 1, baudrate, databits, parity, stopbits, flowctl)
    _utime.sleep(_SETTLE)
    return _Gnss(port)
