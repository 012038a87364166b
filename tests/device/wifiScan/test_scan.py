"""The access points around the module: B10.4, B10.5, B23.21."""

import utime
import wifiScan
from qpytest import clock, gnss

BOTH = (2, [("AA:BB:CC:00:00:02", -40), ("AA:BB:CC:00:00:01", -70)])


def refused(call, *args):
    try:
        call(*args)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_off_and_on():
    assert wifiScan.support() is True and wifiScan.getState() is False
    assert refused(wifiScan.start) == refused(wifiScan.asyncStart) == "WiFi-Scan is not enabled."
    assert refused(wifiScan.control, 2) == "invalid value, option should be 0 or 1."
    assert wifiScan.control(1) == 0 and wifiScan.getState() is True
    assert wifiScan.control(0) == 0 and wifiScan.getState() is False


def test_a_scan():
    assert wifiScan.getState() is False
    wifiScan.control(1)
    before = utime.ticks_ms()
    assert wifiScan.start() == BOTH and utime.ticks_diff(utime.ticks_ms(), before) > 0
    gnss.wifi([])
    assert wifiScan.start() == (0, [])


def test_a_scan_beside_the_script():
    wifiScan.control(1)
    assert wifiScan.asyncStart() == -1
    told = []
    assert wifiScan.setCallback(told.append) == 0
    assert wifiScan.asyncStart() == 0 and wifiScan.asyncStart() == -1 and told == []
    clock.advance(20)
    assert told == [BOTH]
    assert wifiScan.asyncStart() == 0
    clock.advance(20)
    assert told == [BOTH, BOTH]
    assert refused(wifiScan.setCallback, 5) == "'int' object isn't callable"


def test_settings():
    assert wifiScan.setCfgParam(10, 2, 4, 1) == 0 and wifiScan.getCfgParam() == (10, 2, 4, 1)
    assert wifiScan.setConfig(5, 2, 6, 3, 0) == 0 and wifiScan.getConfig() == (5, 2, 6, 0)
    assert wifiScan.setCfgParam(20, 1, 30) == 0
    for wrong in ((3, 1, 30, 0), (61, 1, 30, 0), (10, 0, 30, 0), (10, 4, 30, 0), (10, 1, 3, 0), (10, 1, 31, 0), (10, 1, 30, 2)):
        assert wifiScan.setCfgParam(*wrong) == -1, wrong
    wifiScan.control(1)
    gnss.wifi([("AA:BB:CC:00:00:%02X" % each, -each) for each in range(20)])
    assert wifiScan.start()[0] == 20
    wifiScan.setCfgParam(20, 1, 4)
    assert wifiScan.start() == (4, [("AA:BB:CC:00:00:%02X" % each, -each) for each in range(4)])
