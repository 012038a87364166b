"""The built-in receiver: B9.1, B9.2, B9.3, B9.4, B9.5, B23.9."""

import quecgnss
import utime
from qpytest import clock, gnss


def second():
    """The sentences of one second, by their names; each check sum is looked at."""
    while quecgnss.read(4096)[0]:
        pass
    found = {}
    text = b""
    while not text:
        text = quecgnss.read(4096)[1]
    for line in text.decode().split("\r\n")[:-1]:
        body, _, sum = line[1:].partition("*")
        check = 0
        for each in body.encode():
            check ^= each
        assert sum == "%02X" % check, line
        fields = body.split(",")
        found.setdefault(fields[0], []).append(fields)
    return found


def test_on_and_off():
    assert quecgnss.get_state() == 0 and quecgnss.read(100) == -1
    assert quecgnss.init() == 0 and quecgnss.init() == -1 and quecgnss.get_state() == 2
    assert quecgnss.gnssEnable(0) == 0 and quecgnss.get_state() == 0 and quecgnss.read(100) == -1
    assert quecgnss.gnssEnable(1) == 0 and quecgnss.gnssEnable(1) == 0 and quecgnss.gnssEnable(2) == -1
    assert quecgnss.gnssEnable(0) == 0 and quecgnss.init() == 0


def test_reading():
    quecgnss.init()
    count, data = quecgnss.read(0x10000)
    assert (count, data) == (0, b"") or data.startswith(b"$GNRMC")
    clock.advance(60)
    count, data = quecgnss.read(0x10000)
    assert count == 4096 and not data.startswith(b"$") and data.endswith(b"\r\n")
    clock.advance(3)
    count, data = quecgnss.read(10)
    assert count == 10 and data == b"$GNRMC," + data[7:]
    assert quecgnss.read(0) == -1
    try:
        quecgnss.read("5")
        assert False, "taken"
    except TypeError:
        pass


def test_sentences():
    gnss.put(31.82134916666667, -117.1156448333333, 166.5)
    quecgnss.init()
    found = second()
    assert list(found) == ["GNRMC", "GNVTG", "GNGGA", "GNGSA", "GPGSV", "BDGSV", "GNGLL"]
    gga = found["GNGGA"][0]
    assert gga[2:6] == ["3149.280950", "N", "11706.938690", "W"] and gga[6:8] == ["1", "12"] and gga[9] == "166.500"
    used = sum(len([each for each in fields[3:15] if each]) for fields in found["GNGSA"])
    assert used == 12
    for name in ("GPGSV", "BDGSV"):
        seen = [fields[at] for fields in found[name] for at in range(4, len(fields), 4)]
        assert len(seen) == len(set(seen)) == int(found[name][0][3])
        assert [fields[1:3] for fields in found[name]] == [[str(len(found[name])), str(i + 1)] for i in range(len(found[name]))]
    rmc = found["GNRMC"][0]
    assert rmc[2] == "A" and rmc[7] == "0.000" and len(rmc[9]) == 6
    assert found["GNGLL"][0][6] == "A"


def test_no_fix_and_a_weak_one():
    gnss.put(31.8, 117.1)
    quecgnss.init()
    gnss.lose()
    found = second()
    assert not gnss.has_fix and found["GNRMC"][0][2] == "V" and found["GNRMC"][0][3:9] == [""] * 6
    assert found["GNGGA"][0][2:8] == ["", "", "", "", "0", "00"] and found["GNGSA"][0][2] == "1"
    gnss.weak()
    found = second()
    gga = found["GNGGA"][0]
    assert gga[6:9] == ["1", "04", "8.000"]
    off = abs(float(gga[2]) - 3148) * 1852
    assert 0 < off + abs(float(gga[4]) - 11706) * 1852 < 60
    gnss.find(7)
    assert second()["GNGGA"][0][7] == "07" and gnss.has_fix


def test_settings():
    gnss.put(31.8, 117.1)
    quecgnss.init()
    assert [quecgnss.configGet(each) for each in range(-1, 6)] == [-1, 1, 63, 0, 0, 0, -1]
    assert quecgnss.configSet(1, 3) == 0 and quecgnss.configGet(1) == 3
    assert list(second()) == ["GNRMC", "GNGGA"]
    assert quecgnss.configSet(1, 63) == 0 and quecgnss.configSet(0, 0) == 0
    assert list(second()) == ["GNRMC", "GNVTG", "GNGGA", "GNGSA", "GPGSV", "GNGLL"]
    assert quecgnss.configSet(0, 7) == 0
    found = second()
    assert "GPGSV" not in found and int(found["GNGGA"][0][7]) == 9
    for wrong in ((0, 2), (0, 8), (1, 64), (2, 2), (5, 0), (-1, 0)):
        assert quecgnss.configSet(*wrong) == -1, wrong
    assert quecgnss.getPriority() == 0 and quecgnss.setPriority(1) == 0 and quecgnss.getPriority() == 1
    assert quecgnss.setPriority(2) == -1
    assert quecgnss.configSet(1, 0) == 0
    clock.advance(5)
    assert quecgnss.read(4096) == (0, b"")


def test_what_came_before_a_change_stays():
    quecgnss.init()
    gnss.put(10, 20)
    clock.advance(1)
    while quecgnss.read(4096)[0]:
        pass
    clock.advance(2)
    gnss.lose()
    text = quecgnss.read(4096)[1].decode()
    assert "1000.000000,N,02000.000000,E" in text and ",V," not in text
