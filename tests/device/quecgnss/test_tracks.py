"""The way of qpy.toml's drive.gpx, and others."""

import quecgnss
from qpytest import clock, gnss


def near(value, wanted, by):
    return abs(value - wanted) <= by


def rmc():
    while quecgnss.read(4096)[0]:
        pass
    text = b""
    while not text:
        text = quecgnss.read(4096)[1]
    return text.decode().split("\r\n")[0].split(",")


def test_a_drive():
    assert near(gnss.place[0], 48, 1e-9) and 11 <= gnss.place[1] < 11.01  # that of qpy.toml
    with open("/usr/drive.gpx") as file:
        gnss.track(file.read())
    quecgnss.init()
    clock.advance(30)
    fields = rmc()
    assert near(float(fields[3]), 4800, 0.001) and near(float(fields[5]), 1100.41, 0.05)
    assert near(gnss.speed, 59.8, 0.5) and near(float(fields[7]) * 1.852, 59.8, 0.5)
    assert near(float(fields[8]), 90, 0.1) and near(gnss.course, 90, 0.1)
    clock.advance(45)
    assert not gnss.has_fix and rmc()[2] == "V"
    clock.advance(60)
    assert gnss.has_fix and (near(gnss.course, 0, 0.1) or near(gnss.course, 360, 0.1))
    assert near(float(rmc()[7]) * 1.852, 60, 0.5)
    clock.advance(3600)
    assert near(gnss.place[0], 48.009, 1e-9) and near(gnss.place[1], 11.0268, 1e-9) and gnss.speed == 0


def test_sentences_as_a_way():
    gnss.track("$GNRMC,235958.000,A,3149.000,N,11706.000,E,,,010126,,,A*7A\r\n"
               "$GNRMC,000003.000,V,,,,,,,020126,,,N*57\r\n"
               "$GNRMC,000008.000,A,3149.100,N,11706.000,E,,,020126,,,A*70\r\n")
    clock.advance(2)
    assert not gnss.has_fix
    clock.advance(9)
    assert gnss.has_fix and near(gnss.place[0], 31 + 49.1 / 60, 1e-6)


def test_what_is_no_way():
    for wrong, text in (
        ("<gpx></gpx>", "a GPX file without a point"),
        ("<kml></kml>", "XML without a gpx element"),
        ("<gpx><trkpt", "no GPX: line 1 is not well-formed XML"),
        ('<gpx><wpt lat="91" lon="0"/></gpx>', "GPX, line 1: there is no place 91.0, 0.0"),
        ('<gpx><wpt lat="x" lon="0"/></gpx>', "GPX, line 1: lat is no number"),
        ('<gpx><wpt lat="1" lon="0"><time>now</time></wpt></gpx>', "GPX, line 1: 'now' is no time such as 2026-12-01T08:00:00Z"),
        ("$GNRMC,1*00", "neither GPX nor NMEA sentences with right check sums"),
        ("$GNGLL,,,,,183952.000,V,N*60", "NMEA sentences without an RMC that has a place"),
    ):
        try:
            gnss.track(wrong)
            assert False, "taken: " + wrong
        except AssertionError as e:
            assert str(e) == text, (str(e), text)
    try:
        gnss.put(0, 181)
        assert False, "taken"
    except AssertionError as e:
        assert str(e) == "there is no place 0, 181"
